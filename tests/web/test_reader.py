"""A reader who only follows links and presses buttons plays whole games: all that can be done is reached."""

from __future__ import annotations

import pytest

from crisis_game.engine.act import Act
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.web.addresses import Address
from crisis_game.web.region import region
from crisis_game.web.viewer import Viewer
from tests.assessment.games import scenario
from tests.web.reader import Form, Seen, filled, followed, read_command

MOST_STEPS = 300
"""Pages on the way from an offer to its command."""
MOST_MOVES = 900
PATIENCE = 9
"""Pages after which a reader begins anew: a text that is turned by chance is not always one that can be tabled."""


def page(session: Session, seat: str, address: str) -> Seen:
    return Seen(region(Viewer(session, seat), Address.parse(address.split("#")[0])))


def to_command(session: Session, seat: str, kind: str, stream: Stream) -> Act:
    """Answer question after question by chance until a button sends the command."""
    address = start = f"/play/do/{kind}"
    for step in range(1, MOST_STEPS):
        address = address if step % PATIENCE else start
        seen = page(session, seat, address)
        posting = [form for form in seen.forms if form.method == "post" and _sends(form, kind)]
        if posting:
            form = stream.pick(posting)
            return read_command(filled(form, stream.pick(form.buttons), stream))
        address = _next(seen, kind, stream)
    raise AssertionError(f"{kind} never comes to an end")


def _sends(form: Form, kind: str) -> bool:
    return any(f'"kind":"{kind}"' in control.value.replace(" ", "") for control in form.controls)


def _next(seen: Seen, kind: str, stream: Stream) -> str:
    """One of the ways to the next question: an option, a form, or the end of a text."""
    forms = [form for form in seen.forms if form.method == "get" and form.action.endswith(kind)]
    done = [(form, button) for form in forms for button in form.buttons if button.value == "done"]
    if done and stream.chance(80):
        form, button = stream.pick(done)
        return followed(form, filled(form, button, stream))
    if forms and (not seen.options or stream.chance(50)):
        form = stream.pick(forms)
        return followed(form, filled(form, stream.pick(form.buttons), stream))
    assert seen.options, f"{kind}: no way on from {seen.words}"
    return stream.pick(seen.options)


def played(name: str, seats: tuple[str, ...], seed: int) -> None:
    """A game played by forms alone; whatever is offered for the first time is filled in, though not all of it done."""
    session = Session.start(scenario(name), dict.fromkeys(seats, "person"), None, seed=seed)
    stream, reached = Stream(seed, "reader"), set[str]()
    for _ in range(MOST_MOVES):
        if session.finished:
            return
        seat = session.waiting()[0]
        kinds = [offer.kind for offer in session.offers(seat)]
        new = [kind for kind in kinds if kind not in reached]
        commands = [to_command(session, seat, kind, stream) for kind in new or [stream.pick(kinds)]]
        assert [command.kind for command in commands if command.refusal(session.seen(seat)) is not None] == []
        reached.update(new)
        ready = not new and SetReady.kind in kinds and stream.chance(40)
        command = SetReady() if ready else stream.pick(commands)
        assert isinstance(session.submit(seat, command), Receipt)
    raise AssertionError("the game never ends")


@pytest.mark.parametrize(("name", "seats"), [("first-watch", ("BRE", "CAS")), ("hesk-strait", ("DEL", "EST"))])
def test_a_game_is_played_to_its_end_by_links_and_buttons_alone(name: str, seats: tuple[str, ...]) -> None:
    played(name, seats, 3)

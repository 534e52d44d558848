"""Views and offers of a session are kept while what was read for them stands, and nobody can tell."""

from __future__ import annotations

from functools import cached_property

import pytest

from crisis_game.engine import chance
from crisis_game.engine.kept_view import KeptView
from crisis_game.engine.machine import legal
from crisis_game.engine.memo import Memo
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.exercise.session import Session
from crisis_game.players.playout import playout
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.library import find
from crisis_game.scenario.reading.load import load_scenario

SECTIONS = tuple(name for name, attribute in vars(View).items() if isinstance(attribute, cached_property))


def test_every_section_is_kept() -> None:
    kept = {name for name, attribute in vars(KeptView).items() if isinstance(attribute, cached_property)}
    assert kept == set(SECTIONS)


@pytest.mark.parametrize(("name", "every"), [("first-watch", 1), ("hesk-strait", 3)])
def test_a_kept_view_is_the_view_at_every_moment(name: str, every: int) -> None:
    scenario, memo = load_scenario(find(name)), Memo()
    last = len(POLICIES) - 1
    policies = {seat: POLICIES[chance.draw(2, "policy", seat, 0, 0, last)] for seat in scenario.members}
    game = playout(scenario, 2, policies)
    same, seats = 0, (*scenario.members, FACILITATOR, "observer")
    before: dict[tuple[str, str], object] = {}
    for number, _ in enumerate(game.moves()):
        for seat in seats if number % every == 0 else ():
            seen = Seen(scenario, game.state, seat)
            kept, plain = KeptView(seen, memo), View(seen)
            for section in SECTIONS:
                now = getattr(kept, section)
                assert now == getattr(plain, section), (number, seat, section)
                same += now is before.get((seat, section))
                before[seat, section] = now
            assert [offer.kind for offer in legal(seen, memo)] == [offer.kind for offer in legal(seen)]
    assert same > len(before)


def test_a_session_gives_what_its_seat_may_see() -> None:
    session = Session.start(load_scenario(find("first-watch")), {}, None, seed=1)
    for seat in (*session.authored.members, FACILITATOR):
        assert session.view(seat).texts == View(session.seen(seat)).texts
        assert [offer.kind for offer in session.offers(seat)] == [offer.kind for offer in legal(session.seen(seat))]

"""The one button below every page: what is due next, and what leads there or does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crisis_game.engine.act import Act
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.ballots import Explain
from crisis_game.engine.acts.exit_sentence import WriteExitSentence
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.acts.turns import SetReady
from crisis_game.pages.debrief.exit_sentences import own_sentence
from crisis_game.pages.play.before_sealing import steps
from crisis_game.pages.play.due import Aim, Due, without_stand
from crisis_game.texts import Text
from crisis_game.web.addresses import DO, NOW, Address, link
from crisis_game.web.controls import field_query
from crisis_game.web.debrief_pages import exit_sentence_link
from crisis_game.web.draft_pages import EDITOR, GO_ON, is_edited
from crisis_game.web.order_page import place_on_sheet
from crisis_game.web.table_page import stand_on
from crisis_game.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class NextStep:
    """What the button says, and what it does; where it does nothing it only says it.

    Attributes:
        href: where it leads; command: what it sends; form: the id of a form on the page that it sends as written.
    """

    words: str
    href: str = ""
    command: Act | None = None
    form: str = ""


def next_step(viewer: Viewer, at: Address) -> NextStep:
    """What is due next from who reads this page."""
    if viewer.sitting.finished:
        return _after_the_end(viewer, at)
    if at.kind:
        return _on_a_form(viewer, at)
    if viewer.answer_due and at.page in (NOW, "answer"):
        return NextStep(viewer.say("On to round {n}", n=viewer.sight.seen.round), link("situation"))
    if not viewer.briefed and at.page != "brief":
        return NextStep(viewer.say("Read your brief"), link("brief"))
    ready = viewer.sight.view.table.ready
    for due in things_due(viewer):
        if ready and not due.asked:
            continue
        way = way_to(viewer, due.aim, at)
        if way:
            return NextStep(viewer.word(due.words), way)
    if ready:
        return NextStep(_waiting(viewer))
    if viewer.gets_ready and viewer.sight.offer(SetReady) is not None:
        return NextStep(viewer.word(SetReady.name), command=SetReady())
    return NextStep(viewer.say("Nothing is due from you"))


def things_due(viewer: Viewer) -> tuple[Due, ...]:
    """All that is due; on the sheet of ORDERS also what is one's own affair."""
    said = {due.aim for due in viewer.due}
    own = (Due(step.act, step.words) for step in steps(viewer.sight.seen) if not step.done and step.act not in said)
    return (*viewer.due, *(due for due in own if not isinstance(due.aim, str) and viewer.sight.offer(due.aim)))


def way_to(viewer: Viewer, aim: Aim, at: Address) -> str:
    """The address at which something due is done; empty where that is this page already."""
    if aim == "inbox":
        letters = (letter for letter in _letters_due(viewer) if letter != at.query.get("letter"))
        letter = next(letters, "")
        return link("inbox", {"letter": letter}) if letter else ""
    if isinstance(aim, str):
        return link(NOW)
    anchor = place_on_sheet(viewer, aim)
    if anchor and aim is not Explain:
        return f"{link(NOW)}#{anchor}"
    if aim is TakePosition and viewer.sight.seen.beat == "table":
        return f"{link(NOW)}#{stand_on(without_stand(viewer.sight)[0])}"
    return link(DO + aim.kind, field_query(**_about(viewer, aim)))


def _on_a_form(viewer: Viewer, at: Address) -> NextStep:
    """While an act is filled in the button leads nowhere else, where what was chosen would be lost."""
    if is_edited(at) and viewer.sight.offer(BY_KIND[at.kind]) is not None:
        return NextStep(viewer.word(GO_ON), form=EDITOR)
    due = next((due for due in things_due(viewer) if due.aim is BY_KIND[at.kind]), None)
    return NextStep(viewer.word(due.words) if due is not None else viewer.say("Finish this, or go back"))


def _letters_due(viewer: Viewer) -> Iterator[str]:
    """Letters that wait for an answer, then those that were not read."""
    yield from (letter.id for letter in viewer.sight.view.mail if letter.question is not None and letter.question.open)
    yield from (letter.id for letter in viewer.unread)


def _about(viewer: Viewer, act: type[Act]) -> dict[str, str]:
    """What an act that is due is about: the first thing for which it is still to be done."""
    seen = viewer.sight.seen
    if act is GradeClaim:
        ungraded = next((claim.id for claim in viewer.sight.view.claims if not claim.graded), "")
        return {"claim": ungraded} if ungraded else {}
    if act is Explain:
        silent_on = [text for text in seen.sheet if seen.seat not in seen.explanations(text)]
        return {"text": silent_on[0]} if silent_on else {}
    return {}


def _waiting(viewer: Viewer) -> str:
    waiting = tuple(seat for seat in viewer.sight.view.table.waiting_for if seat != viewer.seat)
    if not waiting:
        return viewer.say("You are ready.")
    return viewer.word(Text("You are ready. Waiting for {seats:state}.", {"seats": waiting}))


LEAVES = ("front", "acts", "rounds", "legitimacy")
"""The pages of the debrief, in the order in which they are read."""


def _after_the_end(viewer: Viewer, at: Address) -> NextStep:
    """From one page of the debrief to the next."""
    leaf = at.query.get("leaf", "front") if at.page in ("debrief", NOW) else ""
    if leaf not in LEAVES:
        return NextStep(viewer.say("The debrief"), link("debrief"))
    if leaf == LEAVES[-1] and not own_sentence(viewer.sitting, viewer.seat, viewer.key):
        return NextStep(viewer.word(WriteExitSentence.name), exit_sentence_link())
    following = LEAVES[(LEAVES.index(leaf) + 1) % len(LEAVES)]
    words = {
        "front": viewer.say("First page"),
        "acts": viewer.say("Rulings"),
        "rounds": viewer.say("Rounds"),
        "legitimacy": viewer.say("Legitimacy"),
    }
    return NextStep(words[following], link("debrief", {"leaf": following}))

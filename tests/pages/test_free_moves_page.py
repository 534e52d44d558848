"""The facilitator's list of moves that wait, and what the debrief tells of them; choices do what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.debrief.review import review
from crisis_game.engine.act import Refusal
from crisis_game.engine.acts.free_moves import OpenMoves, ProposeMove, RuleMove
from crisis_game.engine.shared_values import MoveEffect
from crisis_game.exercise.session import Session
from crisis_game.pages.debrief.rounds import rounds_page
from crisis_game.pages.free_moves import MovesDesk, moves_desk
from crisis_game.pages.parts import sentences
from crisis_game.pages.running_sheet import SheetChoice, filled
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Wording
from tests.asking import asked, asking
from tests.pages.showing import flat, in_lines

FACILITATOR = "facilitator"
WORDING = Wording("en", names(asking()))


def desk(session: Session) -> MovesDesk:
    return moves_desk(session.seen(FACILITATOR))


@pytest.fixture
def session() -> Session:
    """A game in which moves are heard, and each seat has proposed one."""
    session = asked("AAA", "BBB")
    [opens] = desk(session).for_all
    session.submit(FACILITATOR, opens.command)
    for seat in ("AAA", "BBB"):
        assert not isinstance(session.submit(seat, ProposeMove(f"We of {seat} send divers.")), Refusal)
    return session


def choices(session: Session, row: int) -> dict[str, SheetChoice]:
    return {WORDING.say(choice.words): choice for choice in desk(session).rows[row].choices}


def test_moves_that_wait_stand_on_it_oldest_first(session: Session) -> None:
    assert [row.key for row in desk(session).rows] == ["move:AAA-1", "move:BBB-1"]
    words = list(sentences(desk(session).page.parts, WORDING))
    assert words[1:] == ["Arran  “We of AAA send divers.”  round 1", "Brae  “We of BBB send divers.”  round 1"]
    [closes] = desk(session).for_all
    assert closes.command == OpenMoves(False)


def test_a_move_is_refused_with_words_and_waits_no_more(session: Session) -> None:
    session.submit(FACILITATOR, filled(choices(session, 0)["Refuse it"].command, "There are none."))
    assert [row.key for row in desk(session).rows] == ["move:BBB-1"]
    assert session.seen("AAA").own_moves[0].ruling is not None


def test_the_form_of_a_ruling_has_a_field_for_everything_that_can_move(session: Session) -> None:
    fields = desk(session).fields
    assert {"treasury of Arran" in WORDING.say(field.words) for field in fields if field.subject == "AAA"} == {
        True,
        False,
    }
    effects = tuple(MoveEffect(field.kind, field.subject, field.most) for field in fields[:3])
    begun = choices(session, 0)["Rule at odds"].command
    assert isinstance(begun, RuleMove)
    ruling = replace(begun, told="So.", pro="For.", contra="Against.", works=effects, told_if_fails="No.")
    assert not isinstance(session.submit(FACILITATOR, ruling), Refusal)


def test_the_debrief_tells_of_moves_their_odds_and_reasons_and_of_refusals(session: Session) -> None:
    ruling = RuleMove("AAA-1", "odds", "Found.", 7, "They are good.", "It is dark.", told_if_fails="Nothing.")
    session.submit(FACILITATOR, ruling)
    session.submit(FACILITATOR, filled(choices(session, 0)["Refuse it"].command, "You have none."))
    while not session.finished:
        session.time_over(None)
    lines = flat(in_lines([rounds_page(review(session))], WORDING))
    assert (
        flat("Arran tries this: “We of AAA send divers.” It works in 7 of ten cases. For it: They are good.") in lines
    )
    assert flat("Brae proposed “We of BBB send divers.”; the facilitator refused it: You have none.") in lines


def test_what_was_never_ruled_on_is_told_so(session: Session) -> None:
    while not session.finished:
        session.time_over(None)
    lines = flat(in_lines([rounds_page(review(session))], WORDING))
    assert flat("Brae proposed “We of BBB send divers.”; it was not ruled on.") in lines
    assert desk(session).for_all == ()
    assert not any(row.choices for row in desk(session).rows)

"""Acts in numbered lines: what is told before the last answer, and that nothing is done without one."""

from __future__ import annotations

import io

import pytest

from crisis_game.engine.act import Act, Offer
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.texts import TableText, WithdrawText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.machine import legal
from crisis_game.exercise.session import Session
from crisis_game.pages.choices import one_of
from crisis_game.plain.console import Console, EndOfInputError
from crisis_game.plain.form import fill
from crisis_game.texts import Wording
from tests.engine import builders


def playing(beats: int, seat: str = "AAA") -> Session:
    """A game of one person in a beat; from the table on with a text of its own there."""
    game = Session.start(builders.tiny(), {seat: "person"}, None, seed=7)
    for beat in range(beats):
        if beat == 1:
            game.submit(seat, TableText(builders.PROTEST_TEXT))
        game.submit(seat, SetReady())
    return game


def offer(game: Session, kind: str) -> Offer:
    return next(seat_offer for seat_offer in legal(game.seen("AAA")) if seat_offer.kind == kind)


def filled_in(seat_offer: Offer, *answers: str) -> tuple[Act | None, str]:
    """The command that these answers make of an offer, and all that was said; the input ends after them."""
    out = io.StringIO()
    console = Console(Wording("en"), io.StringIO("".join(f"{answer}\n" for answer in answers)), out)
    return fill(console, seat_offer), " ".join(out.getvalue().split())


@pytest.mark.parametrize("beats", range(3))
def test_no_act_is_done_by_choosing_its_kind(beats: int) -> None:
    """However little there is to ask: an answer is waited for, and here none comes."""
    for seat_offer in legal(playing(beats).seen("AAA")):
        with pytest.raises(EndOfInputError):
            filled_in(seat_offer)


def test_an_act_without_a_question_says_all_of_itself_and_can_be_left() -> None:
    game = playing(1)
    game.submit("AAA", TableText(builders.PROTEST_TEXT))
    withdrawal = offer(game, "withdraw-text")
    command, said = filled_in(withdrawal, "1")
    assert command == WithdrawText("aaa-1")
    assert "It leaves the table. Which text? aaa-1: " in said
    assert "Shall it be done? 1 Withdraw our text 0 Back > 1" in said
    assert filled_in(withdrawal, "0")[0] is None


def test_the_price_is_told_before_the_last_answer() -> None:
    command, said = filled_in(offer(playing(0), "ask-verification"), "1", "1")
    assert command is not None
    assert said.index("Costs 1 attention; you have 3.") < said.rindex("> 1")


def test_what_a_value_leads_to_is_told_before_it_is_taken() -> None:
    """About which text there is no choice: it stands above the choice of whom to ask, which is the last question."""
    command, said = filled_in(offer(playing(1), "ask-position"), "1")
    assert command is not None
    assert said.index("Which text? chair-1: ") < said.index("To whom?")


def test_what_stands_already_is_said() -> None:
    game = playing(0)
    claim = sorted(game.seen("AAA").claims)[0]
    grading = offer(game, "grade-claim")
    assert "As it stands" not in filled_in(grading, "1", "1")[1]
    game.submit("AAA", GradeClaim(claim, "probable"))
    claims = one_of(grading.domain("claim", {}))
    assert claims is not None
    place = str(1 + claims.index(claim))
    assert "As it stands: probable. How sure?" in filled_in(offer(game, "grade-claim"), place, "1")[1]
    game = playing(2)
    text = game.seen("AAA").sheet[0]
    game.submit("AAA", CastVote(text, "no"))
    assert "As it stands: no. " in filled_in(offer(game, "cast-vote"), "1", "3")[1]

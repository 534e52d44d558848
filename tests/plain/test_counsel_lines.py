"""Counsel in numbered lines: the page is read out with the letters, and its steps are taken in one after the other."""

from __future__ import annotations

import io

from crisis_game.engine.act import Act
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.plain.console import Console
from crisis_game.plain.counsel import take_steps
from crisis_game.plain.view_lines import letters
from crisis_game.texts import Wording
from tests.tui.test_every_screen import advised


def taking_in(session: Session, *answers: str) -> str:
    out = io.StringIO()
    console = Console(Wording("en"), io.StringIO("".join(f"{answer}\n" for answer in answers)), out)

    def submit(command: Act) -> None:
        assert isinstance(session.submit("AAA", command), Receipt)

    take_steps(console, session, "AAA", submit)
    return " ".join(out.getvalue().split())


def test_steps_are_taken_into_ones_own_text_until_one_goes_back() -> None:
    session = advised()
    said = taking_in(session, "2", "2", "0")
    assert {switch.clause for switch in session.seen("AAA").text("aaa-1").draft.clauses} == {"off-ramp", "reasons"}
    assert said.count("Then 3 weak points, now 3 weak points, with + on 2") == 1
    assert said.count("Then 3 weak points, now 2 weak points, with + on 2") == 1


def test_each_step_is_told_with_its_price_and_a_step_taken_in_can_be_taken_out_again() -> None:
    session = advised()
    said = taking_in(session, "2", "4", "0")
    assert "offer talks together with the measure (free, the text is yours)" in said
    assert "Take out again: the clause off-ramp (10)." in said
    assert session.seen("AAA").text("aaa-1").draft.clauses == ()


def test_what_stands_beside_the_letter_is_read_out_too() -> None:
    assert "What counsel knew:" in taking_in(advised(), "0")


def test_a_step_that_asks_for_more_asks_it_before_it_is_done() -> None:
    session = advised()
    said = taking_in(session, "1", "3", "0")
    assert "By the end of which round?" in said
    assert [demand.by_round for demand in session.seen("AAA").commitments.demands] == [3]


def test_the_letter_reads_out_the_whole_answer() -> None:
    out = io.StringIO()
    mail = [letter for letter in advised().view("AAA").mail if letter.channel == "counsel"]
    letters(Console(Wording("en"), io.StringIO(), out), mail)
    said = " ".join(out.getvalue().split())
    for words in ("Where it is weakest", "the first one turns it", "One view:", "Against it will be said", "unsure"):
        assert words in said
    assert "weak points" not in said

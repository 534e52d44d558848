"""TABLE in words: stands by letter, waves, next moves made from what was told alone; the same in every renderer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.acts.texts import ReviseText, TableText
from crisis_game.engine.acts.turns import Listen
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import Page, Part, sentences
from crisis_game.pages.play.draft_standing import standing, stands_with
from crisis_game.pages.play.law_asked import law_asked
from crisis_game.pages.play.table import companion, first_marked, table_now, table_page, waves_page
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Wording
from tests.engine import builders
from tests.engine.play import do
from tests.pages.showing import flat, in_html, in_json, in_lines, in_markdown, on_screen

Renderer = Callable[[Sequence[Page], Wording], str]
LIMITS = Change("clause", "limits", False)


@pytest.fixture
def desk() -> Working:
    """A person sits in AAA with an escort on the table, policies in the other seats; one wave has begun."""
    desk = builders.desk()
    desk.state.table.holders.update(BBB="statesman", CCC="dove")
    do(desk, "AAA", Listen())
    return desk


def wording(desk: Working, seat: str = "AAA") -> Wording:
    return wording_for(Seen(desk.scenario, desk.state, seat), dossier(desk.scenario, seat), "en")


def words(desk: Working, parts: Sequence[Part], seat: str = "AAA") -> str:
    return flat(" ".join(sentences(tuple(parts), wording(desk, seat))))


def view(desk: Working, seat: str = "AAA") -> View:
    return View(desk.seen(seat))


def test_a_wish_that_was_told_becomes_a_move_with_what_it_wins(desk: Working) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "could-live-with", (LIMITS,), because="It must be able to act."))
    now = table_now(view(desk), "aaa-1")
    move = next(move for move in now.moves if move.sign == "+")
    assert move.command() == ReviseText("aaa-1", LIMITS)
    assert "≈→✓" in wording(desk).say(move.wins)
    do(desk, "AAA", move.command())
    assert not [move for move in table_now(view(desk), "aaa-1").moves if move.sign == "+"]


def test_a_wish_with_a_price_promises_nothing_for_the_change_alone(desk: Working) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "could-live-with", (LIMITS,), 2))
    move = next(move for move in table_now(view(desk), "aaa-1").moves if move.sign == "+")
    assert "→" not in wording(desk).say(move.wins)


def test_what_was_told_to_another_changes_nothing_on_the_page(desk: Working) -> None:
    before = table_page(view(desk), "aaa-1")
    do(desk, "BBB", TakePosition("aaa-1", "could-live-with", (LIMITS,), to=("CCC",), because="Between us."))
    assert table_page(view(desk), "aaa-1") == before
    assert "≈" in "".join(wording(desk, "CCC").say(move.wins) for move in table_now(view(desk, "CCC"), "aaa-1").moves)


def test_a_wave_tells_stand_reason_and_wish_and_who_did_not_move(desk: Working) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "oppose", (LIMITS,), because="Not without a way back."))
    told = words(desk, table_page(view(desk), "aaa-1").parts)
    for said in ("wave 1", "state bbb oppose", "not without a way back", "wants a text without the clause limits"):
        assert said in told
    assert "state ccc no move" in told
    assert "not without a way back" in words(desk, waves_page(desk.seen("AAA")).parts)


def test_ones_own_text_is_marked_first(desk: Working) -> None:
    do(desk, "BBB", TableText(builders.PROTEST_TEXT))
    assert first_marked(view(desk)) == "aaa-1"
    assert first_marked(view(desk, "BBB")) == "bbb-1"


def test_the_law_asks_the_same_of_everybody_and_answers_nothing(desk: Working) -> None:
    asked = [words(desk, [*law_asked(desk.seen(seat), builders.ESCORT_TEXT)]) for seat in builders.MEMBERS]
    assert len(set(asked)) == 1
    assert not set(asked[0].split()) & {"lawful", "unlawful", "contested"}


def test_a_change_shows_the_votes_it_is_told_to_win(desk: Working) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "could-live-with", (LIMITS,)))
    seen = desk.seen("AAA")
    draft = seen.text("aaa-1").draft
    without = type(draft)(**{name: getattr(draft, name) for name in draft.__slots__} | {"clauses": ()})
    assert stands_with(view(desk), draft, "aaa-1")["BBB"] == "could-live-with"
    assert stands_with(view(desk), without, "aaa-1")["BBB"] == "support"
    assert "with it" in words(desk, [*standing(view(desk), without, "aaa-1")])


@pytest.mark.parametrize("render", [in_lines, in_html, in_json, in_markdown, on_screen])
def test_all_of_it_is_shown_by_every_renderer(desk: Working, render: Renderer) -> None:
    do(desk, "BBB", TakePosition("aaa-1", "oppose", (LIMITS,), 2, because="Not without a way back."))
    page = table_page(view(desk), "aaa-1")
    shown = flat(render([page], wording(desk)))
    for sentence in sentences(page.all, wording(desk)):
        assert flat(sentence) in shown, sentence
    assert companion(view(desk), view(desk).text("aaa-1"))

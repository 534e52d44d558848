"""The sheet of ORDERS in words: who decides, what was told, what was changed, what is missing; in every renderer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from crisis_game.engine.act import Act
from crisis_game.engine.acts.amendments import AnswerAmendment, ProposeAmendment
from crisis_game.engine.acts.ballots import CastVote, Explain, GiveOpinion
from crisis_game.engine.acts.responses import ActAlone, Deliver
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.acts.texts import Pledge, TableText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.shared_values import Change
from crisis_game.engine.view import View
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import Page, Part, Run, sentences
from crisis_game.pages.play.before_sealing import still_to_say
from crisis_game.pages.play.orders import as_it_reads, in_mind, orders_page, provisions, text_heading
from crisis_game.scenario.ids import Stance
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Wording
from tests.engine import builders
from tests.engine.builders import ESCORT_TEXT, PROTEST_TEXT
from tests.pages.showing import flat, in_html, in_json, in_lines, in_markdown, on_screen
from tests.tui.stage import session

Renderer = Callable[[Sequence[Page], Wording], str]
ESCORT = "aaa-1"


def at_the_table(scenario: Scenario | None = None) -> Session:
    """All members are people, and the first has tabled an escort."""
    opened = session(scenario=scenario)
    _all_ready(opened)
    _do(opened, "AAA", TableText(ESCORT_TEXT))
    return opened


def voting(opened: Session) -> Session:
    """The same session on to the vote."""
    _all_ready(opened)
    assert opened.seen("AAA").phase == "voting"
    return opened


def _all_ready(opened: Session) -> None:
    for seat in opened.persons:
        _do(opened, seat, SetReady())


def _do(opened: Session, seat: str, *commands: Act) -> None:
    for command in commands:
        assert isinstance(opened.submit(seat, command), Receipt), command


def wording(opened: Session, seat: str = "AAA") -> Wording:
    """Words as one seat has them."""
    return wording_for(opened.seen(seat), dossier(opened.authored, seat), "en")


def said(opened: Session, parts: Sequence[Part], seat: str = "AAA") -> list[str]:
    """Some parts in words."""
    return [*sentences(tuple(parts), wording(opened, seat))]


@pytest.mark.parametrize(
    ("stances", "told", "decides"),
    [
        ({}, "told 1✓ 0≈ 0✗", "any one of State BBB and State CCC decides"),
        ({"BBB": "support"}, "told 2✓ 0≈ 0✗", "it carries"),
        ({"BBB": "oppose"}, "told 1✓ 0≈ 1✗", "State CCC decides"),
        ({"BBB": "oppose", "CCC": "could-live-with"}, "told 1✓ 1≈ 1✗", "State CCC decides"),
        ({"BBB": "oppose", "CCC": "oppose"}, "told 1✓ 0≈ 2✗", "more than one vote short"),
    ],
)
def test_who_decides_by_what_was_told(stances: dict[str, Stance], told: str, decides: str) -> None:
    opened = at_the_table()
    for seat, stance in stances.items():
        _do(opened, seat, TakePosition(ESCORT, stance))
    view = View(voting(opened).seen("AAA"))
    assert any(decides in sentence for sentence in said(opened, [*as_it_reads(view.seen, view.text(ESCORT))]))
    note = text_heading(view.seen, view.text(ESCORT)).note
    assert note is not None
    assert wording(opened).say(note).endswith(told)


def test_what_an_amendment_put_in_is_marked() -> None:
    opened = at_the_table()
    _do(opened, "BBB", ProposeAmendment(ESCORT, Change("clause", "review", True)))
    assert not _marked(opened)
    _do(opened, "AAA", AnswerAmendment("aaa-1/bbb-1", True))
    assert _marked(opened) == ["review"]


def _marked(opened: Session) -> list[str]:
    view = View(opened.seen("AAA"))
    runs = provisions(view.seen, view.text(ESCORT)).runs
    return [wording(opened).say(piece.words) for piece in runs if isinstance(piece, Run) and piece.sign == "◆"]


def test_what_is_missing_is_told_until_nothing_is() -> None:
    opened = voting(at_the_table())
    assert _missing(opened) == (
        "Before you seal, 0 of 3 done: vote on 2 texts, opinion on 1 text and say why on 2 texts."
    )
    texts = opened.seen("AAA").sheet
    _do(opened, "AAA", *(CastVote(text, "yes") for text in texts))
    assert _missing(opened).endswith("say why on 2 texts and say of 2 measures what you give.")
    _do(opened, "AAA", *(Deliver(ESCORT, measure, "none") for measure in ("escort", "targeted-sanctions")))
    _do(opened, "AAA", *(Explain(text, "", "So it is.") for text in texts))
    assert _missing(opened) == "Before you seal, 3 of 4 done: opinion on 1 text."
    _do(opened, "AAA", GiveOpinion(ESCORT, "escort", "law", "lawful", 70))
    assert still_to_say(opened.seen("AAA")) is None


def _missing(opened: Session) -> str:
    missing = still_to_say(opened.seen("AAA"))
    assert missing is not None
    return wording(opened).say(missing)


def test_beside_stand_ones_own_promises_and_brief_alone() -> None:
    opened = at_the_table()
    _do(opened, "AAA", Pledge(ESCORT, "escort", "half"))
    _do(opened, "BBB", Pledge(ESCORT, "escort", "full"))
    voting(opened)
    mine = said(opened, [*in_mind(opened.seen("AAA"), dossier(opened.authored, "AAA").own)])
    assert mine[:2] == ["What you promised", "escort half under Escort"]
    assert mine[2] == "Your brief says"
    assert said(opened, [*in_mind(opened.seen("CCC"), None)]) == []


def test_what_is_not_put_is_named_with_what_stands_behind_it() -> None:
    opened = at_the_table()
    _do(opened, "BBB", TableText(PROTEST_TEXT))
    told = " ".join(said(voting(opened), orders_page(opened.view("AAA"), None).parts))
    assert "Not put" not in told
    tiny = builders.tiny()
    opened = at_the_table(builders.tiny(numbers=replace(tiny.numbers, texts_at_once=1)))
    _do(opened, "BBB", TableText(PROTEST_TEXT))
    told = " ".join(said(voting(opened), orders_page(opened.view("AAA"), None).parts))
    assert "Not put 1 text is put, that with most support" in told
    assert told.count("behind it 1 of 3") == 1


def test_what_would_be_given_is_said_of_a_text_that_carries_by_what_was_told() -> None:
    opened = at_the_table()
    _do(opened, "BBB", TakePosition(ESCORT, "support"), Pledge(ESCORT, "escort", "full"))
    voting(opened)
    told = " ".join(said(opened, orders_page(opened.view("AAA"), None).parts))
    assert "carries by what was told" in told
    assert "escort: State BBB in full" in told
    assert "% of what all could give" in told


def test_nothing_is_said_of_what_would_be_given_to_a_text_that_does_not_carry() -> None:
    opened = at_the_table()
    _do(opened, "BBB", TakePosition(ESCORT, "oppose"), Pledge(ESCORT, "escort", "full"))
    told = " ".join(said(voting(opened), orders_page(opened.view("AAA"), None).parts))
    assert "of what all could give" not in told


@pytest.mark.parametrize("shown", [in_lines, on_screen, in_html, in_markdown, in_json])
def test_every_sentence_of_the_sheet_is_shown(shown: Renderer) -> None:
    opened = voting(at_the_table())
    _do(opened, "AAA", CastVote(ESCORT, "yes"), Explain(ESCORT, "", "So it is."))
    _do(opened, "AAA", ActAlone("mediation", None, "charter", True))
    page = orders_page(View(opened.seen("AAA")), dossier(opened.authored, "AAA").own)
    assert "If nothing is adopted" in said(opened, page.parts)
    words = flat(shown((Page(page.id, page.title, page.all),), wording(opened)))
    assert not [sentence for sentence in said(opened, page.all) if flat(sentence) not in words]

"""Words of the glossary in what was just read out, and none of what another person read."""

from __future__ import annotations

from io import StringIO

from crisis_game.exercise.notes import Notes
from crisis_game.plain.console import Console
from crisis_game.plain.lookup import GROUPS, Shown
from crisis_game.plain.public import Public
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Wording
from tests.engine import builders
from tests.tui.stage import session


def _asked(*answers: str, read: str, cleared: bool = False) -> str:
    out = StringIO()
    console = Console(Wording("en"), StringIO("".join(f"{answer}\n" for answer in answers)), out)
    console.line(read)
    if cleared:
        console.clear()
    pages = {name.msgid: page for _, group in GROUPS for name, page in group}
    opened = session("AAA")
    shown = Shown(opened.view("AAA"), dossier(builders.tiny(), "AAA"), (), Public.of(opened), Notes(opened))
    pages["Words in what you just read"](console, shown)
    return " ".join(out.getvalue().split())


def test_a_word_that_was_read_is_explained_with_its_source() -> None:
    said = _asked("1", read="It was an armed attack, not a countermeasure.")
    assert "1 Armed attack 2 Countermeasure 0 Back" in said
    assert "told from lesser ones by its scale and effects" in said
    assert "Source: UN Charter, Article 51" in said


def test_where_there_is_none_that_is_said() -> None:
    assert "No word that can be explained" in _asked(read="Rain fell.")


def test_nothing_of_what_was_read_before_the_curtain_is_left() -> None:
    assert "No word that can be explained" in _asked(read="An armed attack.", cleared=True)

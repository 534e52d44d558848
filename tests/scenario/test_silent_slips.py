"""What was read in silence and meant otherwise: texts cut by a comment, signs that look like others; no false alarm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.scenario.reading.load import read_scenario
from crisis_game.texts.lookalikes import first_in, in_structure, meant

SOUND = find("first-watch")
TITLE = "title: First Watch\n"


def codes(title: str) -> list[str]:
    """The codes of the problems with other lines in place of the title."""
    text = SOUND.contents[SOUND.main].decode().replace(TITLE, title, 1)
    files = ScenarioFiles(SOUND.main, {**SOUND.contents, SOUND.main: text.encode()})
    return [problem.code for problem in read_scenario(files).problems]


@pytest.mark.parametrize(
    "title",
    [
        "title: Watch #2\n",
        "title: Watch\t#2\n",
        "title: A long title that\n  goes on #2 below\n",
        "title: {en: Watch,\n  # a comment\n  de: Wache #2\n  }\nlanguages: [en, de]\n",
    ],
)
def test_a_text_cut_by_a_number_sign_is_told(title: str) -> None:
    assert codes(title) == ["W651"]


@pytest.mark.parametrize(
    "title",
    [
        "title: First Watch # what it is called\n",
        "title: First Watch #\n",
        "title: First Watch ## old\n",
        "title: 'Watch #2'\n",
        "title: >-\n  Watch #2\n",
        "title: Watch#2\n",
        "#old\ntitle: First Watch\n#new\n",
    ],
)
def test_a_comment_and_a_number_sign_in_a_text_are_no_cut(title: str) -> None:
    assert codes(title) == []


@pytest.mark.parametrize("sign", ["\u00a0", "\u202f", "\u200b", "\ufeff", "\u2060"])
def test_a_blank_that_is_none_is_named_where_it_stands(sign: str) -> None:
    for title in (f"title:{sign}First Watch\n", f"{sign}title: First Watch\n", f"title{sign}: First Watch\n"):
        assert codes(title)[:1] == ["E134"], repr(title)


def test_prose_may_hold_such_signs() -> None:
    assert codes("title: Watch\u00a0– or\u00a0not\u202f? co\u00adoperation\n") == []


@given(st.text(st.characters(codec="ascii")))
def test_plain_words_hold_no_such_sign(words: str) -> None:
    assert meant(words) == words
    assert first_in(words) == ""
    assert in_structure(words) is None


@given(st.text("ab-\u00a0\u200b\u2013\u2212"))
def test_what_is_meant_holds_none(words: str) -> None:
    assert first_in(meant(words)) == ""
    assert meant(meant(words)) == meant(words)

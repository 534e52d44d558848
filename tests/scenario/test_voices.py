"""Voices: what the shared ones hold, who gets which, and what authors are told of theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crisis_game.documents import Source
from crisis_game.scenario.library import VOICES, find, shipped_folder
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.model_voices import SLOT, SLOTS, Part
from crisis_game.scenario.reading.check_file import check_file
from crisis_game.scenario.reading.load import Reading, load_scenario, read_scenario
from crisis_game.scenario.reading.voice_book import read_voices
from crisis_game.texts import Wording
from tests.scenario.conftest import TINY, files_of

BOOK = read_voices(Source.at(shipped_folder() / VOICES))
SHARED = (shipped_folder() / VOICES).read_text(encoding="utf-8")

FOR: tuple[Part, ...] = ("likes", "outcomes", "clauses", "trust", "promises")
"""Parts that can make a text worth a yes; the others only take away."""

AGAINST: tuple[Part, ...] = ("likes", "outcomes", "clauses", "evidence", "law", "cost", "trust")


def with_voices(lines: str, state: str = "") -> Reading:
    """The tiny scenario with voices of its author, and more under its first state."""
    text = TINY.replace("states:\n", f"voices:\n{lines}states:\n", 1) if lines else TINY
    text = text.replace("    name: Arran\n", f"    name: Arran\n{state}", 1)
    return read_scenario(files_of(text, voices=SHARED))


def scenario(lines: str, state: str = "") -> Scenario:
    reading = with_voices(lines, state)
    assert reading.scenario is not None, reading.problems
    return reading.scenario


def told(lines: str, state: str = "") -> list[tuple[str, str, str]]:
    """Each problem: its code, the characters at its place, the cure."""
    reading = with_voices(lines, state)
    problems = [problem for problem in reading.problems if problem.code != "W602"]
    lines_at = [reading.documents[problem.file].lines.line(problem.span.line) for problem in problems]
    return [
        (problem.code, line[problem.span.column - 1 : problem.span.end - 1], Wording().say(problem.fix))
        for problem, line in zip(problems, lines_at, strict=True)
    ]


# The shared ones ----------------------------------------------------------------------------------------------------


def test_there_are_eight_without_a_problem() -> None:
    assert len(BOOK.voices) == 8
    assert check_file(str(shipped_folder() / VOICES)).problems == ()


@pytest.mark.parametrize("voice", BOOK.voices.values(), ids=BOOK.voices)
def test_each_has_two_sentences_or_more_for_whatever_can_weigh(voice: Reading) -> None:
    for vote, parts in (("yes", FOR), ("no", (*AGAINST, "red_line")), ("abstain", (*AGAINST, "red_line"))):
        sayings = getattr(voice, vote)
        assert {part: len(sayings.about(part)) for part in parts if len(sayings.about(part)) < 2} == {}


@pytest.mark.parametrize("voice", BOOK.voices.values(), ids=BOOK.voices)
def test_every_sentence_names_something_and_ends(voice: Reading) -> None:
    for vote in ("yes", "no", "abstain"):
        for part in SLOTS:
            for sentence in getattr(voice, vote).about(part):
                words = Wording().say(sentence)
                assert SLOT.search(words), words
                assert words[-1] in ".?!", words


def test_no_two_voices_share_a_sentence() -> None:
    said = [
        Wording().say(sentence)
        for voice in BOOK.voices.values()
        for vote in ("yes", "no", "abstain")
        for part in SLOTS
        for sentence in getattr(voice, vote).about(part)
    ]
    assert len(said) == len(set(said))


# Who speaks how -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["hesk-strait", "first-watch"])
def test_each_member_of_what_is_shipped_has_a_voice_of_its_own(name: str) -> None:
    shipped = load_scenario(find(name))
    assert len({shipped.states[member].voice for member in shipped.members}) == len(shipped.members)


def test_who_names_none_gets_one_that_suits_and_that_nobody_has() -> None:
    dealt = scenario("")
    held = [dealt.states[member].voice for member in dealt.members]
    assert held == ["elder", "exact"]
    policies = [dealt.states[member].policy for member in dealt.members]
    assert all(policy in dealt.voices[voice or ""].suits for policy, voice in zip(policies, held, strict=True))


def test_a_voice_that_is_named_is_not_dealt_again() -> None:
    dealt = scenario("", "    voice: exact\n")
    assert [dealt.states[member].voice for member in dealt.members] == ["exact", "quarterdeck"]


def test_an_authors_voice_takes_the_place_of_a_shared_one_of_its_name() -> None:
    own = scenario('  elder: {"yes": {cost: "We can find {number} a round."}}\n', "    voice: elder\n")
    assert Wording().say(own.voices["elder"].yes.cost[0]) == "We can find {number} a round."
    assert own.voices["elder"].no.likes == ()


def test_without_the_shared_file_there_are_none(tiny: Scenario) -> None:
    assert tiny.voices == {}
    assert {tiny.states[member].voice for member in tiny.members} == {None}


# What authors are told ----------------------------------------------------------------------------------------------


def test_a_voice_that_there_is_not_is_told() -> None:
    assert told("", "    voice: eldest\n") == [("E351", "eldest", "Did you mean `elder`?")]


@pytest.mark.parametrize(
    ("words", "code", "at"),
    [
        ("We say {measur} no.", "E571", "{measur}"),
        ("We say {who} no.", "E571", "{who}"),
        ("We say {} no.", "E571", "{}"),
        ("We say {measure no.", "E571", "{"),
        ("We say measure} no.", "E571", "}"),
        ("We say {{measure}} no.", "E571", "{"),
        ("We say [red]no[/red].", "W641", "[red]"),
        ("We say <b>no</b>.", "W641", "<b>"),
        ("We say **no** to it.", "W641", "**"),
    ],
)
def test_what_nothing_would_fill_or_read_is_told_at_its_place(words: str, code: str, at: str) -> None:
    problems = told(f'  harbour: {{"no": {{likes: ["We say no.", "{words}"]}}}}\n')
    assert (code, at) in [(told_code, place) for told_code, place, _ in problems]
    assert {told_code for told_code, *_ in problems} == {code}
    cure = "{measure}" if code == "E571" else "Leave"
    assert all(cure in fix for *_, fix in problems)


def test_a_brace_in_another_language_is_told_there() -> None:
    lines = '  harbour: {"no": {likes: [{en: "Not {measure}.", de: "Nicht {masnahme}."}]}}\n'
    assert [(code, at) for code, at, _ in told(lines) if code == "E571"] == [("E571", "{masnahme}")]


@pytest.mark.parametrize("words", ["", "x" * 111])
def test_a_sentence_of_no_length_or_of_too_much_is_told(words: str) -> None:
    assert [code for code, *_ in told(f'  harbour: {{"no": {{likes: ["{words}"]}}}}\n')] == ["E207"]


def test_a_part_that_there_is_not_is_told_with_the_nearest(changed: Callable[..., str]) -> None:
    assert told('  harbour: {"no": {evidense: "No {claim}."}}\n') == [("E202", "evidense", "Did you mean `evidence`?")]

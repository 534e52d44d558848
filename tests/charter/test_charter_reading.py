"""Charters from YAML: every problem with its place and, where there is one, the nearest right word."""

from __future__ import annotations

import pytest

from crisis_game.charter.model import Charter
from crisis_game.charter.reading import charter_within, read_charter_file
from crisis_game.documents import Source, read_yaml
from crisis_game.scenario.reading.problem_codes import CODES
from crisis_game.texts import Problem, Wording

SOUND = """\
format: 1
id: two-shores
name: The Compact of Two Shores
members: [AAA, BBB, CCC]
groups: {large: [AAA, BBB]}
tables: {people: {AAA: 3, BBB: 1}}
matters: {fish: Fisheries}
organs:
  - id: council
    name: The Council
    decides:
      - {matter: fish, rule: {kind: consensus}, article: 2}
      - {matter: any, rule: {kind: count, needed: 2, veto: large, excluded: aggressor, weights: people}}
duties:
  - {id: consult, article: 1, kind: consult, text: Members consult.}
triggers:
  - {id: threat, article: 1(2), name: A threat, kinds: [threat], opens: consult}
articles:
  - {number: 1, title: Consultation, text: Members consult., topics: [consultation]}
  - {number: 2, title: Decisions, text: The Council decides., topics: [decision]}
"""


def read(words: str) -> tuple[Charter | None, tuple[Problem, ...]]:
    return read_charter_file(Source("c.yaml", words.encode()))


def problems(old: str, new: str) -> list[tuple[str, int, str]]:
    """Code, line and the words under the carets of each problem once `old` is replaced in the sound charter."""
    assert SOUND.count(old) == 1
    words = SOUND.replace(old, new)
    charter, charter_problems = read(words)
    assert (charter is None) == bool(charter_problems)
    lines = words.splitlines()
    return [
        (problem.code, problem.span.line, lines[problem.span.line - 1][problem.span.column - 1 : problem.span.end - 1])
        for problem in charter_problems
    ]


def test_the_sound_charter_is_read_whole() -> None:
    charter, charter_problems = read(SOUND)
    assert not charter_problems
    assert charter is not None
    assert charter.members == ("AAA", "BBB", "CCC")
    assert charter.short == charter.name
    assert charter.organ("council").members == charter.members
    trigger = charter.trigger("threat")
    assert trigger is not None
    assert trigger.opens == "consult"
    article = charter.article("1(2)")
    assert article is not None
    assert article == charter.article_on("consultation")
    unknown = (charter.article("7"), charter.article_on("exit"), charter.trigger("none"), charter.duty("none"))
    assert unknown == (None, None, None, None)
    assert [duty.id for duty in charter.duties_to("consult")] == ["consult"]
    assert charter.remedies_of("suspension") == ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("format: 1\n", "", ("E303", 1, "i")),
        ("format: 1", "format: 2", ("E305", 1, "2")),
        ("id: two-shores", "id: two shores", ("E309", 2, "two shores")),
        ("The Compact of Two Shores", "[]", ("E301", 3, "[")),
        ("[AAA, BBB, CCC]", "[AAA, BBB, CCC, aaa]", ("E309", 4, "aaa")),
        ("[AAA, BBB, CCC]", "[AAA, BBB, CCC, AAA]", ("E308", 4, "AAA")),
        ("[AAA, BBB, CCC]", "{AAA: A, BBB: B, CCC: C, ddd: D}", ("E309", 4, "ddd")),
        ("large: [AAA, BBB]", "large: [AAA, BBD]", ("E304", 5, "BBD")),
        ("{large: [AAA, BBB]}", "{large: [AAA], victim: [BBB]}", ("E308", 5, "victim")),
        ("{AAA: 3, BBB: 1}", "{AAA: 3, BBD: 1}", ("E302", 6, "BBD")),
        ("{fish: Fisheries}", "{fish: Fisheries, sanctions: S}", ("E308", 7, "sanctions")),
        ("matter: fish", "matter: fishes", ("E304", 12, "fishes")),
        ("matter: any", "matter: fish", ("E308", 13, "fish")),
        ("article: 2}", "article: 3}", ("E304", 12, "3")),
        ("kind: consensus", "kind: consent", ("E304", 12, "consent")),
        ("veto: large", "veto: larger", ("E304", 13, "larger")),
        ("excluded: aggressor", "excluded: agressor", ("E304", 13, "agressor")),
        ("weights: people", "weights: money", ("E304", 13, "money")),
        ("kind: consult,", "kind: talk,", ("E304", 15, "talk")),
        ("opens: consult", "opens: assist", ("E304", 17, "assist")),
        ("kinds: [threat]", "kind: [threat]", ("E302", 17, "kind")),
        ("- {number: 2,", "- {number: 1,", ("E308", 20, "1")),
        ("topics: [decision]", "topics: [decisions]", ("E304", 20, "decisions")),
        ("number: 1, title: Consultation", "number: 1, title: ''", ("E301", 19, "''")),
    ],
)
def test_problem(old: str, new: str, expected: tuple[str, int, str]) -> None:
    assert expected in problems(old, new)


@pytest.mark.parametrize(
    ("old", "new", "near"),
    [
        ("veto: large", "veto: larger", "large"),
        ("matters:", "mattres:", "matters"),
        ("kind: consensus", "kind: consent", "consensus"),
        ("excluded: aggressor", "excluded: agressor", "aggressor"),
    ],
)
def test_the_nearest_right_word_is_offered(old: str, new: str, near: str) -> None:
    _, charter_problems = read(SOUND.replace(old, new))
    assert f"Did you mean `{near}`?" in [Wording().say(problem.fix) for problem in charter_problems]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("area: {places: [x]}", "E303"),
        ("emergency: {allowed: perhaps}", "E301"),
        ("emergency: {allowed: true, times: 0}", "E305"),
        ("review: {text: R, renewal: quietly}", "E304"),
        ("exit: {text: E, matter: any}", "E302"),
        ("amendment: {text: E, matter: leaving}", "E304"),
        ("disputes: {steps: [quarrel], text: D}", "E304"),
        ("security_council: {report: true, authorisation_for: [force]}", "E304"),
        ("remedies: [{id: r, kind: suspension, text: T, hearing: maybe}]", "E301"),
        ("remedies: [{id: r, kind: conditional-participation, text: T}]", "E304"),
        ("remedies: [{id: r, kind: suspension, text: T}, {id: r, kind: arrears, text: T}]", "E308"),
        ("fictional: perhaps", "E301"),
        ("surprise: 1", "E302"),
    ],
)
def test_problem_in_a_further_clause(line: str, code: str) -> None:
    charter, charter_problems = read(f"{SOUND}{line}\n")
    assert charter is None
    assert [problem.code for problem in charter_problems] == [code]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    decides:", "    fallback: {organ: senate}\n    decides:", "E304"),
        ("    decides:", "    fallback: {organ: council, step: mediation}\n    decides:", "E307"),
        ("    decides:", "    fallback: {step: quarrel}\n    decides:", "E304"),
        ("    decides:", "    members: [DDD]\n    decides:", "E304"),
        ("    decides:", "    ballot: secret\n    decides:", "E304"),
        ("    decides:", "    sequence: [consensus]\n    decides:", "E302"),
        ("    decides:", "    defaults: {off: voting}\n    decides:", "E302"),
        ("kind: consult,", "kind: contribute, within: 1,", "E311"),
        ("article: 2}", "opt_outs: some}", "E304"),
        ("article: 2}", "own_consent: [force]}", "E304"),
        ("article: 2}", "deadline: {hours: 24}}", "E302"),
        ("  - id: council", "  - {id: council, decides: []}\n  - id: council", "E308"),
        ("[AAA, BBB, CCC]", "[]", "E307"),
    ],
)
def test_problem_in_an_organ(old: str, new: str, code: str) -> None:
    assert code in [problem_code for problem_code, _, _ in problems(old, new)]


def test_organs_must_not_be_missing() -> None:
    begin = SOUND.index("organs:")
    charter, charter_problems = read(f"{SOUND[:begin]}organs: []\n")
    assert charter is None
    assert [problem.code for problem in charter_problems] == ["E307"]


@pytest.mark.parametrize("words", ["", "- a list\n", "just words\n", "a: [", "format: 1\nid: &x a\n", "\x00"])
def test_what_is_no_charter_gives_problems_and_no_traceback(words: str) -> None:
    charter, charter_problems = read(words)
    assert charter is None
    assert charter_problems


def test_all_problems_come_in_one_run_in_the_order_of_the_file() -> None:
    words = (
        SOUND.replace("format: 1", "format: 3").replace("kind: consensus", "kind: consent").replace("opens:", "open:")
    )
    _, charter_problems = read(words)
    assert [(problem.code, problem.span.line) for problem in charter_problems] == [
        ("E305", 1),
        ("E304", 12),
        ("E302", 17),
    ]
    assert {problem.code for problem in charter_problems} <= set(CODES)


def test_a_charter_inside_a_scenario_has_its_places_there() -> None:
    inner = "".join(f"  {line}\n" for line in SOUND.splitlines())
    document = read_yaml(Source("s.yaml", f"id: tiny\ncharter:\n{inner}".encode()))
    assert isinstance(document.value, dict)
    charter, charter_problems = charter_within(document, document.value["charter"], ("charter",), "de")
    assert not charter_problems
    assert charter is not None
    assert charter.name.by_language[0][0] == "de"

    broken = inner.replace("kind: consensus", "kind: consent")
    document = read_yaml(Source("s.yaml", f"id: tiny\ncharter:\n{broken}".encode()))
    assert isinstance(document.value, dict)
    charter, charter_problems = charter_within(document, document.value["charter"], ("charter",), "en")
    assert charter is None
    assert [(problem.file, problem.span.line) for problem in charter_problems] == [("s.yaml", 14)]


def test_a_charter_says_its_texts_in_several_languages() -> None:
    words = SOUND.replace("name: The Compact of Two Shores", "name: {en: The Compact, de: Der Pakt}\nlanguage: en")
    charter, _ = read(words)
    assert charter is not None
    assert charter.name.in_language("de") == "Der Pakt"

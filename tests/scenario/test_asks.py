"""Injects that ask, as authors write them: forms, defaults, and every slip told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.conditions.condition import condition
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Asking, Chain, Expectation
from crisis_game.scenario.reading.load import Reading, read_scenario
from crisis_game.scenario.reading.reachability_proofs import proofs
from crisis_game.texts import Wording, prose

ROOT = Path(__file__).parents[2]
ASKING = (ROOT / "tests" / "data" / "asking.yaml").read_text(encoding="utf-8")
CATALOGUE = (ROOT / "scenarios" / "measures.yaml").read_bytes()


def reading(text: str = ASKING) -> Reading:
    return read_scenario(ScenarioFiles("asking.yaml", {"asking.yaml": text.encode(), "measures.yaml": CATALOGUE}))


def changed(old: str, new: str) -> str:
    assert ASKING.count(old) == 1, old
    return ASKING.replace(old, new)


def never(text: str) -> dict[str, list[str]]:
    """Why injects can never arrive, by id."""
    files = ScenarioFiles("asking.yaml", {"asking.yaml": text.encode(), "measures.yaml": CATALOGUE})
    scenario = read_scenario(files).scenario
    assert scenario is not None
    wording = Wording()
    return {proof.id: [wording.say(reason) for reason in proof.reasons] for proof in proofs(files, scenario)}


def asks(words: str) -> Asking | None:
    parsed = reading(changed("asks: Say something to it.", f"asks: {words}"))
    assert parsed.scenario is not None, parsed.problems
    return parsed.scenario.injects["queue"].asks


def test_the_scenario_of_these_tests_has_no_problem() -> None:
    assert reading().problems == ()


def test_a_text_alone_is_a_question_without_answers() -> None:
    assert asks("Say something.") == Asking(prose("Say something."))
    assert asks("{text: Say something.}") == Asking(prose("Say something."))
    assert asks("") is None


def test_a_text_in_several_languages_is_no_record() -> None:
    parsed = reading(
        changed("asks: Say something to it.", "asks: {en: Say something., de: Sag etwas.}").replace(
            "level: first", "level: first\nlanguages: [en, de]"
        )
    )
    assert parsed.scenario is not None, parsed.problems
    question = parsed.scenario.injects["queue"].asks
    assert question is not None
    assert question.text.in_language("de") == "Sag etwas."
    assert question.choices == ()


def test_a_question_with_its_defaults() -> None:
    question = asks(
        "{text: Which?, default: b, choices: {b: {label: B}, a: {label: A, effects: [{gauge: harm, add: 1}]}}}"
    )

    assert question is not None
    assert [reply.id for reply in question.choices] == ["b", "a"]
    assert (question.fuse, question.default, question.expect) == ("orders", "b", Expectation())
    assert question.reply("a").effects[0].subject == "harm"
    assert {reply.says.in_language("en") for reply in question.choices} == {""}
    assert [question.rated(id_) for id_ in ("a", "b")] == ["", ""]


def test_answers_are_rated_by_what_is_expected() -> None:
    scenario = reading().scenario
    assert scenario is not None
    question = scenario.injects["picture-asked"].asks
    assert question is not None
    assert {reply.id: question.rated(reply.id) for reply in question.choices} == {
        "show": "met", "books": "partly", "keep": "not"
    }  # fmt: skip


def test_a_chain_follows_one_round_later_and_always_where_it_does_not_say() -> None:
    scenario = reading(changed("{inject: queue, when: \"answered('banks-close', 'wait', 'AAA')\"}", "{inject: queue}"))
    assert scenario.scenario is not None
    assert scenario.scenario.injects["banks-close"].then == (Chain("queue"),)


WRONG = (
    ("E205", "fuse: 60", "fuse: 4", "4", "5 or more"),
    ("E204", "fuse: 60", "fuse: answer", "answer", "table"),
    ("E201", "{label: Wait for the Council, effects", "{effects", "wait", "label"),
    ("E202", "default: open", "defalt: open", "defalt", "`default`"),
    ("E210", "{gauge: standing, add: -3}", "{gauge: standing}", "{", "`add`"),
    ("E351", "default: keep", "default: kept", "kept", "`keep`"),
    ("E351", "partly: [books]", "partly: [book]", "[", "`books`"),
    ("E351", "{inject: queue,", "{inject: quee,", "quee", "`queue`"),
    ("E351", "command: {kind: share-evidence, source: picture}", "command: {kind: share-evidence, source: pictre}",
     "pictre", "`picture`"),
    ("E351", "answer: keep}", "answer: kept}", "kept", "`keep`"),
    ("E407", "answered('picture-asked', 'keep')", "answered('picture-asked', 'kept')", "'kept'", "'keep'"),
    ("E407", "answered('picture-asked', 'keep')", "answered('queue', 'keep')", "'keep'", "Define one first"),
    ("E406", "answered('picture-asked', 'keep')", "answered('picture-asked')", '"', "one word"),
    ("E502", "{after: 2, inject: copy,", "{after: 2, inject: queue,", "copy", "Add a round"),
    ("E530", "command: open-accounts", "command: open-account", "open-account", "`open-accounts`"),
    ("E532", "command: open-accounts", "command: deliver", "deliver", "text"),
    ("E561", "      default: open\n", "", "choices", "close and open"),
    ("E561", "partly: [books]", "partly: [show]", "[", "one of the two"),
    ("E561", "        open: {label: Keep it open, effects: [{home: AAA, add: -8}, {gauge: harm, add: 2}]}\n", "",
     "close", "Add another"),
    ("E562", "    to: [AAA]\n    channel: cable\n", "    to: [CAL]\n    channel: cable\n", "choices", "Add a member"),
    ("E562", "    to: [AAA]\n    channel: cable\n", "    to: [AAA]\n    at: answer\n    channel: cable\n", "asks",
     "another beat"),
    ("E563", "command: open-accounts", "command: {kind: cast-vote, text: BBB-1, vote: yes}", "{", "later"),
    ("E563", "command: open-accounts", "command: set-ready", "set-ready", "Leave it to the seat"),
    ("W602", "after: 2", "after: 3", "3", "earlier"),
    ("W607", "inject: copy, when", "inject: picture-asked, when", "picture-asked", "another inject"),
    ("W608", "asks: Say something to it.", "asks: {text: Say something to it., fuse: table}", "table", "Add `choices`"),
    ("W612", "label: Keep it a day", "label: " + "Keep it a day and " * 5, "Keep it a day and", "Shorten"),
    ("W611", "says: Nobody goes home", "says: " + "Nobody goes home " * 25, "Nobody goes home", "Shorten"),
)  # fmt: skip


@pytest.mark.parametrize(("code", "old", "new", "place", "says"), WRONG)
def test_a_slip_is_told_at_its_place(code: str, old: str, new: str, place: str, says: str) -> None:
    assert old in ASKING
    text = ASKING.replace(old, new, 1)
    problems = [problem for problem in reading(text).problems if problem.code == code]

    assert problems, [problem.code for problem in reading(text).problems]
    line = text.splitlines()[problems[0].span.line - 1]
    wording = Wording()
    assert line[problems[0].span.column - 1 :].startswith(place)
    assert says in wording.say(problems[0].message) + wording.say(problems[0].fix)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("answered('picture-asked', 'keep') and answered('picture-asked', 'show')", "never holds"),
        ("answered('picture-asked', 'keep', 'AAA')", "never holds"),
        ("answered('picture-asked', 'keep') and grip > 99", None),
    ],
)
def test_what_can_never_have_been_answered_brings_nothing(line: str, says: str | None) -> None:
    told = never(changed("answered('picture-asked', 'keep')\"", f'{line}"'))

    assert list(told) == ([] if says is None else ["copy"])
    assert all(str(says) in sentence for sentences in told.values() for sentence in sentences)


def test_two_injects_that_only_bring_each_other_never_come() -> None:
    pair = "".join(
        f"  {one}:\n    title: One\n    text: One.\n    asks: Nothing.\n    then: [{{inject: {other}}}]\n"
        for one, other in (("here", "there"), ("there", "here"))
    )
    told = never(changed("  queue:\n", f"{pair}  queue:\n"))
    assert list(told) == ["here", "there"]
    assert told["here"][0].startswith("`arrived('there')` never holds in rounds 1 to 3")
    assert "`inject: here` is needed" in told["here"][0]


def test_what_is_asked_for_before_it_can_be_answered_never_holds() -> None:
    told = never(changed("    when: not adopted('protest')\n", "    when: answered('gate', 'open')\n"))
    assert list(told) == ["second-ship"]


def test_answers_move_what_can_be_reached() -> None:
    """A gauge of the author's that only an answer moves can be what the answer makes it, and no more."""
    tables = "gauges: {fuel: {name: Fuel, meaning: How much fuel there is., start: 10}}\n"
    moved = changed("{label: Close it, effects: [", "{label: Close it, effects: [{gauge: fuel, add: 5}, ")
    after = moved.replace("\ninjects:\n", f"\n{tables}\ninjects:\n")
    for most, ids in ((15, []), (16, ["second-ship"])):
        line = f"    round: 3\n    to: [BBB]\n    channel: intelligence\n    when: fuel >= {most}\n"
        text = after.replace("    round: 2\n    to: [BBB]\n    channel: intelligence\n", line)
        assert list(never(text.replace("    when: not adopted('protest')\n", ""))) == ids


def test_an_inject_with_a_fault_still_brings_its_own() -> None:
    text = changed("fuse: table", "fuse: tabel")
    assert [problem.code for problem in reading(text).problems] == ["E204"]


@pytest.mark.parametrize(("at", "told"), [("situation", True), ("table", False), ("answer", False)])
def test_what_follows_in_the_same_round_comes_in_a_later_beat(at: str, told: bool) -> None:
    text = changed("{after: 2, inject: copy", "{after: 0, inject: copy").replace(
        "    title: A copy\n", f"    title: A copy\n    at: {at}\n"
    )
    assert ("W607" in [problem.code for problem in reading(text).problems]) is told


def test_deeds_can_be_expected_where_nobody_can_answer_and_answers_cannot() -> None:
    expected = asks("{text: Say something., expect: {deeds: consulted, deeds_partly: accused}}")
    assert expected is not None
    assert (expected.expect.deeds, expected.expect.deeds_partly) == (condition("consulted"), condition("accused"))
    slip = reading(changed("asks: Say something to it.", "asks: {text: Say something., expect: {met: yes}}"))
    assert [problem.code for problem in slip.problems] == ["W608"]

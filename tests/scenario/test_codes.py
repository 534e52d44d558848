"""Slips as authors make them, beyond the one that each code's explanation shows: the exact place, and a remedy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from crisis_game.scenario.reading.load import Reading
from crisis_game.texts import Problem, Wording


@dataclass(frozen=True)
class Wrong:
    """One slip: a part of the tiny scenario, what stands there instead, and what is told.

    Attributes:
        place: the characters that the problem points at.
        says: words that stand in the message or the remedy.
    """

    code: str
    old: str
    new: str
    place: str
    says: str = ""


EFFECT = "effects: [{home: AAA, add: -3}]"
LESSON = "lesson: {profile: quick, rounds: 2}"
MEASURES = "measures: [protest, targeted-sanctions, escort]"
FIRM = "draft: {measures: [protest], motion: {kind: inquiry, subject: caldera-did-it}, claims: [caldera-did-it]}"
WHEN = "when: not adopted('protest')"
ENDINGS = "endings:\n"
COUNCIL = "model: council, stock: divided"
WEST_IN_THE_EAST = "{name: The bay, west: 60, north: 10, east: 20, south: 40}"
LOST = "lost: {rank: 20, when: true, title: The line stays dead, text: Both shores lay another cable elsewhere.}"
MENDED = "mended: {rank: 10, when: grip < 20,"
SURVEY = "survey: {name: Survey, level: 1, gain: 6,"
BOLD = "careful: {name: Careful,"
DRY = "{name: East wind, level: 1, at: 40, chance: 70, text: It blows.}"
SKY = (
    f"{{kind: nature, name: Sky, model: course, presses: harm, steps: {{dry: {DRY}}},"
    " temperaments: {late: {name: Late, resolve: 9}}}"
)
PUSHES = (
    "{kind: state, name: Vell, model: bargainer, presses: grip, EMPTY: {}, hold_text: It waits., back_text: It goes.}"
)
MINDLESS = PUSHES.replace("EMPTY: {}", "temperaments: {}, steps: {rain: {name: Rain, level: 1, text: It rains.}}")
OWN_COURSE = f"{{model: course, presses: harm, steps: {{dry: {DRY.replace('chance: 70, ', '')}}}}}"
OWN_PLEA = "{model: petitioner, hearing: Hear us.}"
QUESTIONS = "debrief: [What did you know when you voted?]"


def with_test(**parts: str) -> str:
    """The questions of the tiny scenario, and a test after them with other parts."""
    test = {"why": "It is so.", "then": "[arrived('banks-close')]"} | parts
    return QUESTIONS + "\ntests:\n  one: {" + ", ".join(f"{key}: {words}" for key, words in test.items()) + "}"


THIRD_LINE = "      - {kind: red-line, text: No force., performed: not red_line_crossed('AAA')}\n"
MANY_MEASURES = (
    "measures: [protest, targeted-sanctions, escort, mediation, verification, observers, recall-envoys, asset-freeze, "
    "broad-sanctions, mine-sweep, interdict, limited-force, demand-note, relief-corridor, flag-and-insurance, "
    "arms-embargo, travel-ban]"
)

SHAPE = (
    Wrong("E201", "title: The cable\n", "", "f", "title"),
    Wrong("E201", "    name: Arran\n", "", "AAA", "name"),
    Wrong("E202", "level: first", "levle: first", "levle", "`level`"),
    Wrong("E202", "channel: intelligence", "chanel: intelligence", "chanel", "`channel`"),
    Wrong("E203", "group: [1, 4]", "group: many", "many", "a list"),
    Wrong("E203", "round: 1\n", 'round: "1"\n', '"1"', "plainly: 1"),
    Wrong("E203", "title: The banks close", "title: 2034", "2034", "'2034'"),
    Wrong("E203", WHEN, "when: 3", "3", "comparison"),
    Wrong("E203", "policy: legalist", "policy:", "", ""),
    Wrong("E204", "level: first", "level: frist", "frist", "`first`"),
    Wrong("E204", "channel: intelligence", "channel: inteligence", "inteligence", "`intelligence`"),
    Wrong("E205", "means: {naval: 2, trade: 3}", "means: {naval: 12, trade: 3}", "12", "9 or less"),
    Wrong("E206", "id: tiny", "id: Tiny One", "Tiny One", "lower-case"),
    Wrong("E206", "  second-ship:", "  Second Ship:", "Second Ship", "lower-case"),
    Wrong("E207", "group: [1, 4]", "group: [1, 4, 9]", "[", "at most 2"),
    Wrong("E209", "format: 2\nid: tiny", "format: 3\nid: tiny", "3", "format: 2"),
    Wrong("E209", "format: 2\nid: tiny", "format: 1\nid: tiny", "1", "convert"),
    Wrong("E210", EFFECT, "effects: [{home: AAA, gauge: grip, add: -3}]", "{", "exactly one"),
    Wrong("E210", EFFECT, "effects: [{home: AAA}]", "{", "`add`"),
    Wrong("E210", EFFECT, "effects: [{home: AAA, add: -3, to: [BBB]}]", "[", "Delete `to`"),
    Wrong("E210", EFFECT, "effects: [{incident: cut, add: 1}]", "{", "happens"),
    Wrong("E212", LESSON, f"{LESSON}\ninclude: ../secrets.yaml", "../secrets.yaml", "folder"),
    Wrong("E213", LESSON, f"{LESSON}\ninclude: [injcts.yaml]", "injcts.yaml", "no file"),
)
IDS = (
    Wrong("E351", "to: [BBB]", "to: [BBC]", "BBC", "BBB"),
    Wrong("E351", "to: [BBB]", "to: all", "all", "Leave `to` out"),
    Wrong("E351", MEASURES, "measures: [protest, targeted-sanctions, escrt]", "escrt", "`escort`"),
    Wrong("E351", "likes: {protest: 2, escort: 1}", "likes: {protest: 2, excort: 1}", "excort", "`escort`"),
    Wrong("E351", "reads: caldera-did-it", "reads: caldera-did", "caldera-did", "`caldera-did-it`"),
    Wrong("E351", "purpose: restore-status-quo", "purpose: restore-status", "restore-status", "`restore-status-quo`"),
    Wrong("E351", LESSON, f"{LESSON}\nnumbers: {{coling: 5}}", "coling", "`cooling`"),
    Wrong("E352", EFFECT, "effects: [{home: CAL, add: -3}]", "CAL", "no member"),
    Wrong("E353", "facts: {damage: limited", "facts: {death: 3", "death", "`deaths`"),
    Wrong("E354", "facts: {damage: limited", "facts: {deaths: -1", "-1", "from 0"),
    Wrong("E354", "facts: {damage: limited", "facts: {use_of_force: some", "some", "use_of_force"),
)
CONDITIONS = (
    Wrong("E401", WHEN, "when: accused && grip > 30", "&&", "`and`"),
    Wrong("E402", WHEN, "when: (grip > 30", "(", "not closed"),
    Wrong("E403", WHEN, "when: " + " or ".join(["accused"] * 31), "accused", "shorter"),
    Wrong("E404", WHEN, "when: escalatoin > 40", "escalatoin", "`escalation`"),
    Wrong("E404", WHEN, "when: yes", "yes", "Write `true`"),
    Wrong("E402", WHEN, "when: accused AND grip > 3", "AND", "Write `and`"),
    Wrong("E405", WHEN, "when: not adoptd('protest')", "adoptd", "`adopted`"),
    Wrong("E406", WHEN, "when: voted('BBB')", "voted('BBB')", "one word"),
    Wrong("E407", WHEN, "when: not adopted('protst')", "'protst'", "'protest'"),
    Wrong("E407", WHEN, "when: evidence('caldera-did-it') > 'probabel'", "'probabel'", "'probable'"),
    Wrong("E408", WHEN, "when: grip", "grip", "true or false"),
    Wrong("E408", WHEN, "when: grip >= 'probable'", "grip >= 'probable'", "grade"),
    Wrong("E408", WHEN, "when: accused = true", "accused", "by itself"),
    Wrong("E409", WHEN, "when: 10 < grip < 30", "<", "do not chain"),
    Wrong("E410", WHEN, "when: grip / harm > 3", "harm", "written out"),
    Wrong("E411", WHEN, "when: grip > 99999999999", "99999999999", "at most"),
    Wrong("E412", "holds: truth('order')", "holds: accused", "accused", "seed draws"),
    Wrong("E412", WHEN, "when: rung >= 5", "rung", "red line"),
    Wrong("E413", WHEN, "when: adopted(protest)", "protest", "'protest'"),
    Wrong("W601", WHEN, "when: grip > 100", "grip > 100", "between 0 and 100"),
    Wrong("W601", WHEN, "when: round >= 1", "round >= 1", "always"),
)
FOUR = "{limits: true, review: true, inquiry: true, reasons: true}"
SENSE = (
    Wrong("E502", "    round: 1\n", "", "banks-close", "Add a round"),
    Wrong("E503", "    round: 1\n", "    round: 2\n    until_round: 1\n    home_of: AAA\n", "1", "Exchange"),
    Wrong("E504", THIRD_LINE, "", "-", "exactly four"),
    Wrong("E505", FIRM, "draft: {aim: mend}", "{", "decides nothing"),
    Wrong("E505", FIRM, "draft: {measures: [mediation]}", "mediation", "does not play"),
    Wrong("E505", FIRM, "draft: {measures: [protest, protest]}", "protest", "twice"),
    Wrong("E505", FIRM, "draft: {measures: [escort]}", "{", "rests on"),
    Wrong("E505", FIRM, "draft: {motion: consult, clauses: {off-ramp: 40}}", "40", "between 5 and 25"),
    Wrong("E505", FIRM, "draft: {motion: consult, clauses: {limits: 3}}", "3", "`limits: true`"),
    Wrong("E505", FIRM, f"draft: {{motion: consult, clauses: {FOUR}}}", "{", "Switch off reasons, or others"),
    Wrong("E505", FIRM, "draft: {motion: inquiry}", "inquiry", "subject"),
    Wrong("E506", "members: [AAA, BBB]", "members: [AAA, BBB, CCC]", "charter", "CCC"),
    Wrong("E506", "members: [AAA, BBB]", "members: [AAA]", "BBB", "not in the charter"),
    Wrong("E507", "{matter: any,", "{matter: procedure,", "protest", "Add a rule"),
    Wrong("E508", MEASURES, "measures: [protest, escort, protest, targeted-sanctions]", "protest", "twice"),
    Wrong("E509", LESSON, f"{LESSON}\nnumbers: {{cooling: 50}}", "50", "between 0 and 20"),
    Wrong("E509", LESSON, f"{LESSON}\nnumbers: {{deterrence_low: 60}}", "60", "Exchange"),
    Wrong("E510", LOST, LOST.replace("true", "grip > 50"), "grip > 50", "always holds"),
    Wrong("E510", MENDED, "mended: {rank: 10, final: true, when: true,", "true", "first round"),
    Wrong("E511", LOST, LOST.replace("20", "10"), "10", "`mended`"),
    Wrong("E512", ENDINGS, f"gauges: {{round: {{name: Round, start: 3}}}}\n{ENDINGS}", "round", "meaning"),
    Wrong("E512", ENDINGS, f"gauges: {{oil: {{name: Oil}}}}\n{ENDINGS}", "oil", "start"),
    Wrong("E512", ENDINGS, f"gauges: {{grip: {{start: 140}}}}\n{ENDINGS}", "140", "between 0 and 100"),
    Wrong("E513", SURVEY, "survey: {name: Survey, level: 3, gain: 6,", "s", "1, 2, 3"),
    Wrong("E513", "  CAL:\n    kind: state", "  CAL:\n    kind: nature\n    start_level: 4", "4", "cannot start at 4"),
    Wrong("E513", "    presses: grip\n", "", "CAL", "`presses`"),
    Wrong("E513", ENDINGS, f"  VEL: {PUSHES.replace('EMPTY', 'steps')}\n{ENDINGS}", "VEL", "`steps`"),
    Wrong(
        "E513",
        ENDINGS,
        f"  VEL: {MINDLESS}\n{ENDINGS}",
        "VEL",
        "`temperaments`",
    ),
    Wrong("E513", SURVEY, SURVEY.replace("survey", "hold"), "hold", "another id"),
    Wrong("E513", SURVEY, SURVEY.replace("survey", "back"), "back", "another id"),
    Wrong("E513", SURVEY, SURVEY.replace("survey", "escort"), "escort", "another id"),
    Wrong("E513", SURVEY, SURVEY.replace("survey", "careful"), "careful", "step or temperament already"),
    Wrong("E514", "  CAL:\n    kind: state", f"  BBB: {OWN_COURSE}\n  CAL:\n    kind: state", "BBB", "bargainer"),
    Wrong("E514", "  CAL:\n    kind: state", "  BBB: {}\n  CAL:\n    kind: state", "BBB", "delete the entry"),
    Wrong("E514", "  CAL:\n    kind: state", f"  BBB: {OWN_PLEA}\n  CAL:\n    kind: state", "BBB", "bargainer"),
    Wrong("E351", "    victim: AAA\n    hold_text", "    victim: UNSC\n    hold_text", "UNSC", "CAL"),
    Wrong("E351", "accuses: CAL", "accuses: UNSC", "UNSC", "CAL"),
    Wrong("E351", FIRM, "draft: {measures: [{measure: protest, target: UNSC}]}", "UNSC", "CAL"),
    Wrong("E505", FIRM, "draft: {motion: {kind: settlement, subject: CAL}}", "CAL", "motion: settlement"),
    Wrong("E505", FIRM, "draft: {motion: {kind: hearing, subject: CAL}}", "{", "no neighbour"),
    Wrong("E505", FIRM, "draft: {motion: {kind: amendment, subject: two-thirds}}", "{", "no change of the charter"),
    Wrong("W608", SURVEY, f"{SURVEY} at: 40,", "40", "a course"),
    Wrong("W608", BOLD, f"{BOLD} scores: [{{when: accused}}],", "{", "`forward`"),
    Wrong("W608", COUNCIL, f"{COUNCIL}, means: {{trade: 3}}", "{", "UNSC is none"),
    Wrong("W608", ENDINGS, f"  SKY: {SKY}\n{ENDINGS}", "9", "the minds of a bargainer"),
    Wrong("W608", ENDINGS, f"  SKY: {SKY}\n{ENDINGS}", "70", "with `at`"),
    Wrong("E514", "  CAL:\n    kind: state", "  BBB: {name: Brae}\n  CAL:\n    kind: state", "Brae", "Delete"),
    Wrong("E514", "    kind: state\n    name: Caldera", "    name: Caldera", "CAL", "`kind`"),
    Wrong("E515", COUNCIL, "model: council, members: {aurel: {name: Aurel, stance: 1}}", "{", "15"),
    Wrong("E516", "group: [1, 4]", "group: [9, 4]", "[", "Exchange"),
    Wrong(
        "E518", "    policy: legalist", "    policy: legalist\n    asset: repair-ship", "repair-ship", "belongs to AAA"
    ),
    Wrong("E522", ENDINGS, f"clauses: {{gas: {{gives: Peace.}}}}\n{ENDINGS}", "gas", "name"),
    Wrong("E522", ENDINGS, f"clauses: {{off-ramp: {{start: 40}}}}\n{ENDINGS}", "off-ramp", "between"),
    Wrong("E523", "    grade: suspected\n", "", "second-ship", "grade"),
    Wrong("E524", ENDINGS, f"map: {{regions: {{bay: {WEST_IN_THE_EAST}}}}}\n{ENDINGS}", "bay", "no room"),
    Wrong("W602", "    round: 2\n", "    round: 3\n", "3", "last round is 2"),
    Wrong("W603", MENDED, "mended: {rank: 30, when: grip < 20,", "mended", "lower rank"),
    Wrong("W604", MEASURES, "measures: [protest, {id: escort, domain: space}, targeted-sanctions]", "{", "space"),
    Wrong("W606", LESSON, "lesson: {profile: quick, rounds: 5}", "{", "needs 16"),
    Wrong("W607", WHEN, "when: false", "false", "never"),
    Wrong("W608", "    round: 2\n", "    round: 2\n    until_round: 2\n", "2", "home_of"),
    Wrong("W608", "    round: 1\n", "    round: 1\n    droppable: true\n", "true", "when play opens"),
    Wrong("W609", "    to: [BBB]\n", "", "intelligence", "everybody"),
    Wrong("W611", "text: A second survey ship has left Caldera's port.", "text: " + "word " * 61, "word", "61 words"),
    Wrong("W612", "title: The cable", "title: " + "The cable and the ship " * 3, "The cable", "60 fit"),
    Wrong("W614", MEASURES, MANY_MEASURES, "[", "17 measures"),
    Wrong("W615", "    asks: Decide before the vote whether to tell Arran.\n", "", "b", "1 of 2"),
    Wrong("W617", ", met: verified('caldera-did-it')}", "}", "ask-first", "met"),
    Wrong("W618", QUESTIONS, "", "f", "debrief"),
    Wrong("W619", "title: The cable", "title: {en: The cable, de: Das Kabel}", "de", "language"),
    Wrong("W620", "title: The cable", "title: {de: Das Kabel}", "{", "`en`"),
)


def named(wrong: Wrong) -> str:
    return f"{wrong.code}-{wrong.place[:20] or wrong.new[:20]}"


TRIALS = (
    Wrong("E530", QUESTIONS, with_test(when="{seat: AAA, command: vote}"), "vote", "`vote`"),
    Wrong("E530", QUESTIONS, with_test(then="[{event: {kind: banks-closed}}]"), "banks-closed", "event"),
    Wrong("E531", QUESTIONS, with_test(then="[{event: {kind: ready-set, saet: AAA}}]"), "saet", "`seat`"),
    Wrong("E532", QUESTIONS, with_test(when="{seat: AAA, command: cosponsor}"), "cosponsor", "text"),
    Wrong("E533", QUESTIONS, with_test(when="{seat: AAA}"), "{", "one thing"),
    Wrong("E533", QUESTIONS, with_test(then="[{refused: not-ready}]"), "not-ready", "refused"),
    Wrong("E533", QUESTIONS, with_test(then="[{holds: accused, refused: not-ready}]"), "{", "exactly one"),
    Wrong("E534", QUESTIONS, with_test(given="{round: 3}"), "3", "2 rounds"),
    Wrong("E534", QUESTIONS, with_test(given="{gauges: {grip: 101}}"), "101", "100"),
    Wrong("E351", QUESTIONS, with_test(given="{truth: ordr}"), "ordr", "`order`"),
    Wrong(
        "E351", QUESTIONS, with_test(then="[{finding: {rule: retorsio, verdict: lawful}}]"), "retorsio", "`retorsion`"
    ),
    Wrong("E404", QUESTIONS, with_test(then="[escalatoin > 3]"), "escalatoin", "escalation"),
)


@pytest.mark.parametrize("wrong", [*SHAPE, *IDS, *CONDITIONS, *SENSE, *TRIALS], ids=named)
def test_a_slip_is_told_where_it_stands(
    wrong: Wrong, changed: Callable[[str, str], str], read: Callable[..., Reading], shown: Callable[[str, Problem], str]
) -> None:
    text = changed(wrong.old, wrong.new)
    matching = [problem for problem in read(text).problems if problem.code == wrong.code]

    assert matching, [(problem.code, problem.span, problem.message.msgid) for problem in read(text).problems]
    places = [shown(text, problem) for problem in matching]
    assert any(place.startswith(wrong.place) for place in places), places
    sentences = " ".join(Wording().say(words) for problem in matching for words in (problem.message, problem.fix))
    assert wrong.says in sentences


@pytest.mark.parametrize("wrong", [*SHAPE, *IDS, *CONDITIONS, *TRIALS], ids=named)
def test_one_slip_gives_one_error(
    wrong: Wrong, changed: Callable[[str, str], str], read: Callable[..., Reading]
) -> None:
    errors = [problem for problem in read(changed(wrong.old, wrong.new)).problems if problem.severity == "error"]

    assert len(errors) <= 1 or {problem.code for problem in errors} == {wrong.code}, [
        (problem.code, problem.message) for problem in errors
    ]

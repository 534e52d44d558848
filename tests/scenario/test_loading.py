"""Loading: what an author leaves out gets its default, what is written is linked, all faults come in one run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crisis_game.players import policy as players
from crisis_game.scenario.defaults import POLICIES, council_members
from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from crisis_game.scenario.library import ScenarioFiles, find, list_scenarios
from crisis_game.scenario.model import STANDARD_CLAUSES, Effect, Scenario
from crisis_game.scenario.reading.load import FaultyScenarioError, Reading, load_scenario
from crisis_game.texts import Prose, prose

ROOT = Path(__file__).parents[2]


def test_the_tiny_scenario_has_no_problem_at_all(read: Callable[..., Reading], tiny_text: str) -> None:
    assert read(tiny_text).problems == ()


def test_the_tiny_scenario_is_the_one_in_the_docs(tiny_text: str) -> None:
    page = (ROOT / "docs" / "scenario-format.md").read_text(encoding="utf-8")
    part = page[page.index("## 7.") :]

    assert part[part.index("```yaml\n") + 8 :].split("```")[0] == tiny_text


@pytest.mark.parametrize("listing", list_scenarios(), ids=lambda listing: listing.id)
def test_shipped_scenarios_have_no_errors(listing: object) -> None:
    assert load_scenario(find(listing.id)).id == listing.id


def test_what_is_left_out_has_its_default(tiny: Scenario) -> None:
    state = tiny.states["BBB"]

    assert (state.readiness, state.treasury, state.home, state.law_weight, state.price) == (3, 8, 60, 1, 0)
    assert (state.adjective, state.sign, state.asset, state.new_brief) == (state.name, "B", None, state.brief)
    assert tiny.states["AAA"].asset == "repair-ship"
    assert tiny.states["CAL"].colour == "red"
    assert tiny.states["AAA"].colour != state.colour
    assert tiny.opening == tiny.summary
    assert (tiny.organ, tiny.adversary, tiny.languages) == ("council", "CAL", ("en",))
    assert tuple(tiny.clauses) == tuple(clause for clause in STANDARD_CLAUSES if clause != "hearing")
    assert tiny.chair == (Draft(motion=Motion("consult")),)
    assert tiny.numbers.cooling == 4


def test_the_profile_gives_the_lesson(tiny: Scenario) -> None:
    lesson = tiny.lesson

    assert (lesson.rounds, lesson.minutes, lesson.orders, lesson.verdicts) == (2, (15,), "one-sheet", "each-round")
    assert lesson.beat_seconds == {"situation": 30, "table": 120, "orders": 30, "answer": 18}


def test_gauges_are_the_standard_six_with_words_and_german(tiny: Scenario) -> None:
    assert {id_: gauge.start for id_, gauge in tiny.gauges.items() if id_ != "deterrence"} == {
        "escalation": 30,
        "harm": 10,
        "cohesion": 55,
        "grip": 20,
        "standing": 50,
    }
    assert tiny.gauges["deterrence"].seen == "estimate"
    assert tiny.gauges["escalation"].words[3].word == prose("confrontation")


def test_a_package_is_linked_with_its_defaults(tiny: Scenario) -> None:
    assert tiny.packages["firm"].draft == Draft(
        lines=(MeasureLine("protest", "CAL"),),
        motion=Motion("inquiry", "caldera-did-it"),
        aim="mend",
        basis="charter",
        claims=("caldera-did-it",),
    )


def test_a_draft_takes_its_basis_from_the_gravest_measure_and_clauses_their_values(
    read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    chair = (
        "chair: {measures: [escort, {measure: targeted-sanctions, target: none}], claims: caldera-did-it, "
        "clauses: {off-ramp: true, end-date: 3, limits: on}}"
    )
    text = changed("  UNSC: {kind: organisation, model: council, stock: divided}\n", "").replace(
        "endings:\n", f"{chair}\nendings:\n"
    )
    scenario = read(text).scenario
    assert scenario is not None
    (draft,) = scenario.chair

    assert draft.lines == (MeasureLine("escort", None), MeasureLine("targeted-sanctions", None))
    assert draft.basis == scenario.measures["escort"].basis[0]
    assert draft.clauses == (Switch("off-ramp", 12), Switch("end-date", 3), Switch("limits", 0))
    assert scenario.council is None


def test_measures_are_the_catalogue_with_the_scenarios_changes(
    read: Callable[..., Reading], changed: Callable[[str, str], str], tiny: Scenario
) -> None:
    own = (
        "{id: cut-pipe, name: Close, rung: 8, kind: force, domain: trade, matter: sanctions, "
        "response_kind: sanctions, nature: A, explains: B}"
    )
    dearer = "{id: targeted-sanctions, cost: 9}"
    text = changed("[protest, targeted-sanctions, escort]", f"[protest, {dearer}, escort, {own}]")
    scenario = read(text).scenario
    assert scenario is not None

    assert scenario.played == ("protest", "targeted-sanctions", "escort", "cut-pipe")
    changed_one, usual = scenario.measures["targeted-sanctions"], tiny.measures["targeted-sanctions"]
    assert (changed_one.cost, changed_one.name, changed_one.moves) == (9, usual.name, usual.moves)
    own_one = scenario.measures["cut-pipe"]
    assert (own_one.force_sheet, own_one.needs_grade) == (True, "established")
    assert set(tiny.measures) < set(scenario.measures)


def test_effects_have_one_form_in_the_model(read: Callable[..., Reading], changed: Callable[[str, str], str]) -> None:
    written = (
        "effects: [{gauge: grip, add: 5}, {treasury: BBB, add: -2}, {claim: caldera-did-it, grade: probable}, "
        "{claim: caldera-did-it, raise: 1, to: BBB}, {incident: cut}]"
    )
    scenario = read(changed("effects: [{home: AAA, add: -3}]", written)).scenario
    assert scenario is not None

    assert scenario.injects["banks-close"].effects == (
        Effect("gauge", "grip", 5),
        Effect("treasury", "BBB", -2),
        Effect("claim", "caldera-did-it", 0, "probable"),
        Effect("claim", "caldera-did-it", 1, None, ("BBB",)),
        Effect("incident", "cut"),
    )


def test_prose_keeps_its_languages_and_the_first_is_the_scenarios_own(
    read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    text = changed("title: The cable", "title: {de: Das Kabel, en: The cable}\nlanguages: [de, en]")
    scenario = read(text).scenario
    assert scenario is not None

    assert scenario.title == Prose((("de", "Das Kabel"), ("en", "The cable")))
    assert scenario.states["AAA"].name == prose("Arran", "de")


def test_parts_in_several_files_are_put_together(read: Callable[..., Reading], tiny_text: str) -> None:
    start, end = tiny_text.index("injects:\n"), tiny_text.index("actors:\n")
    main = tiny_text[:start] + tiny_text[end:] + "include: [parts/injects.yaml]\n"

    reading = read(main, parts__injects=tiny_text[start:end])
    assert reading.scenario is not None
    assert list(reading.scenario.injects) == ["banks-close", "second-ship"]

    faulty = read(main, parts__injects=tiny_text[start:end].replace("to: [BBB]", "to: [BBC]"))
    assert [(problem.file, problem.code, problem.span.line) for problem in faulty.problems] == [
        ("parts/injects.yaml", "E351", 11)
    ]


def test_the_same_part_in_two_files_is_a_fault_in_the_second(read: Callable[..., Reading], tiny_text: str) -> None:
    reading = read(
        tiny_text + "include: more.yaml\n", more="injects: {banks-close: {title: Again}}\ntitle: Other\nid: x\n"
    )

    assert [(problem.code, problem.file, problem.span.line) for problem in reading.problems] == [
        ("E211", "more.yaml", n) for n in (1, 2, 3)
    ]


def test_all_layers_speak_in_one_run(read: Callable[..., Reading], tiny_text: str) -> None:
    text = (
        tiny_text.replace("format: 2\nid: tiny", "format: 2\nid: tiny\nid: twice", 1)
        .replace("level: first", "level: frist")
        .replace("to: [BBB]", "to: [XXX]")
        .replace("when: not adopted('protest')", "when: adopted('protst') and grip >")
        .replace("lost: {rank: 20, when: true", "lost: {rank: 10, when: true")
        .replace("matter: any", "matter: amendment")
    )

    assert {problem.code for problem in read(text).problems} >= {"E106", "E204", "E351", "E402", "E511", "E507"}


def test_a_faulty_entry_is_still_known_to_the_others(read: Callable[..., Reading], tiny_text: str) -> None:
    text = tiny_text.replace("model: bargainer", "model: bargaineer").replace("cut: {name: The cut cable, ", "cut: {")

    assert [problem.code for problem in read(text).problems if problem.severity == "error"] == ["E201", "E204"]


def test_what_is_no_mapping_is_told(read: Callable[..., Reading]) -> None:
    assert [problem.code for problem in read("- a\n- b\n").problems] == ["E208"]
    assert [problem.code for problem in read("").problems] == ["E104"]


def test_a_charter_that_is_not_there(read: Callable[..., Reading], tiny_text: str) -> None:
    start, end = tiny_text.index("charter:"), tiny_text.index("states:")
    problems = read(tiny_text[:start] + "charter: nowhere\n" + tiny_text[end:]).problems

    assert [problem.code for problem in problems] == ["E355"]


def test_a_charters_own_faults_are_told_in_its_file(read: Callable[..., Reading], tiny_text: str) -> None:
    start, end = tiny_text.index("charter:"), tiny_text.index("states:")
    text = tiny_text[:start] + "charter: shores\n" + tiny_text[end:]
    problems = read(
        text, charters__shores="format: 1\nid: shores\nname: Shores\nmembers: [AAA, BBB]\norgns: []\n"
    ).problems

    assert {problem.file for problem in problems} == {"charters/shores.yaml"}
    assert {"E302", "E303"} <= {problem.code for problem in problems}


def test_loading_a_faulty_scenario_raises_with_its_problems(changed: Callable[[str, str], str]) -> None:
    text = changed("level: first", "level: frist")
    with pytest.raises(FaultyScenarioError) as caught:
        load_scenario(
            ScenarioFiles("tiny.yaml", {"tiny.yaml": text.encode(), "measures.yaml": b"format: 1\nmeasures: {}"})
        )

    assert "E204" in {problem.code for problem in caught.value.problems}


def test_the_hash_follows_paths_and_bytes() -> None:
    files = ScenarioFiles("a.yaml", {"a.yaml": b"x", "b.yaml": b"y"}, {"a.yaml": "elsewhere/a.yaml"})

    assert files.content_hash == ScenarioFiles("a.yaml", {"b.yaml": b"y", "a.yaml": b"x"}).content_hash
    assert files.content_hash != ScenarioFiles("a.yaml", {"a.yaml": b"xb", "b.yaml": b"y"}).content_hash
    assert files.content_hash != ScenarioFiles("a.yaml", {"a.yaml": b"x", "c.yaml": b"y"}).content_hash


def test_scenarios_can_name_exactly_the_policies_that_there_are() -> None:
    assert set(POLICIES) == set(players.POLICIES)


def test_stock_councils_have_fifteen_and_the_last_permanent_one_is_tied() -> None:
    for stock in ("open", "divided", "blocked"):
        members = council_members(stock)
        assert (len(members), sum(member.permanent for member in members)) == (15, 5)
        assert [member.id for member in members if member.tied] == ([] if stock == "open" else ["p5"])

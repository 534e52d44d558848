"""A record is declared once: what is read, what is told and what the schema says all come from the declaration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

import pytest

from crisis_game.conditions.condition import Condition, condition
from crisis_game.documents import Source, read_yaml
from crisis_game.scenario.ids import MeasureId, StateId
from crisis_game.scenario.model import Effect
from crisis_game.scenario.model_script import Effects
from crisis_game.scenario.reading.complaints import Complaints
from crisis_game.scenario.reading.composite_kinds import RecordOf, kind_of
from crisis_game.scenario.reading.context import Context
from crisis_game.scenario.reading.known_ids import known_in
from crisis_game.scenario.reading.load import Reading
from crisis_game.scenario.reading.merged_files import MergedFiles
from crisis_game.scenario.reading.scenario_file import ScenarioFile
from crisis_game.scenario.records import (
    NO_WORDS,
    Bounds,
    By,
    Changed,
    Declared,
    Name,
    Ref,
    Some,
    declared,
    key,
    options,
    record,
    same_as,
    tables,
)
from crisis_game.texts import Prose, prose


@record(short="name")
class Convoy:
    """A convoy at sea.

    It is of these tests alone.
    """

    id: Name
    name: Prose = key("What it is called.")
    owner: StateId = key("Whose it is.", left_out="AAA")
    ships: int = key("How many ships.", 1, 9, default=3)
    sails: Condition | None = key("When it sails.", default=None)
    kind: Literal["food", "fuel"] = key("What it carries.", default="food")
    needs: Some[MeasureId] = key("What it rests on.", most=2, default=())
    loads: Mapping[Name, Annotated[int, Bounds(0, 5)]] = key("Tons by ware.", default_factory=dict)
    crew: int = key("How many people.", default=0, left_out=By(lambda values: 10 * values["ships"]))
    told: Prose = key("What is told.", default=NO_WORDS, left_out=same_as("name"), after="name")
    note: Prose = key("A note.", default=NO_WORDS)
    effects: Effects = key("What it does.", default=())


@pytest.fixture
def convoys(read: Callable[..., Reading], tiny_text: str) -> Callable[[str], tuple[Any, list[tuple[str, str]]]]:
    """The convoys of a text, and the code and characters of each problem."""
    scenario = read(tiny_text)
    assert scenario.scenario is not None
    known = known_in(scenario.merged.value, scenario.scenario.measures, scenario.scenario.charter)

    def reading(text: str) -> tuple[Any, list[tuple[str, str]]]:
        document = read_yaml(Source("convoys.yaml", text.encode()))
        complaints = Complaints(MergedFiles(document, {}))
        context = Context(complaints, "en", known)
        entries = kind_of(Mapping[Name, Convoy]).read(context, document.value, None)
        lines = text.splitlines()
        places = [
            (problem.code, lines[problem.span.line - 1][problem.span.column - 1 : problem.span.end - 1])
            for problem in complaints.problems
        ]
        return entries, places

    return reading


def test_what_is_left_out_has_the_declared_default(convoys: Callable[[str], Any]) -> None:
    entries, problems = convoys("north: {name: North, ships: 4}\nsouth: South\n")

    assert problems == []
    assert entries["north"] == Convoy("north", prose("North"), "AAA", 4, crew=40, told=prose("North"))
    assert entries["south"] == Convoy("south", prose("South"), "AAA", crew=30, told=prose("South"))


def test_what_is_written_is_held_as_its_type_says(convoys: Callable[[str], Any]) -> None:
    text = (
        "north: {name: {en: North, de: Nord}, owner: BBB, sails: grip < 30, kind: fuel, needs: escort, "
        "loads: {oil: 5}, effects: [{gauge: grip, add: -2}, {claim: caldera-did-it, raise: 1}], note: }\n"
    )
    entries, problems = convoys(text)

    assert problems == []
    assert entries["north"] == Convoy(
        "north",
        Prose((("en", "North"), ("de", "Nord"))),
        "BBB",
        sails=condition("grip < 30"),
        kind="fuel",
        needs=("escort",),
        loads={"oil": 5},
        crew=30,
        told=Prose((("en", "North"), ("de", "Nord"))),
        effects=(Effect("gauge", "grip", -2), Effect("claim", "caldera-did-it", 1)),
    )


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("name: 12", "E203", "12"),
        ("ships: 10", "E205", "10"),
        ("ships: ", "E203", " "),
        ("ships: '4'", "E203", "'4'"),
        ("owner: AAB", "E351", "AAB"),
        ("sails: gripp < 30", "E404", "gripp"),
        ("sails: 5", "E203", "5"),
        ("kind: foot", "E204", "foot"),
        ("needs: [escort, escrt]", "E351", "escrt"),
        ("needs: [escort, protest, escort]", "E207", "["),
        ("loads: {Oil: 1}", "E206", "Oil"),
        ("loads: {oil: 6}", "E205", "6"),
        ("shps: 3", "E202", "shps"),
        ("effects: [{gauge: grip}]", "E210", "{"),
        ("effects: [{home: CAL, add: 1}]", "E352", "CAL"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(written: str, code: str, place: str, convoys: Callable[[str], Any]) -> None:
    name = "" if written.startswith("name") else "  name: North\n"
    entries, problems = convoys(f"north:\n{name}  {written}\nsouth: South\n")

    assert problems == [(code, place)]
    assert "south" in entries
    assert ("north" in entries) == (code in ("E351", "E352", "E404"))


def test_a_missing_key_is_told_and_a_misspelt_one_is_told_once(convoys: Callable[[str], Any]) -> None:
    assert convoys("north: {ships: 3}\n") == ({}, [("E201", "north")])
    assert convoys("north: {nmae: North}\n") == ({}, [("E202", "nmae")])


def test_its_keys_are_in_the_order_of_the_reference_and_described() -> None:
    keys = {slot.name: slot.about for slot in declared(Convoy).keys}

    assert list(keys)[:3] == ["name", "told", "owner"]
    assert keys["ships"] == "How many ships."
    assert (declared(Convoy).about, declared(Convoy).id) == ("A convoy at sea.", ("id", Name))


def test_its_schema_has_types_bounds_and_forms() -> None:
    slots = RecordOf(declared(Convoy)).slots

    assert slots["ships"].kind.schema() == {"type": "integer", "minimum": 1, "maximum": 9}
    assert slots["kind"].kind.schema() == {"type": "string", "enum": ["food", "fuel"]}
    assert slots["needs"].kind.schema()["anyOf"][1]["maxItems"] == 2
    assert [name for name, slot in slots.items() if slot.null] == ["told", "sails", "crew", "note"]


def test_what_is_changed_of_a_record_is_laid_over_what_is_known() -> None:
    known = Changed(declared(Convoy), {"id": "north", "name": prose("North"), "ships": 2}, NO_WORDS)
    change: Changed[Convoy] = Changed(declared(Convoy), {"id": "north", "ships": 5}, NO_WORDS)

    assert change.missing == ("name",)
    assert change.over(None) is change
    assert change.over(known).whole() == Convoy("north", prose("North"), "AAA", 5, crew=50, told=prose("North"))


def declarations(declaration: Declared) -> list[Declared]:
    """A record's declaration and those of all records in it."""
    all_declarations = [declaration]
    for slot in declaration.keys:
        for inner in records_in(slot.type):
            all_declarations += declarations(declared(inner))
    return all_declarations


def records_in(kind: Any) -> list[Any]:
    """The records that a type is made of."""
    parts = getattr(kind, "__args__", ()) + getattr(kind, "__metadata__", ())
    forms = [part.form for part in parts if hasattr(part, "form") and not isinstance(part.form, str)]
    inner = [nested for part in (*parts, *forms) for nested in records_in(part)]
    try:
        declared(kind)
    except (KeyError, TypeError):
        return inner
    return [kind, *inner]


def refs_in(kind: Any) -> list[Ref]:
    """The tables whose ids a type is made of."""
    if isinstance(kind, Ref):
        return [kind]
    parts = getattr(kind, "__args__", ()) + getattr(kind, "__metadata__", ())
    return [ref for part in parts for ref in refs_in(part)]


def test_every_id_names_a_table_that_a_scenario_has(read: Callable[..., Reading], tiny_text: str) -> None:
    known = known_in(read(tiny_text).merged.value, (), None).ids
    named = {
        ref.table
        for declaration in declarations(declared(ScenarioFile))
        for part in declaration.keys
        for ref in refs_in(part.type)
    }

    assert len(named) > 20
    assert named <= set(known)


def test_every_table_of_a_scenario_is_found_by_its_records() -> None:
    places = dict(reversed(tables(ScenarioFile)))

    assert places[("actors", "*", "steps")] == "step"
    assert {"injects", "claims", "packages", "endings"} <= {way[0] for way in places}


def test_every_record_says_what_it_is() -> None:
    abouts = {declaration.name: declaration.about for declaration in declarations(declared(ScenarioFile))}

    assert len(abouts) > 40
    assert [name for name, about in abouts.items() if not about.endswith(".")] == []


def test_options_of_a_type_leave_nothing_out() -> None:
    assert options(int | None) == (int,)
    assert options(Annotated[Literal["a"] | None, "noted"]) == (Literal["a"],)


def test_ids_that_look_like_languages_are_no_translations(
    changed: Callable[[str, str], str], read: Callable[..., Reading]
) -> None:
    assert read(changed("  mend: {text:", "  med: {text:")).problems == ()


@pytest.mark.parametrize(
    "part",
    [
        "guidance: [{round: 1, beat: table, text: Look., lines: {en: Type., de: Tippe.}}]",
        "gauges: {grip: {words: {'0': {en: low, de: niedrig}}}}",
    ],
)
def test_prose_of_every_key_is_in_the_languages_of_the_scenario(
    part: str, read: Callable[..., Reading], tiny_text: str, shown: Callable[..., str]
) -> None:
    text = f"{tiny_text}{part}\n"

    assert [(problem.code, shown(text, problem)) for problem in read(text).problems] == [("W619", "de")]

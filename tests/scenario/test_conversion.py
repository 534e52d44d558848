"""From format 1 to format 2: what a scenario says, its comments and its layout."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.documents import Source
from crisis_game.scenario.library import CATALOGUE, ScenarioFiles, gather, shipped_folder
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.conversion import NotConvertibleError, catalogue_converted, converted
from crisis_game.scenario.reading.conversion_text import read_text
from crisis_game.scenario.reading.load import load_scenario, read_scenario
from crisis_game.scenario.reading.measure_catalogue import read_catalogue
from crisis_game.texts import Wording

DATA = Path(__file__).parent.parent / "data"
STOCK = read_catalogue(Source.at(shipped_folder() / CATALOGUE))
OLD_TINY = (DATA / "format-1" / "tiny.yaml").read_text(encoding="utf-8")


def plain(text: str) -> Any:
    """What a file says, by the game's own reader."""
    return read_text("a.yaml", text).value


def text_of(old: str) -> str:
    return converted({"a.yaml": old}, STOCK).files["a.yaml"]


def value_of(old: str) -> Any:
    return plain(text_of(old))


def notes_of(old: str) -> list[str]:
    return [Wording().say(note) for note in converted({"a.yaml": old}, STOCK).notes]


def loaded(old: str, new: Path) -> Scenario:
    """What comes of a text of format 1, with the charter and the catalogue that go with its new file."""
    files = gather(new)
    return load_scenario(ScenarioFiles(files.main, {**files.contents, files.main: text_of(old).encode()}))


def differing(old: Scenario, new: Scenario) -> set[str]:
    return {field.name for field in fields(Scenario) if getattr(old, field.name) != getattr(new, field.name)}


def test_a_whole_scenario_comes_out_as_it_was_written_by_hand() -> None:
    new = DATA / "converted-first-watch.yaml"
    old = (DATA / "format-1" / "first-watch.yaml").read_text(encoding="utf-8")

    assert differing(loaded(old, new), load_scenario(gather(new))) == set()
    assert text_of(old) == new.read_text(encoding="utf-8")


def test_the_tiny_scenario_comes_out_with_leave_that_is_asked_for_and_holds_nothing_up() -> None:
    tiny = DATA / "tiny.yaml"
    old = loaded(OLD_TINY, tiny)

    assert differing(old, load_scenario(gather(tiny))) == {"content_hash", "consents", "objectives", "sheets"}
    consent = old.consents["repair-ship"]
    assert (consent.to, consent.binding, consent.start) == (("escort",), False, "none")


@pytest.mark.parametrize(
    ("name", "warnings"), [("dry-hills", []), ("the-guard-at-nkara", ["W629", "W655", "W655", "W628", "W655"])]
)
def test_what_two_authors_wrote_comes_out_without_error(name: str, warnings: list[str]) -> None:
    old = (DATA / "format-1" / f"{name}.yaml").read_text(encoding="utf-8")
    catalogue = (shipped_folder() / CATALOGUE).read_bytes()
    reading = read_scenario(ScenarioFiles("a.yaml", {"a.yaml": text_of(old).encode(), CATALOGUE: catalogue}))

    assert [problem.code for problem in reading.problems] == warnings


def in_braces(text: str) -> str:
    """The scenario with each key of the top level in braces on the line of its key."""
    value = plain(text)
    return "".join(f"{key}: {json.dumps(part, ensure_ascii=False)}\n" for key, part in value.items())


def entries_in_braces(text: str) -> str:
    """The scenario with each entry of a table in braces."""
    lines = []
    for key, part in plain(text).items():
        if isinstance(part, dict) and key not in ("charter", "lesson"):
            lines += [f"{key}:", *(f"  {id_}: {json.dumps(entry)}" for id_, entry in part.items())]
        else:
            lines.append(f"{key}: {json.dumps(part)}")
    return "\n".join(lines)


LAYOUTS: dict[str, Callable[[str], str]] = {
    "braces": in_braces,
    "entries in braces": entries_in_braces,
    "no line at the end": lambda text: text.rstrip("\n"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "YAML without order": lambda text: yaml.safe_dump(plain(text), allow_unicode=True),
    "four columns": lambda text: yaml.safe_dump(plain(text), sort_keys=False, indent=4),
    "five columns": lambda text: yaml.safe_dump(plain(text), sort_keys=False, indent=5, width=200),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["tiny", "first-watch", "the-guard-at-nkara"])
def test_the_layout_of_a_file_changes_nothing_in_what_it_says(layout: str, name: str) -> None:
    text = (DATA / "format-1" / f"{name}.yaml").read_text(encoding="utf-8")

    assert value_of(LAYOUTS[layout](text)) == value_of(text)


def test_line_ends_stay() -> None:
    assert text_of(OLD_TINY.replace("\n", "\r\n")) == text_of(OLD_TINY).replace("\n", "\r\n")


@given(st.data())
def test_every_comment_survives_once(data: st.DataObject) -> None:
    lines = OLD_TINY.splitlines()
    commented = data.draw(st.lists(st.tuples(st.integers(0, len(lines) - 1), st.booleans()), unique=True, max_size=40))
    written = []
    for number, line in enumerate(lines):
        if (number, True) in commented:
            written.append(f"{' ' * (len(line) - len(line.lstrip()))}# above-{number}.")
        written.append(f"{line}  # beside-{number}." if (number, False) in commented and line else line)
    text = "\n".join(written)

    new = text_of(text)

    assert sorted(re.findall(r"(?:above|beside)-\d+\.", new)) == sorted(re.findall(r"(?:above|beside)-\d+\.", text))
    assert plain(new) == value_of(OLD_TINY)


BEFORE = "format: 1\nadversary: {aims: a, steps: {}, temperaments: {}}\n"


def measure(words: str) -> Any:
    """The one measure of a scenario."""
    return value_of(f"{BEFORE}measures:\n  - {words}\n")["measures"][0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{id: interdict, heat: 24}", {"id": "interdict", "moves": {"grip": -30, "escalation": 24, "harm": 8}}),
        ("{id: interdict, harm: 0}", {"id": "interdict", "moves": {"grip": -30, "escalation": 18}}),
        (
            "{id: interdict, base: 12}",
            {"id": "interdict", "pressure": 12, "moves": {"grip": -12, "escalation": 18, "harm": 8}},
        ),
        ("{id: asset-freeze, base: 16}", {"id": "asset-freeze", "pressure": 16}),
        ("{id: escort, protects: false}", {"id": "escort", "moves": {"grip": -11, "escalation": 6}}),
        ("{id: escort, heat: 6}", {"id": "escort"}),
        ("{id: mediation, cooling: 0}", {"id": "mediation", "moves": {}}),
        ("{id: x, kind: presence, base: 9}", {"id": "x", "kind": "presence", "pressure": 9, "moves": {"grip": -4}}),
        ("{id: x, kind: force, base: 9}", {"id": "x", "kind": "force", "pressure": 9, "moves": {"grip": -9}}),
        ("{id: x, kind: words, base: 9}", {"id": "x", "kind": "words", "pressure": 9}),
        (
            "{id: x, kind: help, cooling: 3, harm: 2}",
            {"id": "x", "kind": "help", "moves": {"escalation": -3, "harm": 2}},
        ),
        ("{id: x, kind: help, heat: 2, cooling: 3}", {"id": "x", "kind": "help", "moves": {"escalation": -3}}),
        ("{id: x, kind: help, protects: true}", {"id": "x", "kind": "help", "moves": {"harm": -3}}),
        ("heat: 4\n    id: x", {"moves": {"escalation": 4}, "id": "x"}),
        ("heat: 0\n    id: x", {"id": "x"}),
        ("{id: x, heat: much}", {"id": "x", "heat": "much"}),
    ],
)
def test_what_a_measure_moves(old: str, new: object) -> None:
    assert measure(old) == new


def test_a_catalogue_of_ones_own_is_brought_over_like_the_games() -> None:
    old = "format: 1\nmeasures:\n  fence:\n    kind: presence\n    base: 8   # high\n    heat: 3\n"
    new = catalogue_converted("measures.yaml", old).files["measures.yaml"]

    assert new == (
        "format: 1\nmeasures:\n  fence:\n    kind: presence\n"
        "    pressure: 8\n    moves: {grip: -4, escalation: 3}   # high\n"
    )
    shipped = (shipped_folder() / CATALOGUE).read_text(encoding="utf-8")
    assert catalogue_converted("measures.yaml", shipped).files["measures.yaml"] == shipped


def test_a_changed_kind_presses_as_measures_of_that_kind_do() -> None:
    interdict = measure("{id: interdict, kind: economic}")

    assert interdict["moves"].get("grip") is None
    assert interdict["kind"] == "economic"


def test_what_rises_is_told_where_what_falls_stays() -> None:
    notes = notes_of(f"{BEFORE}measures: [{{id: x, kind: help, heat: 2, cooling: 3}}]\n")

    assert any("`heat` of x is left out" in note for note in notes)


def test_texts_that_look_like_keys_stay() -> None:
    text = "At noon, heat: 3, harm: 4. particulars: none, role: member, terms: hard."
    old = f'{BEFORE}incidents:\n  a: {{name: "{text}", text: "{text}", harm: 2}}\n'

    assert value_of(old)["incidents"] == {"a": {"name": text, "text": text, "moves": {"harm": 2}}}


ASSETS = "assets:\n  quay: {kind: base, owner: AAA, %s}\n"


@pytest.mark.parametrize(
    ("asset", "measures", "consent"),
    [
        ("needed_by: escort", "[escort]", {"on": "AAA", "to": ["escort"], "binding": False}),
        (
            "open_at_start: true, needed_by: [escort]",
            "[escort]",
            {"on": "AAA", "to": ["escort"], "binding": False, "start": "given"},
        ),
        ("text: x", "[{id: escort, needs_consent: quay}]", {"on": "AAA", "to": ["escort"]}),
        ("needed_by: [protest]", "[{id: escort, needs_consent: quay}]", {"on": "AAA", "to": ["escort"]}),
        ("open_at_start: false", "[escort]", None),
    ],
)
def test_leave_to_use_an_asset(asset: str, measures: str, consent: object) -> None:
    value = value_of(f"{BEFORE}{ASSETS % asset}measures: {measures}\n")

    assert value.get("consents", {}).get("quay") == consent
    assert not {"needed_by", "open_at_start"} & value["assets"]["quay"].keys()
    assert value["measures"] == ["escort"]


CHARTER = "charter: {triggers: [{id: fall, kinds: [coup, threat]}], remedies: [{id: out, grounds: %s}]}\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[fall]", ["coup", "threat"]),
        ("[threat, fall]", ["threat", "coup"]),
        ("[coup]", ["coup"]),
        ("[fell]", ["fell"]),
        ("fall", "fall"),
    ],
)
def test_a_ground_that_names_a_trigger_names_its_kinds(old: str, new: object) -> None:
    assert value_of(BEFORE + CHARTER % old)["charter"]["remedies"][0]["grounds"] == new


@pytest.mark.parametrize(
    ("id_", "rest", "kind"),
    [("coup", "", "coup"), ("coup", ", kind: threat", "threat"), ("breach", "", None), ("a-coup", "", None)],
)
def test_an_incident_with_a_word_of_the_charter_for_its_id_is_of_that_kind(
    id_: str, rest: str, kind: str | None
) -> None:
    value = value_of(f"{BEFORE}{CHARTER % '[fall]'}incidents:\n  {id_}: {{name: x, text: x{rest}}}\n")

    assert value["incidents"][id_].get("kind") == kind


def test_where_the_charter_is_named_nothing_is_known_of_its_words() -> None:
    old = f"{BEFORE}charter: au-psc\nincidents: {{coup: {{name: x, text: x}}}}\n"

    assert "kind" not in value_of(old)["incidents"]["coup"]


def test_leave_that_a_condition_asks_for_is_a_consent_without_measures() -> None:
    old = f"{BEFORE}{ASSETS % 'open_at_start: true'}endings: {{a: {{when: base_open('quay')}}}}\n"

    assert value_of(old)["consents"] == {"quay": {"on": "AAA", "start": "given"}}


@pytest.mark.parametrize(
    ("old", "told"),
    [
        (f"{BEFORE}{ASSETS % 'open_at_start: true'}", "`open_at_start` of quay is left out"),
        (f"{BEFORE}measures: [{{id: escort, needs_consent: quay}}]\n", "there is no asset quay"),
        (f"{BEFORE}{ASSETS % 'needed_by: [a]'}measures: [{{id: b, needs_consent: quay}}]\n", "loses a: other measures"),
        (f"{BEFORE}numbers: {{harm_escort: 5}}\n", "`harm_escort` is gone"),
        (f"{BEFORE}states: {{TAL: {{role: neighbour, name: Tal, home: 50}}}}\n", "`home` of TAL are left out"),
    ],
)
def test_what_cannot_be_brought_over_is_told(old: str, told: str) -> None:
    assert any(told in note for note in notes_of(old))


def test_numbers_of_the_settlement_stand_with_it_and_the_others_stay() -> None:
    old = "format: 1\nnumbers: {settle_round: 2, hold: 5, settle_grip: 44}\nadversary: {state: none, terms: Peace.}\n"
    value = value_of(old)

    assert value["numbers"] == {"hold": 5}
    assert value["actors"]["CRISIS"]["settlement"] == {"text": "Peace.", "round": 2, "when": "grip <= 44"}


def test_a_shield_has_the_number_that_the_scenario_gave_it() -> None:
    old = f"{BEFORE}numbers: {{harm_escort: 7}}\nmeasures: [{{id: x, kind: presence, protects: true}}]\n"

    assert value_of(old)["measures"][0]["moves"] == {"harm": -7}
    assert "numbers" not in value_of(old)


def test_states_outside_of_which_nothing_is_said_are_actors_too() -> None:
    states = "AAA: {role: member, name: A}, FAR: {role: neighbour, name: Far}, FOE: {role: adversary, name: Foe}"
    old = f"{BEFORE}states: {{{states}}}\n"
    value = value_of(old)

    assert value["states"] == {"AAA": {"name": "A"}}
    assert value["actors"]["FAR"] == {"kind": "state", "name": "Far"}
    assert value["actors"]["FOE"]["name"] == "Foe"


def test_tables_in_several_files_are_brought_over_together() -> None:
    files = {
        "a.yaml": f"{BEFORE}include: [b.yaml]\nmeasures: [{{id: escort, needs_consent: quay}}]\n",
        "b.yaml": f"states:\n  FOE: {{role: adversary, name: Foe}}\n{ASSETS % 'text: x'}",
    }
    new = {name: plain(text) for name, text in converted(files, STOCK).files.items()}

    assert new["a.yaml"]["actors"]["FOE"]["name"] == "Foe"
    assert new["b.yaml"]["consents"] == {"quay": {"on": "AAA", "to": ["escort"]}}
    assert "states" not in new["b.yaml"]


PARTS = [None, 0, True, "", [], {}, "word", [None], [{}], {"a": None}, {"A": {"b": [1]}}, ["x", 3]]
JUNK = st.sampled_from(PARTS).map(deepcopy)
"""Values that stand where others should; each drawn anew, since what is put into them would stay."""


@given(st.data())
def test_faulty_files_are_converted_or_refused(data: st.DataObject) -> None:
    value = plain(OLD_TINY)
    for _ in range(data.draw(st.integers(1, 3))):
        place = value
        key = data.draw(
            st.sampled_from(["states", "charter", "assets", "measures", "incidents", "adversary", "council"])
        )
        while isinstance(place[key], dict | list) and place[key] and data.draw(st.booleans()):
            place = place[key]
            key = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else list(range(len(place)))))
        place[key] = data.draw(JUNK)
    try:
        new = text_of(yaml.safe_dump(value, sort_keys=False))
    except NotConvertibleError:
        return
    assert read_text("a.yaml", new).problems == ()

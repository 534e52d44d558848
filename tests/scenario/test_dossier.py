"""What a seat may have from the start, and what it must not."""

from __future__ import annotations

import pytest

from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.scenario.seat_dossier import dossier, names
from crisis_game.texts import Prose, Wording


@pytest.fixture(scope="module")
def hesk() -> Scenario:
    return load_scenario(find("hesk-strait"))


def words(prose: Prose) -> str:
    return prose.by_language[0][1]


def secrets(scenario: Scenario) -> dict[str, set[str]]:
    """Texts by the seat that alone may have them at the start; under `nobody` those that no player may have."""
    texts: dict[str, set[str]] = {"nobody": set()}
    for id_, state in scenario.states.items():
        own = {words(state.brief), *(words(line.text) for line in state.mandate)}
        if state.red_line:
            own.add(words(state.red_line.text))
        texts[id_] = own - {""}
        texts["nobody"] |= {words(state.new_brief)} - own
    for source in scenario.sources.values():
        texts[source.holder].add(words(source.name))
        texts["nobody"].add(words(source.text))
    hidden = texts["nobody"]
    hidden |= {words(truth.reveal) for truth in scenario.truths.values()}
    hidden |= {words(temperament.reveal) for temperament in scenario.temperaments.values()}
    hidden |= {words(inject.text) for inject in scenario.injects.values()}
    hidden |= {words(ending.title) for ending in scenario.endings}
    hidden |= {ending.when.source for ending in scenario.endings if " " in ending.when.source}
    hidden |= {words(step.text) for step in scenario.steps}
    hidden |= {words(claim.text) for claim in scenario.claims.values() if claim.start is None} - {
        words(scenario.claims[source.claim].text) for source in scenario.sources.values()
    }
    hidden -= {""}
    return texts


def test_no_seat_has_what_is_secret_of_another_or_of_all(hesk: Scenario) -> None:
    kept = secrets(hesk)
    for seat in (*hesk.states, "observer"):
        written = repr(dossier(hesk, seat))
        for owner, texts in kept.items():
            if owner != seat:
                leaked = [text for text in texts if repr(text)[1:-1] in written]
                assert leaked == [], (seat, owner)


def test_a_seat_has_its_own_brief_mandate_and_sources(hesk: Scenario) -> None:
    own = dossier(hesk, "EST").own
    assert own is not None

    assert own.brief == hesk.states["EST"].brief
    assert [kind for kind, _ in own.mandate] == [line.kind for line in hesk.states["EST"].mandate]
    assert {source.id for source in own.sources} == {
        id_ for id_, source in hesk.sources.items() if source.holder == "EST"
    }


def test_conditions_stay_with_the_host(hesk: Scenario) -> None:
    for seat in (*hesk.states, "observer", "facilitator"):
        assert "Condition(" not in repr(dossier(hesk, seat))


def test_the_facilitator_has_the_list_of_injects_and_the_notes(hesk: Scenario) -> None:
    sheet = dossier(hesk, "facilitator").facilitator
    assert sheet is not None

    assert [inject.id for inject in sheet.injects] == list(hesk.injects)
    assert sheet.teaching == hesk.teaching
    assert dossier(hesk, "observer").own is None


def test_names_word_the_scenarios_things_and_the_games_own(hesk: Scenario) -> None:
    known = names(hesk)
    english = Wording("en", known)

    assert english.name("state", "DEL") == "Delma"
    assert english.name("grade", "probable") == "probable"
    assert Wording("de", known).name("grade", "probable") == "probable"
    assert english.name("vote", "opt-out") == "opt out"
    assert english.name("measure", "escort") == words(hesk.measures["escort"].name)
    assert english.name("seat", "facilitator") == "the facilitator"


def test_a_dossier_is_the_same_whatever_another_seat_holds(hesk: Scenario) -> None:
    from dataclasses import replace

    from crisis_game.texts import prose

    ardane = replace(
        hesk.states["ARD"], brief=prose("Other"), new_brief=prose("Other"), red_line=None, likes={}, home=1
    )
    other = replace(hesk, states={**hesk.states, "ARD": ardane})

    assert dossier(other, "DEL") == dossier(hesk, "DEL")
    assert dossier(other, "ARD") != dossier(hesk, "ARD")

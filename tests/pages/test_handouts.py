"""`print`: one page a seat, with all that is its own and nothing that is another's."""

from __future__ import annotations

import pytest

from crisis_game.cli import main
from crisis_game.pages.handouts import handouts
from crisis_game.paper.markdown import markdown
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Wording


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario(find("hesk-strait"))


@pytest.fixture(scope="module")
def pages(scenario: Scenario) -> list[str]:
    """The pages as raw words, without the heading above each."""
    wording = Wording("en", names(scenario))
    return [
        markdown(page.title, (page,), wording).partition("\n\n")[2].replace("\\", "") for page in handouts(scenario)
    ]


def flat(prose: str) -> str:
    return " ".join(prose.split())


def test_there_is_a_briefing_and_a_page_for_each_member(scenario: Scenario, pages: list[str]) -> None:
    titles = [page.splitlines()[0] for page in pages]
    members = [scenario.states[id_].name.in_language("en") for id_ in scenario.members]

    assert titles == ["## Briefing for all", *(f"## {name}: for your eyes only" for name in members)]


def test_a_sheet_has_what_is_its_own_and_no_other_has_it(scenario: Scenario, pages: list[str]) -> None:
    for place, id_ in enumerate(scenario.members, 1):
        state = scenario.states[id_]
        secrets = [state.brief, *(line.text.within() for line in state.mandate)]
        secrets += [source.name for source in scenario.sources.values() if source.holder == id_]
        for secret in secrets:
            holders = [at for at, page in enumerate(pages) if flat(secret.in_language("en")) in flat(page)]
            assert place in holders
            if secret is state.brief:
                assert holders == [place]


def test_the_briefing_has_every_state_and_measure(scenario: Scenario, pages: list[str]) -> None:
    briefing = flat(pages[0])

    shown = [state.profile for state in scenario.states.values()] + [scenario.opening]
    shown += [scenario.measures[id_].name for id_ in scenario.played]
    assert [text for text in shown if flat(text.in_language("en")) not in briefing] == []


def test_nothing_to_come_is_printed(scenario: Scenario, pages: list[str]) -> None:
    words = flat(" ".join(pages))

    hidden = [inject.text for inject in scenario.injects.values()] + [ending.text for ending in scenario.endings]
    hidden += [truth.reveal for truth in scenario.truths.values()] + [scenario.teaching]
    assert [text for text in hidden if text and flat(text.in_language("en")) in words] == []


def test_the_verb_writes_both_forms(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "first-watch"]) == 0
    assert capsys.readouterr().out.count("for your eyes only") == 4

    assert main(["print", "first-watch", "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("<section") == 5
    assert "section { break-before: page; }" in page


def test_a_scenario_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "nowhere.yaml"]) == 2
    assert capsys.readouterr().err == "crisis-game: There is no file nowhere.yaml.\n"

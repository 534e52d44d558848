"""`graph`: every phase, passage, inject and recipient is in the drawing, and no author's word breaks it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from crisis_game.cli import main
from crisis_game.conditions.condition import always, condition
from crisis_game.engine.phases import machine
from crisis_game.scenario.model import Effect, Milestone, Scenario
from crisis_game.scenario.outcomes import outcomes
from crisis_game.texts import prose
from crisis_game.workshop.drawing_words import effect_words
from crisis_game.workshop.scenario_graph import as_mermaid, as_text


def test_the_drawing_has_every_passage_of_the_machine(hesk: Scenario) -> None:
    text, mermaid = as_text(hesk, "en"), as_mermaid(hesk, "en")

    for name, event in machine().events.items():
        for source, ways in event.transitions.items():
            for way in ways:
                assert re.search(rf"^  {source} +--> {way.dest} +{name}$", text, re.MULTILINE)
                assert f"phase_{source} -->|{name}| phase_{way.dest}\n" in mermaid


def test_the_drawing_has_every_inject_with_its_recipients(hesk: Scenario) -> None:
    text, mermaid = as_text(hesk, "en"), as_mermaid(hesk, "en")

    for inject in hesk.injects.values():
        assert text.count(f"({inject.id})\n") == 1
        assert inject.when is None or f"    when {inject.when.source}\n" in text
        arrows = set(re.findall(rf"^    inject_{inject.id} --> (\w+)$", mermaid, re.MULTILINE))
        assert arrows == ({f"seat_{id_}" for id_ in inject.to} or {"everybody"})


def test_injects_stand_under_their_round(hesk: Scenario) -> None:
    inject = next(iter(hesk.injects.values()))
    rounds = {"b": (2, None), "a": (1, None), "home": (2, 3), "any": (None, None)}
    injects = {id_: replace(inject, id=id_, round=first, until_round=last) for id_, (first, last) in rounds.items()}
    injects["any"] = replace(injects["any"], when=always())
    injects["brought"] = replace(injects["any"], id="brought", when=None)
    text = as_text(replace(hesk, injects=injects), "en")

    marks = [
        "Round 1",
        "(a)",
        "Round 2",
        "(b)",
        "A round from 2 to 3",
        "(home)",
        "Any round",
        "(any)",
        "When another brings it",
        "(brought)",
    ]
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)


def test_words_cannot_break_out_of_a_label(hesk: Scenario) -> None:
    inject = replace(next(iter(hesk.injects.values())), title=prose('"] --> x[#1;\n<b>`'), when=None)
    mermaid = as_mermaid(replace(hesk, injects={inject.id: inject}), "en")

    assert "#quot;] --#gt; x[#35;1; #lt;b#gt;#96;" in mermaid
    assert all(line.count('"') in (0, 2) for line in mermaid.splitlines())


@pytest.mark.parametrize(
    ("form", "start"), [("mermaid", "flowchart LR\n"), ("text", "The Hesk Strait (hesk-strait)\n")]
)
def test_the_verb_prints_the_drawing(form: str, start: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "hesk-strait", "--format", form]) == 0
    assert capsys.readouterr().out.startswith(start)


def test_a_scenario_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "nowhere.yaml"]) == 2
    assert capsys.readouterr().err == "crisis-game: There is no file nowhere.yaml.\n"


def test_milestones_are_drawn_with_what_they_ask_for(hesk: Scenario) -> None:
    remembered = {
        "named": Milestone("named", condition("accused")),
        "near-war": Milestone("near-war", condition("is('named') and escalation >= 70"), follows=True),
    }
    drawn = replace(hesk, milestones=remembered)
    text, mermaid = as_text(drawn, "en"), as_mermaid(drawn, "en")

    assert "\nMilestones\n  named\n    when accused\n  near-war\n    while is('named') and escalation >= 70\n" in text
    assert "    milestone_named --> milestone_near-war\n" in mermaid
    assert "Milestones" not in as_text(hesk, "en") + as_mermaid(hesk, "en")


def test_endings_are_drawn_in_their_order_with_the_gauges_that_they_ask_for(hesk: Scenario) -> None:
    text, mermaid = as_text(hesk, "en"), as_mermaid(hesk, "en")
    read = outcomes(hesk.endings)

    places = [text.index(f"({ending.id})") for ending in read]
    assert places == sorted(places)
    for ending in read:
        assert f"    when {ending.when.source}\n" in text
        assert f"        ending_{ending.id}[" in mermaid
    arrows = re.findall(r"^    gauge_(\w+) -\.-> ending_([\w-]+)$", mermaid, re.MULTILINE)
    assert {id_ for id_, _ in arrows} <= set(hesk.gauges)
    assert arrows


def test_effects_are_drawn_from_whatever_has_them(hesk: Scenario) -> None:
    text, mermaid = as_text(hesk, "en"), as_mermaid(hesk, "en")

    assert hesk.reactions
    for id_, reaction in hesk.reactions.items():
        assert f"({id_})\n    when {reaction.when.source}\n" in text
    sources = [(f"inject_{id_}", inject.all_effects) for id_, inject in hesk.injects.items()]
    sources += [(f"reaction_{id_}", reaction.effects) for id_, reaction in hesk.reactions.items()]
    for source, effects in sources:
        gauges = sorted(effect.subject for effect in effects if effect.kind == "gauge")
        assert sorted(re.findall(rf'^    {source} -->\|"[^"]*"\| gauge_(\w+)$', mermaid, re.MULTILINE)) == gauges


def test_an_effect_in_the_words_of_the_file() -> None:
    assert effect_words(Effect("gauge", "grip", -3)) == "grip -3"
    assert effect_words(Effect("claim", "pretext", grade="probable")) == "claim pretext probable"
    assert effect_words(Effect("incident", "fire")) == "incident fire"

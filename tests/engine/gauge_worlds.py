"""Worlds with other gauges than the standard six, for tests of what moves them and of what is silent without them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from crisis_game.engine import codec
from crisis_game.engine.answer import answer
from crisis_game.engine.event import Event
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario import model
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.scenario.standard_gauges import GAUGES
from crisis_game.texts import prose
from tests.engine import builders
from tests.engine.worlds import at_answer

ROOT = Path(__file__).parents[2]
THIRST = model.Gauge("thirst", prose("Thirst"), prose("How dry it is."), 40, ())
CONDITION = re.compile(
    r"(?<![\w'])(escalation|harm|deterrence|cohesion|grip|standing) *(<=|>=|<|>) *\d+|6 - escalation / 10"
)


def with_thirst(
    moves: dict[str, dict[str, int]] | None = None, steps: dict[str, dict[str, int]] | None = None, **gauge: Any
) -> model.Scenario:
    """The tiny scenario with a gauge of its own, and what its measures and steps move beside."""
    scenario = builders.tiny()
    measures = {
        id_: replace(measure, moves={**measure.moves, **(moves or {}).get(id_, {})})
        for id_, measure in scenario.measures.items()
    }
    pressing = scenario.actors["XXX"]
    ladder = tuple(replace(step, moves={**step.moves, **(steps or {}).get(step.id, {})}) for step in pressing.steps)
    return replace(
        scenario,
        gauges={**scenario.gauges, "thirst": replace(THIRST, **gauge)},
        measures=measures,
        actors={**scenario.actors, "XXX": replace(pressing, steps=ladder)},
    )


def thirsty(scenario: model.Scenario, **at: Any) -> Working:
    """A desk at ANSWER in that world."""
    return at_answer(scenario, **at)


def answered(working: Working) -> Working:
    """The same after ANSWER."""
    answer(working)
    return working


def with_gauges(used: Iterable[str], own: str = "") -> model.Scenario:
    """The cable scenario with some of the standard gauges, and no condition on any; what is pressed is its own."""
    text = (ROOT / "tests" / "data" / "tiny.yaml").read_text(encoding="utf-8")
    text = CONDITION.sub(lambda found: "3" if found.group(1) is None else "round < 2", text)
    text = re.sub(r"moves: \{escalation: \d+(, harm: \d+)?\}, ", "", text)
    measures = "measures: [protest, targeted-sanctions, escort, interdict, mediation]"
    gauges = f"gauges: {{use: [{', '.join(used)}], hold: {{name: Hold, start: 20}}{own}}}\n{measures}"
    text = text.replace("presses: grip", "presses: hold")
    text = text.replace("measures: [protest, targeted-sanctions, escort]", gauges)
    catalogue = (ROOT / "scenarios" / "measures.yaml").read_bytes()
    charters = {f"charters/{path.name}": path.read_bytes() for path in (ROOT / "scenarios" / "charters").glob("*.yaml")}
    contents = {"tiny.yaml": text.encode(), "measures.yaml": catalogue, **charters}
    return load_scenario(ScenarioFiles("tiny.yaml", contents))


def words_of(events: Iterable[Event]) -> set[str]:
    """All words that stand in events, and the gauges that they name."""
    found: set[str] = set()

    def gather(written: Any) -> None:
        if isinstance(written, str):
            found.add(written)
        elif isinstance(written, dict):
            found.update(written)
            for inner in written.values():
                gather(inner)
        elif isinstance(written, list | tuple):
            for inner in written:
                gather(inner)

    for event in events:
        gather({name: value for name, value in codec.write(event).items() if name != "kind"})
    return found & {*GAUGES, "thirst"}

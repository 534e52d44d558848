"""What stands in a scenario's file and is not in the model as it is written; `linking` makes the one of the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import ClauseId, GaugeId, PackageId
from crisis_game.scenario.model import Clause, Gauge, GaugeRow, Measure, Whole
from crisis_game.scenario.model_texts import PackageWords
from crisis_game.scenario.records import EMPTY, NO_WORDS, By, Changed, Mark, Some, declared, key, record
from crisis_game.scenario.standard_gauges import GAUGES
from crisis_game.texts import Prose


@record(name="Gauge")
class WrittenGauge(Gauge):
    """A number of the world with a lowest and a highest value; what is left out of a standard gauge stays."""

    moves: tuple[GaugeRow, ...] = key("What moves it in ANSWER beside measures, steps and the rules.", default=())


def unchanged(ids: tuple[GaugeId, ...], nothing: Prose = NO_WORDS) -> dict[GaugeId, Changed[WrittenGauge]]:
    """Standard gauges of which nothing is changed."""
    return {id_: Changed(declared(WrittenGauge), {}, nothing) for id_ in ids}


@record(name="Package")
class WrittenPackage(PackageWords):
    """A text that members may start from."""

    draft: Changed[Draft] = key("The text itself.")


@record(kw_only=True)
class ScenarioFile(Whole):
    """A scenario of crisis-game. See docs/scenario-format.md."""

    format: Literal[2] = key("The version of the format: 2.", after="")
    charter: Annotated[str | Mapping[str, Any], Mark("charter")] = key(
        "The id of a charter, or the charter itself.", after="numbers"
    )
    gauges: Annotated[Mapping[GaugeId, Changed[WrittenGauge]], Mark("gauges")] = key(
        "Under `use` which standard gauges there are; changes of these, and gauges of your own.",
        left_out=By(lambda _: unchanged(tuple(GAUGES)), null=False),
        after="incidents",
    )
    measures: tuple[Changed[Measure], ...] = key(
        "What is played with: ids of the catalogue, changed measures, or your own.", 1, after="gauges"
    )
    clauses: Mapping[ClauseId, Changed[Clause]] = key(
        "Changes of the standard clauses, and clauses of your own.", left_out=EMPTY, after="measures"
    )
    packages: Mapping[PackageId, WrittenPackage] = key("Texts to start from.", left_out=EMPTY, after="targets")
    chair: Some[Changed[Draft]] = key(
        "The chair's text: one for all rounds, or one for each; the last serves the rest.",
        1,
        9,
        left_out=(),
        after="packages",
    )
    include: Some[str] = key("Files beside this one that hold some of these keys.", most=20, left_out=())

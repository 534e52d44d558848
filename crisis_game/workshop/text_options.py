"""The options that stand in a text: its measures, its clauses, and the packages that it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from crisis_game.scenario.draft import Draft
from crisis_game.scenario.model import Scenario

Option = Literal["measure", "clause", "package"]


def options_in(scenario: Scenario, draft: Draft) -> Iterator[tuple[Option, str]]:
    """Kind and id of each option in a text, in the order in which they stand there.

    A package is in it where all its measures are, and no other, whatever their targets: negotiated words still count
    as the package from which they came. (The condition `adopted('package')` asks for the targets too.)
    """
    measures = dict.fromkeys(line.measure for line in draft.lines)
    yield from (("measure", measure) for measure in measures)
    yield from (("clause", switch.clause) for switch in draft.clauses)
    for id_, package in scenario.packages.items():
        if measures and measures.keys() == {line.measure for line in package.draft.lines}:
            yield "package", id_

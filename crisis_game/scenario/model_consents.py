"""Consents: whose leave measures need, from a base to an invitation, and what the law is to make of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from crisis_game.scenario.fact_rows import Fact
from crisis_game.scenario.ids import ConsentId, MeasureId, StateId
from crisis_game.scenario.model_world import FactTable
from crisis_game.scenario.records import NO_WORDS, Some, key, record, same_as
from crisis_game.texts import Prose

ConsentLevel = Literal["none", "limited", "given", "withdrawn"]
"""How far a consent goes; `none`: it has not been given yet, or has lapsed."""


@record()
class Consent:
    """Somebody's leave for measures: to use a base, to enter a land, to bring relief, to come at all.

    One with the id of an asset is leave to use that asset, and is its owner's. A member gives, limits and withdraws
    its own by acts; anybody else's moves by effects.
    """

    id: ConsentId
    name: Prose = key("What it is called; default: the name of the asset with its id.", left_out=NO_WORDS)
    text: Prose = key("What is asked for, and of whom; default: the name.", left_out=same_as("name"))
    on: StateId = key("The state on whose land, or in whose hands, that lies.")
    giver: StateId = key("The state that gives it; default: the same.", left_out=same_as("on"))
    to: Some[MeasureId] = key("The measures that need it, where these do not say `needs` themselves.", default=())
    binding: bool = key("Whether these wait until it covers them; else it is asked for, and they go on.", default=True)
    start: Literal["none", "limited", "given"] = key("How it stands at the start.", default="none")
    limits: Some[MeasureId] = key(
        "What it covers where it is limited at the start, or by an effect; default: all that need it.", default=()
    )
    facts: FactTable = key(
        "Facts of an act that needs it while it covers that act, or rows of them.", default_factory=dict
    )
    without: FactTable = key(
        "Facts of an act that goes on while it does not cover that act, or rows of them.", default_factory=dict
    )

    def said(self, covered: bool) -> Mapping[str, Fact]:
        """What its author says of an act that needs it and is covered by it, or else of one that is not."""
        return self.facts if covered else self.without

"""What the shipped scenarios say has happened never contradicts what the players did.

Each claim that words make stands in a table, with what has been done against it. Whatever else may be so, words that
make the claim are then not told: for that, everything else that their conditions ask is drawn again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest

from crisis_game.conditions.condition import Condition, always
from crisis_game.conditions.grades import GRADES, Grade
from crisis_game.conditions.satisfiability import call
from crisis_game.conditions.vocabulary import FUNCTIONS, Kind
from crisis_game.engine.chance import Stream
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario, Variant
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.texts import Prose

SHIPPED = ("hesk-strait", "first-watch")
DRAWS = 300
"""Worlds drawn for each text; each asks some two to ten things."""


@dataclass
class Drawn:
    """Facts of which some are given and all others are drawn as they are asked for, each once.

    How much is so differs from world to world: in some nearly all, in some nearly nothing.
    """

    given: dict[str, Any]
    chance: Stream
    answers: dict[str, Any] = field(default_factory=dict)
    often: int = 0

    def __post_init__(self) -> None:
        self.often = self.chance.below(101)

    def _ask(self, what: str, kind: Kind) -> Any:
        if what not in self.answers:
            values = {"number": self.chance.below(101), "truth": self.chance.chance(self.often)}
            self.answers[what] = self.given.get(what, values.get(kind, self.chance.pick(GRADES)))
        return self.answers[what]

    def gauge(self, gauge: str) -> int:
        return int(self._ask(gauge, "number"))

    def number(self, name: str) -> int:
        return int(self._ask(name, "number")) % 5 if name in ("round", "rounds", "level") else self.gauge(name)

    def truth(self, name: str) -> bool:
        return bool(self._ask(name, "truth"))

    def grade(self, name: str) -> Grade:
        grade: Grade = self._ask(name, "grade")
        return grade

    def call(self, function: str, arguments: tuple[str, ...]) -> Any:
        return self._ask(call(function, *arguments), FUNCTIONS[function][2])


@dataclass(frozen=True)
class Told:
    """Words of an author, with what must hold for them to be told."""

    where: str
    words: str
    when: Condition
    variants: tuple[Variant, ...] = ()
    place: int = -1

    def in_world(self, facts: Drawn) -> bool:
        """Whether they are what is told."""
        first = next((place for place, variant in enumerate(self.variants) if variant.when.holds(facts)), -1)
        return first == self.place and self.when.holds(facts)


@cache
def scenario(name: str) -> Scenario:
    return load_scenario(find(name))


def wordings(where: str, when: Condition, text: Prose, variants: tuple[Variant, ...]) -> Iterator[Told]:
    """A text and its variants."""
    for place, words in enumerate((text, *(variant.text for variant in variants)), start=-1):
        yield Told(where, words.in_language("en"), when, variants, place)


def all_told(name: str) -> Iterator[Told]:
    """All that a scenario tells on conditions; what is asked in the first SITUATION comes before any deed."""
    sheet = scenario(name)
    for inject in sheet.injects.values():
        if (inject.round, inject.at) != (1, "situation"):
            when = inject.when or always()
            yield from wordings(inject.id, when, inject.text, inject.variants)
            yield Told(f"{inject.id}: asks", inject.asks.text.in_language("en") if inject.asks else "", when)
    for reaction in sheet.reactions.values():
        yield Told(reaction.id, reaction.text.in_language("en"), reaction.when)
    for ending in sheet.endings:
        yield from wordings(ending.id, ending.when, ending.text, ending.variants)
    for step in sheet.steps:
        yield from wordings(step.id, always(), step.text, step.variants)
    for id_, actor in sheet.pressing.items():
        yield from wordings(f"{id_} holds", always(), actor.hold_text, actor.hold_variants)
        yield from wordings(f"{id_} steps back", always(), actor.back_text, actor.back_variants)


CLAIMS: dict[str, tuple[str, ...]] = {
    r"fired no shot|no shot was fired|nobody has fired|not fired a shot": ("force_by_members",),
    r"no ship has been stopped": ("force_by_members", "force_by_adversary", "in_force('escort')"),
    r"no escort sails": ("in_force('escort')",),
    r"no escort was decided|no frigate came": ("adopted('escort')", "force_by_members"),
    r"has not been swept": ("in_force('mine-sweep')", "adopted('mine-sweep')"),
    r"no ship or account of Vosk's was ever touched": (
        "adopted('asset-freeze')", "in_force('asset-freeze')", "adopted('targeted-sanctions')", "force_by_members",
    ),
    r"has spent nothing": ("in_force('escort')", "in_force('interdict')", "in_force('limited-force')"),
    r"stayed inside their lines": ("force_by_members",),
    r"does not say how long": ("clause_adopted('end-date')",),
    r"(share|play) the tape": ("shared('heron-tape')",),
    r"share the (track|recording)": ("shared('hale-track')",),
    r"share the picture": ("shared('esker-sonar')",),
    r"opened its mine book": ("not shared('mine-book')",),
    r"fuel for eight aircraft|Eight aircraft, one pier": ("in_force('limited-force')",),
    r"If Belmare asks, as a state": ("requested_help('BEL')",),
    r"nobody comes to Lund|with lists on paper": ("in_force('cyber-defence-team')",),
    r"engineers reach Lund|list of boxes can be read": ("not in_force('cyber-defence-team')",),
    r"consent went, the escorts went": ("not base_withdrawn('esker-base')", "not adopted('escort')"),
    r"nobody has shown who laid the mine": ("verified('vosk-hand')",),
}  # fmt: skip
"""What words claim, and what contradicts it: each alone is enough for them not to be told."""


def contradictions() -> list[Any]:
    """Each text that makes a claim, with one thing that contradicts it."""
    cases = []
    for name in SHIPPED:
        for wording in all_told(name):
            for claim, against in CLAIMS.items():
                if re.search(claim, wording.words, re.IGNORECASE):
                    cases += [
                        pytest.param(wording, deed, id=f"{wording.where}-{wording.place}-{deed}") for deed in against
                    ]
    return cases


@pytest.mark.parametrize(("wording", "against"), contradictions())
def test_words_are_not_told_against_what_was_done(wording: Told, against: str) -> None:
    what, wanted = against.removeprefix("not "), not against.startswith("not ")
    worlds = [Drawn({what: wanted}, Stream(number, wording.where)) for number in range(DRAWS)]
    assert not any(wording.in_world(world) for world in worlds)


@pytest.mark.parametrize("name", SHIPPED)
def test_each_text_can_be_told_in_the_worlds_drawn(name: str) -> None:
    """Otherwise the test above would show nothing."""
    never = [
        (wording.where, wording.place)
        for wording in all_told(name)
        if not any(wording.in_world(Drawn({}, Stream(number, wording.where))) for number in range(DRAWS * 10))
    ]
    assert never == []


@pytest.mark.parametrize("name", SHIPPED)
def test_nobody_is_told_what_he_himself_decided(name: str) -> None:
    """Words that all read do not know how the one who reads them voted."""
    places = [
        wording.where for wording in all_told(name) if re.search(r"\byou (ordered|voted for|decided)\b", wording.words)
    ]
    assert places == []

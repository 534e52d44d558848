"""The matrix as data: the article's seventy mechanisms, and where each is played.

A row has places. A place names scenarios with what an instructor finds there (an inject, a clause, a measure), the
command that a seat gives, the event that then happens, the effect that this event has, and the rule of law that is
asked. `tests.mechanisms.effects` looks whether the effect is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.machine import EVENT_KINDS
from crisis_game.law.order import RULES
from crisis_game.law.reading import read_plain
from crisis_game.scenario.model import Scenario
from tests.mechanisms.effects import HORIZONS, PROBES, Effect

FILE = Path(__file__).parent / "mechanisms.yaml"

MATERIAL = ("inject", "clause", "measure", "article", "motion", "claim", "source", "consent", "incident", "gauge")
"""Kinds of what an instructor finds in a scenario."""


@dataclass(frozen=True, slots=True)
class Place:
    """One way in which a mechanism is played.

    Attributes:
        found: by scenario, what is found there, as `kind:id`.
        command: the kind of command that a seat gives; empty where the engine does it.
        event: its kind and the fields that it must have; a list stands for one of several, `some` for any value.
        rule: the rule of law that is asked; empty for none.
        people: of what no policy does: the game in which people do it.
    """

    found: Mapping[str, tuple[str, ...]]
    command: str
    event: Mapping[str, Any]
    effect: Effect
    rule: str
    people: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Row:
    """One mechanism.

    Attributes:
        asks: what the article asks for, in our words.
        meet: how an instructor meets it in a lesson; of what is missing, what is there instead.
        thin: why it is no more than thinly played, whatever the counts are; empty if nothing stands against it.
    """

    number: int
    name: str
    asks: str
    meet: str
    thin: str
    places: tuple[Place, ...]


def rows() -> tuple[Row, ...]:
    """All seventy, in their order."""
    return tuple(_row(plain) for plain in _file())


def wrong_names(row: Row, scenarios: Mapping[str, Scenario]) -> Iterator[str]:
    """What a row names that there is not."""
    for place in row.places:
        if place.command and place.command not in BY_KIND:
            yield f"command {place.command}"
        if place.event["kind"] not in EVENT_KINDS:
            yield f"event {place.event['kind']}"
        else:
            kind = EVENT_KINDS[place.event["kind"]]
            fields = {name.partition(".")[0] for name in place.event} - {"kind"}
            yield from (f"field {name} of {kind.kind}" for name in sorted(fields - set(kind.__dataclass_fields__)))
        yield from (f"rule {rule}" for rule in (place.rule, *_rules(place.effect)) if rule and rule not in RULES)
        for scenario, names in place.found.items():
            if scenario not in scenarios:
                yield f"scenario {scenario}"
            else:
                yield from (f"{name} of {scenario}" for name in names if not _is_there(scenarios[scenario], name))


def _rules(effect: Effect) -> tuple[str, ...]:
    return (effect.of,) if effect.probe in ("verdict", "reason") else ()


def _is_there(scenario: Scenario, name: str) -> bool:
    kind, _, id_ = name.partition(":")
    charter = scenario.charter
    known: Mapping[str, Any] = {
        "inject": scenario.injects,
        "clause": scenario.clauses,
        "measure": scenario.measures,
        "article": [str(article.number) for article in charter.articles],
        "motion": {draft.motion.kind for draft in scenario.chair if draft.motion}
        | {package.draft.motion.kind for package in scenario.packages.values() if package.draft.motion},
        "claim": scenario.claims,
        "source": scenario.sources,
        "consent": scenario.consents,
        "incident": scenario.incidents,
        "gauge": scenario.gauges,
    }
    return id_ in known[kind]


def _file() -> list[dict[str, Any]]:
    content = read_plain(FILE.name, FILE.read_bytes())
    if not isinstance(content, dict):
        raise TypeError(f"{FILE.name} is not a mapping")
    listed: list[dict[str, Any]] = content["mechanisms"]
    return listed


def _row(plain: dict[str, Any]) -> Row:
    _only(plain, {"number", "name", "asks", "meet", "thin", "places"})
    return Row(
        number=plain["number"],
        name=plain["name"],
        asks=plain["asks"],
        meet=plain["meet"],
        thin=plain.get("thin", ""),
        places=tuple(_place(place) for place in plain.get("places", [])),
    )


def _place(plain: dict[str, Any]) -> Place:
    _only(plain, {"in", "command", "event", "effect", "rule", "people"})
    event = plain["event"]
    return Place(
        found={scenario: tuple(names) for scenario, names in plain["in"].items()},
        command=plain.get("command", ""),
        event={"kind": event} if isinstance(event, str) else event,
        effect=_effect(plain["effect"]),
        rule=plain.get("rule", ""),
        people=plain.get("people"),
    )


def _effect(plain: dict[str, Any]) -> Effect:
    _only(plain, {*PROBES, "by", "is"})
    (probe,) = set(plain) & set(PROBES)
    by = plain.get("by", "act")
    if by not in HORIZONS:
        raise ValueError(f"an effect by {by}")
    return Effect(probe, plain[probe], by, plain.get("is"))


def _only(plain: Mapping[str, Any], known: set[str]) -> None:
    strange = sorted(set(plain) - known)
    if strange:
        raise ValueError(f"unknown keys {strange} in {plain}")

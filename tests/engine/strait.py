"""The strait of the worked round (GAME section 18): six members with its table of means, and the round as it stood.

Everything that is not in that table is the small scenario's of `builders`.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from crisis_game.charter import model as treaty
from crisis_game.charter import organs
from crisis_game.charter.rules import Combined, Leaf, Whole
from crisis_game.conditions.condition import Formula, always, condition
from crisis_game.conditions.parser import parse
from crisis_game.engine import actors
from crisis_game.engine.state import IncidentState
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario import model
from crisis_game.scenario.draft import Draft, MeasureLine, Switch
from crisis_game.scenario.ids import StateId
from crisis_game.scenario.numbers import Numbers
from crisis_game.texts import prose
from tests.engine import builders, parts

Kind = Literal["forward", "hold", "back", "strike"]
MEMBERS: tuple[StateId, ...] = ("ARD", "BEL", "COR", "DEL", "EST", "FAR")
SEED = 1781
"""The game of the example: insecure; in round 2 luck is 2 for inspect, -1 for hold, 1 for back; Farrow leaks."""

MEANS = {"ARD": (5, 3, 4), "BEL": (2, 1, 3), "COR": (1, 4, 2), "DEL": (2, 1, 3), "EST": (1, 1, 3), "FAR": (1, 2, 1)}
"""Ships, trade, readiness."""

MIDDLE = Draft(
    lines=(MeasureLine("escort"), MeasureLine("targeted-sanctions", "VOS")),
    aim="passage",
    basis="charter",
    claims=("vosk-hand",),
    clauses=(Switch("limits"), Switch("off-ramp", 12), Switch("review"), Switch("inquiry")),
)
"""Delma's middle text, before the end date."""

HARD = Draft(
    lines=(MeasureLine("escort"), MeasureLine("broad-sanctions", "VOS")),
    aim="passage",
    basis="charter",
    claims=("vosk-hand",),
)
"""Ardane's."""

MEDIATION = Draft(lines=(MeasureLine("mediation"),), aim="passage")
"""Estrin's."""


def strait() -> model.Scenario:
    """Six members, Vosk, Tallis; orders split as in full solo. Its round was worked with six clauses in a text."""
    return builders.tiny(
        id="strait",
        numbers=Numbers(switches=6),
        lesson=builders.lesson(rounds=5, orders="split", profile="full"),
        charter=_charter(),
        states=builders.by_id(_states()),
        assets=builders.by_id(_assets()),
        consents=builders.by_id(_consents()),
        truths=builders.by_id(model.Truth(id_, prose(id_), 1, prose(id_)) for id_ in ("militia", "old-mine", "state")),
        claims=builders.by_id(_claims()),
        sources=MappingProxyType({}),
        incidents=builders.by_id(_incidents()),
        measures=builders.by_id(_measures()),
        played=tuple(measure.id for measure in _measures()),
        packages=MappingProxyType({}),
        targets=MappingProxyType({}),
        injects=MappingProxyType({}),
        reactions=builders.by_id(_at_home()),
        actors=builders.by_id((_adversary(), replace(parts.neighbour(), id="TAL"))),
        council=_divided(),
        objectives=(),
    )


def second_round(scenario: model.Scenario, temperament: str = "insecure") -> Working:
    """Round 2 as it began: E 34, H 12, D 38, C 61, G 24, S 56, Vosk harassing; its order is sealed, TABLE is open."""
    state = builders.opened(scenario, "consultation", 2)
    state.table.seed = SEED
    state.table.holders = dict.fromkeys(MEMBERS, "policy")
    world = state.world
    world.truth, own = "militia", builders.pressing(state)
    own.temperament, own.level, own.last_step = temperament, 1, "harass"
    world.gauges.update(escalation=34, harm=12, deterrence=38, cohesion=61, grip=24, standing=56)
    world.incidents["lindis"] = IncidentState(0)
    state.knowledge.public.update({"vosk-make": "probable", "vosk-hand": "suspected"})
    working = Working(scenario, state)
    actors.seal(working)
    builders.put_on_table(state, "chair-2", builders.CHAIR_TEXT, None, "procedure")
    return working


def _charter() -> treaty.Charter:
    """Texts take four of six; force five of six and the victim's yes."""
    force = Combined("all_of", (Leaf("count", Whole(5)), Leaf("unanimity", only=frozenset(("victim",)))))
    organ = organs.Organ(
        "council",
        prose("The Council"),
        MEMBERS,
        (
            organs.Decision(("armed-force",), force, own_consent=("armed-force",), article="6"),
            organs.Decision((organs.ANY,), Leaf("count", Whole(4)), article="6"),
        ),
        article="6",
    )
    return builders.charter(members=MEMBERS, organs=(organ,))


def _states() -> tuple[model.State, ...]:
    lines = {
        "COR": ("Gas is not touched.", "has('targeted-sanctions') and not clause('exemptions')"),
        "DEL": ("No strikes from Esker.", "has('limited-force')"),
    }
    members = []
    for id_, (ships, trade, readiness) in MEANS.items():
        words, crossed = lines.get(id_, ("No force.", "rung >= 7"))
        members.append(
            parts.state(
                id_,
                means={"naval": ships, "trade": trade, "words": 1},
                readiness=readiness,
                red_line=model.RedLine(prose(words), condition(crossed)),
                treasury=8,
                home=58,
            )
        )
    return (*members, parts.state("VOS", "adversary"), parts.state("TAL", "neighbour"))


def _assets() -> tuple[model.Asset, ...]:
    return (model.Asset("esker", prose("Esker"), "base", "DEL", prose("Nine hours nearer.")),)


def _consents() -> tuple[model.Consent, ...]:
    return (model.Consent("esker", prose("Esker"), prose("Esker"), "DEL", "DEL", ("escort",)),)


def _claims() -> tuple[model.Claim, ...]:
    said = prose("It is so."), prose("It is not so.")
    return (
        model.Claim("vosk-make", prose("The mine is of Vosk make."), always(), "probable", "VOS", "lindis", *said),
        model.Claim(
            "vosk-hand", prose("Vosk laid it."), condition("truth('state')"), "suspected", "VOS", "lindis", *said
        ),
    )


def _incidents() -> tuple[model.Incident, ...]:
    facts = {"deaths": 9, "object": "state", "damage": "extensive", "area": "point"}
    return (
        model.Incident(
            "lindis", prose("Sinking of the Lindis"), prose("She sank."), "narrows", 0, "BEL", "VOS", facts, (), {}, 9
        ),
    )


def _measures() -> tuple[model.Measure, ...]:
    changes = {
        "protest": {"pressure": 2, "ramp": 0},
        "escort": {"cost": 3, "needs": "esker"},
        "limited-force": {"needs": None},
    }
    broad = parts.measure(
        "broad-sanctions", 4, "economic", domain="trade", pressure=30, ramp=3, cost=3, matter="sanctions",
        moves={"escalation": 7, "harm": 3},
        response_kind="sanctions", basis=("countermeasures",), exempts=True,
    )  # fmt: skip
    return (*(replace(measure, **changes.get(measure.id, {})) for measure in parts.measures()), broad)


def _divided() -> model.SecurityCouncil:
    """The stock of that name: the last permanent member is tied to Vosk, and vetoes by its score alone."""
    council = parts.security_council()
    return replace(council, members=tuple(replace(member, veto_rung=0) for member in council.members))


def _at_home() -> tuple[model.Reaction, ...]:
    """What Delma's brief says of home: the base costs 4, a red line kept brings 2."""
    base, kept = (model.Effect("home", "DEL", amount) for amount in (-4, 2))
    nothing = prose("")
    return (
        model.Reaction("base-used", nothing, "answer", condition("in_force('escort')"), (base,), nothing),
        model.Reaction("line-kept", nothing, "answer", condition("not red_line_crossed('DEL')"), (kept,), nothing),
    )


def _adversary() -> model.Actor:
    """Vosk with the table of GAME section 7."""
    return parts.adversary(
        id="VOS",
        victim="BEL",
        settlement=replace(parts.adversary().settlement, consent=("BEL",)),
        temperaments={
            "opportunist": _mind("opportunist", 10, 22, 1, True, ("participation >= 80", "forward", "0 - 4")),
            "insecure": _mind(
                "insecure", 7, 34, 2, False,
                ("escalation >= 45 and not offer_open", "forward", "(escalation - 35) / 3 + risk / 4"),
                ("escalation < 38 and level <= 1 and not accused and not in_force('escort')", "back", "14"),
            ),
            "committed": _mind("committed", 12, 50, 1, True, ("pain_rounds >= 1", "back", "6 * pain_rounds")),
        },
    )  # fmt: skip


def _mind(
    id_: str, appetite: int, resolve: int, face: int, pockets: bool, *particulars: tuple[str, Kind, str]
) -> model.Temperament:
    leanings = tuple(
        model.Score(when=condition(when), why=prose("So it is."), **{to: Formula(add, parse(add))})
        for when, to, add in particulars
    )
    return parts.temperament(id_, appetite=appetite, resolve=resolve, face=face, pockets=pockets, scores=leanings)

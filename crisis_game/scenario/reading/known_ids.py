"""What a scenario knows: every id that its files define, and what its conditions may ask.

Ids are the keys of the tables that `scenario_file` declares, as written, so that an entry with a fault in it is
still known to the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from crisis_game.charter.model import Charter
from crisis_game.charter.organs import MATTERS
from crisis_game.conditions.intervals import ANY, GRADE_BOUNDS, Bounds
from crisis_game.conditions.vocabulary import COUNTS, NAMES, TEXT_NAMES, ArgumentKind, Kind
from crisis_game.law.finding import Legality
from crisis_game.law.order import RULES
from crisis_game.law.vocabulary import FACTS
from crisis_game.scenario.deeds import ACTS
from crisis_game.scenario.defaults import ASKS, CLAUSES, POLICIES, TRUTHS
from crisis_game.scenario.draft import BASES, MotionKind
from crisis_game.scenario.ids import ALONE, AllyWord, MainPageId, PageId
from crisis_game.scenario.lesson import PROFILES
from crisis_game.scenario.model_actors import is_party
from crisis_game.scenario.numbers import meanings
from crisis_game.scenario.reading.check_condition import Vocabulary
from crisis_game.scenario.reading.scenario_file import ScenarioFile
from crisis_game.scenario.reading.trial_words import COMMAND_WORDS
from crisis_game.scenario.records import EACH, tables
from crisis_game.scenario.standard_gauges import GAUGES

VOTES = ("yes", "no", "abstain", "absent", "opt-out")
ALLY_WORDS: tuple[str, ...] = get_args(AllyWord)
LEGALITIES: tuple[str, ...] = get_args(Legality)
INFINITE = float("inf")
USE = "use"
"""The key under `gauges` that says which standard ones there are; no gauge has such a name."""


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of each kind, and the vocabulary of the scenario's lines."""

    ids: Mapping[str, Collection[str]]
    words: Vocabulary


def known_in(
    value: Mapping[str, Any], catalogue: Collection[str], charter: Charter | None, voices: Collection[str] = ()
) -> Known:
    """What the laid-together value of a scenario's files defines, beside the measures and voices of all scenarios."""
    ids = _ids(value, catalogue, charter, voices)
    return Known(ids, _vocabulary(value, ids))


def _table(value: Any, key: str) -> dict[str, Any]:
    table = value.get(key) if isinstance(value, dict) else None
    return table if isinstance(table, dict) else {}


def _ids(
    value: Mapping[str, Any], catalogue: Collection[str], charter: Charter | None, voices: Collection[str]
) -> dict[str, Collection[str]]:
    written: dict[str, tuple[str, ...]] = {}
    for way, table in tables(ScenarioFile):
        written[table] = (*written.get(table, ()), *_at(value, way))
    models = {id_: actor.get("model") for id_, actor in _table(value, "actors").items() if isinstance(actor, dict)}
    own = [measure["id"] for measure in _entries(value.get("measures")) if isinstance(measure.get("id"), str)]
    measures = tuple(dict.fromkeys((*catalogue, *own)))
    return {
        **written,
        "liked": (
            *measures,
            *_liked("clause", _clauses(value)),
            *_liked("motion", get_args(MotionKind)),
            *_liked("package", written["package"]),
        ),
        "member": tuple(_table(value, "states")),
        "state": tuple(dict.fromkeys((*_table(value, "states"), *_parties(value)))),
        "actor": tuple(id_ for id_, model in models.items() if model in ("bargainer", "course")),
        "neighbour": tuple(id_ for id_, model in models.items() if model == "petitioner"),
        "gauge": tuple(dict.fromkeys((*used(value.get("gauges")), *_written_gauges(value)))),
        "measure": measures,
        "clause": _clauses(value),
        "any-clause": _every_clause(value),
        "rule": tuple(RULES),
        "hinted": tuple(dict.fromkeys((*get_args(MainPageId), *COMMAND_WORDS, *get_args(PageId)))),
        "truth": written["truth"] or tuple(TRUTHS),
        "charter-member": charter.members if charter else (),
        "organ": tuple(organ.id for organ in charter.organs) if charter else (),
        "matter": (*MATTERS, *(charter.matters if charter else ())),
        "amendment": tuple(charter.amendments) if charter else (),
        "number": tuple(meanings()),
        "occasion": (ALONE, *_occasions(written)),
        "policy": POLICIES,
        "voice": tuple(dict.fromkeys((*voices, *written["voice"]))),
        "purpose": FACTS["purpose"].values,
        "response": FACTS["response_kind"].values,
    }


def _occasions(written: Mapping[str, Collection[str]]) -> Iterator[str]:
    """From what an objective can count: each inject and each incident."""
    yield from (f"inject:{id_}" for id_ in written["inject"])
    yield from (f"incident:{id_}" for id_ in written["incident"])


def _liked(kind: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Ids as a member likes them: with what they name in front."""
    return tuple(f"{kind}:{id_}" for id_ in ids)


def _parties(value: Mapping[str, Any]) -> Iterator[str]:
    """Who of the actors can be named as a party."""
    for id_, actor in _table(value, "actors").items():
        if not isinstance(actor, dict) or is_party(actor.get("kind"), actor.get("model")):
            yield id_


def used(gauges: Any) -> tuple[str, ...]:
    """The standard gauges that a scenario takes, in their order, going by what stands under `gauges`."""
    use = gauges.get(USE) if isinstance(gauges, Mapping) else None
    return tuple(id_ for id_ in GAUGES if id_ in use) if isinstance(use, list) else tuple(GAUGES)


def _at(value: Any, way: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of the table at the end of some keys, of all of them where the way leads through every entry of one."""
    first, *rest = way
    if first == EACH:
        entries = value.values() if isinstance(value, dict) else ()
        return tuple(id_ for entry in entries for id_ in _at(entry, tuple(rest)))
    table = _table(value, first)
    return _at(table, tuple(rest)) if rest else tuple(table)


def _every_clause(value: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*CLAUSES, *_table(value, "clauses"))))


def _clauses(value: Mapping[str, Any]) -> tuple[str, ...]:
    """The standard clauses and the author's own, as far as the lesson plays with them."""
    every = _every_clause(value)
    chosen = _table(value, "lesson").get("clauses")
    return tuple(id_ for id_ in every if id_ in chosen) if isinstance(chosen, list) and chosen else every


def _entries(listed: Any) -> list[dict[str, Any]]:
    return [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []


def _vocabulary(value: Mapping[str, Any], ids: Mapping[str, Collection[str]]) -> Vocabulary:
    motions: tuple[str, ...] = get_args(MotionKind)
    others: dict[ArgumentKind, Collection[str]] = {
        "motion": motions,
        "draw": tuple(_table(value, "draws")),
        "word": (*ids["measure"], *motions, *ids["package"]),
        "vote": VOTES,
        "ally-word": ALLY_WORDS,
        "basis": BASES,
        "choice": (),
        "matter": ids["matter"],
        "act": ACTS,
        "legality": LEGALITIES,
        "council-ask": tuple(ASKS),
    }
    kinds: tuple[ArgumentKind, ...] = get_args(ArgumentKind)
    arguments = {kind: others[kind] if kind in others else ids[kind] for kind in kinds}
    names: dict[str, Kind] = {**NAMES, **dict.fromkeys(ids["gauge"], "number")}
    return Vocabulary(arguments, _draws(value), _bounds(value), _function_bounds(value), names, _answers(value))


def _draws(value: Mapping[str, Any]) -> dict[str, Collection[str]]:
    draws = _table(value, "draws")
    return {id_: tuple(map(str, values)) for id_, values in draws.items() if isinstance(values, list | dict)}


def _answers(value: Mapping[str, Any]) -> dict[str, Collection[str]]:
    """The answers to each inject that asks for one."""
    injects = _table(value, "injects")
    return {id_: tuple(_table(_table(inject, "asks"), "choices")) for id_, inject in injects.items()}


def _bounds(value: Mapping[str, Any]) -> dict[str, Bounds]:
    rounds = _rounds(value)
    actors = [actor for actor in _table(value, "actors").values() if isinstance(actor, dict)]
    steps = [step for actor in actors for step in _table(actor, "steps").values() if isinstance(step, dict)]
    levels = [step["level"] for step in steps if isinstance(step.get("level"), int)]
    bounds: dict[str, Bounds] = dict.fromkeys((*NAMES, *TEXT_NAMES), ANY)
    bounds |= {
        "round": (1, rounds),
        "rounds": (rounds, rounds),
        "level": (0, max(levels, default=0)),
        "risk": (0, 100),
        "pain": (0, INFINITE),
        "pain_rounds": (0, rounds),
        "delivered": (0, 100),
        "participation": (0, 100),
        "deadlocks": (0, rounds),
        "own_harm": (0, INFINITE),
        "unlawful_acts": (0, INFINITE),
        "defects": (0, INFINITE),
        **dict.fromkeys(COUNTS, (0, INFINITE)),
        "rung": (0, 10),
        "cost": (0, INFINITE),
        "grade": GRADE_BOUNDS,
        "off_ramp": (0, 100),
    }
    bounds |= dict.fromkeys(used(value.get("gauges")), (0, 100))
    return bounds | {id_: _gauge_bounds(gauge) for id_, gauge in _written_gauges(value).items()}


def _written_gauges(value: Mapping[str, Any]) -> dict[str, Any]:
    """The gauges that a scenario writes anything of."""
    return {id_: gauge for id_, gauge in _table(value, "gauges").items() if id_ != USE}


def _rounds(value: Mapping[str, Any]) -> int:
    lesson = _table(value, "lesson")
    rounds = lesson.get("rounds")
    profile = PROFILES.get(str(lesson.get("profile")), PROFILES["full"])
    return rounds if isinstance(rounds, int) and rounds > 0 else profile.rounds


def _gauge_bounds(gauge: Any) -> Bounds:
    low, high = (gauge.get("low", 0), gauge.get("high", 100)) if isinstance(gauge, dict) else (0, 100)
    return (low, high) if isinstance(low, int) and isinstance(high, int) else ANY


def _function_bounds(value: Mapping[str, Any]) -> dict[str, Bounds]:
    """What functions give; a measure may have been in force for rounds before the first."""
    since = [entry.get("since", 0) for entry in _entries(value.get("in_force"))]
    before = 1 - min((number for number in since if isinstance(number, int)), default=1)
    return {**_FUNCTION_BOUNDS, "rounds_in_force": (0, 9 + max(0, before))}


_FUNCTION_BOUNDS: dict[str, Bounds] = {
    "evidence": GRADE_BOUNDS,
    "home": (0, 100),
    "treasury": (0, INFINITE),
    "credit": (0, 5),
    "spent": (0, INFINITE),
    "pledges_met": (0, 100),
    "since": (-1, 8),
    "arrears": (0, INFINITE),
    "needed": (0, INFINITE),
}

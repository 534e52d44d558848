"""The world of a scenario, from its checked shape: states, what is true and claimed, incidents, gauges, places."""

from __future__ import annotations

from dataclasses import replace

from crisis_game.scenario.model import (
    Asset,
    Claim,
    Draw,
    EvidenceSource,
    Gauge,
    GaugeWord,
    Incident,
    MandateLine,
    Place,
    RedLine,
    State,
    Truth,
)
from crisis_game.scenario.reading.authored import Authored
from crisis_game.scenario.reading.shapes import ScenarioShape
from crisis_game.scenario.reading.shapes_world import ClaimShape, GaugeShape, IncidentShape, SourceShape, StateShape
from crisis_game.scenario.standard import COLOURS, GAUGES, TRUTHS


def states(shape: ScenarioShape, words: Authored) -> dict[str, State]:
    """All states, with colours for those that name none."""
    colours = _colours(shape)
    return {id_: _state(id_, one, colours[id_], shape, words) for id_, one in shape.states.items()}


def _colours(shape: ScenarioShape) -> dict[str, str]:
    taken = {one.colour for one in shape.states.values() if one.colour}
    free = [colour for colour in COLOURS if colour not in taken] or list(COLOURS)
    found: dict[str, str] = {}
    members = [id_ for id_, one in shape.states.items() if one.role == "member"]
    for id_, one in shape.states.items():
        spare = free[members.index(id_) % len(free)] if id_ in members else {"adversary": "red"}.get(one.role, "white")
        found[id_] = one.colour or spare
    return found


def _state(id_: str, one: StateShape, colour: str, shape: ScenarioShape, words: Authored) -> State:
    name, brief = words.prose(one.name), words.prose(one.brief)
    owned = next((asset for asset, entry in shape.assets.items() if entry.owner == id_), None)
    red_line = one.red_line
    return State(
        id=id_,
        name=name,
        adjective=words.prose(one.adjective, name),
        role=one.role,
        colour=colour,
        sign=one.sign or id_[0],
        profile=words.prose(one.profile),
        brief=brief,
        new_brief=words.prose(one.new_brief, brief),
        mandate=tuple(
            MandateLine(
                line.kind,
                words.prose(line.text),
                words.condition(line.performed),
                words.condition(line.some),
                words.condition(line.major),
            )
            for line in one.mandate
        ),
        red_line=RedLine(words.prose(red_line.text), words.condition(red_line.crossed)) if red_line else None,
        asset=one.asset or owned,
        means=dict(one.means),
        readiness=one.readiness,
        treasury=one.treasury,
        home=one.home,
        stances=dict(one.stances),
        wishes=tuple(one.wishes),
        dislikes=tuple(one.dislikes),
        law_weight=one.law_weight,
        price=one.price,
        policy=one.policy,
        places=tuple(one.places),
    )


def assets(shape: ScenarioShape, words: Authored) -> dict[str, Asset]:
    """What nobody else can supply, by id."""
    found = {}
    for id_, one in shape.assets.items():
        name = words.prose(one.name)
        text = words.prose(one.text, name)
        found[id_] = Asset(id_, name, one.kind, one.owner, text, tuple(one.needed_by), one.open_at_start)
    return found


def truths(shape: ScenarioShape, words: Authored) -> dict[str, Truth]:
    """What may truly have happened, by id; one plain truth where the author gives none."""
    if not shape.truths:
        return dict(TRUTHS)
    found = {}
    for id_, one in shape.truths.items():
        name = words.prose(one.name)
        found[id_] = Truth(id_, name, one.weight, words.prose(one.reveal, name))
    return found


def draws(shape: ScenarioShape) -> dict[str, Draw]:
    """What else the seed draws, by id."""
    return {id_: Draw(id_, tuple(values.items())) for id_, values in shape.draws.items()}


def claims(shape: ScenarioShape, words: Authored) -> dict[str, Claim]:
    """What is said to be so, by id."""
    return {id_: _claim(id_, one, words) for id_, one in shape.claims.items()}


def _claim(id_: str, one: ClaimShape, words: Authored) -> Claim:
    text = words.prose(one.text)
    return Claim(
        id_,
        text,
        words.condition(one.holds),
        one.start,
        one.accuses,
        one.incident,
        words.prose(one.confirmed, text),
        words.prose(one.refuted, text),
    )


def sources(shape: ScenarioShape, words: Authored) -> dict[str, EvidenceSource]:
    """Who knows what, by id."""
    return {id_: _source(id_, one, words) for id_, one in shape.sources.items()}


def _source(id_: str, one: SourceShape, words: Authored) -> EvidenceSource:
    return EvidenceSource(
        id_,
        one.claim,
        one.holder,
        words.prose(one.name),
        words.prose(one.text),
        words.variants(one.variants),
        words.prose(one.caveat),
        dict(one.moves),
        one.default_move,
        one.cost,
    )


def incidents(shape: ScenarioShape, words: Authored) -> dict[str, Incident]:
    """What law attaches to, by id."""
    return {id_: _incident(id_, one, words) for id_, one in shape.incidents.items()}


def _incident(id_: str, one: IncidentShape, words: Authored) -> Incident:
    return Incident(
        id_,
        words.prose(one.name),
        words.prose(one.text),
        one.place,
        one.round,
        one.victim,
        one.author,
        dict(one.facts),
        tuple((words.condition(variant.when), dict(variant.facts)) for variant in one.fact_variants),
        one.harm,
        one.dead,
    )


def gauges(shape: ScenarioShape, words: Authored) -> dict[str, Gauge]:
    """The standard gauges as the author changes them, then the author's own."""
    found = dict(GAUGES)
    for id_, one in shape.gauges.items():
        name = words.prose(one.name)
        own = Gauge(id_, name, words.prose(one.meaning, name), one.start or 0, ())
        found[id_] = _changed(found.get(id_, own), one, words)
    return found


def _changed(gauge: Gauge, one: GaugeShape, words: Authored) -> Gauge:
    told = {
        key: getattr(one, key) for key in ("start", "seen", "rising_is", "low", "high") if getattr(one, key) is not None
    }
    changed = replace(gauge, **told)
    if one.name is not None:
        changed = replace(changed, name=words.prose(one.name))
    if one.meaning is not None:
        changed = replace(changed, meaning=words.prose(one.meaning))
    if one.words is not None:
        shown = sorted((int(value), word) for value, word in one.words.items())
        changed = replace(changed, words=tuple(GaugeWord(value, words.prose(word)) for value, word in shown))
    return changed


def places(shape: ScenarioShape, words: Authored) -> dict[str, Place]:
    """The map, by id."""
    return {
        id_: Place(id_, words.prose(one.name), one.x, one.y, one.owner, one.kind, words.prose(one.about), one.asset)
        for id_, one in shape.places.items()
    }

"""The world of a scenario: states and what only they know, what is true, claimed and known, gauges, places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from crisis_game.scenario.conditions import Condition
from crisis_game.scenario.ids import (
    AssetId,
    ClaimId,
    ClauseId,
    GaugeId,
    Grade,
    IncidentId,
    MeasureId,
    PlaceId,
    SourceId,
    StateId,
)
from crisis_game.texts import Prose, prose

Fact = str | bool | int | None


Role = Literal["member", "adversary", "neighbour"]

PlaceKind = Literal["capital", "town", "port", "base", "point"]

NO_WORDS = prose("")


@dataclass(frozen=True, slots=True)
class Variant:
    """Another wording, taken when its condition holds; the first that holds wins."""

    when: Condition
    text: Prose
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class RedLine:
    """What a member will not have: its words, and the condition about a text that crosses it."""

    text: Prose
    crossed: Condition


@dataclass(frozen=True, slots=True)
class MandateLine:
    """One line of a seat's mandate and the evidence for how it was met.

    Read at the end, the first that holds: `performed` P, `some` S (some challenges), `major` M (major challenges),
    else U (unable).
    """

    kind: Literal["fits", "does-not-fit", "red-line", "dilemma"]
    text: Prose
    performed: Condition
    some: Condition
    major: Condition


@dataclass(frozen=True, slots=True)
class Asset:
    """What nobody else can supply. `needed_by` are measures that rest on it; a base has conditions of consent."""

    id: AssetId
    name: Prose
    kind: Literal[
        "base", "force", "data", "money", "registry", "declaration", "pilots", "contract", "veto", "expertise"
    ]
    owner: StateId
    text: Prose
    needed_by: tuple[MeasureId, ...] = ()
    open_at_start: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """A state: what all may know of it, and what only its seat knows.

    Attributes:
        means: capability by domain, 0-9.
        readiness: 0-5.
        treasury: 0-40 at the start; home: support at home, 0-100.
        stances: liking for each measure, -3 to 3; missing is 0.
        wishes, dislikes: clauses it wants, clauses it does not want.
        law_weight: how much its own reading of the law weighs in its vote, 0-2.
        policy: the policy that plays it unless a person does.
        price: treasury that another must pay it before it joins an economic measure; 0 for none.
        sign: one character beside its colour on maps and lists.
    """

    id: StateId
    name: Prose
    adjective: Prose
    role: Role
    colour: str
    sign: str
    profile: Prose
    brief: Prose
    new_brief: Prose
    mandate: tuple[MandateLine, ...]
    red_line: RedLine | None
    asset: AssetId | None
    means: Mapping[str, int]
    readiness: int
    treasury: int
    home: int
    stances: Mapping[MeasureId, int]
    wishes: tuple[ClauseId, ...]
    dislikes: tuple[ClauseId, ...]
    law_weight: int
    price: int
    policy: str
    places: tuple[PlaceId, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceSource:
    """One source about a claim, in one hand.

    Attributes:
        holder: the seat that has it from the start.
        moves: grades it moves the claim by, by truth; missing truths use `default_move` (-3 to 3).
        text: what it says, with variants by truth.
        caveat: what its owner asks of those who use it.
        cost: home support its owner risks by sharing it.
    """

    id: SourceId
    claim: ClaimId
    holder: StateId
    name: Prose
    text: Prose
    variants: tuple[Variant, ...]
    caveat: Prose
    moves: Mapping[str, int]
    default_move: int = 1
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that is said to be so.

    Attributes:
        holds: condition under which it is true in the world (over truths and draws).
        start: what everybody knows of it at the start; None if nobody has heard of it.
        accuses: the state that it names as author of a wrong, where it does.
        incident: the incident it is about.
        confirmed, refuted: what a verification says.
    """

    id: ClaimId
    text: Prose
    holds: Condition
    start: Grade | None
    accuses: StateId | None
    incident: IncidentId | None
    confirmed: Prose
    refuted: Prose


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that happens in the world and that law attaches to.

    Attributes:
        round: when it happens; 0 for before the start; None if only an effect or a step brings it.
        victim, author: states, where there are any (the author as claimed; who it truly was is in the facts).
        facts: raw facts of the judge's vocabulary; the first variant whose condition holds adds to or replaces them.
        harm: added to the gauge harm when it happens.
        dead: dead of the victim.
    """

    id: IncidentId
    name: Prose
    text: Prose
    place: PlaceId | None
    round: int | None
    victim: StateId | None
    author: StateId | None
    facts: Mapping[str, Fact]
    fact_variants: tuple[tuple[Condition, Mapping[str, Fact]], ...]
    harm: int = 0
    dead: int = 0


@dataclass(frozen=True, slots=True)
class GaugeWord:
    """The word for a gauge from a value on: `from_` 60 is confrontation."""

    from_: int
    word: Prose


@dataclass(frozen=True, slots=True)
class Gauge:
    """A bounded number of the world. `seen` says who sees it: all, as an estimate, or the facilitator."""

    id: GaugeId
    name: Prose
    meaning: Prose
    start: int
    words: tuple[GaugeWord, ...]
    seen: Literal["all", "estimate", "facilitator"] = "all"
    rising_is: Literal["good", "bad", "neutral"] = "neutral"
    low: int = 0
    high: int = 100


@dataclass(frozen=True, slots=True)
class Truth:
    """What truly happened; one is drawn by weight. `reveal` is told in the debrief."""

    id: str
    name: Prose
    weight: int
    reveal: Prose


@dataclass(frozen=True, slots=True)
class Draw:
    """Something the seed draws at the start beside truth and temperament, such as the number of dead."""

    id: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map, in a grid of 0-100 across and 0-100 down.

    Attributes:
        kind: what it is, which gives its sign.
        about: what a person reads who picks it; empty for nothing.
        asset: the asset that lies there, such as a base.
    """

    id: PlaceId
    name: Prose
    x: int
    y: int
    owner: StateId | None = None
    kind: PlaceKind = "point"
    about: Prose = NO_WORDS
    asset: AssetId | None = None

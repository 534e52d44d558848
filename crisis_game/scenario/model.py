"""A scenario, loaded: plain frozen data, immutable, identified by its id and the hash of its files.

Nothing here reads a file (see `scenario.reading`), and nothing here moves (see `engine`). All tables are by id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from crisis_game.charter.model import Charter
from crisis_game.scenario.conditions import Condition, Formula
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import (
    AimId,
    AssetId,
    ClaimId,
    ClauseId,
    EndingId,
    GaugeId,
    Grade,
    IncidentId,
    InjectId,
    MeasureId,
    PackageId,
    PlaceId,
    SourceId,
    StateId,
    StepId,
)
from crisis_game.scenario.numbers import Numbers
from crisis_game.texts import Prose

Fact = str | bool | int | None
Role = Literal["member", "adversary", "neighbour"]
Moment = Literal["situation", "table", "orders", "answer"]
"""Where in a round something is read or arrives: at the opening of that beat."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Another wording, taken when its condition holds; the first that holds wins."""

    when: Condition
    text: Prose
    grade: Grade | None = None


EffectKind = Literal["gauge", "home", "treasury", "credit", "attention", "claim", "incident"]


@dataclass(frozen=True, slots=True)
class Effect:
    """What an inject, a reaction or an incident does to the world.

    `gauge`, `home`, `treasury`, `credit`, `attention`: `subject` moves by `amount`. `claim`: what the council (or the
    seats in `to`) knows of claim `subject` becomes `grade`, or moves by `amount` grades where `grade` is None.
    `incident`: incident `subject` happens.
    """

    kind: EffectKind
    subject: str
    amount: int = 0
    grade: Grade | None = None
    to: tuple[StateId, ...] = ()


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


MeasureKind = Literal["words", "help", "economic", "presence", "force"]
"""How a measure's participation counts.

`words` and `help` not at all, `economic` squared (a gap leaks), the others straight.
"""


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of response from the catalogue.

    Attributes:
        rung: 1 (a note) to 10 (war) on the ladder.
        domain: the domain of capability it draws on; kind: how participation counts.
        base, ramp, heat, cost: effect on grip in full, rounds until full, heat on escalation, full cost in treasury.
        matter: the charter's matter that decides it.
        response_kind, use_of_force: words of the judge's vocabulary for the act.
        nature: its legal nature in one sentence; explains: what it does in one sentence.
        basis: bases on which it can rest, the likeliest first.
        reversible: whether it can be undone; undo: what that takes.
        needs_consent: asset whose owner must consent; needs_grade: grade below which policies and the Council doubt it.
        force_sheet: whether its delivery opens a force sheet.
        harm: added to harm each round in force; own harm when members do it.
        exempts: whether the clause exemptions has a bearing on it.
        cooling: escalation it takes off each round (mediation).
        protects: steps that it shields from (escort: lowers their harm).
        facts: further raw facts of the act.
    """

    id: MeasureId
    name: Prose
    rung: int
    domain: str
    kind: MeasureKind
    base: int
    ramp: int
    heat: int
    cost: int
    matter: str
    response_kind: str
    use_of_force: Literal["none", "threat", "minor", "armed"]
    nature: Prose
    explains: Prose
    basis: tuple[str, ...]
    reversible: bool
    undo: Prose
    needs_consent: AssetId | None = None
    needs_grade: Grade | None = None
    force_sheet: bool = False
    harm: int = 0
    exempts: bool = False
    cooling: int = 0
    protects: bool = False
    duty_owed: bool = False
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clause:
    """A switch of a text: what it gives, what it costs.

    Code gives the standard eight their effect; others only count in what states wish and dislike.
    """

    id: ClauseId
    name: Prose
    gives: Prose
    costs: Prose
    low: int = 0
    high: int = 0
    start: int = 0


STANDARD_CLAUSES: tuple[ClauseId, ...] = (
    "end-date",
    "limits",
    "exemptions",
    "off-ramp",
    "reasons",
    "hearing",
    "inquiry",
    "review",
)


@dataclass(frozen=True, slots=True)
class Aim:
    """What measures are for, what purpose law sees in it, and the condition that says when it is reached."""

    id: AimId
    text: Prose
    purpose: str
    reached: Condition


@dataclass(frozen=True, slots=True)
class Target:
    """A target of force from the author's list.

    Attributes:
        use: what it is used for; target_use: as law sees it, `military`, `dual` or `civil`.
        expected_harm: civilian harm to expect, `none`, `limited` or `excessive`; harm: points of harm if struck.
        grade: how sure that use is.
    """

    id: str
    name: Prose
    use: Prose
    target_use: Literal["military", "dual", "civil"]
    expected_harm: Literal["none", "limited", "excessive"]
    harm: int
    grade: Grade


@dataclass(frozen=True, slots=True)
class Package:
    """A text of the author's that members may start from."""

    id: PackageId
    name: Prose
    pitch: Prose
    draft: Draft


@dataclass(frozen=True, slots=True)
class Inject:
    """A prepared message or happening of the master event list.

    Attributes:
        round: round in which it may arrive; None for any round in which `when` holds.
        when: condition, read at the opening of the beat `at`; None holds always.
        to: seats that get it; empty for all.
        channel: news, cable (to one seat), intelligence (with a grade), statement, letter, hint.
        sender: who speaks.
        grade: of intelligence.
        variants: other wordings, first that holds.
        effects: what it does to the world when it arrives.
        asks: what it asks the seat to decide, and until when; empty for colour.
        home_of: the seat whose home affair it is; such injects arrive once a seat, in a round that the seed draws
            between `round` and `until_round`.
        expected: what the author expects players to do (for the facilitator).
        reads: claim whose grade it states, where it does.
    """

    id: InjectId
    title: Prose
    round: int | None
    until_round: int | None
    at: Moment
    when: Condition | None
    to: tuple[StateId, ...]
    channel: Literal["news", "cable", "intelligence", "statement", "letter", "hint"]
    sender: Prose
    grade: Grade | None
    text: Prose
    variants: tuple[Variant, ...]
    effects: tuple[Effect, ...]
    asks: Prose
    home_of: StateId | None
    expected: Prose
    reads: ClaimId | None = None


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the world does when a condition holds at a fixed point; once, unless `repeat`."""

    id: str
    at: Moment
    when: Condition
    effects: tuple[Effect, ...]
    text: Prose
    repeat: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the adversary's ladder; `strike` stands apart with level 0.

    Attributes:
        level: 1 upward on the ladder; 0 for a step apart.
        gain, heat, risk: grip gained, heat, what it risks.
        harm: harm each round while the level holds (for a step apart: once).
        facts: raw facts of the act for the judge.
        text: what happens, with variants; hint: how it shows beforehand.
    """

    id: StepId
    name: Prose
    level: int
    gain: int
    heat: int
    risk: int
    harm: int
    text: Prose
    variants: tuple[Variant, ...]
    hint: Prose
    facts: Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Particular:
    """What a temperament adds to a score, when its condition holds."""

    when: Condition
    to: Literal["advance", "hold", "back", "strike"]
    add: Formula
    why: Prose


@dataclass(frozen=True, slots=True)
class Temperament:
    """How the adversary, or the course of an emergency, is minded.

    Drawn by the seed, hidden, told by the tone of texts.
    """

    id: str
    name: Prose
    weight: int
    appetite: int
    resolve: int
    face: int
    pockets: bool
    particulars: tuple[Particular, ...]
    reveal: Prose


@dataclass(frozen=True, slots=True)
class Adversary:
    """Who, or what, presses. `state` is None where nobody does (an epidemic: temperaments are its course).

    Attributes:
        aims: what it wants; case: its legal case in writing, in its own words.
        hold_text, back_text: what holding and stepping back look like, with variants.
        tied: permanent member of the Council that shields it.
        terms: what a settlement would say; victim: whose consent it takes.
    """

    state: StateId | None
    aims: Prose
    case: Prose
    steps: tuple[Step, ...]
    temperaments: Mapping[str, Temperament]
    hold_text: Prose
    hold_variants: tuple[Variant, ...]
    back_text: Prose
    back_variants: tuple[Variant, ...]
    terms: Prose
    victim: StateId | None
    start_level: int = 0


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A state outside the organisation: what it says when heard, what it asks, what it gives when answered."""

    state: StateId
    hearing: Prose
    variants: tuple[Variant, ...]
    asks_clause: ClauseId | None
    gives: tuple[Effect, ...]
    refused: tuple[Effect, ...]
    stance: Literal["for", "wary", "against"]


@dataclass(frozen=True, slots=True)
class CouncilMember:
    """A member of the Security Council as it will behave.

    `stance` is -3 to 3; `veto_rung` is the rung from which it always vetoes (0 never).
    """

    id: str
    name: Prose
    permanent: bool
    stance: int
    tied: bool = False
    veto_rung: int = 0


@dataclass(frozen=True, slots=True)
class CouncilAsk:
    """What may be asked of the Security Council: statement (rung 1), demand (1), sanctions (4), mandate (7)."""

    id: Literal["statement", "demand", "sanctions", "mandate"]
    rung: int
    adopted: Prose
    failed: Prose


@dataclass(frozen=True, slots=True)
class SecurityCouncil:
    """The body outside that answers in the next round, by the real rule."""

    members: tuple[CouncilMember, ...]
    asks: tuple[CouncilAsk, ...]


@dataclass(frozen=True, slots=True)
class Draw:
    """Something the seed draws at the start beside truth and temperament, such as the number of dead."""

    id: str
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Truth:
    """What truly happened; one is drawn by weight. `reveal` is told in the debrief."""

    id: str
    name: Prose
    weight: int
    reveal: Prose


@dataclass(frozen=True, slots=True)
class Ending:
    """How it ends, for all. Read at the end of ANSWER; the lowest rank that holds.

    `final` ends the exercise at once; the others are read only after the last round.
    """

    id: EndingId
    rank: int
    when: Condition
    title: Prose
    text: Prose
    variants: tuple[Variant, ...]
    final: bool = False


@dataclass(frozen=True, slots=True)
class Objective:
    """A learning objective, with the condition that counts as its evidence."""

    id: str
    text: Prose
    evidence: Condition | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map, in a grid of 0-100 across and 0-100 down."""

    id: PlaceId
    name: Prose
    x: int
    y: int
    owner: StateId | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """How it is played: rounds, minutes, what one sheet holds, when verdicts are shown.

    Attributes:
        profile: tutorial, quick, full or class.
        rounds: 1-9; round_days: days of the world in a round.
        minutes: whole lessons it fits, such as 50, 75, 90.
        beat_minutes: length of each beat with a clock, in seconds.
        orders: `split` (vote, see, then give) or `one-sheet`.
        verdicts: `each-round` or `end`.
        hints: whether the guide speaks (tutorial).
    """

    profile: Literal["tutorial", "quick", "full", "class"]
    rounds: int
    round_days: int
    minutes: tuple[int, ...]
    beat_seconds: Mapping[str, int]
    orders: Literal["split", "one-sheet"]
    verdicts: Literal["each-round", "end"]
    guided: bool = False


@dataclass(frozen=True, slots=True)
class Guidance:
    """One hint of the tutorial: shown in a beat of a round until its condition no longer holds."""

    round: int
    beat: str
    text: Prose
    key: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything an author wrote, checked and linked."""

    id: str
    content_hash: str
    title: Prose
    summary: Prose
    opening: Prose
    languages: tuple[str, ...]
    level: Literal["first", "standard", "advanced"]
    group: tuple[int, int]
    resembles: str | None
    lesson: Lesson
    numbers: Numbers
    charter: Charter
    organ: str
    states: Mapping[StateId, State]
    assets: Mapping[AssetId, Asset]
    truths: Mapping[str, Truth]
    draws: Mapping[str, Draw]
    claims: Mapping[ClaimId, Claim]
    sources: Mapping[SourceId, EvidenceSource]
    incidents: Mapping[IncidentId, Incident]
    gauges: Mapping[GaugeId, Gauge]
    measures: Mapping[MeasureId, Measure]
    played: tuple[MeasureId, ...]
    clauses: Mapping[ClauseId, Clause]
    aims: Mapping[AimId, Aim]
    targets: Mapping[str, Target]
    packages: Mapping[PackageId, Package]
    chair: tuple[Draft, ...]
    injects: Mapping[InjectId, Inject]
    reactions: Mapping[str, Reaction]
    adversary: Adversary
    neighbours: Mapping[StateId, Neighbour]
    council: SecurityCouncil | None
    endings: tuple[Ending, ...]
    objectives: tuple[Objective, ...]
    debrief: tuple[Prose, ...]
    teaching: Prose
    places: Mapping[PlaceId, Place]
    guidance: tuple[Guidance, ...]

    @property
    def members(self) -> tuple[StateId, ...]:
        """The members' ids, in order; the order in which simultaneous choices are resolved."""
        return tuple(sorted(id_ for id_, state in self.states.items() if state.role == "member"))

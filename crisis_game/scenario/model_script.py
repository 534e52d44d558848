"""The course of a scenario: injects, reactions, the adversary, outside bodies, endings, the lesson."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from crisis_game.scenario.conditions import Condition, Formula
from crisis_game.scenario.ids import (
    ClaimId,
    ClauseId,
    EndingId,
    Grade,
    InjectId,
    StateId,
    StepId,
)
from crisis_game.scenario.model_world import Fact, Variant
from crisis_game.texts import Prose

Moment = Literal["situation", "table", "orders", "answer"]
"""Where in a round something is read or arrives: at the opening of that beat."""


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
    """One hint of the tutorial: shown in a beat of a round until its condition no longer holds.

    Attributes:
        text: for the screens, where it names a key.
        key: what to press.
        lines: the same for the line mode, where there are no keys; None where the text serves both.
    """

    round: int
    beat: str
    text: Prose
    key: str
    lines: Prose | None = None

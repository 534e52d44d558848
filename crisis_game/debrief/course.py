"""What a debrief tells of the course of play: decisions, votes and answers, round by round."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.charter.pivotal_votes import Turn
from crisis_game.conditions.grades import Grade
from crisis_game.engine.state import FreeMove, Move
from crisis_game.law.finding import Legality
from crisis_game.scenario.ids import ActorId, InjectId, SeatId, Vote
from crisis_game.scenario.model_actors import Scored
from crisis_game.scenario.model_script import Rating
from crisis_game.scenario.model_trials import Met
from crisis_game.texts import Prose, Text


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One step the other side could have taken: its score without luck, its luck, and both together."""

    step: str
    name: Text
    bare: int
    luck: int
    total: int


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """The sealed order against what was done, opened.

    Attributes:
        actor: whose they are.
        ordered, done: ids of steps, `hold` or `back`.
        told: both, and the nearest other choice with its distance, in one sentence.
        happened: what it looked like, in the author's words.
        sealed, opened: the scores when the order was sealed and when it was carried out, highest first.
        moved_by: what moved it besides, each with what it added to which kind of choice.
        decided: somebody decided it; a course goes its way, so that nothing was ordered.
    """

    actor: ActorId
    ordered: str
    done: str
    told: Text
    happened: Prose | None
    sealed: tuple[ScoreLine, ...]
    opened: tuple[ScoreLine, ...]
    moved_by: tuple[tuple[Scored, int, Prose], ...]
    decided: bool


@dataclass(frozen=True, slots=True)
class Ballot:
    """One vote in a roll call.

    Attributes:
        cast: whether the seat gave it; else it is what the charter makes of silence.
        cites: id of the brief's line, the rule or the claim that it was explained by, `cited` in words; empty for none.
        words: of the explanation.
    """

    seat: SeatId
    vote: Vote
    cast: bool
    cites: str
    cited: Text | None
    words: str


@dataclass(frozen=True, slots=True)
class RollCall:
    """The vote on one text.

    Attributes:
        says: what the text was to do, in one sentence.
        status: what became of it; told: the count and why.
        turns: the single votes that would have turned it; empty for a text that lapsed, whose votes did not count.
    """

    round: int
    text: str
    says: Text
    status: str
    told: Text
    in_favour: int
    needed: int
    votes: tuple[Ballot, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class KnownClaim:
    """A claim as it stood at a moment: what all members knew, and whether it was so."""

    claim: str
    text: Prose
    public: Grade
    true: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """Since when an objective, or its contrary, is shown: the round, 0 for the start, and by whom, if by anybody."""

    round: int
    seats: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class ActRef:
    """An act with its two verdicts, for a line in a list."""

    id: str
    title: Text
    known: Legality
    true: Legality


Actor = SeatId
"""A seat; the adversary's state; empty for what nobody's seat did."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the timeline: what was known, what was decided, what was said of it, what the law says.

    Attributes:
        entry: number of the log's entry.
        kind: `vote`, `alone`, `emergency`, `consent`, `declaration`, `report`, `demand`, `verification`, `referral`,
            `talks`, `incident`, `council`, `step`.
        seats: who decided.
        what: in one sentence.
        known: the claims as all members knew them then.
        reasons: who said why, in which words.
        law: the acts on record that came of it.
    """

    entry: int
    round: int
    beat: str
    kind: str
    seats: tuple[Actor, ...]
    what: Text
    known: tuple[KnownClaim, ...]
    reasons: tuple[tuple[SeatId, str], ...]
    law: tuple[ActRef, ...]


@dataclass(frozen=True, slots=True)
class AnsweredTold:
    """An answer to an inject.

    Attributes:
        silent: whether it was given by silence.
        rated: how it compares with what its author expected; empty where nothing was expected.
    """

    inject: InjectId
    seat: SeatId
    answer: str
    silent: bool
    rated: Rating


@dataclass(frozen=True, slots=True)
class Comment:
    """A note of the facilitator's that is for all.

    Attributes:
        round: in which what it is about happened; of a note on nothing, in which it was written.
        entry: of the log, that it is about; 0 for none.
        about: what happened in that entry; None for a note on none.
    """

    round: int
    entry: int
    about: Text | None
    words: str


@dataclass(frozen=True, slots=True)
class RoundTold:
    """One round: what was decided, who voted how, what the other side made of it, how gauges moved.

    `asked` are the answers that injects got, in the order in which they came; `expected` the injects that expected
    deeds of all, with how far they were done in this round; `comments` the facilitator's on what happened in it;
    `free_moves` those that were proposed in it, each with what all read of the ruling, None where there was none.
    """

    round: int
    decisions: tuple[Decision, ...]
    votes: tuple[RollCall, ...]
    answers: tuple[AnswerTold, ...]
    moves: tuple[Move, ...]
    asked: tuple[AnsweredTold, ...] = ()
    expected: tuple[tuple[InjectId, Met], ...] = ()
    comments: tuple[Comment, ...] = ()
    free_moves: tuple[tuple[FreeMove, Text | None], ...] = ()

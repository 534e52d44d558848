"""The exercise as one seat may see it, in sections of plain data: what screens, line mode and clients show.

Each section is made when it is asked for. Everything comes from `Seen`; `codec.write` turns a section into JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from crisis_game.charter.sentences import explain, needed_now
from crisis_game.conditions.grades import Grade
from crisis_game.engine import agenda, decision_rules
from crisis_game.engine.bargain_words import told_change
from crisis_game.engine.force_cover import ForceInUse
from crisis_game.engine.seeing.questions import QuestionSeen
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import ActiveMeasure, Commitments, Counsel, Letter, Move
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import Delivery, SeatId, Vote
from crisis_game.texts import Msgid, Prose, Text

QUESTIONS: Mapping[str, Msgid] = {
    "situation": "What has changed, and what do you believe?",
    "table": "Which text could you live with, and what must change?",
    "orders": "Vote, give, and say why.",
    "answer": "What did the world make of it, and why?",
    "none": "The exercise is over.",
}
"""The one question of each beat."""

OF_WHO_PRESSES = "What did {adversary:state} intend, what did it do, and why?"
"""The question of ANSWER where somebody presses who answers for it."""


@dataclass(frozen=True, slots=True)
class TableSection:
    """Where we stand, and whom we wait for."""

    seat: SeatId
    phase: str
    beat: str
    question: Text
    round: int
    rounds: int
    round_days: int
    ready: bool
    waiting_for: tuple[SeatId, ...]
    paused: bool
    emergency: str | None
    ending: str | None


@dataclass(frozen=True, slots=True)
class GaugeLine:
    """One gauge: its value, the word for it, and how it moved, oldest first."""

    id: str
    name: Prose
    meaning: Prose
    value: int
    word: Prose | None
    estimate: bool
    rising_is: str
    low: int
    high: int
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim: what the council knows, what this seat knows, what it has said to itself it believes."""

    id: str
    text: Prose
    public: Grade | None
    own: Grade
    believed: Grade | None
    graded: bool
    under_way: bool


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident with the claims about it."""

    id: str
    name: Prose
    text: Prose
    round: int
    victim: str | None
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One thing in the inbox, with its words; what counsel answered stands in its facts alone.

    Attributes:
        of_other_side: it is a hint of what the other side may do, not of what else may come.
    """

    id: str
    round: int
    beat: str
    channel: str
    sender: Prose | str
    to: tuple[SeatId, ...] | None
    title: Prose | None
    words: Prose | Text | str
    asks: Prose | None
    grade: Grade | None
    counsel: Counsel | None
    question: QuestionSeen | None = None
    of_other_side: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """One text: what it says, who stands behind it, what is needed, where members stand, what it came to.

    `left_out` says why it would not be put to the vote if the table closed now; None where it would be.
    """

    id: str
    draft: Draft
    sponsors: tuple[SeatId, ...]
    round: int
    status: str
    matter: str
    grade: Grade
    needed: Text
    result: Text | None
    adopted: bool
    in_favour: int
    votes_needed: int
    positions: tuple[PositionLine, ...]
    pledges: tuple[tuple[SeatId, str, Delivery], ...]
    votes: tuple[tuple[SeatId, Vote], ...]
    explanations: tuple[tuple[SeatId, str, str], ...]
    ends_round: int | None
    chair: bool
    left_out: Text | None


@dataclass(frozen=True, slots=True)
class PositionLine:
    """Where a member stands on a text; `told` if only to this seat."""

    seat: SeatId
    stance: str
    wants: tuple[Text, ...]
    price: int


@dataclass(frozen=True, slots=True)
class MeasureLineInForce:
    """A measure in force: since when, on what authority, who gives what; `force` where force is used by it now."""

    id: str
    measure: str
    target: str | None
    authority: str | None
    author: str
    began: int
    status: str
    deliveries: tuple[tuple[SeatId, Delivery], ...]
    force: ForceInUse | None


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """What one's own seat has."""

    attention: int
    saved: int
    treasury: int
    home: int
    credit: int
    pledges_met: int
    pledges_due: int


@dataclass(frozen=True, slots=True)
class MemberLine:
    """What all may know of a member."""

    seat: SeatId
    name: Prose
    holder: str
    credit: int
    pledges_met: int
    pledges_due: int
    suspended: bool
    ready: bool
    red_line_declared: bool


class View:
    """All sections for one seat, each made when it is asked for."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen

    @cached_property
    def table(self) -> TableSection:
        """Where we stand."""
        seen = self.seen
        question = Text(QUESTIONS[seen.beat])
        if seen.beat == "answer" and seen.adversary is not None:
            question = Text(OF_WHO_PRESSES, {"adversary": seen.adversary})
        return TableSection(
            seat=seen.seat,
            phase=seen.phase,
            beat=seen.beat,
            question=question,
            round=seen.round,
            rounds=seen.rounds,
            round_days=seen.lesson.round_days,
            ready=seen.is_ready(),
            waiting_for=_waiting_for(seen),
            paused=seen.paused,
            emergency=seen.emergency,
            ending=seen.ending,
        )

    @cached_property
    def gauges(self) -> tuple[GaugeLine, ...]:
        """The gauges this seat may see."""
        return tuple(self._gauge(id_) for id_ in self.seen.gauges)

    @cached_property
    def incidents(self) -> tuple[IncidentLine, ...]:
        """What has happened, newest last, with what is said of it."""
        return tuple(self._incident(id_, round_) for id_, round_ in self.seen.incidents.items())

    @cached_property
    def claims(self) -> tuple[ClaimLine, ...]:
        """All claims this seat has heard of."""
        return tuple(self._claim(id_) for id_ in self.seen.claims)

    @cached_property
    def mail(self) -> tuple[LetterLine, ...]:
        """The inbox, oldest first."""
        return tuple(self._letter(letter) for letter in self.seen.letters)

    @cached_property
    def texts(self) -> tuple[TextLine, ...]:
        """All texts, in order of tabling."""
        return tuple(self.text(id_) for id_ in self.seen.texts)

    @cached_property
    def measures(self) -> tuple[MeasureLineInForce, ...]:
        """Measures in force, dormant and ended, oldest first."""
        forces = {force.active: force for force in self.seen.force_in_use if force.goes_on}
        return tuple(_measure(measure, forces.get(measure.id)) for measure in (*self.seen.active, *self.seen.ended))

    @cached_property
    def account(self) -> OwnAccount | None:
        """What one's own seat has; None for a seat that is no member's."""
        if self.seen.role != "member":
            return None
        account = self.seen.account
        return OwnAccount(
            account.attention,
            account.saved,
            account.treasury,
            account.home,
            account.credit,
            account.met,
            account.due,
        )

    @property
    def brief(self) -> Prose | None:
        """One's own brief as it is now: a new minister brings another; None for a seat that is no state's."""
        return self.seen.own.brief if self.seen.role in ("member", "adversary", "neighbour") else None

    @cached_property
    def members(self) -> tuple[MemberLine, ...]:
        """What all may know of each member."""
        return tuple(self._member(member) for member in self.seen.members)

    @property
    def commitments(self) -> Commitments:
        """What was declared, asked, promised and demanded, as this seat may know it."""
        return self.seen.commitments

    def text(self, id_: str) -> TextLine:
        """One text. Raises KeyError for an unknown id."""
        seen, text = self.seen, self.seen.text(id_)
        count = decision_rules.standing(seen, id_)
        rule = decision_rules.rule_of(seen, text.matter, text.draft)
        return TextLine(
            id=id_,
            draft=text.draft,
            sponsors=text.sponsors,
            round=text.round,
            status=text.status,
            matter=text.matter,
            grade=seen.grade_of(id_),
            needed=needed_now(rule, decision_rules.voting(seen)),
            result=explain(text.result) if text.result else None,
            adopted=bool(text.adopted_round),
            in_favour=count.widest.in_favour,
            votes_needed=count.widest.needed,
            positions=self._positions(id_),
            pledges=tuple((seat, measure, level) for (seat, measure), level in sorted(text.pledges.items())),
            votes=tuple(sorted(seen.votes(id_).items())),
            explanations=tuple((seat, cites, words) for seat, (cites, words) in sorted(seen.explanations(id_).items())),
            ends_round=text.ends_round,
            chair=not text.sponsors,
            left_out=agenda.left_out(seen, id_),
        )

    # ----------------------------------------------------------------------------------------------------------------

    def _gauge(self, id_: str) -> GaugeLine:
        sheet, value = self.seen.gauges[id_], self.seen.gauge(id_)
        word = next((gauge_word.word for gauge_word in reversed(sheet.words) if value >= gauge_word.from_), None)
        moves = tuple(move for move in self.seen.moves if move.gauge == id_)
        estimate = sheet.seen == "estimate" and self.seen.role != "facilitator"
        return GaugeLine(
            id_, sheet.name, sheet.meaning, value, word, estimate, sheet.rising_is, sheet.low, sheet.high, moves
        )

    def _incident(self, id_: str, round_: int) -> IncidentLine:
        sheet = self.seen.incident(id_)
        claims = tuple(self._claim(claim) for claim in self.seen.claims if self.seen.claim(claim).incident == id_)
        return IncidentLine(id_, sheet.name, sheet.text, round_, sheet.victim, claims)

    def _claim(self, id_: str) -> ClaimLine:
        seen = self.seen
        believed = seen.believed
        under_way = any(claim == id_ and not answer for claim, _, answer in seen.verifications)
        return ClaimLine(
            id_,
            seen.claim(id_).text,
            seen.public_grade(id_),
            seen.claims[id_],
            believed.get(id_),
            id_ in believed,
            under_way,
        )

    def _letter(self, letter: Letter) -> LetterLine:
        sender, title, words, asks = self.seen.letter(letter)
        return LetterLine(
            letter.id, letter.round, letter.beat, letter.channel, sender, letter.to, title, words, asks, letter.grade,
            self.seen.advised.get(letter.id), self.seen.question_in(letter),
            letter.channel == "hint" and self.seen.is_of_other_side(letter.sender),
        )  # fmt: skip

    def _positions(self, text: str) -> tuple[PositionLine, ...]:
        lines = []
        for seat in self.seen.members:
            held = self.seen.position(text, seat)
            if held is not None:
                wants = tuple(told_change(change) for change in held.wants)
                lines.append(PositionLine(seat, held.stance, wants, held.price))
        return tuple(lines)

    def _member(self, seat: SeatId) -> MemberLine:
        seen = self.seen
        met, due = seen.pledges(seat)
        return MemberLine(
            seat,
            seen.name(seat),
            seen.holder(seat),
            seen.credit(seat),
            met,
            due,
            seat in seen.suspended,
            seen.is_ready(seat),
            seat in seen.commitments.red_lines,
        )


def _waiting_for(seen: Seen) -> tuple[SeatId, ...]:
    """Members that are not ready; those without a person wait for the people, and are named when nobody else is."""
    waiting = tuple(member for member in seen.members if not seen.is_ready(member))
    return tuple(member for member in waiting if seen.holder(member) == "person") or waiting


def _measure(active: ActiveMeasure, force: ForceInUse | None) -> MeasureLineInForce:
    deliveries = tuple(sorted(active.deliveries.items()))
    return MeasureLineInForce(
        active.id,
        active.measure,
        active.target,
        active.authority,
        active.author,
        active.began,
        active.status,
        deliveries,
        force,
    )

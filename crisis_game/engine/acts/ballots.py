"""Acts of the vote: the ballot, its reason, breaking silence, and one's own opinion before the verdict."""

from __future__ import annotations

from typing import Literal

from crisis_game.engine import decision_rules, field_questions, opinions
from crisis_game.engine.act import Act, Chosen, Refusal, act, choice, choice_given
from crisis_game.engine.acts.gates import has_seat
from crisis_game.engine.acts.talk import MOST_REASON
from crisis_game.engine.domains import OneOf, Words
from crisis_game.engine.events.ballots import Explained, OpinionGiven, SilenceBroken, VoteCast
from crisis_game.engine.field_questions import Question
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import Opinion
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.finding import LegalQuestion
from crisis_game.law.order import RULES
from crisis_game.scenario.ids import Answer, Beat, MeasureId, SeatId, Vote
from crisis_game.texts import Text

ORDERS: frozenset[Beat] = frozenset(("orders",))

REASON_IN_PUBLIC = (3, 200)
"""Characters in the reason for breaking silence."""

ANSWERS: OneOf[Answer] = OneOf(("lawful", "contested", "unlawful"))
SURENESS: OneOf[Literal[50, 70, 90]] = OneOf((50, 70, 90))

# Fields -------------------------------------------------------------------------------------------------------------


def votable(seen: Seen) -> tuple[TextId, ...]:
    """Texts put to the vote on which this seat's vote is read."""
    put = (seen.text(text_id) for text_id in seen.sheet)
    open_ = (text for text in put if text.status == "put")
    return tuple(text.id for text in open_ if decision_rules.can_vote(seen, seen.seat, text.matter, text.draft))


def _text_to_vote(seen: Seen) -> OneOf[str]:
    return OneOf(votable(seen))


def citable(seen: Seen) -> tuple[str, ...]:
    """What a vote can be explained by: a line of one's mandate, a rule of law, a claim one has heard of."""
    lines = dict.fromkeys(kind for kind, _ in seen.own.mandate)
    return (*lines, *seen.claims, *RULES)


def _renewal(seen: Seen) -> OneOf[str]:
    unbroken = (text for text in sorted(seen.renewals) if seen.seat not in seen.text(text).silence_broken)
    return OneOf(tuple(unbroken))


# Gates --------------------------------------------------------------------------------------------------------------


def _excluded(seen: Seen) -> Refusal | None:
    put = [text for text in seen.sheet if seen.text(text).status == "put"]
    if not put or votable(seen):
        return None
    decision = decision_rules.decision_of(seen, seen.text(put[0]).matter)
    because = Text("The charter does not count your vote in this matter.")
    return Refusal("excluded", because, decision.article if decision else None)


_NO_TEXT = ("no-such-text", Text("Choose a text that is put to the vote."))


@act(
    "cast-vote",
    "orders",
    ORDERS,
    Text("Vote"),
    Text("Sealed until all votes are opened."),
    gates=(has_seat, _excluded),
    about="text",
)
class CastVote(Act):
    """Vote on a text. `also`: count this yes even if an earlier text is adopted."""

    text: TextId = choice(field_questions.TEXT, _text_to_vote, *_NO_TEXT)

    def _vote_on(self, seen: Seen) -> OneOf[Vote]:
        decision = decision_rules.decision_of(seen, seen.text(self.text).matter)
        usual: tuple[Vote, ...] = ("yes", "no", "abstain")
        return OneOf((*usual, "opt-out") if decision is not None and decision.opt_outs else usual)

    vote: Vote = choice_given(
        field_questions.VOTE,
        _vote_on,
        "no-such-vote",
        Text("Vote yes or no, or abstain; opt out where the charter allows."),
    )

    def _also(self, _: Seen) -> OneOf[bool]:
        return OneOf((False, True) if self.vote == "yes" else (False,))

    also: bool = choice_given(
        Question(Text("Count this yes even if an earlier text is adopted?")),
        _also,
        "only-with-yes",
        Text("Only a yes can count beside an earlier text."),
        default=False,
    )

    def stands(self, seen: Seen) -> Chosen:
        cast = seen.votes(self.text).get(seen.seat)
        return {} if cast is None else {"vote": cast}

    def happen(self, working: Working, seat: SeatId) -> None:
        is_open = decision_rules.organ_of(working.seen(seat)).ballot == "open"
        working.emit(VoteCast(seat, self.text, self.vote, self.also, None if is_open else (seat,)))


@act(
    "explain",
    "orders",
    ORDERS,
    Text("Explain our vote"),
    Text("Name a line of your brief, a rule or a fact, and say it in your words."),
    gates=(has_seat, _excluded),
)
class Explain(Act):
    """Say why one votes so: a line of one's brief, a rule or a fact (`cites`), and words of one's own."""

    text: TextId = choice(field_questions.TEXT, _text_to_vote, *_NO_TEXT)
    cites: str = choice(
        field_questions.CITES,
        lambda seen: OneOf(("", *citable(seen))),
        "no-such-reason",
        Text("Name a line of your brief, a rule or a claim, or nothing."),
        default="",
    )

    def _reason(self, _: Seen) -> Words:
        return Words(MOST_REASON, 0 if self.cites else 1)

    words: str = choice_given(
        field_questions.WORDS,
        _reason,
        "too-long",
        Text("Give a reason: name one from the list, or write 1 to 140 characters."),
        default="",
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(Explained(seat, self.text, self.cites, self.words.strip()))


@act(
    "break-silence",
    "orders",
    frozenset(("situation",)),
    Text("Break silence"),
    Text("Stop the renewal of a text, with a reason that all hear."),
    gates=(has_seat,),
)
class BreakSilence(Act):
    """Break silence on the renewal of an adopted text; costs a reason in public."""

    text: TextId = choice(
        field_questions.TEXT,
        _renewal,
        "nothing-to-renew",
        Text("No text that you have not spoken on is up for renewal."),
    )
    words: str = choice(
        field_questions.WORDS,
        Words(REASON_IN_PUBLIC[1], REASON_IN_PUBLIC[0]),
        "no-reason",
        Text("Give a reason in public, 3 to 200 characters."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(SilenceBroken(seat, self.text, self.words.strip()))


_ASKED = {
    "law": Text("Law: is it lawful?"),
    "resort": Text("Resort: may force be used here at all?"),
    "conduct": Text("Conduct: will it be used as the law demands?"),
}


@act(
    "give-opinion",
    "texts",
    frozenset(("table", "orders")),
    Text("Give our opinion on the law"),
    Text("On one act, sealed, before any verdict: lawful, contested or unlawful, and how sure."),
    about="question",
)
class GiveOpinion(Act):
    """One's own sealed answer to a question of law about one act, and how sure one is, in per cent.

    The act is the gravest of a text, or a measure that one has ordered alone (`text` empty).
    """

    text: TextId = choice(
        field_questions.TEXT,
        lambda seen: OneOf(opinions.texts_asked(seen)),
        "nothing-to-judge",
        Text("An opinion is on a text with measures that can still be decided, or on a measure of one's own."),
    )

    def _act(self, seen: Seen) -> OneOf[MeasureId]:
        return OneOf(opinions.acts_asked(seen, self.text))

    measure: MeasureId = choice_given(
        Question(Text("On which act?"), "measure"),
        _act,
        "not-that-act",
        Text("Name the gravest act of the text, or one that you order alone."),
    )

    def _questions(self, seen: Seen) -> OneOf[LegalQuestion]:
        return OneOf(opinions.questions_on(seen, self.measure))

    question: LegalQuestion = choice_given(
        Question(Text("Which question?"), value_words=lambda _, value: _ASKED.get(value)),
        _questions,
        "not-that-question",
        Text("Where there is force, resort and conduct are asked; else one question."),
    )
    answer: Answer = choice(
        Question(Text("What do you answer?"), "answer"),
        ANSWERS,
        "no-such-answer",
        Text("Answer lawful, contested or unlawful."),
    )
    sure: Literal[50, 70, 90] = choice(
        Question(Text("How sure, in per cent?")), SURENESS, "no-such-sureness", Text("Be 50, 70 or 90 per cent sure.")
    )

    def stands(self, seen: Seen) -> Chosen:
        opinion = opinions.opinion_on(seen, self.text, self.measure, self.question)
        return {} if opinion is None or opinion.void else {"answer": opinion.answer, "sure": opinion.sure}

    def happen(self, working: Working, seat: SeatId) -> None:
        """Seal it; an answer given before counsel is kept beside the one given after."""
        round_ = working.state.table.round
        earlier = opinions.opinion_on(working.seen(seat), self.text, self.measure, self.question)
        before = None
        if earlier is not None and not earlier.void:
            asked = working.state.record.counsel.get(seat) == round_
            before = earlier.before or ((earlier.answer, earlier.sure) if asked else None)
        opinion = Opinion(round_, self.text, self.measure, self.question, self.answer, self.sure, before)
        working.emit(OpinionGiven(seat, opinion))

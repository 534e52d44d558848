"""Acts of texts: tabling, revising, sponsoring, merging, withdrawing, pledging, and the emergency procedure."""

from __future__ import annotations

from crisis_game.engine import decision_rules, field_questions, trust
from crisis_game.engine.act import Act, Chosen, Refusal, act, choice, choice_given
from crisis_game.engine.acts.gates import has_seat, takes_part
from crisis_game.engine.delivery_costs import has_means
from crisis_game.engine.domains import OneOf
from crisis_game.engine.draft_rules import attention_for
from crisis_game.engine.drafts import DraftDomain
from crisis_game.engine.events.texts import (
    Cosponsored,
    EmergencyCalled,
    PledgeMade,
    SponsorLeft,
    TextRevised,
    TextsMerged,
    TextTabled,
    TextWithdrawn,
)
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.rounds import go_on
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change, TextId
from crisis_game.engine.text_changes import ChangeDomain, changed, merged
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import Beat, Delivery, MeasureId, SeatId
from crisis_game.texts import Text, counted

TABLE: frozenset[Beat] = frozenset(("table",))
EMERGENCY_COST = 2

# Which texts --------------------------------------------------------------------------------------------------------


def open_texts(seen: Seen) -> tuple[TextId, ...]:
    """Texts on the table that members have put there and that can still be changed."""
    return tuple(id_ for id_ in seen.on_table if seen.text(id_).status == "table" and seen.text(id_).sponsors)


def own_texts(seen: Seen) -> tuple[TextId, ...]:
    """One's own text on the table, if there is one."""
    return tuple(id_ for id_ in open_texts(seen) if seen.text(id_).sponsors[0] == seen.seat)


def pledgeable(seen: Seen, text: TextId) -> tuple[MeasureId, ...]:
    """Measures of a text to which this seat could give something; words need no pledge."""
    lines = (line.measure for line in seen.text(text).draft.lines)
    return tuple(
        measure for measure in lines if seen.measure(measure).kind != "words" and has_means(seen, seen.seat, measure)
    )


def _own_text(seen: Seen) -> OneOf[str]:
    return OneOf(tuple(text for text in own_texts(seen) if not ChangeDomain(seen, seen.text(text).draft).empty))


def _others_text(seen: Seen) -> OneOf[str]:
    return OneOf(tuple(text for text in open_texts(seen) if seen.seat not in seen.text(text).sponsors))


def _sponsored(seen: Seen) -> OneOf[str]:
    return OneOf(tuple(text for text in open_texts(seen) if seen.seat in seen.text(text).sponsors))


def _agrees(seen: Seen, text: TextId) -> bool:
    """Whether the first sponsor of a text agrees that it be merged into this seat's own, and the two fit together."""
    own, sponsor = own_texts(seen), seen.text(text).sponsors[0]
    if not own or sponsor == seen.seat:
        return False
    position = seen.position(own[0], sponsor)
    willing = sponsor in seen.text(own[0]).sponsors
    willing = willing or (position is not None and position.stance in ("support", "could-live-with"))
    return willing and merged(seen, seen.text(own[0]).draft, seen.text(text).draft) is not None


# Gates --------------------------------------------------------------------------------------------------------------


def _none_on_table(seen: Seen) -> Refusal | None:
    if not own_texts(seen):
        return None
    return Refusal("one-text-each", Text("You have a text on the table already; revise or withdraw it."))


def _not_in_last_wave(seen: Seen) -> Refusal | None:
    if seen.wave < seen.numbers.waves:
        return None
    return Refusal("last-wave", Text("The last wave has begun: no new text can be tabled in it, or after it."))


def _emergency_allowed(seen: Seen) -> Refusal | None:
    rule = seen.charter.emergency
    if not rule.allowed:
        return Refusal("no-emergency", Text("The charter knows no emergency procedure."), rule.article)
    if seen.emergencies >= rule.times:
        once = "The charter allows the emergency procedure once in one crisis."
        often = "The charter allows the emergency procedure {n} times in one crisis."
        return Refusal("emergency-used", counted(once, often, rule.times), rule.article)
    if seen.round - seen.last_emergency < seen.numbers.emergency_gap:
        once = "The emergency procedure is open once a round."
        seldom = "The emergency procedure is open once in {n} rounds."
        return Refusal("emergency-gap", counted(once, seldom, seen.numbers.emergency_gap), rule.article)
    return None


# What comes of it ---------------------------------------------------------------------------------------------------


def _next_id(working: Working, seat: SeatId) -> TextId:
    return f"{seat.lower()}-{working.state.council.counts.get(seat, 0) + 1}"


_OWN = ("not-your-text", Text("You have no text on the table that could be changed."))


@act(
    "table-text",
    "texts",
    TABLE,
    Text("Table a text"),
    Text("Start from a package and change it; each seat has one on the table."),
    gates=(has_seat, _none_on_table, _not_in_last_wave),
    attention=1,
    spending=Code.TABLING,
    hangs_on="draft",
    initiative=True,
)
class TableText(Act):
    """Put a text on the table; each seat has at most one there."""

    draft: Draft = choice(
        field_questions.DRAFT, DraftDomain, "faulty-draft", Text("This text cannot be tabled as it is.")
    )

    def cost(self, _: Seen) -> int:
        return attention_for(self.draft)

    def happen(self, working: Working, seat: SeatId) -> None:
        matter = decision_rules.matter_of(working.seen(seat), self.draft)
        working.emit(TextTabled(seat, _next_id(working, seat), self.draft, matter))


@act(
    "revise-text",
    "texts",
    TABLE,
    Text("Change our text"),
    Text("Free for its first sponsor."),
    gates=(has_seat,),
    initiative=True,
)
class ReviseText(Act):
    """Change one's own text on the table."""

    text: TextId = choice(field_questions.TEXT, _own_text, *_OWN)

    def _change(self, seen: Seen) -> ChangeDomain:
        return ChangeDomain(seen, seen.text(self.text).draft)

    change: Change = choice_given(
        field_questions.CHANGE, _change, "no-such-change", Text("This change is not possible, or changes nothing.")
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        seen = working.seen(seat)
        draft = changed(seen, seen.text(self.text).draft, self.change)
        if draft is not None:
            trust.taken_in(working, self.text, self.change)
            working.emit(TextRevised(self.text, seat, self.change, draft, decision_rules.matter_of(seen, draft)))


@act(
    "cosponsor",
    "texts",
    TABLE,
    Text("Co-sponsor a text"),
    Text("Texts with most support told to all are put to the vote."),
    gates=(has_seat,),
    initiative=True,
)
class Cosponsor(Act):
    """Put one's name to another's text."""

    text: TextId = choice(
        field_questions.TEXT, _others_text, "no-such-text", Text("There is no text of another that lacks your name.")
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(Cosponsored(seat, self.text))


@act(
    "merge-texts",
    "texts",
    TABLE,
    Text("Merge a text into ours"),
    Text("Its measures and clauses join yours, and it is withdrawn."),
    gates=(has_seat,),
    attention=1,
    spending=Code.MERGING,
    initiative=True,
)
class MergeTexts(Act):
    """Take another's measures and clauses into one's own text, if its sponsor has offered to withdraw in its favour."""

    text: TextId = choice(
        field_questions.TEXT,
        lambda seen: OneOf(tuple(text for text in open_texts(seen) if _agrees(seen, text))),
        "not-agreed",
        Text("Its sponsor must first co-sponsor your text, support it or say that it can live with it."),
    )
    into: TextId = choice(field_questions.INTO, lambda seen: OneOf(own_texts(seen)), *_OWN)

    def happen(self, working: Working, seat: SeatId) -> None:
        seen = working.seen(seat)
        draft = merged(seen, seen.text(self.into).draft, seen.text(self.text).draft)
        if draft is not None:
            matter = decision_rules.matter_of(seen, draft)
            working.emit(TextsMerged(seat, self.text, self.into, draft, matter))


@act("withdraw-text", "texts", TABLE, Text("Withdraw our text"), Text("It leaves the table."), initiative=True)
class WithdrawText(Act):
    """Take one's text off the table."""

    text: TextId = choice(field_questions.TEXT, _sponsored, "not-your-text", Text("You sponsor no such text."))

    def happen(self, working: Working, seat: SeatId) -> None:
        first = working.state.council.texts[self.text].sponsors[0] == seat
        working.emit(TextWithdrawn(seat, self.text) if first else SponsorLeft(seat, self.text))


@act(
    "pledge",
    "texts",
    frozenset(("table", "orders")),
    Text("Pledge"),
    Text("What you would deliver; due if the text is adopted with your yes."),
    gates=(takes_part,),
    about="measure",
)
class Pledge(Act):
    """Pledge what one would deliver under a text; due when it is adopted and one voted yes."""

    text: TextId = choice(
        field_questions.TEXT,
        lambda seen: OneOf(tuple(text for text in seen.on_table if pledgeable(seen, text))),
        "no-such-text",
        Text("There is no text to which you could give something."),
    )

    def _pledge_measure(self, seen: Seen) -> OneOf[str]:
        return OneOf(pledgeable(seen, self.text))

    measure: MeasureId = choice_given(
        field_questions.MEASURE, _pledge_measure, "no-means", Text("You have no means for this measure.")
    )

    def _pledge_level(self, seen: Seen) -> OneOf[Delivery]:
        pledged = (seen.seat, self.measure) in seen.text(self.text).pledges
        return OneOf(("full", "half", "none") if pledged else ("full", "half"))

    level: Delivery = choice_given(
        field_questions.LEVEL, _pledge_level, "no-such-level", Text("Pledge it in full or by half, or take it back.")
    )

    def stands(self, seen: Seen) -> Chosen:
        pledged = seen.text(self.text).pledges.get((seen.seat, self.measure))
        return {} if pledged is None else {"level": pledged}

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(PledgeMade(seat, self.text, self.measure, self.level))


@act(
    "call-emergency",
    "texts",
    frozenset(("situation",)),
    Text("Call the emergency procedure"),
    Text("Straight to the vote on one text of at most two measures."),
    gates=(has_seat, _emergency_allowed),
    attention=EMERGENCY_COST,
    spending=Code.EMERGENCY_PROCEDURE,
)
class CallEmergency(Act):
    """Use the emergency procedure: straight from SITUATION to ORDERS with one text of at most two measures."""

    draft: Draft = choice(
        field_questions.DRAFT,
        lambda seen: DraftDomain(seen, emergency=True),
        "faulty-draft",
        Text("This text cannot be put to the vote at once."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        matter = decision_rules.matter_of(working.seen(seat), self.draft)
        text = _next_id(working, seat)
        working.emit(EmergencyCalled(seat, text, self.draft, matter, working.scenario.members))
        go_on(working)

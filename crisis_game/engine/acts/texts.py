"""Acts of texts: tabling, revising, sponsoring, merging, withdrawing, pledging, and the emergency procedure."""

from __future__ import annotations

from crisis_game.engine import matters
from crisis_game.engine.act import Act, Chosen, Domain, Field, OneOf, Price, Refusal, always
from crisis_game.engine.acts.gates import has_seat
from crisis_game.engine.changes import ChangeDomain, changed, merged
from crisis_game.engine.commands import (
    CallEmergency,
    Cosponsor,
    MergeTexts,
    Pledge,
    ReviseText,
    TableText,
    TextId,
    WithdrawText,
)
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
from crisis_game.engine.giving import has_means
from crisis_game.engine.rounds import go_on
from crisis_game.engine.seen import Seen
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import Beat, MeasureId, SeatId
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
    return tuple(one for one in lines if seen.measure(one).kind != "words" and has_means(seen, seen.seat, one))


def _own_text(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one for one in own_texts(seen) if not ChangeDomain(seen, seen.text(one).draft).empty))


def _change(seen: Seen, chosen: Chosen) -> Domain:
    return ChangeDomain(seen, seen.text(chosen["text"]).draft)


def _others_text(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one for one in open_texts(seen) if seen.seat not in seen.text(one).sponsors))


def _sponsored(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one for one in open_texts(seen) if seen.seat in seen.text(one).sponsors))


def _mergeable(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one for one in open_texts(seen) if _agrees(seen, one)))


def _agrees(seen: Seen, text: TextId) -> bool:
    """Whether the first sponsor of a text agrees that it be merged into this seat's own, and the two fit together."""
    own, sponsor = own_texts(seen), seen.text(text).sponsors[0]
    if not own or sponsor == seen.seat:
        return False
    position = seen.position(own[0], sponsor)
    willing = sponsor in seen.text(own[0]).sponsors
    willing = willing or (position is not None and position.stance in ("support", "could-live-with"))
    return willing and merged(seen, seen.text(own[0]).draft, seen.text(text).draft) is not None


def _into_own(seen: Seen, _: Chosen) -> Domain:
    return OneOf(own_texts(seen))


def _draft(seen: Seen, _: Chosen) -> Domain:
    return DraftDomain(seen)


def _emergency_draft(seen: Seen, _: Chosen) -> Domain:
    return DraftDomain(seen, emergency=True)


def _pledge_text(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one for one in seen.on_table if pledgeable(seen, one)))


def _pledge_measure(seen: Seen, chosen: Chosen) -> Domain:
    return OneOf(pledgeable(seen, chosen["text"]))


def _pledge_level(seen: Seen, chosen: Chosen) -> Domain:
    given = (seen.seat, chosen["measure"]) in seen.text(chosen["text"]).pledges
    return OneOf(("full", "half", "none") if given else ("full", "half"))


# Gates --------------------------------------------------------------------------------------------------------------


def _none_on_table(seen: Seen) -> Refusal | None:
    if not own_texts(seen):
        return None
    return Refusal("one-text-each", Text("You have a text on the table already; revise or withdraw it."))


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


def _table(working: Working, seat: SeatId, command: TableText) -> None:
    matter = matters.matter_of(working.seen(seat), command.draft)
    working.emit(TextTabled(seat, _next_id(working, seat), command.draft, matter))


def _attention_to_table(_: Seen, chosen: Chosen) -> int:
    return attention_for(chosen["draft"]) if "draft" in chosen else 1


def _next_id(working: Working, seat: SeatId) -> TextId:
    return f"{seat.lower()}-{working.state.council.counts.get(seat, 0) + 1}"


def _revise(working: Working, seat: SeatId, command: ReviseText) -> None:
    seen = working.seen(seat)
    draft = changed(seen, seen.text(command.text).draft, command.change)
    if draft is not None:
        working.emit(TextRevised(command.text, seat, command.change, draft, matters.matter_of(seen, draft)))


def _cosponsor(working: Working, seat: SeatId, command: Cosponsor) -> None:
    working.emit(Cosponsored(seat, command.text))


def _merge(working: Working, seat: SeatId, command: MergeTexts) -> None:
    seen = working.seen(seat)
    draft = merged(seen, seen.text(command.into).draft, seen.text(command.text).draft)
    if draft is not None:
        matter = matters.matter_of(seen, draft)
        working.emit(TextsMerged(seat, command.text, command.into, draft, matter))


def _withdraw(working: Working, seat: SeatId, command: WithdrawText) -> None:
    first = working.state.council.texts[command.text].sponsors[0] == seat
    working.emit(TextWithdrawn(seat, command.text) if first else SponsorLeft(seat, command.text))


def _pledge(working: Working, seat: SeatId, command: Pledge) -> None:
    working.emit(PledgeMade(seat, command.text, command.measure, command.level))


def _call_emergency(working: Working, seat: SeatId, command: CallEmergency) -> None:
    matter = matters.matter_of(working.seen(seat), command.draft)
    text = _next_id(working, seat)
    working.emit(EmergencyCalled(seat, text, command.draft, matter, working.scenario.members))
    go_on(working)


_OWN = ("not-your-text", Text("You have no text on the table that could be changed."))

ACTS: tuple[Act, ...] = (
    Act(
        TableText,
        "texts",
        TABLE,
        _table,
        (Field("draft", _draft, "faulty-draft", Text("This text cannot be tabled as it is.")),),
        gates=(has_seat, _none_on_table),
        price=Price(lambda _: Text("tabling a text"), _attention_to_table, hangs_on="draft"),
    ),
    Act(
        ReviseText,
        "texts",
        TABLE,
        _revise,
        (
            Field("text", _own_text, *_OWN),
            Field("change", _change, "no-such-change", Text("This change is not possible, or changes nothing.")),
        ),
        gates=(has_seat,),
    ),
    Act(
        Cosponsor,
        "texts",
        TABLE,
        _cosponsor,
        (Field("text", _others_text, "no-such-text", Text("There is no text of another that lacks your name.")),),
        gates=(has_seat,),
    ),
    Act(
        MergeTexts,
        "texts",
        TABLE,
        _merge,
        (
            Field(
                "text",
                _mergeable,
                "not-agreed",
                Text("Its sponsor must first co-sponsor your text, support it or say that it can live with it."),
            ),
            Field("into", _into_own, *_OWN),
        ),
        gates=(has_seat,),
        price=always(1, Text("merging texts")),
    ),
    Act(
        WithdrawText,
        "texts",
        TABLE,
        _withdraw,
        (Field("text", _sponsored, "not-your-text", Text("You sponsor no such text.")),),
    ),
    Act(
        Pledge,
        "texts",
        frozenset(("table", "orders")),
        _pledge,
        (
            Field("text", _pledge_text, "no-such-text", Text("There is no text to which you could give something.")),
            Field("measure", _pledge_measure, "no-means", Text("You have no means for this measure.")),
            Field("level", _pledge_level, "no-such-level", Text("Pledge it in full or by half, or take it back.")),
        ),
    ),
    Act(
        CallEmergency,
        "texts",
        frozenset(("situation",)),
        _call_emergency,
        (Field("draft", _emergency_draft, "faulty-draft", Text("This text cannot be put to the vote at once.")),),
        gates=(has_seat, _emergency_allowed),
        price=always(EMERGENCY_COST, Text("calling the emergency procedure")),
    ),
)

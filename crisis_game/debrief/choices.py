"""Choices in sealed orders that could have gone the other way: a vote turned, no act alone, pledges met."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice

from crisis_game.debrief.branches import Choice
from crisis_game.debrief.chronicle import Chronicle, Moment
from crisis_game.engine import decision_rules
from crisis_game.engine.events.ballots import VoteCast
from crisis_game.engine.events.measures import Delivered
from crisis_game.engine.events.responses import AloneDropped, DeliveryOrdered
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import TextState
from crisis_game.scenario.ids import FACILITATOR, SeatId, Vote
from crisis_game.texts import Text

MOST_CHOICES = 4
"""Choices that are played out in one debrief."""

MOST_TURNED = 3
"""Seats whose votes are turned together, at most."""

MOST_TRIED = 400
"""Groups of seats tried for one text."""


def choices(chronicle: Chronicle) -> tuple[Choice, ...]:
    """The choices worth playing out: the fewest seats and the gravest measures first, of these the latest.

    A late choice is played out soonest, so that most choices can be.
    """
    all_ = [choice for moment in chronicle.moments for choice in _of_moment(chronicle, moment)]
    return tuple(sorted(all_, key=lambda choice: (choice.weight, -choice.moment.round, choice.seats))[:MOST_CHOICES])


def _of_moment(chronicle: Chronicle, moment: Moment) -> Iterator[Choice]:
    if moment.opens in ("votes", "both"):
        yield from _votes(chronicle, moment)
    if moment.opens in ("deliveries", "both"):
        yield from _alone(chronicle, moment)
        yield from _deliveries(chronicle, moment)


def _votes(chronicle: Chronicle, moment: Moment) -> Iterator[Choice]:
    """The vote on the key text of a round, turned by as few seats as can turn it."""
    text = _key_text(chronicle, moment)
    if text is None:
        return
    adopted = chronicle.state.council.texts[text.id].adopted_round > 0
    seats = _turning(chronicle, moment, text, adopted)
    if not seats:
        return
    vote: Vote = "no" if adopted else "yes"
    instead = tuple(VoteCast(seat, text.id, vote, False, ()) for seat in seats)
    sentence = (
        "{seats:state} voting no: {text:text} would have failed."
        if adopted
        else "{seats:state} voting yes: {text:text} would have been adopted."
    )
    otherwise = Text(sentence, {"seats": seats, "text": text.id})
    yield Choice(moment, instead, text.id, seats, otherwise, (len(seats), -_rung(chronicle, text)))


def _key_text(chronicle: Chronicle, moment: Moment) -> TextState | None:
    """The adopted text of highest rung, else the one of highest rung that failed, else the chair's."""
    council = moment.state.council
    put = [council.texts[id_] for id_ in council.sheet]
    ended = chronicle.state.council.texts
    return max(
        put,
        key=lambda text: (ended[text.id].adopted_round > 0, _rung(chronicle, text), bool(text.sponsors)),
        default=None,
    )


def _rung(chronicle: Chronicle, text: TextState) -> int:
    return max((chronicle.scenario.measures[line.measure].rung for line in text.draft.lines), default=0)


def _turning(chronicle: Chronicle, moment: Moment, text: TextState, adopted: bool) -> tuple[SeatId, ...]:
    """The fewest seats, those of people first, whose other vote turns the count; empty where none within reach does."""
    seen = Seen(chronicle.scenario, moment.state, FACILITATOR)
    votes = decision_rules.completed(seen, text.matter, text.draft, text.votes)
    other_vote: Vote = "no" if adopted else "yes"
    open_ = [seat for seat, vote in votes.items() if vote != "absent" and (vote == "yes") == adopted]
    holders = chronicle.state.table.holders
    open_.sort(key=lambda seat: (holders.get(seat) != "person", seat))
    groups = (group for size in range(1, MOST_TURNED + 1) for group in combinations(open_, size))
    for group in islice(groups, MOST_TRIED):
        turned = {**votes, **dict.fromkeys(group, other_vote)}
        if decision_rules.count(seen, text.matter, text.draft, turned).adopted != adopted:
            return tuple(sorted(group))
    return ()


def _alone(chronicle: Chronicle, moment: Moment) -> Iterator[Choice]:
    """Each act alone of weight, left undone."""
    begun = {(active.author, active.measure) for active in chronicle.state.begun if active.began == moment.round}
    for seat, measure in sorted(moment.state.orders.alone):
        if (seat, measure) in begun:
            rung = chronicle.scenario.measures[measure].rung
            otherwise = Text("{seat:state} not acting alone: no {measure:measure}.", {"seat": seat, "measure": measure})
            yield Choice(
                moment, (AloneDropped(seat, measure, coded(Code.NOT_ORDERED)),), None, (seat,), otherwise, (1, -rung)
            )


def _deliveries(chronicle: Chronicle, moment: Moment) -> Iterator[Choice]:
    """Pledges that were due and not met in full, all met."""
    unmet = [
        happening.event
        for happening in chronicle.happenings
        if happening.round == moment.round and isinstance(happening.event, Delivered) and _short(happening.event)
    ]
    if unmet:
        seats = tuple(sorted({delivery.seat for delivery in unmet}))
        instead = tuple(
            DeliveryOrdered(delivery.seat, delivery.text, delivery.measure, delivery.owed)
            for delivery in unmet
            if delivery.text is not None and delivery.owed is not None
        )
        rung = max(chronicle.scenario.measures[delivery.measure].rung for delivery in unmet)
        otherwise = Text("{seats:state} meeting in full what was pledged.", {"seats": seats})
        yield Choice(moment, instead, unmet[0].text, seats, otherwise, (len(seats), -rung))


def _short(event: Delivered) -> bool:
    return event.owed is not None and event.given not in ("full", event.owed)

"""Every kind of event, by family."""

from crisis_game.engine.event import Event
from crisis_game.engine.events import (
    accounts,
    adversary,
    alarm,
    ballots,
    consent,
    counsel,
    knowledge,
    record,
    responses,
    script,
    settlement,
    talk,
    texts,
    turns,
    world,
)

EVENTS: tuple[type[Event], ...] = (
    *turns.EVENTS,
    *world.EVENTS,
    *script.EVENTS,
    *adversary.EVENTS,
    *talk.EVENTS,
    *alarm.EVENTS,
    *consent.EVENTS,
    *knowledge.EVENTS,
    *settlement.EVENTS,
    *texts.EVENTS,
    *ballots.EVENTS,
    *responses.EVENTS,
    *accounts.EVENTS,
    *record.EVENTS,
    *counsel.EVENTS,
)
"""The classes of all events."""

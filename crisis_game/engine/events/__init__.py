"""Every kind of event, by family: what only an act brings about stands in the file that has the name of the act's."""

from crisis_game.engine.event import Event
from crisis_game.engine.events import (
    accountability,
    accounts,
    adversary,
    alarm,
    amendments,
    ballots,
    consent,
    counsel,
    facilitator,
    knowledge,
    measures,
    record,
    renewals,
    responses,
    script,
    settlement,
    talk,
    texts,
    turns,
    world,
)

EVENTS: tuple[type[Event], ...] = (
    *accountability.EVENTS,
    *accounts.EVENTS,
    *adversary.EVENTS,
    *alarm.EVENTS,
    *amendments.EVENTS,
    *ballots.EVENTS,
    *consent.EVENTS,
    *counsel.EVENTS,
    *facilitator.EVENTS,
    *knowledge.EVENTS,
    *measures.EVENTS,
    *record.EVENTS,
    *renewals.EVENTS,
    *responses.EVENTS,
    *script.EVENTS,
    *settlement.EVENTS,
    *talk.EVENTS,
    *texts.EVENTS,
    *turns.EVENTS,
    *world.EVENTS,
)
"""The classes of all events."""

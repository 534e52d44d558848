"""Every act, by family, in the order in which menus show them."""

from crisis_game.engine.act import Act
from crisis_game.engine.acts import (
    accountability,
    alarm,
    amendments,
    ballots,
    consent,
    counsel,
    knowledge,
    responses,
    settlement,
    talk,
    texts,
    turns,
)

ACTS: tuple[Act, ...] = (
    *knowledge.ACTS,
    *texts.ACTS,
    *amendments.ACTS,
    *counsel.ACTS,
    *ballots.ACTS,
    *responses.ACTS,
    *accountability.ACTS,
    *talk.ACTS,
    *alarm.ACTS,
    *consent.ACTS,
    *settlement.ACTS,
    *turns.ACTS,
)
"""All acts."""

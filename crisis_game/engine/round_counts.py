"""What is counted of a round: what rows of gauges and conditions ask for (`conditions.vocabulary.COUNTS`)."""

from __future__ import annotations

from crisis_game.engine.state import ActiveMeasure, State, TextState
from crisis_game.scenario.ids import SeatId, StateId
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.model_actors import Petition

HEARD = Petition(clause="hearing")
"""What answers a neighbour that asks for nothing but to be heard."""

GRAVE_RUNG = 5
"""From this rung a measure that a member begins alone and without notice strains the others."""


def adopted_now(state: State) -> list[TextState]:
    """The texts adopted in this round, in the order of tabling."""
    return [text for text in state.council.texts.values() if text.adopted_round == state.table.round]


def failed_now(state: State) -> list[TextState]:
    """The texts of this round that were put to the vote and not adopted."""
    texts = state.council.texts.values()
    return [text for text in texts if text.round == state.table.round and text.status == "failed"]


def pledges_unmet(state: State) -> int:
    """Pledges due this round of which nothing was delivered."""
    return sum(owed != "none" and given == "none" for owed, given in state.orders.settled.values())


def begun_alone(scenario: Scenario, state: State, round_: int) -> list[ActiveMeasure]:
    """Measures of weight that members began in a round, alone and without notice."""
    return [
        begun
        for begun in sorted(state.begun, key=lambda begun: begun.id)
        if begun.authority is None
        and begun.began == round_
        and not begun.notified
        and scenario.measures[begun.measure].rung >= GRAVE_RUNG
    ]


def spent(scenario: Scenario, state: State, seat: SeatId) -> int:
    """What a member gives to measures in force now, in points of its treasury; words cost nothing."""
    given = 0
    for active in state.measures.values():
        measure, level = scenario.measures[active.measure], active.deliveries.get(seat, "none")
        if active.status == "active" and measure.kind != "words" and level != "none":
            given += measure.cost if level == "full" else (measure.cost + 1) // 2
    return given


def own_text_adopted(state: State, seat: SeatId) -> bool:
    """Whether a text that a member was the first to sponsor was adopted in this round."""
    return any(text.sponsors[:1] == [seat] for text in adopted_now(state))


def voted_down(state: State, seat: SeatId) -> bool:
    """Whether texts were adopted in this round, and a member voted no on all of them."""
    adopted = adopted_now(state)
    return bool(adopted) and all(text.votes.get(seat) == "no" for text in adopted)


def outvoted(state: State) -> list[SeatId]:
    """Members outvoted in this round on a red line that they had declared, once for each text."""
    return [seat for voted, seat, _ in state.council.votes_against_red_line if voted == state.table.round]


def answered_neighbours(scenario: Scenario, state: State) -> list[StateId]:
    """Neighbours that were heard and that a text in force answers."""
    return [neighbour for neighbour in scenario.petitioners if is_answered(scenario, state, neighbour)]


def is_answered(scenario: Scenario, state: State, neighbour: StateId) -> bool:
    """Whether a neighbour was heard, and a text in force has what it asks for, or that it be heard."""
    if neighbour not in state.commitments.hearings:
        return False
    asks = scenario.petitioners[neighbour].asks or HEARD
    return any(asks.met_by(text.draft) for text in state.council.texts.values() if text.status == "adopted")

"""What a scenario has unless its author says otherwise: clauses, lessons, the Security Council's stock.

Numbers are those of the rules of the game.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from crisis_game.scenario.model import Clause, CouncilAsk, CouncilMember, Truth
from crisis_game.scenario.model_actors import Stock
from crisis_game.scenario.model_world import Colour
from crisis_game.texts import Prose, prose

SEATS_PERMANENT = 5


def _clause(id_: str, name: Prose, gives: Prose, costs: Prose, low: int = 0, high: int = 0, start: int = 0) -> Clause:
    return Clause(id_, name, gives, costs, low, high, start)


OFF_RAMP, HEARING = "off-ramp", "hearing"

CLAUSES: Mapping[str, Clause] = {
    clause.id: clause
    for clause in (
        _clause(
            "end-date",
            prose("End date"),
            prose("Legitimacy; votes of cautious states."),
            prose("Less deterrence; lapses unless renewed."),
            1,
            5,
            2,
        ),
        _clause(
            "limits",
            prose("Limits of area and force"),
            prose("Less heat from forces; firmer ground in law."),
            prose("A strike cannot be answered without a new vote."),
        ),
        _clause(
            "exemptions",
            prose("Exemptions for food and medicine"),
            prose("No harm by want; standing."),
            prose("Economic measures bite less."),
        ),
        _clause(
            OFF_RAMP,
            prose("Way back"),
            prose("A way back for the other side; less heat."),
            prose("What is conceded can be pocketed."),
            5,
            25,
            12,
        ),
        _clause(
            "reasons",
            prose("Reasons published"),
            prose("Standing; firmer ground in law."),
            prose("The source of the intelligence is opened and lost."),
        ),
        _clause(
            HEARING,
            prose("Hearing of a neighbour"),
            prose("Standing; the neighbour's help."),
            prose("The text leaks; the neighbour asks for a clause."),
        ),
        _clause(
            "inquiry",
            prose("Inquiry into own conduct"),
            prose("Standing."),
            prose("A later finding may fall on a member."),
        ),
        _clause(
            "review",
            prose("Review next round"),
            prose("Votes."),
            prose("Takes a place on the next agenda."),
        ),
    )
}
"""The eight standard clauses."""

UNDETERRED_CLAUSES: Mapping[str, Clause] = {
    "end-date": replace(CLAUSES["end-date"], costs=prose("Lapses unless renewed.")),
}
"""Those that say something else where a scenario has no deterrence."""

TRUTHS: Mapping[str, Truth] = {
    "plain": Truth(
        "plain",
        prose("As it seems"),
        1,
        prose("Nothing was hidden."),
    )
}
"""What truly happened, where an author lets the seed draw nothing."""

_STANCES: Mapping[Stock, tuple[int, ...]] = {
    "open": (2, 2, 1, 1, 0, 2, 2, 2, 1, 1, 1, 1, 0, 0, 0),
    "divided": (2, 1, 0, -1, -2, 2, 2, 1, 1, 1, 0, 0, 0, 0, -1),
    "blocked": (2, 1, 0, -2, -3, 1, 1, 1, 0, 0, 0, 0, -1, -1, -2),
}
COUNCIL_NAMES: tuple[str, ...] = (
    "Aurel",
    "Brenna",
    "Casmir",
    "Dorne",
    "Essar",
    "Fjord",
    "Galt",
    "Hale",
    "Ister",
    "Jura",
    "Kesh",
    "Lorn",
    "Mira",
    "Nord",
    "Osk",
)
"""Made-up states of the stock councils, the five permanent ones first."""


def council_members(stock: Stock, names: tuple[Prose, ...] = ()) -> tuple[CouncilMember, ...]:
    """The fifteen of a stock: five permanent (the last tied to the adversary unless the stock is open), ten others."""
    shown = names or tuple(Prose((("en", name),)) for name in COUNCIL_NAMES)
    members = []
    for place, (stance, name) in enumerate(zip(_STANCES[stock], shown, strict=True)):
        permanent = place < SEATS_PERMANENT
        id_ = f"p{place + 1}" if permanent else f"e{place + 1 - SEATS_PERMANENT}"
        tied = stock != "open" and place == SEATS_PERMANENT - 1
        members.append(CouncilMember(id_, name, permanent, stance, tied))
    return tuple(members)


ASKS: Mapping[str, CouncilAsk] = {
    ask.id: ask
    for ask in (
        CouncilAsk(
            "statement",
            1,
            prose("The Council's president reads a statement of concern."),
            prose("The Council agrees on no statement."),
        ),
        CouncilAsk(
            "demand",
            1,
            prose("The Council demands that it stop."),
            prose("The demand finds no majority in the Council."),
        ),
        CouncilAsk(
            "sanctions",
            4,
            prose("The Council imposes sanctions."),
            prose("The Council imposes nothing."),
        ),
        CouncilAsk(
            "mandate",
            7,
            prose("The Council authorises the use of force."),
            prose("The Council authorises nothing."),
        ),
    )
}
"""What may be asked of the Council, with the rung of each and the words of its answer."""

POLICIES: tuple[str, ...] = ("statesman", "legalist", "dove", "hawk", "free-rider", "random")
"""The policies that can play a seat; what they do is in `players`."""

COLOURS: tuple[Colour, ...] = ("cyan", "yellow", "green", "magenta", "blue", "orange", "white", "red")
"""Colours of states that name none, in their order; the adversary takes red."""

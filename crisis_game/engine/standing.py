"""What stands already: the value that a seat has given a field before, so that a form begins there.

Enter in a form takes what is marked; what is marked first is what stands, so that nothing is lost by it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from crisis_game.engine.act import Chosen
from crisis_game.engine.seen import Seen

Standing = Mapping[str, Any]
"""Values by field; a field that is missing was not given yet."""


def standing(seen: Seen, kind: str, chosen: Chosen) -> Standing:
    """Where a form begins: at what the seat has said before.

    A grade that was not given yet begins at the one that the seat knows, and a report at the one it holds.

    The arguments are those of `said_before`.
    """
    claim = chosen.get("claim") if kind in ("grade-claim", "report-to-council") else None
    held = {} if claim is None else {"grade": seen.believed.get(claim) or seen.claims.get(claim)}
    return {**held, **said_before(seen, kind, chosen)}


def said_before(seen: Seen, kind: str, chosen: Chosen) -> Standing:
    """What stands of a kind of command, given the fields chosen so far.

    Args:
        seen: what the seat may know.
        kind: the kind of command.
        chosen: the fields before, which say about what it is: a claim, a text, a measure.
    """
    finder = _FINDERS.get(kind)
    return {} if finder is None else finder(seen, chosen)


def _grade(seen: Seen, chosen: Chosen) -> Standing:
    claim = chosen.get("claim")
    return {"grade": seen.believed[claim]} if claim in seen.believed else {}


def _position(seen: Seen, chosen: Chosen) -> Standing:
    found = seen.position(chosen["text"], seen.seat) if "text" in chosen else None
    return {} if found is None else {"stance": found.stance, "wants": found.wants, "price": found.price}


def _vote(seen: Seen, chosen: Chosen) -> Standing:
    cast = seen.votes(chosen["text"]).get(seen.seat) if "text" in chosen else None
    return {} if cast is None else {"vote": cast}


def _delivery(seen: Seen, chosen: Chosen) -> Standing:
    ordered = seen.orders.deliveries.get((seen.seat, chosen.get("text", ""), chosen.get("measure", "")))
    return {} if ordered is None else {"level": ordered}


def _pledge(seen: Seen, chosen: Chosen) -> Standing:
    pledged = seen.text(chosen["text"]).pledges.get((seen.seat, chosen["measure"])) if "measure" in chosen else None
    return {} if pledged is None else {"level": pledged}


def _alone(seen: Seen, chosen: Chosen) -> Standing:
    order = seen.orders.alone.get((seen.seat, chosen.get("measure", "")))
    if order is None:
        return {}
    return {"target": order.target, "basis": order.basis, "only_if_failed": order.only_if_failed}


def _sheet(seen: Seen, chosen: Chosen) -> Standing:
    filled = seen.orders.sheets.get((seen.seat, chosen.get("text", ""), chosen.get("measure", "")))
    return {} if filled is None else {"sheet": filled}


def _opinion(seen: Seen, _: Chosen) -> Standing:
    given = next((one for one in reversed(seen.opinions) if one.round == seen.round), None)
    return {} if given is None else {"answer": given.answer, "sure": given.sure}


def _consent(seen: Seen, chosen: Chosen) -> Standing:
    consent = seen.commitments.consents.get(chosen.get("asset", ""))
    return {} if consent is None else {"level": consent.level, "measures": consent.measures}


_FINDERS: Mapping[str, Callable[[Seen, Chosen], Standing]] = {
    "grade-claim": _grade,
    "take-position": _position,
    "cast-vote": _vote,
    "deliver": _delivery,
    "pledge": _pledge,
    "act-alone": _alone,
    "fill-force-sheet": _sheet,
    "give-opinion": _opinion,
    "set-consent": _consent,
}

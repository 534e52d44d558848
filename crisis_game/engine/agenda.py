"""The agenda of a round: which texts on the table go to the vote.

Those with the most support that was told to all; of equal ones those tabled first, whoever tabled them.
"""

from __future__ import annotations

from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.text_seen import TextSeen
from crisis_game.texts import Text, counted


def support_told(seen: Seen, text: TextId) -> int:
    """How many members that can vote stand behind a text in public: its sponsors, and those who say they support it."""
    sponsors = seen.text(text).sponsors
    return sum(seat in sponsors or seen.stance_in_public(text, seat) == "support" for seat in seen.voters)


def places(seen: Seen) -> int:
    """How many texts of members can be put; each text under review takes a place, but for the last one."""
    reviewed = sum(_under_review(text, seen.round) for text in seen.texts.values())
    return max(1, seen.numbers.texts_at_once - reviewed)


def put_as_it_stands(seen: Seen) -> tuple[TextId, ...]:
    """The texts that would be put to the vote if the table closed now, in the order of counting.

    They go in order of tabling, the chair's last. Under the emergency procedure its text alone is put.
    """
    if seen.emergency is not None:
        return (seen.emergency,)
    tabled = _on_table(seen, by_members=True)
    chosen = sorted(tabled, key=lambda text: -support_told(seen, text))[: places(seen)]  # equal ones stay as tabled
    return (*(text for text in tabled if text in chosen), *_on_table(seen, by_members=False))


def not_put_as_it_stands(seen: Seen) -> tuple[TextId, ...]:
    """The texts of members that would lapse without a vote if the table closed now, in order of tabling.

    The emergency procedure leaves none behind: it is called before anything lies on the table.
    """
    put = put_as_it_stands(seen)
    return tuple(text for text in _on_table(seen, by_members=True) if text not in put)


def left_out(seen: Seen, text: TextId) -> Text | None:
    """Why a text would not be put to the vote as it stands; None where it would be, or is not on the table."""
    if text not in not_put_as_it_stands(seen):
        return None
    return counted(
        "As it stands it will not be put to the vote: that is one text, the one with most support; behind this stand "
        "{support} of {voters}.",
        "As it stands it will not be put to the vote: those are the {n} texts with most support; behind this stand "
        "{support} of {voters}.",
        places(seen),
        support=support_told(seen, text),
        voters=len(seen.voters),
    )


def _on_table(seen: Seen, *, by_members: bool) -> tuple[TextId, ...]:
    """Texts that still lie open on the table, in order of tabling."""
    texts = seen.texts.items()
    return tuple(id_ for id_, text in texts if text.status == "table" and bool(text.sponsors) == by_members)


def _under_review(text: TextSeen, round_: int) -> bool:
    reviewed = text.status == "adopted" and text.draft.switch("review") is not None
    return reviewed and text.adopted_round == round_ - 1

"""What the room thought: the sealed opinions that stood when votes were opened, by the act that they were on."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.assessment.opinion_scores import subject_of
from crisis_game.debrief.chronicle import Chronicle
from crisis_game.debrief.model import RoomOpinion
from crisis_game.engine.state import Opinion
from crisis_game.scenario.ids import SeatId


def opinions_on(chronicle: Chronicle, subject: str) -> tuple[RoomOpinion, ...]:
    """What the room said of one act."""
    return tuple(
        _room_opinion(seat, opinion) for seat, opinion in standing(chronicle) if subject_of(seat, opinion) == subject
    )


def opinions_on_text(chronicle: Chronicle, text: str) -> tuple[RoomOpinion, ...]:
    """What the room said of the act of a text."""
    return tuple(_room_opinion(seat, opinion) for seat, opinion in standing(chronicle) if opinion.text == text)


def standing(chronicle: Chronicle) -> Iterator[tuple[SeatId, Opinion]]:
    """The opinions of the room that stand."""
    for seat, opinions in sorted(chronicle.state.record.opinions.items()):
        for opinion in opinions:
            if not opinion.void:
                yield seat, opinion


def _room_opinion(seat: SeatId, opinion: Opinion) -> RoomOpinion:
    return RoomOpinion(seat, opinion.question, opinion.answer, opinion.sure)

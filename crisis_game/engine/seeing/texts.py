"""Texts, positions, amendments and votes, as far as a seat may see them."""

from __future__ import annotations

from crisis_game.engine import standing_texts
from crisis_game.engine.seeing.hand import HandSeen
from crisis_game.engine.state import Amendment, Position
from crisis_game.engine.text_seen import TextSeen
from crisis_game.scenario.ids import StateId, Vote
from crisis_game.texts import Prose


class TextsSeen(HandSeen):
    """The organ at work."""

    __slots__ = ()

    @property
    def texts(self) -> dict[str, TextSeen]:
        """All texts, in order of tabling, without votes and without what others were told: for these see below."""
        return {id_: TextSeen(text) for id_, text in self._state.council.texts.items()}

    def text(self, text: str) -> TextSeen:
        """One text. Raises KeyError for an unknown id."""
        return TextSeen(self._state.council.texts[text])

    def authority(self, text: str) -> Prose | None:
        """What people call a text that was adopted before the exercise; None for a text of play."""
        return standing_texts.authority(self._scenario, text)

    @property
    def on_table(self) -> tuple[str, ...]:
        """Texts on the table now, or put to the vote now."""
        return tuple(id_ for id_, text in self._state.council.texts.items() if text.status in ("table", "put"))

    @property
    def sheet(self) -> tuple[str, ...]:
        """Texts put to the vote, in the order of counting."""
        return self._state.council.sheet

    @property
    def amendments(self) -> dict[str, Amendment]:
        """Amendments proposed this round."""
        return self._state.council.amendments

    @property
    def deadlocks(self) -> int:
        """Rounds in a row in which even the chair's text failed."""
        return self._state.council.deadlocks

    @property
    def renewals(self) -> frozenset[str]:
        """Texts up for renewal by silence."""
        return frozenset(self._state.council.renewals)

    def position(self, text: str, state: StateId) -> Position | None:
        """Where a member stands on a text, as told to all or to this seat."""
        text_state = self._state.council.texts[text]
        return text_state.told.get((state, self.seat)) or text_state.positions.get(state)

    def stance_in_public(self, text: str, state: StateId) -> str | None:
        """Where a member said to all that it stands on a text; None where it has not said so."""
        position = self._state.council.texts[text].positions.get(state)
        return position.stance if position else None

    def votes(self, text: str) -> dict[StateId, Vote]:
        """Votes that this seat may see: all once opened or where the ballot is open, before that its own."""
        text_state = self._state.council.texts[text]
        if text_state.result is not None or self._all or self._open_ballot:
            return dict(text_state.votes)
        return {self.seat: text_state.votes[self.seat]} if self.seat in text_state.votes else {}

    def explanations(self, text: str) -> dict[StateId, tuple[str, str]]:
        """Explanations of vote: all once opened, before that one's own."""
        text_state = self._state.council.texts[text]
        if text_state.result is not None or self._all:
            return dict(text_state.explanations)
        return {seat: explanation for seat, explanation in text_state.explanations.items() if seat == self.seat}

    @property
    def _open_ballot(self) -> bool:
        return self._scenario.charter.organ(self.organ).ballot == "open"

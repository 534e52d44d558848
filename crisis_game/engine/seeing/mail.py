"""The inbox, and the questions put to a seat."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine import authored
from crisis_game.engine.seeing.texts import TextsSeen
from crisis_game.engine.state import Letter
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Prose, Text


class MailSeen(TextsSeen):
    """What one may read."""

    __slots__ = ()

    @property
    def letters(self) -> Iterator[Letter]:
        """Letters this seat may read, oldest first."""
        return (letter for letter in self._state.mail.letters if self.reads(letter.to) or letter.sender == self.seat)

    @property
    def asked(self) -> tuple[tuple[SeatId, str, str], ...]:
        """Questions put to this seat about texts on the table: by whom, about which text, `position` or `why`."""
        open_ = self.on_table
        return tuple(
            (by, text, what) for by, to, text, what in self._state.mail.asked if to == self.seat and text in open_
        )

    @property
    def unanswered(self) -> frozenset[tuple[SeatId, str, str]]:
        """Questions of this seat that wait for an answer: put to whom, about which text, `position` or `why`."""
        return frozenset((of, text, what) for by, of, text, what in self._state.mail.asked if by == self.seat)

    def letter(self, letter: Letter) -> tuple[Prose | str, Prose | None, Prose | Text | str, Prose | None]:
        """A letter this seat may read: sender, title, words, and what it asks to be decided."""
        improvised = letter.id.startswith(authored.IMPROVISED)
        inject = None if improvised else self._scenario.injects.get(letter.sender)
        own = letter.says.text if letter.says else letter.words
        words = own if own is not None else authored.authored(self._scenario, letter)
        sender = authored.sender_of(self._scenario, letter)
        if inject is None:
            return sender, authored.title_of(self._scenario, letter), words if words is not None else "", None
        return (
            sender,
            inject.title,
            words if words is not None else "",
            (inject.asks.text or None) if inject.asks else None,
        )

    @property
    def waiting_injects(self) -> tuple[str, ...]:
        """Injects that have not arrived: for the facilitator alone."""
        arrived = self._state.script.arrived
        return tuple(inject for inject in sorted(self._scenario.injects) if inject not in arrived) if self._all else ()

    @property
    def held_injects(self) -> frozenset[str]:
        """Injects that the facilitator holds back: for the facilitator alone."""
        return frozenset(self._state.script.held) if self._all else frozenset()

    @property
    def skipped_injects(self) -> frozenset[str]:
        """Injects that the facilitator leaves out: for the facilitator alone."""
        return frozenset(self._state.script.skipped) if self._all else frozenset()

"""What is a seat's own: its sheet, account, sealed choices, opinions."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.engine import legal_situation
from crisis_game.engine.chance import draw
from crisis_game.engine.conditions import Facts
from crisis_game.engine.events.accounts import HIGHEST_TRUST
from crisis_game.engine.force_cover import uncovered
from crisis_game.engine.seeing.eyes import Eyes
from crisis_game.engine.state import Account, Counsel, Opinion, Orders
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Voice, home_row_id
from crisis_game.scenario.sheets import OwnSheet
from crisis_game.texts import Prose

USES_UNCOVERED_FORCE = -3
"""What trust in a member loses while it uses force that nothing covers."""


class OwnSeen(Eyes):
    """One's own."""

    __slots__ = ()

    @property
    def written(self) -> OwnSheet:
        """One's own sheet as it was written for the first minister; all but the brief holds for the next one too."""
        return self._scenario.sheets.own[self.seat]

    @property
    def own(self) -> OwnSheet:
        """One's own sheet: brief (that of the new minister, once one came), mandate, red line, stances."""
        sheets, account = self._scenario.sheets, self._state.accounts.get(self.seat)
        return (sheets.renewed if account and account.ministers else sheets.own)[self.seat]

    @property
    def voice(self) -> Voice | None:
        """How one's own seat argues while a computer holds it; None where the scenario has no voices."""
        state = self._scenario.states.get(self.seat)
        return self._scenario.voices.get(state.voice or "") if state else None

    @property
    def account(self) -> Account:
        """One's own account; to be read, never changed."""
        return self._state.accounts[self.seat]

    @property
    def likes(self) -> Mapping[str, int]:
        """What one's policy likes now, by `LikedId`; a terminal has only what always counts, and no policies."""
        sheet = self._scenario.sheets.own.get(self.seat)
        if sheet is None:
            return {}
        always, written = sheet.likes, self._scenario.states[self.seat].likes
        if len(always) == len(written):
            return always
        world = Facts(self._scenario, self._state, seat=self.seat)
        now = {liked: like for liked, like in written.items() if like.when is None or like.when.holds(world)}
        return {liked: like.value for liked, like in now.items()}

    def lot(self, subject: str, low: int, high: int, round_: int = 0) -> int:
        """A draw of one's own from the seed, the same whenever it is asked for: what a policy leaves to chance."""
        return draw(self._state.table.seed, f"lot:{self.seat}", subject, round_, low, high)

    @property
    def paid(self) -> int:
        """The most that this seat was paid at once by another member, as promised."""
        promises = self._state.commitments.promises.values()
        mine = (promise for promise in promises if promise.to == self.seat and promise.status == "kept")
        return max((promise.gives.amount for promise in mine if promise.gives.kind == "pay"), default=0)

    def trust(self, other: SeatId) -> int:
        """How far one trusts another member, -3 to 3; nobody else knows."""
        account = self._state.accounts.get(self.seat)
        if account is None or other == self.seat:
            return 0
        shoots = any(force.author == other for force in uncovered(self._scenario, self._state))
        remembered = account.trust.get(other, 0)
        return max(-HIGHEST_TRUST, remembered + USES_UNCOVERED_FORCE) if shoots else remembered

    @property
    def home_reasons(self) -> dict[str, Prose]:
        """What moves support at home as its author says it, by `home_row_id`; the facilitator has those of all."""
        members = self._scenario.members if self._all else (self.seat,)
        states = {id_: self._scenario.states[id_] for id_ in members if id_ in self._scenario.states}
        return {
            home_row_id(id_, place): row.why
            for id_, state in states.items()
            for place, row in enumerate(state.home_moves)
        }

    @property
    def attention(self) -> int:
        """What attention one has left; 0 for a seat that has none."""
        account = self._state.accounts.get(self.seat)
        return account.attention if account else 0

    @property
    def orders(self) -> Orders:
        """One's own sealed choices of this round."""
        orders = self._state.orders
        return Orders(
            {key: delivery for key, delivery in orders.deliveries.items() if key[0] == self.seat or self._all},
            {key: sheet for key, sheet in orders.sheets.items() if key[0] == self.seat or self._all},
            {key: order for key, order in orders.alone.items() if key[0] == self.seat or self._all},
        )

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        """One's own opinions, oldest first."""
        return tuple(self._state.record.opinions.get(self.seat, ()))

    @property
    def counsel_round(self) -> int:
        """The round in which one last asked counsel; 0 for never."""
        return self._state.record.counsel.get(self.seat, 0)

    @property
    def advised(self) -> dict[str, Counsel]:
        """Counsel's answers to this seat, by the ids of their letters; the facilitator reads those to all."""
        answers = self._state.record.advised.items()
        return {letter: counsel for letter, counsel in answers if self.reads((counsel.seat,))}

    @property
    def sent(self) -> int:
        """Messages one has sent in this beat."""
        return self._state.mail.sent.get(self.seat, 0)

    def crosses_red_line(self, draft: Draft) -> bool:
        """Whether a draft crosses one's own red line, as things are known."""
        state = self._scenario.states.get(self.seat)
        line = state.red_line if state else None
        return line is not None and line.crossed.holds(Facts(self._scenario, self._state, draft, self.seat))

    @property
    def ground(self) -> legal_situation.Ground:
        """The situation as this seat knows it, for its own reading of the law."""
        return legal_situation.known(self._scenario, self._state, self.seat)

    @property
    def step_choices(self) -> tuple[str, ...]:
        """The two choices that the seat of one who presses has this round; the facilitator's, of the first of them."""
        actors = self._state.world.actors
        own = actors.get(self.seat) or (next(iter(actors.values()), None) if self._all else None)
        if own is None or own.ordered is None:
            return ()
        return tuple(choice for choice, _ in own.ordered.with_luck[:2])

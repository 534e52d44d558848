"""A seat at another machine's exercise, as front ends play it: all of it is read from what came over the wire."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from crisis_game.assessment.public_record import PublicAct, public_record
from crisis_game.engine import codec
from crisis_game.engine.act import Act, Offer, Refusal
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.kept_view import KeptView
from crisis_game.engine.machine import evolve, legal, refusal
from crisis_game.engine.seeing.projection import heard_words, projected
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import State
from crisis_game.engine.view import View
from crisis_game.exercise.replay import Step
from crisis_game.exercise.sitting import Heard, Host, Listener, NotFinishedError, Opened, Receipt
from crisis_game.network.client import SAID, Answer, HostError, short
from crisis_game.network.connection import Connection
from crisis_game.network.part import Part
from crisis_game.scenario.ids import FACILITATOR, InjectId, SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text

LONGEST_TRY = 8.0
"""Seconds in which something that was done is sent again until it is answered."""

LONGEST_WAIT = 10.0
"""Seconds that a host may make one wait that did too much at once."""

LATE = 5.0
"""Seconds in which what came of something is waited for, once the host has answered that it is done."""

MOST_TRIED = 1000
"""Tries of one thing."""

UNANSWERED = Text("The host does not answer. Do it again when it is back: it counts once, even if it has arrived.")
NOT_HERE = Text("This terminal plays another seat.")
NOT_TAKEN = Text("The host did not take it.")


class RemoteSitting:
    """One seat; a `Sitting`. What it cannot have it says it has not: path, receipt, files.

    What is kept outside the log is kept here until this program ends.

    Args:
        connection: on which the exercise has begun.
        patience: seconds in which something is sent again until it is answered.

    Attributes:
        seat: which.
    """

    def __init__(self, connection: Connection, patience: float = LONGEST_TRY) -> None:
        if connection.part is None:
            raise ValueError("the exercise has not begun")
        self.seat: SeatId = connection.part.seat
        self._connection = connection
        self._part = connection.part
        self._patience = patience
        self._host = FarHost(connection)
        self._kept: dict[str, Any] = {}
        self._refs = count(1)
        self._device = secrets.token_hex(4)
        self._unanswered: dict[Act, str] = {}
        self._final: tuple[tuple[Step, ...], State] | None = None

    # What is asked of it ----------------------------------------------------------------------------------------------

    def _now(self) -> Part:
        """The newest of what has come."""
        self._part = self._connection.part or self._part
        return self._part

    @property
    def host(self) -> Host:
        """Where it is played."""
        return self._host

    @property
    def finished(self) -> bool:
        """Whether play is over."""
        return self._now().finished

    @property
    def persons(self) -> tuple[SeatId, ...]:
        """The one seat that is played here."""
        return (self.seat,)

    @property
    def receipt(self) -> None:
        """None: the code of the game is the host's."""
        return

    @property
    def path(self) -> Path | None:
        """None: it is kept at the host."""
        return None

    def waiting(self) -> tuple[SeatId, ...]:
        """The seat, where the beat waits for it."""
        return (self.seat,) if self.seat in self._now().waiting else ()

    def scenario(self, seat: SeatId) -> Scenario:
        """What a seat may have of the scenario now: this one, or anybody by what this one has.

        Raises NotFinishedError for the facilitator while it is played.
        """
        part = self._now()
        if seat == FACILITATOR:
            return self.opened(seat).scenario
        if seat == self.seat:
            return part.scenario
        words = frozenset(heard_words(event for heard in self.own_log(seat) for event in heard.events))
        return projected(part.scenario, part.state, seat, words)

    def seen(self, seat: SeatId) -> Seen:
        """What a seat may know now, as far as this one has it; the facilitator as `scenario` has it."""
        part = self._now()
        if seat == FACILITATOR:
            return Seen(self.scenario(seat), self._final_state(), seat)
        return part.seen if seat == self.seat else Seen(part.scenario, part.state, seat)

    def _final_state(self) -> State:
        """The whole state, as its log leads to it."""
        log = self.opened(FACILITATOR).log
        if self._final is None or self._final[0] is not log:
            self._final = log, evolve(State(), (event for step in log for event in step.events))
        return self._final[1]

    def view(self, seat: SeatId) -> View:
        """The same in sections."""
        part = self._now()
        return part.view if seat == self.seat else KeptView(self.seen(seat), part.memo)

    def offers(self, seat: SeatId) -> tuple[Offer, ...]:
        """All that a seat can do now."""
        return legal(self.seen(seat), self._now().memo)

    def own_log(self, seat: SeatId) -> list[Heard]:
        """The log as one seat may read it; of another what both hear, numbered anew."""
        part = self._now()
        if seat == self.seat:
            return list(part.log)
        log: list[Heard] = []
        for heard in part.log:
            if events := tuple(event for event in heard.events if event.to is None):
                log.append(Heard(len(log) + 1, None, events))
        return log

    def record(self) -> tuple[PublicAct, ...]:
        """The acts on record as all members may read them now, newest first."""
        part = self._now()
        return public_record(part.scenario, part.state)

    def opened(self, reader: SeatId) -> Opened:
        """The whole of it, for the debrief, whoever reads it. Raises NotFinishedError while it is played."""
        del reader
        opened = self._now().opened
        if opened is None:
            raise NotFinishedError("the exercise is not over; its debrief would tell what is hidden.")
        return opened

    # What is done -----------------------------------------------------------------------------------------------------

    def submit(self, seat: SeatId, command: Act, ref: str | None = None) -> Receipt | Refusal:
        """Do something for this seat: it is sent until it is answered, and what came of it is here then.

        Args:
            seat: this one.
            command: what.
            ref: of the sender's; None numbers it here. What was not answered keeps its own, so that it counts once.
        """
        if seat != self.seat:
            return Refusal("not-your-seat", NOT_HERE)
        ref = ref or self._unanswered.get(command) or self._new_ref()
        self._unanswered[command] = ref
        answer = self._sent(command, ref)
        if answer is None:
            return Refusal("host-away", UNANSWERED)
        del self._unanswered[command]
        return self._answered(command, ref, answer)

    def _new_ref(self) -> str:
        return f"{self._connection.joined.key}.{self._device}.{next(self._refs)}"

    def _sent(self, command: Act, ref: str) -> Answer | None:
        """The host's answer; None where there was none in all that time."""
        plain, until = codec.write(command), time.monotonic() + self._patience
        for _ in range(MOST_TRIED):
            pause = self._connection.retry
            try:
                answer = self._connection.client.do(self._connection.joined.token, plain, ref)
                if answer.status != 429:
                    return answer
                pause = min(answer.again_after, LONGEST_WAIT)
            except HostError as fault:
                if fault.final:
                    return None
            if time.monotonic() + pause > until:
                return None
            time.sleep(pause)
        return None

    def _answered(self, command: Act, ref: str, answer: Answer) -> Receipt | Refusal:
        match answer.status, answer.plain:
            case 200, {"n": int(n)}:
                self._connection.wait_until(lambda: len(self._now().log) >= n, LATE)
                return Receipt(ref, n)
            case 409, {"code": str(code), "reason": str(words)}:
                return self._refused(command, code, words, answer)
            case _, {"error": str(words)}:
                return Refusal("not-taken", Text(SAID.msgid, {"words": short(words)}))
        return Refusal("not-taken", NOT_TAKEN)

    def _refused(self, command: Act, code: str, words: str, answer: Answer) -> Refusal:
        """A refusal of the host's: in our words, where things stand here as they do there."""
        own = refusal(self.seen(self.seat), command)
        if own is not None and own.code == code:
            return own
        article, offers = answer.plain.get("article"), answer.plain.get("offers")
        kinds = offers if isinstance(offers, list) else []
        return Refusal(
            short(code),
            Text("{words}", {"words": short(words)}),
            short(article) if isinstance(article, str) else None,
            tuple(BY_KIND[kind] for kind in kinds if isinstance(kind, str) and kind in BY_KIND),
        )

    def time_over(self, seat: SeatId | None) -> None:
        """Nothing: time is the host's."""

    def fuse_over(self, seat: SeatId, inject: InjectId) -> None:
        """Nothing: time is the host's."""

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be called when something came, on the thread that heard it; call what comes back to be called no more."""
        return self._connection.listen(listener)

    def kept(self, row: str) -> Any:
        """What was kept under a name while this program runs; None for nothing."""
        return self._kept.get(row)

    def keep(self, row: str, value: Any) -> None:
        """Keep a plain value under a name while this program runs."""
        self._kept[row] = value

    def close(self) -> None:
        """Leave it; what was done is durable at the host."""
        self._connection.close()


class FarHost:
    """The host of a connection: a `Host`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._number = 0

    @property
    def away(self) -> Text | None:
        """Why it cannot be heard now; None while it can."""
        return self._connection.away

    @property
    def gone(self) -> bool:
        """Whether it will not be heard any more."""
        return self._connection.closed is not None

    @property
    def seconds_left(self) -> float | None:
        """What its clock has left; None where nothing has a deadline."""
        return self._connection.left

    @property
    def paused(self) -> bool:
        """Whether its clock stands."""
        return self._connection.clock.paused

    def wait(self) -> None:
        """Wait until something has come since this was called last, or it is gone."""
        self._connection.wait(self._number)
        self._number = self._connection.number

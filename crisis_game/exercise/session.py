"""A running exercise: it accepts submissions, keeps them durably, tells listeners, and lets policies act."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from crisis_game.assessment.public_record import PublicAct, public_record
from crisis_game.engine.act import Act, Offer, Refusal, Submission
from crisis_game.engine.acts.facilitator import Advance, HandSeat
from crisis_game.engine.acts.questions import FusePassed
from crisis_game.engine.acts.turns import BeginWave, DeadlinePassed, SetReady, Start
from crisis_game.engine.kept_view import KeptView
from crisis_game.engine.machine import legal, step
from crisis_game.engine.memo import Memo
from crisis_game.engine.seeing.projected_state import projected_section
from crisis_game.engine.seeing.projection import projected
from crisis_game.engine.seen import Seen
from crisis_game.engine.sender import SESSION, Sender, at_keyboard, numbered, read_ref, read_sender
from crisis_game.engine.state import SECTIONS, State
from crisis_game.engine.view import View
from crisis_game.exercise.chain import receipt
from crisis_game.exercise.headers import level_of, standing
from crisis_game.exercise.own_log import OwnLog
from crisis_game.exercise.replay import Step, UnsoundError, replay
from crisis_game.exercise.save import Save, SaveError
from crisis_game.exercise.sitting import PERSON, Heard, Host, Listener, NotFinishedError, Opened, Receipt
from crisis_game.players.levels import PLAIN
from crisis_game.players.policy import POLICIES, Policy, policy
from crisis_game.players.turns import Turns, Wish, is_over
from crisis_game.scenario.ids import BEAT_OF, FACILITATOR, InjectId, SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text

HOLDERS = (PERSON, *POLICIES)
"""Who can hold a seat."""

CLOSES = (DeadlinePassed, Advance)
"""Acts that close a beat for those who are not ready: before, the seats without a person do what they still want."""


class _Group:
    """Submissions worked through on a state apart: kept and adopted together, or not at all."""

    def __init__(self, scenario: Scenario, state: State, done: int) -> None:
        self.scenario = scenario
        self.state = state.fork()
        self.done = done
        self.steps: list[Step] = []

    @property
    def count(self) -> int:
        """Entries of the whole log, those of this group included."""
        return self.done + len(self.steps)

    def take(self, submission: Submission) -> Refusal | None:
        """Work one submission through; None when it was accepted."""
        result = step(self.scenario, self.state, submission)
        if isinstance(result, Refusal):
            return result
        self.steps.append(Step(self.count + 1, submission, result))
        return None


class Session:
    """One exercise on one machine: a `Sitting` for those before it, and its log for whoever hosts it.

    Attributes:
        authored: the scenario as its author wrote it.
        log: all accepted submissions with their events, oldest first.
        waves_by_clock: whether waves come by the clock, so that nothing that a person does begins one.
    """

    def __init__(self, scenario: Scenario, save: Save | None) -> None:
        self.authored = scenario
        self.log: list[Step] = []
        self._sent: dict[tuple[Sender, str], Step] = {}
        self._logs: defaultdict[SeatId, OwnLog] = defaultdict(OwnLog)
        self._save = save
        self._level = PLAIN if save is None else level_of(save.path, save.header)
        self._state = State()
        self._policies: dict[SeatId, Policy] = {}
        self._listeners: list[Listener] = []
        self._memo = Memo()
        self.waves_by_clock = False

    @classmethod
    def start(
        cls, scenario: Scenario, roster: Mapping[SeatId, str], save: Save | None, seed: int | None = None
    ) -> Session:
        """Open an exercise: who holds which seat, and the first briefing.

        Args:
            scenario: what is played.
            roster: `person` or a policy's name by seat; a member that is missing plays by its scenario's policy.
            save: where it is kept; None keeps nothing.
            seed: of all chance, from 0 to 2**63 - 1; None draws one from the system.

        Raises:
            ValueError: if the roster or the seed is none.
            SaveError: if it could not be saved.
        """
        holders = {seat: scenario.states[seat].policy for seat in scenario.members} | dict(roster)
        if not set(holders.values()) <= set(HOLDERS):
            raise ValueError("a seat is held by a person or a policy")
        session = cls(scenario, save)
        group = session._group()
        commands: list[Act] = [HandSeat(seat, holder) for seat, holder in sorted(holders.items())]
        for command in (*commands, Start(secrets.randbits(63) if seed is None else seed)):
            refusal = group.take(Submission(numbered(SESSION, group.count), SESSION, SESSION, command))
            if refusal is not None:
                raise ValueError(refusal.because.msgid)
        session._finish(group)
        return session

    @classmethod
    def resume(cls, scenario: Scenario, save: Save) -> Session:
        """Go on with an exercise: it is played anew up to where it stands, so that no forged save comes to a screen.

        Args:
            scenario: what is played.
            save: of our rules, with a chain that holds; it is opened to be written once its game is found sound.

        Raises:
            SaveError: if the save is not sound, or the game in it never began.
        """
        session = cls(scenario, save)
        try:
            session._adopt(replay(scenario, session._state, save.raw()))
        except UnsoundError as fault:
            raise SaveError(f"{save.path}: {fault}") from fault
        if session._state.table.phase == "lobby":
            raise SaveError(f"{save.path}: the game in it never began.")
        strangers = set(session.holders.values()) - set(HOLDERS)
        if strangers:
            raise SaveError(f"{save.path}: no policy is called {min(strangers)!r} here.")
        save.own()
        session._finish(session._group())
        return session

    # What is asked of it ------------------------------------------------------------------------------------------

    @property
    def host(self) -> Host | None:
        """Where it is played: here."""
        return None

    @property
    def finished(self) -> bool:
        """Whether play is over."""
        return is_over(self._state)

    @property
    def persons(self) -> tuple[SeatId, ...]:
        """Seats held by people, in the order of their ids."""
        return tuple(sorted(seat for seat, holder in self._state.table.holders.items() if holder == PERSON))

    @property
    def holders(self) -> dict[SeatId, str]:
        """Who holds each seat."""
        return dict(self._state.table.holders)

    @property
    def head(self) -> bytes | None:
        """The head of the save's chain; None without a save."""
        return self._save.head if self._save else None

    @property
    def receipt(self) -> str | None:
        """The code of the game as it stands, by which it can be verified later; None where nothing is kept."""
        return receipt(self._save.head) if self._save else None

    @property
    def save(self) -> Save | None:
        """Where the exercise is kept."""
        return self._save

    @property
    def path(self) -> Path | None:
        """Where that lies."""
        return self._save.path if self._save else None

    def scenario(self, seat: SeatId) -> Scenario:
        """What a seat may have of the scenario now."""
        words = self._heard(seat).words
        return self._memo.ask(
            self._state, (seat, "scenario", words), lambda state: projected(self.authored, state, seat, words)
        )

    def projected_state(self, seat: SeatId) -> State:
        """What a seat may have of the state now; to be read only. Sections that have not changed are the same."""

        def section(name: str) -> Any:
            key = (seat, "section", name)
            return self._memo.ask(self._state, key, lambda state: projected_section(self.authored, state, seat, name))

        return State(*map(section, SECTIONS))

    def seen(self, seat: SeatId) -> Seen:
        """What a seat may know now."""
        return Seen(self.authored, self._state, seat)

    def view(self, seat: SeatId) -> View:
        """What a seat may know now, in sections; those that have not changed since are the ones given before."""
        return KeptView(self.seen(seat), self._memo)

    def offers(self, seat: SeatId) -> tuple[Offer, ...]:
        """All that a seat can do now."""
        return legal(self.seen(seat), self._memo)

    def waiting(self) -> tuple[SeatId, ...]:
        """People whom the beat waits for: those not ready."""
        return tuple(seat for seat in self.persons if seat not in self._state.ready)

    def own_log(self, seat: SeatId) -> list[Heard]:
        """The log as one seat may read it: its own numbering, what it did and what it sees."""
        return list(self._heard(seat).heard)

    def _heard(self, seat: SeatId) -> OwnLog:
        """The same, kept."""
        own = self._logs[seat]
        own.hear(self.log, self.seen(seat))
        return own

    def record(self) -> tuple[PublicAct, ...]:
        """The acts on record as all members may read them now, newest first."""
        return public_record(self.authored, self._state)

    def opened(self, reader: SeatId) -> Opened:
        """The whole of it, for the debrief. Raises NotFinishedError while it is played, but for the facilitator."""
        if not self.finished and reader != FACILITATOR:
            raise NotFinishedError("the exercise is not over; its debrief would tell what is hidden.")
        return Opened(self.authored, tuple(self.log), self._save.scenario_files if self._save else None)

    def final_state(self) -> State:
        """A copy of the whole state, for the debrief; nobody in play may have it."""
        return self._state.fork()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be called when something has happened; call what comes back to be called no more."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # What is done -------------------------------------------------------------------------------------------------

    def submit(self, seat: SeatId, command: Act, ref: str | None = None, by: Sender | None = None) -> Receipt | Refusal:
        """Submit a command for a seat; when a receipt comes back, policies have answered and all of it is durable.

        Args:
            seat: for whom.
            command: what.
            ref: of the sender's, where it may be sent twice: the second counts for nothing and gets the first's
                receipt, also after a restart. None numbers it here. What was refused left nothing, and is judged anew.
            by: the sender; None for who sits at this keyboard.

        Raises:
            SaveError: if it could not be saved; then nothing has changed.
        """
        sender = at_keyboard(seat) if by is None else by
        submission = Submission(self._number(seat, sender) if ref is None else ref, seat, sender, command)
        refusal = _unfit(submission)
        if refusal is not None:
            return refusal
        first = self._sent.get((sender, submission.ref))
        if first is None:
            group = self._group()
            if isinstance(command, CLOSES) and seat in (SESSION, FACILITATOR) and not self.finished:
                self._carry_out(group, self._turns(group).beat())
            refusal = group.take(submission)
            if refusal is not None:
                return refusal
            first = group.steps[-1]
            self._finish(group)
        elif first.submission != submission:
            return Refusal("another-ref", Text("Something else was sent under this ref before; nothing was done now."))
        heard = OwnLog()
        heard.hear(self.log[: first.n], self.seen(seat))
        return Receipt(submission.ref, len(heard.heard))

    def knows(self, sender: Sender, ref: str) -> bool:
        """Whether something was done for a sender under this ref."""
        return (sender, ref) in self._sent

    def time_over(self, seat: SeatId | None) -> None:
        """Time is over: of a seat's turn, or (None) of the beat. What was left open gets its default.

        Raises:
            SaveError: if it could not be saved; then nothing has changed.
        """
        table = self._state.table
        if seat is None:
            self.submit(SESSION, DeadlinePassed(table.round, BEAT_OF[table.phase]), by=SESSION)
        else:
            self.submit(seat, SetReady(), by=SESSION)

    def next_wave(self) -> None:
        """Let the seats without a person move once more, where a wave is left.

        Raises:
            SaveError: if it could not be saved; then nothing has changed.
        """
        self.submit(SESSION, BeginWave(), by=SESSION)

    def fuse_over(self, seat: SeatId, inject: InjectId) -> None:
        """The seconds in which a seat could answer an inject are over; who has not answered gets the default.

        Raises:
            SaveError: if it could not be saved; then nothing has changed.
        """
        self.submit(SESSION, FusePassed(inject, seat), by=SESSION)

    def kept(self, row: str) -> Any:
        """What was kept under a name outside the log; None for nothing."""
        return self._save.outside.get(row) if self._save else None

    def keep(self, row: str, value: Any) -> None:
        """Keep a plain value under a name outside the log, where there is a save.

        Raises:
            SaveError: if the file cannot be written, or cannot hold the value.
        """
        if self._save is not None:
            self._save.note(row, value)

    def close(self) -> None:
        """Close the save, and leave one file."""
        if self._save is not None:
            self._save.close()

    def _number(self, seat: SeatId, sender: Sender) -> str:
        """A ref of seat and number that its sender has not used."""
        refs = (numbered(seat, number) for number in count(len(self.log)))
        return next(ref for ref in refs if (sender, ref) not in self._sent)

    def _group(self) -> _Group:
        return _Group(self.authored, self._state, len(self.log))

    def _finish(self, group: _Group) -> None:
        """Let policies answer, save all of it durably, then adopt it and tell: what is acknowledged is kept."""
        self._let_policies_act(group)
        if not group.steps:
            return
        if self._save is not None:
            self._save.append(
                [(step_.submission, step_.events) for step_ in group.steps], standing(self.authored, group.state)
            )
        self._state = group.state
        self._adopt(group.steps)
        for listener in tuple(self._listeners):
            listener()

    def _adopt(self, steps: Iterable[Step]) -> None:
        """Take steps into the log, each under its sender and ref."""
        for step_ in steps:
            self.log.append(step_)
            self._sent[step_.submission.by, step_.submission.ref] = step_

    def _let_policies_act(self, group: _Group) -> None:
        """Let the seats without a person do what follows from what was done last, until people are waited for."""
        last = group.steps[-1].submission if group.steps else None
        seat, command = (SESSION, SetReady()) if last is None else (last.seat, last.command)
        self._carry_out(group, self._turns(group).after(seat, command, by_clock=self.waves_by_clock))

    def _carry_out(self, group: _Group, wishes: Iterable[Wish]) -> None:
        """Take what seats without a person want; nobody waits for a wish that is refused."""
        for wish in wishes:
            ref = numbered(wish.seat, group.count)
            if group.take(Submission(ref, wish.seat, wish.sender, wish.command)) is not None:
                group.take(Submission(ref, wish.seat, wish.sender, SetReady()))

    def _turns(self, group: _Group) -> Turns:
        return Turns(self.authored, group.state, self._players(group.state))

    def _players(self, state: State) -> dict[SeatId, Policy]:
        """The seats held by policies."""
        held = {seat: name for seat, name in state.table.holders.items() if name != PERSON}
        for seat, name in held.items():
            if seat not in self._policies or self._policies[seat].name != name:
                self._policies[seat] = policy(name, self._level)
        return {seat: self._policies[seat] for seat in held}


def _unfit(submission: Submission) -> Refusal | None:
    """Why a submission cannot be taken whoever may do what; None where it can."""
    command = submission.command
    try:
        read_sender(submission.by)
    except ValueError:
        return Refusal("no-such-sender", Text("It must come from person:KEY, facilitator, session or policy:NAME."))
    try:
        read_ref(submission.ref)
    except ValueError:
        return Refusal("no-such-ref", Text("A ref has 1 to 200 signs of ASCII, without blanks."))
    if isinstance(command, HandSeat) and command.holder not in HOLDERS:
        return Refusal("no-such-holder", Text("A seat is held by a person or a policy."))
    return None

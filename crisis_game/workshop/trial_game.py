"""The game of one test: policies play up to where it begins, then its choices are made, then time passes."""

from __future__ import annotations

from crisis_game.engine import injects
from crisis_game.engine.act import Act, Refusal, Submission
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.facilitator import NoteDown
from crisis_game.engine.acts.texts import Cosponsor, TableText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import GREATEST_SEED
from crisis_game.engine.commands import read_command
from crisis_game.engine.event import Event
from crisis_game.engine.machine import step
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.sender import at_keyboard, numbered
from crisis_game.engine.state import State
from crisis_game.engine.unit_of_work import Working
from crisis_game.exercise.replay import Step
from crisis_game.players.playout import going_on, opening, taken
from crisis_game.players.turns import is_over
from crisis_game.scenario.ids import BEAT_OF, FACILITATOR, SeatId
from crisis_game.scenario.model import Effect, Scenario
from crisis_game.scenario.model_trials import Choice, Given, Until
from crisis_game.texts import Text, Value

BEATS = ("situation", "table", "orders", "answer", "none")
MOST_SEEDS = 2_000
"""Seeds that are looked at for one under which what a test assumes was drawn."""

ASSUMED = coded(Code.ASSUMED)


class CannotBeGivenError(Exception):
    """The state that a test begins in does not come about; `words` says why, `where` which line of the test."""

    def __init__(self, words: Text, where: tuple[str | int, ...] = ("given",)) -> None:
        super().__init__(words.msgid)
        self.words = words
        self.where = where


class TrialGame:
    """One game, from its opening.

    Attributes:
        state: where it stands.
        steps: all accepted submissions; what a test assumes stands among them as the facilitator's.
    """

    def __init__(self, scenario: Scenario, given: Given) -> None:
        self.scenario = scenario
        self.given = given
        self.state = State()
        self.steps: list[Step] = []
        self._acted: set[SeatId] = set()
        self._place = (0, 0)
        self._submit(opening(seed_for(scenario, given)))

    @property
    def events(self) -> list[Event]:
        """All that happened, oldest first."""
        return [event for step in self.steps for event in step.events]

    @property
    def over(self) -> bool:
        """Whether play has ended."""
        return is_over(self.state)

    def begin(self) -> None:
        """Bring about the state that the test is given, with its choices.

        Raises:
            CannotBeGivenError: if it does not come about.
        """
        given = self.given
        if given.adopted:
            self._adopt(given.round - 1)
        self.play_to(given.round, given.beat)
        self._assume()
        for number, choice in enumerate(given.choices):
            self.play_to(choice.round or self.state.table.round, choice.beat or self._beat)
            refusal = self.choose(choice)
            if refusal is not None:
                values: dict[str, Value] = {"n": number + 1, "because": refusal.because, "code": refusal.code}
                sentence = Text("choice {n} is refused ({code}): {because}", values)
                raise CannotBeGivenError(sentence, ("given", "choices", number))

    def choose(self, choice: Choice) -> Refusal | None:
        """Let a seat do something; policies do not act for it in this beat any more.

        Raises:
            CannotBeGivenError: if it is no command.
        """
        try:
            command = read_command(self.scenario, choice.command)
        except ValueError as fault:
            values: dict[str, Value] = {"seat": choice.seat, "fault": str(fault)}
            raise CannotBeGivenError(Text("what {seat} chooses cannot be read: {fault}", values)) from fault
        return self._do(choice.seat, command)

    def pass_time(self, until: Until) -> None:
        """Let the policies play on."""
        if until == "the game ends":
            self.play_to(self.scenario.lesson.rounds + 1, "situation", must=False)
        elif until == "the round ends":
            self.play_to(self.state.table.round + 1, "situation", must=False)
        else:
            place = BEATS.index(self._beat)
            self.play_to(self.state.table.round, BEATS[place + 1], must=False)

    def play_to(self, round_: int, beat: str, *, must: bool = True) -> None:
        """Let the policies play until a beat of a round has begun, or play is over.

        Raises:
            CannotBeGivenError: if the game is past it, or over before, and it must come.
        """
        wanted = (round_, BEATS.index(beat))
        if self._here < wanted:
            self._close_own_beat()
        if self._here < wanted and not self.over:
            policies = dict.fromkeys(self.scenario.members, self.given.policy) if self.given.policy else {}
            for submission, events in going_on(self.scenario, self.state, policies).moves():
                self.steps.append(Step(len(self.steps) + 1, submission, events))
                if self._here >= wanted:
                    break
        if must and (self.over or self._here != wanted):
            now, where = self.state.table.round, self._beat
            values: dict[str, Value] = {"round": round_, "beat": beat, "now": now, "where": where}
            sentence = "the game does not come to {beat} of round {round}: it is at {where} of round {now}"
            raise CannotBeGivenError(Text(sentence, values))

    # --------------------------------------------------------------------------------------------------------------

    @property
    def _beat(self) -> str:
        return BEAT_OF[self.state.table.phase]

    @property
    def _here(self) -> tuple[int, int]:
        return self.state.table.round, BEATS.index(self._beat)

    def _do(self, seat: SeatId, command: Act) -> Refusal | None:
        if self._place != self._here:
            self._acted, self._place = set(), self._here
        refusal = self._submit(Submission(self._ref(seat), seat, at_keyboard(seat), command))
        if refusal is None and self._place == self._here:
            self._acted.add(seat)
        return refusal

    def _close_own_beat(self) -> None:
        """Who chose something in this beat does only that in it."""
        here = self._here
        for seat in sorted(self._acted) if self._place == here else ():
            if self._here == here and seat not in self.state.ready:
                self._submit(Submission(self._ref(seat), seat, at_keyboard(seat), SetReady()))

    def _ref(self, seat: SeatId) -> str:
        return numbered(seat, len(self.steps))

    def _submit(self, submission: Submission) -> Refusal | None:
        result = step(self.scenario, self.state, submission)
        if isinstance(result, Refusal):
            return result
        self.steps.append(Step(len(self.steps) + 1, submission, result))
        return None

    def _assume(self) -> None:
        """Let gauges and consents stand and incidents happen as the test says."""
        working = Working(self.scenario, self.state)
        effects = [Effect("incident", id_) for id_ in self.given.incidents]
        injects.take_effect(working, tuple(effects), ASSUMED)
        gauges = self.state.world.gauges
        moved = [Effect("gauge", id_, value - gauges[id_]) for id_, value in (self.given.gauges or {}).items()]
        injects.take_effect(working, tuple(effect for effect in moved if effect.amount), ASSUMED)
        consents = (Effect("consent", id_, level=level) for id_, level in (self.given.consents or {}).items())
        injects.take_effect(working, tuple(consents), ASSUMED)
        if working.events:
            note = NoteDown(ASSUMED.text.msgid)
            submission = Submission(self._ref(FACILITATOR), FACILITATOR, at_keyboard(FACILITATOR), note)
            self.steps.append(Step(len(self.steps) + 1, submission, tuple(working.events)))

    def _adopt(self, round_: int) -> None:
        """Let members table packages, all put their names to them, and all vote yes."""
        self.play_to(round_, "table")
        members = self.scenario.members
        tabled = []
        for seat, package in zip(members, self.given.adopted, strict=False):
            self._must(seat, TableText(self.scenario.packages[package].draft), package)
            tabled.append((seat, next(reversed(self.state.council.texts)), package))
        for seat in members:
            for sponsor, text, _ in tabled:
                if seat != sponsor:
                    self._do(seat, Cosponsor(text))
        self.play_to(round_, "orders")
        for seat in members:
            for place, (_, text, package) in enumerate(tabled):
                self._must(seat, CastVote(text, "yes", also=place > 0), package)
        self.play_to(round_ + 1, "situation")
        for _, text, package in tabled:
            if not self.state.council.texts[text].adopted_round:
                raise CannotBeGivenError(Text("{package} is not adopted though all vote yes", {"package": package}))

    def _must(self, seat: SeatId, command: Act, package: str) -> None:
        refusal = self._do(seat, command)
        if refusal is not None:
            values: dict[str, Value] = {"package": package, "seat": seat, "because": refusal.because}
            raise CannotBeGivenError(Text("{package} cannot be adopted, {seat} may not: {because}", values))


def seed_for(scenario: Scenario, given: Given) -> int:
    """The first seed from the given one on under which the world is drawn as the test assumes.

    Raises:
        CannotBeGivenError: if none of many is.
    """
    for seed in range(given.seed, min(given.seed + MOST_SEEDS, GREATEST_SEED + 1)):
        if _drawn_so(scenario, given, seed):
            return seed
    raise CannotBeGivenError(Text("none of {count} seeds draws what is assumed", {"count": MOST_SEEDS}))


def _drawn_so(scenario: Scenario, given: Given, seed: int) -> bool:
    state = State()
    taken(scenario, state, opening(seed))
    world = state.world
    if given.truth not in (None, world.truth) or given.temperament not in (None, *world.minds):
        return False
    return all(world.draws[draw] == value for draw, value in (given.draws or {}).items())

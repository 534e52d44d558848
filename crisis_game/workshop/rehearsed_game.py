"""One game of a rehearsal: played, assessed and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from crisis_game.assessment.assessed_acts import assessed_acts, assessed_omissions
from crisis_game.assessment.history import History
from crisis_game.assessment.model import SeatReading
from crisis_game.assessment.seat_readings import seat_reading
from crisis_game.conditions.conjuncts import conjuncts
from crisis_game.engine.conditions import Facts
from crisis_game.engine.event import Event
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.engine.state import State, fork
from crisis_game.players.levels import PLAIN, Level
from crisis_game.players.playout import Playout, going_on, opening, taken
from crisis_game.players.policy import Policy
from crisis_game.players.turns import is_over
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Inject, Scenario
from crisis_game.workshop.perturbed_policies import Perturbation
from crisis_game.workshop.rehearsal_counts import Tally
from crisis_game.workshop.text_options import options_in


@dataclass(slots=True)
class Game:
    """A game that was played.

    Attributes:
        history: its log, folded.
        actions: accepted commands.
        ends: the gauges at the end of each round, in order.
    """

    history: History
    actions: int = 0
    ends: list[dict[str, int]] = field(default_factory=list)

    @property
    def state(self) -> State:
        """The state after the last event."""
        return self.history.state

    def note(self, event: Event) -> None:
        """Let one more event happen; a round ends where its review begins."""
        self.history.add(event)
        if isinstance(event, PhaseEntered) and event.phase == "review":
            self.ends.append(dict(self.state.world.gauges))

    def reading(self, seat: SeatId) -> SeatReading:
        """What became of a member."""
        return seat_reading(self.history, assessed_acts(self.history), assessed_omissions(self.history), seat)


@dataclass(slots=True)
class RunningGame:
    """A game on its way.

    Attributes:
        game: what it came to so far.
        playout: how it goes on; both have one state.
        players: the policies as they are, unperturbed.
    """

    game: Game
    playout: Playout
    players: Mapping[SeatId, Policy]

    @classmethod
    def begun(
        cls,
        scenario: Scenario,
        seed: int,
        seats: Mapping[SeatId, str],
        perturb: Perturbation | None = None,
        level: Level = PLAIN,
    ) -> RunningGame:
        """A game that was opened, of policies of a level."""
        game = Game(History(scenario))
        taken(scenario, game.state, opening(seed), game.note)
        playout = going_on(scenario, game.state, seats, game.note, level)
        players, playout.seats = playout.seats, _perturbed(playout.seats, perturb)
        return cls(game, playout, players)

    def fork(self, perturb: Perturbation | None = None) -> RunningGame:
        """The same game with the same luck ahead, played on apart; between two beats only."""
        game = fork(self.game)
        return RunningGame(
            game, self.playout.fork(game.state, _perturbed(self.players, perturb), game.note), self.players
        )

    def play(self) -> Game:
        """What the game comes to when it is played to its end."""
        while self.playout.goes_on:
            self.play_beat()
        return self.ended()

    def play_beat(self) -> None:
        """Let all seats do what they want in this beat, and the beat close."""
        for _ in self.playout.beat():
            pass

    def ended(self) -> Game:
        """What the game came to, once it is over."""
        game = self.game
        if len(game.ends) < game.state.table.round:
            game.ends.append(dict(game.state.world.gauges))
        game.actions = self.playout.actions
        return game


def play_through(
    scenario: Scenario,
    seed: int,
    seats: Mapping[SeatId, str],
    perturb: Perturbation | None = None,
    level: Level = PLAIN,
) -> Game:
    """A game from start to end, by policies of a level.

    Raises:
        RuntimeError, ValueError, LookupError, TypeError, ArithmeticError: a fault of the scenario or of ours.
    """
    return RunningGame.begun(scenario, seed, seats, perturb, level).play()


def _perturbed(players: Mapping[SeatId, Policy], perturb: Perturbation | None) -> Mapping[SeatId, Policy]:
    return players if perturb is None else {seat: perturb(seat, player) for seat, player in players.items()}


def count(scenario: Scenario, game: Game, seats: Mapping[SeatId, str], tally: Tally) -> None:
    """Count all that is told of a game."""
    state = game.state
    tally.actions += game.actions
    tally.finished += int(is_over(state))
    tally.endings[state.table.ending or "none"] += 1
    tally.injects.update(state.script.arrived.keys())
    tally.wordings.update(_wordings(scenario, state))
    tally.wanting.update(_wanting(scenario, state))
    tally.answers.update(
        (inject, asked.answer, asked.silent) for (inject, _), asked in state.script.asked.items() if asked.answer
    )
    tally.options.update(_used(scenario, state))
    for round_, gauges in enumerate(game.ends, 1):
        tally.reached[round_] += 1
        tally.gauges.update((gauge, round_, value) for gauge, value in gauges.items())
    tally.words.update(_words(scenario, state))
    _count_objectives(game.history, seats, tally)
    _count_readings(game, seats, tally)


def _count_objectives(history: History, seats: Mapping[SeatId, str], tally: Tally) -> None:
    for objective in history.scenario.objectives:
        if history.occasions.met(objective, history.state) == "met":
            tally.met.update((policy, objective.id) for policy in seats.values())


def _count_readings(game: Game, seats: Mapping[SeatId, str], tally: Tally) -> None:
    acts, omissions = assessed_acts(game.history), assessed_omissions(game.history)
    tally.rules.update(
        (finding.rule, finding.verdict)
        for act in (*acts, *omissions)
        for finding in act.known.judgement.findings
        if finding.verdict != "not-applicable"
    )
    for seat, policy in seats.items():
        reading = seat_reading(game.history, acts, omissions, seat)
        tally.mandate.update((policy, line.met) for line in reading.mandate)
        tally.conduct[policy, "adverse"] += len(reading.findings)
        tally.conduct[policy, "cured"] += len(reading.cured)
        for share in reading.statecraft:
            tally.statecraft[policy, share.id, "done"] += share.done
            tally.statecraft[policy, share.id, "of"] += share.of


def _wordings(scenario: Scenario, state: State) -> set[tuple[str, int]]:
    """The wordings in which injects came that have several."""
    came = ((letter.id.removeprefix("inject:"), letter.variant) for letter in state.mail.letters)
    return {(id_, variant) for id_, variant in came if id_ in scenario.injects and scenario.injects[id_].variants}


def _wanting(scenario: Scenario, state: State) -> Iterator[tuple[str, str, bool]]:
    """What kept endings from coming about, as things stand at the end: parts of their conditions that do not hold."""
    facts = Facts(scenario, state)
    for ending in scenario.endings:
        failing = [part.source for part in conjuncts(ending.when) if not part.holds(facts)]
        yield from ((ending.id, part, len(failing) == 1) for part in dict.fromkeys(failing))


def _used(scenario: Scenario, state: State) -> set[str]:
    """Measures, clauses and packages of the texts that were adopted."""
    drafts = [text.draft for text in state.council.texts.values() if text.adopted_round]
    return {id_ for draft in drafts for _, id_ in options_in(scenario, draft)}


def _words(scenario: Scenario, state: State) -> Counter[tuple[int, str]]:
    """Words of the scenario's injects that came to each member, by round."""
    words_by_seat: Counter[tuple[int, str]] = Counter()
    for letter in state.mail.letters:
        inject = scenario.injects.get(letter.id.removeprefix("inject:"))
        if inject is not None:
            words = _length(inject, letter.variant, scenario.languages[0])
            words_by_seat.update({(letter.round, seat): words for seat in letter.to or scenario.members})
    return words_by_seat


def _length(inject: Inject, variant: int, language: str) -> int:
    text = inject.variants[variant].text if variant >= 0 else inject.text
    asked = (inject.asks.text,) if inject.asks is not None else ()
    return sum(len(prose.in_language(language).split()) for prose in (inject.title, text, *asked))

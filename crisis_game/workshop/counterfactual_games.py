"""What a choice weighs: a game played on with one other choice and the same luck.

All chance of a game hangs on its seed, so the second game is the first one up to the choice, and what follows comes of
the choice alone. So it is forked at the beginning of the beat in which the choice was made, and played on from there
by the policies as they are. A choice is drawn by the seed of its game:

- `text`: another text in place of the one that a seat puts forward: each package open to it, and its own text with some
  clauses or measures switched;
- `vote`: one seat votes the other way in the ORDERS of a round; `votes`: all members vote no there;
- `delivery`: one seat delivers nothing in a round in which it would have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from crisis_game.assessment.model import SeatReading
from crisis_game.engine.act import Act
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.responses import Deliver
from crisis_game.engine.acts.texts import TableText
from crisis_game.engine.chance import draw
from crisis_game.engine.seen import Seen
from crisis_game.players.levels import PLAIN, Level
from crisis_game.players.policy import Policy
from crisis_game.players.turns import Place
from crisis_game.scenario.draft import Draft, Switch
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.workshop.perturbed_policies import Contrary, Perturbation, Tabled, Turned, Watched, Withheld
from crisis_game.workshop.rehearsal_counts import Label, Tally
from crisis_game.workshop.rehearsed_game import Game, RunningGame

WEIGHED = ("text", "vote", "votes", "delivery")
"""Kinds of choices that are weighed."""

MOST_SWITCHES = 3
"""Clauses and measures switched at one decision: more would only play the same decision longer."""

_Drawn = TypeVar("_Drawn")
_MET = {"P": 3, "S": 2, "M": 1, "U": 0}


@dataclass(frozen=True, slots=True)
class Tabling:
    """A seat's decision which text to put forward, with the other texts open to it then.

    Attributes:
        beat: in which it was made.
        turn: which of the texts that the seat tables in that beat, from 0.
        others: other texts by label; a switch of its own text stands beside that text under `own`.
    """

    seat: SeatId
    beat: Place
    turn: int
    round: int
    label: Label | None
    others: tuple[tuple[Label, Label | None, Draft], ...]


@dataclass(slots=True)
class Decisions:
    """The decisions of one game, as they were made.

    Attributes:
        votes: by seat and round, the beat in which it cast the first.
        deliveries: by seat and round, the beat in which it ordered the first that gives something.
    """

    scenario: Scenario
    seed: int
    tablings: list[Tabling] = field(default_factory=list)
    votes: dict[tuple[SeatId, int], Place] = field(default_factory=dict)
    deliveries: dict[tuple[SeatId, int], Place] = field(default_factory=dict)
    _turns: Counter[tuple[SeatId, Place]] = field(default_factory=Counter)

    def look(self, seen: Seen, command: Act) -> None:
        """Note a choice that is about to be made."""
        beat = (seen.phase, seen.round)
        if isinstance(command, CastVote):
            self.votes.setdefault((seen.seat, seen.round), beat)
        elif isinstance(command, Deliver) and command.level != "none":
            self.deliveries.setdefault((seen.seat, seen.round), beat)
        elif isinstance(command, TableText):
            turn = self._turns[seen.seat, beat]
            self._turns[seen.seat, beat] += 1
            others = tuple(_others(self.scenario, seen, command.draft, self.seed))
            label = _package(self.scenario, command.draft)
            self.tablings.append(Tabling(seen.seat, beat, turn, seen.round, label, others))

    def first_vote(self, round_: int) -> Place:
        """The beat in which the first vote of a round was cast. Raises StopIteration where none was."""
        return next(beat for (_, at), beat in self.votes.items() if at == round_)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A game that was played to its end, with its decisions, and the game as it stood at the beginning of each beat."""

    game: Game
    decisions: Decisions
    beats: Mapping[Place, RunningGame]


def play_weighed(scenario: Scenario, seed: int, seats: Mapping[SeatId, str], level: Level = PLAIN) -> Weighed:
    """Play a game whose decisions are to be weighed, by policies of a level. Raises what `play_through` raises."""
    decisions, beats = Decisions(scenario, seed), dict[Place, RunningGame]()
    running = RunningGame.begun(scenario, seed, seats, partial(_watch, decisions), level)
    while running.playout.goes_on:
        beats.setdefault(running.playout.place, running.fork())
        running.play_beat()
    return Weighed(running.ended(), decisions, beats)


def weigh(played: Weighed, seats: Mapping[SeatId, str], tally: Tally) -> None:
    """Weigh the decisions of one game: one of each kind, where there is one."""
    decisions = played.decisions
    seed = decisions.seed
    again = _Again(seed, seats, played, tally)
    tabled = _drawn(seed, "tabling", [tabling for tabling in decisions.tablings if tabling.others])
    if tabled is not None:
        again.tabling(tabled)
    vote = _drawn(seed, "vote", sorted(decisions.votes))
    if vote is not None:
        again.weigh("vote", vote[1], decisions.votes[vote], partial(_only, vote[0], Turned, vote[1]))
        again.weigh("votes", vote[1], decisions.first_vote(vote[1]), partial(_all, vote[1]))
    delivery = _drawn(seed, "delivery", sorted(decisions.deliveries))
    if delivery is not None:
        withheld = partial(_only, delivery[0], Withheld, delivery[1])
        again.weigh("delivery", delivery[1], decisions.deliveries[delivery], withheld)


@dataclass(frozen=True, slots=True)
class _Again:
    """The game that was played, and games beside it."""

    seed: int
    seats: Mapping[SeatId, str]
    first: Weighed
    tally: Tally

    def weigh(self, kind: str, round_: int, beat: Place, perturb: Perturbation) -> None:
        """Play on from a beat with another choice and note whether the ending changed."""
        self._note(kind, round_, self._play(beat, perturb))

    def _play(self, beat: Place, perturb: Perturbation) -> Game:
        return self.first.beats[beat].fork(perturb).play()

    def _note(self, kind: str, round_: int, game: Game) -> None:
        changed = game.state.table.ending != self.first.game.state.table.ending
        self.tally.weight[kind, round_, "pairs"] += 1
        self.tally.weight[kind, round_, "changed"] += int(changed)

    def tabling(self, tabling: Tabling) -> None:
        """Play on with each other text, and compare those that stood beside each other.

        One text, drawn, stands for the decision's weight: games of one decision are too much alike to count as many.
        """
        own, weighed = self.first.game.reading(tabling.seat), _drawn(self.seed, "weighed", list(tabling.others))
        packages = {tabling.label: own} if tabling.label else {}
        for other in tabling.others:
            label, beside, draft = other
            game = self._play(tabling.beat, partial(_tables, tabling, draft))
            if other is weighed:
                self._note("text", tabling.round, game)
            reading = game.reading(tabling.seat)
            if beside is None:
                packages[label] = reading
            else:
                self._compare(tabling.seat, (label, reading), (beside, own))
        labels = sorted(packages)
        for index, label in enumerate(labels):
            for another in labels[index + 1 :]:
                self._compare(tabling.seat, (label, packages[label]), (another, packages[another]))

    def _compare(self, seat: SeatId, first: tuple[Label, SeatReading], other: tuple[Label, SeatReading]) -> None:
        policy = self.seats[seat]
        for (mine, my), (theirs, their) in ((first, other), (other, first)):
            self.tally.compared[policy, mine, theirs, "pairs"] += 1
            self.tally.compared[policy, mine, theirs, "better"] += int(better(my, their))
            self.tally.compared[policy, mine, theirs, "worse"] += int(better(their, my))


def better(reading: SeatReading, other: SeatReading) -> bool:
    """Whether a seat did better in anything: a line of its mandate, fewer findings, or a share of statecraft.

    So two results can each be better than the other. A share of nothing is not compared.
    """
    lines = zip(reading.mandate, other.mandate, strict=True)
    shares = zip(reading.statecraft, other.statecraft, strict=True)
    return (
        any(_MET[mine.met] > _MET[theirs.met] for mine, theirs in lines)
        or len(reading.findings) < len(other.findings)
        or any(mine.done * theirs.of > theirs.done * mine.of for mine, theirs in shares if mine.of and theirs.of)
    )


def _others(scenario: Scenario, seen: Seen, draft: Draft, seed: int) -> Iterator[tuple[Label, Label | None, Draft]]:
    """The other texts open to a seat, each with its label and, for a switch, the label of the text as it is."""
    own = _package(scenario, draft)
    for id_, package in scenario.packages.items():
        if ("package", id_) != own and _open(seen, package.draft):
            yield ("package", id_), None, package.draft
    switched = [change for change in _switched(scenario, draft) if _open(seen, change[2])]
    first = draw(seed, "switches", f"{seen.seat}:{seen.round}", 0, 0, max(0, len(switched) - 1))
    yield from (switched[first:] + switched[:first])[:MOST_SWITCHES]


def _switched(scenario: Scenario, draft: Draft) -> Iterator[tuple[Label, Label, Draft]]:
    for id_, clause in scenario.clauses.items():
        on, off = ("clause-on", id_), ("clause-off", id_)
        rest = tuple(switch for switch in draft.clauses if switch.clause != id_)
        if len(rest) < len(draft.clauses):
            yield off, on, replace(draft, clauses=rest)
        else:
            with_it = tuple(sorted((*rest, Switch(id_, clause.start)), key=lambda switch: switch.clause))
            yield on, off, replace(draft, clauses=with_it)
    for line in draft.lines if len(draft.lines) > 1 else ():
        less = tuple(other for other in draft.lines if other != line)
        yield ("measure-out", line.measure), ("measure-in", line.measure), replace(draft, lines=less)


def _open(seen: Seen, draft: Draft) -> bool:
    return TableText(draft).refusal(seen) is None


def _package(scenario: Scenario, draft: Draft) -> Label | None:
    """The package that a text is, word for word."""
    return next((("package", id_) for id_, package in scenario.packages.items() if package.draft == draft), None)


def _drawn(seed: int, what: str, of: list[_Drawn]) -> _Drawn | None:
    return of[draw(seed, "sample", what, 0, 0, len(of) - 1)] if of else None


def _watch(decisions: Decisions, _: SeatId, player: Policy) -> Policy:
    return Watched(player, decisions.look)


def _only(seat: SeatId, kind: type[Turned] | type[Withheld], round_: int, at: SeatId, player: Policy) -> Policy:
    return kind(player, round_) if at == seat else player


def _all(round_: int, _: SeatId, player: Policy) -> Policy:
    return Contrary(player, round_)


def _tables(tabling: Tabling, draft: Draft, at: SeatId, player: Policy) -> Policy:
    return Tabled(player, tabling.turn, draft) if at == tabling.seat else player

"""What can come to pass in a scenario, by its numbers alone: proofs that an inject, a milestone or an ending cannot.

The course is walked once, round by round and point by point, with what may be so at each: the round, the steps that the
adversary can have climbed, gauges that only the author's effects move, what the seed draws, what may have arrived or
happened by then. A condition that clashes with all of that at every point where it is read can never hold. The walk
takes play without a facilitator's hand, who can send and hold every inject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from crisis_game.conditions.satisfiability import Clash, Clashes, Origin, Outlook, Path, call, narrow
from crisis_game.scenario.model import Chain, Ending, Inject, Reaction, Scenario
from crisis_game.scenario.outcomes import entries, lines
from crisis_game.scenario.possible_states import Point, PossibleStates

Entry = Literal["inject", "reaction", "milestone", "ending"]
_TABLES: Mapping[Entry, str] = {
    "inject": "injects",
    "reaction": "reactions",
    "milestone": "milestones",
}
"""Where they stand in the files; endings may stand within another."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something cannot come to pass in some rounds: a clash, and the first and last round in which it stands."""

    clash: Clash
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Proof:
    """That an inject, a reaction, a milestone or an ending can never come to pass.

    Attributes:
        path: where it stands in the files.
        reasons: for every point where it is read at least one.
        hidden_by: endings of lower rank, of which one holds wherever this one would.
    """

    kind: Entry
    id: str
    path: Path
    reasons: tuple[Reason, ...]
    hidden_by: tuple[str, ...] = ()


@dataclass(slots=True)
class _Ledger:
    """What is known so far of each inject, reaction, milestone and ending: that it is possible, or why it was not."""

    possible: set[tuple[Entry, str]] = field(default_factory=set)
    reasons: dict[tuple[Entry, str], list[Reason]] = field(default_factory=dict)
    hidden: dict[tuple[Entry, str], set[str]] = field(default_factory=dict)

    def note(self, kind: Entry, id_: str, round_: int, left: Outlook | Clashes) -> bool:
        """Note what a point says; whether it leaves it possible."""
        if isinstance(left, Outlook):
            self.possible.add((kind, id_))
            return True
        reasons = self.reasons.setdefault((kind, id_), [])
        for clash in left:
            _add(reasons, clash, round_)
        return False


def never(scenario: Scenario) -> tuple[Proof, ...]:
    """Proofs for all that can never come to pass, in the order of the scenario."""
    ledger = _Ledger()
    possible = PossibleStates(scenario)
    for point in possible.points():
        _milestones(scenario, ledger, possible, point)
        outlook = possible.outlook(point)
        if point.moment == "end":
            _end(scenario, ledger, point, outlook)
        else:
            _moment(scenario, ledger, possible, point, outlook)
    return tuple(_proofs(scenario, ledger))


def _milestones(scenario: Scenario, ledger: _Ledger, possible: PossibleStates, point: Point) -> None:
    """Milestones are read first, each in the light of those above it; one possible once is not asked again."""
    for id_, milestone in scenario.milestones.items():
        if ("milestone", id_) not in ledger.possible:
            left = narrow(milestone.when.tree, possible.outlook(point), ("milestones", id_, "when"))
            if ledger.note("milestone", id_, point.round, left):
                possible.reached(id_, point.round)


def _moment(scenario: Scenario, ledger: _Ledger, possible: PossibleStates, point: Point, outlook: Outlook) -> None:
    """All conditions of a moment are read against one outlook; what they may cause is seen at the next."""
    injects = [inject for inject in scenario.injects.values() if inject.at == point.moment]
    chains = chains_to(scenario)
    reactions = [reaction for reaction in scenario.reactions.values() if reaction.at == point.moment]
    arriving = [inject for inject in injects if _arrives(ledger, inject, point, outlook)]
    arriving += [
        inject
        for inject in injects
        if inject not in arriving and _is_brought(ledger, possible, chains.get(inject.id, ()), point, outlook)
    ]
    firing = [
        reaction
        for reaction in reactions
        if ledger.note("reaction", reaction.id, point.round, _held(reaction, outlook))
    ]
    for inject in arriving:
        possible.take(f"inject:{inject.id}", inject.effects)
        possible.arrived(inject, point)
    for reaction in firing:
        possible.take(f"reaction:{reaction.id}:{point.round if reaction.repeat else ''}", reaction.effects)


def _held(reaction: Reaction, outlook: Outlook) -> Outlook | Clashes:
    return narrow(reaction.when.tree, outlook, ("reactions", reaction.id, "when"))


def _arrives(ledger: _Ledger, inject: Inject, point: Point, outlook: Outlook) -> bool:
    if not inject.comes_of_itself and inject.home_of is None:
        return False
    first, last = window(inject)
    if not first <= point.round <= last or ("inject", inject.id) in ledger.possible:
        return False
    if inject.when is None:
        return ledger.note("inject", inject.id, point.round, outlook)
    left = narrow(inject.when.tree, outlook, ("injects", inject.id, "when"))
    return ledger.note("inject", inject.id, point.round, left)


@dataclass(frozen=True, slots=True)
class Link:
    """That one inject brings another: which one, the place in its list, and the entry itself."""

    source: str
    place: int
    chain: Chain

    @property
    def path(self) -> Path:
        """Where it stands in the files."""
        return "injects", self.source, "then", self.place


def chains_to(scenario: Scenario) -> dict[str, tuple[Link, ...]]:
    """What brings each inject that others bring, by its id."""
    links: dict[str, tuple[Link, ...]] = {}
    for id_, inject in scenario.injects.items():
        for place, chain in enumerate(inject.then):
            if chain.inject != id_:
                links[chain.inject] = (*links.get(chain.inject, ()), Link(id_, place, chain))
    return links


def _is_brought(
    ledger: _Ledger, possible: PossibleStates, links: Iterable[Link], point: Point, outlook: Outlook
) -> bool:
    """Whether one of the injects that bring another may have come so many rounds before."""
    brought = [link for link in links if ("inject", link.chain.inject) not in ledger.possible]
    return sum(_brings(ledger, possible, link, point, outlook) for link in brought) > 0


def _brings(ledger: _Ledger, possible: PossibleStates, link: Link, point: Point, outlook: Outlook) -> bool:
    first = possible.first_round(link.source)
    if first is None or first + link.chain.after > point.round:
        return False
    when = link.chain.when
    left = outlook if when is None else narrow(when.tree, outlook, (*link.path, "when"))
    return ledger.note("inject", link.chain.inject, point.round, left)


def _unbrought(scenario: Scenario, ledger: _Ledger, link: Link) -> Reason:
    """That the inject which brings another never comes, or too late."""
    rounds = scenario.lesson.rounds
    if ("inject", link.source) in ledger.possible:
        late = Clash(Origin((*link.path, "after")), True, "round", 1, rounds, Origin(("lesson", "rounds")))
        return Reason(late, 1, rounds)
    source, needed = Origin(("injects", link.source)), Origin((*link.path, "inject"))
    return Reason(Clash(needed, True, call("arrived", link.source), 0, 0, source, "truth"), 1, rounds)


EVER = 1 << 30


def window(inject: Inject) -> tuple[int, int]:
    """The first and the last round in which an inject may arrive of itself."""
    if inject.round is None and inject.home_of is None:
        return 1, inject.until_round or EVER
    first = inject.round or 1
    return first, inject.until_round or first


def _end(scenario: Scenario, ledger: _Ledger, point: Point, outlook: Outlook) -> None:
    """The endings that can be reached at the end of a round: final ones in each, all after the last."""
    endings = sorted(scenario.endings, key=lambda ending: ending.rank)
    finals = [ending for ending in endings if ending.final]
    paths = lines(endings)
    for place in range(len(finals)):
        _reached(ledger, paths, finals[: place + 1], point, outlook)
    if point.round == scenario.lesson.rounds:
        for place, ending in enumerate(endings):
            if not ending.final:
                _reached(ledger, paths, endings[: place + 1], point, outlook)


def _reached(ledger: _Ledger, paths: Mapping[str, Path], endings: list[Ending], point: Point, outlook: Outlook) -> None:
    """The last of some endings is reached where it holds and none of lower rank does, which stand before it."""
    *before, ending = endings
    left = narrow(ending.when.tree, outlook, paths[ending.id])
    for earlier in before:
        if isinstance(left, tuple):
            break
        left = narrow(earlier.when.tree, left, paths[earlier.id], wanted=False)
        if isinstance(left, tuple):
            ledger.hidden.setdefault(("ending", ending.id), set()).add(earlier.id)
    ledger.note("ending", ending.id, point.round, left)


def _proofs(scenario: Scenario, ledger: _Ledger) -> Iterator[Proof]:
    everything: list[tuple[Entry, str]] = [("inject", inject) for inject in scenario.injects]
    everything += [("reaction", reaction) for reaction in scenario.reactions]
    everything += [("milestone", milestone) for milestone in scenario.milestones]
    everything += [("ending", ending.id) for ending in scenario.endings]
    chains = chains_to(scenario)
    ways = entries(scenario.endings)
    for entry in everything:
        if entry not in ledger.possible:
            links = chains.get(entry[1], ()) if entry[0] == "inject" else ()
            unbrought = [_unbrought(scenario, ledger, link) for link in links]
            reasons = ledger.reasons.get(entry) or unbrought or [_too_late(scenario, entry[1])]
            path = ways[entry[1]] if entry[0] == "ending" else (_TABLES[entry[0]], entry[1])
            yield Proof(*entry, path, tuple(reasons), tuple(sorted(ledger.hidden.get(entry, ()))))


def _too_late(scenario: Scenario, inject: str) -> Reason:
    """An inject whose rounds all lie after the last."""
    rounds = scenario.lesson.rounds
    clash = Clash(Origin(("injects", inject, "round")), True, "round", 1, rounds, Origin(("lesson", "rounds")))
    return Reason(clash, 1, rounds)


def _add(reasons: list[Reason], clash: Clash, round_: int) -> None:
    """The same clash in another round widens what was noted."""
    for place, reason in enumerate(reasons):
        known = reason.clash
        if (known.place, known.wanted, known.name) == (clash.place, clash.wanted, clash.name):
            wide = replace(clash, low=min(known.low, clash.low), high=max(known.high, clash.high))
            reasons[place] = Reason(wide, reason.first, round_)
            return
    reasons.append(Reason(clash, round_, round_))

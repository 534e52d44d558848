"""How members may vote: each for itself, all moved by the same cause, or in blocs.

The first two are the assumptions under which Straffin (1977, "Homogeneity, independence, and power indices", Public
Choice 30) reads the indices of Banzhaf and of Shapley and Shubik. Blocs are an author's own assumption: no figures of
real states come with the game.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import factorial, prod
from typing import Any, Protocol

from crisis_game.charter.fields import Fault, Field, Report
from crisis_game.charter.rules import Vote

CAST: tuple[Vote, ...] = ("yes", "no", "abstain")
HUNDRED = 100

Luck = Callable[[], float]
"""A number from 0 up to 1, another one at each call."""


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely each vote is, in per cent; together a hundred."""

    yes: int
    no: int
    abstain: int

    def of(self, vote: Vote) -> float:
        """How likely one vote is, from 0 to 1."""
        return {"yes": self.yes, "no": self.no, "abstain": self.abstain}.get(vote, 0) / HUNDRED

    def drawn(self, number: float) -> Vote:
        """The vote that a number from 0 up to 1 stands for."""
        if number < self.of("yes"):
            return "yes"
        return "no" if number < self.of("yes") + self.of("no") else "abstain"


class Profile(Protocol):
    """A way in which members vote."""

    @property
    def name(self) -> str:
        """One word for it."""

    def kin(self, member: str, /) -> Hashable:
        """The same for members that it does not tell apart."""

    def chance(self, votes: Mapping[str, Vote]) -> float:
        """How likely it is that members vote just so."""

    def draw(self, members: Iterable[str], luck: Luck) -> dict[str, Vote]:
        """One way in which members vote."""


@dataclass(frozen=True, slots=True)
class Independent:
    """Each member votes for itself, all with the same chances."""

    chances: Chances
    name: str = "random"

    def kin(self, _member: str, /) -> Hashable:
        """Nobody is told apart."""
        return None

    def chance(self, votes: Mapping[str, Vote]) -> float:
        """The product of what each vote is likely."""
        return prod(self.chances.of(vote) for vote in votes.values())

    def draw(self, members: Iterable[str], luck: Luck) -> dict[str, Vote]:
        """One draw for each member."""
        return {member: self.chances.drawn(luck()) for member in members}


@dataclass(frozen=True, slots=True)
class Alike:
    """One cause moves all: how likely a yes is, is the same for all members and anything from 0 to 1 with equal right.

    Who does not vote yes votes no or abstains, as the chances have it.
    """

    chances: Chances
    name: str = "alike"

    def kin(self, _member: str, /) -> Hashable:
        """Nobody is told apart."""
        return None

    def chance(self, votes: Mapping[str, Vote]) -> float:
        """The mean over all likelihoods of a yes: the integral of p^y (1-p)^(n-y) is y! (n-y)! / (n+1)!."""
        cast = list(votes.values())
        yes = cast.count("yes")
        of_some_size = factorial(yes) * factorial(len(cast) - yes) / factorial(len(cast) + 1)
        return of_some_size * self._no ** cast.count("no") * (1 - self._no) ** cast.count("abstain")

    def draw(self, members: Iterable[str], luck: Luck) -> dict[str, Vote]:
        """One draw of the cause, then one for each member."""
        yes = luck()
        return {member: self._drawn(luck(), yes) for member in members}

    def _drawn(self, number: float, yes: float) -> Vote:
        if number < yes:
            return "yes"
        return "no" if number < yes + (1 - yes) * self._no else "abstain"

    @property
    def _no(self) -> float:
        others = self.chances.no + self.chances.abstain
        return self.chances.no / others if others else 1.0


@dataclass(frozen=True, slots=True)
class Bloc:
    """Members that vote together.

    Attributes:
        chances: of the bloc, and of a member that goes its own way.
        loyalty: how likely a member votes with its bloc, in per cent.
    """

    members: frozenset[str]
    chances: Chances
    loyalty: int = HUNDRED

    def chance(self, votes: Iterable[Vote]) -> float:
        """How likely it is that its members vote just so."""
        cast = tuple(votes)
        return sum(self.chances.of(line) * prod(self._in_bloc(vote, line) for vote in cast) for line in CAST)

    def _in_bloc(self, vote: Vote, line: Vote) -> float:
        loyal = self.loyalty / HUNDRED
        return loyal * (vote == line) + (1 - loyal) * self.chances.of(vote)


@dataclass(frozen=True, slots=True)
class Blocs:
    """Some members vote in blocs, the others each for itself."""

    blocs: tuple[Bloc, ...]
    chances: Chances
    name: str = "blocs"

    def kin(self, member: str, /) -> Hashable:
        """Members of one bloc, and those of none, are not told apart."""
        return self._place(member)

    def chance(self, votes: Mapping[str, Vote]) -> float:
        """Blocs decide apart from one another."""
        of_blocs = prod(
            bloc.chance(votes[member] for member in sorted(bloc.members & votes.keys())) for bloc in self.blocs
        )
        return of_blocs * prod(self.chances.of(vote) for member, vote in votes.items() if self._place(member) is None)

    def draw(self, members: Iterable[str], luck: Luck) -> dict[str, Vote]:
        """One draw for each bloc, then for each member whether it is loyal, and its own vote."""
        lines = [bloc.chances.drawn(luck()) for bloc in self.blocs]
        return {member: self._drawn(self._place(member), lines, luck) for member in members}

    def _drawn(self, place: int | None, lines: list[Vote], luck: Luck) -> Vote:
        if place is None:
            return self.chances.drawn(luck())
        bloc = self.blocs[place]
        return lines[place] if luck() * HUNDRED < bloc.loyalty else bloc.chances.drawn(luck())

    def _place(self, member: str) -> int | None:
        return next((place for place, bloc in enumerate(self.blocs) if member in bloc.members), None)


def blocs_of(value: Any, members: frozenset[str], chances: Chances) -> tuple[Blocs, tuple[Fault, ...]]:
    """Blocs as an author writes them, and what is wrong with them.

    Args:
        value: `{blocs: [{members, chances, loyalty}], chances}`.
        members: everybody who can be named.
        chances: of those in no bloc, where the author does not say.
    """
    report = Report()
    fields = Field(value, (), report).fields(("blocs", "chances"), needed=("blocs",))
    own = _chances(fields["chances"]) if "chances" in fields else chances
    named: set[str] = set()
    blocs = [_bloc(entry, members, named, own) for entry in fields["blocs"].items()] if "blocs" in fields else []
    return Blocs(tuple(blocs), own), tuple(report.faults)


def _bloc(field: Field, members: frozenset[str], named: set[str], chances: Chances) -> Bloc:
    fields = field.fields(("members", "chances", "loyalty"), needed=("members",))
    own: set[str] = set()
    for entry in fields["members"].items() if "members" in fields else []:
        word = entry.word()
        if word not in members:
            entry.unknown_word(members)
        elif word in named:
            entry.twice()
        own.add(word)
        named.add(word)
    loyalty = fields["loyalty"].whole(0, HUNDRED) if "loyalty" in fields else HUNDRED
    return Bloc(frozenset(own), _chances(fields["chances"]) if "chances" in fields else chances, loyalty)


def _chances(field: Field) -> Chances:
    fields = field.fields(CAST, needed=CAST)
    numbers = [fields[vote].whole(0, HUNDRED) if vote in fields else 0 for vote in CAST]
    if len(fields) == len(CAST) and sum(numbers) != HUNDRED:
        field.report.note(
            "E305",
            field.path,
            "The chances of yes, no and abstain come to {sum} per cent; they must come to 100.",
            "Write something like `yes: 50, no: 30, abstain: 20`.",
            sum=sum(numbers),
        )
    return Chances(*numbers)

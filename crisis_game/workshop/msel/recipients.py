"""Who gets an inject, as a cell says it; teams that are no states are gathered, to be asked for once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from crisis_game.texts import Text, counted
from crisis_game.workshop.msel.sheet import Place, Remark
from crisis_game.workshop.msel.spellings import is_everybody, plain
from crisis_game.workshop.msel.wishes import NOTHING, Wishes

_SEPARATORS = re.compile(r"[,;/\n]")
_AND = re.compile(r"\s+(?:and|und|et|y|e)\s+|\s*[&+]\s*")


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who gets an inject.

    Attributes:
        seats: the ids of states; empty where all get it.
        is_nobody: whether all teams named are to be left out.
    """

    seats: tuple[str, ...] = ()
    is_nobody: bool = False


@dataclass(slots=True)
class Teams:
    """The teams of a list and the states that they stand for.

    Attributes:
        states: the states of the scenario as they are written, by id.
        unknown: the cells in which a team stands that is none of them, by the words in the first of these.
    """

    states: Mapping[str, object]
    wishes: Wishes
    unknown: dict[str, list[Place]] = field(default_factory=dict)
    _known: dict[str, str] = field(init=False)
    _first_words: dict[str, str] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._known = {}
        for id_, state in self.states.items():
            name = state.get("name") if isinstance(state, dict) else None
            names = name.values() if isinstance(name, dict) else (name,)
            self._known.update({str(said).casefold(): id_ for said in (*names, id_) if said})

    def gather(self, cell: str, place: Place) -> None:
        """Take note of the teams in a cell that are no states and that nobody explained."""
        for team in self._teams(cell):
            if self._meant(team) is None:
                first = self._first_words.setdefault(plain(team), team)
                self.unknown.setdefault(first, []).append(place)

    def meant_by(self, cell: str) -> Recipients | None:
        """The recipients that a cell names: ids in any case, names of states, or teams that were spoken of.

        None where one of them is unknown.
        """
        teams = list(self._teams(cell))
        said = [self._meant(team) for team in teams]
        if None in said:
            return None
        if any(is_everybody(words) for meant in said for words in meant or ()):
            return Recipients()
        seats = tuple(dict.fromkeys(seat for meant in said for seat in meant or () if seat != NOTHING))
        return Recipients(seats, is_nobody=bool(teams) and not seats)

    def remarks(self) -> Iterator[Remark]:
        """What is asked for: each team once, at the first cell in which it stands."""
        for team, places in self.unknown.items():
            meant = get_close_matches(team.casefold(), self._known, n=1)
            values = {"team": team, "meant": self._known[meant[0]] if meant else ""}
            if meant:
                message = counted(
                    'There is no state `{team}`. Did you mean `{meant}`? Else `--teams "{team}=ID"` says which it '
                    "stands for",
                    "There is no state `{team}`, here and in other cells, {n} in all. Did you mean `{meant}`? Else "
                    '`--teams "{team}=ID"` says which it stands for',
                    len(places),
                    **values,
                )
            else:
                message = counted(
                    'There is no state `{team}`. `--teams "{team}=ID"` says which it stands for, `{team}=all` that '
                    "all get it, `{team}=-` that nobody does",
                    'There is no state `{team}`, here and in other cells, {n} in all. `--teams "{team}=ID"` says which '
                    "it stands for, `{team}=all` that all get it, `{team}=-` that nobody does",
                    len(places),
                    **values,
                )
            yield Remark(places[0], message)

    def faults_of_wishes(self) -> Iterator[Text]:
        """The teams for which something is to stand that is no state."""
        for team, said in self.wishes.teams.items():
            strange = [words for words in self._parts(said) if not self._is_said(words)]
            if strange:
                yield Text(
                    "`--teams`: there is no state `{word}` for `{team}`; there are {states}",
                    {"word": strange[0], "team": team, "states": tuple(self.states)},
                )

    def _teams(self, cell: str) -> Iterator[str]:
        for part in map(str.strip, _SEPARATORS.split(cell)):
            words = " ".join(part.split())
            ways = ([words], _AND.split(words), words.split())
            known = (pieces for pieces in ways if all(self._meant(piece) is not None for piece in pieces))
            yield from next(known, [words] if words else [])

    def _meant(self, team: str) -> Iterable[str] | None:
        """The ids, `all` or `-` that a team stands for; None where nobody said."""
        if is_everybody(team):
            return ("all",)
        if team.casefold() in self._known:
            return (self._known[team.casefold()],)
        said = self.wishes.teams.get(plain(team))
        return None if said is None else [self._known.get(words.casefold(), words) for words in self._parts(said)]

    def _is_said(self, words: str) -> bool:
        return words == NOTHING or is_everybody(words) or words.casefold() in self._known

    def _parts(self, said: str) -> list[str]:
        whole = said.casefold()
        return [said] if whole in self._known or is_everybody(said) else re.split(r"[\s+/&]+", said)

"""Two ways to have a state in hand: to change it, and to read it and know afterwards what was read.

Both are the state behind them: they pass for one wherever a `State` is asked for, and each section is given out by a
property that takes note. So no event and no reader says what it touches, and none can say it wrongly.
"""

from __future__ import annotations

from operator import attrgetter

from crisis_game.engine.state.whole import SECTIONS, State, new_version


class Hand(State):
    """A state to be changed: each section that is taken has a new version, whether it is changed or not.

    Attributes:
        behind: the state itself.
    """

    __slots__ = ("behind",)

    def __init__(self, behind: State) -> None:
        self.behind = behind

    @property
    def round(self) -> int:
        """The round, read without a new version of the table."""
        return self.behind.table.round


class Reading(State):
    """A state to be read.

    Attributes:
        behind: the state itself.
        read: sections that were read, one bit for each in the order of `SECTIONS`.
    """

    __slots__ = ("behind", "read")

    def __init__(self, behind: State) -> None:
        self.behind = behind
        self.read = 0


def _section_property(place: int, name: str) -> property:
    section = attrgetter(name)

    def give(hand: Hand) -> object:
        behind = hand.behind
        behind.versions[place] = new_version()
        return section(behind)

    def put(hand: Hand, new: object) -> None:
        hand.behind.versions[place] = new_version()
        setattr(hand.behind, name, new)

    return property(give, put)


def _shown(place: int, name: str) -> property:
    section, bit = attrgetter(name), 1 << place

    def show(reading: Reading) -> object:
        reading.read |= bit
        return section(reading.behind)

    return property(show)


for _place, _name in enumerate(SECTIONS):
    setattr(Hand, _name, _section_property(_place, _name))
    setattr(Reading, _name, _shown(_place, _name))

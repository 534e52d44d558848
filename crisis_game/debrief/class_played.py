"""A class read back: each council's log, verified and read once, with the people who played it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from crisis_game.assessment.assess import assessed
from crisis_game.assessment.model import Assessment
from crisis_game.debrief.chronicle import Chronicle, chronicle_of
from crisis_game.debrief.model import Review
from crisis_game.debrief.played import NotSoundError, Played, read_played, told_as_it_stands
from crisis_game.debrief.review import review_of_chronicle
from crisis_game.engine.sender import person
from crisis_game.exercise.class_folder import ClassFolder, FolderCouncil, LeftOut
from crisis_game.exercise.entry import Entry
from crisis_game.exercise.lesson_file import Attendee
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.sitting import PERSON
from crisis_game.players.turns import is_over
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import FaultyScenarioError


@dataclass(frozen=True)
class CouncilPlayed:
    """A council of a class, as far as it has played.

    Attributes:
        people: those whom a file names, then whoever else acted in a seat, without a name.
        chronicle: its log, read once.
    """

    name: str
    people: tuple[Attendee, ...]
    played: Played
    chronicle: Chronicle

    @property
    def scenario(self) -> Scenario:
        """As it was when this council played it."""
        return self.played.scenario

    @property
    def finished(self) -> bool:
        """Whether play is over."""
        return is_over(self.chronicle.state)

    @cached_property
    def assessment(self) -> Assessment:
        """Its acts, judged."""
        return assessed(self.chronicle.history)

    @cached_property
    def review(self) -> Review:
        """Its debrief; what might have come otherwise is not played out, which would take minutes for a class."""
        return review_of_chronicle(self.chronicle, self.assessment, plays_on=False)

    def own(self, attendee: Attendee) -> Iterator[Entry]:
        """What somebody entered."""
        sender = person(attendee.key)
        return (entry for entry in self.played.entries if entry.submission.by == sender)


@dataclass(frozen=True, slots=True)
class ClassPlayed:
    """A class: its councils whose logs hold, and what is left out of the folder with why."""

    folder: ClassFolder
    councils: tuple[CouncilPlayed, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def finished(self) -> bool:
        """Whether all councils have played to the end, so that nothing need be hidden any more."""
        return all(council.finished for council in self.councils)

    @property
    def people(self) -> Iterator[tuple[CouncilPlayed, Attendee]]:
        """Everybody, council by council."""
        return ((council, attendee) for council in self.councils for attendee in council.people)


def read_class_played(folder: ClassFolder) -> ClassPlayed:
    """Read and verify the logs of a class; a save that does not hold is named and left out.

    Raises:
        SaveError: if none of them holds.
    """
    councils: list[CouncilPlayed] = []
    left_out = list(folder.left_out)
    for council in folder.councils:
        try:
            councils.append(_read(council, in_lesson=folder.lesson is not None))
        except (SaveError, NotSoundError) as fault:
            left_out.append(LeftOut(council.save.name, str(fault)))
        except FaultyScenarioError as fault:
            left_out.append(LeftOut(council.save.name, f"{council.save}: the scenario in it cannot be read: {fault}"))
    if not councils:
        raise SaveError(f"{folder.path}: none of its saves holds. {left_out[0].why}")
    return ClassPlayed(folder, tuple(councils), tuple(left_out))


def _read(council: FolderCouncil, *, in_lesson: bool) -> CouncilPlayed:
    played = read_played(council.save)
    with told_as_it_stands(played):
        chronicle = chronicle_of(played.scenario, played.entries)
        people = (*council.people, *_unnamed(council.people, played, chronicle, in_lesson=in_lesson))
        return CouncilPlayed(council.name, people, played, chronicle)


def _unnamed(named: Iterable[Attendee], played: Played, chronicle: Chronicle, *, in_lesson: bool) -> Iterator[Attendee]:
    """Whoever acted at a keyboard in a seat without a name; without a lesson also who held a seat and did nothing."""
    keys = {attendee.key for attendee in named}
    senders = {entry.submission.by for entry in played.entries}
    for seat in played.scenario.members:
        holds = not in_lesson and chronicle.state.table.holders.get(seat) == PERSON
        if seat not in keys and (holds or person(seat) in senders):
            yield Attendee(seat, "", seat)

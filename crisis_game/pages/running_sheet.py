"""The facilitator's running sheet: what became of each inject, what it expected, what was seen; ratings.

Every choice holds the act that it is; what it asks for is laid into it by `filled`. Screens, lines and the browser's
console read it. Nothing of it may stand before a seat or on a projector.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from crisis_game.assessment.ratings import Proposal, proposed_ratings
from crisis_game.debrief.live_course import LiveCourse
from crisis_game.engine.act import Act
from crisis_game.engine.acts.facilitator import ChangeInject, HoldInject, NoteDown, SendInject, SkipInject
from crisis_game.engine.acts.free_moves import RuleMove
from crisis_game.engine.acts.ratings import Rate
from crisis_game.engine.authored import INJECT
from crisis_game.engine.shared_values import Fulfilment
from crisis_game.engine.state import Note, Rateable, Rating
from crisis_game.pages.answer_ratings import MET
from crisis_game.pages.parts import NOTHING, Heading, Line, Page, Part, Run, item, line, run
from crisis_game.pages.sheet_lines import Standing, expected_lines, seen_lines, title_line, when_line
from crisis_game.scenario.ids import BEAT_OF, InjectId, SeatId
from crisis_game.scenario.lesson import Moment
from crisis_game.scenario.model import Inject
from crisis_game.texts import Msgid, Text

LAST = 99
"""A round after all others, in which injects without a round are set down."""

LONGEST = 600
"""Characters of words given with a choice."""

_MOMENTS: tuple[Moment, ...] = get_args(Moment)


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """Something that the facilitator can do with a row.

    Attributes:
        command: the act; where words are asked for, with those that stand.
        asks: whether words have to be given, or can be; or the whole of a ruling on a move, by a form.
        surely: what is asked before it is done, where it cannot be taken back; empty where it can.
    """

    words: Text
    command: Act
    asks: Literal["", "words", "words-or-none", "ruling"] = ""
    surely: Msgid = ""


@dataclass(frozen=True, slots=True)
class RatingRow:
    """One thing to rate: of one seat, or of all together.

    Attributes:
        proposed: what the record says of it; None where it says nothing.
        given: the facilitator's rating; None before there is one.
        choices: P, S, M and U in this order.
    """

    what: Rateable
    seat: SeatId
    proposed: Proposal | None
    given: Rating | None
    line: Line
    choices: tuple[SheetChoice, ...]

    @property
    def key(self) -> str:
        """Stable, such as `inject:fuel@DEL`."""
        return f"{self.what}@{self.seat}"

    def named(self, choice: SheetChoice) -> Text:
        """A choice with the seat that it rates, for where the two do not stand together."""
        whose = Text("{seat:state}", {"seat": self.seat}) if self.seat else ALL_TOGETHER
        return Text("{whose}: {rating}", {"whose": whose, "rating": choice.words})


@dataclass(frozen=True, slots=True)
class SheetRow:
    """An inject, or an objective, with all that can be done about it.

    Attributes:
        key: stable, `inject:ID` or `objective:ID`.
        standing: what has become of it; empty for an objective.
        title: in one line; lines: what there is to read under it.
        notes: what can be written about it.
        round: in which it came; 0 before that, and for an objective.
    """

    key: Rateable
    standing: Standing | Literal[""]
    title: Line
    lines: tuple[Line, ...]
    ratings: tuple[RatingRow, ...]
    choices: tuple[SheetChoice, ...]
    notes: tuple[SheetChoice, ...] = ()
    round: int = 0

    @property
    def page(self) -> Page:
        """It alone, to be read from above to below."""
        return Page(self.key, RUNNING_SHEET, tuple(_read((self,))))


@dataclass(frozen=True, slots=True)
class RunningSheet:
    """The whole sheet at one moment: injects that came in their order, then those still to come, then objectives.

    Attributes:
        notes: the facilitator's, oldest first.
        round: the one that is played; over: whether play is.
    """

    injects: tuple[SheetRow, ...]
    objectives: tuple[SheetRow, ...]
    notes: tuple[Line, ...]
    round: int = 0
    over: bool = False

    def proposing(self, injects: Collection[InjectId]) -> RunningSheet:
        """The same, on which it is proposed to leave these out: they stand first."""
        keys = {f"{INJECT}{inject}" for inject in injects}
        proposed = (row for row in self.injects if row.key in keys)
        first = (replace(row, title=replace(row.title, runs=(*row.title.runs, LEAVE_OUT))) for row in proposed)
        return replace(self, injects=(*first, *(row for row in self.injects if row.key not in keys)))

    @property
    def groups(self) -> tuple[SheetGroup, ...]:
        """Under their heads: this round's, those to come, those before; once play is over by rounds; objectives last.

        Empty ones are left out.
        """
        to_come, objectives = tuple(row for row in self.injects if not row.round), (OBJECTIVES, self.objectives)
        if self.over:
            rounds = (self._of(round_) for round_ in range(1, self.round + 1))
            groups = (*rounds, (NEVER_CAME, to_come), objectives)
        else:
            before = tuple(row for row in self.injects if 0 < row.round < self.round)
            groups = (self._of(self.round), (TO_COME, to_come), (BEFORE, before), objectives)
        return tuple(group for group in groups if group[1])

    def _of(self, round_: int) -> SheetGroup:
        """What came in a round."""
        return Text("Round {n}", {"n": round_}), tuple(row for row in self.injects if 0 < row.round == round_)

    @property
    def to_rate(self) -> RunningSheet:
        """What can be rated, and nothing else to do: for play that is over, or is not led from here."""

        def rated(rows: tuple[SheetRow, ...]) -> tuple[SheetRow, ...]:
            return tuple(replace(row, choices=(), notes=()) for row in rows if row.ratings)

        return RunningSheet(rated(self.injects), rated(self.objectives), (), self.round, self.over)

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """All of it in the order of reading."""
        return tuple(row for _, rows in self.groups for row in rows)

    @property
    def page(self) -> Page:
        """To be read from above to below; what can be done stands in the rows."""
        return Page("running-sheet", RUNNING_SHEET, tuple(self._parts()))

    def _parts(self) -> Iterator[Part]:
        for head, rows in self.groups:
            yield Heading(head)
            yield from _read(rows)
        if self.notes:
            yield Heading(NOTES)
        yield from self.notes


SheetGroup = tuple[Text, tuple[SheetRow, ...]]
"""Rows under their head."""
RUNNING_SHEET, OBJECTIVES = Text("Running sheet"), Text("What was to be learnt")
TO_COME, NEVER_CAME, BEFORE = Text("To come"), Text("Did not come"), Text("Came before")
LEAVE_OUT = run("  ▸ can be left out: this council is behind", "warning")
ALL_TOGETHER, NOTES = Text("All together"), Text("Your notes")


def _read(rows: tuple[SheetRow, ...]) -> Iterator[Line]:
    for row in rows:
        yield row.title
        yield from row.lines
        yield from (rating.line for rating in row.ratings)


def filled(command: Act, words: str) -> Act:
    """The command of a choice with the words that it asks for."""
    match command:
        case ChangeInject() | Rate() | NoteDown():
            return replace(command, words=words)
        case RuleMove():
            return replace(command, told=words)
    return command


def words_of(choice: SheetChoice) -> str:
    """The words that stand in it already."""
    match choice.command:
        case ChangeInject(words=words) | Rate(words=words) | NoteDown(words=words) | RuleMove(told=words):
            return words
    return ""


def note_choices(entry: int = 0) -> tuple[SheetChoice, ...]:
    """What can be written on an entry of the log, or with 0 on the whole: for oneself, or for all in the debrief."""
    return (
        SheetChoice(Text("Keep a note for yourself"), NoteDown("", entry), "words"),
        SheetChoice(Text("Write a comment for all in the debrief"), NoteDown("", entry, True), "words"),
    )


class SheetMaker:
    """Makes the sheet of one exercise, again and again; where nothing has happened since, it is the one made before."""

    def __init__(self, course: LiveCourse) -> None:
        self._course = course
        self._proposals: dict[Rateable, dict[SeatId, Proposal]] = {}
        self._read = -1
        self._sheet = RunningSheet((), (), ())

    def sheet(self) -> RunningSheet:
        """The sheet as it stands now."""
        self._course.read()
        if self._course.entries != self._read:
            self._read = self._course.entries
            self._proposals.clear()
            for proposal in proposed_ratings(self._course.sightings):
                self._proposals.setdefault(proposal.what, {})[proposal.seat] = proposal
            notes = tuple(map(_note, self._course.state.desk.notes))
            table = self._course.state.table
            rows = tuple(self._injects()), tuple(self._objectives())
            self._sheet = RunningSheet(*rows, notes, table.round, BEAT_OF[table.phase] == "none")
        return self._sheet

    # Rows -------------------------------------------------------------------------------------------------------------

    def _injects(self) -> Iterator[SheetRow]:
        injects = self._course.scenario.injects
        yield from (self._inject(injects[id_]) for id_ in self._course.came)
        waiting = (inject for inject in injects.values() if inject.id not in self._course.came)
        yield from map(self._inject, sorted(waiting, key=self._place))

    def _place(self, inject: Inject) -> tuple[int, int, str]:
        """Where an inject that has not come stands in the order of those to come."""
        drawn = self._course.state.script.home_rounds.get(inject.id)
        return drawn or inject.round or LAST, _MOMENTS.index(inject.at), inject.id

    def _inject(self, inject: Inject) -> SheetRow:
        standing, came = self._standing(inject.id), self._course.came.get(inject.id)
        lines = [*when_line(self._course, inject), *expected_lines(self._course, inject)]
        if standing == "sent":
            lines += seen_lines(self._course, inject, self._proposals.get(f"{INJECT}{inject.id}", {}))
        return SheetRow(
            f"{INJECT}{inject.id}",
            standing,
            title_line(self._course, inject, standing),
            tuple(lines),
            tuple(self._ratings(f"{INJECT}{inject.id}", self._asked(inject.id))) if standing == "sent" else (),
            tuple(self._choices(inject, standing)),
            note_choices(came.entry) if came is not None else (),
            0 if came is None else came.round,
        )

    def _standing(self, inject: InjectId) -> Standing:
        script = self._course.state.script
        if inject in self._course.came:
            return "sent"
        return "skipped" if inject in script.skipped else "held" if inject in script.held else "planned"

    def _asked(self, inject: InjectId) -> tuple[SeatId, ...]:
        """Whom an inject asked for an answer."""
        return tuple(seat for id_, seat in self._course.state.script.asked if id_ == inject)

    def _objectives(self) -> Iterator[SheetRow]:
        for objective in self._course.scenario.objectives:
            key = f"objective:{objective.id}"
            sighting = self._course.sightings.objectives[objective.id]
            waits = () if sighting.came else (line(run("the occasion for it has not come", "quiet")),)
            yield SheetRow(key, "", line(Run(objective.text, "strong")), waits, tuple(self._ratings(key, ())), ())

    # Ratings ----------------------------------------------------------------------------------------------------------

    def _ratings(self, what: Rateable, asked: tuple[SeatId, ...]) -> Iterator[RatingRow]:
        """All together first, then each seat that was asked, did something of it, or has a rating."""
        proposals, given = self._proposals.get(what, {}), self._course.state.desk.ratings
        yield self._rating(what, "", proposals.get(""), given.get((what, "")))
        for seat in self._course.scenario.members:
            proposal = proposals.get(seat)
            did = proposal is not None and bool(proposal.evidence)
            if did or seat in asked or (what, seat) in given:
                yield self._rating(what, seat, proposal, given.get((what, seat)))

    def _rating(self, what: Rateable, seat: SeatId, proposal: Proposal | None, given: Rating | None) -> RatingRow:
        words = given.words if given is not None else ""
        choices = tuple(
            SheetChoice(_rated_as(rating, name), Rate(what, seat, rating, words), "words-or-none")
            for rating, (_, _, name) in MET.items()
        )
        return RatingRow(what, seat, proposal, given, rating_line(seat, proposal, given), choices)

    # What can be done -------------------------------------------------------------------------------------------------

    def _choices(self, inject: Inject, standing: Standing) -> Iterator[SheetChoice]:
        table, script = self._course.state.table, self._course.state.script
        if standing == "sent" or BEAT_OF[table.phase] == "none":
            return
        yield SheetChoice(Text("Send it now"), SendInject(inject.id), surely="Send it now? It cannot be taken back.")
        if standing == "planned":
            yield SheetChoice(Text("Hold it"), HoldInject(inject.id))
        else:
            yield SheetChoice(Text("Let it go its way"), HoldInject(inject.id, False))
        words = script.changed.get(inject.id) or inject.text.in_language(self._course.scenario.languages[0])
        yield SheetChoice(Text("Reword it"), ChangeInject(inject.id, words), "words")
        if standing != "skipped":
            yield SheetChoice(Text("Skip it"), SkipInject(inject.id))


def _note(note: Note) -> Line:
    about = run("entry {n}, ", "quiet", n=note.entry) if note.entry else NOTHING
    for_all = run("  for all in the debrief", "fact") if note.shown else NOTHING
    return item(run("round {n}, ", "quiet", n=note.round), about, run("“{words}”", words=note.words), for_all)


_SEEN: Mapping[str, Msgid] = {
    "met": "seen as expected",
    "partly": "seen in part",
    "contrary": "the contrary was seen",
    "not": "not seen yet",
}


def _rated_as(rating: Fulfilment, name: Text) -> Text:
    return Text("{rating}: {name}", {"rating": rating, "name": name})


def rating_line(seat: SeatId, proposal: Proposal | None, given: Rating | None) -> Line:
    """Whose it is, the rating given or proposed, and what it follows from."""
    whose = run("{seat:state}", "strong", seat=seat) if seat else Run(ALL_TOGETHER, "strong")
    runs = [whose, run("  ")]
    if given is not None:
        sign, tone, name = MET[given.rating]
        runs.append(Run(Text("{rating}: {name}", {"rating": given.rating, "name": name}), tone, sign))
        if given.words:
            runs.append(run(" “{words}”", "aside", words=given.words))
    elif proposal is not None and proposal.rating is not None:
        sign, tone, name = MET[proposal.rating]
        runs.append(Run(Text("proposed {rating}: {name}", {"rating": proposal.rating, "name": name}), tone, sign))
    else:
        runs.append(run("no rating yet", "quiet"))
    if proposal is not None:
        runs.append(Run(Text("  {seen}", {"seen": Text(_SEEN[proposal.seen])}), "quiet"))
        if proposal.by_policy:
            runs.append(run(", by policies: that counts for nobody", "quiet"))
    return line(*runs)

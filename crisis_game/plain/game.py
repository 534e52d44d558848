"""A whole game in lines: alone, or several people at one keyboard."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import groupby

from crisis_game.engine.act import Act, Offer, Refusal
from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.acts.texts import Cosponsor, Pledge, TableText
from crisis_game.engine.acts.turns import Listen, SetReady
from crisis_game.engine.event import Event
from crisis_game.engine.events.ballots import BallotCounted
from crisis_game.engine.events.script import ClaimGraded, IncidentHappened, LetterCame
from crisis_game.engine.events.texts import TextLapsed, TextsPut
from crisis_game.engine.events.turns import PhaseEntered
from crisis_game.engine.events.world import AccountOpened, EndingReached, GaugeMoved, RoundIncome
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.view import OwnAccount, View
from crisis_game.exercise.notes import Notes
from crisis_game.exercise.people import Door, people_of
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.sitting import OBSERVER, Host, Sitting
from crisis_game.exercise.turn_clock import pace_of
from crisis_game.pages.choices import FIRST, GROUPS
from crisis_game.pages.names import wording_for
from crisis_game.pages.parts import Line
from crisis_game.pages.play.answer import answer_aloud
from crisis_game.pages.play.before_sealing import still_to_say
from crisis_game.pages.play.due import help_to_answer
from crisis_game.pages.play.letters import Said
from crisis_game.pages.play.orders import orders_aloud
from crisis_game.pages.play.round_answer import answer_events, last_answered
from crisis_game.pages.play.situation_due import due_lines
from crisis_game.pages.play.situation_page import happened, situation_aloud
from crisis_game.pages.play.table import first_marked, table_now
from crisis_game.pages.play.table_moves import NextMove
from crisis_game.pages.play.table_waves import beside_waves, waves_begun
from crisis_game.pages.roll_call import roll_call_page, uncalled
from crisis_game.plain import lookup, view_lines
from crisis_game.plain.console import BACK, Console, EndOfInputError, TurnOverError
from crisis_game.plain.counsel import take_steps
from crisis_game.plain.form import fill
from crisis_game.plain.page_lines import say_page, say_parts
from crisis_game.plain.people import lift_curtain
from crisis_game.plain.public import Public
from crisis_game.plain.turn_clock import LinesTime, host_time
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.seat_dossier import Dossier, dossier
from crisis_game.texts import Prose, Text, Wording

TOLD_BY_PAGES = (
    BallotCounted, EndingReached, PhaseEntered, AccountOpened, RoundIncome, GaugeMoved, IncidentHappened, LetterCame,
    TextsPut,
)  # fmt: skip
"""Events that a page, a heading or a letter tells: nothing is said twice unasked."""

AT_TABLE = (TableText, Cosponsor, Pledge)
"""Acts of TABLE that stand one step away, beside what the wishes of others suggest."""


def run(
    sitting: Sitting,
    language: str = "en",
    console: Console | None = None,
    now: Callable[[], float] = time.monotonic,
) -> int:
    """Play to the end, or until there are no more answers; everything accepted is saved. The exit code."""
    console = console or Console(Wording(language))
    try:
        _Game(sitting, console, language, now).play()
    except EndOfInputError:
        console.line(Text("The game is left here; it is saved, and goes on where it stands."))
    except SaveError as fault:
        console.line(str(fault))
        return 1
    return 0


class _Game:
    """One sitting, played in lines until its debrief has been read."""

    def __init__(self, sitting: Sitting, console: Console, language: str, now: Callable[[], float]) -> None:
        self._sitting = sitting
        self._console = console
        self._language = language
        self._read: dict[SeatId, int] = {}
        self._heard: dict[SeatId, int] = {}
        self._answered: dict[SeatId, int] = {}
        self._called: dict[SeatId, set[str]] = {}
        self._hinted: dict[tuple[SeatId, int, str], int] = {}
        self._last: SeatId | None = None
        self._asked: tuple[SeatId, int, str] | None = None
        self._accounts: dict[SeatId, OwnAccount | None] = {}
        self._due: dict[SeatId, tuple[Line, ...]] = {}
        self._said: dict[SeatId, set[Said]] = {}
        self._known: dict[tuple[SeatId, str], str] = {}
        self._reminded: tuple[SeatId, Text | None] | None = None
        self._waited_for: Text | None = None
        self._asking: dict[SeatId, tuple[SeatId, ...]] = {}
        self._people, self._people_fault = people_of(sitting)
        self._door = Door()
        self._notes = Notes(sitting)
        pace, self._pace_fault = pace_of(sitting)
        self._time = LinesTime(sitting, pace, now) if pace else None

    def play(self) -> None:
        """Turn by turn, until play is over; then the debrief."""
        if not self._sitting.persons:
            self._console.line(Text("All seats are held by policies; nobody is asked anything."))
        for fault in (self._notes.fault, self._people_fault, self._pace_fault):
            if fault is not None:
                self._console.line(fault)
        while not self._sitting.finished:
            waiting, host = self._sitting.waiting(), self._sitting.host
            if host is None or (waiting and not host.gone):
                self._turn(self._people.first(waiting) or waiting[0])
            else:
                self._wait(host)
        self._end()

    def _wait(self, host: Host) -> None:
        """Wait for people elsewhere: it is said once for whom, or why nothing comes."""
        seat = self._sitting.persons[0]
        self._learn_names(seat, self._dossier(seat))
        others = tuple(other for other in self._sitting.view(seat).table.waiting_for if other != seat)
        said = host.away or Text("Waiting for {seats:state}.", {"seats": others})
        if said != self._waited_for:
            self._console.line(said)
        self._waited_for = said
        if host.gone:
            raise EndOfInputError
        host.wait()

    def _turn(self, seat: SeatId) -> None:
        """One person's part of a beat, until they are ready or the beat has closed."""
        sheet = self._sit_down(seat)
        here = self._place(seat)
        self._news(seat)
        with self._timed(seat):
            while not self._sitting.finished and self._place(seat) == here and seat in self._sitting.waiting():
                if not self._act(seat, sheet):
                    return

    @contextmanager
    def _timed(self, seat: SeatId) -> Iterator[None]:
        """Where there is a clock, it runs for this seat; what is asked when it has run out is asked no more."""
        if self._time is None:
            yield
            return
        self._time.sit(seat)
        self._console.time = self._time
        try:
            yield
        except TurnOverError:
            self._console.line(Text("Time is over. What was left open gets its default."))
        finally:
            self._console.time = None
            self._time.sit(None)

    def _dossier(self, seat: SeatId) -> Dossier:
        return dossier(self._sitting.scenario(seat), seat)

    def _place(self, seat: SeatId) -> tuple[int, str]:
        seen = self._sitting.seen(seat)
        return seen.round, seen.phase

    def _sit_down(self, seat: SeatId) -> Dossier:
        """Where several people share the keyboard, a curtain falls before another sits down."""
        sheet = self._dossier(seat)
        self._learn_names(seat, sheet)
        if self._last != seat:
            self._curtain(seat)
        if seat not in self._read:
            lookup.first_brief(self._console, self._sitting.view(seat), sheet)
            self._read[seat] = 0
        self._last = seat
        return sheet

    def _curtain(self, seat: SeatId) -> None:
        person = self._people.of(seat)
        if len(self._sitting.persons) > 1 or person.pin:
            lift_curtain(self._console, person, self._door)

    def _news(self, seat: SeatId) -> None:
        """What is new since this seat last looked: the log first, then its letters, then where things stand."""
        view = self._sitting.view(seat)
        self._hear(seat, Text("What happened"))
        view_lines.heading(self._console, view, self._accounts.get(seat), several=len(self._sitting.persons) > 1)
        self._accounts[seat] = view.account
        self._letters(seat, view)
        if view.table.beat == "situation":
            say_page(self._console, situation_aloud(self._sitting, seat, self._due.get(seat, ())))
            self._due[seat] = due_lines(view)
        elif view.table.beat == "orders":
            say_page(self._console, orders_aloud(view))
            self._reminded = (seat, still_to_say(self._sitting.seen(seat)))
        else:
            view_lines.table(self._console, view)

    def _letters(self, seat: SeatId, view: View) -> None:
        """New letters in full, but for news that the page of SITUATION tells in short."""
        told = {entry.letter for entry in happened(self._sitting, seat)} if view.table.beat == "situation" else set()
        new = [letter for letter in view.mail[self._read[seat] :] if letter.id not in told]
        self._read[seat] = len(view.mail)
        if new:
            self._console.heading(Text("New letters: {count}", {"count": len(new)}))
            said = self._said.setdefault(seat, set())
            view_lines.new_letters(self._console, new, said)
            said.update((letter.sender, letter.words) for letter in new if letter.channel == "statement")

    def _learn_names(self, seat: SeatId, sheet: Dossier) -> None:
        """Take the names that a seat may know by now."""
        self._console.wording = wording_for(self._sitting.seen(seat), sheet, self._language)

    def _guide(self, seat: SeatId, sheet: Dossier) -> None:
        """The next hint of this beat, one before each choice."""
        seen = self._sitting.seen(seat)
        here = (seat, seen.round, seen.beat)
        hints = [hint for hint in sheet.guidance if (hint.round, hint.beat) == here[1:]]
        shown = self._hinted.get(here, 0)
        if sheet.lesson.guided and shown < len(hints):
            self._hinted[here] = shown + 1
            self._console.line()
            self._console.line(hints[shown].lines or hints[shown].text)

    def _act(self, seat: SeatId, sheet: Dossier) -> bool:
        """One choice of the main menu; False when the seat is ready."""
        self._meanwhile(seat)
        self._guide(seat, sheet)
        if (left := host_time(self._sitting.host)) is not None:
            self._console.line(left)
        seen = self._sitting.seen(seat)
        missing = still_to_say(seen)
        if missing is not None and (seat, missing) != self._reminded:
            self._console.line(missing)
        self._reminded = (seat, missing)
        asking = help_to_answer(seen)
        if asking and asking != self._asking.get(seat):
            self._console.line(Text("Asked for help, and waiting for your answer: {seats:state}.", {"seats": asking}))
        self._asking[seat] = asking
        offers = {offer.act: offer for offer in self._sitting.offers(seat)}
        deeds = list(self._deeds(seat, offers))
        deeds.append((Text("Everything else"), partial(self._menu, seat, offers)))
        deeds.append((Text("Look something up"), partial(self._look_up, seat, sheet)))
        rows = [name for name, _ in deeds]
        place = self._console.choose(self._question(seat), [*rows, Text("Ready")])
        if place == len(deeds):
            self._submit(seat, SetReady())
            return False
        self._meanwhile(seat)
        deeds[place or 0][1]()
        self._letters(seat, self._sitting.view(seat))
        return True

    def _question(self, seat: SeatId) -> Text | Prose:
        """What the beat is about when it begins; then in two words."""
        view, here = self._sitting.view(seat), (seat, *self._place(seat))
        asked, self._asked = self._asked, here
        return Text("What next?") if asked == here else view.table.question

    def _deeds(self, seat: SeatId, offers: dict[type[Act], Offer]) -> Iterator[tuple[Text, Callable[[], None]]]:
        """What the beat is about; at TABLE to listen and to take a stand, all else one step away."""
        first = [offers[act] for act in FIRST.get(self._sitting.seen(seat).beat, ()) if act in offers]
        moves = self._moves(seat)
        listen = next((move for move in moves if move.act is Listen), None)
        if listen is not None:
            yield listen.aloud, partial(self._submit, seat, Listen())
        for offer in first:
            if offer.act not in AT_TABLE:
                yield offer.act.name, partial(self._do, seat, offer.act)
        others = [offer for offer in first if offer.act in AT_TABLE]
        if others:
            moves = [move for move in moves if move is not listen]
            yield Text("Make a move of ours"), partial(self._make_move, seat, moves, others)

    def _moves(self, seat: SeatId) -> list[NextMove]:
        """The next moves of TABLE that need no further answer; others stand among the acts."""
        view = self._sitting.view(seat)
        if view.table.beat != "table":
            return []
        return [move for move in table_now(view, first_marked(view)).moves if move.whole]

    def _make_move(self, seat: SeatId, moves: list[NextMove], others: list[Offer]) -> None:
        """A move of one's own: one that somebody's wish suggests, or one that is still to be filled in."""
        rows = [*(move.aloud for move in moves), *(offer.act.name for offer in others)]
        place = self._console.choose(Text("Which move?"), rows, BACK)
        if place is None:
            return
        if place < len(moves):
            self._submit(seat, moves[place].command())
        else:
            self._do(seat, others[place - len(moves)].act)

    def _look_up(self, seat: SeatId, sheet: Dossier) -> None:
        heard = tuple(event for step in self._sitting.own_log(seat) for event in step.events)
        view, public = self._sitting.view(seat), Public.of(self._sitting)
        lookup.menu(self._console, lookup.Shown(view, sheet, heard, public, self._notes))

    def _menu(self, seat: SeatId, offers: dict[type[Act], Offer]) -> None:
        """All offers, by the groups of their acts."""
        listed = [offer for group in GROUPS for offer in offers.values() if offer.act.group == group]
        by_group = groupby(listed, key=lambda offer: offer.act.group)
        groups = [(Text(GROUPS[group]), [offer.act.name for offer in some]) for group, some in by_group]
        place = self._console.choose_in(Text("Of which kind?"), groups, BACK)
        if place is not None:
            self._do(seat, listed[place].act)

    def _do(self, seat: SeatId, act: type[Act]) -> None:
        """Fill in an act as it can be done by now; others may have moved since it was read out."""
        offer = next((offer for offer in self._sitting.offers(seat) if offer.act is act), None)
        if offer is None:
            self._console.line(Text("That is not possible any more."))
            return
        command = fill(self._console, offer)
        if command is None:
            return
        self._submit(seat, command)
        if isinstance(command, AskCounsel):
            self._letters(seat, self._sitting.view(seat))
            take_steps(self._console, self._sitting, seat, partial(self._submit, seat))

    def _submit(self, seat: SeatId, command: Act) -> None:
        """Submit a command and say what came of it."""
        self._meanwhile(seat)
        answer = self._sitting.submit(seat, command)
        if isinstance(answer, Refusal):
            self._console.line(Text("Not possible: {because}", {"because": answer.because}))
            if answer.instead:
                names = tuple(act.name for act in answer.instead)
                self._console.line(Text("Possible instead: {names}.", {"names": names}))
            return
        self._learn_names(seat, self._dossier(seat))
        self._hear(seat)

    def _meanwhile(self, seat: SeatId) -> None:
        """What others did while this seat read and thought; where all sit at one keyboard that is nothing."""
        if len(self._sitting.own_log(seat)) > self._heard.get(seat, 0):
            self._learn_names(seat, self._dossier(seat))
            self._hear(seat, Text("Meanwhile"))

    def _hear(self, seat: SeatId, heading: Text | None = None) -> None:
        """What this seat has not been told of its log yet; what belongs to the answer of a round, as its pages."""
        log, round_ = self._sitting.own_log(seat), last_answered(self._sitting, seat)
        heard = log[self._heard.get(seat, 0) :]
        before, after = beside_waves(heard)
        self._heard[seat] = len(log)
        answered = list(answer_events(log, round_)) if round_ > self._answered.get(seat, 0) else []
        self._read_votes(seat)
        self._tell(seat, (event for event in before if event not in answered), heading)
        waves = waves_begun(self._sitting.seen(seat), (event for step in heard for event in step.events))
        if waves:
            say_parts(self._console, waves)
            self._console.line()
        self._tell(seat, (event for event in after if event not in answered), None)
        if answered:
            self._answered[seat] = round_
            say_page(self._console, answer_aloud(self._sitting, seat, round_))

    def _is_new(self, seat: SeatId, event: Event) -> bool:
        """Whether it is told by no page and was not before: of claims SITUATION has all, of texts not put ORDERS."""
        if isinstance(event, TextLapsed):
            return event.why.code != Code.NOT_PUT
        if not isinstance(event, ClaimGraded):
            return True
        before, self._known[seat, event.claim] = self._known.get((seat, event.claim)), event.grade
        return before != event.grade and self._sitting.seen(seat).beat != "situation"

    def _tell(self, seat: SeatId, events: Iterable[Event], heading: Text | None) -> None:
        """What some events tell, but for what pages of their own tell."""
        told = (event.tell() for event in events if not isinstance(event, TOLD_BY_PAGES) and self._is_new(seat, event))
        words = [sentence for sentence in told if sentence is not None]
        if words and heading is not None:
            self._console.heading(heading)
        for sentence in words:
            self._console.line(sentence)

    def _read_votes(self, seat: SeatId) -> None:
        """The roll call of each text that was counted since this seat last heard one."""
        view, called = self._sitting.view(seat), self._called.setdefault(seat, set())
        for text in uncalled(view.seen, called):
            called.add(text)
            say_page(self._console, roll_call_page(view, text))
            self._console.line()

    def _end(self) -> None:
        from crisis_game.plain.debrief import read_out

        sheet = self._dossier(self._last or OBSERVER)
        for hint in sheet.guidance if sheet.lesson.guided else ():
            if hint.beat == "answer":
                self._console.line(hint.lines or hint.text)
        if self._sitting.receipt is not None:
            self._console.line(Text("Receipt code of this game: {code}", {"code": self._sitting.receipt}))
        read_out(self._console, self._sitting, self._language, self._notes, self._curtain)

"""The host's own screen: who is here, what is waited for, the clock, the door; one key for each thing to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content

from crisis_game.engine.act import Refusal
from crisis_game.exercise.knocks import NotLetInError
from crisis_game.exercise.lesson_actions import HandBack, HandToPolicy, HostAction, RunClock, StopClock, apply
from crisis_game.exercise.nudges import LONGEST
from crisis_game.exercise.people import LONGEST_NAME
from crisis_game.exercise.save_file import SaveError
from crisis_game.exercise.sitting import PERSON
from crisis_game.pages.council_desk import desks
from crisis_game.pages.desk_tabs import DeskTab, TabPage, desk_tabs
from crisis_game.pages.entrance import way_in
from crisis_game.pages.host import (
    AT_THE_DOOR,
    COLUMNS,
    COUNCILS,
    LATELY,
    SEATS,
    HostPage,
    HostRow,
    host_page,
    host_wording,
)
from crisis_game.pages.host_choices import NUDGES, HostChoice, filled, places
from crisis_game.texts import Msgid, Prose, Text, Value
from crisis_game.tui import dialogues, navigation
from crisis_game.tui.keys import bindings, spoken_of
from crisis_game.tui.rendering import begun, content, said
from crisis_game.tui.screens.base import Page
from crisis_game.tui.screens.way_in import qr_drawn
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.words import put
from crisis_game.tui.wording import say

if TYPE_CHECKING:
    from crisis_game.exercise.lesson import Lesson
    from crisis_game.pages.entrance import Entrance
    from crisis_game.scenario.ids import SeatId

OTHER_WORDS = "other"

ROOM_FOR_BOTH = 116
"""Columns from which rows of play and the way in stand side by side."""


class HostScreen(Page[None]):
    """The waiting room before play, and the facilitator's desk in it.

    Args:
        lesson: what is hosted.
        entrance: how it is reached.
        play: opens the game of a person, by key, at this keyboard.
    """

    HEADING = "The host's screen"
    ABOUT = (
        "Each seat has a row: its people, how long nothing was heard of them, what it has still to do. Of several "
        "councils each has a row too, and the seats are those of the one that was marked last. Enter shows all "
        "that can be done about the marked row; {row_nudge} writes to somebody, {hand} hands a seat to a policy or "
        "back, {play} plays it at this keyboard. {clock} stops the clock for all, {all_add_minute} gives a minute, "
        "{all_close_beat} closes the beat. {way_in} shows the code for all in the room, and where "
        "the projector's page is. Nothing else of this screen is "
        "for other eyes. {own_desk} shows where your desk is in a browser, for a tablet in your hand."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("host")

    def __init__(self, lesson: Lesson, entrance: Entrance, play: Callable[[str], None]) -> None:
        super().__init__()
        self._lesson, self._entrance, self._play = lesson, entrance, play
        self._desks, self._council = desks(lesson), lesson.councils[0]
        self._shown: HostPage | None = None
        self._keys: tuple[str, ...] = ()
        self._unlisten: Callable[[], None] | None = None

    def say(self, words: Text | Prose | Msgid, **values: Value) -> str:
        """Words with the names that the facilitator knows."""
        return say(host_wording(self._council), words, **values)

    def compose_body(self) -> ComposeResult:
        """Where it stands; the rows, and the way in; what happened last."""
        with Horizontal(id="host-head"):
            yield Static(id="host-title")
            yield Static(id="host-where")
        yield Static(id="host-waits")
        yield Static(id="host-tabs")
        with Horizontal(id="host-columns"):
            several = len(self._lesson.councils) > 1
            head, note = (COUNCILS, Text("")) if several else (SEATS, COLUMNS)
            with Pane(self.say(head), self.say(note), id="host-seats"):
                yield OptionList(id="host-rows")
            with Pane(self.say("The way in"), id="host-door"):
                yield Static(id="host-way-in")
        with Pane(self.say(LATELY), id="host-lately"):
            yield Static(id="host-last")

    def on_mount(self) -> None:
        """Show how it stands, each second and whenever something happens."""
        self.query_one("#host-way-in", Static).update(self._way_in())
        self.query_one(OptionList).focus()
        self.set_interval(1.0, self.draw)
        self._unlisten = self._lesson.listen(self._moved)
        self.draw()

    def on_unmount(self) -> None:
        """Nobody listens any more."""
        if self._unlisten is not None:
            self._unlisten()

    def _moved(self) -> None:
        self.call_later(self.draw)

    def on_screen_resume(self) -> None:
        """What lay over it is gone."""
        self.draw()

    # Showing ----------------------------------------------------------------------------------------------------------

    @property
    def page(self) -> HostPage:
        """As it stands."""
        return host_page(self._lesson, self._desks, self._council.name)

    def draw(self) -> None:
        """Put how it stands on the screen, where that is seen."""
        if not self.is_current:
            return
        page, wording = self.page, host_wording(self._council)
        self._shown = page
        self.set_class(self._begun and self.app.size.width < ROOM_FOR_BOTH, "-rows-alone")
        title = Content.assemble(
            (f" {self.say('HOST')} ", "bold $background on $primary"),
            f"  {self.say(page.title)} · {self.say(page.people)}",
        )
        put(self.query_one("#host-title", Static), title)
        where = Content.assemble((self.say(page.where), "bold"), "  ", said(page.clock, wording))
        put(self.query_one("#host-where", Static), where)
        leads = [begun(page.leads, wording)] if page.leads is not None else []
        lesson = [Content("").join(said(told, wording) for told in page.lesson)] if page.lesson else []
        put(self.query_one("#host-waits", Static), Content("\n").join([said(page.waits, wording), *lesson, *leads]))
        put(self.query_one("#host-tabs", Static), Content("  ").join(map(self._tab, page.tabs)))
        self.query_one("#host-tabs").display = bool(page.tabs)
        put(self.query_one("#host-last", Static), Content("\n").join(begun(row, wording) for row in page.last))
        self.query_one("#host-lately").display = bool(page.last)
        self._draw_rows(page)
        self.refresh_bindings()

    def _tab(self, tab: DeskTab) -> Content:
        """A page of the marked council, with its key before it."""
        key = spoken_of(f"desk('{tab.page}')", "host")
        return Content.assemble(
            (f"{key} ", "$primary"), (self.say(tab.words), "bold" if tab.waits else "$foreground-muted")
        )

    def _draw_rows(self, page: HostPage) -> None:
        """The rows: in their places where they are the same, else anew with the same one marked."""
        rows = self.query_one(OptionList)
        keys = (page.marked, *(row.key for row in page.rows))
        if keys == self._keys:
            for row in page.rows:
                rows.replace_option_prompt(row.key, self._prompt(row))
            return
        marked = self._marked()
        self._keys = keys
        rows.clear_options()
        door = [HeadRow(self.say(AT_THE_DOOR))] if page.knocks else []
        rows.add_options([*door, *(Option(self._prompt(row), id=row.key) for row in page.knocks)])
        if page.councils:
            rows.add_options([Option(self._prompt(row), id=row.key) for row in page.councils])
            rows.add_options([HeadRow(self.say(page.seats_head))])
        rows.add_options([Option(self._prompt(row), id=row.key) for row in page.seats])
        wanted = marked.key if marked is not None and marked.key in keys else (page.councils or page.seats)[0].key
        rows.highlighted = rows.get_option_index(wanted)

    def _prompt(self, row: HostRow) -> Content:
        """A row as it stands in the list."""
        wording = host_wording(self._council)
        more = (Content.assemble("   ", content(told, wording)) for told in row.more)
        return Content("\n").join([content(row.line, wording), *more])

    def on_option_list_option_highlighted(self) -> None:
        """The seats below are those of the council that was marked last."""
        row = self._marked()
        if row is not None and row.council and row.council != self._council.name:
            self._council = self._lesson.council(row.council)
            self.draw()

    def _way_in(self) -> Content:
        wording = host_wording(self._council)
        lines = [begun(row, wording) for row in way_in(self._entrance)]
        return Content("\n").join([*lines, Content(""), qr_drawn(self._entrance.qr)])

    def _marked(self) -> HostRow | None:
        rows = self.query_one(OptionList)
        option = rows.get_option_at_index(rows.highlighted) if rows.highlighted is not None else None
        shown = self._shown.rows if self._shown is not None else ()
        return next((row for row in shown if option is not None and row.key == option.id), None)

    # Keys -------------------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key is shown for what cannot be done now."""
        if not super().check_action(action, parameters):
            return False
        match action, parameters:
            case "all", (kind,):
                return bool(self._for_all(_kind(str(kind))))
            case "clock", _:
                return bool(self._for_all(StopClock.kind, RunClock.kind))
            case "row", ("let_in" | "turn_away" as kind,):
                return bool(self._knocking(kind))
            case "hand" | "play", _:
                return self._council.session is not None
            case "desk", (page,):
                return any(tab.page == page for tab in desk_tabs(self._council))
        return True

    @property
    def _begun(self) -> bool:
        return any(council.session is not None for council in self._lesson.councils)

    def action_nothing(self) -> None:
        """There is nothing behind the host's screen."""

    def action_way_in(self) -> None:
        """Show code and address to all in the room."""
        navigation.way_in(self.stage, self._entrance)

    def action_own_desk(self) -> None:
        """Show where one's own desk is in a browser."""
        navigation.own_desk(self.stage, self._entrance)

    def action_desk(self, page: TabPage) -> None:
        """A page of the desk of the marked council."""
        navigation.desk_page(self.stage, page, self._desks[self._council.name], self._is_done)

    def action_all(self, action: str) -> None:
        """Do something with the whole exercise."""
        self._choose(self._for_all(_kind(action)))

    def action_clock(self) -> None:
        """Stop the clock, or let it run."""
        self._choose(self._for_all(StopClock.kind, RunClock.kind))

    def action_row(self, action: str) -> None:
        """Do something about the marked row; who knocks need not be marked."""
        at_the_door = self._knocking(action)
        self._choose(at_the_door or [choice for choice in self._of_marked() if choice.action.kind == _kind(action)])

    def action_hand(self) -> None:
        """Hand the marked seat to a policy, or back."""
        self._choose([choice for choice in self._of_marked() if isinstance(choice.action, HandToPolicy | HandBack)])

    def action_choices(self) -> None:
        """All that can be done about the marked row."""
        self._choose(self._of_marked(), always_ask=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The same by Enter or a click."""
        event.stop()
        self.action_choices()

    def action_play(self) -> None:
        """Play the marked seat here: as its head, or as somebody new where it has nobody."""
        row = self._marked()
        if row is None or not row.seat:
            return
        head = self._council.head(row.seat)
        if head is not None:
            self._play_as(head.key, row.seat)
            return
        question = self.say("Who plays {seat:state} at this keyboard?", seat=row.seat)
        dialogues.sentence(self.stage, question, LONGEST_NAME, lambda name: self._come_in(name, row.seat))

    # Doing ------------------------------------------------------------------------------------------------------------

    def _for_all(self, *kinds: str) -> list[HostChoice]:
        choices = self._shown.for_all if self._shown is not None else ()
        return [choice for choice in choices if choice.action.kind in kinds]

    def _knocking(self, action: str) -> list[HostChoice]:
        knocks = self._shown.knocks if self._shown is not None else ()
        return [choice for row in knocks for choice in row.choices if choice.action.kind == _kind(action)]

    def _of_marked(self) -> tuple[HostChoice, ...]:
        row = self._marked()
        return row.choices if row is not None else ()

    def _choose(self, choices: Sequence[HostChoice], *, always_ask: bool = False) -> None:
        """Do the one thing there is; of several ask which."""
        if not choices:
            self.notify(self.say("There is nothing of that kind to do here now."))
        elif len(choices) == 1 and not always_ask:
            self._take(choices[0])
        else:
            rows = [(str(place), self.say(choice.words)) for place, choice in enumerate(choices)]

            def take(place: str | None) -> None:
                if place is not None:
                    self._take(choices[int(place)])

            dialogues.choose(self.stage, self.say("What shall be done?"), {"": rows}, "", take)

    def _take(self, choice: HostChoice) -> None:
        """Ask for what is still to be given, or whether it is meant; then do it."""
        if choice.asks == "seat":
            seats = [(value, self.say(words)) for value, words in places(self._lesson)]
            dialogues.choose(self.stage, self.say(choice.words), {"": seats}, "", lambda seat: self._give(choice, seat))
        elif choice.asks == "words":
            sentences = [(self.say(words), self.say(words)) for words in NUDGES]
            other = (OTHER_WORDS, self.say("Other words"))
            dialogues.choose(
                self.stage,
                self.say(choice.words),
                {"": [*sentences, other]},
                "",
                lambda words: self._write(choice, words),
            )
        elif choice.surely:
            yes, no = self.say(choice.words), self.say("Not now")
            dialogues.confirm(self.stage, self.say(choice.surely), yes, no, lambda: self._do(choice.action))
        else:
            self._do(choice.action)

    def _write(self, choice: HostChoice, words: str | None) -> None:
        if words == OTHER_WORDS:
            dialogues.sentence(self.stage, self.say(choice.words), LONGEST, lambda written: self._give(choice, written))
        else:
            self._give(choice, words)

    def _give(self, choice: HostChoice, value: str | None) -> None:
        if value is not None:
            self._do(filled(choice.action, value))

    def _do(self, action: HostAction) -> None:
        """Do it, and say why not where it is refused."""
        self._is_done(action)

    def _is_done(self, action: HostAction) -> bool:
        try:
            answer = apply(self._lesson, action)
        except SaveError as fault:
            dialogues.notice(self.stage, str(fault))
            return False
        if isinstance(answer, Refusal):
            self.notify(self.say(answer.because), severity="warning")
            return False
        if answer.token:
            link = f"{self._entrance.address}/s/{answer.token}"
            dialogues.notice(self.stage, self.say("This link is told this once: {link}", link=link))
        self.draw()
        return True

    def _come_in(self, name: str | None, seat: SeatId) -> None:
        if name is None:
            return
        try:
            attendee = self._lesson.who(self._lesson.join(name, seat, council=self._council.name))
        except NotLetInError as fault:
            self.notify(self.say(fault.because), severity="warning")
            return
        if attendee is None:
            self.notify(self.say("Somebody of that name is in already."), severity="warning")
        else:
            self._play_as(attendee.key, seat)

    def _play_as(self, key: str, seat: SeatId) -> None:
        session, back = self._council.session, HandBack(seat, self._council.name)
        if session is not None and session.holders[seat] != PERSON and not self._is_done(back):
            return
        self._play(key)


def _kind(action: str) -> str:
    """The kind of a host's action, as the table of keys names it."""
    return action.replace("_", "-")

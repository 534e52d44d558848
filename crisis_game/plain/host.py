"""A lesson hosted in lines: what happens is told as it comes, and what can be done is chosen by numbers meanwhile.

Where no person types (a pipe, a service) nothing is asked: it tells, and runs until it is interrupted.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine, Sequence
from contextlib import suppress
from threading import Thread
from typing import Any

from crisis_game.engine.act import Act, Chosen, Refusal
from crisis_game.engine.acts.facilitator import Improvise, OverruleFinding
from crisis_game.engine.acts.free_moves import RuleMove
from crisis_game.engine.acts.hands import RecordVote
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import HostAction, Steer, apply
from crisis_game.exercise.nudges import LONGEST
from crisis_game.exercise.save_file import SaveError
from crisis_game.pages.council_desk import desks
from crisis_game.pages.desk_tabs import DeskTab
from crisis_game.pages.entrance import Entrance, entrance_page
from crisis_game.pages.host import HostPage, HostRow, host_page, host_wording
from crisis_game.pages.host_choices import NUDGES, HostChoice, filled, places
from crisis_game.pages.host_news import HostNews
from crisis_game.pages.running_sheet import LONGEST as LONGEST_WORDS
from crisis_game.pages.running_sheet import SheetChoice
from crisis_game.pages.running_sheet import filled as filled_sheet
from crisis_game.plain.console import BACK, MOST_IN_VIEW, Answers, Console, EndOfInputError, Option
from crisis_game.plain.form import fill
from crisis_game.plain.in_turn import InTurn
from crisis_game.plain.page_lines import say_page, words_of
from crisis_game.texts import Text

Serve = Callable[[], Coroutine[Any, Any, None]]
"""Makes what serves the lesson to the network, and lets its clock go."""

STANDS, FOR_ALL, COUNCILS, DESK, WAY_IN, STOP = (
    Text("How it stands"),
    Text("For all: clock, beat, end"),
    Text("A council"),
    Text("The desk: sheet, moves, hands, news, rulings"),
    Text("The way in"),
    Text("Stop hosting"),
)
DOOR, SEATS = Text("At the door: {n}"), Text("A seat")
DESK_WAITS = Text("The desk: sheet, moves, hands, news, rulings; {n} wait for you")
OTHER_WORDS = Text("Other words")


def run(lesson: Lesson, entrance: Entrance, serve: Serve, reading: Answers | None = None) -> int:
    """Host in lines until it is stopped or interrupted; the exit code. Raises what went wrong while serving."""
    console = Console(host_wording(lesson.councils[0]), reading)
    with suppress(KeyboardInterrupt):
        asyncio.run(HostLines(lesson, entrance, console, reading or sys.stdin).run(serve))
    return 0


class HostLines:
    """One lesson, told and steered in lines.

    Args:
        lesson: what is hosted.
        entrance: how it is reached.
        console: says it.
        reading: where answers come from; read in a thread of its own, so that nothing waits for who types.
    """

    def __init__(self, lesson: Lesson, entrance: Entrance, console: Console, reading: Answers) -> None:
        self._lesson, self._entrance, self._console, self._reading = lesson, entrance, console, reading
        self._desks, self._news = desks(lesson), HostNews(lesson)
        self._marked = lesson.councils[0]
        self._answers: asyncio.Queue[str] = asyncio.Queue()

    async def run(self, serve: Serve) -> None:
        """Serve, tell, and ask; ends when it is stopped, or when serving ends."""
        say_page(self._console, entrance_page(self._entrance))
        for row in self._entrance.qr:
            self._console.picture(row)
        unlisten = self._lesson.listen(self._tell)
        tasks = [asyncio.ensure_future(serve())]
        if self._reading.isatty():
            self._read_on()
            tasks.append(asyncio.ensure_future(self.steer()))
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            unlisten()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def steer(self) -> None:
        """Ask what to do, until it is to stop. Where no more answers come, nothing is asked any more."""
        with suppress(EndOfInputError):
            while await self._step():
                pass
            return
        self._console.line(Text("No more answers come; it is hosted until it is interrupted."))
        await asyncio.Event().wait()

    # Asking -----------------------------------------------------------------------------------------------------------

    async def _step(self) -> bool:
        """One thing that the host wants; False for stopping."""
        page = self._page()
        desk = self._desk_words(page.tabs)
        ways: list[Option] = [STANDS, *([COUNCILS] if page.councils else []), SEATS, WAY_IN]
        ways += [desk] if page.tabs else []
        ways += [FOR_ALL] if page.for_all else []
        ways += [Text(DOOR.msgid, {"n": len(page.knocks)})] if page.knocks else []
        chosen = await self._choose(Text("What next?"), [*ways, STOP])
        way = ways[chosen] if chosen is not None and chosen < len(ways) else STOP
        if way is STOP:
            return not await self._is_meant(Text("Stop hosting? All is kept, and can be hosted again."))
        if way is STANDS:
            say_page(self._console, self._page().page)
        elif way is WAY_IN:
            say_page(self._console, entrance_page(self._entrance))
        elif way is FOR_ALL:
            await self._one_of(self._page().for_all)
        elif way is desk:
            await self._at_the_desk(page.tabs)
        elif way is COUNCILS:
            await self._about_a_council()
        else:
            await self._about_a_row(self._page().seats if way is SEATS else self._page().knocks)
        return True

    async def _about_a_council(self) -> None:
        """Go on with another council, whose seats are meant from then on; or do something with it."""
        rows = self._page().councils
        place = await self._choose(Text("Which?"), [words_of(row.line, self._console.wording) for row in rows], BACK)
        if place is None:
            return
        self._marked = self._lesson.council(rows[place].council)
        say_page(self._console, self._page().page)
        if rows[place].choices:
            await self._one_of(rows[place].choices)

    def _desk_words(self, tabs: Sequence[DeskTab]) -> Text:
        """The desk of the marked council, with how many things wait on it where any do."""
        waits = sum(tab.waits for tab in tabs)
        return Text(DESK_WAITS.msgid, {"n": waits}) if waits else DESK

    async def _at_the_desk(self, tabs: Sequence[DeskTab]) -> None:
        """One page of the desk of the marked council."""
        place = await self._choose(Text("Which?"), [tab.words for tab in tabs], BACK)
        page = tabs[place].page if place is not None else None
        if page == "sheet":
            await self._running_sheet()
        elif page == "moves":
            await self._moves()
        elif page == "hands":
            say_page(self._console, self._desks[self._marked.name].hands.page)
            await self._act(RecordVote)
        elif page == "improvise":
            await self._act(Improvise)
        elif page == "overrule":
            await self._overrule()

    async def _moves(self) -> None:
        """The moves that wait; rule on one, or say whether moves are heard."""
        moves = self._desks[self._marked.name].moves
        say_page(self._console, moves.page)
        ways = [RuleMove.name] if moves.rows else []
        place = await self._choose(
            Text("What shall be done?"), [*ways, *(choice.words for choice in moves.for_all)], BACK
        )
        if place is None:
            return
        if place < len(ways):
            await self._act(RuleMove)
        else:
            self._do(Steer(moves.for_all[place - len(ways)].command, self._marked.name))

    async def _overrule(self) -> None:
        """The findings on each act that was judged; find otherwise on one of them."""
        rulings = self._desks[self._marked.name].overruling
        say_page(self._console, rulings.page)
        acts = [words_of(act.title, self._console.wording) for act in rulings.acts]
        act = await self._choose(Text("Which act?"), acts, BACK) if acts else None
        rows = rulings.acts[act].rows if act is not None else ()
        lines = [words_of(row.line, self._console.wording) for row in rows]
        place = await self._choose(Text("Which finding?"), lines, BACK) if rows else None
        if place is not None:
            await self._act(OverruleFinding, {"finding": rows[place].command.finding})

    async def _act(self, act: type[Act], known: Chosen | None = None) -> None:
        """An act of the facilitator's in the marked council, question by question; `known` are fields chosen before."""
        offer = self._desks[self._marked.name].offer(act)
        if offer is None:
            return
        marked = self._marked.name

        def ask(answers: Answers) -> Act | None:
            return fill(self._console.reading(answers), offer, known)

        command = await InTurn(ask, isatty=self._reading.isatty()).run(self._answers.get)
        if command is not None and (act is not RuleMove or await self._is_meant(Text("Rule so? It stands."))):
            self._do(Steer(command, marked))

    async def _running_sheet(self) -> None:
        """What became of one inject, or of what was to be learnt; then what can be done about it."""
        sheet = self._desks[self._marked.name].sheet
        rows = sheet.rows if sheet is not None else ()
        place = await self._choose(Text("Which?"), [words_of(row.title, self._console.wording) for row in rows], BACK)
        if place is None:
            return
        row = rows[place]
        say_page(self._console, row.page)
        rated = [(rating.named(choice), choice) for rating in row.ratings for choice in rating.choices]
        named = [*((choice.words, choice) for choice in row.choices), *rated]
        named += [(choice.words, choice) for choice in row.notes]
        words = [words for words, _ in named]
        chosen = await self._choose(Text("What shall be done?"), words, BACK) if named else None
        if chosen is not None:
            await self._take_of_sheet(named[chosen][1])

    async def _take_of_sheet(self, choice: SheetChoice) -> None:
        """Ask for words where it takes some, or whether it is meant; then do it."""
        if choice.surely and not await self._is_meant(Text(choice.surely)):
            return
        command = choice.command
        if choice.asks:
            self._console.line(Text("One line, at most {most} characters:", {"most": LONGEST_WORDS}))
            command = filled_sheet(command, (await self._answer())[:LONGEST_WORDS])
        self._do(Steer(command, self._marked.name))

    async def _about_a_row(self, rows: Sequence[HostRow]) -> None:
        lines = [words_of(row.line, self._console.wording) for row in rows]
        place = await self._choose(Text("Which?"), lines, BACK)
        if place is not None and rows[place].choices:
            await self._one_of(rows[place].choices)
        elif place is not None:
            self._console.line(Text("There is nothing to do about it now."))

    async def _one_of(self, choices: Sequence[HostChoice]) -> None:
        place = await self._choose(Text("What shall be done?"), [choice.words for choice in choices], BACK)
        if place is not None:
            await self._take(choices[place])

    async def _take(self, choice: HostChoice) -> None:
        """Ask for what is still to be given, or whether it is meant; then do it."""
        if choice.asks == "seat":
            seats = list(places(self._lesson))
            place = await self._choose(choice.words, [words for _, words in seats], BACK)
            if place is not None:
                self._do(filled(choice.action, seats[place][0]))
        elif choice.asks == "words":
            place = await self._choose(choice.words, [*NUDGES, OTHER_WORDS], BACK)
            if place is not None:
                written = place == len(NUDGES)
                words = await self._words() if written else self._console.wording.say(NUDGES[place])
                self._do(filled(choice.action, words))
        elif not choice.surely or await self._is_meant(Text(choice.surely)):
            self._do(choice.action)

    async def _words(self) -> str:
        self._console.line(Text("One line, at most {most} characters:", {"most": LONGEST}))
        return await self._answer()

    async def _is_meant(self, question: Text) -> bool:
        return await self._choose(question, [Text("Yes"), Text("No")]) == 0

    async def _choose(self, question: Option, options: Sequence[Option], leave: Text | None = None) -> int | None:
        """The place of what was chosen; None for the way back. Of many some are read out at once."""
        start = 0
        while len(options) - start > MOST_IN_VIEW:
            some = options[start : start + MOST_IN_VIEW - 1]
            more = Text("More: {n}", {"n": len(options) - start - len(some)})
            place = await self._ask(question, [*some, more], leave)
            if place is None or place < len(some):
                return None if place is None else start + place
            start += len(some)
        place = await self._ask(question, options[start:], leave)
        return None if place is None else start + place

    async def _ask(self, question: Option, options: Sequence[Option], leave: Text | None) -> int | None:
        self._console.offer(question, options, leave)
        least = 1 if leave is None else 0
        while True:
            answer = await self._answer()
            number = int(answer) if answer.isdecimal() and answer.isascii() else -1
            if least <= number <= len(options):
                return number - 1 if number else None
            self._console.line(
                Text("Answer with a number from {least} to {most}.", {"least": least, "most": len(options)})
            )

    async def _answer(self) -> str:
        """The next line. Raises EndOfInputError where none comes any more."""
        answer = await self._answers.get()
        if not answer:
            raise EndOfInputError
        return answer.strip()

    def _read_on(self) -> None:
        """Read lines in a thread that nobody waits for, and hand them to the loop."""
        loop = asyncio.get_running_loop()

        def read() -> None:
            line = "first"
            while line:
                line = self._reading.readline()
                with suppress(RuntimeError):  # the loop is closed: nobody wants the answer
                    loop.call_soon_threadsafe(self._answers.put_nowait, line)

        Thread(target=read, daemon=True).start()

    # Doing and telling ------------------------------------------------------------------------------------------------

    def _page(self) -> HostPage:
        return host_page(self._lesson, self._desks, self._marked.name)

    def _do(self, action: HostAction) -> None:
        try:
            answer = apply(self._lesson, action)
        except SaveError as fault:
            self._console.line(str(fault))
            return
        if isinstance(answer, Refusal):
            self._console.line(Text("Not possible: {because}", {"because": answer.because}))
        elif answer.token:
            link = f"{self._entrance.address}/s/{answer.token}"
            self._console.line(Text("This link is told this once: {link}", {"link": link}))

    def _tell(self) -> None:
        """Say what is new, in the names that are known now."""
        self._console.wording = host_wording(self._marked)
        for sentence in self._news.sentences():
            self._console.line(sentence)

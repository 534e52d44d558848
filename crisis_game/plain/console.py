"""Lines out, answers in: the whole of the line mode's contact with the terminal."""

from __future__ import annotations

import sys
import textwrap
from collections import deque
from collections.abc import Sequence
from getpass import getpass
from typing import Protocol, TextIO, TypeAlias

from crisis_game.texts import Prose, Text, Wording, counted, visible

WIDTH = 78
FORGET = "\x1b[H\x1b[2J\x1b[3J"
"""Clears a terminal's screen, and the lines that were scrolled out of it."""

MOST_REMEMBERED = 150
"""Paragraphs in which words can be looked up afterwards."""


MOST_IN_VIEW = 7
"""Choices that are read out at once; more of them stand in groups, and what is left over is one choice further."""

BACK = Text("Back")

Option: TypeAlias = Text | Prose | str
Group: TypeAlias = tuple[Text | Prose, Sequence[Option]]
"""Some choices under their heading."""


class EndOfInputError(Exception):
    """There are no more answers: the game is left, and everything is saved."""


class TurnOverError(Exception):
    """The time of a turn was over before an answer came; it is not taken."""


class TurnTime(Protocol):
    """The time of whoever is asked."""

    def prompted(self) -> str:
        """What is left at a prompt. Raises TurnOverError where nothing is."""

    def answered(self) -> None:
        """An answer has come. Raises TurnOverError where it is too late."""

    def turn(self) -> bool:
        """Stop the time, or let it run again; whether it stands now."""


class Answers(Protocol):
    """Where answers come from: standard input, or what stands in for it."""

    def readline(self) -> str:
        """The next line with its end; empty where there are no more."""

    def isatty(self) -> bool:
        """Whether a person types there, who sees the words already."""


class Console:
    """Says things in the reader's language, and asks for numbers, words or a yes.

    Attributes:
        time: of the turn of who is asked; None where there is no clock.
    """

    def __init__(self, wording: Wording, reading: Answers | None = None, writing: TextIO | None = None) -> None:
        self.wording = wording
        self._reading: Answers = reading or sys.stdin
        self._writing = writing or sys.stdout
        self.time: TurnTime | None = None
        self._lately: deque[str] = deque(maxlen=MOST_REMEMBERED)

    def reading(self, answers: Answers) -> Console:
        """The same with other answers."""
        return Console(self.wording, answers, self._writing)

    @property
    def lately(self) -> str:
        """What was said last, and since the screen was cleared; the newest at the end."""
        return "\n".join(self._lately)

    def line(self, words: Option = "", indent: int = 0) -> None:
        """One paragraph, wrapped; an empty one is an empty line."""
        said = visible(words) if isinstance(words, str) else self.wording.say(words)
        said = said[:1].upper() + said[1:]
        self._lately.append(said)
        for part in said.splitlines() or [""]:
            for row in textwrap.wrap(part, WIDTH - indent) or [""]:
                print(" " * indent + row, file=self._writing)

    def heading(self, words: Option) -> None:
        """A heading, set off by an empty line."""
        said = words if isinstance(words, str) else self.wording.say(words)
        self.line()
        self.line(f"== {said} ==")

    def choose(self, question: Option, options: Sequence[Option], leave: Text | None = None) -> int | None:
        """The place of the option chosen, from 0; None for the way out, which is number 0 where there is one.

        Of more than seven options the last that is read out leads on to more.
        """
        start = 0
        while len(options) - start > MOST_IN_VIEW:
            some = options[start : start + MOST_IN_VIEW - 1]
            more = Text("More: {n}", {"n": len(options) - start - len(some)})
            place = self.ask(question, [*some, more], leave)
            if place is None or place < len(some):
                return None if place is None else start + place
            start += len(some)
        place = self.ask(question, options[start:], leave)
        return None if place is None else start + place

    def choose_in(self, question: Option, groups: Sequence[Group], leave: Text | None = None) -> int | None:
        """The place of an option among those of all groups; where these are many, first a group, then one of it."""
        options = [option for _, members in groups for option in members]
        if len(options) <= MOST_IN_VIEW or len(groups) == 1:
            return self.choose(question, options, leave)
        names = [members[0] if len(members) == 1 else heading for heading, members in groups]
        while (group := self.choose(question, names, leave)) is not None:
            heading, members = groups[group]
            place = 0 if len(members) == 1 else self.choose(heading, members, BACK)
            if place is not None:
                return place + sum(len(before) for _, before in groups[:group])
        return None

    def offer(self, question: Option, options: Sequence[Option], leave: Text | None) -> None:
        """Read out what can be chosen, and ask nothing."""
        self.line(question)
        for number, option in enumerate(options, 1):
            self._numbered(number, option)
        if leave is not None:
            self._numbered(0, leave)

    def picture(self, row: str) -> None:
        """One row of a picture, as it is."""
        print(visible(row), file=self._writing)

    def ask(self, question: Option, options: Sequence[Option], leave: Text | None) -> int | None:
        """The same of options that are all read out."""
        self.offer(question, options, leave)
        least = 1 if leave is None else 0
        while True:
            answer = self._answer()
            if answer == "?":
                self._explain(leave)
                continue
            if answer == "." and self.time is not None:
                self.line(Text("The clock is held; . lets it run." if self.time.turn() else "The clock runs."))
                continue
            number = 0 if answer == "b" else int(answer) if answer.isdecimal() and answer.isascii() else -1
            if least <= number <= len(options):
                return number - 1 if number else None
            self.line(Text("Answer with a number from {least} to {most}.", {"least": least, "most": len(options)}))

    def whole(self, question: Text, low: int, high: int) -> int:
        """A whole number within bounds."""
        self.line(Text("{question} ({low} to {high})", {"question": question, "low": low, "high": high}))
        while True:
            answer = self._answer()
            if answer.lstrip("-").isdecimal() and answer.isascii() and low <= int(answer) <= high:
                return int(answer)
            self.line(Text("Answer with a whole number from {low} to {high}.", {"low": low, "high": high}))

    def words(self, question: Text, least: int, most: int) -> str:
        """Free words in one line; empty too where some are needed, which goes back."""
        asked = Text("{question} (one line, at most {most} characters)", {"question": question, "most": most})
        if least:
            asked = Text("{question} (one line, at most {most} characters; empty: back)", asked.values)
        self.line(asked)
        while True:
            answer = self._answer()
            if not answer or least <= len(answer) <= most:
                return answer
            self.line(Text("Write between {least} and {most} characters.", {"least": least, "most": most}))

    def several(self, question: Text, options: Sequence[Option], least: int, most: int) -> tuple[int, ...]:
        """The places of some options, given as numbers with blanks between them; an empty line where none will do.

        More than seven options are asked for some at a time.
        """
        self.line(question)
        chosen: list[int] = []
        for start in range(0, len(options), MOST_IN_VIEW):
            end = min(start + MOST_IN_VIEW, len(options))
            for number in range(start, end):
                self._numbered(number + 1, options[number])
            owed, free = max(0, least - len(chosen) - (len(options) - end)), min(most - len(chosen), end - start)
            if owed:
                self.line(
                    counted("Give at least {n} number, with blanks.", "Give at least {n} numbers, with blanks.", owed)
                )
            else:
                self.line(Text("Give numbers with blanks between them; an empty line for none."))
            chosen += self.some(start, end, owed, free)
        return tuple(chosen)

    def some(self, start: int, end: int, least: int, most: int) -> list[int]:
        """Between `least` and `most` places from `start` to before `end`."""
        while True:
            words = self._answer().split()
            if all(word.isdecimal() and word.isascii() and start < int(word) <= end for word in words):
                places = sorted({int(word) - 1 for word in words})
                if least <= len(places) <= most:
                    return places
            values = {"least": least, "most": most, "first": start + 1, "last": end}
            self.line(Text("Give {least} to {most} numbers, each from {first} to {last}.", values))

    def pause(self, words: Text) -> None:
        """Wait for an empty line."""
        self.line(words)
        self._answer()

    def hidden(self, question: Text) -> str:
        """Words that are not shown while they are typed, where the terminal can do that; nor are they echoed."""
        self.line(question)
        if self._reading is not sys.stdin or not self._reading.isatty():
            return self._answer(shown=False)
        try:
            return getpass("> ", self._writing).strip()
        except EOFError:
            raise EndOfInputError from None

    def clear(self) -> None:
        """Push what was said out of sight, before another person sits down; a terminal forgets its lines above too."""
        self._lately.clear()
        print("\n" * 60, file=self._writing)
        if self._writing.isatty():
            print(FORGET, end="", file=self._writing, flush=True)

    def _explain(self, leave: Text | None) -> None:
        self.line(Text("Type the number of your choice and press Enter; the numbers stand before the choices."))
        if leave is not None:
            self.line(Text("0 or b leads back. Nothing is lost by that."))
        if self.time is not None:
            self.line(Text("The time that is left stands before each answer. A . holds the clock, or lets it run."))
        self.line(Text("Ctrl+D, on Windows Ctrl+Z and Enter, leaves; a game is saved at each step."))

    def _numbered(self, number: int, option: Option) -> None:
        said = option if isinstance(option, str) else self.wording.say(option)
        head, _, rest = visible(said).partition("\n")
        rows = textwrap.wrap(head, WIDTH - 6) or [""]
        print(f"{number:>3}  {rows[0]}", file=self._writing)
        more = (row for line in rest.splitlines() for row in textwrap.wrap(line, WIDTH - 6) or [""])
        for row in (*rows[1:], *more):
            print(f"     {row}", file=self._writing)

    def _answer(self, *, shown: bool = True) -> str:
        left = f"{self.time.prompted()} " if self.time else ""
        print(f"{left}> ", end="", file=self._writing, flush=True)
        answer = self._reading.readline()
        if not answer:
            print(file=self._writing)
            raise EndOfInputError
        if self.time is not None:
            self.time.answered()
        if shown and not self._reading.isatty():
            print(visible(answer.strip()), file=self._writing)
        return answer.strip()

"""What is asked at the keyboard of a planner's list: columns, the start, teams; each once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from crisis_game.texts import visible

if TYPE_CHECKING:
    from crisis_game.scenario.reading.inject_editing import InjectsFile
    from crisis_game.workshop.msel.intake import Intake
    from crisis_game.workshop.msel.sheet import Sheet
    from crisis_game.workshop.msel.wishes import Wishes

_WANTED = ("time", "to", "text")
"""Columns for want of which the meaning of unknown headings is asked."""


def answered(sheet: Sheet, written: InjectsFile, wishes: Wishes) -> Wishes:
    """The wishes with what a person answers; what was asked is told as options for the next time."""
    from crisis_game.workshop.msel.intake import take_in
    from crisis_game.workshop.msel.wishes import WishError, wishes_of

    options: list[str] = []
    for ask in (_columns, _start, _teams):
        for option, said in ask(take_in(sheet, written, wishes), written):
            try:
                wish = wishes_of(
                    [said] if option == "--columns" else [],
                    [said] if option == "--teams" else [],
                    said if option == "--start" else None,
                    None,
                )
            except WishError as fault:
                from crisis_game.texts import Wording

                sys.stderr.write(f"{Wording().say(fault.words)}\n")
                continue
            wishes = replace(
                wishes,
                columns={**wishes.columns, **wish.columns},
                teams={**wishes.teams, **wish.teams},
                start=wishes.start if wish.start is None else wish.start,
            )
            options.append(f'{option} "{said}"')
    if options:
        print(f"Without questions: {visible(' '.join(options))}")
    return wishes


def _columns(intake: Intake, _: InjectsFile) -> Iterator[tuple[str, str]]:
    from crisis_game.workshop.msel.columns import COLUMNS

    if all(intake.form.place(name) for name in _WANTED):
        return
    names = ", ".join(column.heading for column in COLUMNS)
    for heading in intake.form.unread:
        said = _answer(f"What is the column `{heading}`? One of {names}; Enter: not read. ")
        if said:
            yield "--columns", f"{heading}={said}"


def _start(intake: Intake, _: InjectsFile) -> Iterator[tuple[str, str]]:
    if intake.wants_start:
        said = _answer("When does the exercise of the list begin? A time of day, such as 09:00. ")
        if said:
            yield "--start", said


def _teams(intake: Intake, written: InjectsFile) -> Iterator[tuple[str, str]]:
    states = ", ".join(written.reading.merged.value.get("states") or ())
    for team in intake.teams:
        said = _answer(f"Which state is `{team}`? One of {states}, several with +, all, or - for nobody. ")
        if said:
            yield "--teams", f"{team}={said}"


def _answer(question: str) -> str:
    try:
        return input(visible(question)).strip()
    except EOFError:
        return ""

"""What the page of a letter that asks says; beside it what it touches, and the other letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crisis_game.engine.view import LetterLine, View
from crisis_game.pages.parts import Heading, Line, Part, item, line, run
from crisis_game.pages.play.letters import CHANNELS, letter_parts, letter_title
from crisis_game.pages.play.situation import IN_FORCE, running
from crisis_game.pages.play.situation_due import fuse
from crisis_game.scenario.sheets import OwnSheet
from crisis_game.texts import Text

LISTED = 6
"""Other letters that are named beside."""


def told(letter: LetterLine) -> tuple[Part, ...]:
    """How it came, and its words, without what it asks."""
    return tuple(letter_parts(replace(letter, asks=None, question=None)))


def asking_heading(view: View, letter: LetterLine) -> Heading:
    """What it asks, with its fuse."""
    question = letter.question
    waits = question is not None and question.open
    note = fuse(question.fuse, view.seen.beat).words if question is not None and waits else None
    return Heading(letter.asks or Text("What do you answer?"), note=note)


def beside_letter(view: View, letter: LetterLine, own: OwnSheet | None) -> Iterator[Part]:
    """One's red line, what one gives to measures in force, and the other letters, newest first."""
    if own is not None and own.red_line:
        yield from (Heading(Text("Your red line")), line(own.red_line))
    mine = [measure for measure in running(view) if dict(measure.deliveries).get(view.seen.seat, "none") != "none"]
    if mine:
        yield Heading(IN_FORCE, note=Text("with what you give"))
    for measure in mine:
        values = {"measure": measure.measure, "level": dict(measure.deliveries)[view.seen.seat]}
        yield item(run("{measure:measure}: {level:delivery}", measure=values["measure"], level=values["level"]))
    yield Heading(Text("Letters"))
    others = [other for other in reversed(view.mail) if other.id != letter.id]
    yield from (_named(other) for other in others[:LISTED])


def _named(letter: LetterLine) -> Line:
    waits = letter.question is not None and letter.question.open
    aside = run("asks", "warning") if waits else run("r{n}", "quiet", n=letter.round)
    return item(*letter_title(letter).runs, mark=CHANNELS.get(letter.channel, "·"), tone="quiet", aside=aside)

"""A letter that asks, on a page of its own; beside it what it touches, and the other letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crisis_game.engine.view import LetterLine, View
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, item, line, run
from crisis_game.pages.play.letters import CHANNELS, letter_parts, letter_title
from crisis_game.pages.play.questions import question_parts
from crisis_game.pages.play.situation import IN_FORCE, running
from crisis_game.pages.play.situation_due import fuse
from crisis_game.scenario.sheets import OwnSheet
from crisis_game.texts import Text

LISTED = 6
"""Other letters that are named beside."""


def letter_page(view: View, letter: LetterLine, own: OwnSheet | None) -> Page:
    """Its words, what it asks, and each answer with what is known to follow."""
    title = letter_title(letter)
    asked = (asking_heading(view, letter), *question_parts(letter.question)) if letter.question is not None else ()
    parts = (Line(tuple(replace(piece, tone="headline") for piece in title.runs if isinstance(piece, Run))),
             *told(letter), *asked)  # fmt: skip
    return Page("letter", Text("A letter"), parts, companion=tuple(beside_letter(view, letter, own)))


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

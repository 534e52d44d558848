"""The ruling on one act as a page: the two words and what decides first, the path of the court beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crisis_game.assessment.opinion_scores import subject_of
from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.seen import Seen
from crisis_game.law.finding import LegalQuestion
from crisis_game.pages.ally_answers import answered_line, conditions_of
from crisis_game.pages.findings import findings_public
from crisis_game.pages.overruling import otherwise
from crisis_game.pages.parts import Line, Page, Part, Run, line, quiet, run
from crisis_game.pages.path_tree import path_parts
from crisis_game.pages.rulings import question_waiting, ruling_parts
from crisis_game.texts import Text

FIRST: tuple[LegalQuestion, ...] = ("resort", "law")
"""Of the questions of a sealed opinion the one that is told beside the words on the act."""


def ruling_page(act: PublicAct, seen: Seen) -> Page:
    """An act on public record: the ruling on what all members know, or what is open while rulings wait for the end."""
    if act.ruled is None:
        return Page(f"ruling/{act.id}", Text("Ruling"), (act_head(act), *_answered(act), *_waiting(act)))
    parts = (
        act_head(act),
        *otherwise(act.overruled),
        *_answered(act),
        *ruling_parts(act.ruled, findings_public, _said(act, seen)),
    )
    return Page(f"ruling/{act.id}", Text("Ruling"), parts, companion=tuple(path_parts(act.ruled.tree)))


def _answered(act: PublicAct) -> Iterator[Line]:
    """What members said of it, where it was an act of one of them alone."""
    if act.answers:
        yield answered_line(act.answers)
        yield from conditions_of(act.answers)


def act_head(act: PublicAct) -> Line:
    """What was done; at its end by whom, and in which round."""
    who = run("{seats:state}, round {n}", "quiet", seats=act.participants, n=act.round)
    return line(Run(act.title, "headline"), aside=who)


def _waiting(act: PublicAct) -> Iterator[Part]:
    yield quiet("Rulings are told at the end of this exercise. Until then: what is open on what all members know.")
    yield from question_waiting(act.questions)
    if not act.questions:
        yield line(Text("Nothing is open: the facts on record answer every question of law."))


def _said(act: PublicAct, seen: Seen) -> Run | None:
    """What the reader said of the act before it was decided."""
    mine: Iterable[tuple[LegalQuestion, Run]] = (
        (opinion.question, run("you said: {answer:answer}, {sure}", "quiet", answer=opinion.answer, sure=opinion.sure))
        for opinion in seen.opinions
        if not opinion.void and subject_of(seen.seat, opinion) == act.subject
    )
    return next((words for question, words in mine if question in FIRST), None)

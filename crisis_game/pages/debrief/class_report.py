"""The report of a class: councils beside each other, rulings, what was learnt and hidden, the facilitator's notes.

What is hidden is told of councils alone that have played to the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from crisis_game.debrief.class_played import ClassPlayed, CouncilPlayed
from crisis_game.debrief.course import Comment
from crisis_game.debrief.model import MindTold, ObjectiveTold, Review
from crisis_game.pages.debrief.class_comparison import class_comparison_page
from crisis_game.pages.debrief.class_ratings import ratings_table
from crisis_game.pages.debrief.class_rulings import class_rulings_page
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.debrief.exit_sentences import EXIT_SENTENCES, council_sentences
from crisis_game.pages.debrief.learning import SIGNS, questions, seen
from crisis_game.pages.debrief.seats import mandate_lines
from crisis_game.pages.debrief.student import comments
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, Table, item, line, run, verbatim
from crisis_game.pages.settled import settled
from crisis_game.texts import Text


def class_report_pages(played: ClassPlayed, language: str = "") -> tuple[Page, ...]:
    """All that the class is to read; a page that would be empty is left out.

    Args:
        played: the class.
        language: of the words; empty for the scenario's first.
    """
    over = [council for council in played.councils if council.finished]
    pages = (
        class_comparison_page(played, language),
        class_rulings_page(played, language),
        Page("class-learning", Text("Learning"), tuple(_learning(over, language))),
        Page("class-secrets", Text("Secrets"), tuple(_secrets(over, language))),
        Page("class-exits", EXIT_SENTENCES, tuple(_exits(over, language))),
        Page("class-notes", Text("Notes"), tuple(_notes(over, language))),
    )
    return tuple(page for page in pages if page.parts)


def _learning(councils: Sequence[CouncilPlayed], language: str) -> Iterator[Part]:
    """Objectives down, councils across; then the questions for the talk."""
    if not councils:
        return
    first = councils[0]
    columns = [_by_objective(council, language) for council in councils]
    if columns[0]:
        heads = (Text("Objective"), *(verbatim(council.name) for council in councils))
        rows = (
            (verbatim(words), *(column.get(words, Text("not asked")) for column in columns)) for words in columns[0]
        )
        yield Table(heads, tuple(rows))
    rated = ratings_table(councils, language)
    if rated is not None:
        yield Heading(Text("Ratings"), note=Text("of all together"))
        yield rated
    yield from settled(questions(first.review), council_wording(first, language))


def _by_objective(council: CouncilPlayed, language: str) -> dict[str, Text]:
    """What was seen of each objective, by its words."""
    wording = council_wording(council, language)
    return {
        wording.say(objective.text): verbatim(wording.say(_seen(objective))) for objective in council.review.objectives
    }


def _seen(objective: ObjectiveTold) -> Text:
    return Text("{sign} {seen}", {"sign": SIGNS[objective.met], "seen": seen(objective)})


def _secrets(councils: Sequence[CouncilPlayed], language: str) -> Iterator[Part]:
    """What was true and who was minded how, once for councils in which it was the same; then the mandates."""
    by_words: dict[tuple[Part, ...], list[str]] = {}
    for council in councils:
        parts = settled(_hidden(council.review), council_wording(council, language))
        by_words.setdefault(parts, []).append(council.name)
    for parts, names in by_words.items():
        if len(councils) > 1:
            yield Heading(Text("{councils}", {"councils": tuple(names)}))
        yield from parts
    for council in councils:
        yield from settled(_mandates(council, several=len(councils) > 1), council_wording(council, language))


def _hidden(review: Review) -> Iterator[Part]:
    revealed = review.revealed
    yield line(run("What was true: "), Run(revealed.truth, "strong"), run(". "), Run(revealed.truth_told))
    yield from map(_mind, revealed.minds)


def _mind(mind: MindTold) -> Part:
    return line(run("{actor:state}: ", actor=mind.actor), Run(mind.name, "strong"), run(". "), Run(mind.told))


def _mandates(council: CouncilPlayed, *, several: bool) -> Iterator[Part]:
    yield Heading(Text("Mandates in {council}", {"council": council.name}) if several else Text("Mandates"))
    for seat in council.review.seats:
        yield Heading(Text("{seat:state}", {"seat": seat.seat}), 2)
        yield from mandate_lines(seat)


def _exits(councils: Sequence[CouncilPlayed], language: str) -> Iterator[Part]:
    """The one sentence of each who wrote it, council by council: the class reads it, so that no name stands there."""
    for council in councils:
        written = settled(council_sentences(council), council_wording(council, language))
        if written and len(councils) > 1:
            yield Heading(verbatim(council.name))
        yield from written


def _notes(councils: Sequence[CouncilPlayed], language: str) -> Iterator[Part]:
    """What the facilitator wrote for all, each behind what it is about."""
    for council in councils:
        yield from settled(
            map(partial(_comment, council.name), comments(council.review)), council_wording(council, language)
        )


def _comment(council: str, comment: Comment) -> Line:
    about = () if comment.about is None else (Run(comment.about, "quiet"), run(" "))
    where = run("{council}, round {n}: ", council=council, n=comment.round)
    return item(where, *about, run("“{words}”", "strong", words=comment.words))

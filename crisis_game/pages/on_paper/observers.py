"""For who watches: a rubric to rate by, and the press line, round by round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crisis_game.engine.acts.ratings import HSEEP_WORDS
from crisis_game.pages.handouts import ONLOOKER
from crisis_game.pages.on_paper.blanks import EMPTY, RATINGS, dots
from crisis_game.pages.parts import Heading, Line, Page, Part, Table, line, quiet, run
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.press import PressItem, press
from crisis_game.scenario.seat_dossier import FacilitatorSheet, PlannedInject, dossier
from crisis_game.texts import Prose, Text

_LETTERS = Text("P {p} · S {s} · M {m} · U {u}", {letter.lower(): words for letter, words in HSEEP_WORDS.items()})
HEADLINES = 3
"""Lines for headlines on a page of the press."""


def observer_pages(scenario: Scenario) -> tuple[Page, ...]:
    """The rubric: what was to be learnt, and the injects that come for sure."""
    known = dossier(scenario, FACILITATOR).facilitator
    parts = tuple(_rubric(known)) if known is not None else ()
    return (Page("observer", Text("Observer's sheet"), parts),)


def press_pages(scenario: Scenario) -> tuple[Page, ...]:
    """What anybody may read at the opening of each round: a page each, to be handed out then."""
    opening = line(dossier(scenario, ONLOOKER).opening)
    return tuple(
        Page(f"press-{number}", Text("Press, round {n}", {"n": number}), tuple(_press(number, news, opening)))
        for number, news in press(scenario).items()
    )


def _rubric(known: FacilitatorSheet) -> Iterator[Part]:
    yield line(run("For who watches, not for who plays: it tells what is to come.", "strong"))
    yield line(run("Observer"), dots(16), run("   Council"), dots(12), run("   Date"), dots(8))
    yield line(
        run(
            "Write down what you saw before you rate it: who, when, in which words. Circle one letter; leave it "
            "open where you saw nothing. You rate what was done, never a person, and not how it ended."
        )
    )
    yield line(run("{letters}", "quiet", letters=_LETTERS))
    if known.objectives:
        yield Heading(Text("What was to be learnt"))
        yield Table(
            (Text("To be shown"), Text("Who, when, in which words"), Text("Rating")),
            tuple((words, EMPTY, RATINGS) for words in known.objectives.values()),
        )
    certain = [inject for inject in known.injects if inject.certain and inject.expected]
    if certain:
        yield Heading(Text("What comes, and what is expected"))
        yield Table(
            (
                Text("Comes"),
                Text("To"),
                Text("What"),
                Text("Expected"),
                Text("Who, when, in which words"),
                Text("Rating"),
            ),
            tuple(_watched(inject) for inject in sorted(certain, key=lambda inject: inject.round or 0)),
        )
        yield quiet("What comes only if something was done before stands on the instructor's sheet.")


def _watched(inject: PlannedInject) -> tuple[Text | Prose, ...]:
    return (Text("Round {n}", {"n": inject.round or 0}), readers(inject), inject.title, inject.expected, EMPTY, RATINGS)


def readers(inject: PlannedInject) -> Text:
    """Who gets it."""
    return Text("{seats:state}", {"seats": inject.to}) if inject.to else Text("all")


def _press(number: int, news: Sequence[PressItem], opening: Line) -> Iterator[Part]:
    yield quiet("For anybody to read; not before round {n} opens.", n=number)
    if number == 1:
        yield opening
    for printed in news:
        yield Heading(printed.title, note=printed.sender or None)
        yield line(printed.text)
    yield Heading(Text("Your line"))
    yield line(Text("What else all may read stands on the projector as the round opens. What would your paper print?"))
    yield from (line(run("Headline"), dots(80)) for _ in range(HEADLINES))
    yield line(run("What the public does not know yet, and should ask"), dots(80))

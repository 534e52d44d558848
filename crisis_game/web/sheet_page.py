"""The running sheet of a council in the facilitator's browser: each inject and objective, with what can be done."""

from __future__ import annotations

import json

from crisis_game.engine import codec
from crisis_game.exercise.lesson_actions import Steer
from crisis_game.pages.council_desk import CouncilDesk
from crisis_game.pages.running_sheet import (
    LONGEST,
    NOTES,
    RUNNING_SHEET,
    RatingRow,
    RunningSheet,
    SheetChoice,
    SheetRow,
    note_choices,
    words_of,
)
from crisis_game.paper.markup import Html, element, joined
from crisis_game.texts import Text
from crisis_game.web.controls import folded, section
from crisis_game.web.council_frame import drawing, framed

RATE, CHOICES = Text("Rate"), Text("What can be done")


def sheet_page(desk: CouncilDesk) -> Html:
    """The sheet as it stands now."""
    return _Sheet(desk).drawn()


class _Sheet:
    def __init__(self, desk: CouncilDesk) -> None:
        self._council = desk.council
        self._sheet = desk.sheet or RunningSheet((), (), ())
        self._draw = drawing(desk.council)

    def drawn(self) -> Html:
        say, sheet = self._draw.say, self._sheet
        waits = None if sheet.rows else element("p", say(Text("It begins with the exercise.")))
        notes = element("ul", *(element("li", self._draw.line(note)) for note in sheet.notes)) if sheet.notes else None
        return framed(
            self._council,
            self._draw,
            RUNNING_SHEET,
            waits,
            *(section(say(head), *(self._row(row) for row in rows)) for head, rows in sheet.groups),
            section(say(NOTES), notes, *self._choices(note_choices(), Text("Write"))) if sheet.rows else None,
        )

    def _row(self, row: SheetRow) -> Html:
        """What has come in this round, and an objective, open; all else under its title."""
        told = [element("p", self._draw.line(line)) for line in row.lines]
        ratings = map(self._rating, row.ratings)
        below = [*told, *ratings, *self._choices(row.choices), *self._choices(row.notes, NOTES)]
        id_ = row.key.replace(":", "-")
        if not row.standing or row.round == self._sheet.round:
            return element("section", element("h3", self._draw.line(row.title)), *below, id=id_)
        return element("details", element("summary", self._draw.line(row.title)), *below, id=id_)

    def _rating(self, rating: RatingRow) -> Html:
        """The rating, and one form for all four: words, and a button each."""
        form = element(
            "form",
            *self._hidden,
            self._words(rating.choices[0]),
            element("div", *map(self._rate, rating.choices), class_="three"),
            method="post",
            action="/desk",
        )
        return joined(element("p", self._draw.line(rating.line)), folded(self._draw.say(RATE), form))

    def _rate(self, choice: SheetChoice) -> Html:
        return element("button", self._draw.say(choice.words), name="action", value=self._action(choice))

    def _choices(self, choices: tuple[SheetChoice, ...], head: Text = CHOICES) -> list[Html]:
        return [folded(self._draw.say(head), element("div", *map(self._choice, choices)))] if choices else []

    def _choice(self, choice: SheetChoice) -> Html:
        """A form that does one thing; what cannot be taken back is asked once more."""
        say = self._draw.say
        button = element("button", say(choice.words), name="action", value=self._action(choice))
        form = element("form", *self._hidden, self._words(choice), button, method="post", action="/desk")
        if not choice.surely:
            return form
        return folded(say(choice.words), element("p", say(Text(choice.surely))), form)

    def _action(self, choice: SheetChoice) -> str:
        return json.dumps(codec.write(Steer(choice.command, self._council.name)))

    @property
    def _hidden(self) -> tuple[Html, Html]:
        """Where the page goes on."""
        return (
            element("input", type="hidden", name="marked", value=self._council.name),
            element("input", type="hidden", name="page", value="/sheet"),
        )

    def _words(self, choice: SheetChoice) -> Html | None:
        """Room for the words that it asks for, with those that stand."""
        if not choice.asks:
            return None
        required, label = choice.asks == "words", self._draw.say(choice.words)
        return element(
            "textarea", words_of(choice), name="value", maxlength=LONGEST, required=required, rows=2, aria_label=label
        )

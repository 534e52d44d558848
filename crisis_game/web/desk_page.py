"""The facilitator's desk in a browser: the host's own page, with a button for all that can be done."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import urlencode

from crisis_game.engine import codec
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.nudges import LONGEST
from crisis_game.pages.council_desk import CouncilDesk
from crisis_game.pages.host import AT_THE_DOOR, COUNCILS, LATELY, HostPage, HostRow, host_page, host_wording
from crisis_game.pages.host_choices import NUDGES as SENTENCES
from crisis_game.pages.host_choices import HostChoice, places
from crisis_game.paper.fragments import Fragments
from crisis_game.paper.markup import Html, element, joined
from crisis_game.texts import Text
from crisis_game.web.controls import folded, section
from crisis_game.web.council_frame import ways


def desk(lesson: Lesson, desks: Mapping[str, CouncilDesk], way_in: str, marked: str = "") -> Html:
    """The desk as it stands now.

    Args:
        lesson: whose.
        desks: what is kept of each council.
        way_in: address and code, in words.
        marked: the council whose seats are shown; empty for the first.
    """
    return _Desk(lesson, desks, marked).drawn(way_in)


class _Desk:
    def __init__(self, lesson: Lesson, desks: Mapping[str, CouncilDesk], marked: str) -> None:
        self._lesson = lesson
        self._page: HostPage = host_page(lesson, desks, marked)
        self._draw = Fragments(host_wording(lesson.council(self._page.marked)), 2)

    def drawn(self, way_in: str) -> Html:
        say, page = self._draw.say, self._page
        runs = [self._draw.run(told) for told in (page.clock, *page.lesson, page.waits) if say(told.words).strip()]
        status = element("p", runs[:1], [(" · ", told) for told in runs[1:]])
        main = joined(
            element("h1", say(page.title)),
            element("p", say(page.people), " · ", element("strong", say(page.where)), " · ", way_in),
            status,
            ways(self._lesson.council(page.marked), self._draw),
            element("div", *map(self._choice, page.for_all), class_="three tall"),
            section(say(AT_THE_DOOR), *map(self._row, page.knocks)) if page.knocks else None,
            section(say(COUNCILS), *map(self._council, page.councils), self._parting()) if page.councils else None,
            section(say(page.seats_head), *map(self._row, page.seats)),
        )
        last = element("ul", *(element("li", self._draw.line(each)) for each in page.last))
        beside = element("aside", section(say(LATELY), last), aria_label=say(LATELY)) if page.last else None
        return element("div", element("main", main, id="main", tabindex="-1"), beside, class_="columns")

    def _parting(self) -> Html:
        """The way to all councils beside each other."""
        return element("p", element("a", self._draw.say(Text("Where the councils part")), href="/compare"))

    def _council(self, row: HostRow) -> Html:
        """A council; its name leads to its seats and to its page for a projector."""
        say, query = self._draw.say, urlencode({"council": row.council})
        marked = row.council == self._page.marked
        to_seats = element(
            "a", say(Text("Its seats")), href=f"/console?{query}", aria_current="true" if marked else None
        )
        to_public = element("a", say(Text("Its page for a projector")), href=f"/projector?{query}")
        return self._row(row, element("p", to_seats, " · ", to_public))

    def _row(self, row: HostRow, ways: Html | None = None) -> Html:
        told = [element("p", self._draw.line(line)) for line in (row.line, *row.more)]
        words = joined(*told, ways)
        what = self._draw.say(Text("What can be done"))
        if not row.choices:
            return element("div", words, id=_id(row.key))
        choices = element("div", *map(self._choice, row.choices))
        return element("div", words, folded(what, choices), id=_id(row.key))

    def _choice(self, choice: HostChoice) -> Html:
        """A form that does one thing; what cannot be taken back is asked once more."""
        say = self._draw.say
        hidden = element("input", type="hidden", name="action", value=json.dumps(codec.write(choice.action)))
        marked = element("input", type="hidden", name="marked", value=self._page.marked)
        button = element("button", say(choice.words))
        form = element("form", hidden, marked, self._asked(choice), button, method="post", action="/desk")
        if not choice.surely:
            return form
        return folded(say(choice.words), element("p", say(Text(choice.surely))), form)

    def _asked(self, choice: HostChoice) -> Html | None:
        """What has to be given with it."""
        say, label = self._draw.say, self._draw.say(choice.words)
        if choice.asks == "seat":
            options = [element("option", say(words), value=value) for value, words in places(self._lesson)]
            return element("select", *options, name="value", aria_label=label)
        if choice.asks == "words":
            listed = f"sentences-{getattr(choice.action, 'key', '')}"
            sentences = element("datalist", *(element("option", value=say(words)) for words in SENTENCES), id=listed)
            box = element(
                "input",
                type="text",
                name="value",
                list=listed,
                maxlength=LONGEST,
                required=True,
                placeholder=label,
                aria_label=label,
            )
            return joined(box, sentences)
        return None


def _id(key: str) -> str:
    return key.replace(":", "-")

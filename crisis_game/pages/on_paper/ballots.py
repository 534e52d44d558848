"""For votes without a screen: the chair's tally sheet, ballots to cut, order sheets and position cards."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.charter.organs import Organ
from crisis_game.pages.handouts import ONLOOKER
from crisis_game.pages.on_paper.blanks import EMPTY, dots
from crisis_game.pages.on_paper.voting_rules import counting_lines, votes_on
from crisis_game.pages.parts import Heading, Line, Page, Part, Table, item, line, quiet, run
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.seat_dossier import Dossier, dossier
from crisis_game.texts import Text

BALLOTS_EACH = 8
"""Ballots for each member: one sheet of paper, cut in two columns of four."""

GIVEN_LINES = 4
"""Rows for what a member gives, on its order sheet."""

TEXTS_ON_TALLY = 3
"""Columns of the tally sheet; a round puts two or three texts to the vote."""


def ballot_pages(scenario: Scenario) -> tuple[Page, ...]:
    """The tally sheet, then ballots by member, order sheets and position cards; nothing of them is secret yet."""
    known = dossier(scenario, ONLOOKER)
    organ = known.charter.organ(known.organ)
    members = tuple(scenario.members)
    return (
        _tally(known, organ, members),
        *(_ballot(organ, member, place) for member in members for place in range(1, BALLOTS_EACH + 1)),
        *map(_orders, members),
        *map(_position, members),
    )


def _tally(known: Dossier, organ: Organ, members: tuple[SeatId, ...]) -> Page:
    places = range(1, TEXTS_ON_TALLY + 1)
    blank = (EMPTY,) * TEXTS_ON_TALLY
    rows = [(Text("{seat:state}", {"seat": member}), *blank) for member in members]
    rows += [(words, *blank) for words in (Text("In favour"), Text("Against"), Text("Needed"), Text("Adopted?"))]
    parts = (
        line(run("Round"), dots(6), run("   Chair"), dots(16)),
        item(Text("Read the text aloud, word for word, and ask whether anything is unclear."), mark="1"),
        _collecting(organ),
        item(Text("Read each vote out with the member's name, and write it down."), mark="3"),
        item(
            Text("Say what was needed, what there was, and whether it is adopted. Then ask who expected it."), mark="4"
        ),
        Table((Text("Member"), *(Text("Text {n}:", {"n": place}) for place in places)), tuple(rows)),
        Heading(Text("What it takes"), 2),
        *counting_lines(known.charter, organ),
    )
    return Page("tally", Text("Tally sheet for the chair"), parts)


def _collecting(organ: Organ) -> Line:
    if organ.ballot == "open":
        return item(Text("Call the members one by one; each holds its ballot up."), mark="2")
    return item(Text("Collect one folded ballot from each member. Open none before all are there."), mark="2")


def _ballot(organ: Organ, member: SeatId, place: int) -> Page:
    parts = (
        line(run("Round"), dots(4), run("  Text"), dots(22)),
        line(run("{boxes}", "strong", boxes=votes_on(organ))),
        line(run("Because"), dots(33)),
        line(dots(42)),
        quiet("Fold it; all are opened together.") if organ.ballot == "sealed" else quiet("Hold it up when called."),
    )
    return Page(f"ballot-{member}-{place}", Text("{seat:state} votes", {"seat": member}), parts)


def _orders(member: SeatId) -> Page:
    return Page(f"orders-{member}", Text("Orders of {seat:state}", {"seat": member}), tuple(_order_parts()))


def _order_parts() -> Iterator[Part]:
    yield line(run("Round"), dots(6))
    yield quiet("One sheet a round, sealed like the ballots; copy as many as you need.")
    head = (Text("What we give, to which text"), Text("In full"), Text("Half"), Text("Nothing"))
    yield Table(head, ((EMPTY, Text("☐"), Text("☐"), Text("☐")),) * GIVEN_LINES)
    yield line(run("Why we vote so (a line of our mandate, a rule, a fact)"), dots(50))
    yield line(dots(95))
    yield line(run("What we do alone, and by what right"), dots(62))
    yield line(Text("☐ We report it to the Security Council     ☐ Our own forces: we consent"))


def _position(member: SeatId) -> Page:
    parts = (
        line(run("Round"), dots(6), run("  Text"), dots(70)),
        line(run("☐ we support it     ☐ we could live with it     ☐ we oppose it", "strong")),
        line(run("It would win our vote if"), dots(76)),
        line(run("We shall not agree to"), dots(78)),
        quiet("Lay it open before you. It promises nothing."),
    )
    return Page(f"position-{member}", Text("Where {seat:state} stands", {"seat": member}), parts)

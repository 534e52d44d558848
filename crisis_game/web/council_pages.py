"""Pages of the facilitator's on one council, beside its running sheet: moves, hands, news, rulings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crisis_game.engine.acts.facilitator import Improvise, OverruleFinding
from crisis_game.engine.acts.free_moves import RuleMove
from crisis_game.pages.council_desk import CouncilDesk
from crisis_game.pages.desk_tabs import IMPROVISE as NEWS
from crisis_game.pages.free_moves import FREE_MOVES, NONE_WAITS, MoveRow
from crisis_game.pages.hands import HANDS, NO_HANDS, RAISED, HandRow, HandSheet
from crisis_game.pages.overruling import ABOUT, NOTHING_JUDGED, OVERRULE, RULINGS, ActRow, FindingRow
from crisis_game.pages.running_sheet import SheetChoice
from crisis_game.paper.fragments import Fragments
from crisis_game.paper.markup import Html, element
from crisis_game.texts import Text
from crisis_game.web.controls import folded
from crisis_game.web.council_frame import drawing, framed
from crisis_game.web.desk_forms import asked_fields, desk_form
from crisis_game.web.sheet_page import sheet_page

MOVES, RAISED_HANDS, IMPROVISE, OVERRULED = "/moves", "/hands", "/improvise", "/overrule"


def moves_page(desk: CouncilDesk) -> Html:
    """The moves that wait, each with a form for each ruling."""
    draw, moves = drawing(desk.council), desk.moves
    rows = [_move(desk, draw, row) for row in moves.rows] or [element("p", draw.line(NONE_WAITS))]
    heard = [desk_form(desk.council, MOVES, choice.command, button=draw.say(choice.words)) for choice in moves.for_all]
    return framed(desk.council, draw, FREE_MOVES, *rows, *heard)


def _move(desk: CouncilDesk, draw: Fragments, row: MoveRow) -> Html:
    rulings = [_ruling(desk, draw, row, choice) for choice in row.choices]
    return element("section", element("p", draw.line(row.line)), *rulings, id=row.key.replace(":", "-"))


def _ruling(desk: CouncilDesk, draw: Fragments, row: MoveRow, choice: SheetChoice) -> Html | None:
    """One ruling under its name: what it asks, whether it is meant, the button."""
    command, offer = choice.command, desk.offer(RuleMove)
    if offer is None or not isinstance(command, RuleMove):
        return None
    known: dict[str, object] = {"move": command.move, "ruling": command.ruling}
    fields = asked_fields(draw, offer, known, f"{row.key.replace(':', '-')}-{command.ruling}")
    surely = element("p", draw.say(Text(choice.surely)), class_="quiet") if choice.surely else None
    words = draw.say(choice.words)
    return folded(words, desk_form(desk.council, MOVES, command, *fields, surely, button=words))


def hands_page(desk: CouncilDesk) -> Html:
    """A sheet for each text that is put to the vote: all members of it at once."""
    draw = drawing(desk.council)
    sheets = [_hands(desk, draw, sheet) for sheet in desk.hands.sheets]
    return framed(desk.council, draw, HANDS, *(sheets or [element("p", draw.line(NO_HANDS))]))


def _hands(desk: CouncilDesk, draw: Fragments, sheet: HandSheet) -> Html:
    head = [element("h3", draw.line(line)) for line in sheet.head]
    rows = [_hand(draw, sheet, row) for row in sheet.rows]
    button = draw.say(Text("Record these hands"))
    form = desk_form(desk.council, RAISED_HANDS, sheet.recorded({}), *rows, button=button)
    return element("section", *head, form, id=f"hands-{sheet.text}")


def _hand(draw: Fragments, sheet: HandSheet, row: HandRow) -> Html:
    """A member, and what its hand was raised for; what stands is marked."""
    votes: list[tuple[str, Text]] = [(vote, Text("{vote:vote}", {"vote": vote})) for vote in RAISED]
    if row.vote not in RAISED:
        votes.append(("", Text("no hand yet")))
    stands = row.vote if row.vote in RAISED else ""
    boxes = [
        element(
            "label",
            element(
                "input", type="radio", name=f"hand.{row.seat}", id=f"hand-{sheet.text}-{row.seat}-{vote or 'none'}",
                value=vote, checked=vote == stands,
            ),
            element("span", draw.say(words)),
            class_="mark",
        )
        for vote, words in votes
    ]  # fmt: skip
    who = element("legend", draw.say(Text("{seat:state}", {"seat": row.seat})))
    return element("fieldset", who, element("div", *boxes, class_="hands"))


def improvise_page(desk: CouncilDesk) -> Html:
    """News of the facilitator's own: to whom, in which words and in whose name."""
    draw, offer = drawing(desk.council), desk.offer(Improvise)
    if offer is None:
        return framed(desk.council, draw, NEWS, element("p", draw.say(Text("Nothing can be sent now."))))
    fields = asked_fields(draw, offer, {}, "improvise")
    form = desk_form(desk.council, IMPROVISE, Improvise((), ""), *fields, button=draw.say(Text("Send it")))
    return framed(desk.council, draw, NEWS, element("p", draw.say(Improvise.does), class_="quiet"), form)


def overrule_page(desk: CouncilDesk) -> Html:
    """Each finding on each act that was judged, with a form to find otherwise."""
    draw, rulings = drawing(desk.council), desk.overruling
    acts = [_judged(desk, draw, act) for act in rulings.acts]
    return framed(desk.council, draw, RULINGS, element("p", draw.line(ABOUT if acts else NOTHING_JUDGED)), *acts)


def _judged(desk: CouncilDesk, draw: Fragments, act: ActRow) -> Html:
    findings = [element("li", draw.line(row.line), _otherwise(desk, draw, row), id=row.key) for row in act.rows]
    return element(
        "section", element("h2", draw.line(act.title)), element("p", draw.line(act.words)), element("ul", *findings)
    )


def _otherwise(desk: CouncilDesk, draw: Fragments, row: FindingRow) -> Html | None:
    """What the facilitator finds instead, and why."""
    offer, words = desk.offer(OverruleFinding), draw.say(OVERRULE)
    if offer is None:
        return None
    fields = asked_fields(draw, offer, {"finding": row.command.finding}, row.key)
    return folded(words, desk_form(desk.council, OVERRULED, row.command, *fields, button=words))


COUNCIL_PAGES: Mapping[str, Callable[[CouncilDesk], Html]] = {
    "/sheet": sheet_page, MOVES: moves_page, RAISED_HANDS: hands_page, IMPROVISE: improvise_page,
    OVERRULED: overrule_page,
}  # fmt: skip
"""What makes each page, by its address."""

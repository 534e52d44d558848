"""What everybody may know, for a projector or the middle of the table: all of it as an observer sees it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from crisis_game.engine.view import TextLine
from crisis_game.exercise.session import Session
from crisis_game.scenario.dossier import dossier
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text
from crisis_game.tui.game import Sight
from crisis_game.tui.text_lines import draft_lines
from crisis_game.tui.widgets.lines import Item, Line
from crisis_game.tui.widgets.signs import gauge_bar, last_change
from crisis_game.tui.wording import capital, say

OBSERVER: SeatId = "observer"

AT_WORK = {
    "situation": "The members read what came in and judge what is true.",
    "table": "The members speak, and write texts.",
    "orders": "Orders are being collected. They are sealed, and opened together.",
    "answer": "",
    "none": "The exercise is over.",
}
"""What goes on in each beat. Who has done what is not said before all have."""

STANCES = ("support", "could-live-with", "oppose")
VOTES = ("yes", "no", "abstain", "opt-out", "absent")


def public_sight(session: Session, language: str) -> Sight:
    """The exercise with the eyes of somebody who holds no seat."""
    seen, sheet = session.seen(OBSERVER), dossier(session.scenario, OBSERVER)
    return Sight(seen, sheet, language)


def gauge_lines(sight: Sight, cells: int, *, spread: bool) -> Content:
    """The gauges, a bar of so many cells each, with an empty line between them where there is room."""
    wording, lines = sight.wording, sight.view.gauges
    widest = max((len(say(wording, one.name)) for one in lines), default=0)
    rows = []
    for one in lines:
        change = last_change(one)
        moved = f" {'▲' if change > 0 else '▼'}{abs(change)}" if change else ""
        row = Content.assemble(
            (f"{say(wording, one.name):<{widest}} ", "bold"),
            gauge_bar(one, cells),
            (f" {'~' if one.estimate else ''}{one.value:<3}", "bold"),
            say(wording, one.word) if one.word else "",
            (moved, "$accent"),
        )
        rows.append(row)
    return Content("\n\n" if spread else "\n").join(rows)


def news(sight: Sight) -> Iterator[Line]:
    """The texts that count now, then what has happened, the newest first."""
    texts = [one for one in sight.view.texts if _counts(sight, one)]
    for one in texts:
        yield from _text(sight, one)
        yield ""
    incidents = sight.view.incidents
    if incidents:
        yield _heading(sight, "What has happened")
    for incident in reversed(incidents):
        name = say(sight.wording, incident.name)
        when = say(sight.wording, "round {round}", round=incident.round) if incident.round else ""
        yield Item(Content.assemble((name, "bold"), (f"  {when}", "$foreground-muted")), Content("▪"), 0)
        yield Item(say(sight.wording, incident.text), " ", 0)
    if not texts and not incidents:
        yield Content.styled(say(sight.wording, "Nothing has happened yet."), "$foreground-muted")


def _counts(sight: Sight, line: TextLine) -> bool:
    """On the table or put to the vote, or decided in this round or the one before."""
    return line.status in ("table", "put") or (line.result is not None and line.round >= sight.seen.round - 1)


def _text(sight: Sight, line: TextLine) -> Iterator[Line]:
    wording = sight.wording
    name = capital(wording.name("text", line.id))
    yield Content.assemble((f"▌{name}", "bold $primary"), "  ", (wording.name("status", line.status), "bold"))
    for part in draft_lines(sight.seen, line.draft):
        yield Item(capital(say(wording, part.words)))
    yield Item(Content.styled(say(wording, "needed: {needed}", needed=line.needed), "$foreground-muted"), " ")
    if line.result is None:
        yield from _held(sight, line)
        return
    for vote in VOTES:
        seats = tuple(seat for seat, cast in line.votes if cast == vote)
        if seats:
            yield Item(say(wording, "{vote:vote}: {seats:state}", vote=vote, seats=seats), " ")
    mark, colour = ("✓", "$success") if line.adopted else ("✗", "$error")
    yield Item(Content.styled(say(wording, line.result), f"bold {colour}"), Content.styled(mark, f"bold {colour}"))


def _held(sight: Sight, line: TextLine) -> Iterator[Line]:
    """Positions as they were taken in public."""
    for stance in STANCES:
        seats = tuple(one.seat for one in line.positions if one.stance == stance)
        if seats:
            words = Text("{stance:stance}: {seats:state}", {"stance": stance, "seats": seats})
            yield Item(say(sight.wording, words), " ")


def _heading(sight: Sight, words: str) -> Content:
    return Content.styled(say(sight.wording, words), "bold $primary")

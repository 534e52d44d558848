"""What everybody may know, for a projector or the middle of the table: all of it as an observer sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.view import ClaimLine, TextLine
from crisis_game.exercise.public import OBSERVER, counting
from crisis_game.exercise.session import Session
from crisis_game.scenario.dossier import dossier
from crisis_game.texts import Text
from crisis_game.tui.game import Sight
from crisis_game.tui.law_words import verdict
from crisis_game.tui.text_lines import draft_lines
from crisis_game.tui.widgets.lines import Item, Line
from crisis_game.tui.widgets.signs import gauge_bar, last_change
from crisis_game.tui.wording import capital, say

SHORTEST_BAR, LONGEST_BAR = 6, 30
VALUES = 10
"""Cells for a gauge's value and its last change."""

STANCES = ("support", "could-live-with", "oppose")
VOTES = ("yes", "no", "abstain", "opt-out", "absent")


def public_sight(session: Session, language: str) -> Sight:
    """The exercise with the eyes of somebody who holds no seat."""
    seen, sheet = session.seen(OBSERVER), dossier(session.scenario, OBSERVER)
    return Sight(seen, sheet, language)


def gauge_lines(sight: Sight, columns: int, *, spread: bool) -> Content:
    """The gauges in so many columns, one line each, with an empty line between them where they are spread."""
    wording, lines = sight.wording, sight.view.gauges
    widest = max((len(say(wording, one.name)) for one in lines), default=0)
    words = max((len(say(wording, one.word)) for one in lines if one.word), default=0)
    cells = max(SHORTEST_BAR, min(LONGEST_BAR, columns - widest - words - VALUES))
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


def news(sight: Sight, acts: Sequence[PublicAct]) -> Iterator[Line]:
    """The texts that count now, the acts on record, then what has happened, the newest first."""
    texts = counting(sight.view)
    for one in texts:
        yield from _text(sight, one)
        yield ""
    if acts:
        yield _heading(sight, "Acts on record")
        yield from (_act(sight, one) for one in acts)
        yield ""
    incidents = sight.view.incidents
    if incidents:
        yield _heading(sight, "What has happened")
    for incident in reversed(incidents):
        name = say(sight.wording, incident.name)
        when = say(sight.wording, "round {round}", round=incident.round) if incident.round else ""
        yield Item(Content.assemble((name, "bold"), (f"  {when}", "$foreground-muted")), Content("▪"), 0)
        yield Item(say(sight.wording, incident.text), " ", 0)
        yield from (_claim(sight, one) for one in incident.claims)
    if not texts and not acts and not incidents:
        yield Content.styled(say(sight.wording, "Nothing has happened yet."), "$foreground-muted")


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


def _act(sight: Sight, act: PublicAct) -> Item:
    """One act, with the judge's answer on what all know where the exercise shows it each round."""
    wording = sight.wording
    parts = [
        Content.styled(say(wording, act.title), "bold"),
        Content.styled(say(wording, "  ({seats:state})  ", seats=act.participants), "$foreground-muted"),
    ]
    if act.verdict is not None:
        parts.append(verdict(act.verdict, wording))
    elif act.open:
        parts.append(Content.styled(say(wording, "{n} tests open", n=len(act.open)), "$warning"))
    if act.protested:
        parts.append(Content.styled("  " + say(wording, "! protests"), "bold $error"))
    return Item(Content("").join(parts), "▪", 0)


def _claim(sight: Sight, claim: ClaimLine) -> Item:
    """A claim, as surely as the council knows it."""
    grade = say(sight.wording, "{grade:grade}", grade=claim.public or "rumoured")
    return Item(Content.assemble(say(sight.wording, claim.text), (f"  {grade}", "bold $secondary")))


def _heading(sight: Sight, words: str) -> Content:
    return Content.styled(say(sight.wording, words), "bold $primary")

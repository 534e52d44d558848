"""What everybody may know, for a projector or the middle of the table: all of it as an observer sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.menu import summary
from crisis_game.engine.view import ClaimLine, GaugeLine, TextLine
from crisis_game.exercise.public import OBSERVER, counting
from crisis_game.exercise.session import Session
from crisis_game.pages.record import act_line, result_run
from crisis_game.scenario.dossier import dossier
from crisis_game.texts import Text
from crisis_game.tui.game import Sight
from crisis_game.tui.rendering import content, said
from crisis_game.tui.text_lines import draft_lines
from crisis_game.tui.widgets.lines import Item, Line
from crisis_game.tui.widgets.signs import gauge_bar, last_change
from crisis_game.tui.wording import capital, say

SHORTEST_BAR, LONGEST_BAR = 6, 30
VALUES = 12
"""Cells for a gauge's value and its last change."""

STANCES = ("support", "could-live-with", "oppose")
VOTES = ("yes", "no", "abstain", "opt-out", "absent")


def public_sight(session: Session, language: str) -> Sight:
    """The exercise with the eyes of somebody who holds no seat."""
    seen, sheet = session.seen(OBSERVER), dossier(session.scenario, OBSERVER)
    return Sight(seen, sheet, language)


def gauge_lines(sight: Sight, columns: int, *, spread: bool) -> Content:
    """The gauges in so many columns: one line each, or spread, with the bar as broad as can be below the words."""
    names = [say(sight.wording, one.name) for one in sight.view.gauges]
    words = [say(sight.wording, one.word) if one.word else "" for one in sight.view.gauges]
    widest = max(map(len, names), default=0)
    between = columns - widest - max(map(len, words), default=0) - VALUES
    rows = []
    for one, name, word in zip(sight.view.gauges, names, words, strict=True):
        head, told = Content.styled(f"{name:<{widest}} ", "bold"), _told(one, word)
        bar = gauge_bar(one, columns if spread else max(SHORTEST_BAR, min(LONGEST_BAR, between)))
        rows.append(Content("").join([head, told, Content("\n"), bar] if spread else [head, bar, told]))
    return Content("\n\n" if spread else "\n").join(rows)


def _told(gauge: GaugeLine, word: str) -> Content:
    """The value, its word, and by how much it moved last."""
    change = last_change(gauge)
    moved = f"  {'▲' if change > 0 else '▼'}{abs(change)}" if change else ""
    value = f"{'~' if gauge.estimate else ''}{gauge.value}"
    return Content.assemble((f"{value:>4}  ", "bold"), word, (moved, "$accent"))


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
    if line.result is None:
        yield from (Item(say(wording, part.words)) for part in draft_lines(sight.seen, line.draft))
        yield Item(Content.styled(say(wording, "needed: {needed}", needed=line.needed), "$foreground-muted"), " ")
        yield from _held(sight, line)
        return
    yield Item(Content.styled(say(wording, summary(line.draft)), "$foreground-muted"), " ")
    for vote in VOTES:
        seats = tuple(seat for seat, cast in line.votes if cast == vote)
        if seats:
            yield Item(say(wording, "{vote:vote}: {seats:state}", vote=vote, seats=seats), " ")
    yield from (Item(said(one, wording), " ") for one in result_run(line))


def _held(sight: Sight, line: TextLine) -> Iterator[Line]:
    """Positions as they were taken in public."""
    for stance in STANCES:
        seats = tuple(one.seat for one in line.positions if one.stance == stance)
        if seats:
            words = Text("{stance:stance}: {seats:state}", {"stance": stance, "seats": seats})
            yield Item(say(sight.wording, words), " ")


def _act(sight: Sight, act: PublicAct) -> Item:
    """One act, with the judge's answer on what all know where the exercise shows it each round."""
    return Item(content(act_line(act), sight.wording), "▪", 0)


def _claim(sight: Sight, claim: ClaimLine) -> Item:
    """A claim, as surely as the council knows it."""
    grade = say(sight.wording, "{grade:grade}", grade=claim.public or "rumoured")
    return Item(Content.assemble(say(sight.wording, claim.text), (f"  {grade}", "bold $secondary")))


def _heading(sight: Sight, words: str) -> Content:
    return Content.styled(say(sight.wording, words), "bold $primary")

"""The record while play goes on: acts with their open tests, measures, commitments, votes, the Security Council."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from textual.content import Content
from textual.widget import Widget

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.commitments_told import to_the_council, word_given
from crisis_game.engine.menu import summary
from crisis_game.engine.view import MeasureLineInForce, TextLine
from crisis_game.texts import Msgid, Text, counted
from crisis_game.tui.calling import roll_call
from crisis_game.tui.citing import cited
from crisis_game.tui.law_words import verdict
from crisis_game.tui.pages.findings import public_folds
from crisis_game.tui.widgets.fold import Fold, Make
from crisis_game.tui.widgets.leaves import Leaf
from crisis_game.tui.widgets.lines import Item, Line, Lines
from crisis_game.tui.widgets.paper import STATUS
from crisis_game.tui.widgets.text_block import result_line
from crisis_game.tui.wording import capital, say

if TYPE_CHECKING:
    from crisis_game.tui.game import Game

Thing = TypeVar("Thing")

RUNNING: dict[str, Msgid] = {"active": "in force", "dormant": "rests: its host does not consent", "ended": "ended"}
"""What is said of a measure by its status."""


def record_leaves(game: Game) -> tuple[Leaf, ...]:
    """The five leaves of the record."""
    wording = game.sight.wording
    return (
        Leaf("acts", say(wording, "Acts and the law"), lambda: _acts(game)),
        Leaf("measures", say(wording, "Measures"), lambda: [Lines(None, _measures(game))]),
        Leaf("votes", say(wording, "Votes"), lambda: _votes(game)),
        Leaf("word", say(wording, "Declared, promised"), lambda: [Lines(None, _commitments(game))]),
        Leaf("council", say(wording, "Security Council"), lambda: [Lines(None, _council(game))]),
    )


def _opened(widgets: Callable[[Game, Thing], Iterable[Widget]], game: Game, thing: Thing) -> Make:
    return lambda: widgets(game, thing)


# Acts ---------------------------------------------------------------------------------------------------------------


def _acts(game: Game) -> Iterator[Widget]:
    record, wording = game.session.record(), game.sight.wording
    if not record:
        yield Lines(None, [say(wording, "No act of legal weight is on record yet.")])
        return
    words = "What all members know of each act. The judge's answer on that stands beside it."
    if record[0].verdict is None:
        words = "What all members know of each act, and which tests of law are open. Verdicts come at the end."
    yield Lines(None, [Content.styled(say(wording, words), "$foreground-muted"), ""])
    for act in record:
        yield Fold(_act_title(game, act), _opened(_act, game, act))


def _act_title(game: Game, act: PublicAct) -> Content:
    wording = game.sight.wording
    parts: list[Content] = [
        Content.styled(say(wording, "r{n}  ", n=act.round), "$foreground-muted"),
        Content.styled(say(wording, act.title), "bold"),
        Content.styled(say(wording, "  ({seats:state})  ", seats=act.participants), "$foreground-muted"),
    ]
    if act.verdict is not None:
        parts.append(verdict(act.verdict, wording))
    elif act.open:
        parts.append(
            Content.styled(say(wording, counted("{n} test open", "{n} tests open", len(act.open))), "$warning")
        )
    if act.protested:
        parts.append(Content.styled("  " + say(wording, "! protests"), "bold $error"))
    if act.criticised:
        parts.append(Content.styled("  " + say(wording, "! criticised"), "bold $warning"))
    if act.ended is not None:
        parts.append(Content.styled("  " + say(wording, "ended in round {n}", n=act.ended), "$foreground-muted"))
    return Content("").join(parts)


def _act(game: Game, act: PublicAct) -> Iterator[Widget]:
    yield Lines(None, _act_lines(game, act))
    yield from public_folds(act.findings, game.sight.wording)


def _act_lines(game: Game, act: PublicAct) -> Iterator[Line]:
    wording = game.sight.wording
    yield say(wording, "Answers for it: {who}", who=say(wording, act.actor))
    yield say(wording, "Carried by {seats:state}", seats=act.participants)
    if act.open:
        yield say(wording, "Open on what all know: {tests}", tests=act.open)
    if act.protested:
        yield say(wording, "The world protests at it.")
    if act.criticised:
        yield say(wording, "The world criticises how it came about.")


# Measures -----------------------------------------------------------------------------------------------------------


def _measures(game: Game) -> Iterator[Line]:
    lines = game.sight.view.measures
    if not lines:
        yield say(game.sight.wording, "No measure has begun.")
    for one in lines:
        yield from _measure(game, one)


def _measure(game: Game, one: MeasureLineInForce) -> Iterator[Line]:
    wording = game.sight.wording
    running = one.status != "ended"
    name = say(wording, "{measure:measure}", measure=one.measure)
    if one.target:
        name = say(wording, "{measure:measure} ({target:state})", measure=one.measure, target=one.target)
    since = say(wording, "since round {n}, {status}", n=one.began, status=Text(RUNNING[one.status]))
    yield Content.assemble(
        ("■ " if running else "□ ", "$secondary"),
        (name, "bold" if running else "$foreground-muted"),
        (f"  {since}", "$foreground-muted"),
    )
    under = say(wording, "under {text:text}", text=one.authority) if one.authority else ""
    yield Item(under or say(wording, "{seat:state} alone", seat=one.author))
    given = tuple(
        Text("{seat:state} {level:delivery}", {"seat": seat, "level": level}) for seat, level in one.deliveries
    )
    if given:
        yield Item(say(wording, "given: {all}", all=given))


# Votes --------------------------------------------------------------------------------------------------------------


def _votes(game: Game) -> Iterator[Widget]:
    wording = game.sight.wording
    lines = [one for one in reversed(game.sight.view.texts) if one.result is not None]
    if not lines:
        yield Lines(None, [say(wording, "No text has been voted on yet.")])
    for line in lines:
        name = say(wording, "{text:text}", text=line.id)
        title = Content.assemble(
            (say(wording, "r{n}  ", n=line.round), "$foreground-muted"),
            (capital(name), "bold"),
            f"  {say(wording, STATUS[line.status])}  ",
            (f"{line.in_favour}/{line.votes_needed}", "bold"),
        )
        yield Fold(title, _opened(_vote_lines, game, line))


def _vote_lines(game: Game, line: TextLine) -> Iterator[Widget]:
    yield Lines(None, _vote(game, line))


def _vote(game: Game, line: TextLine) -> Iterator[Line]:
    wording = game.sight.wording
    yield say(wording, summary(line.draft))
    yield result_line(game.sight, line)
    reasons = {seat: (cites, words) for seat, cites, words in line.explanations}
    for seat, vote in line.votes:
        cites, words = reasons.get(seat, ("", ""))
        why = " · ".join(part for part in (cited(game, seat, cites), f"“{words}”" if words else "") if part)
        told = say(wording, "{seat:state}: {vote:vote}", seat=seat, vote=vote)
        yield Item(Content.assemble(told, (f"  {why}" if why else "", "italic $foreground-muted")))
    for turned in roll_call(game, line.id).turned:
        yield Content.styled(say(wording, turned), "$foreground-muted")


# Word given ---------------------------------------------------------------------------------------------------------


def _commitments(game: Game) -> Iterator[Line]:
    wording = game.sight.wording
    parts = word_given(game.sight.seen, game.sight.view.commitments, game.language)
    if not parts:
        yield say(wording, "Nobody has declared, promised or demanded anything.")
    for heading, sentences in parts:
        yield Content.styled(say(wording, heading), "bold $primary")
        yield from (Item(say(wording, one)) for one in sentences)


# The Security Council -----------------------------------------------------------------------------------------------


def _council(game: Game) -> Iterator[Line]:
    wording = game.sight.wording
    told = to_the_council(game.sight.view.commitments)
    if not told:
        yield say(wording, "Nothing was reported to it, and nothing asked of it.")
    for sign, sentence in told:
        yield Item(say(wording, sentence), sign)

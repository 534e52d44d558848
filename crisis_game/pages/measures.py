"""A measure that has begun, as every page words it: what it is and against whom, since when, whether it is in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.engine.draft_words import aimed_words
from crisis_game.engine.force_cover import Cover, ForceInUse, Lack
from crisis_game.engine.view import MeasureLineInForce
from crisis_game.pages.parts import Line, Run, Tone, item, run
from crisis_game.texts import Msgid, Text

_STATUSES: Mapping[str, tuple[Msgid, Tone]] = {
    "active": ("in force", "quiet"),
    "dormant": ("rests: its host does not consent", "warning"),
    "ended": ("ended", "quiet"),
}

_COVERED: Mapping[Cover, Msgid] = {
    "text": "covered by a text in force",
    "mandate": "covered by the mandate of the Security Council",
    "consent": "covered by consent",
    "defence": "covered as defence that was reported",
    "condition": "covered by the conditions of most others, which are kept",
}

_LACKS: Mapping[Lack, Msgid] = {
    "proof": "no probable claim that names its target",
    "declaration": "no declaration of the victim",
    "request": "no request of the victim",
    "report": "no report by {seat:state}",
}


def measure_line(measure: MeasureLineInForce) -> Line:
    """What it is, since when, and whether it is in force, as an item of a list."""
    status, tone = _STATUSES[measure.status]
    ended = measure.status == "ended"
    name = Run(aimed_words(measure.measure, measure.target), "quiet" if ended else "strong")
    since = Run(Text(_since(measure.began), {"n": measure.began, "status": Text(status)}), tone)
    return item(name, since, mark="○" if ended else "●", tone="quiet" if ended else "advice")


def _since(began: int) -> Msgid:
    """How long it has run; rounds before the first are no rounds that anybody has played."""
    return ", since round {n}, {status}" if began > 0 else ", since before the start, {status}"


def below_lines(measure: MeasureLineInForce) -> Iterator[Line]:
    """What covers it or what it lacks, where it uses force; who gives how much to it, where anybody does."""
    if measure.force is not None:
        yield item(Run(cover_words(measure.force), "quiet" if measure.force.cover else "warning"), mark=" ")
    yield from _given_lines(measure)


def cover_words(force: ForceInUse) -> Text:
    """What covers force, or all that it would need one of, and what it lacks to be defence."""
    if force.cover is not None:
        return Text(_COVERED[force.cover])
    lacks = tuple(Text(_LACKS[lack], {"seat": force.author} if lack == "report" else {}) for lack in force.lacks)
    none = (Text("no text"), Text("no mandate"), Text("no consent"))
    return Text("uncovered: {missing}", {"missing": (*none, *lacks)})


def _given_lines(measure: MeasureLineInForce) -> Iterator[Line]:
    deliveries = tuple(
        Text("{seat:state} {level:delivery}", {"seat": seat, "level": level}) for seat, level in measure.deliveries
    )
    if deliveries:
        yield item(run("given: {all}", "quiet", all=deliveries), mark=" ")


def authority_words(measure: MeasureLineInForce) -> Text:
    """By what right it is done: under a text that was adopted, or by its author alone."""
    if measure.authority:
        return Text("under {text:text}", {"text": measure.authority})
    return Text("{seat:state} alone", {"seat": measure.author})

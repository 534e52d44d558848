"""A text while it is being written: its parts as rows, and what a turn of each row does to it. No widget here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from crisis_game.engine.draft_rules import heard_claims, motions, targets_of
from crisis_game.engine.draft_words import clause_words, measure_words, motion_words
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import TextId
from crisis_game.pages.play.catalogue import measure_about
from crisis_game.pages.play.part_wishes import gives_way
from crisis_game.scenario.draft import BASES, Draft, MeasureLine, Motion, Switch
from crisis_game.scenario.ids import ClauseId
from crisis_game.texts import Msgid, Prose, Text, Value

T = TypeVar("T")
Part = Literal["measure", "clause", "claim", "aim", "basis", "motion", "words"]

KINDS: dict[str, Msgid] = {
    "words": "Words",
    "help": "Help",
    "economic": "Economic measures",
    "presence": "Presence",
    "force": "Force",
}
"""Headings of measures by kind, in the order of the ladder."""


TURNED = Text("+ and - change it.")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be turned: switched on or off, raised or lowered, or changed to the next.

    Attributes:
        part, id: what it is.
        words: how it stands in the list; about: what it gives, costs or means.
        on: whether it is in the text; None where that is no question.
        keys: how it is changed where there are keys.
    """

    part: Part
    id: str
    words: Text
    about: tuple[Text | Prose, ...]
    on: bool | None
    keys: Text | None = None


def sections(seen: Seen, draft: Draft, *, emergency: bool = False) -> Iterator[tuple[Text, tuple[Row, ...]]]:
    """The parts of a text with their headings; only measures, aim, basis and claims under the emergency procedure."""
    for kind, heading in KINDS.items():
        rows = tuple(_measure(seen, draft, measure) for measure in _measures(seen, draft, kind))
        if rows:
            yield Text(heading), rows
    if not emergency:
        yield _clauses_in_use(seen, draft), tuple(_clause(seen, draft, clause) for clause in seen.clauses)
    claims = tuple(_claim(seen, draft, claim) for claim in heard_claims(seen))
    if claims:
        yield Text("It rests on"), claims
    yield Text("Why, and by what right"), (_aim(draft), _basis(draft), _words(draft))
    if not emergency:
        yield Text("Motion"), (_motion(seen, draft),)


def turned(seen: Seen, draft: Draft, row: Row, by: int, base: TextId | None = None, out: ClauseId = "") -> Draft:
    """The text after a row was turned: by +1 on, up or next, by -1 off, down or before, by 0 to the other side.

    A clause for which there is no room takes the place of the one that gives way: `out`, or as the wishes told of the
    text `base` have it.
    """
    match row.part:
        case "measure":
            return _turn_measure(seen, draft, row.id, by)
        case "clause":
            return _turn_clause(seen, draft, row.id, by, gives_way(seen, draft, base, out))
        case "claim":
            on = row.id not in draft.claims if by == 0 else by > 0
            others = tuple(claim for claim in draft.claims if claim != row.id)
            return replace(draft, claims=(*others, row.id) if on else others)
        case "aim":
            return replace(draft, aim=_next(seen.aims, draft.aim, by or 1) if seen.aims else "")
        case "basis":
            return replace(draft, basis=_next(BASES, draft.basis, by or 1))
        case "motion":
            options: tuple[Motion | None, ...] = (None, *motions(seen))
            return replace(draft, motion=None if by < 0 else _next(options, draft.motion, 1))
        case _:
            return draft


def aimed(seen: Seen, draft: Draft, measure: str) -> Draft:
    """The text with a measure aimed at its next possible target."""
    lines = tuple(
        MeasureLine(line.measure, _next(targets_of(seen, measure), line.target, 1)) if line.measure == measure else line
        for line in draft.lines
    )
    return replace(draft, lines=lines)


def _clauses_in_use(seen: Seen, draft: Draft) -> Text:
    used: dict[str, Value] = {"n": len(draft.clauses), "most": seen.numbers.switches}
    if len(draft.clauses) < seen.numbers.switches:
        return Text("Clauses, {n} of {most} in use", used)
    return Text("Clauses, {n} of {most} in use: one more takes one out", used)


def _measures(seen: Seen, draft: Draft, kind: str) -> list[str]:
    """Measures of one kind that are played, or stand in the text, up the ladder."""
    known = dict.fromkeys((*seen.played, *(line.measure for line in draft.lines)))
    return sorted(
        (measure for measure in known if seen.measure(measure).kind == kind),
        key=lambda measure: seen.measure(measure).rung,
    )


def _measure(seen: Seen, draft: Draft, id_: str) -> Row:
    sheet = seen.measure(id_)
    line = next((line for line in draft.lines if line.measure == id_), None)
    words = measure_words(line or MeasureLine(id_))
    about = (Text("Rung {rung}.", {"rung": sheet.rung}), *measure_about(sheet))
    return Row("measure", id_, words, about, line is not None)


def _clause(seen: Seen, draft: Draft, id_: str) -> Row:
    clause, switch = seen.clauses[id_], draft.switch(id_)
    words = clause_words(switch or Switch(id_))
    about: tuple[Text | Prose, ...] = (Text("Gives:"), clause.gives, Text("Costs:"), clause.costs)
    if clause.high:
        bounds = {"low": clause.low, "high": clause.high}
        about = (*about, Text("Its number lies between {low} and {high}.", bounds))
    return Row("clause", id_, words, about, switch is not None)


def _claim(seen: Seen, draft: Draft, id_: str) -> Row:
    grade = seen.public_grade(id_) or "rumoured"
    words = Text("{claim:claim} ({grade:grade})", {"claim": id_, "grade": grade})
    sentence = (
        "A text is as well proven as the weakest claim that it rests on. Grave measures on weak claims lose votes."
    )
    return Row("claim", id_, words, (Text(sentence),), id_ in draft.claims)


def _aim(draft: Draft) -> Row:
    words = Text("Aim: {aim:aim}", {"aim": draft.aim}) if draft.aim else Text("Aim: none yet")
    return Row("aim", "aim", words, (Text("What the measures are for, and when that is reached."),), None, TURNED)


def _basis(draft: Draft) -> Row:
    sentence = Text("The legal basis that the text claims. The judge asks whether it carries.")
    return Row("basis", "basis", Text("Basis: {basis:basis}", {"basis": draft.basis}), (sentence,), None, TURNED)


def _words(draft: Draft) -> Row:
    words = Text("Own words: {words}", {"words": draft.own_words}) if draft.own_words else Text("Own words: none")
    sentence = Text("At most 200 characters added to the aim.")
    return Row("words", "words", words, (sentence,), None, Text("Enter writes them."))


def _motion(seen: Seen, draft: Draft) -> Row:
    words = Text("Motion: none")
    if draft.motion is not None:
        words = Text("Motion: {motion}", {"motion": motion_words(draft.motion, seen)})
    sentence = (
        "A matter beside or instead of measures: each is decided under its own rule. + changes it, - takes it out."
    )
    return Row("motion", "motion", words, (Text(sentence),), draft.motion is not None)


def _turn_measure(seen: Seen, draft: Draft, id_: str, by: int) -> Draft:
    on = not draft.has(id_) if by == 0 else by > 0
    if on == draft.has(id_):
        return draft
    if not on:
        return replace(draft, lines=tuple(line for line in draft.lines if line.measure != id_))
    aim = draft.aim or next(iter(seen.aims), "")
    return replace(draft, lines=(*draft.lines, MeasureLine(id_, targets_of(seen, id_)[0])), aim=aim)


def _turn_clause(seen: Seen, draft: Draft, id_: str, by: int, room: Switch | None) -> Draft:
    clause, switch = seen.clauses[id_], draft.switch(id_)
    others = tuple(switch for switch in draft.clauses if switch.clause != id_)
    if switch is None:
        kept = tuple(other for other in others if other != room)
        return replace(draft, clauses=(*kept, Switch(id_, clause.start))) if by >= 0 else draft
    value = switch.value + by
    if by == 0 or value < clause.low or (by < 0 and not clause.high):
        return replace(draft, clauses=others)
    return replace(draft, clauses=(*others, Switch(id_, min(value, clause.high)))) if clause.high else draft


def _next(values: tuple[T, ...], now: T, by: int) -> T:
    """The value after or before one, round and round; the first where it is none of them."""
    return values[(values.index(now) + by) % len(values)] if now in values else values[0]

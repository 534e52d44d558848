"""The logs of a class for research: one record a line, persons by pseudonym, without names and without words typed.

Words that people typed are left out, but for those who consent to it; where they stood, their number of characters
stands. Entries have no moments of the day, only seconds since the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crisis_game.debrief.class_played import ClassPlayed, CouncilPlayed
from crisis_game.debrief.exit_sentences import exit_sentence
from crisis_game.debrief.personal_grades import PersonalGrade, personal_grades
from crisis_game.engine import codec
from crisis_game.engine.sender import is_person
from crisis_game.exercise.entry import Entry
from crisis_game.scenario.ids import BEAT_OF, Beat

RESEARCH_FORMAT = 1
"""It changes when a field changes its meaning or goes."""

TYPED = ("words", "because", "told", "told_if_fails", "pro", "contra")
"""Fields in which a person's own words stand, in commands and in events."""

TYPED_IN: Mapping[str, tuple[str, ...]] = {"overrule-finding": ("reason",), "finding-overruled": ("reason",)}
"""The same in some kinds alone, since others have a code in a field of that name."""

Pseudonym = Callable[[str, str], str]
"""What somebody is called, by council and key."""


@dataclass(frozen=True, slots=True)
class Consents:
    """Whose words may be told: keys by the name of the council."""

    by_council: Mapping[str, frozenset[str]]

    def given(self, council: str, key: str) -> bool:
        """Whether somebody consents."""
        return key in self.by_council.get(council, frozenset())


def research_records(played: ClassPlayed, pseudonym: Pseudonym, consents: Consents) -> Iterator[dict[str, Any]]:
    """The records of a class: what it is, then each council with its people and its entries."""
    grades = personal_grades(played)
    yield {
        "record": "class",
        "format": RESEARCH_FORMAT,
        "scenario": played.folder.scenario,
        "councils": len(played.councils),
    }
    for number, council in enumerate(played.councils, 1):
        id_ = f"c{number}"
        yield _council(council, id_)
        own = [grade for grade in grades if grade.council == council.name]
        yield from (_person(council, grade, id_, pseudonym, consents) for grade in own)
        yield from _entries(council, id_, pseudonym, consents)


def _council(council: CouncilPlayed, id_: str) -> dict[str, Any]:
    chronicle = council.chronicle
    return {
        "record": "council",
        "council": id_,
        "content_hash": council.scenario.content_hash,
        "rules_of": council.played.made_by or None,
        "seed": str(chronicle.state.table.seed),
        "finished": council.finished,
        "rounds": chronicle.state.table.round,
        "ending": chronicle.ending.ending if chronicle.ending is not None else None,
        "gauges": {gauge: list(values) for gauge, values in sorted(chronicle.gauges.items())},
    }


def _person(
    council: CouncilPlayed, grade: PersonalGrade, id_: str, pseudonym: Pseudonym, consents: Consents
) -> dict[str, Any]:
    attendee, keeps = grade.attendee, consents.given(grade.council, grade.attendee.key)
    sentence = exit_sentence(council, attendee)
    return {
        "record": "person",
        "council": id_,
        "person": pseudonym(grade.council, attendee.key),
        "seat": attendee.seat,
        "late": attendee.late,
        "shares": grade.shares,
        "consent": keeps,
        "exit_sentence": (sentence if keeps else {"characters": len(sentence)}) if sentence else None,
        "points": grade.points,
        "seat_points": grade.seat_points,
        **{f"points_{line.id.replace('-', '_')}": line.points for line in grade.lines},
    }


def _entries(council: CouncilPlayed, id_: str, pseudonym: Pseudonym, consents: Consents) -> Iterator[dict[str, Any]]:
    rounds: dict[int, tuple[int, Beat | str]] = {
        happening.entry: (happening.round, happening.beat) for happening in reversed(council.chronicle.happenings)
    }
    first = council.played.entries[0].at if council.played.entries else 0.0
    last: tuple[int, Beat | str] = (0, BEAT_OF["lobby"])
    for entry in council.played.entries:
        last = rounds.get(entry.n, last)
        submission = entry.submission
        keeps = _keeps_words(entry, council.name, consents)
        yield {
            "record": "entry",
            "council": id_,
            "n": entry.n,
            "seconds": max(0, int(entry.at - first)),
            "round": last[0],
            "beat": last[1],
            "by": _by(entry, council.name, pseudonym),
            "seat": submission.seat,
            "command": _told(codec.write(submission.command), keeps=keeps),
            "events": [_told(codec.write(event), keeps=keeps) for event in entry.events],
        }


def _by(entry: Entry, council: str, pseudonym: Pseudonym) -> str:
    sender = entry.submission.by
    return pseudonym(council, sender.partition(":")[2]) if is_person(sender) else str(sender)


def _keeps_words(entry: Entry, council: str, consents: Consents) -> bool:
    """Whether the words in an entry may be told: nobody typed them, or somebody who consents."""
    sender = entry.submission.by
    if is_person(sender):
        return consents.given(council, sender.partition(":")[2])
    return sender.startswith("policy:")


def _told(value: Any, *, keeps: bool, kind: str = "") -> Any:
    """A command or an event without what was typed; its number of characters stands in its place."""
    if isinstance(value, list):
        return [_told(each, keeps=keeps, kind=kind) for each in value]
    if not isinstance(value, dict):
        return value
    kind = str(value.get("kind", kind))
    typed = (*TYPED, *TYPED_IN.get(kind, ()))
    return {
        name: {"characters": len(each)}
        if not keeps and name in typed and isinstance(each, str) and each
        else _told(each, keeps=keeps, kind=kind)
        for name, each in value.items()
    }

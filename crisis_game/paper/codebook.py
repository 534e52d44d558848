"""The codebook of an export for research, made of the code: what each record and each field holds, and all kinds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from crisis_game.debrief.grades import DUTIES, OPINIONS, REASONS, TOOK_PART
from crisis_game.debrief.research import RESEARCH_FORMAT, TYPED
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.machine import EVENT_KINDS
from crisis_game.texts import Wording

_POINTS = f"{TOOK_PART} for votes, {REASONS} for reasons, {OPINIONS} for opinions, {DUTIES} for duties"

RECORDS: Mapping[str, Mapping[str, str]] = {
    "class": {
        "format": f"the number of this form of export: {RESEARCH_FORMAT}",
        "scenario": "id of what was played",
        "councils": "how many councils there are",
    },
    "council": {
        "council": "`c1`, `c2` and so on, in the order of their files",
        "content_hash": "of the scenario's files: councils with the same one played the same version",
        "rules_of": "the version that made the log, where its rules are not those of this program; else null",
        "seed": "of all chance, as text, since it may have 19 digits; the same one is the same world and luck",
        "finished": "whether play came to its end",
        "rounds": "the round in which the log ends",
        "ending": "id of the ending; null before one",
        "gauges": "each gauge by id, with its values at the end of each round",
    },
    "person": {
        "council": "of theirs",
        "person": "pseudonym: the same in each export of this class, and in no other class",
        "seat": "which they held or shared",
        "late": "whether they came when play had begun",
        "shares": "how many people held the seat",
        "consent": "whether their words are in the export",
        "exit_sentence": "the sentence that they wrote after play, or its characters; null for none",
        "points": f"the default grade of what they did themselves, out of 100: {_POINTS}",
        "seat_points": "the same of all that was done for their seat",
        "points_took_part": "points for votes of their own",
        "points_reasons": "points for reasons that name a line of the brief, a rule or a claim",
        "points_opinions": "points for opinions before the verdict",
        "points_duties": "points for duties that the seat kept",
    },
    "entry": {
        "council": "in whose log it stands",
        "n": "its number there, from 1",
        "seconds": "since the first entry of that log, whole",
        "round": "in which it was entered; 0 before play",
        "beat": "in which it was entered",
        "by": "a pseudonym, `facilitator`, `session` (what comes of itself) or `policy:NAME` (the computer)",
        "seat": "for which it was done",
        "command": "what was wanted: `kind`, and the fields of that kind",
        "events": "what came of it, in order: each with `kind`, the fields of that kind and, where it has one, `to`, "
        "who could see it (null for all)",
    },
}
"""The records, by the word in `record`, with their fields."""


INTRODUCTION = """# Codebook of the export for research

`crisis-game export FOLDER --research FILE` writes the logs of all councils of a class as JSON Lines: a record a
line, in UTF-8. `record` says which kind of record it is. This page is made by the program.

Names, e-mail addresses, ids and tokens of people are not in it, nor names of councils, nor moments of the day.
What people typed is replaced by `{{"characters": N}}`, but for persons whose consent stands in the class list: the
fields {typed}
where they hold words, and the reason for a verdict set beside the judge's. What computers say stays. A key in the
folder (`research.key`) gives the pseudonyms: keep it apart from the export."""


def codebook() -> str:
    """The codebook as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield INTRODUCTION.format(typed=", ".join(f"`{name}`" for name in TYPED))
    for record, described in RECORDS.items():
        yield from ("", f"## {record}", "", "| field | what it holds |", "|---|---|")
        yield from (f"| `{name}` | {what} |" for name, what in described.items())
    yield from ("", "## Kinds of commands", "", "| kind | what is wanted | fields |", "|---|---|---|")
    wording = Wording()
    for kind, act in sorted(BY_KIND.items()):
        yield f"| `{kind}` | {wording.say(act.name)} | {_fields(act)} |"
    yield from ("", "## Kinds of events", "", "| kind | what happened | fields |", "|---|---|---|")
    for kind, event in sorted(EVENT_KINDS.items()):
        what = (event.__doc__ or "").partition("\n")[0]
        yield f"| `{kind}` | {what} | {_fields(event)} |"


def _fields(kind: Any) -> str:
    """The names of the fields of a command or an event; `to`, which each event may have, is told of all at once."""
    return ", ".join(f"`{each.name}`" for each in fields(kind) if each.name != "to") or "none"

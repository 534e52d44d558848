"""The protocol between a host and programs, as a page: its calls by hand, its kinds and records from the code."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from crisis_game.conditions.condition import Condition, Formula
from crisis_game.engine import codec, wire
from crisis_game.engine.acts import ACTS
from crisis_game.engine.events import EVENTS
from crisis_game.engine.state import State
from crisis_game.network import protocol
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.records import Changed
from crisis_game.texts import Wording
from crisis_game.web import door, streams, submissions

_CALLS = f"""\
# The protocol for programs

Version {protocol.VERSION}. A program plays a seat of an exercise that `crisis-game host` holds, over HTTP: what
happens comes as server-sent events, what is done goes by POST. [example_client.py](example_client.py) plays a seat
in less than a hundred lines.

<!-- Written from the code by UPDATE_PAGES=1 pytest tests/docs; do not edit. -->

A program checks the first number of `protocol` and stops where that is another: it is raised with every change of a
record below. The second number is raised where there are new events, or new parts of a message; a program skips what
it does not know.

## Coming in

`POST /join` with `Accept: application/json` and a form of `code`, `name` and, where they are wanted, `seat` and
`council`; with a `token` of one's own, 32 signs of `A-Z a-z 0-9 _ -` drawn by chance, it may be sent again where the
answer was lost, and lets nobody in twice:

    200  {{"token": "...", "key": "...", "seat": "ARD", "council": "", "begun": false}}
    4xx  {{"error": "One sentence."}}

`token` goes into each further request, as `Authorization: Bearer TOKEN`. `key` is the person's in the log. Where it
is empty, somebody of this name is in already: `/live` answers 401 until the facilitator has said yes.

## What happens

`GET /live` with `Accept: {protocol.MEDIA_TYPE}` is a stream of events, each with its name and one line of JSON:

| event | data |
|---|---|
| `waiting` | `{{"seat", "begun": false, "people": [names]}}`, before the exercise begins |
| `whole` | all that the seat has: `protocol`, `v`, `seat` and the parts below |
| `patch` | `from`, `v`, and what leads from the one to the other; where `from` is not what one has, open it anew |
| `clock` | `{{"left": seconds or null, "paused": bool}}` |
| `moved` | other streams of this person are open; this one ends |
| `over` | the host has closed the exercise |

Parts: `scenario` and `state` are what the seat may have of each (the records `Scenario` and
`engine.State`); `log` is the seat's own, entries of `n`, `own` (`ref`, `seat`, `by`, `command`, or null) and
`events`; `persons` are the seats that people hold, `waiting` those of them that are not ready; `finished` says
whether play is over; `opened` is null until then, and after that the whole exercise: `scenario`, and `log` with
entries of `n`, `submission` and `events`. A version is another only when something that the seat gets has changed.

A patch is of the value that one has. `to` alone replaces it. For an object `set` gives keys new values, `in` has a
patch for the value of a key, `drop` takes keys out, and `order` names all keys, where new ones do not simply stand
last: tables have an order. For a list `in` has patches by place (`"3"`), and `append` entries that are added.

A comment comes at least each {int(streams.HEARTBEAT)} seconds. A stream that was cut is opened again after
{protocol.RETRY} seconds, then after ever longer; it begins with `whole`.

## What is done

`POST /do` with `Content-Type: application/json` and `{{"command": {{...}}, "ref": "KEY.DEVICE.N"}}`:

| status | answer |
|---|---|
| 200 | `{{"n": 7}}`: it is done and on disk; `n` is its number in the seat's log |
| 409 | `{{"code", "reason", "article", "offers"}}`: it is not possible now; `offers` are kinds that are |
| 400, 413 | `{{"error"}}`: it cannot be read |
| 401 | `{{"error"}}`: the token is nobody's |
| 429 | `{{"error"}}`, with `Retry-After` in seconds |
| 503 | `{{"error"}}`: it could not be saved, and was not done |

A `ref` is 1 to 200 signs without blanks, of the sender's own: `key`, something of the device's own, and a number
that it counts up. What was not answered is sent again under the same `ref` until it is: it counts once, and gets
the same answer. With `"beat": "2.table"` a command is meant for that beat of that round alone, and refused when it is
over (`beat-over`): `set-ready` should have it, or a second one counts for the beat after.

## Limits

| what | at most |
|---|---|
| bytes of a body | {submissions.LARGEST_BODY:,} |
| values within each other | {codec.DEEPEST} |
| entries of a list; characters of a text | {codec.MOST_ITEMS:,}; {codec.MOST_CHARACTERS:,} |
| submissions of one token | {door.SUBMISSIONS} in {door.SUBMISSIONS_WITHIN:g} seconds |
| pages and streams that one token opens | {door.READS} in {door.READS_WITHIN:g} seconds |
| wrong codes from one address | {door.WRONG_CODES} in {door.WRONG_CODES_WITHIN:g} seconds |
| open streams of one person | {streams.MOST_STREAMS}; the oldest ends |
"""

_FORMS = f"""\
## Records

A field that stands at its default, here after `=`, is left out. *number*, *text* and *truth* are JSON's; *a or b*
is one of these words; *list of*, *set of* (sorted) and *pair of* are arrays; *table of* is an object, by ids whose
order counts; where a key has several parts it is their JSON array as a text. A *condition* or *formula* is a line
of the language of scenarios; a *fraction* is `"2/3"`. Where several records are possible, `{wire.IS}` says which
one it is. Facts are a table, or `{{"plain": table, "rows": [FactRow]}}`.
"""


def protocol_text() -> str:
    """The page."""
    return "\n".join((_CALLS, *_kinds(), _FORMS, *_records()))


def _kinds() -> Iterator[str]:
    wording = Wording("en")
    yield "## Commands\n"
    yield "A command is an object of `kind` and its fields. Who can do what in which beat:\n"
    yield "| kind | what it does | who | beats | fields |"
    yield "|---|---|---|---|---|"
    for act in sorted(ACTS, key=lambda act: act.kind):
        roles, beats = ", ".join(sorted(act.roles)), ", ".join(sorted(act.beats))
        yield f"| `{act.kind}` | {wording.say(act.does)} | {roles} | {beats} | {_fields(act)} |"
    yield "\n## Events\n"
    yield "An event is an object of `kind` and its fields; `to` are the seats that see it, null for all.\n"
    yield "| kind | what it is | fields |"
    yield "|---|---|---|"
    for event in sorted(EVENTS, key=lambda event: event.kind):
        yield f"| `{event.kind}` | {_first_line(event)} | {_fields(event)} |"
    yield ""


def _records() -> Iterator[str]:
    yield "| record | fields |"
    yield "|---|---|"
    for kind in sorted(_reached(), key=_name):
        yield f"| {_name(kind)} | {_fields(kind)} |"
    yield ""


def _fields(kind: Any) -> str:
    hints = get_type_hints(kind)
    return "; ".join(_field(each, hints[each.name]) for each in fields(kind) if each.init and each.compare) or "none"


def _field(each: Field[Any], hint: Any) -> str:
    if each.default is MISSING and each.default_factory is MISSING:
        return f"`{each.name}` {_type(hint)}"
    plain = isinstance(each.default, str | int | NoneType)
    return f"`{each.name}` {_type(hint)} = {json.dumps(each.default) if plain else 'none of it'}"


def _type(hint: Any) -> str:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return " or ".join(f"`{word}`" if word != "" else "an empty text" for word in inner)
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(map(_type, inner)))
    if origin is tuple and inner[-1] is not Ellipsis:
        return f"pair of ({', '.join(map(_type, inner))})"
    if origin in (list, tuple):
        return f"list of {_type(inner[0])}"
    if origin in (set, frozenset):
        return f"set of {_type(inner[0])}"
    if origin is Changed:
        return "anything"
    if origin is not None:
        key = "by several parts, " if get_origin(inner[0]) is tuple else ""
        return f"{key}table of {_type(inner[1])}"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return f"name of a {hint.__name__}"
    return _NAMES.get(hint) or _name(hint)


def _name(kind: type) -> str:
    """The name of a record; with its room where several have it."""
    alike = sum(other.__name__ == kind.__name__ for other in _reached())
    return kind.__name__ if alike < 2 else f"{kind.__module__.split('.')[1]}.{kind.__name__}"


_NAMES: dict[Any, str] = {
    str: "text",
    int: "number",
    bool: "truth",
    NoneType: "null",
    Any: "anything",
    Fraction: "fraction",
    Condition: "condition",
    Formula: "formula",
}


def _first_line(kind: type) -> str:
    return (kind.__doc__ or "").strip().splitlines()[0]


@cache
def _reached() -> Iterable[Any]:
    """All records of which messages are made."""
    reached: dict[Any, None] = {}

    def reach(hint: Any) -> None:
        for part in get_args(hint):
            reach(part)
        if is_dataclass(hint) and hint not in _NAMES and hint not in reached:
            reached[hint] = None
            reach_fields(hint)

    def reach_fields(kind: Any) -> None:
        hints = get_type_hints(kind)
        for each in fields(kind):
            if each.init and each.compare:
                reach(hints[each.name])

    reach(State)
    reach(Scenario)
    for kind in (*ACTS, *EVENTS):
        reach_fields(kind)
    return reached

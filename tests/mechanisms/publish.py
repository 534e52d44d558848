"""The page of the matrix, made from its rows and counts: `python -m tests.mechanisms.publish` writes it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template
from typing import Any

from crisis_game.engine.acts import ACTS
from tests.mechanisms.games import scenario_of
from tests.mechanisms.rehearse import FILE
from tests.mechanisms.rows import Place, Row, rows

TEMPLATE = Path(__file__).parent / "page.md"
PAGE = Path(__file__).parents[2] / "docs" / "mechanisms.md"

OFTEN = 20
"""From how many per cent of the games of some scenario a row is played, and not thinly."""


def page() -> str:
    """The whole page."""
    reached = counts()
    all_rows = rows()
    graded = Counter(grade(row, reached) for row in all_rows)
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        played=graded["played"],
        thinly=graded["thinly"],
        missing=graded["missing"],
        games=reached["games"],
        chance=reached["chance"],
        date=reached["date"],
        rows="\n\n".join(_row(row, reached) for row in all_rows),
        undone=_undone({*reached["acts"]["characters"], *reached["acts"]["chance"]}, of={*_MEMBERS_ACTS}),
        chance_only=_undone({*reached["acts"]["characters"]}, of={*_MEMBERS_ACTS} & {*reached["acts"]["chance"]}),
    )


def counts() -> dict[str, Any]:
    """What was counted last."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def grade(row: Row, reached: Mapping[str, Any]) -> str:
    """How a row is played: `played`, `thinly` or `missing`."""
    by_place = [_reached(row, number, reached) for number in range(len(row.places))]
    if not any(by_place):
        return "missing"
    often = any(
        100 * place["characters"] >= OFTEN * reached["games"]
        for by_scenario in by_place
        for place in by_scenario.values()
        if "characters" in place
    )
    return "played" if often and not row.thin else "thinly"


def _reached(row: Row, number: int, reached: Mapping[str, Any]) -> Mapping[str, Mapping[str, int]]:
    found: Mapping[str, Mapping[str, int]] = reached["places"].get(f"{row.number}.{number}", {}).get("reached", {})
    return found


def _row(row: Row, reached: Mapping[str, Any]) -> str:
    head = [f"### {row.number} {row.name}: {grade(row, reached)}", row.asks, f"**How to meet it.** {row.meet}"]
    if row.thin:
        head.append(f"**Left out.** {row.thin}")
    if row.places:
        lines = (
            line
            for number, place in enumerate(row.places)
            for line in _place(place, _reached(row, number, reached), reached)
        )
        table = "| scenario | find it in | command | event | effect | rule | games |\n|---|---|---|---|---|---|---|"
        head.append("\n".join((table, *lines)))
    return "\n\n".join(head)


def _place(place: Place, by_scenario: Mapping[str, Mapping[str, int]], reached: Mapping[str, Any]) -> Iterator[str]:
    for scenario, names in place.found.items():
        cells = (
            f"`{scenario}`",
            ", ".join(_name(scenario, name) for name in names),
            f"`{place.command}`" if place.command else "of itself",
            _event(place),
            _effect(place),
            f"`{place.rule}`" if place.rule else "",
            _games(place, by_scenario.get(scenario, {}), reached),
        )
        yield f"| {' | '.join(cells)} |"


def _name(scenario: str, name: str) -> str:
    kind, _, id_ = name.partition(":")
    if kind == "article":
        return f"Article {id_}"
    if kind == "inject":
        return f"“{scenario_of(scenario).injects[id_].title.in_language('en')}” (`{id_}`)"
    return f"{kind} `{id_}`"


def _event(place: Place) -> str:
    more = [
        f"{field} {' or '.join(str(item) for item in value) if isinstance(value, list) else value}"
        for field, value in place.event.items()
        if field != "kind"
    ]
    return f"`{place.event['kind']}`" + (f" ({'; '.join(more)})" if more else "")


_WHEN = {"act": "at once", "round": "within the round", "end": "by the end"}
_PROBES = {
    "state": "`{of}` differs",
    "verdict": "the judge's answer on `{of}` differs",
    "reason": "why the judge says what it says on `{of}` differs",
    "votes": "votes needed on `{of}`, or who has one, differ",
    "open": "`{of}` is open to others",
}


def _effect(place: Place) -> str:
    effect = place.effect
    words = _PROBES[effect.probe].format(of=effect.of)
    value = f", to `{effect.value}`" if effect.value is not None else ""
    return f"{words}{value}, {_WHEN[effect.by]}"


def _games(place: Place, counted: Mapping[str, int], reached: Mapping[str, Any]) -> str:
    if place.people is not None:
        return "only by people" if counted.get("people") else "never"
    told = [f"{counted['characters']} of {reached['games']}"] if counted.get("characters") else []
    if counted.get("chance"):
        told.append(f"by chance {counted['chance']} of {reached['chance']}")
    return ", ".join(told) or "never"


_MEMBERS_ACTS = tuple(act.kind for act in ACTS if "member" in act.roles)


def _undone(done: set[str], of: set[str]) -> str:
    """The acts of a member, among some, that were not done."""
    return ", ".join(f"`{kind}`" for kind in _MEMBERS_ACTS if kind in of and kind not in done) or "none"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

"""The rules with all numbers of a scenario, grouped, and how it is played."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from crisis_game.pages.how_to_play import play_page
from crisis_game.pages.parts import Heading, Line, Page, Part, Run, item, run, verbatim
from crisis_game.scenario.ids import GaugeId
from crisis_game.scenario.model import Gauge
from crisis_game.scenario.numbers import meanings
from crisis_game.scenario.seat_dossier import Dossier
from crisis_game.scenario.standard_gauges import COHESION, DETERRENCE, ESCALATION, GRIP, HARM, STANDING
from crisis_game.texts import Msgid, Text

_OTHER_SIDE = Text("The other side")
_GROUPS: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (Text("What a seat has"), ("attention", "treasury", "credit", "home")),
    (Text("Texts and talk"), ("texts", "lines", "switches", "talk", "words", "emergency")),
    (Text("Cohesion"), ("cohesion",)),
    (Text("Standing"), ("standing",)),
    (Text("Effects of measures"), ("delay", "leak", "exemption", "half", "readiness", "mandate")),
    (Text("Escalation"), ("cooling", "heat", "mediation", "limits", "escalation", "war", "strike")),
    (Text("Deterrence"), ("deterrence", "theatre")),
    (Text("Harm"), ("harm",)),
    (_OTHER_SIDE, ("hold", "back", "luck", "pocket", "heavy", "hint", "settle")),
    (Text("Evidence"), ("verification",)),
    (Text("Other numbers"), ("",)),
)
"""Headings, with the first words of the numbers that stand under each."""

_OF_GAUGES: Mapping[str, GaugeId] = {
    "cohesion": COHESION,
    "standing": STANDING,
    "leak": STANDING,
    "cooling": ESCALATION,
    "heat": ESCALATION,
    "war": ESCALATION,
    "strike": ESCALATION,
    "back_heat": ESCALATION,
    "deterrence": DETERRENCE,
    "theatre": DETERRENCE,
    "harm": HARM,
    "back_grip": GRIP,
    "settle_grip": GRIP,
}
"""The first words of numbers that mean nothing without a gauge."""

_OF_A_WAY_BACK = ("standing_off_ramp", "heat_no_way_back", "pocket")
_OF_WHO_PRESSES = ("harm_idle", "strike", "hint")
_OF_WHO_BARGAINS = ("hold", "back", "luck", "pocket", "heavy", "settle")
"""The first words of numbers that mean nothing without that clause, or without anybody who does that."""


def rules_pages(sheet: Dossier) -> tuple[Page, Page, Page]:
    """How to play, the gauges with their words, every number one lives under."""
    return (
        play_page(opposed=bool(sheet.opponents)),
        Page("gauge-words", Text("The gauges"), tuple(_gauges(sheet))),
        Page("numbers", Text("The numbers that you live under"), tuple(_numbers(sheet))),
    )


def _gauges(sheet: Dossier) -> Iterator[Part]:
    yield Heading(Text("The gauges"))
    for gauge in sheet.gauges.values():
        yield item(Run(gauge.name, "strong"), run(": "), Run(gauge.meaning), mark=" ")
        if gauge.words:
            yield item(*_bands(gauge), mark=" ")


def _bands(gauge: Gauge) -> Iterator[Run]:
    for place, band in enumerate(gauge.words):
        yield run(", ", "quiet") if place else run("  ")
        yield Run(band.word, "quiet")
        yield run(" from {n}", "quiet", n=band.from_)


def _numbers(sheet: Dossier) -> Iterator[Part]:
    said: dict[str, Msgid] = meanings()
    values = asdict(sheet.numbers)
    silent = tuple(start for start, gauge in _OF_GAUGES.items() if gauge not in sheet.gauges)
    silent += () if "off-ramp" in sheet.clauses else _OF_A_WAY_BACK
    silent += () if sheet.pressing else _OF_WHO_PRESSES
    silent += () if sheet.bargainers else _OF_WHO_BARGAINS
    left = [name for name in said if not name.startswith(silent)]
    for heading, starts in _GROUPS:
        members = [name for name in left if name.startswith(starts)]
        left = [name for name in left if name not in members]
        if members:
            yield Heading(heading if heading != _OTHER_SIDE or sheet.opponents else Text("Who presses"))
        yield from (_number(values[name], said[name]) for name in members)


def _number(value: int, meaning: Msgid) -> Line:
    return item(Run(verbatim(f"{value:>5}"), "fact"), run("  "), Text(meaning), mark=" ")

"""The standard set of gauges, of which a scenario takes all, some or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from crisis_game.scenario.ids import GaugeId
from crisis_game.scenario.model_gauges import Gauge, GaugeWord
from crisis_game.texts import prose

ESCALATION, HARM, DETERRENCE = "escalation", "harm", "deterrence"
COHESION, GRIP, STANDING = "cohesion", "grip", "standing"


def _words(*pairs: tuple[int, str]) -> tuple[GaugeWord, ...]:
    return tuple(GaugeWord(value, prose(word)) for value, word in pairs)


GAUGES: Mapping[GaugeId, Gauge] = {
    ESCALATION: Gauge(
        ESCALATION,
        prose("Escalation"),
        prose("How hot the crisis is. From 60 the adversary may strike."),
        30,
        _words(
            (0, "calm"),
            (20, "tension"),
            (40, "crisis"),
            (60, "confrontation"),
            (80, "brink"),
        ),
        rising_is="bad",
        taken="begun",
    ),
    HARM: Gauge(
        HARM,
        prose("Harm"),
        prose("People hurt. It never falls."),
        10,
        _words((0, "few"), (20, "many"), (50, "grave"), (75, "disaster")),
        rising_is="bad",
        taken="running",
    ),
    DETERRENCE: Gauge(
        DETERRENCE,
        prose("Deterrence"),
        prose("What the adversary believes would meet its next step."),
        35,
        _words((0, "none"), (25, "weak"), (50, "credible"), (75, "strong")),
        seen="estimate",
        rising_is="good",
        taken="begun",
    ),
    COHESION: Gauge(
        COHESION,
        prose("Cohesion"),
        prose("Whether the members hold together."),
        55,
        _words(
            (0, "broken"),
            (21, "strained"),
            (45, "holding"),
            (70, "firm"),
        ),
        rising_is="good",
        taken="begun",
    ),
    GRIP: Gauge(
        GRIP,
        prose("Grip"),
        prose("How firmly the adversary holds what it wants."),
        20,
        _words(
            (0, "slight"),
            (25, "contested"),
            (50, "firm"),
            (75, "complete"),
        ),
        rising_is="bad",
    ),
    STANDING: Gauge(
        STANDING,
        prose("Standing"),
        prose("What the world thinks of the members' case."),
        50,
        _words(
            (0, "shunned"),
            (25, "doubted"),
            (50, "heard"),
            (75, "respected"),
        ),
        rising_is="good",
        taken="begun",
    ),
}
"""The six standard gauges. Deterrence at the start is drawn by the seed between the bounds in `numbers`."""

UNOPPOSED_GAUGES: Mapping[str, Gauge] = {
    ESCALATION: replace(GAUGES[ESCALATION], meaning=prose("How hot the crisis is.")),
    DETERRENCE: replace(GAUGES[DETERRENCE], meaning=prose("What is believed would meet a further step.")),
    GRIP: replace(GAUGES[GRIP], meaning=prose("How firm the hold is that members would loosen.")),
}
"""Those that mean something else where a scenario has no other side."""

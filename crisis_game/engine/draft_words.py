"""What a text says, in words: its measures, its motion with what it is about, its clauses. Nobody else words them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from crisis_game.charter.model import Charter
from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from crisis_game.texts import Text, Value


class World(Protocol):
    """What tells an article and an incident from a claim: all that there is, or what one seat sees."""

    @property
    def charter(self) -> Charter:
        """The charter, whose articles have numbers."""
        ...

    @property
    def measures(self) -> Collection[str]:
        """Measures by id."""
        ...

    @property
    def incidents(self) -> Mapping[str, object]:
        """Incidents by id."""
        ...


def summary(draft: Draft, world: World) -> Text:
    """A text in one line: its measures, its motion, its clauses."""
    parts: tuple[Value, ...] = tuple(map(measure_words, draft.lines))
    if draft.motion is not None:
        parts = (*parts, motion_words(draft.motion, world))
    head = Text("{parts}", {"parts": parts}) if parts else Text("an empty text")
    if not draft.clauses:
        return head
    return Text("{head}; with {clauses}", {"head": head, "clauses": tuple(map(clause_words, draft.clauses))})


def measure_words(line: MeasureLine) -> Text:
    """A measure, with its target where it has one."""
    return aimed_words(line.measure, line.target)


def aimed_words(measure: str, target: str | None) -> Text:
    """The same of a measure that need not stand in a text."""
    if target is None:
        return Text("{measure:measure}", {"measure": measure})
    return Text("{measure:measure} ({target:state})", {"measure": measure, "target": target})


def clause_words(switch: Switch) -> Text:
    """A clause that is on, with its number where it has one."""
    if switch.value:
        return Text("{clause:clause} {value}", {"clause": switch.clause, "value": switch.value})
    return Text("{clause:clause}", {"clause": switch.clause})


def motion_words(motion: Motion, world: World) -> Text:
    """A motion with what it is about."""
    if motion.subject is None:
        return Text("{kind:motion}", {"kind": motion.kind})
    return Text("{kind:motion}: {about}", {"kind": motion.kind, "about": subject_words(motion, world)})


def subject_words(motion: Motion, world: World) -> Text:
    """What a motion is about; empty where it is about nothing."""
    subject = motion.subject or ""
    about: dict[str, Value] = {"it": subject}
    match motion.kind:
        case "hearing" | "suspension" | "reinstatement":
            return Text("{it:state}", about)
        case "referral":
            return Text("{it:ask}", about)
        case "lift":
            return Text("{it:text}", about)
        case "amendment" if subject in world.charter.amendments:
            return Text("{it:revision}", about)
        case "opinion" if subject in world.measures:
            return Text("{it:measure}", about)
        case "inquiry" | "arbitration" if subject in world.incidents:
            return Text("{it:incident}", about)
        case "opinion" | "arbitration" | "amendment" if any(
            article.number == subject for article in world.charter.articles
        ):
            return Text("Article {it} ({it:article})", about)
        case _:
            return Text("{it:claim}", about)

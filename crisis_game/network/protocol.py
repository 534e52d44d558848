"""What crosses the wire between a host and a program that plays a seat: its version, its limits, its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from crisis_game.engine import codec, wire
from crisis_game.engine.act import Submission
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.event import Event
from crisis_game.engine.machine import EVENT_KINDS
from crisis_game.engine.sender import Sender
from crisis_game.exercise.replay import Step
from crisis_game.exercise.sitting import Heard, Opened
from crisis_game.scenario.model import Scenario

VERSION = "1.0"
"""Of the protocol. A client refuses another first number; with another second one there are things it need not know."""

MEDIA_TYPE = "application/vnd.crisis+json"
"""What a program accepts of the live stream; without it a browser's pages come."""

LONGEST_EVENT = 16 * 1024 * 1024
"""Bytes of one message that a client takes: the whole log comes at the debrief."""

LONGEST_ANSWER = 64 * 1024
"""Bytes of an answer to a request that a client takes."""

LONGEST_WORDS = 400
"""Characters of a sentence of the host that a client shows."""

HEARTBEAT = 15
"""Seconds in which the host says at least something on a live stream."""

RETRY = 0.8
"""Seconds after which a stream that was cut is opened again; longer after each failure."""


def major(version: object) -> str:
    """The first number of a version; empty where it is none."""
    return version.partition(".")[0] if isinstance(version, str) else ""


# The log ------------------------------------------------------------------------------------------------------------


def write_heard(heard: Heard) -> dict[str, Any]:
    """An entry of a seat's own log."""
    own = codec.write(heard.own) if heard.own is not None else None
    return {"n": heard.n, "own": own, "events": [codec.write(event) for event in heard.events]}


def read_heard(plain: Any, where: str) -> Heard:
    """The same, read. Raises ValueError with one sentence, without a stop."""
    parts = _parts(plain, ("n", "own", "events"), where)
    own = None if parts["own"] is None else read_submission(parts["own"], where)
    return Heard(codec.read(int, parts["n"], where), own, _read_events(parts["events"], where))


def write_step(step: Step) -> dict[str, Any]:
    """An entry of the whole log."""
    events = [codec.write(event) for event in step.events]
    return {"n": step.n, "submission": codec.write(step.submission), "events": events}


def read_step(plain: Any, where: str) -> Step:
    """The same, read. Raises ValueError with one sentence, without a stop."""
    parts = _parts(plain, ("n", "submission", "events"), where)
    submission = read_submission(parts["submission"], where)
    return Step(codec.read(int, parts["n"], where), submission, _read_events(parts["events"], where))


def read_submission(plain: Any, where: str) -> Submission:
    """What somebody sent. Raises ValueError with one sentence, without a stop."""
    parts = _parts(plain, ("ref", "seat", "by", "command"), where)
    ref, seat, by = (codec.read(str, parts[name], where) for name in ("ref", "seat", "by"))
    return Submission(ref, seat, Sender(by), codec.read_kind(BY_KIND, parts["command"], where))


def _read_events(plain: Any, where: str) -> tuple[Event, ...]:
    if not isinstance(plain, list) or len(plain) > wire.MOST_ROWS:
        raise ValueError(f"{where} must be a list of events")
    return tuple(codec.read_kind(EVENT_KINDS, event, where) for event in plain)


def _parts(plain: Any, names: tuple[str, ...], where: str) -> Mapping[str, Any]:
    if not isinstance(plain, dict) or set(plain) != set(names):
        raise ValueError(f"{where} must have {', '.join(names)}")
    return plain


# The whole of it, when play is over ---------------------------------------------------------------------------------


def write_opened(opened: Opened) -> dict[str, Any]:
    """The whole exercise; without its files, by which it could be played anew."""
    scenario = wire.write(Scenario, without_author_forms(opened.scenario))
    return {"scenario": scenario, "log": [write_step(step) for step in opened.log]}


def read_opened(plain: Any) -> Opened:
    """The same, read. Raises ValueError with one sentence, without a stop."""
    parts = _parts(plain, ("scenario", "log"), "opened")
    if not isinstance(parts["log"], list) or len(parts["log"]) > wire.MOST_ROWS:
        raise ValueError("opened.log must be a list")
    scenario = wire.read(Scenario, parts["scenario"], "opened.scenario")
    return Opened(scenario, tuple(read_step(step, "opened.log") for step in parts["log"]))


def without_author_forms(scenario: Scenario) -> Scenario:
    """A scenario without what an author wrote in another form than it is played: of that a council was made."""
    actors = {id_: replace(actor, stock=None, members=None, answers={}) for id_, actor in scenario.actors.items()}
    return replace(scenario, actors=actors)

"""Sense of a scenario's own tests: kinds of commands and events, their fields, and what one test can hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crisis_game.documents import Path
from crisis_game.scenario.model_trials import Choice, Given, Trial
from crisis_game.scenario.reading.sense import Sense
from crisis_game.scenario.reading.trial_words import COMMAND_WORDS, EVENT_WORDS

ANSWERS = "answer-inject"
"""The kind of command that answers an inject."""
INQUIRES, OWN_HARM = "ask-inquiry", "own-harm"
"""The kind of command that asks for an inquiry, and what it can be into beside the incidents."""

_PARTS = ("holds", "event", "never", "finding", "objective", "refused")


def check_trials(sense: Sense) -> None:
    """Every test can be run, as far as that shows before it is run."""
    for trial in sense.file.trials:
        path = ("tests", trial.id)
        _check_given(sense, (*path, "given"), trial.given)
        if isinstance(trial.when, Choice):
            check_command(sense, (*path, "when", "command"), trial.when.command)
        _check_then(sense, path, trial)


def _check_given(sense: Sense, path: Path, given: Given) -> None:
    rounds = sense.lesson.rounds
    if given.round > rounds:
        message = "This scenario has {rounds} rounds; a test cannot begin in round {round}."
        sense.error((*path, "round"), "E534", message, "Choose an earlier round.", rounds=rounds, round=given.round)
    if given.adopted and given.round == 1:
        message = "Before the first round nothing can have been adopted."
        sense.error((*path, "round"), "E534", message, "Let the test begin in round 2 or later.")
    for draw, value in given.draws.items():
        _check_draw(sense, (*path, "draws", draw), draw, value)
    for gauge, number in given.gauges.items():
        _check_gauge(sense, (*path, "gauges", gauge), gauge, number)
    for place, choice in enumerate(given.choices):
        check_command(sense, (*path, "choices", place, "command"), choice.command)


def _check_draw(sense: Sense, path: Path, draw: str, value: str) -> None:
    values = sense.file.draws.get(draw)
    if values is None:
        sense.complaints.unknown(path, "E351", "There is no draw `{word}`.", draw, sense.file.draws, key=True)
    elif value not in (known := [possible for possible, _ in values.values]):
        sense.complaints.unknown(path, "E534", "The draw {draw} never gives `{word}`.", value, known, draw=draw)


def _check_gauge(sense: Sense, path: Path, gauge: str, value: int) -> None:
    own = sense.file.gauges.get(gauge)
    low, high = (own.values.get("low", 0), own.values.get("high", 100)) if own else (0, 100)
    if not low <= value <= high:
        message = "The gauge {gauge} lies between {low} and {high}."
        sense.error(path, "E534", message, "Write a number in these bounds.", gauge=gauge, low=low, high=high)


def _check_then(sense: Sense, path: Path, trial: Trial) -> None:
    tries = sense.says(*path, "when", "command")
    for place, expected in enumerate(trial.then):
        here = (*path, "then", place)
        parts = [part for part in _PARTS if getattr(expected, part) is not None]
        if len(parts) != 1:
            message = "A line of `then` expects exactly one thing."
            fix = (
                "Write one of these, each in a line of its own: a condition, event, never, finding, objective, refused."
            )
            sense.error(here, "E533", message, fix)
        elif expected.refused is not None and not tries:
            message = "Only a command can be refused, and this test waits for time to pass."
            sense.error((*here, "refused"), "E533", message, "Let `when` be a command of a seat.")
        for part, wanted in (("event", expected.event), ("never", expected.never)):
            if parts == [part] and wanted is not None:
                _check_fields(sense, (*here, part), "event", wanted, EVENT_WORDS)


def check_command(sense: Sense, path: Path, command: Mapping[str, Any]) -> None:
    """Note an unknown kind of command, a field that it does not have, one that it lacks, an answer nobody can give."""
    words = dict(command)
    if words.get("kind") in ("table-text", "call-emergency") and "package" in words and "draft" not in words:
        words["draft"] = words.pop("package")
    needed = _check_fields(sense, path, "command", words, COMMAND_WORDS)
    missing = [name for name in needed if name not in words]
    if missing:
        message = "A command `{kind}` needs {missing}."
        sense.error(path, "E532", message, "Write it beside `kind`.", kind=words["kind"], missing=missing[0])
    elif words.get("kind") == ANSWERS:
        _check_answer(sense, path, str(words["inject"]), str(words["answer"]))
    elif words.get("kind") == INQUIRES:
        _check_inquiry(sense, path, str(words["subject"]))


def _check_answer(sense: Sense, path: Path, inject: str, choice: str) -> None:
    """Note an answer that an inject does not have."""
    sheet = sense.file.injects.get(inject)
    if sheet is None:
        return
    known = [reply.id for reply in sheet.asks.choices] if sheet.asks is not None else []
    if choice not in known:
        message = "The inject {inject} has no answer `{word}`."
        sense.complaints.unknown((*path, "answer"), "E351", message, choice, known, inject=inject)


def _check_inquiry(sense: Sense, path: Path, subject: str) -> None:
    """Note an inquiry into what is no incident: the act can never be done."""
    known = (*sense.file.incidents, OWN_HARM)
    if subject not in known:
        message = "There is no incident `{word}` to inquire into."
        sense.complaints.unknown((*path, "subject"), "E351", message, subject, known)


def _check_fields(
    sense: Sense, path: Path, thing: str, words: Mapping[str, Any], table: Mapping[str, str]
) -> list[str]:
    """Note an unknown kind or field; the fields that the kind needs."""
    kind = words.get("kind")
    if not isinstance(kind, str) or kind not in table:
        where = (*path, "kind") if "kind" in words else path
        message = "There is no kind of {thing} `{word}`."
        sense.complaints.unknown(where, "E530", message, str(kind or ""), table, thing=thing)
        return []
    names = [name.removesuffix("?") for name in table[kind].split()]
    for name in words:
        if name not in ("kind", *names):
            message = "The {thing} `{kind}` has no `{word}`."
            sense.complaints.unknown((*path, name), "E531", message, name, names, key=True, thing=thing, kind=kind)
    return [name for name in table[kind].split() if not name.endswith("?")]

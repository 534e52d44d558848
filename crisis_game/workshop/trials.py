"""An author's own tests of a scenario, run: what was expected, what came instead, and how it came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any

from crisis_game.assessment.assess import assess
from crisis_game.assessment.history import history
from crisis_game.conditions.condition import Condition, Formula, kind_of
from crisis_game.conditions.syntax_tree import Binary, Call, Comparison, Name, Node, Unary
from crisis_game.engine import codec
from crisis_game.engine.act import Refusal
from crisis_game.engine.conditions import Facts
from crisis_game.engine.event import Event
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.model_trials import Choice, Expected, ExpectedFinding, ExpectedObjective, Trial
from crisis_game.scenario.reading.load import Reading
from crisis_game.texts import Problem, Text, Value
from crisis_game.workshop.trial_game import CannotBeGivenError, TrialGame

MOST_TOLD = 5
"""Sentences that tell how it came."""

Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """One line of a test that does not hold, or a state that does not come about.

    Attributes:
        where: the path of the line in the scenario's file.
        code: of the problem, E540 or E541.
        expected: what should have come.
        came: what came instead.
        how: the last things that were told before.
    """

    where: Where
    code: str
    expected: Text
    came: Text
    how: tuple[Text, ...]


def trial_problems(reading: Reading) -> tuple[Problem, ...]:
    """The failures of all tests of a scenario, as problems at their places; none where it could not be read."""
    if reading.scenario is None:
        return ()
    problems = []
    for trial in reading.scenario.trials:
        for failure in run_trial(reading.scenario, trial):
            file, span = reading.merged.place(failure.where)
            problems.append(Problem(failure.code, file, span, _message(trial, failure), _fix(failure)))
    return tuple(problems)


def run_trial(scenario: Scenario, trial: Trial) -> tuple[Failure, ...]:
    """Run one test; empty where all of it holds. The same scenario gives the same result on every machine."""
    path: Where = ("tests", trial.id)
    try:
        outcome = _tried(scenario, trial)
    except CannotBeGivenError as fault:
        return (Failure((*path, *fault.where), "E541", Text("the state that is given"), fault.words, ()),)
    if outcome.refusal is not None and not any(expected.refused for expected in trial.then):
        return (Failure((*path, "when"), "E540", Text("this is possible"), _refused(outcome.refusal), outcome.how),)
    failures = []
    for place, expected in enumerate(trial.then):
        missing = outcome.missing(expected)
        if missing is not None:
            failures.append(Failure((*path, "then", place), "E540", *missing, outcome.how))
    return tuple(failures)


def _tried(scenario: Scenario, trial: Trial) -> _Outcome:
    """Bring about what is given, and do what is tried. Raises CannotBeGivenError."""
    game = TrialGame(scenario, trial.given)
    game.begin()
    before = len(game.steps)
    if not isinstance(trial.when, Choice):
        game.pass_time(trial.when)
        return _Outcome(game, before, None)
    try:
        return _Outcome(game, before, game.choose(trial.when))
    except CannotBeGivenError as fault:
        raise CannotBeGivenError(fault.words, ("when",)) from fault


class _Outcome:
    """What came of a test's step, and what of an expectation is missing in it."""

    def __init__(self, game: TrialGame, before: int, refusal: Refusal | None) -> None:
        self.game = game
        self.refusal = refusal
        self.events = [event for step in game.steps[before:] for event in step.events]

    @property
    def how(self) -> tuple[Text, ...]:
        """The last sentences told in the step; where it told nothing, the last before."""
        sentences = _sentences(self.events) or _sentences(self.game.events)
        return tuple(sentences[-MOST_TOLD:])

    def missing(self, expected: Expected) -> tuple[Text, Text] | None:
        """What was expected and what came instead; None where it came."""
        if expected.holds is not None:
            return self._condition(expected.holds)
        if expected.event is not None:
            return self._event(expected.event)
        if expected.never is not None:
            return self._never(expected.never)
        if expected.finding is not None:
            return self._finding(expected.finding)
        if expected.objective is not None:
            return self._objective(expected.objective)
        return self._refusal(expected.refused or "")

    def _condition(self, line: Condition) -> tuple[Text, Text] | None:
        facts = Facts(self.game.scenario, self.game.state)
        if line.holds(facts):
            return None
        parts = tuple(_value(line.source, node, facts) for node in _asked(line.tree))
        return Text("{line}", {"line": line.source}), Text("{parts}", {"parts": parts or (Text("it is false"),)})

    def _event(self, wanted: Mapping[str, Any]) -> tuple[Text, Text] | None:
        alike = [codec.write(event) for event in self.events if event.kind == wanted["kind"]]
        if any(_within(wanted, event) for event in alike):
            return None
        expected = Text("an event {wanted}", {"wanted": _worded(wanted)})
        if not alike:
            return expected, Text("no event {kind} came", {"kind": wanted["kind"]})
        came = tuple(_worded({key: event.get(key) for key in wanted}) for event in alike[:3])
        return expected, Text("{kind} came, but as {found}", {"kind": wanted["kind"], "found": came})

    def _never(self, wanted: Mapping[str, Any]) -> tuple[Text, Text] | None:
        for event in self.events:
            if event.kind == wanted["kind"] and _within(wanted, codec.write(event)):
                return Text("no event {wanted}", {"wanted": _worded(wanted)}), Text("it came")
        return None

    def _finding(self, wanted: ExpectedFinding) -> tuple[Text, Text] | None:
        acts = [act for act in assess(self.game.scenario, self.game.events).acts if _about(act.id, act.subject, wanted)]
        acts = [act for act in acts if wanted.by is None or wanted.by in act.participants]
        verdicts = [
            (act.id, finding.verdict)
            for act in acts
            for finding in act.reading(wanted.reading).judgement.findings
            if finding.rule == wanted.rule
        ]
        if any(verdict == wanted.verdict for _, verdict in verdicts):
            return None
        expected = Text("the rule {rule} answers {verdict}", {"rule": wanted.rule, "verdict": wanted.verdict})
        if not acts:
            return expected, Text("there is no such act on record")
        if not verdicts:
            return expected, Text("it says nothing of these acts: {acts}", {"acts": tuple(act.id for act in acts)})
        answers = tuple(Text("{verdict} on {act}", {"verdict": verdict, "act": act}) for act, verdict in verdicts)
        return expected, Text("it answers {answers}", {"answers": answers})

    def _objective(self, wanted: ExpectedObjective) -> tuple[Text, Text] | None:
        played = history(self.game.scenario, self.game.events)
        sheet = next(sheet for sheet in self.game.scenario.objectives if sheet.id == wanted.id)
        how_far = played.occasions.met(sheet, played.state)
        if how_far == wanted.how_far:
            return None
        expected = Text("the objective {id} is {how_far}", {"id": wanted.id, "how_far": wanted.how_far})
        return expected, Text("it is {how_far}", {"how_far": how_far})

    def _refusal(self, code: str) -> tuple[Text, Text] | None:
        if self.refusal is not None and self.refusal.code == code:
            return None
        expected = Text("the command is refused ({code})", {"code": code})
        return expected, _refused(self.refusal) if self.refusal is not None else Text("it was accepted")


def _message(trial: Trial, failure: Failure) -> Text:
    values: dict[str, Value] = {"test": trial.id, "expected": failure.expected, "came": failure.came}
    if failure.code == "E541":
        return Text("The test {test} cannot be run: {came}", values)
    return Text("The test {test} expected: {expected}. Instead: {came}", values)


def _fix(failure: Failure) -> Text:
    if not failure.how:
        return Text("Change what the test is given, or mend the scenario.")
    last_sentences = reduce(lambda before, last: Text("{before} {last}", {"before": before, "last": last}), failure.how)
    return Text("Mend the scenario, or the test. The last that came: {how}", {"how": last_sentences})


def _sentences(events: Iterable[Event]) -> list[Text]:
    return [sentence for event in events if (sentence := event.tell()) is not None]


def _refused(refusal: Refusal) -> Text:
    return Text("it is refused ({code}): {because}", {"code": refusal.code, "because": refusal.because})


def _about(id_: str, subject: str, wanted: ExpectedFinding) -> bool:
    return wanted.about is None or wanted.about in (id_, subject, *subject.split("/"))


def _within(wanted: Any, actual: Any) -> bool:
    """Whether a plain value has at least what is wanted of it."""
    if isinstance(wanted, Mapping):
        if not isinstance(actual, Mapping):
            return False
        return all(key in actual and _within(inner, actual[key]) for key, inner in wanted.items())
    if isinstance(wanted, list | tuple):
        return isinstance(actual, list) and len(actual) == len(wanted) and all(map(_within, wanted, actual))
    return type(wanted) is type(actual) and bool(wanted == actual)


def _worded(value: Any) -> str:
    """A plain value as an author would write it, on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_worded(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_worded, value)) + "]"
    if value is None or isinstance(value, bool):
        return {None: "none", True: "true", False: "false"}[value]
    return str(value)


def _asked(tree: Node) -> Iterable[Node]:
    """The names and functions that a condition asks, once each, from left to right."""
    match tree:
        case Name() | Call():
            return (tree,)
        case Unary(inner=inner):
            return _asked(inner)
        case Binary(left=left, right=right) | Comparison(left=left, right=right):
            return (*_asked(left), *_asked(right))
        case _:
            return ()


def _value(source: str, node: Node, facts: Facts) -> Text:
    """What a name or function of a condition is now."""
    words, kind = source[node.start : node.end], kind_of(node)
    shown: str | int
    if kind == "number":
        shown = Formula(words, node).value(facts)
    elif kind == "truth":
        shown = "true" if Condition(words, node).holds(facts) else "false"
    elif isinstance(node, Call):
        shown = str(facts.call(node.function, tuple(word.value for word in node.arguments)))
    else:
        shown = facts.grade(words)
    return Text("{words} is {value}", {"words": words, "value": shown})

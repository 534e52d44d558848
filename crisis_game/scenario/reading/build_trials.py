"""Tests from their checked shapes."""

from __future__ import annotations

from crisis_game.scenario.model_trials import Choice, Expected, ExpectedFinding, Given, Trial, Until
from crisis_game.scenario.reading.authored import Authored
from crisis_game.scenario.reading.shapes import ScenarioShape
from crisis_game.scenario.reading.shapes_trials import ChoiceShape, ExpectShape, GivenShape, WhenShape


def trials(shape: ScenarioShape, words: Authored) -> tuple[Trial, ...]:
    """The scenario's tests, in the order of the file."""
    return tuple(
        Trial(id_, words.prose(one.why), _given(one.given), _when(one.when), tuple(_then(e, words) for e in one.then))
        for id_, one in shape.tests.items()
    )


def _given(one: GivenShape) -> Given:
    return Given(
        seed=one.seed,
        policy=one.policy,
        round=one.round or (2 if one.adopted else 1),
        beat=one.beat,
        truth=one.truth,
        temperament=one.temperament,
        draws=one.draws,
        gauges=one.gauges,
        incidents=tuple(one.incidents),
        adopted=tuple(one.adopted),
        choices=tuple(_choice(choice) for choice in one.choices),
    )


def _choice(one: ChoiceShape) -> Choice:
    return Choice(one.seat, one.command, one.round, one.beat)


def _when(one: WhenShape) -> Choice | Until:
    if one.seat is not None and one.command is not None:
        return Choice(one.seat, one.command)
    return one.until or "the round ends"


def _then(one: ExpectShape, words: Authored) -> Expected:
    found = one.finding
    return Expected(
        holds=words.condition(one.holds) if one.holds is not None else None,
        event=one.event,
        never=one.never,
        finding=ExpectedFinding(found.rule, found.verdict, found.about, found.by, found.reading) if found else None,
        refused=one.refused,
    )

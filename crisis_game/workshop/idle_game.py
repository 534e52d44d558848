"""What a game comes to in which nobody does anything: an objective that is met there shows no deed of anybody."""

from __future__ import annotations

from crisis_game.assessment.objectives import Occasions
from crisis_game.players.seat_policies import ABSENT
from crisis_game.scenario.reading.check_rounds import is_beyond_players
from crisis_game.scenario.reading.load import Reading
from crisis_game.texts import Problem, Text
from crisis_game.workshop.rehearsal import FAULTS
from crisis_game.workshop.rehearsed_game import play_through
from crisis_game.workshop.trials import trial_problems

SEED = 1


def problems_in_play(reading: Reading) -> tuple[Problem, ...]:
    """What shows of a scenario only when it is played: what its own tests find, and what an idle game does."""
    return (*trial_problems(reading), *idle_problems(reading))


def idle_problems(reading: Reading) -> tuple[Problem, ...]:
    """A warning for each objective that is met, or met in part, with all seats absent; none for a faulty scenario.

    Where only the seed or the clock decides, another warning has said so.
    """
    scenario = reading.scenario
    if scenario is None or not scenario.objectives:
        return ()
    try:
        game = play_through(scenario, SEED, dict.fromkeys(scenario.members, ABSENT))
    except FAULTS:
        return ()
    occasions: Occasions = game.history.occasions
    problems = []
    for objective in scenario.objectives:
        how_far = occasions.met(objective, game.state)
        line = {"met": objective.met, "partly": objective.partly}.get(how_far)
        if line is not None and not is_beyond_players(line.tree):
            file, span = reading.merged.place(("objectives", objective.id, how_far))
            problems.append(Problem("W632", file, span, _MESSAGE, _FIX))
    return tuple(problems)


_MESSAGE = Text("This holds in a game in which nobody does anything, so it shows no deed of anybody.")
_FIX = Text("Ask for something that players do, such as `done('...')`, `verified('...')` or `adopted('...')`.")

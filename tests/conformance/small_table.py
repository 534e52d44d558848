"""Moves at a small table: three members, a neighbour, and a state that presses them, from `tests.engine.builders`.

AAA holds a harbour on which escort and force rest; BBB lost a cutter, the Lind, and is the victim; CCC tracks ships;
XXX presses; NNN is the neighbour. Two of three decide; force takes the victim's yes as well. A question may change the
charter in a few words, and begins in one of the beats.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from crisis_game.charter import model as treaty
from crisis_game.charter import organs
from crisis_game.charter.fields import Field, Report
from crisis_game.charter.rule_notation import RuleReader, Vocabulary
from crisis_game.charter.rules import DecisionRule
from crisis_game.engine import codec, conducts
from crisis_game.engine.act import Refusal, Submission
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.machine import step
from crisis_game.engine.sender import at_keyboard
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import Phase
from crisis_game.scenario.model import Scenario
from crisis_game.texts import prose
from tests.conformance.findings import plain
from tests.engine import builders

BEATS: Mapping[str, Phase] = {"situation": "briefing", "table": "consultation", "orders": "voting"}
"""The phase in which each beat begins."""


def played(question: Mapping[str, Any]) -> dict[str, Any]:
    """What comes of the moves of a question.

    All moves but the last must be possible. The answer has the last one's refusal (`refused`, `article`), or all
    events of the game in order (`events`), and what the judge publicly says of each act on record (`acts`).

    Raises:
        ValueError: a move before the last is refused.
    """
    scenario = _scenario(question.get("charter", {}))
    working = Working(scenario, builders.opened(scenario, BEATS[question["beat"]]))
    events: list[dict[str, Any]] = []
    moves = [single_move for move in question["moves"] for single_move in _single(move)]
    for number, move in enumerate(moves, 1):
        result = step(scenario, working.state, _submission(move))
        if isinstance(result, Refusal):
            if number < len(moves):
                raise ValueError(f"move {number} is refused: {result.code}")
            return {"refused": result.code, "article": result.article, "events": events, "acts": {}}
        events += [codec.write(event) for event in result]
    return {"refused": None, "article": None, "events": events, "acts": _acts(working)}


def _single(move: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """The moves that a line stands for: itself, or the votes of several members on one text."""
    votes = move.get("votes", {})
    cast = [{"seat": seat, "kind": "cast-vote", "text": move["text"], "vote": vote} for seat, vote in votes.items()]
    return cast or (move,)


def _submission(move: Mapping[str, Any]) -> Submission:
    command = codec.read_kind(BY_KIND, {key: value for key, value in move.items() if key != "seat"}, "move")
    return Submission("ref", move.get("seat", "facilitator"), at_keyboard(move.get("seat", "facilitator")), command)


def _acts(working: Working) -> dict[str, Any]:
    return {id_: plain(judgement) for id_, judgement in conducts.judged(working.state, "public").items()}


def _scenario(changes: Mapping[str, Any]) -> Scenario:
    """The small scenario; `changes` may have `rule`, `opt_outs`, `own_consent`, `emergency` and `renewal`."""
    charter = builders.charter()
    if "rule" in changes:
        decision = organs.Decision(
            (organs.ANY,),
            _rule(changes["rule"]),
            opt_outs=changes.get("opt_outs", False),
            own_consent=tuple(changes.get("own_consent", ())),
            article="6",
        )
        charter = replace(charter, organs=(replace(charter.organs[0], decisions=(decision,)),))
    if "emergency" in changes:
        charter = replace(charter, emergency=treaty.Emergency(changes["emergency"], "9"))
    if "renewal" in changes:
        charter = replace(charter, review=treaty.Review("10", prose("Measures are reviewed."), changes["renewal"]))
    return builders.tiny(charter=charter)


def _rule(plain: Mapping[str, Any]) -> DecisionRule:
    """A rule of a charter, in which roles may be named."""
    report = Report()
    decision_rule = RuleReader(Vocabulary(frozenset(builders.MEMBERS), roles=True)).read(Field(dict(plain), (), report))
    if decision_rule is None or report.faults:
        raise ValueError(f"the rule {plain} is faulty: {report.faults}")
    return decision_rule

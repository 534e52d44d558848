"""What an author wants to see come to pass, and how an event shows that it did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from crisis_game.engine.event import Event
from crisis_game.engine.events.ballots import TextAdopted
from crisis_game.engine.events.questions import QuestionAnswered
from crisis_game.engine.events.record import ConductGrew, ConductOpened
from crisis_game.engine.events.script import LetterCame, MilestoneReached, ReactionFired
from crisis_game.engine.events.world import EndingReached
from crisis_game.engine.readings import reading
from crisis_game.engine.state import State
from crisis_game.law.judge import judge
from crisis_game.law.order import RULES
from crisis_game.scenario.model import Scenario
from crisis_game.workshop.text_options import options_in

Kind = Literal["inject", "answer", "ending", "reaction", "milestone", "measure", "clause", "package", "rule"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_INJECT = "inject:"


@dataclass(frozen=True, slots=True, order=True)
class Goal:
    """One thing that could come to pass: an inject arrives, an ending or milestone is reached, a reaction takes place.

    An answer, named by `INJECT.ANSWER`, comes to pass when a seat gives it, or is silent and that means it.

    A measure, clause or package comes to pass when it stands in an adopted text, a rule when it makes a finding.
    """

    kind: Kind
    id: str

    def __str__(self) -> str:
        """As the command line names it."""
        return f"{self.kind}:{self.id}"


def answer_id(inject: str, answer: str) -> str:
    """The id of an answer as a goal."""
    return f"{inject}.{answer}"


def goals(scenario: Scenario) -> tuple[Goal, ...]:
    """Everything that could come to pass in a scenario, in the order of `KINDS`."""
    ids: dict[Kind, Sequence[str]] = {
        "inject": tuple(scenario.injects),
        "answer": tuple(
            answer_id(inject.id, reply.id)
            for inject in scenario.injects.values()
            for reply in (inject.asks.choices if inject.asks is not None else ())
        ),
        "ending": tuple(ending.id for ending in scenario.endings),
        "reaction": tuple(scenario.reactions),
        "milestone": tuple(scenario.milestones),
        "measure": scenario.played,
        "clause": tuple(scenario.clauses),
        "package": tuple(scenario.packages),
        "rule": tuple(RULES),
    }
    return tuple(Goal(kind, id_) for kind in KINDS for id_ in ids[kind])


def shown(scenario: Scenario, state: State, events: Sequence[Event]) -> Iterator[Goal]:
    """The goals that these events bring about; the state stands after them."""
    for event in events:
        match event:
            case LetterCame(letter=letter) if letter.id.startswith(_INJECT):
                yield Goal("inject", letter.id.removeprefix(_INJECT))
            case QuestionAnswered(inject=inject, answer=answer):
                yield Goal("answer", answer_id(inject, answer))
            case ReactionFired(reaction=reaction):
                yield Goal("reaction", reaction)
            case MilestoneReached(milestone=milestone):
                yield Goal("milestone", milestone)
            case EndingReached(ending=ending):
                yield Goal("ending", ending)
            case TextAdopted(text=text):
                options = options_in(scenario, state.council.texts[text].draft)
                yield from (Goal(kind, id_) for kind, id_ in options)
            case ConductOpened(id=conduct) | ConductGrew(id=conduct):
                yield from _rules(state, conduct)


def _rules(state: State, conduct: str) -> Iterator[Goal]:
    """The rules that make a finding on an act as it truly was."""
    on_record = state.record.conducts.get(conduct)
    if on_record is not None:
        yield from (Goal("rule", finding.rule) for finding in judge(reading(on_record, "true")).findings)

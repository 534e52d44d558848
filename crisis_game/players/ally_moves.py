"""What a policy makes of an ally's act: its wants, the law as all can read it, and how far it trusts the actor.

Who likes the measure and finds the law for it endorses it; who would gain by what the law does not allow is silent. Who
dislikes it, or minds the law, disowns it, and reports it where law weighs most. Who is of two minds sets a condition.
"""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.acts.ally import AnswerAlly
from crisis_game.engine.state import AllyAct
from crisis_game.law.finding import Legality
from crisis_game.law.judge import open_case
from crisis_game.law.order import gravest, manner, overall
from crisis_game.players.mind import Mind, Move
from crisis_game.scenario.ids import AllyWord, ClauseId
from crisis_game.texts import Text

AGAINST = -2
"""From this worth down an act is disowned."""

GAINS = 2
"""From this liking on a seat gains by a measure."""

CONDITIONS: tuple[ClauseId, ...] = ("end-date", "limits", "reasons")
"""What is asked of an act by who wishes for no clause in particular, the likeliest first."""

_WHY: dict[AllyWord, Text] = {
    "endorse": Text("It is what we would have done."),
    "condition": Text("We can live with it, if it has bounds."),
    "disown": Text("This was not done in our name."),
    "report": Text("The Security Council should hear of it from us, and whose act it is."),
    "silence": Text("There is nothing that we could gain by speaking."),
}


def moves(mind: Mind) -> Iterator[Move]:
    """An answer to each act that waits for one."""
    for act in mind.seen.ally_acts_due:
        word = answer(mind, act)
        clause = condition(mind) if word == "condition" else ""
        yield AnswerAlly(act.actor, act.conduct, word, clause), _WHY[word]


def answer(mind: Mind, act: AllyAct) -> AllyWord:
    """What a policy says of an act."""
    liking, legality = _liking(mind, act), _legality(mind, act)
    law = _law_weight(mind)
    worth = liking + _trust(mind, act) - law * (4 if legality == "unlawful" else 1 if legality != "lawful" else 0)
    if legality == "unlawful" and law == 2 and mind.character.reports:
        return "report"
    if worth <= AGAINST:
        return "silence" if liking >= GAINS else "disown"
    if liking >= GAINS:
        return "endorse" if worth >= GAINS else "silence"
    return "silence" if mind.character.tables == "never" or not mind.seen.clauses else "condition"


def condition(mind: Mind) -> ClauseId:
    """The clause that a policy asks for: one that it wishes for, else one that bounds an act."""
    asked = (*mind.weighing.wishes, *CONDITIONS, *mind.seen.clauses)
    refused = mind.weighing.dislikes
    return next(clause for clause in asked if clause in mind.seen.clauses and clause not in refused)


def _liking(mind: Mind, act: AllyAct) -> int:
    """How a seat likes what was done; a step of a member is no measure that anybody has a liking for."""
    return 0 if act.is_step else mind.weighing.liking(mind.seen.measure(act.measure))


def _law_weight(mind: Mind) -> int:
    return max(0, min(2, max(mind.seen.written.law_weight, mind.character.law) - mind.character.lawless))


def _trust(mind: Mind, act: AllyAct) -> int:
    return max(-1, min(1, mind.seen.trust(act.actor)))


def _legality(mind: Mind, act: AllyAct) -> Legality:
    """What all can read of the law on it, of two words the less favourable."""
    case = open_case(mind.seen.act_on_record(act.conduct))
    how = manner(case)
    return overall(case) if how is None else gravest([overall(case), how])

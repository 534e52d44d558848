"""The review of an exercise: one typed object (`model.Review`), made from the log.

`review` takes a sitting, `review_of` a scenario and the steps of a log. It takes up to some seconds, since the hinges
are played out: a screen asks for it beside its own work.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crisis_game.assessment.assess import assessed
from crisis_game.assessment.model import Assessment, ObjectiveRead
from crisis_game.assessment.ratings import proposed_ratings
from crisis_game.debrief.answers import answer_told
from crisis_game.debrief.chronicle import Chronicle, chronicle_of
from crisis_game.debrief.course import AnsweredTold, AnswerTold, Comment, Shown
from crisis_game.debrief.findings import act_told
from crisis_game.debrief.grades import FORMULA, grades
from crisis_game.debrief.hinges import hinges
from crisis_game.debrief.model import (
    EndingTold,
    GaugeHistory,
    MindRole,
    MindTold,
    ObjectiveTold,
    RatingTold,
    Revealed,
    Review,
    RoundTold,
)
from crisis_game.debrief.other_rules import other_rules
from crisis_game.debrief.room import opinions_on
from crisis_game.debrief.timeline import roll_calls, timeline
from crisis_game.engine.events.questions import QuestionAnswered
from crisis_game.engine.free_moves import said
from crisis_game.engine.state import FreeMove, State
from crisis_game.engine.state.world import World
from crisis_game.exercise.replay import LogLine
from crisis_game.exercise.sitting import NotFinishedError, Sitting
from crisis_game.players.turns import is_over
from crisis_game.scenario.ids import FACILITATOR, ActorId, SeatId
from crisis_game.scenario.model import Scenario, Temperament
from crisis_game.scenario.model_script import Rating
from crisis_game.texts import Text, prose

__all__ = ["Review", "review", "review_of", "review_of_chronicle"]


@dataclass(frozen=True, slots=True)
class _Made:
    """A review with what it was made of."""

    scenario: Scenario
    log: Sequence[LogLine]
    review: Review


_MADE: deque[_Made] = deque(maxlen=4)
"""The reviews that were made last: all who read the debrief of an exercise read the same one."""


def review(sitting: Sitting, reader: SeatId = "") -> Review:
    """The review of an exercise, for one reader; who comes after the first, or comes again, does not wait for it.

    Raises:
        NotFinishedError: if play is not over and the reader is not the facilitator.
    """
    opened = sitting.opened(reader)
    for made in tuple(_MADE):
        if made.log == opened.log and made.scenario == opened.scenario:
            return made.review
    made = _Made(opened.scenario, opened.log, review_of(opened.scenario, opened.log, reader))
    _MADE.append(made)
    return made.review


def review_of(
    scenario: Scenario, steps: Iterable[LogLine], reader: SeatId = "", *, of_other_rules: bool = False
) -> Review:
    """The review of a log, for one reader; the same log always gives the same review.

    Args:
        scenario: what was played.
        steps: the log.
        reader: who reads it.
        of_other_rules: it was played by the rules of another version, so that nothing in it can be played on from here.

    Raises:
        NotFinishedError: if play is not over and the reader is not the facilitator.
    """
    chronicle = chronicle_of(scenario, steps)
    if not is_over(chronicle.state) and reader != FACILITATOR:
        raise NotFinishedError("the exercise is not over; its debrief would tell what is hidden.")
    return review_of_chronicle(chronicle, assessed(chronicle.history), plays_on=not of_other_rules)


def review_of_chronicle(chronicle: Chronicle, assessment: Assessment, *, plays_on: bool) -> Review:
    """The review of a log that was read and judged already; nobody is asked whether its reader may have it.

    Args:
        chronicle: the log.
        assessment: its acts, judged.
        plays_on: whether the hinges are played out.
    """
    scenario, state = chronicle.scenario, chronicle.state
    acts = {act.id: act_told(act, opinions_on(chronicle, act.subject)) for act in assessment.acts}
    rounds = _rounds(chronicle, assessment)
    return Review(
        scenario=scenario.id,
        title=scenario.title,
        content_hash=scenario.content_hash,
        finished=is_over(state),
        rounds_played=state.table.round,
        ending=_ending(chronicle),
        revealed=_revealed(scenario, state),
        holders=dict(sorted(state.table.holders.items())),
        hinges=hinges(chronicle, assessment, acts, plays_on=plays_on),
        rounds=rounds,
        acts=tuple(acts.values()),
        omissions=tuple(act_told(omission) for omission in assessment.omissions),
        gauges=_gauges(chronicle),
        seats=assessment.seats,
        organisation=assessment.organisation,
        consistency=assessment.consistency,
        burdens=assessment.burdens,
        objectives=tuple(_objective(chronicle, objective) for objective in assessment.objectives),
        questions=scenario.debrief,
        grades=grades(chronicle.history, assessment),
        formula=FORMULA,
        notes=tuple(comment for comment in _comments(chronicle) if not comment.entry),
        other_rules=other_rules(scenario, (call for told in rounds for call in told.votes)),
        proposals=proposed_ratings(chronicle.sightings),
        ratings=tuple(
            RatingTold(what, seat, given.rating, given.words, given.round)
            for (what, seat), given in state.desk.ratings.items()
        ),
        assessment=assessment,
    )


def _objective(chronicle: Chronicle, read: ObjectiveRead) -> ObjectiveTold:
    seen = chronicle.sightings.objectives[read.id]
    shown = Shown(seen.round, seen.seats) if seen.so_far != "not" else None
    return ObjectiveTold(read.text, read.met, read.contrary, read.came, shown)


def _ending(chronicle: Chronicle) -> EndingTold | None:
    """The ending with the words for how it came about."""
    if chronicle.ending is None:
        return None
    sheet = next(ending for ending in chronicle.scenario.endings if ending.id == chronicle.ending.ending)
    variant = chronicle.ending.variant
    text = sheet.variants[variant].text if variant >= 0 else sheet.text
    return EndingTold(sheet.id, sheet.title, text, len(chronicle.scenario.endings))


def _revealed(scenario: Scenario, state: State) -> Revealed:
    world = state.world
    truth = scenario.truths.get(world.truth)
    nothing = prose("")
    return Revealed(
        seed=state.table.seed,
        truth=truth.name if truth else nothing,
        truth_told=truth.reveal if truth else nothing,
        minds=tuple(
            MindTold(id_, mind.name, mind.reveal, _role(scenario, id_)) for id_, mind in _minds(scenario, world)
        ),
        draws=tuple(sorted(world.draws.items())),
    )


def _minds(scenario: Scenario, world: World) -> Iterator[tuple[ActorId, Temperament]]:
    """How those who press were minded, as far as the log has come to it."""
    for id_, actor in world.actors.items():
        mind = scenario.actors[id_].temperaments.get(actor.temperament)
        if mind is not None:
            yield id_, mind


def _role(scenario: Scenario, actor: ActorId) -> MindRole:
    if scenario.actors[actor].model == "course":
        return "course"
    return "opponent" if actor in scenario.opponents else "member"


def _answers(chronicle: Chronicle, round_: int) -> Iterator[AnswerTold]:
    """What those who press sealed and did in a round."""
    for kept in chronicle.answers.get(round_, {}).values():
        answer = answer_told(chronicle.scenario, kept)
        if answer is not None:
            yield answer


def _rounds(chronicle: Chronicle, assessment: Assessment) -> tuple[RoundTold, ...]:
    state = chronicle.state
    decisions, votes, moves = timeline(chronicle, assessment), roll_calls(chronicle), state.world.moves
    return tuple(
        RoundTold(
            round=number,
            decisions=tuple(decision for decision in decisions if decision.round == number),
            votes=tuple(roll_call for roll_call in votes if roll_call.round == number),
            answers=tuple(_answers(chronicle, number)),
            moves=tuple(move for move in moves if move.round == number),
            asked=tuple(_asked(chronicle, number)),
            free_moves=tuple(_free_move(move) for move in state.desk.moves.values() if move.round == number),
            comments=tuple(told for told in _comments(chronicle) if told.entry and told.round == number),
            expected=tuple((id_, met) for id_, (came, met) in chronicle.sightings.rated.items() if came == number),
        )
        for number in range(1, state.table.round + 1)
    )


def _free_move(move: FreeMove) -> tuple[FreeMove, Text | None]:
    public = said(move, move.ruling).text if move.ruling is not None and move.is_public else None
    return move, public


def _comments(chronicle: Chronicle) -> Iterator[Comment]:
    """The facilitator's notes that are for all, each with what it is about."""
    for note in chronicle.state.desk.notes:
        if not note.shown:
            continue
        entry = [happening for happening in chronicle.happenings if happening.entry == note.entry]
        if not entry:
            yield Comment(note.round, 0, None, note.words)
            continue
        sentences = (sentence for happening in entry if (sentence := happening.event.tell()) is not None)
        yield Comment(max(1, entry[0].round), note.entry, next(sentences, None), note.words)


def _asked(chronicle: Chronicle, round_: int) -> Iterator[AnsweredTold]:
    """The answers to injects that came in a round."""
    for happening in chronicle.happenings:
        event = happening.event
        if happening.round == round_ and isinstance(event, QuestionAnswered):
            asks = chronicle.scenario.injects[event.inject].asks
            rated: Rating = asks.rated(event.answer) if asks is not None else ""
            yield AnsweredTold(event.inject, event.seat, event.answer, event.silent, rated)


def _gauges(chronicle: Chronicle) -> tuple[GaugeHistory, ...]:
    return tuple(_gauge(chronicle, id_, values) for id_, values in sorted(chronicle.gauges.items()))


def _gauge(chronicle: Chronicle, id_: str, values: Sequence[int]) -> GaugeHistory:
    sheet = chronicle.scenario.gauges[id_]
    first = next((move.before for move in chronicle.state.world.moves if move.gauge == id_), sheet.start)
    start = first if values else sheet.start
    return GaugeHistory(id_, sheet.name, start, tuple(values), sheet.rising_is, sheet.low, sheet.high)

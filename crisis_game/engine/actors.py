"""Those who press: in SITUATION each seals what it is about to do, in ANSWER it sees what members did, and acts."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.conditions.grades import GRADES
from crisis_game.engine import bargainer, course, gauges
from crisis_game.engine.bargainer import BACK, HOLD
from crisis_game.engine.conditions import Facts, first_variant
from crisis_game.engine.events.actors import OfferPocketed, OrderSealed, PositionLeaked, ScoresKept, StepTaken
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.events.world import Pairs
from crisis_game.engine.incidents import happen
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.state import Letter, Scores, TextState
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import GaugeId, SeatId
from crisis_game.scenario.model import Actor, Step
from crisis_game.scenario.standard_gauges import DETERRENCE, ESCALATION

SIGNS: Mapping[str, Coded] = {HOLD: coded(Code.SIGNS_OF_HOLD), BACK: coded(Code.SIGNS_OF_BACK)}
"""How it shows beforehand that a bargainer will hold or step back; steps have their author's words."""


def seal(working: Working) -> None:
    """Draw the luck of this round for all who press, seal their orders, and let signs of each be seen."""
    for actor in working.scenario.pressing.values():
        luck = _luck(working, actor)
        order, _ = _choose(working, actor, dict(luck))
        working.emit(OrderSealed(actor.id, order, luck))
        _show_signs(working, actor)


def act(working: Working) -> None:
    """Let all who press act in turn: open the sealed order, choose again with what is so now, and act."""
    leaked = _leak(working)
    for actor in working.scenario.pressing.values():
        scores, pockets = _choose(working, actor, working.state.world.actors[actor.id].luck, leaked)
        working.emit(ScoresKept(actor.id, scores))
        _take(working, actor, scores)
        step = actor.step(scores.choice)
        if pockets and step is not None and step.level:
            working.emit(OfferPocketed(actor.id))
            pocketed = working.scenario.numbers.deterrence_pocketed
            gauges.move(working, DETERRENCE, [gauges.term(pocketed, Code.OFFER_POCKETED)])


def drawn_for(working: Working, actor: str, subject: str) -> str:
    """What a draw is about, for one of those who press; the first has the plain word, as where it is alone."""
    first = next(iter(working.scenario.pressing), None)
    return subject if actor == first else f"{actor}:{subject}"


def _luck(working: Working, actor: Actor) -> Pairs:
    """The draws of a round for an actor: luck for each choice of a bargainer, 1-100 for each step of a course."""
    if actor.model == "course":
        return tuple(
            (step.id, working.draw("course", drawn_for(working, actor.id, step.id), 1, course.CERTAIN))
            for step in actor.steps
        )
    width = working.scenario.numbers.luck
    names = (HOLD, BACK, *(step.id for step in actor.steps))
    return tuple((name, working.draw("luck", drawn_for(working, actor.id, name), -width, width)) for name in names)


def _choose(working: Working, actor: Actor, luck: Mapping[str, int], leaked: int = 0) -> tuple[Scores, bool]:
    """What an actor would do now, and whether that would pocket an offer."""
    if actor.model == "course":
        return course.goes(working, actor, luck), False
    weighed = bargainer.weigh(working, actor, leaked)
    return bargainer.chosen(working, actor, weighed, luck), weighed.pockets


def _take(working: Working, actor: Actor, scores: Scores) -> None:
    """Let what was chosen happen: open both orders, move on the ladder, press or give back."""
    numbers, step = working.scenario.numbers, actor.step(scores.choice)
    working.emit(_opened(working, actor, scores, step))
    if step is not None:
        sheets = working.scenario.gauges
        once = {gauge: by for gauge, by in step.moves.items() if sheets[gauge].taken != "running"}
        _shift(working, actor, step.id, step.gain * _gain(working, actor) // 100, once)
        if step.incident is not None:
            happen(working, step.incident)
    elif scores.choice == BACK:
        _shift(working, actor, BACK, numbers.back_grip, {ESCALATION: numbers.back_heat})


def _gain(working: Working, actor: Actor) -> int:
    """What each step gains, in per cent, as the actor is minded."""
    mind = actor.temperaments.get(working.state.world.actors[actor.id].temperament)
    return mind.gain if mind is not None else 100


def _shift(working: Working, actor: Actor, choice: str, pressed: int, others: Mapping[GaugeId, int]) -> None:
    """Move the pressed gauge and others, each in one move."""
    moves = dict(others)
    if actor.presses is not None:
        moves = {actor.presses: pressed + moves.pop(actor.presses, 0), **moves}
    for gauge, by in moves.items():
        gauges.move(working, gauge, [gauges.term(by, Code.STEP, step=choice)])


def _opened(working: Working, actor: Actor, scores: Scores, step: Step | None) -> StepTaken:
    """What was ordered and what is done, where that leads on the ladder, and what came nearest to being done."""
    own = working.state.world.actors[actor.id]
    with_luck = dict(scores.with_luck)
    nearest = next((name for name, _ in scores.with_luck if name != scores.choice), "")
    margin = max(0, with_luck[scores.choice] - with_luck[nearest]) if nearest else 0
    ordered = own.ordered.choice if own.ordered else scores.choice
    level = _level_after(actor, own.level, scores.choice, step)
    return StepTaken(actor.id, ordered, scores.choice, level, nearest, margin, _variant(working, actor, scores, step))


def _level_after(actor: Actor, level: int, choice: str, step: Step | None) -> int:
    """Where a choice leads on the ladder: up to its step, two down, or nowhere; a course falls as far as it holds."""
    if step is not None and step.level:
        return step.level
    if choice == BACK:
        return max(0, level - 2)
    return 0 if actor.model == "course" and step is None else level


def _variant(working: Working, actor: Actor, scores: Scores, step: Step | None) -> int:
    variants = step.variants if step else actor.back_variants if scores.choice == BACK else actor.hold_variants
    return first_variant(Facts(working.scenario, working.state), variants)


def _show_signs(working: Working, actor: Actor) -> None:
    """What can be seen of an order beforehand: true as often as the numbers say, graded; what has no signs has none."""
    ordered, numbers = working.state.world.actors[actor.id].ordered, working.scenario.numbers
    names = [name for name, _ in ordered.with_luck] if ordered else []
    if not names:
        return
    true = working.draw("hint", drawn_for(working, actor.id, "true"), 1, 100) <= numbers.hint_truth
    shown = names[0]
    if not true and len(names) > 1:
        shown = names[1 + working.draw("hint", drawn_for(working, actor.id, "which"), 0, len(names) - 2)]
    grade = GRADES[1 + working.draw("hint", drawn_for(working, actor.id, "grade"), 0, 1)]
    step, round_ = actor.step(shown), working.state.table.round
    says = None if step is not None else SIGNS[shown] if actor.model == "bargainer" else None
    if says is None and (step is None or not step.hint):
        return
    id_ = f"hint:{drawn_for(working, actor.id, str(round_))}"
    letter = Letter(id_, round_, "situation", "hint", shown, None, says=says, grade=grade)
    working.emit(LetterCame(letter, None))


def _leak(working: Working) -> int:
    """Positions come to those who bargain; what they add to deterrence as it is read there.

    One seat's, drawn, and one more on each text by which a neighbour is heard.
    """
    if not any(actor.model == "bargainer" for actor in working.scenario.pressing.values()):
        return 0
    _leak_position(working, "seat", [*reversed(_texts_now(working))])
    for text in _texts_now(working):
        if text.draft.switch("hearing") is not None:
            _leak_position(working, f"hearing:{text.id}", [text])
    return _leaked_force(working)


def _leak_position(working: Working, subject: str, texts: list[TextState]) -> None:
    """The position of a seat, drawn, on the first of some texts on which it has told all where it stands."""
    members = working.scenario.members
    seat: SeatId = members[working.draw("leak", subject, 0, len(members) - 1)]
    for text in texts:
        position = text.positions.get(seat)
        if position is not None and position.stance != "silent":
            working.emit(PositionLeaked(seat, text.id, position.stance))
            return


def _texts_now(working: Working) -> list[TextState]:
    round_ = working.state.table.round
    return [text for text in working.state.council.texts.values() if text.round == round_]


def _leaked_force(working: Working) -> int:
    """What the positions that leaked this round do to deterrence as it is read."""
    weight, measures = working.scenario.numbers.deterrence_leak, working.scenario.measures
    worth = {"support": weight, "could-live-with": weight, "oppose": -weight}
    total = 0
    for round_, _, text, stance in working.state.world.leaks:
        lines = working.state.council.texts[text].draft.lines
        if round_ == working.state.table.round and any(measures[line.measure].rung >= 5 for line in lines):
            total += worth.get(stance, 0)
    return total

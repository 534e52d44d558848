"""The adversary, or the course of an emergency: it weighs its steps, seals an order, and weighs them again.

Scores (GAME section 7), all in whole numbers:

    advance = appetite x gain / 10 - deterrence x risk / 100   (+ a bonus if an offer can be pocketed)
    hold    = hold - pain / 6
    back    = pain + face x offer - resolve - grip / 5 + deterrence / 10

each with what its temperament adds, and luck drawn once a round and step. The highest acts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from crisis_game.conditions.grades import GRADES, grade_rank
from crisis_game.engine import force_cover, gauges
from crisis_game.engine.conditions import Facts, first_variant
from crisis_game.engine.events.adversary import OfferPocketed, OrderSealed, PositionLeaked, ScoresKept, StepTaken
from crisis_game.engine.events.script import LetterCame
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.state import Letter, Scores, TextState
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.way_back import open_offer
from crisis_game.scenario.ids import GaugeId, SeatId
from crisis_game.scenario.model import Step, Temperament
from crisis_game.scenario.standard_gauges import DETERRENCE, ESCALATION, GRIP

HOLD = "hold"
BACK = "back"
HINTS = {HOLD: coded(Code.SIGNS_OF_HOLD), BACK: coded(Code.SIGNS_OF_BACK)}
"""How holding and stepping back show beforehand; steps have their author's words."""

SMALL_PAIN = 8
"""Pain below which an offer can be pocketed."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the adversary weighs now: scores without luck, and whether its advance pockets an offer."""

    bare: dict[str, int]
    pockets: bool


def seal(working: Working) -> None:
    """Draw the luck of this round, seal the order, and let a hint of it be seen."""
    width = working.scenario.numbers.luck
    names = (HOLD, BACK, *(step.id for step in working.scenario.adversary.steps))
    luck = tuple((name, working.draw("luck", name, -width, width)) for name in names)
    working.emit(OrderSealed(_scores(working, _weigh(working, 0), dict(luck)), luck))
    _hint(working)


def act(working: Working) -> None:
    """Open the sealed order, weigh again with what players did, and act."""
    _leak(working)
    weighed = _weigh(working, _leaked_force(working))
    scores = _scores(working, weighed, working.state.world.luck)
    scores = _of_the_seat(working, scores)
    working.emit(ScoresKept(scores))
    step = next((step for step in working.scenario.adversary.steps if step.id == scores.choice), None)
    _take(working, scores, step)
    if step is not None and step.level and weighed.pockets:
        working.emit(OfferPocketed())
        pocketed = working.scenario.numbers.deterrence_pocketed
        gauges.move(working, DETERRENCE, [gauges.term(pocketed, Code.OFFER_POCKETED)])


def candidates(working: Working) -> tuple[Step, ...]:
    """The steps forward that are open: the next on the ladder, and a strike at its end or when all is hot.

    It is hot sooner while members use force that nothing covers (GAME2, section 3).
    """
    world, adversary = working.state.world, working.scenario.adversary
    top = max((step.level for step in adversary.steps), default=0)
    hot = ESCALATION in world.gauges and world.gauges[ESCALATION] >= _strike_from(working)
    forward = [step for step in adversary.steps if step.level == world.level + 1]
    apart = [step for step in adversary.steps if step.level == 0 and (hot or world.level >= top)]
    return (*forward, *apart)


def _strike_from(working: Working) -> int:
    """The escalation from which steps apart are open."""
    numbers = working.scenario.numbers
    if force_cover.uncovered(working.scenario, working.state):
        return min(numbers.strike_uncovered, numbers.strike_escalation)
    return numbers.strike_escalation


def temperament(working: Working) -> Temperament:
    """How the adversary is minded."""
    return working.scenario.adversary.temperaments[working.state.world.temperament]


def _weigh(working: Working, leaked: int) -> Weighed:
    world, numbers, mind = working.state.world, working.scenario.numbers, temperament(working)
    deterrence = world.gauges.get(DETERRENCE, 0) + leaked
    offer = open_offer(working.scenario, working.state)
    pockets = mind.pockets and offer > 0 and world.pain < SMALL_PAIN and not _verified(working) and not world.pocketed
    bare = {HOLD: numbers.hold - world.pain // numbers.hold_pain}
    bare[BACK] = world.pain + mind.face * offer - mind.resolve - world.gauges.get(GRIP, 0) // 5 + deterrence // 10
    for step in candidates(working):
        bare[step.id] = mind.appetite * step.gain // 10 - deterrence * step.risk // 100
        bare[step.id] += numbers.pocket_bonus if pockets and step.level else 0
    _add_particulars(working, mind, bare)
    return Weighed(bare, pockets)


def _add_particulars(working: Working, mind: Temperament, bare: dict[str, int]) -> None:
    facts = Facts(working.scenario, working.state)
    apart = {step.id for step in working.scenario.adversary.steps if step.level == 0}
    for particular in mind.particulars:
        if not particular.when.holds(facts):
            continue
        for name in bare:
            forward = name not in (HOLD, BACK)
            kind = "strike" if name in apart else "advance" if forward else name
            if particular.to == kind:
                bare[name] += particular.add.value(facts)


def _scores(working: Working, weighed: Weighed, luck: dict[str, int]) -> Scores:
    """Scores in order: highest first; equal ones hold, then back, then the lower step, steps apart last."""
    steps = sorted(working.scenario.adversary.steps, key=lambda step: (step.level == 0, step.level))
    order = [HOLD, BACK, *(step.id for step in steps)]
    rows = [(name, score + luck.get(name, 0)) for name, score in weighed.bare.items()]
    rows.sort(key=lambda row: (-row[1], order.index(row[0])))
    return Scores(rows[0][0], tuple(sorted(weighed.bare.items())), tuple(rows))


def _of_the_seat(working: Working, scores: Scores) -> Scores:
    """The scores with the choice of whoever holds the adversary's seat, where it is still open."""
    chosen = working.state.world.chosen
    if chosen is None or chosen not in dict(scores.with_luck):
        return scores
    return Scores(chosen, scores.bare, scores.with_luck)


def _take(working: Working, scores: Scores, step: Step | None) -> None:
    """Let what was chosen happen: open both orders, move on the ladder, and what a step moves once."""
    numbers = working.scenario.numbers
    working.emit(_opened(working, scores, step))
    if step is not None:
        sheets = working.scenario.gauges
        once = {gauge: by for gauge, by in step.moves.items() if sheets[gauge].taken != "running"}
        _shift(working, step.id, {GRIP: step.gain + once.pop(GRIP, 0), **once})
    elif scores.choice == BACK:
        _shift(working, BACK, {GRIP: numbers.back_grip, ESCALATION: numbers.back_heat})


def _shift(working: Working, choice: str, moves: Mapping[GaugeId, int]) -> None:
    for gauge, by in moves.items():
        gauges.move(working, gauge, [gauges.term(by, Code.STEP, step=choice)])


def _opened(working: Working, scores: Scores, step: Step | None) -> StepTaken:
    """What was ordered and what is done, where that leads on the ladder, and what came nearest to being done."""
    world, adversary = working.state.world, working.scenario.adversary
    with_luck = dict(scores.with_luck)
    nearest = next((name for name, _ in scores.with_luck if name != scores.choice), "")
    margin = max(0, with_luck[scores.choice] - with_luck[nearest]) if nearest else 0
    level = max(0, world.level - 2) if scores.choice == BACK else world.level
    if step is not None and step.level:
        level = step.level
    variants = step.variants if step else adversary.back_variants if scores.choice == BACK else adversary.hold_variants
    variant = first_variant(Facts(working.scenario, working.state), variants)
    ordered = world.ordered.choice if world.ordered else scores.choice
    return StepTaken(ordered, scores.choice, level, nearest, margin, variant)


def _hint(working: Working) -> None:
    """What can be seen of the order beforehand: true as often as the numbers say, graded."""
    ordered, numbers = working.state.world.ordered, working.scenario.numbers
    names = [name for name, _ in ordered.with_luck] if ordered else []
    if not names:
        return
    true = working.draw("hint", "true", 1, 100) <= numbers.hint_truth
    shown = names[0] if true or len(names) == 1 else names[1 + working.draw("hint", "which", 0, len(names) - 2)]
    grade = GRADES[1 + working.draw("hint", "grade", 0, 1)]
    round_ = working.state.table.round
    letter = Letter(f"hint:{round_}", round_, "situation", "hint", shown, None, says=HINTS.get(shown), grade=grade)
    working.emit(LetterCame(letter, None))


def _leak(working: Working) -> None:
    """One seat's position, drawn, comes to the adversary; and one more on each text by which a neighbour is heard."""
    _leak_position(working, "seat", [*reversed(_texts_now(working))])
    for text in _texts_now(working):
        if text.draft.switch("hearing") is not None:
            _leak_position(working, f"hearing:{text.id}", [text])


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
    """What the positions that leaked this round do to deterrence as the adversary reads it."""
    weight, measures = working.scenario.numbers.deterrence_leak, working.scenario.measures
    worth = {"support": weight, "could-live-with": weight, "oppose": -weight}
    total = 0
    for round_, _, text, stance in working.state.world.leaks:
        lines = working.state.council.texts[text].draft.lines
        if round_ == working.state.table.round and any(measures[line.measure].rung >= 5 for line in lines):
            total += worth.get(stance, 0)
    return total


def _verified(working: Working) -> bool:
    """Whether the authorship of the adversary is established."""
    known = working.state.knowledge.public
    claims = working.scenario.claims
    return any(claims[id_].accuses is not None and grade_rank(grade) >= 3 for id_, grade in known.items())

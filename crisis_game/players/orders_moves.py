"""ORDERS: vote, give, and say why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from crisis_game.conditions.grades import grade_rank
from crisis_game.engine.acts.accountability import ReportToCouncil
from crisis_game.engine.acts.ballots import CastVote, Explain, GiveOpinion
from crisis_game.engine.acts.responses import ActAlone, Deliver, FillForceSheet
from crisis_game.engine.opinions import act_of, opinion_on, questions_on
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import ForceSheet
from crisis_game.engine.state import ActiveMeasure
from crisis_game.players import membership_moves, own_acts
from crisis_game.players.mind import Mind, Move
from crisis_game.players.reasons import cited, of_vote
from crisis_game.scenario.ids import Answer, Delivery, Vote
from crisis_game.texts import Text


def moves(mind: Mind) -> Iterator[Move]:
    """The moves of this beat."""
    yield from _votes(mind)
    yield from membership_moves.moves(mind)
    yield from _deliveries(mind)
    yield from _sheets(mind)
    yield from _reports(mind)
    yield from own_acts.moves(mind)
    yield from _alone(mind)
    yield from _opinions(mind)


def _votes(mind: Mind) -> Iterator[Move]:
    """Vote on each text of the sheet, and explain the vote that weighs most."""
    seen = mind.seen
    for text in seen.sheet:
        if seen.text(text).result is not None or seen.seat in seen.votes(text):
            continue
        value = mind.weighing.text(text)
        vote: Vote = "yes" if value.vote == "yes" else "no" if value.vote == "no" else "abstain"
        yield CastVote(text, vote, False), Text("This is how we vote.")
    key = max(seen.sheet, key=lambda text: _rung(mind, text), default=None)
    if key is not None and seen.seat in seen.votes(key) and seen.seat not in seen.explanations(key):
        value = mind.weighing.text(key)
        yield Explain(key, cited(value), of_vote(mind, key)), Text("The vote that weighs most should be explained.")


def _opinions(mind: Mind) -> Iterator[Move]:
    """One's own answers on the gravest text of the sheet, before any verdict; what cannot be told is open."""
    seen = mind.seen
    text = max((text for text in seen.sheet if text in seen.on_table), key=lambda text: _rung(mind, text), default=None)
    measure = act_of(seen, seen.text(text).draft) if text is not None else None
    if text is None or measure is None:
        return
    for question in questions_on(seen, measure):
        if opinion_on(seen, text, measure, question) is None:
            word = mind.weighing.word(seen.text(text).draft, measure, question)
            answer: Answer = "contested" if word is None or word == "insufficient-facts" else word
            sure: Literal[50, 70] = 70 if mind.character.law and answer == word else 50
            yield GiveOpinion(text, measure, question, answer, sure), Text("This is how we read the law.")


def _rung(mind: Mind, text: str) -> int:
    return max((mind.seen.measure(line.measure).rung for line in mind.seen.text(text).draft.lines), default=0)


def _deliveries(mind: Mind) -> Iterator[Move]:
    """Meet one's pledges, or not, as the character is; what would be given anyway needs no order."""
    seen, sealed = mind.seen, mind.seen.orders.deliveries
    for id_, text in seen.texts.items():
        if text.status not in ("put", "adopted"):
            continue
        for (seat, measure), pledged in text.pledges.items():
            if seat != seen.seat or pledged == "none" or (seat, id_, measure) in sealed:
                continue
            delivered = _delivered(mind, measure, pledged)
            if mind.character.keeps < 100 or delivered != _usual(mind, id_, measure):
                yield Deliver(id_, measure, delivered), Text("This is what we can give.")


def _usual(mind: Mind, text: str, measure: str) -> Delivery:
    """What is given where nothing is said: as before, half to what is new."""
    running = (active for active in mind.seen.active if (active.authority, active.measure) == (text, measure))
    return next((active.deliveries.get(mind.seen.seat, "half") for active in running), "half")


def _delivered(mind: Mind, measure: str, pledged: Delivery) -> Delivery:
    """What is given: the pledge, where it is kept and can be paid; else half of it, or nothing."""
    seen = mind.seen
    kept = mind.character.keeps >= 100 or mind.stream.chance(mind.character.keeps)
    cost = seen.measure(measure).cost
    if not kept:
        return "none"
    if seen.account.treasury >= cost:
        return pledged
    return "half" if seen.account.treasury >= (cost + 1) // 2 else "none"


def _sheets(mind: Mind) -> Iterator[Move]:
    """Say how force is used: against what is surely military and with every care, or not so."""
    seen = mind.seen
    if not seen.targets:
        return
    for _, text, measure in seen.orders.deliveries:
        done = (seen.seat, text, measure) in seen.orders.sheets
        if seen.measure(measure).force_sheet and not done:
            careful = mind.character.careful
            target = _target(mind)
            sheet = ForceSheet(target, careful, careful, careful, careful)
            yield FillForceSheet(text, measure, sheet), Text("Force needs limits that are written down.")


def _target(mind: Mind) -> str:
    """The target of least expected harm for the careful, else the first on the list."""
    if not mind.character.careful:
        return mind.seen.targets[0]
    order = {"none": 0, "limited": 1, "excessive": 2}
    sheets = [mind.seen.target(target) for target in mind.seen.targets]
    return min(sheets, key=lambda sheet: (order[sheet.expected_harm], -grade_rank(sheet.grade), sheet.id)).id


def _reports(mind: Mind) -> Iterator[Move]:
    """Report the force that one uses or voted for to the Security Council, as high as is known; never another's."""
    seen, claim = mind.seen, mind.accusing
    if not mind.character.reports or claim is None:
        return
    if any(round_ == seen.round and seat == seen.seat for round_, seat, *_ in seen.commitments.reports):
        return
    drafts = [seen.text(text).draft for text in seen.sheet if seen.votes(text).get(seen.seat) == "yes"]
    measures = [line.measure for draft in drafts for line in draft.lines]
    measures += [active.measure for active in seen.active if _stands_behind(seen, active)]
    if any(seen.measure(measure).uses_force for measure in measures):
        grade = seen.public_grade(claim) or "rumoured"
        yield ReportToCouncil(claim, grade), Text("Measures in self-defence are reported at once.")


def _stands_behind(seen: Seen, active: ActiveMeasure) -> bool:
    """Whether a measure is this seat's own, in part or in whole, or rests on a text that it voted for."""
    gives = active.deliveries.get(seen.seat, "none") != "none"
    voted = active.authority is not None and seen.votes(active.authority).get(seen.seat) == "yes"
    return gives or voted or active.author == seen.seat


def _alone(mind: Mind) -> Iterator[Move]:
    """If the council does not act, act without it."""
    seen = mind.seen
    if not mind.character.alone or seen.orders.alone or mind.surest_rank < 1 or seen.round < min(2, seen.rounds):
        return
    running = {active.measure for active in seen.active if active.author == seen.seat and active.authority is None}
    liked = [
        measure
        for measure in seen.played
        if mind.weighing.liking(seen.measure(measure)) >= 2 and measure not in running
    ]
    proven = [measure for measure in liked if mind.weighing.proof_for(seen.measure(measure)) <= mind.surest_rank]
    for measure in sorted(proven, key=lambda measure: (-seen.measure(measure).rung, measure)):
        if seen.account.treasury >= seen.measure(measure).cost and mind.can_give(seen.measure(measure)):
            basis = seen.measure(measure).basis[0] if seen.measure(measure).basis else "none-claimed"
            yield ActAlone(measure, seen.adversary, basis, True), Text("If the others will not, we shall.")

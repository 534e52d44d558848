"""Fixed points of a round: what arrives, and what the world does of itself.

At each point all conditions are read against the same snapshot, in the order of ids; what they cause is seen at the
next.
"""

from __future__ import annotations

from crisis_game.conditions.grades import GRADES, Grade, grade_rank
from crisis_game.engine import (
    actors,
    authored,
    evidence,
    gauges,
    message_ids,
    milestones,
    publication,
    security_council,
)
from crisis_game.engine.conditions import Facts, first_variant
from crisis_game.engine.events.accounts import CreditMoved, HomeMoved, TreasuryMoved
from crisis_game.engine.events.consent import ConsentSet
from crisis_game.engine.events.questions import QuestionPut
from crisis_game.engine.events.script import LetterCame, ReactionFired
from crisis_game.engine.events.world import EstimateShown, RoundIncome
from crisis_game.engine.incidents import happen
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.state import Term
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Effect, Inject, Moment, Reaction, Scenario, Variant


def open_round(working: Working) -> None:
    """Begin a round: income, answers that were awaited, the sealed orders of those who press."""
    _income(working)
    security_council.answer(working)
    evidence.answer_verifications(working)
    publication.publish(working)
    for id_, incident in sorted(working.scenario.incidents.items()):
        if incident.round == working.state.table.round and id_ not in working.state.world.incidents:
            happen(working, id_)
    actors.seal(working)
    _show_estimates(working)


def situation(working: Working) -> None:
    """The opening of SITUATION."""
    _moment(working, "situation")


def table(working: Working) -> None:
    """The opening of TABLE."""
    _moment(working, "table")


def orders(working: Working) -> None:
    """The opening of ORDERS."""
    _moment(working, "orders")


def answer(working: Working) -> None:
    """The opening of ANSWER."""
    _moment(working, "answer")


def take_effect(working: Working, effects: tuple[Effect, ...], why: Coded) -> None:
    """Let the effects of an inject or a reaction happen, each gauge in one move."""
    moved: dict[str, list[Term]] = {}
    for effect in effects:
        if effect.kind == "gauge":
            moved.setdefault(effect.subject, []).append(Term(effect.amount, why))
        else:
            _effect(working, effect, why)
    for gauge, terms in moved.items():
        gauges.move(working, gauge, terms)


def variant_of(working: Working, variants: tuple[Variant, ...]) -> int:
    """Which variant is told now: the first whose condition holds, -1 for the main words."""
    return first_variant(Facts(working.scenario, working.state), variants)


def _income(working: Working) -> None:
    numbers = working.scenario.numbers
    first = working.state.table.round == 1
    for seat, account in sorted(working.state.accounts.items()):
        saved = 0 if first else min(numbers.attention_saved, account.attention)
        weary = account.home < numbers.home_weary
        attention = max(1, numbers.attention + saved - weary)
        working.emit(RoundIncome(seat, attention, saved, 0 if first else numbers.treasury_income, (seat,)))


def _show_estimates(working: Working) -> None:
    """Show an estimate of each gauge that is seen as one."""
    blur = working.scenario.numbers.deterrence_blur
    for id_, gauge in working.scenario.gauges.items():
        if gauge.seen == "estimate":
            shown = working.state.world.gauges[id_] + working.draw("estimate", id_, -blur, blur)
            working.emit(EstimateShown(id_, max(gauge.low, min(gauge.high, shown))))


def _moment(working: Working, moment: Moment) -> None:
    milestones.read(working)
    facts = Facts(working.scenario, working.state)
    chained, following = _chained(working.scenario), _following(working, moment, facts)
    injects = [
        inject
        for id_, inject in sorted(working.scenario.injects.items())
        if (id_ in following if id_ in chained else _is_due(working, inject, moment, facts))
    ]
    reactions = [
        reaction
        for _, reaction in sorted(working.scenario.reactions.items())
        if _fires(working, reaction, moment, facts)
    ]
    for reaction in reactions:
        working.emit(ReactionFired(reaction.id))
        take_effect(working, reaction.effects, coded(Code.REACTION, reaction=reaction.id))
        if reaction.text:
            _send(
                working,
                f"{authored.REACTION}{reaction.id}:{working.state.table.round}",
                "news",
                reaction.id,
                None,
                -1,
                None,
            )
    for inject in injects:
        arrive(working, inject)


def _is_due(working: Working, inject: Inject, moment: Moment, facts: Facts) -> bool:
    script, round_ = working.state.script, working.state.table.round
    if inject.at != moment or inject.id in script.arrived or _is_kept_back(working, inject.id):
        return False
    first, last = window(working, inject)
    in_time = (first is None or first <= round_) and (last is None or round_ <= last)
    return in_time and (inject.when is None or inject.when.holds(facts))


def _chained(scenario: Scenario) -> frozenset[str]:
    """The injects that come when others have, and not of themselves."""
    injects = scenario.injects
    brought = (chain.inject for inject in injects.values() for chain in inject.then)
    return frozenset(id_ for id_ in brought if not injects[id_].comes_of_itself)


def _following(working: Working, moment: Moment, facts: Facts) -> frozenset[str]:
    """The injects that others bring now: so many rounds after these came, where the condition for it holds."""
    script, round_, injects = working.state.script, working.state.table.round, working.scenario.injects
    chains = (
        chain for id_ in script.arrived for chain in injects[id_].then if script.arrived[id_] + chain.after == round_
    )
    return frozenset(
        chain.inject
        for chain in chains
        if injects[chain.inject].at == moment
        and chain.inject not in script.arrived
        and not _is_kept_back(working, chain.inject)
        and (chain.when is None or chain.when.holds(facts))
    )


def _is_kept_back(working: Working, inject: str) -> bool:
    """Whether the facilitator holds an inject, or leaves it out."""
    script = working.state.script
    return inject in script.held or inject in script.skipped


def window(working: Working, inject: Inject) -> tuple[int | None, int | None]:
    """The first and the last round in which an inject may arrive of itself; None where it has no such bound.

    One about home affairs arrives in the round that the seed has drawn for it.
    """
    drawn = working.state.script.home_rounds.get(inject.id)
    if drawn is not None:
        return drawn, drawn
    return inject.round, inject.until_round or inject.round


def _fires(working: Working, reaction: Reaction, moment: Moment, facts: Facts) -> bool:
    done = reaction.id in working.state.script.reactions and not reaction.repeat
    return reaction.at == moment and not done and reaction.when.holds(facts)


def arrive(working: Working, inject: Inject) -> None:
    """Let an inject come to its readers, in the words that fit, and take effect."""
    variant = variant_of(working, inject.variants)
    chosen = inject.variants[variant] if variant >= 0 else None
    grade = (chosen.grade if chosen else None) or inject.grade
    words = working.state.script.changed.get(inject.id)
    to = inject.to or ((inject.home_of,) if inject.home_of else None)
    _send(working, f"inject:{inject.id}", inject.channel, inject.id, to, variant, grade, words)
    if inject.asks is not None and inject.asks.choices:
        working.emit(QuestionPut(inject.id, _asked(working, to), to))
    why = coded(Code.INJECT, inject=inject.id) if to is None else coded(Code.OUT_OF_SIGHT)
    take_effect(working, inject.effects, why)


def _asked(working: Working, to: tuple[SeatId, ...] | None) -> tuple[SeatId, ...]:
    """The members among those who get an inject: they answer it, in the order of their ids."""
    return tuple(member for member in working.scenario.members if to is None or member in to)


def _send(
    working: Working,
    id_: str,
    channel: str,
    sender: str,
    to: tuple[SeatId, ...] | None,
    variant: int,
    grade: Grade | None,
    words: str | None = None,
) -> None:
    letter = message_ids.letter(working, id_, channel, sender, to, words=words, variant=variant, grade=grade)
    working.emit(LetterCame(letter, to))


def _effect(working: Working, effect: Effect, why: Coded) -> None:
    own = (effect.subject,)
    if effect.kind == "home":
        working.emit(HomeMoved(effect.subject, effect.amount, why, to=own))
    elif effect.kind == "treasury":
        working.emit(TreasuryMoved(effect.subject, effect.amount, why, to=own))
    elif effect.kind == "credit":
        working.emit(CreditMoved(effect.subject, effect.amount, why))
    elif effect.kind == "incident":
        happen(working, effect.subject)
    elif effect.kind == "claim":
        _grade_claim(working, effect)
    elif effect.kind == "consent":
        _set_consent(working, effect)


def _grade_claim(working: Working, effect: Effect) -> None:
    """Let the council, or some seats, know a claim at another grade."""
    knowledge = working.state.knowledge
    if not effect.to:
        evidence.grade(working, effect.subject, _moved(effect, knowledge.public.get(effect.subject)))
    for seat in effect.to:
        known = {**knowledge.public, **knowledge.seats.get(seat, {})}
        evidence.grade(working, effect.subject, _moved(effect, known.get(effect.subject)), (seat,))


def _set_consent(working: Working, effect: Effect) -> None:
    """Let a consent stand at another level, told to all."""
    sheet, level = working.scenario.consents[effect.subject], effect.level or "none"
    measures = sheet.limits if level == "limited" else ()
    before = working.state.commitments.consents[sheet.id]
    if (before.level, before.measures) != (level, measures):
        working.emit(ConsentSet(sheet.id, sheet.giver, level, measures))


def _moved(effect: Effect, known: Grade | None) -> Grade:
    """The grade that an effect gives a claim; of one nobody has heard of the first rise makes a rumour."""
    rank = grade_rank(known or "") + effect.amount
    return effect.grade or GRADES[max(0, min(len(GRADES) - 1, rank))]

"""Fixed points of a round: what arrives, what the world does of itself, and the facilitator's hand on both.

At each point all conditions are read against the same snapshot, in the order of ids; what they cause is seen at the
next.
"""

from __future__ import annotations

from crisis_game.engine import adversary, evidence, gauges, security_council
from crisis_game.engine.act import Chosen, Domain, OneOf, SomeOf
from crisis_game.engine.commands import ChangeInject, HoldInject, Improvise, SendInject
from crisis_game.engine.conditions import Facts, first_variant
from crisis_game.engine.events.accounts import CreditMoved, HomeMoved, TreasuryMoved
from crisis_game.engine.events.script import (
    ClaimGraded,
    IncidentHappened,
    InjectChanged,
    InjectHeld,
    LetterCame,
    ReactionFired,
)
from crisis_game.engine.events.world import DeterrenceShown, RoundIncome
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import Letter, Term
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import BEAT_OF, GRADES, Grade, SeatId, grade_rank
from crisis_game.scenario.model import Effect, Inject, Moment, Reaction, Variant
from crisis_game.texts import Text


def open_round(working: Working) -> None:
    """Begin a round: income, answers that were awaited, the adversary's sealed order."""
    _income(working)
    security_council.answer(working)
    evidence.answer_verifications(working)
    for id_, incident in sorted(working.scenario.incidents.items()):
        if incident.round == working.state.table.round and id_ not in working.state.world.incidents:
            happen(working, id_)
    adversary.seal(working)
    _show_deterrence(working)


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


def happen(working: Working, incident: str) -> None:
    """Let an incident happen: its harm, and its dead felt at home."""
    sheet = working.scenario.incidents[incident]
    if incident in working.state.world.incidents:
        return
    working.emit(IncidentHappened(incident))
    gauges.move(working, "harm", [gauges.term(sheet.harm, "{incident:incident}", incident=incident)])
    if sheet.victim in working.state.accounts and (sheet.dead or _drawn_dead(working, incident)):
        why = Text("dead of one's own: {incident:incident}", {"incident": incident})
        working.emit(HomeMoved(str(sheet.victim), working.scenario.numbers.home_dead, why, to=(str(sheet.victim),)))


def take_effect(working: Working, effects: tuple[Effect, ...], why: Text) -> None:
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


# The facilitator's hand --------------------------------------------------------------------------------------------


def waiting(seen: Seen, _: Chosen) -> Domain:
    """Injects that have not arrived."""
    return OneOf(seen.waiting_injects)


def readers(seen: Seen, _: Chosen) -> Domain:
    """Seats that something can be sent to."""
    return SomeOf(seen.members)


def send(working: Working, _: SeatId, command: SendInject) -> None:
    """Send an inject now."""
    _arrive(working, working.scenario.injects[command.inject])


def hold(working: Working, _: SeatId, command: HoldInject) -> None:
    """Hold an inject, or let it go its way."""
    working.emit(InjectHeld(command.inject, command.held))


def change(working: Working, _: SeatId, command: ChangeInject) -> None:
    """Give an inject other words."""
    working.emit(InjectChanged(command.inject, command.words.strip()))


def improvise(working: Working, _: SeatId, command: Improvise) -> None:
    """Send news of the facilitator's own."""
    number = sum(letter.channel == "improvised" for letter in working.state.mail.letters) + 1
    to = command.to or None
    table_ = working.state.table
    letter = Letter(
        f"improvised:{number}",
        table_.round,
        BEAT_OF[table_.phase],
        "improvised",
        "facilitator",
        to,
        command.words.strip(),
    )
    working.emit(LetterCame(letter, to))


# ------------------------------------------------------------------------------------------------------------------


def _income(working: Working) -> None:
    numbers = working.scenario.numbers
    first = working.state.table.round == 1
    for seat, account in sorted(working.state.accounts.items()):
        saved = 0 if first else min(numbers.attention_saved, account.attention)
        weary = account.home < numbers.home_weary
        attention = max(1, numbers.attention + saved - weary)
        working.emit(RoundIncome(seat, attention, saved, 0 if first else numbers.treasury_income, (seat,)))


def _show_deterrence(working: Working) -> None:
    if "deterrence" not in working.state.world.gauges:
        return
    blur = working.scenario.numbers.deterrence_blur
    shown = working.state.world.gauges["deterrence"] + working.draw("estimate", "deterrence", -blur, blur)
    working.emit(DeterrenceShown(max(0, min(100, shown))))


def _moment(working: Working, moment: Moment) -> None:
    facts = Facts(working.scenario, working.state)
    injects = [one for _, one in sorted(working.scenario.injects.items()) if _is_due(working, one, moment, facts)]
    reactions = [one for _, one in sorted(working.scenario.reactions.items()) if _fires(working, one, moment, facts)]
    for reaction in reactions:
        working.emit(ReactionFired(reaction.id))
        take_effect(working, reaction.effects, Text("what the world made of it"))
        if reaction.text:
            _send(working, f"reaction:{reaction.id}", "news", reaction.id, None, -1, None)
    for inject in injects:
        _arrive(working, inject)


def _is_due(working: Working, inject: Inject, moment: Moment, facts: Facts) -> bool:
    script, round_ = working.state.script, working.state.table.round
    if inject.at != moment or inject.id in script.arrived or inject.id in script.held:
        return False
    planned = script.home_rounds.get(inject.id, inject.round)
    if inject.home_of:
        return round_ == planned and (inject.when is None or inject.when.holds(facts))
    if planned is not None and not planned <= round_ <= (inject.until_round or planned):
        return False
    if planned is None and inject.until_round is not None and round_ > inject.until_round:
        return False
    return inject.when is None or inject.when.holds(facts)


def _fires(working: Working, reaction: Reaction, moment: Moment, facts: Facts) -> bool:
    done = reaction.id in working.state.script.reactions and not reaction.repeat
    return reaction.at == moment and not done and reaction.when.holds(facts)


def _arrive(working: Working, inject: Inject) -> None:
    variant = variant_of(working, inject.variants)
    chosen = inject.variants[variant] if variant >= 0 else None
    grade = (chosen.grade if chosen else None) or inject.grade
    words = working.state.script.changed.get(inject.id)
    to = inject.to or ((inject.home_of,) if inject.home_of else None)
    _send(working, f"inject:{inject.id}", inject.channel, inject.id, to, variant, grade, words)
    told = Text("{inject:inject}", {"inject": inject.id}) if to is None else Text("events out of the public eye")
    take_effect(working, inject.effects, told)


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
    table_ = working.state.table
    letter = Letter(id_, table_.round, BEAT_OF[table_.phase], channel, sender, to, words, None, variant, grade)
    working.emit(LetterCame(letter, to))


def _effect(working: Working, effect: Effect, why: Text) -> None:
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


def _grade_claim(working: Working, effect: Effect) -> None:
    knowledge = working.state.knowledge
    known = knowledge.public if not effect.to else {**knowledge.public, **knowledge.seats.get(effect.to[0], {})}
    rank = grade_rank(known.get(effect.subject, ""))
    grade = effect.grade or GRADES[max(0, min(3, rank + effect.amount))]
    working.emit(ClaimGraded(effect.subject, grade, effect.to, effect.to or None))


def _drawn_dead(working: Working, incident: str) -> bool:
    """Whether the facts of an incident, as drawn, have dead."""
    sheet = working.scenario.incidents[incident]
    facts = Facts(working.scenario, working.state)
    found = dict(sheet.facts)
    for when, more in sheet.fact_variants:
        if when.holds(facts):
            found.update(more)
    deaths = found.get("deaths", 0)
    return isinstance(deaths, int) and deaths > 0

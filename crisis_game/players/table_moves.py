"""TABLE: find the text one could live with, and what must change in it."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.acts.declarations import DeclareRedLine
from crisis_game.engine.acts.facilitator import PERSON
from crisis_game.engine.acts.settlement import AskHearing, AskMediation, ReferToCouncil
from crisis_game.engine.acts.talk import AskPosition, TakePosition
from crisis_game.engine.acts.texts import Cosponsor, Pledge, TableText, WithdrawText
from crisis_game.players import bargaining, drafting, membership_moves, sharing
from crisis_game.players.mind import Mind, Move
from crisis_game.players.reasons import of_stance
from crisis_game.players.value import YES
from crisis_game.scenario.ids import Delivery, Stance
from crisis_game.scenario.model import Measure
from crisis_game.scenario.standard_gauges import STANDING
from crisis_game.texts import Text


def moves(mind: Mind) -> Iterator[Move]:
    """The moves of this beat; who has moved need not think of what it could not do any more."""
    if mind.scope.is_open:
        yield from _table(mind)
    yield from _talk(mind)
    yield from _positions(mind)
    yield from membership_moves.moves(mind)
    yield from bargaining.moves(mind)
    yield from _join(mind)
    yield from _pledge(mind)
    if mind.scope.is_open:
        yield from _initiatives(mind)


def position(mind: Mind, text: str, to: tuple[str, ...] = ()) -> TakePosition:
    """Where the seat stands on a text and why, with the cheapest changes that would bring a yes, and its price."""
    draft, stance = mind.seen.text(text).draft, _stance(mind, text)
    if stance == "support":
        return TakePosition(text, stance, (), 0, to, of_stance(mind, text, stance, to))
    wants = mind.weighing.wants(draft, text)[:3]
    economic = any(mind.seen.measure(line.measure).kind == "economic" for line in draft.lines)
    price = mind.seen.own.price if economic and not mind.weighing.crosses_red_line(text) else 0
    return TakePosition(text, stance, wants, price, to, of_stance(mind, text, stance, to, price))


def _stance(mind: Mind, text: str) -> Stance:
    """Where the seat stands on a text, in a word."""
    if mind.weighing.reaches(text, YES):
        return "support"
    return "could-live-with" if mind.weighing.reaches(text, 0) else "oppose"


def _table(mind: Mind) -> Iterator[Move]:
    """A text of one's own, unless one on the table will do: terms, once they can be had, else the best of drafts."""
    seen, character = mind.seen, mind.character
    if any(seen.seat in seen.text(text).sponsors for text in mind.on_table):
        return
    others = [text for text in mind.on_table if seen.text(text).sponsors]
    enough = YES + 2 if character.tables == "likes" else YES
    if any(mind.weighing.reaches(text, enough) for text in others):
        return
    terms = drafting.settlement_terms(mind)
    if terms is not None and not drafting.was_given_up(mind, terms):
        yield TableText(terms), Text("The terms that were offered can be taken now.")
    if character.tables == "never" or (seen.rounds > 1 and seen.round <= character.waits):
        return
    draft = drafting.draft_of(mind)
    if draft is not None and not drafting.was_given_up(mind, draft):
        yield TableText(draft), Text("No text on the table says what we need.")


ROUNDS_AHEAD = 2
"""For how many rounds a pledge should be paid for before it is made."""


def _talk(mind: Mind) -> Iterator[Move]:
    """Say what one knows, what one will not have, and ask the people at the table what one's own text would need.

    Policies say so unasked.
    """
    seen = mind.seen
    yield from sharing.moves(mind)
    if any(mind.weighing.crosses_red_line(text) and not mind.weighing.reaches(text, YES) for text in mind.on_table):
        yield DeclareRedLine(), Text("A text on the table crosses our line.")
    for text in bargaining.own_texts(mind):
        for other in seen.voters:
            silent = other != seen.seat and seen.holder(other) == PERSON and seen.position(text, other) is None
            if silent and (other, text, "position") not in seen.unanswered:
                yield AskPosition(other, text), Text("We need to know what would bring them along.")


def _positions(mind: Mind) -> Iterator[Move]:
    """Where one stands on each text of others, and again when that has changed."""
    seen = mind.seen
    for text in mind.scope.within(mind.on_table):
        sponsors = seen.text(text).sponsors
        if seen.seat in sponsors or not (sponsors or len(mind.on_table) == 1):
            continue
        held = seen.position(text, seen.seat)
        if held is None or held.stance != _stance(mind, text):
            yield position(mind, text), Text("The others should know where we stand.")


def _join(mind: Mind) -> Iterator[Move]:
    """Put one's name to the text one likes best, of equal ones the first; give up one's own for one of more names.

    It is given up too where what has come out since speaks against it: nobody votes against a text of their own.
    """
    seen = mind.seen
    weighing, own = mind.weighing, bargaining.own_texts(mind)
    if own and not weighing.reaches(own[0], 0):
        yield WithdrawText(own[0]), Text("We would not vote for it any more.")
    named = [text for text in mind.on_table if seen.seat in seen.text(text).sponsors]
    others = [text for text in mind.on_table if text not in named and seen.text(text).sponsors]
    liked = [text for text in others if weighing.reaches(text, YES)]
    if not liked:
        return
    best = max(liked, key=lambda text: (weighing.text(text).total, len(seen.text(text).sponsors)))
    more = own and len(seen.text(best).sponsors) > len(seen.text(own[0]).sponsors)
    if more and weighing.text(best).total >= weighing.text(own[0]).total - 1:
        yield WithdrawText(own[0]), Text("Another text says nearly the same, and more stand behind it.")
    if not named:
        yield Cosponsor(best), Text("This is the text that we want adopted.")


def _pledge(mind: Mind) -> Iterator[Move]:
    """What one would give to the texts one would vote for."""
    seen, character = mind.seen, mind.character
    if character.pledges == "none":
        return
    for text in mind.on_table:
        draft = seen.text(text).draft
        if not mind.weighing.reaches(text, YES):
            continue
        for line in draft.lines:
            measure = seen.measure(line.measure)
            pledged = {seat for seat, promised in seen.text(text).pledges if promised == line.measure}
            enough = seen.seat in pledged or (measure.kind == "help" and pledged)
            if mind.can_give(measure) and measure.cost <= character.gives and not enough:
                level = _level(mind, measure)
                if level != "none":
                    yield Pledge(text, line.measure, level), Text("A text is worth what is given to it.")


def _level(mind: Mind, measure: Measure) -> Delivery:
    """What one can give for some rounds: in full to what one likes, by half to what one can live with."""
    liking = mind.weighing.liking(measure)
    full = mind.character.pledges == "full" and liking > 0
    left = mind.spare
    if full and left >= ROUNDS_AHEAD * measure.cost:
        return "full"
    return "half" if liking >= 0 and left >= ROUNDS_AHEAD * ((measure.cost + 1) // 2) else "none"


def _initiatives(mind: Mind) -> Iterator[Move]:
    """A hearing, a mediator, the Security Council: for those who care for them and have attention left."""
    seen, character = mind.seen, mind.character
    if character.hears:
        for neighbour in seen.neighbours:
            if neighbour not in seen.commitments.hearings:
                yield AskHearing(neighbour), Text("Those who live with the crisis should be heard.")
    if character.liking.get("force", 0) < 0 and not character.law and seen.round not in seen.commitments.mediation:
        yield AskMediation(), Text("A mediator costs less than a patrol.")
    if character.law and mind.accusing_rank >= 1:
        asked = {ask for _, _, ask in seen.commitments.referrals}
        for ask in ("demand", "mandate") if _deserves_mandate(mind) else ("demand",):
            if ask in seen.council_asks and ask not in asked:
                yield ReferToCouncil(ask), Text("This belongs before the Security Council.")


def _deserves_mandate(mind: Mind) -> bool:
    """Whether the case is good enough for the Council to be asked for a mandate."""
    good = mind.accusing_rank >= ESTABLISHED and mind.seen.gauge(STANDING, 50) >= MANDATE_STANDING
    return good and mind.seen.offer_open > 0


ESTABLISHED = 3
"""The rank of evidence without which the Council gives no mandate."""

MANDATE_STANDING = 72
"""Standing from which it is worth asking the Council for one."""

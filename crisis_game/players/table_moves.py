"""TABLE: find the text one could live with, and what must change in it."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.commands import (
    AnswerAmendment,
    AskHearing,
    AskMediation,
    AskPosition,
    Cosponsor,
    DeclareRedLine,
    Gift,
    GiveOpinion,
    MakeOffer,
    Pledge,
    ProposeAmendment,
    ReferToCouncil,
    ReviseText,
    TableText,
    TakePosition,
    VoteAmendment,
    WithdrawText,
)
from crisis_game.engine.foresight import conducts_of
from crisis_game.law.judge import judge
from crisis_game.players.mind import Mind, Move
from crisis_game.players.weighing import YES, changed
from crisis_game.scenario.draft import Draft, Motion, Switch
from crisis_game.scenario.ids import Answer, Delivery
from crisis_game.texts import Text


def moves(mind: Mind) -> Iterator[Move]:
    """The moves of this beat."""
    yield from _settle(mind)
    yield from _table(mind)
    yield from _talk(mind)
    yield from _positions(mind)
    yield from _bargain(mind)
    yield from _amend(mind)
    yield from _join(mind)
    yield from _pledge(mind)
    yield from _initiatives(mind)
    yield from opinion(mind)


def position(mind: Mind, text: str, to: tuple[str, ...] = ()) -> TakePosition:
    """Where the seat stands on a text, with the cheapest changes that would bring a yes, and its price."""
    draft = mind.seen.text(text).draft
    value = mind.weighing.value(draft, text)
    if value.total >= YES:
        return TakePosition(text, "support", (), 0, to)
    wants = mind.weighing.wants(draft, text)[:3]
    economic = any(mind.seen.measure(line.measure).kind == "economic" for line in draft.lines)
    price = mind.seen.own.price if economic and not value.red_line else 0
    stance = "could-live-with" if value.total >= 0 else "oppose"
    return TakePosition(text, "could-live-with" if stance == "could-live-with" else "oppose", wants, price, to)


def opinion(mind: Mind) -> Iterator[Move]:
    """One's own answer on the gravest text, before any verdict."""
    seen = mind.seen
    if any(one.round == seen.round for one in seen.opinions):
        return
    drafts = [seen.text(one).draft for one in seen.on_table if seen.text(one).draft.lines]
    if not drafts:
        return
    gravest = max(drafts, key=lambda one: max(seen.measure(line.measure).rung for line in one.lines))
    found = [judge(conduct).legality for conduct in conducts_of(seen, gravest)]
    answer: Answer = "unlawful" if "unlawful" in found else "lawful" if set(found) == {"lawful"} else "contested"
    yield GiveOpinion(answer, 70 if mind.character.law else 50), Text("This is how we read the law.")


def _settle(mind: Mind) -> Iterator[Move]:
    """Terms, once they can be had."""
    seen = mind.seen
    ready = seen.round >= seen.numbers.settle_round and seen.gauge("grip") <= seen.numbers.settle_grip
    if ready and seen.offer_open and mind.character.liking.get("force", 0) <= 0:
        aims = seen.aims
        draft = Draft(motion=Motion("settlement"), aim=aims[0] if aims else "")
        yield TableText(draft), Text("The terms that were offered can be taken now.")


def _table(mind: Mind) -> Iterator[Move]:
    """A text of one's own, unless one on the table will do."""
    seen, character = mind.seen, mind.character
    if character.tables == "never" or any(seen.seat in seen.text(one).sponsors for one in seen.on_table):
        return
    values = [mind.weighing.value(seen.text(one).draft, one).total for one in seen.on_table]
    good_enough = max(values, default=-9) >= (4 if character.tables == "likes" else 3)
    best = best_draft(mind)
    if best is not None and not good_enough:
        yield TableText(best), Text("No text on the table says what we need.")


def best_draft(mind: Mind) -> Draft | None:
    """The package that this seat would table, with the clauses it wishes for; None where it likes none."""
    seen, character = mind.seen, mind.character
    drafts = [_own_version(mind, package.draft) for _, package in sorted(seen.packages.items())]
    scored = [(mind.weighing.value(one).total - _burden(mind, one), place) for place, one in enumerate(drafts)]
    scored = [one for one in scored if one[0] >= (0 if character.tables == "accepted" else 1)]
    return drafts[max(scored)[1]] if scored else None


def _own_version(mind: Mind, draft: Draft) -> Draft:
    """A package with what one wishes and without what one does not."""
    seen, character = mind.seen, mind.character
    switches = {one.clause: one for one in draft.clauses}
    for clause in (*seen.own.dislikes, *character.dislikes):
        switches.pop(clause, None)
    for clause in (*seen.own.wishes, *character.wishes):
        if clause in seen.clauses:
            switches.setdefault(clause, Switch(clause, seen.clauses[clause].start))
    known = tuple(claim for claim in draft.claims if seen.public_grade(claim)) or draft.claims
    clauses = tuple(sorted(switches.values()))
    return Draft(draft.lines, draft.motion, draft.aim, draft.own_words, draft.basis, known, clauses)


def _burden(mind: Mind, draft: Draft) -> int:
    """For those who want to be followed: a text is the heavier the higher its rung and the fewer its safeguards."""
    if mind.character.tables != "accepted":
        return 0
    rung = max((mind.seen.measure(line.measure).rung for line in draft.lines), default=0)
    return max(0, rung - 4) - len(draft.clauses) // 2


def _talk(mind: Mind) -> Iterator[Move]:
    """Say what one will not have, and ask others what they would need for one's own text."""
    seen = mind.seen
    if any(seen.crosses_red_line(seen.text(one).draft) for one in seen.on_table):
        yield DeclareRedLine(), Text("A text on the table crosses our line.")
    if mind.character.tables != "accepted":
        return
    for text in seen.on_table:
        if seen.text(text).sponsors[:1] == (seen.seat,):
            for other in seen.voters:
                if other != seen.seat and seen.position(text, other) is None:
                    yield AskPosition(other, text), Text("We need to know what would bring them along.")


def _positions(mind: Mind) -> Iterator[Move]:
    """Where one stands on each text."""
    seen = mind.seen
    for text in seen.on_table:
        wanted = position(mind, text)
        held = seen.position(text, seen.seat)
        if held is None or held.stance != wanted.stance:
            yield wanted, Text("The others should know where we stand.")


def _bargain(mind: Mind) -> Iterator[Move]:
    """For one's own text: take in what others ask if one can live with it, and pay a price that one can afford."""
    seen = mind.seen
    for text in seen.on_table:
        own = seen.text(text)
        if own.sponsors[:1] != (seen.seat,):
            continue
        for other in seen.voters:
            held = seen.position(text, other)
            if held is None or other == seen.seat or held.stance == "support":
                continue
            for change in held.wants:
                after = mind.weighing.value(changed(own.draft, (change,)), text).total
                if after >= YES and changed(own.draft, (change,)) != own.draft:
                    yield ReviseText(text, change), Text("This brings another vote, and we can live with it.")
            if 0 < held.price <= seen.account.treasury - 4 and not _offered(mind, other, text):
                yield MakeOffer(other, Gift("pay", "", held.price), text), Text("Their vote is worth its price.")


def _offered(mind: Mind, other: str, text: str) -> bool:
    promises = mind.seen.commitments.promises.values()
    return any(one.by == mind.seen.seat and one.to == other and one.text == text for one in promises)


def _amend(mind: Mind) -> Iterator[Move]:
    """Answer and vote on amendments; propose the one that would turn a text one could nearly live with."""
    seen, weighing = mind.seen, mind.weighing
    for id_, amendment in seen.amendments.items():
        draft = seen.text(amendment.text).draft
        gain = weighing.value(changed(draft, (amendment.change,)), amendment.text).total
        before = weighing.value(draft, amendment.text).total
        if amendment.status == "open":
            yield AnswerAmendment(id_, gain >= min(before, YES)), Text("We can live with it or not.")
        if amendment.status == "ballot" and seen.seat not in amendment.votes:
            yield (
                VoteAmendment(id_, "yes" if gain > before else "no"),
                Text("It makes the text better for us, or worse."),
            )
    for text in seen.on_table:
        wants = weighing.wants(seen.text(text).draft, text)
        sponsors = seen.text(text).sponsors
        mine = [one for one in seen.amendments.values() if one.by == seen.seat and one.text == text]
        if len(wants) == 1 and sponsors and seen.seat not in sponsors and not mine:
            yield ProposeAmendment(text, wants[0]), Text("With this change we could vote for it.")


def _join(mind: Mind) -> Iterator[Move]:
    """Put one's name to the text one likes best, and give up one's own when another has more names."""
    seen = mind.seen
    values = {one: mind.weighing.value(seen.text(one).draft, one).total for one in seen.on_table}
    own = [one for one in values if seen.text(one).sponsors[:1] == (seen.seat,)]
    others = [one for one in values if one not in own and seen.text(one).sponsors and values[one] >= YES]
    if not others:
        return
    best = max(others, key=lambda one: (values[one], len(seen.text(one).sponsors), one))
    if own and len(seen.text(best).sponsors) > len(seen.text(own[0]).sponsors) and values[best] >= values[own[0]] - 1:
        yield WithdrawText(own[0]), Text("Another text says nearly the same, and more stand behind it.")
    if not own or values[best] >= values[own[0]]:
        yield Cosponsor(best), Text("This is the text that we want adopted.")


def _pledge(mind: Mind) -> Iterator[Move]:
    """What one would give to the texts one would vote for."""
    seen = mind.seen
    for text in seen.on_table:
        draft = seen.text(text).draft
        if mind.weighing.value(draft, text).total < YES:
            continue
        for line in draft.lines:
            level = _level(mind, line.measure)
            if mind.has_means(line.measure) and seen.text(text).pledges.get((seen.seat, line.measure)) is None:
                yield Pledge(text, line.measure, level), Text("A text is worth what its members give to it.")


def _level(mind: Mind, measure: str) -> Delivery:
    """Full where character and treasury allow it, else half."""
    afford = mind.seen.account.treasury >= mind.seen.measure(measure).cost
    return "full" if mind.character.pledges == "full" and afford else "half"


def _initiatives(mind: Mind) -> Iterator[Move]:
    """A hearing, a mediator, the Security Council: for those who care for them and have attention left."""
    seen, character = mind.seen, mind.character
    if character.hears:
        for neighbour in seen.neighbours:
            if neighbour not in seen.commitments.hearings:
                yield AskHearing(neighbour), Text("Those who live with the crisis should be heard.")
    if character.liking.get("force", 0) < 0 and seen.round not in seen.commitments.mediation:
        yield AskMediation(), Text("A mediator costs less than a patrol.")
    if character.law and mind.accusing_rank >= 1:
        asked = {ask for _, _, ask in seen.commitments.referrals}
        for ask in ("demand", "mandate" if mind.accusing_rank >= 2 else "demand"):
            if ask in seen.council_asks and ask not in asked:
                yield ReferToCouncil(ask), Text("This belongs before the Security Council.")

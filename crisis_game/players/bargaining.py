"""How a policy bargains: it takes in what others ask, pays their price, and answers amendments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from crisis_game.engine.acts.amendments import AnswerAmendment, ProposeAmendment, VoteAmendment
from crisis_game.engine.acts.talk import MakeOffer
from crisis_game.engine.acts.texts import ReviseText
from crisis_game.engine.shared_values import Change, Gift
from crisis_game.engine.text_changes import changed
from crisis_game.players.mind import Mind, Move
from crisis_game.players.value import YES
from crisis_game.texts import Text

RESERVE = 4
"""Treasury that nobody spends on the votes of others."""


def moves(mind: Mind) -> Iterator[Move]:
    """Bargaining over one's own text, then an amendment of one's own."""
    for text in mind.scope.within(own_texts(mind)):
        yield from _take_in(mind, text)
        yield from _pay(mind, text)
    yield from _propose(mind)


def own_texts(mind: Mind) -> tuple[str, ...]:
    """The text on the table of which this seat is the first sponsor, if there is one."""
    seen = mind.seen
    return tuple(text for text in mind.on_table if seen.text(text).sponsors[:1] == (seen.seat,))


def _take_in(mind: Mind, text: str) -> Iterator[Move]:
    """Changes that bring others along and that one can live with: those first that most ask for.

    A text only gains clauses and loses measures in this way, so that bargaining comes to an end.
    """
    draft = mind.seen.text(text).draft
    asked = _asked(mind, text)
    for change, names in sorted(asked.items(), key=lambda asking: (-asking[1], asking[0].part, asking[0].id)):
        yields = change.on if change.part == "clause" else not change.on
        contrary = sum(count for other, count in asked.items() if other.id == change.id and other.on != change.on)
        if yields and names > contrary and mind.weighing.after(draft, (change,), text) >= YES:
            yield ReviseText(text, change), Text("This brings another vote, and we can live with it.")


def _asked(mind: Mind, text: str) -> Counter[Change]:
    """What the others have said would bring them along, and how many ask for each change."""
    seen, asked = mind.seen, Counter[Change]()
    for other in seen.voters:
        held = seen.position(text, other)
        if other != seen.seat and held is not None and held.stance != "support":
            asked.update(change for change in held.wants if changed(seen, seen.text(text).draft, change) is not None)
    return asked


def _pay(mind: Mind, text: str) -> Iterator[Move]:
    """Pay the price of a vote that one can afford, once."""
    seen = mind.seen
    promised = {
        promise.to for promise in seen.commitments.promises.values() if (promise.by, promise.text) == (seen.seat, text)
    }
    for other in seen.voters:
        held = seen.position(text, other)
        wanting = held is not None and held.stance != "support" and other not in promised
        if wanting and held is not None and 0 < held.price <= seen.account.treasury - RESERVE:
            yield MakeOffer(other, Gift("pay", "", held.price), text), Text("Their vote is worth its price.")


def answer_amendments(mind: Mind) -> Iterator[Move]:
    """Answer and vote on amendments."""
    seen, weighing = mind.seen, mind.weighing
    for id_, amendment in seen.amendments.items():
        if amendment.status not in ("open", "ballot"):
            continue
        draft = seen.text(amendment.text).draft
        before, after = (weighing.after(draft, changes, amendment.text) for changes in ((), (amendment.change,)))
        if amendment.status == "open":
            yield AnswerAmendment(id_, after >= min(before, YES)), Text("We can live with it or not.")
        elif seen.seat not in amendment.votes:
            vote = VoteAmendment(id_, "yes" if after > before else "no")
            yield vote, Text("It makes the text better for us, or worse.")


def _propose(mind: Mind) -> Iterator[Move]:
    """For those who keep to the form: propose the one change that would win one's vote, once a text."""
    seen = mind.seen
    for text in mind.scope.within(mind.on_table) if mind.character.amends else ():
        sponsors = seen.text(text).sponsors
        mine = any(amendment.by == seen.seat and amendment.text == text for amendment in seen.amendments.values())
        if not sponsors or seen.seat in sponsors or mine:
            continue
        wants = mind.weighing.wants(seen.text(text).draft, text)
        if len(wants) == 1:
            yield ProposeAmendment(text, wants[0]), Text("With this change we could vote for it.")

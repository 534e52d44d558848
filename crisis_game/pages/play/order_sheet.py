"""The sheet of ORDERS as rows: votes with opinions and reasons, deliveries, force, acting alone, report.

Every row is made from an offer, so that what it can choose is what the engine accepts. Nothing here is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from crisis_game.engine.acts.accountability import ReportToCouncil
from crisis_game.engine.acts.ballots import CastVote, Explain
from crisis_game.engine.acts.settlement import ChooseReaction
from crisis_game.engine.acts.turns import SetReady
from crisis_game.pages.citations import reason
from crisis_game.pages.play.before_sealing import TITLE, steps, steps_done
from crisis_game.pages.play.order_giving import giving_below, giving_rows, giving_total
from crisis_game.pages.play.order_opinions import opinion_rows
from crisis_game.pages.play.order_prospects import if_carried, not_put, not_put_heading
from crisis_game.pages.play.order_rows import Choice, Group, Heading, Offers, OrderSheet, Part, Remarks, Row
from crisis_game.pages.play.orders import NO_REASON
from crisis_game.scenario.ids import Vote
from crisis_game.texts import Text

if TYPE_CHECKING:
    from crisis_game.pages.sight import Sight


def order_sheet(sight: Sight) -> OrderSheet:
    """The sheet of who sits before the screen."""
    offers = Offers(sight)
    parts = (
        *_texts(sight, offers),
        *_not_put(sight),
        *giving_rows(sight, offers),
        *_if_carried(sight),
        *_law(sight, offers),
        *_reaction(sight, offers),
        *_done(sight, offers),
    )
    account = sight.view.account
    return OrderSheet(parts, giving_total(sight, parts), account.treasury if account else None)


def _texts(sight: Sight, offers: Offers) -> Iterator[Part]:
    """Each text on the sheet: while votes are open with vote, opinion and reason, after that with its result."""
    seen = sight.seen
    if seen.beat != "orders":
        return
    votable = offers.values(CastVote, "text")
    for place, text in enumerate(seen.sheet):
        yield Heading(f"text/{text}", text=text)
        if text in votable:
            yield _vote(sight, offers, text)
            if place and seen.votes(text).get(seen.seat) == "yes":
                yield _also(sight, offers, text)
        yield from opinion_rows(sight, offers, text)
        if text in votable:
            yield _reason(sight, text)
        yield from giving_below(sight, offers, text)


def _not_put(sight: Sight) -> Iterator[Part]:
    """The texts that are not put, and why, a line each."""
    lines = not_put(sight.view) if sight.seen.beat == "orders" else ()
    if lines:
        heading = not_put_heading(sight.seen)
        yield Heading("not-put", heading.words, heading.note)
        yield Remarks("not-put/", lines)


def _if_carried(sight: Sight) -> Iterator[Part]:
    """What would be given to each text that carries by what was told."""
    for text, heading, lines in if_carried(sight.view) if sight.seen.beat == "orders" else ():
        yield Heading(f"carried/{text}", heading.words, heading.note)
        yield Remarks(f"given/{text}", lines)


def _vote(sight: Sight, offers: Offers, text: str) -> Row:
    seen = sight.seen
    votes = offers.values(CastVote, "vote", text=text)
    cast = seen.votes(text).get(seen.seat)
    also = cast == "yes" and _ticked(sight, text)
    choices = tuple(Choice(_voted(vote), CastVote(text, vote, also and vote == "yes")) for vote in votes)
    chosen = votes.index(cast) if cast in votes else None
    default = votes.index("abstain") if cast is None and "abstain" in votes else None
    return Row(f"vote/{text}", Text("Vote"), (Group(choices, chosen, default),))


def _voted(vote: Vote) -> Text:
    return Text("{vote:vote}", {"vote": vote})


def _also(sight: Sight, offers: Offers, text: str) -> Row:
    also = offers.values(CastVote, "also", text=text, vote="yes")
    choices = tuple(Choice(Text("yes") if tick else Text("no"), CastVote(text, "yes", tick)) for tick in also)
    ticked = _ticked(sight, text)
    note = Text("whether this yes counts even if a text before it is adopted")
    chosen = also.index(ticked) if ticked in also else None
    return Row(f"also/{text}", Text("And also"), (Group(choices, chosen),), note=note)


def _ticked(sight: Sight, text: str) -> bool:
    """Whether this seat's own last vote on a text ticked `also`: read from its own log."""
    votes = [vote for vote in sight.own_commands if isinstance(vote, CastVote) and vote.text == text]
    return bool(votes) and votes[-1].also


def _reason(sight: Sight, text: str) -> Row:
    explanation = sight.seen.explanations(text).get(sight.seen.seat, ("", ""))
    words = reason(sight.seen, sight.seen.seat, explanation)
    return Row(
        f"reason/{text}",
        Text("Why"),
        says=words or NO_REASON,
        missing=words is None,
        opens=Explain,
        preset={"text": text},
    )


def _law(sight: Sight, offers: Offers) -> Iterator[Part]:
    """The report to the Security Council."""
    rows = tuple(_report(sight, offers))
    if rows:
        yield Heading("law", Text("The law"))
        yield from rows


def _report(sight: Sight, offers: Offers) -> Iterator[Row]:
    if ReportToCouncil not in offers.by_act:
        return
    seen = sight.seen
    mine = tuple(
        Text("{claim:claim} ({grade:grade})", {"claim": claim, "grade": grade})
        for round_, seat, claim, grade in seen.commitments.reports
        if (round_, seat) == (seen.round, seen.seat)
    )
    says = Text("{all}", {"all": mine}) if mine else Text("nothing reported this round")
    yield Row("report/", Text("Report"), says=says, opens=ReportToCouncil)


def _reaction(sight: Sight, offers: Offers) -> Iterator[Part]:
    """For whoever holds the seat of the other side: which step."""
    steps = offers.values(ChooseReaction, "step")
    if not steps:
        return
    said = [order.step for order in sight.own_commands if isinstance(order, ChooseReaction)]
    chosen = steps.index(said[-1]) if said and said[-1] in steps else None
    yield Heading("reaction", Text("Your order"))
    choices = tuple(Choice(Text("{step:step}", {"step": step}), ChooseReaction(step)) for step in steps)
    yield Row("reaction/", Text("Step"), (Group(choices, chosen),))


def _done(sight: Sight, offers: Offers) -> Iterator[Part]:
    """What is still to be said, each leading there, and the way out of the sheet."""
    if SetReady not in offers.by_act:
        return
    all_steps = steps(sight.seen)
    yield Heading("done", TITLE, steps_done(all_steps) if all_steps else None)
    missing = tuple(Choice(step.words, leads_to=step.act, sign="▸") for step in all_steps if not step.done)
    done = tuple(Choice(step.words, sign="✓") for step in all_steps if step.done)
    if missing or done:
        yield Row("steps/", Text("To say") if missing else Text("Said"), (Group(missing + done),))
    yield Row("ready/", Text("Seal"), says=Text("close the sheet; what is left open gets its default"), opens=SetReady)

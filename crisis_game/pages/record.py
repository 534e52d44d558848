"""The record while play goes on: acts with their open tests, measures, votes, word given, the Security Council."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.draft_words import summary
from crisis_game.engine.view import MeasureLineInForce, TextLine, View
from crisis_game.pages.citing import reason
from crisis_game.pages.commitments import to_the_council, word_given
from crisis_game.pages.findings import findings_public
from crisis_game.pages.parts import Fold, Heading, Line, Page, Part, Run, Space, item, line, quiet, run
from crisis_game.pages.roll_call import roll_call
from crisis_game.pages.verdicts import verdict
from crisis_game.scenario.seat_dossier import Dossier
from crisis_game.texts import Text, counted

RUNNING: Mapping[str, Text] = {
    "active": Text("in force"),
    "dormant": Text("rests: its host does not consent"),
    "ended": Text("ended"),
}
"""What is said of a measure by its status."""


def record_pages(view: View, sheet: Dossier, acts: Sequence[PublicAct]) -> tuple[Page, ...]:
    """The five pages of the record, as one seat may read them; `acts` are those on public record."""
    return (
        Page("acts", Text("Acts and the law"), tuple(_acts(acts))),
        Page("measures", Text("Measures"), tuple(_measures(view))),
        Page("votes", Text("Votes"), tuple(_votes(view, sheet))),
        Page("word", Text("Declared, promised"), tuple(_commitments(view))),
        Page("council", Text("Security Council"), tuple(_council(view))),
    )


# Acts ---------------------------------------------------------------------------------------------------------------


def _acts(acts: Sequence[PublicAct]) -> Iterator[Part]:
    if not acts:
        yield line(Text("No act of legal weight is on record yet."))
        return
    if acts[0].verdict is None:
        yield quiet("What all members know of each act, and which tests of law are open. Verdicts come at the end.")
    else:
        yield quiet("What all members know of each act. The judge's answer on that stands beside it.")
    yield Space()
    yield from (Fold(act_line(act), (*_act(act), *findings_public(act.findings))) for act in acts)


def act_line(act: PublicAct) -> Line:
    """An act on public record in one line: round, what, who, and what is said of it."""
    return line(
        run("r{n}  ", "quiet", n=act.round),
        Run(act.title, "strong"),
        run("  ({seats:state})", "quiet", seats=act.participants),
        *act_marks(act),
    )


def act_marks(act: PublicAct) -> Iterator[Run]:
    """What is said of an act: the judge's answer where the exercise shows it, open tests, the world's answer."""
    if act.verdict is not None:
        yield run("  ")
        yield verdict(act.verdict)
    elif act.open:
        yield run("  ")
        yield Run(counted("{n} test open", "{n} tests open", len(act.open)), "warning")
    if act.protested:
        yield run("  ! protests", "bad")
    if act.criticised:
        yield run("  ! criticised", "warning")
    if act.ended is not None:
        yield run("  ended in round {n}", "quiet", n=act.ended)


def _act(act: PublicAct) -> Iterator[Line]:
    yield line(run("Answers for it: "), act.actor)
    yield line(Text("Carried by {seats:state}", {"seats": act.participants}))
    if act.open:
        yield line(Text("Open on what all know: {tests}", {"tests": act.open}))
    if act.protested:
        yield line(Text("The world protests at it."))
    if act.criticised:
        yield line(Text("The world criticises how it came about."))


# Measures -----------------------------------------------------------------------------------------------------------


def _measures(view: View) -> Iterator[Line]:
    if not view.measures:
        yield line(Text("No measure has begun."))
    for one in view.measures:
        yield from _measure(one)


def _measure(one: MeasureLineInForce) -> Iterator[Line]:
    running = one.status != "ended"
    named = "{measure:measure} ({target:state})" if one.target else "{measure:measure}"
    name = run(named, "strong" if running else "quiet", measure=one.measure, target=one.target or "")
    since = run("  since round {n}, {status}", "quiet", n=one.began, status=RUNNING[one.status])
    yield line(Run(name.words, name.tone, "■" if running else "□"), since)
    if one.authority:
        yield item(Text("under {text:text}", {"text": one.authority}))
    else:
        yield item(Text("{seat:state} alone", {"seat": one.author}))
    yield from given(one)


def given(one: MeasureLineInForce) -> Iterator[Line]:
    """Who gives how much to a measure, where anybody does."""
    told = tuple(
        Text("{seat:state} {level:delivery}", {"seat": seat, "level": level}) for seat, level in one.deliveries
    )
    if told:
        yield item(run("given: {all}", all=told))


# Votes --------------------------------------------------------------------------------------------------------------


def _votes(view: View, sheet: Dossier) -> Iterator[Part]:
    counted = [one for one in reversed(view.texts) if one.result is not None]
    if not counted:
        yield line(Text("No text has been voted on yet."))
    yield from (_vote_fold(view, sheet, one) for one in counted)


def _vote_fold(view: View, sheet: Dossier, one: TextLine) -> Fold:
    title = line(
        run("r{n}  ", "quiet", n=one.round),
        run("{text:text}", "strong", text=one.id),
        run("  {status:status}  ", status=one.status),
        run("{n}/{needed}", "strong", n=one.in_favour, needed=one.votes_needed),
    )
    return Fold(title, tuple(vote_parts(view, sheet, one)))


def vote_parts(view: View, sheet: Dossier, one: TextLine) -> Iterator[Line]:
    """The votes on one text: what it says, what it came to, who voted how and why, and what would have turned it."""
    yield line(summary(one.draft, view.seen))
    yield from (line(result) for result in result_run(one))
    reasons = {seat: (cites, words) for seat, cites, words in one.explanations}
    for seat, vote in one.votes:
        why = reason(view.seen, sheet, seat, reasons.get(seat, ("", "")))
        told = run("{seat:state}: {vote:vote}", seat=seat, vote=vote)
        yield item(told, run("  {why}", "aside", why=why)) if why else item(told)
    yield from (line(Run(turned, "quiet")) for turned in roll_call(view.seen, sheet, one.id).turned)


def result_run(one: TextLine) -> Iterator[Run]:
    """What the vote on a text came to, and why; nothing before it is counted."""
    if one.result is None:
        return
    if one.status == "lapsed":
        lapsed = Text("{n} in favour; it lapses, since a text before it was adopted.", {"n": one.in_favour})
        yield Run(lapsed, "contested", "–")
    else:
        yield Run(one.result, "lawful" if one.adopted else "unlawful", "✓" if one.adopted else "✗")


# Word given, and the Security Council ---------------------------------------------------------------------------------


def _commitments(view: View) -> Iterator[Part]:
    parts = word_given(view.seen, view.commitments)
    if not parts:
        yield line(Text("Nobody has declared, promised or demanded anything."))
    for heading, items in parts:
        yield Heading(heading)
        yield from items


def _council(view: View) -> Iterator[Line]:
    told = to_the_council(view.commitments)
    if not told:
        yield line(Text("Nothing was reported to it, and nothing asked of it."))
    yield from (item(sentence, mark=sign) for sign, sentence in told)

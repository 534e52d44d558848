"""The record while play goes on: acts with their open tests, measures, votes, word given, the Security Council."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.view import TextLine, View
from crisis_game.pages.commitments import to_the_council, word_given
from crisis_game.pages.findings import findings_public
from crisis_game.pages.measures import authority_words, below_lines, measure_line
from crisis_game.pages.parts import Fold, Heading, Line, Page, Part, Run, Space, item, line, quiet, run
from crisis_game.pages.roll_call import roll_call
from crisis_game.pages.rulings import LEFT_UNDONE, question_waiting, ruling_parts, words_of_act
from crisis_game.texts import Text, counted


def record_pages(view: View, acts: Sequence[PublicAct]) -> tuple[Page, ...]:
    """The five pages of the record, as one seat may read them; `acts` are those on public record."""
    return (
        Page("acts", Text("Acts and the law"), tuple(_acts(acts))),
        Page("measures", Text("Measures"), tuple(_measures(view))),
        Page("votes", Text("Votes"), tuple(_votes(view))),
        Page("word", Text("Declared, promised"), tuple(_commitments(view))),
        Page("council", Text("Security Council"), tuple(_council(view))),
    )


# Acts ---------------------------------------------------------------------------------------------------------------


def _acts(acts: Sequence[PublicAct]) -> Iterator[Part]:
    yield from _done([act for act in acts if not act.omission])
    omissions = [act for act in acts if act.omission]
    if omissions:
        yield Heading(LEFT_UNDONE)
    yield from (Fold(act_line(omission), tuple(_act(omission))) for omission in omissions)


def _done(acts: Sequence[PublicAct]) -> Iterator[Part]:
    if not acts:
        yield line(Text("No act of legal weight is on record yet."))
        return
    if acts[0].ruled is None:
        yield quiet("What all members know of each act, and which questions of law are open. Rulings come at the end.")
    else:
        yield quiet("What all members know of each act. The judge's answer on that stands beside it.")
    yield Space()
    yield from (Fold(act_line(act), tuple(_act(act))) for act in acts)


def act_line(act: PublicAct) -> Line:
    """An act on public record in one line: round, what, who, and what is said of it."""
    return line(
        run("r{n}  ", "quiet", n=act.round),
        Run(act.title, "strong"),
        run("  ({seats:state})", "quiet", seats=act.participants),
        *act_marks(act),
    )


def act_marks(act: PublicAct) -> Iterator[Run]:
    """What is said of an act: the judge's words where the exercise shows them, open questions, the world's answer."""
    if act.ruled is not None:
        yield run("  ")
        yield from words_of_act(act.ruled.judgement)
    elif act.questions:
        yield run("  ")
        yield Run(counted("{n} question open", "{n} questions open", len(act.questions)), "warning")
    if act.protested:
        yield run("  ! protests", "bad")
    if act.criticised:
        yield run("  ! criticised", "warning")
    if act.ended is not None:
        yield run("  ended in round {n}", "quiet", n=act.ended)


def _act(act: PublicAct) -> Iterator[Part]:
    if act.ruled is not None:
        yield from ruling_parts(act.ruled, findings_public)
    elif act.questions:
        yield line(Text("Open in law, on what all know:"))
        yield from question_waiting(act.questions)
    yield line(run("Answers for it: "), act.actor)
    yield line(Text("Carried by {seats:state}", {"seats": act.participants}))
    if act.protested:
        yield line(Text("The world protests at it."))
    if act.criticised:
        yield line(Text("The world criticises how it came about."))


# Measures -----------------------------------------------------------------------------------------------------------


def _measures(view: View) -> Iterator[Line]:
    if not view.measures:
        yield line(Text("No measure has begun."))
    for measure in view.measures:
        yield measure_line(measure)
        yield item(Run(authority_words(measure), "quiet"), mark=" ")
        yield from below_lines(measure)


# Votes --------------------------------------------------------------------------------------------------------------


def _votes(view: View) -> Iterator[Part]:
    voted = [text for text in reversed(view.texts) if text.result is not None]
    if not voted:
        yield line(Text("No text has been voted on yet."))
    yield from (_vote_fold(view, text) for text in voted)


def _vote_fold(view: View, text: TextLine) -> Fold:
    title = line(
        run("r{n}  ", "quiet", n=text.round),
        run("{text:text}", "strong", text=text.id),
        run("  {status:status}  ", status=text.status),
        run("{n}/{needed}", "strong", n=text.in_favour, needed=text.votes_needed),
    )
    return Fold(title, roll_call(view, text.id).parts)


# Word given, and the Security Council ---------------------------------------------------------------------------------


def _commitments(view: View) -> Iterator[Part]:
    parts = word_given(view.seen, view.commitments)
    if not parts:
        yield line(Text("Nobody has declared, promised or demanded anything."))
    for heading, items in parts:
        yield Heading(heading)
        yield from items


def _council(view: View) -> Iterator[Line]:
    sentences = to_the_council(view.commitments)
    if not sentences:
        yield line(Text("Nothing was reported to it, and nothing asked of it."))
    yield from (item(sentence, mark=sign) for sign, sentence in sentences)

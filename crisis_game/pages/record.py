"""The record in play: acts with what the law says of them, measures, votes, word given, the Security Council."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.view import TextLine, View
from crisis_game.law.finding import Legality, Verdict
from crisis_game.law.legitimacy import WARNING, Band
from crisis_game.law.names_of_law import band_name
from crisis_game.pages.act_rows import head_of_rows, law_of_act, law_of_omission, law_waiting, row_of_act
from crisis_game.pages.ally_answers import answered_line, conditions_of
from crisis_game.pages.commitments import to_the_council, word_given
from crisis_game.pages.findings import findings_public
from crisis_game.pages.measures import authority_words, below_lines, measure_line
from crisis_game.pages.overruling import otherwise
from crisis_game.pages.parts import NOTHING, Fold, Heading, Line, Page, Part, Run, Tone, item, line, run
from crisis_game.pages.roll_call import roll_call
from crisis_game.pages.rulings import (
    LEFT_UNDONE,
    core_of_ruling,
    question_waiting,
    ruling_parts,
    ruling_without_path,
    words_of_act,
)
from crisis_game.pages.verdicts import SIGNS
from crisis_game.texts import Msgid, Text, counted

BANDS: Mapping[Band, Tone] = {"high": "good", "mixed": "plain", "low": "bad", "open": "quiet"}
"""How it is meant that an act is so legitimate."""


def record_pages(view: View, acts: Sequence[PublicAct]) -> tuple[Page, ...]:
    """The five pages of the record, as one seat may read them; `acts` are those on public record."""
    return (
        Page("acts", Text("Acts and the law"), tuple(_acts(acts)), companion=tuple(_where_acts_stand(acts))),
        Page("measures", Text("Measures"), tuple(_measures(view))),
        Page("votes", Text("Votes"), tuple(_votes(view))),
        Page("word", Text("Declared, promised"), tuple(_commitments(view))),
        Page("council", Text("Security Council"), tuple(_council(view))),
    )


# Acts ---------------------------------------------------------------------------------------------------------------


def _acts(acts: Sequence[PublicAct]) -> Iterator[Part]:
    if not acts:
        yield line(Text("No act of legal weight is on record yet."))
        return
    ruled = acts[0].ruled is not None
    waiting = Text("on what all members know; rulings come at the end")
    yield Heading(Text("Acts"), note=Text("on what all members know") if ruled else waiting)
    yield head_of_rows(Text("legit.") if ruled else NOTHING.words)
    yield from (_row(act) for act in acts if not act.omission)
    omissions = [act for act in acts if act.omission]
    if omissions:
        yield Heading(LEFT_UNDONE)
    yield from map(_row, omissions)
    yield from _said(acts)


LAW: tuple[tuple[Verdict, Msgid, tuple[Legality, ...]], ...] = (
    ("unlawful", "{n} unlawful", ("unlawful",)),
    ("contested", "{n} open", ("contested", "insufficient-facts")),
    ("lawful", "{n} lawful", ("lawful",)),
)
"""How acts are counted by the law, from the worst to the best."""


def _where_acts_stand(acts: Sequence[PublicAct]) -> Iterator[Part]:
    """How many acts are how lawful and how legitimate: the two can fall apart."""
    bands: tuple[Band, ...] = ("high", "mixed", "low")
    weighed = [(act.legitimacy, act.ruled.judgement.gravest) for act in acts if act.ruled is not None]
    counted_acts = [(band, word) for band, word in weighed if band in bands]
    if counted_acts:
        yield Heading(Text("Law and legitimacy"), note=counted("{n} act", "{n} acts", len(counted_acts)))
    for band in bands:
        words = [word for act_band, word in counted_acts if act_band == band]
        if words:
            yield line(Run(band_name(band), BANDS[band], width=6), run("  "), *_counts(words))


def _counts(words: Sequence[Legality]) -> Iterator[Run]:
    """How often each word was said, where it was."""
    gap = NOTHING
    for tone, sentence, of in LAW:
        if number := sum(word in of for word in words):
            yield gap
            yield Run(Text(sentence, {"n": number}), tone, SIGNS[tone])
            gap = run("  ")


def beside_acts(act: PublicAct | None, acts: Sequence[PublicAct]) -> Iterator[Part]:
    """What stands beside the list while one act in it is marked: the core of its ruling, and where all acts stand."""
    if act is not None:
        yield Heading(act.name, note=Text("round {n}", {"n": act.round}))
    if act is not None and act.ruled is not None:
        yield from ruling_without_path(act.ruled)
    elif act is not None:
        yield from question_waiting(act.questions)
    yield from _where_acts_stand(acts)


def _row(act: PublicAct) -> Fold:
    """An act in one row of a table; it opens in place, or on the page of its ruling."""
    row = row_of_act(act.round, act.name, act.participants, _law(act), _legitimacy(act))
    return Fold(row, tuple(_in_place(act)), ruling=act.id)


def _law(act: PublicAct) -> tuple[Run, Run]:
    if act.ruled is None:
        return law_waiting(len(act.questions))
    return law_of_omission(act.ruled.judgement) if act.omission else law_of_act(act.ruled.judgement)


def _legitimacy(act: PublicAct) -> Run:
    return Run(band_name(act.legitimacy), BANDS[act.legitimacy]) if act.legitimacy is not None else NOTHING


def _said(acts: Sequence[PublicAct]) -> Iterator[Part]:
    """What the world said of acts, and what is printed where an unlawful one is held legitimate."""
    said = (
        (Text("The world protests at:"), [act.title for act in acts if act.protested]),
        (Text("It criticises how this came about:"), [act.title for act in acts if act.criticised]),
    )
    if any(titles for _, titles in said):
        yield Heading(Text("Who said what of it"))
    for words, titles in said:
        if titles:
            yield line(words, run(" {acts}.", "strong", acts=tuple(titles)))
    if any(map(_warned, acts)):
        yield line(Run(WARNING, "aside"))


def _warned(act: PublicAct) -> bool:
    unlawful = act.ruled is not None and act.ruled.judgement.gravest == "unlawful"
    return unlawful and act.legitimacy in ("high", "mixed")


def _in_place(act: PublicAct) -> Iterator[Part]:
    ended = run("; ended in round {n}", "quiet", n=act.ended) if act.ended is not None else NOTHING
    yield line(Run(act.title, "strong"), run(", by {seats:state}", "quiet", seats=act.participants), ended)
    yield from otherwise(act.overruled)
    if act.ruled is not None:
        yield from core_of_ruling(act.ruled)
    yield from _answered(act)
    if act.ruled is not None:
        yield Fold(line(run("The whole ruling", "asked")), (*ruling_parts(act.ruled, findings_public), _answers(act)))
    else:
        yield from question_waiting(act.questions)
        yield _answers(act)


def _answered(act: PublicAct) -> Iterator[Line]:
    """What others answered to an act: members to an ally's, and the world."""
    gap = "  " if act.answers else ""
    world = run("{gap}the world protests", "bad", gap=gap)
    if not act.protested:
        world = run("{gap}the world criticises", "warning", gap=gap) if act.criticised else NOTHING
    if act.answers or world is not NOTHING:
        yield answered_line(act.answers, world)
    yield from conditions_of(act.answers)


def _answers(act: PublicAct) -> Line:
    return line(run("Answers for it: ", "quiet"), Run(act.actor, "quiet"))


def act_fold(act: PublicAct) -> Fold:
    """An act in one line that opens in place, or on the page of its ruling."""
    return Fold(act_line(act), tuple(_in_place(act)), ruling=act.id)


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

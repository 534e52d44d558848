"""Rulings, act by act: on what its actor knew; and as it was, where that gives another word.

The rows stand on the first page in short, those first in which the room and the judge part; in the order of play, and
in full, on a page of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crisis_game.debrief.model import ActTold, FindingTold, Review, RoomOpinion
from crisis_game.law.finding import GRAVEST_FIRST, Finding
from crisis_game.pages.act_rows import head_of_rows, law_of_act, law_of_omission, row_of_act
from crisis_game.pages.findings import findings_told
from crisis_game.pages.overruling import otherwise
from crisis_game.pages.parts import Beside, Fold, Heading, Line, Page, Part, Run, item, line, run
from crisis_game.pages.ruling_page import FIRST
from crisis_game.pages.rulings import LEFT_UNDONE, Opened, core_of_ruling, ruling_parts, words_of_act
from crisis_game.pages.verdicts import verdict
from crisis_game.scenario.ids import Answer
from crisis_game.texts import Text, counted

ROOM = Text("room")
"""The head of the last column: how many said before the vote what the law says."""


def acts_page(review: Review) -> Page:
    """All acts, round by round, then what was left undone; each opens on its ruling."""
    return Page("acts", Text("Rulings"), tuple(_acts(review)))


def _acts(review: Review) -> Iterator[Part]:
    if not review.acts:
        yield line(Text("No act of legal weight is on record."))
    else:
        words = "Each act on what its actor knew, which is its conduct; where it was otherwise, both rulings stand."
        yield line(run(words, "quiet"))
        yield head_of_rows(ROOM)
    yield from (Fold(_row(act), tuple(_in_full(act)), ruling=act.id) for act in review.acts)
    if review.omissions:
        yield Heading(LEFT_UNDONE)
    yield from (Fold(_row(act), tuple(_in_full(act)), ruling=act.id) for act in review.omissions)


def rulings_in_short(review: Review, *, opened: bool) -> Iterator[Part]:
    """A row each: where room and judge part, then the gravest; those that all held lawful in one line that opens."""
    rows = sorted((*review.acts, *review.omissions), key=lambda act: (not _parted(act), GRAVEST_FIRST.index(act.known)))
    plain = [act for act in rows if act.known == "lawful" and act.ruled_true is None and not _parted(act)]
    yield Heading(Text("The rulings"), note=Text("room: how many said so before the vote"))
    if not rows:
        yield line(Text("No act of legal weight is on record."))
        return
    apart = [act for act in rows if act not in plain]
    yield head_of_rows(ROOM)
    yield from map(_short_row, apart or plain)
    if apart and plain:
        words = counted("{n} more act, lawful", "{n} more acts, all lawful", len(plain))
        yield Fold(line(Run(words, "quiet")), tuple(map(_short_row, plain)), opened)


def _short_row(act: ActTold) -> Fold:
    parting = (line(Run(act.parts, "headline")),) if act.parts is not None else ()
    full = line(Run(act.title, "strong"), run(", by {seats:state}", "quiet", seats=act.participants))
    return Fold(
        _row(act),
        (full, *parting, *otherwise(act.overruled), *core_of_ruling(act.ruled), *opinions_of_room(act)),
        ruling=act.id,
    )


def _row(act: ActTold) -> Line:
    judgement = act.ruled.judgement
    law = law_of_omission(judgement) if act.omission else law_of_act(judgement)
    return row_of_act(act.round, act.name, act.participants, law, _room(act))


def _room(act: ActTold) -> Run:
    """How many of those who gave an opinion said what the law says."""
    answers = _answers(act)
    if not answers:
        return run("silent", "quiet")
    if act.ruled.judgement.legality == "insufficient-facts":
        return Run(Text("{n} said", {"n": len(answers)}), "quiet")
    near = answers.count(act.ruled.judgement.legality)
    return Run(Text("{n} of {all}", {"n": near, "all": len(answers)}), "strong" if _parted(act) else "plain")


def _parted(act: ActTold) -> bool:
    """Whether somebody in the room said otherwise than the law does, where it gives an answer that one could give."""
    answer = act.ruled.judgement.legality
    return answer != "insufficient-facts" and any(said != answer for said in _answers(act))


def _answers(act: ActTold) -> list[Answer]:
    return [said.answer for said in act.room if said.question in FIRST]


def opinions_of_room(act: ActTold) -> Iterator[Line]:
    """What each said of an act before it was decided."""
    for said in act.room:
        yield opinion_line(said)


def opinion_line(said: RoomOpinion) -> Line:
    """What one said, and how surely."""
    who = run("{seat:state}. {question:question}: ", seat=said.seat, question=said.question)
    return item(who, verdict(said.answer), run(", {sure} % sure", "quiet", sure=said.sure))


def act_fold(act: ActTold) -> Fold:
    """One line with round, what was done, by whom, and the words on it; it opens on the ruling."""
    title = [
        run("r{n}  ", "quiet", n=act.round),
        Run(act.title, "strong"),
        run(" ({seats:state})  ", "quiet", seats=act.participants),
        *words_of_act(act.ruled.judgement),
    ]
    if act.ruled_true is not None:
        title += [run("  as it was ", "quiet"), *words_of_act(act.ruled_true.judgement)]
    return Fold(line(*title), tuple(_in_full(act)), ruling=act.id)


def _in_full(act: ActTold) -> Iterator[Part]:
    """All that is told of an act, with both readings beside each other where they part."""
    yield line(Run(act.title, "strong"), run(", by {seats:state}", "quiet", seats=act.participants))
    yield from about_act(act)
    yield from opinions_of_room(act)
    if act.ruled_true is None:
        yield from ruling_known(act)
        return
    yield Beside(
        Fold(line(run("On what was known: ", "strong"), *words_of_act(act.ruled.judgement)), ruling_known(act)),
        Fold(line(run("As it was: ", "strong"), *words_of_act(act.ruled_true.judgement)), ruling_true(act)),
    )


def about_act(act: ActTold) -> Iterator[Line]:
    """What stands before the ruling on an act: where its readings part, what was made good, who answers for it."""
    if act.parts is not None:
        yield line(Run(act.parts, "headline"))
    yield from otherwise(act.overruled)
    if act.cured:
        yield item(Text("Made good later: {rules}", {"rules": act.cured}), mark="●")
    yield line(run("Answers for it: ", "quiet"), Run(act.actor, "quiet"))
    if act.hidden:
        yield line(Text("Nobody else could know of it."))
    elif act.public != act.known:
        yield line(run("On what all members knew: "), verdict(act.public))


def ruling_known(act: ActTold) -> tuple[Part, ...]:
    """The ruling on what its actor knew, which is its conduct."""
    return ruling_parts(act.ruled, _opened(act.findings))


def ruling_true(act: ActTold) -> tuple[Part, ...]:
    """The ruling as it was; nothing where that gives the same words."""
    return ruling_parts(act.ruled_true, _opened((*act.findings_true, *act.findings))) if act.ruled_true else ()


def _opened(all_findings: Iterable[FindingTold]) -> Opened:
    """Findings test by test as the debrief tells them, with the facts they read and what would have turned them."""
    by_rule: dict[str, FindingTold] = {}
    for finding in all_findings:
        by_rule.setdefault(finding.rule, finding)

    def opened(findings: Iterable[Finding]) -> tuple[Fold, ...]:
        return findings_told(by_rule[finding.rule] for finding in findings if finding.rule in by_rule)

    return opened

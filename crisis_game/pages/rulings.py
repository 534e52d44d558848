"""Rulings to read: the words on an act, the question on which it turns, what follows, and how the judge came to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from crisis_game.law.finding import Finding, Judgement, Legality, RuleSeverity
from crisis_game.law.order import RULES
from crisis_game.law.ruling import MANNERS
from crisis_game.law.ruling_model import SERIOUSNESS, WORDS, Reply, Ruled, Ruling
from crisis_game.law.tree import Tree
from crisis_game.pages.parts import Fold, Heading, Line, Part, Run, item, line, run
from crisis_game.pages.verdicts import SIGNS
from crisis_game.texts import Text, counted

Opened = Callable[[Iterable[Finding]], tuple[Fold, ...]]
"""How findings are told test by test, where a path is opened."""


LEFT_UNDONE = Text("Left undone")
"""The heading over omissions."""


def words_of_act(judgement: Judgement) -> tuple[Run, ...]:
    """The word on an act, or with force the two, each with its sign."""
    if judgement.resort is None:
        return (word(judgement.legality),)
    resort = run("Resort: {word}", judgement.resort, word=Text(WORDS[judgement.resort]))
    return Run(resort.words, resort.tone, SIGNS[judgement.resort]), run("  "), _manner(judgement)


def word(legality: Legality) -> Run:
    """One word on an act."""
    return Run(Text(WORDS[legality]), legality, SIGNS[legality])


def _manner(judgement: Judgement) -> Run:
    if judgement.manner is None:
        return run("Conduct: nothing to judge", "quiet")
    manner = Text(MANNERS[judgement.manner])
    if judgement.manner == "unlawful":
        manner = Text("{seriousness} breach", {"seriousness": _seriousness(judgement.manner_severity)})
    return Run(Text("Conduct: {manner}", {"manner": manner}), judgement.manner, SIGNS[judgement.manner])


def _seriousness(severity: RuleSeverity | None) -> Text:
    return Text(SERIOUSNESS[severity or "procedural"])


def ruling_parts(ruled: Ruled, opened: Opened, beside: Run | None = None) -> tuple[Part, ...]:
    """A ruling as it is read: what matters first, the path of the court last and folded.

    `beside` stands at the end of the line with the words on the act: what a reader had said of it, for one.
    """
    return (*ruling_without_path(ruled, beside), path(ruled.tree, opened))


def ruling_without_path(ruled: Ruled, beside: Run | None = None) -> tuple[Part, ...]:
    """What matters of a ruling: the words, the question, what was wrong in any case, the safe way, what follows."""
    return tuple(_ruling(ruled.tree, ruled.ruling, beside))


def _ruling(tree: Tree, ruling: Ruling, beside: Run | None) -> Iterator[Part]:
    yield line(*words_of_act(tree.judgement), aside=beside)
    yield line(Run(ruling.done, "strong"), run(" "), Run(ruling.reason, "law"))
    yield from _question(tree, ruling)
    whatever = Text("Wrong whatever the answer") if ruling.question is not None else Text("Wrong besides")
    yield from _listed(whatever, map(wrong, ruling.wrong))
    yield from _listed(Text("What would have made it safe"), _safety(ruling))
    duties = tuple(item(Run(duty.text, "law")) for duty in ruling.follows)
    yield from _listed(Text("What follows now"), duties)


def _question(tree: Tree, ruling: Ruling) -> Iterator[Part]:
    if ruling.question is None:
        if tree.turning is not None and tree.turning is not tree.deciding:
            yield line(run("It fails at this: "), Run(tree.turning.because, "law"))
        return
    open_in_fact = tree.turning is not None and tree.turning.verdict == "insufficient-facts"
    heading = "It turns on a question of fact" if open_in_fact else "It turns on one question"
    yield Heading(Text(heading))
    yield line(Run(ruling.question, "strong"))
    met, missed = ruling.replies
    yield _reply(Text("if yes  "), met)
    yield _reply(Text("if no  "), missed)


def _reply(if_: Text, reply: Reply) -> Line:
    runs = [Run(if_, "quiet", width=8), Run(Text(WORDS[reply.word]), reply.word)]
    if reply.so_it_is:
        runs.append(run(", and so it is", "strong"))
    if reply.because is not None:
        runs += [run(": "), Run(reply.because, "law")]
    if reply.authority:
        runs.append(run(" ({who})", "quiet", who="; ".join(reply.authority)))
    if reply.next is not None:
        then = run(" Then the next question is {question:inline}.", question=reply.next)
        runs += [then] if reply.because is not None else [run("."), then]
    return item(*runs, mark=SIGNS[reply.word], tone=reply.word)


def wrong(finding: Finding) -> Line:
    """A breach in one line: what was wrong, and how grave."""
    seriousness = Run(_seriousness(finding.severity), "quiet")
    return item(Run(finding.because, "law"), mark=SIGNS["unlawful"], tone="unlawful", aside=seriousness)


def _safety(ruling: Ruling) -> Iterator[Line]:
    if ruling.own:
        yield item(run("In its own hands: ", "quiet"), run("{steps:inline}.", "advice", steps=ruling.own), mark="+")
    if ruling.others:
        words = run("In the hands of others: ", "quiet")
        yield item(words, run("{steps:inline}.", "advice", steps=ruling.others), mark="+")


def _listed(heading: Text, lines: Iterable[Line]) -> Iterator[Part]:
    listed = tuple(lines)
    if listed:
        yield Heading(heading)
        yield from listed


def path(tree: Tree, opened: Opened) -> Fold:
    """How the judge came to it: what decides, where it turns, what follows, what stands beside, what was kept."""
    beside = tuple(finding for issue in tree.beside for finding in (issue.finding, *issue.follows))
    title = run(
        "How the judge came to it: {follow}, {beside}, {kept}.",
        "asked",
        follow=counted("{n} follows", "{n} follow", len(tree.follows)),
        beside=counted("{n} beside it", "{n} beside it", len(beside)),
        kept=counted("{n} kept", "{n} kept", len(tree.kept)),
    )
    decides = tuple(finding for finding in (tree.deciding,) if finding)
    turning = tuple(finding for finding in (tree.turning,) if finding and finding is not tree.deciding)
    groups = (
        (Text("What decides"), decides),
        (Text("Where it turns"), turning),
        (Text("Follows from it"), tree.follows),
        (Text("Beside it"), beside),
        (Text("Kept"), tree.kept),
    )
    parts: list[Part] = []
    for heading, findings in groups:
        if findings:
            parts += [Heading(heading, 2), *opened(findings)]
    return Fold(line(title), tuple(parts))


def core_of_ruling(ruled: Ruled) -> Iterator[Line]:
    """What opens under a row of a list: on what it turns and how that is answered, and what stands beside it."""
    ruling = ruled.ruling
    if ruling.question is None:
        yield line(Run(ruling.in_short, "law"))
    else:
        yield line(run("It turns on: ", "strong"), Run(ruling.question, "law"), run("  "), *_answered(ruled))
    beside = tuple(RULES[issue.finding.rule].name for issue in ruled.tree.beside)
    if beside:
        yield line(run("Beside it: ", "strong"), run("{rules:inline}", rules=beside))


def _answered(ruled: Ruled) -> Iterator[Run]:
    """Whether that question is answered, and why so."""
    for answer, reply in zip((Text("Yes"), Text("No")), ruled.ruling.replies, strict=True):
        if reply.so_it_is:
            yield Run(answer, reply.word)
            yield Run(Text(".") if reply.because is None else Text(": {why:inline}.", {"why": reply.because}), "law")
            return
    yield word(ruled.judgement.legality)


def question_waiting(questions: tuple[Text, ...]) -> Iterator[Line]:
    """What is asked of an act while its verdict waits for the end: the questions, without answers."""
    for question in questions:
        yield item(Run(question, "law"), mark=SIGNS["contested"], tone="contested")

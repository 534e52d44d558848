"""A ruling in words: three to eight sentences, at most 190 words."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.law.consequences import Code, Consequence
from crisis_game.law.finding import Finding, Legality
from crisis_game.law.ruling_model import SERIOUSNESS, WORDS, Reply, Ruling
from crisis_game.law.tree import OPEN, Tree
from crisis_game.law.vocabulary import FACTS
from crisis_game.texts import Msgid, Text

MOST_BESIDE_A_QUESTION = 2
"""Wrongs, and steps, that are told in words where a question takes up room."""


def sentences(issues: Tree, said: Ruling) -> Iterator[Text]:
    """In words: at most 190, so of two authorities one is named, and beside a question fewer wrongs."""
    yield said.done
    yield from _on_the_question(issues, said)
    if said.wrong:
        wrongs = said.wrong[:MOST_BESIDE_A_QUESTION] if said.replies else said.wrong
        yield Text(_WRONG[issues.judgement.legality], {"wrongs": tuple(_wrong(finding) for finding in wrongs)})
    yield from _on_safety(issues, said)
    yield from _on_what_follows(said.follows)


_WRONG: dict[Legality, Msgid] = {
    "lawful": "In how it was done something was wrong: {wrongs}.",
    "unlawful": "Besides, {wrongs}.",
    "contested": "Whatever the answer, {wrongs}.",
    "insufficient-facts": "Whatever the answer, {wrongs}.",
}


def _wrong(finding: Finding) -> Text:
    seriousness = Text(SERIOUSNESS[finding.severity or "procedural"])
    return Text("{because:inline} ({seriousness})", {"because": finding.because, "seriousness": seriousness})


def _on_the_question(issues: Tree, said: Ruling) -> Iterator[Text]:
    turning, word = issues.turning, issues.judgement.legality
    if turning is None or word not in OPEN or not said.replies:
        yield said.reason
        if turning is not None and turning is not issues.deciding and turning.because != said.reason:
            yield Text("It fails at this: {because:inline}.", {"because": turning.because})
        return
    if turning.verdict == "contested" and turning.premise is not None:
        yield Text("Whether it was lawful turns on a question of law: {premise:inline}.", {"premise": turning.premise})
    elif turning.missing:
        missing = tuple(FACTS[name].meaning for name in turning.missing)
        yield Text("It turns first on a fact that is not known: {missing}.", {"missing": missing})
    else:
        yield Text("It turns first on a fact. {because}", {"because": turning.because})
    yield from (_on_reply(reply, place, turning) for place, reply in enumerate(said.replies))


_SIDES: tuple[Msgid, Msgid] = (
    "On one view, {claim:inline} ({authority}); {then}.",
    "On another, {claim:inline} ({authority}); {then}.",
)
_IF_PROVEN: tuple[Msgid, Msgid] = ("If that is proven, {then}.", "If it is not, {then}.")
_IF_KNOWN: tuple[Msgid, Msgid] = ("If it proves to be as the law asks, {then}.", "If it does not, {then}.")


def _on_reply(reply: Reply, place: int, turning: Finding) -> Text:
    if reply.next is not None:
        then = Text("then the next question is {question:inline}", {"question": reply.next})
    else:
        then = Text("then the act is {word}", {"word": Text(WORDS[reply.word])})
    if turning.verdict == "contested" and reply.because is not None and reply.authority:
        return Text(_SIDES[place], {"claim": reply.because, "authority": reply.authority[0], "then": then})
    if turning.missing:
        return Text(_IF_KNOWN[place], {"then": then})
    return Text(_IF_PROVEN[place], {"then": then})


def _on_safety(issues: Tree, said: Ruling) -> Iterator[Text]:
    if issues.judgement.legality == "lawful" and not said.wrong:
        return
    if said.own:
        steps = said.own[:MOST_BESIDE_A_QUESTION] if said.replies else said.own
        yield Text("In the actor's own hands: {steps:inline}.", {"steps": steps})
    if said.others:
        yield Text("In the hands of others: {steps:inline}.", {"steps": said.others})
    if not said.own and not said.others and issues.judgement.legality != "lawful":
        open_ = issues.judgement.legality in OPEN
        settled = Text("Nothing within the actor's reach would have settled it.")
        yield settled if open_ else Text("Nothing within the actor's reach would have carried it.")


_TOGETHER: tuple[tuple[frozenset[Code], Msgid], ...] = (
    (
        frozenset({"cease", "assure", "repair"}),
        "Now it must end, not be repeated, and the harm be repaired (State Responsibility, Articles 30, 31).",
    ),
    (
        frozenset({"perform", "assure", "repair"}),
        "Now it must still be done, not be left undone again, and the harm be repaired (State Responsibility, "
        "Articles 30, 31).",
    ),
    (
        frozenset({"assure", "repair"}),
        "Now it must not be repeated, and the harm be repaired (State Responsibility, Articles 30, 31).",
    ),
    (
        frozenset({"demand", "answer"}),
        "The state wronged may demand that and answer, by force only if this was an armed attack.",
    ),
)
"""Consequences that are said in one breath."""


def _on_what_follows(follows: tuple[Consequence, ...]) -> Iterator[Text]:
    left = {consequence.code: consequence.text for consequence in follows}
    for codes, words in _TOGETHER:
        if codes <= left.keys():
            yield Text(words)
            left = {code: text for code, text in left.items() if code not in codes}
    yield from left.values()

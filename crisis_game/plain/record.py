"""The record in lines while play goes on: acts and the law, votes, word given, the Security Council."""

from __future__ import annotations

from collections.abc import Sequence

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.commitments_told import to_the_council, word_given
from crisis_game.engine.menu import summary
from crisis_game.engine.view import TextLine, View
from crisis_game.law import naming
from crisis_game.law.finding import Finding
from crisis_game.law.order import RULES
from crisis_game.plain import library
from crisis_game.plain.console import Console
from crisis_game.texts import Text, Value, counted

BACK = Text("Back")


def read_record(console: Console, view: View, acts: Sequence[PublicAct]) -> None:
    """All that is on record, as far as all members know it; one act can be opened."""
    _votes(console, view)
    _word_given(console, view)
    _council(console, view)
    _acts(console, acts)


def _acts(console: Console, acts: Sequence[PublicAct]) -> None:
    console.heading(Text("Acts and the law, on what all members know"))
    if not acts:
        console.line(Text("No act of legal weight is on record yet."))
        return
    place = console.choose(Text("Open which act?"), [act_told(one) for one in acts], BACK)
    if place is not None:
        _act(console, acts[place])


def act_told(act: PublicAct) -> Text:
    """One act of the record in a sentence, with the judge's answer where the exercise shows it to all."""
    values: dict[str, Value] = {"n": act.round, "title": act.title, "seats": act.participants}
    told = Text("Round {n}: {title} ({seats:state})", values)
    if act.verdict is not None:
        told = Text("{act}. {verdict}", {"act": told, "verdict": Text(naming.VERDICTS[act.verdict])})
    elif act.open:
        told = counted("{act}. {n} test open", "{act}. {n} tests open", len(act.open), act=told)
    if act.protested:
        told = Text("{act}. The world protests at it", {"act": told})
    return told


def _act(console: Console, act: PublicAct) -> None:
    console.line(Text("Answers for it: {who}.", {"who": console.wording.say(act.actor)}))
    if act.open:
        console.line(Text("Open on what all know: {tests}.", {"tests": act.open}))
    if act.criticised:
        console.line(Text("The world criticises how it came about."))
    for one in act.findings:
        _finding(console, one)
    ask_for_rule(console, [one.rule for one in act.findings])


def _finding(console: Console, one: Finding) -> None:
    name = RULES[one.rule].name if one.rule in RULES else Text("{id}", {"id": one.rule})
    values: dict[str, Value] = {"name": name, "verdict": naming.finding_verdict(one), "why": one.because}
    console.line(Text("- {name}: {verdict}. {why}", values))


def ask_for_rule(console: Console, rules: Sequence[str]) -> None:
    """From findings to their rules in the law library, and back."""
    known = [one for one in dict.fromkeys(rules) if one in RULES]
    while known:
        place = console.choose(Text("Look up which rule?"), [RULES[one].name for one in known], BACK)
        if place is None:
            return
        library.rule(console, known[place])


def _votes(console: Console, view: View) -> None:
    console.heading(Text("Votes"))
    counted = [one for one in view.texts if one.result is not None]
    if not counted:
        console.line(Text("No text has been voted on yet."))
    for one in counted:
        roll_call(console, one)


def roll_call(console: Console, one: TextLine) -> None:
    """The votes on one text one after the other, with the count as it builds up, and what it came to."""
    values: dict[str, Value] = {"text": one.id, "says": summary(one.draft), "needed": one.needed}
    console.line(Text("Roll call on {text:text} ({says}). Needed: {needed}", values))
    reasons = {seat: words for seat, _, words in one.explanations}
    count = 0
    for seat, vote in one.votes:
        count += vote == "yes"
        said: dict[str, Value] = {"seat": seat, "vote": vote, "n": count}
        console.line(Text("{seat:state}: {vote:vote}. In favour so far: {n}.", said), indent=2)
        if reasons.get(seat):
            console.line(f"“{reasons[seat]}”", indent=4)
    if one.status == "lapsed":
        lapsed = "{n} in favour; it lapses, since a text before it was adopted."
        console.line(Text(lapsed, {"n": one.in_favour}), indent=2)
    elif one.result:
        console.line(one.result, indent=2)


def _word_given(console: Console, view: View) -> None:
    console.heading(Text("Declared, promised"))
    parts = word_given(view.seen, view.commitments, console.wording.language)
    if not parts:
        console.line(Text("Nobody has declared, promised or demanded anything."))
    for heading, sentences in parts:
        console.line(heading)
        for one in sentences:
            console.line(one, indent=2)


def _council(console: Console, view: View) -> None:
    console.heading(Text("Security Council"))
    told = to_the_council(view.commitments)
    if not told:
        console.line(Text("Nothing was reported to it, and nothing asked of it."))
    for _, sentence in told:
        console.line(sentence)

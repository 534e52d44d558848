"""Beside counsel's page: the text with what changed in it, who would notice, what counsel knew, its earlier letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crisis_game.debrief.findings import fact_value
from crisis_game.engine.bargain_words import told_change
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change
from crisis_game.engine.state import Counsel
from crisis_game.law.counsel import weak_findings
from crisis_game.law.derived import settled_facts
from crisis_game.law.vocabulary import FACTS
from crisis_game.pages.parts import Heading, Line, Part, Run, item, line, quiet, run
from crisis_game.pages.play.text_page import STANCES, with_changes
from crisis_game.texts import Text, counted


def companion(seen: Seen, letter: str, changes: Iterable[Change], on: Text | None) -> Iterator[Part]:
    """What stands beside a letter of counsel's.

    Args:
        seen: what the seat sees.
        letter: which letter.
        changes: what steps have changed in the text, and would change.
        on: on which points a step was taken into it.
    """
    counsel = seen.advised[letter]
    text = seen.texts.get(counsel.text)
    if text is not None:
        yield Heading(Text("The text"), note=on)
        yield from with_changes(seen, counsel.draft, text.draft)
        yield from _listed(Text("Who would notice"), _noticing(seen, counsel, changes))
    yield from _listed(Text("What counsel knew"), _known(counsel))
    yield from _listed(Text("Earlier letters"), _earlier(seen, letter))


def _listed(heading: Text, lines: Iterable[Line]) -> Iterator[Part]:
    listed = tuple(lines)
    if listed:
        yield Heading(heading)
        yield from listed


def _noticing(seen: Seen, counsel: Counsel, changes: Iterable[Change]) -> Iterator[Line]:
    """Members who told what they want, where that is about what a step changes."""
    subjects = {(change.part, change.id) for change in changes}
    for seat in seen.members:
        position = seen.position(counsel.text, seat)
        if position is None:
            continue
        sign, tone = STANCES[position.stance]
        for want in position.wants:
            if (want.part, want.id) in subjects:
                words = run("{seat:state} wants {change}", seat=seat, change=told_change(want))
                yield item(words, mark=sign, tone=tone)


def _known(counsel: Counsel) -> Iterator[Line]:
    """The facts that the weak points rest on, as the seat knew them; of what it did not know only what is missing."""
    facts, findings = settled_facts(counsel.conduct), weak_findings(counsel.conduct)
    missing = {name for finding in findings for name in finding.missing}
    read = dict.fromkeys(name for finding in findings for name in finding.facts_used if name in FACTS)
    if read:
        yield quiet("What you knew then, and no more. Not the truth.")
    for name in read:
        if facts.get(name) is not None or name in missing:
            value = fact_value(name, facts.get(name))
            yield item(run("{meaning}: ", "quiet", meaning=FACTS[name].meaning), Run(value, "strong"))


def _earlier(seen: Seen, letter: str) -> Iterator[Line]:
    for mail in seen.letters:
        if mail.id == letter:
            return
        counsel = seen.advised.get(mail.id)
        if counsel is not None:
            weak = len(weak_findings(counsel.conduct))
            points = Run(counted("{n} weak point", "{n} weak points", weak), "quiet")
            name = run("r{n}  {text:text}", n=mail.round, text=counsel.text)
            yield line(name, aside=points)

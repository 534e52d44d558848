"""Rules of judgement and words of the glossary as pages to read."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.law.facts_read import facts_read
from crisis_game.law.glossary import TERMS
from crisis_game.law.names_of_law import BREACHES, LAYERS, STATUSES, question_name
from crisis_game.law.order import RULES, SPEAKERS
from crisis_game.law.rule import Rule
from crisis_game.law.term import Term
from crisis_game.law.vocabulary import FACTS
from crisis_game.pages.parts import Heading, Link, Page, Part, Run, item, line, quiet, run
from crisis_game.texts import Text


def rule_page(rule: Rule) -> Page:
    """What a rule asks, where it stands, what it reads, and what a breach of it means."""
    return Page(rule.id, rule.name, tuple(_rule_parts(rule)), (*_neighbours(rule), *_words_on(rule)))


def term_page(term: Term) -> Page:
    """What a word means, where that stands, and which rules turn on it."""
    parts: list[Part] = [line(term.meaning)]
    if term.sources:
        parts += [
            Heading(Text("Where it stands")),
            *(item(run("{source}", source=source.cite)) for source in term.sources),
        ]
    return Page(term.id, term.name, tuple(parts), tuple(rule_link(rule) for rule in term.rules))


def rule_link(rule: str) -> Link:
    """The way to a rule."""
    return Link("rule", rule, Text("Rule: {name}", {"name": RULES[rule].name}))


def _rule_parts(rule: Rule) -> Iterator[Part]:
    yield line(rule.asks)
    yield quiet(
        "Rule {id}, of {layer}; {status}.",
        id=rule.id,
        layer=Text(LAYERS[rule.layer]),
        status=Text(STATUSES[rule.status]),
    )
    yield line(Run(Text(BREACHES[rule.severity]), "quiet"))
    yield Heading(Text("Which question it answers"))
    yield line(run("{question}. {place}", question=question_name(rule.question), place=_place(rule)))
    yield Heading(Text("Where it stands"))
    yield from (item(run("{source}", source=source.cite)) for source in rule.sources)
    yield Heading(Text("Facts it reads"))
    yield from (item(FACTS[name].meaning) for name in facts_read(rule))


def _place(rule: Rule) -> Text:
    """Which rule speaks where several answer the same question."""
    speakers = SPEAKERS.get(rule.question, ())
    if rule.id not in speakers:
        return Text("Other rules rest on its answer; it does not speak by itself.")
    if len(speakers) == 1:
        return Text("It alone speaks.")
    names = tuple(RULES[speaker].name for speaker in speakers)
    return Text("The first of these that applies speaks: {names}.", {"names": names})


def _neighbours(rule: Rule) -> Iterator[Link]:
    """The other rules on the same question."""
    for neighbour in RULES.values():
        if neighbour.question == rule.question and neighbour.id != rule.id:
            yield rule_link(neighbour.id)


def _words_on(rule: Rule) -> Iterator[Link]:
    """The words of the glossary that turn on it."""
    for term in TERMS.values():
        if rule.id in term.rules:
            yield Link("term", term.id, Text("Word: {name}", {"name": term.name}))

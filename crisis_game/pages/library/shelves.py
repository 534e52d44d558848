"""The law library: the charter in play, that of the United Nations, the rules of judgement, the casebook, the glossary.

Each thing is an entry on a shelf; its page says what there is to read and what it leads to: from an article to the
rules that turn on it, from a rule to its articles and to real cases on the same question, and back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from crisis_game.charter.model import Article, Charter, Topic
from crisis_game.charter.reading import read_charter_file
from crisis_game.law.casebook import Act, library
from crisis_game.law.casebook.turning import turned_on
from crisis_game.law.finding import Source
from crisis_game.law.glossary import TERMS
from crisis_game.law.names_of_law import FIELDS, kind_name, question_name
from crisis_game.law.order import RULES
from crisis_game.pages.library.cases import case_label, case_link, case_page, decade_of, record, story
from crisis_game.pages.library.rules import rule_link, rule_page, term_page
from crisis_game.pages.parts import Kind, Link, Page, Part, Run, line, quiet, run
from crisis_game.scenario.library import charter_source
from crisis_game.texts import Msgid, Prose, Text, Value

Shelf = Literal["charter", "united-nations", "rules", "cases", "words"]
SHELVES: Mapping[Shelf, Msgid] = {
    "charter": "Charter",
    "united-nations": "UN Charter",
    "rules": "Rules",
    "cases": "Cases",
    "words": "Words",
}
"""The shelves with their names, in their order."""

SHELF_OF: Mapping[Kind, Shelf] = {"article": "charter", "rule": "rules", "case": "cases", "term": "words"}
"""Where each kind of thing stands; articles of the UN Charter stand on a shelf of their own."""

LINKED: Mapping[Kind, Text] = {
    "article": Text("Articles"),
    "rule": Text("Rules"),
    "case": Text("Real cases"),
    "question": Text("All cases on a question"),
    "term": Text("Words"),
}
"""Headings of what a page leads to, where that is much."""

UNITED_NATIONS = "un"
MOST_CASES = 4
"""Cases that a rule's page leads to directly; all others are one step further, in the casebook."""

RULED_BY: Mapping[Topic, tuple[str, ...]] = {
    "consultation": ("l3-consultation", "l3-invocation"),
    "decision": ("l3-vote", "l3-competence"),
    "emergency": ("l3-vote", "l3-consultation"),
    "own-forces": ("l3-own-consent",),
    "undercutting": ("l3-own-consent",),
    "host-consent": ("invitation", "base-terms"),
    "remedies": ("l3-suspension",),
    "mutual-defence": ("collective-self-defence", "csd-declaration", "csd-request", "armed-attack"),
    "proportion": ("sd-proportionality", "cm-proportion", "sanction-proportion"),
    "reporting": ("report-unsc",),
    "referral": ("regional-enforcement", "unsc-authorised", "l3-authorisation"),
    "primacy": ("unsc-decision-comply", "treaty-preconsent"),
    "disputes": ("pacific-first", "l3-opinion", "award-obeyed"),
    "assessment": ("duty-in-time",),
    "inquiry": ("attribution-state", "investigate-redress"),
    "intelligence": ("attribution-state",),
}
"""For what an article is about: the rules of judgement that turn on it."""

_CITED = re.compile(r"^UN Charter, Articles? (\d+)(?:\(\d+\))?(?: to (\d+)| and (\d+))?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on a shelf.

    Attributes:
        id: unique among those of its kind; articles of the UN Charter begin with `un:`.
        group: the heading under which it is listed.
    """

    kind: Kind
    id: str
    shelf: Shelf
    group: Text | Prose
    title: Text | Prose


class LawLibrary:
    """All that can be looked up, with the charter of one scenario or without any."""

    def __init__(self, own: Charter | None, united_nations: Charter | None, acts: tuple[Act, ...]) -> None:
        self._charters = {"": own, UNITED_NATIONS: united_nations}
        self._acts = {act.id: act for act in acts}
        self.entries: tuple[Entry, ...] = tuple(self._all())

    def on_shelf(self, shelf: Shelf) -> tuple[Entry, ...]:
        """What stands on one shelf, in its order."""
        return tuple(entry for entry in self.entries if entry.shelf == shelf)

    def entry(self, kind: str, id_: str) -> Entry | None:
        """One thing; None where the library has no such. Of an article the number will do: 27(3) is in 27."""
        id_ = id_.partition("(")[0] if kind == "article" else id_
        return next((entry for entry in self.entries if (entry.kind, entry.id) == (kind, id_)), None)

    def page(self, entry: Entry) -> Page:
        """All there is to read about it, and what it leads to."""
        match entry.kind:
            case "article":
                return self._article_page(entry.id)
            case "rule":
                page = rule_page(RULES[entry.id])
                return replace(page, links=(*self._around(entry.id), *page.links))
            case "case":
                page = case_page(self._acts[entry.id])
                full = Link("case", entry.id, Text("Read its facts, judge it, compare"))
                return replace(page, links=(full, *page.links))
            case _:
                term = TERMS[entry.id]
                page = term_page(term)
                return replace(page, links=(*page.links, *self._articles_cited(term.sources)))

    def readable(self, entry: Entry) -> tuple[Part, ...]:
        """All words by which it can be found; of a case its kind and its note on disagreement as well."""
        if entry.kind == "rule":
            return rule_page(RULES[entry.id]).parts
        if entry.kind != "case":
            return self.page(entry).parts
        act = self._acts[entry.id]
        note = (line(run("{note}", note=act.disagreement)),) if act.disagreement else ()
        kind = act.facts.get("response_kind")
        return (*story(act), *record(act), *note, line(run("{kind}", kind=kind_name(str(kind)))))

    def _all(self) -> Iterator[Entry]:
        yield from self._articles("", "charter")
        yield from self._articles(UNITED_NATIONS, "united-nations")
        for field, questions in FIELDS.items():
            for question in questions:
                for rule in RULES.values():
                    if rule.question == question:
                        yield Entry("rule", rule.id, "rules", Text(field), rule.name)
        for act in self._acts.values():
            yield Entry("case", act.id, "cases", decade_of(act), case_label(act))
        for term in TERMS.values():
            yield Entry("term", term.id, "words", Text(term.shelf), term.name)

    def _articles(self, of: str, shelf: Shelf) -> Iterator[Entry]:
        charter = self._charters[of]
        for article in charter.articles if charter else ():
            id_ = f"{of}:{article.number}" if of else article.number
            yield Entry("article", id_, shelf, charter.name if charter else Text(""), _article_title(article))

    def _article_page(self, id_: str) -> Page:
        of, _, number = id_.rpartition(":")
        charter = self._charters[of]
        if charter is None:
            raise KeyError(id_)
        article = next(article for article in charter.articles if article.number == number)
        note = quiet("In our words, not in those of the treaty.") if article.wording == "summary" else None
        parts = (line(Run(charter.name, "quiet")), line(article.text), *([note] if note else []))
        rules = dict.fromkeys(rule for topic in article.topics for rule in RULED_BY.get(topic, ()))
        if of == UNITED_NATIONS:
            rules = dict.fromkeys(rule.id for rule in RULES.values() if number in _numbers(rule.sources))
        return Page(id_, _article_title(article), parts, tuple(rule_link(rule) for rule in rules))

    def _around(self, rule: str) -> Iterator[Link]:
        """From a rule to the articles it rests on, and to real cases that turned on its question."""
        own = self._charters[""]
        for article in own.articles if own else ():
            if any(rule in RULED_BY.get(topic, ()) for topic in article.topics):
                yield Link("article", article.number, _article_title(article))
        yield from self._articles_cited(RULES[rule].sources)
        cases = turned_on(RULES[rule].question)
        yield from (case_link(act) for act in cases[:MOST_CASES])
        if len(cases) > MOST_CASES:
            values: dict[str, Value] = {"n": len(cases), "question": question_name(RULES[rule].question)}
            yield Link("question", RULES[rule].question, Text("All {n} cases on: {question}", values))

    def _articles_cited(self, sources: tuple[Source, ...]) -> Iterator[Link]:
        """The articles of the UN Charter that sources name."""
        charter = self._charters[UNITED_NATIONS]
        cited = _numbers(sources)
        for article in charter.articles if charter else ():
            if article.number in cited:
                yield Link("article", f"{UNITED_NATIONS}:{article.number}", _article_title(article, "UN "))


def open_library(own: Charter | None) -> LawLibrary:
    """The library with the charter of a scenario, or with none; a UN Charter that cannot be read is left out."""
    try:
        united_nations, _ = read_charter_file(charter_source(UNITED_NATIONS))
    except OSError:
        united_nations = None
    return LawLibrary(own, united_nations, library())


def _article_title(article: Article, before: str = "") -> Prose:
    """Number and title; `Art.` reads alike in the languages of the game."""
    named = ((code, f"{before}Art. {article.number}: {title}") for code, title in article.title.by_language)
    return Prose(tuple(named))


def _numbers(sources: tuple[Source, ...]) -> frozenset[str]:
    """The numbers of the articles of the UN Charter that are cited, ranges filled in."""
    numbers: set[str] = set()
    for source in sources:
        cited = _CITED.match(source.cite)
        if cited:
            last = cited[2] or cited[1]
            numbers.update(str(number) for number in range(int(cited[1]), int(last) + 1))
            numbers.update({cited[3]} if cited[3] else ())
    return frozenset(numbers)

"""A charter made from plain values, or all that is wrong with them.

The order matters: first the words that the rest may use (members, groups, tables, matters, articles), then the rest.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import get_args

from crisis_game.charter import clauses
from crisis_game.charter.amounts import read_weights
from crisis_game.charter.clauses import Known
from crisis_game.charter.fields import Field
from crisis_game.charter.model import ANY, MATTERS, Article, Charter, Topic
from crisis_game.charter.notation import Vocabulary
from crisis_game.charter.organs import read_organs
from crisis_game.charter.rules import ROLES, Weights
from crisis_game.texts import Prose

FORMAT = 1
MOST_MEMBERS = 300

STATE = re.compile(r"[A-Z][A-Z0-9]{1,5}")
_NEEDED = ("format", "id", "name", "members", "organs")
_KEYS = (
    *_NEEDED,
    "short",
    "language",
    "fictional",
    "as_of",
    "area",
    "groups",
    "tables",
    "matters",
    "triggers",
    "duties",
    "security_council",
    "remedies",
    "disputes",
    "emergency",
    "duration",
    "review",
    "amendment",
    "exit",
    "articles",
)


def read_charter(root: Field, language: str = "en") -> Charter | None:
    """The charter, or None with faults noted in the field's report.

    Args:
        root: the mapping that is the charter.
        language: language of plain texts where the charter itself does not say.
    """
    given = root.fields(_KEYS, _NEEDED)
    if not isinstance(root.value, dict):
        return None
    if "language" in given:
        language = given["language"].id() or language
    if "format" in given:
        given["format"].whole(FORMAT, FORMAT)
    charter = _Charter(root, given, language).read()
    return None if root.report.faults else charter


@dataclass(frozen=True, slots=True)
class _Charter:
    root: Field
    given: Mapping[str, Field]
    language: str

    def read(self) -> Charter:
        names = self._members()
        members = tuple(sorted(names))
        groups = self._groups(members)
        tables = self._tables(members)
        matters = self._matters()
        articles = self._articles()
        known = Known(
            words=Vocabulary(frozenset(members), frozenset(groups), frozenset(tables), roles=True),
            groups=groups,
            matters=frozenset({*MATTERS, ANY, *matters}),
            articles=frozenset(article.number for article in articles),
            language=self.language,
        )
        name = self._prose("name")
        given = self.given
        duties = clauses.duties(given["duties"], known) if "duties" in given else ()
        return Charter(
            id=given["id"].id() if "id" in given else "",
            name=name,
            short=self._prose("short") if "short" in given else name,
            members=members,
            organs=read_organs(given["organs"], known) if "organs" in given else (),
            names=MappingProxyType({id_: name for id_, name in names.items() if name is not None}),
            fictional=given["fictional"].truth() if "fictional" in given else True,
            as_of=given["as_of"].word() if "as_of" in given else None,
            area=clauses.area(given["area"], known) if "area" in given else None,
            groups=MappingProxyType(groups),
            tables=MappingProxyType(tables),
            matters=MappingProxyType(matters),
            triggers=clauses.triggers(given["triggers"], duties, known) if "triggers" in given else (),
            duties=duties,
            security_council=clauses.security_council(given.get("security_council"), known),
            remedies=clauses.remedies(given["remedies"], known) if "remedies" in given else (),
            disputes=clauses.disputes(given["disputes"], known) if "disputes" in given else None,
            emergency=clauses.emergency(given.get("emergency"), known),
            duration=clauses.provision(given.get("duration"), known),
            review=clauses.review(given.get("review"), known),
            amendment=clauses.provision(given.get("amendment"), known),
            exit=clauses.provision(given.get("exit"), known),
            articles=articles,
        )

    def _prose(self, key: str) -> Prose:
        return self.given[key].prose(self.language) if key in self.given else Prose(((self.language, ""),))

    def _members(self) -> dict[str, Prose | None]:
        """Ids with names, from a mapping; without names, from a list."""
        if "members" not in self.given:
            return {}
        field = self.given["members"]
        found: dict[str, Prose | None] = {}
        if isinstance(field.value, dict):
            for word, name in field.entries():
                _check_state(field.inner(word, word), at_key=True)
                found[word] = name.prose(self.language)
        else:
            for id_ in field.items():
                _check_state(id_, at_key=False)
                if id_.word() in found:
                    id_.twice()
                found[id_.word()] = None
        _check_size(field, len(found))
        return found

    def _groups(self, members: Collection[str]) -> dict[str, frozenset[str]]:
        groups = {}
        for id_, group in self._entries("groups"):
            if id_ in ROLES or id_ in members:
                self.given["groups"].inner(id_, id_).twice(at_key=True)
            groups[id_] = clauses.known_words(group, members)
        return groups

    def _tables(self, members: Collection[str]) -> dict[str, Weights]:
        known = frozenset(members)
        return {id_: read_weights(table, known) for id_, table in self._entries("tables")}

    def _matters(self) -> dict[str, Prose]:
        matters = {}
        for id_, name in self._entries("matters"):
            if id_ in MATTERS or id_ == ANY:
                self.given["matters"].inner(id_, id_).twice(at_key=True)
            matters[id_] = name.prose(self.language)
        return matters

    def _entries(self, key: str) -> list[tuple[str, Field]]:
        return self.given[key].entries() if key in self.given else []

    def _articles(self) -> tuple[Article, ...]:
        articles: dict[str, Article] = {}
        for one in self.given["articles"].items() if "articles" in self.given else []:
            article = self._article(one)
            if article.number in articles:
                one.inner("number", article.number).twice()
            articles[article.number] = article
        return tuple(articles.values())

    def _article(self, field: Field) -> Article:
        keys = ("number", "title", "text", "topics", "wording")
        given = field.fields(keys, keys[:3])
        empty = Prose(((self.language, ""),))
        return Article(
            number=_number(given["number"]) if "number" in given else "",
            title=given["title"].prose(self.language) if "title" in given else empty,
            text=given["text"].prose(self.language) if "text" in given else empty,
            topics=tuple(topic.one_of(get_args(Topic)) for topic in given["topics"].words())
            if "topics" in given
            else (),
            wording=given["wording"].one_of(("quoted", "summary")) if "wording" in given else "quoted",
        )


def _number(field: Field) -> str:
    """An article's number, which may be written as a number or as a word such as `6a`."""
    value = field.value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else field.word()


def _check_size(field: Field, members: int) -> None:
    if not 0 < members <= MOST_MEMBERS:
        field.report.note(
            "E307",
            field.path,
            "An organisation must have between 1 and {most} members.",
            "List its members, such as `[ARD, BEL]`.",
            most=MOST_MEMBERS,
        )


def _check_state(field: Field, *, at_key: bool) -> None:
    word = field.word()
    if word and not STATE.fullmatch(word):
        field.report.note(
            "E309",
            field.path,
            "`{wrong}` cannot be the id of a state: that has two to six capital letters or digits.",
            "Write something like `DEL`.",
            at_key=at_key,
            wrong=word,
        )

"""A charter made from plain values, or all that is wrong with them.

The order matters: first the words that the rest may use (members, groups, tables, matters, articles), then the rest.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import get_args

from crisis_game.charter import clause_reading, treaty_life_reading
from crisis_game.charter.amounts import read_weights
from crisis_game.charter.clause_reading import Known
from crisis_game.charter.fields import Field
from crisis_game.charter.model import Article, Charter, Topic
from crisis_game.charter.organ_reading import read_organs
from crisis_game.charter.organs import ANY, MATTERS
from crisis_game.charter.rule_notation import Vocabulary
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
    "dues",
    "amendments",
    "articles",
)


def read_charter(root: Field, language: str = "en") -> Charter | None:
    """The charter, or None with faults noted in the field's report.

    Args:
        root: the mapping that is the charter.
        language: language of plain texts where the charter itself does not say.
    """
    fields = root.fields(_KEYS, _NEEDED)
    if not isinstance(root.value, dict):
        return None
    if "language" in fields:
        language = fields["language"].id() or language
    if "format" in fields:
        fields["format"].whole(FORMAT, FORMAT)
    charter = _Charter(root, fields, language).read()
    return None if root.report.faults else charter


@dataclass(frozen=True, slots=True)
class _Charter:
    root: Field
    fields: Mapping[str, Field]
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
        fields = self.fields
        duties = clause_reading.duties(fields["duties"], known) if "duties" in fields else ()
        return Charter(
            id=fields["id"].id() if "id" in fields else "",
            name=name,
            short=self._prose("short") if "short" in fields else name,
            members=members,
            organs=read_organs(fields["organs"], known) if "organs" in fields else (),
            names=MappingProxyType({id_: name for id_, name in names.items() if name is not None}),
            fictional=fields["fictional"].truth() if "fictional" in fields else True,
            as_of=fields["as_of"].word() if "as_of" in fields else None,
            area=clause_reading.area(fields["area"], known) if "area" in fields else None,
            groups=MappingProxyType(groups),
            tables=MappingProxyType(tables),
            matters=MappingProxyType(matters),
            triggers=clause_reading.triggers(fields["triggers"], duties, known) if "triggers" in fields else (),
            duties=duties,
            security_council=clause_reading.security_council(fields.get("security_council"), known),
            remedies=clause_reading.remedies(fields["remedies"], known) if "remedies" in fields else (),
            disputes=clause_reading.disputes(fields["disputes"], known) if "disputes" in fields else None,
            emergency=clause_reading.emergency(fields.get("emergency"), known),
            duration=clause_reading.provision(fields.get("duration"), known),
            review=clause_reading.review(fields.get("review"), known),
            amendment=clause_reading.provision(fields.get("amendment"), known, decided=True),
            exit=treaty_life_reading.exit_(fields.get("exit"), known),
            dues=treaty_life_reading.dues(fields.get("dues"), members, known),
            amendments=MappingProxyType(treaty_life_reading.amendments(fields.get("amendments"), members, known)),
            articles=articles,
        )

    def _prose(self, key: str) -> Prose:
        return self.fields[key].prose(self.language) if key in self.fields else Prose(((self.language, ""),))

    def _members(self) -> dict[str, Prose | None]:
        """Ids with names, from a mapping; without names, from a list."""
        if "members" not in self.fields:
            return {}
        field = self.fields["members"]
        names: dict[str, Prose | None] = {}
        if isinstance(field.value, dict):
            for word, name in field.entries():
                _check_state(field.inner(word, word), at_key=True)
                names[word] = name.prose(self.language)
        else:
            for id_ in field.items():
                _check_state(id_, at_key=False)
                if id_.word() in names:
                    id_.twice()
                names[id_.word()] = None
        _check_size(field, len(names))
        return names

    def _groups(self, members: Collection[str]) -> dict[str, frozenset[str]]:
        groups = {}
        for id_, group in self._entries("groups"):
            if id_ in ROLES or id_ in members:
                self.fields["groups"].inner(id_, id_).twice(at_key=True)
            groups[id_] = clause_reading.known_words(group, members)
        return groups

    def _tables(self, members: Collection[str]) -> dict[str, Weights]:
        known = frozenset(members)
        return {id_: read_weights(table, known) for id_, table in self._entries("tables")}

    def _matters(self) -> dict[str, Prose]:
        matters = {}
        for id_, name in self._entries("matters"):
            if id_ in MATTERS or id_ == ANY:
                self.fields["matters"].inner(id_, id_).twice(at_key=True)
            matters[id_] = name.prose(self.language)
        return matters

    def _entries(self, key: str) -> list[tuple[str, Field]]:
        return self.fields[key].entries() if key in self.fields else []

    def _articles(self) -> tuple[Article, ...]:
        articles: dict[str, Article] = {}
        for entry in self.fields["articles"].items() if "articles" in self.fields else []:
            article = self._article(entry)
            if article.number in articles:
                entry.inner("number", article.number).twice()
            articles[article.number] = article
        return tuple(articles.values())

    def _article(self, field: Field) -> Article:
        keys = ("number", "title", "text", "topics", "wording")
        fields = field.fields(keys, keys[:3])
        empty = Prose(((self.language, ""),))
        return Article(
            number=_number(fields["number"]) if "number" in fields else "",
            title=fields["title"].prose(self.language) if "title" in fields else empty,
            text=fields["text"].prose(self.language) if "text" in fields else empty,
            topics=tuple(topic.one_of(get_args(Topic)) for topic in fields["topics"].words())
            if "topics" in fields
            else (),
            wording=fields["wording"].one_of(("quoted", "summary")) if "wording" in fields else "quoted",
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

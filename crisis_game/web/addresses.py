"""Addresses of pages of play: strict to read, since anybody may type one, and the one place where they are made.

`/play` is what there is to do now; `/play/PAGE` another page; `/play/do/KIND` an act that is filled in question by
question, what was answered so far in the address: `f.FIELD` holds a value as JSON, `some.FIELD` one of several values,
`w.FIELD` words as they were typed, `sheet.FIELD` the target and `care.FIELD` a precaution of a force sheet.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from crisis_game.engine.acts import BY_KIND

NOW = "now"
"""The page of the beat that is played."""

DO = "do/"
"""Begins the pages on which an act is filled in."""

PAGES: Mapping[str, tuple[str, ...]] = {
    NOW: (),
    "situation": (),
    "answer": ("round",),
    "world": ("leaf", "gauge"),
    "inbox": ("letter", "words"),
    "texts": ("text",),
    "record": ("leaf",),
    "ruling": ("act",),
    "law": ("shelf", "kind", "id", "words", "leaf"),
    "cases": ("question", "verdict", "kind", "decade", "case"),
    "map": (),
    "counsel": ("letter",),
    "brief": (),
    "acts": (),
    "public": (),
    "measures": (),
    "rules": (),
    "how-to-play": (),
    "debrief": ("leaf", "act"),
    "more": (),
    "recap": (),
}
"""Every page, with what may stand in the query of its address."""

FORM = ("start", "draft", "turn", "back")
"""What may stand in the query of an act beside its fields."""

LONGEST = 8000
"""Characters of an address."""
MOST_VALUES = 100
"""Values in a query."""

_PATH = re.compile(r"/play(?:/([a-z-]{1,30}(?:/[a-z-]{1,40})?))?")
_FIELD = re.compile(r"(f|some|w|sheet|care)\.([a-z_]{1,30})")

NOTHING_ASKED: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Address:
    """Which page, and what of it.

    Attributes:
        page: a key of `PAGES`, or `do/KIND`.
        query: by name; a field that was answered stands under `f.FIELD`, however it was sent.
    """

    page: str = NOW
    query: Mapping[str, str] = field(default_factory=lambda: NOTHING_ASKED)

    @classmethod
    def parse(cls, target: str) -> Address:
        """The address of a path with its query. Raises ValueError, with one sentence, for one that we never made."""
        if len(target) > LONGEST:
            raise ValueError("The address is too long.")
        parts = urlsplit(target)
        path = _PATH.fullmatch(parts.path)
        if path is None or parts.scheme or parts.netloc:
            raise ValueError("There is no such page.")
        page = path[1] or NOW
        if page not in PAGES and page.removeprefix(DO) not in BY_KIND:
            raise ValueError("There is no such page.")
        try:
            pairs = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=False, max_num_fields=MOST_VALUES)
        except ValueError as fault:
            raise ValueError("The address holds too much.") from fault
        return cls(page, _query(page, pairs))

    @property
    def path(self) -> str:
        """The address as it is written in a link."""
        return link(self.page, self.query)

    @property
    def kind(self) -> str:
        """The kind of the act that is filled in; empty on other pages."""
        return self.page.removeprefix(DO) if self.page.startswith(DO) else ""

    def but(self, **values: str) -> Address:
        """The same page with other values in its query."""
        return Address(self.page, {**self.query, **values})


def link(page: str = NOW, query: Mapping[str, str] = NOTHING_ASKED) -> str:
    """The address of a page as it is written in a link."""
    path = "/play" if page == NOW else f"/play/{page}"
    asked = {name: value for name, value in query.items() if value}
    return f"{path}?{urlencode(asked, quote_via=quote)}" if asked else path


def field_key(name: str) -> str:
    """Under which name an answered field stands in a query."""
    return f"f.{name}"


def _query(page: str, pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    known = PAGES.get(page, FORM)
    query: dict[str, str] = {}
    several: dict[str, list[str]] = {}
    sheets: dict[str, tuple[str, list[str]]] = {}
    for name, value in pairs:
        asked = _FIELD.fullmatch(name) if page not in PAGES else None
        if asked is None:
            if name not in known or name in query:
                raise ValueError("The address asks for something that there is not.")
            query[name] = value
        elif asked[1] == "some":
            several.setdefault(asked[2], []).append(value)
        elif asked[1] in ("sheet", "care"):
            target, cares = sheets.get(asked[2], ("", []))
            sheets[asked[2]] = (value, cares) if asked[1] == "sheet" else (target, [*cares, value])
        else:
            query[field_key(asked[2])] = value if asked[1] == "f" else json.dumps(value)
    query |= {field_key(name): _listed(values) for name, values in several.items()}
    return query | {field_key(name): _sheet(*sheet) for name, sheet in sheets.items()}


def _listed(values: list[str]) -> str:
    """Values of which each is JSON, as one list; an empty one only says that the question was answered."""
    return f"[{','.join(value for value in values if value)}]"


CARES = ("verify", "warn", "abort", "ends_when_attack_ends")
"""The precautions of a force sheet, by the names of its fields."""


def _sheet(target: str, cares: list[str]) -> str:
    return json.dumps({"target": target, **{care: care in cares for care in CARES}})

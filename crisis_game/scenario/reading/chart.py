"""Where in the file ids and lines of the condition language stand: a map of the file, walked once.

A branch says what stands under a key; `*` stands for every entry of a table, `-` for every entry of a list (or the
only one, written without the list). A leaf says which ids are right
there (`Ref`), also as the keys of a mapping (`Keys`), or that a condition or formula stands there (`Line`). Where a
mapping may be shortened to a word, the key with an empty name says what that word is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, Union

from crisis_game.documents import Path
from crisis_game.scenario.facts import Kind
from crisis_game.scenario.reading.condition_check import Scope

IdKind: TypeAlias = Literal[
    "state", "member", "adversary", "neighbour", "claim", "source", "incident", "gauge", "measure", "clause",
    "any-clause", "aim", "asset", "place", "truth", "organ", "number", "policy", "purpose", "response",
    "step", "inject", "ending", "reaction", "package", "temperament", "rule",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ref:
    """An id of a kind; `none` may stand for nobody."""

    kind: IdKind
    none: bool = False


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping whose keys are ids of a kind; `below` says what stands under each."""

    kind: IdKind
    below: Branch | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A condition, or a formula, and what it may ask."""

    gives: Kind = "truth"
    scope: Scope = "world"


Branch: TypeAlias = Union[Ref, Keys, Line, "dict[str, Branch]"]
Found: TypeAlias = tuple[Path, str, Ref | Line, bool]
"""Where, the word or line itself, what it should be, and whether it is a key."""

_STATE, _MEMBER, _CLAIM, _CLAUSE, _MEASURE = Ref("state"), Ref("member"), Ref("claim"), Ref("clause"), Ref("measure")
_WHEN = Line()
_DRAWN = Line(scope="draws")
_VARIANTS: Branch = {"-": {"when": _WHEN}}
_EFFECTS: Branch = {
    "-": {
        "gauge": Ref("gauge"),
        "home": _MEMBER,
        "treasury": _MEMBER,
        "credit": _MEMBER,
        "attention": _MEMBER,
        "claim": _CLAIM,
        "incident": Ref("incident"),
        "to": {"-": _MEMBER},
    }
}
_DRAFT: Branch = {
    "measures": {"-": {"": _MEASURE, "measure": _MEASURE, "target": Ref("state", none=True)}},
    "aim": Ref("aim"),
    "claims": {"-": _CLAIM},
    "clauses": Keys("clause"),
}

_WORDS: Branch = {
    "claim": _CLAIM,
    "measure": _MEASURE,
    "source": Ref("source"),
    "incident": Ref("incident"),
    "asset": Ref("asset"),
    "neighbour": Ref("neighbour"),
    "inject": Ref("inject"),
    "ending": Ref("ending"),
    "reaction": Ref("reaction"),
    "gauge": Ref("gauge"),
    "package": Ref("package"),
    "seat": _STATE,
    "target": Ref("state", none=True),
    "to": {"-": _STATE},
}
"""Fields of commands and events in tests that are ids, whatever the kind."""

_CHOICE: dict[str, Branch] = {"seat": _STATE, "command": _WORDS}

CHART: dict[str, Branch] = {
    "organ": Ref("organ"),
    "numbers": Keys("number"),
    "lesson": {"clauses": {"-": Ref("any-clause")}},
    "states": {
        "*": {
            "mandate": {"-": {"performed": _WHEN, "some": _WHEN, "major": _WHEN}},
            "red_line": {"crossed": Line(scope="text")},
            "asset": Ref("asset"),
            "stances": Keys("measure"),
            "wishes": {"-": _CLAUSE},
            "dislikes": {"-": _CLAUSE},
            "places": {"-": Ref("place")},
            "policy": Ref("policy"),
        }
    },
    "assets": {"*": {"owner": _STATE, "needed_by": {"-": _MEASURE}}},
    "claims": {"*": {"holds": _DRAWN, "accuses": _STATE, "incident": Ref("incident")}},
    "sources": {"*": {"claim": _CLAIM, "holder": _MEMBER, "variants": _VARIANTS, "moves": Keys("truth")}},
    "incidents": {
        "*": {"place": Ref("place"), "victim": _STATE, "author": _STATE, "fact_variants": {"-": {"when": _WHEN}}}
    },
    "measures": {"-": {"needs_consent": Ref("asset"), "response_kind": Ref("response")}},
    "aims": {"*": {"purpose": Ref("purpose"), "reached": _WHEN}},
    "packages": {"*": {"draft": _DRAFT}},
    "chair": {"-": _DRAFT},
    "injects": {
        "*": {
            "when": _WHEN,
            "to": {"-": _STATE},
            "variants": _VARIANTS,
            "effects": _EFFECTS,
            "home_of": _MEMBER,
            "reads": _CLAIM,
        }
    },
    "reactions": {"*": {"when": _WHEN, "effects": _EFFECTS}},
    "adversary": {
        "state": Ref("adversary", none=True),
        "victim": _STATE,
        "steps": {"*": {"variants": _VARIANTS}},
        "hold_variants": _VARIANTS,
        "back_variants": _VARIANTS,
        "temperaments": {"*": {"particulars": {"-": {"when": _WHEN, "add": Line("number")}}}},
    },
    "neighbours": {"*": {"variants": _VARIANTS, "asks_clause": _CLAUSE, "gives": _EFFECTS, "refused": _EFFECTS}},
    "endings": {"*": {"when": _WHEN, "variants": _VARIANTS}},
    "objectives": {"*": {"evidence": _WHEN}},
    "tests": {
        "*": {
            "given": {
                "policy": Ref("policy"),
                "truth": Ref("truth"),
                "temperament": Ref("temperament"),
                "gauges": Keys("gauge"),
                "incidents": {"-": Ref("incident")},
                "adopted": {"-": Ref("package")},
                "choices": {"-": _CHOICE},
            },
            "when": _CHOICE,
            "then": {
                "-": {
                    "": _WHEN,
                    "holds": _WHEN,
                    "event": _WORDS,
                    "never": _WORDS,
                    "finding": {"rule": Ref("rule"), "by": _STATE},
                }
            },
        }
    },
    "places": {"*": {"owner": _STATE, "asset": Ref("asset")}},
    "map": {
        "lands": {"-": {"state": _STATE}},
        "waters": {"*": {"shores": {"-": _STATE}}},
        "routes": Keys("step", {"-": Ref("place")}),
        "measures": Keys("measure", {"-": Ref("place")}),
    },
}


def walk(value: Any) -> list[Found]:
    """Every id and line of a file, whatever its values; what has another kind is the shape's to tell."""
    found: list[Found] = []
    _walk(value, CHART, (), found)
    return found


def _walk(value: Any, branch: Branch, path: Path, found: list[Found]) -> None:
    if isinstance(branch, dict):
        _walk_branch(value, branch, path, found)
    elif isinstance(branch, Keys):
        if isinstance(value, dict):
            found.extend(((*path, key), key, Ref(branch.kind), True) for key in value)
            if branch.below is not None:
                _walk_branch(value, {"*": branch.below}, path, found)
    elif isinstance(value, str):
        found.append((path, value, branch, False))


def _walk_branch(value: Any, branch: dict[str, Branch], path: Path, found: list[Found]) -> None:
    if (entry := branch.get("-")) is not None:
        if isinstance(value, list):
            for place, inner in enumerate(value):
                _walk(inner, entry, (*path, place), found)
        else:
            _walk(value, entry, path, found)
    elif isinstance(value, dict):
        every = branch.get("*")
        for key, inner in value.items():
            below = branch.get(key, every)
            if isinstance(below, dict):
                _walk_branch(inner, below, (*path, key), found)
            elif below is not None:
                _walk(inner, below, (*path, key), found)
    elif isinstance(value, str) and "" in branch:
        _walk(value, branch[""], path, found)

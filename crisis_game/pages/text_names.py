"""What people call a text: by the package that it is, else by what is gravest in it; never by a number."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from crisis_game.engine.seen import Seen
from crisis_game.engine.text_seen import TextSeen
from crisis_game.scenario.draft import Draft
from crisis_game.texts import Prose, Text, Value, Wording, prose

NEAR = 1
"""Measures and motions by which a text may differ from a package and still be called by its name."""
IN_COMMON = 2
"""Measures that the two must share then."""
NAMED_AFTER = 2
"""The measures after which any other text is called: its gravest ones; after one alone with its sponsor."""
LOWERED = "en"
"""The language in which the second of them begins with a small letter."""

_LEVELS = (
    Text("{name}"),
    Text("{name} ({by})"),
    Text("{name} (round {n})"),
    Text("{name} ({by}, round {n})"),
    Text("{name} ({by}, {number})"),
)
"""How texts of one name are told apart: at the first level at which each is called otherwise."""


def text_names(seen: Seen, wording: Wording) -> dict[str, Prose]:
    """The names of all texts, no two alike; one of before has its own.

    A name is made from what a text says now, so that the whole record calls it as it stands.
    """
    names: dict[str, Prose] = {}
    called: dict[tuple[str, int], list[TextSeen]] = {}
    for id_ in seen.texts:
        of_before, text = seen.authority(id_), seen.text(id_)
        if of_before is not None:
            names[id_] = of_before
        else:
            called.setdefault((wording.say(_called(seen, text, wording)), _least(seen, text)), []).append(text)
    for (name, least), texts in called.items():
        names |= _told_apart(seen, name, texts, wording, least)
    return names


def _told_apart(seen: Seen, name: str, texts: list[TextSeen], wording: Wording, least: int) -> Mapping[str, Prose]:
    said: list[str] = []
    for level in _LEVELS[least:]:
        said = [wording.say(replace(level, values=_values(seen, name, text, wording))) for text in texts]
        if len(set(said)) == len(texts):
            break
    return {text.id: prose(words, wording.language) for text, words in zip(texts, said, strict=True)}


def _values(seen: Seen, name: str, text: TextSeen, wording: Wording) -> Mapping[str, Value]:
    by = wording.say(seen.name(text.sponsors[0])) if text.sponsors else Text("the chair")
    return {"name": name, "by": by, "n": text.round, "number": text.id.rpartition("-")[2]}


def _called(seen: Seen, text: TextSeen, wording: Wording) -> Text | Prose:
    """A text by its content alone."""
    package = package_of(seen, text.draft)
    if package is not None:
        return seen.packages[package].name
    if not text.sponsors:
        return Text("the chair's text")
    gravest = list(_gravest(seen, text.draft))[:NAMED_AFTER]
    if len(gravest) > 1:
        first, second = (wording.say(seen.measure(measure).name) for measure in gravest)
        return Text("{first} and {second}", {"first": first, "second": _lowered(second, wording)})
    if gravest:
        return seen.measure(gravest[0]).name
    if text.draft.motion is not None:
        return Text("{kind:motion}", {"kind": text.draft.motion.kind})
    return Text("an empty text")


def _least(seen: Seen, text: TextSeen) -> int:
    """From which level on its name is made: that of one measure or a motion has the sponsor, unlike the measure's."""
    if not text.sponsors or package_of(seen, text.draft) is not None:
        return 0
    gravest = len(set(_gravest(seen, text.draft)))
    return int(gravest == 1 or (not gravest and text.draft.motion is not None))


def package_of(seen: Seen, draft: Draft) -> str | None:
    """The package that a text is, or nearly is: one that differs from it least, of equal ones the author's first."""
    near = {id_: _differing(seen, draft, package.draft) for id_, package in seen.packages.items()}
    best = min(near, key=lambda id_: near[id_], default=None)
    return best if best is not None and near[best] <= NEAR else None


def names_its_sponsor(seen: Seen, text: TextSeen) -> bool:
    """Whether the name of a text says whose it is: that of one measure or of a motion, or one that others have too."""
    if package_of(seen, text.draft) is None and len(set(_gravest(seen, text.draft))) < IN_COMMON:
        return True
    others = (seen.text(id_) for id_ in seen.texts if seen.authority(id_) is None)
    alike = [other for other in others if _essence(seen, other) == _essence(seen, text)]
    by_sponsor, by_round = ({other.sponsors[:1] for other in alike}, {other.round for other in alike})
    return len(alike) > 1 and (len(by_sponsor) == len(alike) or len(by_round) < len(alike))


def _essence(seen: Seen, text: TextSeen) -> tuple[str, ...]:
    """What its name is made from: two texts of which it is the same are told apart by more."""
    package = package_of(seen, text.draft)
    return (package,) if package is not None else ("", *list(_gravest(seen, text.draft))[:NAMED_AFTER])


def _differing(seen: Seen, draft: Draft, package: Draft) -> int:
    """By how many measures and motions a text differs from a package; too many where it is another text altogether.

    It is where less than two measures are the same, or where a graver one was put in.
    """
    ours, theirs = set(_gravest(seen, draft)), set(_gravest(seen, package))
    differing = len(ours ^ theirs) + (draft.motion != package.motion)
    if ours == theirs and (ours or not differing):
        return differing
    if len(ours & theirs) < IN_COMMON or _gravity(seen, ours) > _gravity(seen, theirs):
        return NEAR + 1
    return differing


def _gravest(seen: Seen, draft: Draft) -> Iterator[str]:
    """The measures of a text, the gravest first, of equal ones in the order of the text."""
    measures = dict.fromkeys(line.measure for line in draft.lines)
    yield from sorted(measures, key=lambda measure: -_rung(seen, measure))


def _gravity(seen: Seen, measures: Collection[str]) -> int:
    return max((_rung(seen, measure) for measure in measures), default=0)


def _rung(seen: Seen, measure: str) -> int:
    return seen.measure(measure).rung


def _lowered(name: str, wording: Wording) -> str:
    """The name of a measure behind another: with a small letter, unless it begins with a name."""
    names = (*wording.names.get("state", {}).values(), *wording.names.get("place", {}).values())
    first = name.split(" ")[0]
    proper = first[1:] != first[1:].lower() or any(first in wording.say(known).split(" ") for known in names)
    return name if proper or wording.language != LOWERED else name[:1].lower() + name[1:]

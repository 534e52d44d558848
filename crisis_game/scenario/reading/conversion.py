"""From format 1 to format 2: a scenario's files key by key, so that comments and an author's own layout stay.

What acts move is in `conversion_acts`, leave to use an asset in `conversion_consents`, kinds of incidents in
`conversion_kinds`, reactions and objectives in `conversion_script`, who acts beside the seats in `conversion_actors`,
what members like in `conversion_likes`. Each change is told, and what cannot be brought over is told too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from crisis_game.documents import Document
from crisis_game.scenario.reading.conversion_actors import BLOCKS, Actors
from crisis_game.scenario.reading.conversion_acts import SHIELD, Acts
from crisis_game.scenario.reading.conversion_consents import Consents
from crisis_game.scenario.reading.conversion_kinds import Kinds
from crisis_game.scenario.reading.conversion_likes import Likes
from crisis_game.scenario.reading.conversion_script import Script
from crisis_game.scenario.reading.conversion_text import Rewriting, parts_of, read_text, unfolded, value_at
from crisis_game.scenario.reading.measure_catalogue import Catalogue
from crisis_game.texts import Text, counted

GONE_NUMBERS = ("settle_round", "settle_grip", "harm_escort")
"""Numbers of format 1 that stand with the settlement, and with the measures that shield."""

_TOUCHED = frozenset(
    {
        *("format", "charter", "states", "assets", "consents", "measures", "incidents", "numbers", "actors"),
        *("reactions", "objectives", *BLOCKS),
    }
)
"""The keys of the top level below which something changes."""


class NotConvertibleError(ValueError):
    """A file is laid out in a way in which it cannot be converted; `name` says which."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass
class Conversion:
    """Files as they are in format 2, and what was done to them.

    Attributes:
        files: the text of each file by its name, those without a change among them.
        notes: each change, and each thing that could not be brought over, in a sentence.
    """

    files: dict[str, str]
    notes: list[Text] = field(default_factory=list)


def converted(files: Mapping[str, str], catalogue: Catalogue | None) -> Conversion:
    """A scenario of format 1 in format 2.

    Args:
        files: the texts of the scenario's own files by name, the main one first; each is YAML without a fault.
        catalogue: the measures that it may change.

    Raises:
        NotConvertibleError: if a file would say something else afterwards.
    """
    texts = {name: text.replace("\r\n", "\n") for name, text in files.items()}
    whole = _together(texts)
    actors = Actors(whole)
    consents = Consents(whole, "\n".join(texts.values()))
    numbers = whole.get("numbers")
    acts = Acts(catalogue, _shield(numbers if isinstance(numbers, dict) else {}))
    kinds, script, likes = Kinds(whole), Script(), Likes()
    converters = (acts, consents, kinds, script, actors, likes)
    for name, text in texts.items():
        texts[name] = _with_keys_changed(name, _in_lines(name, text, actors), converters)
    texts = {name: actors.take_states(read_text(name, text)) for name, text in texts.items()}
    texts = {name: _with_consents(name, actors.place(read_text(name, text)), consents) for name, text in texts.items()}
    for name, text in texts.items():
        _check(read_text(name, files[name]), read_text(name, text))
    ends = {name: "\r\n" if "\r\n" in text else "\n" for name, text in files.items()}
    notes = [
        *actors.notes,
        *_notes_of_acts(acts),
        *consents.notes,
        *kinds.notes,
        *script.notes,
        *likes.notes,
        *_notes_of_numbers(whole),
    ]
    return Conversion({name: text.replace("\n", ends[name]) for name, text in texts.items()}, notes)


def catalogue_converted(name: str, text: str) -> Conversion:
    """A catalogue of measures with what each moves, as this version reads it.

    Args:
        name: what the file is called.
        text: YAML without a fault.
    """
    acts = Acts(None, SHIELD)
    rewriting = Rewriting(read_text(name, text.replace("\r\n", "\n")))
    acts.bring_over(rewriting)
    new = rewriting.text().replace("\n", "\r\n" if "\r\n" in text else "\n")
    return Conversion({name: new}, _notes_of_acts(acts))


def _together(texts: Mapping[str, str]) -> dict[str, Any]:
    """What the files say, laid together; tables of several files are one."""
    whole: dict[str, Any] = {}
    for name, text in texts.items():
        value: Any = read_text(name, text).value
        for key, part in (value if isinstance(value, dict) else {}).items():
            known = whole.get(key)
            whole[key] = {**known, **part} if isinstance(known, dict) and isinstance(part, dict) else part
    return whole


def _in_lines(name: str, text: str, actors: Actors) -> str:
    """A file with those mappings in lines of which lines are to move."""
    for depth in range(2):
        document = read_text(name, text)
        text = unfolded(document, list(actors.in_lines(document))[depth])
    return text


def _with_keys_changed(name: str, text: str, converters: tuple[Acts, Consents, Kinds, Script, Actors, Likes]) -> str:
    """A file with all changes made that move no lines."""
    rewriting = Rewriting(read_text(name, text))
    acts, consents, kinds, script, actors, likes = converters
    acts.bring_over(rewriting)
    consents.bring_over(rewriting)
    kinds.bring_over(rewriting)
    script.bring_over(rewriting)
    actors.change_keys(rewriting)
    likes.bring_over(rewriting)
    if value_at(rewriting.document, ("format",)) == 1:
        rewriting.put_value(("format",), "2")
    _drop_numbers(rewriting)
    return rewriting.text()


def _drop_numbers(rewriting: Rewriting) -> None:
    """Take out the numbers that are no more, and the table where none is left."""
    numbers = value_at(rewriting.document, ("numbers",))
    gone = [key for key in GONE_NUMBERS if isinstance(numbers, dict) and key in numbers]
    if gone and len(gone) == len(numbers):
        rewriting.drop(("numbers",))
    else:
        for key in gone:
            rewriting.drop(("numbers", key))


def _with_consents(name: str, text: str, consents: Consents) -> str:
    """A file with the consents of the assets that it lists, below them."""
    document = read_text(name, text)
    listed = value_at(document, ("assets",))
    ids = listed if isinstance(listed, dict) else ()
    entries = [consents.entries[id_] for id_ in ids if id_ in consents.entries]
    if not entries:
        return text
    head, tops = parts_of(document, ())
    lines = [*head]
    for top in tops:
        lines += top.whole
        if top.key == "assets":
            lines += [*_closed(lines), "\nconsents:\n", *(f"  {entry}\n" for entry in entries)]
    return "".join(lines)


def _closed(lines: list[str]) -> list[str]:
    """A line's end where the last line has none."""
    return [] if lines[-1].endswith("\n") else ["\n"]


def _shield(numbers: Mapping[str, Any]) -> int:
    number = numbers.get("harm_escort", SHIELD)
    return number if isinstance(number, int) else SHIELD


def _notes_of_acts(acts: Acts) -> list[Text]:
    n = acts.count
    told = counted("{n} act says by `moves` what it moves now.", "{n} acts say by `moves` what they move now.", n)
    return [*([told] if n else []), *acts.notes]


def _notes_of_numbers(whole: Mapping[str, Any]) -> list[Text]:
    numbers = whole.get("numbers")
    if not isinstance(numbers, dict):
        return []
    notes = []
    if "settle_round" in numbers or "settle_grip" in numbers:
        notes.append(Text("The numbers of the settlement stand with the actor now."))
    if "harm_escort" in numbers:
        sentence = (
            "`harm_escort` is gone: what a measure shields stands in its `moves`. Measures of the catalogue have "
            "{standard}; write `moves` for those that shall shield otherwise."
        )
        notes.append(Text(sentence, {"standard": SHIELD}))
    return notes


def _check(before: Document, after: Document) -> None:
    """See that a file says what it said, apart from what is converted."""
    old: Any = before.value
    new: Any = after.value
    if not old and not new:
        return
    kept = {key: value for key, value in old.items() if key not in _TOUCHED}
    if after.problems or not isinstance(new, dict) or kept != {key: new[key] for key in new if key not in _TOUCHED}:
        raise NotConvertibleError(before.name)

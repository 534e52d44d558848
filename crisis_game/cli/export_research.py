"""What `crisis-game export FOLDER --research FILE` does: the logs of a class with pseudonyms, and a codebook."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_game.cli.named_files import FAULTY, UNREADABLE, complain
from crisis_game.cli.refusals import FaultyInputError, WrongUseError

if TYPE_CHECKING:
    from crisis_game.debrief.class_played import ClassPlayed
    from crisis_game.debrief.research import Consents


def export_research(arguments: argparse.Namespace) -> int:
    """Write the export and its codebook, both into new files; 1 if play is not over somewhere.

    Raises:
        FaultyInputError: with 2 if the folder or the list cannot be read.
        WrongUseError: if no folder is named.
    """
    from crisis_game.cli.report_class import is_class, load_class
    from crisis_game.paper.codebook import codebook

    if not is_class(arguments.save):
        raise WrongUseError("--research is for a class; name its folder in place of a save")
    folder, target = Path(arguments.save), arguments.research
    played = load_class(folder)
    if not arguments.open and not played.finished:
        sentence = (
            "play is not over in all councils, and an export tells all that is hidden; --open writes it all the same."
        )
        return complain(f"{folder}: {sentence}", FAULTY)
    lines = "".join(f"{line}\n" for line in _lines(played, _consents(played, arguments.roster)))
    for path, words in ((target, lines), (target.with_name(f"{target.stem}-codebook.md"), codebook())):
        if fault := _written(path, words):
            return complain(fault, UNREADABLE)
        print(path)
    return 0


def _lines(played: ClassPlayed, consents: Consents) -> list[str]:
    from crisis_game.debrief.research import research_records
    from crisis_game.exercise.chain import canonical
    from crisis_game.exercise.pseudonyms import pseudonym, research_key
    from crisis_game.exercise.save import SaveError

    try:
        key = research_key(played.folder.path)
    except SaveError as fault:
        raise FaultyInputError(str(fault), UNREADABLE) from fault
    records = research_records(played, lambda council, person: pseudonym(key, council, person), consents)
    return [canonical(record).decode() for record in records]


def _consents(played: ClassPlayed, roster: Path | None) -> Consents:
    """Whose words may be told, as a class list says; nobody's without one."""
    from crisis_game.debrief.research import Consents
    from crisis_game.exercise.class_list import ClassListError, read_class_list, who_consents

    try:
        listed = read_class_list(roster) if roster is not None else ()
    except ClassListError as fault:
        raise FaultyInputError(str(fault), UNREADABLE) from fault
    by_council = {council.name: who_consents(council.people, council.name, listed) for council in played.councils}
    return Consents(by_council)


def _written(path: Path, words: str) -> str:
    """Write a new file; why it could not be, or nothing."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(words)
    except FileExistsError:
        return f"{path}: there is a file of this name already; name another."
    except OSError as fault:
        return f"{path}: {fault.strerror or fault}."
    return ""

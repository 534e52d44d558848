"""The file of voices that all scenarios share, read once for each different file and language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from crisis_game.documents import Document, Source
from crisis_game.scenario.ids import VoiceId
from crisis_game.scenario.model_voices import Voice
from crisis_game.scenario.reading.composite_kinds import RecordOf
from crisis_game.scenario.reading.shared_file import read_shared
from crisis_game.scenario.records import declared, key, record
from crisis_game.texts import Problem


@record()
class VoiceFile:
    """The file of voices."""

    format: Literal[1] = key("The version of the format: 1.")
    voices: Mapping[VoiceId, Voice] = key("The voices by id.")


@dataclass(frozen=True)
class VoiceBook:
    """Voices by id, and what is wrong with their file."""

    document: Document
    voices: Mapping[VoiceId, Voice]
    problems: tuple[Problem, ...]


_FILE = RecordOf(declared(VoiceFile))


@lru_cache(maxsize=8)
def read_voices(source: Source, language: str = "en") -> VoiceBook:
    """The voices of a file; a faulty one is left out and told.

    Args:
        source: the file.
        language: of sentences that name none.
    """
    document, parts, problems = read_shared(_FILE, source, language)
    return VoiceBook(document, parts.get("voices", {}), problems)

"""The game with every sentence of ours and every word of an author replaced: `python -m tests.exercise.reworded SAVE`.

The modules are rewritten as they are imported: each literal that the extractor of catalogues finds gets other words.
What is printed says whether the save is sound in that game, and what its events are told as.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any
from unittest.mock import patch

from tests.texts.extracting import Sentence, sentences
from tests.texts.house import HOUSE

OTHER = "In other words: "


class Rewording(ast.NodeTransformer):
    """Puts other words in the place of the sentences of one module."""

    def __init__(self, path: Path, source: str) -> None:
        texts = [text for text in sentences(path, source) if isinstance(text, Sentence)]
        self.words = {(text.line, text.one) for text in texts}
        self.plurals = {text.many for text in texts if text.many}
        self.done = 0

    def visit_Dict(self, node: ast.Dict) -> ast.Dict:
        """The keys of a table are codes."""
        node.values = [self.visit(value) for value in node.values]
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        """Another sentence with the same placeholders."""
        if (node.lineno, node.value) not in self.words and node.value not in self.plurals:
            return node
        self.done += 1
        return ast.copy_location(ast.Constant(OTHER + str(node.value)), node)


class Reworded(SourceFileLoader):
    """Loads a module of the game in other words, past every cache."""

    done = 0

    def get_code(self, fullname: str) -> CodeType:
        """The module as it is run."""
        path = Path(self.path)
        source = path.read_text(encoding="utf-8")
        rewording = Rewording(path, source)
        tree = ast.fix_missing_locations(rewording.visit(ast.parse(source)))
        Reworded.done += rewording.done
        return compile(tree, str(path), "exec", dont_inherit=True)


class Finder:
    """Finds the game's modules for that loader."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """A module of the game; None for any other."""
        spec = PathFinder.find_spec(name, path, target) if name.partition(".")[0] == HOUSE.name else None
        if spec is not None and isinstance(spec.loader, SourceFileLoader):
            spec.loader = Reworded(spec.loader.name, spec.loader.path)
        return spec


def reword() -> None:
    """From here on the game is imported in other words, and so are the words of authors; where none are, none come."""
    sys.meta_path.insert(0, Finder())
    from crisis_game.texts import Prose

    as_written = Prose.__init__

    def in_other_words(self: Prose, by_language: tuple[tuple[str, str], ...]) -> None:
        as_written(self, tuple((language, OTHER + words if words else "") for language, words in by_language))

    patch.object(Prose, "__init__", in_other_words).start()


def examined(path: Path) -> dict[str, Any]:
    """What the reworded game finds of a save, and says of its events."""
    from crisis_game.exercise.entry import read_entry
    from crisis_game.exercise.verify import examine, read_log
    from crisis_game.texts import Wording

    log = read_log(path)
    verdict = examine(log)
    texts = [event.tell() for raw in log.entries for event in read_entry(raw).events]
    return {
        "sound": verdict.sound,
        "fault": verdict.fault,
        "entries": verdict.entries,
        "told": [Wording().say(text) for text in texts if text is not None],
        "reworded": Reworded.done,
    }


if __name__ == "__main__":
    reword()
    json.dump([examined(Path(path)) for path in sys.argv[1:]], sys.stdout)

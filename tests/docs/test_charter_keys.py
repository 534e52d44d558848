"""Every key of a charter is read where the game is played, judged or shown."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from mypy import api

from crisis_game.charter import model

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "crisis_game"
MODEL = HOUSE / "charter" / "model.py"

READING = re.compile(r"charter/\w+_reading|scenario/reading/")
"""What makes a charter from a file, and looks whether it makes sense."""

DRAWING = re.compile(r"(pages|paper|tui|plain|cli)/")
NAMING = re.compile(r"\bcharter\b|\borgans?\b|triggers|duties|remedies")
"""A file that reads a record of a charter has it from one of these."""

READ = re.compile(r"^(?P<file>.+?):\d+: error: function crisis_game\.charter\.model\.(?P<key>\w+\.\w+) is deprecated")

SHOWN = frozenset(
    {
        "Amendment.article", "Area.article", "Area.places", "Area.text", "Article.text", "Article.wording",
        "Charter.amendment", "Charter.area", "Charter.as_of", "Charter.disputes", "Charter.duration", "Charter.exit",
        "Charter.fictional", "Charter.members", "Disputes.article", "Disputes.text", "Duty.text", "Exit.text",
        "Organ.note", "Provision.article", "Provision.text", "Remedy.article", "Remedy.text", "Review.article",
        "Review.text",
    }
)  # fmt: skip
"""Keys that are there for people: to be shown is their effect. (`members` fills the organs that list none, too.)"""


def keys() -> list[str]:
    """All keys of all records, such as `Trigger.kinds`."""
    records = [kind for kind in vars(model).values() if is_dataclass(kind) and kind.__module__ == model.__name__]
    return [f"{record.__name__}.{key.name}" for record in records for key in fields(record)]


def noticing(source: str) -> str:
    """The model with a property in place of each key, which mypy speaks of wherever it is read."""
    tree = ast.parse(source)
    tree.body[1:1] = ast.parse("from typing import Any\nfrom typing_extensions import deprecated").body
    for record in tree.body:
        if isinstance(record, ast.ClassDef):
            record.decorator_list = []
            record.body = [_property(part) if isinstance(part, ast.AnnAssign) else part for part in record.body]
            record.body += ast.parse("def __init__(self, *values: Any, **by_name: Any) -> None: ...").body
    return ast.unparse(tree)


def _property(key: ast.AnnAssign) -> ast.stmt:
    name, kind = ast.unparse(key.target), ast.unparse(key.annotation)
    return ast.parse(f"@property\n@deprecated('read')\ndef {name}(self) -> {kind}: ...").body[0]


def readers() -> Mapping[str, frozenset[str]]:
    """The files in which each key is read, as mypy knows the type of what it is read from."""
    files = [path for path in sorted(HOUSE.rglob("*.py")) if NAMING.search(path.read_text(encoding="utf-8"))]
    with TemporaryDirectory() as folder:
        noticed = Path(folder) / "model.py"
        noticed.write_text(noticing(MODEL.read_text(encoding="utf-8")), encoding="utf-8")
        ways = ("--no-incremental", "--follow-imports=silent", "--enable-error-code=deprecated", "--config-file=")
        output, wrong, _ = api.run([*ways, "--shadow-file", str(MODEL), str(noticed), *map(str, files)])
    files_by_key: defaultdict[str, set[str]] = defaultdict(set)
    for line in output.splitlines():
        if read := READ.match(line):
            files_by_key[read["key"]].add(Path(read["file"]).resolve().relative_to(HOUSE).as_posix())
    assert files_by_key, output + wrong
    return {key: frozenset(paths) for key, paths in files_by_key.items()}


def test_each_key_has_a_reader_outside_reading_and_drawing() -> None:
    """All keys in one test: several processes would each ask mypy for all of them."""
    read_in = {key: {path for path in paths if not READING.match(path)} for key, paths in readers().items()}
    played = {key for key, paths in read_in.items() if any(not DRAWING.match(path) for path in paths)}
    assert [key for key in keys() if not (read_in.get(key) if key in SHOWN else key in played)] == []

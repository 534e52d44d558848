"""From bytes to plain values that know their places: the first layer under everything that a person wrote.

`read_yaml` turns the bytes of a YAML (or JSON) file into dictionaries, lists, texts, numbers, booleans and None, and
lists every fault it meets as a `Problem` with its place. It keeps to the scalars of YAML 1.2 (`NO`, `on`, `12:30`,
`010` and dates stay text), refuses what makes a file hard to read or dangerous to load (anchors, merge keys, tags,
duplicate keys, several documents, sizes beyond `LIMITS`), and never raises, whatever the bytes.
"""

from crisis_game.documents.document import Document, Path
from crisis_game.documents.faults import Fault, problem
from crisis_game.documents.nearest import nearest
from crisis_game.documents.reading import read_yaml
from crisis_game.documents.source import LIMITS, Limits, Source, bytes_at
from crisis_game.documents.yaml_scalars import Plain

__all__ = [
    "LIMITS",
    "Document",
    "Fault",
    "Limits",
    "Path",
    "Plain",
    "Source",
    "bytes_at",
    "nearest",
    "problem",
    "read_yaml",
]

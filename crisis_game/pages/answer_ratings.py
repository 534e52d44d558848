"""How answers, deeds and what was to be done are rated: for the facilitator in play, for all in the debrief."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.engine.acts.ratings import HSEEP_WORDS
from crisis_game.engine.shared_values import Fulfilment
from crisis_game.pages.parts import Tone
from crisis_game.texts import Text

RATED: Mapping[str, tuple[str, Tone, Text]] = {
    "met": ("✓", "good", Text("as expected")),
    "partly": ("~", "warning", Text("as expected in part")),
    "not": ("✗", "bad", Text("not as expected")),
}
"""How an answer compares with what its author expected: a sign, its tone, and the words."""

DONE: Mapping[str, tuple[str, Tone, Text]] = {
    "met": ("✓", "good", Text("done in that round")),
    "partly": ("~", "warning", Text("done in part")),
    "not": ("✗", "bad", Text("not done")),
}
"""How far what an inject expects of all was done."""

MET: Mapping[Fulfilment, tuple[str, Tone, Text]] = {
    "P": ("●", "good", HSEEP_WORDS["P"]),
    "S": ("◐", "warning", HSEEP_WORDS["S"]),
    "M": ("◐", "warning", HSEEP_WORDS["M"]),
    "U": ("○", "bad", HSEEP_WORDS["U"]),
}
"""How something was met: a sign, its tone, and the words."""

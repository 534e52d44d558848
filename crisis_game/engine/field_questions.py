"""The questions that fields of acts ask, and how their values are told.

Menus of screens and of the line mode are made from offers with these words, so that both say the same. What only one
act asks stands with that act.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from crisis_game.engine.bargain_words import told_change, told_effect, told_gift
from crisis_game.engine.draft_words import aimed_words, summary
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change, ForceSheet, Gift, MoveEffect
from crisis_game.law.order import RULES
from crisis_game.scenario.draft import Draft
from crisis_game.texts import Msgid, Text, Value

Names = Literal[
    "state", "measure", "claim", "aim", "incident", "consent", "source", "ask", "step", "basis", "grade", "stance",
    "level", "vote", "answer", "trigger", "inject", "seat", "channel", ""
]  # fmt: skip
"""A table of names in which the values of a field stand; empty for none."""


NOTHING_CHOSEN: Mapping[str, object] = MappingProxyType({})
_NOBODY = Text("nobody")
_NO_VIEW = Text("no view")


@dataclass(frozen=True, slots=True)
class Question:
    """What a field asks.

    Attributes:
        words: the question.
        names: the table in which its values stand.
        value_words: how a value is told of which more is to be said than its name; None where it is not such a value.
        words_given: the same where that hangs on the fields before it.
        nothing: how no value is told. none_is_all: whether no value of several means all.
    """

    words: Text
    names: Names = ""
    value_words: Callable[[Seen, str], Text | None] | None = None
    words_given: Callable[[Seen, str, Mapping[str, object]], Text | None] | None = None
    nothing: Text = _NOBODY
    none_is_all: bool = False

    def label(self, seen: Seen, value: object, chosen: Mapping[str, object] = NOTHING_CHOSEN) -> Text:
        """A value of the field, in words; `chosen` are the fields before it."""
        if value is None:
            return self.nothing
        if isinstance(value, bool):
            return Text("yes") if value else Text("no")
        if isinstance(value, tuple):
            return self._listed(seen, value)
        if isinstance(value, Change):
            return told_change(value)
        if isinstance(value, Gift):
            return told_gift(value)
        if isinstance(value, MoveEffect):
            return told_effect(value)
        if isinstance(value, Draft):
            return summary(value, seen)
        if isinstance(value, ForceSheet):
            return sheet_words(value)
        given = (
            self.words_given(seen, value, chosen) if self.words_given is not None and isinstance(value, str) else None
        )
        return given or self._word(seen, value)

    def _listed(self, seen: Seen, values: tuple[object, ...]) -> Text:
        if not values:
            return Text("all") if self.none_is_all else Text("none")
        return Text("{all}", {"all": tuple(self.label(seen, value) for value in values)})

    def _word(self, seen: Seen, value: object) -> Text:
        words = self.value_words(seen, value) if self.value_words is not None and isinstance(value, str) else None
        plain: Value = value if isinstance(value, str | int) else str(value)
        return words or Text(f"{{value:{self.names}}}" if self.names else "{value}", {"value": plain})


def sheet_words(sheet: ForceSheet) -> Text:
    """A force sheet: its target, and what care is taken."""
    cares: list[tuple[Msgid, bool]] = [("verify", sheet.verify), ("warn", sheet.warn), ("abort rule", sheet.abort)]
    cares.append(("ends with the attack", sheet.ends_when_attack_ends))
    chosen = tuple(Text(name) for name, on in cares if on)
    return Text("{target:target}: {cares}", {"target": sheet.target, "cares": chosen})


# Values of which more is told than a name ---------------------------------------------------------------------------

CITED: Mapping[str, Text] = {
    "": Text("nothing named"),
    "fits": Text("our mandate, what fits the alliance"),
    "does-not-fit": Text("our mandate, what does not fit it"),
    "red-line": Text("our red line"),
    "dilemma": Text("our dilemma"),
}
"""The lines of one's mandate, as one speaks of one's own when one explains a vote."""


def _text(seen: Seen, value: str) -> Text | None:
    if value == "":
        return Text("none: a measure of your own")
    if value not in seen.texts:
        return None
    return Text("{id:text}: {summary}", {"id": value, "summary": summary(seen.text(value).draft, seen)})


def _amendment(seen: Seen, value: str) -> Text | None:
    amendment = seen.amendments.get(value)
    if amendment is None:
        return None
    values: dict[str, Value] = {"text": amendment.text, "seat": amendment.by, "change": told_change(amendment.change)}
    return Text("{seat:state} wants in {text:text}: {change}", values)


def _subject(_: Seen, value: str) -> Text:
    return Text("harm done by our own measures") if value == "own-harm" else Text("{it:incident}", {"it": value})


def _running(seen: Seen, value: str) -> Text | None:
    running = next((active for active in seen.active if active.id == value), None)
    return aimed_words(running.measure, running.target) if running else None


def _cited(_: Seen, value: str) -> Text:
    """What a vote is explained by: nothing, a line of one's mandate, a rule of law, or a claim."""
    if value in CITED:
        return CITED[value]
    return RULES[value].name if value in RULES else Text("{value:claim}", {"value": value})


# Questions that several acts ask ------------------------------------------------------------------------------------

TO = Question(Text("To whom?"), "state", none_is_all=True)
WORDS = Question(Text("In which words?"))
TEXT = Question(Text("Which text?"), value_words=_text)
GIVES = Question(Text("What do we give?"))
MEASURE = Question(Text("Which measure?"), "measure")
OF = Question(Text("Of whom?"), "state", none_is_all=True)
INCIDENT = Question(Text("Over which incident?"), "incident")
LEVEL = Question(Text("How much?"), "level")
CLAIM = Question(Text("Which claim?"), "claim")
GRADE = Question(Text("How sure?"), "grade", nothing=_NO_VIEW)
SUBJECT = Question(Text("About what?"), value_words=_subject)
ASK = Question(Text("What do we ask for?"), "ask")
DRAFT = Question(Text("Which text?"))
CHANGE = Question(Text("Which change?"))
AMENDMENT = Question(Text("Which amendment?"), value_words=_amendment)
VOTE = Question(Text("How do we vote?"), "vote")
INTO = Question(Text("Into which text?"), value_words=_text)
CITES = Question(Text("What does it rest on?"), value_words=_cited)
ACTIVE = Question(Text("Which one?"), value_words=_running)
INJECT = Question(Text("Which inject?"), "inject")

"""What things are called where a seat chooses: groups of acts, texts and force sheets in one line."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.engine.shared_values import ForceSheet
from crisis_game.scenario.draft import Draft, Motion
from crisis_game.texts import Msgid, Text, Value

GROUPS: Mapping[str, Msgid] = {
    "evidence": "What we know",
    "texts": "Texts on the table",
    "orders": "Orders",
    "talk": "Talk",
    "alarm": "Alarm and help",
    "consent": "Bases and consent",
    "settlement": "Ways to settle",
    "turns": "Turn",
    "facilitator": "Facilitator",
}
"""Headings of menus, in the order in which they are shown."""


def summary(draft: Draft) -> Text:
    """A text in one line: its measures, its motion, its clauses."""
    parts: list[Value] = [line_words(line.measure, line.target) for line in draft.lines]
    if draft.motion is not None:
        parts.append(_motion(draft.motion))
    head = Text("{parts}", {"parts": tuple(parts)}) if parts else Text("an empty text")
    if not draft.clauses:
        return head
    clauses = tuple(switch_words(one.clause, one.value) for one in draft.clauses)
    return Text("{head}; with {clauses}", {"head": head, "clauses": clauses})


def switch_words(clause: str, value: int) -> Text:
    """A clause that is on, with its value where it has one."""
    if value:
        return Text("{clause:clause} {value}", {"clause": clause, "value": value})
    return Text("{clause:clause}", {"clause": clause})


_SUBJECTS: Mapping[str, Msgid] = {
    "hearing": "{kind:motion} ({subject:state})",
    "suspension": "{kind:motion} ({subject:state})",
    "reinstatement": "{kind:motion} ({subject:state})",
    "referral": "{kind:motion} ({subject:ask})",
    "lift": "{kind:motion} ({subject:text})",
}
"""How motions are told that are about somebody or something with a short name."""


def _motion(motion: Motion) -> Text:
    sentence = _SUBJECTS.get(motion.kind, "{kind:motion}") if motion.subject else "{kind:motion}"
    return Text(sentence, {"kind": motion.kind, "subject": motion.subject or ""})


def line_words(measure: str, target: str | None) -> Text:
    """A measure, with its target where it has one."""
    if target is None:
        return Text("{measure:measure}", {"measure": measure})
    return Text("{measure:measure} ({target:state})", {"measure": measure, "target": target})


def sheet_words(sheet: ForceSheet) -> Text:
    """A force sheet: its target, and what care is taken."""
    cares: list[tuple[Msgid, bool]] = [("verify", sheet.verify), ("warn", sheet.warn), ("abort rule", sheet.abort)]
    cares.append(("ends with the attack", sheet.ends_when_attack_ends))
    chosen = tuple(Text(name) for name, on in cares if on)
    return Text("{target:target}: {cares}", {"target": sheet.target, "cares": chosen})

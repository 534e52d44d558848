"""An author's condition in words, for the facilitator: what has to hold, part by part.

What has no sentence here stands as its author wrote it.
"""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.conditions.condition import Condition
from crisis_game.conditions.syntax_tree import Binary, Call, Comparison, Name, Node, Number, Truth, Unary, Word
from crisis_game.conditions.vocabulary import NAMES
from crisis_game.texts import Msgid, Text, Value

_NAMES: Mapping[str, Msgid] = {
    "accused": "the members have named an author of the wrong",
    "consulted": "a consultation has been asked for",
    "covered_force": "members use force that is covered",
    "deadlocks": "rounds in deadlock",
    "force_by_adversary": "who presses has used armed force",
    "force_by_members": "members have used armed force",
    "level": "the level of who presses",
    "mandate": "the Security Council has given a mandate",
    "offer_open": "a way back is open",
    "own_harm": "harm done by the members' own measures",
    "pain": "the pressure on who presses",
    "participation": "per cent of what members give of presence and force",
    "reported": "a member has reported to the Security Council",
    "round": "the round",
    "settled": "the crisis is settled",
    "uncovered_force": "members use force that nothing covers",
}
_FUNCTIONS: Mapping[str, Msgid] = {
    "adopted": "{measure:measure} is adopted",
    "alone": "{member:state} has acted alone",
    "arrived": "{inject:inject} has come",
    "base_open": "{consent:consent} is given",
    "base_withdrawn": "{consent:consent} is withdrawn",
    "clause_adopted": "{clause:clause} is adopted",
    "credit": "the credit of {member:state}",
    "declared_attacked": "{state:state} has declared itself attacked",
    "evidence": "what the council knows of “{claim:claim}”",
    "fallen": "the government of {member:state} has fallen",
    "happened": "{incident:incident} has happened",
    "home": "support at home in {member:state}",
    "in_force": "{measure:measure} is in force",
    "left": "{member:state} has left",
    "requested_help": "{state:state} has asked for help",
    "shared": "{source:source} is shared",
    "step": "who presses did last: {step:step}",
    "suspended": "{member:state} is suspended",
    "temperament": "who presses is minded so: {temperament:temperament}",
    "treasury": "the treasury of {member:state}",
    "truth": "this is what truly happened: {truth:truth}",
    "verified": "“{claim:claim}” was verified",
}
_FIELDS: Mapping[str, str] = {
    "adopted": "measure", "alone": "member", "arrived": "inject", "base_open": "consent", "base_withdrawn": "consent",
    "clause_adopted": "clause", "credit": "member", "declared_attacked": "state", "evidence": "claim",
    "fallen": "member", "happened": "incident", "home": "member", "in_force": "measure", "left": "member",
    "requested_help": "state", "shared": "source", "step": "step", "suspended": "member", "temperament": "temperament",
    "treasury": "member", "truth": "truth", "verified": "claim",
}  # fmt: skip
"""The slot of a function's first word in its sentence."""
_SIGNS: Mapping[str, Msgid] = {
    "<": "{left} below {right}",
    "<=": "{left} at most {right}",
    "==": "{left} exactly {right}",
    "!=": "{left} other than {right}",
    ">=": "{left} at least {right}",
    ">": "{left} above {right}",
}
_JOINED: Mapping[str, Msgid] = {"and": "{left} and {right}", "or": "{left} or {right}"}


def in_words(condition: Condition) -> Text:
    """What has to hold, as part of a sentence."""
    return _words(condition, condition.tree)


def _words(line: Condition, node: Node) -> Text:
    match node:
        case Binary(sign=sign, left=left, right=right) if sign in _JOINED:
            return Text(_JOINED[sign], {"left": _within(line, left, sign), "right": _within(line, right, sign)})
        case Comparison(sign=sign, left=left, right=right):
            return Text(_SIGNS[sign], {"left": _words(line, left), "right": _words(line, right)})
        case Unary(sign="not", inner=inner):
            return Text("it is not so that {part}", {"part": _within(line, inner, "not")})
        case Number(value=number):
            return Text("{number}", {"number": number})
        case Word(value=grade):
            return Text("{grade:grade}", {"grade": grade})
        case Truth(value=value):
            return Text("always") if value else Text("never")
        case Name(name=name):
            return _named(name)
        case Call():
            return _called(line, node)
    return _as_written(line, node)


def _within(line: Condition, node: Node, sign: str) -> Text:
    """A part of another; in brackets where it joins otherwise."""
    words = _words(line, node)
    joins = isinstance(node, Binary) and node.sign in _JOINED and node.sign != sign
    return Text("({words})", {"words": words}) if joins else words


def _named(name: str) -> Text:
    if name in _NAMES:
        return Text(_NAMES[name])
    return Text("{name}", {"name": name}) if name in NAMES else Text("{gauge:gauge}", {"gauge": name})


def _called(line: Condition, call: Call) -> Text:
    words = tuple(word.value for word in call.arguments)
    if call.function == "answered":
        return _answered(*words)
    if call.function not in _FUNCTIONS or len(words) > 1:
        return _as_written(line, call)
    return Text(_FUNCTIONS[call.function], {_FIELDS[call.function]: words[0]})


def _answered(inject: str, choice: str, member: str = "") -> Text:
    values: dict[str, Value] = {"inject": inject, "reply": f"{inject}/{choice}", "member": member}
    if member:
        return Text("{member:state} answered {inject:inject}: {reply:reply}", values)
    return Text("{inject:inject} was answered: {reply:reply}", values)


def _as_written(line: Condition, node: Node) -> Text:
    return Text("{line}", {"line": line.source[node.start : node.end]})

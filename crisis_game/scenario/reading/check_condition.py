"""Whether the names, ids and kinds in a parsed line fit the scenario, and whether its comparisons can hold at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from crisis_game.conditions.grades import GRADES
from crisis_game.conditions.intervals import Bounds, Idle, verdict
from crisis_game.conditions.parser import Fault
from crisis_game.conditions.syntax_tree import Binary, Call, Comparison, Name, Node, Number, Truth, Unary, Word
from crisis_game.conditions.vocabulary import FUNCTIONS, NAMES, TEXT_FUNCTIONS, TEXT_NAMES, ArgumentKind, Kind
from crisis_game.documents.nearest import nearest
from crisis_game.scenario.reading.complaints import (
    ABSENT_GAUGE,
    ABSENT_GAUGE_FIX,
    LOOKALIKE,
    LOOKALIKE_FIX,
    listed,
    lookalike,
)
from crisis_game.scenario.standard_gauges import GAUGES
from crisis_game.texts import Msgid, Text, Value
from crisis_game.texts.lookalikes import meant

Scope: TypeAlias = Literal["world", "text", "draws"]
"""What a line may ask: the world; the world and a text (red lines); only what the seed drew (truth of claims)."""

DRAWN = frozenset({"truth", "temperament", "drawn"})
Signature: TypeAlias = tuple[tuple[ArgumentKind, ...], int, Kind]

_ABOUT_TEXTS = "`{word}` can be asked about a text only, in a red line."
_TRUTHS = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}
_KINDS: dict[Kind, str] = {"number": "a number", "truth": "true or false", "grade": "a grade"}
_THINGS: dict[ArgumentKind, str] = {
    "state": "state",
    "member": "member",
    "claim": "claim",
    "source": "source",
    "measure": "measure",
    "clause": "clause",
    "motion": "motion",
    "package": "package",
    "inject": "inject",
    "truth": "truth",
    "temperament": "temperament",
    "draw": "draw",
    "word": "word",
    "consent": "consent",
    "vote": "vote",
    "ally-word": "answer to an ally's act",
    "step": "step of an actor",
    "actor": "actor that takes steps",
    "neighbour": "neighbour",
    "incident": "incident",
    "basis": "basis",
    "ending": "ending",
    "milestone": "milestone",
    "choice": "answer to this inject",
    "matter": "matter of the charter",
    "amendment": "amendment that the charter names",
    "legality": "word of the judge",
    "council-ask": "thing that the Security Council can be asked for",
    "act": "act that can be asked for here",
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a scenario's lines may name.

    Attributes:
        ids: the ids that each kind of argument may be.
        draws: the values of each draw.
        bounds: the lowest and highest value of each gauge and of each name of kind number.
        functions: the lowest and highest value of each function that gives a number.
        names: the kind of each name, the gauges among them.
        choices: the answers to each inject that asks for one.
    """

    ids: Mapping[ArgumentKind, Collection[str]]
    draws: Mapping[str, Collection[str]]
    bounds: Mapping[str, Bounds]
    functions: Mapping[str, Bounds]
    names: Mapping[str, Kind]
    choices: Mapping[str, Collection[str]]


def check(tree: Node, wanted: Kind, scope: Scope, words: Vocabulary) -> Iterator[Fault]:
    """All faults of a parsed line that should give `wanted` within `scope`; also comparisons that say nothing."""
    checker = _Checker(scope, words)
    given_kind = checker.kind(tree)
    yield from checker.faults
    if given_kind is not None and given_kind != wanted:
        yield _wrong_kind(tree, wanted, given_kind)
    elif not checker.faults:
        yield from _idle(tree, words)


def _wrong_kind(node: Node, wanted: Kind, actual: Kind) -> Fault:
    values = {"wanted": _KINDS[wanted], "found": _KINDS[actual]}
    fix = "Compare it with something, such as `>= 60`." if wanted == "truth" else "Write {wanted} here."
    if isinstance(node, Word):
        return Fault(
            "E408", node.start, node.end, Text("A word in quotes alone is neither true nor false."), Text(fix, values)
        )
    message = Text("This gives {found}, but {wanted} is needed here.", values)
    return Fault("E408", node.start, node.end, message, Text(fix, values))


class _Checker:
    """One walk over a tree; what it cannot make sense of has no kind, so that one slip gives one fault."""

    def __init__(self, scope: Scope, words: Vocabulary) -> None:
        self.words = words
        self.scope = scope
        self.faults: list[Fault] = []
        self.names: Mapping[str, Kind] = words.names
        self.functions: Mapping[str, Signature] = FUNCTIONS
        if scope == "text":
            self.names = {**words.names, **TEXT_NAMES}
            self.functions = FUNCTIONS | TEXT_FUNCTIONS

    def kind(self, node: Node) -> Kind | None:
        match node:
            case Number():
                return "number"
            case Truth():
                return "truth"
            case Word():
                return self.grade(node)
            case Name():
                return self.name(node)
            case Call():
                return self.call(node)
            case Comparison():
                return self.comparison(node)
            case Unary():
                return self.needs(node.inner, "truth" if node.sign == "not" else "number")
            case Binary():
                return self.binary(node)

    def needs(self, node: Node, wanted: Kind) -> Kind:
        actual = self.kind(node)
        if actual is not None and actual != wanted:
            self.faults.append(_wrong_kind(node, wanted, actual))
        return wanted

    def binary(self, node: Binary) -> Kind:
        wanted: Kind = "truth" if node.sign in ("and", "or") else "number"
        self.needs(node.left, wanted)
        self.needs(node.right, wanted)
        if node.sign == "/" and not (isinstance(node.right, Number) and node.right.value):
            self.add(
                "E410",
                node.right,
                "A divisor must be a whole number other than 0, written out.",
                "Write a number, as in `/ 3`.",
            )
        return wanted

    def comparison(self, node: Comparison) -> Kind:
        left, right = self.kind(node.left), self.kind(node.right)
        if left is None or right is None:
            return "truth"
        if "truth" in (left, right):
            side = node.left if left == "truth" else node.right
            self.add(
                "E408",
                side,
                "This is true or false by itself and is not compared.",
                "Write it alone, or with `not` before it.",
            )
        elif left != right:
            self.add(
                "E408",
                node,
                "{left} is compared with {right}.",
                "Compare numbers with numbers, and grades with grades such as 'probable'.",
                left=_KINDS[left].capitalize(),
                right=_KINDS[right],
            )
        return "truth"

    def grade(self, node: Word) -> Kind | None:
        if node.value in GRADES:
            return "grade"
        self.add_near("E407", node, "`{word}` is not a grade of evidence.", GRADES, quoted=True)
        return None

    def name(self, node: Name) -> Kind | None:
        if node.name not in self.names:
            self.unknown_name(node)
            return None
        if self.scope == "draws":
            self.too_early(node, node.name)
        return self.names[node.name]

    def unknown_name(self, node: Name) -> None:
        word = node.name
        if word in TEXT_NAMES:
            self.add("E412", node, _ABOUT_TEXTS, "Ask something else here.", word=word)
        elif word in GRADES:
            message = "`{word}` is a grade of evidence, and stands here without quotes."
            self.add("E413", node, message, "Write '{word}'.", word=word)
        elif word.lower() in _TRUTHS:
            message = "`{word}` is a word like any other here; the two truth values are `true` and `false`."
            self.add("E404", node, message, "Write `{right}`.", word=word, right=_TRUTHS[word.lower()])
        elif word in GAUGES:
            gauges = listed([name for name in self.names if name not in {**NAMES, **TEXT_NAMES}])
            self.add("E404", node, ABSENT_GAUGE, ABSENT_GAUGE_FIX, word=word, known=gauges or "none")
        elif word in self.functions:
            self.add("E404", node, "`{word}` is a function and needs its words.", "Write {word}('...').", word=word)
        else:
            self.add_near("E404", node, "There is no gauge or name `{word}`.", self.names)

    def call(self, node: Call) -> Kind | None:
        signature = self.functions.get(node.function)
        if signature is None:
            self.unknown_function(node)
            return None
        kinds, needed, gives = signature
        if self.scope == "draws" and node.function not in DRAWN:
            self.too_early(node, node.function)
        if not needed <= len(node.arguments) <= len(kinds):
            self.wrong_count(node, kinds, needed)
        for kind, word in zip(kinds, node.arguments, strict=False):
            self.argument(node, kind, word)
        return gives

    def unknown_function(self, node: Call) -> None:
        word = node.function
        place = Name(word, node.start, node.start + len(word))
        if word in TEXT_FUNCTIONS:
            self.add("E412", place, _ABOUT_TEXTS, "Ask something else here.", word=word)
        elif word in self.names:
            self.add("E405", place, "`{word}` is a name and takes no words.", "Write {word} alone.", word=word)
        else:
            self.add_near("E405", place, "There is no function `{word}`.", self.functions)

    def wrong_count(self, node: Call, kinds: tuple[ArgumentKind, ...], needed: int) -> None:
        things = tuple(_THINGS[kind] for kind in kinds)
        message = (
            "`{function}` was given {given} words." if len(node.arguments) != 1 else "`{function}` was given one word."
        )
        fix = "It asks about these, in this order: {things}."
        if needed < len(kinds):
            fix = "It asks about these, in this order: {things}; the last may be left out."
        self.add("E406", node, message, fix, function=node.function, given=len(node.arguments), things=things)

    def argument(self, call: Call, kind: ArgumentKind, word: Word) -> None:
        known: Collection[str] | None
        if kind == "choice":
            before = call.arguments[0].value
            known = self.words.choices.get(before, ()) if before in self.words.ids["inject"] else None
        elif kind == "word":
            known = (
                self.words.draws.get(call.arguments[0].value) if call.function == "drawn" else self.words.ids["word"]
            )
        else:
            known = self.words.ids[kind]
        if known is not None and word.value not in known:
            thing = "value of this draw" if call.function == "drawn" and kind == "word" else _THINGS[kind]
            if call.function == "adopted":
                thing = "measure, motion or package"
            self.add_near("E407", word, "There is no {thing} `{word}`.", known, quoted=True, thing=thing)

    def too_early(self, node: Name | Call, word: str) -> None:
        self.add(
            "E412",
            node,
            "`{word}` is not settled before the game starts.",
            "Ask only what the seed draws: truth(), temperament(), drawn().",
            word=word,
        )

    def add(self, code: str, node: Node, message: Msgid, fix: Msgid, **values: Value) -> None:
        self.faults.append(Fault(code, node.start, node.end, Text(message, values), Text(fix, values)))

    def add_near(
        self,
        code: str,
        node: Word | Name,
        message: Msgid,
        known: Collection[str],
        *,
        quoted: bool = False,
        thing: str = "",
    ) -> None:
        word = node.value if isinstance(node, Word) else node.name
        near = nearest(word, known)
        if meant(word) != word and meant(word) in known:
            self.add("E134", node, LOOKALIKE, LOOKALIKE_FIX, **lookalike(word))
            return
        if near is not None:
            fix = "Did you mean '{near}'?" if quoted else "Did you mean `{near}`?"
        else:
            fix = "These are known: {known}." if known else "Define one first, or ask something else."
        self.add(code, node, message, fix, word=word, near=near or "", known=listed(known), thing=thing)


def _idle(tree: Node, words: Vocabulary) -> Iterator[Fault]:
    """Comparisons whose answer is always the same, going by the bounds of what they compare."""
    match tree:
        case Comparison():
            answer = verdict(tree, words.bounds, words.functions)
            if answer is not None:
                yield _idle_fault(tree, answer)
        case Binary(left=left, right=right):
            yield from _idle(left, words)
            yield from _idle(right, words)
        case Unary(inner=inner):
            yield from _idle(inner, words)
        case _:
            return


def _idle_fault(tree: Comparison, answer: Idle) -> Fault:
    message = Text("This comparison always holds.") if answer.holds else Text("This comparison can never hold.")
    low, high = answer.low, answer.high
    if low is not None and high is not None:
        why = "{name} lies between {low} and {high}: change the number, or leave the comparison out."
    elif low is not None:
        why = "{name} is at least {low}: change the number, or leave the comparison out."
    else:
        why = "{name} is at most {high}: change the number, or leave the comparison out."
    values = {"name": answer.name, "low": str(low), "high": str(high)}
    return Fault("W601", tree.start, tree.end, message, Text(why, values), "warning")

"""The one-line language: words and signs of a line, then a tree, or the first fault with its exact place.

Limits hold before anything else looks at the line: 2000 characters, 60 words and signs, 12 levels. Whether names and
ids exist, and whether the sides of a comparison fit, is asked afterwards (`check_condition`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from crisis_game.conditions.syntax_tree import Binary, Call, Comparison, Name, Node, Number, Truth, Unary, Word
from crisis_game.texts import Msgid, Severity, Text

LONGEST = 2000
MOST_TOKENS = 60
DEEPEST = 12
LARGEST = 999_999_999

COMPARISONS = {"<": "<", "<=": "<=", "=": "==", "==": "==", "!=": "!=", ">=": ">=", ">": ">"}
KEYWORDS = frozenset({"and", "or", "not", "true", "false"})

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+)|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<word>'[^']*'|\"[^\"]*\")"
    r"|(?P<sign><=|>=|==|!=|<(?!>)|=(?![<>])|[-+*/()>,]))"
)
_RUN = re.compile(r"[A-Za-z0-9_-]+")
_BLANK = re.compile(r"\s*")
_HABITS = {
    "&&": "and",
    "||": "or",
    "=>": ">=",
    "=<": "<=",
    "<>": "!=",
    "//": "/",
    "**": "*",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "&": "and",
    "|": "or",
    "!": "not",
    "−": "-",
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "×": "*",
    "÷": "/",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line, from character `start` up to `end`, and how to mend it."""

    code: str
    start: int
    end: int
    message: Text
    fix: Text
    severity: Severity = "error"


class ConditionError(ValueError):
    """A line that is no condition; carries its first fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message.msgid)
        self.fault = fault


class Token(NamedTuple):
    """One word or sign; its kind is `number`, `name`, `word`, `sign` or `end`."""

    kind: str
    text: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def parse(source: str) -> Node:
    """The tree of a condition or formula; each different line is parsed once.

    Raises:
        ConditionError: if the line is too long or does not follow the grammar.
    """
    parser = _Parser(source, _tokens(source))
    tree = parser.disjunction(0)
    parser.expect_end()
    return tree


def _tokens(source: str) -> list[Token]:
    if len(source) > LONGEST:
        raise _fault(
            "E403", LONGEST, LONGEST + 1, "This line has more than {limit} characters.", _SHORTEN, limit=LONGEST
        )
    tokens: list[Token] = []
    index = 0
    end = len(source.rstrip())
    while index < end:
        match = _TOKEN.match(source, index)
        if match is None:
            raise _stranger(source, index)
        kind = match.lastgroup or "sign"
        index = match.end()
        text = match[kind]
        tokens.append(Token(kind, text, index - len(text), index))
        if len(tokens) > MOST_TOKENS:
            raise _fault(
                "E403",
                tokens[-1].start,
                end,
                "This line has more than {limit} words and signs.",
                _SHORTEN,
                limit=MOST_TOKENS,
            )
    tokens.append(Token("end", "", end, end + 1))
    return tokens


_SHORTEN = "Say it shorter, or divide it: two reactions, or a variant each."


def _stranger(source: str, index: int) -> ConditionError:
    """The complaint about a character that no condition uses."""
    blank = _BLANK.match(source, index)
    start = blank.end() if blank else index
    for habit, right in _HABITS.items():
        if source.startswith(habit, start):
            return _fault(
                "E401",
                start,
                start + len(habit),
                "`{sign}` is not a sign of this language.",
                "Write `{right}`.",
                sign=habit,
                right=right,
            )
    if source[start] in "“”‘’„":
        return _fault(
            "E401",
            start,
            start + 1,
            "This is a curly quote, as word processors write it; conditions know straight ones.",
            "Write straight quotes on both sides: 'escort'.",
        )
    if source[start] in "'\"":
        return _fault(
            "E401",
            start,
            len(source),
            "A word in quotes begins here and does not end.",
            "Close it with the same straight quote: 'escort'.",
        )
    if not source[start].isprintable():
        return _fault(
            "E401", start, start + 1, "A sign stands here that cannot be seen.", "Delete it, or type the line anew."
        )
    return _fault(
        "E401",
        start,
        start + 1,
        "`{sign}` is not a sign of this language.",
        "Use whole numbers, names, words in quotes, + - * / ( ) < <= = != >= > and the words and, or, not.",
        sign=source[start],
    )


class _Parser:
    """Recursive descent over the tokens of one line; each method reads one level of precedence."""

    def __init__(self, source: str, tokens: list[Token]) -> None:
        self.source = source
        self.tokens = tokens
        self.at = 0

    def disjunction(self, depth: int) -> Node:
        if depth > DEEPEST:
            token = self.token
            raise _fault(
                "E403", token.start, token.end, "This lies more than {limit} levels deep.", _SHORTEN, limit=DEEPEST
            )
        left = self.conjunction(depth)
        while self.takes("name", "or"):
            right = self.conjunction(depth)
            left = Binary("or", left, right, left.start, right.end)
        return left

    def conjunction(self, depth: int) -> Node:
        left = self.negation(depth)
        while self.takes("name", "and"):
            right = self.negation(depth)
            left = Binary("and", left, right, left.start, right.end)
        return left

    def negation(self, depth: int) -> Node:
        token = self.token
        if not self.takes("name", "not"):
            return self.comparison(depth)
        if self.token.text == "not":
            raise self.unexpected("`not` stands twice here.", "Delete both, or use parentheses: not (not ...).")
        inner = self.negation(depth)
        return Unary("not", inner, token.start, inner.end)

    def comparison(self, depth: int) -> Node:
        left = self.sum(depth)
        sign = self.comparing_sign()
        if sign is None:
            return left
        right = self.sum(depth)
        again = self.token
        if self.comparing_sign():
            raise _fault(
                "E409",
                again.start,
                again.end,
                "Comparisons do not chain: this would be a second one.",
                "Write two, joined by `and`: 10 <= grip and grip < 25.",
            )
        return Comparison(sign, left, right, left.start, right.end)

    def comparing_sign(self) -> str | None:
        token = self.token
        if token.kind != "sign" or token.text not in COMPARISONS:
            return None
        self.at += 1
        return COMPARISONS[token.text]

    def sum(self, depth: int) -> Node:
        left = self.product(depth)
        while self.token.kind == "sign" and self.token.text in ("+", "-"):
            sign = self.take().text
            right = self.product(depth)
            left = Binary(sign, left, right, left.start, right.end)
        return left

    def product(self, depth: int) -> Node:
        left = self.signed(depth)
        while self.token.kind == "sign" and self.token.text in ("*", "/"):
            sign = self.take().text
            right = self.signed(depth)
            left = Binary(sign, left, right, left.start, right.end)
        return left

    def signed(self, depth: int) -> Node:
        token = self.token
        if not self.takes("sign", "-"):
            return self.atom(depth)
        inner = self.atom(depth)
        return Unary("-", inner, token.start, inner.end)

    def atom(self, depth: int) -> Node:
        token = self.token
        if token.kind == "number":
            return self.number()
        if token.kind == "word":
            self.at += 1
            return Word(token.text[1:-1], token.start, token.end)
        if token.kind == "name" and token.text not in ("and", "or", "not"):
            return self.name()
        if self.takes("sign", "("):
            return self.bracket(token, depth)
        raise self.unexpected("Here a value is missing.", "Write a number, a name, a word in quotes, or a function.")

    def bracket(self, opening: Token, depth: int) -> Node:
        inner = self.disjunction(depth + 1)
        if not self.takes("sign", ")"):
            raise self.unclosed(opening)
        return inner

    def number(self) -> Number:
        token = self.take()
        if len(token.text) > len(str(LARGEST)):
            raise _fault(
                "E411",
                token.start,
                token.end,
                "This number is larger than any here.",
                "Write at most {limit}.",
                limit=LARGEST,
            )
        return Number(int(token.text), token.start, token.end)

    def name(self) -> Node:
        token = self.take()
        if token.text in ("true", "false"):
            return Truth(token.text == "true", token.start, token.end)
        if self.takes("sign", "("):
            return self.call(token)
        return Name(token.text, token.start, token.end)

    def call(self, function: Token) -> Call:
        arguments: list[Word] = []
        opening = self.tokens[self.at - 1]
        while not self.takes("sign", ")"):
            if arguments and not self.takes("sign", ","):
                raise self.unclosed(opening)
            arguments.append(self.argument())
        return Call(function.text, tuple(arguments), function.start, self.tokens[self.at - 1].end)

    def argument(self) -> Word:
        token = self.token
        if token.kind == "word":
            self.at += 1
            return Word(token.text[1:-1], token.start, token.end)
        run = _RUN.match(self.source, token.start)
        if run and token.kind in ("name", "number"):
            raise _fault(
                "E413",
                run.start(),
                run.end(),
                "`{word}` stands here without quotes, but functions ask about words in quotes.",
                "Write '{word}'.",
                word=run[0],
            )
        raise self.unexpected("Here a word in quotes is missing.", "Write an id in quotes, as in adopted('escort').")

    def expect_end(self) -> None:
        if self.token.kind == "end":
            return
        if self.token.text.lower() in KEYWORDS:
            raise self.unexpected("`{found}` is written in small letters here.", "Write `{small}`.")
        if self.token.text == ")":
            raise self.unexpected("This parenthesis closes nothing.", "Delete it, or open one before.")
        raise self.unexpected(
            "The line could end before `{found}`; nothing joins the two parts.",
            "Put `and`, `or` or a sign between them; ids with hyphens need quotes.",
        )

    def unclosed(self, opening: Token) -> ConditionError:
        return _fault(
            "E402", opening.start, opening.end, "This parenthesis is not closed.", "Write `)` where it should end."
        )

    def unexpected(self, message: Msgid, fix: Msgid) -> ConditionError:
        token = self.token
        text = token.text or "the end"
        return _fault("E402", token.start, token.end, message, fix, found=text, small=text.lower())

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def takes(self, kind: Literal["name", "sign"], text: str) -> bool:
        """Whether the next token is this one; then it is behind us."""
        token = self.tokens[self.at]
        if token.text != text or token.kind != kind:
            return False
        self.at += 1
        return True


def _fault(code: str, start: int, end: int, message: Msgid, fix: Msgid, **values: str | int) -> ConditionError:
    return ConditionError(Fault(code, start, end, Text(message, values), Text(fix, values)))

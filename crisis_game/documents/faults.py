"""The faults that the first layer finds in a file, apart from its syntax: what is wrong, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.texts import Msgid, Problem, Severity, Span, Text, Value


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault, wherever it occurs.

    Attributes:
        code: stable id, such as `E106`.
        message: msgid of what is wrong and why, one sentence.
        fix: msgid of how to mend it, one sentence.
    """

    code: str
    message: Msgid
    fix: Msgid

    def at(self, file: str, span: Span, **values: Value) -> Problem:
        """The problem of this fault in one place of a file, with what the placeholders of both sentences hold."""
        return Problem(self.code, file, span, Text(self.message, values), Text(self.fix, values))


def problem(
    code: str, file: str, span: Span, message: Msgid, fix: Msgid, severity: Severity = "error", **values: Value
) -> Problem:
    """A problem whose message and fix are msgids that share their values.

    Args:
        code: stable id, such as `E203`.
        file: the path as the author gave it.
        span: where in the file.
        message: what is wrong and why, one sentence.
        fix: how to mend it, one sentence.
        severity: `error` or `warning`.
        **values: what the placeholders of both sentences hold.
    """
    return Problem(code, file, span, Text(message, values), Text(fix, values), severity)


TOO_LARGE = Fault(
    "E101", "This file has more than {limit} bytes, the most that is read.", "Divide what it says into several files."
)
OTHER_ENCODING = Fault(
    "E102",
    "Here stands a byte that is no UTF-8, so the file was saved in another encoding or is not a text at all.",
    "Save the file again and choose the encoding UTF-8.",
)
CONTROL_CHARACTER = Fault(
    "E103",
    "Here stands a control character ({letter}), which no text needs and a terminal might obey.",
    "Delete it.",
)
EMPTY = Fault("E104", "This file says nothing.", "Write something into it, or name another file.")
SEVERAL_DOCUMENTS = Fault(
    "E105", "A second document begins here, but a file holds one.", "Delete the line `---`, or make two files."
)
DUPLICATE_KEY = Fault(
    "E106",
    "The key `{key}` stands twice in one place: first in line {line}, and again here.",
    "Move the lines that belong to it under the first and delete this line, or keep one of the two.",
)
KEY_IS_NO_WORD = Fault(
    "E107",
    "The key `{key}` is no word: YAML reads it as a number, as true or false, or as nothing.",
    'Write it in quotes: "{key}".',
)
KEY_IS_NO_TEXT = Fault(
    "E108",
    "A key must be one word, but here a list or a mapping is used as a key.",
    "Write a word before the colon; one that begins with a bracket or a brace needs quotes.",
)
ALIAS = Fault(
    "E109",
    "Anchors (&) and aliases (*) are not read, because a reader could not see what stands here.",
    "Write the words out; a text that begins with & or * needs quotes.",
)
MERGE_KEY = Fault(
    "E110", "The merge key << is not read, because a reader could not see what stands here.", "Write the keys out."
)
TAG = Fault(
    "E111",
    "Tags (!) are not read: a value is what it looks like.",
    "Delete the tag; a text that begins with ! needs quotes.",
)
TOO_DEEP = Fault("E112", "Lists and mappings lie more than {limit} deep in one another here.", "Make the file flatter.")
TOO_MANY = Fault(
    "E113",
    "This file has more than {limit} keys and values; reading ends here.",
    "Divide what it says into several files.",
)
TOO_LONG = Fault(
    "E114",
    "This text has {length} characters; at most {limit} are read.",
    "Shorten it, or divide it into several texts.",
)
NUMBER_TOO_LARGE = Fault(
    "E115",
    "This number is larger than any that is read.",
    "Write a smaller number, or put it in quotes if it is meant as a text.",
)
LOOKALIKE = Fault(
    "E134",
    "Here stands a sign that is not what it looks like: {sign}.",
    "Type it anew; it often comes along when text is copied from a web page or a word processor.",
)
DIRECTIVE = Fault(
    "E116",
    "Lines that begin with % are instructions to other programs and are not read.",
    "Delete the line, or put the text in quotes.",
)

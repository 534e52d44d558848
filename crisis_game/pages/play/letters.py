"""The inbox: what a letter is called, who sent it to whom, what it says and asks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TypeAlias

from crisis_game.engine.seeing.questions import QuestionSeen
from crisis_game.engine.view import LetterLine
from crisis_game.pages.grades import graded
from crisis_game.pages.parts import Line, Page, Part, Run, Space, line, quiet, run, verbatim
from crisis_game.pages.play.counsel import counsel_parts, counsel_title
from crisis_game.pages.play.questions import question_aloud, question_parts
from crisis_game.texts import Prose, Text, Wording

CHANNELS: Mapping[str, str] = {
    "news": "≡",
    "cable": "✉",
    "intelligence": "◉",
    "statement": "❝",
    "letter": "✎",
    "hint": "?",
    "message": "»",
    "act": "▸",
    "counsel": "§",
    "improvised": "≡",
}
"""A sign for each channel; its word stands beside it."""


def letters_page(letters: Iterable[LetterLine]) -> Page:
    """Some letters, one after the other."""
    return Page("inbox", Text("Inbox"), tuple(part for letter in letters for part in _named(letter)))


Said: TypeAlias = tuple[Prose | str, object]
"""A statement by its sender and its words."""


def letters_aloud(letters: Iterable[LetterLine], before: Collection[Said] = ()) -> Page:
    """The same for who listens and hears them as they come: by what channel, from whom, to whom if not to all.

    What several say in the same words is read once, under all their names; what was read before is named alone.
    """
    alike: dict[tuple[object, ...], list[LetterLine]] = {}
    for letter in letters:
        said = (letter.channel, letter.to, letter.words)
        alike.setdefault(said if letter.channel == "statement" else (letter.id,), []).append(letter)
    parts: list[Part] = []
    for together in alike.values():
        parts += [Space(), *((line(name),) if (name := letter_name(together[0])) else ())]
        senders = tuple(sender for letter in together if (sender := letter_sender(letter)))
        to = together[0].to
        whom = (Text("to {seats:state}", {"seats": to}),) if to is not None else ()
        parts.append(_head(together[0], (*senders, *whom)))
        if all((letter.sender, letter.words) in before for letter in together):
            parts.append(quiet("It says again what it said before."))
        else:
            parts += _body(together[0], question_aloud)
    return Page("inbox", Text("Inbox"), tuple(parts))


def letter_name(letter: LetterLine) -> Text | Prose | None:
    """What it is called; None where nobody gave it a name."""
    if letter.counsel is not None:
        return counsel_title(letter.counsel)
    if letter.title or letter.channel != "hint":
        return letter.title
    return Text("What the other side may do") if letter.of_other_side else Text("What may come next")


def letter_title(letter: LetterLine) -> Line:
    """What it is called; without a name, who sent it and how it begins."""
    name = letter_name(letter)
    if name:
        return line(name)
    sender = letter_sender(letter)
    return line(Run(sender), run(": "), Run(_beginning(letter.words))) if sender else line(_beginning(letter.words))


def letter_heading(letter: LetterLine) -> Text | Prose:
    """What stands over it: its name, else who sent it, else by what channel it came."""
    return letter_name(letter) or letter_sender(letter) or Text("{channel:channel}", {"channel": letter.channel})


def letter_beginning(letter: LetterLine) -> Text | Prose | None:
    """How it begins, where nobody gave it a name."""
    return None if letter_name(letter) else _beginning(letter.words)


def letter_parts(letter: LetterLine) -> Iterator[Part]:
    """How it came, from whom and when; how sure it is; its words; what it asks to be decided, with the answers."""
    sender = letter_sender(letter)
    to = Text("to all") if letter.to is None else Text("to {seats:state}", {"seats": letter.to})
    when = Text("round {n}", {"n": letter.round}) if letter.round else Text("before the start")
    yield _head(letter, (sender, to, when) if sender else (to, when))
    yield from _body(letter)


def _head(letter: LetterLine, more: Iterable[Text | Prose]) -> Line:
    """By what channel it came, and what more there is to say of its way."""
    runs = [Run(Text("{channel:channel}", {"channel": letter.channel}), "quiet", CHANNELS.get(letter.channel, "·"))]
    for words in more:
        runs += [run(" · ", "quiet"), Run(words, "quiet")]
    return line(*runs)


def _body(letter: LetterLine, asked_parts: Callable[[QuestionSeen], Iterator[Part]] = question_parts) -> Iterator[Part]:
    if letter.grade:
        yield line(run("Grade: ", "fact"), graded(letter.grade, "fact"))
    yield Space()
    if letter.counsel is not None:
        yield from counsel_parts(letter.counsel)
        return
    yield line(Run(verbatim(letter.words) if isinstance(letter.words, str) else letter.words, "law"))
    if letter.asks:
        yield Space()
        asked = run("Asked of you: ", "asked") if letter.question is not None else run("It asks: ", "asked")
        yield line(asked, Run(letter.asks, "asked"))
        if letter.question is not None:
            yield from asked_parts(letter.question)


def letter_words(letter: LetterLine, wording: Wording) -> str:
    """All words of a letter, to search in."""
    runs = [*letter_title(letter).runs]
    for part in letter_parts(letter):
        runs += part.runs if isinstance(part, Line) else ()
    return " ".join(wording.say(piece.words) for piece in runs if isinstance(piece, Run))


def _named(letter: LetterLine) -> Iterator[Part]:
    yield Space()
    if name := letter_name(letter):
        yield line(name)
    yield from letter_parts(letter)


def letter_sender(letter: LetterLine) -> Text | Prose | None:
    """Who sent it; None where nobody is named."""
    if isinstance(letter.sender, Prose):
        return letter.sender
    return Text("{sender:seat}", {"sender": letter.sender}) if letter.sender else None


def _beginning(words: Prose | Text | str) -> Text | Prose:
    """The first paragraph in one line; a sentence of ours is one."""
    if isinstance(words, Text):
        return words
    if isinstance(words, str):
        return verbatim(_first(words))
    return Prose(tuple((code, _first(text)) for code, text in words.by_language))


def _first(words: str) -> str:
    return " ".join(words.strip().partition("\n\n")[0].split())

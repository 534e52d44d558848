"""What a seat may see, read out in lines, section by section."""

from __future__ import annotations

from crisis_game.engine.view import LetterLine, View
from crisis_game.pages.play.one_text import OPEN, by_weight, nothing_there, told_briefly, whole
from crisis_game.pages.play.situation import situation_pages
from crisis_game.plain.console import Console
from crisis_game.plain.reading import say_page, say_parts
from crisis_game.texts import Prose, Text, Value

Values = dict[str, Value]


def heading(console: Console, view: View) -> None:
    """Where we stand: round, beat, the one question, what one has."""
    table, account = view.table, view.account
    values: Values = {"round": table.round, "rounds": table.rounds, "beat": table.beat, "seat": table.seat}
    console.heading(Text("Round {round} of {rounds}, {beat:beat}. You are {seat:state}.", values))
    console.line(table.question)
    if account:
        console.line(
            Text(
                "Attention {attention}, treasury {treasury}, home support {home}, credit {credit} of 5.",
                {
                    "attention": account.attention,
                    "treasury": account.treasury,
                    "home": account.home,
                    "credit": account.credit,
                },
            )
        )


def letters(console: Console, found: list[LetterLine]) -> None:
    """Letters with their words."""
    for one in found:
        console.line()
        console.line(_letter_head(console, one))
        console.line(one.words, indent=2)
        if one.asks:
            console.line(Text("Asked of you: {asks}", {"asks": console.wording.say(one.asks)}), indent=2)


def letter_words(console: Console, one: LetterLine) -> str:
    """All words of a letter, to search in."""
    say = console.wording.say
    words = one.words if isinstance(one.words, str) else say(one.words)
    return f"{say(_letter_head(console, one))}\n{words}"


def _letter_head(console: Console, one: LetterLine) -> Text:
    sender = console.wording.say(one.sender) if isinstance(one.sender, Prose) else one.sender
    title = Text(console.wording.say(one.title)) if one.title else Text("What the other side may do")
    values: Values = {"channel": one.channel, "when": _when(one.round), "sender": sender, "title": title}
    words = "[{channel:channel}, {when}]"
    if one.channel != "hint":
        words += " {sender:seat}." if sender else ""
    if one.title or one.channel == "hint":
        words += " {title}"
    head = Text(words, values)
    return Text("{head} ({grade:grade})", {"head": head, "grade": one.grade}) if one.grade else head


def _when(round_: int) -> Text:
    return Text("round {round}", {"round": round_}) if round_ else Text("before the start")


def situation(console: Console, view: View, page: str) -> None:
    """One page of the situation: `incidents`, `gauges`, `in-force`, `members`."""
    say_page(console, next(one for one in situation_pages(view) if one.id == page))


def texts(console: Console, view: View) -> None:
    """The texts on the table on their whole sheets, the others in one line each."""
    console.heading(Text("Texts"))
    found = by_weight(view)
    for one in found:
        console.line()
        if one.status in OPEN:
            console.line(Text("{text:text}:", {"text": one.id}))
        say_parts(console, tuple(whole(view.seen, one)) if one.status in OPEN else (told_briefly(view.seen, one),))
    if not found:
        console.line(nothing_there())

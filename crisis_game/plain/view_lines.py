"""What a seat may see, read out in lines, section by section."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from crisis_game.engine.view import LetterLine, OwnAccount, View
from crisis_game.pages.play.letters import Said, letters_aloud, letters_page
from crisis_game.pages.play.situation import situation_pages
from crisis_game.pages.play.table import texts_in_short
from crisis_game.pages.play.text_page import NO_TEXT, OPEN, by_weight, told_briefly, whole
from crisis_game.plain.console import Console
from crisis_game.plain.page_lines import say_page, say_parts
from crisis_game.texts import Text, Value


def heading(console: Console, view: View, had: OwnAccount | None = None, *, several: bool = False) -> None:
    """Where we stand: round, beat, and what one has, where one had something else when it was told last.

    Where several sit at the keyboard it says whose turn it is.
    """
    table, account = view.table, view.account
    here: dict[str, Value] = {"round": table.round, "rounds": table.rounds, "beat": table.beat, "seat": table.seat}
    place = Text("Round {round} of {rounds}, {beat:beat}", here)
    console.heading(Text("Round {round} of {rounds}, {beat:beat}. You are {seat:state}.", here) if several else place)
    if account and account != had:
        has: dict[str, Value] = {"attention": account.attention, "treasury": account.treasury, "home": account.home}
        console.line(
            Text(
                "Attention {attention}, treasury {treasury}, home support {home}, credit {credit} of 5.",
                {**has, "credit": account.credit},
            )
        )


def letters(console: Console, mail: Sequence[LetterLine]) -> None:
    """Letters with their words, and when and to whom they came."""
    say_parts(console, letters_page(mail).parts)


def new_letters(console: Console, mail: Sequence[LetterLine], said: Collection[Said]) -> None:
    """Letters as they come; of statements that were read out before, `said`, that they are made again."""
    say_parts(console, letters_aloud(mail, said).parts)


def situation(console: Console, view: View, page: str) -> None:
    """One page of the situation: `incidents`, `gauges`, `in-force`, `members`."""
    say_page(console, next(shown for shown in situation_pages(view) if shown.id == page))


def texts(console: Console, view: View) -> None:
    """The texts on the table on their whole sheets, the others in one line each."""
    console.heading(Text("Texts"))
    listed = by_weight(view)
    for text in listed:
        console.line()
        if text.status in OPEN:
            console.line(Text("{text:text}:", {"text": text.id}))
        say_parts(console, tuple(whole(view.seen, text)) if text.status in OPEN else (told_briefly(view.seen, text),))
    if not listed:
        console.line(NO_TEXT)


def table(console: Console, view: View) -> None:
    """TABLE as it stands, each text in short: what can be done is asked next, and how they read can be looked up."""
    say_page(console, texts_in_short(view))

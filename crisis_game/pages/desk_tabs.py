"""What of a council waits at the facilitator's desk, page by page, and the one thing to say of it now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from crisis_game.engine.acts.hands import hands, put_to_hands
from crisis_game.engine.seen import Seen
from crisis_game.exercise.council import Council
from crisis_game.pages.parts import Line, Run, line, run
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.texts import Text, counted

TabPage = Literal["sheet", "moves", "hands", "improvise", "overrule"]
SavePage = Literal["ratings", "rulings"]
"""What the facilitator can still say of a council that has played, in its save."""


@dataclass(frozen=True, slots=True)
class DeskTab:
    """A page of the desk of one council.

    Attributes:
        waits: how many things on it wait for the facilitator.
    """

    page: TabPage
    name: Text
    waits: int = 0

    @property
    def words(self) -> Text:
        """Its name, with how many wait where any do."""
        return Text("{name}·{n}", {"name": self.name, "n": self.waits}) if self.waits else self.name


BETWEEN_LESSONS = Text(
    "▸ The first lesson ends here. Stop the host; next time start it with this lesson's folder and let the clock run."
)
IMPROVISE = Text("News of your own")


def desk_tabs(council: Council) -> tuple[DeskTab, ...]:
    """The pages in their order: none before it begins; without what belongs to play where that is over."""
    if council.session is None:
        return ()
    seen = council.session.seen(FACILITATOR)
    held = seen.held_injects.intersection(seen.waiting_injects)
    sheet = DeskTab("sheet", Text("Running sheet"), len(held) + len(council.to_leave_out))
    rulings = DeskTab("overrule", Text("Rulings"))
    if council.session.finished:
        return (sheet, rulings)
    return (
        sheet,
        DeskTab("moves", Text("Free moves"), len(seen.moves_waiting)),
        DeskTab("hands", Text("Raised hands"), _hands_owed(seen)),
        DeskTab("improvise", Text("News")),
        rulings,
    )


def _hands_owed(seen: Seen) -> int:
    """Texts put to the vote on which a member held by people has not voted."""
    if seen.beat != "orders":
        return 0
    return sum(any(seat not in seen.votes(text) for seat in hands(seen, text)) for text in put_to_hands(seen))


def tabs_line(tabs: tuple[DeskTab, ...]) -> Line:
    """All of them in one line; those on which something waits stand out."""
    return line(*_tabs(tabs))


def _tabs(tabs: tuple[DeskTab, ...]) -> Iterator[Run]:
    for place, tab in enumerate(tabs):
        if place:
            yield run("  ")
        yield Run(tab.words, "strong" if tab.waits else "quiet")


def news_line(council: Council) -> Line | None:
    """The one step that is suggested, else what happened last that all know of; None where there is neither."""
    session = council.playing
    if session is None:
        return None
    seen = session.seen(FACILITATOR)
    if council.rests:
        return line(Run(BETWEEN_LESSONS, "warning"))
    if seen.moves_waiting:
        seats = tuple(dict.fromkeys(move.seat for move in seen.moves_waiting))
        return line(run("▸ Rule on a move of {seats:state}.", "warning", seats=seats))
    if not session.waiting():
        return line(run("▸ Close {beat:beat}: nobody is waited for.", "warning", beat=seen.beat))
    if to_leave_out := council.to_leave_out:
        return line(Run(_can_go(len(to_leave_out)), "warning"))
    last = last_told(council, 1)
    return line(run("last: {words}", "quiet", words=last[0])) if last else None


def _can_go(n: int) -> Text:
    return counted("▸ {n} inject can be left out: it is behind.", "▸ {n} injects can be left out: it is behind.", n)


def last_told(council: Council, most: int) -> tuple[Text, ...]:
    """What happened last that everybody knows of, the newest first; a letter that repeats an act is not told again."""
    if council.session is None:
        return ()
    sentences: list[Text] = []
    for heard in council.session.own_log(FACILITATOR)[-4 * LAST_TOLD :]:
        for event in heard.events:
            if event.to is None and (sentence := event.tell()) is not None and sentence not in sentences[-1:]:
                sentences.append(sentence)
    return tuple(reversed(sentences[-most:]))


LAST_TOLD = 6
"""Sentences of what happened last."""

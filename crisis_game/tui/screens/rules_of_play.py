"""How the game is played, in two minutes: the same words before a game and above its numbers."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from crisis_game.tui.screens.base import Page

PLAY: tuple[tuple[str, str], ...] = (
    (
        "What this is",
        "You are the government of one state among several that have promised to stand together. Something happens. "
        "You talk, decide by vote and act: together, alone, or not at all. The other side answers. Then the game "
        "says of every act whether it was lawful, and why, and what would have changed the answer. Nobody wins: "
        "there is one ending for all, and for you three readings.",
    ),
    (
        "Situation: what has changed, and what do you believe?",
        "Read what came in. Say of each claim how sure you are: rumoured, suspected, probable, established. Nobody "
        "else sees it. A hint tells what the other side may have ordered; it can be wrong.",
    ),
    (
        "Table: which text could you live with, and what must change?",
        "The chair's text always lies there. Others start from packages and switch clauses on or off; each clause "
        "gives one thing and costs another. Ask others for their position: each tells you what would win its vote. "
        "Offer, promise, share what you know or keep it. Give your opinion on the law, then ask counsel one "
        "question.",
    ),
    (
        "Orders: vote, give, and say why.",
        "Votes are sealed and opened together; what is needed stands beside each text. Who votes yes owes what it "
        "pledged, and may still give half, or nothing: the others remember. You may also act alone.",
    ),
    (
        "Answer: what did they intend, what did they do, and why?",
        "The other side's sealed order is opened beside what it did. Every number shows the terms by which it moved.",
    ),
    (
        "What things cost",
        "Words and duties are free; initiatives cost attention; means cost money. Attention comes back every round. "
        "Credit is how good your word is: it grows with pledges that are met.",
    ),
    (
        "A vote is not a legal basis",
        "What is adopted can still be unlawful. Nobody can consent for a host, and nobody can be made to send "
        "soldiers. Who uses force in self-defence reports it to the Security Council in the same round.",
    ),
    (
        "Keys",
        "Arrow keys and Enter choose, Escape leads back, ? helps on every screen, Ctrl+P finds every act by its "
        "name. In a game the numbers open the main screens, a lists all acts, h opens the law library, r says that you "
        "are ready.",
    ),
)
"""Headings with a paragraph each."""


class RulesOfPlayScreen(Page[None]):
    """How to play, before any scenario is chosen."""

    CSS_PATH = "rules.tcss"
    HEADING = "How to play"
    ABOUT = "Scroll with the arrow keys. Escape leads back."

    def compose_body(self) -> ComposeResult:
        """One page that scrolls."""
        with VerticalScroll(id="play-page", classes="panel") as page:
            page.border_title = self.say("How to play")
            yield Static(how_to_play(self.say), classes="words")

    def on_mount(self) -> None:
        """Scroll at once."""
        self.query_one("#play-page").focus()


def how_to_play(say: Callable[[str], str]) -> Content:
    """The paragraphs with their headings."""
    rows: list[Content] = []
    for heading, paragraph in PLAY:
        rows += [Content(""), Content.styled(say(heading), "bold $primary"), Content(say(paragraph))]
    return Content("\n").join(rows)

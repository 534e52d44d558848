"""How the game is played, in two minutes: the same words on screens and in lines."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from crisis_game.pages.parts import Heading, Page, line
from crisis_game.texts import Msgid, Text

PLAY: tuple[tuple[Msgid, Msgid], ...] = (
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
)
"""Headings with a paragraph each."""


UNOPPOSED: Mapping[Msgid, tuple[Msgid, Msgid]] = {
    "What this is": (
        "What this is",
        "You are the government of one state among several that have promised to stand together. Something happens. "
        "You talk, decide by vote and act: together, alone, or not at all. The world moves on. Then the game "
        "says of every act whether it was lawful, and why, and what would have changed the answer. Nobody wins: "
        "there is one ending for all, and for you three readings.",
    ),
    "Situation: what has changed, and what do you believe?": (
        "Situation: what has changed, and what do you believe?",
        "Read what came in. Say of each claim how sure you are: rumoured, suspected, probable, established. Nobody "
        "else sees it. A hint tells what may come next; it can be wrong.",
    ),
    "Answer: what did they intend, what did they do, and why?": (
        "Answer: what came of it, and why?",
        "What happened is told. Every number shows the terms by which it moved.",
    ),
}
"""What stands in place of these where a scenario has no other side."""

UNOPPOSED_PLAY: tuple[tuple[Msgid, Msgid], ...] = tuple(
    UNOPPOSED.get(heading, (heading, paragraph)) for heading, paragraph in PLAY
)


def play_page(*, opposed: bool = True) -> Page:
    """How it is played, where there is another side or none."""
    usual = [(Heading(Text(heading)), line(Text(paragraph))) for heading, paragraph in PLAY]
    unopposed = [(Heading(Text(heading)), line(Text(paragraph))) for heading, paragraph in UNOPPOSED_PLAY]
    return Page("play", Text("How to play"), tuple(chain.from_iterable(usual if opposed else unopposed)))

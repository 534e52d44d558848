"""Votes that were opened: who voted how and why, and what it came to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.engine.seen import Seen
from crisis_game.engine.view import TextLine
from crisis_game.pages.citations import reason
from crisis_game.pages.parts import Line, Run, Tone, item, run
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

VOTES: Mapping[str, tuple[str, Tone]] = {
    "yes": ("✓", "good"),
    "no": ("✗", "bad"),
    "abstain": ("–", "warning"),
    "opt-out": ("○", "fact"),
    "absent": ("×", "quiet"),
}
"""A sign and a tone for each vote; its word stands beside it."""

_WIDTH = 9
"""Letters of a sign and the longest vote."""


def vote_lines(seen: Seen, text: TextLine) -> Iterator[Line]:
    """Each member's vote with its reason, in the order of their ids; none before they are opened."""
    reasons = {seat: (cites, words) for seat, cites, words in text.explanations}
    return (vote_line(seen, seat, vote, reasons.get(seat, ("", ""))) for seat, vote in text.votes)


def vote_line(seen: Seen, seat: SeatId, vote: str, explanation: tuple[str, str]) -> Line:
    """One member's vote, and why: what it named, and its own words."""
    sign, tone = VOTES[vote]
    why = reason(seen, seat, explanation)
    because = (run("  {why}", "aside", why=why),) if why else ()
    return item(
        run("{seat:state}: ", seat=seat),
        Run(Text("{vote:vote}", {"vote": vote}), tone, sign, _WIDTH),
        *because,
        mark=" ",
    )


def result_run(text: TextLine) -> Iterator[Run]:
    """What the vote on a text came to, and why; nothing before it is counted."""
    if text.result is None:
        return
    if text.status == "lapsed":
        lapsed = Text("{n} in favour; it lapses, since a text before it was adopted.", {"n": text.in_favour})
        yield Run(lapsed, "contested", "–")
    else:
        yield Run(text.result, "lawful" if text.adopted else "unlawful", "✓" if text.adopted else "✗")

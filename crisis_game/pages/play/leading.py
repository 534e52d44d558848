"""The text that stands best, as everybody may know it: who stands where, what it still takes, and who decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crisis_game.engine import decision_rules
from crisis_game.engine.draft_words import summary
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import TextLine
from crisis_game.pages.parts import NOTHING, Fold, Line, Run, item, line, run
from crisis_game.pages.play.text_page import STANCES, needed, says, stances, standing_on
from crisis_game.scenario.ids import SeatId, Vote
from crisis_game.texts import Text, Value

VOTE_OF: Mapping[str, Vote] = {"support": "yes", "oppose": "no"}
"""How a stance would vote; who could live with a text, or says nothing, has not decided."""

BLOCK = "███"
BLOCKS: Mapping[str, str] = {"support": BLOCK, "could-live-with": "▒▒▒"}
"""A member's block in the bar; one of who opposes or says nothing is pale."""


def leading(texts: Sequence[TextLine]) -> TextLine | None:
    """The open text with most support, then with most who could live with it, then the oldest; None without any."""
    return min(texts, key=_behind, default=None)


def _behind(text: TextLine) -> tuple[bool, int, int]:
    held = standing_on(text)
    return text.left_out is not None, -len(held["support"]), -len(held["could-live-with"])


def leading_text(seen: Seen, text: TextLine) -> Fold:
    """It with what it says, who stands where by name, a block for each member, and who decides."""
    title = line(
        run("{text:text}", "headline", text=text.id),
        run("  {status:status}", "strong", status=text.status),
    )
    return Fold(title, tuple(_whole(seen, text)), opened=True)


def in_one_line(text: TextLine) -> Line:
    """Another text: how many stand where, and what it takes."""
    held = standing_on(text)
    values: dict[str, Value] = {stance.replace("-", "_"): len(seats) for stance, seats in held.items()}
    counts = run("  {support} for, {could_live_with} could live with it, {oppose} against", "plain", **values)
    return line(run("{text:text}", "strong", text=text.id), counts, aside=Run(needed(text), "quiet"))


def deciding(seen: Seen, text: TextLine) -> Text:
    """Whose single vote would give a text what it needs if all vote, the nearest to it first.

    Whoever has said nothing counts against it: silence at the table is no vote.
    """
    held = standing_on(text)
    told = {seat: VOTE_OF[stance] for stance in VOTE_OF for seat in held[stance]}
    cast: dict[SeatId, Vote] = {**dict.fromkeys(seen.voters, "no"), **told}
    if _adopted(seen, text, cast):
        return Text("As members stand now it is adopted.")
    for seats in (held["could-live-with"], _silent(seen, text), held["oppose"]):
        turning = tuple(seat for seat in seats if _adopted(seen, text, {**cast, seat: "yes"}))
        if len(turning) == 1:
            return Text("{seats:state} decides.", {"seats": turning})
        if turning:
            return Text("Any one of {seats:state} decides.", {"seats": turning})
    return Text("One vote alone does not decide it yet.")


def _adopted(seen: Seen, text: TextLine, cast: Mapping[SeatId, Vote]) -> bool:
    return decision_rules.count(seen, text.matter, text.draft, cast).adopted


def _silent(seen: Seen, text: TextLine) -> tuple[SeatId, ...]:
    """Members who have said nothing of it, or that they say nothing."""
    held = standing_on(text)
    spoken = {seat for stance in ("support", "could-live-with", "oppose") for seat in held[stance]}
    return tuple(seat for seat in seen.voters if seat not in spoken)


def _whole(seen: Seen, text: TextLine) -> Iterator[Line]:
    if text.draft.lines or text.draft.motion is not None:
        yield from (item(words) for _, words in says(text.draft, seen))
    else:
        yield item(summary(text.draft, seen))
    yield from stances(text)
    unheard = tuple(seat for seat in _silent(seen, text) if seat not in standing_on(text)["silent"])
    if unheard:
        yield item(run("nothing said yet: {seats:state}", "quiet", seats=unheard), mark=STANCES["silent"][0])
    yield item(*_bar(seen, text), mark=" ")
    yield item(Run(needed(text), "quiet"), run("  "), Run(deciding(seen, text), "strong"), mark=" ")


def _bar(seen: Seen, text: TextLine) -> Iterator[Run]:
    """A block for each member, those in favour first, with a mark where enough are."""
    held = standing_on(text)
    drawn = [stance for stance in BLOCKS for _ in held[stance]]
    drawn += ["silent"] * (len(seen.voters) - len(drawn))
    for place, stance in enumerate(drawn, 1):
        tone = STANCES[stance][1] if stance in BLOCKS else "quiet"
        mark = "┃" if place == text.votes_needed else " "
        yield Run(NOTHING.words, tone, BLOCKS.get(stance, "░░░") + mark)

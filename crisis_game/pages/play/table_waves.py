"""The waves of TABLE in lines: who moved, from which stand to which, why, and what it wants; then who did not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.bargain_words import told_change
from crisis_game.engine.event import Event
from crisis_game.engine.events.amendments import AmendmentProposed, AmendmentPut
from crisis_game.engine.events.talk import GiftPromised, PositionTaken, QuestionAsked
from crisis_game.engine.events.texts import Cosponsored, PledgeMade, TextRevised, TextTabled, TextWithdrawn
from crisis_game.engine.events.turns import PhaseEntered, WaveBegan
from crisis_game.engine.seeing.table import WaveSeen
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change, TextId
from crisis_game.engine.state import MoveSeen
from crisis_game.exercise.sitting import Heard
from crisis_game.pages.parts import Heading, Line, Part, Run, item, line, run, verbatim
from crisis_game.pages.play.text_page import STANCES
from crisis_game.scenario.ids import SeatId, Stance
from crisis_game.texts import Msgid, Text, Value, counted

MOST_MOVES = 4
"""Moves of one wave that are told on TABLE; all of them stand on the page of waves."""

DEEDS: Mapping[str, Msgid] = {
    "table-text": "tables {text:text}",
    "cosponsor": "joins {text:text}",
    "pledge": "pledges {about:measure} under {text:text}",
    "revise-text": "changes {text:text}",
    "propose-amendment": "asks for a change of {text:text}",
    "ask-position": "asks {about:state} about {text:text}",
    "make-offer": "makes an offer",
    "withdraw-text": "withdraws {text:text}",
    "merge-texts": "gives up {text:text} for another",
    "put-amendment": "puts a change of {text:text} to the vote",
    "give-reason": "says why",
    "make-promise": "makes a promise",
    "warn": "warns of {about:measure}",
    "notify": "gives notice of {about:measure}",
    "demand": "demands something of {about:state}",
    "declare-red-line": "declares its red line",
    "declare-attacked": "declares that it was attacked",
    "request-consultation": "asks for consultation",
    "request-help": "asks for help",
    "answer-help": "answers {about:state}, which asked for help",
    "ask-mediation": "asks for a mediator",
    "ask-hearing": "asks that {about:state} be heard",
    "ask-inquiry": "asks for an inquiry",
    "refer-to-council": "goes to the Security Council",
    "share-evidence": "shows what it holds",
}
"""What a seat did, by the kind of its act; of others their name."""

BRINGS_A_TEXT = "table-text"
"""The act that is told before stands on other texts: no text comes from nowhere."""

CHANGES_ITS_OWN = "revise-text"
"""The act whose wishes are what was done."""

STANDS: Mapping[Stance, Msgid] = {
    "support": "supports it",
    "could-live-with": "could live with it",
    "oppose": "opposes it",
    "silent": "is silent",
}
"""Where a seat stands, of the text that is marked."""

STANDS_ON: Mapping[Stance, Msgid] = {
    "support": "supports {text:text}",
    "could-live-with": "could live with {text:text}",
    "oppose": "opposes {text:text}",
    "silent": "is silent on {text:text}",
}
"""The same of a text that is named."""

SAY_THE_STAND = ("cosponsor",)
"""Acts that say by themselves where a seat stands."""

MOVES = (
    AmendmentProposed,
    AmendmentPut,
    Cosponsored,
    GiftPromised,
    PledgeMade,
    PositionTaken,
    QuestionAsked,
    TextRevised,
    TextTabled,
    TextWithdrawn,
    WaveBegan,
)
"""Events that stand in a wave, and need not be told beside it."""

Moved: TypeAlias = tuple[MoveSeen, ...]


@dataclass(frozen=True, slots=True)
class WaveLine:
    """What one seat did in a wave, or in few words who did nothing.

    Attributes:
        seat: who; None for a line about several.
        did: what, why, and what it wants.
    """

    seat: SeatId | None
    did: Line

    @property
    def part(self) -> Part:
        """It as a line of a page."""
        if self.seat is None:
            return self.did
        who = Run(Text("{seat:state}: ", {"seat": self.seat}), "strong")
        return item(who, *self.did.runs)


def wave_heading(wave: WaveSeen) -> Heading:
    """Which wave."""
    return Heading(Text("Wave {n}", {"n": wave.number}), note=Text("who moved, what it wants"))


def last_wave(seen: Seen, marked: TextId | None) -> tuple[WaveLine, ...]:
    """The last wave in at most five lines, those about the text that is marked without its name; empty before it."""
    return wave_lines(seen, seen.waves[-1], marked) if seen.waves else ()


def waves_begun(seen: Seen, events: Iterable[Event]) -> tuple[Part, ...]:
    """The waves that began in these events, as they are read out; all that was said stands on the page of waves."""
    numbers = [event.number for event in events if isinstance(event, WaveBegan)]
    parts: list[Part] = []
    for wave in seen.waves:
        if wave.number in numbers:
            parts += [Heading(Text("Wave {n}", {"n": wave.number})), *_aloud(wave)]
    return tuple(parts)


def _aloud(wave: WaveSeen) -> Iterator[Part]:
    """A wave for who listens: those who only support a text together, the others with why and what they want."""
    chief = _chief_moves(wave)[:MOST_MOVES]
    supporting: dict[TextId, list[SeatId]] = {}
    for move in chief:
        if _only_supports(move):
            supporting.setdefault(move.text or "", []).append(move.seat)
    for text, seats in supporting.items():
        yield item(run("For {text:text}: {seats:state}", seats=tuple(seats), text=text))
    yield from (_line(move, None).part for move in chief if not _only_supports(move))
    if not chief:
        yield line(run("Nobody moved.", "quiet"))


def _only_supports(move: MoveSeen) -> bool:
    """Whether a seat told its support of a text and nothing that it wants: why, it says again with its vote."""
    return move.did == "take-position" and move.after == "support" and not move.wants and not move.price


def beside_waves(heard: Iterable[Heard]) -> tuple[list[Event], list[Event]]:
    """What was heard before the first wave began, and after that; moves are told with their wave, and left out."""
    before: list[Event] = []
    after: list[Event] = []
    begun = runs = False
    for entry in heard:
        for event in entry.events:
            begun = begun or isinstance(event, WaveBegan)
            runs = isinstance(event, WaveBegan) or (runs and not isinstance(event, PhaseEntered))
            told_with_it = isinstance(event, WaveBegan) or (entry.own is None and isinstance(event, MOVES))
            if not (runs and told_with_it):
                (after if begun else before).append(event)
    return before, after


def wave_lines(seen: Seen, wave: WaveSeen, marked: TextId | None) -> tuple[WaveLine, ...]:
    """A wave in at most five lines."""
    chief = _chief_moves(wave)[:MOST_MOVES]
    still = tuple(seat for seat in seen.movers if seat not in {move.seat for move in wave.moves})
    lines = tuple(_line(move, marked) for move in chief)
    return (*lines, *_rest(still, len({move.seat for move in wave.moves}) - len(chief)))


def all_waves(seen: Seen) -> tuple[Part, ...]:
    """All waves of this TABLE with every move, the newest first."""
    parts: list[Part] = []
    for wave in reversed(seen.waves):
        parts += [wave_heading(wave), *(_line(move, None).part for move in wave.moves)]
        if not wave.moves:
            parts.append(line(run("Nobody moved.", "quiet")))
    return tuple(parts) or (line(run("No wave has run in this TABLE yet.", "quiet")),)


def _chief_moves(wave: WaveSeen) -> Moved:
    """Of each seat what says most: a stand that became another one, a text, what it did unasked, then an answer."""
    chief: dict[SeatId, MoveSeen] = {}
    for move in wave.moves:
        if move.seat not in chief or _weight(move) > _weight(chief[move.seat]):
            chief[move.seat] = move
    return tuple(sorted(chief.values(), key=_weight, reverse=True))


def _weight(move: MoveSeen) -> tuple[bool, bool, bool, bool]:
    changed = move.before is not None and move.after != move.before
    return changed, move.did == BRINGS_A_TEXT, not move.asked, bool(move.wants or move.because)


def _line(move: MoveSeen, marked: TextId | None) -> WaveLine:
    """What it did, in its own words why, and what it wants."""
    runs: list[Run] = list(_did(move, marked))
    if move.because:
        runs += [run("  "), run("“{words}”", words=move.because)]
    if move.did == CHANGES_ITS_OWN:
        runs.append(run(": {changes}", changes=tuple(told_change(want) for want in move.wants)))
    elif move.wants or move.price:
        runs += [run("  "), Run(wanted(move.wants, move.price), "advice")]
    return WaveLine(move.seat, Line(tuple(runs)))


def wanted(wants: Iterable[Change], price: int) -> Text:
    """What would win a seat, and its price."""
    changes: tuple[Value, ...] = tuple(told_change(want) for want in wants)
    if changes and price:
        return counted("wants {wants}, and {n} coin", "wants {wants}, and {n} coins", price, wants=changes)
    if changes:
        return Text("wants {wants}", {"wants": changes})
    return counted("wants {n} coin", "wants {n} coins", price)


def _did(move: MoveSeen, marked: TextId | None) -> Iterator[Run]:
    if move.after is not None and move.did not in SAY_THE_STAND:
        yield _stand(move, marked)
        return
    values: dict[str, Value] = {"text": move.text or "", "about": move.about}
    act = BY_KIND.get(move.did)
    words = Text(DEEDS[move.did], values) if move.did in DEEDS else act.name if act is not None else verbatim(move.did)
    yield Run(Text("{deed:inline}", {"deed": words}))


def _stand(move: MoveSeen, marked: TextId | None) -> Run:
    """From which stand to which: signs with their words."""
    before, after = move.before or "silent", move.after or "silent"
    sign, tone = STANCES[after]
    stand = Text(STANDS[after]) if move.text == marked else Text(STANDS_ON[after], {"text": move.text or ""})
    if move.before is None or move.before == move.after:
        return Run(stand, tone, sign)
    became = Text("{stand:inline} (was: {before:stance})", {"stand": stand, "before": before})
    return Run(became, tone, f"{STANCES[before][0]} → {sign}")


def _rest(still: tuple[SeatId, ...], more: int) -> Iterator[WaveLine]:
    """Who did not move, and how many moved that are told with all waves alone."""
    pieces: list[Run] = []
    if still:
        pieces.append(run("{seats:state}: no move.", "quiet", seats=still))
    if more > 0:
        pieces += [run(" ")] if still else []
        pieces.append(Run(counted("{n} seat more in all waves.", "{n} seats more in all waves.", more), "quiet"))
    if pieces:
        yield WaveLine(None, Line(tuple(pieces)))

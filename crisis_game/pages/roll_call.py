"""The roll call of one text: what each member voted and why, how the count builds up, and what would have turned it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from crisis_game.charter.sentences import turning
from crisis_game.engine import decision_rules
from crisis_game.engine.seen import Seen
from crisis_game.engine.turning_votes import turning_votes
from crisis_game.engine.view import TextLine, View
from crisis_game.pages.parts import Line, Page, Part, Run, item, line, run
from crisis_game.pages.play.text_page import needed, says
from crisis_game.pages.votes import result_run, vote_lines
from crisis_game.scenario.ids import SeatId, Vote
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class Call:
    """One vote as it is read out, with the count of all votes read so far."""

    seat: SeatId
    line: Line
    in_favour: int
    against: int


@dataclass(frozen=True, slots=True)
class RollCall:
    """The votes on one text in the order of the states, and what they come to.

    Attributes:
        head: what is needed, and what the text says.
        needed: votes in favour that it takes; 0 where it is asked only that nobody be against.
        end: what it came to, and what would have turned it.
    """

    title: Text
    head: tuple[Line, ...]
    calls: tuple[Call, ...]
    needed: int
    end: tuple[Line, ...]

    def count(self, read: int) -> Text:
        """How many are in favour once so many votes are read; where nobody may be against, how many are."""
        in_favour, against = (self.calls[read - 1].in_favour, self.calls[read - 1].against) if read else (0, 0)
        if not self.needed:
            return Text("{n} against", {"n": against})
        return Text("{n} in favour, {needed} needed", {"n": in_favour, "needed": self.needed})

    @property
    def parts(self) -> tuple[Part, ...]:
        """All of it, read to the end; what it came to tells the count."""
        return (*self.head, *(call.line for call in self.calls), *self.end)


def roll_call(view: View, text: str) -> RollCall:
    """The roll call of a text that was counted, as a seat may hear it."""
    shown, result = view.text(text), view.seen.text(text).result
    return RollCall(
        Text("The votes on {text:text} are opened", {"text": text}),
        (line(Run(needed(shown), "strong")), *(item(Run(words, "quiet")) for _, words in says(shown.draft, view.seen))),
        tuple(_calls(view, text)),
        result.widest.needed if result else 0,
        (
            *_others(view.seen, shown),
            *map(line, result_run(shown)),
            *(line(Run(words, "quiet")) for words in turned(view.seen, text)),
        ),
    )


def _others(seen: Seen, shown: TextLine) -> Iterator[Line]:
    """How those voted that have no seat here, by vote; they are in the count."""
    cast: dict[Vote, list[SeatId]] = {}
    for member, vote in decision_rules.others(seen, dict(shown.votes)).items():
        cast.setdefault(vote, []).append(member)
    for vote, members in cast.items():
        yield item(run("without a seat here, {vote:vote}: {members:state}", "quiet", vote=vote, members=tuple(members)))


def roll_call_page(view: View, text: str) -> Page:
    """The same for who listens, and has heard in ORDERS what the text says; of one that lapsed that it did.

    Why a seat votes no that told at TABLE why it opposes the text was heard there.
    """
    call, shown, title = roll_call(view, text), view.text(text), Text("Votes on {text:text}", {"text": text})
    if shown.status == "lapsed":
        return Page("roll-call", title, call.end)
    votes = dict(shown.votes)
    because = {
        seat: words
        for seat, _, words in shown.explanations
        if words and not (votes.get(seat) == "no" and _told_why(view.seen, text, seat))
    }
    said = (item(*vote_said(seat, vote, because[seat])) for seat, vote in shown.votes if seat in because)
    silent: dict[Vote, list[SeatId]] = {}
    for seat, vote in shown.votes:
        if seat not in because:
            silent.setdefault(vote, []).append(seat)
    others = (item(run("{vote:vote}: {seats:state}", vote=vote, seats=tuple(silent[vote]))) for vote in silent)
    return Page("roll-call", title, (*said, *others, *call.end))


def _told_why(seen: Seen, text: str, seat: SeatId) -> bool:
    """Whether a seat told that it opposes a text, and why."""
    position = seen.position(text, seat)
    return position is not None and position.stance == "oppose" and bool(position.because)


def vote_said(seat: SeatId, vote: Vote, words: str) -> tuple[Run, ...]:
    """A vote and its reason as they are spoken."""
    return run("{seat:state}: {vote:vote}", seat=seat, vote=vote), run("  "), run("“{words}”", words=words)


def uncalled(seen: Seen, called: Collection[str]) -> tuple[str, ...]:
    """Texts that were counted and whose roll call was not heard yet; those of this round come last, in their order."""
    counted = [id_ for id_, text in seen.texts.items() if text.result is not None and id_ not in called]
    sheet = [id_ for id_ in seen.sheet if id_ in counted]
    return (*(id_ for id_ in counted if id_ not in sheet), *sheet)


def turned(seen: Seen, text: str) -> Iterator[Text]:
    """What would have turned it by a vote; nothing for a text that lapsed, whose votes did not count."""
    tabled = seen.text(text)
    if tabled.result is None or tabled.status == "lapsed":
        return
    single = turning_votes(seen, text)
    if not single:
        yield Text("No single vote would have turned it.")
    yield from (turning(turn, tabled.result.adopted) for turn in single)


def _calls(view: View, text: str) -> Iterator[Call]:
    shown = view.text(text)
    read: dict[SeatId, Vote] = dict.fromkeys((seat for seat, _ in shown.votes), "abstain")
    for (seat, vote), said in zip(shown.votes, vote_lines(view.seen, shown), strict=True):
        read[seat] = vote
        count = decision_rules.count(view.seen, shown.matter, shown.draft, read).widest
        yield Call(seat, said, count.in_favour, count.against)

"""What ORDERS leads to by what was told: texts that are not put and why, and what would be given to one that carries.

It is read off stands, pledges and means, which all may know, and off one's own sheet.
"""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine import agenda, decision_rules
from crisis_game.engine.effects import SHARE
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.view import TextLine, View
from crisis_game.pages.parts import Heading, Line, item, run
from crisis_game.pages.play.text_page import standing_on
from crisis_game.scenario.draft import MeasureLine
from crisis_game.scenario.ids import Delivery, SeatId, Vote
from crisis_game.scenario.model import Measure
from crisis_game.texts import Text, counted

_VOTES: dict[str, Vote] = {"support": "yes", "oppose": "no"}
"""How members would vote by where they say they stand; those that say anything else have not decided."""


def votes_told(text: TextLine) -> dict[SeatId, Vote]:
    """The votes on a text by where members say they stand."""
    standing = standing_on(text)
    return {seat: vote for stance, vote in _VOTES.items() for seat in standing[stance]}


def carries_as_told(seen: Seen, text: TextLine) -> bool:
    """Whether a text carries if those who told for or against it vote so."""
    return decision_rules.count(seen, text.matter, text.draft, votes_told(text)).adopted


def not_put_heading(seen: Seen) -> Heading:
    """What stands over the texts that are not put: how many are."""
    put = counted("{n} text is put, that with most support", "{n} texts are put, those with most", agenda.places(seen))
    return Heading(Text("Not put"), note=put)


def not_put(view: View) -> tuple[Line, ...]:
    """A line for each text of this round that is not put to the vote, with the reason."""
    return tuple(_left_behind(view.seen, text) for text in view.texts if _was_left(view.seen, text))


def if_carried(view: View) -> Iterator[tuple[TextId, Heading, tuple[Line, ...]]]:
    """Each text on the sheet that carries by what was told, with who would give what, and what that comes to."""
    seen = view.seen
    for id_ in seen.sheet:
        text = view.text(id_)
        lines = tuple(
            _given(seen, text, line) for line in text.draft.lines if seen.measure(line.measure).kind != "words"
        )
        if lines and text.result is None and carries_as_told(seen, text):
            heading = Text("If {text:text} carries", {"text": id_})
            yield id_, Heading(heading, note=Text("by what was told")), lines


# --------------------------------------------------------------------------------------------------------------------


def _was_left(seen: Seen, text: TextLine) -> bool:
    return text.status == "lapsed" and text.round == seen.round and bool(text.sponsors)


def _left_behind(seen: Seen, text: TextLine) -> Line:
    behind = run("behind it {n} of {all}", n=agenda.support_told(seen, text.id), all=len(seen.voters))
    return item(run("{text:text}: ", "strong", text=text.id), behind, mark=" ")


def _given(seen: Seen, text: TextLine, line: MeasureLine) -> Line:
    """Who would give what to a measure, and which part that is of what all could give."""
    measure = seen.measure(line.measure)
    name = run("{measure:measure}: ", "strong", measure=line.measure)
    levels = _levels(seen, text, line.measure)
    if not levels:
        return item(name, run("nobody has told what it gives", "warning"), mark=" ")
    by_level: dict[Delivery, list[SeatId]] = {}
    for seat, level in levels.items():
        by_level.setdefault(level, []).append(seat)
    givers = tuple(
        Text("{seats:state} {level:delivery}", {"seats": tuple(seats), "level": level})
        for level, seats in by_level.items()
    )
    share = _share(seen, measure, levels)
    comes_to = (run("; {n} % of what all could give", n=share),) if share else ()
    leaks = (run(", bites {n} %", "warning", n=share * share // 100),) if measure.kind == "economic" else ()
    return item(name, run("{givers}", givers=givers), *comes_to, *leaks, mark=" ")


def _levels(seen: Seen, text: TextLine, measure: str) -> dict[SeatId, Delivery]:
    """What members pledged, and what oneself has ordered or pledged; who gives nothing is left out."""
    levels: dict[SeatId, Delivery] = {seat: level for seat, of, level in text.pledges if of == measure}
    own = seen.orders.deliveries.get((seen.seat, text.id, measure))
    if own is not None:
        levels[seen.seat] = own
    return {seat: level for seat, level in levels.items() if level != "none"}


def _share(seen: Seen, measure: Measure, levels: dict[SeatId, Delivery]) -> int:
    """The per cent of the means of those who can give that would be given."""
    able = {seat: seen.means(seat).get(measure.domain, 0) for seat in seen.members if measure.is_for(seat)}
    whole = sum(able.values())
    return sum(SHARE[level] * able.get(seat, 0) for seat, level in levels.items()) // whole if whole else 0

"""What members said of an ally's act, in one line of runs: `condition D E  disown B C  silent F`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.engine.state import AllyAnswer
from crisis_game.pages.parts import Line, Run, Tone, line, run
from crisis_game.scenario.ids import AllyWord, SeatId
from crisis_game.texts import Text

ORDER: Mapping[AllyWord, tuple[Text, Tone]] = {
    "endorse": (Text("endorse"), "good"),
    "condition": (Text("condition"), "advice"),
    "disown": (Text("disown"), "bad"),
    "report": (Text("report"), "bad"),
    "silence": (Text("silent"), "quiet"),
}
"""The answers in the order in which they are told."""


def answered_line(answers: tuple[tuple[SeatId, AllyAnswer], ...], *also: Run) -> Line:
    """Who answered what to an act; `also` is told at its end."""
    return line(run("Answered: ", "strong"), *_by_word(answers), *also)


def conditions_of(answers: tuple[tuple[SeatId, AllyAnswer], ...]) -> Iterator[Line]:
    """Each condition that was set, with who set it."""
    clauses = dict.fromkeys(said.clause for _, said in answers if said.clause)
    for clause in clauses:
        seats = tuple(seat for seat, said in answers if said.clause == clause)
        yield line(run("{clause:clause}: ", "quiet", clause=clause), run("{seats:state}", "quiet", seats=seats))


def _by_word(answers: tuple[tuple[SeatId, AllyAnswer], ...]) -> Iterator[Run]:
    gap = ""
    for word, (words, tone) in ORDER.items():
        seats = tuple(seat for seat, said in answers if said.answer == word)
        if seats:
            yield Run(Text("{gap}{words} ", {"gap": gap, "words": words}), tone)
            yield run("{seats:short}", "strong", seats=seats)
            gap = "  "

"""The texts of TABLE in a row each: by letter who stands where, what was told, what is needed; in signs and aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from crisis_game.charter.sentences import needed_briefly
from crisis_game.engine import decision_rules
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import TextLine
from crisis_game.pages.parts import NOTHING, Line, Run, line, run, verbatim
from crisis_game.pages.play.orders import provisions
from crisis_game.pages.play.text_page import STANCES, standing_on
from crisis_game.pages.text_names import names_its_sponsor, package_of
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

NAME, OWNER, STAND, TOLD = 16, 12, 3, 8
"""Cells of a text's name, which goes on into those of whose it is, of one member's stand, and of what was told."""
RED_LINE = "!"


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text that can be decided.

    Attributes:
        text: which.
        owner: whose it is.
        stands: what each member that votes has told, None for nothing; oneself among them.
        red_line: whether it crosses one's own red line.
        needed: what it takes, in few words; why it is not put, where it is not.
        contents: what it says, in one line.
    """

    text: TextLine
    owner: Text
    stands: Mapping[SeatId, str | None]
    red_line: SeatId | None
    needed: Text
    contents: Line

    @property
    def told(self) -> tuple[int, int]:
        """How many support it, and how many could live with it."""
        held = list(self.stands.values())
        return held.count("support"), held.count("could-live-with")


def text_row(seen: Seen, text: TextLine) -> TextRow:
    """A text as a row."""
    held = {seat: stance for stance, seats in standing_on(text).items() for seat in seats}
    rule = decision_rules.rule_of(seen, text.matter, text.draft)
    return TextRow(
        text,
        _owner(seen, text),
        {seat: held.get(seat) for seat in seen.voters},
        seen.seat if seen.crosses_red_line(text.draft) else None,
        Text("not put as it is") if text.left_out is not None else needed_briefly(rule, decision_rules.voting(seen)),
        provisions(seen, text),
    )


def head_of_columns(seen: Seen) -> Line:
    """What stands over the columns: a letter for each member, then told and needed."""
    letters = (run("{seat:short}", "quiet", seat=seat) for seat in seen.voters)
    return Line((*(replace(letter, width=STAND) for letter in letters), *_told(Text("told")), run("needed", "quiet")))


def called(row: TextRow) -> Line:
    """The name of a text, and whose it is where the name does not say so."""
    name = run("{text:text}", "strong", text=row.text.id)
    if not row.owner.msgid:
        return Line((name,))
    return Line((replace(name, width=NAME), run(" "), Run(row.owner, "quiet")))


def in_columns(row: TextRow) -> Line:
    """A sign for each member, what was told, what is needed; for who sees it."""
    return Line((*(sign for _, sign in signs(row)), *counts(row).runs))


def counts(row: TextRow) -> Line:
    """How many told what, and what is needed; for who sees it."""
    support, could = row.told
    told = verbatim(f"{support}{STANCES['support'][0]} {could}{STANCES['could-live-with'][0]}")
    return Line((*_told(told), Run(row.needed, "warning" if row.text.left_out is not None else "plain")))


def signs(row: TextRow) -> Iterator[tuple[SeatId, Run]]:
    """A sign for each member, of where it stands or of its red line."""
    for seat, stance in row.stands.items():
        sign, tone = STANCES[stance] if stance is not None else (STANCES["silent"][0], "quiet")
        crossed = seat == row.red_line
        yield seat, Run(NOTHING.words, "bad" if crossed else tone, RED_LINE if crossed else sign, STAND)


def aloud(row: TextRow) -> Line:
    """The same in words: who told what, and what it takes."""
    name = run("{text:text}", "strong", text=row.text.id)
    told = tuple(_told_aloud(row))
    held: tuple[Run, ...] = (run("; "), *told) if told else (run("; nobody has said anything yet"),)
    own = (run("; it crosses your red line", "bad"),) if row.red_line else ()
    whose = (run(" ({owner})", "quiet", owner=row.owner),) if row.owner.msgid else ()
    return line(name, *whose, *held, run("; {needed}", needed=_takes(row)), *own)


def legend() -> Line:
    """What the signs of stands mean."""
    runs: list[Run] = []
    for stance, (sign, _) in STANCES.items():
        runs += [Run(Text("{stance:stance}", {"stance": stance}), "quiet", sign), run("  ")]
    return Line((*runs, Run(Text("your red line"), "quiet", RED_LINE)))


def _takes(row: TextRow) -> Text:
    if row.text.left_out is not None:
        return Text("not put to the vote as it is")
    return Text("needed {needed}", {"needed": row.text.needed})


def _told_aloud(row: TextRow) -> Iterator[Run]:
    first = True
    for stance in STANCES:
        seats = tuple(seat for seat, held in row.stands.items() if held == stance)
        if seats:
            words = Text("{stance:stance}: {seats:state}", {"stance": stance, "seats": seats})
            yield Run(words if first else Text("; {words}", {"words": words}))
            first = False


def _told(words: Text) -> tuple[Run, ...]:
    return run(" "), Run(words, "plain", width=TOLD)


def _owner(seen: Seen, text: TextLine) -> Text:
    if not text.sponsors:
        return Text("the chair") if package_of(seen, text.draft) is not None else Text("")
    if names_its_sponsor(seen, seen.text(text.id)):
        return Text("")
    return Text("yours") if text.sponsors[0] == seen.seat else Text("{seat:state}", {"seat": text.sponsors[0]})

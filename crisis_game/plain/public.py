"""What everybody may know, in lines: the same for every seat, so it can be read aloud to the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crisis_game.assessment.public_record import PublicAct
from crisis_game.engine.view import View
from crisis_game.exercise.public import OBSERVER, at_work, counting
from crisis_game.exercise.session import Session
from crisis_game.pages.names import wording_for
from crisis_game.pages.record import act_line, vote_parts
from crisis_game.plain import show
from crisis_game.plain.console import Console
from crisis_game.plain.reading import say_parts
from crisis_game.scenario.dossier import Dossier, dossier
from crisis_game.texts import Prose, Text, Value


@dataclass(frozen=True, slots=True)
class Public:
    """What somebody who holds no seat may know at one moment; `work` is what goes on."""

    view: View
    sheet: Dossier
    acts: tuple[PublicAct, ...]
    work: Text | Prose

    @classmethod
    def of(cls, session: Session) -> Public:
        """What is public of a session now."""
        sheet = dossier(session.scenario, OBSERVER)
        return cls(session.view(OBSERVER), sheet, session.record(), at_work(session))


def read_public(console: Console, public: Public) -> None:
    """Read it in words that everybody knows; the seat's own words stand again afterwards."""
    own = console.wording
    console.wording = wording_for(public.view.seen, public.sheet, own.language)
    try:
        _read(console, public)
    finally:
        console.wording = own


def _read(console: Console, public: Public) -> None:
    table = public.view.table
    values: dict[str, Value] = {"round": table.round, "rounds": table.rounds, "beat": table.beat}
    console.heading(Text("What everybody may know: round {round} of {rounds}, {beat:beat}", values))
    console.line(table.question)
    console.line(public.work)
    show.gauges(console, public.view)
    _texts(console, public.view, public.sheet)
    _incidents(console, public.view)
    _acts(console, public.acts)


def _texts(console: Console, view: View, sheet: Dossier) -> None:
    console.heading(Text("Texts"))
    found = counting(view)
    for one in found:
        if one.result is None:
            show.text(console, one)
        else:
            console.line(Text("{text:text}. Needed: {needed}", {"text": one.id, "needed": one.needed}))
            say_parts(console, tuple(vote_parts(view, sheet, one)))
    if not found:
        console.line(Text("There is no text on the table."))


def _incidents(console: Console, view: View) -> None:
    console.heading(Text("What has happened"))
    for one in view.incidents:
        console.line(one.name)
        console.line(one.text, indent=2)
    if not view.incidents:
        console.line(Text("Nothing has happened yet."))
    for claim in view.claims:
        values: dict[str, Value] = {"text": console.wording.say(claim.text), "grade": claim.public or "rumoured"}
        console.line(Text("- {text} The council: {grade:grade}.", values))


def _acts(console: Console, acts: Sequence[PublicAct]) -> None:
    console.heading(Text("Acts on record"))
    say_parts(console, [act_line(one) for one in acts])
    if not acts:
        console.line(Text("No act of legal weight is on record yet."))

"""The texts of a game by other rules of decision: what was decided, and what three rules would have made of it."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.debrief.other_rules import OtherRules, UnderRules
from crisis_game.pages.parts import Heading, Part, Table, line, run
from crisis_game.texts import Text, counted


def other_rules(compared: OtherRules) -> Iterator[Part]:
    """One table, a text a row; below it whose veto is meant, and how many texts would have come out otherwise."""
    if not compared.texts:
        return
    yield Heading(Text("The same votes by other rules"))
    head = (
        Text("text"),
        Text("decided"),
        Text("unanimity"),
        Text("two thirds"),
        Text("veto"),
    )
    yield Table(head, tuple(map(_row, compared.texts)))
    if compared.chosen == "permanent":
        veto = Text("Veto: of each permanent member, {seats:state}, beside more than half.", {"seats": compared.vetoes})
    else:
        veto = Text("Veto: of {seats:state}, who have most means, beside more than half.", {"seats": compared.vetoes})
    unanimity = Text("Unanimity: nobody against; an abstention is not in the way. Two thirds: of all who could vote.")
    yield line(run("{unanimity} {veto}", "quiet", unanimity=unanimity, veto=veto))
    otherwise = sum(text.otherwise for text in compared.texts)
    words = counted(
        "Another rule would have made something else of {n} text of {all}.",
        "Another rule would have made something else of {n} texts of {all}.",
        otherwise,
        all=len(compared.texts),
    )
    yield line(words)


def _row(text: UnderRules) -> tuple[Text, ...]:
    return (
        Text("r{round}  {says}", {"round": text.round, "says": text.says}),
        *map(_came, (text.adopted, text.unanimity, text.two_thirds, text.veto)),
    )


def _came(adopted: bool) -> Text:
    return Text("adopted") if adopted else Text("failed")

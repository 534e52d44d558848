"""For who joins late: what to read first, what has happened round by round, what was promised, what is due."""

from __future__ import annotations

from crisis_game.pages.commitments import word_given
from crisis_game.pages.parts import Fold, Heading, Part, Run, line
from crisis_game.pages.play.answer import answer_page
from crisis_game.pages.play.round_answer import last_answered
from crisis_game.paper.markup import element, joined
from crisis_game.texts import Text, Value
from crisis_game.web.addresses import NOW, Address, link
from crisis_game.web.body import Body
from crisis_game.web.controls import row, rows, section
from crisis_game.web.viewer import Viewer
from crisis_game.web.world_page import world


def recap(viewer: Viewer, _: Address) -> Body:
    """All that somebody needs who was not here from the beginning."""
    table, last = viewer.sight.view.table, last_answered(viewer.sitting, viewer.seat)
    values: dict[str, Value] = {"round": table.round, "rounds": table.rounds, "seat": viewer.seat}
    here = Text("You play {seat:seat}. It is round {round} of {rounds}.", values)
    first = rows(
        (
            row(link("brief"), viewer.say("Read your brief")),
            row(link("how-to-play"), viewer.say("How to play")),
            row(link(NOW), viewer.say("What there is to do now")),
        )
    )
    due = element("ul", *(element("li", viewer.word(due.words)) for due in viewer.due)) if viewer.due else None
    so_far = [_round(viewer, round_) for round_ in range(last, 0, -1)]
    word: list[Part] = []
    for heading, lines in word_given(viewer.sight.seen, viewer.sight.view.commitments):
        word += [Heading(heading, 2), *lines]
    main = joined(
        element("p", viewer.word(here)),
        section(viewer.say("Read first"), first),
        section(viewer.say("Due from you"), due) if due is not None else None,
        section(viewer.say("So far"), viewer.parts(so_far)) if so_far else None,
        section(viewer.say("Declared, asked, promised"), viewer.parts(word)) if word else None,
    )
    return Body(viewer.say("What has happened so far"), main, world(viewer), (link(NOW), viewer.say("Now")))


def _round(viewer: Viewer, round_: int) -> Fold:
    page = answer_page(viewer.sitting, viewer.seat, round_)
    return Fold(line(Run(page.title, "strong")), page.parts)

"""The situation room: gauges with the terms of their moves, incidents and claims with their grades."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from crisis_game.conditions.grades import GRADES, Grade, grade_rank
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.view import ClaimLine
from crisis_game.pages.map import whereabouts
from crisis_game.pages.parts import Line
from crisis_game.pages.play.situation import LOOSE, NOTHING_HAPPENED, claim_lines, incident_lines, loose_claims
from crisis_game.tui import navigation
from crisis_game.tui.keys import bindings, key_on, spoken, spoken_for
from crisis_game.tui.rendering import content
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.gauges import Gauges, GaugesPane
from crisis_game.tui.widgets.guide import Guide
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.key_words import pressing
from crisis_game.tui.widgets.map import MapView
from crisis_game.tui.widgets.marking_list import MarkingList
from crisis_game.tui.widgets.members import in_force, members
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.widgets.words import Words

ROOMY = (120, 36)
"""Columns and lines from which the map stands below the claims."""
LETTERS = "letters"
"""The row that leads to the inbox."""


class SituationScreen(MainPage):
    """Gauges, incidents and claims; claims are graded here."""

    CSS_PATH = "situation.tcss"
    PAGE = "situation"
    HEADING = "The situation room"
    ABOUT = (
        "On the left the gauges of the world, each with the terms of its last move. On the right what has happened, "
        "and what is claimed about it. Mark a claim and press {grade_claim}, or + and -, to say to yourself how sure "
        "you are: rumoured, suspected, probable, established; {grade_claim} begins with what you know, and goes on to "
        "the next. The council's grade is what all members know; yours may differ. {gauges}, or Enter or a click on "
        "the gauges, shows how a gauge came to where it is."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("situation")

    def compose_body(self) -> ComposeResult:
        """Gauges; incidents with claims."""
        yield Guide()
        with Horizontal(id="situation-columns"):
            with GaugesPane(self.say("The world"), id="gauges-pane", can_focus=True):
                yield Gauges()
                yield Words(id="in-force")
                yield Words(id="members")
            with Vertical(id="happened"):
                with Pane(self.say("What happened, and what is claimed"), id="claims-pane"):
                    yield MarkingList(id="claims")
                to_map = key_on("map", self.PAGE)
                opens = self.say("{key} opens the map", key=spoken(to_map))
                with Pane(self.say("The map"), pressing(opens, to_map), id="situation-map"):
                    yield MapView(still=True)

    def on_mount(self) -> None:
        """Grade at once."""
        self.query_one("#claims").focus()

    def draw(self) -> None:
        """Put the view into the widgets."""
        self.query_one(Guide).draw(self.game)
        self.query_one(Gauges).draw(self.sight)
        self.query_one("#in-force", Static).update(in_force(self.sight))
        self.query_one("#members", Static).update(members(self.sight))
        self._draw_map()
        claims = self.query_one("#claims", OptionList)
        claims.clear_options()
        claims.add_options(self._options())
        self._mark(claims)

    def _draw_map(self) -> None:
        """The map without keys, where there is room for it and the scenario has one."""
        where = whereabouts(self.sight.seen, self.sight.dossier)
        self.query_one("#situation-map").set_class(not self.sight.dossier.map.lands, "empty")
        self.query_one(MapView).show(self.sight, where, None, news=False)

    def know_width(self) -> None:
        """Also whether a map has room beside the claims."""
        super().know_width()
        columns, lines = self.app.size
        self.set_class(columns >= ROOMY[0] and lines >= ROOMY[1], "-roomy")

    def on_resize(self) -> None:
        """Show or hide the map."""
        self.know_width()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Remember the claim on the desk."""
        if event.option_id:
            self.desk.selected[self.PAGE] = event.option_id

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click on what is marked, opens the grades as a list, or the inbox."""
        if event.option_id == LETTERS:
            self.action_page("inbox")
        elif event.option_id:
            navigation.form(self.stage, GradeClaim, {"claim": event.option_id})

    def on_gauges_opened(self, event: Gauges.Opened) -> None:
        """A gauge was clicked, or Enter pressed among them."""
        navigation.gauges(self.stage, event.gauge)

    def action_act(self, kind: str) -> None:
        """Grade here; anything else as on every main page."""
        if kind == GradeClaim.kind:
            self._grade_on()
        else:
            super().action_act(kind)

    def _grade_on(self) -> None:
        """Grade the claim that is marked, and go on to the next without a grade; one that has a grade goes round."""
        line = self._claim_marked()
        self.action_grade(1)
        ungraded = next((claim.id for claim in self.sight.view.claims if not claim.graded), None)
        if line is not None and not line.graded and ungraded and self.desk.selected.get(self.PAGE) == line.id:
            self.desk.selected[self.PAGE] = ungraded
            self.redraw()

    def action_grade(self, by: int) -> None:
        """One grade up or down."""
        line = self._claim_marked()
        if line is None or self.sight.offer(GradeClaim) is None:
            navigation.form(self.stage, GradeClaim)
            return
        if self.desk.selected.get(self.PAGE) != LETTERS:
            self.desk.selected[self.PAGE] = line.id
        if self.submit(GradeClaim(line.id, _next_grade(line, by))):
            self.redraw()

    def _claim_marked(self) -> ClaimLine | None:
        """The claim that is marked; the first ungraded one where no claim is."""
        claims = self.sight.view.claims
        marked = next((claim for claim in claims if claim.id == self.desk.selected.get(self.PAGE)), None)
        return marked or next((claim for claim in claims if not claim.graded), None)

    def _mark(self, claims: OptionList) -> None:
        """What was marked; else letters that wait to be read, then the first claim without a grade."""
        ids = [option.id for option in claims.options]
        ungraded = (claim.id for claim in self.sight.view.claims if not claim.graded)
        wishes = (self.desk.selected.get(self.PAGE, ""), LETTERS, *ungraded)
        wanted = next((wish for wish in wishes if wish in ids), None)
        if wanted is None:
            claims.action_first()
        else:
            claims.highlighted = ids.index(wanted)

    def _options(self) -> list[Option]:
        """Each incident as a heading with its claims below; claims without an incident last."""
        view = self.sight.view
        options: list[Option] = []
        unread = len(self.game.unread)
        if unread:
            words = self.say("Unread in the inbox: {n}. {key} opens it.", n=unread, key=spoken_for("inbox"))
            options.append(Option(Content.styled(f"✉ {words}", "bold $accent"), id=LETTERS))
        for incident in reversed(view.incidents):
            options.append(Option(self._rows("\n", *incident_lines(incident)), disabled=True))
            options += [self._claim(claim) for claim in incident.claims]
        loose = loose_claims(view)
        if loose:
            options.append(HeadRow(self.say(LOOSE)))
            options += [self._claim(claim) for claim in loose]
        return options or [Option(content(NOTHING_HAPPENED, self.sight.wording), disabled=True)]

    def _claim(self, claim: ClaimLine) -> Option:
        return Option(Content.assemble(("▪ ", "$accent"), self._rows("\n    ", *claim_lines(claim))), id=claim.id)

    def _rows(self, between: str, *lines: Line) -> Content:
        return Content(between).join(content(line, self.sight.wording) for line in lines)


def _next_grade(claim: ClaimLine, by: int) -> Grade | None:
    """The grade after or before what is believed; no view after the highest and before the lowest."""
    now = grade_rank(claim.believed) if claim.believed else -1
    if not claim.graded:
        now = grade_rank(claim.own) - by
    following = (now + 1 + by) % (len(GRADES) + 1) - 1
    return GRADES[following] if following >= 0 else None

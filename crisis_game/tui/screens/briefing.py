"""The briefing of one's role: brief, mandate, red line, asset; what all may know of the others."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from crisis_game.scenario.dossier import OwnSheet, Profile
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.as_written import Static, as_written
from crisis_game.tui.widgets.glossed import glossed

KINDS = {
    "fits": "fits the alliance",
    "does-not-fit": "does not fit it",
    "red-line": "red line",
    "dilemma": "dilemma",
}


class BriefingScreen(GamePage[None]):
    """One's own brief beside the public profiles."""

    CSS_PATH = "briefing.tcss"
    HEADING = "Your brief"
    ABOUT = (
        "What only you know, and what all know of the others. The four lines of your mandate are what your government "
        "will be measured by; the red line is what it will not have. Press b in the game to read it again."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "close", "To the table")]

    first = False
    """Whether it is read for the first time; a clock stands meanwhile."""

    def compose_body(self) -> ComposeResult:
        """Two columns, one under the other on a small screen."""
        dossier = self.sight.dossier
        with Horizontal(id="brief-columns"):
            with VerticalScroll(classes="panel", id="brief-own") as own:
                own.border_title = as_written(self.say("{seat:state}: for your eyes only", seat=self.game.seat))
                own.border_subtitle = as_written(self.say("arrow keys scroll, Tab: the other page"))
                yield Static(self._own(), classes="words")
            with VerticalScroll(classes="panel", id="brief-public") as public:
                public.border_title = as_written(self.say("What all know"))
                yield Static(self._public(), classes="words")
        self.title = self.say(dossier.title)

    def on_mount(self) -> None:
        """Scroll at once; it counts as read."""
        self.query_one("#brief-own").focus()
        self.first = not self.desk.briefed
        self.desk.briefed = True

    def action_close(self) -> None:
        """To the table."""
        self.dismiss(None)

    def _own(self) -> Content:
        sheet = self.sight.dossier.own
        parts: list[Content] = []
        if sheet is not None:
            parts = [glossed(self.say(self.sight.view.brief or sheet.brief)), Content("")]
            parts += [Content.styled(self.say("Your mandate"), "bold $primary"), *self._mandate(sheet)]
            parts += self._asset()
            if sheet.sources:
                parts += [Content(""), Content.styled(self.say("In your hands alone"), "bold $primary")]
                parts += [Content(f"  · {self.say(one.name)}. {self.say(one.caveat)}") for one in sheet.sources]
        return Content("\n").join(parts)

    def _mandate(self, sheet: OwnSheet) -> list[Content]:
        return [
            Content.assemble(
                f"  {place} ", (self.say(text), "bold"), (f" ({self.say(KINDS[kind])})", "$foreground-muted")
            )
            for place, (kind, text) in enumerate(sheet.mandate, 1)
        ]

    def _asset(self) -> list[Content]:
        dossier = self.sight.dossier
        mine = [one for one in dossier.assets.values() if one.owner == self.game.seat]
        if not mine:
            return []
        heading = Content.styled(self.say("What you alone have"), "bold $primary")
        rows = [Content.assemble("  ", (self.say(one.name), "bold"), ". ", self.say(one.text)) for one in mine]
        return [Content(""), heading, *rows]

    def _public(self) -> Content:
        dossier = self.sight.dossier
        parts = [glossed(self.say(dossier.opening)), Content("")]
        for profile in dossier.states.values():
            parts += [self._profile(profile), Content("")]
        if dossier.case:
            parts += [Content.styled(self.say("The other side's case, in writing"), "bold $primary")]
            parts += [glossed(self.say(dossier.case))]
        return Content("\n").join(parts)

    def _profile(self, one: Profile) -> Content:
        means = ", ".join(f"{domain} {amount}" for domain, amount in one.means.items())
        facts = self.say("{role:role} · readiness {n}", role=one.role, n=one.readiness) + (
            f" · {means}" if means else ""
        )
        return Content.assemble(
            (f"{one.sign} {self.say(one.name)}", "bold $secondary"),
            (f"  {facts}\n", "$foreground-muted"),
            self.say(one.profile),
        )

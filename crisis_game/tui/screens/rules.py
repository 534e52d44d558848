"""The rules with all numbers of this scenario, grouped."""

from __future__ import annotations

from dataclasses import asdict

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from crisis_game.scenario.numbers import Numbers, meanings
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.screens.rules_of_play import how_to_play
from crisis_game.tui.widgets.as_written import Static, as_written

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("What a seat has", ("attention", "treasury", "credit", "home")),
    ("Texts and talk", ("texts", "lines", "talk", "words", "emergency")),
    ("Cohesion", ("cohesion",)),
    ("Standing", ("standing",)),
    ("Effects of measures", ("delay", "leak", "exemption", "half", "readiness", "mandate")),
    ("Escalation", ("cooling", "heat", "mediation", "limits", "escalation", "war", "strike")),
    ("Deterrence", ("deterrence", "theatre")),
    ("Harm", ("harm",)),
    ("The other side", ("hold", "back", "luck", "pocket", "heavy", "hint", "settle")),
    ("Evidence", ("verification",)),
)
"""Headings, with the first words of the numbers that stand under each."""


class RulesScreen(GamePage[None]):
    """How it is played, and every number one lives under."""

    CSS_PATH = "rules.tcss"
    HEADING = "Rules and numbers"
    ABOUT = "Every number of this scenario, as its author set it. The formulas that use them are told in docs/rules.md."

    def compose_body(self) -> ComposeResult:
        """One page that scrolls."""
        with VerticalScroll(id="rules-page", classes="panel") as page:
            page.border_title = as_written(
                self.say("Rules and numbers of {title}", title=self.say(self.sight.dossier.title))
            )
            yield Static(how_to_play(self.say), classes="words")
            yield Static(self._gauges(), classes="words")
            yield Static(self._numbers(self.sight.dossier.numbers), classes="words")

    def on_mount(self) -> None:
        """Scroll at once."""
        self.query_one("#rules-page").focus()

    def _gauges(self) -> Content:
        rows = [Content(""), Content.styled(self.say("The gauges"), "bold $primary")]
        for gauge in self.sight.dossier.gauges.values():
            words = ", ".join(self.say("{word} from {n}", word=self.say(one.word), n=one.from_) for one in gauge.words)
            rows.append(Content.assemble((f"  {self.say(gauge.name)}", "bold"), f": {self.say(gauge.meaning)}"))
            if words:
                rows.append(Content.styled(f"    {words}", "$foreground-muted"))
        return Content("\n").join(rows)

    def _numbers(self, numbers: Numbers) -> Content:
        said, values = meanings(), asdict(numbers)
        left = list(said)
        rows: list[Content] = []
        for heading, starts in (*GROUPS, ("Other numbers", ("",))):
            members = [one for one in left if one.startswith(starts)]
            left = [one for one in left if one not in members]
            if members:
                rows += [Content(""), Content.styled(self.say(heading), "bold $primary")]
                rows += [
                    Content.assemble((f"  {values[one]:>5}  ", "bold $secondary"), self.say(said[one]))
                    for one in members
                ]
        return Content("\n").join(rows)

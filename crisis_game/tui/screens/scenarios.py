"""The scenarios as cards: title, minutes, seats, level, what it is about."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from crisis_game.scenario.library import Listing, list_scenarios
from crisis_game.tui import dialogues, navigation
from crisis_game.tui.screens.base import Page
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.key_words import pressing
from crisis_game.tui.widgets.pane import Pane

LEVELS = {"first": "a first game", "standard": "standard", "advanced": "advanced"}


class ScenariosScreen(Page[None]):
    """Choose what to play."""

    CSS_PATH = "scenarios.tcss"
    HEADING = "Scenarios"
    ABOUT = "Choose a scenario with Enter. Start with the one marked as a first game: it explains itself."

    def compose_body(self) -> ComposeResult:
        """A card for each, those for a first game first."""
        listed = sorted(list_scenarios(), key=lambda listing: (listing.level != "first", listing.id))
        yield Static(self.say("Which crisis?"), classes="page-title")
        onwards = pressing(self.say("Enter: on to the seats"), "enter")
        with Pane(self.say("Scenarios"), onwards, id="cards-pane"):
            yield OptionList(*(Option(self._card(listing), id=listing.id) for listing in listed), id="cards")

    def on_mount(self) -> None:
        """Choose at once."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def open_seats(self, event: OptionList.OptionSelected) -> None:
        """Read the scenario, and go on to the seats; where it cannot be played, say why."""
        from crisis_game.exercise.session_opening import read
        from crisis_game.scenario.library import ScenarioNotFoundError
        from crisis_game.scenario.reading.load import FaultyScenarioError

        try:
            scenario, files = read(str(event.option_id))
        except (ScenarioNotFoundError, FaultyScenarioError) as fault:
            dialogues.notice(self.stage, str(fault))
            return
        navigation.seats(self.stage, scenario, files)

    def _card(self, listing: Listing) -> Content:
        minutes = " / ".join(map(str, listing.minutes))
        facts = self.say(
            "{minutes} minutes · {n} seats · {level}", minutes=minutes, n=len(listing.seats), level="{level}"
        )
        facts = facts.replace("{level}", self.say(LEVELS.get(listing.level, listing.level)))
        return Content.assemble(
            (self.say(listing.title), "bold"),
            "\n",
            (facts, "$secondary"),
            "\n",
            self.say(listing.summary),
            "\n",
        )

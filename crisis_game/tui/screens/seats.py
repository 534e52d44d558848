"""The seats: who plays what, a person or a policy."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from crisis_game.exercise.session import PERSON
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Prose, Text, Value, Wording
from crisis_game.tui.screens.base import Page
from crisis_game.tui.wording import say

POLICY_WORDS = {
    "statesman": "seeks a text that carries, keeps its word",
    "legalist": "weighs the law above all",
    "hawk": "wants strong measures, asks for more than it needs",
    "dove": "wants talk and ways back",
    "free-rider": "votes yes and gives little",
    "random": "does whatever is possible, by lot",
}


class SeatsScreen(Page[None]):
    """For each member: a person, or one of the policies."""

    CSS_PATH = "seats.tcss"
    HEADING = "Seats"
    ABOUT = (
        "Enter or space changes who holds the seat that is marked: the computer with the character its author gave it, "
        "you, or another character. Several people can share this keyboard: a curtain falls between them. "
        "A seed makes a game that can be played again with the same luck; leave it empty for a new one."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "change(1)", "Change"),
        Binding("left", "change(-1)", "Before", show=False),
        Binding("right", "change(1)", "Next", show=False),
        Binding("p", "alone", "Play this one alone"),
        Binding("f5,s", "start", "Start", key_display="s"),
    ]

    def __init__(self, scenario: Scenario, files: ScenarioFiles) -> None:
        super().__init__()
        self._scenario = scenario
        self._files = files
        self._holders: dict[str, str] = dict.fromkeys(scenario.members, "")
        self._holders[scenario.members[0]] = PERSON

    def say(self, words: Text | Prose | str, **values: Value) -> str:
        """Words with the names of this scenario's states."""
        states = {id_: state.name for id_, state in self._scenario.states.items()}
        return say(Wording(self.crisis.language, {"state": states}), words, **values)

    def compose_body(self) -> ComposeResult:
        """What it is about, the seats, the seed."""
        yield Static(self.say(self._scenario.title), classes="page-title", markup=False)
        with Horizontal(id="seats-columns"):
            seats = OptionList(id="seats", classes="panel")
            seats.border_title = self.say("Who plays?")
            seats.border_subtitle = self.say("s: start as it stands · p: play the marked one")
            yield seats
            with VerticalScroll(classes="panel", id="seat-about", can_focus=False) as about:
                about.border_title = self.say("The seat")
                yield Static(id="seat-words", markup=False, classes="words")
        with Horizontal(id="seed-row"):
            yield Static(self.say("Seed (empty: drawn)"), id="seed-label", markup=False)
            yield Input(id="seed", type="integer", max_length=18, compact=True)
            yield Static(self.say("s: start the game"), id="seed-hint", markup=False)

    def on_mount(self) -> None:
        """Fill the list and choose at once."""
        seats = self.query_one(OptionList)
        seats.add_options([Option(self._row(one), id=one) for one in self._scenario.members])
        seats.highlighted = 0
        seats.focus()

    @on(OptionList.OptionHighlighted)
    def show_seat(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about the state."""
        state = self._scenario.states[str(event.option_id)]
        asset = self._scenario.assets.get(state.asset or "")
        parts = [self.say(state.profile)]
        if asset:
            parts.append(self.say("What it alone has: {asset}.", asset=self.say(asset.name)))
        parts.append(self.say("The brief stays closed until somebody takes the seat."))
        self.query_one("#seat-about").border_title = self.say(state.name)
        self.query_one("#seat-words", Static).update("\n\n".join(parts))

    @on(OptionList.OptionSelected)
    def change_seat(self) -> None:
        """Enter changes the holder."""
        self.action_change(1)

    @on(Input.Submitted)
    def start_from_seed(self) -> None:
        """Enter in the seed starts."""
        self.action_start()

    def action_change(self, by: int) -> None:
        """The next holder of the seat that is marked."""
        seats = self.query_one(OptionList)
        if seats.highlighted is None:
            return
        seat = self._scenario.members[seats.highlighted]
        own = self._scenario.states[seat].policy
        choices = ["", PERSON, *(one for one in POLICIES if one != own)]
        self._holders[seat] = choices[(choices.index(self._holders[seat]) + by) % len(choices)]
        seats.replace_option_prompt(seat, self._row(seat))

    def action_alone(self) -> None:
        """One person plays the seat that is marked, the computer all others."""
        seats = self.query_one(OptionList)
        if seats.highlighted is None:
            return
        chosen = self._scenario.members[seats.highlighted]
        for seat in self._scenario.members:
            self._holders[seat] = PERSON if seat == chosen else ""
            seats.replace_option_prompt(seat, self._row(seat))

    def action_start(self) -> None:
        """Begin, and keep the game in a new save."""
        from crisis_game.exercise.opening import begin
        from crisis_game.exercise.save import SaveError

        if PERSON not in self._holders.values():
            self.notify(self.say("At least one seat needs a person."), severity="warning", markup=False)
            return
        written = self.query_one(Input).value.strip()
        roster = {seat: holder for seat, holder in self._holders.items() if holder}
        try:
            session = begin(self._scenario, self._files, roster, abs(int(written)) if written else None)
        except SaveError as fault:
            self.crisis.open("notice", str(fault))
            return
        self.crisis.play(session)

    def _row(self, seat: str) -> Content:
        state = self._scenario.states[seat]
        holder = self._holders[seat]
        person = holder == PERSON
        policy = holder or state.policy
        who = self.say("a person") if person else self.say("computer: {policy}", policy=self.say(policy))
        about = "" if person else self.say(POLICY_WORDS.get(policy, ""))
        return Content.assemble(
            (f"{'●' if person else '○'} {self.say(state.name):<12} ", "bold"),
            (who, "$success bold" if person else "$secondary"),
            ("\n    " + about if about else "\n    " + self.say("you, or somebody beside you"), "$foreground-muted"),
        )

"""The seats: who plays what, a person or a policy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content

from crisis_game.exercise.people import People, Person, keep_people
from crisis_game.exercise.sitting import PERSON
from crisis_game.exercise.turn_clock import PACES, keep_pace
from crisis_game.players.levels import LEVELS, PLAIN, Level
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Prose, Text, Value, Wording
from crisis_game.tui import dialogues
from crisis_game.tui.again import Again
from crisis_game.tui.keys import bindings, key_of, said, spoken, spoken_of
from crisis_game.tui.screens.base import Page
from crisis_game.tui.widgets.as_written import Button, Input, Option, OptionList, Static, as_written
from crisis_game.tui.widgets.key_words import pressing
from crisis_game.tui.widgets.marking_list import MarkingList
from crisis_game.tui.widgets.pane import Pane
from crisis_game.tui.wording import say

POLICY_WORDS = {
    "statesman": "seeks a text that carries, keeps its word",
    "legalist": "weighs the law above all",
    "hawk": "wants strong measures, asks for more than it needs",
    "dove": "wants talk and ways back",
    "free-rider": "votes yes and gives little",
    "random": "does whatever is possible, by lot",
}


LEVEL_WORDS: Mapping[Level, str] = {
    "plain": "The computer plays as its briefs and characters say.",
    "able": "The computer also looks one ANSWER ahead, from what its seats know and no more.",
}


class SeatsScreen(Page[None]):
    """For each member: a person, or one of the policies."""

    CSS_PATH = "seats.tcss"
    HEADING = "Seats"
    ABOUT = (
        "Enter gives the seat that is marked to a person, and on the seat of a person it starts the game. Space, left "
        "and right change who holds a seat: the computer with the character its author gave it, you, or another "
        "character. {alone} leaves the marked seat alone to you, and starts. Several people can share this keyboard: a "
        "curtain falls between them. {person} gives the person a name and, if wanted, a PIN, so that nobody else lifts "
        "the curtain; {move_back} and {move_on} let the person sit down earlier or later. {pace} gives each turn the "
        "minutes of a full game, of a class or of a quick one; without it there is no clock. {level} lets the computer "
        "play plain, as its briefs and characters say, or able: then it also looks one ANSWER ahead. Whatever chance "
        "decides comes out the same again in a game with the same luck number; leave it empty for a new one."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("seats")

    def __init__(self, scenario: Scenario, files: ScenarioFiles, again: Again | None = None) -> None:
        super().__init__()
        self._scenario = scenario
        self._files = files
        self._again = again
        self._holders: dict[str, str] = dict.fromkeys(scenario.members, "")
        self._holders[again.next_seat(scenario.members) if again else scenario.members[0]] = PERSON
        self._people = People().only(scenario.members)
        self._pace = ""
        self._level: Level = PLAIN

    @property
    def wording(self) -> Wording:
        """Words with the names of this scenario's states."""
        states = {id_: state.name for id_, state in self._scenario.states.items()}
        return Wording(self.stage.language, {"state": states})

    def say(self, words: Text | Prose | str, **values: Value) -> str:
        """Words with the names of this scenario's states."""
        return say(self.wording, words, **values)

    def compose_body(self) -> ComposeResult:
        """What it is about, the seats, the seed."""
        yield Static(self.say(self._scenario.title), classes="page-title")
        with Horizontal(id="seats-columns"):
            with Pane(self.say("Who plays?"), self._keys(PERSON), id="seats-pane"):
                yield MarkingList(id="seats")
            with Pane(self.say("The seat"), id="seat-about"):
                yield Static(id="seat-words", classes="words")
        keys = said("seats")
        with Horizontal(id="person-row"):
            yield Button(self.say("Name, PIN: {person}", **keys), id="person", action="screen.person", compact=True)
            yield Button(
                self.say("Sit down earlier: {move_back}", **keys),
                id="earlier",
                action="screen.move(-1)",
                compact=True,
            )
            yield Button(self.say("later: {move_on}", **keys), id="later", action="screen.move(1)", compact=True)
            yield Button(self._playing_level(), id="level", action="screen.level", compact=True)
        with Horizontal(id="seed-row"):
            yield Static(self.say("Luck number"), id="seed-label")
            again = self.say("same number, same luck; empty: new")
            yield Input(id="seed", type="integer", max_length=18, placeholder=again)
            yield Button(self._clock(), id="pace", action="screen.pace", compact=True)
            starts = key_of("start", "seats")
            yield Static(pressing(self.say("{key}: start", key=spoken(starts)), starts), id="seed-hint")

    def on_mount(self) -> None:
        """Fill the list and choose at once."""
        seats = self.query_one(OptionList)
        seats.add_options([Option(self._row(seat), id=seat) for seat in self._scenario.members])
        seats.highlighted = list(self._holders.values()).index(PERSON)
        if self._again is not None:
            self.query_one(Input).value = str(self._again.seed)
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
        self._draw_keys()
        self.query_one("#seat-about", Pane).entitle(self.say(state.name))
        self.query_one("#seat-words", Static).update("\n\n".join(parts))

    @on(OptionList.OptionSelected)
    def take_seat(self, event: OptionList.OptionSelected) -> None:
        """Enter gives the seat to a person; on the seat of a person it goes on, and never takes the seat away."""
        seat = str(event.option_id)
        if self._holders[seat] == PERSON:
            self.action_start()
        else:
            self._holders[seat] = PERSON
            self._draw()

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
        choices = ["", PERSON, *sorted((policy for policy in POLICIES if policy != own), key="random".__eq__)]
        self._holders[seat] = choices[(choices.index(self._holders[seat]) + by) % len(choices)]
        self._draw()

    def action_alone(self) -> None:
        """One person plays the seat that is marked, the computer all others; and off it goes."""
        seats = self.query_one(OptionList)
        if seats.highlighted is None:
            return
        chosen = self._scenario.members[seats.highlighted]
        for seat in self._scenario.members:
            self._holders[seat] = PERSON if seat == chosen else ""
        self.action_start()

    def action_person(self) -> None:
        """Ask for name and PIN of the person in the seat that is marked."""
        seat = self._marked_person()
        if seat is not None:
            dialogues.person(self.stage, self._people.of(seat), self.wording, self._named)

    def action_move(self, by: int) -> None:
        """Let the person in the seat that is marked sit down earlier or later."""
        seat = self._marked_person()
        if seat is not None:
            moved = self._playing.moved(seat, by)
            rest = tuple(person for person in self._people.persons if person.seat not in moved.order)
            self._people = People((*moved.persons, *rest))
            self._draw()

    @property
    def _playing(self) -> People:
        """Those of the seats that people hold."""
        return self._people.only([seat for seat, holder in self._holders.items() if holder == PERSON])

    def _named(self, person: Person | None) -> None:
        if person is not None:
            self._people = self._people.put(person)
            self._draw()

    def _marked_person(self) -> str | None:
        """The seat that is marked, where a person holds it; else it is said."""
        marked = self.query_one(OptionList).highlighted
        seat = None if marked is None else self._scenario.members[marked]
        if seat is not None and self._holders[seat] == PERSON:
            return seat
        self.notify(self.say("The computer holds this seat. Enter gives it to a person."))
        return None

    def _keys(self, holder: str) -> Content:
        """What the keys do with a seat that is held so."""
        words = "Enter: start" if holder == PERSON else "Enter: a person plays it"
        key = key_of("alone", "seats")
        alone = pressing(self.say("{key}: play this one", key=spoken(key)), key)
        return Content.assemble(pressing(self.say(words), "enter"), " · ", alone)

    def _draw_keys(self) -> None:
        seats = self.query_one(OptionList)
        if seats.highlighted is not None:
            holder = self._holders[self._scenario.members[seats.highlighted]]
            self.query_one("#seats-pane", Pane).entitle(self.say("Who plays?"), self._keys(holder))

    def _draw(self) -> None:
        self._draw_keys()
        seats = self.query_one(OptionList)
        for seat in self._scenario.members:
            seats.replace_option_prompt(seat, self._row(seat))

    def action_pace(self) -> None:
        """The next pace of the clock, or none."""
        paces = ("", *PACES)
        self._pace = paces[(paces.index(self._pace) + 1) % len(paces)]
        pace = self.query_one("#pace", Button)
        pace.label = as_written(self._clock())
        pace.refresh(layout=True)
        if self._pace:
            self.app.clear_notifications()
            times = {beat: f"{left // 60}:{left % 60:02}" for beat, left in PACES[self._pace].items()}
            sentence = "Each turn: SITUATION {situation}, TABLE {table}, ORDERS {orders}."
            self.notify(self.say(sentence, **times))

    def _clock(self) -> str:
        return self.say("Clock {pace}: {key}", pace=self.say(self._pace or "none"), key=spoken_of("pace", "seats"))

    def action_level(self) -> None:
        """The other level of the computer, with what it means."""
        self._level = LEVELS[(LEVELS.index(self._level) + 1) % len(LEVELS)]
        level = self.query_one("#level", Button)
        level.label = as_written(self._playing_level())
        level.refresh(layout=True)
        self.app.clear_notifications()
        self.notify(self.say(LEVEL_WORDS[self._level]))

    def _playing_level(self) -> str:
        return self.say("Computer {level}: {key}", level=self.say(self._level), key=spoken_of("level", "seats"))

    def action_start(self) -> None:
        """Begin, and keep the game in a new save."""
        from crisis_game.exercise.save import SaveError
        from crisis_game.exercise.session_opening import begin

        if PERSON not in self._holders.values():
            self.notify(self.say("At least one seat needs a person."), severity="warning")
            return
        written = self.query_one(Input).value.strip()
        roster = {seat: holder for seat, holder in self._holders.items() if holder}
        try:
            seed = abs(int(written)) if written else None
            session = begin(self._scenario, self._files, roster, seed, level=self._level)
            keep_people(session, self._playing)
            keep_pace(session, self._pace)
        except SaveError as fault:
            dialogues.notice(self.stage, str(fault))
            return
        self.stage.play(session)

    def _row(self, seat: str) -> Content:
        state, holder = self._scenario.states[seat], self._holders[seat]
        head = (f"{'●' if holder == PERSON else '○'} {self.say(state.name):<12} ", "bold")
        if holder == PERSON:
            who, about, colour = self.say("a person"), self._about_person(seat), "$success bold"
        else:
            policy = holder or state.policy
            who = self.say("computer: {policy}", policy=self.say(policy))
            about, colour = self.say(POLICY_WORDS.get(policy, "")), "$secondary"
        return Content.assemble(head, (who, colour), ("\n    " + about, "$foreground-muted"))

    def _about_person(self, seat: str) -> str:
        """Name, PIN and place in the order, as far as there are any."""
        person, order = self._people.of(seat), self._playing.order
        parts = [person.name] if person.name else []
        if person.pin:
            parts.append(self.say("with a PIN"))
        if len(order) > 1:
            place = order.index(seat) + 1
            parts.append(self.say("sits down as number {place} of {count}", place=place, count=len(order)))
        return " · ".join(parts) or self.say("you, or somebody beside you")

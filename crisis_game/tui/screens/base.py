"""What all screens share: help, a way back, words; and what all screens of a game share: the beat bar, the keys, acts.

A new screen is a small file here: a class that ends in `Screen`, derived from `Page` (before and beside a game),
`GamePage` (something laid over a main screen of a game) or `MainPage` (a main screen with a key of its own). It gives
`compose_body` and, in a game, `draw`, which puts the view into its widgets and is called again after each change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.accountability import ReportToCouncil
from crisis_game.engine.acts.alarm import RequestConsultation
from crisis_game.engine.acts.ballots import CastVote, GiveOpinion
from crisis_game.engine.acts.knowledge import GradeClaim, ShareEvidence
from crisis_game.engine.acts.responses import Deliver
from crisis_game.engine.acts.talk import AskPosition
from crisis_game.engine.acts.texts import TableText
from crisis_game.texts import Msgid, Prose, Text, Value
from crisis_game.tui.leaving import Leaving
from crisis_game.tui.places import MAIN, WIDE, screen_class
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.key_line import KeyLine
from crisis_game.tui.wording import say

if TYPE_CHECKING:
    from crisis_game.engine.act import Act
    from crisis_game.pages.parts import Kind
    from crisis_game.tui.app import CrisisApp
    from crisis_game.tui.desk import Desk
    from crisis_game.tui.game import Game, Sight

Result = TypeVar("Result")


class Page(Leaving[Result], Generic[Result]):
    """Any screen: help, a way back, and words in the reader's language.

    Attributes:
        HEADING: its title; ABOUT: what its help says. Both are msgids.
    """

    HEADING: ClassVar[Msgid] = ""
    ABOUT: ClassVar[Msgid] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("f1,question_mark", "help", "Help", key_display="?"),
        Binding("colon", "app.command_palette", "More", key_display=":"),
        Binding("j", "app.jump", "Jump to anything", show=False),
        Binding("ctrl+c,super+c", "copy_text", "Copy what is marked", show=False),
        Binding("f3", "words_here", "Explain a word", show=False),
    ]

    @property
    def crisis(self) -> CrisisApp:
        """The app."""
        from crisis_game.tui.app import CrisisApp

        app = self.app
        if not isinstance(app, CrisisApp):
            raise TypeError("a page of the game needs its app")
        return app

    def say(self, words: Text | Prose | Msgid, **values: Value) -> str:
        """Words as a plain string; a `str` is the msgid of a sentence of ours."""
        return self.crisis.say(words, **values)

    def compose(self) -> ComposeResult:
        """The body, and the keys below."""
        self.know_width()
        yield from self.compose_body()
        yield KeyLine()

    def compose_body(self) -> ComposeResult:
        """The screen's own widgets."""
        yield from ()

    def know_width(self) -> None:
        """Take the class of the width before the first frame, so that nothing jumps."""
        narrow = self.app.size.width < WIDE
        self.set_class(narrow, "-narrow")
        self.set_class(not narrow, "-wide")

    def action_back(self) -> None:
        """Go back to the screen below."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Say what this screen is for and which keys it has."""
        self.app.push_screen(screen_class("help")(self))

    def action_copy_text(self) -> None:
        """Copy the words that the mouse has selected, else what is marked."""
        self.crisis.action_copy_marked()

    def copied(self) -> str:
        """What is marked on this screen, in words."""
        from crisis_game.tui.copying import words_of

        return words_of(self.focused)

    def action_words_here(self) -> None:
        """Explain the words of the glossary that stand on this screen."""
        self.action_explain_term("")

    def action_explain_term(self, id_: str) -> None:
        """Explain one word that stands on this screen; empty for the first of them."""
        from crisis_game.law.glossary import TERMS
        from crisis_game.tui.widgets.glossed import terms_on

        terms = terms_on(self)
        if id_ in TERMS and TERMS[id_] not in terms:
            terms = (TERMS[id_], *terms)
        if terms:
            self.app.push_screen(screen_class("words")(terms, id_))
        else:
            self.notify(self.say("No word of the glossary stands on this screen."))


class GamePage(Page[Result], Generic[Result]):
    """A screen that shows what the seat before the screen may see."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("h", "library", "Law library", show=False)]

    @property
    def game(self) -> Game:
        """The game on the screen."""
        game = self.crisis.game
        if game is None:
            raise RuntimeError("there is no game on the screen")
        return game

    @property
    def sight(self) -> Sight:
        """What may be seen now."""
        return self.game.sight

    @property
    def desk(self) -> Desk:
        """What this seat has begun and selected."""
        return self.game.desk

    def say(self, words: Text | Prose | Msgid, **values: Value) -> str:
        """Words with the names of the scenario."""
        return say(self.sight.wording, words, **values)

    def on_screen_resume(self) -> None:
        """Show the view: on opening, and again when a screen that lay over this one is gone."""
        if self.crisis.game is not None:
            self.note_opened()
            self.draw()

    def note_opened(self) -> None:
        """Note on the desk that this screen was opened."""
        self.desk.opened.add(type(self).__module__.rpartition(".")[2].replace("_", "-"))

    def draw(self) -> None:
        """Put the view into the widgets; called whenever something may have changed."""

    def submit(self, command: Act) -> bool:
        """Do something and tell what came of it; False with the reason on the screen when it is refused."""
        from crisis_game.tui.submitting import submit

        return submit(self.crisis, command)

    def action_pass_on(self) -> None:
        """Pass the keyboard to another person, whether ready or not."""
        if self.game.shared:
            self.app.push_screen(screen_class("pass-on")(self.game))
        else:
            self.notify(self.say("Nobody else plays at this keyboard."))

    def action_library(self) -> None:
        """Look the law up: the article of a refusal just told, or what is marked; else the shelves."""
        from crisis_game.tui.looking_up import open_at

        refused, self.desk.refused_under = self.desk.refused_under, ""
        self.desk.opened.add("library")
        marked: tuple[Kind, str] | None = ("article", refused) if refused else self.law_marked()
        if marked is None:
            self.crisis.open("library")
        else:
            open_at(self.crisis, *marked)

    def law_marked(self) -> tuple[Kind, str] | None:
        """What is marked on this screen and stands in the law library: a finding's rule, an article, a case."""
        from crisis_game.tui.widgets.fold import FoldTitle

        return self.focused.look_up if isinstance(self.focused, FoldTitle) else None


class MainPage(GamePage[None]):
    """A main screen of the game: the beat bar above, the keys of all main screens and acts.

    Attributes:
        PLACE: its name in `places`.
    """

    PLACE: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(place.key, f"go('{place.name}')", place.title, show=False) for place in MAIN),
        Binding("a", "acts", "Acts"),
        Binding("r", "ready", "Ready"),
        Binding("f6", "pass_on", "Pass the keyboard", show=False),
        Binding("f2", "next_hint", "Guide: the next hint", show=False),
        Binding("f7", "notes", "Notes of your own", show=False),
        Binding("f9", "app.public", "The public view", show=False),
        Binding("full_stop", "app.turn_clock", "Stop the clock, or let it run", show=False),
        Binding("b", "brief", "Brief", show=False),
        Binding("n", "rules", "Rules and numbers", show=False),
        Binding("g", f"act('{GradeClaim.kind}')", "Grade a claim", show=False),
        Binding("c", f"act('{RequestConsultation.kind}')", "Request consultation", show=False),
        Binding("s", f"act('{ShareEvidence.kind}')", "Share evidence", show=False),
        Binding("p", f"act('{AskPosition.kind}')", "Ask one for its position", show=False),
        Binding("t", f"act('{TableText.kind}')", "Table a text", show=False),
        Binding("o", f"act('{GiveOpinion.kind}')", "Give our opinion", show=False),
        Binding("v", f"act('{CastVote.kind}')", "Vote", show=False),
        Binding("d", f"act('{Deliver.kind}')", "Deliver", show=False),
        Binding("u", f"act('{ReportToCouncil.kind}')", "Report to the Security Council", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The beat bar, the body, the keys."""
        self.know_width()
        from crisis_game.tui.widgets.beat_bar import BeatBar

        yield BeatBar(self.PLACE)
        yield from self.compose_body()
        yield Static(id="told")
        yield from self.crisis.below()
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Show the beat bar and the view."""
        if self.crisis.game is not None:
            self.note_opened()
            self.redraw()

    def redraw(self) -> None:
        """Draw the beat bar, the body, and what came of the last act."""
        from crisis_game.tui.widgets.beat_bar import BeatBar

        self.query_one(BeatBar).draw(self.game)
        self.draw()
        told = self.query_one("#told", Static)
        told.display = bool(self.desk.told)
        told.update("\n".join(self.desk.told))

    def action_go(self, name: str) -> None:
        """Go to another main screen."""
        if name != self.PLACE:
            self.desk.told = ()
            self.crisis.go(name)

    def action_back(self) -> None:
        """Back to the situation, and from there out of the game."""
        if self.PLACE == "situation":
            self.crisis.open("leave")
        else:
            self.crisis.go("situation")

    def action_acts(self) -> None:
        """All that can be done now."""
        self.crisis.open("acts")

    def action_act(self, kind: str) -> None:
        """Do one kind of thing, or say why that is not possible."""
        self.crisis.open("form", BY_KIND[kind])

    def action_ready(self) -> None:
        """Say that one is done with this beat, after asking for what is still due."""
        self.crisis.open("ready")

    def action_next_hint(self) -> None:
        """The guide's next hint; where it has none left, all of this scenario again."""
        from crisis_game.tui.hints import forget, next_hint, use, waiting_hint

        hint = next_hint(self.game) or waiting_hint(self.game)
        if hint is not None:
            use(self.game, hint)
        else:
            forget(self.game)
        self.redraw()

    def on_guide_passed(self) -> None:
        """The guide was clicked."""
        self.action_next_hint()

    def action_notes(self) -> None:
        """Write down what only this seat shall read."""
        self.crisis.open("notes")

    def action_brief(self) -> None:
        """Read one's brief again."""
        self.crisis.open("briefing")

    def action_rules(self) -> None:
        """Read the rules and all numbers."""
        self.crisis.open("rules")

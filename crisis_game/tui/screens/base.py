"""What all screens share: help, a way back, words; and what all screens of a game share: the beat bar, the keys, acts.

A new screen is a small file here: a class that ends in `Screen`, derived from `Page` (before and beside a game),
`GamePage` (something laid over a main screen of a game) or `MainPage` (a main screen with a key of its own). It gives
`compose_body` and, in a game, `draw`, which puts the view into its widgets and is called again after each change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeGuard, TypeVar, get_args

from textual.app import ComposeResult
from textual.binding import BindingType

from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.turns import SetReady
from crisis_game.scenario.ids import MainPageId, PageId
from crisis_game.texts import Msgid, Prose, Text, Value
from crisis_game.tui import dialogues, hints, navigation
from crisis_game.tui.breakpoints import DOUBLE, WIDE
from crisis_game.tui.keys import bindings
from crisis_game.tui.submission import submit
from crisis_game.tui.typed_ahead import Leaving
from crisis_game.tui.widgets.as_written import Static
from crisis_game.tui.widgets.beat_bar import BeatBar, PlaceLine
from crisis_game.tui.widgets.columns import Columns
from crisis_game.tui.widgets.fold import FoldTitle
from crisis_game.tui.widgets.gauge_cell import GaugeCell
from crisis_game.tui.widgets.key_line import KeyLine
from crisis_game.tui.wording import say

if TYPE_CHECKING:
    from crisis_game.engine.act import Act
    from crisis_game.pages.parts import Kind
    from crisis_game.pages.sight import Sight
    from crisis_game.tui.desk import Desk
    from crisis_game.tui.game import Game
    from crisis_game.tui.stage import Stage

Result = TypeVar("Result")


class Page(Leaving[Result], Generic[Result]):
    """Any screen: help, a way back, and words in the reader's language.

    Attributes:
        HEADING: its title; ABOUT: what its help says. Both are msgids; the help names keys by `Key.name`.
        PAGE: which page it is, where keys or hints lead to it.
        KEYS_FIRST: the place of the table of keys whose keys stand first in the line of keys.
    """

    PAGE: ClassVar[PageId | None] = None
    KEYS_FIRST: ClassVar[str] = ""
    HEADING: ClassVar[Msgid] = ""
    ABOUT: ClassVar[Msgid] = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings("everywhere")
    DEFAULT_CSS = """
    Page.-asking > KeyLine { display: none; }
    Page.-asking.-single { padding-bottom: 10; }
    """

    def say(self, words: Text | Prose | Msgid, **values: Value) -> str:
        """Words as a plain string; a `str` is the msgid of a sentence of ours."""
        return self.stage.say(words, **values)

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
        width = self.app.size.width
        for breadth, below, above in ((WIDE, "-narrow", "-wide"), (DOUBLE, "-single", "-double")):
            self.set_class(width < breadth, below)
            self.set_class(width >= breadth, above)

    def on_resize(self) -> None:
        """Take the classes of another width."""
        self.know_width()

    def on_mount(self) -> None:
        """Note on the desk that the page was opened."""
        game = self.stage.game
        if game is not None and self.PAGE is not None:
            game.desk.opened.add(self.PAGE)

    def action_back(self) -> None:
        """Go back to the first column, else to the screen below."""
        if not self.crossed_back():
            self.dismiss(None)

    def crossed_back(self) -> bool:
        """One step back from what stands beside to the first column; whether one was there."""
        return any(columns.cross_back() for columns in self.query(Columns))

    def action_help(self) -> None:
        """Say what this screen is for and which keys it has."""
        dialogues.help_on(self.stage, self)

    def action_page(self, page: PageId) -> None:
        """Go to another page."""
        navigation.PAGES[page](self.stage)

    def action_copy_text(self) -> None:
        """Copy the words that the mouse has selected, else what is marked."""
        self.stage.action_copy_marked()

    def copied(self) -> str:
        """What is marked on this screen, in words."""
        from crisis_game.tui.clipboard import words_of

        return words_of(self.focused)

    def action_words_here(self) -> None:
        """Explain the words that stand on this screen; the gauge that is marked stands first."""
        focused = self.focused
        self.action_explain_term(f"gauge/{focused.gauge.gauge.id}" if isinstance(focused, GaugeCell) else "")

    def action_explain_term(self, id_: str) -> None:
        """Explain one word that stands on this screen; empty for the first of them."""
        from crisis_game.law.glossary import TERMS
        from crisis_game.pages.words_here import term_explained, words_here
        from crisis_game.tui.widgets.glossary_words import words_on

        game = self.stage.game
        view = game.sight.view if game is not None else None
        words = words_here(words_on(self), view, self.stage.wording)
        if id_ in TERMS and id_ not in (word.id for word in words):
            words = (term_explained(TERMS[id_]), *words)
        if words:
            dialogues.words(self.stage, words, id_)
        else:
            self.notify(self.say("No word that can be explained stands on this screen."))


class GamePage(Page[Result], Generic[Result]):
    """A screen that shows what the seat before the screen may see.

    Attributes:
        holds_clock: whether the clock stands while it is read.
    """

    holds_clock = False
    BINDINGS: ClassVar[list[BindingType]] = bindings("game")

    def compose(self) -> ComposeResult:
        """Where one is, the body, the keys."""
        self.know_width()
        yield PlaceLine()
        yield from self.compose_body()
        yield KeyLine()

    def where(self) -> str:
        """What is said beside the name of the page: of which round, which of how many."""
        return ""

    @property
    def game(self) -> Game:
        """The game on the screen."""
        game = self.stage.game
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
        if self.stage.game is not None:
            self.redraw()

    def redraw(self) -> None:
        """Show where one is, and the view."""
        self.query_one(PlaceLine).draw(self.game, self.say(self.HEADING), self.where())
        self.draw()

    def draw(self) -> None:
        """Put the view into the widgets; called whenever something may have changed."""

    def submit(self, command: Act) -> bool:
        """Do something and tell what came of it; False with the reason on the screen when it is refused."""
        return submit(self.stage, command, self.tell)

    def tell(self, sentence: str) -> None:
        """Say something about what was just tried; a main page has a line for it."""
        self.notify(sentence, severity="warning")

    def action_pass_on(self) -> None:
        """Pass the keyboard to another person, whether ready or not."""
        if self.game.shared:
            navigation.pass_on(self.stage, self.game)
        else:
            self.tell(self.say("Nobody else plays at this keyboard."))

    def action_page(self, page: PageId) -> None:
        """Go to another page: to the law library where it speaks of what is marked."""
        if page == "library":
            self._look_up()
        else:
            super().action_page(page)

    def on_fold_title_ruling_wanted(self, event: FoldTitle.RulingWanted) -> None:
        """Open the page of a ruling."""
        event.stop()
        self.open_ruling(event.act)

    def open_ruling(self, act: str) -> None:
        """Open the page of the ruling on an act, as all members know it."""
        from crisis_game.pages.ruling_page import ruling_page

        record = self.game.session.record()
        pages = [ruling_page(act_on_record, self.sight.seen) for act_on_record in record]
        navigation.ruling(self.stage, pages, [act_on_record.id for act_on_record in record].index(act))

    def _look_up(self) -> None:
        """Look the law up: the article of a refusal just told, or what is marked; else the shelves."""
        refused, self.desk.refused_under = self.desk.refused_under, ""
        marked: tuple[Kind, str] | None = ("article", refused) if refused else self.law_marked()
        if marked is None:
            navigation.library(self.stage)
        else:
            navigation.look_up(self.stage, *marked)

    def law_marked(self) -> tuple[Kind, str] | None:
        """What is marked on this screen and stands in the law library: a finding's rule, an article, a case."""
        return self.focused.look_up if isinstance(self.focused, FoldTitle) else None


class MainPage(GamePage[None]):
    """A main screen of the game: the beat bar above, the keys of all main screens and acts.

    Attributes:
        PAGE: its own.
    """

    PAGE: ClassVar[MainPageId]
    BINDINGS: ClassVar[list[BindingType]] = bindings("main")

    def compose(self) -> ComposeResult:
        """The beat bar, the body, the keys."""
        self.know_width()
        yield BeatBar(self.PAGE)
        yield from self.compose_body()
        yield Static(id="told")
        yield from self.stage.below()
        yield KeyLine()

    def redraw(self) -> None:
        """Draw the beat bar, the body, and what came of the last act."""
        self.query_one(BeatBar).draw(self.game)
        self.draw()
        self._show_outcome()

    def tell(self, sentence: str) -> None:
        """Say it in the line above the keys, in place of what came of the last act."""
        self.desk.outcome = (sentence,)
        self._show_outcome()

    def _show_outcome(self) -> None:
        outcome = self.query_one("#told", Static)
        outcome.display = bool(self.desk.outcome)
        outcome.update("\n".join(self.desk.outcome))

    def action_page(self, page: PageId) -> None:
        """Go to another main page, or lay a page over this one."""
        if not is_main(page):
            super().action_page(page)
        elif page != self.PAGE:
            self.desk.outcome = ()
            self.stage.go(page)

    def action_back(self) -> None:
        """Back to the first column, then to the situation, and from there out of the game."""
        if self.crossed_back():
            return
        if self.PAGE == "situation":
            navigation.leave(self.stage)
        else:
            self.stage.go("situation")

    def action_act(self, kind: str) -> None:
        """Do one kind of thing, or say why that is not possible; before being ready, ask for what is still due."""
        if kind == SetReady.kind:
            navigation.ready(self.stage)
        else:
            navigation.form(self.stage, BY_KIND[kind])

    def action_next_hint(self) -> None:
        """The guide's next hint; where it has none left, all of this scenario again."""
        hint = hints.next_hint(self.game) or hints.waiting_hint(self.game)
        if hint is not None:
            hints.use(self.game, hint)
        else:
            hints.forget(self.game)
        self.redraw()

    def on_guide_passed(self) -> None:
        """The guide was clicked."""
        self.action_next_hint()


def is_main(page: PageId) -> TypeGuard[MainPageId]:
    """Whether a page is one of those between which a seat goes in play."""
    return page in get_args(MainPageId)


def redraw_shown(stage: Stage) -> None:
    """Draw the main page that is shown anew; one that is still being put up draws itself when it is."""
    screen = stage.screen
    if isinstance(screen, MainPage) and screen.is_mounted:
        screen.redraw()

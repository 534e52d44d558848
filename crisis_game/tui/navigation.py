"""The ways to every screen: one function for each, with what the screen is given.

A screen is imported when it is opened: the first frame stands before anything heavy is loaded, and screens that open
each other need not import each other. No module but this one and `dialogues` imports a screen to open it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from textual.screen import Screen
from textual.widget import AwaitMount

from crisis_game.scenario.ids import Beat, MainPageId, PageId
from crisis_game.tui.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crisis_game.debrief.class_played import ClassPlayed, CouncilPlayed
    from crisis_game.engine.act import Act, Chosen
    from crisis_game.engine.drafts import DraftDomain
    from crisis_game.exercise.lesson_actions import Steer
    from crisis_game.exercise.sitting import Sitting
    from crisis_game.pages.council_desk import CouncilDesk
    from crisis_game.pages.desk_tabs import SavePage, TabPage
    from crisis_game.pages.entrance import Entrance
    from crisis_game.pages.parts import Kind, Page
    from crisis_game.pages.sight import Sight
    from crisis_game.scenario.library import ScenarioFiles
    from crisis_game.scenario.model import Scenario
    from crisis_game.texts import Msgid, Wording
    from crisis_game.tui.again import Again
    from crisis_game.tui.desk import DraftTerms, TakesDraft
    from crisis_game.tui.game import Game
    from crisis_game.workshop.watched_file import Watched

Way: TypeAlias = Callable[[Stage], AwaitMount]
"""A way that needs nothing but the stage."""

BEAT_PAGE: Mapping[Beat, MainPageId] = {
    "situation": "situation",
    "table": "table",
    "orders": "orders",
    "answer": "situation",
}
"""The main page that belongs to each beat."""


# Pages of a game ------------------------------------------------------------------------------------------------------


def main_page(page: MainPageId) -> Screen[None]:
    """A main page, to be put in the place of another."""
    match page:
        case "situation":
            from crisis_game.tui.screens.situation import SituationScreen

            return SituationScreen()
        case "inbox":
            from crisis_game.tui.screens.inbox import InboxScreen

            return InboxScreen()
        case "table":
            from crisis_game.tui.screens.table import TableScreen

            return TableScreen()
        case "orders":
            from crisis_game.tui.screens.orders import OrdersScreen

            return OrdersScreen()
        case "record":
            from crisis_game.tui.screens.record import RecordScreen

            return RecordScreen()
        case "charter":
            from crisis_game.tui.screens.charter import CharterScreen

            return CharterScreen()
        case "map":
            from crisis_game.tui.screens.map import MapScreen

            return MapScreen()


def acts(stage: Stage, text: str | None = None) -> AwaitMount:
    """All that can be done now; with a text what can be done with it."""
    from crisis_game.tui.screens.acts import ActsScreen

    return stage.push_screen(ActsScreen(text))


def counsel(stage: Stage, letter: str = "") -> AwaitMount:
    """An answer of counsel by its letter; the last one where none is named."""
    from crisis_game.tui.screens.counsel import CounselScreen

    return stage.push_screen(CounselScreen(letter))


def waves(stage: Stage) -> AwaitMount:
    """All waves of this TABLE."""
    from crisis_game.tui.screens.waves import WavesScreen

    return stage.push_screen(WavesScreen())


def answer(stage: Stage) -> AwaitMount:
    """What came of the round."""
    from crisis_game.tui.screens.answer import AnswerScreen

    return stage.push_screen(AnswerScreen())


def ruling(stage: Stage, pages: Sequence[Page], place: int, wording: Wording | None = None) -> AwaitMount:
    """The rulings on some acts, one at a time, beginning with the one at a place; in the seat's words, or in others."""
    from crisis_game.tui.screens.ruling import RulingScreen

    return stage.push_screen(RulingScreen(pages, place, wording))


def briefing(stage: Stage) -> AwaitMount:
    """One's own brief."""
    from crisis_game.tui.screens.briefing import BriefingScreen

    return stage.push_screen(BriefingScreen())


def debrief(stage: Stage) -> AwaitMount:
    """Everything is open."""
    from crisis_game.tui.screens.debrief import DebriefScreen

    return stage.push_screen(DebriefScreen())


def ending(stage: Stage) -> AwaitMount:
    """How it ended."""
    from crisis_game.tui.screens.ending import EndingScreen

    return stage.push_screen(EndingScreen())


def explain(stage: Stage, text: str) -> AwaitMount:
    """Why one votes so on a text."""
    from crisis_game.tui.screens.explain import ExplainScreen

    return stage.push_screen(ExplainScreen(text))


def form(stage: Stage, act: type[Act], preset: Chosen | None = None) -> AwaitMount:
    """The form of an act; `preset` are values of its fields that are known already."""
    from crisis_game.tui.screens.form import FormScreen

    return stage.push_screen(FormScreen(act, preset))


def gauges(stage: Stage, gauge: str = "") -> AwaitMount:
    """What moved a gauge; the one looked at last where none is named."""
    from crisis_game.tui.screens.gauges import GaugesScreen

    return stage.push_screen(GaugesScreen(gauge))


def leave(stage: Stage) -> AwaitMount:
    """Whether to leave the game, and for what."""
    from crisis_game.tui.screens.leave import LeaveScreen

    return stage.push_screen(LeaveScreen())


def letter(stage: Stage, id_: str) -> AwaitMount:
    """A letter that asks, by its id."""
    from crisis_game.tui.screens.letter import LetterScreen

    return stage.push_screen(LetterScreen(id_))


def notes(stage: Stage) -> AwaitMount:
    """What only this seat shall read."""
    from crisis_game.tui.screens.notes import NotesScreen

    return stage.push_screen(NotesScreen())


def pass_on(stage: Stage, game: Game) -> AwaitMount:
    """Who gets the keyboard of a game that is shared."""
    from crisis_game.tui.screens.pass_on import PassOnScreen

    return stage.push_screen(PassOnScreen(game))


def ready(stage: Stage) -> AwaitMount:
    """Whether one is done with this beat."""
    from crisis_game.tui.screens.ready import ReadyScreen

    return stage.push_screen(ReadyScreen())


def reason(stage: Stage, act: type[Act]) -> AwaitMount:
    """Why an act is not possible now."""
    from crisis_game.tui.screens.reason import ReasonScreen

    return stage.push_screen(ReasonScreen(act))


def roll_call(stage: Stage) -> AwaitMount:
    """The votes as they are opened."""
    from crisis_game.tui.screens.roll_call import RollCallScreen

    return stage.push_screen(RollCallScreen())


def rules(stage: Stage) -> AwaitMount:
    """The rules and all numbers of the scenario."""
    from crisis_game.tui.screens.rules import RulesScreen

    return stage.push_screen(RulesScreen())


def text_editor(stage: Stage, domain: DraftDomain, terms: DraftTerms, then: TakesDraft, base: str = "") -> AwaitMount:
    """A text to write, or one of one's own (`base`): which can be given, on which terms, and who gets it or None."""
    from crisis_game.tui.screens.text_editor import TextEditorScreen

    return stage.push_screen(TextEditorScreen(domain, terms, base), then)


# Between people -------------------------------------------------------------------------------------------------------


def curtain(stage: Stage) -> AwaitMount:
    """The curtain, with the name of who sits down next."""
    from crisis_game.tui.screens.curtain import CurtainScreen

    return stage.push_screen(CurtainScreen())


def public(stage: Stage) -> AwaitMount:
    """What everybody may know, over the curtain."""
    from crisis_game.tui.screens.public import PublicScreen

    return stage.push_screen(PublicScreen())


# Beside a game --------------------------------------------------------------------------------------------------------


def casebook(stage: Stage, case: str | None = None, question: str = "") -> AwaitMount:
    """The casebook: at one act, or at those that turned on a question."""
    from crisis_game.tui.screens.casebook import CasebookScreen

    return stage.push_screen(CasebookScreen(case, question))


def library(stage: Stage, kind: Kind | None = None, id_: str = "") -> AwaitMount:
    """The law library: its shelves, the shelf of a kind, or one thing on it."""
    from crisis_game.tui.screens.library import LibraryScreen

    return stage.push_screen(LibraryScreen(kind, id_))


def look_up(stage: Stage, kind: Kind, id_: str) -> AwaitMount:
    """Library or casebook at one thing; Escape leads back to the screen that asked.

    Args:
        stage: where.
        kind: `article` (of the charter in play; `un:51` for one of the UN Charter), `rule`, `case`, `term`, or
            `question`, which opens the casebook at the cases on one question.
        id_: number, id of the rule, of the case, of the word, or of the question; empty for the whole shelf.
    """
    return casebook(stage, question=id_) if kind == "question" else library(stage, kind, id_)


def class_room(stage: Stage, played: ClassPlayed) -> AwaitMount:
    """A class: its councils, and all that comes after."""
    from crisis_game.tui.screens.class_room import ClassRoomScreen

    return stage.push_screen(ClassRoomScreen(played))


def council_save(
    stage: Stage, page: SavePage, council: CouncilPlayed, session: Sitting, language: str, then: Callable[[None], None]
) -> AwaitMount:
    """Ratings or rulings in the save of a council; `then` is called when the screen goes."""
    from crisis_game.tui.screens.class_ratings import ClassRatingsScreen
    from crisis_game.tui.screens.class_rulings import ClassRulingsScreen

    screen = ClassRatingsScreen if page == "ratings" else ClassRulingsScreen
    return stage.push_screen(screen(council, session, language), then)


def mock_vote(stage: Stage) -> AwaitMount:
    """A mock vote to warm up."""
    from crisis_game.tui.screens.mock_vote import MockVoteScreen

    return stage.push_screen(MockVoteScreen())


def rules_of_play(stage: Stage) -> AwaitMount:
    """How it is played."""
    from crisis_game.tui.screens.rules_of_play import RulesOfPlayScreen

    return stage.push_screen(RulesOfPlayScreen())


def saves(stage: Stage) -> AwaitMount:
    """The saved games."""
    from crisis_game.tui.screens.saves import SavesScreen

    return stage.push_screen(SavesScreen())


def scenarios(stage: Stage) -> AwaitMount:
    """What can be played."""
    from crisis_game.tui.screens.scenarios import ScenariosScreen

    return stage.push_screen(ScenariosScreen())


def seats(stage: Stage, scenario: Scenario, files: ScenarioFiles, again: Again | None = None) -> AwaitMount:
    """Who holds which seat of a scenario; its files go into the save. `again` is what a game before had."""
    from crisis_game.tui.screens.seats import SeatsScreen

    return stage.push_screen(SeatsScreen(scenario, files, again))


def settings(stage: Stage) -> AwaitMount:
    """What is kept from one game to the next."""
    from crisis_game.tui.screens.settings import SettingsScreen

    return stage.push_screen(SettingsScreen())


def desk_page(stage: Stage, page: TabPage, desk: CouncilDesk, do: Callable[[Steer], bool]) -> AwaitMount:
    """A page of the desk of a council."""
    from crisis_game.engine.acts.facilitator import Improvise
    from crisis_game.tui.screens.free_moves import FreeMovesScreen
    from crisis_game.tui.screens.hands import HandsScreen
    from crisis_game.tui.screens.overruling import OverrulingScreen
    from crisis_game.tui.screens.running_sheet import RunningSheetScreen

    if page == "improvise":
        return facilitator_form(stage, desk.sight, Improvise, lambda command: do(desk.steer(command)))
    screens: Mapping[str, Callable[[CouncilDesk, Callable[[Steer], bool]], Screen[None]]] = {
        "sheet": RunningSheetScreen,
        "moves": FreeMovesScreen,
        "hands": HandsScreen,
        "overrule": OverrulingScreen,
    }
    return stage.push_screen(screens[page](desk, do))


def facilitator_form(
    stage: Stage,
    sight: Callable[[], Sight],
    act: type[Act],
    do: Callable[[Act], bool],
    preset: Chosen | None = None,
    surely: Msgid = "",
) -> AwaitMount:
    """An act of the facilitator's in a council, beside what it asks about."""
    from crisis_game.tui.screens.facilitator_form import FacilitatorFormScreen

    return stage.push_screen(FacilitatorFormScreen(sight, act, do, preset, surely))


def way_in(stage: Stage, entrance: Entrance) -> AwaitMount:
    """Code and address of a lesson, large, for all in the room."""
    from crisis_game.tui.screens.way_in import WayInScreen

    return stage.push_screen(WayInScreen(entrance))


def own_desk(stage: Stage, entrance: Entrance) -> AwaitMount:
    """Where the facilitator's desk is in a browser, for the facilitator."""
    from crisis_game.tui.screens.way_in import OwnDeskScreen

    return stage.push_screen(OwnDeskScreen(entrance))


def watch(stage: Stage, watched: Watched) -> AwaitMount:
    """The problems of a file that is being written."""
    from crisis_game.tui.screens.watch import WatchScreen

    return stage.push_screen(WatchScreen(watched))


PAGES: Mapping[PageId, Way] = {
    "acts": acts,
    "answer": answer,
    "briefing": briefing,
    "casebook": casebook,
    "debrief": debrief,
    "gauges": gauges,
    "library": library,
    "notes": notes,
    "public": public,
    "rules": rules,
}
"""Pages that lie over a main page, by their names."""

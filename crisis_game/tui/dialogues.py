"""The ways to every dialogue: a question, a choice, a sentence, words, laid over the screen that asks for it.

As in `navigation`, a dialogue is imported when it is opened, and by no other module.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.widget import AwaitMount

from crisis_game.tui.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crisis_game.exercise.people import Person
    from crisis_game.pages.words_here import WordHere
    from crisis_game.texts import Wording
    from crisis_game.tui.jump_targets import Spot


def choose(
    stage: Stage,
    question: str,
    groups: Mapping[str, Sequence[tuple[str, str]]],
    chosen: str,
    then: Callable[[str | None], None],
) -> AwaitMount:
    """One of several answers, by its id; None where nobody chose."""
    from crisis_game.tui.screens.choose import ChooseScreen

    return stage.push_screen(ChooseScreen(question, groups, chosen), then)


def confirm(stage: Stage, question: str, yes: str, no: str, then: Callable[[], None]) -> AwaitMount:
    """A question before something is done for good; `then` is done on yes alone."""
    from crisis_game.tui.screens.confirm import ConfirmScreen

    return stage.push_screen(ConfirmScreen(question, yes, no), lambda said: then() if said else None)


def help_on(stage: Stage, below: Screen[Any]) -> AwaitMount:
    """What a screen is for, and its keys."""
    from crisis_game.tui.screens.help import HelpScreen

    return stage.push_screen(HelpScreen(below))


def jump(stage: Stage, spots: list[Spot], advice: str) -> AwaitMount:
    """Letters before some spots; the one that is typed is gone to."""
    from crisis_game.tui.screens.jump import JumpScreen

    def go(spot: Spot | None) -> None:
        if spot is not None:
            spot.go()

    return stage.push_screen(JumpScreen(spots, advice), go)


def sentence(
    stage: Stage,
    question: str,
    most: int,
    then: Callable[[str | None], None],
    *,
    standing: str = "",
    may_be_empty: bool = False,
) -> AwaitMount:
    """A sentence to write, of at most so many characters, beginning with one that stands; None where nobody wrote."""
    from crisis_game.tui.screens.sentence import SentenceScreen

    return stage.push_screen(SentenceScreen(question, most, standing, may_be_empty=may_be_empty), then)


def notice(stage: Stage, sentence: str) -> AwaitMount:
    """A sentence that has to be read."""
    from crisis_game.tui.screens.notice import NoticeScreen

    return stage.push_screen(NoticeScreen(sentence))


def person(stage: Stage, who: Person, wording: Wording, then: Callable[[Person | None], None]) -> AwaitMount:
    """Name and PIN of a person; None where nothing shall change."""
    from crisis_game.tui.screens.person import PersonScreen

    return stage.push_screen(PersonScreen(who, wording), then)


def words(stage: Stage, words: tuple[WordHere, ...], chosen: str = "") -> AwaitMount:
    """Words that stand on the screen, with the one that is marked first."""
    from crisis_game.tui.screens.words import WordsScreen

    return stage.push_screen(WordsScreen(words, chosen))

"""The walk with hostile words, at its small setting; `walk.py` has the full one.

What was written is what is shown, nothing raises, and nothing raw reaches a terminal or a page, wherever words stand.
"""

from __future__ import annotations

import io
from pathlib import Path
from shutil import copytree

import pytest

from crisis_game.cli import VERBS
from crisis_game.exercise.session_opening import read
from crisis_game.plain.console import MOST_IN_VIEW, Console
from crisis_game.texts import Wording
from crisis_game.tui import navigation
from crisis_game.tui.app import CrisisApp
from tests.hostile import games, lines, screens, verbs, written
from tests.hostile.signs import ALL, CLOSE, OPEN, SHOWN, faults
from tests.tui.stage import SMALL

BASE = "first-watch"
KINDS = {
    "a state": ("Aldermark",),
    "a person": (", for Aldermark",),
    "a place": ("Alder",),
    "a measure": ("Demand with a date",),
    "a clause": ("A way back",),
    "an inject": ("Korrin speaks", "Oxygen for forty hours"),
    "a claim": ("Korrin's own service carried out the attack.",),
    "an ending": ("The wrong door", "The cranes move", "A long night"),
    "a message": (" Agreed ",),
    "a name of a save": (" my game ",),
    "a note": (" my note ",),
    "a charter": ("Pact on the Common Watch",),
}
"""Words of each kind beside which signs stand; those of each kind must have been on a screen."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, games.Games]:
    """One game, built once for all walks here."""
    home = tmp_path_factory.mktemp("hostile")
    return home, games.build(BASE, home)


@pytest.fixture
def played(built: tuple[Path, games.Games], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> games.Games:
    """The same in a home of the test's own, where it can be played on, renamed and deleted."""
    home, files = built
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    copytree(home, tmp_path / "saves")
    return files.in_folder(tmp_path / "saves")


def test_every_word_of_the_author_is_foreign(played: games.Games) -> None:
    assert not list(written.clean_prose(read(str(played.scenario))[0]))


def test_what_is_wrong_is_found() -> None:
    for words in SHOWN:
        assert not list(faults(f"│ so {words} │")), words
        assert list(faults(f"│ so {words[0]}{words[2:]} │")), words
        assert list(faults(f"│ so {words[:-2]}{words[-1]} │")), words
    for words in set(ALL) - set(SHOWN):
        assert words.casefold() in SHOWN or list(faults(words)), words


def test_a_screen_that_fails_is_found(played: games.Games, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(screen: object) -> None:
        raise ValueError("no words for it")

    async def steps(walk: screens.Walk) -> None:
        await walk.open(navigation.settings)

    monkeypatch.setattr("crisis_game.tui.screens.settings.SettingsScreen.on_mount", fail, raising=False)
    taken = screens.Walk()
    taken.run(CrisisApp("en"), steps, SMALL)

    assert [fault for fault in taken.found if "ValueError: no words for it" in fault]


def test_screens(played: games.Games) -> None:
    taken = screens.walk(played, SMALL)

    assert not taken.found
    assert screens.all_screens() <= taken.seen
    shown = "\n".join(taken.shown)
    beside = {
        kind: [f"{word}{OPEN}" for word in words] + [f"{CLOSE}{word}" for word in words]
        for kind, words in KINDS.items()
    }
    assert not [kind for kind, words in beside.items() if not any(word in shown for word in words)]


def test_plain_words_of_any_kind_are_made_visible() -> None:
    said = io.StringIO()
    console = Console(Wording("en"), io.StringIO(f"{ALL[-1]}\n1\n"), said)
    for words in ALL:
        console.line(words)
        console.heading(words)
    console.choose(ALL[-2], ALL)

    assert not list(faults(said.getvalue()))


def test_lines(played: games.Games, tmp_path: Path) -> None:
    explorer = lines.walk(played, games.before_force(tmp_path))

    assert not explorer.found
    assert explorer.met == lines.all_sites()
    assert lines.longest_list(explorer.said.getvalue()) == MOST_IN_VIEW


def test_verbs(played: games.Games, tmp_path: Path) -> None:
    called = verbs.calls(played, tmp_path)

    assert set(called) == set(VERBS)
    assert not [fault for calls in called.values() for call in calls for fault in verbs.answered(call)[2]]
    assert not list(verbs.charts(tmp_path))

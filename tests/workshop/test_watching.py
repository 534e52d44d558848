"""Watching: choices carried to a changed scenario, places to begin at, and files that are saved in any way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from crisis_game.engine.acts.alarm import RequestConsultation
from crisis_game.engine.acts.knowledge import GradeClaim, ShareEvidence
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.events.script import LetterCame
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import PERSON, Receipt
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.texts import Wording
from crisis_game.workshop.carried_choices import NoSuchSpotError, Spot, carry, choices, read_spot, start
from crisis_game.workshop.watched_file import Watched, version_notes

TINY = Path(__file__).parents[1] / "data" / "tiny.yaml"
Version = Callable[..., Scenario]
HOT = "reactions: {hot: {title: X, at: table, when: true, effects: [{gauge: escalation, add: 5}], text: H}}\nendings:\n"


@pytest.fixture
def version(tmp_path: Path) -> Version:
    """A version of the tiny scenario with some parts of its text replaced."""

    def read(*changes: tuple[str, str]) -> Scenario:
        text = TINY.read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path = tmp_path / "version.yaml"
        path.write_text(text, encoding="utf-8")
        return load_scenario(find(str(path)))

    return read


def played(scenario: Scenario) -> Session:
    session = Session.start(scenario, {"BBB": PERSON}, None, 7)
    for command in (GradeClaim("caldera-did-it", "suspected"), ShareEvidence("picture"), RequestConsultation()):
        session.submit("BBB", command)
    return session


def test_the_same_version_carries_everything_unchanged(version: Version) -> None:
    old = played(version())
    assert len(choices(old, "BBB")) >= 2

    carried = carry(version(), old, "BBB")

    assert (carried.way.stop, carried.way.differs, carried.dropped) == (None, None, ())
    assert [entry.events for entry in carried.session.log] == [entry.events for entry in old.log]


def test_a_command_that_no_longer_applies_drops_itself_and_what_follows(version: Version) -> None:
    old = Session.start(version(), {"AAA": PERSON}, None, 7)
    commands = (RequestConsultation(), GradeClaim("caldera-did-it", "suspected"), SetReady())
    assert all(isinstance(old.submit("AAA", command), Receipt) for command in commands)
    text = TINY.read_text(encoding="utf-8").replace("caldera-did-it", "caldera-cut-it")
    new = version((TINY.read_text(encoding="utf-8"), text))

    carried = carry(new, old, "AAA")

    assert carried.way.done == 1
    assert carried.way.stop is not None
    assert carried.way.stop.refusal.code == "no-such-claim"
    assert [choice.command for choice in carried.dropped] == list(commands[1:])


def test_where_things_first_come_out_otherwise_is_named(version: Version) -> None:
    old = Session.start(version(), {"AAA": PERSON}, None, 7)
    for command in (GradeClaim("caldera-did-it", "suspected"), SetReady()):
        assert isinstance(old.submit("AAA", command), Receipt)

    reworded = carry(version(("name: Firm words", "name: Firmer words")), old, "AAA")
    heated = carry(version(("endings:\n", HOT)), old, "AAA")

    assert reworded.way.differs is None
    assert heated.way.stop is None
    assert heated.way.differs is not None
    assert heated.way.differs.n == choices(old, "AAA")[-1].n, "it grows hot when the table opens"


def test_a_seat_that_is_gone_is_said(version: Version) -> None:
    with pytest.raises(NoSuchSpotError, match="no member"):
        carry(version(), played(version()), "CCC")


@pytest.mark.parametrize(
    ("words", "spot"),
    [
        ("inject:second-ship", Spot("inject", inject="second-ship")),
        ("round:2", Spot("round", round=2)),
        ("round:2/orders", Spot("round", round=2, beat="orders")),
    ],
)
def test_places_are_read(words: str, spot: Spot) -> None:
    assert read_spot(words) == spot


@pytest.mark.parametrize("words", ["", "inject:", "round:x", "round:2/answer", "beat:2", "round:²"])
def test_other_words_are_no_places(words: str) -> None:
    with pytest.raises(NoSuchSpotError):
        read_spot(words)


@pytest.mark.parametrize("words", ["round:1/table", "round:2", "round:2/orders"])
def test_a_game_begins_at_a_beat_with_the_seat_in_hand(version: Version, words: str) -> None:
    spot = read_spot(words)

    session = start(version(), "AAA", spot, 1)

    assert (session.seen("AAA").round, session.seen("AAA").beat) == (spot.round, spot.beat)
    assert session.waiting() == ("AAA",)


def test_a_game_begins_where_an_inject_has_arrived(version: Version) -> None:
    session = start(version(), "AAA", Spot("inject", inject="banks-close"), 1)

    letters = [event for entry in session.log for event in entry.events if isinstance(event, LetterCame)]
    assert "inject:banks-close" in [event.letter.id for event in letters]


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("escalation > 99", "In none of them `escalation > 99` held."),
        ("round == 1", "Its condition held in 20 of them, but not when it is read."),
        ("not accused and escalation > 99", "In none of them `escalation > 99` held."),
        ("round == 1 and round == 2", "Its parts never held together; `round == 1` held in 20 of them."),
    ],
)
def test_what_is_never_reached_is_said_with_what_was_wanting(version: Version, when: str, why: str) -> None:
    never = version(("when: not adopted('protest')", f"when: {when}"))
    tried: list[int] = []

    with pytest.raises(NoSuchSpotError) as told_:
        start(never, "AAA", Spot("inject", inject="second-ship"), 1, tried.append)

    assert (
        Wording().say(told_.value.words) == f"inject:second-ship was not reached in 20 games (seeds from 1 on). {why}"
    )
    assert tried == list(range(1, 21))


def test_the_same_seed_comes_to_the_same_place(version: Version) -> None:
    first, second = (start(version(), "AAA", Spot("round", round=2), 3) for _ in range(2))

    assert [entry.events for entry in first.log] == [entry.events for entry in second.log]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    copied = tmp_path / "tiny.yaml"
    copied.write_bytes(TINY.read_bytes())
    return copied


def save(path: Path, old: str, new: str) -> None:
    """Save as some editors do: a new file in the place of the old one."""
    other = path.with_suffix(".new")
    other.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    other.replace(path)


def test_a_save_is_read_once_and_only_when_it_has_settled(path: Path) -> None:
    watched = Watched(str(path))
    watched.read()
    assert not watched.look()

    save(path, "The cable\n", "The torn cable\n")

    assert [watched.look() for _ in range(4)] == [False, True, False, False]
    assert watched.session is not None
    assert watched.session.authored.title.in_language("en") == "The torn cable"


def test_a_file_that_is_away_for_a_moment_is_waited_for(path: Path) -> None:
    watched = Watched(str(path))
    watched.read()
    data = path.read_bytes()
    path.unlink()
    assert not any(watched.look() for _ in range(3))

    path.write_bytes(data + b"\n")

    assert any([watched.look(), watched.look()])
    assert not watched.missing


def test_a_broken_file_leaves_the_last_good_game(path: Path) -> None:
    watched = Watched(str(path))
    watched.read()
    session = watched.session

    save(path, "level: first", "levle: first")
    watched.read()

    assert [problem.code for problem in watched.errors] == ["E202"]
    assert watched.session is session


def test_dropped_choices_are_told_with_their_number(path: Path) -> None:
    watched = Watched(str(path), "AAA")
    watched.read()
    assert watched.session is not None
    assert isinstance(watched.session.submit("AAA", GradeClaim("caldera-did-it", "suspected")), Receipt)
    assert isinstance(watched.session.submit("AAA", RequestConsultation()), Receipt)

    save(path, "caldera-did-it", "caldera-cut-it")
    watched.read()

    sentence = Wording().say(version_notes(watched)[-1])
    assert "no longer applies" in sentence
    assert sentence.endswith("Choices dropped: 2.")
    assert choices(watched.session, "AAA") == ()

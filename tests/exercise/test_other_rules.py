"""Saves of other rules: listed, exported, read from their events; refused for play and verify in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from crisis_game import RULES, __version__
from crisis_game.cli import main
from crisis_game.exercise.rules import OtherRulesError, maker
from crisis_game.exercise.save import open_save
from crisis_game.exercise.saves_folder import list_saves
from crisis_game.exercise.session_opening import go_on
from crisis_game.exercise.verify import read_log
from tests.exercise.editions import EXPORT, first_edition, later_edition
from tests.exercise.playing import TINY, as_it_lies, new_game, play

Out = pytest.CaptureFixture[str]
SENTENCE = "played by the rules of crisis-game 0.1.0, which alone can go on with it and verify it"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with one save of the first edition, `old`, and its export beside it."""
    monkeypatch.setenv("CRISIS_GAME_HOME", str(tmp_path))
    (tmp_path / "saves").mkdir()
    first_edition(tmp_path / "saves" / "old.crisis")
    return tmp_path / "saves"


def test_a_new_save_carries_our_rules_and_version(tmp_path: Path) -> None:
    session = new_game(tmp_path / "new.crisis")
    assert session.save is not None
    session.save.close()
    header = read_log(tmp_path / "new.crisis").header
    assert (header["rules"], header["version"]) == (RULES, __version__)
    assert maker(header) == ""
    assert RULES > 1


@pytest.mark.parametrize(
    ("header", "made_by"),
    [
        ({}, "crisis-game 0.1.0"),
        ({"rules": RULES + 1, "version": "7.3"}, "crisis-game 7.3"),
        ({"rules": RULES - 1, "version": __version__}, f"crisis-game {__version__} with rules {RULES - 1}"),
        ({"rules": "two", "version": "\x1b[2J"}, "another crisis-game"),
        ({"rules": None, "version": ["x"]}, "another crisis-game"),
        ({"rules": [], "version": "9" * 500}, "another crisis-game"),
    ],
)
def test_who_made_a_save_of_other_rules(header: dict[str, object], made_by: str) -> None:
    assert maker(header) == made_by


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("which", ["old", str(EXPORT)])
def test_verify_refuses_it_with_the_version_that_made_it(which: str, capsys: Out) -> None:
    assert main(["verify", which]) == 2
    output = capsys.readouterr()
    assert SENTENCE in output.err
    assert len(output.err.splitlines()) == 1
    assert not output.out


@pytest.mark.parametrize(
    "words",
    [
        ("play", "old", "--plain"),
        ("play", "old", "--plain", "--with", TINY),
        ("saves", "--clear-pins", "old"),
        ("saves", "--rename", "old", "New"),
        ("saves", "--rescue", "old"),
    ],
)
def test_nothing_writes_to_it(words: tuple[str, ...], home: Path, capsys: Out) -> None:
    before = as_it_lies(home)
    assert main(list(words)) == 2
    err = capsys.readouterr().err
    assert SENTENCE in err
    assert len(err.splitlines()) == 1
    assert as_it_lies(home) == before


@pytest.mark.usefixtures("home")
def test_it_is_listed_and_told_as_such(capsys: Out) -> None:
    [save] = list_saves()
    assert (save.name, save.title, save.entries, save.finished, save.fault) == ("Old game", "The cable", 55, True, "")
    assert (save.made_by, save.goes_on) == ("crisis-game 0.1.0", False)
    assert main(["saves"]) == 0
    assert "Old game" in (out := capsys.readouterr().out)
    assert "finished, to be read only: played by the rules of crisis-game 0.1.0" in out
    assert main(["saves", "--format", "json"]) == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)] == ["old"]


def test_an_unfinished_one_is_not_what_the_title_goes_on_with(home: Path) -> None:
    first_edition(home / "running.crisis", 20)
    assert [save.goes_on for save in list_saves()] == [False, False]
    with pytest.raises(OtherRulesError):
        go_on(home / "running.crisis")


@pytest.mark.usefixtures("home")
def test_it_is_exported_to_the_letter(capsys: Out) -> None:
    assert main(["export", "old"]) == 0
    assert capsys.readouterr().out == EXPORT.read_text(encoding="utf-8")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("which", ["old", str(EXPORT)])
@pytest.mark.parametrize("verb", ["replay", "report"])
def test_a_game_of_the_first_edition_cannot_be_told(verb: str, which: str, capsys: Out) -> None:
    """Its scenario has keys that are gone, such as `heat`, and its events hold sentences in place of codes."""
    assert main([verb, which]) == 2
    output = capsys.readouterr()
    assert not output.out
    assert "it is of crisis-game 0.1.0, and this version cannot play its scenario" in output.err
    assert len(output.err.splitlines()) == 1


def test_one_whose_events_are_known_is_read_from_them(tmp_path: Path, capsys: Out) -> None:
    """`replay` and `report` tell what stands in it, say that nobody verified it, and decide nothing anew."""
    which = later_edition(tmp_path / "later.jsonl")
    assert main(["replay", str(which), "--format", "json"]) == 0
    output = capsys.readouterr()
    lines = [json.loads(line) for line in which.read_text(encoding="utf-8").splitlines()[1:]]
    shown = [json.loads(line) for line in output.out.splitlines()]
    assert [[event["kind"] for event in line["events"]] for line in shown] == [
        [event["kind"] for event in line["events"]] for line in lines
    ]
    assert "told as it stands, not verified" in output.err
    assert main(["report", str(which)]) == 0
    output = capsys.readouterr()
    assert output.out.startswith("# After-action report")
    assert "told as it stands, not verified" in output.err


def test_commands_of_other_rules_are_never_decided_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Out
) -> None:
    """Not one command of it is worked through, not even for the hinge that is played on from a moment of the log."""
    which = later_edition(tmp_path / "later.jsonl")

    def decided(*_: object) -> None:
        raise AssertionError("a command of other rules was decided anew")

    for place in ("crisis_game.exercise.replay.step", "crisis_game.debrief.branches.step"):
        monkeypatch.setattr(place, decided)
    for verb in ("replay", "report"):
        assert main([verb, str(which)]) == 0
    assert capsys.readouterr().out


@pytest.mark.usefixtures("home")
def test_what_was_altered_in_it_is_told(tmp_path: Path, capsys: Out) -> None:
    altered = tmp_path / "altered.jsonl"
    altered.write_text(EXPORT.read_text(encoding="utf-8").replace('"seed":7', '"seed":8'), encoding="utf-8")
    for verb in ("replay", "report", "export"):
        assert main([verb, str(altered)]) == 1
        output = capsys.readouterr()
        assert not output.out
        assert "the chain is broken" in output.err


@pytest.mark.parametrize(
    "event",
    [
        {"kind": "no-such-event"},
        {"kind": "phase-entered", "to": None, "phase": "voting", "round": -(1 << 62)},
        {"kind": "gauge-moved"},
        {"kind": "said", "to": ["ZZZ"], "by": "ZZZ", "words": "x"},
    ],
)
def test_events_that_nobody_can_follow_get_a_sentence(event: dict[str, object], tmp_path: Path, capsys: Out) -> None:
    """A forger may write any events under other rules, and another edition may have had other ones."""
    for n in (8, 30):
        path = later_edition(tmp_path / f"forged-{n}.jsonl", {n: [event]})
        for verb in ("replay", "report"):
            assert main([verb, str(path)]) in (0, 1, 2)
            err = capsys.readouterr().err
            assert "Traceback" not in err
            assert "a mistake in the program" not in err


@pytest.mark.parametrize("verb", ["replay", "report"])
def test_events_that_this_version_does_not_have_cannot_be_told(verb: str, tmp_path: Path, capsys: Out) -> None:
    path = later_edition(tmp_path / "later.jsonl", {8: [{"kind": "sky-fell", "to": None}]})
    assert main([verb, str(path)]) == 2
    assert capsys.readouterr().err.endswith(
        "it was played by the rules of crisis-game 7.3, and this version cannot read its events; "
        "`export` copies it as it is.\n"
    )


def test_a_game_of_ours_says_nothing_of_rules(tmp_path: Path, capsys: Out) -> None:
    session = new_game(tmp_path / "new.crisis")
    play(session, 400)
    assert session.save is not None
    session.save.close()
    assert main(["replay", str(tmp_path / "new.crisis")]) == 0
    assert not capsys.readouterr().err
    with open_save(tmp_path / "new.crisis") as save:
        assert save.header["rules"] == RULES

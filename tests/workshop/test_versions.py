"""Two versions of a scenario: what becomes of the saves of the old one, and what changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from crisis_game.cli import main
from crisis_game.engine.acts.alarm import RequestConsultation
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.save import SaveError, open_save
from crisis_game.exercise.session_opening import NoLongerAppliesError, begin, go_on_with, read
from crisis_game.exercise.sitting import Receipt
from crisis_game.texts import Wording
from crisis_game.workshop.version_comparison import Fate, compare

TINY = Path(__file__).parents[1] / "data" / "tiny.yaml"
HOT = "reactions: {hot: {title: X, at: table, when: true, effects: [{gauge: escalation, add: 5}], text: H}}\nendings:\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old" / "tiny.yaml"
    path.parent.mkdir()
    shutil.copy(TINY, path)
    return path


@pytest.fixture
def save(old: Path, tmp_path: Path) -> Path:
    """A save of the old version with three choices of AAA."""
    scenario, files = read(str(old))
    path = tmp_path / "saves" / "tiny-1.crisis"
    path.parent.mkdir()
    session = begin(scenario, files, {"AAA": "person"}, 7, path)
    for command in (RequestConsultation(), GradeClaim("caldera-did-it", "suspected"), SetReady()):
        assert isinstance(session.submit("AAA", command), Receipt)
    assert session.save is not None
    session.save.close()
    return path


def changed(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    text = TINY.read_text(encoding="utf-8")
    for was, now in changes:
        assert was in text
        text = text.replace(was, now)
    path = tmp_path / "new" / "tiny.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def say(fate: Fate) -> str:
    return Wording("en").say(fate.words)


CUT = ("caldera-did-it", "caldera-cut-it")


def test_a_save_goes_on_unchanged_where_only_words_changed(tmp_path: Path, old: Path, save: Path) -> None:
    comparison = compare(str(changed(tmp_path, ("name: Brae", "name: Brae Shore"))), str(old), save.parent)

    assert [(fate.save, fate.kind, say(fate)) for fate in comparison.saves] == [
        ("tiny-1.crisis", "unchanged", "goes on unchanged")
    ]


def test_a_save_that_comes_out_otherwise_names_the_entry_and_the_event(tmp_path: Path, old: Path, save: Path) -> None:
    [fate] = compare(str(changed(tmp_path, ("endings:\n", HOT))), str(old), save.parent).saves

    assert fate.kind == "differs"
    with open_save(save, writing=False) as opened:
        assert 1 < fate.entry <= opened.count
    assert say(fate).startswith(f"goes on, but from entry {fate.entry} on things come out otherwise: ")


def test_a_save_that_cannot_go_on_names_the_command_and_why(tmp_path: Path, save: Path) -> None:
    [fate] = compare(str(changed(tmp_path, CUT)), str(save)).saves

    assert fate.kind == "cannot"
    assert f"entry {fate.entry} (" in say(fate)
    assert "Grade a claim) no longer applies: " in say(fate)


def test_without_saves_the_changes_are_told(tmp_path: Path, old: Path) -> None:
    new = changed(tmp_path, CUT, ("rounds: 2}", "rounds: 3}\ngauges: {grip: {start: 30}}"))
    comparison = compare(str(new), str(old), tmp_path / "nowhere")

    assert comparison.saves == ()
    changes = {(change.kind, change.part, change.id) for change in comparison.changes}
    assert {("removed", "claims", "caldera-did-it"), ("added", "claims", "caldera-cut-it")} <= changes
    assert {("otherwise", "gauges", "grip"), ("otherwise", "lesson", "rounds")} <= changes


def test_the_same_version_has_no_changes(old: Path, tmp_path: Path) -> None:
    comparison = compare(str(old), str(old), tmp_path / "nowhere")

    assert comparison.same
    assert comparison.changes == ()


def test_going_on_with_a_new_version_makes_a_new_save(tmp_path: Path, save: Path) -> None:
    before = save.read_bytes()
    new = changed(tmp_path, ("endings:\n", HOT))
    target = tmp_path / "saves" / "tiny-2.crisis"

    session = go_on_with(save, str(new), target)

    assert session.authored.content_hash == read(str(new))[0].content_hash
    with open_save(save, writing=False) as opened:
        assert len(session.log) >= opened.count
    assert session.waiting() == ("AAA",)
    assert (session.seen("AAA").round, session.seen("AAA").beat) == (1, "table")
    assert session.save is not None
    session.save.close()
    assert target.is_file()
    assert save.read_bytes() == before


def test_going_on_is_refused_where_a_command_no_longer_applies(tmp_path: Path, save: Path) -> None:
    target = tmp_path / "saves" / "tiny-2.crisis"

    with pytest.raises(NoLongerAppliesError, match="no longer applies"):
        go_on_with(save, str(changed(tmp_path, CUT)), target)

    assert not target.exists()


def test_another_scenario_is_no_version(save: Path) -> None:
    with pytest.raises(SaveError, match="not on first-watch"):
        go_on_with(save, "first-watch")


def test_the_verb_tells_and_fails_where_a_save_cannot(
    tmp_path: Path, old: Path, save: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = str(changed(tmp_path, CUT))

    assert main(["check", new, "--against", str(old), "--saves", str(save.parent), "--format", "json"]) == 1
    printed = json.loads(capsys.readouterr().out)
    assert [fate["fate"] for fate in printed["saves"]] == ["cannot"]
    assert main(["check", str(old), "--against", str(old), "--saves", str(save.parent)]) == 0
    assert "tiny-1.crisis: goes on unchanged" in capsys.readouterr().out


def test_the_verb_runs_a_scenario_s_own_tests(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "tiny.yaml"
    path.write_text(f"{TINY.read_text()}\ntests:\n  one: {{why: No., then: [escalation > 99]}}\n", encoding="utf-8")

    assert main(["check", str(path)]) == 0
    assert main(["check", "--tests", str(path)]) == 1
    assert "error: The test one expected: escalation > 99." in capsys.readouterr().out

"""A class in lines: what the facilitator finds otherwise is written into the save of the council."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from crisis_game.plain.class_room import run
from crisis_game.plain.console import Console
from crisis_game.texts import Wording
from tests.debrief.councils import by_policies, class_of

SAY, FIND_OTHERWISE, FIRST, CONTESTED, BACK = "7", "2", "1", "3", "0"


def test_a_finding_is_overruled_in_the_save(tmp_path: Path) -> None:
    folder = by_policies(tmp_path / "class" / "marl.crisis", "hawk").parent
    answers = [SAY, FIRST, FIND_OTHERWISE, FIRST, FIRST, CONTESTED, "The class argued it.", BACK, BACK, BACK, BACK]
    out = StringIO()
    assert run(lambda: class_of(folder), "", Console(Wording(), StringIO("\n".join(answers) + "\n"), out)) == 0
    [overruled] = class_of(folder).councils[0].chronicle.state.record.overruled.values()
    assert overruled == ("contested", "The class argued it."), out.getvalue()
    assert "you find: contested “The class argued it.”" in " ".join(out.getvalue().split())

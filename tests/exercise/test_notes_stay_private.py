"""Notes of one's own leave the keyboard with nothing but the file of the game: not in what is handed in or reported."""

from __future__ import annotations

from pathlib import Path

from crisis_game.debrief.review import review
from crisis_game.exercise.notes import Notes
from crisis_game.exercise.save import open_save
from crisis_game.exercise.verify import export, read_log
from crisis_game.pages.names import wording_for
from crisis_game.paper.report_file import FORMS, written
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.seat_dossier import dossier
from tests.exercise.playing import new_game, play

NOTED = "Ask whether the pilots stay."


def test_no_export_and_no_report_has_a_word_of_them(tmp_path: Path) -> None:
    session = new_game(tmp_path / "game.crisis", "AAA", "BBB")
    notes = Notes(session)
    notes.put("AAA", NOTED)
    notes.keep()
    play(session, 400)
    assert session.finished
    assert session.save is not None
    session.save.close()
    with open_save(tmp_path / "game.crisis", writing=False) as save:
        assert NOTED in str(save.outside["notes"])
    assert NOTED.encode() not in (tmp_path / "game.crisis").read_bytes()
    assert NOTED not in "\n".join(export(read_log(tmp_path / "game.crisis")))
    wording = wording_for(session.seen(FACILITATOR), dossier(session.authored, FACILITATOR), "en")
    for seat in ("AAA", "BBB"):
        debrief = review(session, seat)
        assert all(NOTED not in written(debrief, wording, form) for form in FORMS)

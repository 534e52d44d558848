"""What everybody may know, in lines: nothing sealed and nobody's own in it; and notes of one's own."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

from crisis_game.exercise.notes import ROW, Notes
from crisis_game.exercise.session import Session
from crisis_game.plain.console import Console
from crisis_game.plain.game import run
from crisis_game.plain.notes import own_notes
from crisis_game.plain.public import Public, read_public
from crisis_game.texts import Wording
from tests.exercise.playing import new_game, play
from tests.exercise.privately import private_words, seal, to_beat

SEATS = ("ARD", "BEL", "COR", "DEL", "EST", "FAR")


def said_of(session: Session) -> str:
    """What is read out, in one line."""
    out = StringIO()
    read_public(Console(Wording("en"), StringIO(), out), Public.of(session))
    return " ".join(out.getvalue().split())


def sealed(folder: Path, luck: int) -> tuple[str, str]:
    """What is read out after sealed orders with some luck, and the orders."""
    session = to_beat(new_game(folder / f"{luck}.crisis", "AAA", "BBB"), "orders")
    orders = seal(session, "AAA", "BBB", luck)
    said = said_of(session)
    assert session.save is not None
    session.save.close()
    return said, "\n".join(orders)


def test_sealed_orders_private_words_and_readiness_change_nothing(tmp_path: Path) -> None:
    after = [sealed(tmp_path, luck) for luck in range(4)]
    assert len({orders for _, orders in after}) == len(after)
    assert len({said for said, _ in after}) == 1
    assert "Orders are being collected" in after[0][0]
    assert "the two of us" not in after[0][0]


def test_no_word_that_is_some_seats_own_is_read_out_in_a_whole_game(tmp_path: Path) -> None:
    session = new_game(tmp_path / "game.crisis", *SEATS, scenario="hesk-strait")
    points = 0
    while not session.finished and points < 12:
        play(session, 40, seed=points)
        said = said_of(session)
        assert [words for words in private_words(session) if words in said] == []
        points += 1
    assert session.seen("observer").round > 1


def test_the_seats_own_words_stand_again_afterwards(tmp_path: Path) -> None:
    console = Console(Wording("en"), StringIO(), StringIO())
    own = console.wording
    read_public(console, Public.of(new_game(tmp_path / "game.crisis")))
    assert console.wording is own


def test_notes_are_written_read_and_taken_away_by_lines(tmp_path: Path) -> None:
    session = new_game(tmp_path / "game.crisis")
    assert session.save is not None
    notes, out = Notes(session), StringIO()
    answers = StringIO("1\nAsk Brae.\n1\nTrust nobody.\n2\n0\n")
    own_notes(Console(Wording("en"), answers, out), notes, "AAA")
    assert session.save.outside[ROW] == {"AAA": "Ask Brae."}
    assert "You have noted nothing yet." in out.getvalue()
    assert "Trust nobody." in out.getvalue()
    assert notes.of("BBB") == ""


def test_both_stand_in_the_lookup_of_a_game(tmp_path: Path) -> None:
    session = new_game(tmp_path / "game.crisis")
    out = StringIO()
    run(session, "en", Console(Wording("en"), StringIO(), out))
    assert "Look something up" in out.getvalue()
    number = next(line.split()[0] for line in out.getvalue().splitlines() if "Look something up" in line)
    out = StringIO()
    run(session, "en", Console(Wording("en"), StringIO(f"{number}\n"), out))
    assert "Our own papers" in out.getvalue()
    for group, page in ((1, "Our own notes"), (3, "What everybody may know")):
        out = StringIO()
        run(session, "en", Console(Wording("en"), StringIO(f"{number}\n{group}\n"), out))
        assert page in out.getvalue()


def test_after_the_game_notes_are_read_behind_the_curtain(tmp_path: Path) -> None:
    session = new_game(tmp_path / "game.crisis", "AAA", "BBB")
    notes = Notes(session)
    notes.put("AAA", "Ask Brae.")
    notes.keep()
    play(session, 400)
    assert session.finished
    out = StringIO()
    run(session, "en", Console(Wording("en"), StringIO("0\n5\n\n\n0\n"), out))
    before, _, after = out.getvalue().partition("The curtain is down.")
    assert "What Arran noted, for nobody else" in before
    assert "Ask Brae." not in before
    assert "Ask Brae.\n" in after
    assert "\n" * 40 in after.partition("Ask Brae.")[2]

"""Councils beside each other: what is told of each, and where they part."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from crisis_game.debrief.class_played import ClassPlayed
from crisis_game.debrief.comparison import ASPECTS, compare
from crisis_game.engine.act import Refusal
from crisis_game.engine.acts.facilitator import Advance
from crisis_game.engine.acts.free_moves import OpenMoves, ProposeMove, RuleMove
from crisis_game.engine.acts.hands import RecordVote, put_to_hands
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.save import SaveError
from crisis_game.pages.debrief.class_comparison import PARTED, PARTS, class_comparison_page
from crisis_game.pages.debrief.council_words import council_wording
from crisis_game.pages.parts import Table, sentences
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.texts import Wording
from tests.debrief.councils import by_people, by_policies, class_of
from tests.exercise.playing import TINY, store, stored
from tests.pages.showing import flat, in_html, in_json, in_lines, in_markdown


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("class")
    for name, policy in (("first", "hawk"), ("other", "legalist"), ("same", "hawk")):
        by_policies(path / f"{name}.crisis", policy)
    by_people(path / "under-way.crisis", {"AAA": "Ines"}, until=2)
    return path


@pytest.fixture(scope="module")
def played(folder: Path) -> ClassPlayed:
    return class_of(folder)


def words(played: ClassPlayed) -> list[str]:
    return list(sentences(class_comparison_page(played).parts, council_wording(played.councils[0])))


def test_councils_of_one_way_do_not_part_and_others_do_at_the_first_difference(played: ClassPlayed) -> None:
    first, other, same, _ = compare(played.councils).councils
    assert first.parted is None
    assert same.parted is None
    assert same.rounds == first.rounds
    assert other.parted is not None
    before = other.parted.round - 1
    assert other.rounds[:before] == first.rounds[:before]
    here, there = first.rounds[before], other.rounds[before]
    assert other.parted.aspect in ASPECTS
    assert (here.votes, here.deliveries, here.answers, here.gauges) != (
        there.votes,
        there.deliveries,
        there.answers,
        there.gauges,
    )


def test_the_mark_stands_once_for_each_council_that_parts(played: ClassPlayed) -> None:
    table = next(part for part in class_comparison_page(played).parts if isinstance(part, Table))
    said = [[Wording().say(cell) for cell in row] for row in table.rows]
    courses = compare(played.councils).councils
    for column, course in enumerate(courses, 1):
        marked = [row for row in said if row[column].startswith(PARTS)]
        assert len(marked) == (course.parted is not None)
        if course.parted is not None and course.parted.aspect != "ending":
            word = Wording().say(PARTED[course.parted.aspect])
            assert marked[0][0].startswith(f"Round {course.parted.round}: ")
            assert marked[0][column].startswith(f"{PARTS} {word}: ")


def test_texts_votes_gauges_and_ending_are_told_by_name(played: ClassPlayed) -> None:
    told = "\n".join(words(played))
    review = played.councils[0].review
    assert review.ending is not None
    assert Wording().say(review.ending.title) in told
    assert "abstaining" in told
    for gauge in review.gauges:
        assert f"{Wording().say(gauge.name)} {gauge.values[-1]}" in told
    assert "text-" not in told


def test_what_is_unfinished_is_told_so_and_compared_as_far_as_it_went(played: ClassPlayed) -> None:
    course = compare(played.councils).councils[-1]
    assert (course.finished, course.ending, len(course.rounds)) == (False, None, 2)
    assert [round_.over for round_ in course.rounds] == [True, False]
    assert any("under-way has not played to the end" in sentence for sentence in words(played))
    assert "not played" in words(played)


def test_of_an_unfinished_council_no_gauge_is_told_that_not_all_may_see(played: ClassPlayed) -> None:
    under_way = played.councils[-1]
    hidden = {id_ for id_, gauge in under_way.scenario.gauges.items() if gauge.seen != "all"}
    shown = {id_ for id_, _ in compare(played.councils).councils[-1].rounds[0].gauges}
    assert hidden
    assert shown
    assert not shown & hidden


def test_other_seeds_are_told(tmp_path: Path) -> None:
    by_policies(tmp_path / "a.crisis", "hawk", 7)
    by_policies(tmp_path / "b.crisis", "hawk", 8)
    told = words(class_of(tmp_path))
    assert any("different seeds" in sentence for sentence in told)
    assert "b: seed 8" in told
    assert not any("same luck" in sentence for sentence in told)


def test_an_altered_save_is_named_and_left_out(tmp_path: Path) -> None:
    by_policies(tmp_path / "a.crisis", "hawk")
    altered = by_policies(tmp_path / "b.crisis", "hawk")
    command, events = stored(altered, 9)
    store(altered, 9, command, events.replace(b"1", b"2"))
    played = class_of(tmp_path)
    assert [council.name for council in played.councils] == ["a"]
    assert any("b.crisis is left out" in sentence for sentence in words(played))
    (tmp_path / "a.crisis").unlink()
    with pytest.raises(SaveError, match="none of its saves holds"):
        class_of(tmp_path)


@pytest.mark.parametrize("shown", [in_html, in_markdown, in_json, in_lines])
def test_each_renderer_shows_every_sentence(played: ClassPlayed, shown: object) -> None:
    page, wording = class_comparison_page(played), council_wording(played.councils[0])
    assert callable(shown)
    said = flat(shown((page,), wording))
    assert not [sentence for sentence in sentences(page.all, wording) if flat(sentence) not in said]


def test_one_council_alone_is_held_against_nobody(tmp_path: Path) -> None:
    by_policies(tmp_path / "a.crisis", "hawk")
    told = " ".join(words(class_of(tmp_path)))
    assert not any(sentence in told for sentence in ("seeds", "same luck", "Where they part"))


def lesson_with_moves(folder: Path, *, until_over: bool) -> Path:
    """Two councils: in Marl a move is allowed and another refused, and hands are recorded; in Esker nothing of it."""
    with closing(Lesson.open(folder, TINY, seed=7, clock="none", councils=("Esker", "Marl"))) as lesson:
        lesson.join("Ines", "AAA", council="Marl")
        lesson.join("Theo", "AAA", council="Esker")
        lesson.begin()
        marl = lesson.council("Marl")
        assert marl.session is not None
        assert not isinstance(marl.direct(OpenMoves()), Refusal)
        for words, ruling in (("Divers go down.", "allow"), ("Our king rides out.", "refuse")):
            assert not isinstance(lesson.submit("p1", ProposeMove(words), f"p1.a.{len(words)}"), Refusal)
            [move] = marl.session.seen(FACILITATOR).moves_waiting
            assert not isinstance(marl.direct(RuleMove(move.id, ruling, "So.")), Refusal)
        while marl.beat != "1.orders":
            marl.direct(Advance())
        for text in put_to_hands(marl.session.seen(FACILITATOR)):
            assert not isinstance(marl.direct(RecordVote(text, ("AAA",))), Refusal)
        for council in lesson.councils:
            for _ in range(99 if until_over else 2):
                if council.playing is not None:
                    council.direct(Advance())
    return folder


def test_moves_of_their_own_and_raised_hands_have_a_row_and_a_move_that_was_allowed_parts(tmp_path: Path) -> None:
    played = class_of(lesson_with_moves(tmp_path / "lesson", until_over=True))
    esker, marl = compare(played.councils).councils
    assert (esker.rounds[0].moves, esker.rounds[0].hands) == ((), ())
    assert marl.parted is not None
    assert (marl.parted.round, marl.parted.aspect) == (1, "moves")
    table = next(part for part in class_comparison_page(played).parts if isinstance(part, Table))
    rows = {Wording().say(row[0]): [Wording().say(cell) for cell in row[1:]] for row in table.rows}
    moves = rows["Round 1: moves of their own"]
    assert moves[0] == "nothing"
    assert moves[1].startswith(f"{PARTS} ")
    assert "“Divers go down.” (allowed)" in moves[1]
    assert "“Our king rides out.” (refused)" in moves[1]
    hands = rows["Round 1: by raised hands"]
    assert hands[0] == "nothing"
    assert hands[1].endswith(": Arran")


def test_while_a_council_plays_no_move_is_told_that_not_all_know_of(tmp_path: Path) -> None:
    played = class_of(lesson_with_moves(tmp_path / "lesson", until_over=False))
    told = " ".join(words(played))
    assert "Divers go down." in told
    assert "Our king rides out." not in told

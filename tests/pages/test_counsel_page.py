"""Counsel's page: numbered points, what mends them, the adverse view or none; judged again after a change."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest

from crisis_game.engine import codec
from crisis_game.engine.acts.ballots import GiveOpinion
from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.events.counsel import CounselGiven
from crisis_game.engine.state import Counsel
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.exercise.chain import canonical, from_canonical
from crisis_game.law.casebook import case, ids
from crisis_game.law.counsel import advise
from crisis_game.law.finding import Verdict
from crisis_game.pages.parts import Line, Run, sentences
from crisis_game.pages.play.counsel import counsel_parts, counsel_told
from crisis_game.pages.play.letters import letter_parts, letters_page
from crisis_game.pages.verdicts import SIGNS
from crisis_game.scenario.draft import Draft, MeasureLine
from crisis_game.texts import Wording
from tests.engine import builders
from tests.engine.play import do, told

SANCTIONS = Draft(
    lines=(MeasureLine("targeted-sanctions", "XXX"),), aim="passage", basis="countermeasures", claims=("state-did-it",)
)
VERDICTS: tuple[Verdict, ...] = ("lawful", "contested", "unlawful", "insufficient-facts", "not-applicable")


def desk() -> Working:
    """A desk with sanctions on the table that leave a duty unperformed."""
    scenario = builders.tiny()
    owed = replace(scenario.measures["targeted-sanctions"], duty_owed=True)
    working = builders.desk(replace(scenario, measures=builders.by_id([*scenario.measures.values(), owed])))
    working.state.council.texts["aaa-1"].draft = SANCTIONS
    return working


def advised(seat: str = "AAA") -> tuple[Working, Counsel]:
    """A desk on which a seat asked counsel about a text of AAA's, whose sanctions leave a treaty unperformed."""
    working = desk()
    do(working, seat, GiveOpinion("aaa-1", "targeted-sanctions", "law", "contested", 70))
    do(working, seat, AskCounsel("aaa-1"))
    (counsel,) = working.seen(seat).advised.values()
    return working, counsel


def words(working: Working, seat: str, counsel: Counsel) -> list[str]:
    return list(sentences(counsel_told(working.seen(seat), counsel).page.parts, Wording()))


def test_the_answer_is_a_letter_that_only_the_asker_has() -> None:
    working, counsel = advised()
    (letter,) = [letter for letter in View(working.seen("AAA")).mail if letter.channel == "counsel"]
    assert letter.counsel == counsel
    assert [part for part in counsel_parts(counsel) if part not in tuple(letter_parts(letter))] == []
    assert not [letter for letter in View(working.seen("BBB")).mail if letter.channel == "counsel"]
    assert working.seen("BBB").advised == {}
    assert Wording().say(letters_page((letter,)).title)


def test_what_is_told_at_once_says_where_it_stands_and_how_much_it_says() -> None:
    working = desk()
    do(working, "AAA", GiveOpinion("aaa-1", "targeted-sanctions", "law", "contested", 70))
    (said,) = told(do(working, "AAA", AskCounsel("aaa-1")), "AAA")
    assert said == "Counsel on aaa-1, among your letters: 3 weak points."


def test_points_are_numbered_the_turning_one_first_with_both_views_and_their_steps() -> None:
    working, counsel = advised()
    page = counsel_told(working.seen("AAA"), counsel)
    rows = [[Wording().say(run.words) for run in row.runs if isinstance(run, Run)] for row in page.points[0].lines]
    assert rows[0][0].startswith("1  ")
    assert rows[0][-1] == "the act turns on it"
    assert [point.lines[0].mark for point in page.points] == [SIGNS[v] for v in _verdicts(counsel)]
    numbers = [next(sentences(point.lines, Wording())).split()[0] for point in page.points]
    assert numbers == [str(number) for number in range(1, len(page.points) + 1)]
    assert [len(point.mends) for point in page.points] == [0, 2, 1]


def _verdicts(counsel: Counsel) -> list[Verdict]:
    return [point.finding.verdict for point in advise(counsel.conduct).points]


def test_its_signs_carry_no_colour() -> None:
    working, counsel = advised()
    page = counsel_told(working.seen("AAA"), counsel).page
    lines = [part for part in page.parts if isinstance(part, Line)]
    assert not [line for line in lines if line.mark_tone in VERDICTS]
    assert not [run for line in lines for run in line.runs if isinstance(run, Run) and run.tone in VERDICTS]


def test_a_step_taken_in_is_judged_again_and_counted() -> None:
    working, counsel = advised()
    before = counsel_told(working.seen("AAA"), counsel)
    assert words(working, "AAA", counsel)[-1] == "Weak points: 3 then, 3 now."
    place = next(place for place, point in enumerate(before.points) if any(mend.whole for mend in point.mends))
    for mend in before.points[place].mends:
        do(working, "AAA", mend.command())
    after = counsel_told(working.seen("AAA"), counsel)
    assert not before.points[place].mended
    assert after.points[place].mended
    assert after.points[place].mends == ()
    assert words(working, "AAA", counsel)[-1] == "Weak points: 3 then, 2 now."


def test_the_letter_stays_as_it_was_given() -> None:
    working, counsel = advised()
    as_given = list(sentences(tuple(counsel_parts(counsel)), Wording()))
    mend = next(
        mend for point in counsel_told(working.seen("AAA"), counsel).points for mend in point.mends if mend.whole
    )
    do(working, "AAA", mend.command())
    assert list(sentences(tuple(counsel_parts(counsel)), Wording())) == as_given


def test_where_the_text_has_the_measure_no_more_nothing_is_counted() -> None:
    working, counsel = advised()
    draft = working.state.council.texts["aaa-1"].draft
    working.state.council.texts["aaa-1"].draft = replace(draft, lines=(MeasureLine("escort", "XXX"),))
    assert words(working, "AAA", counsel)[-1] == "The text has this measure no more."


@pytest.mark.parametrize("name", ids())
def test_every_answer_is_whole_sentences_each_once(name: str) -> None:
    counsel = Counsel("AAA", "aaa-1", case(name).conduct)
    said = list(sentences(tuple(counsel_parts(counsel)), Wording()))
    assert not [sentence for sentence in said if ".." in sentence or "{" in sentence]
    assert said.count("The other side will say") <= 1
    points = [sentence for sentence in said if sentence[0].isdigit()]
    assert len(points) == len(set(points))


@pytest.mark.parametrize("name", ids()[:8])
def test_the_answer_of_an_event_read_from_a_save_is_the_same(name: str) -> None:
    event = CounselGiven("AAA", "aaa-1", case(name).conduct, ("AAA",))
    read = codec.read_kind({event.kind: CounselGiven}, from_canonical(canonical(codec.write(event))), "event")
    assert isinstance(read, CounselGiven)
    assert list(counsel_parts(Counsel("AAA", "aaa-1", read.conduct))) == list(
        counsel_parts(Counsel("AAA", "aaa-1", event.conduct))
    )


def test_the_page_takes_less_than_a_twentieth_of_a_second() -> None:
    working, counsel = advised()
    times = []
    for _ in range(3):
        began = perf_counter()
        counsel_told(working.seen("AAA"), counsel)
        times.append(perf_counter() - began)
    assert min(times) < 0.05

"""Counsel's page: numbered points, what mends them, the adverse view or none; judged again after a change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine import codec
from crisis_game.engine.acts.ballots import GiveOpinion
from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.events.counsel import CounselGiven
from crisis_game.engine.shared_values import Change
from crisis_game.engine.state import Counsel, Position
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.exercise.chain import canonical, from_canonical
from crisis_game.law.casebook import case, ids
from crisis_game.law.counsel import advise
from crisis_game.law.finding import Verdict
from crisis_game.pages.parts import Fold, Line, Page, Run, sentences
from crisis_game.pages.play.counsel import CounselNow, counsel_now, counsel_parts, unasked_page
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


def now(working: Working, seat: str = "AAA") -> CounselNow:
    """Counsel's last answer to a seat as it stands now."""
    seen = working.seen(seat)
    return counsel_now(seen, next(reversed(seen.advised)))


def words(working: Working, seat: str = "AAA") -> list[str]:
    return list(sentences(now(working, seat).page.all, Wording()))


def folds(page: Page) -> list[Fold]:
    return [part for part in page.parts if isinstance(part, Fold)]


def notes(page: Page) -> list[str]:
    """What stands at the right end of each point."""
    return [Wording().say(fold.title.aside.words) for fold in folds(page) if fold.title.aside is not None]


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


def test_points_are_numbered_the_turning_one_first_each_with_its_note_both_views_and_priced_steps() -> None:
    working, counsel = advised()
    page = now(working).page
    numbers = [next(sentences((fold.title,), Wording())).split()[0] for fold in folds(page)]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert notes(page) == ["not kept", "in your hands", "turns on law"]
    assert [fold.title.aside.sign for fold in folds(page) if fold.title.aside] == [SIGNS[v] for v in _verdicts(counsel)]
    assert all(fold.opened and fold.look_up for fold in folds(page))
    said = words(working)
    assert said.index("the first one turns it") < said.index("not kept")
    views = [line for line in said if line.startswith(("One view: ", "Another view: "))]
    assert len(views) == 2
    assert all("UN Charter" in view for view in views)
    prices = [line for line in said if line in ("free, the text is yours", "2 attention, in a form")]
    assert prices == [*["free, the text is yours"] * 2, "2 attention, in a form"]
    assert [len(point.steps) for point in now(working).points] == [0, 2, 1]


def _verdicts(counsel: Counsel) -> list[Verdict]:
    return [point.finding.verdict for point in advise(counsel.conduct).points]


def test_the_seats_own_opinion_stands_at_the_head_as_it_was_before_counsel_answered() -> None:
    working, _ = advised()
    assert "your opinion first: contested, 70" in words(working)
    do(working, "AAA", GiveOpinion("aaa-1", "targeted-sanctions", "law", "unlawful", 90))
    assert "your opinion first: contested, 70" in words(working)


def test_the_other_side_speaks_the_adverse_view_and_says_on_which_point() -> None:
    working, counsel = advised()
    said, against = words(working), advise(counsel.conduct).against
    assert against is not None
    place = said.index("Against it will be said")
    assert said[place + 1] == "on 3"
    assert said[place + 2].startswith(Wording().say(against.claim))


def test_its_signs_carry_no_colour() -> None:
    working, _ = advised()
    page = now(working).page
    lines = [part for fold in folds(page) for part in (fold.title, *fold.parts) if isinstance(part, Line)]
    lines += [part for part in page.parts if isinstance(part, Line)]
    assert not [line for line in lines if line.mark_tone in VERDICTS]
    assert not [run for line in lines for run in line.whole if isinstance(run, Run) and run.tone in VERDICTS]


def take_in(working: Working, place: int) -> None:
    for step in now(working).points[place].steps:
        do(working, "AAA", step.command())


def test_a_step_taken_in_is_judged_again_and_the_squares_tell_then_and_now() -> None:
    working, _ = advised()
    assert "Then 3 weak points   now 3 weak points" in words(working)
    take_in(working, 1)
    assert [(point.mended, point.steps) for point in now(working).points][1] == (True, ())
    assert notes(now(working).page)[1] == "mended in round 1"
    assert "Then 3 weak points   now 2 weak points   with + on 2" in words(working)
    signs = [run.sign for run in now(working).squares.runs if isinstance(run, Run) and run.sign]
    assert signs == ["■ ■ ◧", "■ □ ◧"]
    working.state.table.round += 1
    assert notes(now(working).page)[1] == "mended since round 1"


def test_a_step_is_taken_out_again_until_the_text_reads_as_counsel_read_it() -> None:
    working, counsel = advised()
    take_in(working, 1)
    beside = list(sentences(now(working).page.companion, Wording()))
    assert {"new: off-ramp 10", "new: reasons"} <= set(beside)
    for _ in range(2):
        (out,) = now(working).points[1].out
        do(working, "AAA", out.command())
    assert working.seen("AAA").text("aaa-1").draft == counsel.draft
    assert now(working).points[1].out == ()
    assert not [said for said in sentences(now(working).page.companion, Wording()) if said.startswith("new: ")]


def test_why_nothing_is_taken_out_is_said_in_a_sentence() -> None:
    working, _ = advised()
    assert why(working, 1) == "No step on this point has been taken into the text."
    working.state.commitments.council_measures["mandate"] = 1
    assert now(working).points[2].mended
    assert why(working, 2) == "What mended it was no change of the text, and cannot be taken back."
    take_in(working, 1)
    working.state.table.phase = "voting"
    assert why(working, 1) == "The text can no longer be changed."
    anothers, _ = advised("BBB")
    assert why(anothers, 1, "BBB") == "It is another's text, which only its sponsor can change back."


def why(working: Working, place: int, seat: str = "AAA") -> str:
    point = now(working, seat).points[place]
    assert point.out == ()
    return Wording().say(point.stays)


def test_of_anothers_text_a_step_is_offered_to_its_sponsor() -> None:
    working, _ = advised("BBB")
    assert "free, its sponsor decides" in words(working, "BBB")


def test_beside_it_stand_who_would_notice_what_counsel_knew_and_its_earlier_letters() -> None:
    working, _ = advised()
    assert "Who would notice" not in words(working)
    wants = (Change("clause", "reasons", True),)
    working.state.council.texts["aaa-1"].positions["BBB"] = Position("could-live-with", wants)
    said = words(working)
    assert said[said.index("Who would notice") + 1] == "BBB wants the clause reasons"
    take_in(working, 1)
    assert "BBB wants the clause reasons" in words(working)
    assert "What you knew then, and no more. Not the truth." in said
    assert "legal basis that the actor claims: countermeasure" in said
    assert "Earlier letters" not in said
    working.state.table.round += 1
    do(working, "AAA", GiveOpinion("aaa-1", "targeted-sanctions", "law", "contested", 70))
    do(working, "AAA", AskCounsel("aaa-1"))
    said = words(working)
    assert said[said.index("Earlier letters") + 1 :] == ["r1  aaa-1", "3 weak points"]


def test_what_a_member_told_others_alone_is_not_what_would_be_noticed() -> None:
    working, _ = advised()
    wants = (Change("clause", "reasons", True),)
    working.state.council.texts["aaa-1"].told["BBB", "CCC"] = Position("could-live-with", wants)
    assert "Who would notice" not in words(working)


def test_before_counsel_was_asked_the_page_says_what_is_asked_first() -> None:
    page = unasked_page(desk().seen("AAA"))
    assert "Give your own opinion on a text first; then counsel answers about it." in sentences(page.parts, Wording())


def test_an_act_without_a_weak_point_has_nothing_to_change() -> None:
    working, counsel = advised()
    lawful = next(name for name in ids() if not advise(case(name).conduct).points)
    conduct = replace(counsel.conduct, facts=case(lawful).conduct.facts)
    (letter,) = working.seen("AAA").advised
    working.state.record.advised[letter] = replace(counsel, conduct=conduct)
    working.state.council.texts["aaa-1"].draft = replace(counsel.draft, lines=())
    said = words(working)
    assert "Counsel sees no weak point." in said
    assert "After your changes" not in said


def test_the_letter_stays_as_it_was_given() -> None:
    working, counsel = advised()
    as_given = list(sentences(tuple(counsel_parts(counsel)), Wording()))
    take_in(working, 1)
    assert list(sentences(tuple(counsel_parts(counsel)), Wording())) == as_given


def test_where_the_text_has_the_measure_no_more_nothing_is_counted() -> None:
    working, _ = advised()
    draft = working.state.council.texts["aaa-1"].draft
    working.state.council.texts["aaa-1"].draft = replace(draft, lines=(MeasureLine("escort", "XXX"),))
    assert "Then 3 weak points   The text has this measure no more." in words(working)
    assert not [point for point in now(working).points if point.mended or point.steps]


@pytest.mark.parametrize("name", ids())
def test_every_answer_is_whole_sentences_each_once(name: str) -> None:
    counsel = Counsel("AAA", "aaa-1", SANCTIONS, (), case(name).conduct)
    said = list(sentences(tuple(counsel_parts(counsel)), Wording()))
    assert not [sentence for sentence in said if ".." in sentence or "{" in sentence]
    assert said.count("Against it will be said") <= 1
    points = [sentence for sentence in said if sentence[0].isdigit()]
    assert len(points) == len(set(points))


@pytest.mark.parametrize("name", ids()[:8])
def test_the_answer_of_an_event_read_from_a_save_is_the_same(name: str) -> None:
    counsel = CounselGiven("AAA", "aaa-1", SANCTIONS, (), case(name).conduct, ("AAA",))
    read = codec.read_kind({counsel.kind: CounselGiven}, from_canonical(canonical(codec.write(counsel))), "event")
    assert isinstance(read, CounselGiven)
    as_given, as_read = (Counsel("AAA", "aaa-1", event.draft, (), event.conduct) for event in (counsel, read))
    assert as_read.draft == SANCTIONS
    assert list(counsel_parts(as_read)) == list(counsel_parts(as_given))

"""The charts of a review: what they hold, that they are true to it, and that their drawings stand alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.cli import main
from crisis_game.debrief.course import Ballot, RollCall
from crisis_game.debrief.model import Review
from crisis_game.debrief.review import review_of
from crisis_game.engine.events.world import EstimateShown
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.engine.state import Move, Term
from crisis_game.engine.view import GaugeLine
from crisis_game.exercise.headers import header
from crisis_game.exercise.save import create
from crisis_game.exercise.session import Session
from crisis_game.pages.charts.chart_builders import charts, gauge_charts, orders_chart, quadrant_chart, roll_chart
from crisis_game.pages.charts.gauges import seen_gauge, steps_of
from crisis_game.pages.charts.model import GaugeChart, OrdersChart
from crisis_game.pages.charts.words import NOBODY, sentences, title
from crisis_game.paper.chart_files import PAGE, chart_files
from crisis_game.paper.svg.charts import key_of, svg
from crisis_game.paper.svg.sheet import Sheet, rows_of
from crisis_game.scenario.ids import Vote
from crisis_game.scenario.library import gather
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Text, Wording, prose
from tests.assessment.games import TINY, game, scenario

HOSTILE = '</svg><script>alert("1")</script> & \x00 [bold]'
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module", params=[("first-watch", 3, "hawk"), ("hesk-strait", 2, "hawk")], ids=lambda run: run[0])
def review(request: pytest.FixtureRequest) -> Review:
    played = game(*request.param)
    return review_of(played.scenario, played.log)


def parsed(words: str) -> ElementTree.Element:
    """The root of a well-formed file; anything else raises."""
    parser: ElementTree.XMLPullParser[ElementTree.Element] = ElementTree.XMLPullParser(["end"])
    parser.feed(words)
    parser.close()
    elements = [event[-1] for event in parser.read_events()]
    return [element for element in elements if isinstance(element, ElementTree.Element)][-1]


def wording_of(review: Review) -> Wording:
    return Wording("en", names(scenario(review.scenario)))


def test_each_step_of_a_gauge_is_the_sum_of_its_causes_and_ends_where_the_review_says(review: Review) -> None:
    for chart, history in zip(gauge_charts(review), review.gauges, strict=True):
        assert chart.values == (history.start, *history.values)
        for step in chart.steps:
            assert step.change == sum(cause.amount for cause in step.causes)


@given(st.integers(0, 100), st.lists(st.tuples(st.integers(1, 5), st.integers(-9, 9)), max_size=8))
def test_steps_go_on_from_one_another_through_every_round(start: int, moved: list[tuple[int, int]]) -> None:
    moves, value = [], start
    for round_, amount in sorted(moved):
        moves.append(Move(round_, "heat", value, (Term(amount, coded(Code.COOLING)),), value + amount))
        value += amount
    steps = steps_of(start, moves, 5)
    assert [step.round for step in steps] == [1, 2, 3, 4, 5]
    assert [step.before for step in steps] == [start, *(step.after for step in steps[:-1])]
    assert steps[-1].after == value


def line(*, estimate: bool, moves: tuple[Move, ...] = ()) -> GaugeLine:
    return GaugeLine("deterrence", prose("Deterrence"), prose(""), 40, None, estimate, "good", 0, 100, moves)


def test_in_play_an_estimate_has_the_values_shown_and_no_causes() -> None:
    heard = (EstimateShown("deterrence", 31), EstimateShown("deterrence", 40))
    chart = seen_gauge(line(estimate=True, moves=(Move(1, "deterrence", 5, (), 9),)), heard, 2, 8)
    assert (chart.start, chart.values, chart.blur) == (31, (31, 31, 40), 8)
    assert not any(step.causes for step in chart.steps)
    assert "about 40, up to 8 off" in Wording().say(sentences(chart)[-1])


def test_in_play_an_exact_gauge_starts_before_its_first_move() -> None:
    chart = seen_gauge(
        line(estimate=False, moves=(Move(1, "deterrence", 36, (Term(4, coded(Code.EMERGENCY)),), 40),)), (), 2, 8
    )
    assert (chart.values, chart.blur) == ((36, 40, 40), 0)
    said = [Wording().say(sentence) for sentence in sentences(chart)]
    assert said == ["Round 1: deterrence 36 to 40: +4 emergency procedure.", "Round 2: deterrence stays at 40."]


def test_orders_say_whether_they_were_carried_out(review: Review) -> None:
    for step in orders_chart(review).steps:
        said = wording_of(review).say(sentences(OrdersChart((step,)))[0])
        assert ("done as ordered" in said) == (step.ordered == step.done)
        assert step.done in {choice.step for choice in step.choices}


def test_without_another_side_the_chart_says_so() -> None:
    assert sentences(OrdersChart(())) == (NOBODY,)
    assert "Nobody gave sealed orders" in svg(OrdersChart(()), Wording())


def call(*votes: Vote, in_favour: int) -> RollCall:
    ballots = tuple(Ballot(f"M{place}", vote, True, "", None, "") for place, vote in enumerate(votes))
    return RollCall(1, "t-1", Text("a"), "adopted", Text("b"), in_favour, 2, ballots, ())


def test_a_roll_call_counts_up_in_the_order_of_the_members() -> None:
    chart = roll_chart(call("yes", "no", "yes", "abstain", in_favour=2))
    assert [step.running for step in chart.steps] == [1, 1, 2, 2]
    assert chart.by_head
    assert "2 in favour of 2 needed" in Wording().say(sentences(chart)[2])


def test_where_votes_are_weighted_heads_are_not_held_against_what_is_needed() -> None:
    chart = roll_chart(call("yes", "no", in_favour=60))
    assert not chart.by_head
    assert "needed" not in Wording().say(sentences(chart)[0])
    assert "needed" not in svg(chart, Wording())


def test_the_path_numbers_the_members_acts_in_the_order_of_rounds(review: Review) -> None:
    chart = quadrant_chart(review)
    assert [standing.number for standing in chart.path] == list(range(1, len(chart.path) + 1))
    assert [standing.round for standing in chart.path] == sorted(standing.round for standing in chart.path)
    ours = [act for act in review.acts if act.ours]
    wording = wording_of(review)
    assert all(any(wording.say(act.title) in wording.say(standing.title) for standing in chart.path) for act in ours)
    places = [(standing.round, standing.legality, standing.index) for standing in chart.path]
    assert len(set(places)) == len(places)
    assert {(standing.round, standing.legality) for standing in chart.path} == {(act.round, act.public) for act in ours}
    assert all(0 <= standing.index <= 100 for standing in (*chart.path, chart.whole))
    assert chart.whole.index == round(review.organisation.profile.index)


def test_every_drawing_has_a_title_and_a_description_and_nothing_that_runs(review: Review) -> None:
    wording = wording_of(review)
    for chart in charts(review):
        root = parsed(svg(chart, wording))
        first, second = list(root)[:2]
        assert (first.tag, first.text) == (f"{SVG}title", wording.say(title(chart)))
        assert second.tag == f"{SVG}desc"
        assert all(wording.say(sentence) in (second.text or "") for sentence in sentences(chart))
        assert root.get("aria-labelledby") == f"{first.get('id')} {second.get('id')}"
        assert {element.tag.removeprefix(SVG) for element in root} <= DRAWN
        assert not [key for element in root.iter() for key in element.attrib if key.startswith("on") or "href" in key]
        assert inside(root)


DRAWN = {"title", "desc", "rect", "text", "line", "polyline", "polygon", "circle"}


def inside(root: ElementTree.Element) -> bool:
    """Whether all words begin on the sheet."""
    wide, high = float(root.get("width", "0")), float(root.get("height", "0"))
    words = [(float(element.get("x", "-1")), float(element.get("y", "-1"))) for element in root.iter(f"{SVG}text")]
    return bool(words) and all(0 <= x <= wide and 0 < y <= high for x, y in words)


def test_keys_are_unique_so_that_all_charts_fit_one_page(review: Review) -> None:
    keys = [key_of(chart) for chart in charts(review)]
    assert len(set(keys)) == len(keys)


def test_hostile_words_stay_words() -> None:
    named = {"gauge": {"g": prose(HOSTILE)}, "state": {"M0": prose(HOSTILE)}}
    gauge = GaugeChart('g"><script>', prose(HOSTILE), 0, 100, "bad", 3, steps_of(3, MOVES, 1))
    roll = replace(roll_chart(call("yes", in_favour=1)), says=Text(HOSTILE))
    for chart in (gauge, replace(gauge, id="g"), roll):
        drawn = svg(chart, Wording("en", named))
        root = parsed(drawn)
        assert not list(root.iter(f"{SVG}script"))
        assert "<script" not in drawn
        assert "alert" in "".join(root.itertext())


MOVES = (Move(1, "g", 3, (Term(2, coded(Code.MEASURE, measure=HOSTILE)),), 5),)


@given(st.text(max_size=80))
def test_any_words_give_well_formed_xml(words: str) -> None:
    sheet = Sheet(words, words, words)
    sheet.heading(words)
    assert parsed(sheet.svg()).tag == f"{SVG}svg"


def test_long_words_end_with_an_ellipsis_and_short_ones_do_not() -> None:
    assert rows_of("one two three", 400, 13) == ["one two three"]
    rows = rows_of("word " * 100, 100, 13, 2)
    assert len(rows) == 2
    assert rows[-1].endswith("…")


def test_the_page_holds_each_chart_as_it_stands_in_its_file(review: Review) -> None:
    files = chart_files(review, wording_of(review))
    drawn = [words for name, words in files.items() if name.endswith(".svg")]
    assert len(drawn) == len(charts(review))
    assert all(drawing in files[PAGE] for drawing in drawn)
    assert "<script" not in files[PAGE]


def test_the_verb_writes_them_and_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    saved, files = tmp_path / "over.crisis", gather(TINY)
    with create(saved, header(scenario("tiny"), files, "AAA"), dict(files.contents)) as save:
        Session.start(scenario("tiny"), {"AAA": "hawk", "BBB": "legalist"}, save, 4)
    assert main(["report", str(saved), "--charts", str(tmp_path / "out")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sorted(lines) == sorted(str(path) for path in (tmp_path / "out").iterdir())
    assert main(["report", str(saved), "--charts", str(saved)]) == 2
    assert "could not be written" in capsys.readouterr().err

"""What a rehearsal says: intervals, dominance, weights, and its report as lines and as a page."""

from __future__ import annotations

import io
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from crisis_game.assessment.confidence_intervals import interval
from crisis_game.cli.rehearse_progress import Progress, duration
from crisis_game.pages.parts import Page
from crisis_game.pages.rehearsal import rehearsal_page
from crisis_game.paper.html import NUMBERS, html
from crisis_game.paper.plain_text import WIDTH, text
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Text, Wording
from crisis_game.workshop.rehearsal import Plan, Rehearsal, chunked, rehearse
from crisis_game.workshop.rehearsal_counts import Label, Tally
from crisis_game.workshop.rehearsal_data import FEWEST_PAIRS, dominated, quantile

PLAN = Plan(games=12, seed=3, decisions=6)


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load_scenario(find("first-watch"))


@pytest.fixture(scope="module")
def rehearsed() -> Rehearsal:
    return rehearse(find("first-watch"), PLAN)


@pytest.fixture(scope="module")
def page(scenario: Scenario, rehearsed: Rehearsal) -> Page:
    return rehearsal_page(scenario, rehearsed.result)


def as_text(scenario: Scenario, page: Page) -> str:
    heading = Text("Rehearsal: {title}", {"title": scenario.title.in_language("en")})
    return text(heading, (page,), Wording("en", names(scenario)))


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"), [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0)]
)
def test_the_interval_is_wilsons(part: int, whole: int, low: float, high: float) -> None:
    assert interval(part, whole) == pytest.approx((low, high), abs=0.00005)


def test_of_no_games_nothing_is_known() -> None:
    assert interval(0, 0) == (0.0, 1.0)


def test_quantiles_are_values_that_were_seen() -> None:
    values = Counter(dict.fromkeys(range(1, 11), 1))
    assert [quantile(values, tenths) for tenths in (1, 5, 9)] == [1, 5, 9]
    assert quantile(Counter({40: 1}), 9) == 40


ONE: Label = ("package", "one")
OTHER: Label = ("package", "other")


def compared(pairs: int, better: int, worse: int, policy: str = "dove") -> Tally:
    tally = Tally()
    tally.compared.update({
        (policy, ONE, OTHER, "pairs"): pairs, (policy, ONE, OTHER, "better"): better,
        (policy, ONE, OTHER, "worse"): worse, (policy, OTHER, ONE, "pairs"): pairs,
        (policy, OTHER, ONE, "better"): worse, (policy, OTHER, ONE, "worse"): better,
    })  # fmt: skip
    return tally


def test_an_option_that_is_never_better_and_once_worse_is_dominated() -> None:
    report = dominated(compared(FEWEST_PAIRS, 0, 1))
    assert report["options"] == [
        {"option": list(ONE), "by": list(OTHER), "pairs": 10, "worse": 1, "policies": ["dove"], "at_most": 0.2589}
    ]


@pytest.mark.parametrize(("pairs", "better", "worse"), [(9, 0, 9), (10, 0, 0), (40, 1, 39)])
def test_nothing_is_called_dominated_on_few_pairs_or_on_one_that_went_better(
    pairs: int, better: int, worse: int
) -> None:
    assert [
        entry for entry in dominated(compared(pairs, better, worse))["options"] if entry["option"] == list(ONE)
    ] == []


def test_an_option_that_served_one_policy_is_not_dominated() -> None:
    both = compared(20, 0, 20)
    both.add(compared(1, 1, 0, "hawk"))
    assert dominated(both)["options"] == []


def test_decisions_lie_evenly_among_the_games() -> None:
    weighed = [weigh for chunk in chunked(Plan(games=100, decisions=10)) for _, weigh in chunk]
    assert sum(weighed) == 10
    assert all(sum(weighed[start : start + 10]) == 1 for start in range(0, 100, 10))


def test_decisions_are_weighed_in_as_many_games_as_asked(rehearsed: Rehearsal) -> None:
    weight = rehearsed.result["weight"]
    assert weight["votes"]["pairs"] == weight["vote"]["pairs"] == 6
    assert 0 < weight["text"]["pairs"] <= 6
    assert all(decision["changed"] <= decision["pairs"] for decision in weight.values())


def test_weighing_decisions_leaves_the_games_as_they_are(rehearsed: Rehearsal) -> None:
    plain = rehearse(find("first-watch"), Plan(PLAN.games, PLAN.seed)).result
    same = ("endings", "actions", "injects", "gauges", "readings", "rules", "length")
    assert {part: plain[part] for part in same} == {part: rehearsed.result[part] for part in same}


def test_two_processes_weigh_as_one_does(rehearsed: Rehearsal) -> None:
    two = rehearse(find("first-watch"), Plan(PLAN.games, PLAN.seed, jobs=2, decisions=PLAN.decisions)).result
    assert {**two, "timing": None} == {**rehearsed.result, "timing": None}


def test_an_interrupt_leaves_what_is_done() -> None:
    def stop(done: int) -> None:
        if done >= 4:
            raise KeyboardInterrupt

    rehearsal = rehearse(find("first-watch"), Plan(games=40), stop)
    assert rehearsal.stopped
    assert rehearsal.result["games"] == rehearsal.result["finished"] == 4


def test_the_report_fits_eighty_columns_and_has_all_parts(scenario: Scenario, page: Page) -> None:
    shown = as_text(scenario, page)
    assert max(map(len, shown.splitlines())) <= WIDTH
    parts = ("How it ends", "What policies reach", "Gauges over the rounds", "What was reached", "Dominated options",
             "What a decision weighs", "Length against the lesson")  # fmt: skip
    assert [shown.index(part) for part in parts] == sorted(shown.index(part) for part in parts)
    assert "{" not in shown


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        self.links: list[str] = []
        self.kinds: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.kinds[tag] += 1
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in ("meta", "rect", "line"):
            self.opened.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.kinds[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag


def test_the_page_is_well_formed_and_needs_nothing_beside_it(scenario: Scenario, page: Page) -> None:
    tags = _Tags()
    tags.feed(html(Text("A <title>"), (page,), Wording("en", names(scenario)), NUMBERS))
    assert tags.opened == []
    assert tags.links == []
    assert tags.kinds["svg"] == 1 + len(scenario.gauges)
    assert tags.kinds["script"] == 0


def test_progress_is_one_line_on_a_terminal_and_one_in_five_seconds_elsewhere() -> None:
    for rewrites, sent in ((True, "\r\x1b[K1 of 4 games, 9 s left\r\x1b[K2 of 4 games, 6 s left\r\x1b[K4 of 4 games\n"),
                           (False, "2 of 4 games, 6 s left\n")):  # fmt: skip
        times = iter((0.0, 3.0, 6.0, 7.0))
        out = io.StringIO()
        progress = Progress(4, out, rewrites, times.__next__)
        for done in (1, 2, 4):
            progress(done)
        assert out.getvalue() == sent


def test_durations_are_worded() -> None:
    assert [duration(seconds) for seconds in (9.4, 185, 7800)] == ["9 s", "3 min 5 s", "2 h 10 min"]


def test_the_excerpt_in_the_documentation_is_fresh(scenario: Scenario) -> None:
    rehearsal = rehearse(find("first-watch"), Plan(games=40, seed=1, decisions=12))
    shown = as_text(scenario, rehearsal_page(scenario, rehearsal.result))
    text = (Path(__file__).parents[2] / "docs" / "rehearsal.md").read_text(encoding="utf-8")
    excerpt = text.split("--decisions 12`\n\n```\n")[1].split("\n```")[0]
    endings, decisions = excerpt.split("\n\nDominated options\n")
    assert endings in shown
    assert "Dominated options\n" + decisions in shown

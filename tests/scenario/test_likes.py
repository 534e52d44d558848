"""What members like: how it is read, what it may hang on, and how it comes over from format 1."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.conditions.condition import condition
from crisis_game.engine.seen import Seen
from crisis_game.players.playout import playout
from crisis_game.scenario.library import ScenarioFiles, find
from crisis_game.scenario.model import Like
from crisis_game.scenario.reading.conversion_likes import Likes
from crisis_game.scenario.reading.conversion_text import Rewriting, read_text
from crisis_game.scenario.reading.load import load_scenario, read_scenario

NOW = "likes: {demand-note: 2, cyber-defence-team: 3, recall-envoys: 1, cyber-countermeasure: 2, clause:review: 1}"


def changed(likes: str) -> ScenarioFiles:
    """First Watch with other likes of one member."""
    files = find("first-watch")
    text = files.contents[files.main].decode()
    assert text.count(NOW) == 1
    return ScenarioFiles(files.main, {**files.contents, files.main: text.replace(NOW, likes).encode()})


def likes_of(likes: str) -> dict[str, Like]:
    scenario = load_scenario(changed(likes))
    return next(dict(state.likes) for state in scenario.states.values() if state.likes.get("recall-envoys") == Like(1))


def test_a_number_counts_always_and_a_mapping_while_its_condition_holds() -> None:
    likes = likes_of("likes: {recall-envoys: 1, motion:inquiry: 3, clause:review: {value: -2, when: escalation >= 50}}")
    assert likes["motion:inquiry"] == Like(3)
    assert likes["clause:review"] == Like(-2, condition("escalation >= 50"))


@pytest.mark.parametrize(
    ("likes", "code"),
    [
        ("likes: {demand-notes: 2}", "E351"),
        ("likes: {clause:reviews: 2}", "E351"),
        ("likes: {motion:inquiries: 2}", "E351"),
        ("likes: {package:nothing: 2}", "E351"),
        ("likes: {demand-note: 4}", "E205"),
        ("likes: {demand-note: {when: round >= 2}}", "E201"),
        ("likes: {demand-note: {value: 1, until: round >= 2}}", "E202"),
        ("likes: {demand-note: {value: 1, when: truth('state')}}", "E519"),
        ("likes: [demand-note]", "E203"),
        ("stances: {demand-note: 2}", "E202"),
        ("wishes: [review]", "E202"),
        ("dislikes: [review]", "E202"),
    ],
)
def test_what_cannot_be_is_told_once(likes: str, code: str) -> None:
    assert [problem.code for problem in read_scenario(changed(likes)).problems] == [code]


def test_a_like_counts_while_its_condition_holds() -> None:
    hesk = load_scenario(find("hesk-strait"))
    sheet = replace(hesk.states["EST"], likes={"protest": Like(1), "escort": Like(2, condition("round >= 2"))})
    scenario = replace(hesk, states={**hesk.states, "EST": sheet})
    state = playout(hesk, 1).state
    assert dict(Seen(scenario, state, "EST").likes) == {"protest": 1}
    state.table.round = 2
    assert dict(Seen(scenario, state, "EST").likes) == {"protest": 1, "escort": 2}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{stances: {a: 1}, wishes: [b], dislikes: [c]}", {"likes": {"a": 1, "clause:b": 1, "clause:c": -2}}),
        ("{wishes: b}", {"likes": {"clause:b": 1}}),
        ("{stances: {}, dislikes: [c]}", {"likes": {"clause:c": -2}}),
        ("{name: X, wishes: []}", {"name": "X"}),
        ("{role: adversary, stances: {a: 1}}", {"role": "adversary", "stances": {"a": 1}}),
    ],
)
def test_stances_wishes_and_dislikes_come_over_into_one_map(old: str, new: dict[str, object]) -> None:
    rewriting = Rewriting(read_text("a.yaml", f"states:\n  AAA: {old}\n"))
    Likes().bring_over(rewriting)
    assert read_text("a.yaml", rewriting.text()).value == {"states": {"AAA": new}}


def test_lines_and_their_comments_stay() -> None:
    old = "states:\n  AAA:\n    stances:  # ours\n      a: 1  # first\n      b: 2\n    wishes: [c]\n    home: 60\n"
    rewriting = Rewriting(read_text("a.yaml", old))
    Likes().bring_over(rewriting)
    wanted = "states:\n  AAA:\n    likes:  # ours\n      a: 1  # first\n      b: 2\n      clause:c: 1\n    home: 60\n"
    assert rewriting.text() == wanted

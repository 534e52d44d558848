from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from crisis_game.assessment import assess
from crisis_game.debrief import branches
from crisis_game.debrief.branches import weightiest
from crisis_game.debrief.choices import MOST_CHOICES, choices
from crisis_game.debrief.chronicle import Chronicle, chronicle_of
from crisis_game.debrief.findings import act_told
from crisis_game.debrief.hinges import (
    MOST_HINGES,
    Room,
    by_ending,
    by_finding,
    by_opinions,
    by_undone,
    case_told,
    chosen,
    hinges,
    split,
)
from crisis_game.debrief.model import EndingChange, Hinge, HingeTest, RoomOpinion
from crisis_game.debrief.review import review_of
from crisis_game.engine.act import Refusal
from crisis_game.engine.event import apply
from crisis_game.engine.events.ballots import BallotCounted, VoteCast
from crisis_game.engine.machine import step
from crisis_game.engine.state import Opinion
from crisis_game.pages.charts.chart_builders import hinges_chart
from crisis_game.pages.charts.words import told_on
from crisis_game.scenario.ids import Answer
from crisis_game.texts import Text, Wording, prose
from tests.assessment.games import Game, game

GAMES = [("first-watch", 3, "hawk"), ("first-watch", 1, ""), ("hesk-strait", 3, "random")]


def room(played: Game) -> Room:
    story = chronicle_of(played.scenario, played.log)
    assessment = assess(played.scenario, played.events)
    return Room(story, assessment, {act.id: act_told(act) for act in assessment.acts})


def found(played: Game) -> tuple[Hinge, ...]:
    where = room(played)
    return hinges(where.chronicle, where.assessment, where.acts)


@cache
def hinges_of(name: str, seed: int, policy: str) -> tuple[Hinge, ...]:
    """Those of a game, weighed once for all tests."""
    return found(game(name, seed, policy))


@cache
def like_a_real_case(seed: int, policy: str) -> tuple[Room, tuple[Hinge, ...]]:
    """Hesk Strait as if it resembled a case of the casebook, with its hinges, weighed once for all tests."""
    where = room(game("hesk-strait", seed, policy))
    where.chronicle.history.scenario = replace(where.chronicle.scenario, resembles="corfu-passage-1946")
    return where, hinges(where.chronicle, where.assessment, where.acts)


@pytest.mark.parametrize(("name", "seed", "policy"), GAMES)
def test_hinges_are_the_same_each_time_one_by_each_test(name: str, seed: int, policy: str) -> None:
    game_hinges = hinges_of(name, seed, policy)
    assert game_hinges == found(game(name, seed, policy))
    tests = [
        test for test in ("ending", "finding", "undone", "opinions") if test in {hinge.test for hinge in game_hinges}
    ]
    assert [hinge.test for hinge in game_hinges] == tests
    assert 0 < len(game_hinges) <= MOST_HINGES


@pytest.mark.parametrize(("seed", "policy"), [(1, "random"), (2, "hawk"), (3, "free-rider"), (4, "statesman")])
def test_hinges_lie_in_different_rounds_and_acts_and_none_is_told_twice(seed: int, policy: str) -> None:
    where, game_hinges = like_a_real_case(seed, policy)
    assert (
        len({hinge.round for hinge in game_hinges}) == len(game_hinges)
        or where.chronicle.state.table.round < MOST_HINGES
    )
    assert len({hinge.decided for hinge in game_hinges}) == len(game_hinges)
    titles = [repr(hinge.act.title) for hinge in game_hinges if hinge.act]
    assert len(set(titles)) == len(titles)
    ways = [way for hinge in game_hinges for way in hinge.turned]
    assert len(set(ways)) == len(ways)
    assert [hinge.case is not None for hinge in game_hinges] == [place == 0 for place in range(len(game_hinges))]


@pytest.mark.parametrize(("seed", "policy"), [(1, "random"), (2, "hawk"), (3, "free-rider"), (4, "statesman")])
def test_one_hinge_is_something_refused_or_left_undone_where_there_is_any(seed: int, policy: str) -> None:
    where, game_hinges = like_a_real_case(seed, policy)
    if by_undone(where):
        assert any(hinge.undone for hinge in game_hinges)


@cache
def gravest() -> Hinge:
    return by_finding(room(game("hesk-strait", 2, "hawk")))[0]


def at(round_: int, test: HingeTest, title: str = "", *, undone: bool = False) -> Hinge:
    """A hinge of a round; with `title`, of that act."""
    hinge = gravest()
    assert hinge.act is not None
    act = replace(hinge.act, title=Text(title), text=title) if title else None
    decided = Text("{title}, {test}, {round}", {"title": title, "test": test, "round": round_})
    return replace(hinge, test=test, round=round_, act=act, decided=decided, undone=undone)


def test_two_hinges_are_better_than_a_third_that_repeats() -> None:
    ending, finding = at(1, "ending", "boats stopped"), at(2, "finding", "boats stopped")
    assert apart([ending], [finding], [], [at(1, "opinions")]) == (ending,), "the same act, the same round"
    other = at(3, "finding", "a port mined")
    assert apart([ending], [finding, other], [], [at(3, "opinions"), at(1, "opinions")]) == (ending, other)


def test_in_a_game_of_few_rounds_acts_alone_must_differ() -> None:
    ending, finding, undone = at(1, "ending", "boats stopped"), at(1, "finding", "a port mined"), at(1, "undone")
    tests = ([ending], [at(1, "finding", "boats stopped"), finding], [undone], [])
    assert chosen(tests, rounds_apart=False) == (ending, finding, undone)
    assert chosen(tests, rounds_apart=True) == (ending,)


def test_an_omission_has_its_place_before_what_would_leave_it_none() -> None:
    ending, finding, undone = at(1, "ending"), at(2, "finding"), at(2, "undone", undone=True)
    assert apart([ending], [finding], [undone], []) == (ending, undone)
    assert apart([replace(ending, undone=True)], [finding], [undone], []) == (replace(ending, undone=True), finding)
    elsewhere = at(3, "undone", undone=True)
    assert apart([ending], [finding], [undone, elsewhere], []) == (ending, finding, elsewhere)
    assert apart([ending], [finding], [elsewhere], [at(4, "opinions")]) == (ending, finding, elsewhere), "three"


def apart(*tests: list[Hinge]) -> tuple[Hinge, ...]:
    return chosen(tests, rounds_apart=True)


@pytest.mark.parametrize(("name", "seed", "policy"), GAMES)
def test_the_other_choice_of_a_vote_really_turns_the_count(name: str, seed: int, policy: str) -> None:
    story = chronicle_of(game(name, seed, policy).scenario, game(name, seed, policy).log)
    turned = [choice for choice in choices(story) if all(isinstance(event, VoteCast) for event in choice.instead)]
    assert turned
    for choice in turned:
        assert _adopted(story, choice.text, ()) is not _adopted(story, choice.text, choice.instead)


def _adopted(story: Chronicle, text: str | None, instead: tuple[object, ...]) -> bool:
    moment = next(moment for moment in story.moments if text in moment.state.council.sheet)
    state = moment.state.fork()
    for event in instead:
        assert isinstance(event, VoteCast)
        apply(state, event)
    events = step(story.scenario, state, moment.submission)
    assert not isinstance(events, Refusal)
    (count,) = (count for count in events if isinstance(count, BallotCounted) and count.text == text)
    return count.result.adopted


def test_both_sides_are_played_equally_often_and_counted() -> None:
    played = game("hesk-strait", 1, "random")
    story = chronicle_of(played.scenario, played.log)
    weighed = weightiest(story.scenario, choices(story), dict.fromkeys(played.scenario.members, "random"))
    assert weighed is not None
    _, change = weighed
    assert 1 < change.games <= branches.MOST_FUTURES
    assert sum(count for _, count in change.as_decided) == change.games
    assert sum(count for _, count in change.otherwise) == change.games
    assert (change.change == 0) == (change.as_decided == change.otherwise)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_hinge_is_told_from_twelve_futures_on_each_side_with_the_interval_of_what_is_most_apart(seed: int) -> None:
    played = game("hesk-strait", seed, "statesman")
    story = chronicle_of(played.scenario, played.log)
    weighed = weightiest(story.scenario, choices(story), dict.fromkeys(played.scenario.members, "random"))
    assert weighed is not None
    _, change = weighed
    assert (change.games, change.enough) == (12, True)
    decided, otherwise = dict(change.as_decided), dict(change.otherwise)
    apart = {id_: decided.get(id_, 0) - otherwise.get(id_, 0) for id_ in {*decided, *otherwise}}
    if change.most is None:
        assert not any(apart.values())
        return
    ending, low, high = change.most
    assert abs(apart[ending]) == max(map(abs, apart.values()))
    assert low <= round(100 * apart[ending] / 12) <= high


def test_of_too_few_futures_no_distance_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words stand in the place of the bar: of one game of twelve nobody knows how far the sides lie apart."""
    monkeypatch.setattr(branches, "MOST_MOVES", 1)
    played = game("hesk-strait", 3, "random")
    (hinge,) = by_ending(room(played))
    assert hinge.change is not None
    assert (hinge.change.games, hinge.change.enough, hinge.change.most) == (1, False, None)
    assert "too few games" in hinge.why.msgid
    review = replace(review_of(played.scenario, played.log), hinges=(hinge,))
    (weight,) = hinges_chart(review).hinges
    assert (weight.ending, weight.between) == (None, None)
    assert told_on(weight, "ending").msgid == "not measured"


def test_a_bar_is_the_ending_that_is_most_apart_with_its_interval() -> None:
    """Of the only way in which it can go on there is no interval either, and the reason says it in words."""
    played = game("hesk-strait", 3, "free-rider")
    review = review_of(played.scenario, played.log)
    hinge = next(hinge for hinge in review.hinges if hinge.test == "ending")
    assert hinge.change is not None
    here, there = "fragile", "settled"
    change = EndingChange(12, ((here, 9), (there, 3)), ((there, 9), (here, 3)), 50, (), True, (there, -78, -9))
    for most, expected in (((there, -78, -9), (50, (9, 78))), ((here, 9, 78), (50, (9, 78))), (None, (None, None))):
        shown = replace(review, hinges=(replace(hinge, change=replace(change, most=most)),))
        (weight,) = hinges_chart(shown).hinges
        assert (weight.ending, weight.between) == expected
    only = replace(change, games=1, as_decided=((here, 1),), otherwise=((there, 1),), change=100, most=None)
    (weight,) = hinges_chart(replace(review, hinges=(replace(hinge, change=only),))).hinges
    assert weight.ending is None


def test_in_the_last_round_what_was_decided_ends_as_it_ended() -> None:
    for seed in (1, 2, 3):
        played = game("first-watch", seed, "hawk")
        story = chronicle_of(played.scenario, played.log)
        for choice in choices(story):
            weighed = weightiest(story.scenario, [choice], {})
            assert weighed is None or weighed[1].as_decided == ((played.state.table.ending, 1),)


def test_games_played_out_are_bounded_by_moves_and_not_by_a_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    played = game("hesk-strait", 2, "random")
    story = chronicle_of(played.scenario, played.log)
    policies = dict.fromkeys(played.scenario.members, "random")
    options = choices(story)
    assert 1 < len(options) <= MOST_CHOICES
    assert weightiest(story.scenario, options, policies) == weightiest(story.scenario, options, policies)
    monkeypatch.setattr(branches, "MOST_MOVES", 1)
    monkeypatch.setattr(branches, "MOST_SWEPT", 1)
    bounded = weightiest(story.scenario, options, policies)
    assert bounded is not None
    assert (bounded[0], bounded[1].games) == (options[0], 1)


def test_none_of_the_choices_that_were_played_weighs_more(monkeypatch: pytest.MonkeyPatch) -> None:
    played = game("first-watch", 1, "random")
    story = chronicle_of(played.scenario, played.log)
    monkeypatch.setattr(branches, "MOST_FUTURES", 1)
    weighed = weightiest(story.scenario, choices(story), {})
    assert weighed is not None
    alone = [weightiest(story.scenario, [choice], {}) for choice in choices(story)]
    assert weighed[1].change == max(weight[1].change for weight in alone if weight is not None)


def test_reading_a_log_keeps_the_moments_untouched_by_what_is_played_from_them() -> None:
    played = game("first-watch", 3, "hawk")
    story = chronicle_of(played.scenario, played.log)
    before = [moment.state.fork() for moment in story.moments]
    weightiest(story.scenario, choices(story), {})
    assert [moment.state for moment in story.moments] == before


def test_the_gravest_finding_is_looked_for_among_the_members_acts() -> None:
    where = room(game("hesk-strait", 1, "hawk"))
    order = ("peremptory", "grave", "serious", "procedural")
    ours = [act for act in where.assessment.acts if act.ours and act.adverse]
    gravest = min(order.index(str(act.adverse[0].severity)) for act in ours)
    first = by_finding(where)[0]
    assert first.act is not None
    assert order.index(str(where.assessment.act(first.act.id).adverse[0].severity)) == gravest
    assert first.act.ours


def test_opinions_are_apart_by_their_shares() -> None:
    def opinions(*answers: Answer) -> tuple[RoomOpinion, ...]:
        return tuple(RoomOpinion("AAA", "law", answer, 70) for answer in answers)

    assert split(()) == 0
    assert split(opinions("lawful", "lawful")) == 0
    assert split(opinions("lawful", "unlawful")) == 50
    assert split(opinions("lawful", "unlawful", "contested")) > split(opinions("lawful", "unlawful"))
    assert split(opinions("lawful", "lawful", "unlawful")) < 50
    agreed = tuple(RoomOpinion("AAA", "resort", "lawful", 70) for _ in range(4))
    assert split((*agreed, *opinions("lawful", "unlawful"))) == 50, "each question by itself"


def test_the_widest_split_comes_first_with_what_the_room_said() -> None:
    where = room(game("hesk-strait", 1))
    state = where.chronicle.state
    seat, other, *_ = where.chronicle.scenario.members
    texts = [text for text in state.council.texts.values() if text.result is not None and text.draft.lines][:2]
    near, far = (Opinion(text.round, text.id, text.draft.lines[0].measure, "law", "lawful", 90) for text in texts)
    state.record.opinions.clear()
    state.record.opinions[seat] = [near, replace(far, sure=50)]
    state.record.opinions[other] = [near, replace(far, answer="unlawful", sure=70), replace(near, void=True)]
    (hinge,) = by_opinions(where)
    assert hinge.round == far.round
    assert {(said.seat, said.answer, said.sure) for said in hinge.opinions} == {
        (seat, "lawful", 50),
        (other, "unlawful", 70),
    }


def test_the_real_case_is_told_where_the_casebook_has_it() -> None:
    assert case_told(None) is None
    assert case_told("no-such-act-1900") is None
    case = case_told("corfu-passage-1946")
    assert case is not None
    assert case.year == 1946
    where = room(game("first-watch", 3, "hawk"))
    where.chronicle.history.scenario = replace(where.chronicle.scenario, resembles="corfu-passage-1946")
    assert all(hinge.case == case for hinge in by_finding(where))


@pytest.mark.parametrize(("name", "seed", "policy"), GAMES)
def test_what_was_decided_begins_each_sentence_with_a_capital(name: str, seed: int, policy: str) -> None:
    """The name of a text stood, small, behind a full stop: `with Review. text 1 by Dunmore is adopted`."""
    played = game(name, seed, policy)
    wording = Wording("en", {"text": {id_: prose(f"text {id_}") for id_ in room(played).chronicle.state.council.texts}})
    for hinge in hinges_of(name, seed, policy):
        assert not re.search(r"[.!?] text ", wording.say(hinge.decided))

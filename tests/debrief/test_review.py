from __future__ import annotations

from typing import get_args

import pytest

from crisis_game.assessment import assess
from crisis_game.debrief.answers import answer_told
from crisis_game.debrief.chronicle import chronicle_of
from crisis_game.debrief.findings import act_told, parting
from crisis_game.debrief.model import Review
from crisis_game.debrief.review import review, review_of
from crisis_game.engine.event import apply
from crisis_game.engine.events.actors import StepTaken
from crisis_game.engine.events.ballots import BallotCounted
from crisis_game.engine.events.world import EndingReached
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import NotFinishedError
from crisis_game.law.finding import Legality
from crisis_game.law.order import RULES
from crisis_game.pages.debrief.front import front_page
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Prose, Text, Wording
from tests.assessment.games import Game, game, scenario
from tests.pages.showing import flat, in_lines


@pytest.fixture(scope="module")
def played() -> Game:
    return game("first-watch", 3, "hawk")


@pytest.fixture(scope="module")
def played_review(played: Game) -> Review:
    return review_of(played.scenario, played.log)


def test_the_same_log_gives_the_same_review(played: Game, played_review: Review) -> None:
    assert review_of(played.scenario, iter(played.log)) == played_review


def test_nothing_is_told_before_the_end_but_to_the_facilitator(played: Game) -> None:
    early = played.log[:-1]
    for reader in ("", *played.scenario.members, "observer"):
        with pytest.raises(NotFinishedError):
            review_of(played.scenario, early, reader)
    looked = review_of(played.scenario, early, FACILITATOR)
    assert not looked.finished
    assert looked.ending is None


def test_a_session_in_play_is_refused_and_one_that_is_over_is_told() -> None:
    sheet = scenario("first-watch")
    with pytest.raises(NotFinishedError):
        review(Session.start(sheet, {sheet.members[0]: "person"}, None, 5))
    over = Session.start(sheet, dict.fromkeys(sheet.members, "legalist"), None, 5)
    assert review(over).finished
    assert review(over).holders == dict.fromkeys(sheet.members, "legalist")


@pytest.mark.parametrize(("name", "seed"), [("first-watch", 1), ("first-watch", 2), ("tiny", 1)])
def test_the_ending_has_the_words_of_how_it_came_about(name: str, seed: int) -> None:
    over = game(name, seed)
    ending = review_of(over.scenario, over.log).ending
    (event,) = (event for event in over.events if isinstance(event, EndingReached))
    sheet = next(sheet for sheet in over.scenario.endings if sheet.id == event.ending)
    assert ending is not None
    assert ending.title == sheet.title
    assert ending.text == (sheet.variants[event.variant].text if event.variant >= 0 else sheet.text)


def test_truth_and_temperament_are_revealed_in_the_authors_words(played: Game, played_review: Review) -> None:
    world = played.state.world
    assert played_review.revealed.truth_told == played.scenario.truths[world.truth].reveal
    (mind,) = played_review.revealed.minds
    assert mind.told == played.scenario.temperaments[world.minds[0]].reveal
    assert played_review.revealed.seed == played.state.table.seed


def test_each_vote_is_told_with_its_count_and_all_ballots(played: Game, played_review: Review) -> None:
    counted = [event for event in played.events if isinstance(event, BallotCounted)]
    assert [roll.text for roll in played_review.votes] == [event.text for event in counted]
    assert counted
    for roll, event in zip(played_review.votes, counted, strict=True):
        assert tuple((ballot.seat, ballot.vote) for ballot in roll.votes) == event.votes
        explanations = played.state.council.texts[event.text].explanations
        assert {
            ballot.seat: (ballot.cites, ballot.words) for ballot in roll.votes if ballot.cites or ballot.words
        } == explanations
        assert all((ballot.cited is not None) == bool(ballot.cites) for ballot in roll.votes)


def test_orders_are_opened_with_scores_that_add_up() -> None:
    for seed in (1, 2):
        over = game("hesk-strait", seed, "hawk")
        kept = [
            each for by_actor in chronicle_of(over.scenario, over.log).answers.values() for each in by_actor.values()
        ]
        steps = [event for event in over.events if isinstance(event, StepTaken)]
        answers = [answer for each in kept if (answer := answer_told(over.scenario, each))]
        assert [(answer.ordered, answer.done) for answer in answers] == [(step.ordered, step.done) for step in steps]
        for answer in answers:
            assert all(line.bare + line.luck == line.total for line in (*answer.sealed, *answer.opened))
            assert answer.done in {line.step for line in answer.opened}
            assert answer.sealed[0].step == answer.ordered


def test_gauges_end_where_the_world_ended(played_review: Review, played: Game) -> None:
    assert {gauge.id: gauge.values[-1] for gauge in played_review.gauges} == played.state.world.gauges
    assert all(len(gauge.values) == played_review.rounds_played for gauge in played_review.gauges)


def test_decisions_show_what_was_known_before_them_not_what_came_out_later() -> None:
    over = game("hesk-strait", 1, "hawk")
    story = chronicle_of(over.scenario, over.log)
    last: dict[str, str] = {}
    for happening in story.happenings:
        assert dict(happening.known) == last
        apply(story.state, happening.event)
        if happening.event.kind == "claim-graded" and not getattr(happening.event, "seats", ()):
            last[str(getattr(happening.event, "claim", ""))] = str(getattr(happening.event, "grade", ""))
        if happening.event.kind == "reported":
            last.setdefault(str(getattr(happening.event, "claim", "")), "rumoured")


def test_decisions_lead_to_the_acts_that_came_of_them(played_review: Review) -> None:
    acts = {act.id: act for act in played_review.acts}
    refs = [(decision, ref) for round_ in played_review.rounds for decision in round_.decisions for ref in decision.law]
    assert refs
    for decision, ref in refs:
        assert (ref.known, ref.true) == (acts[ref.id].known, acts[ref.id].true)
        assert decision.kind in ("vote", "alone", "step")


def test_where_known_and_true_part_it_is_said_and_shown() -> None:
    for played in (game("hesk-strait", 1, "hawk"), game("hesk-strait", 4, "random")):
        for act in map(act_told, assess(played.scenario, played.events).acts):
            assert (act.parts is None) == (act.known == act.true)
            assert {finding.rule for finding in act.findings_true} <= set(act.differing) <= set(RULES)


@pytest.mark.parametrize("known", get_args(Legality))
@pytest.mark.parametrize("true", get_args(Legality))
def test_every_way_in_which_two_verdicts_can_part_has_its_words(known: Legality, true: Legality) -> None:
    said = parting(known, true)
    assert (said is None) == (known == true)
    if (known, true) == ("lawful", "unlawful"):
        assert Wording().say(said or Text("")) == "Reasonable on what was known, and yet unlawful as it was."
    if (known, true) == ("unlawful", "lawful"):
        assert Wording().say(said or Text("")).startswith("Lucky")


def test_what_would_have_changed_a_finding_stands_only_at_adverse_ones(played_review: Review) -> None:
    for act in played_review.acts:
        for finding in (*act.findings, *act.findings_true):
            assert not finding.would_change or finding.verdict == "unlawful"
            assert finding.breach == (finding.verdict == "unlawful" and finding.severity is not None)


def test_every_sentence_can_be_worded_to_its_end(played_review: Review, played: Game) -> None:
    wording = Wording("en", names(played.scenario))
    said = [wording.say(sentence) for sentence in _sentences(played_review)]
    assert len(said) > 100
    assert not [words for words in said if "{" in words or "}" in words]


def _sentences(value: object) -> list[Text | Prose]:
    if isinstance(value, Text | Prose):
        return [value]
    if isinstance(value, tuple | list):
        return [sentence for part in value for sentence in _sentences(part)]
    if isinstance(value, dict):
        return _sentences(list(value.values()))
    fields = getattr(type(value), "__dataclass_fields__", {})
    return [sentence for name in fields for sentence in _sentences(getattr(value, name))]


def test_each_seat_is_told_the_last_text_that_its_vote_alone_would_have_turned() -> None:
    over = game("hesk-strait", 21)
    told_review, wording = review_of(over.scenario, over.log), Wording("en", names(over.scenario))
    rolls = [roll for told_round in told_review.rounds for roll in told_round.votes]
    turning_rounds = {
        seat: [roll.round for roll in rolls if any(seat in turn.seats for turn in roll.turns)]
        for seat in over.scenario.members
    }
    assert any(turning_rounds.values())
    for seat, rounds in turning_rounds.items():
        said = in_lines([front_page(told_review, seat)], wording)
        _, _, told = flat(said).partition("your vote ")
        assert told.startswith(f"round {rounds[-1]} " if rounds else "no text that your vote alone would have turned")

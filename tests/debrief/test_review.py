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
from crisis_game.engine.events.adversary import StepTaken
from crisis_game.engine.events.ballots import BallotCounted
from crisis_game.engine.events.world import EndingReached
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import NotFinishedError
from crisis_game.law.finding import Legality
from crisis_game.law.order import RULES
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Prose, Text, Wording
from tests.assessment.games import Game, game, scenario


@pytest.fixture(scope="module")
def played() -> Game:
    return game("first-watch", 3, "hawk")


@pytest.fixture(scope="module")
def told(played: Game) -> Review:
    return review_of(played.scenario, played.log)


def test_the_same_log_gives_the_same_review(played: Game, told: Review) -> None:
    assert review_of(played.scenario, iter(played.log)) == told


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
    (event,) = (one for one in over.events if isinstance(one, EndingReached))
    sheet = next(one for one in over.scenario.endings if one.id == event.ending)
    assert ending is not None
    assert ending.title == sheet.title
    assert ending.text == (sheet.variants[event.variant].text if event.variant >= 0 else sheet.text)


def test_truth_and_temperament_are_revealed_in_the_authors_words(played: Game, told: Review) -> None:
    world = played.state.world
    assert told.revealed.truth_told == played.scenario.truths[world.truth].reveal
    assert told.revealed.temperament_told == played.scenario.adversary.temperaments[world.temperament].reveal
    assert told.revealed.seed == played.state.table.seed


def test_each_vote_is_told_with_its_count_and_all_ballots(played: Game, told: Review) -> None:
    counted = [one for one in played.events if isinstance(one, BallotCounted)]
    assert [one.text for one in told.votes] == [one.text for one in counted]
    assert counted
    for roll, event in zip(told.votes, counted, strict=True):
        assert tuple((one.seat, one.vote) for one in roll.votes) == event.votes
        explanations = played.state.council.texts[event.text].explanations
        assert {one.seat: (one.cites, one.words) for one in roll.votes if one.cites or one.words} == explanations
        assert all((one.cited is not None) == bool(one.cites) for one in roll.votes)


def test_orders_are_opened_with_scores_that_add_up() -> None:
    for seed in (1, 2):
        over = game("hesk-strait", seed, "hawk")
        kept = chronicle_of(over.scenario, over.log).answers
        steps = [one for one in over.events if isinstance(one, StepTaken)]
        answers = [told for one in kept.values() if (told := answer_told(over.scenario, one))]
        assert [(one.ordered, one.done) for one in answers] == [(one.ordered, one.done) for one in steps]
        for one in answers:
            assert all(line.bare + line.luck == line.total for line in (*one.sealed, *one.opened))
            assert one.done in {line.step for line in one.opened}
            assert one.sealed[0].step == one.ordered


def test_gauges_end_where_the_world_ended(told: Review, played: Game) -> None:
    assert {one.id: one.values[-1] for one in told.gauges} == played.state.world.gauges
    assert all(len(one.values) == told.rounds_played for one in told.gauges)


def test_decisions_show_what_was_known_before_them_not_what_came_out_later() -> None:
    over = game("hesk-strait", 1, "hawk")
    found = chronicle_of(over.scenario, over.log)
    last: dict[str, str] = {}
    for one in found.happenings:
        assert dict(one.known) == last
        apply(found.state, one.event)
        if one.event.kind == "claim-graded" and not getattr(one.event, "seats", ()):
            last[str(getattr(one.event, "claim", ""))] = str(getattr(one.event, "grade", ""))
        if one.event.kind == "reported":
            last.setdefault(str(getattr(one.event, "claim", "")), "rumoured")


def test_decisions_lead_to_the_acts_that_came_of_them(told: Review) -> None:
    acts = {one.id: one for one in told.acts}
    refs = [(decision, ref) for one in told.rounds for decision in one.decisions for ref in decision.law]
    assert refs
    for decision, ref in refs:
        assert (ref.known, ref.true) == (acts[ref.id].known, acts[ref.id].true)
        assert decision.kind in ("vote", "alone", "step")


def test_where_known_and_true_part_it_is_said_and_shown() -> None:
    for played in (game("hesk-strait", 1, "hawk"), game("hesk-strait", 4, "random")):
        for act in map(act_told, assess(played.scenario, played.events).acts):
            assert (act.parts is None) == (act.known == act.true)
            assert {one.rule for one in act.findings_true} <= set(act.differing) <= set(RULES)


@pytest.mark.parametrize("known", get_args(Legality))
@pytest.mark.parametrize("true", get_args(Legality))
def test_every_way_in_which_two_verdicts_can_part_has_its_words(known: Legality, true: Legality) -> None:
    said = parting(known, true)
    assert (said is None) == (known == true)
    if (known, true) == ("lawful", "unlawful"):
        assert Wording().say(said or Text("")) == "Reasonable on what was known, and yet unlawful as it was."
    if (known, true) == ("unlawful", "lawful"):
        assert Wording().say(said or Text("")).startswith("Lucky")


def test_what_would_have_changed_a_finding_stands_only_at_adverse_ones(told: Review) -> None:
    for act in told.acts:
        for one in (*act.findings, *act.findings_true):
            assert not one.would_change or one.verdict == "unlawful"
            assert one.breach == (one.verdict == "unlawful" and one.severity is not None)


def test_every_sentence_can_be_worded_to_its_end(told: Review, played: Game) -> None:
    wording = Wording("en", names(played.scenario))
    said = [wording.say(one) for one in _sentences(told)]
    assert len(said) > 100
    assert not [one for one in said if "{" in one or "}" in one]


def _sentences(value: object) -> list[Text | Prose]:
    if isinstance(value, Text | Prose):
        return [value]
    if isinstance(value, tuple | list):
        return [found for one in value for found in _sentences(one)]
    if isinstance(value, dict):
        return _sentences(list(value.values()))
    fields = getattr(type(value), "__dataclass_fields__", {})
    return [found for name in fields for found in _sentences(getattr(value, name))]

from __future__ import annotations

from crisis_game.assessment import assess
from crisis_game.assessment.history import history
from crisis_game.assessment.process_facts import process_facts
from crisis_game.law.finding import GRAVEST_FIRST
from crisis_game.law.legitimacy import WARNING
from tests.assessment.games import game


def test_the_profile_stands_beside_the_worst_public_answer_and_never_changes_it() -> None:
    for name, policy in (("tiny", ""), ("first-watch", "hawk"), ("hesk-strait", "hawk")):
        played = game(name, 1, policy)
        assessment = assess(played.scenario, played.events)
        answers = [act.public.judgement.gravest for act in assessment.acts if act.ours]
        worst = min(answers, key=GRAVEST_FIRST.index, default="lawful")
        assert assessment.organisation.legality == worst
        profile = assessment.organisation.profile
        assert len(profile.scores) == 16
        assert profile.lowest <= profile.index <= profile.highest
        assert (profile.warning == WARNING) == (worst == "unlawful" and profile.band != "low")


def test_process_facts_are_read_from_votes_clauses_and_verification() -> None:
    played = game("hesk-strait", 1, "hawk")
    assessment = assess(played.scenario, played.events)
    process = assessment.organisation.process
    measured = [text for text in played.state.council.texts.values() if text.adopted_round and text.draft.lines]
    assert measured
    assert process.end_set == all(text.draft.switch("end-date") is not None for text in measured)
    assert process.neighbours_heard == bool(played.state.commitments.hearings)
    assert process.world_support == played.state.world.gauges["standing"]
    assert process.burden_gap == assessment.burdens.gap
    assert process.unlike_treatment == assessment.consistency.unlike
    shares = (process.heard_share, process.member_support, process.neighbour_support, process.verification)
    assert all(share is None or 0 <= share <= 100 for share in shares)


def test_where_nothing_was_decided_nothing_is_claimed() -> None:
    played = game("tiny")
    start = len(played.scenario.members) + 1
    past = history(played.scenario, (event for entry in played.log[:start] for event in entry.events))
    fairness = assess(played.scenario, (event for entry in played.log[:start] for event in entry.events))
    process = process_facts(past, [], (fairness.consistency, fairness.burdens))
    assert process.legality == "lawful"
    assert process.consulted is None
    assert process.member_support is None
    assert process.reasons_given is None

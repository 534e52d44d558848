"""Ratings are proposed from the deeds of people, each with its entry: answers, expected deeds, objectives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.assessment.ratings import Proposal, proposed_ratings
from crisis_game.conditions.condition import condition, parts
from crisis_game.debrief.chronicle import chronicle_of
from crisis_game.debrief.review import review
from crisis_game.engine.act import Act
from crisis_game.engine.acts.accountability import OpenAccounts
from crisis_game.engine.acts.alarm import RequestConsultation
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.ratings import Rate
from crisis_game.engine.events.ballots import VoteCast
from crisis_game.engine.sender import Sender
from crisis_game.exercise.session import Session
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Objective, Scenario
from crisis_game.scenario.model_script import Expectation
from crisis_game.texts import prose
from tests.asking import asking
from tests.assessment.games import game


def learning(met: str | None, partly: str | None = None, contrary: str | None = None) -> Scenario:
    """The scenario with one objective."""
    lines = [condition(line) if line is not None else None for line in (met, partly, contrary)]
    return replace(asking(), objectives=(Objective("one", prose("Learns it."), None, *lines),))


def played(scenario: Scenario, *deeds: tuple[SeatId, Act], persons: tuple[SeatId, ...] = ("AAA", "BBB")) -> Session:
    """A game of this scenario after some deeds."""
    roster = {seat: "person" if seat in persons else "free-rider" for seat in scenario.members}
    session = Session.start(scenario, roster, None, seed=7)
    for seat, command in deeds:
        session.submit(seat, command)
    return session


def proposed(session: Session) -> dict[tuple[str, SeatId], Proposal]:
    """What is proposed now, by what and whose it is."""
    proposals = proposed_ratings(chronicle_of(session.authored, session.log).sightings)
    by_whose = {(proposal.what, proposal.seat): proposal for proposal in proposals}
    assert len(by_whose) == len(proposals), "something is proposed twice"
    return by_whose


def entry_of(session: Session, command: Act) -> int:
    """The number of the entry with a command."""
    return next(entry.n for entry in session.log if entry.submission.command == command)


# Objectives ----------------------------------------------------------------------------------------------------------


def test_a_seat_is_rated_by_its_own_deeds_each_with_its_entry() -> None:
    asks, opens = RequestConsultation(), OpenAccounts()
    session = played(learning("done('request-consultation') and done('open-accounts')", "consulted"), ("BBB", opens))
    assert {proposal.seen for proposal in proposed(session).values()} == {"not"}

    session.submit("AAA", asks)
    rated = proposed(session)
    assert {seat: rated["objective:one", seat].rating for seat in ("", "AAA", "BBB")} == dict.fromkeys(
        ("", "AAA", "BBB"), "P"
    )
    own = [(deed.entry, deed.act, deed.by, deed.round) for deed in rated["objective:one", "AAA"].evidence]
    assert own == [(entry_of(session, asks), "request-consultation", "person:AAA", 1)]
    both = [deed.entry for deed in rated["objective:one", ""].evidence]
    assert both == [entry_of(session, opens), entry_of(session, asks)]


def test_a_part_is_some_challenges_and_the_contrary_outweighs_it() -> None:
    partly = proposed(played(learning("round > 99", "consulted"), ("AAA", RequestConsultation())))
    assert (partly["objective:one", "AAA"].rating, partly["objective:one", "BBB"].rating) == ("S", None)
    assert partly["objective:one", "BBB"].seen == "not"

    contrary = learning("consulted", None, "done('open-accounts')")
    rated = proposed(played(contrary, ("AAA", RequestConsultation()), ("BBB", OpenAccounts())))
    assert (rated["objective:one", ""].seen, rated["objective:one", ""].rating) == ("contrary", "U")
    assert {seat: rated["objective:one", seat].rating for seat in ("AAA", "BBB")} == {"AAA": None, "BBB": "U"}


def test_what_nobody_did_is_seen_and_rates_nobody() -> None:
    rated = proposed(played(learning("round >= 1"), ("AAA", RequestConsultation())))
    assert (rated["objective:one", ""].seen, rated["objective:one", ""].rating) == ("met", None)
    assert not rated["objective:one", ""].evidence


def test_what_does_not_say_what_shows_it_is_not_proposed() -> None:
    assert not [what for what, _ in proposed(played(learning(None))) if what == "objective:one"]


def test_deeds_of_computers_count_for_no_person() -> None:
    computers, people = game("hesk-strait", 2, "hawk"), []
    for entry in computers.log:
        sender = Sender(f"person:{entry.submission.seat}") if entry.submission.by.startswith("policy:") else None
        people.append(replace(entry, submission=replace(entry.submission, by=sender or entry.submission.by)))
    by_computers = proposed_ratings(chronicle_of(computers.scenario, computers.log).sightings)
    by_people = proposed_ratings(chronicle_of(computers.scenario, people).sightings)

    assert {proposal.rating for proposal in by_computers} == {None}
    seen = [proposal for proposal in by_people if proposal.evidence]
    assert seen
    assert [proposal.what for proposal in by_computers if proposal.by_policy] == [proposal.what for proposal in seen]
    assert {"P", "S"} & {proposal.rating for proposal in seen}
    for deed in (deed for proposal in seen for deed in proposal.evidence):
        entry = computers.log[deed.entry - 1]
        assert (entry.n, entry.submission.seat, entry.submission.command.kind) == (deed.entry, deed.seat, deed.act)


def test_what_a_vote_brought_is_evidenced_by_the_votes_for_it() -> None:
    played_by = game("hesk-strait", 2, "hawk")
    adopted = next(text for text in played_by.state.council.texts.values() if text.adopted_round and text.draft.lines)
    objective = Objective("one", prose("One."), None, condition(f"adopted('{adopted.draft.lines[0].measure}')"))
    scenario = replace(played_by.scenario, objectives=(objective,))
    [whole] = [
        proposal
        for proposal in proposed_ratings(chronicle_of(scenario, played_by.log).sightings)
        if (proposal.what, proposal.seat) == ("objective:one", "")
    ]
    assert {deed.act for deed in whole.evidence} == {"cast-vote"}
    for deed in whole.evidence:
        [cast] = [event for event in played_by.log[deed.entry - 1].events if isinstance(event, VoteCast)]
        assert (cast.seat, cast.vote) == (deed.seat, "yes")


# Injects --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "seen", "rating"), [("show", "met", "P"), ("books", "partly", "S"), ("keep", "contrary", "U")]
)
def test_who_was_asked_is_rated_by_its_answer(answer: str, seen: str, rating: str) -> None:
    command = AnswerInject("picture-asked", answer)
    session = played(asking(), ("BBB", command))
    rated = proposed(session)
    assert [whose for what, whose in rated if what == "inject:picture-asked"] == ["BBB"]
    answered = rated["inject:picture-asked", "BBB"]
    assert (answered.seen, answered.rating) == (seen, rating)
    assert [deed.entry for deed in answered.evidence] == [entry_of(session, command)]


def test_silence_is_not_seen_whatever_it_stands_for() -> None:
    session = played(asking())
    session.time_over(None)
    session.time_over(None)
    silent = proposed(session)["inject:picture-asked", "BBB"]
    assert (silent.seen, silent.rating, silent.evidence) == ("not", None, ())


def test_deeds_that_an_inject_expects_are_looked_at_to_the_end_of_its_round() -> None:
    picture = asking().injects["picture-asked"]
    assert picture.asks is not None
    asks = replace(picture.asks, choices=(), default=None, expect=Expectation(deeds=condition("consulted")))
    scenario = replace(asking(), injects={**asking().injects, "picture-asked": replace(picture, asks=asks)})
    in_time = played(scenario, ("AAA", RequestConsultation()))
    assert {seat: proposed(in_time)["inject:picture-asked", seat].rating for seat in ("", "AAA", "BBB")} == {
        "": "P",
        "AAA": "P",
        "BBB": None,
    }
    late = played(scenario)
    while late.seen("AAA").round == 1:
        late.time_over(None)
    late.submit("AAA", RequestConsultation())
    assert proposed(late)["inject:picture-asked", ""].seen == "not"


# What the facilitator makes of them -----------------------------------------------------------------------------------


def test_what_was_proposed_and_what_was_given_stand_side_by_side_in_the_review() -> None:
    session = played(asking(), ("BBB", AnswerInject("picture-asked", "show")))
    while not session.finished:
        session.time_over(None)
    session.submit("facilitator", Rate("inject:picture-asked", "BBB", "M", "Only after three hints."))
    told = review(session)
    [given] = told.ratings
    assert (given.what, given.seat, given.rating, given.words) == (
        "inject:picture-asked",
        "BBB",
        "M",
        "Only after three hints.",
    )
    assert [proposal.rating for proposal in told.proposals if proposal.what == given.what] == ["P"]


@pytest.mark.parametrize(
    ("line", "joined"),
    [
        ("consulted", ["consulted"]),
        ("consulted and (not accused or grip < 3)", ["consulted", "not accused", "grip < 3"]),
        ("(accused or not consulted) and grip < 3", ["accused", "not consulted", "grip < 3"]),
    ],
)
def test_the_parts_of_a_condition_are_what_it_joins(line: str, joined: list[str]) -> None:
    assert [part.source for part in parts(condition(line))] == joined

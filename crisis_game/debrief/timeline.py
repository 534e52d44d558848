"""Decision by decision: what was known, what was decided, what was said of it, what the law says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from crisis_game.assessment.model import Assessment
from crisis_game.conditions.grades import Grade
from crisis_game.debrief.chronicle import Chronicle, Happening
from crisis_game.debrief.course import ActRef, Ballot, Decision, KnownClaim, RollCall
from crisis_game.engine.conditions import Facts
from crisis_game.engine.decision_rules import others
from crisis_game.engine.draft_words import summary
from crisis_game.engine.events.accountability import Reported
from crisis_game.engine.events.actors import StepTaken
from crisis_game.engine.events.alarm import ArticleInvoked, AttackDeclared, ConsultationRequested, HelpRequested
from crisis_game.engine.events.ballots import BallotCounted
from crisis_game.engine.events.consent import ConsentSet
from crisis_game.engine.events.declarations import Demanded
from crisis_game.engine.events.knowledge import VerificationAnswered, VerificationAsked
from crisis_game.engine.events.measures import MeasureBegan
from crisis_game.engine.events.script import IncidentHappened
from crisis_game.engine.events.settlement import CouncilAsked, InquiryAsked, MediationAsked, NeighbourHeard
from crisis_game.engine.events.texts import EmergencyCalled
from crisis_game.engine.events.world import CouncilAnswered
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import TextState
from crisis_game.engine.turning_votes import turning_votes
from crisis_game.law.order import RULES
from crisis_game.scenario.ids import FACILITATOR, ClaimId, SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text

LINES: Mapping[str, Text] = {
    "fits": Text("its mandate, what fits the alliance"),
    "does-not-fit": Text("its mandate, what does not fit it"),
    "red-line": Text("its red line"),
    "dilemma": Text("its dilemma"),
}
"""The lines of a mandate, as one speaks of another's when it explains a vote: which line, never what it says."""


def timeline(chronicle: Chronicle, assessment: Assessment) -> tuple[Decision, ...]:
    """All decisions, in the order of the log."""
    return tuple(
        _decision(chronicle, assessment, happening) for happening in chronicle.happenings if _is_decision(happening)
    )


def roll_calls(chronicle: Chronicle) -> tuple[RollCall, ...]:
    """The vote on each text, in the order in which they were counted."""
    return tuple(
        _roll_call(chronicle, happening.round, happening.event)
        for happening in chronicle.happenings
        if isinstance(happening.event, BallotCounted)
    )


def known_claims(chronicle: Chronicle, known: Mapping[ClaimId, Grade]) -> tuple[KnownClaim, ...]:
    """Claims as all members knew them at a moment, beside whether they were so."""
    facts, claims = Facts(chronicle.scenario, chronicle.state), chronicle.scenario.claims
    return tuple(
        KnownClaim(id_, claims[id_].text, grade, claims[id_].holds.holds(facts)) for id_, grade in sorted(known.items())
    )


def cited(scenario: Scenario, cites: str) -> Text | None:
    """What a vote was explained by, in words; None where it cites nothing."""
    if cites in LINES:
        return LINES[cites]
    if cites in RULES:
        return RULES[cites].name
    return Text("{claim:claim}", {"claim": cites}) if cites in scenario.claims else None


def _is_decision(happening: Happening) -> bool:
    event = happening.event
    if isinstance(event, MeasureBegan):
        return event.authority is None
    if isinstance(event, IncidentHappened):
        return happening.round > 0
    return type(event) in _KINDS


def _decision(chronicle: Chronicle, assessment: Assessment, happening: Happening) -> Decision:
    event = happening.event
    kind, seats = _KINDS[type(event)]
    return Decision(
        entry=happening.entry,
        round=happening.round,
        beat=happening.beat,
        kind=kind,
        seats=seats(chronicle, event),
        what=event.tell() or Text("{kind}", {"kind": kind}),
        known=known_claims(chronicle, happening.known),
        reasons=_reasons(chronicle, event),
        law=_law(assessment, happening),
    )


def _reasons(chronicle: Chronicle, event: object) -> tuple[tuple[SeatId, str], ...]:
    """What was said in explanation, in the speakers' own words."""
    if not isinstance(event, BallotCounted):
        return ()
    explained = chronicle.state.council.texts[event.text].explanations
    return tuple((seat, words) for seat, (_, words) in sorted(explained.items()) if words)


def _law(assessment: Assessment, happening: Happening) -> tuple[ActRef, ...]:
    event = happening.event
    if isinstance(event, BallotCounted):
        acts = [act for act in assessment.acts if act.text == event.text]
    elif isinstance(event, MeasureBegan):
        acts = [act for act in assessment.acts if act.subject == event.id]
    elif isinstance(event, StepTaken):
        theirs = [act for act in assessment.acts if not act.ours and act.round == happening.round]
        acts = [act for act in theirs if act.subject == event.done]
    else:
        acts = []
    return tuple(ActRef(act.id, act.title, act.known.judgement.gravest, act.true.judgement.gravest) for act in acts)


def _roll_call(chronicle: Chronicle, round_: int, event: BallotCounted) -> RollCall:
    text = chronicle.state.council.texts[event.text]
    counts = event.status != "lapsed"
    seen = Seen(chronicle.scenario, chronicle.state, FACILITATOR)
    unseated = others(seen, dict(event.votes)).items()
    return RollCall(
        round=round_,
        text=event.text,
        says=summary(text.draft, chronicle.scenario),
        status=event.status,
        told=event.tell() or Text(""),
        in_favour=event.result.widest.in_favour,
        needed=event.result.widest.needed,
        votes=(
            *(_ballot(chronicle, text, event, seat) for seat, _ in event.votes),
            *(Ballot(member, vote, True, "", None, "") for member, vote in unseated),
        ),
        turns=turning_votes(seen, event.text) if counts else (),
    )


def _ballot(chronicle: Chronicle, text: TextState, event: BallotCounted, seat: SeatId) -> Ballot:
    cites, words = text.explanations.get(seat, ("", ""))
    cast = text.id in chronicle.history.cast.get(seat, ())
    return Ballot(seat, dict(event.votes)[seat], cast, cites, cited(chronicle.scenario, cites), words)


def _voters(_: Chronicle, event: BallotCounted) -> tuple[SeatId, ...]:
    return tuple(seat for seat, vote in event.votes if vote == "yes")


def _of(field: str) -> Callable[[Chronicle, Any], tuple[SeatId, ...]]:
    return lambda _, event: (getattr(event, field),)


def _nobody(_: Chronicle, __: object) -> tuple[SeatId, ...]:
    return ()


_KINDS: Mapping[type, tuple[str, Callable[[Chronicle, Any], tuple[SeatId, ...]]]] = {
    BallotCounted: ("vote", _voters),
    MeasureBegan: ("alone", _of("author")),
    EmergencyCalled: ("emergency", _of("seat")),
    ConsentSet: ("consent", _of("owner")),
    AttackDeclared: ("declaration", _of("state")),
    ArticleInvoked: ("declaration", _of("by")),
    HelpRequested: ("declaration", _of("by")),
    ConsultationRequested: ("declaration", _of("by")),
    Demanded: ("demand", _of("by")),
    Reported: ("report", _of("seat")),
    VerificationAsked: ("verification", _of("by")),
    VerificationAnswered: ("verification", _nobody),
    MediationAsked: ("talks", _of("by")),
    NeighbourHeard: ("talks", _of("by")),
    InquiryAsked: ("talks", _of("by")),
    CouncilAsked: ("referral", _of("by")),
    CouncilAnswered: ("council", _nobody),
    IncidentHappened: ("incident", _nobody),
    StepTaken: ("step", _of("actor")),
}
"""Events that are decisions, or that decisions answer: their kind, and who decided."""

"""What `Seen` and a seat's scenario and state let through is named, field by field; a new field is decided on here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

from crisis_game.conditions.condition import Condition, Formula
from crisis_game.engine import state
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.scenario import model
from crisis_game.scenario.records import is_record

PUBLIC = {
    "Asset": "id name kind owner text",
    "Clause": "id name gives costs low high start",
    "Consent": "id name text on to giver binding start limits facts without",
    "Draft": "lines motion aim own_words basis claims clauses",
    "Gauge": "id name meaning start words seen rising_is low high taken grows",
    "Lesson": "profile rounds round_days minutes beat_seconds orders verdicts guided clauses",
    "MeasureLine": "measure target",
    "Measure": "id name rung domain kind pressure ramp moves cost matter response_kind use_of_force nature explains "
    "basis reversible undo only needs needs_grade force_sheet exempts duty_owed facts done",
    "Motion": "kind subject",
    "Package": "id name pitch draft",
    "Sayings": "likes outcomes clauses evidence law cost trust promises red_line",
    "Target": "id name use target_use expected_harm harm grade",
    "Voice": "id manner suits yes no abstain",
}
"""Records of an author's that all may read whole: the rule book of a scenario, and texts; of voices each its own."""

KEPT = {
    "Scenario": "id title summary opening languages level group lesson numbers organ assets targets places map "
    "content_hash charter played clauses packages members sheets in_force others",
    "State": "id role name adjective colour sign profile asset means readiness places",
    "Claim": "id text start accuses incident",
    "EvidenceSource": "id claim holder name caveat",
    "Incident": "id name text kind place victim author",
    "Aim": "id text purpose",
    "GaugeRow": "",
    "HomeRow": "why",
    "Inject": "id title at channel sender grade",
    "Asking": "text fuse default",
    "Reply": "id label command",
    "Expectation": "",
    "Chain": "",
    "Reaction": "id title at text",
    "Actor": "id name adjective colour sign profile means readiness places kind claims on model presses victim case "
    "settlement names",
    "Settlement": "text consent round",
    "Step": "id name level done",
    "Ending": "id title final",
    "How": "",
    "SecurityCouncil": "",
    "CouncilMember": "id name permanent",
    "CouncilAsk": "id rung",
}
"""What stays as it is in a record that a seat's scenario has."""

CUT = {
    "Scenario": "resembles states truths draws claims sources incidents aims milestones injects reactions actors "
    "measures voices consents hidden benchmarks pressing petitioners "
    "endings objectives debrief teaching trials gauges gauge_rows chair council guidance",
    "State": "brief new_brief mandate red_line treasury home likes wants declares law_weight price policy home_moves "
    "voice",
    "Claim": "holds confirmed refuted",
    "EvidenceSource": "text variants moves default_move cost keeps",
    "Incident": "round facts fact_variants moves dead",
    "GaugeRow": "when add why each",
    "HomeRow": "when add",
    "Aim": "reached",
    "Inject": "round until_round when to text variants effects asks home_of expected reads then droppable",
    "Asking": "choices expect",
    "Reply": "effects says",
    "Expectation": "met partly deeds deeds_partly",
    "Chain": "after inject when",
    "Reaction": "when effects repeat",
    "Actor": "brief aims start_level steps temperaments scores hold_text hold_variants back_text back_variants asks "
    "hearing variants gives refused stance stock members answers shifts",
    "Step": "gain risk moves text variants hint facts when at chance incident",
    "Settlement": "when",
    "Ending": "rank when text variants good how",
    "How": "id rank when title text variants good",
    "SecurityCouncil": "members asks shifts",
    "CouncilMember": "stance tied veto_rung",
    "CouncilAsk": "adopted failed",
}
"""What `engine.seeing.projection` decides on in each of them."""


STATE_KEPT = {
    "State": "ready measures",
    "Waves": "movers",
    "WaveMove": "move to",
    "MoveSeen": "seat did text before after wants price because asked about",
    "Table": "phase round emergency last_emergency emergencies paused extra_seconds closing ending revealed",
    "World": "own_harm",
    "Move": "round gauge before terms after",
    "Term": "amount why",
    "IncidentState": "round",
    "ActorState": "level moved last_step pain",
    "Scores": "",
    "Knowledge": "public graded accused",
    "Verification": "claim round answer",
    "Letter": "id round beat channel sender to words says variant grade",
    "Council": "amendments sheet deadlocks suspended renewals organ amended leaving left opinions_asked arbitrations",
    "TextState": "id draft sponsors round matter status positions pledges result adopted_round ends_round "
    "silence_broken confirmed",
    "Position": "stance wants price round because",
    "Amendment": "id text by change status votes",
    "Arbitration": "parties due answers handed_in award against obeyed defied",
    "ActiveMeasure": "id measure target authority author basis aim began deliveries sheet notified status ended "
    "endorsed waits",
    "Account": "credit met due departed owed arrears late since",
    "Commitments": "consents consultation invoked attacked help_asked help_answers red_lines demands notices warnings "
    "reports mediation hearings heard_members inquiries referrals council_measures council_results vetoed "
    "ally_acts",
    "AllyAct": "conduct subject actor measure round asked answers",
    "AllyAnswer": "answer clause",
    "Commitment": "id by to status",
    "Consent": "level measures round",
    "DemandMade": "by of aim by_round",
    "AloneOrder": "measure target basis only_if_failed",
    "Orders": "",
    "Script": "",
    "Asked": "round beat answer answered silent",
    "Record": "",
    "Desk": "open_to_moves",
    "FreeMove": "id seat words round ruling",
    "MoveRuling": "outcome odds drawn pro contra told",
    "Note": "",
    "Rating": "",
    "ConductState": "id actor participants round subject rung facts public ended",
    "Opinion": "round text measure question answer sure before void",
    "Counsel": "seat text draft opinions conduct",
}
"""What stays as it is in a record that a seat's state has, whoever's record it is that the seat may have."""

STATE_CUT = {
    "State": "table world knowledge mail council accounts commitments orders script record waves desk deeds versions",
    "Waves": "begun",
    "Wave": "moves",
    "Table": "seed holders",
    "World": "truth draws gauges estimates moves incidents actors delivered participation leaks once",
    "IncidentState": "facts",
    "ActorState": "temperament luck ordered done chosen pain_rounds pocketed",
    "Scores": "choice bare with_luck",
    "Knowledge": "seats believed shared open burned verifications",
    "Verification": "by",
    "Mail": "letters sent asked wanted wanting",
    "Council": "texts counts best votes_against_red_line opinions",
    "TextState": "told votes also explanations",
    "Account": "attention saved treasury home dropped given ministers warned books_open redress trust",
    "Commitments": "promises back_channels",
    "Commitment": "gives text round",
    "Orders": "deliveries sheets alone settled",
    "Script": "arrived held skipped changed home_rounds reactions milestones asked",
    "Desk": "moves notes ratings",
    "Note": "round words entry shown",
    "Rating": "rating words round",
    "Record": "conducts opinions counsel advised overruled blamed defects unlawful",
    "ConductState": "known true",
}
"""What `engine.seeing.projected_state` decides on in each of them, for those at least who are not its own seat."""


def reached(*owners: type) -> set[type]:
    """All classes of data that the public names of these classes give, by their types."""
    records: set[type] = set()
    for owner in owners:
        for name in dir(owner):
            member = getattr(owner, name)
            function = getattr(member, "fget", None) or getattr(member, "func", None) or member
            if not name.startswith("_") and callable(function):
                for kind in _parts(get_type_hints(function).get("return")):
                    _reach(kind, records)
    return records


def _reach(kind: type, records: set[type]) -> None:
    if kind not in records:
        records.add(kind)
        for hint in get_type_hints(kind).values():
            for part in _parts(hint):
                _reach(part, records)


def _parts(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in hint if isinstance(hint, list) else get_args(hint):
        yield from _parts(part)


def names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


def test_what_is_seen_holds_no_record_of_an_author_but_the_public_ones() -> None:
    records = {record.__name__: names(record) for record in reached(Seen, View) if is_record(record)}
    assert records == {name: set(listed.split()) for name, listed in PUBLIC.items()}


def test_what_is_seen_holds_no_test_and_no_formula() -> None:
    assert not {Condition, Formula} & reached(Seen, View)


def test_each_field_of_a_record_in_a_seats_scenario_was_decided_on() -> None:
    assert set(KEPT) == set(CUT)
    for name, kept in KEPT.items():
        assert names(getattr(model, name)) == {*kept.split(), *CUT[name].split()}, name
        assert not {*kept.split()} & {*CUT[name].split()}, name


def test_each_field_of_a_record_in_a_seats_state_was_decided_on() -> None:
    listed = {name: getattr(state, name) for name in state.__all__}
    records = {
        name: record for name, record in listed.items() if "__dataclass_fields__" in getattr(record, "__dict__", ())
    }
    assert {*STATE_KEPT, *STATE_CUT} == set(records)
    for name, record in records.items():
        kept, cut = STATE_KEPT.get(name, "").split(), STATE_CUT.get(name, "").split()
        assert names(record) == {*kept, *cut}, name
        assert not {*kept} & {*cut}, name

"""The names of the game's own things, which no scenario gives: grades, votes, phases, beats, bases, motions, asks."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.texts import Prose, prose


def _table(**names: str) -> Mapping[str, Prose]:
    """Names by id; an underscore in a keyword is a hyphen in the id."""
    return {id_.replace("_", "-"): prose(name) for id_, name in names.items()}


GRADES = _table(
    rumoured="rumoured",
    suspected="suspected",
    probable="probable",
    established="established",
)
VOTES = _table(
    yes="yes",
    no="no",
    abstain="abstain",
    absent="absent",
    opt_out="opt out",
)
VOTING = _table(
    yes="votes yes",
    no="votes no",
    abstain="abstains",
    absent="is absent",
    opt_out="stands aside",
)
CASTING = _table(
    yes="voting yes",
    no="voting no",
    abstain="abstaining",
    absent="absent",
    opt_out="standing aside",
)
STANCES = _table(
    support="support",
    could_live_with="could live with it",
    oppose="oppose",
    silent="silent",
)
DELIVERIES = _table(full="in full", half="half", none="nothing")
CONSENTS = _table(
    none="not asked",
    given="given",
    limited="limited",
    withdrawn="withdrawn",
)
STATUSES = _table(
    table="on the table",
    put="put to the vote",
    adopted="adopted",
    failed="not adopted",
    lapsed="lapsed",
    withdrawn="withdrawn",
    ended="ended",
    active="in force",
    dormant="at rest",
)
CHANNELS = _table(
    news="news",
    cable="cable",
    intelligence="intelligence",
    statement="statement",
    letter="letter",
    hint="sign",
    message="message",
    act="talk",
    counsel="counsel",
    improvised="news",
)
ANSWERS = _table(lawful="lawful", contested="contested", unlawful="unlawful")
QUESTIONS = _table(law="Law", resort="Resort", conduct="Conduct")
PHASES = _table(
    lobby="lobby",
    briefing="briefing",
    consultation="consultation",
    drafting="drafting",
    voting="voting",
    response="response",
    consequences="consequences",
    review="review",
    hot_wash="hot wash",
    debrief="debrief",
    closed="closed",
)
BEATS = _table(
    situation="SITUATION",
    table="TABLE",
    orders="ORDERS",
    answer="ANSWER",
)
ROLES = _table(member="member", adversary="adversary", neighbour="neighbour")
BASES = _table(
    charter="the charter",
    retorsion="retorsion",
    countermeasures="countermeasures",
    self_defence="self-defence",
    collective_self_defence="collective self-defence",
    council_mandate="a mandate of the Security Council",
    invitation="invitation",
    none_claimed="no basis claimed",
)
MOTIONS = _table(
    consult="Consult, verify, appeal",
    inquiry="Inquiry",
    mediation="Call for mediation",
    hearing="Hearing",
    opinion="Advisory opinion",
    arbitration="Arbitration",
    suspension="Suspension",
    reinstatement="Reinstatement",
    referral="Referral to the Security Council",
    amendment="Amendment of the charter",
    settlement="Settlement",
    lift="Lifting of a text",
)
MATTERS = _table(
    procedure="procedure",
    statement="statement",
    budget="budget",
    inquiry="inquiry",
    opinion="advisory opinion",
    diplomatic="diplomatic measures",
    assistance="assistance",
    peaceful_settlement="peaceful settlement",
    arbitration="arbitration",
    referral="referral",
    retorsion="retorsion",
    sanctions="sanctions",
    peacekeeping="peacekeeping",
    presence="presence",
    suspension="suspension",
    armed_force="armed force",
    amendment="amendment",
    any="all other matters",
)
ASKS = _table(
    statement="statement",
    demand="demand",
    sanctions="sanctions",
    mandate="mandate",
)
SEATS = _table(
    facilitator="the facilitator",
    observer="an observer",
    verifiers="the verifiers",
    intelligence="Intelligence",
    capital="Our capital",
    security_council="the Security Council",
)
STEPS = _table(hold="Hold", back="Step back")

GAME_NAMES: Mapping[str, Mapping[str, Prose]] = {
    "grade": GRADES,
    "vote": VOTES,
    "voting": VOTING,
    "casting": CASTING,
    "stance": STANCES,
    "delivery": DELIVERIES,
    "consent": CONSENTS,
    "level": {**CONSENTS, **DELIVERIES},
    "status": STATUSES,
    "channel": CHANNELS,
    "answer": ANSWERS,
    "question": QUESTIONS,
    "phase": PHASES,
    "beat": BEATS,
    "role": ROLES,
    "basis": BASES,
    "motion": MOTIONS,
    "matter": MATTERS,
    "ask": ASKS,
    "seat": SEATS,
    "step": STEPS,
}
"""Names by table and id, as a `Wording` wants them."""

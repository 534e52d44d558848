"""The three hinges of a debrief (GAME section 10): one by each test, in different rounds if possible.

The decision whose other choice changes the ending most, the gravest adverse finding, the widest split of opinions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crisis_game.assessment.assessed_acts import WORST_FIRST
from crisis_game.assessment.model import AssessedAct, Assessment
from crisis_game.assessment.opinion_scores import key_acts
from crisis_game.debrief.branches import Choice, weightiest
from crisis_game.debrief.choices import choices
from crisis_game.debrief.chronicle import Chronicle
from crisis_game.debrief.model import ActTold, CaseTold, EndingChange, Hinge, HingeTest, RoomOpinion
from crisis_game.debrief.timeline import known_claims
from crisis_game.engine.draft_words import summary
from crisis_game.engine.events.ballots import BallotCounted
from crisis_game.law.casebook import UnknownCaseError, case
from crisis_game.law.finding import RuleSeverity
from crisis_game.law.naming import severity_name
from crisis_game.law.order import RULES
from crisis_game.texts import Text

SEVERITIES: Sequence[RuleSeverity | None] = ("peremptory", "grave", "serious", "procedural", None)
MOST_WAYS = 4
"""Ways out that a hinge shows."""


@dataclass(frozen=True, slots=True)
class Room:
    """What hinges are looked for in: the log, the assessment, and the acts as they are told."""

    found: Chronicle
    assessment: Assessment
    acts: Mapping[str, ActTold]


def hinges(
    found: Chronicle, assessment: Assessment, acts: Mapping[str, ActTold], *, plays_on: bool = True
) -> tuple[Hinge, ...]:
    """The hinges, in the order of the tests; a test that finds nothing gives none.

    Args:
        found: the log.
        assessment: what was found on it.
        acts: the acts as they are told.
        plays_on: whether the log can be played on from its moments, as the test by the ending does.
    """
    room = Room(found, assessment, acts)
    chosen: list[Hinge] = []
    for candidates in (by_ending(room) if plays_on else [], by_finding(room), by_opinions(room)):
        rounds = {one.round for one in chosen}
        elsewhere = [one for one in candidates if one.round not in rounds]
        chosen.extend((elsewhere or candidates)[:1])
    return tuple(chosen)


def by_ending(room: Room) -> list[Hinge]:
    """The choice whose other side changes the ending most, or else moves the gauges most, if any does either."""
    found = room.found
    policies = {seat: holder for seat, holder in found.state.table.holders.items() if holder != "person"}
    weighed = weightiest(found.scenario, choices(found), policies)
    return [] if weighed is None else [_ending_hinge(room, *weighed)]


def by_finding(room: Room) -> list[Hinge]:
    """The members' acts by their gravest adverse finding, known before true."""
    rows: list[tuple[tuple[int, ...], AssessedAct]] = []
    for act in room.assessment.acts:
        adverse = act.adverse or act.true.judgement.adverse
        if act.ours and adverse:
            gravity, law = SEVERITIES.index(adverse[0].severity), WORST_FIRST.index(act.known.judgement.legality)
            rows.append(((not act.adverse, gravity, law, -act.rung, act.round), act))
    rows.sort(key=lambda one: (one[0], one[1].id))
    return [_finding_hinge(room, act) for _, act in rows]


def by_opinions(room: Room) -> list[Hinge]:
    """Rounds by how far the opinions of the room lay apart; those in which all said the same are none."""
    rounds = sorted({one.round for given in room.found.state.record.opinions.values() for one in given})
    rows = [(split(_opinions(room.found, round_)), round_) for round_ in rounds]
    rows = sorted((one for one in rows if one[0]), key=lambda one: (-one[0], one[1]))
    return [_opinion_hinge(room, round_) for _, round_ in rows]


def split(opinions: tuple[RoomOpinion, ...]) -> int:
    """How far opinions lie apart: 0 if all say the same, to 66 if each answer has a third of them."""
    counts = Counter(one.answer for one in opinions)
    total = len(opinions)
    return 100 - sum(100 * count * count // (total * total) for count in counts.values()) if len(counts) > 1 else 0


def case_told(resembles: str | None) -> CaseTold | None:
    """The real act that a scenario resembles; None where it names none that the casebook has."""
    if resembles is None:
        return None
    try:
        act = case(resembles)
    except UnknownCaseError:
        return None
    record = act.on_record
    return CaseTold(act.id, act.title, act.year, act.summary, act.lesson, record.legality, record.legitimacy)


def _ending_hinge(room: Room, choice: Choice, change: EndingChange) -> Hinge:
    why = _why_ending(change)
    acts = [one for one in room.assessment.acts if _came_of(choice, one)]
    hinge = _hinge(room, "ending", choice.moment.round, _gravest(acts), why, _decided(room.found, choice))
    return replace(hinge, otherwise=choice.otherwise, change=change)


def _why_ending(change: EndingChange) -> Text:
    if not change.change:
        return Text("Played on by policies with the same luck it ends alike, and yet the world moves most.")
    if change.games == 1 and change.enough:
        return Text("Played on by policies with the same luck, the other choice ends otherwise.")
    if not change.enough:
        return Text(
            "Played on by policies it does not always end alike; too few games to tell how far the sides lie apart."
        )
    values = {"games": change.games, "change": change.change}
    return Text("Played on {games} times by policies from each side, the endings lie {change} per cent apart.", values)


def _came_of(choice: Choice, act: AssessedAct) -> bool:
    if choice.text is not None:
        return act.text == choice.text
    alone = act.ours and act.text is None and act.round == choice.moment.round
    return alone and not set(choice.seats).isdisjoint(act.participants)


def _decided(found: Chronicle, choice: Choice) -> Text:
    return _voted(found, choice.text) if choice.text else Text("{seats:state} acting alone.", {"seats": choice.seats})


def _voted(found: Chronicle, text: str) -> Text:
    """What a text was to do, and what the vote on it came to."""
    says = summary(found.state.council.texts[text].draft, found.scenario)
    counted = (one.event for one in found.happenings)
    told = next((one.tell() for one in counted if isinstance(one, BallotCounted) and one.text == text), None)
    if told is None:
        return Text("{text:text}: {says}.", {"text": text, "says": says})
    return Text("{told} It says: {says}.", {"told": told, "says": says})


def _nothing(round_: int) -> Text:
    return Text("Round {round}: no text with measures, and no step before it.", {"round": round_})


def _finding_hinge(room: Room, act: AssessedAct) -> Hinge:
    gravest = (act.adverse or act.true.judgement.adverse)[0]
    sentence = (
        "The gravest finding on what was known: {rule}, {severity}."
        if act.adverse
        else "The gravest finding as it was: {rule}, {severity}."
    )
    why = Text(sentence, {"rule": RULES[gravest.rule].name, "severity": severity_name(gravest.severity)})
    return _hinge(room, "finding", act.round, act, why, _done(act))


def _opinion_hinge(room: Room, round_: int) -> Hinge:
    counts = Counter(one.answer for one in _opinions(room.found, round_))
    why = Text(
        "The room was furthest apart: lawful {lawful}, contested {contested}, unlawful {unlawful}.",
        {"lawful": counts["lawful"], "contested": counts["contested"], "unlawful": counts["unlawful"]},
    )
    key = _gravest(list(key_acts(room.found.history, room.assessment.acts, round_)))
    subject = room.found.history.subjects.get(round_)
    decided = _voted(room.found, subject) if subject else _done(key) if key else _nothing(round_)
    return _hinge(room, "opinions", round_, key, why, decided)


def _done(act: AssessedAct) -> Text:
    return Text("{seats:state}: {act}.", {"seats": act.participants, "act": act.title})


def _hinge(room: Room, test: HingeTest, round_: int, act: AssessedAct | None, why: Text, decided: Text) -> Hinge:
    """What all hinges have: known then, opinions, the act test by test, what would have turned it, the real case."""
    told = room.acts[act.id] if act else None
    moment = next((one for one in room.found.moments if one.round == round_), None)
    known = moment.state.knowledge.public if moment else {}
    return Hinge(
        test=test,
        round=round_,
        why=why,
        decided=decided,
        otherwise=None,
        known=known_claims(room.found, known),
        opinions=_opinions(room.found, round_),
        act=told,
        turned=_turned(told),
        change=None,
        case=case_told(room.found.scenario.resembles),
    )


def _turned(act: ActTold | None) -> tuple[tuple[Text, ...], ...]:
    """What would have turned its breaches, the gravest first; on what was known, else as it was."""
    if act is None:
        return ()
    known = [one for one in act.findings if one.breach]
    adverse = sorted(known or act.findings_true, key=lambda one: SEVERITIES.index(one.severity))
    return tuple(dict.fromkeys(way for one in adverse for way in one.would_change))[:MOST_WAYS]


def _gravest(acts: list[AssessedAct]) -> AssessedAct | None:
    """Of acts that belong together the one that stands worst, then the one of highest rung."""
    return min(acts, key=lambda one: (WORST_FIRST.index(one.known.judgement.legality), -one.rung, one.id), default=None)


def _opinions(found: Chronicle, round_: int) -> tuple[RoomOpinion, ...]:
    return tuple(
        RoomOpinion(seat, one.answer, one.sure)
        for seat, given in sorted(found.state.record.opinions.items())
        for one in given
        if one.round == round_
    )

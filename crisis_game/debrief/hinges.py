"""The hinges of a debrief (GAME section 10): at most three, of different acts and, where there were so many, rounds.

The decision whose other choice changes the ending most, the gravest adverse finding, the heaviest omission or refusal,
the widest split of opinions. Where something was refused or left undone, one of them is that. None is told twice: two
hinges are better than a third that repeats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from crisis_game.assessment.model import AssessedAct, Assessment
from crisis_game.assessment.opinion_scores import subject_of
from crisis_game.debrief.branches import Choice, weightiest
from crisis_game.debrief.choices import choices
from crisis_game.debrief.chronicle import Chronicle
from crisis_game.debrief.model import ActTold, CaseTold, EndingChange, Hinge, HingeTest, RoomOpinion
from crisis_game.debrief.room import opinions_on, opinions_on_text, standing
from crisis_game.debrief.timeline import known_claims
from crisis_game.debrief.undone import Undone, UndoneKind, undone
from crisis_game.engine.draft_words import summary
from crisis_game.engine.events.ballots import BallotCounted, VoteCast
from crisis_game.engine.events.responses import DeliveryOrdered
from crisis_game.engine.state import Opinion
from crisis_game.law.casebook import UnknownCaseError, case
from crisis_game.law.finding import GRAVEST_FIRST, LegalQuestion, RuleSeverity
from crisis_game.law.names_of_law import severity_name
from crisis_game.law.order import RULES
from crisis_game.scenario.ids import Answer, SeatId
from crisis_game.texts import Text

SEVERITIES: Sequence[RuleSeverity | None] = ("peremptory", "grave", "serious", "procedural", None)
MOST_WAYS = 4
"""Ways out that a hinge shows."""

MOST_HINGES = 3
"""Hinges that a debrief has time for."""

WHY_UNDONE: Mapping[UndoneKind, Text] = {
    "help-declined": Text("Help was asked for, and refused."),
    "help-unanswered": Text("Help was asked for, and the answer never came."),
    "pledge-dropped": Text("A pledge was made, and nothing was given."),
    "promise-broken": Text("A word was given, and not kept."),
    "ally-unanswered": Text("An ally acted alone, and the others had to say what they made of it."),
    "consent-refused": Text("A host was asked for what is its own, and refused."),
    "pledge-cut": Text("A pledge was made, and half of it was given."),
    "silence": Text("A question was asked, and not answered."),
}


@dataclass(frozen=True, slots=True)
class Room:
    """What hinges are looked for in: the log, the assessment, and the acts as they are told."""

    chronicle: Chronicle
    assessment: Assessment
    acts: Mapping[str, ActTold]


def hinges(
    chronicle: Chronicle, assessment: Assessment, acts: Mapping[str, ActTold], *, plays_on: bool = True
) -> tuple[Hinge, ...]:
    """The hinges, in the order of the tests; a test that finds nothing gives none.

    Args:
        chronicle: the log.
        assessment: what was found on it.
        acts: the acts as they are told.
        plays_on: whether the log can be played on from its moments, as the test by the ending does.
    """
    room = Room(chronicle, assessment, acts)
    tests = (by_ending(room) if plays_on else [], by_finding(room), by_undone(room), by_opinions(room))
    return tuple(_told_once(chosen(tests, rounds_apart=chronicle.state.table.round >= MOST_HINGES)))


def chosen(tests: Sequence[Sequence[Hinge]], *, rounds_apart: bool) -> tuple[Hinge, ...]:
    """Of each test at most one, none of the same act as another, nor of the same round where these must be apart.

    One omission or refusal is among them if there is any; beside that it is the likeliest of each test that can be, the
    tests in their order.
    """
    ranked = [[None, *enumerate(_likeliest(candidates))] for candidates in tests]
    rank_of_none = max(map(len, ranked))
    best: tuple[Hinge, ...] = ()
    best_weight: tuple[object, ...] = ()
    for picked in product(*ranked):
        group = tuple(pick[1] for pick in picked if pick is not None)
        pairs = combinations(group, 2)
        if len(group) > MOST_HINGES or any(_repeats(first, second, rounds_apart) for first, second in pairs):
            continue
        ranks = tuple(-(pick[0] if pick is not None else rank_of_none) for pick in picked)
        weight = (any(hinge.undone for hinge in group), ranks)
        if weight > best_weight:
            best, best_weight = group, weight
    return best


def _likeliest(candidates: Sequence[Hinge]) -> Iterator[Hinge]:
    """As many of each round as could be chosen at most."""
    seen: Counter[int] = Counter()
    for hinge in candidates:
        seen[hinge.round] += 1
        if seen[hinge.round] <= MOST_HINGES:
            yield hinge


def _repeats(first: Hinge, second: Hinge, rounds_apart: bool) -> bool:
    """Whether two hinges are of the same act, or of one round where these must be apart."""
    return (rounds_apart and first.round == second.round) or not _about(first).isdisjoint(_about(second))


def _about(hinge: Hinge) -> set[Text | str]:
    """What tells one act from another: what was decided, what was done, under which text."""
    about: set[Text | str] = {hinge.decided}
    if hinge.act is not None:
        about |= {hinge.act.title, hinge.act.text or hinge.act.id}
    return about


def _told_once(group: Sequence[Hinge]) -> Iterator[Hinge]:
    """The hinges; the real case at the first alone, what was known once a round, no way out that was told before."""
    ways: set[tuple[Text, ...]] = set()
    rounds: set[int] = set()
    for place, hinge in enumerate(group):
        yield replace(
            hinge,
            case=None if place else hinge.case,
            known=() if hinge.round in rounds else hinge.known,
            turned=tuple(way for way in hinge.turned if way not in ways),
        )
        ways.update(hinge.turned)
        rounds.add(hinge.round)


def by_ending(room: Room) -> list[Hinge]:
    """The choice whose other side changes the ending most, or else moves the gauges most, if any does either."""
    chronicle = room.chronicle
    policies = {seat: holder for seat, holder in chronicle.state.table.holders.items() if holder != "person"}
    weighed = weightiest(chronicle.scenario, choices(chronicle), policies)
    return [] if weighed is None else [_ending_hinge(room, *weighed)]


def by_finding(room: Room) -> list[Hinge]:
    """The members' acts by their gravest adverse finding, known before true."""
    rows: list[tuple[tuple[int, ...], AssessedAct]] = []
    for act in room.assessment.acts:
        adverse = act.adverse or act.true.judgement.adverse
        if act.ours and adverse:
            gravity, law = SEVERITIES.index(adverse[0].severity), GRAVEST_FIRST.index(act.known.judgement.gravest)
            rows.append(((not act.adverse, gravity, law, -act.rung, act.round), act))
    rows.sort(key=lambda row: (row[0], row[1].id))
    return [_finding_hinge(room, act) for _, act in rows]


def by_undone(room: Room) -> list[Hinge]:
    """What was refused or left undone, the heaviest first."""
    return [_undone_hinge(room, row) for row in undone(room.chronicle)]


def by_opinions(room: Room) -> list[Hinge]:
    """Acts by how far the opinions of the room on them lay apart; those on which all said the same are none."""
    acts: dict[str, tuple[SeatId, Opinion]] = {}
    for seat, opinion in standing(room.chronicle):
        acts.setdefault(subject_of(seat, opinion), (seat, opinion))
    hinges = [_opinion_hinge(room, subject, opinion) for subject, (_, opinion) in sorted(acts.items())]
    apart = [hinge for hinge in hinges if split(hinge.opinions)]
    return sorted(apart, key=lambda hinge: (-split(hinge.opinions), hinge.round))


def split(opinions: tuple[RoomOpinion, ...]) -> int:
    """How far opinions lie apart on the question that divides most: 0 if all say the same, to 66 of thirds."""
    return max((_apart(answers) for answers in _by_question(opinions).values()), default=0)


def _by_question(opinions: tuple[RoomOpinion, ...]) -> dict[LegalQuestion, Counter[Answer]]:
    answers: dict[LegalQuestion, Counter[Answer]] = {}
    for opinion in opinions:
        answers.setdefault(opinion.question, Counter())[opinion.answer] += 1
    return answers


def _apart(counts: Counter[Answer]) -> int:
    total = counts.total()
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
    acts = [act for act in room.assessment.acts if _came_of(choice, act)]
    hinge = _hinge(room, "ending", choice.moment.round, _gravest(acts), why, _decided(room.chronicle, choice))
    opinions = opinions_on_text(room.chronicle, choice.text) if choice.text is not None else hinge.opinions
    return replace(
        hinge,
        undone=_was_undone(choice),
        in_short=_in_short(room.chronicle, hinge.decided, choice.text),
        otherwise=choice.otherwise,
        opinions=opinions,
        change=change,
    )


def _was_undone(choice: Choice) -> bool:
    """Whether what was decided is an omission or a refusal: a pledge not met, a yes not given."""
    return all(
        isinstance(event, DeliveryOrdered) or (isinstance(event, VoteCast) and event.vote == "yes")
        for event in choice.instead
    )


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


def _decided(chronicle: Chronicle, choice: Choice) -> Text:
    return (
        _voted(chronicle, choice.text) if choice.text else Text("{seats:state} acting alone.", {"seats": choice.seats})
    )


def _voted(chronicle: Chronicle, text: str) -> Text:
    """What a text was to do, and what the vote on it came to."""
    says = summary(chronicle.state.council.texts[text].draft, chronicle.scenario)
    sentence = _count_on(chronicle, text)
    if sentence is None:
        return Text("{text:text}: {says}.", {"text": text, "says": says})
    return Text("{told} It says: {says}.", {"told": sentence, "says": says})


def _count_on(chronicle: Chronicle, text: str) -> Text | None:
    """What the vote on a text came to; None where none was counted."""
    happened = (happening.event for happening in chronicle.happenings)
    return next((event.tell() for event in happened if isinstance(event, BallotCounted) and event.text == text), None)


def _in_short(chronicle: Chronicle, decided: Text, text: str | None) -> Text:
    """What was decided, in one sentence."""
    return (_count_on(chronicle, text) if text else None) or decided


def _finding_hinge(room: Room, act: AssessedAct) -> Hinge:
    gravest = (act.adverse or act.true.judgement.adverse)[0]
    sentence = (
        "The gravest finding on what was known: {rule}, {severity}."
        if act.adverse
        else "The gravest finding as it was: {rule}, {severity}."
    )
    why = Text(sentence, {"rule": RULES[gravest.rule].name, "severity": severity_name(gravest.severity)})
    return _hinge(room, "finding", act.round, act, why, _done(act))


def _undone_hinge(room: Room, row: Undone) -> Hinge:
    return replace(_hinge(room, "undone", row.round, None, WHY_UNDONE[row.kind], row.sentence), undone=True)


def _opinion_hinge(room: Room, subject: str, opinion: Opinion) -> Hinge:
    opinions = opinions_on(room.chronicle, subject)
    question, counts = max(_by_question(opinions).items(), key=lambda asked: _apart(asked[1]))
    why = Text(
        "The room was furthest apart on {measure:measure}. "
        "{question:question}: lawful {lawful}, contested {contested}, unlawful {unlawful}.",
        {
            "measure": opinion.measure,
            "question": question,
            "lawful": counts["lawful"],
            "contested": counts["contested"],
            "unlawful": counts["unlawful"],
        },
    )
    act = _gravest([act for act in room.assessment.acts if act.subject == subject])
    decided = _voted(room.chronicle, opinion.text) if opinion.text else _done(act) if act else why
    in_short = _in_short(room.chronicle, decided, opinion.text)
    return replace(_hinge(room, "opinions", opinion.round, act, why, decided), in_short=in_short, opinions=opinions)


def _done(act: AssessedAct) -> Text:
    return Text("{seats:state}: {act}.", {"seats": act.participants, "act": act.title})


def _hinge(room: Room, test: HingeTest, round_: int, act: AssessedAct | None, why: Text, decided: Text) -> Hinge:
    """What all hinges have: known then, opinions, the act test by test, what would have turned it, the real case."""
    act_told = room.acts[act.id] if act else None
    moment = next((moment for moment in room.chronicle.moments if moment.round == round_), None)
    known = moment.state.knowledge.public if moment else {}
    return Hinge(
        test=test,
        undone=False,
        round=round_,
        why=why,
        decided=decided,
        in_short=decided,
        otherwise=None,
        known=known_claims(room.chronicle, known),
        opinions=opinions_on(room.chronicle, act.subject) if act else (),
        act=act_told,
        turned=_turned(act_told),
        change=None,
        case=case_told(room.chronicle.scenario.resembles),
    )


def _turned(act: ActTold | None) -> tuple[tuple[Text, ...], ...]:
    """What would have turned its breaches, the gravest first; on what was known, else as it was."""
    if act is None:
        return ()
    known = [finding for finding in act.findings if finding.breach]
    adverse = sorted(known or act.findings_true, key=lambda finding: SEVERITIES.index(finding.severity))
    return tuple(dict.fromkeys(way for finding in adverse for way in finding.would_change))[:MOST_WAYS]


def _gravest(acts: list[AssessedAct]) -> AssessedAct | None:
    """Of acts that belong together the one that stands worst, then the one of highest rung."""
    return min(
        acts, key=lambda act: (GRAVEST_FIRST.index(act.known.judgement.gravest), -act.rung, act.id), default=None
    )

"""Sense of texts: a rule for each measure, drafts that could be tabled, clauses with their values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crisis_game.charter.organs import MATTERS
from crisis_game.documents import Path
from crisis_game.scenario.defaults import CLAUSES
from crisis_game.scenario.draft import Draft, Motion, MotionKind
from crisis_game.scenario.reading.complaints import listed
from crisis_game.scenario.reading.sense import Sense
from crisis_game.scenario.records import Changed

SUBJECTS: Mapping[MotionKind, str] = {
    "inquiry": "claim",
    "hearing": "neighbour",
    "suspension": "member",
    "reinstatement": "member",
    "referral": "request to a Security Council",
    "settlement": "actor with a settlement",
    "amendment": "change of the charter",
}
"""What a motion is about, in words; those about an act or a dispute of the game are read in play alone."""
_ASKS = ("statement", "demand", "sanctions", "mandate")
_CLAIM_FROM = 3
"""The rung from which a text must rest on a claim."""


def check_measures(sense: Sense) -> None:
    """No measure is listed twice, and the organ has a rule for the matter of each."""
    seen: set[str] = set()
    for place, entry in enumerate(sense.file.measures):
        path, id_ = ("measures", place), entry.values["id"]
        if id_ in seen and sense.whole("measures"):
            sense.error(path, "E508", "`{word}` is listed twice.", "Delete one.", word=id_)
        seen.add(id_)
        if id_ in sense.played:
            _check_matter(sense, path, id_)


def _check_matter(sense: Sense, path: Path, id_: str) -> None:
    matter = sense.played[id_].matter
    if sense.charter is None or sense.organ is None:
        return
    known = (*MATTERS, *sense.charter.matters)
    if matter not in known:
        sense.complaints.unknown(path, "E351", "There is no {thing} `{word}`.", matter, known, thing="matter")
    elif sense.organ.decision_for(matter) is None:
        message = "No rule says how {organ} decides {matter}, so `{word}` can never be adopted."
        fix = "Add a rule for {matter}, or for `any`, to the charter."
        sense.error(path, "E507", message, fix, organ=sense.organ.id, matter=matter, word=id_)


def check_clauses(sense: Sense) -> None:
    """Own clauses have a name; bounds are the right way round."""
    for id_, clause in sense.file.clauses.items():
        path = ("clauses", id_)
        if id_ not in CLAUSES and "name" not in clause.values:
            sense.error_at_key(
                path, "E522", "The clause `{word}` is your own and has no `name`.", "Add a name.", word=id_
            )
        low, high, start = clause_bounds(sense, id_)
        if not low <= start <= high:
            message = "The first value, {start}, does not lie between {low} and {high}."
            sense.error_at_key(
                path, "E522", message, "Correct `low`, `high` or `start`.", low=low, high=high, start=start
            )


def clause_bounds(sense: Sense, id_: str) -> tuple[int, int, int]:
    """The lowest, highest and first value of a clause; three zeros for a plain switch."""
    own, standard = sense.file.clauses.get(id_), CLAUSES.get(id_)
    values = own.values if own else {}
    low, high, start = (values.get(name, getattr(standard, name, 0)) for name in ("low", "high", "start"))
    return low, high, start


def check_drafts(sense: Sense) -> None:
    """Packages and the chair's texts could be tabled as they are."""
    for id_, package in sense.file.packages.items():
        _check_draft(sense, ("packages", id_, "draft"), package.draft)
    for place, draft in enumerate(sense.file.chair):
        _check_draft(sense, ("chair", place), draft)


def _check_draft(sense: Sense, path: Path, written: Changed[Draft]) -> None:
    draft = written.whole()
    if not draft.lines and draft.motion is None:
        sense.error(
            path, "E505", "This text decides nothing.", "Give it measures, or a motion such as `motion: consult`."
        )
    most = sense.file.numbers.lines
    if len(draft.lines) > most:
        message = "A text has at most {most} measures."
        sense.error((*path, "measures"), "E505", message, "Delete some, or change the number `lines`.", most=most)
    _check_lines(sense, path, draft)
    if draft.lines and not draft.aim and not sense.file.aims and sense.whole("aims"):
        message = "This text has measures and no aim, and the scenario has no `aims`."
        sense.error(path, "E505", message, "Say under `aims` what measures are for.")
    room = sense.file.numbers.switches
    if len(draft.clauses) > room:
        message = "A text has at most {most} clauses."
        fix = "Switch off {beyond}, or others in their place."
        beyond = listed([switch.clause for switch in draft.clauses[room:]])
        sense.error((*path, "clauses"), "E505", message, fix, most=room, beyond=beyond)
    for switch in draft.clauses:
        _check_switch(sense, (*path, "clauses", switch.clause), switch.clause, switch.value)
    if draft.motion is not None:
        _check_motion(sense, (*path, "motion"), draft.motion)


def _check_lines(sense: Sense, path: Path, draft: Draft) -> None:
    seen: set[tuple[str, str | None]] = set()
    for place, line in enumerate(draft.lines):
        here = (*path, "measures", place)
        if (line.measure, line.target) in seen:
            sense.error(here, "E505", "`{word}` stands twice in this text.", "Delete one.", word=line.measure)
        seen.add((line.measure, line.target))
        if line.measure not in sense.played and line.measure in sense.catalogue and sense.measures_known:
            message = "This text uses `{word}`, which the scenario does not play with."
            sense.error(here, "E505", message, "Add it to `measures`, or take it out here.", word=line.measure)
    rungs = [sense.measures[line.measure].rung for line in draft.lines if line.measure in sense.measures]
    if not draft.claims and max(rungs, default=0) >= _CLAIM_FROM and sense.file.claims:
        message = "A text with a measure of rung {rung} or more rests on one to three claims."
        fix = "Add `claims:` with one of these: {known}."
        sense.error(path, "E505", message, fix, rung=_CLAIM_FROM, known=listed(list(sense.file.claims)))


def _check_switch(sense: Sense, path: Path, clause: str, value: Any) -> None:
    if clause not in CLAUSES and clause not in sense.file.clauses:
        return
    low, high, _ = clause_bounds(sense, clause)
    if isinstance(value, bool):
        return
    if high == 0:
        sense.error(path, "E505", "`{word}` is a plain switch without a number.", "Write `{word}: true`.", word=clause)
    elif not low <= value <= high:
        message = "`{word}` is {value}, but it lies between {low} and {high}."
        fix = "Write a number between {low} and {high}."
        sense.error(path, "E505", message, fix, word=clause, value=value, low=low, high=high)


def _check_motion(sense: Sense, path: Path, motion: Motion) -> None:
    kind, subject = motion.kind, motion.subject
    if kind not in SUBJECTS or not sense.whole("claims", "states", "actors"):
        return
    wanted, known = SUBJECTS[kind], subjects_of(sense, kind)
    if not known:
        message = "The scenario has no {thing}, so the motion `{kind}` could never be tabled."
        sense.error(path, "E505", message, "Take it out.", kind=kind, thing=wanted)
    elif kind == "settlement" and len(known) == 1:
        if subject is not None:
            message = "`subject` is not said where there is one actor alone with whom terms can be settled."
            sense.error((*path, "subject"), "E505", message, "Write `motion: settlement`.")
    elif subject is None:
        message = "The motion `{kind}` does not say what it is about."
        fix = "Add `subject:`, the {thing} that is meant: {known}."
        sense.error(path, "E505", message, fix, kind=kind, thing=wanted, known=listed(known))
    elif subject not in known:
        message = "There is no {thing} `{word}`."
        sense.complaints.unknown((*path, "subject"), "E351", message, subject, known, thing=wanted)


def subjects_of(sense: Sense, kind: MotionKind) -> tuple[str, ...]:
    """What a motion of a kind can be about at some moment of a game."""
    file, charter = sense.file, sense.charter
    actors = file.actors.items()
    if kind == "amendment":
        articles = tuple(article.number for article in charter.articles) if charter else ()
        return tuple(charter.amendments) or articles if charter else ()
    if kind == "referral":
        return _ASKS if any(actor.model == "council" for _, actor in actors) else ()
    if kind == "settlement":
        return tuple(id_ for id_, actor in actors if actor.model == "bargainer" and actor.settlement)
    if kind == "hearing":
        return tuple(id_ for id_, actor in actors if actor.model == "petitioner")
    return tuple(file.claims if kind == "inquiry" else file.states)

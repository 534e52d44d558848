"""Sense of texts: a rule for each measure, drafts that could be tabled, clauses with their values."""

from __future__ import annotations

from typing import Any

from crisis_game.charter.model import MATTERS
from crisis_game.documents import Path
from crisis_game.scenario.numbers import Numbers
from crisis_game.scenario.reading.complaints import listed
from crisis_game.scenario.reading.sense import Sense
from crisis_game.scenario.reading.shapes_texts import DraftShape, MotionShape
from crisis_game.scenario.standard import CLAUSES

_SUBJECTS = {"inquiry": "claim", "hearing": "neighbour", "suspension": "member", "reinstatement": "member"}
_ASKS = ("statement", "demand", "sanctions", "mandate")
_CLAIM_FROM = 3
"""The rung from which a text must rest on a claim."""


def check_measures(sense: Sense) -> None:
    """No measure is listed twice, and the organ has a rule for the matter of each."""
    seen: set[str] = set()
    for place, one in enumerate(sense.shape.measures):
        path = ("measures", place)
        if one.id in seen:
            sense.error(path, "E508", "`{word}` is listed twice.", "Delete one.", word=one.id)
        seen.add(one.id)
        _check_matter(sense, path, one.id)


def _check_matter(sense: Sense, path: Path, id_: str) -> None:
    matter = sense.played[id_].matter
    if sense.charter is None or sense.organ is None or matter is None:
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
    for id_, one in sense.shape.clauses.items():
        path = ("clauses", id_)
        if id_ not in CLAUSES and one.name is None:
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
    own = sense.shape.clauses.get(id_)
    standard = CLAUSES.get(id_)
    known = (standard.low, standard.high, standard.start) if standard else (0, 0, 0)
    told = (own.low, own.high, own.start) if own else (None, None, None)
    low, high, start = (default if value is None else value for value, default in zip(told, known, strict=True))
    return low, high, start


def check_drafts(sense: Sense) -> None:
    """Packages and the chair's texts could be tabled as they are."""
    for id_, package in sense.shape.packages.items():
        _check_draft(sense, ("packages", id_, "draft"), package.draft)
    for place, draft in enumerate(sense.shape.chair):
        _check_draft(sense, ("chair", place), draft)


def _check_draft(sense: Sense, path: Path, draft: DraftShape) -> None:
    if not draft.measures and draft.motion is None:
        sense.error(
            path, "E505", "This text decides nothing.", "Give it measures, or a motion such as `motion: consult`."
        )
    most = sense.shape.numbers.get("lines", Numbers().lines)
    if len(draft.measures) > most:
        message = "A text has at most {most} measures."
        sense.error((*path, "measures"), "E505", message, "Delete some, or change the number `lines`.", most=most)
    _check_lines(sense, path, draft)
    if draft.measures and draft.aim is None and not sense.shape.aims and sense.whole("aims"):
        message = "This text has measures and no aim, and the scenario has no `aims`."
        sense.error(path, "E505", message, "Say under `aims` what measures are for.")
    for clause, value in draft.clauses.items():
        _check_switch(sense, (*path, "clauses", clause), clause, value)
    if draft.motion is not None:
        _check_motion(sense, (*path, "motion"), draft.motion)


def _check_lines(sense: Sense, path: Path, draft: DraftShape) -> None:
    seen: set[tuple[str, str | None]] = set()
    for place, line in enumerate(draft.measures):
        here = (*path, "measures", place)
        if (line.measure, line.target) in seen:
            sense.error(here, "E505", "`{word}` stands twice in this text.", "Delete one.", word=line.measure)
        seen.add((line.measure, line.target))
        if line.measure not in sense.played and line.measure in sense.catalogue and sense.measures_known:
            message = "This text uses `{word}`, which the scenario does not play with."
            sense.error(here, "E505", message, "Add it to `measures`, or take it out here.", word=line.measure)
    rungs = [sense.measures[line.measure].rung or 1 for line in draft.measures if line.measure in sense.measures]
    if not draft.claims and max(rungs, default=0) >= _CLAIM_FROM and sense.shape.claims:
        message = "A text with a measure of rung {rung} or more rests on one to three claims."
        fix = "Add `claims:` with one of these: {known}."
        sense.error(path, "E505", message, fix, rung=_CLAIM_FROM, known=listed(list(sense.shape.claims)))


def _check_switch(sense: Sense, path: Path, clause: str, value: Any) -> None:
    if clause not in CLAUSES and clause not in sense.shape.clauses:
        return
    low, high, _ = clause_bounds(sense, clause)
    if isinstance(value, bool | str):
        return
    if high == 0:
        sense.error(path, "E505", "`{word}` is a plain switch without a number.", "Write `{word}: true`.", word=clause)
    elif not low <= value <= high:
        message = "`{word}` is {value}, but it lies between {low} and {high}."
        fix = "Write a number between {low} and {high}."
        sense.error(path, "E505", message, fix, word=clause, value=value, low=low, high=high)


def _check_motion(sense: Sense, path: Path, motion: MotionShape) -> None:
    kind, subject = motion.kind, motion.subject
    wanted = _SUBJECTS.get(kind)
    known: tuple[str, ...]
    if wanted == "claim":
        known = tuple(sense.shape.claims)
    elif wanted is not None:
        known = tuple(id_ for id_, state in sense.shape.states.items() if state.role == wanted)
    elif kind == "referral":
        wanted, known = "ask of the Council", _ASKS
    else:
        return
    here = (*path, "subject")
    if subject is None:
        message = "The motion `{kind}` does not say what it is about."
        sense.error(
            path,
            "E505",
            message,
            "Add `subject:` with a {thing}: {known}.",
            kind=kind,
            thing=wanted,
            known=listed(known),
        )
    elif subject not in known and sense.whole("claims", "states"):
        sense.complaints.unknown(here, "E351", "There is no {thing} `{word}`.", subject, known, thing=wanted)

"""Which text a policy would put on the table."""

from __future__ import annotations

from dataclasses import replace

from crisis_game.engine.draft_rules import why_invalid
from crisis_game.players.mind import Mind
from crisis_game.scenario.draft import Draft, Motion, Switch

GOOD = 4
"""From this worth on a text is good enough for those who like force; they then look for the boldest."""


def best_draft(mind: Mind) -> Draft | None:
    """The package that this seat would table, in its own version; None where it likes none."""
    own = (own_version(mind, package.draft) for _, package in sorted(mind.seen.packages.items()))
    drafts = [draft for draft in own if draft.lines and why_invalid(mind.seen, draft) is None]
    least = 0 if mind.character.tables == "accepted" else 1
    hopeful = [
        (place, draft)
        for place, draft in enumerate(drafts)
        if mind.weighing.hope(draft) >= least + _burden(mind, draft)
    ]
    scored = [(*_worth(mind, draft), -place) for place, draft in hopeful]
    good = [score for score in scored if score[0] >= least]
    return drafts[-max(good)[-1]] if good else None


def terms(mind: Mind) -> Draft | None:
    """Terms of settlement, where they can be had and have not been adopted, for those who would have them."""
    seen = mind.seen
    if not seen.offer_open or seen.round < seen.numbers.settle_round or mind.character.liking.get("force", 0) > 0:
        return None
    if seen.gauge("grip") > seen.numbers.settle_grip or mind.character.tables == "never":
        return None
    had = (text.draft.motion for text in seen.texts.values() if text.status == "adopted")
    if any(motion is not None and motion.kind == "settlement" for motion in had):
        return None
    return Draft(motion=Motion("settlement"), aim=next(iter(seen.aims), ""))


def own_version(mind: Mind, draft: Draft) -> Draft:
    """A draft without what is in force already or is not liked, with the clauses one wishes and not the others."""
    seen, weighing = mind.seen, mind.weighing
    new = [line for line in draft.lines if weighing.is_new(line)]
    liked = [line for line in new if weighing.liking(seen.measure(line.measure)) >= 0]
    switches = {clause.clause: clause for clause in draft.clauses}
    for clause in weighing.dislikes():
        switches.pop(clause, None)
    for clause in weighing.wishes():
        if clause in seen.clauses and clause not in weighing.dislikes():
            switches.setdefault(clause, Switch(clause, seen.clauses[clause].start))
    known = tuple(claim for claim in draft.claims if seen.public_grade(claim)) or draft.claims
    return replace(draft, lines=tuple(liked), claims=known, clauses=tuple(sorted(switches.values())))


def _worth(mind: Mind, draft: Draft) -> tuple[int, int]:
    """What a text is worth to its sponsor; and for those who like force, of two good ones the bolder is better."""
    worth = mind.weighing.value(draft).total - _burden(mind, draft)
    if mind.character.liking.get("force", 0) <= 0:
        return worth, 0
    return min(worth, GOOD), max(mind.seen.measure(line.measure).rung for line in draft.lines)


def _burden(mind: Mind, draft: Draft) -> int:
    """For those who want to be followed: a text is the heavier the higher its rung and the fewer its safeguards."""
    if mind.character.tables != "accepted":
        return 0
    rung = max((mind.seen.measure(line.measure).rung for line in draft.lines), default=0)
    return max(0, rung - 5) - len(draft.clauses) // 2

"""The text that a seat would table: its own version of a package, drawn among those that it likes nearly as well."""

from __future__ import annotations

from dataclasses import replace

from crisis_game.engine.draft_rules import why_invalid
from crisis_game.players.mind import Mind
from crisis_game.scenario.draft import Draft, Motion, Switch

WITHIN = 2
"""How much less than the best a draft may be worth that is drawn."""

MANY = 1 << 20
"""Of how many lots one is drawn; what can be drawn may change within a round, the lot does not."""

FEW = 2
"""What at most so many supported is not tabled again, as long as nothing has changed."""

GOOD = 4
"""From this worth on a text is good enough for those who like force; they then look for the boldest."""


def draft_of(mind: Mind) -> Draft | None:
    """The draft that this seat would table, drawn once a round; None where it likes none.

    A seat of the level *able* draws only between those that it thinks the very best.
    """
    near = _near_best(mind, 0 if mind.character.able else WITHIN)
    return near[mind.seen.lot("draft", 0, MANY - 1, mind.seen.round) % len(near)] if near else None


def _near_best(mind: Mind, within: int) -> list[Draft]:
    """Packages in this seat's own version that are worth enough to it, and nearly as much as the best of them."""
    own = (own_version(mind, package.draft) for _, package in sorted(mind.seen.packages.items()))
    drafts = [draft for draft in own if (draft.lines or draft.motion) and why_invalid(mind.seen, draft) is None]
    least = 0 if mind.character.tables == "accepted" else 1
    hopeful = [draft for draft in drafts if mind.weighing.hope(draft) >= least + _burden(mind, draft)]
    scored = [(worth, draft) for draft in hopeful if (worth := _worth(mind, draft)) >= least]
    best = max((worth for worth, _ in scored), default=0)
    return [draft for worth, draft in scored if worth >= best - within and not _was_refused(mind, draft)]


def _was_refused(mind: Mind, draft: Draft) -> bool:
    """Whether hardly anybody supported the same before, and nothing has changed since."""
    seen = mind.seen
    asked = (draft.lines, draft.motion)
    over = (text for text in seen.texts.values() if text.status in ("failed", "lapsed"))
    same = (text for text in over if (text.draft.lines, text.draft.motion) == asked)
    return any(
        _supporters(mind, text.id) <= FEW and not seen.has_changed_since(text.round, text.draft.claims) for text in same
    )


def _supporters(mind: Mind, text: str) -> int:
    """How many stood behind a text: by its votes, else by what they said."""
    seen, told = mind.seen, mind.seen.text(text)
    if told.result is not None:
        return sum(vote == "yes" for vote in seen.votes(text).values())
    said = (seat for seat in seen.members if seen.stance_in_public(text, seat) == "support")
    return len({*told.sponsors, *said})


def was_given_up(mind: Mind, draft: Draft) -> bool:
    """Whether this seat tabled the same in this round and withdrew it: it does not table it once more."""
    texts = (text for text in mind.seen.texts.values() if text.status == "withdrawn" and text.round == mind.seen.round)
    own = (text.draft for text in texts if text.sponsors[:1] == (mind.seen.seat,))
    return any((text.lines, text.motion) == (draft.lines, draft.motion) for text in own)


def settlement_terms(mind: Mind) -> Draft | None:
    """Terms of settlement, where they can be had and have not been adopted, for those who would have them."""
    seen = mind.seen
    if not seen.offer_open or mind.character.liking.get("force", 0) > 0 or mind.character.tables == "never":
        return None
    ready = next((id_ for id_ in seen.settlements if seen.can_settle(id_)), None)
    if ready is None:
        return None
    had = (text.draft.motion for text in seen.texts.values() if text.status == "adopted")
    if any(motion is not None and motion.kind == "settlement" for motion in had):
        return None
    subject = ready if len(seen.settlements) > 1 else None
    return Draft(motion=Motion("settlement", subject), aim=next(iter(seen.aims), ""))


def own_version(mind: Mind, draft: Draft) -> Draft:
    """A draft without what is in force already or is not liked, with the clauses one wishes and not the others.

    Where there is no room for all clauses, one's own wishes displace what stood in the draft.
    """
    seen, weighing = mind.seen, mind.weighing
    new = [line for line in draft.lines if weighing.is_new(line)]
    liked = [line for line in new if weighing.liking(seen.measure(line.measure)) >= 0]
    dislikes, wishes = weighing.dislikes, weighing.wishes_for(replace(draft, lines=tuple(liked)))
    switches = {switch.clause: switch for switch in draft.clauses if switch.clause not in dislikes}
    for clause in wishes:
        if clause in seen.clauses and clause not in dislikes:
            switches.setdefault(clause, Switch(clause, seen.clauses[clause].start))
    first = sorted(switches.values(), key=lambda switch: switch.clause not in wishes)[: seen.numbers.switches]
    known = tuple(claim for claim in draft.claims if seen.public_grade(claim)) or draft.claims
    return replace(draft, lines=tuple(liked), claims=known, clauses=tuple(sorted(first)))


def _worth(mind: Mind, draft: Draft) -> int:
    """What a text is worth to its sponsor; those who like force think several good enough, the bold ones too."""
    worth = mind.weighing.value(draft).total - _burden(mind, draft)
    return min(worth, GOOD) if mind.character.liking.get("force", 0) > 0 else worth


def _burden(mind: Mind, draft: Draft) -> int:
    """For those who want to be followed: a text is the heavier the higher its rung and the fewer its safeguards."""
    if mind.character.tables != "accepted":
        return 0
    rung = max((mind.seen.measure(line.measure).rung for line in draft.lines), default=0)
    return max(0, rung - 5) - len(draft.clauses) // 2

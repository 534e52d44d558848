"""A policy that works toward a goal: it does what the goal asks for where it can, and follows its own mind else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from crisis_game.engine.act import Act
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.responses import ActAlone, Deliver
from crisis_game.engine.acts.texts import Pledge, TableText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.draft_rules import heard_claims, motions, targets_of, why_invalid
from crisis_game.engine.seen import Seen
from crisis_game.players.policy import Choice, Policy
from crisis_game.scenario.draft import BASES, Draft, MeasureLine, Motion, Switch
from crisis_game.texts import Text
from crisis_game.workshop.reach.goal_wishes import Wishes

MOST_TRIED = 12
"""Drafts tried for one text."""

EAGER = 70
"""How often, in per cent, it does in a phase what its goal asks for."""

WHY = Text("Tried for the author's sake.")


class GoalPolicy:
    """A policy with wishes. What it draws comes from a stream of its own, so that each search goes another way."""

    def __init__(self, inner: Policy, wishes: Wishes, own: Stream) -> None:
        self.name = inner.name
        self._inner, self._wishes, self._own = inner, wishes, own
        self._place: tuple[int, str] | None = None
        self._ahead: Iterator[Act] = iter(())

    def choose(self, seen: Seen, stream: Stream) -> Choice:
        """What is wished for in this phase, each thing once; then what the policy wants, with votes as wished for."""
        place = (seen.round, seen.phase)
        if place != self._place:
            self._place = place
            self._ahead = self._wished(seen) if self._own.chance(EAGER) else iter(())
        for command in self._ahead:
            if command.refusal(seen) is None:
                return Choice(command, WHY)
        choice = self._inner.choose(seen, stream)
        command = choice.command
        if command in self._wishes.left_out or type(command) in self._wishes.left_out:
            return Choice(SetReady(), WHY)
        if isinstance(command, CastVote):
            vote = self._vote(seen, command.text)
            if vote is not None and vote.refusal(seen) is None:
                return Choice(vote, WHY)
        return choice

    def _wished(self, seen: Seen) -> Iterator[Act]:
        """All that is wished for here, possible or not."""
        yield from (command for seat, command in self._wishes.acts if seat in (None, seen.seat))
        if seen.phase == "consultation":
            yield from self._texts(seen)
            yield from (Pledge(*what, "full") for what in self._wanted_lines(seen))
        elif seen.phase == "voting":
            votes = (self._vote(seen, id_) for id_, text in seen.texts.items() if text.status == "put")
            yield from (vote for vote in votes if vote is not None)
            yield from self._deeds(seen)
        if seen.phase in ("voting", "response"):
            yield from (Deliver(*what, "full") for what in self._wanted_lines(seen))

    def _deeds(self, seen: Seen) -> Iterator[Act]:
        """What this seat is to do alone, on the basis that comes first by lot."""
        if seen.seat not in self._wishes.alone:
            return
        for measure in dict.fromkeys(self._wishes.measures):
            bases = BASES[self._own.below(len(BASES)) :] + BASES
            for target in targets_of(seen, measure)[:2]:
                yield from (ActAlone(measure, target, basis) for basis in bases[:3])

    def _wanted_lines(self, seen: Seen) -> list[tuple[str, str]]:
        wanted = set(self._wishes.measures)
        return [
            (id_, line.measure)
            for id_, text in seen.texts.items()
            for line in text.draft.lines
            if line.measure in wanted and text.status in ("table", "put", "adopted")
        ]

    def _vote(self, seen: Seen, text: str) -> CastVote | None:
        """Yes to what is wanted, no to what is shunned, and no to all where it is wished that nothing is adopted."""
        wishes, draft = self._wishes, seen.text(text).draft
        measures = {line.measure for line in draft.lines}
        motion = draft.motion.kind if draft.motion else ""
        clauses = {switch.clause for switch in draft.clauses}
        accuses = wishes.quiet and any(seen.claim(claim).accuses for claim in draft.claims)
        if wishes.nays or accuses or (measures | clauses | {motion}) & wishes.shunned:
            return CastVote(text, "no")
        if (
            not measures.isdisjoint(wishes.measures)
            or motion in wishes.motions
            or not clauses.isdisjoint(wishes.clauses)
        ):
            return CastVote(text, "yes", also=True)
        return CastVote(text, "no") if wishes.measures and self._own.chance(50) else None

    def _texts(self, seen: Seen) -> Iterator[Act]:
        """Texts with what is wanted, as far as they are valid, the fullest first."""
        drafts = (TableText(draft) for draft in self._drafts(seen) if why_invalid(seen, draft) is None)
        yield from islice(drafts, MOST_TRIED)

    def _drafts(self, seen: Seen) -> Iterator[Draft]:
        for motion in motions(seen):
            if motion.kind in self._wishes.motions:
                yield Draft(motion=motion, aim=self._aim(seen))
        if "settlement" in self._wishes.motions:
            yield Draft(motion=Motion("settlement"), aim=self._aim(seen))
        wanted = [measure for measure in dict.fromkeys(self._wishes.measures) if measure in seen.measures]
        known = (clause for clause in dict.fromkeys(self._wishes.clauses) if clause in seen.clauses)
        switches = [Switch(clause, seen.clauses[clause].start) for clause in known][: seen.numbers.switches]
        clauses = tuple(sorted(switches))
        claims = heard_claims(seen)[:1]
        most = seen.numbers.lines
        for measures in (wanted[:most], *([measure] for measure in wanted), list(self._any(seen))):
            bases = BASES[self._own.below(len(BASES)) :] + BASES
            for basis in bases[:3]:
                lines = tuple(MeasureLine(measure, targets_of(seen, measure)[0]) for measure in measures)
                yield Draft(lines, None, self._aim(seen), "", basis, claims, clauses)

    def _any(self, seen: Seen) -> tuple[str, ...]:
        """A measure by lot, for clauses that are wanted with any."""
        known = [line.measure for package in seen.packages.values() for line in package.draft.lines]
        return (self._own.pick(known),) if known and self._wishes.clauses else ()

    def _aim(self, seen: Seen) -> str:
        return self._own.pick(tuple(seen.aims)) if seen.aims else ""

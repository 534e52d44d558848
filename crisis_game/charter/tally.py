"""A rule and votes give a result: the only place that counts.

Who is a member is said by the keys of the votes. A state of the rule (in `only`, `veto` or `weights`) that did not
vote is absent; the vote of an excluded state is not read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any, Literal

from crisis_game.charter.rules import (
    OWN_WEIGHTS,
    Base,
    Binds,
    Combined,
    DecisionRule,
    How,
    Kind,
    Leaf,
    Share,
    Vote,
    least,
)

Reason = Literal["adopted", "no-quorum", "silence-broken", "blocked", "shortfall", "vetoed"]
Blockers = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TallyResult:
    """What came of a vote, and why.

    Attributes:
        reason: the first obstacle in the order no-quorum, silence-broken, blocked by a no, shortfall, blocked by
            abstentions or opt-outs, vetoed; else adopted.
        in_favour, needed, against, abstaining: for count and share in the leaf's weights, otherwise in heads. Under
            silence all who are not against are in favour.
        blocked_by: those whose vote did it, sorted.
        binds: whom the decision binds; `none` where it was not adopted.
        kind: the kind of the leaf that decided.
        parts: of a combination, the results of all its parts; the numbers are those of the part that decided.
        how: of a combination, how its parts are joined.
        disputed: whether it hangs on an open question of the treaty: counted otherwise, it would be adopted.
        opted_out: those who opted out, sorted; nothing binds them.
        only: the members whose votes alone counted, sorted, where the leaf that decided counts some members only.
        cast_by: the member whose casting vote carried a tie; `needed` is one less for it. Empty where there was none.
    """

    adopted: bool
    reason: Reason
    in_favour: int
    needed: int
    against: int
    abstaining: int
    blocked_by: tuple[str, ...]
    binds: Binds
    kind: Kind
    parts: tuple[TallyResult, ...] = ()
    how: How | None = None
    disputed: bool = False
    opted_out: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    cast_by: str = field(default="", metadata={"only_if_said": True})

    @property
    def widest(self) -> TallyResult:
        """The result by which a running count is told: where this one counts some members only, a part that counts all.

        A combination takes its numbers from the part that decided, and that may be the consent of a single member.
        """
        if not self.only:
            return self
        return next((part.widest for part in self.parts if not part.widest.only), self)


def tally(rule: DecisionRule, votes: Mapping[str, Vote]) -> TallyResult:
    """Count votes by a rule.

    Args:
        rule: with ids and weights only; see `circumstances.resolve`.
        votes: the vote of each member.

    Raises:
        ValueError: if the rule still names a weight table.
    """
    if isinstance(rule, Combined):
        return _combined(rule, votes)
    if rule.excluded_in_base == "disputed":
        return _both_ways(rule, votes)
    return _Room.of(rule, votes).result()


def bound(result: TallyResult, votes: Mapping[str, Vote]) -> tuple[str, ...]:
    """The members whom a decision binds, sorted. Who opted out is never bound; under silence, who kept it agreed."""
    if result.binds == "none":
        return ()
    agreeing: tuple[Vote, ...] = ("yes", "abstain", "absent") if result.kind == "silence" else ("yes",)
    willing = votes if result.binds == "all" else {state for state, vote in votes.items() if vote in agreeing}
    return tuple(sorted(set(willing) - set(result.opted_out)))


def as_plain(result: TallyResult) -> dict[str, Any]:
    """The result as JSON can say it; `parts`, `disputed` and `cast_by` only where they say something."""
    plain: dict[str, Any] = {
        "adopted": result.adopted,
        "reason": result.reason,
        "in_favour": result.in_favour,
        "needed": result.needed,
        "against": result.against,
        "abstaining": result.abstaining,
        "blocked_by": list(result.blocked_by),
        "binds": result.binds,
    }
    if result.parts:
        plain["parts"] = [as_plain(part) for part in result.parts]
    if result.disputed:
        plain["disputed"] = True
    if result.cast_by:
        plain["cast_by"] = result.cast_by
    return plain


def _combined(rule: Combined, votes: Mapping[str, Vote]) -> TallyResult:
    parts = tuple(tally(part, votes) for part in rule.parts)
    decides = rule.how == "any_of"
    deciding = next((part for part in parts if part.adopted == decides), parts[-1])
    join = any if rule.how == "any_of" else all
    otherwise = join(part.adopted or part.disputed for part in parts)
    return replace(deciding, parts=parts, how=rule.how, disputed=otherwise and not deciding.adopted)


def _both_ways(leaf: Leaf, votes: Mapping[str, Vote]) -> TallyResult:
    """Counted with the excluded outside and inside the base; where that differs, the stricter reading decides."""
    outside = _Room.of(replace(leaf, excluded_in_base=False), votes).result()
    inside = _Room.of(replace(leaf, excluded_in_base=True), votes).result()
    if outside.adopted == inside.adopted:
        return outside
    return replace(inside if outside.adopted else outside, disputed=True)


@dataclass(frozen=True, slots=True)
class _Room:
    """Who is who for one leaf.

    Attributes:
        eligible: those whose votes are read; `base` is they, or all members where the excluded stay in the base.
        present: the eligible who are not absent, abstainers and opt-outs among them.
    """

    leaf: Leaf
    weight: Mapping[str, int] | None
    eligible: frozenset[str]
    base: frozenset[str]
    present: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    abstaining: frozenset[str]
    opted_out: frozenset[str]

    @classmethod
    def of(cls, leaf: Leaf, votes: Mapping[str, Vote]) -> _Room:
        if isinstance(leaf.weights, str):
            raise ValueError(f"the weight table {leaf.weights} is not resolved")
        members = frozenset(votes)
        eligible = (members if leaf.only is None else leaf.only) - leaf.excluded

        def with_vote(*wanted: Vote) -> frozenset[str]:
            return frozenset(state for state in eligible if votes.get(state, "absent") in wanted)

        opts_out = leaf.abstention == "opt-out"
        return cls(
            leaf=leaf,
            weight=None if leaf.weights is None else dict(leaf.weights),
            eligible=eligible,
            base=members if leaf.excluded_in_base else eligible,
            present=eligible - with_vote("absent"),
            yes=with_vote("yes"),
            no=with_vote("no"),
            abstaining=frozenset() if opts_out else with_vote("abstain"),
            opted_out=with_vote("opt-out", "abstain") if opts_out else with_vote("opt-out"),
        )

    def result(self) -> TallyResult:
        reason, blocked_by = self._verdict()
        adopted = reason == "adopted"
        return TallyResult(
            adopted=adopted,
            reason=reason,
            in_favour=self._in_favour(),
            needed=self._needed(),
            against=self._counted(self.no),
            abstaining=self._counted(self.abstaining),
            blocked_by=blocked_by,
            binds=self.leaf.binds if adopted else "none",
            kind=self.leaf.kind,
            opted_out=tuple(sorted(self.opted_out)),
            only=tuple(sorted(self.leaf.only or ())),
            cast_by=self._cast_by(),
        )

    def _verdict(self) -> tuple[Reason, Blockers]:
        """The first obstacle, in the fixed order, and those whose vote is one."""
        if not self._has_quorum():
            return "no-quorum", ()
        if self.leaf.kind == "silence" and self._in_favour() < self._needed():
            return "silence-broken", tuple(sorted(self.no))
        if self.no and self.leaf.kind in ("unanimity", "consensus"):
            return "blocked", tuple(sorted(self.no))
        if self._in_favour() < self._needed():
            return "shortfall", ()
        if blockers := self._blockers():
            return "blocked", tuple(sorted(blockers))
        if vetoes := self.leaf.veto & self.no:
            return "vetoed", tuple(sorted(vetoes))
        return "adopted", ()

    def _has_quorum(self) -> bool:
        quorum = self.leaf.quorum
        if quorum is None:
            return True
        if quorum == "as-needed":
            return self._counted(self.present) >= self._needed()
        return len(self.present) >= least(quorum, len(self.base), len(self.eligible))

    def _blockers(self) -> frozenset[str]:
        """Those whose abstention or opt-out stops a text that has the yes votes it needs."""
        abstainers = self.abstaining if self.leaf.abstention == "blocks" else frozenset()
        return abstainers | (self.opted_out if self._opt_outs_block() else frozenset())

    def _opt_outs_block(self) -> bool:
        block = self.leaf.opt_out_block
        return bool(block) and all(
            weigh(self.opted_out) >= least(share, weigh(self.eligible), len(self.eligible))
            for weigh, share in ((self._weigh if of == OWN_WEIGHTS else len, share) for of, share in block)
        )

    def _in_favour(self) -> int:
        if self.leaf.kind == "consensus":
            return len(self.present - self.no)
        if self.leaf.kind == "silence":
            return self._counted(self.eligible - self.no)
        return self._counted(self.yes)

    def _needed(self) -> int:
        if self.leaf.counts_votes:
            return self._votes_needed() - bool(self._cast_by())
        if self.leaf.kind == "consensus":
            return max(1, len(self.present))
        if self.leaf.kind == "silence":
            return max(0, self._counted(self.eligible) + 1 - self._objections_needed())
        return max(1, len(self._base_of(self.leaf.of) - self.abstaining - self.opted_out))

    def _votes_needed(self) -> int:
        if self.leaf.minority is not None:
            return max(1, len(self.eligible) - self._fewest(self.leaf.minority))
        if self.leaf.needed is None:
            raise ValueError(f"a {self.leaf.kind} without a number of votes")
        return least(self.leaf.needed, self._weigh(self._base_of(self.leaf.of)), len(self.eligible))

    def _fewest(self, share: Share) -> int:
        """The fewest members who together have a share of the weight of all who can vote."""
        weights = sorted((self._weigh(frozenset((state,))) for state in self.eligible), reverse=True)
        asked = least(share, sum(weights), len(weights))
        return next((number for number, sum_ in enumerate(accumulate(weights), 1) if sum_ >= asked), len(weights))

    def _objections_needed(self) -> int:
        """How many against break silence."""
        if self.leaf.objections is None:
            return 1
        return least(self.leaf.objections, self._counted(self._base_of(self.leaf.of)), len(self.eligible))

    def _cast_by(self) -> str:
        """Who carries a tie that would be one short; nobody where there is none, or no casting vote in favour."""
        casting = self.leaf.casting
        if casting is None or casting not in self.yes or not self.leaf.counts_votes:
            return ""
        in_favour = self._counted(self.yes)
        is_tie = in_favour == self._counted(self.no) > 0
        return casting if is_tie and in_favour + 1 == self._votes_needed() else ""

    def _base_of(self, of: Base) -> frozenset[str]:
        if of == "eligible":
            return self.base
        if of == "present":
            return self.present
        return self.yes | self.no | (self.abstaining if self.leaf.abstention == "counts-against" else frozenset())

    def _counted(self, states: frozenset[str]) -> int:
        """How many these are, by weight where the leaf goes by it."""
        return self._weigh(states) if self.leaf.by_weight else len(states)

    def _weigh(self, states: frozenset[str]) -> int:
        if self.weight is None:
            return len(states)
        return sum(self.weight.get(state, 0) for state in states)

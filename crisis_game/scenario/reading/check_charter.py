"""Sense of a charter: what is well-formed, and could never decide, or demands what it gives nobody the power to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crisis_game.charter.circumstances import open_roles, resolve
from crisis_game.charter.model import Charter, Setting
from crisis_game.charter.organs import ANY, Decision, Organ
from crisis_game.charter.rules import AllBut, Combined, DecisionRule, Leaf, Whole, least, leaves
from crisis_game.documents import Document, Path, problem
from crisis_game.scenario.reading.cut_texts import CUT_TEXT, CUT_TEXT_FIX, cut_at, may_cut
from crisis_game.texts import Msgid, Problem, Severity, Value


def charter_sense(charter: Charter, document: Document, base: Path = ()) -> tuple[Problem, ...]:
    """All contradictions of a charter that was read without faults.

    Args:
        charter: the treaty.
        document: the file it stands in.
        base: the way to it in the file.
    """
    return tuple(_Sense(charter, document, base).all())


@dataclass(frozen=True, slots=True)
class _Sense:
    charter: Charter
    document: Document
    base: Path

    def all(self) -> Iterator[Problem]:
        for place, organ in enumerate(self.charter.organs):
            yield from self._organ(("organs", place), organ)
        yield from self._circles()
        yield from self._duties()
        yield from self._powers()
        yield from self._amendments()
        yield from self._cut_texts(self.base, _within(self.document.value, self.base))

    def _organ(self, path: Path, organ: Organ) -> Iterator[Problem]:
        for place, decision in enumerate(organ.decisions):
            here = (*path, "decides", place)
            yield from self._rule((*here, "rule"), organ, decision)
            yield from self._own_consent((*here, "own_consent"), organ, decision)

    def _rule(self, path: Path, organ: Organ, decision: Decision) -> Iterator[Problem]:
        rule = resolve(decision.rule, groups=self.charter.groups, tables=self.charter.tables)
        seated = frozenset(organ.members)
        if not open_roles(decision.rule):
            yield from self._ways(path, organ, rule)
        if not open_roles(decision.rule) and not _can_carry(rule, seated):
            message = "`{organ}` can never decide by this rule: it asks for more than its {heads} members can give."
            fix = "Ask for fewer votes, a lower quorum, or seat more members."
            yield self._at(path, "E312", message, fix, organ=organ.id, heads=len(seated))
        for leaf in leaves(rule):
            voting = (seated if leaf.only is None else seated & leaf.only) - leaf.excluded
            if leaf.veto and not leaf.veto & voting:
                message = "The veto in this rule belongs to {known}, and none of them votes in `{organ}`."
                fix = "Give it to members that vote there, or take `veto` away."
                yield self._at(path, "W622", message, fix, known=tuple(sorted(leaf.veto)), organ=organ.id)

    def _ways(self, path: Path, organ: Organ, rule: DecisionRule) -> Iterator[Problem]:
        """Ways of one rule of which one is always open before another could be."""
        if not isinstance(rule, Combined):
            return
        for part in rule.parts:
            yield from self._ways(path, organ, part)
        enough = [votes for part in rule.parts if (votes := _enough(part, organ)) is not None]
        most = max((_fewest(part, organ) for part in rule.parts), default=0)
        alike = len({leaf.binds for leaf in leaves(rule)}) == 1
        if rule.how == "any_of" and alike and enough and min(enough) < most:
            message = "One way of this rule is met by {few} votes in `{organ}`, another never by fewer than {many}."
            fix = "Ask more of the first, or take the other out: it never decides anything."
            yield self._at(path, "W656", message, fix, few=min(enough), organ=organ.id, many=most)

    def _own_consent(self, path: Path, organ: Organ, decision: Decision) -> Iterator[Problem]:
        for matter in decision.own_consent:
            if organ.decision_for(matter) is not decision:
                message = "This rule asks each member's own consent for {matter}, which it does not decide."
                fix = "Put it beside the rule that decides {matter}, or take it out."
                yield self._at(path, "W623", message, fix, matter=matter)

    def _circles(self) -> Iterator[Problem]:
        """Ways out of a deadlock that lead back to where they began."""
        ways = {organ.id: organ.fallback.organ for organ in self.charter.organs if organ.fallback}
        for place, organ in enumerate(self.charter.organs):
            passed, here = {organ.id}, ways.get(organ.id)
            while here is not None and here not in passed:
                passed.add(here)
                here = ways.get(here)
            if here == organ.id:
                message = "The way out of a deadlock in `{organ}` leads back to it."
                fix = "Name an organ that does not fall back on it, or write a step such as `step: mediation`."
                yield self._at(("organs", place, "fallback", "organ"), "E313", message, fix, organ=organ.id)

    def _duties(self) -> Iterator[Problem]:
        if self._decided("armed-force"):
            return
        for place, duty in enumerate(self.charter.duties):
            if duty.kind == "assist" and duty.means == "collective-only":
                message = "The duty `{duty}` demands help by common decision alone, and no organ decides {matter}."
                fix = "Add a rule for {matter} to an organ, or choose other `means`."
                path = ("duties", place, "means")
                yield self._at(path, "E314", message, fix, duty=duty.id, matter="armed-force")

    def _amendments(self) -> Iterator[Problem]:
        """Amendments of what is not there, or of a rule that counts in several ways and has no one number."""
        for id_, amendment in self.charter.amendments.items():
            for setting in amendment.sets:
                if not self._can_set(setting):
                    place = setting.place if setting.place != "decides.needed" else f"decides.{setting.matter}.needed"
                    message = "The amendment `{amendment}` sets {place}, and the charter has no such number."
                    fix = "Set what is there: a count or share of one rule, `dues`, or the `notice` of `exit`."
                    path = ("amendments", id_, "sets", place)
                    yield self._at(path, "E315", message, fix, amendment=id_, place=place)

    def _can_set(self, setting: Setting) -> bool:
        charter = self.charter
        if setting.place == "exit.notice":
            return charter.exit is not None and charter.exit.notice is not None
        if setting.place != "decides.needed":
            return charter.dues is not None
        rules = (organ.rule_for(setting.matter) for organ in charter.organs)
        first = next((rule for rule in rules if rule is not None), None)
        return isinstance(first, Leaf) and first.kind in ("count", "share")

    def _powers(self) -> Iterator[Problem]:
        """Matters that the charter names and that no organ of its own decides."""
        for path, matter in self._named():
            if not self._decided(matter):
                message = "No organ decides {matter}, so this can never be done."
                fix = "Add a rule for {matter}, or for `any`, to an organ."
                yield self._at(path, "W621", message, fix, matter=matter)

    def _named(self) -> Iterator[tuple[Path, str]]:
        charter = self.charter
        yield from ((("matters", matter), matter) for matter in charter.matters)
        for place, remedy in enumerate(charter.remedies):
            if remedy.matter is not None:
                yield ("remedies", place, "matter"), remedy.matter
        if charter.amendment is not None and charter.amendment.matter is not None:
            yield ("amendment", "matter"), charter.amendment.matter

    def _cut_texts(self, path: Path, value: Any) -> Iterator[Problem]:
        """Names and texts that end at a `#` which was meant to stand in them."""
        if isinstance(value, dict | list) and may_cut(self.document):
            for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
                yield from self._cut_texts((*path, step), inner)
        elif isinstance(value, str) and path[-1] in _PROSE:
            span = cut_at(self.document, self.document.marks(path)[1])
            if span is not None:
                yield problem("W651", self.document.name, span, CUT_TEXT, CUT_TEXT_FIX, "warning")

    def _decided(self, matter: str) -> bool:
        return any(organ.decision_for(matter) for organ in self.charter.organs) or matter == ANY

    def _at(self, path: Path, code: str, message: Msgid, fix: Msgid, **values: Value) -> Problem:
        span = self.document.span((*self.base, *path))
        severity: Severity = "warning" if code.startswith("W") else "error"
        return problem(code, self.document.name, span, message, fix, severity, **values)


_PROSE = ("name", "title", "text", "note", "wording", "duration")
"""Keys of a charter whose values people read."""


def _within(value: Any, base: Path) -> Any:
    """The value of a charter in its file."""
    for step in base:
        value = value[step]
    return value


def _enough(rule: DecisionRule, organ: Organ) -> int | None:
    """How many votes in favour are enough, whoever casts them and whatever the others do; None where none are."""
    if not isinstance(rule, Leaf) or rule.kind not in ("count", "share") or rule.needed is None:
        return None
    bound = rule.weights, rule.quorum, rule.only
    if bound != (None, None, None) or rule.veto or rule.excluded or rule.opt_out_block or rule.abstention == "blocks":
        return None
    heads = len(organ.members)
    return least(rule.needed, heads, heads)


def _fewest(rule: DecisionRule, organ: Organ) -> int:
    """So many votes in favour it takes at least: no fewer ever carry; 0 where nothing is known."""
    if isinstance(rule, Combined):
        parts = [_fewest(part, organ) for part in rule.parts]
        return min(parts) if rule.how == "any_of" else max(parts)
    heads = len(organ.members)
    by_all = rule.of == "eligible" and rule.weights is None and rule.only is None and not rule.excluded
    if rule.kind == "unanimity" and by_all:
        return heads
    whole = isinstance(rule.needed, Whole | AllBut)
    if rule.needed is None or rule.weights is not None or not (whole or by_all):
        return 0
    return least(rule.needed, heads, heads)


def _can_carry(rule: DecisionRule, seated: frozenset[str]) -> bool:
    """Whether there is a vote that carries, where nobody is in any role."""
    if isinstance(rule, Combined):
        carried = (_can_carry(part, seated) for part in rule.parts)
        return any(carried) if rule.how == "any_of" else all(carried)
    heads = (seated if rule.only is None else seated & rule.only) - rule.excluded
    if isinstance(rule.quorum, Whole) and rule.quorum.number > len(heads):
        return False
    return bool(heads) and (not isinstance(rule.needed, Whole) or rule.needed.number <= _weight(rule, heads))


def _weight(leaf: Leaf, heads: frozenset[str]) -> int:
    if leaf.weights is None or isinstance(leaf.weights, str):
        return len(heads)
    weights: Mapping[str, int] = dict(leaf.weights)
    return sum(weights.get(head, 0) for head in heads)

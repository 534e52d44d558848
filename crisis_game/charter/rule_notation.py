"""Decision rules read from plain dictionaries, with all faults listed, and written back.

One notation serves charters and the JSON Lines of `tally` and `power`. In a charter a rule may name roles, groups and
tables; elsewhere it has ids and numbers only. What may be named is said by `Vocabulary`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from crisis_game.charter.amounts import plain_threshold, read_number, read_quorum, read_share, read_weights
from crisis_game.charter.fields import Field
from crisis_game.charter.rules import (
    MORE_THAN_HALF,
    OWN_WEIGHTS,
    ROLES,
    STATES,
    Abstention,
    Base,
    Binds,
    Combined,
    DecisionRule,
    How,
    InBase,
    Kind,
    Leaf,
    Share,
    Threshold,
    Weights,
)

MOST_LEAVES = 64
DEEPEST = 6

_HOWS: tuple[How, ...] = get_args(How)
_LEAF_KEYS = frozenset(
    (
        "kind",
        "needed",
        "of",
        "weights",
        "quorum",
        "veto",
        "abstention",
        "opt_out_block",
        "excluded",
        "only",
        "excluded_in_base",
        "objections",
        "blocking_minority",
        "casting",
        "binds",
    )
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a rule may name.

    Attributes:
        ids: the members.
        groups, tables: names of the charter.
        roles: whether this is a charter, where roles may be named and who is no member is a mistake. A rule on its own
            does not know who is the victim, and who did not vote is absent.
    """

    ids: frozenset[str]
    groups: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()
    roles: bool = False

    def people(self) -> frozenset[str]:
        """All words that can stand for members, but for roles."""
        return self.ids | self.groups


@dataclass(frozen=True, slots=True)
class RuleReader:
    """Reads rules in one vocabulary."""

    words: Vocabulary

    def read(self, rule: Field, defaults: Mapping[str, Field] | None = None) -> DecisionRule | None:
        """The rule, or None with faults noted.

        Args:
            rule: the plain rule.
            defaults: fields that hold for every leaf which does not say otherwise.
        """
        before = len(rule.report.faults)
        budget = _Budget()
        read = self._rule(rule, defaults or {}, budget, DEEPEST)
        return read if len(rule.report.faults) == before else None

    def defaults(self, field: Field) -> dict[str, Field]:
        """The defaults of an organ: any keys of a leaf."""
        return field.fields(_LEAF_KEYS)

    def _rule(self, rule: Field, defaults: Mapping[str, Field], budget: _Budget, depth: int) -> DecisionRule:
        fields = rule.fields(_LEAF_KEYS | set(_HOWS))
        hows = [how for how in _HOWS if how in fields]
        own = {key: inner for key, inner in fields.items() if key not in _HOWS}
        if not hows:
            return self._leaf(rule, own, {**defaults, **own}, budget)
        if len(hows) > 1:
            rule.report.note(
                "E310",
                rule.path,
                "A rule cannot have `any_of` and `all_of` side by side: which of them comes first is not clear.",
                "Put one of them inside the other.",
            )
        return self._combined(fields[hows[0]], hows[0], {**defaults, **own}, budget, depth)

    def _combined(
        self, parts: Field, how: How, defaults: Mapping[str, Field], budget: _Budget, depth: int
    ) -> DecisionRule:
        rules = parts.items() if depth else []
        if not rules:
            parts.report.note(
                "E310",
                parts.path,
                "Under `{name}` there must be at least one rule, and rules lie at most {deepest} deep in one another.",
                "Write a list of rules, each with its `kind`.",
                name=parts.name,
                deepest=DEEPEST,
            )
        return Combined(how, tuple(self._rule(rule, defaults, budget, depth - 1) for rule in rules))

    def _leaf(
        self, rule: Field, own: Mapping[str, Field], fields: Mapping[str, Field], budget: _Budget
    ) -> DecisionRule:
        budget.spend(rule)
        if "kind" not in fields:
            rule.missing("kind")
            return Leaf("consensus")
        kind: Kind = fields["kind"].one_of(get_args(Kind))
        if fields["kind"].value != kind:
            return Leaf("consensus")
        base: Base = "voting" if kind == "share" else "eligible"
        leaf = Leaf(
            kind=kind,
            needed=self._needed(rule, kind, own, fields),
            of=fields["of"].one_of(get_args(Base)) if "of" in fields else base,
            weights=self._weights(fields["weights"]) if "weights" in fields else None,
            quorum=read_quorum(fields["quorum"]) if "quorum" in fields else None,
            veto=self._people(fields["veto"], roles=False) if "veto" in fields else frozenset(),
            abstention=_abstention(fields),
            opt_out_block=self._block(fields["opt_out_block"]) if "opt_out_block" in fields else (),
            excluded=self._people(fields["excluded"]) if "excluded" in fields else frozenset(),
            only=self._people(fields["only"]) if "only" in fields else None,
            excluded_in_base=_in_base(fields["excluded_in_base"]) if "excluded_in_base" in fields else False,
            binds=_binds(fields),
        )
        _check_one_table(rule, leaf)
        leaf = replace(leaf, casting=self._casting(own, fields, leaf))
        if kind == "count" and "blocking_minority" in own:
            return self._with_minority(leaf, own["blocking_minority"], fields)
        return self._with_objections(leaf, fields["objections"], fields) if "objections" in own else leaf

    def _with_minority(self, leaf: Leaf, field: Field, fields: Mapping[str, Field]) -> Leaf:
        """A count of heads that carries unless a minority with a share of some weight blocks, and one member more."""
        shares = self._shares(field, (OWN_WEIGHTS, *self.words.tables), fields)
        if "needed" in fields or field.value == {} or len(shares) > 1:
            field.report.note(
                "E310",
                field.path,
                "`blocking_minority` names one share of one table, and stands in place of `needed`.",
                'Under `blocking_minority`, write a line such as `population: "> 35%"`, and take `needed` away.',
            )
            return leaf
        return replace(leaf, minority=shares[0][1], weights=shares[0][0]) if shares else leaf

    def _with_objections(self, leaf: Leaf, field: Field, fields: Mapping[str, Field]) -> DecisionRule:
        """Silence that a share of objections breaks; of several shares each does."""
        shares = self._shares(field, (STATES, OWN_WEIGHTS, *self.words.tables), fields)
        if leaf.kind != "silence" or field.value == {}:
            field.report.note(
                "E310",
                field.path,
                "`objections` names the shares that break silence, beside `kind: silence` alone.",
                'Under `objections`, write a line such as `states: "1/3"`, beside `kind: silence`.',
            )
            return leaf
        parts = tuple(replace(leaf, objections=share, weights=weights) for weights, share in shares)
        return Combined("all_of", parts) if len(parts) > 1 else next(iter(parts), leaf)

    def _shares(
        self, field: Field, known: tuple[str, ...], fields: Mapping[str, Field]
    ) -> list[tuple[Weights | str | None, Share]]:
        """Shares with the weights by which each is measured: a table, the rule's own, or none, where heads count."""
        shares = field.fields(known)
        if OWN_WEIGHTS in shares and OWN_WEIGHTS not in fields:
            field.missing(OWN_WEIGHTS)
        own = self._weights(fields[OWN_WEIGHTS]) if OWN_WEIGHTS in fields else None
        named: dict[str, Weights | str | None] = {STATES: None, OWN_WEIGHTS: own}
        return [(named.get(of, of), read_share(share)) for of, share in sorted(shares.items())]

    def _casting(self, own: Mapping[str, Field], fields: Mapping[str, Field], leaf: Leaf) -> str | None:
        """Who breaks a tie; the default of an organ holds for those of its rules in which a tie can fall one short."""
        field = fields.get("casting")
        if field is None:
            return None
        if leaf.kind != "count" and leaf.needed != MORE_THAN_HALF:
            if "casting" in own:
                field.report.note(
                    "E311",
                    field.path,
                    "`casting` says nothing here: a tie can fall one short of a number or of more than half alone.",
                    'Take `casting` away, or write `kind: count`, or `kind: share` with `needed: "1/2"`.',
                    at_key=True,
                )
            return None
        if field.word() and self.words.roles and field.word() not in self.words.ids:
            field.unknown_word(self.words.ids)
        return field.word()

    def _needed(
        self, rule: Field, kind: Kind, own: Mapping[str, Field], fields: Mapping[str, Field]
    ) -> Threshold | None:
        if kind not in ("count", "share"):
            if "needed" in own:
                own["needed"].report.note(
                    "E311",
                    own["needed"].path,
                    "`needed` says nothing beside `kind: {kind}`, which counts no votes.",
                    "Take `needed` away, or write `kind: count` or `kind: share`.",
                    at_key=True,
                    kind=kind,
                )
            return None
        if "needed" not in fields:
            if kind == "share" or "blocking_minority" not in own:
                rule.missing("needed")
            return None
        return read_number(fields["needed"]) if kind == "count" else read_share(fields["needed"])

    def _weights(self, field: Field) -> Weights | str:
        if isinstance(field.value, str):
            if field.value not in self.words.tables:
                field.unknown_word(self.words.tables)
            return field.value
        return read_weights(field, self.words.ids if self.words.roles else None)

    def _people(self, field: Field, *, roles: bool = True) -> frozenset[str]:
        allowed = self.words.people() | (frozenset(ROLES) if roles and self.words.roles else frozenset())
        words = field.words()
        for entry in words:
            word = entry.word()
            stranger = not self.words.roles and isinstance(field.value, list) and word not in ROLES
            if word and word not in allowed and not stranger:
                entry.unknown_word(allowed)
        return frozenset(word.value for word in words if isinstance(word.value, str))

    def _block(self, field: Field) -> tuple[tuple[str, Share], ...]:
        known = {STATES, OWN_WEIGHTS, *self.words.tables}
        fields = field.fields(known)
        if not fields:
            field.report.note(
                "E310",
                field.path,
                "`opt_out_block` names no share, so it could never block.",
                'Write a share such as `states: "1/3"`, or take the key away.',
            )
        return tuple(sorted((of, read_share(share)) for of, share in fields.items()))


@dataclass(slots=True)
class _Budget:
    """Leaves that one rule may still have; a rule from outside must not grow without bound."""

    left: int = field(default=MOST_LEAVES)

    def spend(self, rule: Field) -> None:
        self.left -= 1
        if self.left == -1:
            rule.report.note(
                "E310",
                rule.path,
                "This rule has more than {most} parts.",
                "Write a simpler rule.",
                most=MOST_LEAVES,
            )


def plain_rule(rule: DecisionRule) -> dict[str, Any]:
    """The rule as a plain dictionary that reads back as the same rule; what goes without saying is left out."""
    if isinstance(rule, Combined):
        return {rule.how: [plain_rule(part) for part in rule.parts]}
    plain: dict[str, Any] = {"kind": rule.kind}
    if rule.needed is not None:
        plain["needed"] = plain_threshold(rule.needed)
    plain["of"] = rule.of
    if rule.weights is not None:
        plain["weights"] = rule.weights if isinstance(rule.weights, str) else dict(rule.weights)
    if rule.quorum is not None:
        plain["quorum"] = rule.quorum if isinstance(rule.quorum, str) else plain_threshold(rule.quorum)
    if rule.opt_out_block:
        plain["opt_out_block"] = {of: plain_threshold(share) for of, share in rule.opt_out_block}
    if rule.only is not None:
        plain["only"] = sorted(rule.only)
    measured = rule.weights if isinstance(rule.weights, str) else OWN_WEIGHTS
    if rule.minority is not None:
        plain["blocking_minority"] = {measured: plain_threshold(rule.minority)}
    if rule.objections is not None:
        by = STATES if rule.weights is None else measured
        plain["objections"] = {by: plain_threshold(rule.objections)}
    if rule.casting is not None:
        plain["casting"] = rule.casting
    said = {"veto": sorted(rule.veto), "excluded": sorted(rule.excluded), "excluded_in_base": rule.excluded_in_base}
    return plain | {key: value for key, value in said.items() if value} | _plain_manner(rule)


def _plain_manner(rule: Leaf) -> dict[str, Any]:
    usual = Leaf(rule.kind)
    manner = {"abstention": (rule.abstention, usual.abstention), "binds": (rule.binds, usual.binds)}
    return {key: value for key, (value, default) in manner.items() if value != default}


def _check_one_table(rule: Field, leaf: Leaf) -> None:
    """A leaf weighs by one table; opt-outs may block by another only where the votes themselves are not weighed."""
    tables = {of for of, _ in leaf.opt_out_block if of not in (STATES, OWN_WEIGHTS)}
    counted = {leaf.weights} if leaf.kind in ("count", "share") or leaf.weights is not None else set()
    if len(tables | counted) > 1 and tables:
        rule.report.note(
            "E310",
            rule.path,
            "This rule weighs votes and opt-outs by two different tables, and can use one only.",
            "Let `opt_out_block` name the table that stands under `weights`.",
        )


def _abstention(fields: Mapping[str, Field]) -> Abstention:
    return fields["abstention"].one_of(get_args(Abstention)) if "abstention" in fields else "neutral"


def _binds(fields: Mapping[str, Field]) -> Binds:
    return fields["binds"].one_of(get_args(Binds)) if "binds" in fields else "all"


def _in_base(field: Field) -> InBase:
    return "disputed" if field.value == "disputed" else field.truth()

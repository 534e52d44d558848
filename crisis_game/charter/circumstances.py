"""Who is who in the matter at hand: a charter's words put into ids, so that votes can be counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from crisis_game.charter.model import Charter
from crisis_game.charter.rules import OWN_WEIGHTS, ROLES, STATES, Combined, DecisionRule, Weights, table_of

_NOBODY: Mapping[str, frozenset[str]] = MappingProxyType({})
_NO_TABLES: Mapping[str, Weights] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Which members have which role in one matter at one moment.

    Attributes:
        roles: the members in each role of `rules.ROLES`; a role that is missing has nobody. In a motion to suspend a
            member, or an inquiry into its conduct, that member is the party to the dispute.
    """

    roles: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NOBODY)

    @classmethod
    def of(cls, roles: Mapping[str, Iterable[str]]) -> Circumstances:
        """Circumstances from any iterables.

        Raises:
            ValueError: for a role that no rule can name.
        """
        unknown = sorted(set(roles) - set(ROLES))
        if unknown:
            raise ValueError(f"no such role: {', '.join(unknown)}")
        return cls(MappingProxyType({role: frozenset(members) for role, members in roles.items()}))


ORDINARY = Circumstances()
"""Nobody is in any role."""


def resolve(
    rule: DecisionRule,
    circumstances: Circumstances = ORDINARY,
    *,
    groups: Mapping[str, frozenset[str]] = _NOBODY,
    tables: Mapping[str, Weights] = _NO_TABLES,
) -> DecisionRule:
    """The rule with ids for roles and groups, and weights for tables: ready for `tally`.

    Raises:
        KeyError: for a table that is not there; the reading of a charter does not let one pass.
    """
    if isinstance(rule, Combined):
        parts = (resolve(part, circumstances, groups=groups, tables=tables) for part in rule.parts)
        return Combined(rule.how, tuple(parts))
    roles = circumstances.roles

    def ids(words: frozenset[str]) -> frozenset[str]:
        return frozenset().union(*(members(word) for word in sorted(words))) if words else words

    def members(word: str) -> frozenset[str]:
        ids_in_role = roles.get(word) if word in ROLES else None
        alone = frozenset() if word in ROLES else frozenset((word,))
        return groups.get(word, alone) if ids_in_role is None else ids_in_role

    table = table_of(rule)
    return replace(
        rule,
        weights=rule.weights if table is None else tables[table],
        veto=ids(rule.veto),
        opt_out_block=tuple((of if of == STATES else OWN_WEIGHTS, share) for of, share in rule.opt_out_block),
        excluded=ids(rule.excluded),
        only=None if rule.only is None else ids(rule.only),
    )


def open_roles(rule: DecisionRule) -> frozenset[str]:
    """Roles of which it must be known who is in them: those whose members alone a leaf counts."""
    if isinstance(rule, Combined):
        return frozenset().union(*(open_roles(part) for part in rule.parts))
    return (rule.only or frozenset()) & frozenset(ROLES)


def rule_at(charter: Charter, organ: str, matter: str, circumstances: Circumstances = ORDINARY) -> DecisionRule | None:
    """The rule by which an organ decides a matter here and now, ready to count; None where it has no power to.

    Raises:
        KeyError: if the charter has no such organ.
    """
    rule = charter.organ(organ).rule_for(matter)
    if rule is None:
        return None
    return resolve(rule, circumstances, groups=charter.groups, tables=charter.tables)

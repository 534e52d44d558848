"""A charter as its amendments have made it: each sets one place, and changes no other rule on the way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crisis_game.charter.model import Charter, Setting
from crisis_game.charter.organs import ANY, Decision, Organ
from crisis_game.charter.rules import Leaf, Share


def amended(charter: Charter, ids: Iterable[str]) -> Charter:
    """The charter with these of its amendments, one after another.

    Raises:
        KeyError: for an amendment that it does not list.
    """
    for id_ in ids:
        for setting in charter.amendments[id_].sets:
            charter = _set(charter, setting)
    return charter


def _set(charter: Charter, setting: Setting) -> Charter:
    if setting.place == "decides.needed":
        return _with_rule(charter, setting)
    if setting.place == "dues.each_round" and charter.dues is not None and setting.weights is not None:
        return replace(charter, dues=replace(charter.dues, each_round=setting.weights))
    if setting.place == "dues.arrears_after" and charter.dues is not None:
        return replace(charter, dues=replace(charter.dues, arrears_after=setting.rounds))
    if setting.place == "exit.notice" and charter.exit is not None:
        return replace(charter, exit=replace(charter.exit, notice=setting.rounds))
    return charter


def _with_rule(charter: Charter, setting: Setting) -> Charter:
    """The charter with another threshold for one matter, in the first organ that decides it."""
    deciding = next((organ for organ in charter.organs if organ.decision_for(setting.matter)), None)
    organs = (_decided_by(organ, setting) if organ is deciding else organ for organ in charter.organs)
    return replace(charter, organs=tuple(organs))


def _decided_by(organ: Organ, setting: Setting) -> Organ:
    """The organ with a rule of its own for one matter: one that it shared with others is split first."""
    decision = organ.decision_for(setting.matter)
    if decision is None or not isinstance(decision.rule, Leaf) or setting.needed is None:
        return organ
    before = decision.rule
    rule = replace(
        before,
        kind="share" if isinstance(setting.needed, Share) else "count",
        needed=setting.needed,
        minority=None,
        weights=before.weights if before.minority is None else None,
    )
    own = tuple(matter for matter in decision.own_consent if matter == setting.matter)
    alone = replace(decision, matters=(setting.matter,), rule=rule, own_consent=own)
    others = tuple(part for old in organ.decisions for part in _without(old, decision, setting.matter))
    return replace(organ, decisions=(*others, alone))


def _without(old: Decision, changed: Decision, matter: str) -> tuple[Decision, ...]:
    """A decision without a matter that has a rule of its own now; nothing where it had no other."""
    if old is not changed or matter not in old.matters:
        return (old,)
    left = tuple(other for other in old.matters if other != matter)
    own = tuple(other for other in old.own_consent if other != matter or ANY in left)
    return (replace(old, matters=left, own_consent=own),) if left else ()

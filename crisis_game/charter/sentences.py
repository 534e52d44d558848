"""Rules and results put into sentences: what is needed, and why it came out as it did."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from crisis_game.charter.pivotal_votes import Turn
from crisis_game.charter.rules import Combined, DecisionRule, How, Leaf, Quorum, Vote, least
from crisis_game.charter.tally import Reason, TallyResult, tally
from crisis_game.texts import Msgid, Text, Value

_NOT_ADOPTED: Mapping[Reason, Msgid] = {
    "no-quorum": "Too few are present for a decision: no quorum.",
    "silence-broken": "Silence broken by {states:state}: not adopted.",
    "blocked": "Blocked by {states:state}: not adopted.",
    "shortfall": "Shortfall: {counted}.",
    "vetoed": "{counted}, but vetoed by {states:state}: not adopted.",
}
_SILENT = Text("Nobody broke silence: adopted.")
_OF_PARTS: Mapping[Reason, Msgid] = {
    **_NOT_ADOPTED,
    "silence-broken": "Silence broken by {states:state}: {counted}.",
    "blocked": "Blocked by {states:state}: {counted}.",
    "vetoed": "Vetoed by {states:state}: {counted}.",
}
"""Why a combination failed: what its parts came to is always told."""


def explain(result: TallyResult) -> Text:
    """Why a text was adopted or not, in one or two sentences; with those whom it binds, where these are not all."""
    if result.adopted:
        return _with_bound(result, _adopted(result))
    reason = _not_adopted(result)
    if result.disputed:
        return Text("{result} By the other reading of the treaty it would be adopted.", {"result": reason})
    return reason


def counted(result: TallyResult) -> Text:
    """What a vote came to and what it took; of a combination all parts, such as `5 in favour (4 needed), and ...`."""
    if not result.parts:
        figures = {"in_favour": result.in_favour, "needed": result.needed}
        return Text("{in_favour} in favour, {needed} needed", figures)
    return _joined(result.how, [_part(part) for part in result.parts])


def needed_now(rule: DecisionRule, members: Collection[str]) -> Text:
    """What it takes to adopt a text when all members vote, such as `4 of 6 in favour`.

    Args:
        rule: ready to count, see `circumstances.resolve`.
        members: everybody who belongs to the organ.
    """
    if isinstance(rule, Combined):
        return _joined(rule.how, [needed_now(part, members) for part in rule.parts])
    needed = _core(rule, members)
    present = _eligible(rule, members)
    if vetoes := sorted(rule.veto & present):
        needed = Text("{needed}, and none of {states:state} against", {"needed": needed, "states": tuple(vetoes)})
    quorum = _quorum(rule.quorum, len(members) if rule.excluded_in_base else len(present))
    return Text("{needed}, with {quorum} present", {"needed": needed, "quorum": quorum}) if quorum else needed


def needed_briefly(rule: DecisionRule, members: Collection[str]) -> Text:
    """The same in few words, each part of a combination: such as `4 of 6`, or `5 of 6, Belmare too`."""
    if isinstance(rule, Combined):
        phrase, *others = (needed_briefly(part, members) for part in rule.parts)
        for other in others:
            joined = "{first} or {second}" if rule.how == "any_of" else "{first}, {second}"
            phrase = Text(joined, {"first": phrase, "second": other})
        return phrase
    if rule.only is not None and rule.kind == "unanimity":
        return Text("{states:state} too", {"states": tuple(sorted(rule.only - rule.excluded))})
    if rule.kind in ("consensus", "silence"):
        return _core(rule, members)
    briefly = Text("{needed} of {base}", _figures(rule, members))
    if rule.casting is None:
        return briefly
    return Text("{briefly}, or a tie with {state:state}", {"briefly": briefly, "state": rule.casting})


def turning(turn: Turn, adopted: bool) -> Text:
    """One way in which a single vote would have turned a result.

    Args:
        turn: the members, and the vote of any one of them that would have.
        adopted: whether the text was adopted.
    """
    values: dict[str, Value] = {"seats": turn.seats, "vote": turn.vote}
    is_single = len(turn.seats) == 1
    if adopted and is_single:
        return Text("With {seats:state} {vote:casting}, it would have failed.", values)
    if adopted:
        return Text("With any one of {seats:state} {vote:casting}, it would have failed.", values)
    if is_single:
        return Text("With {seats:state} {vote:casting}, it would have been adopted.", values)
    return Text("With any one of {seats:state} {vote:casting}, it would have been adopted.", values)


def _adopted(result: TallyResult) -> Text:
    if result.parts:
        return Text("Adopted: {counted}.", {"counted": counted(result)})
    if result.kind == "consensus":
        return Text("Nobody against: adopted.")
    if result.kind == "silence":
        return Text("{objected}: adopted.", {"objected": _objected(result)}) if result.against else _SILENT
    if result.cast_by:
        values: dict[str, Value] = {"n": result.in_favour, "against": result.against, "state": result.cast_by}
        return Text("{n} in favour, {against} against, and the casting vote of {state:state}: adopted.", values)
    return Text("{counted}: adopted.", {"counted": counted(result)})


def _objected(result: TallyResult) -> Text:
    """How many kept silence from being whole, and how many more would have broken it."""
    breaking = result.in_favour + result.against - result.needed + 1
    return Text("{n} against, where {breaking} break silence", {"n": result.against, "breaking": breaking})


def _with_bound(result: TallyResult, result_told: Text) -> Text:
    """What was told of an adopted text, and whom it binds where that is not everybody."""
    values: dict[str, Value] = {"told": result_told, "states": result.opted_out}
    if result.binds == "those-in-favour":
        return Text("{told} It binds only those in favour.", values)
    if result.binds == "none":
        return Text("{told} It binds nobody.", values)
    return Text("{told} It does not bind {states:state}: opted out.", values) if result.opted_out else result_told


def _not_adopted(result: TallyResult) -> Text:
    if result.reason == "shortfall" and result.only and not result.parts:
        return Text("Shortfall: {states:state} must be in favour.", {"states": result.only})
    values: dict[str, Value] = {"counted": counted(result), "states": result.blocked_by}
    return Text(_OF_PARTS[result.reason] if result.parts else _NOT_ADOPTED[result.reason], values)


def _joined(how: How | None, parts: Sequence[Text]) -> Text:
    """Parts of a combination in one phrase."""
    phrase, *others = parts
    for other in others:
        joined = "{first}, or {second}" if how == "any_of" else "{first}, and {second}"
        phrase = Text(joined, {"first": phrase, "second": other})
    return phrase


def _part(result: TallyResult) -> Text:
    """One part of a combination: what it came to, and what it took."""
    if result.parts:
        return counted(result)
    if result.only and result.kind == "unanimity":
        members = {"states": result.only}
        return Text("{states:state} in favour" if result.adopted else "{states:state} not in favour", members)
    if result.kind == "consensus":
        against = {"states": result.blocked_by}
        return Text("nobody against") if result.adopted else Text("{states:state} against", against)
    if result.kind == "silence":
        breakers = {"states": result.blocked_by}
        if not result.adopted:
            return Text("silence broken by {states:state}", breakers)
        return _objected(result) if result.against else Text("nobody broke silence")
    figures = {"in_favour": result.in_favour, "needed": result.needed}
    if result.cast_by:
        figures_of_tie: dict[str, Value] = {**figures, "state": result.cast_by}
        return Text("{in_favour} in favour ({needed} needed with the casting vote of {state:state})", figures_of_tie)
    return Text("{in_favour} in favour ({needed} needed)", figures)


def _core(leaf: Leaf, members: Collection[str]) -> Text:
    if leaf.only is not None and leaf.kind == "unanimity":
        return Text("{states:state} in favour", {"states": tuple(sorted(leaf.only - leaf.excluded))})
    if leaf.kind == "consensus":
        return Text("nobody against")
    figures = _figures(leaf, members)
    if leaf.kind == "silence":
        return _silence(leaf, figures)
    if leaf.kind == "unanimity" and leaf.abstention == "blocks":
        return Text("{needed} of {base} in favour", figures)
    if leaf.kind == "unanimity":
        return Text("{needed} of {base} in favour, less those who abstain", figures)
    if leaf.casting is not None:
        values: dict[str, Value] = {"needed": _votes(leaf, figures), "state": leaf.casting}
        return Text("{needed}, or a tie with {state:state} in favour", values)
    return _votes(leaf, figures)


def _silence(leaf: Leaf, figures: Mapping[str, int]) -> Text:
    """What keeps silence: nobody, or fewer than some, against."""
    if leaf.objections is None:
        return Text("nobody breaks silence")
    breaking = {"n": figures["base"] - figures["needed"] + 1, "base": figures["base"]}
    if leaf.weights is not None:
        return Text("fewer than {n} of {base} by weight against", breaking)
    return Text("fewer than {n} of {base} against", breaking)


def _votes(leaf: Leaf, figures: Mapping[str, int]) -> Text:
    """The votes in favour that a count or a share takes."""
    if leaf.weights is not None and leaf.by_weight:
        return Text("{needed} of {base} by weight in favour", figures)
    if leaf.of == "eligible" or leaf.kind == "count":
        return Text("{needed} of {base} in favour", figures)
    return Text("{needed} of {base} in favour if all vote", figures)


def _figures(leaf: Leaf, members: Collection[str]) -> dict[str, int]:
    """What is needed, by the stricter reading, and of how much, when all are present and vote."""
    all_in_favour: dict[str, Vote] = dict.fromkeys(members, "yes")
    strict = replace(leaf, excluded_in_base=leaf.excluded_in_base is not False)
    result = tally(strict, all_in_favour)
    return {"needed": result.needed, "base": result.in_favour}


def _eligible(leaf: Leaf, members: Collection[str]) -> frozenset[str]:
    return (frozenset(members) if leaf.only is None else leaf.only) - leaf.excluded


def _quorum(quorum: Quorum | None, base: int) -> int | None:
    return None if quorum is None or quorum == "as-needed" else least(quorum, base, base)

"""How an organ decides, for paper: what each matter takes in words, and what that comes to among its members."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from crisis_game.charter.circumstances import Circumstances, open_roles, resolve
from crisis_game.charter.model import Charter
from crisis_game.charter.organs import Decision, Organ
from crisis_game.charter.rules import Base, Combined, DecisionRule, Leaf, leaves
from crisis_game.charter.sentences import needed_now
from crisis_game.charter.worked_counts import counts_heads, least_against, least_in_favour
from crisis_game.pages.parts import Part, Table, item, line, quiet, run
from crisis_game.texts import Text

_IN_ROLE: Mapping[str, Text] = {
    "aggressor": Text("the aggressor in favour"),
    "disputants": Text("both sides of the dispute in favour"),
    "host": Text("the member on whose land it is in favour"),
    "in-arrears": Text("the members in arrears in favour"),
    "party-to-dispute": Text("the party to the dispute in favour"),
    "suspended": Text("the suspended members in favour"),
    "victim": Text("the member that was struck in favour"),
}
"""Whose own vote it takes, by role; who that is, only the crisis shows."""

_COUNTED_OF: Mapping[Base, Text] = {
    "eligible": Text("Counted of all members: who abstains or stays away is no help to a text."),
    "present": Text("Counted of those who are present: an abstention is no help to a text."),
    "voting": Text("Counted of those who vote yes or no: an abstention drops out of the count."),
}
NO_NUMBER = Text("cannot carry")


def organ_parts(charter: Charter, organ: Organ) -> Iterator[Part]:
    """Who sits in it, what each of its matters takes, and how that is counted."""
    yield line(run("Members: {seats:state}.", seats=organ.members))
    if organ.ballot == "open":
        yield quiet("Votes can be seen as they are cast.")
    else:
        yield quiet("Votes are sealed and opened together.")
    if organ.note is not None:
        yield line(organ.note)
    yield Table(
        (Text("On"), Text("In favour, if all vote"), Text("One abstains"), Text("One is away"), Text("Stops it")),
        tuple(_row(charter, organ, decision) for decision in organ.decisions),
    )
    for decision in organ.decisions:
        yield item(
            run("{matters:matter}: ", "strong", matters=decision.matters),
            run("{needed}.", needed=needed(charter, organ, decision)),
            *(run(" {words}", words=words) for words in _notes(charter, organ, decision)),
        )
    yield quiet("Nobody has a veto but where it says so.")
    if not all(counts_heads(_ready(charter, organ, decision)) for decision in organ.decisions):
        yield quiet("What goes by weight is counted by crisis-game tally.")


def needed(charter: Charter, organ: Organ, decision: Decision) -> Text:
    """What a decision takes among these members, such as `4 of 6 in favour`."""
    return _needed(decision.rule, _ready(charter, organ, decision), organ.members)


def _needed(written: DecisionRule, ready: DecisionRule, members: Collection[str]) -> Text:
    if isinstance(written, Combined) and isinstance(ready, Combined):
        phrase, *others = map(_needed, written.parts, ready.parts, (members for _ in written.parts))
        for other in others:
            joined = "{first}, or {second}" if written.how == "any_of" else "{first}, and {second}"
            phrase = Text(joined, {"first": phrase, "second": other})
        return phrase
    roles = sorted(open_roles(written))
    return _IN_ROLE[roles[0]] if roles else needed_now(ready, members)


def _ready(charter: Charter, organ: Organ, decision: Decision) -> DecisionRule:
    """The rule with ids; whoever has a say by role is taken to be the first member, so that it can be counted."""
    first = Circumstances.of(dict.fromkeys(open_roles(decision.rule), organ.members[:1]))
    return resolve(decision.rule, first, groups=charter.groups, tables=charter.tables)


def _row(charter: Charter, organ: Organ, decision: Decision) -> tuple[Text, ...]:
    rule = _ready(charter, organ, decision)
    name = Text("{matters:matter}", {"matters": decision.matters})
    if decision.article:
        name = Text("{name} (Article {n})", {"name": name, "n": decision.article})
    if not counts_heads(rule):
        by_weight = Text("by weight")
        return (name, by_weight, by_weight, by_weight, by_weight)
    members = organ.members
    return (
        name,
        _carried(least_in_favour(rule, members), len(members)),
        _carried(least_in_favour(rule, members, abstaining=1), len(members) - 1),
        _carried(least_in_favour(rule, members, absent=1), len(members) - 1),
        _stopped(rule, members),
    )


def _carried(number: int | None, voting: int) -> Text:
    return NO_NUMBER if number is None else Text("{n} of {voting}", {"n": number, "voting": voting})


def _stopped(rule: DecisionRule, members: Collection[str]) -> Text:
    against = Text("{n} against", {"n": least_against(rule, members)})
    vetoes = _vetoes(rule)
    return Text("{against}, or one of {seats:state}", {"against": against, "seats": vetoes}) if vetoes else against


def _vetoes(rule: DecisionRule) -> tuple[str, ...]:
    return tuple(sorted(frozenset[str]().union(*(leaf.veto for leaf in leaves(rule)))))


def _notes(charter: Charter, organ: Organ, decision: Decision) -> Iterator[Text]:
    """What beside the number counts."""
    rule = _ready(charter, organ, decision)
    yield from _abstaining(leaves(rule)[0])
    yield from _stopping(rule, decision, organ)
    yield from _binding(decision.rule, rule, organ.members)
    if decision.own_consent:
        yield Text("Nobody's forces are used without its own consent.")
    if decision.opt_outs:
        yield Text("A member may stand aside without being bound.")


def _abstaining(leaf: Leaf) -> Iterator[Text]:
    if leaf.kind == "share":
        yield _COUNTED_OF[leaf.of]
    if leaf.kind == "count":
        yield Text("A fixed number: who abstains or stays away is no help to a text.")
    if leaf.abstention == "blocks":
        yield Text("An abstention stops it too.")
    if leaf.abstention == "counts-against":
        yield Text("An abstention counts against it.")


def _binding(written: DecisionRule, ready: DecisionRule, members: Collection[str]) -> Iterator[Text]:
    """Whom it binds where that is not everybody; of several ways to a decision, each that binds fewer."""
    if all(leaf.binds == "those-in-favour" for leaf in leaves(ready)):
        yield Text("It binds those in favour alone.")
    elif isinstance(written, Combined) and isinstance(ready, Combined) and ready.how == "any_of":
        for part, counted in zip(written.parts, ready.parts, strict=True):
            if all(leaf.binds == "those-in-favour" for leaf in leaves(counted)):
                way = _needed(part, counted, members)
                yield Text("Carried by {needed}, it binds those in favour alone.", {"needed": way})


def _stopping(rule: DecisionRule, decision: Decision, organ: Organ) -> Iterator[Text]:
    if vetoes := _vetoes(rule):
        yield Text("Veto: a vote against by any of {seats:state} stops it, whatever the number.", {"seats": vetoes})
    elif open_roles(decision.rule):
        yield Text("Whoever that is can stop it alone.")
    elif counts_heads(rule) and least_against(rule, organ.members) == 1:
        yield Text("Every member can stop it.")


def _stands_aside(organ: Organ) -> bool:
    """Whether a ballot has a fourth box, for a member that lets a text pass without being bound."""
    return any(decision.opt_outs for decision in organ.decisions)


def votes_on(organ: Organ) -> Text:
    """What a member can answer when a text is put, as boxes to tick."""
    if _stands_aside(organ):
        return Text("☐ yes     ☐ no     ☐ abstain     ☐ stand aside")
    return Text("☐ yes     ☐ no     ☐ abstain")


def counting_lines(charter: Charter, organ: Organ) -> Iterator[Part]:
    """What each matter takes, in a line each."""
    for decision in organ.decisions:
        takes = needed(charter, organ, decision)
        yield item(run("{matters:matter}: {needed}.", matters=decision.matters, needed=takes), mark="▪")

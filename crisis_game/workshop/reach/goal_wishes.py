"""What members would have to do for a goal, read off its condition: what to put on the table, to do, how to vote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from crisis_game.conditions.satisfiability import TURNED
from crisis_game.conditions.syntax_tree import Call, Comparison, Name, Node, Number
from crisis_game.engine.act import Act
from crisis_game.engine.acts.accountability import ReportToCouncil
from crisis_game.engine.acts.alarm import DeclareAttacked, InvokeArticle, RequestConsultation, RequestHelp
from crisis_game.engine.acts.consent import SetConsent
from crisis_game.engine.acts.declarations import DeclareRedLine
from crisis_game.engine.acts.knowledge import AskVerification, ShareEvidence
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.settlement import AskHearing, ReferToCouncil
from crisis_game.engine.chance import Stream
from crisis_game.engine.escalation import heat
from crisis_game.scenario.model import Effect, Scenario
from crisis_game.scenario.reachability import chains_to
from crisis_game.workshop.reach.condition_distance import leaves
from crisis_game.workshop.reach.goals import Goal

COOLING = frozenset({"grip", "level", "pain", "participation"})
"""What presence and force move: grip and the level down, pressure up."""


@dataclass(slots=True)
class Wishes:
    """What members are to do for a goal.

    Attributes:
        measures, clauses, motions: to be put on the table and adopted; measures also to be taken alone by `alone`.
        shunned: measures, clauses and motions that are not to be adopted.
        acts: commands to give as soon as they are possible, with the seat where only one can.
        left_out: commands that nobody is to give; one without fields stands for all of its kind.
        nays: whether texts are voted down; quiet: whether texts that accuse are.
    """

    measures: list[str] = field(default_factory=list)
    clauses: list[str] = field(default_factory=list)
    motions: list[str] = field(default_factory=list)
    alone: set[str] = field(default_factory=set)
    shunned: set[str] = field(default_factory=set)
    acts: list[tuple[str | None, Act]] = field(default_factory=list)
    left_out: list[Act | type] = field(default_factory=list)
    nays: bool = False
    quiet: bool = False


def wishes_for(scenario: Scenario, goal: Goal, stream: Stream) -> Wishes:
    """What members are to do for a goal; for what has no condition, measures drawn by lot."""
    wishes = Wishes()
    tree = condition_of(scenario, goal)
    if goal.kind == "package":
        wishes.measures += [line.measure for line in scenario.packages[goal.id].draft.lines]
    elif goal.kind == "measure":
        wishes.measures.append(goal.id)
    elif goal.kind == "clause":
        wishes.clauses.append(goal.id)
    if goal.kind == "answer":
        wishes.acts.append((None, AnswerInject(*goal.id.split("."))))
    if tree is not None:
        _lean_all(scenario, wishes, tree, wanted=True, stream=stream)
    if goal.kind == "rule" or stream.chance(30):
        wishes.measures.append(stream.pick(scenario.played))
        wishes.alone.update({stream.pick(scenario.members)} if stream.chance(50) else ())
    return wishes


def condition_of(scenario: Scenario, goal: Goal) -> Node | None:
    """The condition on which a goal comes to pass; None where it has none."""
    if goal.kind == "inject":
        return _condition_of_inject(scenario, goal.id)
    if goal.kind == "answer":
        return _condition_of_inject(scenario, goal.id.partition(".")[0])
    if goal.kind == "reaction":
        return scenario.reactions[goal.id].when.tree
    if goal.kind == "milestone":
        return scenario.milestones[goal.id].when.tree
    if goal.kind == "ending":
        return next(ending for ending in scenario.endings if ending.id == goal.id).when.tree
    return None


def _condition_of_inject(scenario: Scenario, id_: str) -> Node | None:
    """The condition on which an inject arrives: its own, or that of the first entry by which another brings it."""
    inject = scenario.injects[id_]
    links = () if inject.comes_of_itself else chains_to(scenario).get(id_, ())
    when = inject.when or next((link.chain.when for link in links if link.chain.when is not None), None)
    return when.tree if when is not None else None


def _lean_all(scenario: Scenario, wishes: Wishes, tree: Node, *, wanted: bool, stream: Stream) -> None:
    """What every part of a condition asks for; for a milestone what its own condition does."""
    for leaf, holding in leaves(tree, wanted):
        milestone = _milestone(leaf)
        if milestone:
            _lean_all(scenario, wishes, scenario.milestones[milestone].when.tree, wanted=holding, stream=stream)
        else:
            _lean(scenario, wishes, leaf, wanted=holding, stream=stream)


def _milestone(leaf: Name | Call | Comparison) -> str:
    """The milestone that a part of a condition asks for; empty for anything else."""
    sides = (leaf.left, leaf.right) if isinstance(leaf, Comparison) else (leaf,)
    asked = (side for side in sides if isinstance(side, Call) and side.function in ("is", "since"))
    return next((call.arguments[0].value for call in asked), "")


def _lean(scenario: Scenario, wishes: Wishes, leaf: Name | Call | Comparison, *, wanted: bool, stream: Stream) -> None:
    if isinstance(leaf, Comparison):
        _lean_by_number(scenario, wishes, leaf, wanted=wanted, stream=stream)
    elif isinstance(leaf, Call):
        _lean_by_call(scenario, wishes, leaf, wanted=wanted)
    elif wanted:
        _lean_by_name(scenario, wishes, leaf.name, stream)
    elif leaf.name == "accused":
        wishes.left_out += [ReportToCouncil, DeclareAttacked, InvokeArticle]
        wishes.quiet = True


def _lean_by_number(scenario: Scenario, wishes: Wishes, leaf: Comparison, *, wanted: bool, stream: Stream) -> None:
    """More of a number, or less of it, as far as some measure or vote moves it."""
    turned = isinstance(leaf.left, Number)
    side = leaf.right if turned else leaf.left
    if isinstance(side, Call):
        _lean_by_call(scenario, wishes, side, wanted=wanted)
        return
    if not isinstance(side, Name):
        return
    up = ((TURNED[leaf.sign] if turned else leaf.sign) in (">", ">=", "==")) is wanted
    if side.name in ("escalation", "harm", "own_harm", "unlawful_acts", "defects"):
        wishes.measures += _hottest(scenario)[:3] if up else []
        wishes.alone.update(scenario.members if up and stream.chance(60) else ())
    elif side.name in COOLING and up is (side.name in ("pain", "participation")):
        wishes.measures += _present(scenario)[:2]
        wishes.clauses += [clause for clause in ("off-ramp",) if clause in scenario.clauses]
    elif side.name in (("grip", "level", "deadlocks") if up else ("cohesion", "standing")):
        wishes.nays = True
    elif side.name in scenario.gauges:
        wishes.measures += _moving(scenario, side.name, 1 if up else -1)[:2]


def _hottest(scenario: Scenario) -> list[str]:
    return sorted(scenario.played, key=lambda measure: (-heat(scenario.measures[measure]), measure))


def _moving(scenario: Scenario, gauge: str, sign: int) -> list[str]:
    """The measures that raise a gauge, or lower it where `sign` is -1, the strongest first."""
    by = {measure: sign * scenario.measures[measure].moves.get(gauge, 0) for measure in scenario.played}
    return sorted((measure for measure in by if by[measure] > 0), key=lambda measure: (-by[measure], measure))


def _present(scenario: Scenario) -> list[str]:
    kinds = ("presence", "force", "economic")
    return sorted(scenario.played, key=lambda measure: (scenario.measures[measure].kind not in kinds, measure))


_OF_MEASURE = frozenset({"adopted", "in_force", "rounds_in_force", "delivers"})


def _lean_by_call(scenario: Scenario, wishes: Wishes, leaf: Call, *, wanted: bool) -> None:
    words = [word.value for word in leaf.arguments]
    if leaf.function in _OF_MEASURE:
        _lean_by_measure(scenario, wishes, words[-1], wanted=wanted)
    elif leaf.function == "clause_adopted":
        wishes.clauses += words if wanted else []
    elif leaf.function == "answered":
        answer = AnswerInject(words[0], words[1])
        wishes.acts += [(words[2] if len(words) > 2 else None, answer)] if wanted else []
        wishes.left_out += [] if wanted else [answer]
    elif leaf.function in ("alone", "answered_ally") and wanted:
        wishes.alone.update(words if leaf.function == "alone" else scenario.members)
        wishes.measures += _hottest(scenario)
    elif wanted:
        wishes.acts += _acts(scenario, leaf.function, words[0])
    else:
        wishes.left_out += [command for _, command in _acts(scenario, leaf.function, words[0])]
        wishes.shunned.update({"hearing"} if leaf.function == "heard" else ())


def _lean_by_measure(scenario: Scenario, wishes: Wishes, word: str, *, wanted: bool) -> None:
    package = scenario.packages.get(word)
    measures = [line.measure for line in package.draft.lines] if package else [word]
    if not wanted:
        wishes.shunned.update(measures)
    elif word in scenario.measures or package:
        wishes.measures += measures
    else:
        wishes.motions.append(word)


def _lean_by_name(scenario: Scenario, wishes: Wishes, name: str, stream: Stream) -> None:
    claims = [id_ for id_, claim in scenario.claims.items() if claim.accuses]
    if name in ("offer_open", "settled"):
        wishes.clauses.append("off-ramp")
        wishes.motions += ["settlement"] if name == "settled" else []
        wishes.measures += [measure for measure in ("mediation",) if measure in scenario.played]
    elif name == "mandate":
        wishes.acts += [(None, AskVerification(claim)) for claim in claims]
        wishes.acts += [(None, AskHearing(neighbour)) for neighbour in scenario.petitioners]
        wishes.acts.append((None, ReferToCouncil("mandate")))
        wishes.clauses += [
            clause for clause in ("hearing", "off-ramp", "inquiry", "exemptions") if clause in scenario.clauses
        ]
    elif name == "consulted":
        wishes.acts.append((None, RequestConsultation()))
    elif name in ("reported", "accused") and claims:
        wishes.acts.append((None, ReportToCouncil(stream.pick(claims), "probable")))
    elif name == "force_by_members":
        wishes.measures += [
            measure for measure in scenario.played if scenario.measures[measure].use_of_force == "armed"
        ]
        wishes.alone.update(scenario.members)
    elif name in ("covered_force", "uncovered_force"):
        wishes.measures += [measure for measure in scenario.played if scenario.measures[measure].uses_force]
        wishes.alone.update(scenario.members if name == "uncovered_force" else ())
    elif name == "force_by_adversary":
        wishes.nays = stream.chance(50)
        wishes.measures += [] if wishes.nays else _hottest(scenario)[:3]


def _acts(scenario: Scenario, function: str, word: str) -> Iterator[tuple[str | None, Act]]:
    """The commands that make a function of one word hold."""
    if function == "declared_attacked":
        yield from ((word, DeclareAttacked(id_)) for id_ in scenario.incidents)
    simple: Mapping[str, tuple[str | None, Act]] = {
        "requested_help": (word, RequestHelp()),
        "shared": (None, ShareEvidence(word)),
        "verified": (None, AskVerification(word)),
        "evidence": (None, AskVerification(word)),
        "heard": (None, AskHearing(word)),
        "red_line_declared": (word, DeclareRedLine()),
    }
    if function in simple:
        yield simple[function]
    elif function == "base_open":
        yield from _bringing(scenario, word, ("given", "limited"))
    elif function == "base_withdrawn":
        yield from _bringing(scenario, word, ("withdrawn",))


def _bringing(
    scenario: Scenario, consent: str, levels: tuple[Literal["given", "limited", "withdrawn"], ...]
) -> Iterator[tuple[str | None, Act]]:
    """The commands that bring a consent to one of these levels: its giver's own, or those whose effects do."""

    def moves(effects: Iterable[Effect]) -> bool:
        return any(
            (effect.kind, effect.subject) == ("consent", consent) and effect.level in levels for effect in effects
        )

    if scenario.consents[consent].giver in scenario.members:
        yield None, SetConsent(consent, levels[0])
    for state, neighbour in scenario.petitioners.items():
        if moves((*neighbour.gives, *neighbour.refused)):
            yield None, AskHearing(state)
    for inject in scenario.injects.values():
        for reply in inject.asks.choices if inject.asks is not None else ():
            if moves(reply.effects):
                yield None, AnswerInject(inject.id, reply.id)

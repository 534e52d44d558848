"""Sense of facts that depend on the world: how each becomes known, what excludes what, what contradicts in law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from crisis_game.conditions.could_hold import asked
from crisis_game.conditions.satisfiability import Known, Outlook, call, narrow
from crisis_game.conditions.syntax_tree import Node
from crisis_game.documents import Path
from crisis_game.law.coherence import inconsistent
from crisis_game.scenario.defaults import TRUTHS
from crisis_game.scenario.fact_rows import Fact, FactRow, rows_of
from crisis_game.scenario.hidden_leaves import HiddenLeaves, hidden_leaves
from crisis_game.scenario.reading.sense import Sense
from crisis_game.scenario.standard_gauges import GAUGES

Owner: TypeAlias = Literal["measure", "step", "incident", "consent"]
READ_BY_RULES: Mapping[Owner, frozenset[str]] = {
    "measure": frozenset({"use_of_force", "call_made"}),
    "step": frozenset({"use_of_force"}),
    "incident": frozenset(),
    "consent": frozenset(),
}
"""Facts that rules of the game read beside the judge, for all seats alike: they cannot hang on a condition."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The facts of one measure, step, incident or consent: where they stand, and what is said beside them."""

    owner: Owner
    path: Path
    facts: Mapping[str, Fact]
    beside: Mapping[str, Fact]


def check_facts(sense: Sense) -> None:
    """Each row becomes known in some way, and says what can be read; no facts of one act exclude each other."""
    hidden, drawn = hidden_in(sense), _drawn(sense)
    for table in _tables(sense):
        _check_together(sense, table.path, {**table.beside, **table.facts})
        for place, row in _placed(sense, table):
            path = (*table.path, place)
            _check_knowing(sense, path, row, hidden)
            _check_unsure(sense, path, row)
            _check_read_by_rules(sense, path, row, table.owner)
            _check_possible(sense, path, row, drawn)
            for facts in (row.facts, {**row.facts, **row.unsure}) if row.unsure else (row.facts,):
                _check_together(sense, path, {**table.beside, **table.facts, **facts})


def _tables(sense: Sense) -> Iterator[_Table]:
    for place, entry in enumerate(sense.file.measures):
        measure = sense.measures.get(entry.values["id"])
        if "facts" in entry.values and measure is not None:
            beside = {"response_kind": measure.response_kind, "use_of_force": measure.use_of_force}
            yield _Table("measure", ("measures", place, "facts"), entry.values["facts"], beside)
    for id_, actor in sense.file.actors.items():
        for step in actor.steps:
            yield _Table("step", ("actors", id_, "steps", step.id, "facts"), step.facts, {})
    for id_, incident in sense.file.incidents.items():
        yield _Table("incident", ("incidents", id_, "facts"), incident.facts, {})
    for id_, consent in sense.file.consents.items():
        yield _Table("consent", ("consents", id_, "facts"), consent.facts, {})
        yield _Table("consent", ("consents", id_, "without"), consent.without, {})


def _placed(sense: Sense, table: _Table) -> Iterator[tuple[int, FactRow]]:
    """The rows with their places in the file, where those that always hold come first."""
    rows, written = rows_of(table.facts), sense.complaints.merged.at(table.path)
    first = len(written) - len(rows) if isinstance(written, list) else 0
    return ((first + place, row) for place, row in enumerate(rows))


# How it becomes known -------------------------------------------------------------------------------------------------


def hidden_in(sense: Sense) -> HiddenLeaves:
    """What conditions of a scenario ask that not everybody can read."""
    standard = {id_: gauge.seen for id_, gauge in GAUGES.items()}
    gauges = {id_: gauge.values.get("seen", standard.get(id_, "all")) for id_, gauge in sense.file.gauges.items()}
    private = (id_ for id_, inject in sense.file.injects.items() if inject.to or inject.home_of)
    return hidden_leaves(gauges, private, sense.file.milestones)


def _check_knowing(sense: Sense, path: Path, row: FactRow, hidden: HiddenLeaves) -> None:
    leaves = [leaf for leaf in asked(row.when.tree) if hidden.hides(leaf)] if row.when is not None else []
    if row.known_by is None and leaves:
        message = "This hangs on what is hidden, `{word}`, and nothing says how it becomes known."
        fix = "Add `known_by:` with the claim that says it, and `unsure:` for what counts while that is suspected."
        leaf = leaves[0]
        place = sense.complaints.merged.place_within((*path, "when"), leaf.start, leaf.end)
        words = sense.complaints.merged.at((*path, "when"))
        word = words[leaf.start : leaf.end] if isinstance(words, str) else ""
        sense.complaints.tell(place, "E356", message, fix, {"word": word})
    elif row.known_by is not None and not leaves:
        message = "Everybody can follow when this row holds, so it needs no claim to be known by."
        sense.error((*path, "known_by"), "W608", message, "Delete it, or ask for what is hidden, such as truth().")


def _check_unsure(sense: Sense, path: Path, row: FactRow) -> None:
    if row.unsure and row.known_by is None:
        message = "Without a claim in `known_by` nothing can be unsure here."
        sense.error((*path, "unsure"), "W608", message, "Add `known_by:`, or delete it.")
    for name, value in row.unsure.items():
        if name not in row.facts:
            message = "`{word}` is no fact of this row, so it cannot be unsure in it."
            fix = "Write one of these: {known}; or add it to the row."
            known = tuple(row.facts) or ("-",)
            sense.error((*path, "unsure", name), "E357", message, fix, word=name, known=known)
        elif value == row.facts[name]:
            message = "`{word}` is as sure here as where it is known."
            fix = "Write what counts while it is only suspected, such as `disputed`, or delete it."
            sense.error((*path, "unsure", name), "E357", message, fix, word=name)


def _check_read_by_rules(sense: Sense, path: Path, row: FactRow, owner: Owner) -> None:
    for name in row.facts:
        if name in READ_BY_RULES[owner]:
            message = "`{word}` is read by rules of the game for all seats alike, so it cannot hang on a condition."
            fix = "Write it in a row without `when`, above the others."
            sense.error_at_key((*path, name), "E357", message, fix, word=name)


# What can be ----------------------------------------------------------------------------------------------------------


def _drawn(sense: Sense) -> Outlook:
    """What the seed may draw, and nothing else known."""
    truths = tuple(call("truth", id_) for id_ in sense.file.truths or TRUTHS)
    minds = [tuple(call("temperament", id_) for id_ in actor.temperaments) for actor in sense.file.actors.values()]
    draws = [tuple(call("drawn", id_, value) for value, _ in draw.values) for id_, draw in sense.file.draws.items()]
    choices = tuple(group for group in (truths, *minds, *draws) if group)
    return Outlook({name: Known(0, 1) for group in choices for name in group}, choices)


def _check_possible(sense: Sense, path: Path, row: FactRow, drawn: Outlook) -> None:
    if row.when is None:
        return
    left = narrow(row.when.tree, drawn, (*path, "when"))
    if isinstance(left, tuple):
        message = "These facts never hold: no draw of the seed fits their condition."
        sense.error((*path, "when"), "W607", message, "Change the condition, or delete the row.")
        return
    claim = sense.file.claims.get(row.known_by or "")
    if claim is not None and _excludes(claim.holds.tree, left):
        message = "Where this row holds the claim `{word}` is never true, so what is known by it is something else."
        fix = "Name the claim that says what this row says."
        sense.error((*path, "known_by"), "E358", message, fix, word=row.known_by or "")


def _excludes(holds: Node, left: Outlook) -> bool:
    return isinstance(narrow(holds, left, ()), tuple)


def _check_together(sense: Sense, path: Path, facts: Mapping[str, Fact]) -> None:
    """Facts that exclude each other in law are told; the less favourable would count."""
    for first, second in inconsistent(facts):
        message = "`{first}` and `{second}` cannot both be so of one act; the judge takes the less favourable."
        fix = "Change one of them."
        sense.error(path, "W628", message, fix, first=_worded(first, facts), second=_worded(second, facts))


def _worded(name: str, facts: Mapping[str, Fact]) -> str:
    value = facts[name]
    return f"{name}: {str(value).lower() if isinstance(value, bool) else value}"

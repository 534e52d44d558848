"""What the rules of the game make of the members' conduct: rows of the standard gauges, each a number and a count.

GAME section 3 as a table. A row counts as often as what it counts happens in a round, or once in a game; numbers stand
in `scenario.numbers`, sentences in `reason_codes`. A gauge that a scenario leaves out has no rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from crisis_game.engine import ally_acts, force_cover, round_counts
from crisis_game.engine.effects import in_use
from crisis_game.engine.gauges import once, term
from crisis_game.engine.reason_codes import Code, CodedValue
from crisis_game.engine.state import Term
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.way_back import open_offer
from crisis_game.scenario.ids import GaugeId
from crisis_game.scenario.numbers import Numbers
from crisis_game.scenario.standard_gauges import COHESION, STANDING

Counted: TypeAlias = Iterable[Mapping[str, CodedValue]]
"""What was counted: the values of the reason of each time; with `n` a number of times at once."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        gauge: which it moves.
        amount: by how much each time.
        why: the reason that is told.
        count: what is counted.
        mark: of what counts once in a game; empty for what counts each time.
    """

    gauge: GaugeId
    amount: Callable[[Numbers], int]
    why: Code
    count: Callable[[Working], Counted]
    mark: str = ""


def row_terms(working: Working, gauge: GaugeId) -> Iterator[Term]:
    """The terms of a gauge by the rows of this round."""
    for row in ROWS:
        if row.gauge == gauge:
            for values in row.count(working):
                if not row.mark or once(working, row.mark):
                    at_once = values.get("n")
                    times = at_once if isinstance(at_once, int) else 1
                    yield term(times * row.amount(working.scenario.numbers), row.why, **values)


# What is counted ------------------------------------------------------------------------------------------------------


def _if(holds: object) -> Counted:
    return [{}] if holds else []


def _best(result: str) -> Callable[[Working], Counted]:
    """Whether this is the best result of this round's vote; nothing where no text was put."""

    def count(working: Working) -> Counted:
        council = working.state.council
        return _if(council.sheet and council.best == result)

    return count


def _unmet(working: Working) -> Counted:
    return [{"n": round_counts.pledges_unmet(working.state)}]


def _alone(working: Working) -> Counted:
    alone = round_counts.begun_alone(working.scenario, working.state, working.state.table.round)
    return [{"seat": begun.author} for begun in alone]


def _endorsed(working: Working) -> Counted:
    """What members had begun alone in the round before and a text of this round took over."""
    round_, texts = working.state.table.round, working.state.council.texts
    endorsed = [
        (active.measure, active.target)
        for active in working.state.measures.values()
        if active.authority is not None and active.endorsed and texts[active.authority].adopted_round == round_
    ]
    alone = round_counts.begun_alone(working.scenario, working.state, round_ - 1)
    return [{"seat": begun.author} for begun in alone if (begun.measure, begun.target) in endorsed]


def _outvoted(working: Working) -> Counted:
    return [{"seat": seat} for seat in round_counts.outvoted(working.state)]


def _emergency(working: Working) -> Counted:
    return _if(working.state.table.emergency)


def _uncovered(working: Working) -> Counted:
    """Force that goes on uncovered after the round in which it began, once however many measures it is."""
    round_ = working.state.table.round
    forces = force_cover.uncovered(working.scenario, working.state)
    going_on = tuple(dict.fromkeys(force.measure for force in forces if force.goes_on and force.began < round_))
    return [{"measures": going_on}] if going_on else []


def _unanswered(working: Working) -> Counted:
    """What members do alone while most others say nothing of it, once however much it is."""
    silent = ally_acts.met_with_silence(working.scenario, working.state)
    actors = tuple(dict.fromkeys(act.actor for act in silent))
    return [{"seats": actors}] if actors else []


def _heard(working: Working) -> Counted:
    """Neighbours that were heard and that a text in force answers, each once in a game."""
    answered = round_counts.answered_neighbours(working.scenario, working.state)
    return [{"state": state} for state in answered if once(working, f"heard:{state}")]


def _way_back(working: Working) -> Counted:
    return _if(_presses(working) and open_offer(working.scenario, working.state))


def _presses(working: Working) -> bool:
    """Whether a measure runs that presses the other side: an offer beside words and help alone is no restraint."""
    measures = working.scenario.measures
    return any(measures[active.measure].kind not in ("words", "help") for active in in_use(working))


def _exempts(working: Working) -> Counted:
    """Whether a measure that can spare food and medicine runs under a text that has it do so."""
    measures, texts = working.scenario.measures, working.state.council.texts
    return _if(
        any(
            texts[active.authority].draft.switch("exemptions")
            for active in in_use(working)
            if active.authority is not None and measures[active.measure].exempts
        )
    )


def _inquires(working: Working) -> Counted:
    """Whether the members look into their own conduct, by a clause beside measures or at a member's request."""
    texts = working.state.council.texts.values()
    clause = any(text.draft.switch("inquiry") for text in texts if text.status == "adopted")
    return _if((clause and _presses(working)) or "own-harm" in working.state.commitments.inquiries)


def _unreported(working: Working) -> Counted:
    """Whether force was begun in this round without a report: under a text by anybody, alone by its author."""
    measures, round_ = working.scenario.measures, working.state.table.round
    reporters = {seat for when, seat, *_ in working.state.commitments.reports if when == round_}
    began = [active for active in in_use(working) if active.began == round_]
    force = [active for active in began if measures[active.measure].uses_force]
    return _if(any(active.author not in reporters if active.authority is None else not reporters for active in force))


ROWS: tuple[Row, ...] = (
    Row(COHESION, lambda numbers: numbers.cohesion_unanimous, Code.ADOPTED_WITHOUT_NO, _best("without-a-no")),
    Row(COHESION, lambda numbers: numbers.cohesion_adopted, Code.ADOPTED, _best("adopted")),
    Row(COHESION, lambda numbers: numbers.cohesion_failed, Code.NONE_ADOPTED, _best("failed")),
    Row(COHESION, lambda numbers: numbers.cohesion_unmet, Code.DUE_UNMET, _unmet),
    Row(COHESION, lambda numbers: numbers.cohesion_alone, Code.ALONE_UNANNOUNCED, _alone),
    Row(COHESION, lambda numbers: -numbers.cohesion_alone // 2, Code.ALONE_ENDORSED, _endorsed),
    Row(COHESION, lambda numbers: numbers.cohesion_red_line, Code.OUTVOTED, _outvoted),
    Row(COHESION, lambda numbers: numbers.cohesion_emergency, Code.EMERGENCY, _emergency),
    Row(COHESION, lambda numbers: numbers.cohesion_uncovered, Code.FORCE_STAYS_UNCOVERED, _uncovered),
    Row(STANDING, lambda numbers: numbers.standing_heard, Code.HEARD_AND_ANSWERED, _heard),
    Row(STANDING, lambda numbers: numbers.standing_off_ramp, Code.OFF_RAMP_OPEN, _way_back, "off-ramp"),
    Row(STANDING, lambda numbers: numbers.standing_exemptions, Code.EXEMPTIONS, _exempts, "exemptions"),
    Row(STANDING, lambda numbers: numbers.standing_inquiry, Code.INQUIRY_INTO_HARM, _inquires, "inquiry"),
    Row(STANDING, lambda numbers: numbers.standing_emergency, Code.NO_CONSULTATION, _emergency),
    Row(STANDING, lambda numbers: numbers.standing_unreported, Code.FORCE_UNREPORTED, _unreported),
    Row(STANDING, lambda numbers: numbers.standing_uncovered, Code.FORCE_STAYS_UNCOVERED, _uncovered),
    Row(STANDING, lambda numbers: numbers.standing_silence, Code.ALLY_UNANSWERED, _unanswered),
)
"""The rows, in the order in which their terms are told."""

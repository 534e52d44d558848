"""What a player can do about a weak point of a text: which change of it, or which act, brings a fact to a better value.

A fact that lies with others, with the evidence or with the choice of the measure itself has no such step; counsel then
says in words what would mend it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from crisis_game.engine.act import Act
from crisis_game.engine.acts.accountability import OfferRedress, ReportToCouncil
from crisis_game.engine.acts.alarm import DeclareAttacked, RequestConsultation, RequestHelp
from crisis_game.engine.acts.amendments import ProposeAmendment
from crisis_game.engine.acts.responses import FillForceSheet
from crisis_game.engine.acts.settlement import AskHearing, ReferToCouncil
from crisis_game.engine.acts.talk import Demand
from crisis_game.engine.acts.texts import ReviseText
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change, TextId
from crisis_game.engine.text_changes import changed
from crisis_game.law.finding import FactChange
from crisis_game.scenario.ids import ClauseId
from crisis_game.texts import Text

CLAUSES: Mapping[str, tuple[ClauseId, ...]] = {
    "notice_given": ("reasons",),
    "reasons_published": ("reasons",),
    "hearing_given": ("hearing",),
    "review_set": ("review",),
    "due_process": ("reasons", "hearing", "review"),
    "end_date_set": ("end-date",),
    "duration_limited": ("end-date", "review"),
    "humanitarian_exemptions": ("exemptions",),
    "talks_offered": ("off-ramp",),
    "inquiry_opened": ("inquiry",),
}
"""By fact: clauses of a text that bring it about, the first that the text lacks."""

ACTS: Mapping[str, type[Act]] = {
    "call_made": Demand,
    "means_tried": Demand,
    "peaceful_means": Demand,
    "prior_notice": Demand,
    "report_filed": ReportToCouncil,
    "days_to_report": ReportToCouncil,
    "unsc_reported_art51": ReportToCouncil,
    "council_informed": ReportToCouncil,
    "council_mandate": ReferToCouncil,
    "unsc_authorisation": ReferToCouncil,
    "neighbours_heard": AskHearing,
    "consulted_before": RequestConsultation,
    "victim_declared": DeclareAttacked,
    "victim_requested_help": RequestHelp,
    "verified_target": FillForceSheet,
    "warned": FillForceSheet,
    "abort_rule": FillForceSheet,
    "target_use": FillForceSheet,
    "expected_civilian_harm": FillForceSheet,
    "redress_paid": OfferRedress,
}
"""By fact: an act that brings it about."""

_FILLED: Mapping[type[Act], Mapping[str, object]] = {ReferToCouncil: {"ask": "mandate"}}
"""What of an act's fields is clear from what it is to mend."""


@dataclass(frozen=True, slots=True)
class Mend:
    """One step that a seat can take now.

    Attributes:
        advice: what it does, as a sentence.
        act: what is done; for a change of a text that which revises it, or proposes it to its sponsor.
        filled: the fields that are filled already.
        whole: nothing is left to be asked.
    """

    advice: Text
    act: type[Act]
    filled: Mapping[str, object] = field(default_factory=dict)
    whole: bool = False

    def command(self) -> Act:
        """The command, where it is whole."""
        return self.act(**self.filled)


def mends(seen: Seen, text: TextId, steps: Iterable[FactChange]) -> tuple[Mend, ...]:
    """What this seat can do about a text now, of the steps that would mend a weak point of it; none twice."""
    return tuple({(mend.act, str(mend.filled)): mend for step in steps for mend in _mend(seen, text, step)}.values())


def _mend(seen: Seen, text: TextId, step: FactChange) -> Iterator[Mend]:
    change = _change(seen, text, step.fact)
    if change is not None:
        revises = seen.text(text).sponsors[:1] == (seen.seat,)
        act: type[Act] = ReviseText if revises else ProposeAmendment
        if act.closed(seen) is None:
            yield Mend(step.advice, act, {"text": text, "change": change}, whole=True)
        return
    other_act = ACTS.get(step.fact)
    if other_act is not None and other_act.closed(seen) is None:
        yield Mend(
            step.advice, other_act, _FILLED.get(other_act, {"text": text} if other_act is FillForceSheet else {})
        )


def _change(seen: Seen, text: TextId, fact: str) -> Change | None:
    """The first clause for a fact that can be put into a text which is open."""
    if text not in seen.on_table:
        return None
    for clause in CLAUSES.get(fact, ()):
        if clause in seen.clauses:
            change = Change("clause", clause, on=True, value=seen.clauses[clause].start)
            if changed(seen, seen.text(text).draft, change) is not None:
                return change
    return None

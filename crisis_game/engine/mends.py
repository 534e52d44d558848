"""What a player can do about a weak point of a text: which change of it, or which act, brings a fact to a better value.

A fact that lies with others, with the evidence or with the choice of the measure itself has no such step; counsel then
says in words what would mend it. Another basis is no fact that the law asks for: it is tried, and judged again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from crisis_game.engine.act import Act
from crisis_game.engine.acts.accountability import OfferRedress, ReportToCouncil
from crisis_game.engine.acts.alarm import DeclareAttacked, RequestConsultation, RequestHelp
from crisis_game.engine.acts.amendments import ProposeAmendment
from crisis_game.engine.acts.declarations import Demand
from crisis_game.engine.acts.responses import FillForceSheet
from crisis_game.engine.acts.settlement import AskHearing, ReferToCouncil
from crisis_game.engine.acts.texts import ReviseText
from crisis_game.engine.bargain_words import told_change
from crisis_game.engine.foresight import conduct_of
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change, TextId
from crisis_game.engine.state import Counsel
from crisis_game.engine.text_changes import changed, changes_of_terms, undoing
from crisis_game.law.counsel import weak_rules
from crisis_game.law.finding import FactChange
from crisis_game.scenario.draft import Draft
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

AIM = "text_aim"
"""The fact that another aim of the text brings about."""

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
        advice: what it does, as a sentence; price: what it takes, or who has a say in it.
        act: what is done; for a change of a text that which revises it, or proposes it to its sponsor.
        filled: the fields that are filled already.
        whole: nothing is left to be asked.
    """

    advice: Text
    price: Text
    act: type[Act]
    filled: Mapping[str, object] = field(default_factory=dict)
    whole: bool = False

    def command(self) -> Act:
        """The command, where it is whole."""
        return self.act(**self.filled)


def mends(seen: Seen, text: TextId, steps: Iterable[FactChange]) -> tuple[Mend, ...]:
    """What this seat can do about a text now, of the steps that would mend a weak point of it; none twice."""
    return tuple({(mend.act, str(mend.filled)): mend for step in steps for mend in _mend(seen, text, step)}.values())


def other_basis(seen: Seen, counsel: Counsel, rule: str) -> tuple[Mend, ...]:
    """The first other basis of the measure on which this point is weak no more, and none that was not weak before."""
    if counsel.text not in seen.on_table:
        return ()
    draft = seen.text(counsel.text).draft
    others = _weak(seen, draft, counsel) - {rule}
    for basis in seen.measure(counsel.measure).basis:
        change = Change("basis", basis, on=True)
        rested = changed(seen, draft, change)
        if rested is not None and _weak(seen, rested, counsel) <= others:
            advice = Text("Rest the text on another basis: {basis:basis}.", {"basis": basis})
            return _changing(seen, counsel.text, change, advice)
    return ()


def taken_in(seen: Seen, counsel: Counsel, rule: str, steps: Iterable[FactChange]) -> tuple[Change, ...]:
    """What came into a text, since counsel spoke of it, of the steps that would mend one weak point."""
    text = seen.texts.get(counsel.text)
    if text is None:
        return ()
    facts = {step.fact for step in steps}
    changes = changes_of_terms(counsel.draft, text.draft)
    return tuple(change for change in changes if _serves(seen, counsel, change, rule, facts))


def take_out(seen: Seen, counsel: Counsel, change: Change) -> tuple[Mend, ...]:
    """What puts one's own text back, at the place of a change, to the words that counsel read; none where none can."""
    undo, advice = undoing(counsel.draft, change), Text("Take out again: {change}.", {"change": told_change(change)})
    own = is_own(seen, counsel.text) and _fits(seen, counsel.text, undo)
    return _changing(seen, counsel.text, undo, advice) if own else ()


def is_own(seen: Seen, text: TextId) -> bool:
    """Whether this seat is the first sponsor of a text, who alone revises it."""
    return text in seen.texts and seen.text(text).sponsors[:1] == (seen.seat,)


def _serves(seen: Seen, counsel: Counsel, change: Change, rule: str, facts: Collection[str]) -> bool:
    """Whether a change is a step that counsel advised on a point: by its facts; a basis by judging again."""
    if change.part == "clause":
        return any(change.id in CLAUSES.get(fact, ()) for fact in facts)
    if change.part == "aim":
        return AIM in facts
    draft = seen.text(counsel.text).draft
    before = changed(seen, draft, undoing(counsel.draft, change))
    return before is not None and rule in _weak(seen, before, counsel) - _weak(seen, draft, counsel)


def _weak(seen: Seen, draft: Draft, counsel: Counsel) -> frozenset[str]:
    """The rules at which counsel's measure is weak in a draft; none where the draft has it no more."""
    has_it = draft.has(counsel.measure)
    return frozenset(weak_rules(conduct_of(seen, draft, counsel.measure)) if has_it else ())


def _mend(seen: Seen, text: TextId, step: FactChange) -> Iterator[Mend]:
    change = _change(seen, text, step)
    if change is not None:
        yield from _changing(seen, text, change, step.advice)
        return
    other_act = ACTS.get(step.fact)
    if other_act is not None and other_act.closed(seen) is None:
        filled = _FILLED.get(other_act, {"text": text} if other_act is FillForceSheet else {})
        yield Mend(step.advice, _price(other_act.least(seen)), other_act, filled)


def _price(attention: int) -> Text:
    return Text("{n} attention, in a form", {"n": attention}) if attention else Text("free, in a form")


def _changing(seen: Seen, text: TextId, change: Change, advice: Text) -> tuple[Mend, ...]:
    """A change as a revision of one's own text, or as a proposal to another's; none where neither is possible now."""
    act: type[Act] = ProposeAmendment
    price = Text("free, its sponsor decides")
    if is_own(seen, text):
        act, price = ReviseText, Text("free, the text is yours")
    filled = {"text": text, "change": change}
    return (Mend(advice, price, act, filled, whole=True),) if act.closed(seen) is None else ()


def _change(seen: Seen, text: TextId, step: FactChange) -> Change | None:
    """The first change of a text that brings a fact to a better value: a clause that it lacks, or another aim."""
    return next((change for change in _changes(seen, step) if _fits(seen, text, change)), None)


def _changes(seen: Seen, step: FactChange) -> Iterator[Change]:
    for clause in CLAUSES.get(step.fact, ()):
        if clause in seen.clauses:
            yield Change("clause", clause, on=True, value=seen.clauses[clause].start)
    if step.fact == AIM:
        yield from (Change("aim", aim, on=True) for aim in seen.aims if seen.purpose(aim) == step.then)


def _fits(seen: Seen, text: TextId, change: Change) -> bool:
    """Whether a text is open and can be changed so."""
    return text in seen.on_table and changed(seen, seen.text(text).draft, change) is not None

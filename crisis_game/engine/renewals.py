"""What comes to an end and what goes on: renewal by silence, end dates, words said once, pledges not kept."""

from __future__ import annotations

from crisis_game.engine.conduct_overdue import DEFENCE
from crisis_game.engine.events.measures import MeasureEnded, PledgeStruck
from crisis_game.engine.events.renewals import EmergencyClosed, RenewalsOpened, TextConfirmed, TextEnded, TextRenewed
from crisis_game.engine.force_cover import ACTED, inside_mandate
from crisis_game.engine.phases import play_goes_on
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.shared_values import TextId
from crisis_game.engine.state import ActiveMeasure, TextState
from crisis_game.engine.unit_of_work import Working


def open_renewals(working: Working) -> None:
    """Enter review: let what is over end, and ask for the renewal of texts whose end or review has come.

    Where the charter renews by a vote or not at all, a text ends with its end date; members who want it to go on put
    it to the vote again before.
    """
    _end_words(working)
    _end_defence(working)
    _strike_pledges(working)
    if working.state.table.emergency is not None:
        working.emit(EmergencyClosed())
    asked: list[TextId] = []
    for text in _in_force(working):
        ends = text.ends_round == working.state.table.round
        if ends and not _renews_by_silence(working):
            end_text(working, text.id, coded(Code.END_DATE))
        elif ends or _to_review(working, text):
            asked.append(text.id)
    if asked and play_goes_on(working.state, working.scenario.lesson.rounds):
        working.emit(RenewalsOpened(tuple(asked)))


def close_renewals(working: Working) -> None:
    """Leave briefing: texts go on for one more period, unless somebody has broken silence."""
    for text_id in sorted(working.state.council.renewals):
        text = working.state.council.texts[text_id]
        if text.silence_broken:
            why = coded(Code.SILENCE_BROKEN, seats=tuple(sorted(text.silence_broken)))
            end_text(working, text_id, why)
        else:
            working.emit(TextRenewed(text_id, _next_end(working, text)))


def lapse_unconfirmed(working: Working) -> None:
    """After the count: what an earlier emergency brought ends, unless a text of this round confirms it.

    A text confirms it by having one of its measures; that measure goes on under the new text, the others end.
    """
    round_ = working.state.table.round
    for text in _in_force(working):
        if text.confirmed or text.adopted_round == round_:
            continue
        later = [later_text for later_text in _in_force(working) if later_text.adopted_round == round_]
        lines = {
            line: later_text.id for later_text in later for line in later_text.draft.lines if line in text.draft.lines
        }
        if lines:
            working.emit(TextConfirmed(text.id, min(lines.values())))
        why = coded(Code.CONFIRMED_BY_LATER if lines else Code.NOT_CONFIRMED)
        end_text(working, text.id, why, frozenset(line.measure for line in lines))


def end_text(working: Working, text: TextId, why: Coded, but: frozenset[str] = frozenset()) -> None:
    """End a text, and its measures with it but for some."""
    working.emit(TextEnded(text, why))
    for active in _running(working):
        if active.authority == text and active.measure not in but:
            working.emit(MeasureEnded(active.id, active.measure, why))


def _end_words(working: Working) -> None:
    """Words act in the round in which they are said."""
    for active in _running(working):
        if working.scenario.measures[active.measure].kind == "words":
            working.emit(MeasureEnded(active.id, active.measure, coded(Code.SAID)))


def _end_defence(working: Working) -> None:
    """Where the charter says so, defence ends once the Security Council has acted, but for what its mandate covers."""
    council, commitments = working.scenario.charter.security_council, working.state.commitments
    if council is None or not council.stops_when_it_acts or not ACTED.intersection(commitments.council_measures):
        return
    for active in _running(working):
        measure = working.scenario.measures[active.measure]
        if active.basis in DEFENCE and measure.kind != "words" and not inside_mandate(measure, commitments):
            working.emit(MeasureEnded(active.id, active.measure, coded(Code.COUNCIL_ACTED)))


def _strike_pledges(working: Working) -> None:
    """A pledge of which nothing was given is broken once, and owed no longer."""
    for (seat, text, measure), (_, given) in sorted(working.state.orders.settled.items()):
        if given == "none":
            working.emit(PledgeStruck(seat, text, measure))


def _renews_by_silence(working: Working) -> bool:
    review = working.scenario.charter.review
    return review is None or review.renewal == "silence"


def _to_review(working: Working, text: TextState) -> bool:
    return text.adopted_round == working.state.table.round and text.draft.switch("review") is not None


def _next_end(working: Working, text: TextState) -> int | None:
    """The end of the next period, where this one is over; a text that came up for review only keeps its end."""
    switch = text.draft.switch("end-date")
    if switch is None or text.ends_round is None or text.ends_round >= working.state.table.round:
        return text.ends_round
    return text.ends_round + switch.value


def _in_force(working: Working) -> list[TextState]:
    return [text for text in working.state.council.texts.values() if text.status == "adopted"]


def _running(working: Working) -> list[ActiveMeasure]:
    return [active for _, active in sorted(working.state.measures.items()) if active.status != "ended"]

"""What was left undone, on record: read at the end of a round from what the state holds, and opened once each.

Help asked for and not given, a pledge not kept, a source kept back where the charter has members share or consult, a
wrong neither ended nor made good by the next round, a duty of the charter whose time ran out (`conduct_overdue`). What
is made good later ends. Nothing in play hangs on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crisis_game.charter.model import Charter, Duty
from crisis_game.engine.conduct_overdue import DONE_LATE, overdue
from crisis_game.engine.events.record import ConductEnded, ConductGrew, ConductOpened
from crisis_game.engine.omission import Omission
from crisis_game.engine.readings import Raw, Reading, laid_apart, reading
from crisis_game.engine.state import ConductState, State
from crisis_game.engine.unit_of_work import Working
from crisis_game.law.conduct import UNPROVEN
from crisis_game.law.judge import open_case
from crisis_game.law.order import gravest, manner, overall
from crisis_game.scenario.ids import SeatId

READINGS: tuple[Reading, ...] = ("public", "known", "true")
RUNG = 1
"""An omission stands on the lowest rung of the ladder of measures."""

_MEANS = {"as-each-deems-necessary": "as-deemed", "all-means": "all-in-power", "collective-only": "together"}
"""The help that a duty to assist asks for, in the judge's word."""


def record(working: Working) -> None:
    """Put on record what was left undone, and end what has been made good."""
    undone = (_help, _pledges, _promises, _sources, _wrongs, overdue)
    for omission in [omission for read in undone for omission in read(working)]:
        if omission.id not in working.state.record.conducts:
            _open(working, omission)
    for id_, conduct in sorted(working.state.record.conducts.items()):
        if conduct.omission and conduct.ended is None and _MADE_GOOD[conduct.omission](working, conduct):
            working.emit(ConductEnded(id_))
    _reveal(working)


def _open(working: Working, omission: Omission) -> None:
    public, known, true = ({**omission.facts, **omission.apart.get(which, {})} for which in READINGS)
    hidden = "public" in omission.apart and not omission.apart["public"]
    facts = laid_apart({} if hidden else public, known, true)
    carriers = omission.participants or (omission.actor,)
    working.emit(ConductOpened(omission.id, omission.actor, carriers, omission.subject, RUNG, *facts))


# Help ---------------------------------------------------------------------------------------------------------------


def _help(working: Working) -> Iterator[Omission]:
    """Of each member asked: help refused, or not answered in the time that the charter sets and not given either."""
    commitments, now = working.state.commitments, working.state.table.round
    duty = _duty(working.scenario.charter, "assist")
    for asker, (asked, of) in sorted(commitments.help_asked.items()):
        for seat in of or working.scenario.members:
            answer = commitments.help_answers.get((seat, asker))
            helped = _helps(working.state, seat)
            refused, late = answer is False, answer is None and now - asked >= _within(duty) and not helped
            if seat != asker and (refused or late):
                facts: Raw = {
                    "omission": "help-refused" if refused else "help-unanswered",
                    "help_promised": _MEANS[duty.means or "as-each-deems-necessary"] if duty else "none",
                    "help_given": helped,
                    "victim_requested_help": True,
                    "victim_declared": asker in commitments.attacked,
                }
                yield Omission(f"{seat}:help:{asker}-r{asked}", seat, asker, facts)


def _helps(state: State, seat: SeatId) -> bool:
    """Whether a member gives to any measure in force that is more than words."""
    return any(
        active.status == "active" and active.deliveries.get(seat, "none") != "none"
        for active in state.measures.values()
    )


def _helped(working: Working, conduct: ConductState) -> bool:
    granted = working.state.commitments.help_answers.get((conduct.actor, conduct.subject)) is True
    return granted or _helps(working.state, conduct.actor)


# Word given ---------------------------------------------------------------------------------------------------------


def _pledges(working: Working) -> Iterator[Omission]:
    """Pledges due this round under texts, of which nothing was given."""
    facts: Raw = {"omission": "pledge-broken", "pledge": "treaty", "pledge_met": False}
    for (seat, text, measure), (owed, given) in sorted(working.state.orders.settled.items()):
        if owed != "none" and given == "none":
            yield Omission(f"{seat}:pledge:{text}/{measure}", seat, f"{text}:{measure}", facts)


def _promises(working: Working) -> Iterator[Omission]:
    """Promises and offers between two that were broken; what was promised only the two know, that it was broken all."""
    facts: Raw = {"omission": "pledge-broken", "pledge": "private", "pledge_met": False}
    for id_, promise in sorted(working.state.commitments.promises.items()):
        if promise.status == "broken":
            yield Omission(f"{promise.by}:promise:{id_}", promise.by, id_, facts)


def _is_over(_working: Working, _conduct: ConductState) -> bool:
    """What was not given when it was due is owed no longer."""
    return True


# Knowledge ----------------------------------------------------------------------------------------------------------


def _sources(working: Working) -> Iterator[Omission]:
    """Sources that a member has told nobody of in the time that the charter sets; nobody else can know of them."""
    asked = _telling_asked(working)
    if asked is None:
        return
    facts: Raw = {"omission": "intelligence-withheld", "telling_asked": asked, "told_some": False}
    state, members = working.state, working.scenario.members
    for id_, source in sorted(working.scenario.sources.items()):
        incident = working.scenario.claims[source.claim].incident
        happened = incident is None or incident in state.world.incidents
        needed = happened and state.knowledge.public.get(source.claim) != "established"
        if source.holder in members and needed and not _is_told(state, id_):
            yield Omission(f"{source.holder}:kept-back:{id_}", source.holder, id_, facts, apart={"public": {}})


def _telling_asked(working: Working) -> str | None:
    """What the charter asks of what members know, and has become due; None where it asks nothing."""
    charter, now = working.scenario.charter, working.state.table.round
    share = _duty(charter, "share")
    if share is not None:
        return "share" if now >= _within(share) else None
    return "consult" if charter.duties_to("consult") and working.state.commitments.consultation else None


def _is_told(state: State, source: str) -> bool:
    return source in state.knowledge.shared or source in state.knowledge.burned


def _told(working: Working, conduct: ConductState) -> bool:
    return _is_told(working.state, conduct.subject)


def _reveal(working: Working) -> None:
    """Once all have a source that was kept back, all know that it was."""
    for id_, conduct in sorted(working.state.record.conducts.items()):
        if conduct.hidden and conduct.subject in working.state.knowledge.open:
            working.emit(ConductGrew(id_, {}, conduct.participants, {**conduct.facts, **conduct.true}))


# Wrongs -------------------------------------------------------------------------------------------------------------


def _wrongs(working: Working) -> Iterator[Omission]:
    """Acts begun in the round before, wrongs in some reading, that go on or whose harm nobody has repaired."""
    for id_, wrong in sorted(working.state.record.conducts.items()):
        if wrong.round == working.state.table.round - 1 and not wrong.omission and not _is_made_good(working, wrong):
            yield from _unrepaired(working, id_, wrong)


def _unrepaired(working: Working, id_: str, wrong: ConductState) -> Iterator[Omission]:
    words = {which: word_of(wrong, which) for which in READINGS}
    if "unlawful" in words.values():
        facts: Raw = {
            "omission": "wrong-not-repaired",
            "wrong_ended": wrong.ended is not None,
            "harm_left": _harm_left(working, wrong),
        }
        apart: dict[Reading, Raw] = {which: {"act_before": word} for which, word in words.items()}
        if words["public"] != "unlawful":
            apart["public"] = {}
        yield Omission(f"{id_}:made-good", wrong.actor, id_, facts, wrong.participants, apart)


def word_of(wrong: ConductState, which: Reading) -> str:
    """What an act was, in both its words; nobody can show it where that is not proven."""
    case = open_case(reading(wrong, which))
    how = manner(case)
    word = gravest([overall(case), how]) if how is not None else overall(case)
    return UNPROVEN if word == "insufficient-facts" else word


def _harm_left(working: Working, wrong: ConductState) -> bool:
    harm = wrong.facts.get("own_harm")
    accounts = working.state.accounts
    repaired = any(accounts[participant].redress for participant in wrong.participants if participant in accounts)
    return isinstance(harm, int) and harm > 0 and not repaired


def _is_made_good(working: Working, wrong: ConductState) -> bool:
    return wrong.ended is not None and not _harm_left(working, wrong)


def _wrong_made_good(working: Working, conduct: ConductState) -> bool:
    return _is_made_good(working, working.state.record.conducts[conduct.subject])


# Shared -------------------------------------------------------------------------------------------------------------


_MADE_GOOD: dict[str, Callable[[Working, ConductState], bool]] = {
    "help-refused": _helped,
    "help-unanswered": _helped,
    "pledge-broken": _is_over,
    "intelligence-withheld": _told,
    "wrong-not-repaired": _wrong_made_good,
    **DONE_LATE,
}


def _duty(charter: Charter, kind: str) -> Duty | None:
    return next((duty for duty in charter.duties if duty.kind == kind), None)


def _within(duty: Duty | None) -> int:
    """Rounds in which a duty falls due; one where the charter sets none."""
    return duty.within if duty is not None and duty.within is not None else 1

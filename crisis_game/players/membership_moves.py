"""What a policy owes the organisation and the others in it: dues, hearings, arbitration."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.acts.disputes import AnswerArbitration, HandInClaim, ObeyAward
from crisis_game.engine.acts.membership import HearMember, PayDues
from crisis_game.players.mind import Mind, Move
from crisis_game.texts import Text


def moves(mind: Mind) -> Iterator[Move]:
    """The moves of this beat; who minds no law goes before no arbitrator."""
    yield from _hear(mind)
    if not mind.character.lawless:
        yield from _arbitrate(mind)
    yield from _pay(mind)


def _hear(mind: Mind) -> Iterator[Move]:
    """Have a member heard whose suspension lies on the table, be it oneself."""
    seen = mind.seen
    motions = [seen.text(text).draft.motion for text in seen.on_table]
    for motion in motions:
        if motion is not None and motion.kind == "suspension" and seen.awaits_hearing(str(motion.subject)):
            yield HearMember(str(motion.subject)), Text("Nobody should be put out unheard.")


def _arbitrate(mind: Mind) -> Iterator[Move]:
    """Go to arbitration where one is asked to, say what one knows, and obey."""
    seen = mind.seen
    for incident, case in seen.arbitrations.items():
        if case.is_open and case.lacks_answer(seen.seat):
            yield AnswerArbitration(incident, accepts=True), Text("Let others judge between us.")
        if case.is_open and seen.seat in case.parties:
            for claim in seen.claims:
                if seen.claim(claim).incident == incident and (seen.seat, claim) not in case.handed_in:
                    yield HandInClaim(incident, claim), Text("This is what we know.")
        if case.against == seen.seat and not case.obeyed:
            yield ObeyAward(incident), Text("We have accepted the award beforehand.")


def _pay(mind: Mind) -> Iterator[Move]:
    """Pay what one owes, as far as the treasury goes; who pledges less than all waits until it is in arrears.

    Who presses the others by withholding its dues pays once it has stepped back.
    """
    seen = mind.seen
    if seen.withholds(seen.seat):
        return
    due = seen.owes(seen.seat) if mind.character.pledges == "full" else seen.arrears(seen.seat)
    payable = min(due, seen.account.treasury)
    if payable > 0:
        yield PayDues(payable), Text("We pay our share.")

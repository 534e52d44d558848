"""SITUATION: take in what has changed, and say what one believes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.conditions.grades import Grade, grade_rank
from crisis_game.engine.acts.alarm import (
    AnswerHelp,
    DeclareAttacked,
    RequestConsultation,
    RequestHelp,
    is_mere_quarrel,
)
from crisis_game.engine.acts.ballots import BreakSilence
from crisis_game.engine.acts.consent import SetConsent
from crisis_game.engine.acts.knowledge import AskVerification, GradeClaim
from crisis_game.players import sharing
from crisis_game.players.mind import Mind, Move
from crisis_game.players.reasons import of_vote
from crisis_game.players.value import NO
from crisis_game.texts import Text


def moves(mind: Mind) -> Iterator[Move]:
    """The moves of this beat."""
    yield from _believe(mind)
    yield from _alarm(mind)
    yield from sharing.moves(mind)
    yield from sharing.questions(mind)
    yield from _consent(mind)
    yield from _silence(mind)
    yield from _verify(mind)


def _believe(mind: Mind) -> Iterator[Move]:
    """Grade who did it as well as one knows it."""
    believed = mind.seen.believed
    for claim, grade in mind.seen.claims.items():
        if claim == mind.accusing and believed.get(claim) != grade:
            yield GradeClaim(claim, grade), Text("This is as much as we know.")


def _alarm(mind: Mind) -> Iterator[Move]:
    """The victim declares and asks for help; the council is called together."""
    seen, promises = mind.seen, mind.seen.commitments
    for incident in seen.incidents:
        is_victim = seen.incident(incident).victim == seen.seat and seen.seat not in promises.attacked
        if is_victim and not is_mere_quarrel(seen, incident) and _dares_to_declare(mind):
            yield DeclareAttacked(incident), Text("We were attacked, and we say so.")
    if seen.seat in promises.attacked and seen.seat not in promises.help_asked:
        yield RequestHelp(()), Text("We ask our allies for help.")
    if not promises.consultation and mind.character.tables != "never":
        yield RequestConsultation(), Text("The members should speak before they act.")


def answer_help(mind: Mind) -> Iterator[Move]:
    """Grant an ally's call for help, or decline it."""
    seen, promises = mind.seen, mind.seen.commitments
    for asker, (_, asked) in promises.help_asked.items():
        mine = asker != seen.seat and (not asked or seen.seat in asked)
        if mine and (asker, seen.seat) not in promises.help_answers:
            yield AnswerHelp(asker, mind.character.pledges != "none"), Text("An ally has asked.")


DECLARES: Mapping[Grade, int] = {"rumoured": 0, "suspected": 40, "probable": 70, "established": 100}
"""How likely a victim declares in a round that it was attacked, per cent, by the grade at which an author is named."""

KEEPS = 30
"""How much less likely while it keeps a source of its own on the same claim."""


def _dares_to_declare(mind: Mind) -> bool:
    """Whether the victim declares in this round: by what all know, never by what is true, and by its own lot."""
    seen, claim = mind.seen, mind.accusing
    if claim is None:
        return False
    grade = seen.public_grade(claim) or "rumoured"
    chance = seen.written.declares.get(grade, DECLARES[grade])
    keeps = any(seen.sources[id_].claim == claim for id_ in seen.shareable)
    return seen.lot("declares", 1, 100, seen.round) <= chance - (KEEPS if keeps else 0)


def _consent(mind: Mind) -> Iterator[Move]:
    """Open one's base for what one can live with, close it for what one cannot."""
    seen = mind.seen
    for consent in seen.consents.values():
        if consent.giver != seen.seat or not consent.to:
            continue
        liked = tuple(measure for measure in consent.to if mind.weighing.liking(seen.measure(measure)) >= 0)
        held = seen.commitments.consents.get(consent.id)
        if held is not None and held.level == "none" and liked:
            level = "given" if liked == consent.to else "limited"
            allowed = () if level == "given" else liked
            yield (
                SetConsent(consent.id, "given" if level == "given" else "limited", allowed),
                Text("For this our base is open."),
            )
        used = {active.measure for active in seen.active} & set(consent.to)
        hated = any(mind.weighing.liking(seen.measure(measure)) <= NO for measure in used)
        if held is not None and held.open and hated:
            yield SetConsent(consent.id, "withdrawn", ()), Text("For this our base is not open.")


def _silence(mind: Mind) -> Iterator[Move]:
    """Break silence on the renewal of a text one can no longer carry."""
    for text in sorted(mind.seen.renewals):
        if mind.weighing.text(text).total <= NO:
            yield BreakSilence(text, of_vote(mind, text)), Text("We cannot let this run on.")


def _verify(mind: Mind) -> Iterator[Move]:
    """Ask for verification of what is at issue, one claim at a time, the best known first, until it is established."""
    seen = mind.seen
    under_way = any(not answer for _, _, answer in seen.verifications)
    settled = {claim for claim, _, answer in seen.verifications if answer in ("confirmed", "refuted")}
    if not mind.character.verifies or under_way:
        return
    for claim in mind.at_issue:
        if claim not in settled and grade_rank(seen.public_grade(claim) or "") < ESTABLISHED:
            yield AskVerification(claim), Text("Who acts should know first.")


ESTABLISHED = 3
"""The rank of evidence that needs no verification."""

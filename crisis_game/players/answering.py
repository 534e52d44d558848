"""Answers to what injects ask: what the brief makes of the consequences, then what the character makes of the act."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.engine.acts.accountability import OfferRedress, OpenAccounts, ReportToCouncil
from crisis_game.engine.acts.alarm import AnswerHelp, RequestConsultation
from crisis_game.engine.acts.consent import SetConsent
from crisis_game.engine.acts.declarations import Demand
from crisis_game.engine.acts.knowledge import AskVerification, ShareEvidence
from crisis_game.engine.acts.questions import AnswerInject
from crisis_game.engine.acts.responses import ActAlone
from crisis_game.engine.acts.settlement import AskHearing, AskInquiry, AskMediation
from crisis_game.engine.acts.talk import Warn
from crisis_game.engine.seeing.questions import QuestionSeen
from crisis_game.engine.seen import Seen
from crisis_game.players import sharing
from crisis_game.players.character import Character
from crisis_game.players.mind import Mind, Move
from crisis_game.scenario.model import Effect
from crisis_game.scenario.standard_gauges import ESCALATION, STANDING
from crisis_game.texts import Text

OWN_WEIGHT: Mapping[str, int] = {"home": 1, "treasury": 3, "credit": 3, "attention": 3}
"""How much a point of what is one's own counts beside a point of a gauge."""

LIKING_WEIGHT = 4
"""How much a point of liking for an act, from -3 to 3, counts beside a point of a gauge."""


NEARLY_AS_GOOD = 2
"""By how many points an answer may be worse than the best and still be given."""


def moves(mind: Mind) -> Iterator[Move]:
    """An answer to each question that waits for one, oldest first, then to those who ask for evidence."""
    for question in mind.seen.questions:
        yield AnswerInject(question.inject, answer(mind, question)), Text("We were asked, and this is our answer.")
    yield from sharing.answers(mind)


def answer(mind: Mind, question: QuestionSeen) -> str:
    """An answer of most worth; between those that are nearly as good the lot decides, so that no seat is a script."""
    worth = {reply.id: worth_of(mind, question.inject, reply.id) for reply in question.choices}
    near = [id_ for id_, value in worth.items() if value >= max(worth.values()) - NEARLY_AS_GOOD]
    return near[0] if len(near) == 1 else mind.stream.pick(near)


def worth_of(mind: Mind, inject: str, choice: str) -> int:
    """What an answer is worth to a seat: its consequences as far as it can reckon with them, and its act."""
    effects = sum(_effect(mind, effect) for effect in mind.seen.reckoned(inject, choice))
    return effects + LIKING_WEIGHT * _act(mind, mind.seen.follows(inject, choice))


def _effect(mind: Mind, effect: Effect) -> int:
    if effect.kind == "gauge":
        return effect.amount * gauge_weight(mind.seen, mind.character, effect.subject)
    cost = mind.character.cost if effect.kind == "treasury" else 100
    return effect.amount * OWN_WEIGHT[effect.kind] * cost // 100


def gauge_weight(seen: Seen, character: Character, gauge: str) -> int:
    """What a point of a gauge is worth to a character: less than nothing where its rise is bad.

    Who likes force does not mind heat, who dislikes it minds it twice; who weighs the law minds what the world thinks.
    """
    sheet = seen.gauges.get(gauge)
    if sheet is None or sheet.rising_is == "neutral":
        return 0
    force = character.liking.get("force", 0)
    weight = {ESCALATION: 1 - (force > 0) + (force < -1), STANDING: 1 + character.law}.get(gauge, 1)
    return weight if sheet.rising_is == "good" else -weight


def _act(mind: Mind, command: Mapping[str, object]) -> int:
    """How much a seat likes an act, -3 to 3: by its brief where that speaks of the measure, else by its character."""
    if not command:
        return 0
    if command.get("kind") == SetConsent.kind:
        return _leave(mind.character, str(command.get("level")))
    measure = command.get("measure")
    if isinstance(measure, str) and measure in mind.seen.measures:
        return max(-3, min(3, mind.weighing.liking(mind.seen.measure(measure))))
    return inclination(mind.character, str(command.get("kind")))


def _leave(character: Character, level: str) -> int:
    """How much a character is inclined to give leave, to limit or to withdraw it, -1 to 1.

    Who likes force gives it, who dislikes force takes it back; who wants limits in texts wants them here.
    """
    force = character.liking.get("force", 0)
    if level == "limited":
        return 1 if character.law > 0 or "limits" in character.wishes else -1 if "limits" in character.dislikes else 0
    stern = (force > 0) - (force < 0)
    return {"given": stern, "withdrawn": -stern}.get(level, 0)


def inclination(character: Character, kind: str) -> int:
    """How much a character is inclined to a kind of act, -2 to 2."""
    force = character.liking.get("force", 0)
    stern, mild = (1 if force > 0 else -1 if force < 0 else 0), (1 if force < 0 else -1 if force > 0 else 0)
    table: Mapping[str, int] = {
        ActAlone.kind: 2 if character.alone else -2,
        AnswerHelp.kind: 1 if character.pledges == "full" else 0,
        AskHearing.kind: 1 if character.hears else 0,
        AskInquiry.kind: character.law,
        AskMediation.kind: mild,
        AskVerification.kind: 1 if character.verifies else -1,
        Demand.kind: stern,
        OfferRedress.kind: character.law if character.cost <= 100 else -1,
        OpenAccounts.kind: character.law if character.honest else -1,
        ReportToCouncil.kind: 1 if character.reports else -1,
        RequestConsultation.kind: 1 if character.tables != "never" else 0,
        ShareEvidence.kind: 1 if character.shares else -1,
        Warn.kind: stern,
    }
    return table.get(kind, 0)

"""Acts of alarm: consultation, the charter's triggers, declaring oneself attacked, help asked for and answered."""

from __future__ import annotations

from crisis_game.charter.model import IncidentKind, Trigger
from crisis_game.engine import field_questions
from crisis_game.engine.act import EVERY_BEAT, Act, Refusal, act, choice, choice_given
from crisis_game.engine.acts.talk import other_members
from crisis_game.engine.domains import OneOf, SomeOf
from crisis_game.engine.events.alarm import (
    ArticleInvoked,
    AttackDeclared,
    ConsultationRequested,
    HelpAnswered,
    HelpRequested,
)
from crisis_game.engine.field_questions import Question
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import IncidentId, SeatId, StateId
from crisis_game.texts import Text

# Domains -----------------------------------------------------------------------------------------------------------


def _trigger(seen: Seen) -> OneOf[str]:
    return OneOf(tuple(trigger.id for trigger in seen.charter.triggers if _incidents_for(seen, trigger)))


QUARRELS: frozenset[IncidentKind] = frozenset(("dispute", "breach", "arrears", "base-closed"))
"""Kinds of incidents that are a quarrel and no attack."""


def _incidents_for(seen: Seen, trigger: Trigger) -> tuple[IncidentId, ...]:
    """Incidents over which this seat can invoke a trigger that nobody has invoked yet: those of the kinds it names.

    What an organ invokes takes a text. Where members judge for themselves, each may take what happened for one of its
    kinds; the judge asks for good faith.
    """
    if trigger.who_invokes == "organ" or trigger.id in seen.commitments.invoked:
        return ()
    incidents = _own_incidents(seen) if trigger.who_invokes == "victim" else tuple(seen.incidents)
    return tuple(id_ for id_ in incidents if trigger.self_judging or trigger.names(seen.incident(id_).kind))


def _own_incidents(seen: Seen) -> tuple[IncidentId, ...]:
    return tuple(incident for incident in seen.incidents if seen.incident(incident).victim == seen.seat)


def _undeclared(seen: Seen) -> OneOf[str]:
    declared = seen.commitments.attacked.get(seen.seat, (0, ""))
    mine = (incident for incident in _own_incidents(seen) if not is_mere_quarrel(seen, incident))
    return OneOf(tuple(incident for incident in mine if incident != declared[1]))


def is_mere_quarrel(seen: Seen, incident: IncidentId) -> bool:
    """Whether an incident is of such kinds alone as nobody takes for an attack: a promise broken, a base shut."""
    kinds = seen.incident(incident).kind
    return bool(kinds) and QUARRELS.issuperset(kinds)


def _askers(seen: Seen) -> OneOf[str]:
    asked = seen.commitments.help_asked.items()
    return OneOf(tuple(by for by, (_, of) in sorted(asked) if by != seen.seat and (not of or seen.seat in of)))


# Gates -------------------------------------------------------------------------------------------------------------


def _not_consulting(seen: Seen) -> Refusal | None:
    if (seen.round, seen.seat) not in seen.commitments.consultation:
        return None
    return Refusal("already-asked", Text("You have asked for consultation in this round."), _consult_article(seen))


def _not_asking_help(seen: Seen) -> Refusal | None:
    asked, _ = seen.commitments.help_asked.get(seen.seat, (0, ()))
    if asked != seen.round:
        return None
    return Refusal("already-asked", Text("You have asked for help in this round."))


# What comes of it --------------------------------------------------------------------------------------------------


def _author(working: Working, incident: IncidentId) -> StateId | None:
    """The author of an incident as claimed: whom one names who calls it an attack."""
    return working.scenario.incidents[incident].author


def _consult_article(seen: Seen) -> str | None:
    duty = next(iter(seen.charter.duties_to("consult")), None)
    return duty.article if duty else None


@act(
    "request-consultation",
    "alarm",
    EVERY_BEAT,
    Text("Request consultation"),
    Text("Members owe it to each other to consult when one asks."),
    gates=(_not_consulting,),
)
class RequestConsultation(Act):
    """Ask that the members consult."""

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(ConsultationRequested(seat, _consult_article(working.seen(seat))))


@act(
    "invoke-article",
    "alarm",
    EVERY_BEAT,
    Text("Invoke an article"),
    Text("Name the article of the charter that the incident falls under."),
)
class InvokeArticle(Act):
    """Invoke a trigger of the charter over an incident."""

    trigger: str = choice(
        Question(Text("Which article?"), "trigger"),
        _trigger,
        "nothing-to-invoke",
        Text("There is nothing that you could invoke."),
    )

    def _incident_for(self, seen: Seen) -> OneOf[str]:
        trigger = seen.charter.trigger(self.trigger)
        return OneOf(_incidents_for(seen, trigger) if trigger else ())

    incident: IncidentId = choice_given(
        field_questions.INCIDENT, _incident_for, "no-such-incident", Text("It cannot be invoked over this.")
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        charter = working.scenario.charter
        trigger = charter.trigger(self.trigger)
        duty = charter.duty(trigger.opens) if trigger and trigger.opens else None
        kind = duty.kind if duty else None
        accuses = _author(working, self.incident) if kind == "assist" else None
        working.emit(ArticleInvoked(self.trigger, seat, self.incident, trigger.article if trigger else None, accuses))
        if kind == "consult" and (working.state.table.round, seat) not in working.state.commitments.consultation:
            working.emit(ConsultationRequested(seat, duty.article if duty else None))


@act(
    "declare-attacked",
    "alarm",
    EVERY_BEAT,
    Text("Declare that we were attacked"),
    Text("Help in self-defence rests on this, and on a request."),
)
class DeclareAttacked(Act):
    """Declare that one has been the victim of an armed attack."""

    incident: IncidentId = choice(
        field_questions.INCIDENT,
        _undeclared,
        "not-the-victim",
        Text("Only the victim of what has happened can declare it, and only once."),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(AttackDeclared(seat, self.incident, _author(working, self.incident)))


@act(
    "request-help",
    "alarm",
    EVERY_BEAT,
    Text("Ask for help"),
    Text("Ask members for help in self-defence."),
    gates=(_not_asking_help,),
)
class RequestHelp(Act):
    """Ask other members for help in self-defence; empty for all members."""

    of: tuple[StateId, ...] = choice(
        field_questions.OF,
        lambda seen: SomeOf(other_members(seen)),
        "no-such-member",
        Text("Name other members in their order, or nobody for all."),
        default=(),
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(HelpRequested(seat, self.of))


@act("answer-help", "alarm", EVERY_BEAT, Text("Answer a request for help"), Text("Grant it or decline it."))
class AnswerHelp(Act):
    """Grant or decline a request for help."""

    to: StateId = choice(field_questions.TO, _askers, "nobody-asked", Text("Nobody has asked you for help."))

    def _other_answer(self, seen: Seen) -> OneOf[bool]:
        last_answer = seen.commitments.help_answers.get((seen.seat, self.to))
        return OneOf(tuple(answer for answer in (True, False) if answer is not last_answer))

    grants: bool = choice_given(
        Question(Text("Do we grant it?")), _other_answer, "same-answer", Text("This is what you have answered already.")
    )

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(HelpAnswered(seat, self.to, self.grants))

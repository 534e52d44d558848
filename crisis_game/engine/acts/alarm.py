"""Acts of alarm: consultation, the charter's triggers, declaring oneself attacked, help asked for and answered."""

from __future__ import annotations

from crisis_game.charter.model import Trigger
from crisis_game.engine.act import EVERY_BEAT, Act, Chosen, Domain, Field, OneOf, Refusal, SomeOf
from crisis_game.engine.acts.talk import other_members
from crisis_game.engine.commands import AnswerHelp, DeclareAttacked, InvokeArticle, RequestConsultation, RequestHelp
from crisis_game.engine.events.alarm import (
    ArticleInvoked,
    AttackDeclared,
    ConsultationRequested,
    HelpAnswered,
    HelpRequested,
)
from crisis_game.engine.seen import Seen
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import IncidentId, SeatId, StateId
from crisis_game.texts import Text

# Domains -----------------------------------------------------------------------------------------------------------


def _trigger(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(one.id for one in seen.charter.triggers if _incidents_for(seen, one)))


def _incident_for(seen: Seen, chosen: Chosen) -> Domain:
    trigger = seen.charter.trigger(chosen["trigger"])
    return OneOf(_incidents_for(seen, trigger) if trigger else ())


def _incidents_for(seen: Seen, trigger: Trigger) -> tuple[IncidentId, ...]:
    """Incidents over which this seat can invoke a trigger that nobody has invoked yet.

    What an organ invokes takes a text. Whether the incident is of the trigger's kind is for the judge to say.
    """
    if trigger.who_invokes == "organ" or trigger.id in seen.commitments.invoked:
        return ()
    return _own_incidents(seen) if trigger.who_invokes == "victim" else tuple(seen.incidents)


def _own_incidents(seen: Seen) -> tuple[IncidentId, ...]:
    return tuple(one for one in seen.incidents if seen.incident(one).victim == seen.seat)


def _undeclared(seen: Seen, _: Chosen) -> Domain:
    declared = seen.commitments.attacked.get(seen.seat, (0, ""))
    return OneOf(tuple(one for one in _own_incidents(seen) if one != declared[1]))


def _helpers(seen: Seen, _: Chosen) -> Domain:
    return SomeOf(other_members(seen))


def _askers(seen: Seen, _: Chosen) -> Domain:
    asked = seen.commitments.help_asked.items()
    return OneOf(tuple(by for by, (_, of) in sorted(asked) if by != seen.seat and (not of or seen.seat in of)))


def _other_answer(seen: Seen, chosen: Chosen) -> Domain:
    given = seen.commitments.help_answers.get((seen.seat, chosen["to"]))
    return OneOf(tuple(one for one in (True, False) if one is not given))


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


def _consult(working: Working, seat: SeatId, _: RequestConsultation) -> None:
    working.emit(ConsultationRequested(seat, _consult_article(working.seen(seat))))


def _invoke(working: Working, seat: SeatId, command: InvokeArticle) -> None:
    charter = working.scenario.charter
    trigger = charter.trigger(command.trigger)
    duty = charter.duty(trigger.opens) if trigger and trigger.opens else None
    kind = duty.kind if duty else None
    accuses = _author(working, command.incident) if kind == "assist" else None
    working.emit(ArticleInvoked(command.trigger, seat, command.incident, trigger.article if trigger else None, accuses))
    if kind == "consult" and (working.state.table.round, seat) not in working.state.commitments.consultation:
        working.emit(ConsultationRequested(seat, duty.article if duty else None))


def _declare(working: Working, seat: SeatId, command: DeclareAttacked) -> None:
    working.emit(AttackDeclared(seat, command.incident, _author(working, command.incident)))


def _request_help(working: Working, seat: SeatId, command: RequestHelp) -> None:
    working.emit(HelpRequested(seat, command.of))


def _answer_help(working: Working, seat: SeatId, command: AnswerHelp) -> None:
    working.emit(HelpAnswered(seat, command.to, command.grants))


def _author(working: Working, incident: IncidentId) -> StateId | None:
    """The author of an incident as claimed: whom one names who calls it an attack."""
    return working.scenario.incidents[incident].author


def _consult_article(seen: Seen) -> str | None:
    duty = next(iter(seen.charter.duties_to("consult")), None)
    return duty.article if duty else None


ACTS: tuple[Act, ...] = (
    Act(RequestConsultation, "alarm", EVERY_BEAT, _consult, gates=(_not_consulting,)),
    Act(
        InvokeArticle,
        "alarm",
        EVERY_BEAT,
        _invoke,
        (
            Field("trigger", _trigger, "nothing-to-invoke", Text("There is nothing that you could invoke.")),
            Field("incident", _incident_for, "no-such-incident", Text("It cannot be invoked over this.")),
        ),
    ),
    Act(
        DeclareAttacked,
        "alarm",
        EVERY_BEAT,
        _declare,
        (
            Field(
                "incident",
                _undeclared,
                "not-the-victim",
                Text("Only the victim of what has happened can declare it, and only once."),
            ),
        ),
    ),
    Act(
        RequestHelp,
        "alarm",
        EVERY_BEAT,
        _request_help,
        (Field("of", _helpers, "no-such-member", Text("Name other members in their order, or nobody for all.")),),
        gates=(_not_asking_help,),
    ),
    Act(
        AnswerHelp,
        "alarm",
        EVERY_BEAT,
        _answer_help,
        (
            Field("to", _askers, "nobody-asked", Text("Nobody has asked you for help.")),
            Field("grants", _other_answer, "same-answer", Text("This is what you have answered already.")),
        ),
    ),
)

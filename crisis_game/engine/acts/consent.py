"""The act of consent: a member gives, limits or withdraws what is its own to give, at any time."""

from __future__ import annotations

from typing import Literal

from crisis_game.engine import field_questions
from crisis_game.engine.act import EVERY_BEAT, PLAYERS, Act, Chosen, act, choice, choice_given
from crisis_game.engine.domains import OneOf, SomeOf
from crisis_game.engine.events.consent import ConsentSet
from crisis_game.engine.field_questions import Question
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import ConsentId, MeasureId, SeatId
from crisis_game.texts import Text

Level = Literal["given", "limited", "withdrawn"]
LEVELS: tuple[Level, ...] = ("given", "limited", "withdrawn")


def resting_on(seen: Seen, consent: ConsentId) -> tuple[MeasureId, ...]:
    """The measures of this crisis that need a consent."""
    return tuple(measure for measure in seen.played if seen.measure(measure).needs == consent)


def _own_consent(seen: Seen) -> OneOf[str]:
    own = (id_ for id_, consent in seen.consents.items() if consent.giver == seen.seat)
    return OneOf(tuple(id_ for id_ in own if resting_on(seen, id_)))


@act(
    "set-consent",
    "consent",
    EVERY_BEAT,
    Text("Set the terms of our consent"),
    Text("Give, limit or withdraw consent. It counts from the next answer on."),
    roles=PLAYERS,
    about="asset",
)
class SetConsent(Act):
    """Give, limit or withdraw a consent, named in `asset`. `measures` are those allowed when it is limited."""

    asset: ConsentId = choice(
        Question(Text("Which consent?"), "consent"),
        _own_consent,
        "not-yours",
        Text("No measure needs a consent of yours."),
    )

    def _level(self, seen: Seen) -> OneOf[Level]:
        """Another level than now; a limit can be drawn anew."""
        consent = seen.commitments.consents.get(self.asset)
        now = consent.level if consent else "none"
        return OneOf(tuple(level for level in LEVELS if level == "limited" or level != now))

    level: Level = choice_given(
        field_questions.LEVEL,
        _level,
        "same-consent",
        Text("Give, limit or withdraw it; this is how it stands already."),
    )

    def _limits(self, seen: Seen) -> SomeOf[str]:
        return SomeOf(resting_on(seen, self.asset), least=1) if self.level == "limited" else SomeOf(())

    measures: tuple[MeasureId, ...] = choice_given(
        Question(Text("For which measures?"), "measure"),
        _limits,
        "no-such-limit",
        Text("Name the measures that a limited consent covers, in their order; no others."),
        default=(),
    )

    def stands(self, seen: Seen) -> Chosen:
        consent = seen.commitments.consents.get(self.asset)
        return {} if consent is None else {"level": consent.level, "measures": consent.measures}

    def happen(self, working: Working, seat: SeatId) -> None:
        working.emit(ConsentSet(self.asset, seat, self.level, self.measures))

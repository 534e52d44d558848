"""The act of consent: an owner gives, limits or withdraws the use of what is its own, at any time."""

from __future__ import annotations

from typing import Literal

from crisis_game.engine import field_questions
from crisis_game.engine.act import EVERY_BEAT, PLAYERS, Act, Chosen, act, choice, choice_given
from crisis_game.engine.domains import OneOf, SomeOf
from crisis_game.engine.events.consent import ConsentSet
from crisis_game.engine.field_questions import Question
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import AssetId, MeasureId, SeatId
from crisis_game.texts import Text

Level = Literal["given", "limited", "withdrawn"]
LEVELS: tuple[Level, ...] = ("given", "limited", "withdrawn")


def resting_on(seen: Seen, asset: AssetId) -> tuple[MeasureId, ...]:
    """The measures of this crisis that rest on an asset: by its own list, or because they need its owner's consent."""
    listed = seen.assets[asset].needed_by
    return tuple(
        measure for measure in seen.played if measure in listed or seen.measure(measure).needs_consent == asset
    )


def _own_asset(seen: Seen) -> OneOf[str]:
    return OneOf(tuple(id_ for id_, asset in seen.assets.items() if asset.owner == seen.seat and resting_on(seen, id_)))


@act(
    "set-consent",
    "consent",
    EVERY_BEAT,
    Text("Set the terms of our base"),
    Text("Give, limit or withdraw consent. It counts from the next answer on."),
    roles=PLAYERS,
    about="asset",
)
class SetConsent(Act):
    """Give, limit or withdraw consent to the use of one's asset. `measures` are those allowed when it is limited."""

    asset: AssetId = choice(
        Question(Text("Which base or asset?"), "asset"),
        _own_asset,
        "not-yours",
        Text("You own nothing on whose use a measure rests."),
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

"""The act of consent: an owner gives, limits or withdraws the use of what is its own, at any time."""

from __future__ import annotations

from crisis_game.engine.act import EVERY_BEAT, Act, Chosen, Domain, Field, OneOf, SomeOf
from crisis_game.engine.commands import SetConsent
from crisis_game.engine.events.consent import ConsentSet
from crisis_game.engine.seen import Seen
from crisis_game.engine.working import Working
from crisis_game.scenario.ids import AssetId, MeasureId, SeatId
from crisis_game.texts import Text


def resting_on(seen: Seen, asset: AssetId) -> tuple[MeasureId, ...]:
    """The measures of this crisis that rest on an asset: by its own list, or because they need its owner's consent."""
    listed = seen.assets[asset].needed_by
    return tuple(one for one in seen.played if one in listed or seen.measure(one).needs_consent == asset)


def _own_asset(seen: Seen, _: Chosen) -> Domain:
    return OneOf(tuple(id_ for id_, one in seen.assets.items() if one.owner == seen.seat and resting_on(seen, id_)))


def _level(seen: Seen, chosen: Chosen) -> Domain:
    """Another level than now; a limit can be drawn anew."""
    consent = seen.commitments.consents.get(chosen["asset"])
    now = consent.level if consent else "none"
    return OneOf(tuple(one for one in ("given", "limited", "withdrawn") if one == "limited" or one != now))


def _limits(seen: Seen, chosen: Chosen) -> Domain:
    return SomeOf(resting_on(seen, chosen["asset"]), least=1) if chosen["level"] == "limited" else SomeOf(())


def _set_consent(working: Working, seat: SeatId, command: SetConsent) -> None:
    working.emit(ConsentSet(command.asset, seat, command.level, command.measures))


ACTS: tuple[Act, ...] = (
    Act(
        SetConsent,
        "consent",
        EVERY_BEAT,
        _set_consent,
        (
            Field("asset", _own_asset, "not-yours", Text("You own nothing on whose use a measure rests.")),
            Field("level", _level, "same-consent", Text("Give, limit or withdraw it; this is how it stands already.")),
            Field(
                "measures",
                _limits,
                "no-such-limit",
                Text("Name the measures that a limited consent covers, in their order; no others."),
            ),
        ),
        roles=frozenset(("member", "neighbour", "adversary")),
    ),
)

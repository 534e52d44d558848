"""How a scenario is played: rounds, minutes, what one sheet holds, when verdicts are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from crisis_game.scenario.ids import AnyClauseId
from crisis_game.scenario.records import NO_WORDS, Bounds, By, Some, Values, Written, declared, key, record

Moment = Literal["situation", "table", "orders", "answer"]
"""Where in a round something is read or arrives: at the opening of that beat."""

ProfileName = Literal["tutorial", "quick", "full", "class"]
Orders = Literal["split", "one-sheet"]
Verdicts = Literal["each-round", "end"]


@dataclass(frozen=True, slots=True)
class Profile:
    """How a kind of lesson is played."""

    rounds: int
    minutes: tuple[int, ...]
    beat_seconds: Mapping[str, int]
    orders: Orders
    verdicts: Verdicts
    guided: bool = False


def _beats(situation: int, table: int, orders: int, answer: int) -> Mapping[str, int]:
    return {"situation": situation, "table": table, "orders": orders, "answer": answer}


PROFILES: Mapping[str, Profile] = {
    "tutorial": Profile(1, (10,), _beats(90, 240, 120, 30), "one-sheet", "each-round", guided=True),
    "quick": Profile(3, (15,), _beats(30, 120, 30, 18), "one-sheet", "each-round"),
    "full": Profile(5, (45,), _beats(90, 240, 120, 30), "split", "each-round"),
    "class": Profile(3, (50,), _beats(90, 270, 60, 60), "one-sheet", "end"),
}
"""Lessons by profile; beats in seconds."""


def _by_profile(give: Callable[[Profile], Any], *, under: bool = False) -> By:
    def work(values: Values) -> Any:
        return give(PROFILES[values["profile"]])

    return By(work, null=not under, under=under)


@record()
class Lesson:
    """How it is played; the profile gives what is left out."""

    profile: ProfileName = key("A kind of lesson, which gives what is left out.", left_out="full")
    rounds: int = key(
        "How many rounds; default by profile.", 1, 9, left_out=_by_profile(lambda profile: profile.rounds)
    )
    round_days: int = key("Days of the world in a round.", 1, 90, left_out=3)
    minutes: Some[Annotated[int, Bounds(1, 600)]] = key(
        "Lessons that it fits; default by profile.", 1, left_out=_by_profile(lambda profile: profile.minutes)
    )
    beat_seconds: Annotated[Mapping[str, int], Written(Mapping[Moment, Annotated[int, Bounds(5, 3600)]], dict)] = key(
        "The length of each beat with a clock, in seconds.",
        left_out=_by_profile(lambda profile: dict(profile.beat_seconds), under=True),
    )
    orders: Orders = key(
        "Vote, see the result, then give; or all on one sheet. Default by profile.",
        left_out=_by_profile(lambda profile: profile.orders),
    )
    verdicts: Verdicts = key(
        "When findings are shown; default by profile.", left_out=_by_profile(lambda profile: profile.verdicts)
    )
    guided: bool = key("Whether the guide speaks.", default=False, left_out=_by_profile(lambda profile: profile.guided))
    clauses: Some[AnyClauseId] = key("The clauses that texts can have; default: all.", default=())


PLAIN_LESSON = Lesson(**declared(Lesson).defaults(NO_WORDS).under({}))
"""The lesson of a scenario that says nothing of it."""

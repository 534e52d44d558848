"""An act on record in its three readings, as the judge takes it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, TypeAlias

from crisis_game.engine.state import ConductState
from crisis_game.law.conduct import Conduct, FactValue

Reading = Literal["public", "known", "true"]
Raw: TypeAlias = dict[str, FactValue]


def reading(conduct: ConductState, which: Reading) -> Conduct:
    """A conduct as the judge takes it, in one reading."""
    over: Raw = getattr(conduct, which)
    return Conduct(conduct.id, conduct.actor, {**conduct.facts, **over}, (), conduct.participants)


def laid_apart(public: Raw, known: Raw, true: Raw, apart: Collection[str] = ()) -> tuple[Raw, Raw, Raw, Raw]:
    """The facts that all readings share, and what each has over them; those in `apart` are never shared."""
    shared = {
        name: value
        for name, value in public.items()
        if name not in apart and known.get(name) == value == true.get(name)
    }
    public, known, true = (
        {name: facts[name] for name in facts if name not in shared} for facts in (public, known, true)
    )
    return shared, public, known, true

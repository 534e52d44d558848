"""What the file says of its own tests: given a state or choices, when something is done, then what must come of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from crisis_game.law.finding import Verdict
from crisis_game.scenario.model_trials import TrialBeat, Until
from crisis_game.scenario.reading.kinds import GaugeName, Id, OneOrMore, Shape, Short, WrittenCondition, WrittenProse

Kinded = Annotated[dict[str, Any], Short("kind")]
"""A command or an event: its `kind`, and its fields in the words of a log."""


class ChoiceShape(Shape):
    """What a seat chose."""

    seat: str = Field(description="The seat that chooses.")
    command: Kinded = Field(description="A kind of command with its fields; `package` may stand for a draft.")
    round: int | None = Field(None, ge=1, le=9, description="Default: that of the choice before.")
    beat: TrialBeat | None = Field(None, description="Default: that of the choice before.")


class GivenShape(Shape):
    """The state that a test begins in; policies play up to there."""

    seed: int = Field(1, ge=0, le=2**63 - 1, description="Of all chance.")
    policy: str | None = Field(None, description="Who plays all seats; default: each state's own policy.")
    round: int | None = Field(None, ge=1, le=9, description="Default: 1, or 2 where a text was adopted.")
    beat: TrialBeat = Field("situation", description="The beat in which the test begins.")
    truth: str | None = Field(None, description="What truly happened; another seed is taken until it is so.")
    temperament: str | None = Field(None, description="How the adversary is minded; found by the seed, too.")
    draws: dict[Id, str] = Field(default_factory=dict, description="What was drawn; found by the seed, too.")
    gauges: dict[GaugeName, int] = Field(default_factory=dict, description="Values that are set here.")
    incidents: Annotated[list[str], OneOrMore()] = Field(
        default_factory=list, max_length=9, description="What has happened."
    )
    adopted: Annotated[list[str], OneOrMore()] = Field(
        default_factory=list, max_length=3, description="Packages that all members adopted in the round before."
    )
    choices: list[ChoiceShape] = Field(
        default_factory=list, max_length=60, description="What seats did from there on; policies do the rest."
    )


class WhenShape(Shape):
    """What is tried: a command of a seat, or time that passes."""

    until: Until | None = Field(None, description="Time that passes.")
    seat: str | None = Field(None, description="The seat that gives the command.")
    command: Kinded | None = Field(None, description="The command.")


class FindingShape(Shape):
    """A rule's answer on an act."""

    rule: str = Field(description="The rule's id.")
    verdict: Verdict = Field(description="Its answer.")
    about: str | None = Field(None, description="The measure, step or text that the act is about.")
    by: str | None = Field(None, description="A seat that took part in it.")
    reading: Literal["public", "known", "true"] = Field("known", description="On whose knowledge.")


class ExpectShape(Shape):
    """One thing that must come of it."""

    holds: WrittenCondition | None = Field(None, description="A condition; a line alone means this.")
    event: Kinded | None = Field(None, description="Something that must happen, with these fields.")
    never: Kinded | None = Field(None, description="Something that must not happen.")
    finding: FindingShape | None = Field(None, description="An answer of the judge that must be there.")
    refused: str | None = Field(None, description="The code with which the command must be refused.")


class TrialShape(Shape):
    """A test of the scenario; `check --tests` runs it."""

    why: WrittenProse = Field(description="What the test holds, in one sentence.")
    given: GivenShape = Field(
        default_factory=lambda: GivenShape.model_validate({}), description="Where the test begins."
    )
    when: Annotated[WhenShape, Short("until")] = Field(
        default_factory=lambda: WhenShape.model_validate({"until": "the round ends"}),
        description="What is tried; default: `the round ends`.",
    )
    then: Annotated[list[Annotated[ExpectShape, Short("holds")]], OneOrMore()] = Field(
        min_length=1, max_length=20, description="What must come of it."
    )

"""What an author expects of a scenario: tests, each from a state and choices over one step to what must come of it.

Commands and events are plain values here, in the words of a save's log (`kind` and the fields): the engine, which
knows them, lies above. `reading.trial_words` holds their names.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

from crisis_game.conditions.condition import Condition
from crisis_game.law.finding import Verdict
from crisis_game.scenario.ids import (
    ConsentId,
    GaugeId,
    IncidentId,
    ObjectiveId,
    PackageId,
    PolicyId,
    RuleId,
    StateId,
    TemperamentId,
    TruthId,
)
from crisis_game.scenario.model_consents import ConsentLevel
from crisis_game.scenario.records import By, Mark, Name, Some, Written, key, record
from crisis_game.texts import Prose

Met = Literal["met", "partly", "not"]
"""How far a learning objective is shown."""

TrialBeat = Literal["situation", "table", "orders"]
"""The beats in which seats choose."""

Until = Literal["the beat ends", "the round ends", "the game ends"]
"""How far the policies play on when it is not a command that is tried."""

Act: TypeAlias = Annotated[Mapping[str, Any], Mark("act")]
"""A command or an event: its `kind`, and its fields in the words of a log."""


@record()
class Choice:
    """What a seat chose."""

    seat: StateId = key("The seat that chooses.")
    command: Act = key("A kind of command with its fields; `package` may stand for a draft.")
    round: int | None = key("Default: that of the choice before.", 1, 9, default=None)
    beat: TrialBeat | None = key("Default: that of the choice before.", default=None)


@record()
class Given:
    """The state that a test begins in; policies play up to there.

    With assumptions about what is drawn, the first seed from `seed` on is taken under which they hold.
    """

    seed: int = key("Of all chance.", 0, 2**63 - 1, default=1)
    policy: PolicyId | None = key("Who plays all seats; default: each state's own policy.", default=None)
    round: int = key(
        "Default: 1, or 2 where a text was adopted.",
        1,
        9,
        default=1,
        left_out=By(lambda values: 2 if values["adopted"] else 1),
    )
    beat: TrialBeat = key("The beat in which the test begins.", default="situation")
    truth: TruthId | None = key("What truly happened; another seed is taken until it is so.", default=None)
    temperament: TemperamentId | None = key("How the adversary is minded; found by the seed, too.", default=None)
    draws: Mapping[Name, str] = key("What was drawn; found by the seed, too.", default_factory=dict)
    gauges: Mapping[GaugeId, int] = key("Values that are set here.", default_factory=dict)
    consents: Mapping[ConsentId, ConsentLevel] = key("How consents stand here.", default_factory=dict)
    incidents: Some[IncidentId] = key("What has happened.", most=9, default=())
    adopted: Some[PackageId] = key("Packages that all members adopted in the round before.", most=3, default=())
    choices: tuple[Choice, ...] = key("What seats did from there on; policies do the rest.", most=60, default=())


@record(name="When", short="until")
class WrittenWhen:
    """What is tried: a command of a seat, or time that passes."""

    until: Until | None = key("Time that passes.", default=None)
    seat: StateId | None = key("The seat that gives the command.", default=None)
    command: Act | None = key("The command.", default=None)

    def made(self) -> Choice | Until:
        """What the model holds of it."""
        if self.seat is not None and self.command is not None:
            return Choice(self.seat, self.command)
        return self.until or "the round ends"


@record(name="Finding")
class ExpectedFinding:
    """A rule's answer on an act."""

    rule: RuleId = key("The rule's id.")
    verdict: Verdict = key("Its answer.")
    about: str | None = key("The measure, step or text that the act is about.", default=None)
    by: StateId | None = key("A seat that took part in it.", default=None)
    reading: Literal["public", "known", "true"] = key("On whose knowledge.", default="known")


@record(name="ObjectiveIs")
class ExpectedObjective:
    """How far a learning objective has been shown by now."""

    id: ObjectiveId = key("The objective.", name="id")
    how_far: Met = key("How far it is shown.", name="is")


@record(name="Expect", short="holds")
class Expected:
    """One thing that must come of it."""

    holds: Condition | None = key("A condition; a line alone means this.", default=None)
    event: Act | None = key("Something that must happen, with these fields.", default=None)
    never: Act | None = key("Something that must not happen.", default=None)
    finding: ExpectedFinding | None = key("An answer of the judge that must be there.", default=None)
    objective: ExpectedObjective | None = key("How far an objective is shown; also that it is not.", default=None)
    refused: str | None = key("The code with which the command must be refused.", default=None)


@record(name="Test")
class Trial:
    """A test of the scenario; `check --tests` runs it."""

    id: Name
    why: Prose = key("What the test holds, in one sentence.")
    given: Given = key("Where the test begins.", left_out=Given())
    when: Annotated[Choice | Until, Written(WrittenWhen, WrittenWhen.made)] = key(
        "What is tried; default: `the round ends`.", left_out="the round ends"
    )
    then: Some[Expected] = key("What must come of it.", 1, 20)

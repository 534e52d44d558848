"""A scenario, loaded: plain frozen data, immutable, identified by its id and the hash of its files.

Nothing here reads a file (see `scenario.reading`), and nothing here moves (see `engine`). All tables are by id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Literal

from crisis_game.charter.model import Charter
from crisis_game.conditions.condition import Condition, condition
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.fact_rows import ConditionalFacts, Fact, FactRow
from crisis_game.scenario.hidden_leaves import HiddenLeaves, hidden_leaves
from crisis_game.scenario.ids import (
    ActorId,
    AimId,
    AssetId,
    CharterMemberId,
    ClaimId,
    ClauseId,
    ConsentId,
    GaugeId,
    IncidentId,
    InjectId,
    MeasureId,
    MilestoneId,
    OrganId,
    OtherVote,
    PackageId,
    PlaceId,
    ReactionId,
    SourceId,
    StateId,
    TemperamentId,
    TruthId,
    VoiceId,
)
from crisis_game.scenario.lesson import PLAIN_LESSON, Lesson, Moment
from crisis_game.scenario.model_actors import (
    Actor,
    CouncilAsk,
    CouncilMember,
    CouncilShift,
    Score,
    SecurityCouncil,
    Settlement,
    Step,
    Temperament,
)
from crisis_game.scenario.model_consents import Consent, ConsentLevel
from crisis_game.scenario.model_gauges import Gauge, GaugeRow, GaugeWord, Moves, row_id
from crisis_game.scenario.model_in_force import MeasureInForce
from crisis_game.scenario.model_map import WorldMap
from crisis_game.scenario.model_milestones import Milestone
from crisis_game.scenario.model_script import (
    Asking,
    Chain,
    Effect,
    EffectKind,
    Ending,
    Expectation,
    Guidance,
    How,
    Inject,
    Objective,
    Reaction,
    Reply,
)
from crisis_game.scenario.model_texts import STANDARD_CLAUSES, Aim, Clause, Measure, MeasureKind, Package, Target
from crisis_game.scenario.model_trials import Trial
from crisis_game.scenario.model_voices import Sayings, Voice
from crisis_game.scenario.model_world import (
    Asset,
    Claim,
    Draw,
    EvidenceSource,
    HomeRow,
    Incident,
    Keeps,
    Like,
    MandateLine,
    Place,
    RedLine,
    Role,
    State,
    Truth,
    Variant,
    home_row_id,
)
from crisis_game.scenario.numbers import Numbers
from crisis_game.scenario.records import (
    EMPTY,
    LATER,
    NO_WORDS,
    Bounds,
    Language,
    Mark,
    Name,
    key,
    record,
    same_as,
)
from crisis_game.scenario.sheets import Sheets, sheets_of
from crisis_game.texts import Prose

__all__ = [
    "STANDARD_CLAUSES",
    "Actor",
    "Aim",
    "Asking",
    "Asset",
    "Chain",
    "Claim",
    "Clause",
    "ConditionalFacts",
    "Consent",
    "ConsentLevel",
    "CouncilAsk",
    "CouncilMember",
    "CouncilShift",
    "Draw",
    "Effect",
    "EffectKind",
    "Ending",
    "EvidenceSource",
    "Expectation",
    "Fact",
    "FactRow",
    "Gauge",
    "GaugeRow",
    "GaugeWord",
    "Guidance",
    "HomeRow",
    "How",
    "Incident",
    "Inject",
    "Keeps",
    "Lesson",
    "Like",
    "MandateLine",
    "Measure",
    "MeasureInForce",
    "MeasureKind",
    "Milestone",
    "Moment",
    "Moves",
    "Objective",
    "Package",
    "Place",
    "Reaction",
    "RedLine",
    "Reply",
    "Role",
    "Sayings",
    "Scenario",
    "Score",
    "SecurityCouncil",
    "Settlement",
    "State",
    "Step",
    "Target",
    "Temperament",
    "Trial",
    "Truth",
    "Variant",
    "Voice",
    "WorldMap",
    "home_row_id",
    "row_id",
]

People = Annotated[int, Bounds(1, 200)]


@record()
class Whole:
    """What an author writes of a scenario as a whole, and what is played of it as it is written.

    The rest, which needs the catalogue or the charter, differs between file and model: `reading.file`, `Scenario`.
    """

    id: Name = key("The scenario's id; saves rely on it.")
    title: Prose = key("What the list of scenarios shows.")
    summary: Prose = key("One or two sentences for the list of scenarios.")
    opening: Prose = key("What all read before the first round; default: the summary.", left_out=same_as("summary"))
    languages: tuple[Language, ...] = key("Codes of languages; the first is the scenario's own.", 1, left_out=("en",))
    level: Literal["first", "standard", "advanced"] = key(
        "How much a player must know beforehand.", left_out="standard"
    )
    group: tuple[People, People] = key("Smallest and largest number of people.", left_out=(1, 30))
    resembles: str | None = key("The real case it resembles.", left_out=None)
    lesson: Lesson = key("How it is played.", left_out=PLAIN_LESSON)
    numbers: Annotated[Numbers, Mark("numbers")] = key("Numbers of the rules that are changed.", left_out=Numbers())
    organ: OrganId = key("The organ in which the members decide; default: the charter's first.", left_out=LATER)
    states: Mapping[StateId, State] = key("The states by their codes.", 1)
    assets: Mapping[AssetId, Asset] = key("What nobody else can supply.", left_out=EMPTY)
    consents: Mapping[ConsentId, Consent] = key("Whose leave measures need.", left_out=EMPTY)
    truths: Mapping[TruthId, Truth] = key(
        "What truly happened; the seed draws one. Default: one, `plain`.", left_out=EMPTY
    )
    draws: Mapping[Name, Draw] = key("What else the seed draws: values with their weights.", left_out=EMPTY)
    claims: Mapping[ClaimId, Claim] = key("What is said to be so.", left_out=EMPTY)
    sources: Mapping[SourceId, EvidenceSource] = key("Who knows what about a claim.", left_out=EMPTY)
    incidents: Mapping[IncidentId, Incident] = key("What happens in the world and law attaches to.", left_out=EMPTY)
    aims: Mapping[AimId, Aim] = key("What a text can be for.", left_out=EMPTY)
    targets: Mapping[Name, Target] = key("Targets of force, for the force sheet.", left_out=EMPTY)
    injects: Mapping[InjectId, Inject] = key("Prepared messages and happenings.", left_out=EMPTY)
    reactions: Mapping[ReactionId, Reaction] = key("What the world does when a condition holds.", left_out=EMPTY)
    actors: Mapping[ActorId, Actor] = key(
        "Who acts beside the seats, and members that press; by their codes.", left_out=EMPTY
    )
    endings: tuple[Ending, ...] = key("How it can end; the last by rank must always hold.", 1)
    objectives: tuple[Objective, ...] = key("What people should learn, and by what one sees it.", left_out=())
    debrief: tuple[Prose, ...] = key("Questions for the talk afterwards.", left_out=())
    teaching: Prose = key("Notes for the instructor.", left_out=NO_WORDS)
    places: Mapping[PlaceId, Place] = key("Places on the map.", left_out=EMPTY)
    map: WorldMap = key("The map beneath the places.", default=WorldMap())
    guidance: tuple[Guidance, ...] = key("Hints of a tutorial.", default=())
    trials: tuple[Trial, ...] = key("Tests of this scenario, run by `check --tests`.", default=(), name="tests")
    milestones: Mapping[MilestoneId, Milestone] = key(
        "What the scenario remembers of its course; conditions ask for it by `is()` and `since()`.",
        default_factory=dict,
        after="incidents",
    )
    in_force: tuple[MeasureInForce, ...] = key(
        "Measures that run when the exercise opens.", most=9, default=(), after="chair"
    )
    others: Mapping[CharterMemberId, OtherVote] = key(
        "How members of the organ vote that have no seat here: a vote, or `follows`, as more of the seats do.",
        default_factory=dict,
        after="states",
    )
    voices: Mapping[VoiceId, Voice] = key(
        "Ways to argue beside the eight of the game; one of the same name takes its place.",
        default_factory=dict,
        after="states",
    )


@record(kw_only=True)
class Scenario(Whole):
    """Everything an author wrote, checked and linked."""

    content_hash: str
    charter: Charter
    gauges: Mapping[GaugeId, Gauge]
    measures: Mapping[MeasureId, Measure]
    played: tuple[MeasureId, ...]
    clauses: Mapping[ClauseId, Clause]
    packages: Mapping[PackageId, Package]
    chair: tuple[Draft, ...]
    council: SecurityCouncil | None

    gauge_rows: Mapping[GaugeId, tuple[GaugeRow, ...]] = field(default_factory=dict)
    """What moves gauges in ANSWER beside the rules; apart from the gauges, which all may read."""

    members: tuple[StateId, ...] = field(init=False, compare=False)
    """The members' ids, in order; the order in which simultaneous choices are resolved."""

    pressing: Mapping[ActorId, Actor] = field(init=False, compare=False, repr=False)
    """Actors that take steps, in the order of the file."""

    petitioners: Mapping[ActorId, Actor] = field(init=False, compare=False, repr=False)
    """Actors that ask for something, in the order of the file."""

    sheets: Sheets = field(init=False, compare=False, repr=False)
    """What may be read in play of records that hold more."""

    benchmarks: Mapping[str, Condition] = field(init=False, compare=False, repr=False)
    """By the id of a remedy of the charter: the condition that ends it."""

    hidden: HiddenLeaves = field(init=False, compare=False, repr=False)
    """What conditions ask that not everybody can read."""

    def __post_init__(self) -> None:
        """Work out what is asked for in every moment of a game."""
        members = sorted(id_ for id_, state in self.states.items() if state.role == "member")
        object.__setattr__(self, "members", tuple(members))
        object.__setattr__(self, "pressing", {id_: actor for id_, actor in self.actors.items() if actor.takes_steps})
        petitioners = {id_: actor for id_, actor in self.actors.items() if actor.model == "petitioner"}
        object.__setattr__(self, "petitioners", petitioners)
        sheets = sheets_of(
            self.states,
            self.claims,
            self.incidents,
            self.sources,
            self.actors,
            self.measures,
            self.consents,
            self.gauges,
        )
        object.__setattr__(self, "sheets", sheets)
        benchmarks = {remedy.id: condition(remedy.benchmark) for remedy in self.charter.remedies if remedy.benchmark}
        object.__setattr__(self, "benchmarks", benchmarks)
        seen = {id_: gauge.seen for id_, gauge in self.gauges.items()}
        private = (id_ for id_, inject in self.injects.items() if inject.to or inject.home_of)
        object.__setattr__(self, "hidden", hidden_leaves(seen, private, self.milestones))

    @property
    def adversary(self) -> ActorId | None:
        """Who is meant where nobody is named: the first that presses and can answer for it; None where nobody does."""
        return next((id_ for id_, actor in self.pressing.items() if actor.answers_for_it), None)

    @property
    def bargainers(self) -> tuple[ActorId, ...]:
        """Those who press by what they weigh, in the order of the file."""
        return tuple(id_ for id_, actor in self.pressing.items() if actor.model == "bargainer")

    @property
    def opponents(self) -> tuple[ActorId, ...]:
        """The other side: who bargains and is no member. With nobody there, nothing in play speaks of one."""
        return tuple(id_ for id_ in self.bargainers if id_ not in self.members)

    @property
    def temperaments(self) -> Mapping[TemperamentId, Temperament]:
        """How those who press may be minded."""
        return {id_: mind for actor in self.pressing.values() for id_, mind in actor.temperaments.items()}

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps of all who press."""
        return tuple(step for actor in self.pressing.values() for step in actor.steps)

    def step_of(self, actor: str, subject: str) -> Step | None:
        """The step that an act on record is; None for acts of members that are none."""
        return self.pressing[actor].step(subject) if actor in self.pressing else None

    def is_ours(self, actor: str, subject: str) -> bool:
        """Whether an act is one of the organisation and its members: any but a step of who presses."""
        return actor not in self.pressing or (actor in self.members and self.step_of(actor, subject) is None)

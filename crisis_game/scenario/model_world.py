"""The world of a scenario: states and what only they know, what is true, claimed and known, places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from crisis_game.charter.model import IncidentKind
from crisis_game.conditions.condition import Condition, Formula, always, never
from crisis_game.conditions.grades import Grade
from crisis_game.scenario.fact_rows import Fact
from crisis_game.scenario.ids import (
    AssetId,
    ClaimId,
    GaugeId,
    IncidentId,
    MemberId,
    PlaceId,
    PolicyId,
    SourceId,
    StateId,
    TruthId,
    VoiceId,
)
from crisis_game.scenario.model_gauges import Moves
from crisis_game.scenario.records import (
    EMPTY,
    LATER,
    NO_WORDS,
    Asks,
    Bounds,
    By,
    Mark,
    Name,
    Some,
    Written,
    key,
    record,
    same_as,
)
from crisis_game.texts import Prose

Facts: TypeAlias = Annotated[Mapping[str, Fact], Mark("facts")]
"""Facts of the judge's vocabulary by name."""

FactTable: TypeAlias = Annotated[Mapping[str, Fact], Mark("fact rows")]
"""The same, or a list of rows with conditions, of which later ones win (`fact_rows`)."""


@dataclass(frozen=True, slots=True)
class Like:
    """How much something is liked, and when that counts; None: always."""

    value: int
    when: Condition | None = None


Likes: TypeAlias = Annotated[Mapping[str, Like], Mark("likes")]
"""What is liked, by `LikedId`."""

Role = Literal["member", "adversary", "neighbour", "outsider"]
"""What a party is in play: a member with its vote, one who presses, one who asks, or one who is only named."""

Colour = Literal["red", "green", "yellow", "blue", "magenta", "cyan", "white", "orange"]
PlaceKind = Literal["capital", "town", "port", "base", "point"]

Across: TypeAlias = Annotated[int, Bounds(0, 100)]
"""Across from the west, or down from the north, in the grid of the map."""


@record()
class Variant:
    """Another wording, taken when its condition holds; the first that holds wins."""

    when: Condition = key("When this wording is taken.")
    text: Prose = key("The wording.")
    grade: Grade | None = key("The grade that goes with this wording; default: the entry's own.", default=None)


@record(name="Red line")
class RedLine:
    """What a member will not have."""

    text: Prose = key("The line in words.")
    crossed: Annotated[Condition, Asks("text")] = key("A condition about a text that crosses the line.")


@record(name="Mandate")
class MandateLine:
    """One of the four lines of a mandate.

    Read at the end, the first that holds: `performed` P, `some` S (some challenges), `major` M (major challenges),
    else U (unable).
    """

    kind: Literal["fits", "does-not-fit", "red-line", "dilemma"] = key("Which of the four lines it is.")
    text: Prose = key("The line: 30 words or fewer.")
    performed: Condition = key("When it counts as performed.")
    some: Condition = key("When it counts as performed with some challenges.", left_out=never())
    major: Condition = key("When it counts as performed with major challenges.", left_out=never())


@record(name="Home row")
class HomeRow:
    """What moves support at home in ANSWER, beside what the crisis does to it of itself."""

    when: Condition = key("When it counts, in each round anew; default: always.", left_out=always())
    add: Formula = key("By how much it moves support: a number or a formula.")
    why: Prose = key("The reason, as the seat is told it.")


def home_row_id(state: StateId, place: int) -> str:
    """How an event refers to a row: by its state and its place from 0, never by its words."""
    return f"home:{state}:{place}"


@record()
class Asset:
    """What nobody else can supply."""

    id: AssetId
    name: Prose = key("What it is called.", after="kind")
    kind: Literal[
        "base", "force", "data", "money", "registry", "declaration", "pilots", "contract", "veto", "expertise"
    ] = key("What kind of thing it is.")
    owner: StateId = key("The state whose it is.")
    text: Prose = key("Default: the name.", left_out=same_as("name"))


@record()
class Party:
    """Whoever has a name in a crisis: what everybody may know, and what only the seat knows, where there is one."""

    id: StateId
    name: Prose = key("What it is called.")
    adjective: Prose = key("Default: the name.", left_out=same_as("name"))
    colour: Colour | Literal[""] = key("Its colour; default by order.", left_out=LATER)
    sign: str = key("One character on maps and lists.", 1, 1, left_out=By(lambda values: values["id"][:1]))
    profile: Prose = key("What everybody may know.")
    brief: Prose = key("What only this seat knows: 180 words or fewer.", left_out=NO_WORDS)
    means: Mapping[Name, Annotated[int, Bounds(0, 9)]] = key(
        "What it can contribute of each kind, such as `words` or `trade`: 0-9.", left_out=EMPTY
    )
    readiness: int = key("How ready its forces are.", 0, 5, left_out=3)
    places: Some[PlaceId] = key("Its places on the map.", default=())


@record(kw_only=True)
class State(Party):
    """A member state: a seat at the table."""

    new_brief: Prose = key(
        "Read when the government falls; default: the brief.", left_out=same_as("brief"), after="brief"
    )
    mandate: tuple[MandateLine, ...] = key("Exactly four lines, one of each kind.", left_out=())
    red_line: RedLine | None = key("What it will not have; default: none.", left_out=None)
    asset: AssetId | None = key("Default: the first asset that it owns.", left_out=None)
    treasury: int = key("What it can spend.", 0, 40, left_out=8)
    home: int = key("Support at home.", 0, 100, left_out=60)
    home_moves: tuple[HomeRow, ...] = key(
        "What moves it each round; default: how high the crisis stands, what the seat gives, a text of its own that "
        "is adopted, texts that are adopted against its vote.",
        default=(),
    )
    likes: Likes = key(
        "What its policy likes, -3 to 3: a measure, `clause:ID`, `motion:KIND` or `package:ID`; a number, or "
        "`{value, when}`; not named: 0, a motion what it is usually worth.",
        left_out=EMPTY,
    )
    wants: Mapping[GaugeId, Annotated[int, Bounds(-3, 3)]] = key(
        "What it wants of gauges, -3 that they fall to 3 that they rise: what a text would move counts so much.",
        default_factory=dict,
    )
    declares: Mapping[Grade, Annotated[int, Bounds(0, 100)]] = key(
        "How likely its policy declares in a round that it was attacked, per cent, by the grade at which an author "
        "is named; default: 0, 40, 70 and 100.",
        default_factory=dict,
    )
    law_weight: int = key("How much its own reading of the law weighs in its vote.", 0, 2, left_out=1)
    price: int = key("Treasury another must pay before it joins an economic measure.", 0, 40, left_out=0)
    policy: PolicyId = key("The policy that plays it unless a person does.", left_out="statesman")
    voice: VoiceId | None = key(
        "How it argues while a computer holds it; default: a voice that suits its policy.", default=None
    )
    role: Role = "member"
    """What its seat is in this exercise; states outside have theirs from `actors`."""


@record()
class Keeps:
    """What moves a policy to share a source that it keeps; each of these is enough."""

    until: Annotated[Condition, Asks("world")] = key(
        "It is shared with all once this holds; asks only what all can follow.", default=never()
    )
    price: int = key("It is shared with all once its holder was paid so much; 0: it cannot be bought.", 0, 9, default=0)
    asked: bool = key("Whether it is shown to a member that asks and is trusted by 2 or more.", default=False)


@record(name="Source")
class EvidenceSource:
    """One source about a claim, in one hand."""

    id: SourceId
    claim: ClaimId = key("The claim that it bears on.")
    holder: MemberId = key("The seat that has it from the start.")
    name: Prose = key("What it is called.")
    text: Prose = key("What it says.")
    variants: tuple[Variant, ...] = key("Other wordings, by truth.", left_out=())
    caveat: Prose = key("What its owner asks of those who use it.", left_out=NO_WORDS)
    moves: Mapping[TruthId, Annotated[int, Bounds(-3, 3)]] = key(
        "Grades it moves the claim by, by truth.", left_out=EMPTY
    )
    default_move: int = key("Grades for truths that `moves` does not name.", -3, 3, default=1)
    cost: int = key("Home support that its owner risks by sharing it.", 0, 20, default=0)
    keeps: Keeps | None = key(
        "What moves a policy to share it. Default: with a cost of 0 or 1 it shares at once, else in a round that the "
        "seed draws.",
        default=None,
    )


@record()
class Claim:
    """Something that is said to be so."""

    id: ClaimId
    text: Prose = key("The claim, as a sentence.")
    holds: Annotated[Condition, Asks("draws")] = key("When it is true: asks only truth(), drawn(), temperament().")
    start: Grade | None = key("What everybody knows at the start; default: nobody has heard of it.", left_out=None)
    accuses: StateId | None = key("The state that it names as author of a wrong.", left_out=None)
    incident: IncidentId | None = key("The incident that it is about.", left_out=None)
    confirmed: Prose = key("What a verification says; default: the text.", left_out=same_as("text"))
    refuted: Prose = key("What a verification says; default: the text.", left_out=same_as("text"))


@record(name="Fact variant")
class FactVariant:
    """Facts that add to, or replace, those of an incident when a condition holds."""

    when: Annotated[Condition, Asks("incident")] = key("When these facts hold.")
    facts: Facts = key("Facts of the judge's vocabulary.")

    def pair(self) -> tuple[Condition, Mapping[str, Fact]]:
        """Both, as the model holds them."""
        return self.when, self.facts


FactsWhen: TypeAlias = Annotated[tuple[Condition, Mapping[str, Fact]], Written(FactVariant, FactVariant.pair)]


@record()
class Incident:
    """Something that happens in the world and that law attaches to."""

    id: IncidentId
    name: Prose = key("What it is called.")
    text: Prose = key("What happened.")
    place: PlaceId | None = key("Where, on the map.", left_out=None)
    round: int | None = key("0: before the start; default: only an effect brings it.", 0, 9, left_out=None)
    victim: StateId | None = key("The state that it struck.", left_out=None)
    author: StateId | None = key("As claimed; who it truly was is in the facts.", left_out=None)
    facts: FactTable = key("Facts of the judge's vocabulary, or rows of them.", left_out=EMPTY)
    fact_variants: tuple[FactsWhen, ...] = key("The first that holds adds to, or replaces, these facts.", left_out=())
    moves: Moves = key("By how much it moves gauges when it happens.", default_factory=dict)
    dead: int = key("The victim's dead.", 0, 100_000, default=0)
    kind: Some[IncidentKind] = key(
        "What it can be taken for, in the charter's words; default: nobody says, so that any trigger may be invoked.",
        default=(),
        after="text",
    )


@record()
class Truth:
    """What truly happened."""

    id: TruthId
    name: Prose = key("What it is called.")
    weight: int = key("How often the seed draws it.", 1, 100, left_out=1)
    reveal: Prose = key("Told in the debrief; default: the name.", left_out=same_as("name"))


@record(whole="values")
class Draw:
    """Something the seed draws at the start beside truth and temperament, such as the number of dead."""

    id: Name
    values: Annotated[tuple[tuple[str, int], ...], Mark("weights")] = key("Its values with their weights.")


@record()
class Place:
    """A place on the map, in a grid of 0-100 across and 0-100 down."""

    id: PlaceId
    name: Prose = key("What it is called.")
    x: Across = key("Across, from the left.")
    y: Across = key("Down, from the top.")
    owner: StateId | None = key("The state whose it is.", default=None)
    kind: PlaceKind = key("Gives its sign on the map.", default="point")
    about: Prose = key("What is read by who picks it; default: nothing.", default=NO_WORDS)
    asset: AssetId | None = key("The asset that lies there, such as a base.", default=None)

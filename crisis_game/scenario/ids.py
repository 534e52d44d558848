"""Kinds of ids, grades and other small words that scenario, engine and screens share."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from crisis_game.scenario.records import GAUGE_PATTERN, INFINITE, LONGEST_GAUGE, STATE_PATTERN, Named, Ref

_CODE = Named(STATE_PATTERN, INFINITE)

StateId: TypeAlias = Annotated[str, Ref("state", "state", _CODE)]
TargetId: TypeAlias = Annotated[str, Ref("state", "state", _CODE, none=True)]
MemberId: TypeAlias = Annotated[str, Ref("member", "member state", _CODE)]
ActorId: TypeAlias = Annotated[str, Ref("actor", "actor that takes steps", _CODE)]
SeatId: TypeAlias = str
"""A state's id, or `facilitator`, or `observer`."""
ClaimId: TypeAlias = Annotated[str, Ref("claim", "claim")]
SourceId: TypeAlias = Annotated[str, Ref("source", "source")]
IncidentId: TypeAlias = Annotated[str, Ref("incident", "incident")]
MeasureId: TypeAlias = Annotated[str, Ref("measure", "measure")]
ClauseId: TypeAlias = Annotated[str, Ref("clause", "clause in this scenario")]
AnyClauseId: TypeAlias = Annotated[str, Ref("any-clause", "clause")]
AimId: TypeAlias = Annotated[str, Ref("aim", "aim")]
PackageId: TypeAlias = Annotated[str, Ref("package", "package")]
GaugeId: TypeAlias = Annotated[str, Ref("gauge", "gauge", Named(GAUGE_PATTERN, LONGEST_GAUGE))]
InjectId: TypeAlias = Annotated[str, Ref("inject", "inject")]
MilestoneId: TypeAlias = Annotated[str, Ref("milestone", "milestone")]
ReactionId: TypeAlias = Annotated[str, Ref("reaction", "reaction")]
StepId: TypeAlias = Annotated[str, Ref("step", "step of an actor")]
TemperamentId: TypeAlias = Annotated[str, Ref("temperament", "temperament")]
ObjectiveId: TypeAlias = Annotated[str, Ref("objective", "learning objective")]
AssetId: TypeAlias = Annotated[str, Ref("asset", "asset")]
ConsentId: TypeAlias = Annotated[str, Ref("consent", "consent")]
PlaceId: TypeAlias = Annotated[str, Ref("place", "place")]
EndingId: TypeAlias = Annotated[str, Ref("ending", "ending")]
TruthId: TypeAlias = Annotated[str, Ref("truth", "truth")]
CharterMemberId: TypeAlias = Annotated[str, Ref("charter-member", "member of the charter", _CODE)]
OrganId: TypeAlias = Annotated[str, Ref("organ", "organ of the charter")]
PolicyId: TypeAlias = Annotated[str, Ref("policy", "policy")]
PurposeId: TypeAlias = Annotated[str, Ref("purpose", "purpose")]
ResponseId: TypeAlias = Annotated[str, Ref("response", "response kind")]
RuleId: TypeAlias = Annotated[str, Ref("rule", "rule of the judge")]
VoiceId: TypeAlias = Annotated[str, Ref("voice", "voice")]
OccasionId: TypeAlias = Annotated[str, Ref("occasion", "occasion", Named(r"^(inject:|incident:)?[a-z][a-z0-9-]*$"))]
"""From what on an objective counts: `inject:ID`, `incident:ID`, or `act-alone`."""
ALONE: OccasionId = "act-alone"
"""The first measure of rung 5 or more that a member begins alone."""
LikedId: TypeAlias = Annotated[str, Ref("liked", "measure, clause, motion or package")]
"""A measure, or `clause:ID`, `motion:KIND`, `package:ID`."""
HintedId: TypeAlias = Annotated[str, Ref("hinted", "act or page")]
"""What a hint leads to: the kind of an act, or a `PageId`; a key is none of them."""

FACILITATOR: SeatId = "facilitator"

MainPageId = Literal["situation", "inbox", "table", "orders", "record", "charter", "map"]
"""The pages between which a seat goes in play."""
PageId = Literal[
    MainPageId, "answer", "debrief", "acts", "briefing", "rules", "notes", "gauges", "library", "casebook", "public"
]
"""The pages of a game that a hint may name; screens and the table of keys have the same names for them."""

Vote = Literal["yes", "no", "abstain", "absent", "opt-out"]
OtherVote = Literal["yes", "no", "abstain", "absent", "follows"]
"""How a member without a seat votes; `follows` is as more of the seats do, and abstains in a tie."""
Stance = Literal["support", "could-live-with", "oppose", "silent"]
Delivery = Literal["full", "half", "none"]
Answer = Literal["lawful", "contested", "unlawful"]

AllyWord = Literal["endorse", "condition", "disown", "report", "silence"]
"""What a member can say of an ally's act: silence is what stands where it says nothing."""


Phase = Literal[
    "lobby",
    "briefing",
    "consultation",
    "drafting",
    "voting",
    "response",
    "consequences",
    "review",
    "hot-wash",
    "debrief",
    "closed",
]
Beat = Literal["situation", "table", "orders", "answer", "none"]

BEAT_OF: dict[Phase, Beat] = {
    "lobby": "none",
    "review": "situation",
    "briefing": "situation",
    "consultation": "table",
    "drafting": "table",
    "voting": "orders",
    "response": "orders",
    "consequences": "answer",
    "hot-wash": "none",
    "debrief": "none",
    "closed": "none",
}
"""The beat that each phase belongs to."""

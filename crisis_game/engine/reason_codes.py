"""Why things happen, as codes and values: what a save holds in place of a sentence.

The sentence for each code stands here, in one table, and is made when it is told. So a sentence can be reworded and
translated without a byte of any save becoming another. A code is never renamed, reused or given other values: saves
hold them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, unique
from string import Formatter
from types import MappingProxyType
from typing import TypeAlias

from crisis_game.texts import Text, counted

CodedValue: TypeAlias = str | int | tuple[str, ...]
"""What stands beside a code: an id or several of them, or a number."""


@unique
class Code(Enum):
    """Every sentence that an event can hold the code of; a save has the member's name."""

    # What attention is spent on
    ACTING_ALONE = Text("acting alone: {measure:measure}")
    BALLOT_ON_AMENDMENT = Text("putting an amendment to the ballot")
    BACK_CHANNEL = Text("a back channel")
    EMERGENCY_PROCEDURE = Text("calling the emergency procedure")
    HEARING = Text("asking for a hearing of {neighbour:state}")
    INQUIRY = Text("asking for an inquiry")
    MEDIATION = Text("asking for mediation")
    MERGING = Text("merging texts")
    RED_LINE = Text("declaring a red line")
    REFERRAL = Text("referring the matter to the Security Council")
    SOUNDING_OUT = Text("sounding out the Security Council")
    TABLING = Text("tabling a text")
    VERIFICATION = Text("asking for verification")

    # What became of a free move
    MOVE_ALLOWED = Text("{seat:state} does this: “{words}” The facilitator allows it. {told}")
    MOVE_FAILED = Text(
        "{seat:state} tries this: “{words}” It works in {odds} of ten cases. For it: {pro} Against it: {contra} "
        "The lot is {drawn}: it fails. {told}"
    )
    MOVE_REFUSED = Text("The facilitator refuses your move “{words}”: {told}")
    MOVE_WORKED = Text(
        "{seat:state} tries this: “{words}” It works in {odds} of ten cases. For it: {pro} Against it: {contra} "
        "The lot is {drawn}: it works. {told}"
    )
    FREE_MOVE = Text("what {seat:state} undertook")

    # Why credit, treasury or support at home moves
    DEPARTED = Text("left a text that it had voted for")
    DISOWNED = Text("most others disown what it did alone")
    DEAD_OF_OWN = Text("dead of one's own: {incident:incident}")
    HASTY_ASKER = Text("acted on {claim:claim} before the answer it had asked for")
    HOME_SETTLES = Text("people at home think what they thought before")
    HOME_LEVEL = Text("the crisis frightens people at home")
    HOME_COST = Text("what we give is missed at home")
    HOME_OWN_TEXT = Text("a text of ours was adopted")
    HOME_VOTED_DOWN = Text("all that was adopted is against our vote")
    PLEDGE_NEEDED = Text("{text:text} needed its pledge")
    PLEDGE_UNMET = Text("a pledge was not met")
    PLEDGES_MET = Text("all pledges due were met in full")
    PROMISE_BROKEN = Text("a promise to {receiver:state} was not kept")
    PROMISE_KEPT = Text("as {by:state} promised {receiver:state}")
    RED_LINE_CROSSED = Text("{text:text} crosses our red line")
    RED_LINE_OUTVOTED = Text("we had declared it, and were outvoted")
    REPORTED_FALSE = Text("{claim:claim} was reported, and is shown false")
    SHARING = Text("sharing {source:source}")

    # Why a text, a measure or an order to act alone comes to an end
    COUNCIL_ACTED = Text("the Security Council has taken measures of its own")
    CONFIRMED_BY_LATER = Text("a later text is in its place")
    END_DATE = Text("its end date has come")
    GOES_ON_UNDER = Text("it goes on under {text:text}")
    LIFTED_BY_SEAT = Text("{seat:state} lifts it")
    LIFTED_BY_TEXT = Text("{text:text} lifts it")
    NOBODY_GIVES = Text("nobody gives anything to it")
    NOT_CONFIRMED = Text("no later text has confirmed it")
    NOT_ORDERED = Text("it was not ordered")
    NOT_PUT = counted(
        "only one text is put to the vote, that with most support",
        "only {n} texts are put to the vote, those with most support",
        0,
    )
    NOTHING_LEFT = Text("nothing is left to pay for it")
    SAID = Text("it has been said")
    SILENCE_BROKEN = Text("{seats:state} broke silence")
    TEXT_ADOPTED = Text("a text with measures was adopted")
    TEXT_DOES_IT = Text("a text does it, and you take part")
    UNAFFORDABLE = Text("you cannot pay for it")

    # What a letter says that no author wrote
    GOVERNMENT_TOTTERS = Text(
        "Support at home is {home}. If it is not {least} or more when the next round is over, the government falls."
    )

    # Why what was to follow from an answer does not
    NOT_POSSIBLE_THEN = Text("What was to follow from the answer to {inject:inject} was not possible.")

    # Terms of gauges
    ADOPTED = Text("a text adopted")
    ADOPTED_WITHOUT_NO = Text("a text adopted without a no")
    ANSWER_TO = Text("the answer to {inject:inject}")
    ASSUMED = Text("assumed by a test")
    ALLY_UNANSWERED = Text("most say nothing of what {seats:state} does alone")
    ALONE_ENDORSED = Text("what {seat:state} did alone is endorsed")
    ALONE_UNANNOUNCED = Text("{seat:state} acted alone without notice")
    AWARD_DEFIED = Text("the award over {incident:incident} was not obeyed")
    COOLING = Text("the crisis cools by itself")
    COOLING_ENDS = Text("a round cools no further")
    CRISIS_GOES_ON = Text("the crisis goes on")
    CRITICISM_OF_EMERGENCY = Text("criticism of how emergency procedure for {text:text} came about")
    CRITICISM_OF_MEASURE = Text("criticism of how {measure:measure} came about")
    CRITICISM_OF_SUSPENSION = Text("criticism of how suspension of {member:state} came about")
    DEMAND_UNMET = Text("a demand of {seat:state} passed unmet")
    DEPARTS_FROM_OPINION = Text("{measure:measure} departs from an opinion that was asked for")
    DUE_UNMET = counted("{n} due pledge not met", "{n} due pledges not met", 0)
    EMERGENCY = Text("emergency procedure")
    END_DATE_IN = Text("end date in {text:text}")
    END_OF_SCALE = Text("the scale ends there")
    EXEMPTIONS = Text("exemptions in use")
    FORCE_GOES_ON = Text("{measure:measure} goes on")
    FORCE_GOES_ON_UNCOVERED = Text("{measure:measure} goes on uncovered")
    FORCE_STAYS_UNCOVERED = Text("force goes on uncovered: {measures:measure}")
    FORCE_UNREPORTED = Text("force unreported this round")
    GROWS = Text("it grows by itself")
    HALF_WAY = Text("half-way to {target}")
    HASTE = Text("acted on {claim:claim}, now refuted")
    HEARD_AND_ANSWERED = Text("{state:state} heard and answered")
    HEARD_NOT_ANSWERED = Text("{state:state} was heard and not answered")
    INCIDENT = Text("{incident:incident}")
    INDEPENDENT_RESULT = Text("independent answer on this: {claim:claim}")
    INJECT = Text("{inject:inject}")
    INQUIRY_INTO_HARM = Text("inquiry into own harm")
    MEASURE = Text("{measure:measure}")
    MEDIATION_ASKED = Text("a member asked for mediation")
    NEIGHBOUR_HELPS = Text("{state:state} gives its help")
    NO_CONSULTATION = Text("no consultation")
    NO_MORE_COOLS = Text("no more cools while force runs uncovered")
    NONE_ADOPTED = Text("no text adopted")
    OFF_RAMP_OPEN = Text("off-ramp kept open beside measures")
    OFFER_POCKETED = Text("an offer was pocketed")
    OPINION_GIVEN = Text("an opinion was asked for, and published: {measure:measure}")
    OUT_OF_SIGHT = Text("events out of the public eye")
    OUTVOTED = Text("{seat:state} outvoted on its red line")
    OVERCLAIM = Text("{seat:state} reported more than proved true")
    OWN_HARM = Text("harm done by the members' own measures")
    PROTESTS_AT_EMERGENCY = Text("protests at emergency procedure for {text:text}")
    PROTESTS_AT_MEASURE = Text("protests at {measure:measure}")
    PROTESTS_AT_SUSPENSION = Text("protests at suspension of {member:state}")
    REACTION = Text("{reaction:reaction}")
    ROW = Text("{row:row}")
    SHIELDED = Text("shielded from the step")
    STEP = Text("{step:step}")

    # What the Security Council answers
    COUNCIL_ADOPTED = Text("Adopted.")
    COUNCIL_SHORT = Text("Not adopted: {have} of {needed} votes.")
    COUNCIL_VETOED = Text("Not adopted: vetoed by {states:council}.")

    # Letters
    HEARD_ADVANCE = Text("They speak of rights and of time running out. They seem to weigh a step forward.")
    HEARD_BACK = Text("They ask what it would be worth to you if things eased. They seem to weigh a step back.")
    HEARD_HOLD = Text("They speak of patience and wait to see what you do. They seem to weigh staying where they are.")
    SIGNS_OF_BACK = Text("Crews are being called home. The signs are of a step back.")
    SIGNS_OF_HOLD = Text("Nothing is being moved. The signs are of waiting.")
    SOUNDING = Text(
        "If asked ({ask:ask}): about {yes} in favour, {no} against, {abstaining} abstaining; we may be off by one."
    )


_NAMES: Mapping[Code, frozenset[str]] = {
    code: frozenset(name for _, name, _, _ in Formatter().parse(code.value.msgid) if name) | set(code.value.values)
    for code in Code
}
"""The values that each code has beside it."""

_NOTHING: Mapping[str, CodedValue] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Coded:
    """One sentence of ours as an event holds it.

    Attributes:
        code: which.
        values: a value for each of its placeholders, and `n` where it counts.

    Raises:
        ValueError: if these are not the values of the code.
    """

    code: Code
    values: Mapping[str, CodedValue] = field(default_factory=lambda: _NOTHING)

    def __post_init__(self) -> None:
        if self.values.keys() != _NAMES[self.code]:
            raise ValueError(f"{self.code.name} has other values beside it")

    @property
    def text(self) -> Text:
        """The sentence, as it is told now."""
        sentence: Text = self.code.value
        return replace(sentence, values=self.values)


def coded(code: Code, **values: CodedValue) -> Coded:
    """A code with its values. Raises ValueError if they are not those of the code."""
    return Coded(code, values)

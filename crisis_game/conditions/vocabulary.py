"""What a condition may ask: the names and functions of the one-line language, with their types.

The engine answers them (`engine/conditions.py`); the reader checks every condition against these tables at load.
"""

from __future__ import annotations

from typing import Literal, Protocol

from crisis_game.conditions.grades import Grade

Kind = Literal["number", "truth", "grade"]
"""What an expression is worth: a whole number, true or false, or a grade of evidence."""

ArgumentKind = Literal[
    "state", "member", "claim", "source", "measure", "clause", "motion", "package", "inject", "truth", "temperament",
    "draw", "word", "consent", "vote", "step", "neighbour", "incident", "basis", "ending",
    "milestone", "choice", "actor", "matter", "ally-word", "act", "amendment", "legality",
    "council-ask",
]  # fmt: skip
"""What an argument names; the reader checks that the id exists. `word` is free, a `choice` is of the inject before."""

NAMES: dict[str, Kind] = {
    "round": "number",
    "rounds": "number",
    "level": "number",
    "risk": "number",
    "pain": "number",
    "pain_rounds": "number",
    "delivered": "number",
    "participation": "number",
    "deadlocks": "number",
    "own_harm": "number",
    "unlawful_acts": "number",
    "defects": "number",
    "texts_adopted": "number",
    "texts_failed": "number",
    "pledges_unmet": "number",
    "begun_alone": "number",
    "red_lines_outvoted": "number",
    "neighbours_answered": "number",
    "offer_open": "truth",
    "accused": "truth",
    "mandate": "truth",
    "vetoed": "truth",
    "reported": "truth",
    "consulted": "truth",
    "settled": "truth",
    "force_by_members": "truth",
    "force_by_adversary": "truth",
    "covered_force": "truth",
    "uncovered_force": "truth",
}
"""Names beside the gauges, whose ids are names of kind `number` too.

`level`, `risk`, `pain` and `pain_rounds` are of the first of those who press. `level` is its step on its ladder, 0 for
none; `risk` that of its next step, 0 at the last; `delivered` the
per cent of due pledges met this round (50 if none was due); `participation` the per cent of presence and force
capability given; `pain_rounds` rounds in a row with pain of 15 or more; `deadlocks` rounds in a row in which even the
chair's text failed; `unlawful_acts` and `defects` are counted in the public reading.
"""

COUNTS = ("texts_adopted", "texts_failed", "pledges_unmet", "begun_alone", "red_lines_outvoted", "neighbours_answered")
"""Names of what is counted in each round; a row of a gauge can count once for each of them."""

FUNCTIONS: dict[str, tuple[tuple[ArgumentKind, ...], int, Kind]] = {
    "adopted": (("word",), 1, "truth"),
    "in_force": (("measure",), 1, "truth"),
    "rounds_in_force": (("measure",), 1, "number"),
    "evidence": (("claim", "member"), 1, "grade"),
    "verified": (("claim",), 1, "truth"),
    "shared": (("source",), 1, "truth"),
    "truth": (("truth",), 1, "truth"),
    "temperament": (("temperament",), 1, "truth"),
    "drawn": (("draw", "word"), 2, "truth"),
    "arrived": (("inject",), 1, "truth"),
    "answered": (("inject", "choice", "member"), 2, "truth"),
    "answered_ally": (("ally-word", "member"), 1, "truth"),
    "done": (("act", "member"), 1, "truth"),
    "happened": (("incident",), 1, "truth"),
    "step": (("step",), 1, "truth"),
    "declared_attacked": (("state",), 1, "truth"),
    "requested_help": (("state",), 1, "truth"),
    "base_open": (("consent",), 1, "truth"),
    "base_withdrawn": (("consent",), 1, "truth"),
    "delivers": (("member", "measure"), 2, "truth"),
    "voted": (("member", "vote"), 2, "truth"),
    "home": (("member",), 1, "number"),
    "treasury": (("member",), 1, "number"),
    "spent": (("member",), 1, "number"),
    "own_text_adopted": (("member",), 1, "truth"),
    "voted_down": (("member",), 1, "truth"),
    "fallen": (("member",), 1, "truth"),
    "credit": (("member",), 1, "number"),
    "pledges_met": (("member",), 1, "number"),
    "alone": (("member",), 1, "truth"),
    "red_line_crossed": (("member",), 1, "truth"),
    "red_line_declared": (("member",), 1, "truth"),
    "clause_adopted": (("clause",), 1, "truth"),
    "heard": (("neighbour",), 1, "truth"),
    "suspended": (("member",), 1, "truth"),
    "heard_member": (("member",), 1, "truth"),
    "arrears": (("member",), 1, "number"),
    "left": (("member",), 1, "truth"),
    "needed": (("matter",), 1, "number"),
    "obeyed": (("member",), 1, "truth"),
    "award_given": (("incident",), 1, "truth"),
    "award_against": (("member",), 1, "truth"),
    "opinion_given": (("measure", "legality"), 1, "truth"),
    "amended": (("amendment",), 1, "truth"),
    "council_took": (("council-ask",), 1, "truth"),
    "is": (("milestone",), 1, "truth"),
    "since": (("milestone",), 1, "number"),
    "level": (("actor",), 1, "number"),
    "pain": (("actor",), 1, "number"),
    "settled": (("actor",), 1, "truth"),
}
"""Functions with the kinds of their arguments, how many of these are needed, and what they give.

`adopted` takes a measure, a motion or a package; `evidence(claim)` is what the council knows, `evidence(claim, seat)`
what one seat knows; `pledges_met` is per cent of the pledges due so far (100 if none was).
"""

TEXT_NAMES: dict[str, Kind] = {"rung": "number", "cost": "number", "grade": "grade", "off_ramp": "number"}
"""Names that a condition about a text may use beside.

Its highest rung, what it costs the seat, its grade, its way back.
"""

TEXT_FUNCTIONS: dict[str, tuple[tuple[ArgumentKind, ...], int, Kind]] = {
    "has": (("measure",), 1, "truth"),
    "clause": (("clause",), 1, "truth"),
    "motion": (("motion",), 1, "truth"),
    "basis": (("basis",), 1, "truth"),
    "uses": (("consent",), 1, "truth"),
    "targets": (("state",), 1, "truth"),
}
"""Functions that a condition about a text may use beside the others."""


MEANINGS: dict[str, str] = {
    "round": "the round that is played",
    "rounds": "how many rounds there are",
    "level": "the step of who presses on its ladder, 0 for none: of the first of them, or of the one that is named",
    "risk": "the risk of the next step of who presses, 0 at the last",
    "pain": "what the measures in force press with this round: the first of those who press, or the one that is named",
    "pain_rounds": "rounds in a row with heavy pressure",
    "delivered": "per cent of due pledges met this round, 50 if none was due",
    "participation": "per cent of presence and force capability given",
    "deadlocks": "rounds in a row in which even the chair's text failed",
    "own_harm": "harm that the members' own measures did",
    "unlawful_acts": "unlawful acts of members, in the public reading",
    "defects": "defects of procedure, in the public reading",
    "texts_adopted": "texts adopted in this round",
    "texts_failed": "texts of this round that were put to the vote and not adopted",
    "pledges_unmet": "pledges due in this round of which nothing was delivered",
    "begun_alone": "measures of rung 5 or more that members began in this round alone and without notice",
    "red_lines_outvoted": "how often members were outvoted in this round on a red line that they had declared",
    "neighbours_answered": "petitioners that were heard and that a text in force answers",
    "offer_open": "a way back is open to who presses",
    "accused": "the members have named one who presses as author of the wrong",
    "mandate": "the Security Council has given a mandate",
    "vetoed": "a veto has stopped the Security Council, at whatever it was asked",
    "reported": "a member has reported to the Security Council",
    "consulted": "a consultation has been asked for",
    "settled": "the crisis is settled: with anybody, or with the one that is named",
    "force_by_members": "the members have used armed force; what waits for its host's consent is none",
    "force_by_adversary": "one who presses has used armed force",
    "covered_force": "members use force now, some of it covered by a text, a mandate, a consent or as reported defence",
    "uncovered_force": "members use force now that no text, mandate or consent covers, and that is no reported defence",
    "adopted": "a measure, motion or package has been adopted",
    "in_force": "a measure is in force now",
    "rounds_in_force": "rounds for which a measure has been in force, this one included",
    "evidence": "what the council knows of a claim; with a second id: what that member knows",
    "verified": "a verification of a claim has confirmed or refuted it",
    "shared": "a source was shared",
    "truth": "this is what truly happened",
    "temperament": "one who presses is minded so",
    "drawn": "the seed drew this value",
    "arrived": "an inject has arrived",
    "answered": "an inject was answered so, by silence too; with a third id: by that member",
    "answered_ally": "members said so of what one of them did alone: `endorse`, `condition`, `disown`, `report`, "
    "`silence`; with a second id: that member did",
    "done": "a member has done such an act; with a second id: that member",
    "happened": "an incident has happened",
    "step": "who presses took this step last",
    "declared_attacked": "a state has declared that it was attacked",
    "requested_help": "a state has asked for help",
    "base_open": "this consent is given, be it within limits",
    "base_withdrawn": "this consent has been withdrawn",
    "delivers": "a member gives to a measure that is in force",
    "voted": "a member voted so on the adopted text, else on the last one: `yes`, `no`, `abstain`, `absent`, `opt-out`",
    "home": "support at home",
    "treasury": "what a member can spend",
    "spent": "what a member gives in this round to measures in force",
    "own_text_adopted": "a text that the member sponsored first was adopted in this round",
    "voted_down": "texts were adopted in this round, and the member voted no on all of them",
    "fallen": "the government of a member has fallen, and another is in its place",
    "credit": "what a member's word counts with the others",
    "pledges_met": "per cent of the pledges due so far that were met, 100 if none was",
    "alone": "a member has taken a measure of rung 5 or more of its own, one that has begun",
    "red_line_crossed": "an adopted text crosses a member's red line",
    "red_line_declared": "a member has declared its red line",
    "clause_adopted": "a clause stood in an adopted text",
    "heard": "an actor outside was heard",
    "suspended": "a member is suspended",
    "heard_member": "a member was heard on what is held against it",
    "arrears": "dues of earlier rounds that a member has not paid",
    "left": "a member has left the organisation",
    "needed": "votes in favour that a text on this matter takes now, if all vote and nobody is a party",
    "obeyed": "a member has obeyed an award that went against it",
    "award_given": "an award has been given on an incident, for whomever",
    "award_against": "an award went against a member",
    "opinion_given": "an opinion on a measure was published; with a second word: that found it `lawful`, `unlawful`, "
    "`contested` or `insufficient-facts`",
    "amended": "an amendment of the charter was adopted; it holds from the next round on",
    "council_took": "the Security Council has adopted what it was asked: `statement`, `demand`, `sanctions` or "
    "`mandate`",
    "is": "a milestone is reached",
    "since": "rounds since a milestone was reached: 0 in that round, -1 while it is not reached",
    "rung": "the highest rung of the text's measures",
    "cost": "what the text costs who gives all of it",
    "grade": "the grade of the weakest claim that the text rests on",
    "off_ramp": "the way back that the text offers, 0 for none",
    "has": "the text has this measure",
    "clause": "the text has this clause",
    "motion": "the text makes this motion",
    "basis": "the text claims this basis",
    "uses": "the text has a measure that needs this consent",
    "targets": "the text is aimed at this state",
}
"""What each name and function says or asks, for the reference."""


class ConditionFacts(Protocol):
    """What a condition is read against: one snapshot of an exercise."""

    def gauge(self, gauge: str) -> int:
        """The value of a gauge."""
        ...

    def number(self, name: str) -> int:
        """The value of a name of kind `number` in `NAMES` or `TEXT_NAMES`."""
        ...

    def truth(self, name: str) -> bool:
        """The value of a name of kind `truth` in `NAMES`."""
        ...

    def grade(self, name: str) -> Grade:
        """The value of a name of kind `grade` in `TEXT_NAMES`."""
        ...

    def call(self, function: str, arguments: tuple[str, ...]) -> int | bool | Grade:
        """The value of a function of `FUNCTIONS` or `TEXT_FUNCTIONS`; total for ids that the scenario knows."""
        ...

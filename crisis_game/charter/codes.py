"""The codes of problems in charters and decision rules, each with what it means in general."""

from __future__ import annotations

CODES: dict[str, str] = {
    "E301": "A value is not of the kind that its key needs, such as a text where a list must stand.",
    "E302": "A key has no meaning where it stands.",
    "E303": "A key that is needed is missing.",
    "E304": "A word is none of those that can stand there: a kind, a matter, a member, a group, a table, an article.",
    "E305": "A whole number is out of its bounds.",
    "E306": "A share, a number of votes or a quorum is not written as one.",
    "E307": "A charter lacks what every charter must have, or says two things where only one can hold.",
    "E308": "An id is used twice, or has a meaning already.",
    "E309": "A word cannot be an id.",
    "E310": "A decision rule is put together in a way that cannot be counted.",
    "E311": "A key of a decision rule says nothing beside the rule's kind.",
}

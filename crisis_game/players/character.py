"""The six characters as data: what each adds to the brief it was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Character:
    """What a policy brings beside its brief.

    Attributes:
        name: the policy's name.
        liking: added to the stance on measures, by the measure's kind.
        law: weight of its own reading of the law, beside the brief's (0-2); lawless: taken off it.
        proof: grades of evidence that it wants more, or fewer, than is usual.
        wishes, dislikes: clauses beside the brief's; firm: whether its dislikes stand above what the brief wishes for.
        waits: rounds that it lets pass before it tables a text of its own.
        tables: how it chooses a text of its own: by what it likes best, by what most can accept, or not at all.
        pledges: what it pledges to measures it votes for; gives: to measures of at most which cost; keeps: per cent of
            the pledges it meets.
        cost: how much its own cost weighs, in per cent of half the cost.
        shares: whether it shares what it knows; verifies: whether it asks for verification; reports: whether it
            reports to the Security Council; hears: whether it asks for neighbours to be heard.
        alone: whether it acts alone when the council does not.
        honest: whether it names its true price (else one change too many).
        careful: whether it fills a force sheet with every precaution.
        amends: whether it proposes amendments to the texts of others, beside telling what it wants.
        able: whether it looks ahead to this round's ANSWER and tables what it then thinks best (level *able*).
    """

    name: str
    liking: Mapping[str, int] = field(default_factory=dict)
    law: int = 0
    lawless: int = 0
    proof: int = 0
    wishes: tuple[str, ...] = ()
    dislikes: tuple[str, ...] = ()
    firm: bool = False
    waits: int = 0
    tables: Literal["likes", "accepted", "never"] = "likes"
    pledges: Literal["full", "half", "none"] = "full"
    gives: int = 99
    keeps: int = 100
    cost: int = 100
    shares: bool = True
    verifies: bool = False
    reports: bool = True
    hears: bool = False
    alone: bool = False
    honest: bool = True
    careful: bool = True
    amends: bool = False
    able: bool = False


CHARACTERS: Mapping[str, Character] = {
    character.name: character
    for character in (
        Character(
            "hawk",
            liking={"presence": 1, "force": 3, "economic": 1, "help": -3},
            lawless=2,
            proof=-1,
            dislikes=("off-ramp", "limits", "end-date"),
            firm=True,
            cost=0,
            reports=False,
            alone=True,
            honest=False,
            careful=False,
        ),
        Character(
            "dove",
            liking={"force": -3, "presence": -2, "economic": -1, "help": 1},
            wishes=("off-ramp", "limits", "hearing"),
            pledges="half",
            verifies=True,
            hears=True,
        ),
        Character(
            "legalist",
            liking={"force": -1},
            law=2,
            proof=1,
            wishes=("reasons", "review", "end-date"),
            dislikes=("off-ramp",),
            firm=True,
            waits=1,
            verifies=True,
            hears=True,
            amends=True,
        ),
        Character(
            "free-rider",
            liking={"words": 1},
            tables="never",
            pledges="half",
            gives=1,
            keeps=25,
            cost=200,
            shares=False,
            reports=False,
            honest=False,
        ),
        Character(
            "statesman",
            liking={"presence": 1},
            law=1,
            wishes=("off-ramp", "limits"),
            waits=1,
            tables="accepted",
            verifies=True,
            hears=True,
        ),
    )
}
"""The characters by name. `random` has none: it draws from what is possible."""

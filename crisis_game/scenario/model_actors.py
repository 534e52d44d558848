"""Who acts beside the seats: states outside, armed groups, governments in dispute, nature, organisations.

Members that press are actors too. One form for all of them; `model` says how an actor chooses. A bargainer weighs gain,
risk, face and pressure (GAME section 7); a course goes its way by gauges and draws, and nobody is judged for it; a
petitioner asks for a clause or a motion and gives or takes it ill; a council answers what it is asked by its own rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from crisis_game.conditions.condition import Condition, Formula, always
from crisis_game.scenario.draft import Draft, MotionKind
from crisis_game.scenario.ids import (
    ClauseId,
    GaugeId,
    IncidentId,
    MemberId,
    StateId,
    StepId,
    TemperamentId,
)
from crisis_game.scenario.model_gauges import Moves
from crisis_game.scenario.model_script import Effects
from crisis_game.scenario.model_world import FactTable, Party, Variant
from crisis_game.scenario.records import (
    EMPTY,
    NO_WORDS,
    Changed,
    Name,
    Some,
    key,
    record,
    same_as,
)
from crisis_game.texts import Prose

ActorKind = Literal["state", "group", "claimant", "nature", "organisation"]
"""What an actor is; a group is armed, a claimant is a government in dispute."""

ActorModel = Literal["bargainer", "course", "petitioner", "council"]
"""How an actor chooses."""


def is_party(kind: object, model: object) -> bool:
    """Whether one can speak of such an actor as of a party: nature and a council are none."""
    return kind != "nature" and model != "council"


Stock = Literal["open", "divided", "blocked"]
"""How the members of a Security Council that the game brings along are minded."""


@record(kw_only=True)
class Step:
    """One step that an actor can take."""

    id: StepId
    name: Prose = key("What it is called.")
    level: int = key("1 upward on the ladder; 0: a step apart, such as a strike.", 0, 9)
    gain: int = key("By how much the gauge moves that the actor presses.", -100, 100, left_out=0)
    risk: int = key("What a bargainer fears that the step will cost; set against deterrence.", 0, 100, left_out=0)
    moves: Moves = key("By how much it moves gauges beside that.", left_out=EMPTY)
    text: Prose = key("What is told when it is taken.")
    variants: tuple[Variant, ...] = key("Other wordings.", left_out=())
    hint: Prose = key("How it shows beforehand; default: it does not.", left_out=NO_WORDS)
    facts: FactTable = key("Facts of the act for the judge, or rows of them.", left_out=EMPTY)
    done: Prose = key(
        "What the actor then did, as a ruling says it after its name: `closed the strait`.", default=NO_WORDS
    )
    when: Condition | None = key(
        "When it is open. Default on the ladder: when its turn comes; apart: when escalation is high, or all the "
        "ladder is climbed.",
        default=None,
    )
    at: int | None = key(
        "In a course: it comes when the pressed gauge has reached this, and goes when it falls below.",
        -1000,
        1000,
        default=None,
    )
    chance: int = key("In a course, without `at`: how likely it comes in a round, per cent.", 0, 100, default=50)
    incident: IncidentId | None = key("The incident that happens with it.", default=None)


@record(kw_only=True)
class Score:
    """What is added to an actor's scores when a condition holds."""

    when: Condition = key("When it counts.")
    forward: Formula | None = key("Added to each step on the ladder: a number or a formula.", default=None)
    apart: Formula | None = key("Added to each step apart.", default=None)
    hold: Formula | None = key("Added to holding.", default=None)
    back: Formula | None = key("Added to stepping back.", default=None)
    why: Prose = key("The reason as the debrief tells it.", left_out=NO_WORDS)


Scored = Literal["forward", "apart", "hold", "back"]
"""The kinds of scores that a row can add to."""


@record(kw_only=True)
class Temperament:
    """How an actor is minded, or which course nature takes.

    Drawn by the seed, hidden, told by the tone of texts.
    """

    id: TemperamentId
    name: Prose = key("What it is called.")
    weight: int = key("How often the seed draws it.", 1, 100, left_out=1)
    appetite: int = key("How much a bargainer wants to go on.", 0, 30, left_out=0)
    resolve: int = key("How much pressure a bargainer bears.", 0, 100, left_out=0)
    face: int = key("How much an open way back counts.", 0, 3, left_out=1)
    pockets: bool = key("Whether it pockets an offer without answering.", left_out=True)
    gain: int = key("What each step gains, in per cent of what is written there.", 0, 400, default=100)
    scores: tuple[Score, ...] = key("What else moves it.", left_out=())
    reveal: Prose = key("Told in the debrief; default: the name.", left_out=same_as("name"))


@record(kw_only=True)
class Settlement:
    """On which terms it can be settled with an actor: a text adopts them, and the actor takes them by stepping back."""

    text: Prose = key("The terms.")
    consent: Some[MemberId] = key("The members whose consent it takes.", left_out=())
    round: int = key("The first round in which the terms can be adopted.", 1, 9, left_out=3)
    when: Condition = key(
        "When the actor can let go of what it holds; asks only what all can follow.", left_out=always()
    )


@record(name="Council member")
class CouncilMember:
    """A member of the Security Council as it will behave."""

    id: Name
    name: Prose = key("What it is called.")
    permanent: bool = key("Whether it has a veto.", left_out=False)
    stance: int = key("How it is minded towards the members.", -3, 3)
    tied: bool = key("Tied to who presses.", default=False)
    veto_rung: int = key("The rung from which it always vetoes; 0 never.", 0, 10, default=0)


@record(name="Shift")
class CouncilShift:
    """How the members of a Security Council are minded otherwise once a condition holds."""

    when: Condition = key("When it counts.")
    all: int = key("Added to the stance of all members.", -3, 3)


AskId = Literal["statement", "demand", "sanctions", "mandate"]


@record(name="Answer")
class CouncilAsk:
    """The words with which the Council answers.

    What may be asked of it: a statement (from rung 1), a demand (1), sanctions (4), a mandate (7).
    """

    id: AskId
    rung: int
    adopted: Prose = key("Told when the Council adopts it.")
    failed: Prose = key("Told when it does not.")


@record()
class Petition:
    """What a petitioner asks for: a clause that texts have, or a motion that is adopted."""

    clause: ClauseId | None = key("The clause.", default=None)
    motion: MotionKind | None = key("The motion.", default=None)

    def met_by(self, draft: Draft) -> bool:
        """Whether a text has it."""
        if self.clause is not None:
            return draft.switch(self.clause) is not None
        return draft.motion is not None and draft.motion.kind == self.motion


@record(kw_only=True)
class Actor(Party):
    """Who or what acts beside the seats; or how a member presses, which has its seat under `states`."""

    name: Prose = key("What it is called; left out for a member, which says it under `states`.", left_out=NO_WORDS)
    profile: Prose = key("What everybody may know; left out for a member.", left_out=NO_WORDS)
    kind: ActorKind | None = key("What it is; left out for a member.", default=None, after="")
    claims: StateId | None = key("The state whose government it claims to be.", default=None, after="kind")
    on: StateId | None = key("The state on whose land it stands.", default=None, after="claims")
    model: ActorModel | None = key(
        "How it chooses; default: it does nothing but be named.", default=None, after="places"
    )
    presses: GaugeId | None = key("The gauge that its steps move.", default=None)
    victim: StateId | None = key("Whom it presses.", default=None)
    aims: Prose = key("What it wants; for its own seat.", left_out=NO_WORDS)
    case: Prose = key("Its legal case, in its own words.", left_out=NO_WORDS)
    start_level: int = key("Its level on the ladder at the start.", 0, 9, default=0)
    steps: tuple[Step, ...] = key("Its ladder, levels 1, 2, 3 without a gap, and steps apart.", default=())
    temperaments: Mapping[TemperamentId, Temperament] = key(
        "How it may be minded; the seed draws one.", default_factory=dict
    )
    scores: tuple[Score, ...] = key("What moves it, however it is minded.", default=())
    hold_text: Prose = key("What is told when it holds.", left_out=NO_WORDS)
    hold_variants: tuple[Variant, ...] = key("Other wordings of that.", left_out=())
    back_text: Prose = key("What is told when it steps back.", left_out=NO_WORDS)
    back_variants: tuple[Variant, ...] = key("Other wordings of that.", left_out=())
    settlement: Settlement | None = key("How it can be settled with it; default: not at all.", default=None)
    asks: Petition | None = key("What a petitioner asks for; default: to be heard at all.", default=None)
    hearing: Prose = key("What a petitioner says when it is heard.", left_out=NO_WORDS)
    variants: tuple[Variant, ...] = key("Other wordings of that.", left_out=())
    gives: Effects = key("Effects when a petitioner was heard and has what it asks.", left_out=())
    refused: Effects = key("Effects when it was heard and has not.", left_out=())
    stance: Literal["for", "wary", "against"] = key("How a petitioner is minded.", left_out="wary")
    stock: Stock | None = key(
        "A council's members that the game brings along: how they are minded; default: divided.", default=None
    )
    names: tuple[Prose, ...] | None = key(
        "Fifteen names for the stock, the five permanent first.", 15, 15, default=None
    )
    members: tuple[CouncilMember, ...] | None = key("Fifteen members of a council of your own.", default=None)
    answers: Mapping[AskId, Changed[CouncilAsk]] = key("Words for a council's answers.", default_factory=dict)
    shifts: tuple[CouncilShift, ...] = key("How a council is minded otherwise.", default=())

    @property
    def takes_steps(self) -> bool:
        """Whether it takes steps."""
        return self.model in ("bargainer", "course")

    @property
    def answers_for_it(self) -> bool:
        """Whether its steps are judged: nature goes its course, and nobody is to blame."""
        return self.takes_steps and self.kind != "nature"

    def step(self, id_: str) -> Step | None:
        """One of its steps; None for holding, for stepping back and where it has no such step."""
        return next((step for step in self.steps if step.id == id_), None)


@dataclass(frozen=True, slots=True)
class SecurityCouncil:
    """The body outside that answers in the next round, by the real rule."""

    members: tuple[CouncilMember, ...]
    asks: tuple[CouncilAsk, ...]
    shifts: tuple[CouncilShift, ...] = ()

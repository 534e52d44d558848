"""The course of a scenario: injects, reactions, the adversary, outside bodies, endings, teaching."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias, get_args

from crisis_game.conditions.condition import Condition, Formula
from crisis_game.conditions.grades import Grade
from crisis_game.scenario.ids import (
    AdversaryId,
    ClaimId,
    ClauseId,
    EndingId,
    GaugeId,
    HintedId,
    IncidentId,
    InjectId,
    MemberId,
    ReactionId,
    StateId,
    StepId,
    TemperamentId,
)
from crisis_game.scenario.lesson import Moment
from crisis_game.scenario.model_gauges import Moves
from crisis_game.scenario.model_trials import Act
from crisis_game.scenario.model_world import FactTable, Variant
from crisis_game.scenario.records import EMPTY, NO_WORDS, By, Changed, Mark, Name, Some, Written, key, record, same_as
from crisis_game.texts import Prose

EffectKind = Literal["gauge", "home", "treasury", "credit", "attention", "claim", "incident"]
SUBJECTS: tuple[EffectKind, ...] = get_args(EffectKind)


@dataclass(frozen=True, slots=True)
class Effect:
    """What an inject, a reaction or an incident does to the world.

    `gauge`, `home`, `treasury`, `credit`, `attention`: `subject` moves by `amount`. `claim`: what the council (or the
    seats in `to`) knows of claim `subject` becomes `grade`, or moves by `amount` grades where `grade` is None.
    `incident`: incident `subject` happens.
    """

    kind: EffectKind
    subject: str
    amount: int = 0
    grade: Grade | None = None
    to: tuple[StateId, ...] = ()


@record(name="Effect")
class WrittenEffect:
    """What happens to the world: exactly one of gauge, home, treasury, credit, attention, claim, incident."""

    gauge: GaugeId | None = key("A gauge; with `add`.", default=None)
    home: MemberId | None = key("The state whose support at home moves; with `add`.", default=None)
    treasury: MemberId | None = key("The state whose treasury moves; with `add`.", default=None)
    credit: MemberId | None = key("The state whose credit moves; with `add`.", default=None)
    attention: MemberId | None = key("The state whose attention moves; with `add`.", default=None)
    claim: ClaimId | None = key("A claim; with `grade` or `raise`.", default=None)
    incident: IncidentId | None = key("An incident that happens.", default=None)
    add: int | None = key("By how much the gauge, home support, treasury ... moves.", -100, 100, default=None)
    lift: int | None = key("By how many grades the claim moves.", -3, 3, default=None, name="raise")
    grade: Grade | None = key("The grade that the claim gets.", default=None)
    to: Some[MemberId] = key("The seats whose knowledge changes; default: the council's.", default=())


def effect_of(written: Changed[WrittenEffect]) -> Effect:
    """The effect, where it is about one thing and changes it in one way."""
    values = written.values
    kind = next(subject for subject in SUBJECTS if subject in values)
    return Effect(
        kind, values[kind], values.get("add", values.get("lift", 0)), values.get("grade"), values.get("to", ())
    )


Effects: TypeAlias = tuple[Annotated[Effect, Written(Changed[WrittenEffect], effect_of)], ...]


Fuse: TypeAlias = Annotated[Literal["table", "orders"] | int, Mark("fuse")]
"""How long an answer is waited for: up to the beat of that name, or so many seconds of the clock."""


@record()
class Reply:
    """One answer that can be given to a question."""

    id: Name
    label: Prose = key("The answer in a few words, as whoever is asked reads it.")
    effects: Effects = key("What it does to the world.", default=())
    command: Act | None = key(
        "An act done in the seat's name where it is possible then: its kind, with its fields as in a test.",
        default=None,
    )
    says: Prose = key("A sentence that all read once the answer is given, as the seat's own.", default=NO_WORDS)


@record()
class Expectation:
    """Which answers show what was to be learnt; all others do not. For the facilitator and the debrief."""

    met: Some[Name] = key("Answers that are as expected.", default=())
    partly: Some[Name] = key("Answers that are so in part.", default=())


@record(name="Question", short="text")
class Asking:
    """What an inject asks of those who get it: words alone, or a question with answers."""

    text: Prose = key("What is asked, and until when.")
    choices: tuple[Reply, ...] = key(
        "The answers. Each member that gets the inject gives one, for itself and free; without them nobody answers.",
        default=(),
    )
    fuse: Fuse = key(
        "Until when: the beginning of that beat, or seconds of the clock. Seconds stand still in a pause; without a "
        "clock, and at the latest, they end with the beat in which they began. The last round's ANSWER ends all.",
        default="orders",
    )
    default: Name | None = key(
        "The answer of who says nothing, on record as by silence; required where there are answers.", default=None
    )
    expect: Expectation = key("How answers are rated.", default=Expectation())

    def reply(self, id_: str) -> Reply:
        """An answer by its id. Raises KeyError where there is none."""
        reply = next((reply for reply in self.choices if reply.id == id_), None)
        if reply is None:
            raise KeyError(id_)
        return reply

    def rated(self, id_: str) -> Rating:
        """How an answer is rated; empty where its author expected nothing."""
        if not self.expect.met and not self.expect.partly:
            return ""
        return "met" if id_ in self.expect.met else "partly" if id_ in self.expect.partly else "not"


Rating = Literal["met", "partly", "not", ""]
"""How an answer compares with what was expected."""


@record()
class Chain:
    """Another inject that this one brings some rounds later."""

    inject: InjectId = key("The inject that comes then, in the beat that its own `at` says.")
    after: int = key("How many rounds after this one arrived.", 1, 8, default=1)
    when: Condition | None = key("Its condition, read at that beat; default: always.", default=None)


@record()
class Inject:
    """A prepared message or happening."""

    id: InjectId
    title: Prose = key("Its heading.", column="title, subject, event, headline")
    round: int | None = key(
        "The round in which it arrives; default: any in which `when` holds, or when another's `then` brings it.",
        1,
        9,
        left_out=None,
    )
    until_round: int | None = key(
        "With `home_of`: the seed draws a round from `round` to this one.", 1, 9, left_out=None
    )
    at: Moment = key("The beat in which it arrives.", left_out="situation")
    when: Condition | None = key("Its condition; default: always.", left_out=None, column="condition, when, only if")
    to: Some[StateId] = key(
        "Seats that get it; default: all.",
        left_out=(),
        column="to, recipient, recipients, recipient player, seats",
    )
    channel: Literal["news", "cable", "intelligence", "statement", "letter", "hint"] = key(
        "How it comes; default: news to all, else a cable.",
        left_out=By(lambda values: "cable" if values["to"] else "news"),
        column="method, channel, mode, delivery method, means",
    )
    sender: Prose = key("Who sent it.", left_out=NO_WORDS, column="from, sender, originator")
    grade: Grade | None = key("Of intelligence.", left_out=None, column="grade, reliability")
    text: Prose = key(
        "What it says: 60 words or fewer.", column="text, message, inject, description, event description"
    )
    variants: tuple[Variant, ...] = key("Other wordings; the first that holds.", left_out=())
    effects: Effects = key("What it does to the world.", left_out=())
    asks: Asking | None = key(
        "What it asks to decide, and until when; without it nothing has to be decided.",
        left_out=None,
        column="asks, question, decision",
    )
    home_of: MemberId | None = key("The seat whose home affair it is.", left_out=None)
    expected: Prose = key(
        "What players are expected to do; for the facilitator.",
        left_out=NO_WORDS,
        column="expected action, expected, expected actions, expected player action",
    )
    reads: ClaimId | None = key("The claim whose grade it states.", default=None)
    then: tuple[Chain, ...] = key("Injects that it brings some rounds later.", default=(), after="asks")

    @property
    def comes_of_itself(self) -> bool:
        """Whether a round or a condition brings it; else another's `then`, or the facilitator."""
        return self.round is not None or self.when is not None

    @property
    def all_effects(self) -> Effects:
        """What it can do to the world: when it comes, and by whichever answers it gets."""
        replies = self.asks.choices if self.asks is not None else ()
        return (*self.effects, *(effect for reply in replies for effect in reply.effects))


@record()
class Reaction:
    """What the world does when a condition holds."""

    id: ReactionId
    at: Moment = key("The beat at whose opening it is read.", left_out="answer")
    when: Condition = key("Its condition.")
    effects: Effects = key("What it does to the world.", left_out=())
    text: Prose = key("What is told.")
    repeat: bool = key("Whether it can come again.", default=False)


@record()
class Step:
    """One step on the adversary's ladder."""

    id: StepId
    name: Prose = key("What it is called.")
    level: int = key("1 upward on the ladder; 0: a step apart, such as a strike.", 0, 9)
    gain: int = key("Grip gained.", 0, 40)
    risk: int = key("What it fears that the step will cost; set against deterrence.", 0, 100)
    moves: Moves = key("By how much it moves gauges beside that.", left_out=EMPTY)
    text: Prose = key("What is told when it is taken.")
    variants: tuple[Variant, ...] = key("Other wordings.", left_out=())
    hint: Prose = key("How it shows beforehand.")
    facts: FactTable = key("Facts of the act for the judge, or rows of them.", left_out=EMPTY)
    done: Prose = key(
        "What the adversary then did, as a ruling says it after its name: `closed the strait`.", default=NO_WORDS
    )


@record()
class Particular:
    """What a temperament adds to a score when its condition holds."""

    when: Condition = key("When it counts.")
    to: Literal["advance", "hold", "back", "strike"] = key("The score that it adds to.")
    add: Formula = key("How much: a number or a formula.")
    why: Prose = key("The reason as the debrief tells it.", left_out=NO_WORDS)


@record()
class Temperament:
    """How the adversary is minded.

    Drawn by the seed, hidden, told by the tone of texts. Where nobody presses it is the course of an emergency.
    """

    id: TemperamentId
    name: Prose = key("What it is called.")
    weight: int = key("How often the seed draws it.", 1, 100, left_out=1)
    appetite: int = key("How much it wants to go on.", 0, 30)
    resolve: int = key("How much pressure it bears.", 0, 100)
    face: int = key("How much an open way back counts.", 0, 3, left_out=1)
    pockets: bool = key("Whether it pockets an offer without answering.", left_out=True)
    particulars: tuple[Particular, ...] = key("What else moves it.", left_out=())
    reveal: Prose = key("Default: the name.", left_out=same_as("name"))


@record()
class Adversary:
    """Who, or what, presses.

    `state` is None where nobody does (an epidemic: temperaments are its course).
    """

    state: AdversaryId | None = key("Default: the state with role adversary; `none`: nobody.", left_out=None)
    aims: Prose = key("What it wants.")
    case: Prose = key("Its legal case, in its own words.")
    steps: tuple[Step, ...] = key("Its ladder: levels 1, 2, 3 without a gap.", 1, after="start_level")
    temperaments: Mapping[TemperamentId, Temperament] = key(
        "How it may be minded; the seed draws one.", 1, after="back_variants"
    )
    hold_text: Prose = key("What is told when it holds.")
    hold_variants: tuple[Variant, ...] = key("Other wordings of that.", left_out=())
    back_text: Prose = key("What is told when it steps back.")
    back_variants: tuple[Variant, ...] = key("Other wordings of that.", left_out=())
    terms: Prose = key("What a settlement would say.", after="case")
    victim: StateId | None = key("Whose consent a settlement takes.", left_out=None, after="state")
    start_level: int = key("Its level on the ladder at the start.", 0, 9, default=0, after="terms")


@record()
class Neighbour:
    """A state outside the organisation."""

    state: StateId
    hearing: Prose = key("What it says when it is heard.")
    variants: tuple[Variant, ...] = key("Other wordings of that.", left_out=())
    asks_clause: ClauseId | None = key("The clause that it asks for.", left_out=None)
    gives: Effects = key("Effects when it is heard and its clause is in the text.", left_out=())
    refused: Effects = key("Effects when it is heard and it is not.", left_out=())
    stance: Literal["for", "wary", "against"] = key("How it is minded.", left_out="wary")


@record(name="Council member")
class CouncilMember:
    """A member of the Security Council as it will behave."""

    id: Name
    name: Prose = key("What it is called.")
    permanent: bool = key("Whether it has a veto.", left_out=False)
    stance: int = key("How it is minded towards the members.", -3, 3)
    tied: bool = key("Tied to the adversary.", default=False)
    veto_rung: int = key("The rung from which it always vetoes; 0 never.", 0, 10, default=0)


AskId = Literal["statement", "demand", "sanctions", "mandate"]


@record(name="Ask")
class CouncilAsk:
    """The words with which the Council answers.

    What may be asked of it: a statement (from rung 1), a demand (1), sanctions (4), a mandate (7).
    """

    id: AskId
    rung: int
    adopted: Prose = key("Told when the Council adopts it.")
    failed: Prose = key("Told when it does not.")


@dataclass(frozen=True, slots=True)
class SecurityCouncil:
    """The body outside that answers in the next round, by the real rule."""

    members: tuple[CouncilMember, ...]
    asks: tuple[CouncilAsk, ...]


@record()
class Ending:
    """How it ends, for all.

    Read at the end of ANSWER; the lowest rank that holds. `final` ends the exercise at once; the others are read only
    after the last round.
    """

    id: EndingId
    rank: int = key("The lowest rank that holds is taken.", 0, 999)
    when: Condition = key("When it holds; read at the end of ANSWER.")
    title: Prose = key("Its heading.")
    text: Prose = key("What is told.")
    variants: tuple[Variant, ...] = key("Other wordings.", left_out=())
    final: bool = key("Whether it ends the exercise at once.", default=False)
    good: bool = key("Whether it is a success; rehearsals count these.", default=False)


@record()
class Objective:
    """A learning objective."""

    id: Name
    text: Prose = key("What people can do afterwards.")
    evidence: Condition | None = key("The condition that counts as its evidence.", left_out=None)


@record()
class Guidance:
    """A hint of a tutorial.

    Shown in a beat of a round until its condition no longer holds; `lines` is None where the text serves both screens
    and lines.
    """

    round: int = key("The round.", 1, 9)
    beat: Moment = key("The beat.")
    text: Prose = key("The hint.")
    leads_to: HintedId | None = key("The act or page that it leads to; the screens show its key.", left_out=None)
    lines: Prose | None = key("The same hint for --plain, where there are no keys.", default=None)

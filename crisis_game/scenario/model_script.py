"""The course of a scenario: injects, reactions, endings, teaching."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias, get_args

from crisis_game.conditions.condition import Condition
from crisis_game.conditions.grades import Grade
from crisis_game.scenario.ids import (
    ClaimId,
    ConsentId,
    EndingId,
    GaugeId,
    HintedId,
    IncidentId,
    InjectId,
    MemberId,
    ObjectiveId,
    OccasionId,
    ReactionId,
    StateId,
)
from crisis_game.scenario.lesson import Moment
from crisis_game.scenario.model_consents import ConsentLevel
from crisis_game.scenario.model_trials import Act
from crisis_game.scenario.model_world import Variant
from crisis_game.scenario.records import NO_WORDS, By, Changed, Mark, Name, Some, Written, key, record
from crisis_game.texts import Prose

EffectKind = Literal["gauge", "home", "treasury", "credit", "attention", "claim", "incident", "consent"]
SUBJECTS: tuple[EffectKind, ...] = get_args(EffectKind)


@dataclass(frozen=True, slots=True)
class Effect:
    """What an inject, a reaction or an incident does to the world.

    `gauge`, `home`, `treasury`, `credit`, `attention`: `subject` moves by `amount`. `claim`: what the council (or the
    seats in `to`) knows of claim `subject` becomes `grade`, or moves by `amount` grades where `grade` is None.
    `incident`: incident `subject` happens. `consent`: consent `subject` is from now on at `level`.
    """

    kind: EffectKind
    subject: str
    amount: int = 0
    grade: Grade | None = None
    to: tuple[StateId, ...] = ()
    level: ConsentLevel | None = None


@record(name="Effect")
class WrittenEffect:
    """What happens to the world: exactly one of gauge, home, treasury, credit, attention, claim, incident, consent."""

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
    consent: ConsentId | None = key("A consent whose giver has no seat; with `level`.", default=None)
    level: ConsentLevel | None = key("How that consent stands from now on.", default=None)
    to: Some[MemberId] = key("The seats whose knowledge changes; default: the council's.", default=())


def effect_of(written: Changed[WrittenEffect]) -> Effect:
    """The effect, where it is about one thing and changes it in one way."""
    values = written.values
    kind = next(subject for subject in SUBJECTS if subject in values)
    return Effect(
        kind,
        values[kind],
        values.get("add", values.get("lift", 0)),
        values.get("grade"),
        values.get("to", ()),
        values.get("level"),
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
    """Which answers, or which deeds of all, show what was to be learnt. For the facilitator and the debrief."""

    met: Some[Name] = key("Answers that are as expected.", default=())
    partly: Some[Name] = key("Answers that are so in part.", default=())
    deeds: Condition | None = key(
        "What has been done as expected by the end of the round in which it came, as an objective asks of deeds from "
        "its occasion on; also where nobody can answer.",
        default=None,
    )
    deeds_partly: Condition | None = key("What has been done so in part.", default=None)


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
    """Another inject that this one brings, some rounds later or in a later beat of its own round."""

    inject: InjectId = key("The inject that comes then, in the beat that its own `at` says.")
    after: int = key("How many rounds after this one arrived; 0: in a later beat of that round.", 0, 8, default=1)
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
        1,
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
    droppable: bool = key(
        "It can be left out where a lesson is short: from the start, or once a council is behind its time.",
        default=False,
    )

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
    title: Prose = key("Its heading.")
    at: Moment = key("The beat at whose opening it is read.", left_out="answer")
    when: Condition = key("Its condition.")
    effects: Effects = key("What it does to the world.", left_out=())
    text: Prose = key("What is told.")
    repeat: bool = key("Whether it can come again.", default=False)


@record()
class How:
    """How an ending came about: in place of the ending's own rank, text and worth, where its condition holds too."""

    id: EndingId
    rank: int = key("The lowest rank that holds is taken; the ending's own does not count then.", 0, 999)
    when: Condition = key("When it came about so; the first that holds counts.")
    title: Prose = key("Its heading; default: that of the ending.", left_out=NO_WORDS)
    text: Prose = key("What is told.")
    variants: tuple[Variant, ...] = key("Other wordings.", left_out=())
    good: bool = key("Whether it is a success so; rehearsals count these.", default=False)


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
    how: tuple[How, ...] = key("How it came about, where that makes it another ending.", default=())


@record()
class Objective:
    """A learning objective: what shows it, wholly or in part, and what shows the contrary.

    In its conditions `adopted`, `clause_adopted`, `shared`, `verified`, `answered`, `done`, `alone` and the like ask
    what has been done from the occasion on; `in_force`, `evidence` and the gauges, how things stand at the end.
    """

    id: ObjectiveId
    text: Prose = key("What people can do afterwards.")
    since: OccasionId | None = key(
        "From what on deeds count: `inject:ID`, `incident:ID`, or `act-alone`, the first measure of rung 5 or more "
        "that a member begins alone; while it has not come nothing is shown. Default: the start.",
        name="from",
        default=None,
    )
    met: Condition | None = key("The deeds that show it.", default=None)
    partly: Condition | None = key("The deeds that show a part of it.", default=None)
    contrary: Condition | None = key(
        "What shows the contrary: then it is not met, whatever else was done.", default=None
    )


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

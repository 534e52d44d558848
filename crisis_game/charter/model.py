"""A treaty as plain frozen data: who belongs, what sets it going, who decides how, what is owed, how it ends.

Articles are named by their number as the treaty prints it (`"5"`, `"27(3)"` refers to article `"27"`). Rules stand as
the treaty words them, with roles, groups and tables; `circumstances.rule_at` makes them ready to count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, get_args

from crisis_game.charter.organs import Organ, Step
from crisis_game.charter.rules import Threshold, Weights
from crisis_game.texts import Prose

IncidentKind = Literal[
    "threat",
    "dispute",
    "coercion",
    "disaster",
    "closure",
    "cyber-operation",
    "armed-attack",
    "non-state-attack",
    "aggression",
    "breach-of-peace",
    "insurgency",
    "coup",
    "mass-atrocity",
    "breach",
    "arrears",
    "base-closed",
]
"""What happens, in the words of treaties: what a trigger can be invoked over, and what gives ground for a remedy."""

GROUNDS: tuple[str, ...] = ("grave-breach", "persistent-breach", "enforcement-action", *get_args(IncidentKind))
"""What can give ground for a remedy: an incident of a kind, a member's own record; a scenario adds its milestones."""

Invoker = Literal["victim", "any", "organ"]
DutyKind = Literal["consult", "report", "assist", "share", "contribute", "notify", "settle", "not-undercut"]
Means = Literal["as-each-deems-necessary", "all-means", "collective-only"]
RemedyKind = Literal["suspension", "arrears", "expulsion", "measures"]
Sanction = Literal["named", "vote-lost"]
Settable = Literal["decides.needed", "dues.each_round", "dues.arrears_after", "exit.notice"]
"""What an amendment can set."""

Renewal = Literal["vote", "silence", "none"]
Topic = Literal[
    "amendment",
    "assessment",
    "consultation",
    "decision",
    "disputes",
    "duration",
    "emergency",
    "exit",
    "host-consent",
    "inquiry",
    "intelligence",
    "membership",
    "mutual-defence",
    "neighbours",
    "own-forces",
    "primacy",
    "proportion",
    "referral",
    "remedies",
    "renewal",
    "reporting",
    "undercutting",
]
"""What an article is about, so that a refusal or a finding can name the one that rules."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the treaty.

    Attributes:
        wording: `quoted` if the text is the treaty's own, `summary` if it is told in our words.
    """

    number: str
    title: Prose
    text: Prose
    topics: tuple[Topic, ...] = ()
    wording: Literal["quoted", "summary"] = "quoted"


@dataclass(frozen=True, slots=True)
class Area:
    """Where the treaty applies, in words and as places of the scenario's map; no places mean everywhere."""

    text: Prose
    places: tuple[str, ...] = ()
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """What sets the treaty going.

    Attributes:
        kinds: the kinds of incident that it can be invoked over.
        who_invokes: the victim alone, any member, or an organ.
        self_judging: whether each member judges for itself that what happened is of these kinds.
        opens: id of the duty that it raises, if it raises one.
    """

    id: str
    article: str | None
    name: Prose
    kinds: tuple[IncidentKind, ...]
    who_invokes: Invoker = "any"
    self_judging: bool = False
    opens: str | None = None

    def names(self, kinds: Iterable[IncidentKind]) -> bool:
        """Whether it names one of the kinds that an incident can be taken for; one of no kind it may be about."""
        taken_for = frozenset(kinds)
        return not taken_for or not taken_for.isdisjoint(self.kinds)


@dataclass(frozen=True, slots=True)
class Duty:
    """What members owe.

    Attributes:
        within: rounds within which it falls due; 0 is at once, None has no date.
        means: of a duty to assist, who chooses the means.
    """

    id: str
    article: str | None
    kind: DutyKind
    text: Prose
    within: int | None = None
    means: Means | None = None


@dataclass(frozen=True, slots=True)
class Remedy:
    """What the organisation can do about a member.

    Attributes:
        matter: the matter under which it is decided; None where it follows of itself.
        grounds: words of `GROUNDS`, or milestones of the scenario; one of them must lie with the member, or on it.
        hearing: whether the member must be heard first, in a round before that of the vote.
        benchmark: the condition, as a line, that ends it; none where only a vote does.
    """

    id: str
    article: str | None
    kind: RemedyKind
    matter: str | None
    grounds: tuple[str, ...]
    hearing: bool
    text: Prose
    benchmark: str | None = None


@dataclass(frozen=True, slots=True)
class Disputes:
    """How quarrels between members are settled, step after step."""

    article: str | None
    steps: tuple[Step, ...]
    text: Prose


@dataclass(frozen=True, slots=True)
class Emergency:
    """Whether the treaty lets members decide without consultation, and how often in one crisis."""

    allowed: bool = False
    article: str | None = None
    times: int = 1


@dataclass(frozen=True, slots=True)
class Provision:
    """A clause on the treaty's own life: its duration, its amendment."""

    article: str | None
    text: Prose
    matter: str | None = None


@dataclass(frozen=True, slots=True)
class Exit:
    """The way out.

    Attributes:
        notice: rounds between the notice of a member and its leaving; None where nobody can leave in play.
    """

    article: str | None
    text: Prose
    notice: int | None = None


@dataclass(frozen=True, slots=True)
class Dues:
    """What members pay to the organisation.

    Attributes:
        each_round: by member, in points of treasury; who is missing pays nothing.
        arrears_after: rounds in a row with something unpaid, after which `then` holds.
        then: a member so long in arrears is named, or its vote is not counted until it has paid.
    """

    article: str | None
    each_round: Weights
    arrears_after: int = 1
    then: Sanction = "named"


@dataclass(frozen=True, slots=True)
class Setting:
    """One place of the charter and its new value, which stands in the field that fits the place.

    Attributes:
        matter: with `decides.needed`, for which matter; needed: so many votes, or such a share.
        weights: with `dues.each_round`; rounds: with `dues.arrears_after` and `exit.notice`.
    """

    place: Settable
    matter: str = ""
    needed: Threshold | None = None
    weights: Weights | None = None
    rounds: int = 0


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of the treaty that can be adopted in play, in force from the round after."""

    article: str | None
    text: Prose
    sets: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """How measures and the treaty are looked at again.

    Attributes:
        renewal: how a measure that comes to its end goes on: unless somebody breaks silence, by a vote, or not at all.
    """

    article: str | None
    text: Prose
    renewal: Renewal = "vote"


@dataclass(frozen=True, slots=True)
class SecurityCouncil:
    """What the treaty says about the Security Council.

    Attributes:
        report: whether measures are reported to it; within: rounds in which, 0 is at once.
        authorisation_for: matters that need its authorisation.
        stops_when_it_acts: whether the treaty's measures end once it has taken what peace needs.
    """

    article: str | None
    report: bool
    within: int
    authorisation_for: tuple[str, ...]
    stops_when_it_acts: bool


@dataclass(frozen=True, slots=True)
class Charter:
    """A collective-security treaty.

    Attributes:
        short: its name in running text.
        members: ids of the members, sorted; names: those that the charter itself names.
        groups: sets of members that rules name; tables: weights that rules name.
        matters: names of matters that the game's own list does not have.
        amendments: changes of it that can be adopted in play, by id.
        fictional: whether the treaty is made up; real ones are told as of `as_of`.
    """

    id: str
    name: Prose
    short: Prose
    members: tuple[str, ...]
    organs: tuple[Organ, ...]
    names: Mapping[str, Prose] = field(default_factory=lambda: MappingProxyType({}))
    fictional: bool = True
    as_of: str | None = None
    area: Area | None = None
    groups: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    tables: Mapping[str, Weights] = field(default_factory=lambda: MappingProxyType({}))
    matters: Mapping[str, Prose] = field(default_factory=lambda: MappingProxyType({}))
    triggers: tuple[Trigger, ...] = ()
    duties: tuple[Duty, ...] = ()
    security_council: SecurityCouncil | None = None
    remedies: tuple[Remedy, ...] = ()
    disputes: Disputes | None = None
    emergency: Emergency = Emergency()
    duration: Provision | None = None
    review: Review | None = None
    amendment: Provision | None = None
    exit: Exit | None = None
    dues: Dues | None = None
    amendments: Mapping[str, Amendment] = field(default_factory=lambda: MappingProxyType({}))
    articles: tuple[Article, ...] = ()

    def organ(self, id_: str) -> Organ:
        """An organ by its id.

        Raises:
            KeyError: if there is none.
        """
        for organ in self.organs:
            if organ.id == id_:
                return organ
        raise KeyError(id_)

    def asks_own_consent(self, matter: str) -> bool:
        """Whether a decision on a matter uses no member's forces without that member's own consent."""
        return any(matter in decision.own_consent for organ in self.organs for decision in organ.decisions)

    def needs_leave(self, matter: str) -> bool:
        """Whether a decision on a matter takes the authorisation of the Security Council."""
        return self.security_council is not None and matter in self.security_council.authorisation_for

    def article(self, number: str) -> Article | None:
        """An article by its number; a number with a paragraph, such as `27(3)`, finds its article."""
        return next((article for article in self.articles if article.number == number.partition("(")[0]), None)

    def article_on(self, topic: Topic) -> Article | None:
        """The first article about a topic, if the charter has one."""
        return next((article for article in self.articles if topic in article.topics), None)

    def trigger(self, id_: str) -> Trigger | None:
        """A trigger by its id."""
        return next((trigger for trigger in self.triggers if trigger.id == id_), None)

    def duty(self, id_: str) -> Duty | None:
        """A duty by its id."""
        return next((duty for duty in self.duties if duty.id == id_), None)

    def duties_to(self, kind: DutyKind) -> tuple[Duty, ...]:
        """All duties of one kind."""
        return tuple(duty for duty in self.duties if duty.kind == kind)

    def remedies_of(self, kind: RemedyKind) -> tuple[Remedy, ...]:
        """All remedies of one kind."""
        return tuple(remedy for remedy in self.remedies if remedy.kind == kind)

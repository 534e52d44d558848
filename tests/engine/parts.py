"""The parts of the small scenario in `builders`: states, measures, claims, incidents, actors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from crisis_game.charter import model as treaty
from crisis_game.charter import organs
from crisis_game.charter.rules import Combined, Leaf, Whole
from crisis_game.conditions.condition import always, condition
from crisis_game.scenario import model
from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from crisis_game.scenario.ids import SeatId, StateId
from crisis_game.scenario.model_actors import Petition
from crisis_game.scenario.records import By, declared
from crisis_game.scenario.standard_gauges import GAUGES
from crisis_game.texts import prose

MEMBERS: tuple[StateId, ...] = ("AAA", "BBB", "CCC")
SEATS: tuple[SeatId, ...] = (*MEMBERS, "XXX", "NNN")
NOTHING = prose("")

ESCORT_TEXT = Draft(
    lines=(MeasureLine("escort", "XXX"), MeasureLine("targeted-sanctions", "XXX")),
    aim="passage",
    basis="retorsion",
    claims=("state-did-it",),
    clauses=(Switch("off-ramp", 10), Switch("limits")),
)
PROTEST_TEXT = Draft(lines=(MeasureLine("protest", "XXX"),), aim="passage")
CHAIR_TEXT = Draft(motion=Motion("consult"))


def charter(**changes: Any) -> treaty.Charter:
    """Two of three decide; force takes the victim's yes as well."""
    force = Combined("all_of", (Leaf("count", Whole(2)), Leaf("unanimity", only=frozenset(("victim",)))))
    organ = organs.Organ(
        "council",
        prose("The Council"),
        MEMBERS,
        (
            organs.Decision(("armed-force",), force, own_consent=("armed-force",), article="6"),
            organs.Decision((organs.ANY,), Leaf("count", Whole(2)), article="6"),
        ),
        article="6",
    )
    plain = treaty.Charter(
        "tiny-compact",
        prose("The Compact of the Strait"),
        prose("the Compact"),
        MEMBERS,
        (organ,),
        triggers=(
            treaty.Trigger("attack", "5", prose("Armed attack"), ("armed-attack",), "victim", opens="assist"),
            treaty.Trigger("threat", "4", prose("Threat"), ("threat",), "any", self_judging=True),
            treaty.Trigger("breach", "6", prose("Breach"), ("breach",), "organ"),
        ),
        duties=(
            treaty.Duty("consult", "4", "consult", prose("Members consult."), within=1),
            treaty.Duty("assist", "5", "assist", prose("Members assist."), 1, "as-each-deems-necessary"),
            treaty.Duty("report", "8", "report", prose("Members report."), within=0),
        ),
        security_council=treaty.SecurityCouncil("8", True, 0, (), True),
        emergency=treaty.Emergency(True, "9"),
        review=treaty.Review("10", prose("Measures are reviewed."), "silence"),
        articles=tuple(
            treaty.Article(number, prose(title), prose(f"{title}."), topics) for number, title, topics in _ARTICLES
        ),
    )
    return replace(plain, **changes)


_ARTICLES: tuple[tuple[str, str, tuple[treaty.Topic, ...]], ...] = (
    ("4", "Members consult when one of them is threatened", ("consultation",)),
    ("5", "An attack on one concerns all", ("mutual-defence",)),
    ("6", "The Council decides", ("decision",)),
    ("8", "Measures are reported to the Security Council", ("reporting", "referral")),
    ("9", "In an emergency the Council may decide at once", ("emergency",)),
    ("10", "Measures are reviewed", ("renewal",)),
    ("11", "A host's consent is its own", ("host-consent",)),
)


def state(id_: StateId, role: model.Role = "member", **changes: Any) -> model.State:
    """A state; members have four lines of mandate that always hold, means and a red line."""
    lines = tuple(
        model.MandateLine(kind, prose(kind), always(), always(), always())
        for kind in ("fits", "does-not-fit", "red-line", "dilemma")
    )
    line = model.RedLine(prose("No force."), condition("rung >= 7"))
    member = role == "member"
    plain = model.State(
        id=id_, name=prose(f"State {id_}"), adjective=prose(id_), role=role, colour="green", sign=id_[0],
        profile=prose(f"{id_} lies at the strait."), brief=prose(f"Brief of {id_}."),
        new_brief=prose(f"New brief of {id_}."), mandate=lines if member else (), red_line=line if member else None,
        asset=None, means={"naval": 3, "trade": 2, "words": 1}, readiness=3, treasury=8, home=60, likes={},
        law_weight=1, price=0, policy="statesman", places=(),
    )  # fmt: skip
    return replace(plain, **changes)


def likes(values: dict[str, int]) -> dict[str, model.Like]:
    """What a member likes, always."""
    return {liked: model.Like(value) for liked, value in values.items()}


def states() -> tuple[model.State, ...]:
    """Three members, the adversary, the neighbour."""
    return (
        state("AAA", asset="harbour", likes=likes({"escort": 2, "limited-force": -2, "clause:limits": 1})),
        state("BBB", likes=likes({"escort": 2, "targeted-sanctions": 2, "clause:off-ramp": -2}), home=55),
        state(
            "CCC", asset="tracks", likes=likes({"targeted-sanctions": -1, "clause:end-date": 1}), price=1, treasury=6
        ),
        state("XXX", "adversary"),
        state("NNN", "neighbour"),
    )


def assets() -> tuple[model.Asset, ...]:
    """AAA's base, on which the escort rests, and CCC's data."""
    return (
        model.Asset("harbour", prose("The harbour"), "base", "AAA", prose("Nine hours nearer.")),
        model.Asset("tracks", prose("Ship tracks"), "data", "CCC", prose("Where ships were.")),
    )


def consents() -> tuple[model.Consent, ...]:
    """AAA's leave to use its base."""
    name = prose("The harbour")
    return (model.Consent("harbour", name, name, "AAA", "AAA", ("escort", "limited-force")),)


def claims() -> tuple[model.Claim, ...]:
    """One that accuses XXX and one that nobody has heard of yet."""
    confirmed, refuted = prose("The divers found numbers."), prose("The divers found rust.")
    return (
        model.Claim(
            "state-did-it", prose("XXX laid the mine."), condition("truth('state')"), "rumoured", "XXX", "sinking",
            confirmed, refuted,
        ),
        model.Claim(
            "old-field", prose("An old field drifts."), condition("truth('old-mine')"), None, None, "sinking",
            confirmed, refuted,
        ),
    )  # fmt: skip


def sources() -> tuple[model.EvidenceSource, ...]:
    """Two on the same claim in two hands, one on the other claim."""
    return (
        source("tracks-at-night", "state-did-it", "CCC", {"old-mine": -1}, cost=4),
        source("intercept", "state-did-it", "AAA", {"old-mine": 0}, cost=2),
        source("chart", "old-field", "BBB", {"state": -1}),
    )


def source(id_: str, claim: str, holder: StateId, moves: dict[str, int], cost: int = 0) -> model.EvidenceSource:
    """A source that moves its claim up by one unless the truth says otherwise."""
    text = prose(f"What {id_} says.")
    return model.EvidenceSource(id_, claim, holder, prose(id_), text, (), prose("With care."), moves, 1, cost)


def incidents() -> tuple[model.Incident, ...]:
    """One before the start, one that only an effect brings."""
    return (
        model.Incident(
            "sinking", prose("Sinking of the Lind"), prose("The cutter Lind sank."), "narrows", 0, "BBB", "XXX",
            {"deaths": 9, "object": "state"}, ((condition("drawn('dead', '4')"), {"deaths": 4}),), {"harm": 4}, 9,
        ),
        model.Incident(
            "boarding", prose("Boarding"), prose("A tanker was boarded."), "narrows", None, "CCC", "XXX",
            {"deaths": 0}, (),
        ),
    )  # fmt: skip


def measure(id_: str, rung: int, kind: model.MeasureKind, **changes: Any) -> model.Measure:
    """A measure; domain naval, one round's ramp."""
    plain = model.Measure(
        id=id_, name=prose(id_), rung=rung, domain="naval", kind=kind, pressure=10, ramp=1, moves={}, cost=0,
        matter="presence", response_kind="show-of-force", use_of_force="none", nature=prose("Its nature."),
        explains=prose("What it does."), basis=("charter",), reversible=True, undo=prose("It ends."),
    )  # fmt: skip
    return replace(plain, **changes)


def measures() -> tuple[model.Measure, ...]:
    """From a note to force."""
    return (
        measure("protest", 1, "words", domain="words", pressure=2, matter="statement", response_kind="diplomatic"),
        measure("mediation", 1, "help", domain="words", pressure=0, cost=1, matter="peaceful-settlement",
                moves={"escalation": -6}),
        measure(
            "targeted-sanctions", 3, "economic", domain="trade", pressure=14, ramp=2, moves={"escalation": 4}, cost=1,
            matter="sanctions",
            response_kind="sanctions", basis=("retorsion", "countermeasures"), needs_grade="suspected", exempts=True,
        ),
        measure(
            "escort", 5, "presence", pressure=22, moves={"grip": -11, "escalation": 6, "harm": -3}, cost=2,
            needs="harbour", needs_grade="suspected", basis=("retorsion", "invitation"),
        ),
        measure(
            "limited-force", 8, "force", pressure=45, cost=4,
            moves={"grip": -45, "escalation": 25, "harm": 8}, matter="armed-force", response_kind="force",
            use_of_force="armed", basis=("self-defence", "collective-self-defence"), needs="harbour",
            needs_grade="established", force_sheet=True, reversible=False,
        ),
    )  # fmt: skip


def clauses() -> tuple[model.Clause, ...]:
    """The eight standard ones."""
    values = {"off-ramp": (5, 25, 10), "end-date": (1, 5, 2)}
    return tuple(
        model.Clause(id_, prose(id_), prose("It gives."), prose("It costs."), *values.get(id_, (0, 0, 0)))
        for id_ in model.STANDARD_CLAUSES
    )


def inject(id_: str, round_: int | None, **changes: Any) -> model.Inject:
    """News to all at the opening of SITUATION."""
    plain = model.Inject(
        id_, prose(id_), round_, None, "situation", None, (), "news", prose("The wire"), None,
        prose(f"Words of {id_}."), (), (), None, None, NOTHING,
    )  # fmt: skip
    return replace(plain, **changes)


def injects() -> tuple[model.Inject, ...]:
    """News, a cable, intelligence with an effect, one affair at home."""
    stronger = model.Effect("claim", "state-did-it", 1)
    return (
        inject("first-news", 1),
        inject("cable-aaa", 1, channel="cable", to=("AAA",), asks=model.Asking(prose("Open the harbour?"))),
        inject("divers", 2, channel="intelligence", grade="probable", effects=(stronger,), reads="state-did-it"),
        inject("at-home", 1, until_round=3, channel="letter", to=("CCC",), home_of="CCC",
               effects=(model.Effect("home", "CCC", -3),)),
        inject("when-hot", None, at="table", when=condition("escalation >= 60")),
    )  # fmt: skip


def step(id_: str, level: int, gain: int, heat: int, risk: int, harm: int) -> model.Step:
    """A step of who presses."""
    return model.Step(
        id=id_, name=prose(id_), level=level, gain=gain, moves={"escalation": heat, "harm": harm}, risk=risk,
        text=prose(f"XXX: {id_}."), variants=(), hint=prose(f"Signs of {id_}."), facts={"deaths": 0},
    )  # fmt: skip


def temperament(id_: str, **numbers: Any) -> model.Temperament:
    """A mind; `scores` move it besides."""
    plain = model.Temperament(
        id=id_, name=prose(id_), weight=1, appetite=0, resolve=0, face=1, pockets=True, scores=(),
        reveal=prose("It was."),
    )  # fmt: skip
    return replace(plain, **numbers)


def actor(id_: str, **keys: Any) -> model.Actor:
    """An actor with nothing but its name."""
    plain = {key.field: key.left_out for key in declared(model.Actor).keys if not key.required}
    words = {name: left for name, left in plain.items() if not isinstance(left, By)}
    given = {"id": id_, "adjective": prose(id_), "colour": "", "sign": id_[0], "means": {}, "kind": "state", **keys}
    return model.Actor(**{"temperaments": {}, "answers": {}, **words, **given})


def adversary(**changes: Any) -> model.Actor:
    """XXX with three levels and a strike, two temperaments."""
    wary = temperament("insecure", appetite=7, resolve=34, face=2, pockets=False, reveal=prose("It waits."))
    bold = temperament("opportunist", appetite=10, resolve=22, face=1, reveal=prose("It wants it all."))
    steps = (step("harass", 1, 6, 4, 8, 2), step("inspect", 2, 10, 7, 14, 4), step("close", 3, 18, 10, 24, 9),
             step("strike", 0, 8, 22, 38, 10))  # fmt: skip
    terms = model.Settlement(text=prose("Passage for all."), consent=("BBB",), round=3, when=condition("grip <= 30"))
    plain = actor(
        "XXX", name=prose("State XXX"), model="bargainer", presses="grip", victim="BBB", aims=prose("The strait."),
        case=prose("Safety inspections."), steps=steps, temperaments={"insecure": wary, "opportunist": bold},
        hold_text=prose("XXX holds."), back_text=prose("XXX steps back."), settlement=terms,
    )  # fmt: skip
    return replace(plain, **changes)


def neighbour() -> model.Actor:
    """NNN, which speaks otherwise when things are hot."""
    hot = model.Variant(condition("escalation >= 40"), prose("We are afraid."))
    return actor(
        "NNN", name=prose("State NNN"), model="petitioner", hearing=prose("We need grain."), variants=(hot,),
        asks=Petition("exemptions"),
    )  # fmt: skip


def actors(*changed: model.Actor) -> Mapping[str, model.Actor]:
    """XXX and NNN, or others in their place, and others beside them."""
    return {each.id: each for each in (adversary(), neighbour(), *changed)}


def security_council() -> model.SecurityCouncil:
    """Five permanent members, the last tied to XXX, and ten others."""
    stances = (2, 1, 0, -1, -2)
    permanent = tuple(
        model.CouncilMember(f"P{n}", prose(f"P{n}"), True, stance, tied=n == 5, veto_rung=4 if n == 5 else 0)
        for n, stance in enumerate(stances, 1)
    )
    elected = tuple(
        model.CouncilMember(f"E{n}", prose(f"E{n}"), False, stance)
        for n, stance in enumerate((2, 2, 1, 1, 1, 0, 0, 0, 0, -1), 1)
    )
    said = prose("The Council has spoken."), prose("The Council is divided.")
    asks = tuple(
        model.CouncilAsk(id_, rung, *said)
        for id_, rung in (("statement", 1), ("demand", 1), ("sanctions", 4), ("mandate", 7))
    )
    return model.SecurityCouncil((*permanent, *elected), asks)


def endings() -> tuple[model.Ending, ...]:
    """War, held, and the rest."""
    return (
        model.Ending("war", 1, condition("escalation >= 95"), prose("War"), prose("It burns."), (), final=True),
        model.Ending("held", 2, condition("grip < 25"), prose("Held"), prose("Ships sail."), ()),
        model.Ending("frozen", 9, always(), prose("Frozen"), prose("Nothing moves."), ()),
    )


def _taken(id_: str) -> Any:
    return GAUGES[id_].taken if id_ in GAUGES else "delivered"


def gauge(id_: str, **changes: Any) -> model.Gauge:
    """A standard gauge; deterrence is an estimate."""
    starts = {"escalation": 30, "harm": 10, "deterrence": 35, "cohesion": 55, "grip": 20, "standing": 50}
    plain = model.Gauge(id_, prose(id_.capitalize()), NOTHING, starts.get(id_, 50), ())
    return replace(plain, **{"seen": "estimate" if id_ == "deterrence" else "all", "taken": _taken(id_), **changes})

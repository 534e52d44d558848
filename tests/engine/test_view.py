"""The view of one seat: its sections hold what it may see, and nothing of what others hold alone."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from crisis_game.engine import codec
from crisis_game.engine.acts.ballots import CastVote, Explain, GiveOpinion
from crisis_game.engine.acts.declarations import DeclareRedLine
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.settlement import OpenBackChannel
from crisis_game.engine.acts.talk import MakePromise, Say, TakePosition
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Gift
from crisis_game.engine.state import Letter, Note
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.scenario import model
from crisis_game.scenario.ids import Phase
from crisis_game.texts import prose
from crisis_game.texts.wording import Wording
from tests.engine import builders, parts
from tests.engine.builders import pressing
from tests.engine.play import do
from tests.engine.worlds import adopt, at_answer, put_in_force

SECTIONS = ("table", "gauges", "incidents", "claims", "mail", "texts", "measures", "account", "members", "brief")


def at(phase: Phase = "consultation") -> Working:
    """A desk with a text of AAA's, the chair's, and a measure in force."""
    working = at_answer(round_=2, phase=phase)
    adopt(working, builders.ESCORT_TEXT, "bbb-1", 1)
    put_in_force(working, "escort", {"BBB": "half"}, "bbb-1", began=1)
    builders.put_on_table(working.state, "aaa-1")
    builders.put_on_table(working.state, "chair-2", builders.CHAIR_TEXT, None, "procedure")
    if phase == "voting":
        working.state.council.sheet = ("aaa-1", "chair-2")
        for id_ in working.state.council.sheet:
            working.state.council.texts[id_].status = "put"
    return working


def shown(working: Working, seat: str) -> str:
    """All that a seat's view says, as JSON."""
    view = View(working.seen(seat))
    sections = {name: getattr(view, name) for name in SECTIONS if name != "brief" or view.brief is not None}
    return json.dumps({name: _plain(value) for name, value in sections.items()}, sort_keys=True, default=str)


def _plain(value: object) -> object:
    try:
        return codec.write(value)
    except TypeError:
        return str(value)


# Secrets -------------------------------------------------------------------------------------------------------------


def _letter(working: Working) -> None:
    letter = Letter("m:BBB>AAA:1", 2, "table", "message", "BBB", ("AAA",), words="A secret word.")
    working.state.mail.letters.append(letter)


SECRETS: dict[str, tuple[Phase, Callable[[Working], object]]] = {
    "a letter": ("consultation", _letter),
    "words to one": ("consultation", lambda working: do(working, "AAA", Say(("BBB",), "Quietly."))),
    "a position told to one": (
        "consultation",
        lambda working: do(working, "AAA", TakePosition("chair-2", "oppose", to=("BBB",))),
    ),
    "a belief": ("consultation", lambda working: do(working, "AAA", GradeClaim("state-did-it", "probable"))),
    "an opinion": (
        "consultation",
        lambda working: do(working, "AAA", GiveOpinion("aaa-1", "escort", "law", "unlawful", 70)),
    ),
    "a back channel": ("consultation", lambda working: do(working, "AAA", OpenBackChannel())),
    "a promise": ("consultation", lambda working: do(working, "AAA", MakePromise("BBB", Gift("pay", amount=1)))),
    "a vote": ("voting", lambda working: do(working, "AAA", CastVote("aaa-1", "no"))),
    "a reason": ("voting", lambda working: do(working, "AAA", Explain("aaa-1", "dilemma", "We cannot."))),
    "what it knows": (
        "consultation",
        lambda working: working.state.knowledge.seats.__setitem__("AAA", {"state-did-it": "established"}),
    ),
    "its treasury": ("consultation", lambda working: setattr(working.state.accounts["AAA"], "treasury", 1)),
    "its home": ("consultation", lambda working: setattr(working.state.accounts["AAA"], "home", 21)),
    "its minister": ("consultation", lambda working: setattr(working.state.accounts["AAA"], "ministers", 1)),
    "the truth": ("consultation", lambda working: setattr(working.state.world, "truth", "old-mine")),
    "the temperament": ("consultation", lambda working: setattr(pressing(working.state), "temperament", "insecure")),
    "deterrence": ("consultation", lambda working: working.state.world.gauges.__setitem__("deterrence", 77)),
    "the luck": ("consultation", lambda working: setattr(pressing(working.state), "luck", {"hold": 6})),
    "the policy": ("consultation", lambda working: working.state.table.holders.__setitem__("AAA", "hawk")),
    "a note": ("consultation", lambda working: working.state.desk.notes.append(Note(2, "They forgot."))),
    "what is held": ("consultation", lambda working: working.state.script.held.add("divers")),
}


@pytest.mark.parametrize("held", SECRETS)
def test_what_one_seat_holds_shows_in_no_section_of_anothers_view(held: str) -> None:
    phase, happens = SECRETS[held]
    working = at(phase)
    working.state.table.holders["AAA"] = "statesman"
    before = {seat: shown(working, seat) for seat in ("CCC", "NNN", "observer")}
    happens(working)
    assert {seat: shown(working, seat) for seat in before} == before


@pytest.mark.parametrize("held", ["a letter", "words to one", "a belief", "a promise", "a vote", "its treasury"])
def test_what_it_holds_shows_in_its_own(held: str) -> None:
    phase, happens = SECRETS[held]
    working = at(phase)
    before = shown(working, "AAA")
    happens(working)
    after = shown(working, "AAA")
    commitments = View(working.seen("AAA")).commitments.promises
    assert after != before or commitments


def test_a_red_line_is_known_once_it_is_declared() -> None:
    working = at()
    assert working.seen("CCC").red_line("AAA") is None
    do(working, "AAA", DeclareRedLine())
    assert working.seen("CCC").red_line("AAA") == working.scenario.sheets.red_lines["AAA"]
    assert [member.red_line_declared for member in View(working.seen("CCC")).members] == [True, False, False]


# What is shown -------------------------------------------------------------------------------------------------------


def test_where_we_stand_and_the_one_question() -> None:
    working = at()
    working.state.ready.add("BBB")
    table = View(working.seen("AAA")).table
    assert (table.phase, table.beat, table.round, table.rounds) == ("consultation", "table", 2, 3)
    assert (table.ready, table.waiting_for) == (False, ("AAA", "CCC"))
    assert Wording().say(table.question) == "Which text could you live with, and what must change?"


def test_gauges_in_words_with_how_they_moved_and_deterrence_as_an_estimate() -> None:
    words = (
        model.GaugeWord(0, prose("calm")),
        model.GaugeWord(20, prose("tension")),
        model.GaugeWord(40, prose("crisis")),
    )
    gauges = [parts.gauge(gauge, words=words if gauge == "escalation" else ()) for gauge in builders.tiny().gauges]
    hidden = parts.gauge("bread", seen="facilitator")
    scenario = builders.tiny(gauges=builders.by_id((*gauges, hidden)))
    working = at_answer(scenario)
    working.state.world.gauges["escalation"] = 39
    working.state.world.estimates["deterrence"] = 30
    lines = {gauge.id: gauge for gauge in View(working.seen("AAA")).gauges}
    assert "bread" not in lines
    assert lines["escalation"].word == prose("tension")
    assert (lines["deterrence"].value, lines["deterrence"].estimate) == (30, True)
    assert lines["harm"].word is None
    all_ = {gauge.id: gauge for gauge in View(working.seen("facilitator")).gauges}
    assert (all_["deterrence"].value, all_["deterrence"].estimate, all_["bread"].value) == (35, False, 50)


def test_an_incident_with_what_is_said_of_it_and_how_sure_one_is() -> None:
    working = at()
    working.state.knowledge.seats["AAA"] = {"state-did-it": "probable", "old-field": "rumoured"}
    (incident,) = View(working.seen("AAA")).incidents
    claims = {claim.id: (claim.public, claim.own) for claim in incident.claims}
    assert claims == {"state-did-it": ("rumoured", "probable"), "old-field": (None, "rumoured")}
    (others,) = View(working.seen("BBB")).incidents
    assert {claim.id: claim.own for claim in others.claims} == {"state-did-it": "rumoured"}


def test_a_text_with_its_sponsors_what_is_needed_and_where_members_stand() -> None:
    working = at()
    do(working, "BBB", TakePosition("aaa-1", "could-live-with"))
    line = View(working.seen("CCC")).text("aaa-1")
    assert (line.sponsors, line.matter, line.status, line.votes_needed, line.in_favour) == (
        ("AAA",),
        "presence",
        "table",
        2,
        0,
    )
    assert [(position.seat, position.stance) for position in line.positions] == [("BBB", "could-live-with")]
    assert (line.grade, line.result, line.chair) == ("rumoured", None, False)
    assert View(working.seen("CCC")).text("chair-2").chair


def test_votes_are_sealed_until_they_are_opened() -> None:
    working = at("voting")
    do(working, "AAA", CastVote("aaa-1", "yes"))
    assert View(working.seen("AAA")).text("aaa-1").votes == (("AAA", "yes"),)
    assert View(working.seen("BBB")).text("aaa-1").votes == ()
    assert View(working.seen("facilitator")).text("aaa-1").votes == (("AAA", "yes"),)


def test_measures_in_force_with_who_gives_what() -> None:
    (line,) = View(at().seen("CCC")).measures
    assert (line.measure, line.authority, line.began, line.status) == ("escort", "bbb-1", 1, "active")
    assert line.deliveries == (("BBB", "half"),)


@pytest.mark.parametrize(("seat", "has"), [("AAA", True), ("XXX", False), ("facilitator", False), ("observer", False)])
def test_only_members_have_an_account(seat: str, has: bool) -> None:
    view = View(at().seen(seat))
    assert (view.account is not None) == has
    assert (view.brief is not None) == (seat in ("AAA", "XXX"))


def test_every_section_of_every_seat_can_be_made_in_every_phase() -> None:
    working = at()
    for phase in (
        "lobby",
        "briefing",
        "consultation",
        "drafting",
        "voting",
        "response",
        "review",
        "hot-wash",
        "closed",
    ):
        working.state.table.phase = phase
        for seat in (*builders.SEATS, "facilitator", "observer"):
            assert "{" in shown(working, seat)


def test_seen_is_one_class_made_of_parts_and_gives_nobody_the_state() -> None:
    seen = Seen(builders.tiny(), builders.opened(builders.tiny()), "AAA")
    public = [name for name in dir(seen) if not name.startswith("_")]
    assert "state" not in public
    assert "scenario" not in public
    assert not hasattr(seen, "__dict__")

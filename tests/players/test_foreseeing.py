"""The level *able*: what a seat foresees by the printed rules, and that it foresees nothing from what is hidden."""

from __future__ import annotations

import ast
import inspect
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.conditions.grades import GRADES
from crisis_game.engine.act import Act
from crisis_game.engine.chance import Stream
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import Opinion, State
from crisis_game.players import foreseeing
from crisis_game.players.character import CHARACTERS
from crisis_game.players.foreseeing import Prospect, foreseen, prospects_of
from crisis_game.players.outcomes import Givers
from crisis_game.players.playout import Playout, playout
from crisis_game.players.policy import policy
from crisis_game.players.value import Value
from crisis_game.players.weighing import Weighing
from crisis_game.scenario.draft import Draft, MeasureLine, Switch
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario

READS = "active force_in_use gauge gauges means members moves numbers offer_open opponents readiness round"
"""What foreseeing reads of a seat's `Seen`: what all may see, but for gauges, which each sees as it may."""

EVERY = 40
"""A place of a game that is looked at comes after so many commands."""


def able_game(scenario: Scenario, seed: int, *seats: SeatId) -> Playout:
    """A game in which these seats play at level able, the others plain."""
    game = playout(scenario, seed)
    able = {seat: policy(game.seats[seat].name, "able") for seat in seats}
    return replace(game, seats={**game.seats, **able})


def log_of(game: Playout) -> list[tuple[SeatId, Act]]:
    return [(submission.seat, submission.command) for submission, _ in game.moves()]


def of(scenario: Scenario, seat: SeatId, draft: Draft, *pledges: tuple[tuple[str, str], str]) -> int:
    """What a seat foresees of a draft at the start of a game."""
    seen = Seen(scenario, playout(scenario, 4).state, seat)
    measures = [seen.measure(line.measure) for line in draft.lines]
    return foreseen(seen, prospects_of(seen, seen.written.wants), draft, measures, Givers(pledges, ()))  # type: ignore[arg-type]


def wanting(scenario: Scenario, seat: SeatId, **wants: int) -> Scenario:
    states = {**scenario.states, seat: replace(scenario.states[seat], wants=wants)}
    return replace(scenario, states=states)


INTERDICT = Draft((MeasureLine("interdict", "VOS"),))


def test_force_is_foreseen_hotter_without_a_way_back_and_cooler_within_limits(hesk: Scenario) -> None:
    cool = wanting(hesk, "COR", escalation=-1)
    open_, limited = (replace(INTERDICT, clauses=(Switch(name, 50),)) for name in ("off-ramp", "limits"))
    assert of(cool, "COR", INTERDICT) < of(cool, "COR", open_) < 0
    assert of(cool, "COR", INTERDICT) < of(cool, "COR", limited)


def test_what_nobody_gives_to_moves_nothing_that_is_delivered(hesk: Scenario) -> None:
    loose = wanting(hesk, "ARD", grip=-3)
    given_to = [((seat, "interdict"), "full") for seat in hesk.members]
    assert of(loose, "ARD", INTERDICT) == 0
    assert of(loose, "ARD", INTERDICT, *given_to[:2]) > 0
    assert of(loose, "ARD", INTERDICT, *given_to) == foreseeing.MOST


def test_a_gauge_at_the_end_of_its_scale_moves_no_further(hesk: Scenario) -> None:
    sheet = hesk.gauges["escalation"]
    assert Prospect(sheet, -1, 98, 0, 0).difference(30) == 2
    assert Prospect(sheet, -1, 90, 30, 0).difference(30) == 0
    assert Prospect(sheet, -1, 4, 0, 0).difference(-30) == -4


def test_a_shield_takes_off_what_steps_do_and_no_more(hesk: Scenario) -> None:
    seen = Seen(hesk, playout(hesk, 4).state, "BEL")
    shielding = [seen.measure(id_) for id_ in seen.measures if seen.measure(id_).moves.get("harm", 0) < 0]
    assert shielding
    draft, most = Draft((MeasureLine(shielding[0].id),)), -shielding[0].moves["harm"]
    for suffers in (0, 1, most, most + 9):
        by = foreseen(
            seen, [Prospect(hesk.gauges["harm"], -5, 50, suffers, suffers)], draft, shielding[:1], Givers((), ())
        )
        assert by == min(foreseeing.MOST, suffers, most)


def test_an_able_game_comes_out_the_same_each_time_and_is_another_than_a_plain_one(hesk: Scenario) -> None:
    able = log_of(able_game(hesk, 0, *hesk.members))
    assert able == log_of(able_game(hesk, 0, *hesk.members))
    assert able != log_of(playout(hesk, 0))


def test_foreseeing_reads_of_a_seat_s_view_what_is_named_here() -> None:
    tree = ast.parse(inspect.getsource(foreseeing))
    named = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    read = {node.attr for node in named if isinstance(node.value, ast.Name) and node.value.id == "seen"}
    assert read == set(READS.split())
    assert not [node.attr for node in named if node.attr.startswith("_") and node.attr != "_within"]


# Two worlds that a seat cannot tell apart ------------------------------------------------------------


@cache
def places(name: str, seed: int) -> tuple[Scenario, tuple[State, ...]]:
    """A scenario, and states of a game of it by able seats."""
    scenario = load_scenario(find(name))
    game = able_game(scenario, seed, *scenario.members)
    return scenario, tuple(game.state.fork() for number, _ in enumerate(game.moves()) if number % EVERY == 7)


def worths(seen: Seen, character: str) -> list[Value]:
    """What all that can be tabled or lies on the table is worth to an able seat: all its moves at TABLE follow it."""
    weighing = Weighing(seen, replace(CHARACTERS[character], able=True))
    drafts = [weighing.value(package.draft) for _, package in sorted(seen.packages.items())]
    return drafts + [weighing.text(text) for text in seen.on_table]


def hide_otherwise(scenario: Scenario, state: State, onlooker: SeatId) -> Scenario:
    """Change in a state all that an onlooker cannot know, and in a scenario what others were told to want."""
    world, knowledge = state.world, state.knowledge
    world.truth = next((truth for truth in scenario.truths if truth != world.truth), world.truth)
    for id_, own in world.actors.items():
        minds = scenario.actors[id_].temperaments
        own.temperament = next((mind for mind in minds if mind != own.temperament), own.temperament)
        own.luck = {key: -luck for key, luck in own.luck.items()}
        own.ordered = None
    others = [seat for seat in scenario.members if seat != onlooker]
    for seat in others:
        knowledge.believed[seat] = dict.fromkeys(knowledge.public, GRADES[-1])
        knowledge.seats[seat] = dict.fromkeys(knowledge.public, GRADES[-1])
        state.record.opinions[seat] = [Opinion(1, "x-1", "protest", "law", "lawful", 90)]
    orders = state.orders
    orders.deliveries = {key: level if key[0] == onlooker else "none" for key, level in orders.deliveries.items()}
    orders.alone = {key: order for key, order in orders.alone.items() if key[0] == onlooker}
    sheets = {seat: replace(scenario.states[seat], likes={}, wants={"harm": 3}, law_weight=0) for seat in others}
    return replace(scenario, states={**scenario.states, **sheets})


@pytest.mark.parametrize("name", ["first-watch", "hesk-strait"])
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_worlds_that_an_able_seat_cannot_tell_apart_give_the_same_moves(name: str, data: st.DataObject) -> None:
    scenario, states = places(name, data.draw(st.integers(0, 1), label="seed"))
    state = data.draw(st.sampled_from(states), label="place")
    seat = data.draw(st.sampled_from(scenario.members), label="seat")
    character = data.draw(st.sampled_from(sorted(CHARACTERS)), label="character")
    twin = state.fork()
    elsewhere = hide_otherwise(scenario, twin, seat)
    here, there = Seen(scenario, state, seat), Seen(elsewhere, twin, seat)
    moves = [policy(character, "able").choose(seen, Stream(3, seat)) for seen in (here, there)]
    assert moves[0] == moves[1]
    assert worths(here, character) == worths(there, character)

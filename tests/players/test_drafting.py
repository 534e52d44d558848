"""Which text a policy tables: drawn among those it likes nearly as well as the best, and not what was refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine.chance import Stream
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import ActiveMeasure, State
from crisis_game.engine.state.council import Position, TextState
from crisis_game.players import drafting
from crisis_game.players.character import CHARACTERS
from crisis_game.players.mind import Mind
from crisis_game.players.moods import KINDS, Mood, in_mood, mood_of
from crisis_game.players.outcomes import Givers, expected, givers_of, pulls_of
from crisis_game.players.playout import playout
from crisis_game.players.weighing import Weighing
from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from crisis_game.scenario.model import Package, Scenario
from crisis_game.texts import prose


def at_table(scenario: Scenario, seed: int = 4) -> State:
    game = playout(scenario, seed)
    for submission, _ in game.moves():
        if game.state.table.phase == "consultation" and submission.seat:
            break
    state = game.state
    state.council.texts.clear()
    return state


def mind(scenario: Scenario, state: State, seat: str, character: str = "statesman") -> Mind:
    seen = Seen(scenario, state, seat)
    return Mind(seen, CHARACTERS[character], Weighing(seen, CHARACTERS[character]), Stream(1, "policy"))


def offering(scenario: Scenario, **drafts: Draft) -> Scenario:
    packages = {id_: Package(id_, prose(id_), prose(""), draft) for id_, draft in drafts.items()}
    return replace(scenario, packages=packages)


NOTE = Draft((MeasureLine("demand-note", "VOS"),), aim="passage")
RELIEF = Draft((MeasureLine("relief-corridor"),), aim="bread")


def test_one_is_drawn_of_those_within_two_points_of_the_best(hesk: Scenario) -> None:
    """Delma likes the corridor by 2 and the note by 1: each is drawn in some seed, and a draw stands all the round."""
    drawn = set()
    for seed in range(8):
        scenario = offering(hesk, note=NOTE, relief=RELIEF)
        state = at_table(scenario, seed)
        first, second = (drafting.draft_of(mind(scenario, state, "DEL")) for _ in range(2))
        assert first is not None
        assert first == second
        drawn.add(first.lines)
    assert drawn == {NOTE.lines, RELIEF.lines}


def test_what_is_worth_more_than_two_points_less_is_never_drawn(hesk: Scenario) -> None:
    both = replace(RELIEF, lines=(*RELIEF.lines, MeasureLine("verification"), MeasureLine("mediation")))
    for seed in range(8):
        scenario = offering(hesk, note=NOTE, both=both)
        draft = drafting.draft_of(mind(scenario, at_table(scenario, seed), "DEL"))
        assert draft is not None
        assert len(draft.lines) > 1


def test_a_package_that_is_a_motion_alone_counts(hesk: Scenario) -> None:
    scenario = offering(hesk, asking=Draft(motion=Motion("inquiry", "vosk-hand"), aim="know"))
    draft = drafting.draft_of(mind(scenario, at_table(scenario), "BEL"))
    assert draft is not None
    assert draft.motion == Motion("inquiry", "vosk-hand")


@pytest.mark.parametrize(
    ("status", "supporters", "again"),
    [("failed", 2, False), ("lapsed", 2, False), ("lapsed", 3, True), ("withdrawn", 1, True)],
)
def test_what_at_most_two_supported_is_not_tabled_again(
    hesk: Scenario, status: str, supporters: int, *, again: bool
) -> None:
    scenario = offering(hesk, note=NOTE)
    state = at_table(scenario)
    state.table.round = 3
    behind = list(scenario.members[:supporters])
    text = TextState("ard-9", replace(NOTE, clauses=(Switch("review"),)), behind[:1], 2, "statement")
    text.status = status  # type: ignore[assignment]
    text.positions.update({seat: Position("support") for seat in behind[1:]})
    state.council.texts["ard-9"] = text
    assert (drafting.draft_of(mind(scenario, state, "DEL")) is not None) is again


def test_a_grade_a_step_or_a_minister_since_then_makes_it_worth_another_try(hesk: Scenario) -> None:
    scenario = offering(hesk, note=replace(NOTE, claims=("vosk-hand",)))
    state = at_table(scenario)
    state.table.round = 3
    text = TextState("ard-9", replace(NOTE, claims=("vosk-hand",)), ["ARD"], 2, "statement", status="lapsed")
    state.council.texts["ard-9"] = text
    state.knowledge.graded.clear()
    for change in (
        lambda twin: twin.knowledge.graded.update({"vosk-hand": 3}),
        lambda twin: setattr(twin.world.actors["VOS"], "moved", 2),
        lambda twin: setattr(twin.accounts["BEL"], "since", 2),
    ):
        assert drafting.draft_of(mind(scenario, state, "DEL")) is None
        twin = state.fork()
        change(twin)
        assert drafting.draft_of(mind(scenario, twin, "DEL")) is not None
    state.knowledge.graded["vosk-hand"] = 2
    assert drafting.draft_of(mind(scenario, state, "DEL")) is None


def test_words_that_were_said_once_are_worth_nothing_again(hesk: Scenario) -> None:
    state = at_table(hesk)
    assert mind(hesk, state, "DEL").weighing.value(NOTE).likes > 0
    said = ActiveMeasure("a", "demand-note", "VOS", "ard-1", "ARD", "charter", "", 1, status="ended")
    state.measures["a"] = said
    assert mind(hesk, state, "DEL").weighing.value(NOTE).total == 0
    alone = replace(said, authority=None)
    state.measures["a"] = alone
    assert mind(hesk, state, "DEL").weighing.value(NOTE).likes > 0


# Moods ---------------------------------------------------------------------------------------------------------------


def test_a_mood_lasts_a_game_and_differs_from_game_to_game_and_seat_to_seat(hesk: Scenario) -> None:
    states = [playout(hesk, seed).state for seed in range(30)]
    moods = {mood_of(Seen(hesk, state, "ARD")) for state in states}
    assert {mood.up for mood in moods} == {mood.down for mood in moods} == set(KINDS)
    assert {mood.proof for mood in moods} == {-1, 0, 1}
    assert all(mood.up != mood.down for mood in moods)
    assert len({mood_of(Seen(hesk, states[0], seat)) for seat in hesk.members}) > 1
    later = playout(hesk, 0).run()
    assert mood_of(Seen(hesk, later, "ARD")) == mood_of(Seen(hesk, states[0], "ARD"))


def test_a_mood_adds_to_a_character(hesk: Scenario) -> None:
    assert hesk
    dove = CHARACTERS["dove"]
    moody = in_mood(dove, Mood("presence", "words", 1))
    assert (moody.liking["presence"], moody.liking["words"]) == (dove.liking["presence"] + 1, -1)
    assert moody.proof == dove.proof + 1
    assert moody.liking["force"] == dove.liking["force"]


# Outcomes ------------------------------------------------------------------------------------------------------------


def test_what_is_expected_follows_pledges_and_half_of_what_others_could_give(hesk: Scenario) -> None:
    """Escort presses grip by what is given: nobody is nothing, half of all by half, all in full."""
    seen = Seen(hesk, at_table(hesk), "ARD")
    pulls = pulls_of(seen, {"grip": -3})
    escort = seen.measure("escort")
    full = tuple(((seat, "escort"), "full") for seat in seen.members)
    worth = [
        expected(seen, pulls, [escort], givers)
        for givers in (Givers((), ()), Givers((), seen.members), Givers(full, seen.members))
    ]
    assert worth[0] == 0
    assert worth == sorted(worth)
    assert worth[2] == min(3, 3 * -escort.moves["grip"] // 10)
    opposite = pulls_of(seen, {"grip": 3})
    assert expected(seen, opposite, [escort], Givers(full, seen.members)) == -worth[2]


def test_what_does_not_follow_what_is_given_counts_in_full(hesk: Scenario) -> None:
    seen = Seen(hesk, at_table(hesk), "COR")
    interdict = seen.measure("interdict")
    assert expected(seen, pulls_of(seen, {"escalation": -2}), [interdict], Givers((), ())) == -3


def test_those_who_oppose_a_text_are_not_reckoned_with(hesk: Scenario) -> None:
    state = at_table(hesk)
    text = TextState("ard-9", NOTE, ["ARD"], 1, "statement")
    text.positions.update({"BEL": Position("oppose"), "COR": Position("could-live-with")})
    state.council.texts["ard-9"] = text
    seen = Seen(hesk, state, "DEL")
    assert givers_of(seen, seen.text("ard-9")).likely == ("ARD", "COR", "DEL")
    assert givers_of(seen, None).likely == seen.voters


def test_trust_in_the_sponsor_counts_by_two_at_most(hesk: Scenario) -> None:
    state = at_table(hesk)
    state.council.texts["ard-9"] = TextState("ard-9", NOTE, ["ARD"], 1, "statement")
    for trust, worth in ((3, 2), (1, 1), (-3, -2)):
        state.accounts["DEL"].trust["ARD"] = trust
        assert mind(hesk, state, "DEL").weighing.text("ard-9").trust == worth
    assert mind(hesk, state, "ARD").weighing.text("ard-9").trust == 0

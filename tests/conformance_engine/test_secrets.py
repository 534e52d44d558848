"""Nobody learns what is not for them: what one seat alone holds or does changes nothing for all others.

Each test makes two exercises that differ in something private, and compares all that every other seat can observe.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from crisis_game.conditions.condition import condition
from crisis_game.conditions.grades import GRADES
from crisis_game.engine import wire
from crisis_game.engine.act import Act, Offer, Refusal, Submission
from crisis_game.engine.chance import Stream
from crisis_game.engine.event import Event
from crisis_game.engine.events.counsel import CounselGiven
from crisis_game.engine.machine import decide, evolve, legal, step
from crisis_game.engine.seeing.projected_state import projected_state
from crisis_game.engine.seeing.projection import projected
from crisis_game.engine.sender import person
from crisis_game.engine.state import FreeMove, Note, Opinion, Position, Rating, State
from crisis_game.law.conduct import Conduct
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import RedLine, Scenario
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import prose
from tests.conformance_engine import observing
from tests.conformance_engine.observing import difference, heard
from tests.conformance_engine.walking import MANY, SCENARIOS, TINY, Walk, loaded

LOOKERS = ("observer",)
"""Who looks on without a seat."""

PUBLIC = frozenset(("hand-seat",))
"""Kinds whose event is the facilitator's, and whose result stands on the screens: who sits where."""

SHIPPED = [
    (name, 0)
    for name in ("first-watch", "hesk-strait", "the-blocked-council", "the-coup", "the-dry-year", "the-quarrel")
]
WALKS = [(TINY, 0), (TINY, 1), ("first-watch", 1), *SHIPPED]
WALK = 300
ON = 80
EVERY = 23
"""A place of a walk at which all is compared comes after so many moves."""


def others(walk: Walk, *seats: SeatId) -> tuple[SeatId, ...]:
    """All who could learn what is private to some seats; the facilitator knows everything."""
    return tuple(seat for seat in (*walk.scenario.states, *LOOKERS) if seat not in seats)


def observed(scenario: Scenario, state: State, seat: SeatId, probes: Sequence[Act] = ()) -> dict[str, Any]:
    """What a seat can observe; the record only where who looks on without a seat does, who hears least of all."""
    return observing.observed(scenario, state, seat, probes, record=seat in LOOKERS)


def private_offers(walk: Walk, seat: SeatId) -> tuple[Offer, ...]:
    return tuple(offer for offer in legal(walk.seen(seat)) if offer.kind not in PUBLIC)


def did(walk: Walk, seat: SeatId, command: Act) -> tuple[Event, ...]:
    """What would come of a command that is possible."""
    events = decide(walk.scenario, walk.state, Submission("ref", seat, person(seat), command))
    assert not isinstance(events, Refusal), command
    return events


def sees_none(events: tuple[Event, ...], seat: SeatId) -> bool:
    return not heard(events, seat)


@pytest.mark.parametrize(("name", "seed"), WALKS)
def test_what_a_seat_does_unseen_changes_nothing_for_those_who_do_not_see_it(name: str, seed: int) -> None:
    """After every command of a walk, and after others that were possible: who hears no event observes no change."""
    walk, probes, unseen = Walk(loaded(name), seed), [], 0
    for number, (submission, _) in enumerate(walk.moves(WALK)):
        probes = [*probes[-7:], submission.command]
        if number % EVERY or walk.over:
            continue
        stream, seat = Stream(number, "unseen"), walk.seats[number // EVERY % len(walk.seats)]
        before = {reader: observed(walk.scenario, walk.state, reader, probes) for reader in others(walk, seat)}
        for offer in private_offers(walk, seat):
            command = offer.draw(stream)
            events = did(walk, seat, command)
            after = evolve(walk.state, events)
            for onlooker in before:
                if sees_none(events, onlooker):
                    unseen += 1
                    leak = difference(before[onlooker], observed(walk.scenario, after, onlooker, probes))
                    assert not leak, f"{seat} did {command}, and {onlooker} could tell: {leak}"
    assert unseen > 20


@pytest.mark.parametrize(("name", "seed"), WALKS)
def test_of_two_choices_that_sound_the_same_none_can_be_told(name: str, seed: int) -> None:
    """The same kind of command twice, with other values: whoever hears the same events observes the same."""
    walk, pairs = Walk(loaded(name), seed), 0
    for number, _ in enumerate(walk.moves(WALK)):
        if number % EVERY or walk.over:
            continue
        seat = walk.seats[number // EVERY % len(walk.seats)]
        for offer in private_offers(walk, seat):
            first, second = (offer.draw(Stream(draw_number, offer.kind)) for draw_number in (number, number + 1))
            if first == second:
                continue
            results = [
                decide(walk.scenario, walk.state, Submission("ref", seat, person(seat), choice))
                for choice in (first, second)
            ]
            ends = [evolve(walk.state, result) for result in results if not isinstance(result, Refusal)]
            for onlooker in others(walk, seat):
                if heard(results[0], onlooker) == heard(results[1], onlooker):
                    pairs += 1
                    leak = difference(*(observed(walk.scenario, end, onlooker) for end in ends))
                    assert not leak, f"{seat} did {first} or {second}, and {onlooker} could tell: {leak}"
    assert pairs > 20


def with_other_words(scenario: Scenario, seat: SeatId) -> Scenario:
    """The scenario with all that is private to one seat in words changed: brief, mandate, red line, stances, hints."""
    sheet = scenario.states[seat]
    changed = replace(
        sheet,
        brief=prose("Something else is asked of you."),
        mandate=tuple(replace(line, text=prose("Another line.")) for line in reversed(sheet.mandate)),
        red_line=RedLine(prose("Another line that must not be crossed."), condition("rung >= 1")),
        likes={liked: replace(like, value=-like.value) for liked, like in sheet.likes.items()},
    )
    return replace(scenario, states={**scenario.states, seat: changed})


@pytest.mark.parametrize("name", SCENARIOS)
def test_what_a_seat_was_told_to_want_changes_nothing_for_others(name: str) -> None:
    """The same commands under another brief, mandate, undeclared red line and other stances of one seat."""
    scenario = loaded(name)
    for place, seat in enumerate(scenario.members[::2]):
        here = Walk(scenario, place)
        there = Walk(with_other_words(scenario, seat), place)
        for number in range(WALK // 2):
            if here.over:
                break
            wish = here.wish()
            if wish.command.kind == "declare-red-line" and wish.seat == seat:
                continue
            events = here.submit(wish), there.submit(wish)
            for onlooker in others(here, seat):
                assert heard(events[0], onlooker) == heard(events[1], onlooker)
                if number % EVERY == 0:
                    leak = difference(*(observed(walk.scenario, walk.state, onlooker) for walk in (here, there)))
                    assert not leak, f"{onlooker} could tell what {seat} was told: {leak}"
        for onlooker in others(here, seat):
            assert dossier(here.scenario, onlooker) == dossier(there.scenario, onlooker)


Secret = Callable[[State, SeatId, SeatId], None]
"""Changes something private in a state: of the first seat, or between the first and the second."""


def belief(state: State, seat: SeatId, _: SeatId) -> None:
    for claim in state.knowledge.public:
        state.knowledge.believed.setdefault(seat, {})[claim] = "established"


def own_grade(state: State, seat: SeatId, _: SeatId) -> None:
    for claim, public in state.knowledge.public.items():
        state.knowledge.seats.setdefault(seat, {})[claim] = GRADES[(GRADES.index(public) + 1) % len(GRADES)]


def letters(state: State, seat: SeatId, other: SeatId) -> None:
    mail = state.mail
    for place, letter in enumerate(mail.letters):
        if letter.to is not None and {letter.sender, *letter.to} <= {seat, other, *state.script.arrived}:
            mail.letters[place] = replace(letter, words="Burn this.")


def opinion(state: State, seat: SeatId, _: SeatId) -> None:
    held = state.record.opinions.setdefault(seat, [])
    held[:] = [
        *(replace(held_opinion, answer="unlawful", sure=50) for held_opinion in held),
        Opinion(1, "x-1", "protest", "law", "lawful", 90),
    ]


def confidence(state: State, seat: SeatId, other: SeatId) -> None:
    for text in state.council.texts.values():
        text.told[(seat, other)] = Position("against")


def counsel(state: State, seat: SeatId, _: SeatId) -> None:
    conduct = Conduct("planned/escort", seat, {"use_of_force": "none"})
    evolve(state, (CounselGiven(seat, "aaa-1", Draft(), (), conduct, (seat,)),))


def whisper(state: State, seat: SeatId, _: SeatId) -> None:
    state.commitments.back_channels.append((state.table.round, seat))


def order(state: State, seat: SeatId, _: SeatId) -> None:
    """Sealed until they are opened; afterwards the rounds differ, so that this one is compared at once."""
    orders = state.orders
    orders.alone = {key: alone_order for key, alone_order in orders.alone.items() if key[0] != seat}
    orders.deliveries = {key: "none" if key[0] == seat else level for key, level in orders.deliveries.items()}


LASTING: tuple[Secret, ...] = (belief, own_grade, letters, opinion, confidence, counsel, whisper)


@pytest.mark.parametrize("name", SCENARIOS)
def test_what_a_seat_holds_changes_nothing_for_others(name: str) -> None:
    """Two states that differ in it, at several places of a walk; where it lasts, also with the same commands after."""
    scenario = loaded(name)
    for place, seat in enumerate(scenario.members[::3]):
        other = scenario.members[scenario.members.index(seat) - 1]
        walk = Walk(scenario, place)
        for number, _ in enumerate(walk.moves(WALK // 4)):
            if number % EVERY == 0 and not walk.over:
                onlookers = others(walk, seat, other)
                here = {onlooker: observed(scenario, walk.state, onlooker) for onlooker in onlookers}
                sent = {onlooker: received(scenario, walk.state, onlooker) for onlooker in onlookers}
                for secret in (*LASTING, order):
                    twin = walk.state.fork()
                    secret(twin, seat, other)
                    for onlooker in onlookers:
                        leak = difference(here[onlooker], observed(scenario, twin, onlooker))
                        assert not leak, f"{onlooker} could tell the {secret.__name__} of {seat}: {leak}"
                        assert sent[onlooker] == received(scenario, twin, onlooker), secret.__name__
                    if secret in LASTING and number % (2 * EVERY) == 0:
                        play_on(walk, twin, seat, other, secret)


def keep_other_books(state: State) -> None:
    """What the engine keeps for itself and for the facilitator is another."""
    state.table.seed += 1
    state.desk.notes.append(Note(1, "Watch them."))
    state.desk.ratings["objective:one", "AAA"] = Rating("U", "Weak.", 1)
    state.desk.moves["ZZZ-1"] = FreeMove("ZZZ-1", "ZZZ", "We go.", 1)
    state.script.skipped.add("a-third-inject")
    state.world.leaks.append((1, "AAA", "aaa-1", "support"))
    state.world.once.add("a mark")
    state.script.held.add("an-inject")
    state.script.arrived["another-inject"] = 1
    state.script.home_rounds["AAA"] = 1
    state.council.best = "aaa-1"
    state.council.counts["AAA"] = 7


def received(scenario: Scenario, state: State, seat: SeatId) -> bytes:
    """The bytes of all that a seat at the end of a wire would get."""
    own = projected(scenario, state, seat, frozenset())
    parts = wire.write(Scenario, own), wire.write(State, projected_state(scenario, state, seat))
    return json.dumps(parts).encode()


@pytest.mark.parametrize("name", SCENARIOS)
def test_what_is_hidden_from_all_shows_nowhere(name: str) -> None:
    """Truth, temperament, luck and the sealed order: nobody but the facilitator and the other side can tell."""
    walk = Walk(loaded(name), 3)
    for number, _ in enumerate(walk.moves(WALK)):
        if number % EVERY == 0 and not walk.over:
            twin = walk.state.fork()
            world = twin.world
            world.truth = next(truth for truth in walk.scenario.truths if truth != world.truth)
            for id_, own in world.actors.items():
                minds = walk.scenario.actors[id_].temperaments
                own.temperament = next(mind for mind in minds if mind != own.temperament)
                own.luck = {key: -luck for key, luck in own.luck.items()}
                own.ordered = None
            keep_other_books(twin)
            for onlooker in others(walk, *walk.scenario.pressing):
                leak = difference(*(observed(walk.scenario, state, onlooker) for state in (walk.state, twin)))
                assert not leak, f"{onlooker} could tell what is hidden: {leak}"
                assert received(walk.scenario, walk.state, onlooker) == received(walk.scenario, twin, onlooker)


@pytest.mark.parametrize("name", [MANY, "hesk-strait"])
def test_what_one_who_presses_hides_shows_to_no_other(name: str) -> None:
    """Mind, luck and sealed order of one alone: neither members can tell, nor the seats of others that press."""
    walk = Walk(loaded(name), 5)
    for number, _ in enumerate(walk.moves(WALK)):
        if number % EVERY or walk.over:
            continue
        for id_ in walk.scenario.pressing:
            twin = walk.state.fork()
            own = twin.world.actors[id_]
            minds = walk.scenario.actors[id_].temperaments
            own.temperament = next(mind for mind in minds if mind != own.temperament)
            own.luck = {key: -luck for key, luck in own.luck.items()}
            own.ordered = None
            for onlooker in others(walk, id_):
                leak = difference(*(observed(walk.scenario, state, onlooker) for state in (walk.state, twin)))
                assert not leak, f"{onlooker} could tell what {id_} hides: {leak}"


def play_on(walk: Walk, twin: State, seat: SeatId, other: SeatId, secret: Secret) -> None:
    """The same commands after it from both states: nobody else hears anything else, or sees it in the end.

    What the two themselves can do may hang on it; what only one of the states admits is left out.
    """
    here = walk.twin(len(walk.log))
    for _ in range(ON):
        if here.over:
            break
        wish = here.wish()
        elsewhere = step(walk.scenario, twin, wish)
        if isinstance(elsewhere, Refusal):
            assert wish.seat in (seat, other), f"{wish} hangs on the {secret.__name__} of {seat}"
            continue
        events = here.submit(wish)
        for onlooker in others(walk, seat, other):
            assert heard(events, onlooker) == heard(elsewhere, onlooker), (secret.__name__, seat, wish)
    for onlooker in others(walk, seat, other):
        leak = difference(*(observed(walk.scenario, state, onlooker) for state in (here.state, twin)))
        assert not leak, f"{onlooker} could tell the {secret.__name__} of {seat} later: {leak}"

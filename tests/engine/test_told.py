"""Whole games: every event is told in whole sentences, every draw of an offer is accepted, every fact is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from crisis_game.engine import codec
from crisis_game.engine.act import Act, Offer, Refusal, Submission
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.turns import DeadlinePassed, Start
from crisis_game.engine.chance import Stream
from crisis_game.engine.event import Event
from crisis_game.engine.machine import EVENT_KINDS, evolve, legal, step
from crisis_game.engine.readings import Reading, reading
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import State
from crisis_game.engine.view import View
from crisis_game.law.vocabulary import FACTS
from crisis_game.scenario import model
from crisis_game.scenario.ids import BEAT_OF
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Prose
from crisis_game.texts.wording import Wording
from tests.engine import builders, strait

COMMANDS = 45
"""Commands in one beat, before its time is over."""

ENDING = ("end-exercise", "advance", "set-ready")
"""What would end a beat or play too soon; so does the emergency procedure, which only every third game has."""

WORDS_OF_PEOPLE = {"because", "words", "reason", "finding", "holder", "sender", "told", "pro", "contra"}
"""Fields in which somebody's own words stand: messages, notes, reasons, rewordings, names, rulings on moves."""

READINGS: tuple[Reading, ...] = ("public", "known", "true")


class WildGame:
    """A game in which every seat does what its offers allow, drawn at random; deadlines move it on."""

    def __init__(self, scenario: model.Scenario, seed: int) -> None:
        self.scenario = scenario
        self.state = State()
        self.events: list[Event] = []
        self.kinds: set[str] = set()
        self._stream = Stream(seed, "wild")
        self._left_out = ENDING if seed % 3 == 0 else (*ENDING, "call-emergency")
        self._do("session", Start(seed))

    def play(self) -> State:
        """Play to the end, so many commands in each beat."""
        while BEAT_OF[self.state.table.phase] != "none":
            here = self.state.table.phase, self.state.table.round
            for _ in range(COMMANDS):
                if (self.state.table.phase, self.state.table.round) == here:
                    self._act()
            if (self.state.table.phase, self.state.table.round) == here:
                self._do("session", DeadlinePassed(self.state.table.round, BEAT_OF[self.state.table.phase]))
        return self.state

    def _act(self) -> None:
        """One seat does something: a family of commands is drawn first, so that talk does not drown the rest."""
        adversary = self.scenario.adversary
        seat = self._stream.pick(
            (*self.scenario.members, *self.scenario.members, "facilitator", *filter(None, [adversary]))
        )
        offers = [
            possible for possible in legal(Seen(self.scenario, self.state, seat)) if possible.kind not in self._left_out
        ]
        groups = sorted({possible.act.group for possible in offers})
        if groups:
            group = self._stream.pick(groups)
            offer = self._stream.pick([possible for possible in offers if possible.act.group == group])
            self._do(seat, self._leaning(offer))

    def _leaning(self, offer: Offer) -> Act:
        """A command drawn from an offer; of votes the kinder of some, so that something is adopted."""
        drawn = [offer.draw(self._stream) for _ in range(4 if offer.kind == "cast-vote" else 1)]
        return next((command for command in drawn if isinstance(command, CastVote) and command.vote == "yes"), drawn[0])

    def _do(self, seat: str, command: Act) -> None:
        by = "session" if seat == "session" else "person"
        before = self.state.fork()
        events = step(self.scenario, self.state, Submission("ref", seat, by, command))
        assert not isinstance(events, Refusal), (seat, command, events)
        assert evolve(before, events) == self.state, (seat, command)
        self.kinds.add(type(command).__name__)
        self.events.extend(events)


def games() -> Iterator[WildGame]:
    """Some wild games on both scenarios."""
    for seed in range(3):
        yield WildGame(strait.strait(), seed)
    for seed in range(6):
        yield WildGame(builders.tiny(lesson=builders.lesson(orders=("split", "one-sheet")[seed % 2])), seed)


@pytest.fixture(scope="module")
def played() -> list[WildGame]:
    wild_games = list(games())
    for game in wild_games:
        game.play()
    return wild_games


def test_wild_games_reach_most_kinds_of_events_and_come_to_an_end(played: list[WildGame]) -> None:
    reached = {event.kind for game in played for event in game.events}
    assert len(reached) > 60
    assert sum(game.state.table.phase == "hot-wash" for game in played) >= len(played) // 2


def test_every_event_is_told_in_whole_sentences(played: list[WildGame]) -> None:
    for game in played:
        wording = Wording("en", names(game.scenario))
        for event in game.events:
            sentence = event.tell()
            if sentence is not None:
                said = wording.say(sentence)
                assert said.strip(), event
                assert "{" not in said, said
                assert "}" not in said, said


def test_every_letter_has_a_sender_and_words(played: list[WildGame]) -> None:
    for game in played:
        wording = Wording("en", names(game.scenario))
        for line in View(Seen(game.scenario, game.state, "facilitator")).mail:
            words = line.words if isinstance(line.words, str) else wording.say(line.words)
            assert words.strip() or line.counsel is not None, line
            assert isinstance(line.sender, Prose | str)


def test_letters_have_ids_of_their_own(played: list[WildGame]) -> None:
    for game in played:
        ids = [letter.id for letter in game.state.mail.letters]
        assert len(ids) == len(set(ids)), [letter_id for letter_id in ids if ids.count(letter_id) > 1]


def test_every_event_comes_back_from_a_save(played: list[WildGame]) -> None:
    for game in played:
        for event in game.events:
            assert codec.read_kind(EVENT_KINDS, codec.write(event), "event") == event


def strings(written: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every string in an event as a save holds it, with the name of its field."""
    if isinstance(written, str):
        yield name, written
    for key, inner in written.items() if isinstance(written, dict) else ():
        yield from strings(inner, key)
    for inner in written if isinstance(written, list) else ():
        yield from strings(inner, name)


def test_what_stands_in_an_event_is_an_id_or_a_persons_own_words(played: list[WildGame]) -> None:
    pairs = {pair for game in played for event in game.events for pair in strings(codec.write(event))}
    assert len(pairs) > 1000
    assert {name for name, written in pairs if " " in written} <= WORDS_OF_PEOPLE


def test_gauges_stay_within_their_bounds_and_every_move_adds_up(played: list[WildGame]) -> None:
    for game in played:
        for gauge, value in game.state.world.gauges.items():
            sheet = game.scenario.gauges[gauge]
            assert sheet.low <= value <= sheet.high
        for move in game.state.world.moves:
            assert move.after == move.before + sum(term.amount for term in move.terms)


def test_harm_never_falls(played: list[WildGame]) -> None:
    for game in played:
        assert all(move.after >= move.before for move in game.state.world.moves if move.gauge == "harm")


def test_accounts_stay_within_their_bounds(played: list[WildGame]) -> None:
    for game in played:
        for account in game.state.accounts.values():
            assert account.attention >= 0
            assert account.treasury >= 0
            assert 0 <= account.home <= 100
            assert 0 <= account.credit <= 5
            assert account.met + account.dropped <= account.due


def test_every_fact_on_record_is_one_of_the_judges(played: list[WildGame]) -> None:
    for game in played:
        for conduct in game.state.record.conducts.values():
            for which in READINGS:
                for name, value in reading(conduct, which).facts.items():
                    assert name in FACTS, (conduct.id, name)
                    assert FACTS[name].admits(value), (conduct.id, name, value)


def test_what_is_public_knowledge_is_no_more_than_each_knows(played: list[WildGame]) -> None:
    for game in played:
        for seat in game.scenario.members:
            assert set(game.state.knowledge.public) <= set(Seen(game.scenario, game.state, seat).claims)

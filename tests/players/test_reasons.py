"""What a policy says: its voice, about what weighed most, and nothing that its listeners may not know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.engine.acts.ballots import Explain
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.chance import Stream
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Gift
from crisis_game.engine.state import Commitment, Position, State
from crisis_game.players.character import CHARACTERS
from crisis_game.players.mind import Mind
from crisis_game.players.playout import playout
from crisis_game.players.reasons import LONGEST, PLAIN, cited, in_answer, sentence, sentences, weights
from crisis_game.players.value import Value
from crisis_game.players.weighing import Weighing
from crisis_game.scenario.ids import Vote
from crisis_game.scenario.model import Sayings, Scenario, Voice
from crisis_game.scenario.model_voices import Part
from crisis_game.texts import prose
from crisis_game.workshop.bars.sentences import frame_of, frames_of, reasons

VOTES: tuple[Vote, ...] = ("yes", "no", "abstain")


@pytest.fixture(scope="module")
def tables(hesk: Scenario) -> tuple[State, ...]:
    """States of two games in ORDERS, the first from the second round on in which a text asks for something."""
    states = []
    for seed in (3, 4):
        game = playout(hesk, seed)
        for _ in game.moves():
            table = game.state.table
            if table.phase == "voting" and table.round >= 2 and any(_with_measures(game.state)):
                states.append(game.state.fork())
                break
    return tuple(states)


def mind_of(scenario: Scenario, state: State, seat: str, seed: int = 1) -> Mind:
    seen, character = Seen(scenario, state, seat), CHARACTERS[scenario.states[seat].policy]
    return Mind(seen, character, Weighing(seen, character), Stream(seed, "test"))


def values() -> st.SearchStrategy[Value]:
    """Values of any make."""
    numbers = {name: st.integers(-6, 6) for name in ("likes", "outcomes", "clauses", "trust", "promises")}
    taken = {name: st.integers(-8, 0) for name in ("evidence", "law", "cost", "undeclared")}
    return st.builds(Value, **numbers, **taken, red_line=st.just(False)) | st.just(Value(red_line=True))


# What is spoken of --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "vote", "parts"),
    [
        (Value(likes=3, cost=-1), "yes", ("likes",)),
        (Value(likes=2, trust=1, clauses=3), "yes", ("clauses", "likes", "trust")),
        (Value(likes=1, law=-8, cost=-2), "no", ("law", "cost")),
        (Value(likes=3, evidence=-2), "abstain", ("evidence",)),
        (Value(likes=1), "abstain", ("likes",)),
        (Value(), "abstain", ("likes",)),
        (Value(red_line=True), "no", ("red_line",)),
        (Value(clauses=-2, cost=-2), "no", ("clauses", "cost")),
    ],
)
def test_what_weighed_most_comes_first(value: Value, vote: Vote, parts: tuple[Part, ...]) -> None:
    assert weights(value, vote) == parts


@given(values(), st.sampled_from(VOTES))
def test_nothing_is_said_for_a_vote_that_speaks_against_it(value: Value, vote: Vote) -> None:
    parts = weights(value, vote)
    amounts = [getattr(value, "undeclared" if part == "red_line" else part) for part in parts]
    sign = 1 if vote == "yes" else -1
    assert parts == ("red_line",) or parts == ("likes",) or all(sign * amount > 0 for amount in amounts)
    assert [sign * amount for amount in amounts] == sorted((sign * amount for amount in amounts), reverse=True)


def test_a_reason_cites_the_line_of_the_brief_that_it_speaks_of() -> None:
    assert cited(Value(likes=3)) == "fits"
    assert cited(Value(likes=1, cost=-5)) == "does-not-fit"
    assert cited(Value(law=-4)) == ""


def test_every_sentence_is_of_the_part_that_weighed_most(hesk: Scenario, tables: tuple[State, ...]) -> None:
    spoken = set()
    for state in tables:
        for seat in hesk.members:
            mind = mind_of(hesk, state, seat)
            voice = mind.seen.voice
            assert voice is not None
            for text in mind.seen.on_table:
                value = mind.weighing.text(text)
                vote: Vote = "yes" if value.vote == "yes" else "no" if value.vote == "no" else "abstain"
                frame = frame_of(sentence(mind, text, value, vote), frames_of([voice]))
                part = weights(value, vote)[0]
                assert frame.words in [words.in_language("en") for words in voice.sayings(vote).about(part)]
                spoken.add((part, vote))
    assert len(spoken) >= 4


# How a voice is used ------------------------------------------------------------------------------------------------


def voice(*likes: str) -> Voice:
    return Voice("harbour", yes=Sayings(likes=tuple(map(prose, likes))))


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ("Take {measure}.", ("Take ‘Escort’.",)),
        ("{grade}? For {measure}? {grade} is little.", ("Suspected? For ‘Escort’? Suspected is little.",)),
        ("Take {gauge}.", ()),
        ("Take {measure}" + " and more" * 12 + ".", ()),
        ("Take [b]{measure}[/b]\x1b[31m.", ("Take [b]‘Escort’[/b]␛[31m.",)),
        ("Take {measure} and { or }.", ()),
        ("Take {measure} and }.", ("Take ‘Escort’ and }.",)),
    ],
)
def test_a_sentence_is_used_if_its_slots_are_filled_and_it_is_short(frame: str, said: tuple[str, ...]) -> None:
    named = {"measure": "‘Escort’", "grade": "suspected"}
    assert sentences(voice(frame), "yes", "likes", named, "en") == said


def test_a_name_with_braces_in_it_is_not_read_again() -> None:
    assert sentences(voice("Take {measure}."), "yes", "likes", {"measure": "‘{grade}’"}, "en") == ("Take ‘{grade}’.",)


def test_who_has_nothing_to_say_says_so_plainly(hesk: Scenario, tables: tuple[State, ...]) -> None:
    mute = replace(hesk, voices={})
    mind = mind_of(mute, tables[0], "EST")
    assert sentence(mind, mind.seen.on_table[0], Value(likes=3), "yes") == PLAIN["yes"]


def test_nobody_says_the_same_twice_in_a_row(hesk: Scenario) -> None:
    last: dict[str, str] = {}
    said = 0
    for submission, _ in playout(hesk, 5).moves():
        command = submission.command
        words = command.words if isinstance(command, Explain) else ""
        words = command.because if isinstance(command, TakePosition) else words
        if words:
            said += 1
            assert words != last.get(submission.seat), words
            assert len(words) <= LONGEST
            last[submission.seat] = words
    assert said > 40


def test_the_same_game_is_told_in_the_same_words(hesk: Scenario) -> None:
    assert list(reasons(hesk, 6)) == list(reasons(hesk, 6))


def test_asked_again_it_gives_what_weighed_next(hesk: Scenario, tables: tuple[State, ...]) -> None:
    state = tables[0].fork()
    text = with_measures(state)
    value, frames = Value(likes=-4, cost=-2), frames_of(hesk.voices.values())
    state.council.texts[text].positions.pop("EST", None)
    mind = mind_of(hesk, state, "EST")
    first = sentence(mind, text, value, "no", ("ARD",), again=True)
    assert frame_of(first, frames).words in parts_of(hesk, "likes")
    state.council.texts[text].positions["EST"] = Position("oppose", (), 0, 2, first)
    again = sentence(mind_of(hesk, state, "EST"), text, value, "no", ("ARD",), again=True)
    assert frame_of(again, frames).words in parts_of(hesk, "cost")
    vote = sentence(mind_of(hesk, state, "EST"), text, value, "no")
    assert frame_of(vote, frames).words in parts_of(hesk, "likes")
    assert vote != first


def with_measures(state: State) -> str:
    """A text on the table that asks for something, on the ground of a claim."""
    return next(_with_measures(state))


def _with_measures(state: State) -> Iterator[str]:
    texts = (text for text in state.council.texts.values() if text.status in ("table", "put"))
    return (text.id for text in texts if text.draft.lines and text.draft.claims)


def parts_of(scenario: Scenario, part: Part) -> list[str]:
    spoken = scenario.voices[scenario.states["EST"].voice or ""].no.about(part)
    return [words.in_language("en") for words in spoken]


def test_an_answer_goes_by_what_the_asker_has_heard(hesk: Scenario, tables: tuple[State, ...]) -> None:
    state = tables[0].fork()
    mind = mind_of(hesk, state, "EST")
    text = mind.seen.on_table[0]
    words = in_answer(mind, text, "ARD")
    assert 0 < len(words) <= LONGEST


# Secrets ------------------------------------------------------------------------------------------------------------


def elsewhere(scenario: Scenario, state: State, seat: str) -> Iterator[State]:
    """Worlds that differ in what the seat knows, or could know, and all others need not."""
    other = state.fork()
    other.world.truth = next(truth for truth in scenario.truths if truth != other.world.truth)
    yield other
    for grade in ("rumoured", "established"):
        other = state.fork()
        other.knowledge.seats[seat] = dict.fromkeys(scenario.claims, grade)
        yield other
    other = state.fork()
    for source in scenario.sources:
        other.knowledge.shared.setdefault(source, set()).add(seat)
    yield other
    other = state.fork()
    giver = next(member for member in scenario.members if member != seat)
    other.commitments.promises["p:test"] = Commitment("p:test", giver, seat, Gift("pay", "", 3), None, 1)
    yield other


@settings(max_examples=40, deadline=None)
@given(values(), st.sampled_from(VOTES), st.integers(0, 9))
def test_nothing_said_to_all_changes_with_what_not_all_know(
    hesk: Scenario, tables: tuple[State, ...], value: Value, vote: Vote, seed: int
) -> None:
    state = tables[seed % 2]
    for seat in hesk.members:
        for text in Seen(hesk, state, seat).on_table:
            said = sentence(mind_of(hesk, state, seat, seed), text, value, vote)
            for other in elsewhere(hesk, state, seat):
                assert sentence(mind_of(hesk, other, seat, seed), text, value, vote) == said


def test_what_all_come_to_know_does_change_it(hesk: Scenario, tables: tuple[State, ...]) -> None:
    state, value = tables[0], Value(evidence=-4)
    text, other = with_measures(state), state.fork()
    claims = state.council.texts[text].draft.claims
    known = {state.knowledge.public.get(claim) for claim in claims}
    other.knowledge.public.update(dict.fromkeys(claims, "probable" if known == {"established"} else "established"))
    before, after = (
        {sentence(mind_of(hesk, world, "EST", seed), text, value, "no") for seed in range(9)}
        for world in (state, other)
    )
    assert after != before


def test_a_promise_is_named_before_its_giver_alone(hesk: Scenario, tables: tuple[State, ...]) -> None:
    state = tables[0].fork()
    state.commitments.consents.clear()
    state.commitments.promises.clear()
    state.commitments.promises["p:test"] = Commitment("p:test", "COR", "EST", Gift("pay", "", 3), None, 1)
    text, value, exact = with_measures(state), Value(likes=1, promises=2), hesk.voices["exact"]
    for to, part in ((("COR",), "promises"), ((), "likes"), (("ARD",), "likes"), (("ARD", "COR"), "likes")):
        said = [sentence(mind_of(hesk, state, "EST", seed), text, value, "yes", to) for seed in range(9)]
        frames = {frame_of(words, frames_of([exact])).words for words in said}
        assert frames <= {words.in_language("en") for words in exact.yes.about(part)}
        assert any("Corven" in words for words in said) is (part == "promises")

"""What only single seats know of a session, in words: none of it may stand where everybody reads."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.act import Act
from crisis_game.engine.acts.talk import Say
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.machine import legal
from crisis_game.exercise.public import OBSERVER
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.scenario import model
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Prose, Wording

SHORTEST = 12
"""Characters from which words are somebody's own, and no common word."""

SEALED = ("cast-vote", "deliver", "explain")


def private_words(session: Session) -> list[str]:
    """Every brief, mandate and red line; and every letter, claim and source that not all know of."""
    wording, seen, scenario = Wording("en"), session.seen(OBSERVER), session.authored
    known = {letter.id for letter in seen.letters}
    texts = list(_sheets(scenario))
    for seat in scenario.members:
        own = session.seen(seat)
        texts += [scenario.claims[id_].text for id_ in own.claims if id_ not in seen.claims]
        texts += [scenario.sources[id_].text for id_ in own.sources if id_ not in seen.sources]
        for letter in own.letters:
            words = own.letter(letter)[2]
            if letter.id not in known and isinstance(words, Prose):
                texts.append(words)
    said = (wording.say(text) for text in texts)
    return [words for sentence in said if len(words := " ".join(sentence.split())) >= SHORTEST]


def seal(session: Session, seat: SeatId, to: SeatId, luck: int) -> list[str]:
    """Let a seat give orders drawn with some luck, write to another, and with odd luck be ready; what it did."""
    stream = Stream(luck, "orders")
    offers = [offer for offer in legal(session.seen(seat)) if offer.kind in SEALED]
    done: list[Act] = [offer.draw(stream) for offer in offers]
    done.append(Say((to,), f"between the two of us, {luck}"))
    done += [SetReady()] * (luck % 2)
    for command in done:
        assert isinstance(session.submit(seat, command), Receipt), command
    return [str(command) for command in done]


def to_beat(session: Session, beat: str) -> Session:
    """Let everybody be ready until a beat has come."""
    while session.seen(OBSERVER).beat != beat:
        assert isinstance(session.submit(session.waiting()[0], SetReady()), Receipt)
    return session


def _sheets(scenario: model.Scenario) -> Iterator[Prose]:
    for seat in scenario.members:
        sheet = scenario.states[seat]
        yield sheet.brief
        yield from (line.text for line in sheet.mandate)
        if sheet.red_line:
            yield sheet.red_line.text

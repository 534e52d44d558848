"""Games of a scenario full of foreign signs, and so are their letters, names of people, notes and names of saves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import cycle
from pathlib import Path
from shutil import copyfile

from crisis_game.engine.act import Act, Offer
from crisis_game.engine.acts.talk import Say
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.chance import Stream
from crisis_game.engine.domains import Words
from crisis_game.engine.machine import legal
from crisis_game.exercise.notes import Notes
from crisis_game.exercise.people import People, Person, Pin, keep_people
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import begin, go_on, read
from crisis_game.exercise.sitting import PERSON
from crisis_game.scenario.ids import SeatId
from tests.hostile import written
from tests.hostile.signs import CLOSE, MARKUP, OPEN

PIN = "4711"
TYPED = tuple(f"{OPEN}{markup}{CLOSE}" for markup in MARKUP)
"""What a person can type: control signs and those that nobody sees are refused, or left out, where they are typed."""

MOST_MOVES = 60
LUCK_OF_FORCE = 12
"""A seed with which such a walk comes to a force sheet; few do."""


@dataclass(frozen=True, slots=True)
class Games:
    """The scenario's file, and saves of it: begun twice, shared by two at one keyboard, and over."""

    scenario: Path
    begun: Path
    spare: Path
    shared: Path
    over: Path

    def in_folder(self, folder: Path) -> Games:
        """The same files as they lie in another folder."""
        return Games(*(folder / getattr(self, field.name).name for field in fields(self)))


def build(base: str, folder: Path, turn: int = 0) -> Games:
    """Write and play all of them; `turn` gives the words other signs."""
    folder.mkdir(exist_ok=True)
    path = written.write(base, folder / f"hostile-{base}.yaml", turn)
    games = Games(path, *(folder / f"{base}-{name}.crisis" for name in ("begun", "spare", "shared", "over")))
    _begin(games, games.begun, 1, turn)
    _begin(games, games.spare, 1, turn)
    _begin(games, games.shared, 2, turn)
    _begin(games, games.over, 2, turn)
    with_all_acts(games.over, turn)
    return games


def gathered(games: Games, folder: Path) -> Path:
    """A class: copies of a game that is over, of one that is not, and of one with names at its keyboard."""
    folder.mkdir()
    for path in (games.over, games.begun, games.shared):
        copyfile(path, folder / path.name)
    return folder


def before_force(folder: Path, turn: int = 0) -> Path:
    """A game of the other scenario, up to where a force sheet is to be filled in; `turn` changes its words alone."""
    games = Games(written.write("hesk-strait", folder / "force.yaml", turn), *(folder / "force.crisis",) * 4)
    _begin(games, games.over, 2, 0)
    with_all_acts(games.over, until="fill-force-sheet", luck=LUCK_OF_FORCE)
    return games.over


def with_all_acts(path: Path, turn: int = 0, until: str = "", luck: int = 0) -> None:
    """Play a save to its end, or until an act is open: each kind of act once, with signs in whatever can be written."""
    session, typed = go_on(path), _typed(turn)
    done: set[str] = set()
    stream = Stream(luck or turn + 1, "hostile")
    for _ in range(MOST_MOVES):
        if session.finished:
            break
        seat = session.waiting()[0]
        offers = legal(session.seen(seat))
        if any(offer.kind == until for offer in offers):
            _close(session)
            return
        offer = next((offer for offer in offers if offer.kind not in done), None)
        if offer is None:
            done.clear()
        command: Act = SetReady()
        if offer is not None:
            done.add(offer.kind)
            command = _written(offer.draw(stream), offer, typed)
        session.submit(seat, command)
    while not session.finished:
        session.submit(session.waiting()[0], SetReady())
    _close(session)


def letters(session: Session, typed: Iterator[str]) -> None:
    """Each member writes to the others what it likes."""
    for seat in session.authored.members:
        for words in (next(typed), f"{next(typed)} Agreed {next(typed)}\n{next(typed)}"):
            session.submit(seat, Say((), words))


def _begin(games: Games, path: Path, persons: int, turn: int) -> None:
    scenario, files = read(str(games.scenario))
    seats: tuple[SeatId, ...] = scenario.members[:persons]
    session = begin(scenario, files, dict.fromkeys(seats, PERSON), 7 + turn, path)
    typed = _typed(turn)
    save = session.save
    assert save is not None
    save.set_name(f"{next(typed)} my game {next(typed)}")
    names = (words for words in typed if len(words) <= 24)
    if persons > 1:
        keep_people(session, People(tuple(Person(seat, next(names), Pin.of(PIN)) for seat in seats)))
    notes = Notes(session)
    for seat in seats:
        notes.put(seat, "\n".join(f"{next(typed)} my note {next(typed)}" for _ in TYPED))
    notes.keep()
    letters(session, typed)
    _close(session)


def _close(session: Session) -> None:
    assert session.save is not None
    session.save.close()


def _typed(turn: int) -> Iterator[str]:
    words = cycle(TYPED)
    for _ in range(turn % len(TYPED)):
        next(words)
    return words


def _written(command: Act, offer: Offer, typed: Iterator[str]) -> Act:
    """A command with signs in each of its fields that is for words."""
    chosen = {name: getattr(command, name) for name in offer.fields}
    for name in offer.fields:
        domain = offer.domain(name, chosen)
        words = next(typed)
        if isinstance(domain, Words) and domain.admits(words):
            chosen[name] = words
    return offer.act.filled(chosen)

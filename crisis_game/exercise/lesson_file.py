"""The file of a lesson: who was let in, by which tokens, and how the exercise is to be held.

It lies in the lesson's folder beside the save. Of a token only the hash is kept: whoever reads the file cannot come in
by it, and a host that was started anew knows everybody. Names stand in it as they were typed.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import secrets
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from crisis_game.engine import codec
from crisis_game.exercise.people import LONGEST_NAME, tidy_name
from crisis_game.exercise.save import SaveError
from crisis_game.players.levels import PLAIN, Level
from crisis_game.players.policy import POLICIES
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario

FILE, VERSION = "lesson.json", 1
"""The lesson's file, and the form in which it is written."""

MOST_COUNCILS = 8
"""Councils of a lesson: more, nobody can follow."""

LEAST_MINUTES, MOST_MINUTES = 10, 300
"""Of a lesson."""

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Of a room's code: 31 that nobody takes for another."""

CODE_LENGTH = 6
MOST_DEVICES = 8
"""Tokens of one person; the oldest goes when another is given."""

TOKEN_BYTES = 24
"""192 bits: nobody guesses one."""

LARGEST_FILE = 1 << 22
"""Bytes; a lesson's file is never so large."""

DIGEST = re.compile(r"[0-9a-f]{64}")
KEY = re.compile(r"p[0-9]{1,6}")
CODE = re.compile(f"[{LETTERS}]{{{CODE_LENGTH}}}")
TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who was let in, or stands on the roster.

    Attributes:
        key: their name in the log, such as `p3`.
        name: as it was typed, or as the roster has it.
        seat: whose seat they hold or share.
        tokens: hashes of the tokens that are theirs, one a device; without any they have not come in yet.
        links: hashes of personal links that nobody has opened yet.
        council: by its name, to which they belong; empty where there is one alone.
        id, email: of the roster; empty without one.
        late: whether they came when play had begun.
    """

    key: str
    name: str
    seat: SeatId
    tokens: tuple[str, ...] = ()
    id: str = ""
    email: str = ""
    late: bool = False
    links: tuple[str, ...] = ()
    council: str = ""

    def with_token(self, kept: str) -> Attendee:
        """With one more device; of too many the oldest goes."""
        return replace(self, tokens=(*self.tokens[1 - MOST_DEVICES :], kept))

    @property
    def arrived(self) -> Attendee:
        """The same who has come in: links are devices from now on."""
        return replace(self, tokens=(*self.tokens, *self.links)[-MOST_DEVICES:], links=())

    def is_called(self, name: str) -> bool:
        """Whether this is their name, however it was typed."""
        return _folded(name) == _folded(self.name)


@dataclass(frozen=True, slots=True)
class LessonRecord:
    """A lesson as it is kept.

    Attributes:
        lesson: the form of the file.
        code: opens the room's door, and no more.
        scenario: id or path, as the host named it; once play has begun the save has its files.
        language: of the pages; empty for the scenario's first.
        clock: the pace by name, `none`, or empty for the scenario's own seconds.
        policies: who plays a seat that nobody takes, where that is not the scenario's policy.
        seed: where the host gave one.
        facilitator: hashes of the facilitator's tokens, one a start of the host.
        projector: of those of the public page.
        attendees: in the order in which they came.
        councils: names of the councils, each of which plays for itself; one without a name where there is one alone.
        minutes: of each lesson, by which its beats are paced and play ends for the debrief; 0 for none.
        lessons: in how many it is played: in one, or in two with a stop between rounds.
        rounds: how many are played at most; 0 for as many as fit.
        level: how well the seats without a person play; it goes into the header of each council's save.
    """

    lesson: int
    code: str
    scenario: str
    language: str
    clock: str
    policies: Mapping[SeatId, str]
    seed: int | None
    facilitator: tuple[str, ...] = ()
    projector: tuple[str, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    councils: tuple[str, ...] = ("",)
    minutes: int = 0
    lessons: int = 1
    rounds: int = 0
    level: Level = PLAIN

    def __post_init__(self) -> None:
        if self.lesson != VERSION:
            raise ValueError(f"it has form {self.lesson}, and this version reads form {VERSION}")
        of_people = (kept for who in self.attendees for kept in (*who.tokens, *who.links))
        digests = [*self.facilitator, *self.projector, *of_people]
        if not all(DIGEST.fullmatch(digest) for digest in digests):
            raise ValueError("a token is not in the form in which it is kept")
        keys = [who.key for who in self.attendees]
        if len(set(keys)) != len(keys) or not all(KEY.fullmatch(key) for key in keys):
            raise ValueError("the people in it have no keys of their own")
        if any(len(who.tokens) > MOST_DEVICES for who in self.attendees) or len(set(digests)) != len(digests):
            raise ValueError("a token in it is of two, or somebody has too many")
        if not all(who.name and who.name == tidy_name(who.name) for who in self.attendees):
            raise ValueError("somebody in it has no name that can be shown")
        check_councils(self.councils)
        if any(who.council not in self.councils for who in self.attendees):
            raise ValueError("somebody in it belongs to a council that it has not")
        if not CODE.fullmatch(self.code):
            raise ValueError("its code is none of a room")
        self._check_length()
        if self.seed is not None and self.seed < 0:
            raise ValueError("its seed is below 0")

    def _check_length(self) -> None:
        if self.minutes and not LEAST_MINUTES <= self.minutes <= MOST_MINUTES:
            raise ValueError(f"a lesson has between {LEAST_MINUTES} and {MOST_MINUTES} minutes")
        if self.lessons not in (1, 2) or self.rounds < 0:
            raise ValueError("it is played in one lesson or in two, in a number of rounds")
        if not self.minutes and (self.lessons > 1 or self.rounds):
            raise ValueError("lessons and rounds are counted where a lesson has minutes")

    def put(self, changed: Attendee) -> LessonRecord:
        """With somebody as they are now."""
        return replace(self, attendees=tuple(changed if who.key == changed.key else who for who in self.attendees))


def check_councils(names: Sequence[str]) -> None:
    """Check that a lesson can have these councils. Raises ValueError, in one clause, where it cannot."""
    if not 1 <= len(names) <= MOST_COUNCILS:
        raise ValueError(f"a lesson has between 1 and {MOST_COUNCILS} councils, and {len(names)} were named")
    if len(names) > 1 and not all(names):
        raise ValueError("each of several councils needs a name")
    if strange := [name for name in names if name != tidy_name(name) or "/" in name]:
        raise ValueError(f"{strange[0]} is no name of a council: at most {LONGEST_NAME} letters, none of them a /")
    if len({_folded(name) for name in names}) < len(names):
        raise ValueError("two councils have the same name")


def save_name(place: int) -> str:
    """The file beside the lesson's own in which a council's exercise is kept, by its place from 0 on."""
    return f"council-{place + 1}.crisis" if place else "council.crisis"


def new_code() -> str:
    """A code for a room."""
    return "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))


def new_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def is_token(text: str) -> bool:
    """Whether a text has the form of a token."""
    return TOKEN.fullmatch(text) is not None


def digest(token: str) -> str:
    """What is kept of a token. A token has 192 bits of chance; so no slow hash is needed."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def is_among(token: str, kept: tuple[str, ...]) -> bool:
    """Whether a token is one of which these are kept."""
    wanted = digest(token)
    return any(hmac.compare_digest(hash_, wanted) for hash_ in kept)


def check_fits(record: LessonRecord, scenario: Scenario) -> None:
    """Check that a lesson's seats and policies are there. Raises SaveError, in one sentence, where they are not."""
    seats = {*(who.seat for who in record.attendees), *record.policies}
    if strange := sorted(seats - set(scenario.members)):
        raise SaveError(f"{FILE}: {scenario.id} has no seat {strange[0]}.")
    if strange := sorted(set(record.policies.values()) - set(POLICIES)):
        raise SaveError(f"{FILE}: there is no policy {strange[0]}.")


def read_lesson(folder: Path) -> LessonRecord:
    """The lesson of a folder.

    Raises:
        SaveError: if there is none, or it is not sound.
    """
    path = folder / FILE
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise SaveError(f"{path}: it is too large to be a lesson.")
        record: LessonRecord = codec.read(LessonRecord, json.loads(path.read_text(encoding="utf-8")), "lesson")
    except FileNotFoundError:
        raise SaveError(f"{folder}: there is no lesson in it.") from None
    except OSError as fault:
        raise SaveError(f"{path}: cannot be read ({fault.strerror or fault}).") from fault
    except (ValueError, RecursionError) as fault:
        raise SaveError(f"{path}: it is no lesson that can be gone on with: {fault}.") from fault
    return record


def write_lesson(folder: Path, record: LessonRecord) -> None:
    """Keep a lesson durably: a new file takes the old one's place, so that there is always a whole one.

    Raises:
        SaveError: if it cannot be written; then the old one stands.
    """
    path = folder / FILE
    fresh = path.with_suffix(".new")
    words = json.dumps(codec.write(record), ensure_ascii=False, indent=1)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(words)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as fault:
        raise SaveError(f"{path}: cannot be written ({fault.strerror or fault}).") from fault


def _folded(name: str) -> str:
    """What counts of a name: letters, whether small or composed; blanks only where there are some."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())

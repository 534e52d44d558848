"""`crisis-game host SCENARIO|LESSON`: one exercise for many, from phones, laptops and this keyboard."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_game.cli import at_terminal, numbers
from crisis_game.cli.refusals import FaultyInputError, WrongUseError
from crisis_game.players.levels import LEVELS, PLAIN

if TYPE_CHECKING:
    from crisis_game.exercise.lesson import Lesson
    from crisis_game.exercise.lesson_file import Attendee
    from crisis_game.pages.entrance import Entrance
    from crisis_game.scenario.model import Scenario
    from crisis_game.web.hosting import Place

NOT_INSTALLED = (
    "a host needs the extra host, which is not installed: python3 play.py host installs it in a checkout, "
    "pip install 'crisis-game[host]' elsewhere"
)
PORT = 8000


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "host",
        description="Hosts an exercise: phones and laptops come in by a code and a name. Without --open it listens to "
        "this machine alone.",
    )
    verb.add_argument(
        "what", nargs="?", metavar="SCENARIO|LESSON", help="id or path of a scenario, or the folder of a lesson"
    )
    verb.add_argument("--try", dest="trial", action="store_true", help="see whether a phone comes through to here")
    verb.add_argument("--open", metavar="ADDRESS", help="listen to the network at this address of this machine")
    verb.add_argument("--port", type=int, default=PORT, metavar="N", help=f"the port (default: {PORT}; 0: a free one)")
    verb.add_argument(
        "--seat", action="append", default=[], metavar="ID=POLICY", help="who plays a seat that nobody takes"
    )
    verb.add_argument("--seed", type=numbers.seed, metavar="N", help="the same luck again; without it drawn and hidden")
    verb.add_argument(
        "--clock", choices=("none", "full", "class", "quick"), default="", help="a clock for all; else the scenario's"
    )
    verb.add_argument(
        "--level", choices=LEVELS, help="how the computer plays: plain (default), or able; kept by the lesson"
    )
    verb.add_argument(
        "--minutes",
        type=int,
        metavar="N",
        help="minutes of the lesson, from when play begins: beats are paced to fit, and play ends for the debrief when "
        "a third is left; where beats must be shorter than their author meant, injects are left out that can be",
    )
    verb.add_argument(
        "--lessons",
        type=int,
        choices=(1, 2),
        help="with --minutes of each: in two lessons play stops when the first half of the rounds is over, and the "
        "second lesson begins with the folder",
    )
    verb.add_argument(
        "--rounds",
        type=int,
        metavar="N",
        help="with --minutes: at most so many rounds, in longer beats; else what fits",
    )
    verb.add_argument(
        "--councils",
        metavar="N|NAMES",
        help="how many councils play, each for itself with the same luck, or their names, with commas between them; "
        "without it those of the roster, else one",
    )
    verb.add_argument("--roster", metavar="FILE", help="a class list in CSV; personal links are written as slips")
    verb.add_argument("--times", type=float, default=1.0, metavar="N", help="the clock goes so many times as fast")
    verb.add_argument("--certificate", metavar="FILE", help="certificate in PEM, for https")
    verb.add_argument("--key", metavar="FILE", help="its key, where the certificate's file does not have it")
    verb.add_argument("--charter", metavar="ID", help="a new lesson by the rules of another charter")
    verb.add_argument("--plain", action="store_true", help="numbered lines in place of the screens")
    verb.add_argument("--format", choices=("text", "json"), default="text", help="json: one line when it listens")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Host until interrupted.

    Raises:
        WrongUseError: if the extra is not installed, or there is nothing of this name, no such seat or policy, or
            it cannot listen there.
    """
    if find_spec("uvicorn") is None or find_spec("starlette") is None or find_spec("segno") is None:
        raise WrongUseError(NOT_INSTALLED)
    _check(args)
    where = _place(args)
    with closing(where.sock):
        return _try_out(args, where) if args.trial else _hosted(args, where)


def _check(args: argparse.Namespace) -> None:
    """Check what can be said of the options by themselves. Raises WrongUseError."""
    from crisis_game.exercise.lesson_file import LEAST_MINUTES, MOST_MINUTES

    if not 0 <= args.port <= 65535:
        raise WrongUseError(f"--port must lie between 0 and 65535, and {args.port} does not")
    if not 0 < args.times <= 100:
        raise WrongUseError(f"--times must be above 0 and at most 100, and {args.times:g} is not")
    if args.minutes is not None and not LEAST_MINUTES <= args.minutes <= MOST_MINUTES:
        raise WrongUseError(f"--minutes must lie between {LEAST_MINUTES} and {MOST_MINUTES}, not at {args.minutes}")
    if args.minutes is not None and args.clock:
        raise WrongUseError("--minutes paces the clock itself; leave --clock out")
    if args.minutes is None and (args.lessons or args.rounds is not None):
        raise WrongUseError("--lessons and --rounds go with --minutes, the length of a lesson")
    if args.rounds is not None and args.rounds < 1:
        raise WrongUseError(f"--rounds must be 1 or more, and {args.rounds} is not")
    if args.what is None and not args.trial:
        raise WrongUseError("name a scenario, or the folder of a lesson; --try needs neither")


def _hosted(args: argparse.Namespace, where: Place) -> int:
    lesson, tokens = _lesson(args)
    with closing(lesson):
        return _host(args, where, lesson, tokens)


def _place(args: argparse.Namespace) -> Place:
    """Listen, before anything is kept."""
    from crisis_game.web.hosting import place

    try:
        return place(args.open, args.port, _certificate(args))
    except OSError as fault:
        address = args.open or "this machine"
        reason = os.strerror(fault.errno) if fault.errno else fault
        raise WrongUseError(
            f"it cannot listen to port {args.port} at {address} ({reason}); --port chooses another "
            "port, and --open 0.0.0.0 takes whatever addresses this machine has"
        ) from None


def _host(args: argparse.Namespace, where: Place, lesson: Lesson, tokens: tuple[str, str]) -> int:
    """Listen, say where, and go on until it is stopped: on screens, in lines, or, for programs, without a word."""
    from crisis_game.web.entrance import entrance_to
    from crisis_game.web.hosting import Hosting

    told, entrance = _told(lesson, where, tokens), entrance_to(lesson, where, tokens)
    slips = _slips(lesson, entrance) if args.roster else None
    hosting = Hosting(lesson, where, _certificate(args), args.times)
    if args.format == "json":
        _tell(json.dumps(told))
        with suppress(KeyboardInterrupt):
            asyncio.run(hosting.run())
        return 0
    if slips is not None:
        _tell(f"Personal links to cut out and hand out: {slips}")
    _tell(f"Your desk in a browser: {told['console']}\nThe page for a projector: {told['projector']}")
    if args.plain or not at_terminal():
        from crisis_game.plain.host import run as host_in_lines

        return host_in_lines(lesson, entrance, hosting.run)
    from crisis_game.tui.host import host

    return host(lesson, entrance, hosting.run)


def _slips(lesson: Lesson, entrance: Entrance) -> Path:
    """Write the personal links of a roster; where they lie."""
    from crisis_game.paper.slips import write_slips

    return write_slips(lesson, entrance)


def _try_out(args: argparse.Namespace, where: Place) -> int:
    """See whether another device comes through."""
    from crisis_game.texts import Wording
    from crisis_game.web.trial import try_out

    language = args.lang or "en"
    say = Wording(language).say
    with suppress(KeyboardInterrupt):
        asyncio.run(try_out(where, args.open is not None, lambda text: _tell(say(text)), language, _certificate(args)))
    return 0


def _certificate(args: argparse.Namespace) -> tuple[str, str | None] | None:
    return (args.certificate, args.key) if args.certificate else None


def _on_roster(path: str, scenario: Scenario, councils: tuple[str, ...]) -> tuple[Attendee, ...]:
    """Who stands on a roster. Raises FaultyInputError with a sentence for each of its faults."""
    from crisis_game.exercise.roster import FaultyRosterError, read_roster
    from crisis_game.scenario.seat_dossier import names
    from crisis_game.texts import Wording

    try:
        return read_roster(Path(path), scenario, councils)
    except FaultyRosterError as fault:
        words = Wording(scenario.languages[0], names(scenario))
        told = "\n".join(f"{path}: {words.say(because)}" for because in fault.faults)
        raise FaultyInputError(told, 1) from None


def _lesson(args: argparse.Namespace) -> tuple[Lesson, tuple[str, str]]:
    """The lesson that was asked for: one of that folder, else a new one of the scenario; and the tokens of its desk."""
    from crisis_game.exercise.lesson import Lesson
    from crisis_game.exercise.lesson_file import FILE
    from crisis_game.exercise.save import SaveError
    from crisis_game.scenario.library import ScenarioNotFoundError
    from crisis_game.scenario.reading.load import FaultyScenarioError

    try:
        begun = (Path(args.what) / FILE).exists()
        if begun and args.roster:
            raise WrongUseError("--roster belongs to a new lesson; this one has its people already")
        if begun and args.minutes:
            raise WrongUseError("--minutes belongs to a new lesson; this one goes on with what is left of its own")
        if begun and args.level:
            raise WrongUseError("--level belongs to a new lesson; this one goes on at the level that it began with")
        if begun and args.charter:
            raise WrongUseError("--charter belongs to a new lesson; this one goes on under its own")
        if begun and args.councils:
            raise WrongUseError("--councils belongs to a new lesson; this one has its councils already")
        lesson = Lesson.resume(Path(args.what)) if begun else _new_lesson(args)
        return lesson, lesson.desk_tokens()
    except FaultyScenarioError as fault:
        raise WrongUseError(f"{fault} (crisis-game check {args.what} tells all)") from None
    except (ScenarioNotFoundError, SaveError) as fault:
        raise WrongUseError(str(fault)) from None


def _new_lesson(args: argparse.Namespace) -> Lesson:
    from crisis_game.exercise.lesson import Lesson
    from crisis_game.exercise.roster import councils_of
    from crisis_game.exercise.saves_folder import new_lesson_folder
    from crisis_game.exercise.session_opening import read

    what = f"{args.what}@{args.charter}" if args.charter else args.what
    scenario, _ = read(what)
    named = _councils(args.councils)
    people = _on_roster(args.roster, scenario, named) if args.roster else ()
    lesson = Lesson.open(
        new_lesson_folder(scenario.id),
        what,
        language=args.lang or "",
        clock=args.clock,
        policies=_policies(scenario, args.seat),
        seed=args.seed,
        councils=named or councils_of(people) or ("",),
        minutes=args.minutes or 0,
        lessons=args.lessons or 1,
        rounds=args.rounds or 0,
        level=args.level or PLAIN,
    )
    if people:
        lesson.enrol(people)
    return lesson


def _councils(words: str | None) -> tuple[str, ...]:
    """Names of councils, as they were given or from 1 on; none where none were given. Raises WrongUseError."""
    from crisis_game.exercise.lesson_file import MOST_COUNCILS, check_councils

    if words is None:
        return ()
    count = int(words) if words.isdecimal() and words.isascii() and len(words) < 3 else 0
    if count > MOST_COUNCILS or words == "0":
        raise WrongUseError(f"--councils: a lesson has between 1 and {MOST_COUNCILS} councils, not {words}")
    if count:
        return tuple(str(place) for place in range(1, count + 1)) if count > 1 else ("",)
    names = tuple(name.strip() for name in words.split(","))
    try:
        check_councils(names)
    except ValueError as fault:
        raise WrongUseError(f"--councils: {fault}") from None
    return names


def _policies(scenario: Scenario, words: list[str]) -> dict[str, str]:
    """Who plays seats that nobody takes."""
    from crisis_game.cli.rehearsed_seats import read_seats
    from crisis_game.players.policy import POLICIES

    policies = read_seats(scenario, words)
    for name in policies.values():
        if name not in POLICIES:
            raise WrongUseError(f"--seat: {name} only measures in rehearsals; choose one of {', '.join(POLICIES)}")
    return policies


def _told(lesson: Lesson, where: Place, tokens: tuple[str, str]) -> dict[str, str]:
    """What a program needs to know."""
    facilitator, projector = tokens
    return {
        "url": where.url,
        "code": lesson.record.code,
        "console": f"{where.url}/console/{facilitator}",
        "projector": f"{where.url}/projector/{projector}",
        "lesson": str(lesson.folder),
    }


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()

"""`crisis-game join ADDRESS`: play a seat of an exercise that another machine hosts; on screens, or in plain lines."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from crisis_game.cli import need_terminal
from crisis_game.cli.refusals import WrongUseError

if TYPE_CHECKING:
    from crisis_game.network.client import Client, Joined
    from crisis_game.network.connection import Connection, Room
    from crisis_game.network.joined_file import Kept
    from crisis_game.plain.console import Console
    from crisis_game.texts import Text


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "join",
        description="Plays a seat of an exercise that another machine hosts. Started again, it goes on as the same "
        "person.",
    )
    verb.add_argument("address", metavar="ADDRESS", help="as the host shows it, such as http://192.168.1.7:8000")
    verb.add_argument("--code", metavar="CODE", help="the room's code; without it you are asked")
    verb.add_argument("--name", metavar="NAME", help="your name; without it you are asked")
    verb.add_argument("--seat", metavar="ID", help="the state you would play; without it the host gives you one")
    verb.add_argument("--plain", action="store_true", help="numbered lines of text, one answer a line")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Come in, wait until the exercise begins, and play.

    Returns:
        0 when the player left or the game is over.

    Raises:
        WrongUseError: if the host is away, is none or does not let one in, or without a terminal for the screens.
    """
    if not args.plain:
        need_terminal("add --plain to play in lines of text")
    from crisis_game.network.client import Client, HostError, read_address
    from crisis_game.plain.console import Console, EndOfInputError
    from crisis_game.texts import Wording

    console = Console(Wording(args.lang or "en"))
    try:
        client = Client(read_address(args.address))
        connection = _connected(args, client, console)
        try:
            _wait_in_room(connection, console)
            return _play(args, connection)
        finally:
            connection.close()
    except HostError as fault:
        raise WrongUseError(console.wording.say(fault.because)) from None
    except EndOfInputError:
        return 0


def _connected(args: argparse.Namespace, client: Client, console: Console) -> Connection:
    """A line to the host: as whom one came in before, where the host still knows that; else by code and name."""
    from crisis_game.network import joined_file
    from crisis_game.network.connection import Connection

    before = joined_file.kept(client.address)
    if before is not None and _is_same(args, before):
        connection = Connection(client, before.joined)
        connection.open()
        connection.wait_until(lambda: connection.number > 0, client.patience)
        if connection.closed is None:
            return connection
        joined_file.forget(client.address)
    connection = Connection(client, _come_in(args, client, console))
    connection.open()
    return connection


def _is_same(args: argparse.Namespace, before: Kept) -> bool:
    """Whether nobody else, and nowhere else, is meant than before."""
    return args.name in (None, before.name) and args.code in (None, before.code)


def _come_in(args: argparse.Namespace, client: Client, console: Console) -> Joined:
    from crisis_game.network import joined_file
    from crisis_game.texts import Text

    code = args.code or console.words(Text("The code of the room?"), 1, 40)
    name = args.name or console.words(Text("Your name?"), 1, 40)
    joined = client.join(code, name, args.seat)
    try:
        joined_file.keep(client.address, joined_file.Kept(code, name, joined))
    except OSError as fault:
        console.line(Text("It cannot be kept who you are here: {why}.", {"why": str(fault.strerror)}))
    return joined


def _wait_in_room(connection: Connection, console: Console) -> None:
    """Wait until the exercise begins; who else is here is told when that changes. Raises HostError if it never will."""
    from crisis_game.network.client import HostError

    said: Room | Text | None = None
    while connection.part is None:
        number = connection.number
        if connection.closed is not None:
            raise HostError(connection.closed, final=True)
        now = connection.away or connection.room
        if now is not None and now != said:
            console.line(_words(now))
            said = now
        connection.wait(number)


def _words(now: Room | Text) -> Text:
    from crisis_game.texts import Text

    if isinstance(now, Text):
        return now
    people = ", ".join(now.people)
    return Text("You are in; it begins when the host begins it. Here: {people}", {"people": people})


def _play(args: argparse.Namespace, connection: Connection) -> int:
    from crisis_game.network.remote_sitting import RemoteSitting

    sitting = RemoteSitting(connection)
    language = args.lang or sitting.scenario(sitting.seat).languages[0]
    if args.plain:
        from crisis_game.plain import run as play_plain

        return play_plain(sitting, language)
    from crisis_game.tui import run as play_screens

    return play_screens(language, lambda: sitting, sitting.seat)

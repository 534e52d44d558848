"""`crisis-game vote`: a mock vote of two minutes, to warm up a class; on a screen, or in plain lines."""

from __future__ import annotations

import argparse

from crisis_game.cli import need_terminal


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "vote",
        description="One harmless question, put to the vote by a real rule of decision: who stopped it, what would "
        "have turned it, and what other rules make of the same votes. Nothing is saved.",
    )
    verb.add_argument("--plain", action="store_true", help="numbered lines of text, one answer a line")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Vote.

    Returns:
        0.

    Raises:
        WrongUseError: if there is no terminal for the screen.
    """
    language = args.lang or "en"
    if args.plain:
        from crisis_game.plain.mock_vote import run as vote_plain

        return vote_plain(language)
    need_terminal("add --plain to vote in lines of text")
    from crisis_game.tui import run as open_screens
    from crisis_game.tui.navigation import mock_vote

    return open_screens(language, page=mock_vote)

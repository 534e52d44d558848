"""The arguments of one verb, read and handed to its module."""

from __future__ import annotations

from argparse import ArgumentParser
from importlib import import_module
from typing import NoReturn

from crisis_game.cli.refusals import WrongUseError


class Parser(ArgumentParser):
    """A parser whose complaints are one sentence."""

    def error(self, message: str) -> NoReturn:
        """Complain.

        Raises:
            WrongUseError: always.
        """
        raise WrongUseError(f"{message}; {self.prog} --help explains")


def run_verb(verb: str, words: list[str], language: str | None) -> int:
    """Run one verb.

    Args:
        verb: the name of its module.
        words: what follows it on the command line.
        language: what `--lang` says; the module finds it as `lang` among its arguments.

    Returns:
        The exit code.

    Raises:
        WrongUseError: if the verb does not take these words.
    """
    parser = Parser(prog="crisis-game")
    parser.set_defaults(lang=language)
    import_module(f"crisis_game.cli.{verb}").register(parser.add_subparsers(metavar="VERB", required=True))
    try:
        arguments = parser.parse_args([verb, *words])
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return int(arguments.run(arguments))

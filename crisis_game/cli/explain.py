"""`crisis-game explain [CODE ...]`: what a code of `check` means, why it matters, how to mend it, with an example."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from crisis_game.cli.refusals import WrongUseError
from crisis_game.documents.nearest import nearest


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb."""
    verb = subparsers.add_parser(
        "explain",
        description="Says what a code such as E204 means, why it matters, and how to mend it, with a wrong and a right "
        "example. Without a code it lists all.",
    )
    verb.add_argument("codes", nargs="*", metavar="CODE", help="a code that check told, such as E204")
    verb.add_argument("--format", choices=("text", "json"), default="text", help="for people or programs")
    verb.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Explain the codes, or list all.

    Returns:
        0.

    Raises:
        WrongUseError: for a code that there is not.
    """
    from crisis_game.pages.problems import codes_page, explanation_page
    from crisis_game.paper.json import pages_json
    from crisis_game.paper.plain_text import text
    from crisis_game.scenario.reading.explanations import explanations
    from crisis_game.texts import Text, Wording

    known = explanations()
    codes = [code.upper() for code in args.codes]
    for code in codes:
        if code not in known:
            raise WrongUseError(_unknown(code, known))
    wording = Wording(args.lang or "en")
    pages = [explanation_page(known[code]) for code in codes] or [codes_page()]
    if args.format == "json":
        print(pages_json(Text("Problems"), pages, wording), end="")
    else:
        print("\n".join(text(page.title, (page,), wording) for page in pages), end="")
    return 0


def _unknown(code: str, known: Iterable[str]) -> str:
    meant = nearest(code, known)
    return f"there is no code {code}; " + (f"did you mean {meant}?" if meant else "crisis-game explain lists all")

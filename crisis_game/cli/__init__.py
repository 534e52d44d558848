"""The command line: one small module per verb, imported only when its verb is asked for.

Without a verb the title screen opens. Exit codes: 0 answered, 1 an input is faulty or a check failed, 2 wrong use or
an unreadable file, 70 a mistake in the program itself, 130 interrupted. Errors are one sentence on standard error.
The list of verbs is printed without importing any room, nor even argparse, which alone would double the time it takes.
This module writes to the streams, since the verb `print`, once imported, takes the name of the builtin in it.
"""

from __future__ import annotations

import os
import sys

from crisis_game import __version__
from crisis_game.cli.refusals import FaultyInputError, WrongUseError

WRONG_USE = 2
INTERRUPTED = 130

VERBS = {
    "play": "play a scenario, or resume a save",
    "vote": "a mock vote of two minutes, to warm up a class",
    "host": "host an exercise that a class joins from phones and laptops",
    "join": "play a seat of an exercise that another machine hosts",
    "scenarios": "list the shipped scenarios",
    "saves": "list, rename or delete saves",
    "cases": "list the casebook, or show one case",
    "check": "find all problems of a scenario or charter",
    "explain": "explain a code of check, with an example",
    "convert": "bring a scenario of format 1 over to format 2",
    "new": "write a commented start of a scenario",
    "watch": "see a scenario as a player does, anew on every save",
    "schema": "print the JSON Schema of scenario files",
    "graph": "draw the phases and injects of a scenario",
    "msel": "the injects as a list in CSV or XLSX, out and in",
    "print": "write role sheets, ballots, a lesson plan and more for paper",
    "rehearse": "play many games by policies and count how they end",
    "reach": "tell what can and what cannot come to pass in a scenario",
    "judge": "judge conducts given in the casebook's vocabulary",
    "tally": "count votes under a decision rule",
    "power": "compute voting power under a decision rule",
    "charters": "list charters, or compare some side by side",
    "verify": "prove that a save was played as it says",
    "export": "write a save as JSON Lines",
    "replay": "step through a save",
    "report": "write an after-action report, of a save or a class",
    "class": "see a class at a glance, or forget who was in it",
}
"""Each verb has a module of its name here with `register(subparsers)`, which adds a parser that sets `run`."""


def at_terminal() -> bool:
    """Whether somebody sits at both ends: screens, and waiting for a key, make sense only then."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def need_terminal(instead: str) -> None:
    """Refuse screens where there is no terminal, before anything is imported for them.

    Args:
        instead: what to do without one, after "the screens need a terminal; ".

    Raises:
        WrongUseError: where there is none.
    """
    if not at_terminal():
        raise WrongUseError(f"the screens need a terminal; {instead}")


def main(words: list[str] | None = None) -> int:
    """Run one command line.

    Args:
        words: what follows the program's name; by default what the process was called with.

    Returns:
        The exit code.
    """
    _stand_in_for_closed_streams()
    _speak_unicode()
    try:
        code = _answer(sys.argv[1:] if words is None else words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_has_left()
    except WrongUseError as fault:
        return _complain(f"crisis-game: {fault}", WRONG_USE)
    except FaultyInputError as fault:
        return _complain(str(fault), fault.code)
    except OSError as fault:
        return _complain(f"crisis-game: {_words_of(fault)}", WRONG_USE)
    except Exception as mistake:
        return _admit(mistake)
    return code


def _answer(words: list[str]) -> int:
    language, words = _without_language(words)
    if not words:
        return _open_title(language)
    first, *rest = _verb_first(words)
    if first == "--plain" and not rest:
        return _open_title_in_lines(language)
    if first in ("-h", "--help", "help"):
        return _tell(_overview())
    if first == "--version":
        return _tell(f"crisis-game {__version__}")
    if first not in VERBS:
        raise WrongUseError(_unknown(first))

    from crisis_game.cli.verb_arguments import run_verb

    return run_verb(first, rest, language)


def _without_language(words: list[str]) -> tuple[str | None, list[str]]:
    """The value of `--lang`, which may stand anywhere, and the other words."""
    for index, word in enumerate(words):
        if word.startswith("--lang="):
            return word.removeprefix("--lang="), words[:index] + words[index + 1 :]
        if word == "--lang":
            if index + 1 == len(words):
                raise WrongUseError("--lang needs the code of a language, such as en")
            return words[index + 1], words[:index] + words[index + 2 :]
    return None, words


def _verb_first(words: list[str]) -> list[str]:
    """The words with the verb in front: `--plain`, which the title shares with some verbs, may stand before it."""
    return [*words[1:], words[0]] if words[0] == "--plain" and len(words) > 1 else words


def _overview() -> str:
    width = max(map(len, VERBS))
    verbs = "\n".join(f"  {verb:{width}}  {what}" for verb, what in VERBS.items())
    return (
        "usage: crisis-game [--lang CODE] [--plain | VERB ...]\n\n"
        "A crisis exercise for the terminal. Without a verb the title screen opens.\n\n"
        f"verbs (crisis-game VERB --help explains one):\n{verbs}\n\n"
        "options:\n"
        "  --plain      the title in numbered lines, for screen readers\n"
        "  --lang CODE  language of the texts, such as en (default: the scenario's first)\n"
        "  --version    tell the version\n"
        "  --help       this overview"
    )


def _unknown(word: str) -> str:
    from crisis_game.documents import nearest

    if word.startswith("-"):
        return f"there is no option {word}; crisis-game --help lists all"
    meant = nearest(word, VERBS)
    return f"there is no verb {word}; " + (f"did you mean {meant}?" if meant else "crisis-game --help lists all")


def _open_title(language: str | None) -> int:
    need_terminal("crisis-game --plain does without")

    from importlib import import_module

    return int(import_module("crisis_game.tui").run(language))


def _open_title_in_lines(language: str | None) -> int:
    from importlib import import_module

    return int(import_module("crisis_game.plain.title").run(language))


def _stand_in_for_closed_streams() -> None:
    """A stream that is closed (`>&-`) stands open on nothing; else the next file opened would take its place."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            nothing = os.open(os.devnull, os.O_RDWR)
            if nothing != number:
                os.dup2(nothing, number)
                os.close(nothing)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def _speak_unicode() -> None:
    """Read and write UTF-8 also where a Windows code page is the default, and never fail on a character."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _reader_has_left() -> int:
    """The program that read our output has seen enough; what is left of it must not fail at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _words_of(fault: OSError) -> str:
    reason = fault.strerror or str(fault)
    return f"{fault.filename}: {reason}" if fault.filename else reason


def _admit(mistake: Exception) -> int:
    """An exception that nobody foresaw: its kind for the player, all of it for who develops (`python -X dev`)."""
    from importlib import import_module

    return int(import_module("crisis_game.exercise.error_report").admit(mistake))


def _tell(words: str) -> int:
    sys.stdout.write(f"{words}\n")
    return 0


def _complain(sentence: str, code: int) -> int:
    from crisis_game.texts import visible

    sys.stderr.write(f"{visible(sentence)}\n")
    return code

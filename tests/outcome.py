"""How a call of the program ended, for tests that only ask that it ended well."""

from __future__ import annotations

from crisis_game.exercise.error_report import EXIT_CODE

SIGNS_OF_A_CRASH = ("Traceback", "a mistake in the program")


def crash(code: int | None, err: str) -> str:
    """What shows that a call crashed; empty where it ended as calls are meant to, with whatever it had to say.

    Args:
        code: its exit code; None where it was not kept.
        err: all that it wrote to standard error.
    """
    if code == EXIT_CODE:
        return f"exit {code}: {err}"
    return err if any(sign in err for sign in SIGNS_OF_A_CRASH) else ""

"""What keeps a command line from being answered."""

from __future__ import annotations


class WrongUseError(Exception):
    """The command line asks for something that there is not; the words say what."""


class FaultyInputError(Exception):
    """What the command line names keeps a verb from answering: one sentence, and the exit code that goes with it."""

    def __init__(self, sentence: str, code: int) -> None:
        super().__init__(sentence)
        self.code = code

"""One entry of the table of keys."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crisis_game.pages.play.due import Aim
from crisis_game.texts import Msgid


@dataclass(frozen=True, slots=True)
class Key:
    """A key, what it does, and how that is worded.

    Attributes:
        key: as Textual names it; of several, divided by commas, the first is the one that is named.
        action: the method of the screen that does it, as Textual writes it, without `action_`.
        words: what it does, for help and the player's guide; empty for what goes without saying.
        line: what it does, in the line of keys; empty where it does not stand there.
        line_on: the only screens on whose line it stands; everywhere where it holds if empty.
        shown: how the line of keys and help write it, where not as Textual does.
        aim: the act or page to which it leads, if any.
        priority: whether it goes before the keys of what has the focus.
    """

    key: str
    action: str
    words: Msgid = ""
    line: Msgid = ""
    line_on: tuple[str, ...] = ()
    shown: str = ""
    aim: Aim | None = None
    priority: bool = False

    @property
    def first(self) -> str:
        """The key that is named."""
        return self.key.partition(",")[0]

    @property
    def name(self) -> str:
        """By what the help of a screen names it: `{grade_claim}`, `{inbox}`, `{compare}`, `{move_back}`."""
        if self.aim is None:
            parts = re.findall(r"-?\w+", self.action.removeprefix("app."))
            return "_".join({"-1": "back", "1": "on"}.get(part, part) for part in parts)
        return (self.aim if isinstance(self.aim, str) else self.aim.kind).replace("-", "_")

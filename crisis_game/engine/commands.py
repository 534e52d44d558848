"""Commands as plain values: an author's, read by the kinds of acts, and a command carried out as its act says.

The acts lie above the phases and the script, which let commands follow from answers: so they make themselves known here
when they are imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crisis_game.engine import codec
from crisis_game.engine.act import Act
from crisis_game.engine.events.accounts import Spent
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text

_KINDS: dict[str, type[Act]] = {}


def know(kinds: Mapping[str, type[Act]]) -> None:
    """Make the kinds of acts known, by the names that logs have for them."""
    _KINDS.update(kinds)


def read_command(scenario: Scenario, words: Mapping[str, Any]) -> Act:
    """A command in the words of a log, as authors write it; `package` may stand for a draft.

    Raises:
        ValueError: with one sentence, if it is none.
        KeyError: if there is no such package.
    """
    plain = dict(words)
    package = plain.pop("package", None)
    if package is not None:
        plain["draft"] = codec.write(scenario.packages[package].draft)
    command: Act = codec.read_kind(_KINDS, plain, "command")
    return command


def terms(seen: Seen, words: Mapping[str, Any]) -> tuple[Text, ...]:
    """What a command in the words of a log takes of a seat, in sentences; of one that gives a text the least."""
    act = _KINDS.get(str(words.get("kind")))
    if act is None:
        return ()
    fields = [field_choice.name for field_choice in act.choices]
    try:
        command: Act = codec.read_kind(_KINDS, dict(words), "command")
    except ValueError:
        return act.terms(seen, {})
    return act.terms(seen, {name: getattr(command, name) for name in fields})


def carry_out(working: Working, seat: SeatId, command: Act) -> None:
    """Let a command happen that was found possible: charge what it takes of attention, then what comes of it."""
    if command.attention and (cost := command.cost(working.seen(seat))):
        working.emit(Spent(seat, cost, 0, command.spent_on()))
    command.happen(working, seat)

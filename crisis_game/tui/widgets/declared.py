"""What was declared, asked, offered, promised and demanded, as far as one seat knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from crisis_game.engine.wants import told_gift
from crisis_game.texts import Msgid, Prose, Text, Value

if TYPE_CHECKING:
    from crisis_game.engine.state import Commitment
    from crisis_game.tui.game import Sight

Say = Callable[[Text | Prose | str], str]

STATES: dict[str, Msgid] = {"open": "open", "kept": "kept", "broken": "broken", "void": "void"}
"""What became of a promise."""


def declared(sight: Sight, say: Say) -> Content:
    """One line for each thing, the latest kinds of talk first."""
    rows = [Content.assemble(("· ", "$accent"), say(one)) for one in _sentences(sight)]
    return Content("\n").join(rows) if rows else Content.styled(say("Nothing yet."), "$foreground-muted")


def _sentences(sight: Sight) -> Iterator[Text]:
    known = sight.view.commitments
    for promise in known.promises.values():
        yield _promise(promise)
    for demand in known.demands:
        values: dict[str, Value] = {"by": demand.by, "of": demand.of, "aim": demand.aim, "round": demand.by_round}
        yield Text("{by:state} demands of {of:state}, by the end of round {round}: {aim:aim}", values)
    for seat in known.red_lines:
        line = sight.seen.red_line(seat)
        if line is not None:
            yield Text("{seat:state}'s red line: {line}", {"seat": seat, "line": line.text.in_language(sight.language)})
    for seat, (round_, incident) in known.attacked.items():
        struck: dict[str, Value] = {"seat": seat, "incident": incident, "round": round_}
        yield Text("{seat:state} declares that it was attacked: {incident:incident} (round {round})", struck)
    for seat, (round_, of) in known.help_asked.items():
        asks = (
            "{seat:state} asks {of:state} for help (round {round})" if of else "{seat:state} asks all members for help"
        )
        yield Text(asks, {"seat": seat, "of": of, "round": round_})
    for (helper, seat), grants in known.help_answers.items():
        sentence = (
            "{helper:state} grants {seat:state} help" if grants else "{helper:state} declines to help {seat:state}"
        )
        yield Text(sentence, {"helper": helper, "seat": seat})
    for asset, consent in known.consents.items():
        if consent.level != "none":
            yield Text("Consent to {asset:asset}: {level:consent}", {"asset": asset, "level": consent.level})


def _promise(one: Commitment) -> Text:
    gives, state = told_gift(one.gives), Text(STATES[one.status])
    values: dict[str, Value] = {"by": one.by, "to": one.to, "gives": gives, "state": state}
    if one.text is None:
        return Text("{by:state} promises {to:state}: {gives} ({state})", values)
    sentence = "{by:state} offers {to:state} for its yes on {text:text}: {gives} ({state})"
    return Text(sentence, {**values, "text": one.text})

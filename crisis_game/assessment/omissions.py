"""What was left undone, in words: for lists, and for the ruling on it."""

from __future__ import annotations

from crisis_game.charter.model import Charter, DutyKind
from crisis_game.engine.state import ConductState, State
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Msgid, Text, Value

_TITLES: dict[str, Msgid] = {
    "help-refused": "help for {asker:state} refused",
    "help-unanswered": "no answer to {asker:state}, which asked for help",
    "pledge-broken": "pledged and not given: {measure:measure}",
    "intelligence-withheld": "kept back: {source:source}",
    "not-reported": "not reported: {begun:measure}",
    "not-notified": "no notice of {begun:measure}",
    "dues-unpaid": "dues not paid",
    "award-not-obeyed": "award over {incident:incident} not obeyed",
    "not-consulted": "no consultation, as {asker:state} had asked",
}
_NAMES: dict[str, Text] = {
    "help-refused": Text("Help refused"),
    "help-unanswered": Text("Help not answered"),
    "pledge-broken": Text("Pledge not given"),
    "intelligence-withheld": Text("Evidence kept back"),
    "wrong-not-repaired": Text("Wrong not made good"),
    "not-reported": Text("Not reported"),
    "not-notified": Text("No notice given"),
    "not-consulted": Text("Not consulted"),
    "dues-unpaid": Text("Dues not paid"),
    "award-not-obeyed": Text("Award not obeyed"),
}
_DONE: dict[str, Msgid] = {
    "help-refused": "{actor} refused the help that {asker:state} had asked for.",
    "help-unanswered": "{actor} gave no answer when {asker:state} asked for help.",
    "pledge-broken": "{actor} gave nothing of what it had pledged under {text:text}: {measure:measure}.",
    "intelligence-withheld": "{actor} held {source:source} and told nobody of it.",
    "not-reported": "{actor} did not report {begun:measure} to the Security Council in time.",
    "not-notified": "{actor} gave no notice of {begun:measure} in time.",
    "dues-unpaid": "{actor} did not pay its dues in time.",
    "award-not-obeyed": "{actor} did not obey the award over {incident:incident}.",
    "not-consulted": "{actor} did not consult in time, as {asker:state} had asked.",
}
_DUTIES: dict[str, DutyKind] = {
    "help-refused": "assist",
    "help-unanswered": "assist",
    "intelligence-withheld": "share",
    "not-reported": "report",
    "not-notified": "notify",
    "not-consulted": "consult",
}


def left_undone(state: State, conduct: ConductState, before: Text | None) -> Text:
    """What was left undone, as a line of a list; `before` is the title of the act that was not made good."""
    if before is not None:
        return Text("not made good: {act}", {"act": before})
    promise = state.commitments.promises.get(conduct.subject)
    if promise is not None:
        return Text("word to {to:state} not kept", {"to": promise.to})
    return Text(_TITLES[conduct.omission], _named(state, conduct))


def left_undone_in_short(state: State, conduct: ConductState) -> Text:
    """The same in as few words as a column of a table takes."""
    if conduct.subject in state.commitments.promises:
        return Text("Word not kept")
    return _NAMES[conduct.omission]


def omitted(scenario: Scenario, state: State, conduct: ConductState, actor: Text, before: Text | None) -> Text:
    """What was left undone, as a sentence, with the article of the charter that asked for it."""
    if before is not None:
        values: dict[str, Value] = {"actor": actor, "act": before, "round": conduct.round - 1}
        return Text("{actor} had not made good by the next round what was done in round {round}: {act}.", values)
    promise = state.commitments.promises.get(conduct.subject)
    if promise is not None:
        return Text("{actor} did not keep its word to {to:state}.", {"actor": actor, "to": promise.to})
    done = Text(_DONE[conduct.omission], {"actor": actor, **_named(state, conduct)})
    article = _article(scenario.charter, conduct.omission)
    if article is None:
        return done
    return Text("{done} Article {article} speaks of that.", {"done": done, "article": article})


def _article(charter: Charter, omission: str) -> str | None:
    """The article of the duty or on dues; of reports that no duty asks for, the one on the Security Council."""
    if omission == "dues-unpaid" and charter.dues is not None:
        return charter.dues.article
    duty = next((duty for duty in charter.duties if duty.kind == _DUTIES.get(omission)), None)
    if duty is None and omission == "not-reported" and charter.security_council is not None:
        return charter.security_council.article
    return None if duty is None else duty.article


def _named(state: State, conduct: ConductState) -> dict[str, Value]:
    """What its subject names: who had asked, the source, the pledge with its text, or the measure in force."""
    text, _, measure = conduct.subject.partition(":")
    named: dict[str, Value] = dict.fromkeys(("asker", "source", "incident"), conduct.subject)
    named |= {"text": text, "measure": measure}
    active = state.measures.get(conduct.subject)
    return {**named, "begun": active.measure} if active is not None else named

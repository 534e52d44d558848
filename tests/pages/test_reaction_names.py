"""What the world does by itself is named by the heading that its author gave it, and by no id."""

from __future__ import annotations

from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.events.script import ReactionFired
from crisis_game.engine.reason_codes import Code, coded
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.pages.names import wording_for
from crisis_game.scenario.seat_dossier import dossier


def test_a_reaction_is_told_and_given_as_a_reason_by_its_heading() -> None:
    scenario, _ = read("hesk-strait")
    session = Session.start(scenario, {"DEL": "person"}, None, 5)
    while not session.finished:
        session.submit("DEL", SetReady())
    fired = [event for step in session.log for event in step.events if isinstance(event, ReactionFired)]
    assert fired
    wording = wording_for(session.seen("DEL"), dossier(session.scenario("DEL"), "DEL"), "en")
    for event in fired:
        heading = wording.say(scenario.reactions[event.reaction].title)
        told = event.tell()
        assert told is not None
        assert wording.say(told) == f"{heading}."
        assert wording.say(coded(Code.REACTION, reaction=event.reaction).text) == heading

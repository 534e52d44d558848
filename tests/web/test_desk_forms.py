"""Free moves, raised hands and news of one's own at the facilitator's desk in a browser, by forms without script."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from crisis_game.engine import codec
from crisis_game.engine.acts.facilitator import Improvise, OverruleFinding
from crisis_game.engine.acts.free_moves import OpenMoves, ProposeMove, RuleMove
from crisis_game.engine.acts.hands import RecordVote
from crisis_game.engine.shared_values import MoveEffect
from crisis_game.exercise.lesson import Lesson
from crisis_game.exercise.lesson_actions import CloseBeat
from crisis_game.exercise.session import Session
from crisis_game.scenario.ids import FACILITATOR
from crisis_game.web.desk_forms import laid_in
from tests.web.hosted import Answer, Hosted, hosting
from tests.web.reader import Form, Seen, filled

COUNCIL = "Marl & Co"
MARL = urlencode({"council": COUNCIL})


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Hosted]:
    lesson = Lesson.open(tmp_path / "lesson", "hesk-strait", seed=7, clock="none", councils=(COUNCIL, "Esker"))
    with hosting(lesson, now=lambda: 0.0) as served:
        for name, seat in (("Sara", "ARD"), ("Theo", "DEL")):
            served.call(lesson.join, name, seat, "", COUNCIL)
        served.call(lesson.join, "Lea", "", "", "Esker")
        served.call(lesson.begin)
        yield served


@pytest.fixture
def desk(host: Hosted) -> str:
    """The facilitator's cookie."""
    token, _ = host.call(host.lesson.desk_tokens)
    return f"desk={token}"


def shown(host: Hosted, desk: str, page: str) -> Seen:
    answer = host.ask("GET", f"/{page}?{MARL}", cookie=desk)
    assert answer.status == 200
    return Seen(answer.body)


def form_for(page: Seen, part: str) -> Form:
    """The form in whose action this stands."""
    return next(form for form in page.forms if part in next(one.value for one in form.controls if one.name == "action"))


def press(host: Hosted, desk: str, form: Form, given: Mapping[str, str], *more: tuple[str, str]) -> Answer:
    """The form sent as a browser sends it, with these fields filled in."""
    pairs = [(name, given.get(name, value)) for name, value in filled(form, form.buttons[0], None)]
    assert set(given) <= {name for name, _ in pairs}
    origin = f"http://127.0.0.1:{host.port}"
    headers = {"cookie": desk, "origin": origin, "content_type": "application/x-www-form-urlencoded"}
    return host.ask("POST", "/desk", urlencode([*pairs, *more]), **headers)


def last(host: Hosted) -> Any:
    """What the facilitator did last in the council."""

    def command() -> Any:
        session = host.lesson.councils[0].session
        assert session is not None
        own = [heard.own.command for heard in session.own_log(FACILITATOR) if heard.own is not None]
        return own[-1] if own else None

    return host.call(command)


def session_of(host: Hosted) -> Session:
    session = host.lesson.councils[0].session
    assert session is not None
    return session


def to_orders(host: Hosted, desk: str) -> None:
    close_beats(host, desk, 2)


def close_beats(host: Hosted, desk: str, beats: int) -> None:
    for _ in range(beats):
        action = {"action": codec.write(CloseBeat(council=COUNCIL))}
        headers = {"authorization": f"Bearer {desk.removeprefix('desk=')}", "content_type": "application/json"}
        assert host.ask("POST", "/desk", json.dumps(action), **headers).status == 200


def test_the_desk_leads_to_what_waits_and_a_move_is_ruled_on_at_odds(host: Hosted, desk: str) -> None:
    page = shown(host, desk, "moves")
    assert "No move waits for you." in page.words
    assert press(host, desk, form_for(page, OpenMoves.kind), {}).headers["location"] == f"/moves?{MARL}"
    host.call(host.lesson.submit, "p2", ProposeMove("We invite pilots aboard."), "p2.a.1")
    console = Seen(host.ask("GET", f"/console?{MARL}", cookie=desk).body)
    assert (f"/moves?{MARL}", "Free moves·1") in console.links
    assert any("Rule on a move of Delma." in words for words in console.words)
    form = form_for(shown(host, desk, "moves"), '"ruling": "odds"')
    words = {"w.told": "They sail.", "w.pro": "It was heard.", "w.contra": "It fears.", "w.told_if_fails": "No."}
    effects = {"f.odds": "9", "thing.works.0": '["gauge", "standing"]', "amount.works.0": "-3"}
    assert press(host, desk, form, words | effects).status == 303
    rests = (9, "It was heard.", "It fears.", (MoveEffect("gauge", "standing", -3),), (), "No.")
    assert last(host) == RuleMove("DEL-1", "odds", "They sail.", *rests)
    assert "No move waits for you." in shown(host, desk, "moves").words


def test_a_ruling_that_cannot_be_says_why_and_changes_nothing(host: Hosted, desk: str) -> None:
    press(host, desk, form_for(shown(host, desk, "moves"), OpenMoves.kind), {})
    host.call(host.lesson.submit, "p2", ProposeMove("We invite pilots aboard."), "p2.a.1")
    form = form_for(shown(host, desk, "moves"), '"allow"')
    effects = {"w.told": "So.", "thing.works.0": '["treasury", "DEL"]', "amount.works.0": "20"}
    assert press(host, desk, form, effects).status == 303
    page = shown(host, desk, "moves")
    assert any("At most six effects" in words for words in page.words)
    assert "Free moves·1" in [words for _, words in page.links]
    for amount in ("x", "1.5"):
        assert press(host, desk, form, effects | {"amount.works.0": amount}).status == 400


def test_hands_of_all_members_of_a_text_are_recorded_at_once(host: Hosted, desk: str) -> None:
    assert any("could be raised" in words for words in shown(host, desk, "hands").words)
    to_orders(host, desk)
    page = shown(host, desk, "hands")
    assert any(words.startswith("Raised hands·") for _, words in page.links)
    form = form_for(page, RecordVote.kind)
    assert press(host, desk, form, {"hand.ARD": "yes", "hand.DEL": "no"}).status == 303
    recorded = last(host)
    assert (recorded.yes, recorded.no, recorded.abstain) == (("ARD",), ("DEL",), ())
    again = form_for(shown(host, desk, "hands"), f'"{recorded.text}"')
    standing = {one.name: one.value for one in again.controls if one.kind == "radio" and one.checked}
    assert standing == {"hand.ARD": "yes", "hand.DEL": "no"}


def test_news_are_sent_to_some_in_the_name_of_a_paper(host: Hosted, desk: str) -> None:
    form = form_for(shown(host, desk, "improvise"), Improvise.kind)
    given = {"w.words": "A boat is late.", "w.called": "The Herald", "f.channel": '"cable"', "f.grade": '"probable"'}
    some = [("some.to", '"ARD"'), ("some.to", '"DEL"')]
    answer = press(host, desk, form, given, *some)
    assert (answer.status, answer.headers["location"]) == (303, f"/improvise?{MARL}")
    assert last(host) == Improvise(("ARD", "DEL"), "A boat is late.", FACILITATOR, "The Herald", "cable", "probable")
    [letter] = [
        letter for letter in host.call(lambda: session_of(host).view("DEL").mail) if letter.words == "A boat is late."
    ]
    assert letter.sender == "The Herald"


def test_a_finding_is_overruled_with_a_verdict_and_a_reason(host: Hosted, desk: str) -> None:
    assert "No act of legal weight is on record yet." in shown(host, desk, "overrule").words
    close_beats(host, desk, 3)
    page = shown(host, desk, "overrule")
    form = form_for(page, OverruleFinding.kind)
    given = {"f.verdict": '"contested"', "w.reason": "The room argued it well."}
    assert press(host, desk, form, given | {"w.reason": "Short."}).status == 303
    assert any("at least ten characters" in words for words in shown(host, desk, "overrule").words)
    answer = press(host, desk, form, given)
    assert (answer.status, answer.headers["location"]) == (303, f"/overrule?{MARL}")
    done = last(host)
    assert (done.verdict, done.reason) == ("contested", "The room argued it well.")
    assert done.finding in next(field.value for field in form.controls if field.name == "action")
    assert any(done.reason in words for words in shown(host, desk, "overrule").words)


def test_fields_of_no_form_are_refused_in_one_sentence(host: Hosted, desk: str) -> None:
    form = form_for(shown(host, desk, "improvise"), Improvise.kind)
    for name, value in (("f.grade", "{"), ("f.channel", '"smoke"'), ("some.to", "[1]"), ("thing.x.0", "7")):
        answer = press(host, desk, form, {"w.words": "So."}, (name, value), ("amount.x.0", "1"))
        assert answer.status in (303, 400), (name, answer.status)
        assert "Traceback" not in answer.body
    assert not isinstance(last(host), Improvise)


@pytest.mark.parametrize("action", [None, 7, [], {}, {"command": None}, {"command": []}])
def test_an_action_without_an_act_is_left_as_it_is(action: Any) -> None:
    assert laid_in(action, [("w.told", "So.")]) == action


@pytest.mark.parametrize("page", ["moves", "hands", "improvise", "overrule"])
def test_these_pages_are_the_facilitator_s_alone(host: Hosted, page: str) -> None:
    assert host.ask("GET", f"/{page}").status == 403

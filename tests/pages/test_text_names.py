"""What texts are called: by package or by what is gravest, never by a number, and no two of them alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crisis_game.engine.acts.texts import TableText, WithdrawText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.pages.names import wording_for
from crisis_game.pages.text_names import package_of
from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from crisis_game.scenario.library import find
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario
from crisis_game.scenario.seat_dossier import dossier


@pytest.fixture(scope="module")
def hesk() -> Scenario:
    return load_scenario(find("hesk-strait"))


def at_the_table(scenario: Scenario) -> Session:
    opened = Session.start(scenario, dict.fromkeys(scenario.members, "person"), None, seed=7)
    for seat in scenario.members:
        assert isinstance(opened.submit(seat, SetReady()), Receipt)
    return opened


def package(scenario: Scenario, id_: str, *more: str, without: str = "") -> Draft:
    """A package with measures more, or without one."""
    draft = scenario.packages[id_].draft
    lines = tuple(line for line in draft.lines if line.measure != without)
    return replace(draft, lines=(*lines, *(MeasureLine(measure, "VOS") for measure in more)))


def names(opened: Session, seat: str = "ARD") -> dict[str, str]:
    wording = wording_for(opened.seen(seat), dossier(opened.authored, seat), "en")
    return {text: wording.name("text", text) for text in opened.seen(seat).texts}


def called(scenario: Scenario, *tabled: tuple[str, Draft]) -> list[str]:
    """What texts are called that were tabled by these seats, in order."""
    opened = at_the_table(scenario)
    for seat, draft in tabled:
        receipt = opened.submit(seat, TableText(draft))
        assert isinstance(receipt, Receipt), receipt
    return [name for text, name in names(opened).items() if not text.startswith("chair")]


def test_a_package_keeps_its_name_while_little_was_changed(hesk: Scenario) -> None:
    steady = package(hesk, "steady-passage")
    ended = replace(steady, clauses=(Switch("end-date", 2),))
    fewer = package(hesk, "way-out", without="observers")
    more = package(hesk, "steady-passage", "mine-sweep")
    for changed, name in ((steady, "Steady passage"), (ended, "Steady passage"), (fewer, "The way out")):
        assert called(hesk, ("DEL", changed)) == [name]
    assert called(hesk, ("DEL", replace(more, lines=(*more.lines[:2], MeasureLine("mine-sweep"))))) == [
        "Steady passage"
    ]


def test_it_loses_its_name_when_something_graver_is_put_in_or_little_is_left(hesk: Scenario) -> None:
    assert called(hesk, ("DEL", package(hesk, "steady-passage", "interdict"))) == [
        "Interdiction at sea and escort at sea"
    ]
    assert called(hesk, ("DEL", package(hesk, "steady-passage", without="targeted-sanctions"))) == [
        "Escort at sea (Delma)"
    ]


def test_of_one_name_texts_are_told_apart_by_their_sponsors(hesk: Scenario) -> None:
    steady, hard = package(hesk, "steady-passage"), package(hesk, "hard-line")
    assert called(hesk, ("DEL", steady), ("BEL", steady), ("ARD", hard)) == [
        "Steady passage (Delma)", "Steady passage (Belmare)", "The hard line",
    ]  # fmt: skip


def test_of_one_name_and_one_sponsor_they_are_told_apart_by_number(hesk: Scenario) -> None:
    opened = at_the_table(hesk)
    steady = package(hesk, "steady-passage")
    for command in (TableText(steady), WithdrawText("del-1"), TableText(steady)):
        assert isinstance(opened.submit("DEL", command), Receipt)
    assert [name for text, name in names(opened).items() if text.startswith("del")] == [
        "Steady passage (Delma, 1)", "Steady passage (Delma, 2)",
    ]  # fmt: skip


def test_a_measure_with_its_sponsor_is_not_told_apart_by_the_sponsor_again(hesk: Scenario) -> None:
    opened = at_the_table(hesk)
    hearing = TableText(Draft(motion=Motion("hearing", "TAL")))
    for command in (hearing, WithdrawText("del-1"), hearing):
        assert isinstance(opened.submit("DEL", command), Receipt)
    assert [name for text, name in names(opened).items() if text.startswith("del")] == [
        "Hearing (Delma, 1)", "Hearing (Delma, 2)",
    ]  # fmt: skip


def test_the_chairs_text_and_motions_have_names_too(hesk: Scenario) -> None:
    opened = at_the_table(hesk)
    assert opened.submit("DEL", TableText(Draft(motion=Motion("hearing", "TAL"))))
    assert list(names(opened).values()) == ["the chair's text", "Hearing (Delma)"]


def test_every_seat_and_the_public_call_a_text_alike(hesk: Scenario) -> None:
    opened = at_the_table(hesk)
    assert opened.submit("DEL", TableText(package(hesk, "steady-passage", "interdict")))
    assert len({tuple(names(opened, seat).values()) for seat in hesk.members}) == 1


def test_every_package_is_called_by_its_own_name(hesk: Scenario) -> None:
    seen = at_the_table(hesk).seen("ARD")
    assert all(package_of(seen, sheet.draft) == id_ for id_, sheet in seen.packages.items())

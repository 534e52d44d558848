"""Consents in a file: either side names the other, and what cannot be is told at its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crisis_game.scenario.reading.load import Reading
from crisis_game.texts import Wording

Told = Callable[[str, str], list[tuple[str, str]]]
CONSENT = "  repair-ship: {on: AAA, to: [escort], start: given}"
LANDING = "  landing: {name: Leave to land, on: CAL, "


@pytest.fixture
def told(read: Callable[..., Reading], changed: Callable[[str, str], str], shown: Callable[..., str]) -> Told:
    """The codes of all problems with the words in the file that they are about."""

    def problems(old: str, new: str) -> list[tuple[str, str]]:
        text = changed(old, new)
        return [(problem.code, shown(text, problem)) for problem in read(text).problems]

    return problems


@pytest.mark.parametrize(
    ("consent", "measure"),
    [
        (CONSENT, "escort"),
        ("  repair-ship: {on: AAA, start: given}", "{id: escort, needs: repair-ship}"),
        (CONSENT, "{id: escort, needs: repair-ship}"),
    ],
)
def test_it_is_said_at_either_side(
    consent: str, measure: str, read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    text = changed(CONSENT, consent).replace("targeted-sanctions, escort]", f"targeted-sanctions, {measure}]")
    scenario = read(text).scenario
    assert scenario is not None
    assert scenario.consents["repair-ship"].to == ("escort",)
    assert scenario.consents["repair-ship"].limits == ("escort",)
    assert [id_ for id_, measure in scenario.measures.items() if measure.needs] == ["escort"]
    assert scenario.consents["repair-ship"].name == scenario.assets["repair-ship"].name


@pytest.mark.parametrize(
    ("consent", "problems"),
    [
        ("  repair-ship: {on: XYZ, to: [escort]}", [("E351", "XYZ")]),
        ("  repair-ship: {on: AAA, to: [no-such]}", [("W608", "repair-ship"), ("E351", "no-such")]),
        ("  repair-ship: {on: AAA}", [("W608", "repair-ship")]),
        ("  repair-ship: {on: BBB, to: [escort]}", [("E527", "BBB")]),
        ("  repair-ship: {on: BBB, giver: BBB, to: [escort]}", [("E527", "BBB")]),
        ("  repair-ship: {on: AAA, to: [escort], limits: [protest]}", [("E527", "[")]),
        ("  repair-ship: {on: AAA, to: [escort], without: {deaths: 0}}", [("W608", "{")]),
        ("  other-ship: {on: AAA, to: [escort]}", [("E527", "other-ship")]),
        (f"{CONSENT}\n{LANDING}to: [escort], start: given}}", [("E527", "[")]),
        (f"{LANDING}to: [escort]}}", [("W607", "landing")]),
        (f"{LANDING}to: [escort], start: given}}", []),
        (
            f"{LANDING}to: [escort], start: given, facts: [{{when: truth('order'), deaths: 3}}]}}",
            [("E356", "truth('order')")],
        ),
    ],
)
def test_what_cannot_be_is_told_where_it_stands(consent: str, problems: list[tuple[str, str]], told: Told) -> None:
    assert told(CONSENT, consent) == problems


def test_a_measure_that_names_another_consent_than_the_one_that_names_it(
    read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    text = changed(CONSENT, f"{CONSENT}\n{LANDING}to: [protest], start: given}}")
    text = text.replace("targeted-sanctions, escort]", "targeted-sanctions, {id: escort, needs: landing}]")
    assert [problem.code for problem in read(text).problems] == ["E527"]


@pytest.mark.parametrize(
    ("effect", "problems"),
    [
        ("{consent: repair-ship, level: given}", [("E527", "repair-ship")]),
        ("{consent: no-ship, level: given}", [("E351", "no-ship")]),
        ("{consent: repair-ship}", [("E210", "{")]),
        ("{consent: repair-ship, add: 2}", [("E210", "{")]),
        ("{gauge: harm, level: given}", [("E210", "{")]),
    ],
)
def test_effects_move_what_is_given_outside_alone(effect: str, problems: list[tuple[str, str]], told: Told) -> None:
    assert told(
        "debrief:",
        f"reactions:\n  shift: {{title: It shifts, when: round == 1, text: It shifts., effects: [{effect}]}}\ndebrief:",
    ) == (problems)


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("owner: AAA}", "owner: AAA, needed_by: [escort]}", "with the measures in its `to`"),
        ("owner: AAA}", "owner: AAA, open_at_start: true}", "`start: given`"),
        ("targeted-sanctions, escort]", "targeted-sanctions, {id: escort, needs_consent: repair-ship}]", "`needs:`"),
    ],
)
def test_former_keys_are_unknown_and_name_what_stands_in_their_place(
    old: str, new: str, hint: str, read: Callable[..., Reading], changed: Callable[[str, str], str]
) -> None:
    (fix,) = [problem.fix for problem in read(changed(old, new)).problems if problem.code == "E202"]
    assert hint in Wording().say(fix)

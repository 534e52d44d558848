"""Injects that can be left out: `check` warns where something else of the scenario waits for one of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crisis_game.scenario.reading.load import Reading

SHIP = "    title: A second ship\n"
WHEN = "when: not adopted('protest')"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("when: grip < 20", "when: grip < 20 and arrived('second-ship')"),
        ("met: verified('caldera-did-it')", "met: arrived('second-ship')"),
        ("met: verified('caldera-did-it')", "from: inject:second-ship, met: verified('caldera-did-it')"),
        ("performed: grip < 25", "performed: grip < 25 or arrived('second-ship')"),
        ("when: offer_open", "when: arrived('second-ship')"),
    ],
)
def test_what_something_else_waits_for_cannot_be_left_out(
    read: Callable[[str], Reading], tiny_text: str, old: str, new: str
) -> None:
    text = tiny_text.replace(old, new)
    assert not read(text).problems
    [problem] = read(text.replace(SHIP, f"{SHIP}    droppable: true\n")).problems
    assert problem.code == "W633"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (WHEN, WHEN),
        (WHEN, f"{WHEN}\n    variants: [{{when: arrived('second-ship'), text: It is here.}}]"),
    ],
)
def test_what_nothing_else_waits_for_can_be_left_out(
    read: Callable[[str], Reading], tiny_text: str, old: str, new: str
) -> None:
    assert not read(tiny_text.replace(old, new).replace(SHIP, f"{SHIP}    droppable: true\n")).problems

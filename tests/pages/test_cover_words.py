"""What is said below a measure that uses force: what covers it, or all that it lacks, in one line."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.engine.view import View
from crisis_game.pages.measures import below_lines
from crisis_game.texts.wording import Wording
from tests.engine.worlds import at_answer, put_in_force

ASKED: dict[str, Any] = {"attacked": {"BBB": (1, "sinking")}, "help_asked": {"BBB": (1, ())}}


def below(working: Working) -> list[str]:
    """The lines below the one measure, as a seat reads them that has no part in it."""
    (measure,) = View(Seen(working.scenario, working.state, "CCC")).measures
    lines = below_lines(measure)
    return ["".join(Wording().say(part.words) for part in line.runs) for line in lines]


@pytest.mark.parametrize(
    ("declared", "told"),
    [
        ({"council_measures": {"mandate": 1}}, "covered by the mandate of the Security Council"),
        (
            ASKED,
            "uncovered: no text, no mandate, no consent, no probable claim that names its target and no report by AAA",
        ),
        (
            {},
            "uncovered: no text, no mandate, no consent, no probable claim that names its target, no declaration of "
            "the victim, no request of the victim and no report by AAA",
        ),
    ],
)
def test_force_says_what_covers_it_or_what_it_lacks(declared: dict[str, Any], told: str) -> None:
    working = at_answer()
    put_in_force(working, "limited-force", {"AAA": "full"})
    for table, entries in declared.items():
        getattr(working.state.commitments, table).update(entries)
    assert below(working)[0] == told


def test_with_all_but_a_report_only_the_report_is_wanting() -> None:
    working = at_answer()
    put_in_force(working, "limited-force", {"AAA": "full"})
    for table, entries in ASKED.items():
        getattr(working.state.commitments, table).update(entries)
    working.state.knowledge.public["state-did-it"] = "probable"
    assert below(working)[0] == "uncovered: no text, no mandate, no consent and no report by AAA"
    working.state.commitments.reports.append((1, "AAA", "state-did-it", "probable"))
    assert below(working)[0] == "covered as defence that was reported"


def test_what_uses_no_force_says_nothing_of_it() -> None:
    working = at_answer()
    put_in_force(working, "escort", {"AAA": "full"})
    assert not any("covered" in told for told in below(working))

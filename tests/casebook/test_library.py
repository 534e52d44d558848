"""The acts as data: complete, in the vocabulary, and read only when asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from crisis_game.law.casebook import UnknownCaseError, case, ids, library
from crisis_game.law.facts_vocabulary import FACTS
from crisis_game.law.order import SPEAKERS


def test_there_are_sixty_four_acts_oldest_first() -> None:
    years = [act.year for act in library()]
    assert len(years) == 64
    assert years == sorted(years)


@pytest.mark.parametrize("id_", ids())
def test_an_act_is_complete_and_in_the_vocabulary(id_: str) -> None:
    act = case(id_)
    assert act.id == id_
    assert set(act.facts) == {fact.name for fact in FACTS}
    assert all(fact.admits(act.facts[fact.name]) for fact in FACTS)
    assert set(act.on_record.questions) <= set(SPEAKERS)
    assert act.summary.endswith(".")
    assert act.lesson.endswith(".")
    assert act.sources


def test_an_act_that_is_not_there() -> None:
    with pytest.raises(UnknownCaseError):
        case("nowhere-1900")


def test_the_conduct_of_an_act_carries_facts_alone() -> None:
    conduct = case("suez-1956").conduct
    assert conduct.procedure == ()
    assert "title" not in conduct.facts


def test_judging_reads_no_case_and_no_yaml() -> None:
    code = "import sys, crisis_game.law as law; law.judge(law.Conduct('a', 'b', {})); print('yaml' in sys.modules)"
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert process.stdout.strip() == "False"

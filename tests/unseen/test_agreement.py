"""The judge beside answers that nobody gave with its rules in mind.

The stories and answers are as they were written; their facts were completed in the vocabulary of today. The rules were
worked out with these acts at hand, so the floors are no measure of what the judge does with others: a third was kept
apart and read once, and `docs/judge.md` reports it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crisis_game.law import Conduct, judge
from crisis_game.law.reading import read_plain
from crisis_game.law.vocabulary import FACTS

HERE = Path(__file__).parent


def _acts(path: Path) -> list[Any]:
    plain = read_plain(path.name, path.read_bytes())
    assert isinstance(plain, list)
    return plain


ACTS = [act for path in sorted(HERE.glob("*.yaml")) for act in _acts(path)]
every_act = pytest.mark.parametrize("act", ACTS, ids=[act["id"] for act in ACTS])


@every_act
def test_its_facts_are_of_the_vocabulary(act: Any) -> None:
    assert [name for name, value in act["facts"].items() if name not in FACTS or not FACTS[name].admits(value)] == []


@every_act
def test_the_answer_is_one_that_a_fair_lawyer_gives(act: Any) -> None:
    legality = judge(Conduct(act["id"], "x", act["facts"])).legality
    assert legality in (act["answer"]["legality"], *(act["answer"].get("also") or ()))


def test_questions() -> None:
    asked = right = 0
    for act in ACTS:
        answers = judge(Conduct(act["id"], "x", act["facts"])).questions
        asked += len(act["answer"]["questions"])
        right += sum(answers.get(name) == verdict for name, verdict in act["answer"]["questions"].items())
    assert (len(ACTS), asked) == (84, 236)
    assert right >= 215

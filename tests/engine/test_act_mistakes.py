"""Mistakes where the parts of an act meet are refused: by mypy, or when the act is imported."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mypy import api

from crisis_game.engine import field_questions
from crisis_game.engine.act import EVERY_BEAT, Act, act, choice, choice_given
from crisis_game.engine.acts import ACTS, by_kind
from crisis_game.engine.acts.responses import Deliver
from crisis_game.engine.domains import OneOf, Words
from crisis_game.engine.reason_codes import Code
from crisis_game.engine.seen import Seen
from crisis_game.engine.unit_of_work import Working
from crisis_game.texts import Text

ROOT = Path(__file__).parents[2]
MISTAKES = ROOT / "tests" / "data" / "mistaken_acts.txt"
NO = Text("No.")
WORDS = Text("Words.")


def test_mypy_refuses_every_mistake_and_nothing_else(tmp_path: Path) -> None:
    source = MISTAKES.read_text(encoding="utf-8")
    seeded = {number for number, line in enumerate(source.splitlines(), 1) if line.endswith("# refused")}
    path = tmp_path / "mistaken_acts.py"
    path.write_text(source, encoding="utf-8")
    output, faults, _ = api.run(["--config-file", str(ROOT / "pyproject.toml"), str(path)])
    assert not faults
    assert {int(line_number) for line_number in re.findall(r"mistaken_acts\.py:(\d+): error:", output)} == seeded
    assert len(seeded) > 15


class Silent(Act):
    def happen(self, working: Working, _: str) -> None:
        working.events.clear()


def declare(declared: type[Act], kind: str = "mistaken", **more: object) -> None:
    act(kind, "talk", EVERY_BEAT, WORDS, WORDS, **more)(declared)


def test_an_act_without_mistakes_is_taken() -> None:
    class Sound(Silent):
        words: str = choice(field_questions.WORDS, Words(9), "no", NO)

    declare(Sound, hangs_on="words", attention=1, spending=Code.MEDIATION)


def test_a_field_without_a_choice_is_refused() -> None:
    class Bare(Silent):
        words: str = ""

    with pytest.raises(TypeError, match="mistaken: the field words has no choice"):
        declare(Bare)


def test_a_choice_by_the_method_of_another_act_is_refused() -> None:
    def measures(self: Deliver, _: Seen) -> OneOf[str]:
        return OneOf((self.measure,))

    class Foreign(Silent):
        text: str = choice(field_questions.TEXT, Words(9), "no", NO)
        measure: str = choice_given(field_questions.MEASURE, measures, "no", NO)

    with pytest.raises(TypeError, match="mistaken: the field measure is chosen by the method of another class"):
        declare(Foreign)


def test_an_act_from_which_nothing_comes_is_refused() -> None:
    class Idle(Act):
        pass

    with pytest.raises(TypeError, match="mistaken: nothing comes of it; it needs `happen`"):
        declare(Idle)


def test_a_price_that_hangs_on_no_field_is_refused() -> None:
    class Dear(Silent):
        words: str = choice(field_questions.WORDS, Words(9), "no", NO)

    with pytest.raises(KeyError, match="mistaken has no field wrods"):
        declare(Dear, hangs_on="wrods")


def test_attention_that_is_spent_on_nothing_is_refused() -> None:
    class Wasteful(Silent):
        pass

    with pytest.raises(TypeError, match="mistaken: attention is spent on nothing"):
        declare(Wasteful, attention=1)


def test_two_acts_of_one_kind_are_refused() -> None:
    class Twin(Silent):
        pass

    second = act("deliver", "talk", EVERY_BEAT, WORDS, WORDS)(Twin)
    with pytest.raises(TypeError, match="Twin and Deliver are both of kind deliver"):
        by_kind((*ACTS, second))


def test_the_choice_of_a_field_that_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError, match="levle"):
        Deliver.choice("levle")
    with pytest.raises(AttributeError, match="txet"):
        Deliver.domain(None, "measure", {"txet": "del-1"})  # the seat is not asked

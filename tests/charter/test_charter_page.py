"""The page for authors of charters says what the reader does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from crisis_game.charter import model, organs, rules
from crisis_game.charter.reading import read_charter_file
from crisis_game.documents import Source

PAGE = (Path(__file__).parents[2] / "docs" / "charter-format.md").read_text(encoding="utf-8")


def test_the_example_is_sound() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    charter, problems = read_charter_file(Source("example.yaml", example.encode()))
    assert not problems
    assert charter is not None
    assert any("armed-force" in decision.own_consent for decision in charter.organs[0].decisions)


def test_every_word_that_can_be_written_is_on_the_page() -> None:
    kinds = (model.DutyKind, model.Means, model.RemedyKind, organs.Step, model.Topic, model.Invoker, model.Renewal)
    rule_words = (rules.Kind, rules.Base, rules.Abstention, rules.Binds, rules.How)
    words = {*organs.MATTERS, *rules.ROLES, *(word for kind in (*kinds, *rule_words) for word in get_args(kind))}
    assert {word for word in words if f"`{word}`" not in PAGE and f"{{{word}: " not in PAGE} == set()


def test_matters_stand_on_the_page_in_their_order() -> None:
    (listed,) = re.findall(r"lightest to the gravest: (.*?)\. A text", PAGE, re.DOTALL)
    assert tuple(re.findall(r"`([a-z-]+)`", listed)) == organs.MATTERS

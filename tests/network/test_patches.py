"""Patches lead from any plain value to any other, to the order of keys; and nothing that is no patch is applied."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.network.patches import apply, diff

LEAVES = st.none() | st.booleans() | st.integers(0, 2) | st.sampled_from(("", "a", "set", "to"))
KEYS = st.sampled_from(("a", "b", "c", "set", "to", "in"))
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


def written(value: Any) -> str:
    """A value as it is sent: booleans are no numbers there, and keys have an order."""
    return json.dumps(value)


@given(VALUES, VALUES)
def test_a_patch_leads_from_one_value_to_the_other(old: Any, new: Any) -> None:
    before, patch = written(old), diff(old, new)
    if patch is None:
        assert written(old) == written(new)
    else:
        assert written(apply(old, json.loads(written(patch)))) == written(new)
        assert written(old) != written(new)
    assert written(old) == before


@given(VALUES)
def test_a_copy_has_no_patch(value: Any) -> None:
    assert diff(value, json.loads(written(value))) is None


@given(VALUES, st.lists(LEAVES, max_size=2), KEYS)
def test_what_has_not_changed_is_not_sent_again_and_stays_the_same_object(
    value: Any, more: list[Any], key: str
) -> None:
    old = {"kept": value, "log": ["x" * 50], key: 1}
    new = {"kept": value, "log": ["x" * 50, *more], key: 1}
    patch = diff(old, new)
    assert patch == ({"in": {"log": {"append": more}}} if more else None)
    if patch is not None:
        assert apply(old, patch)["kept"] is value


@given(VALUES, VALUES | st.dictionaries(st.sampled_from(("set", "in", "drop", "order", "append", "to")), VALUES))
def test_what_is_no_patch_of_a_value_is_told(old: Any, patch: Any) -> None:
    with contextlib.suppress(ValueError):
        apply(old, patch)


@pytest.mark.parametrize(
    ("old", "patch"),
    [
        ({"a": 1}, None),
        ({"a": 1}, {"to": 1, "set": {}}),
        ({"a": 1}, {"sets": {"a": 2}}),
        ({"a": 1}, {"in": {"b": {"to": 2}}}),
        ({"a": 1}, {"order": ["b"]}),
        ({"a": 1}, {"order": [["a"]]}),
        ({"a": 1}, {"append": [1]}),
        ([1], {"in": {"1": {"to": 2}}}),
        ([1], {"in": {"-1": {"to": 2}}}),
        ([1], {"set": {"0": 2}}),
        ("words", {"append": ["s"]}),
    ],
)
def test_a_patch_of_something_else_is_refused(old: Any, patch: Any) -> None:
    with pytest.raises(ValueError, match=r"this|a p"):
        apply(old, patch)


def test_patches_within_patches_end_somewhere() -> None:
    value: Any = 1
    patch: Any = {"to": 2}
    for _ in range(100):
        value, patch = {"a": value}, {"in": {"a": patch}}
    with pytest.raises(ValueError, match="no patch"):
        apply(value, patch)

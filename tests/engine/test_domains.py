"""What a field of a command admits."""

from __future__ import annotations

import pytest

from crisis_game.engine.domains import OneOf


@pytest.mark.parametrize(
    ("values", "value", "admitted"),
    [
        ((1, 2), 1, True),
        ((1, 2), True, False),
        ((0, 1), False, False),
        ((True, False), True, True),
        ((True, False), 1, False),
        (("1",), 1, False),
        (("1",), "1", True),
    ],
)
def test_one_of_a_few_values_is_of_their_type_too(values: tuple[object, ...], value: object, admitted: bool) -> None:
    assert OneOf(values).admits(value) is admitted

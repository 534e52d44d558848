"""Whatever the bytes: problems with places, never a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crisis_game.documents import Source, read_yaml
from crisis_game.scenario.library import ScenarioFiles
from crisis_game.scenario.reading.load import Reading, read_scenario
from crisis_game.texts import Wording

PLAIN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
STRANGE: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**12, 1.5, "", "x", "none", "DEL", "true", "and", "(" * 30, "grip >", [], [[]], [None],
    {}, {"": None}, {"x": {"x": []}}, {"en": "x"}, "ä" * 300, "{a:b}", [{"id": "protest"}], {"kind": 3},
)  # fmt: skip


def sound(reading: Reading) -> None:
    """Either a scenario or errors, each with a place in a file and with words that can be said."""
    errors = [candidate for candidate in reading.problems if candidate.severity == "error"]
    assert (reading.scenario is None) == bool(errors)
    for problem in reading.problems:
        assert problem.span.line >= 1
        assert problem.span.end > problem.span.column >= 1
        for words in (problem.message, problem.fix):
            said = Wording().say(words)
            assert said
            assert not any(f"{{{name}}}" in said for name in words.values)
        document = reading.documents.get(problem.file)
        assert document is None or "^" in document.excerpt(problem.span)


@PLAIN
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    sound(read_scenario(ScenarioFiles("x.yaml", {"x.yaml": data, "measures.yaml": data})))


@PLAIN
@given(data=st.data())
def test_the_tiny_scenario_with_some_bytes_changed(data: st.DataObject, tiny_text: str) -> None:
    letters = list(tiny_text)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(letters) - 1))
        letters[place] = data.draw(
            st.sampled_from(["", "\n", ":", "[", "{", "'", '"', "#", "-", " ", "0", "é", "\t", "&a", "<<"])
        )
    sound(read_scenario(ScenarioFiles("x.yaml", {"x.yaml": "".join(letters).encode()})))


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value."""
    if path:
        yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from paths(inner, (*path, key))


@settings(PLAIN, max_examples=150)
@given(data=st.data())
def test_the_tiny_scenario_with_some_values_changed(
    data: st.DataObject, tiny_text: str, read: Callable[..., Reading]
) -> None:
    value = read_yaml(Source("tiny.yaml", tiny_text.encode())).value
    for _ in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from(list(paths(value))))
        inner: Any = value
        for step in way:
            inner = inner[step]
        change = data.draw(st.sampled_from(["replace", "delete", "rename"]))
        if change == "replace":
            inner[last] = deepcopy(data.draw(st.sampled_from(STRANGE)))
        elif change == "rename" and isinstance(inner, dict):
            inner[data.draw(st.sampled_from(["x", "name", "when", "CAL", "text"]))] = inner.pop(last)
        else:
            del inner[last]
    sound(read(json.dumps(value)))

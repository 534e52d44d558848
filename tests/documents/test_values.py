"""What the words of a file mean."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_game.documents import Plain, Source, read_yaml

pytestmark = pytest.mark.usefixtures("any_parser")


def value(text: str) -> Plain:
    document = read_yaml(Source("test.yaml", text.encode()))
    assert document.problems == ()
    return document.value


TWISTED = "NO no Yes on off y 12:30 1:30:00 010 0x1F 0o7 1_000 .inf .nan + 2026-01-02 2026-01-02T10:00:00Z 1.2.3 = "
TWISTED += "nULL tRUE 1e e5 ٣ +-1 --1"


@pytest.mark.parametrize("word", TWISTED.split())
def test_words_that_older_yaml_would_twist_stay_text(word: str) -> None:
    assert value(f"key: {word}\nlist: [{word}]") == {"key": word, "list": [word]}


CONSTANTS = [("true", True), ("False", False), ("~", None), ("null", None), ("", None)]
WHOLE = [("0", 0), ("-7", -7), ("+4", 4)]
DECIMAL = [("1.5", 1.5), ("1.", 1.0), (".5", 0.5), ("-2.5e-3", -0.0025), ("1E3", 1000.0)]


@pytest.mark.parametrize(("word", "meaning"), [*CONSTANTS, *WHOLE, *DECIMAL])
def test_words_with_a_meaning(word: str, meaning: object) -> None:
    read = value(f"key: {word}")
    assert read == {"key": meaning}
    assert isinstance(read, dict)
    assert type(read["key"]) is type(meaning)


@pytest.mark.parametrize("quote", ["'", '"'])
@pytest.mark.parametrize("word", ["true", "1", "null", "", "1.5"])
def test_quotes_make_text(word: str, quote: str) -> None:
    assert value(f"key: {quote}{word}{quote}") == {"key": word}


def test_block_texts_keep_or_fold_their_lines() -> None:
    assert value("a: |\n  one\n  two\nb: >-\n  one\n  two\n") == {"a": "one\ntwo\n", "b": "one two"}


def test_windows_files_read_like_others() -> None:
    assert value("\ufeffa: 1\r\nb:\r\n  - x\r\n  - |\r\n    y\r\n    z\r\n") == {"a": 1, "b": ["x", "y\nz\n"]}


def test_key_that_is_a_country_and_not_a_truth_value() -> None:
    assert value("NO: Norway\non: enter\n") == {"NO": "Norway", "on": "enter"}


def test_file_may_open_and_end_its_document() -> None:
    assert value("# the charter\n---\na: 1\n...\n# the end\n") == {"a": 1}


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**14), 10**14)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(JSON.filter(lambda said: isinstance(said, list | dict)), st.booleans(), st.sampled_from([None, 2]))
def test_every_json_file_is_read(said: Plain, ascii_only: bool, indent: int | None) -> None:
    assert value(json.dumps(said, ensure_ascii=ascii_only, indent=indent)) == said

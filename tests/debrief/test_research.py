"""The export for research: pseudonyms that last, nobody's name, and words of those alone who consent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from crisis_game.cli import main
from crisis_game.debrief.research import TYPED, TYPED_IN
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.domains import Words
from crisis_game.exercise.pseudonyms import FILE, pseudonym, research_key
from crisis_game.exercise.save import SaveError
from crisis_game.exercise.session_opening import begin, read
from crisis_game.exercise.sitting import PERSON
from crisis_game.paper.codebook import RECORDS, codebook
from tests.debrief.councils import PAIR, by_people, lesson_of_a_pair
from tests.hostile.games import with_all_acts
from tests.hostile.signs import OPEN

Out = pytest.CaptureFixture[str]
WORDS = "It fits our brief."
NAMES_OF_THINGS = {("fuse-passed", "inject"), ("fuse-passed", "of"), ("overrule-finding", "finding")}
"""Fields that are words by their form alone: what stands there is the id of something."""

LONGEST_HOLDER = 40
"""Characters of who holds a seat, which is a word of ours."""


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    return lesson_of_a_pair(tmp_path / "class")


def exported(folder: Path, target: Path, *words: str) -> list[dict[str, Any]]:
    assert main(["export", str(folder), "--research", str(target), *words]) == 0
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def test_nobody_is_named_and_nothing_typed_is_told(lesson: Path, tmp_path: Path) -> None:
    records = exported(lesson, tmp_path / "r.jsonl")
    said = list(strings(records))
    for attendee in PAIR:
        secrets = (attendee.name, attendee.id, attendee.email, f"person:{attendee.key}")
        assert not [words for words in said for secret in secrets if secret and secret in words]
    assert WORDS not in said
    explained = [record["command"] for record in records if record.get("command", {}).get("kind") == "explain"]
    assert explained
    assert all(command["words"] == {"characters": len(WORDS)} for command in explained)


def test_whatever_can_be_typed_is_left_out(tmp_path: Path) -> None:
    scenario, files = read("hesk-strait")
    path = tmp_path / "class" / "over.crisis"
    begin(scenario, files, dict.fromkeys(scenario.members[:2], PERSON), 7, path).close()
    with_all_acts(path)
    records = exported(path.parent, tmp_path / "r.jsonl", "--open")
    assert sum("characters" in json.dumps(record) for record in records) >= 3
    assert not [words for words in strings(records) if OPEN in words]


def fields_of_words() -> Iterator[tuple[str, str]]:
    """Fields of acts for free words, as far as that hangs on nothing."""
    for kind, act in BY_KIND.items():
        for each in act.choices:
            with suppress(AttributeError, TypeError, KeyError):
                domain = each.domain(None, None)  # type: ignore[arg-type]  # those that hang on nothing ask nobody
                if isinstance(domain, Words) and domain.most > LONGEST_HOLDER:
                    yield kind, each.name


def test_every_field_for_free_words_is_known_as_one() -> None:
    free = list(fields_of_words())
    assert ("note-down", "words") in free
    left = {(kind, name) for kind, name in free if name not in (*TYPED, *TYPED_IN.get(kind, ()))}
    assert left == NAMES_OF_THINGS


def test_what_everybody_did_is_there_under_pseudonyms(lesson: Path, tmp_path: Path) -> None:
    records = exported(lesson, tmp_path / "r.jsonl")
    people = {record["person"]: record for record in records if record["record"] == "person"}
    assert [record["points"] for record in people.values()] == [70, 60, 30]
    by = {record["by"] for record in records if record["record"] == "entry"}
    assert by & set(people)
    assert all(re.fullmatch(r"p-[a-z2-7]{10}", name) for name in people)
    assert [record["n"] for record in records if record["record"] == "entry"] == list(range(1, len(records) - 4))


def test_words_are_told_of_those_alone_who_consent(lesson: Path, tmp_path: Path) -> None:
    listed = tmp_path / "class.csv"
    listed.write_text("id,name,consent\n0017,Ines K.,no\n0018,=Paul R.,Yes\n", encoding="utf-8")
    records = exported(lesson, tmp_path / "r.jsonl", "--roster", str(listed))
    assert [record["consent"] for record in records if record["record"] == "person"] == [False, True, False]
    assert WORDS in strings(records)
    listed.write_text("id,name,consent\n0017,Ines K.,yes\n0018,=Paul R.,\n", encoding="utf-8")
    assert WORDS not in strings(exported(lesson, tmp_path / "again.jsonl", "--roster", str(listed)))


def test_pseudonyms_last_and_differ_from_class_to_class(lesson: Path, tmp_path: Path) -> None:
    first = exported(lesson, tmp_path / "a.jsonl")
    assert exported(lesson, tmp_path / "b.jsonl") == first
    assert (lesson / FILE).stat().st_mode & 0o077 == 0
    (lesson / FILE).unlink()
    other = exported(lesson, tmp_path / "c.jsonl")
    assert {record["person"] for record in first if record["record"] == "person"}.isdisjoint(
        record["person"] for record in other if record["record"] == "person"
    )


def test_a_key_that_is_none_is_refused(tmp_path: Path) -> None:
    key = research_key(tmp_path)
    assert research_key(tmp_path) == key
    assert pseudonym(key, "a", "p1") != pseudonym(key, "b", "p1")
    (tmp_path / FILE).write_text("abc", encoding="utf-8")
    with pytest.raises(SaveError, match="no key of pseudonyms"):
        research_key(tmp_path)


def test_every_field_has_its_line_in_the_codebook_which_lies_beside(lesson: Path, tmp_path: Path) -> None:
    records = exported(lesson, tmp_path / "r.jsonl")
    for record in records:
        assert set(record) == {"record", *RECORDS[record["record"]]}
    assert (tmp_path / "r-codebook.md").read_text(encoding="utf-8") == codebook()


def test_before_the_end_it_needs_open_and_never_writes_over(tmp_path: Path, capsys: Out) -> None:
    by_people(tmp_path / "class" / "a.crisis", {"AAA": "Ines"}, until=2)
    words = ["export", str(tmp_path / "class"), "--research", str(tmp_path / "r.jsonl")]
    assert main(words) == 1
    assert "--open" in capsys.readouterr().err
    assert not (tmp_path / "r.jsonl").exists()
    assert main([*words, "--open"]) == 0
    assert main([*words, "--open"]) == 2
    assert "a file of this name already" in capsys.readouterr().err
    assert main(["export", "no-save", "--research", str(tmp_path / "r.jsonl")]) == 2
    assert main(["export", str(tmp_path / "class" / "a.crisis"), "--roster", "x"]) == 2

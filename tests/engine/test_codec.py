"""What is written is read back the same; whatever else is read is a sentence, never a traceback."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from functools import reduce
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crisis_game.charter.tally import TallyResult
from crisis_game.engine import codec
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.talk import Say, TakePosition
from crisis_game.engine.acts.texts import TableText
from crisis_game.engine.events.facilitator import Noted
from crisis_game.engine.machine import EVENT_KINDS
from crisis_game.engine.reason_codes import Code, Coded, coded
from crisis_game.engine.shared_values import Change
from crisis_game.texts import Wording
from tests.engine import builders

OPINION = {"kind": "give-opinion", "text": "aaa-1", "measure": "escort", "question": "law", "answer": "lawful"}

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def example(kind: Any, depth: int = 0) -> Any:
    """A value of a type: the simplest one."""
    if kind is Coded:
        return coded(Code.COUNCIL_VETOED, states=("AAA", "BBB"))
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return inner[0]
    if origin is tuple:
        return (
            ()
            if inner[-1] is Ellipsis and depth > 1
            else tuple(example(part, depth + 1) for part in inner if part is not Ellipsis)
        )
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"a": example(inner[1], depth + 1)}
    if inner:
        return example(next(part for part in inner if part is not NoneType), depth + 1)
    plain = {str: "x", int: 3, bool: True, NoneType: None}
    return plain[kind] if kind in plain else record(kind, depth + 1)


def record(kind: type, depth: int = 0) -> Any:
    """A record with an example in each field."""
    hints = get_type_hints(kind)
    return kind(**{field.name: example(hints[field.name], depth) for field in fields(kind)})


@pytest.mark.parametrize("name", sorted(BY_KIND))
def test_every_command_comes_back_the_same(name: str) -> None:
    _comes_back(BY_KIND, record(BY_KIND[name]))


@pytest.mark.parametrize("name", sorted(EVENT_KINDS))
def test_every_event_comes_back_the_same(name: str) -> None:
    _comes_back(EVENT_KINDS, record(EVENT_KINDS[name]))


def read_or_fault(kinds: Mapping[str, type], value: Any) -> tuple[Any, str]:
    """What a value is read as, or what is said of it."""
    try:
        return codec.read_kind(kinds, value, "entry"), ""
    except ValueError as fault:
        return None, str(fault)


def _comes_back(kinds: Mapping[str, type], value: Any) -> None:
    written = json.loads(json.dumps(codec.write(value), allow_nan=False))
    assert codec.read_kind(kinds, written, "entry") == value


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "entry: no known kind"),
        ([], "entry: no known kind"),
        ({}, "entry: no known kind"),
        ({"kind": "nothing"}, "entry: no known kind"),
        ({"kind": ["say"]}, "entry: no known kind"),
        ({"kind": "say"}, "entry.to must be a value"),
        ({"kind": "say", "to": [], "words": "x", "more": 1}, "entry.more must be nothing of this name"),
        ({"kind": "say", "to": "AAA", "words": "x"}, "entry.to must be a list"),
        ({"kind": "say", "to": [1], "words": "x"}, "entry.to must be a text of at most 20,000 characters"),
        ({"kind": "say", "to": [], "words": None}, "entry.words must be a text of at most 20,000 characters"),
        ({"kind": "say", "to": [], "words": "x" * 20_001}, "entry.words must be a text of at most 20,000 characters"),
        ({"kind": "say", "to": ["x"] * 2001, "words": "x"}, "entry.to must be a list"),
        ({"kind": "cast-vote", "text": "a", "vote": "maybe"}, "entry.vote must be one of yes, no"),
        ({"kind": "cast-vote", "text": "a", "vote": "yes", "also": 1}, "entry.also must be true or false"),
        ({"kind": "lengthen", "seconds": True}, "entry.seconds must be a whole number"),
        ({"kind": "lengthen", "seconds": 1.0}, "entry.seconds must be a whole number"),
        ({"kind": "lengthen", "seconds": 2**64}, "entry.seconds must be a whole number"),
        ({**OPINION, "sure": 51}, "entry.sure must be one of 50, 70, 90"),
        ({**OPINION, "sure": True}, "entry.sure must be one of 50, 70, 90"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(value: Any, said: str) -> None:
    _, fault = read_or_fault(BY_KIND, value)
    assert fault.startswith(said)
    assert "\n" not in fault


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(BY_KIND)), st.dictionaries(st.text(max_size=8), JSON, max_size=4), st.data())
def test_hostile_values_are_refused_with_one_sentence_or_read_as_what_they_are(
    name: str, more: dict[str, Any], data: st.DataObject
) -> None:
    known = [field.name for field in fields(BY_KIND[name])]
    given_ = {key: data.draw(JSON) for key in known}
    command, fault = read_or_fault(BY_KIND, {"kind": name, **given_, **more})
    assert fault.startswith("entry") or command is not None
    if command is not None:
        _comes_back(BY_KIND, command)


def ended(why: Any) -> dict[str, Any]:
    """The end of a measure as a save may have it."""
    return {"kind": "measure-ended", "active": "a", "measure": "b", "why": why, "to": None}


@settings(max_examples=60, deadline=None)
@given(JSON)
def test_whatever_stands_beside_a_code_is_text_number_or_list_or_refused(value: Any) -> None:
    event, fault = read_or_fault(EVENT_KINDS, ended({"code": "GOES_ON_UNDER", "values": {"text": value}}))
    assert fault.startswith("entry") or event.tell() is not None


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ({"code": "NO_SUCH_CODE", "values": {}}, "entry.why.code must be a code that this version has"),
        ({"code": ["SAID"], "values": {}}, "entry.why.code must be a code that this version has"),
        ({"code": "SAID", "values": {"n": 1}}, "entry.why: SAID has other values beside it"),
        ({"code": "LIFTED_BY_SEAT", "values": {}}, "entry.why: LIFTED_BY_SEAT has other values beside it"),
        ({"code": "LIFTED_BY_SEAT", "values": {"seat": {}}}, "entry.why.values must be another kind of value"),
        ({"code": "SAID", "values": {}, "many": "x"}, "entry.why.many must be nothing of this name"),
        ({"msgid": "it has been said", "values": {}}, "entry.why.msgid must be nothing of this name"),
        ("it has been said", "entry.why must be a Coded"),
    ],
)
def test_a_code_that_is_unknown_and_values_that_are_not_its_own_are_refused(why: Any, said: str) -> None:
    assert read_or_fault(EVENT_KINDS, ended(why)) == (None, said)


COUNT = {"adopted": True, "reason": "adopted", "in_favour": 1, "needed": 1, "against": 0, "abstaining": 0}
COUNTED = {**COUNT, "blocked_by": [], "binds": "all", "kind": "count"}


@pytest.mark.parametrize("levels", [16, 300, 5000])
def test_what_is_nested_too_deeply_is_refused(levels: int) -> None:
    deep: Any = reduce(lambda inner, _: {**COUNTED, "parts": [inner]}, range(levels), COUNTED)
    counted = {"kind": "ballot-counted", "text": "a", "votes": [], "result": deep, "status": "adopted", "to": None}
    for entry in (counted, ended({"code": "GOES_ON_UNDER", "values": {"text": deep}})):
        assert read_or_fault(EVENT_KINDS, entry) == (None, "entry is nested too deeply")


def test_a_count_of_parts_within_parts_is_read() -> None:
    parts: Any = reduce(lambda inner, _: {**COUNTED, "parts": [inner]}, range(6), COUNTED)
    counted = {"kind": "ballot-counted", "text": "a", "votes": [], "result": parts, "status": "adopted", "to": None}
    _comes_back(EVENT_KINDS, codec.read_kind(EVENT_KINDS, counted, "entry"))


def test_a_number_of_things_is_one_sentence_in_a_save_and_two_when_told() -> None:
    written = [codec.write(coded(Code.DUE_UNMET, n=n)) for n in (1, 2)]
    assert written == [{"code": "DUE_UNMET", "values": {"n": n}} for n in (1, 2)]
    said = [Wording().say(codec.read(Coded, entry).text) for entry in written]
    assert said == ["1 due pledge not met", "2 due pledges not met"]


@pytest.mark.parametrize("value", [1.5, b"x", object(), 2j])
def test_what_has_no_place_in_a_save_is_not_written(value: object) -> None:
    with pytest.raises(TypeError, match="no place in a save"):
        codec.write({"a": [value]})


def test_sets_are_written_in_order_so_that_logs_are_the_same_everywhere() -> None:
    assert codec.write({"seats": {"c", "a", "b"}, "pairs": frozenset(((2, "x"), (1, "y")))}) == {
        "seats": ["a", "b", "c"],
        "pairs": [[1, "y"], [2, "x"]],
    }


def test_a_missing_field_with_a_default_may_be_left_out() -> None:
    read = codec.read_kind(BY_KIND, {"kind": "cast-vote", "text": "aaa-1", "vote": "yes"}, "entry")
    assert read == CastVote("aaa-1", "yes")
    needed = [field.name for field in fields(Say) if field.default is MISSING]
    assert needed == ["to", "words"]


def test_nested_records_keep_their_types() -> None:
    for command in (
        TableText(builders.ESCORT_TEXT),
        TakePosition("aaa-1", "oppose", (Change("clause", "end-date", True, 2),), 3, ("BBB",)),
    ):
        _comes_back(BY_KIND, command)


def test_true_is_not_one_and_one_is_not_true() -> None:
    assert codec.read(Literal[1, True], True) is True
    assert codec.read(Literal[True, 1], 1) == 1
    assert codec.read(Noted, {"words": "x", "to": []}) == Noted("x")


def test_a_casting_vote_is_written_where_there_was_one_and_an_older_log_is_written_again_to_the_byte() -> None:
    tie = TallyResult(True, "adopted", 2, 2, 2, 0, (), "all", "share", cast_by="AAA")
    assert codec.read(TallyResult, codec.write(tie)) == tie
    assert "cast_by" not in codec.write(replace(tie, cast_by=""))
    assert codec.read(TallyResult, codec.write(replace(tie, cast_by=""))).cast_by == ""

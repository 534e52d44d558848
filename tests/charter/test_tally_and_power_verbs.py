"""`crisis-game tally` and `crisis-game power`, as outside programs rely on them."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from crisis_game.cli import main
from tests.charter.counting import CHARTERS

COUNT = {"kind": "count", "needed": 2}


def lines(*questions: Any) -> bytes:
    return b"".join(
        question if isinstance(question, bytes) else json.dumps(question).encode() + b"\n" for question in questions
    )


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def answers(verb: str, *questions: Any, more: tuple[str, ...] = ()) -> tuple[int, list[dict[str, Any]]]:
        file = tmp_path / "questions.jsonl"
        file.write_bytes(lines(*questions))
        code = main([verb, str(file), *more])
        return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return answers


def test_tally_answers_each_line(ask: Any) -> None:
    code, answers = ask(
        "tally",
        {"id": "a", "rule": COUNT, "votes": {"A": "yes", "B": "yes", "C": "no"}},
        {"id": 2, "rule": COUNT, "votes": {"A": "no"}},
    )
    assert code == 0
    assert answers[0] == {
        "id": "a",
        "adopted": True,
        "reason": "adopted",
        "in_favour": 2,
        "needed": 2,
        "against": 1,
        "abstaining": 0,
        "blocked_by": [],
        "binds": "all",
    }
    assert (answers[1]["id"], answers[1]["reason"], answers[1]["binds"]) == (2, "shortfall", "none")


def test_tally_tells_parts_and_dispute(ask: Any) -> None:
    disputed = {
        "kind": "share",
        "needed": "2/3",
        "of": "eligible",
        "excluded": ["E", "F"],
        "excluded_in_base": "disputed",
    }
    votes = {"A": "yes", "B": "yes", "C": "yes", "D": "no", "E": "no", "F": "no"}
    _, answers = ask("tally", {"id": 1, "rule": {"any_of": [{"kind": "consensus"}, disputed]}, "votes": votes})
    assert answers[0]["disputed"] is True
    assert [part["reason"] for part in answers[0]["parts"]] == ["blocked", "shortfall"]


FAULTY: list[tuple[Any, Any, str]] = [
    (b"no json\n", None, "Line 1 is not JSON"),
    (b"[1]\n", None, "one JSON object"),
    (b"\xff\xfe\n", None, "UTF-8"),
    (b"[" * 100_000 + b"\n", None, "not JSON"),
    (b'{"id": "a", "id": "b"}\n', None, "stands twice"),
    (b'{"id": "a", "votes": {"A": NaN}}\n', None, "not JSON"),
    ({"rule": COUNT, "votes": {}}, None, "no `id`"),
    ({"id": True, "rule": COUNT, "votes": {}}, None, "no `id`"),
    ({"id": "a", "votes": {}}, "a", "`rule` is missing"),
    ({"id": "a", "rule": COUNT}, "a", "`votes` is missing"),
    ({"id": "a", "rule": COUNT, "votes": ["A"]}, "a", "a mapping"),
    ({"id": "a", "rule": COUNT, "votes": {"A": "maybe"}}, "a", "votes.A: `maybe` cannot stand"),
    ({"id": "a", "rule": {"kind": "majority"}, "votes": {}}, "a", "rule.kind: `majority` cannot stand"),
    ({"id": "a", "rule": {"all_of": [COUNT, {}]}, "votes": {}}, "a", "rule.all_of[1]: Here `kind` is missing"),
    ({"id": "a", "rule": {**COUNT, "weights": "population"}, "votes": {"A": "yes"}}, "a", "rule.weights"),
    ({"id": "a", "rule": COUNT, "votes": {f"S{n}": "yes" for n in range(1001)}}, "a", "at most 1000"),
    (b'{"id": 1, "pad": "' + b"x" * 4_000_000 + b'"}\n', None, "longer than"),
]


@pytest.mark.parametrize(("question", "id_", "words"), FAULTY)
def test_a_faulty_line_is_told_and_the_others_are_answered(ask: Any, question: Any, id_: Any, words: str) -> None:
    code, answers = ask("tally", question, b"\n", {"id": "after", "rule": COUNT, "votes": {"A": "yes"}})
    assert code == 1
    assert answers[0].keys() == {"id", "error"}
    assert answers[0]["id"] == id_
    assert words in answers[0]["error"]
    assert [answer["id"] for answer in answers[1:]] == ["after"]


def test_a_file_from_windows_is_read(ask: Any) -> None:
    question = json.dumps({"id": 1, "rule": COUNT, "votes": {"A": "yes"}}).encode()
    code, answers = ask("tally", b"\xef\xbb\xbf" + question + b"\r\n" + question)
    assert (code, len(answers)) == (0, 2)


@pytest.mark.parametrize("verb", ["tally", "power"])
def test_standard_input_is_read_without_a_file(
    verb: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    question = {"id": 1, "rule": COUNT, "votes": {"A": "yes", "B": "yes"}, "members": ["A", "B"]}
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines(question))))
    assert main([verb]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == 1


@pytest.mark.parametrize("verb", ["tally", "power"])
@pytest.mark.parametrize("file", ["nowhere/questions.jsonl", "."])
def test_what_cannot_be_read_is_one_sentence_and_wrong_use(
    verb: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([verb, file]) == 2
    printed = capsys.readouterr()
    assert not printed.out
    assert len(printed.err.splitlines()) == 1


def test_tally_in_words(ask: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_bytes(lines({"id": "a", "rule": COUNT, "votes": {"A": "yes"}}, b"x\n"))
    assert main(["tally", str(file), "--format", "text"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == "a: Shortfall: 1 in favour, 2 needed."


def test_power_answers_each_line(ask: Any) -> None:
    question = {
        "id": "eec",
        "rule": {"kind": "count", "needed": 3, "weights": {"A": 2, "B": 1, "C": 1}},
        "members": ["A", "B", "C", "D"],
    }
    code, answers = ask("power", question)
    assert code == 0
    assert list(answers[0]) == ["id", "members"]
    assert answers[0]["members"]["A"] == {"banzhaf": pytest.approx(0.6), "shapley_shubik": pytest.approx(2 / 3)}
    assert answers[0]["members"]["D"] == {"banzhaf": 0, "shapley_shubik": 0}


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ({"id": "a", "rule": COUNT}, "`members` is missing"),
        ({"id": "a", "rule": COUNT, "members": "AB"}, "a list"),
        ({"id": "a", "rule": COUNT, "members": ["A", "A"]}, "members[1]: `A` stands here a second time"),
        ({"id": "a", "rule": COUNT, "members": [1]}, "members[0]"),
    ],
)
def test_a_faulty_question_of_power_is_told(ask: Any, question: Any, words: str) -> None:
    code, answers = ask("power", question)
    assert code == 1
    assert words in answers[0]["error"]


def test_a_rule_too_intricate_is_told(ask: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crisis_game.charter.coalition_counts.MOST_STATES", 0)
    weighed = {"kind": "count", "needed": 7, "weights": {"A": 5, "B": 4, "C": 3}}
    rule = {"all_of": [weighed, {**weighed, "weights": {"A": 3, "B": 4, "C": 5}}]}
    code, answers = ask("power", {"id": "a", "rule": rule, "members": ["A", "B", "C"]})
    assert code == 1
    assert "too many tables" in answers[0]["error"]


def test_a_rule_of_a_charter_can_be_named_in_a_question_with_who_is_who(ask: Any) -> None:
    votes = dict.fromkeys(("DZA", "GUY", "KOR", "SLE", "SVN", "DNK", "GRC", "PAK", "PAN"), "yes") | {"RUS": "no"}
    named = "un#security-council/"
    code, answers = ask(
        "tally",
        {"id": "force", "rule": f"{named}armed-force", "votes": votes},
        {"id": "talks", "rule": f"{named}peaceful-settlement", "votes": votes, "roles": {"party-to-dispute": ["RUS"]}},
        {"id": "lost", "rule": f"{named}any", "votes": {"DEU": "yes"}},
        {"id": "who", "rule": f"{named}any", "votes": votes, "roles": {"villain": ["RUS"]}},
        {"id": "what", "rule": "un#security-counsel/any", "votes": votes},
    )
    assert code == 1
    assert [answer.get("reason") for answer in answers] == ["vetoed", "adopted", None, None, None]
    assert "DEU is no member" in answers[2]["error"]
    assert "villain" in answers[3]["error"]
    assert "security-counsel" in answers[4]["error"]


def test_a_question_takes_the_rule_of_the_command_where_it_has_none(ask: Any) -> None:
    votes = {"SAU": "yes", "BHR": "yes", "ARE": "yes", "OMN": "abstain"}
    code, answers = ask("tally", {"id": 1, "votes": votes}, more=("--rule", "gcc#gcc-supreme-council"))
    assert (code, answers[0]["adopted"]) == (0, True)


ROLL = """\
resolution,ms_name,ms_vote
S/2024/1,FRANCE,Y
S/2024/1,United States,N
S/2024/1,Slovenia,A
S/2024/2,CHN,in favour
S/2024/2,Russian Federation (the),X
"""


def test_a_roll_call_in_the_columns_of_the_united_nations_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "roll.csv"
    file.write_text(ROLL)
    assert main(["tally", str(file), "--rule", "un#security-council/sanctions"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["id"], first["in_favour"], first["against"], first["abstaining"]) == ("S/2024/1", 1, 1, 1)
    assert (second["id"], second["in_favour"], second["reason"]) == ("S/2024/2", 1, "shortfall")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("member,vote\nFRA,maybe\n", "Row 2: `maybe` is no vote"),
        ("member,vote\nDEU,yes\n", "Row 2: `DEU` is no member"),
        ("FRA;Y\nFRA;N\n", "Row 2: FRA stands there a second time"),
        ("name of the state,its choice\nFRA,yes\n", "Row 1 has no heads"),
        ("", "1 to"),
    ],
)
def test_what_is_wrong_with_a_roll_call_is_said_with_its_row(
    rows: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "roll.csv"
    file.write_text(rows)
    assert main(["tally", str(file), "--rule", "un#security-council/sanctions", "--format", "text"]) == 1
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ((), "needs its rule"),
        (("--rule", "un"), "names no organ"),
        (("--rule", "un#general-assembly/sanktions"), "did you mean"),
        (("--rule", "fenmouth#x/y"), "no file and no charter"),
    ],
)
def test_a_roll_call_without_a_rule_that_there_is_is_wrong_use(
    rule: tuple[str, ...], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "roll.csv"
    file.write_text("FRA,Y\n")
    assert main(["tally", str(file), *rule]) == 2
    assert words in capsys.readouterr().err


def test_power_by_one_rule_of_a_charter(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["power", "un#security-council/armed-force"]) == 0
    (answer,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert answer["id"] == "security-council/armed-force"
    assert answer["members"]["USA"]["shapley_shubik"] == pytest.approx(421 / 2145)


def test_power_of_very_many_weights_is_an_estimate_with_its_error(ask: Any) -> None:
    """Quotas like those of the IMF: 190 members, 85 per cent of the votes."""
    quotas = {f"M{place:03d}": int(900_000 * 0.96**place) + place for place in range(190)}
    rule = {"kind": "share", "needed": "85%", "of": "eligible", "weights": quotas}
    code, answers = ask("power", {"id": "fund", "rule": rule, "members": list(quotas)})
    indices = answers[0]["members"]
    assert code == 0
    assert 0 < indices["M000"]["error"] < 0.005
    assert indices["M000"]["shapley_shubik"] > indices["M001"]["shapley_shubik"] > indices["M100"]["shapley_shubik"] > 0
    assert sum(index["banzhaf"] for index in indices.values()) == pytest.approx(1)


def test_power_of_a_shipped_charter(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["power", "hesk-compact"]) == 0
    answers = {answer["id"]: answer["members"] for answer in map(json.loads, capsys.readouterr().out.splitlines())}
    assert answers["council/sanctions"]["ARD"]["banzhaf"] == pytest.approx(1 / 6)
    victim = answers["council/armed-force;victim=BEL"]
    assert victim["BEL"]["banzhaf"] == pytest.approx(6 / 26)
    assert sum(indices["shapley_shubik"] for indices in victim.values()) == pytest.approx(1)


def test_power_of_a_charter_in_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["power", str(CHARTERS / "gcc.yaml"), "--format", "text"]) == 0
    assert "gcc-supreme-council/any" in capsys.readouterr().out


def test_power_of_a_faulty_charter_lists_its_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "c.yaml"
    file.write_text(
        "format: 1\nid: c\nname: C\nmembers: [AAA]\n"
        "organs: [{id: o, decides: [{matter: any, rule: {kind: majority}}]}]\n"
    )
    assert main(["power", str(file)]) == 1
    printed = capsys.readouterr()
    assert not printed.out
    assert printed.err.startswith(f"{file}:5:")
    assert "E304" in printed.err


def test_power_of_an_unknown_charter_offers_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["power", "hesk-compakt"]) == 2
    assert "hesk-compact" in capsys.readouterr().err


def test_a_majority_of_the_arab_league_is_told_to_bind_only_those_in_favour(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = {"any_of": [{"kind": "unanimity", "binds": "all"}, {"kind": "share", "needed": "1/2", "of": "eligible",
            "binds": "those-in-favour"}]}  # fmt: skip
    file = tmp_path / "questions.jsonl"
    file.write_bytes(lines({"id": "a", "rule": rule, "votes": {"A": "yes", "B": "yes", "C": "no"}}))
    assert main(["tally", str(file), "--format", "text"]) == 0
    sentence = "a: Adopted: 2 in favour (3 needed), or 2 in favour (2 needed). It binds only those in favour.\n"
    assert capsys.readouterr().out == sentence

"""The walk over the verbs of the command line and over the lines of `--plain`: every verb, every menu."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

from crisis_game.cli import main
from crisis_game.documents import Source, read_yaml
from crisis_game.exercise.chain import canonical
from crisis_game.paper.chart_files import PAGE
from crisis_game.texts import visible
from tests.exercise.playing import forge_chain, store, stored
from tests.hostile.games import TYPED, Games, gathered
from tests.hostile.pages import faults_of_html, faults_of_markdown, faults_of_svg
from tests.hostile.signs import ALL, WRITTEN, faults
from tests.outcome import crash

Look = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Call:
    """A call of a verb: its words, what is typed, and how what it prints is looked at. It prints to a terminal."""

    words: tuple[str, ...]
    look: Look = faults
    typed: str = ""


def faults_of_json(printed: str) -> Iterator[str]:
    """What is wrong with JSON: it must be JSON, nothing raw in it, and all words whole, escaped or made visible."""
    yield from (fault for fault in faults(printed) if fault.startswith("raw"))
    for words in _strings(json.loads(printed)):
        yield from faults(visible(words))


def faults_of_lines(printed: str) -> Iterator[str]:
    """The same for JSON Lines."""
    for line in printed.splitlines():
        yield from faults_of_json(line)


def calls(games: Games, folder: Path) -> dict[str, tuple[Call, ...]]:
    """What is called of each verb."""
    scenario, over, begun = str(games.scenario), str(games.over), str(games.begun)
    faulty = _faulty(games.scenario, folder / "faulty.yaml")
    charter = str(_charter(games.scenario, folder / "charter.yaml"))
    questions = str(_questions(folder / "questions.jsonl"))
    conducts = str(_conducts(folder / "conducts.json"))
    sheet = str(folder / "list.csv")
    strange = folder / f"{ALL[-1]}.yaml"
    strange.write_text(Path(faulty).read_text(encoding="utf-8"), encoding="utf-8")
    odd, forged = TYPED[0], str(_forged(games, folder))
    group, gradebook = str(_class(games, folder / "class")), str(_gradebook(folder / "gradebook.csv"))
    return {
        "play": (
            Call(("play", scenario, "--plain"), typed="1\n" * 30),
            Call(("play", begun, "--plain"), typed=""),
            Call(("play", faulty, "--plain")),
            Call(("play", str(strange), "--plain")),
            Call(("play", odd, "--plain")),
            Call(("play", scenario, "--plain", "--seat", ALL[-1])),
            Call(("play", over, "--plain", "--with", faulty)),
        ),
        "vote": (Call(("vote", "--plain"), typed="1\n" * 20),),
        "host": (
            Call(("host", faulty, "--port", "0")),
            Call(("host", ALL[-1], "--port", "0")),
            Call(("host", scenario, "--port", odd)),
            Call(("host", scenario, "--port", "0", "--roster", str(strange))),
        ),
        "join": (Call(("join", ALL[-1], "--plain")), Call(("join", "http://127.0.0.1:1", "--plain"), typed=odd)),
        "scenarios": (Call(("scenarios",)), Call(("scenarios", "--format", "json"), faults_of_json)),
        "saves": (
            Call(("saves",)),
            Call(("saves", "--format", "json"), faults_of_json),
            Call(("saves", "--rename", begun, odd)),
            Call(("saves", "--delete", ALL[-1])),
            Call(("saves", "--clear-pins", str(games.shared))),
        ),
        "cases": (Call(("cases",)), Call(("cases", ALL[-1]))),
        "check": (
            Call(("check", scenario)),
            Call(("check", faulty)),
            Call(("check", charter, ALL[-1])),
            Call(("check", str(strange))),
            Call(("check", faulty, "--format", "json"), faults_of_json),
            Call(("check", faulty, "--format", "sarif"), faults_of_json),
            Call(("check", scenario, "--against", begun)),
            Call(("check", faulty, "--against", scenario)),
        ),
        "explain": (Call(("explain", "E204")), Call(("explain", ALL[-1]))),
        "convert": (
            Call(("convert", scenario)),
            Call(("convert", faulty)),
            Call(("convert", str(_of_format_1(folder / "old.yaml")))),
            Call(("convert", ALL[-1])),
        ),
        "new": (Call(("new", ALL[-1], "--directory", str(folder))),),
        "watch": tuple(Call(("watch", target, "--plain")) for target in (scenario, faulty, str(strange), ALL[-1])),
        "schema": (Call(("schema",)), Call(("schema", "--format", "markdown"))),
        "graph": (
            Call(("graph", scenario)),
            Call(("graph", scenario, "--format", "mermaid"), faults_of_mermaid),
        ),
        "msel": (
            Call(("msel", scenario), faults_of_csv),
            Call(("msel", scenario, "--to", sheet)),
            Call(("msel", sheet, "--into", scenario, "--dry-run")),
            Call(("msel", str(_other_list(folder)), "--into", scenario, "--dry-run")),
        ),
        "print": (
            Call(("print", scenario), faults_of_markdown),
            Call(("print", scenario, "--format", "html"), faults_of_html),
            Call(("print", scenario, "--for", "all"), faults_of_markdown),
            Call(("print", scenario, "--for", "all", "--format", "html"), faults_of_html),
            Call(("print", scenario, "--for", ALL[-1])),
        ),
        "rehearse": tuple(
            Call(("rehearse", scenario, "--games", "2", "--jobs", "1", "--decisions", "1", "--format", form), look)
            for form, look in (("text", faults), ("html", faults_of_html), ("json", faults_of_json))
        ),
        "reach": tuple(
            Call(("reach", scenario, "--games", "2", "--format", form), look)
            for form, look in (("text", faults), ("json", faults_of_json))
        ),
        "judge": (Call(("judge", conducts), faults_of_json), Call(("judge", faulty))),
        "tally": (Call(("tally", questions, "--format", "text")), Call(("tally", questions), faults_of_lines)),
        "power": (
            Call(("power", questions, "--format", "text")),
            Call(("power", questions), faults_of_lines),
            Call(("power", charter, "--format", "text")),
        ),
        "charters": (
            Call(("charters",)),
            Call(("charters", "compare", charter, "un#security-council")),
            Call(("charters", "compare", charter, "nato", "--format", "json"), faults_of_json),
            Call(("charters", "compare", charter, ALL[-1])),
        ),
        "verify": (Call(("verify", over)), Call(("verify", forged))),
        "export": (
            Call(("export", over), faults_of_lines),
            Call(("export", group, "--open", "--research", str(folder / "research.jsonl"), "--roster", gradebook)),
        ),
        "replay": (
            Call(("replay", over)),
            Call(("replay", begun)),
            Call(("replay", forged)),
            Call(("replay", over, "--format", "json"), faults_of_lines),
            Call(("replay", forged, "--format", "json"), faults_of_lines),
        ),
        "report": (
            *(Call(("report", over, "--format", form), look) for form, look in LOOKS.items()),
            Call(("report", over, "--charts", str(folder / "charts"))),
            *(Call(("report", group, "--format", form), look) for form, look in LOOKS.items()),
            Call(("report", group, "--each", str(folder / "each"), "--format", "html")),
            Call(("report", group, "--fill", gradebook, "--column", ALL[-1])),
            Call(("report", group, "--fill", gradebook, "--column", odd)),
            Call(("report", ALL[-1], "--fill", gradebook, "--column", odd)),
        ),
        "class": (
            Call(("class", group)),
            Call(("class", group, "--format", "json"), faults_of_json),
            Call(("class", group, "--plain"), typed="1\n2\n3\n1\n0\n6\n1\n0\n0\n"),
            Call(("class", group, "--roster", gradebook)),
            Call(("class", ALL[-1])),
            Call(("class", group, "--forget", "--yes")),
        ),
    }


class _Terminal(io.StringIO):
    """Where a person reads."""

    def isatty(self) -> bool:
        return True


def answered(call: Call) -> tuple[int, str, list[str]]:
    """Call a verb in this process: its code, what it printed, and what is wrong with that."""
    out, err = _Terminal(), io.StringIO()
    stdin = io.TextIOWrapper(io.BytesIO(call.typed.encode()), encoding="utf-8")
    with redirect_stdout(out), redirect_stderr(err), mock.patch.object(sys, "stdin", stdin), _one_look():
        code = main(list(call.words))
    wrong = [f"{' '.join(call.words)[:80]}: {fault}" for fault in faults(err.getvalue())]
    if sentence := crash(code, err.getvalue()):
        wrong.append(f"{call.words}: {sentence}")
    if out.getvalue():
        wrong += [f"{' '.join(call.words)[:80]}: {fault}" for fault in call.look(out.getvalue())]
    return code, out.getvalue() + err.getvalue(), wrong


def charts(folder: Path) -> Iterator[str]:
    """What is wrong with the charts that `report` has written."""
    for path in sorted((folder / "charts").iterdir()):
        look = faults_of_html if path.name == PAGE else faults_of_svg
        yield from (f"{path.name}: {fault}" for fault in look(path.read_text(encoding="utf-8")))


def faults_of_csv(printed: str) -> Iterator[str]:
    """What is wrong with a table: nothing raw, no cell that a spreadsheet would reckon, all words whole."""
    yield from (fault for fault in faults(printed.replace("\r\n", "\n")) if fault.startswith("raw"))
    for row in csv.reader(io.StringIO(printed.removeprefix("\ufeff"))):
        for cell in row:
            yield from (f"a formula: {cell[:40]!r}" for _ in range(cell[:1] in ("=", "+", "@")))
            yield from faults(cell)


def faults_of_mermaid(printed: str) -> Iterator[str]:
    """What is wrong with a flowchart, read back as Mermaid does."""
    yield from (f"live: {tag}" for tag in re.findall(r"<(?!br>)\w+", printed.replace("-->", "")))
    entities = {"quot": '"', "lt": "<", "gt": ">", "amp": "&", "35": "#", "96": "`"}
    yield from faults(re.sub(r"#(\w+);", lambda entity: entities.get(entity[1], entity[0]), printed))


LOOKS: Mapping[str, Look] = {
    "md": faults_of_markdown,
    "html": faults_of_html,
    "json": faults_of_json,
    "csv": faults_of_csv,
}
"""How each form of a report is looked at."""


def _class(games: Games, folder: Path) -> Path:
    """A class of which a file is no save."""
    gathered(games, folder)
    (folder / f"{WRITTEN[6].replace('/', '-')}.crisis").write_bytes(b"SQLite format 3\0")
    return folder


def _gradebook(path: Path) -> Path:
    """A gradebook whose students and columns have foreign names."""
    head = ("name", "id", TYPED[0], f"{TYPED[0]} feedback")
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *((words, words, "", words) for words in WRITTEN)])
    return path


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from (key, *_strings(part))
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _faulty(scenario: Path, path: Path) -> str:
    """The scenario with foreign words where a name or a value must stand."""
    tree = yaml.safe_load(scenario.read_text(encoding="utf-8"))
    tree["level"] = ALL[0]
    tree.update({words: words for words in WRITTEN if "\ufeff" not in words})  # which is written as an escape
    tree["lesson"]["profile"] = WRITTEN[1]
    tree["gauges"][WRITTEN[2]] = {"start": WRITTEN[3]}
    tree["endings"] = {WRITTEN[4]: {"when": f"truth({WRITTEN[5]!r})"}, **tree["endings"]}
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return str(path)


def _of_format_1(path: Path) -> Path:
    """A scenario of format 1 with foreign words where ids and names stand that its conversion tells of."""
    tree = read_yaml(Source.at(Path(__file__).parents[1] / "data" / "format-1" / "tiny.yaml")).value
    tree["assets"] = {words: {"name": words, "owner": words, "open_at_start": True} for words in WRITTEN}
    tree["measures"] = [{"id": words, "needs_consent": words[::-1], "kind": words} for words in WRITTEN]
    tree["states"].update({words: {"role": "neighbour", "name": words, "home": 1} for words in WRITTEN})
    tree["neighbours"] = {WRITTEN[0]: {"hearing": WRITTEN[1]}}
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def _charter(scenario: Path, path: Path) -> Path:
    """The scenario's charter in a file of its own."""
    charter = yaml.safe_load(scenario.read_text(encoding="utf-8"))["charter"]
    path.write_text(yaml.safe_dump(charter, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def _questions(path: Path) -> Path:
    """Questions that name themselves, and members, in foreign words: sound ones and faulty ones."""
    rule = {"kind": "count", "needed": 1}
    rows: list[dict[str, Any]] = [
        {"id": words, "rule": rule, "votes": {words: "yes", f"x{words}": "no"}, "members": [words, f"x{words}"]}
        for words in ALL
    ]
    rows += [
        {"id": words, "rule": {"kind": words}, "votes": {words: words}, "members": [words, words]} for words in ALL
    ]
    rows += [{"id": words, words: words} for words in ALL]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def _conducts(path: Path) -> Path:
    """Acts to be judged that name themselves in foreign words; the last have facts that there are not."""
    rows = [{"id": words, "facts": {"act": "retorsion"}} for words in WRITTEN]
    rows += [{"id": words, "facts": {words: words}} for words in WRITTEN]
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def _other_list(folder: Path) -> Path:
    """A list with injects of foreign names and values."""
    path = folder / "other.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("id", "round", "title"), *((words, words, words) for words in WRITTEN)])
    return path


def _forged(games: Games, folder: Path) -> Path:
    """A sound save in which those who gave the commands have foreign names."""
    path = folder / "forged.crisis"
    path.write_bytes(games.over.read_bytes())
    for n, sign in enumerate(ALL, 10):
        command, events = stored(path, n)
        plain = json.loads(command)
        plain["by"] = sign
        store(path, n, canonical(plain), events)
    forge_chain(path)
    return path


@contextmanager
def _one_look() -> Iterator[None]:
    """`watch` looks at its file once, as if it were interrupted then."""
    with mock.patch("time.sleep", side_effect=KeyboardInterrupt):
        yield

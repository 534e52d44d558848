"""The door of words: no module of the screens puts a `str` into a widget but through `widgets/as_written.py`."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.fuzzy import Matcher

import crisis_game.tui
from crisis_game.texts import visible
from crisis_game.tui.widgets.as_written import (
    Button,
    Input,
    Option,
    OptionList,
    Static,
    Tab,
    Tabs,
    TextArea,
    Toasting,
    as_markup,
    as_written,
    highlighted,
)

ROOM = Path(crisis_game.tui.__file__).parent
DOOR = ROOM / "widgets" / "as_written.py"
WORDLESS = {"Digits", "LoadingIndicator"}
"""Widgets of Textual that read no markup."""
DRAWN_ALREADY = {"RenderableType", "Segment"}
"""Of Rich: a type, and cells of a line that was drawn from words before."""
TITLES = {"border_title", "border_subtitle", "tooltip", "label"}
READS_MARKUP = {
    "from_markup", "from_text", "from_rich_text", "render_str", "to_content", "highlight", "with_tooltip",
    "_render_markup", "_markup",
}  # fmt: skip
DRAWN = {"Content"}
"""What a widget's `render` may give: all else is read as markup, or is not looked into here."""


# The test over the syntax tree ----------------------------------------------------------------------------------------


def faults(source: str) -> list[str]:
    """Every way of words into a widget beside the door, in the words of the program."""
    tree = ast.parse(source)
    ours = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and _gives(node) in DRAWN}
    palette = {name.name for node in ast.walk(tree) if _from(node, "textual.command") for name in node.names}
    return [f"{fault}: {ast.unparse(node)[:70]}" for node in ast.walk(tree) for fault in _faults(node, ours, palette)]


def _faults(node: ast.AST, ours: set[str], palette: set[str]) -> Iterator[str]:
    match node:
        case ast.Import(names=names):
            yield from (
                "import" for alias in names if alias.name.startswith(("textual.widgets", "textual.markup", "rich"))
            )
        case ast.ImportFrom(module="textual.widgets", names=names):
            yield from ("widget" for alias in names if alias.name not in WORDLESS)
        case ast.ImportFrom(module="textual", names=names):
            yield from ("widget" for alias in names if alias.name in ("widgets", "markup"))
        case ast.ImportFrom(module=str(module), names=names) if module.startswith(
            ("textual.widgets.", "textual.markup", "rich")
        ):
            yield from ("import" for alias in names if alias.name not in DRAWN_ALREADY)
        case ast.Assign(targets=targets, value=value):
            yield from ("title" for target in targets if _titles(target) and not _called(value, {"as_written"}))
        case ast.AnnAssign(target=target) | ast.AugAssign(target=target) if _titles(target):
            yield "title"
        case ast.Attribute(attr=name) | ast.Name(id=name) if name in READS_MARKUP:
            yield "markup"
        case ast.Call():
            yield from _faults_of_call(node, ours, palette)
        case ast.ClassDef(body=body):
            drawing = (method for method in body if isinstance(method, ast.FunctionDef) and method.name == "render")
            yield from ("render" for method in drawing if _gives(method) not in DRAWN)
        case _:
            pass


def _faults_of_call(call: ast.Call, ours: set[str], palette: set[str]) -> Iterator[str]:
    words = {keyword.arg: keyword.value for keyword in call.keywords}
    if "markup" in words or "tooltip" in words:
        yield "keyword"
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name == "setattr" and not (isinstance(call.args[1], ast.Constant) and call.args[1].value not in TITLES):
        yield "setattr"
    if name in ("Hit", "DiscoveryHit") and name in palette:
        if not _called(call.args[name == "Hit"], ours | {"as_written", "highlighted"}):
            yield "hit"
        if "help" in words and not _called(words["help"], {"as_markup"}):
            yield "help"
    id_ = words.get("id")
    if isinstance(id_, ast.JoinedStr) and name != "Option" and _foreign(id_):
        yield "id"


def _foreign(id_: ast.JoinedStr) -> bool:
    """Whether an id is made of more than one plain name: an id of the scenario may be no id of Textual."""
    return any(not isinstance(part.value, ast.Name) for part in id_.values if isinstance(part, ast.FormattedValue))


def _from(node: ast.AST, module: str) -> TypeGuard[ast.ImportFrom]:
    return isinstance(node, ast.ImportFrom) and node.module == module


def _titles(target: ast.expr) -> bool:
    return isinstance(target, ast.Attribute) and target.attr in TITLES


def _called(value: ast.expr, names: set[str]) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in names


def _gives(function: ast.FunctionDef) -> str:
    return ast.unparse(function.returns) if function.returns else ""


@pytest.mark.parametrize("path", sorted(ROOM.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOM)))
def test_no_module_has_a_way_beside_the_door(path: Path) -> None:
    if path != DOOR:
        assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "pane.border_title = words",
        "pane.border_subtitle = f'{words} more'",
        "pane.border_title: str = words",
        "pane.border_title += words",
        "setattr(pane, 'border_title', words)",
        "setattr(pane, name, words)",
        "a = pane.border_title = words",
        "button.label = words",
        "row.tooltip = words",
        "row.with_tooltip(words)",
        "Button(as_written(words), tooltip=words)",
        "self.notify(words, markup=True)",
        "Static(words, markup=True)",
        "Static(words, markup=False)",
        "Content.from_markup(words)",
        "Content.from_text(words)",
        "matcher.highlight(words)",
        "from textual.command import Hit\nHit(1.0, words, go)",
        "from textual.command import Hit\nHit(1.0, as_written(words), go, help=words)",
        "from textual.command import DiscoveryHit\nDiscoveryHit(words, go)",
        "from textual.command import DiscoveryHit\nDiscoveryHit(str(words), go)",
        "from textual.widgets import Static",
        "from textual.widgets import Digits, Label",
        "from textual.widgets.option_list import Option",
        "from textual.widgets._static import Static",
        "from textual import widgets",
        "import textual.widgets",
        "from rich.text import Text",
        "from textual.markup import to_content",
        "class Sheet(Widget):\n    def render(self) -> str:\n        return self.words",
        "class Sheet(Widget):\n    def render(self):\n        return self.words",
        "Vertical(id=f'seat-{one.seat}')",
    ],
)
def test_another_way_is_refused(source: str) -> None:
    assert faults(source)


@pytest.mark.parametrize(
    "source",
    [
        "pane.border_title = as_written(words)",
        "from textual.command import DiscoveryHit\nDiscoveryHit(as_written(words), go, help=as_markup(words))",
        "from textual.command import Hit\ndef shown() -> Content: ...\nHit(1.0, shown(), go)",
        "from textual.widgets import Digits",
        "Option(words, id=f'{one.kind}/{one.id}')",
        "class Sheet(Widget):\n    def render(self) -> Content: ...",
    ],
)
def test_the_door_is_open(source: str) -> None:
    assert faults(source) == []


# What the door does ---------------------------------------------------------------------------------------------------

WORDS = (
    "Agreed [/] see you",
    "plan [second] draft",
    "[@click=app.screenshot('pwned.txt')]here[/]",
    "[b]bold[/b] \\[b] [1] [$x]",
    "<script> $x {y} %s [link=x]",
    "bell \x07 esc \x1b[31m nul \x00",
    "turn \u202eround, no\u200broom",
)
ANYTHING = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


class Shop(Toasting):
    """One of each widget that shows words."""

    CSS = "TextArea { height: 3; } #framed { height: 3; border: solid white; }"

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def compose(self) -> ComposeResult:
        yield Static(self.words)
        yield Static(id="later")
        yield OptionList(self.words, Option(self.words), Option("", id="later-row"), id="rows")
        yield Button(self.words, id="pressed")
        yield Button("", id="pressed-later")
        yield Tabs(Tab(self.words))
        yield Input(placeholder=visible(self.words))
        yield Input(self.words)
        yield TextArea(placeholder=self.words, id="empty")
        yield TextArea(self.words, id="full")
        with VerticalScroll(id="framed") as framed:
            framed.border_title = as_written(self.words)
            framed.border_subtitle = as_written(self.words)

    def on_mount(self) -> None:
        self.query_one("#later", Static).update(self.words)
        self.query_one("#rows", OptionList).replace_option_prompt("later-row", self.words)
        self.query_one("#rows", OptionList).add_option(self.words)
        self.query_one("#pressed-later", Button).label = self.words
        self.notify(self.words, title=self.words, markup=True, timeout=60)


@pytest.mark.parametrize("words", WORDS)
def test_every_widget_shows_words_as_they_were_written(words: str) -> None:
    async def look() -> str:
        app = Shop(words)
        async with app.run_test(size=(100, 100), notifications=True) as pilot:
            await pilot.pause()
            strips = app.screen._compositor.render_strips()
            return "\n".join(strip.text for strip in strips)

    shown = asyncio.run(look())
    places = 17
    assert shown.count(visible(words)) == places
    assert all(sign.isprintable() or sign == "\n" for sign in shown)


@given(ANYTHING)
@example("\\[")
@example("[/]")
@example("end\\")
def test_words_where_textual_takes_nothing_but_markup(words: str) -> None:
    assert Content.from_markup(as_markup(words)).plain == visible(words)


@given(st.text(min_size=1, max_size=5), ANYTHING)
def test_marked_letters_leave_the_words_as_they_are(query: str, words: str) -> None:
    assert highlighted(Matcher(query), words).plain == visible(words)


def test_letters_that_were_searched_for_are_marked() -> None:
    assert [span.start for span in highlighted(Matcher("[sd"), "plan [second]").spans] == [5, 6, 11]


def test_an_app_of_its_own_keeps_the_widgets_of_textual() -> None:
    """What the door derives from is what Textual's own style sheets and messages name."""
    assert isinstance(Shop("x"), App)
    assert Static("x")._css_type_names >= {"Static", "Widget"}
    assert Option("x").prompt == as_written("x")

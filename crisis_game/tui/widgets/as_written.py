r"""The one door of words into widgets: they are shown as they were written.

Textual reads a `str` as markup almost wherever one is put: `Agreed [/] see you` ends the program, `plan [second]`
loses a word, and a name can carry a click that acts. Who writes words here is a player, an author or whoever handed
over a save; so no module but this one puts a `str` into a widget of Textual, and a test over the syntax trees
(`tests/tui/test_the_door_of_words.py`) refuses every other way. The widgets below are Textual's own, but for words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar, Self

from rich.segment import Segment
from textual import widgets
from textual.app import App, RenderResult
from textual.content import Content, ContentText
from textual.fuzzy import Matcher
from textual.notifications import SeverityLevel
from textual.strip import Strip
from textual.visual import VisualType
from textual.widgets import option_list, text_area

from crisis_game.texts import visible


def as_written(words: Content | str) -> Content:
    """Words as they were written, whatever brackets they hold; signs that nobody would see are shown.

    Contents that hold such a sign lose their colours with it: none should come here with one.
    """
    plain = words.plain if isinstance(words, Content) else words
    shown = visible(plain)
    return words if isinstance(words, Content) and shown == plain else Content(shown)


def as_markup(words: str) -> str:
    r"""Words for the few places of Textual that take nothing but markup: read as such, they are what was written."""
    return visible(words).replace("[", r"\[")


def highlighted(matcher: Matcher, words: str) -> Content:
    """Words with the letters marked that were searched for."""
    content = as_written(words)
    _, places = matcher.fuzzy_search.match(matcher.query, content.plain)
    for place in places:
        if not content.plain[place].isspace():
            content = content.stylize(matcher.match_style, place, place + 1)
    return content


class Static(widgets.Static):
    """Words that stand; what can be clicked of them keeps the look that it was given."""

    def __init__(self, content: Content | str = "", **options: Any) -> None:
        super().__init__(as_written(content), markup=False, **options)
        self.auto_links = False

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show other words."""
        super().update(_safe(content), layout=layout)


class Option(option_list.Option):
    """A row to choose."""

    def __init__(self, prompt: Content | str, **options: Any) -> None:
        super().__init__(as_written(prompt), **options)


CURSOR = ("‹", "›")
"""Around the value, or the words to press, that Enter would take."""
HERE, LEFT = "▌", "▏"
"""In the gutter: before the row that has the keys, and before one that is marked while the keys are elsewhere."""


class OptionList(widgets.OptionList):
    """Rows to choose from; the gutter before them shows which is marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"option-list--gutter"}
    DEFAULT_CSS = """
    OptionList > .option-list--option { padding: 0 1 0 2; }
    OptionList > .option-list--gutter { color: $accent; }
    """

    def __init__(self, *content: Option | Content | str, **options: Any) -> None:
        super().__init__(*content, markup=False, **options)

    def render_line(self, y: int) -> Strip:
        """A line of a row; in the first of the one that is marked its padding gives room to the gutter's sign."""
        strip = super().render_line(y)
        if self.highlighted is None or self.scroll_offset.y + y != self._index_to_line[self.highlighted]:
            return strip
        style = self.get_visual_style("option-list--option-highlighted", "option-list--gutter").rich_style
        sign = Strip([Segment(HERE if self.has_focus else LEFT, style)], 1).apply_meta({"option": self.highlighted})
        return Strip.join([sign, strip.crop(1)])

    def add_options(self, new_options: Iterable[option_list.Option | VisualType | None]) -> Self:
        """Add rows at the end."""
        return super().add_options(Option(row) if isinstance(row, str) else row for row in new_options)

    def replace_option_prompt(self, option_id: str, prompt: VisualType) -> Self:
        """Show other words in a row."""
        return super().replace_option_prompt(option_id, _safe(prompt))

    def replace_option_prompt_at_index(self, index: int, prompt: VisualType) -> Self:
        """Show other words in a row, by its place."""
        return super().replace_option_prompt_at_index(index, _safe(prompt))


class Button(widgets.Button):
    """Words to press; on which the focus is, is seen without colours too."""

    def __init__(self, label: Content | str, **options: Any) -> None:
        super().__init__(as_written(label), **options)
        self.styles.line_pad = 0  # the room beside the words is written with them

    def validate_label(self, label: ContentText) -> Content:
        """Words that are put on it later."""
        return super().validate_label(as_written(label) if isinstance(label, str | Content) else label)

    def render(self) -> RenderResult:
        """The words; between two signs, in the room beside them, where Enter presses them."""
        label = super().render()
        beside = CURSOR if self.has_focus else (" ", " ")
        return Content.assemble(beside[0], label, beside[1]) if isinstance(label, Content) else label


class Tab(widgets.Tab):
    """The name of a page."""

    def __init__(self, label: Content | str, **options: Any) -> None:
        super().__init__(as_written(label), **options)


class Tabs(widgets.Tabs):
    """Names of pages, one beside the other."""

    def __init__(self, *tabs: Tab, **options: Any) -> None:
        super().__init__(*tabs, **options)


class Input(widgets.Input):
    """A line to type in."""

    def validate_value(self, value: str) -> str:
        """What is typed, pasted or read from a file: a sign that a terminal would obey is shown instead."""
        return visible(value)


class TextArea(widgets.TextArea):
    """Lines to type in."""

    def __init__(self, text: str = "", placeholder: Content | str = "", **options: Any) -> None:
        super().__init__(_typed(text), placeholder=as_written(placeholder), **options)

    def validate_placeholder(self, words: str | Content) -> Content:
        """What stands there while nothing is typed."""
        return as_written(words)

    def load_text(self, text: str) -> None:
        """Put other words in."""
        super().load_text(_typed(text))

    def edit(self, edit: text_area.Edit) -> text_area.EditResult:
        """Put words in as they are typed or pasted."""
        shown = _typed(edit.text)
        return super().edit(edit if shown == edit.text else replace(edit, text=shown))


class Toasting(App[int]):
    """An app whose toasts, and Textual's own in it, say words as they were written."""

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a toast; words are never read as markup, whatever is asked for."""
        del markup
        super().notify(visible(message), title=visible(title), severity=severity, timeout=timeout, markup=False)


def _safe(words: VisualType) -> VisualType:
    return as_written(words) if isinstance(words, str | Content) else words


def _typed(text: str) -> str:
    """Words for lines to type in; line ends of Windows are line ends."""
    return visible(text.replace("\r\n", "\n").replace("\r", "\n"))

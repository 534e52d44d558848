"""Pages on paper: each kind of part in HTML and Markdown, and words that are never markup."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from crisis_game.pages.parts import Fold, Heading, Meter, Page, Part, Table, item, line, run
from crisis_game.paper.html import html
from crisis_game.paper.markdown import escaped, markdown
from crisis_game.texts import Text, Wording, prose

HOSTILE = '<script>alert("1")</script> | **bold** [a](http://b) `x` # & \\ _u_\n- item\n1. one\n| cell |'

CABLE: tuple[Part, ...] = (
    line(prose("Two shores."), run(" One cable.", "strong")),
    Heading(Text("What was done")),
    item(prose("Asked first.")),
    item(prose("Voted *then*."), Meter(2, 4)),
    Table((Text("Member"), Text("Vote")), ((prose("Arran"), Text("yes")), (prose("Brae | the other"), Text("no")))),
    Fold(line(prose("Why")), (line(prose("Nobody knows.")),)),
)

MARKDOWN = r"""# The cable

## In short

Two shores. One cable.

### What was done

- Asked first.
- Voted \*then\*.

| Member | Vote |
| --- | --- |
| Arran | yes |
| Brae \| the other | no |

### Why

Nobody knows.
"""


def pages(parts: tuple[Part, ...]) -> tuple[Page, ...]:
    return (Page("short", Text("In short"), parts),)


def test_markdown_of_each_kind_of_part() -> None:
    assert markdown(prose("The cable"), pages(CABLE), Wording()) == MARKDOWN


def test_html_of_each_kind_of_part() -> None:
    page = html(prose("The <cable>"), pages(CABLE), Wording())
    assert "<title>The &lt;cable&gt;</title>" in page
    assert '<p>Two shores.<span class="strong"> One cable.</span></p>' in page
    assert "<ul>\n<li>Asked first.</li>\n<li>Voted *then*.<meter" in page
    assert "<tr><td>Brae | the other</td><td>no</td></tr>" in page
    assert "<details><summary>Why</summary>\n<p>Nobody knows.</p>\n</details>" in page


class Tags(HTMLParser):
    """Counts the tags of a page, and notes what leads out of it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_what_people_wrote_is_never_markup() -> None:
    words = prose(HOSTILE)
    parts: tuple[Part, ...] = (Heading(words), line(words), item(words), Table((words,), ((words,),)))
    page = html(words, pages((*parts, Fold(line(words), parts))), Wording())
    tags = Tags()
    tags.feed(page)
    assert not tags.open
    assert not tags.seen & {"script", "a", "img", "link", "iframe"}
    assert tags.attributes <= {"lang", "charset", "name", "content", "id"}
    written = markdown(words, pages(parts), Wording())
    assert "<script>" not in written
    assert "](http" not in written.replace("\\](http", "")
    flat = escaped(" ".join(HOSTILE.split()))
    assert [row for row in written.splitlines() if row.startswith("- ")] == [f"- {flat}"]


@given(st.text(max_size=60))
def test_a_table_keeps_its_cells_whatever_stands_in_them(words: str) -> None:
    table = Table((Text("a"), Text("b")), ((prose(words), prose(words)),))
    row = markdown(Text("x"), pages((table,)), Wording()).splitlines()[6]
    bare = row.replace("\\\\", "").replace("\\|", "")
    assert bare.count("|") == 3

"""Words of the worst kinds in every place that an author or a person can write: pages show them, and obey none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from crisis_game.engine.acts.talk import Say
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.pages.projector import public_page
from crisis_game.paper.markup import NOTHING, element, joined, words
from crisis_game.texts import Wording, prose
from crisis_game.web.addresses import PAGES, Address, link
from crisis_game.web.lobby_pages import Joining, Present, SeatOffered, Waiting, join_page, waiting_page
from crisis_game.web.projector_page import projector
from crisis_game.web.region import region
from crisis_game.web.shell import shell
from crisis_game.web.viewer import Viewer
from tests.hostile import written
from tests.hostile.signs import ALL, MARKUP, RAW, faults
from tests.web.reader import Seen

OURS = {
    "a", "aside", "b", "body", "br", "button", "circle", "code", "dd", "desc", "details", "div", "dl", "dt",
    "fieldset", "figure", "footer", "form", "g", "h1", "h2", "h3", "h4", "head", "header", "html", "input",
    "label", "legend", "li", "line", "link", "main", "meta", "meter", "nav", "p", "path", "polygon", "polyline", "pre",
    "rect", "section", "small", "span", "strong", "style", "summary", "svg", "table", "tbody", "td", "text",
    "textarea", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
"""Elements of ours."""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A game in which the author wrote such words everywhere, and somebody says them."""
    path = written.write("first-watch", tmp_path_factory.mktemp("hostile") / "hostile.yaml", 0)
    scenario, _ = read(str(path))
    opened = Session.start(scenario, {"BRE": "person", "CAS": "person"}, None, seed=7)
    for markup in MARKUP:
        opened.submit("CAS", Say((), markup))
    return opened


def wrong(html: str) -> Iterator[str]:
    """What is wrong with a page that shows such words."""
    seen = Seen(html)
    yield from (f"an element <{tag}>" for tag, _ in seen.tags if tag not in OURS)
    yield from (
        f"{tag} {name}" for tag, given in seen.tags for name in given if name.startswith("on") or name == "style"
    )
    yield from (f"leads to {href}" for href, _ in seen.links if not href.startswith(("/play", "#")))
    yield from (f"raw {sign[0]!r}" for sign in RAW.finditer(html))
    yield from faults("\n".join(seen.words))


def test_pages_of_play_show_them_and_nothing_more(session: Session) -> None:
    found: list[str] = []
    for beat in ("situation", "table", "orders"):
        assert session.seen("BRE").beat == beat
        viewer = Viewer(session, "BRE", name=MARKUP[4], key="k", read=frozenset(("brief",)))
        letters = [link("inbox", {"letter": letter.id}) for letter in viewer.sight.view.mail]
        forms = [link(f"do/{offer.kind}") for offer in viewer.sight.offers]
        texts = [link("texts", {"text": text.id}) for text in viewer.sight.view.texts]
        for address in (*map(link, PAGES), *letters, *forms, *texts):
            found += wrong(region(viewer, Address.parse(address)))
        for seat in ("BRE", "CAS"):
            session.submit(seat, SetReady())
    assert found == []


def test_pages_around_play_show_them_and_nothing_more(session: Session) -> None:
    for said in ALL:
        name = prose(said)
        joining = Joining(name, (SeatOffered(said, name, (said,)),), said, said, code=said, name=said)
        here = Present(said, name)
        for html in (join_page(joining, Wording()), waiting_page(Waiting(name, here, (here,), (name,)), Wording())):
            assert list(wrong(shell(None, html, title=said, nonce="n", said=said))) == []
    assert list(wrong(projector(public_page(session, None, MARKUP[4]), Wording()))) == []


def test_what_is_no_markup_is_escaped_wherever_it_is_put() -> None:
    for said in ALL:
        html = element("p", said, element("b", said, title=said), [said, (said, None)], words(said))
        assert [tag for tag, _ in Seen(html).tags] == ["p", "b", *("br" for _ in range(said.count("\n")))]
        assert not RAW.search(html)
    glued = joined(f"{element('b', 'x')}", element("i") + "<i>", NOTHING)
    assert glued == "&lt;b&gt;x&lt;/b&gt;&lt;i&gt;&lt;/i&gt;&lt;i&gt;"

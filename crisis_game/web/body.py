"""What a page of play says, without what stands around every page."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.pages.parts import Page
from crisis_game.paper.markup import NOTHING, Content, Html, element
from crisis_game.web.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Body:
    """One page.

    Attributes:
        title: its heading.
        main: what is read first; beside: what stands beside it where there is room, else below.
        above: the address of the page one step up, and what that is called; empty on the page of the beat.
    """

    title: str
    main: Html
    beside: Html = NOTHING
    above: tuple[str, str] = ("", "")


def body_of(viewer: Viewer, page: Page, *after: Content, above: tuple[str, str] = ("", "")) -> Body:
    """A page of the page model, and what can be done below it."""
    main = element("div", viewer.parts(page.parts), *after)
    return Body(viewer.word(page.title), main, viewer.parts(page.companion), above)

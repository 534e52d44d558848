"""An act under way: what its address says was answered, what is asked next, and where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from crisis_game.engine.act import Offer
from crisis_game.engine.acts.counsel import AskCounsel
from crisis_game.engine.acts.texts import TableText
from crisis_game.pages.choices import filled
from crisis_game.paper.markup import Html, element, joined
from crisis_game.web.addresses import NOW, Address, link
from crisis_game.web.controls import field_query
from crisis_game.web.viewer import Viewer


@dataclass(frozen=True)
class Filling:
    """An act under way.

    Attributes:
        offer: what is filled in.
        given: the fields that the address has a possible value for, up to the first for which it has none.
        back: where it leads when it is done.
    """

    viewer: Viewer
    offer: Offer
    given: Mapping[str, Any]
    at: Address

    @cached_property
    def chosen(self) -> dict[str, Any]:
        """The same with what needs no question."""
        return filled(self.offer, self.given)

    @cached_property
    def asked(self) -> str:
        """The field that is asked now; empty where nothing is left to ask."""
        return next((name for name in self.offer.fields if name not in self.chosen), "")

    @property
    def back(self) -> str:
        """Where it leads when it is done: where it was opened."""
        return back_of(self.at)

    def query(self, **more: Any) -> dict[str, str]:
        """The query of the same act with further fields answered."""
        return {**field_query(**self.given, **more), "back": self.at.query.get("back", "")}

    def link(self, **more: Any) -> str:
        """The address of the next question once these fields are answered."""
        return link(self.at.page, self.query(**more))

    def hidden(self) -> Html:
        """The query so far as fields of a form."""
        named = ((name, value) for name, value in self.query().items() if value)
        return joined(*(element("input", type="hidden", name=name, value=value) for name, value in named))


def back_of(at: Address) -> str:
    """The address where an act was opened; that of the beat where the address names none of ours."""
    target, _, anchor = at.query.get("back", "").partition("#")
    try:
        path = Address.parse(target).path
    except ValueError:
        return link(NOW)
    return f"{path}#{anchor}" if anchor.replace("/", "").replace("-", "").isalnum() else path


def done_at(filling: Filling) -> str:
    """Where one goes when it is done: to what came of it, else back."""
    if filling.offer.act is AskCounsel:
        return link("counsel")
    if filling.offer.act is TableText:
        return link("texts")
    return filling.back

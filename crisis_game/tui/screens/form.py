"""Any act as a form: one field after another, made from its offer; so every kind of command has a screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from crisis_game.engine.act import Act, Chosen, Offer
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.domains import OneOf
from crisis_game.engine.drafts import DraftDomain
from crisis_game.tui.places import screen_class
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.submitting import refused
from crisis_game.tui.widgets.as_written import OptionList, Static, as_written
from crisis_game.tui.widgets.fields import Asked, Given, OneField, field_widget
from crisis_game.tui.widgets.pressing import pressing


class FormScreen(GamePage[None]):
    """One kind of command, filled in field by field.

    Args:
        act: the kind of command.
        given: values of fields that are known already, such as the text on which it was opened.
    """

    CSS_PATH = "form.tcss"
    HEADING = "An act"
    ABOUT = (
        "Answer one question after the other. Escape leads back to the question before, and from the first one out of "
        "the form. Half-typed words stay on your desk until you send them."
    )

    def __init__(self, act: type[Act], given: Chosen | None = None) -> None:
        super().__init__()
        self._act = act
        self._given = dict(given or {})
        self._offer: Offer | None = None
        self._chosen: dict[str, object] = {}
        self._asked: list[str] = []
        self._field: Widget | None = None

    def compose_body(self) -> ComposeResult:
        """What it is, what was chosen so far, the question, its field."""
        with Vertical(id="form-box", classes="panel") as box:
            box.border_title = as_written(self.say(self._act.name))
            box.border_subtitle = as_written(self._keys())
            yield Static(self.say(self._act.does), classes="words muted")
            yield Static(id="form-cost")
            yield Static(id="form-chosen")
            yield Static(id="form-question")
            yield Vertical(id="form-field")

    def on_mount(self) -> None:
        """Ask the first question, or say why there is none."""
        self._offer = self.sight.offer(self._act)
        if self._offer is None:
            refusal = self._act.closed(self.sight.seen)
            because = refused(self.crisis, refusal) if refusal else ""
            self.query_one("#form-question", Static).update(self.say("Not possible now: {because}", because=because))
            return
        self.call_later(self._next)

    def action_back(self) -> None:
        """To the question before; from the first one out of the form."""
        if len(self._asked) < 2 or self._offer is None:
            self.dismiss(None)
            return
        self._asked.pop()
        back_to = self._asked.pop()
        fields = self._offer.fields
        self._chosen = {name: one for name, one in self._chosen.items() if fields.index(name) < fields.index(back_to)}
        self._given.pop(back_to, None)
        self.call_later(self._next)

    @on(Given)
    def take(self, event: Given) -> None:
        """A question was answered; the second of two quick answers to the same one counts for nothing."""
        event.stop()
        if event.by is self._field:
            self._field = None
            self._chosen[self._asked[-1]] = event.value
            self.call_later(self._next)

    @on(OptionList.OptionHighlighted)
    def price(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the value under the cursor takes, before it is taken."""
        if isinstance(event.option_list, OneField) and event.option_list is self._field:
            value = event.option_list.values[event.option_index]
            self._tell_terms({**self._chosen, self._asked[-1]: value})

    def _tell_terms(self, chosen: Mapping[str, Any]) -> None:
        """What the act takes of attention, money and support, as far as it hangs on these values."""
        if self._offer is not None:
            terms = self._offer.act.terms(self.sight.seen, chosen)
            self.query_one("#form-cost", Static).update("\n".join(map(self.say, terms)))

    async def _next(self) -> None:
        """Ask the next question that has more than one answer; submit when there is none."""
        offer = self._offer
        if offer is None or self not in self.app.screen_stack:
            return
        for name in offer.fields:
            if name in self._chosen:
                continue
            domain = offer.domain(name, self._chosen)
            if name in self._given and domain.admits(self._given[name]):
                self._chosen[name] = self._given[name]
            elif isinstance(domain, OneOf) and len(domain.values) == 1:
                self._chosen[name] = domain.values[0]
            else:
                await self._ask(offer, name)
                return
        self._submit(offer)

    async def _ask(self, offer: Offer, name: str) -> None:
        self._asked.append(name)
        self._tell_terms(self._chosen)
        self.query_one("#form-chosen", Static).update(self._so_far())
        self.query_one("#form-question", Static).update(self.say(offer.question(name).words))
        holder = self.query_one("#form-field", Vertical)
        await holder.remove_children()
        domain = offer.domain(name, self._chosen)
        if isinstance(domain, DraftDomain):
            self.app.push_screen(screen_class("text-editor")(domain), self._take_draft)
            return
        place = f"{self._act.kind}/{name}"
        unsent, stands = self.desk.unsent.get(place, ""), self._act.standing(offer.seen, self._chosen)
        widget = field_widget(
            domain, Asked(offer.seen, self._act.choice(name), self.say, unsent, self._keeper(place), stands)
        )
        self.query_one("#form-box").border_subtitle = as_written(self._keys(widget.HOW))
        await holder.mount(widget)
        self._field = widget
        if isinstance(widget, OneField) and (first := self._first_ungraded(name, widget.values)) is not None:
            widget.highlighted = first
        if widget.can_focus:
            widget.focus()

    def _keys(self, how: str = "") -> Content:
        """What the keys do with the field that is asked; beside that, Escape leads back."""
        back = pressing(self.say("Escape: back"), "escape")
        return Content.assemble(self.say(how), " · ", back) if how else back

    def _first_ungraded(self, name: str, values: Sequence[Any]) -> int | None:
        """Of claims to grade, the place of the first that has no grade yet."""
        if (self._act, name) != (GradeClaim, "claim"):
            return None
        ungraded = {one.id for one in self.sight.view.claims if not one.graded}
        return next((place for place, one in enumerate(values) if one in ungraded), None)

    def _keeper(self, place: str) -> Any:
        unsent = self.desk.unsent
        return lambda words: unsent.__setitem__(place, words)

    def _take_draft(self, draft: Any) -> None:
        """The text editor is done: its draft, or nothing; it still lies over the form."""
        if draft is None:
            self.call_later(self._give_up)
        else:
            self._chosen[self._asked[-1]] = draft
            self.call_later(self._next)

    def _give_up(self) -> None:
        """Out of the form; nothing here may wait for its own end."""
        self.dismiss(None)

    def _so_far(self) -> Content:
        seen = self.sight.seen
        told = [(self._act.choice(name).question, value) for name, value in self._chosen.items()]
        rows = [
            Content.assemble((f"{self.say(one.words)} ", "$foreground-muted"), self.say(one.label(seen, value)))
            for one, value in told
        ]
        return Content("\n").join(rows)

    def _submit(self, offer: Offer) -> None:
        unsent = self.desk.unsent
        if self.submit(offer.act.filled(self._chosen)):
            for name in offer.fields:
                unsent.pop(f"{self._act.kind}/{name}", None)
        if self.is_current:
            self.dismiss(None)

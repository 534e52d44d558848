"""Any act as a form beside what it asks about: a sheet at the foot of the screen, or in the companion's place.

It is made from the act's offer, so that every kind of command has one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import PurePath
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from crisis_game.engine.act import Act, Chosen, Offer
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.acts.talk import TakePosition
from crisis_game.engine.drafts import DraftDomain
from crisis_game.engine.free_moves import Effects
from crisis_game.pages.choices import does_nothing, filled
from crisis_game.pages.play.due import without_stand
from crisis_game.scenario.draft import Draft
from crisis_game.texts import Msgid, Text
from crisis_game.tui import navigation
from crisis_game.tui.keys import spoken
from crisis_game.tui.screens.base import MainPage
from crisis_game.tui.screens.beside import BesideScreen
from crisis_game.tui.submission import refused
from crisis_game.tui.widgets.as_written import OptionList, Static
from crisis_game.tui.widgets.effects_field import EffectsField
from crisis_game.tui.widgets.fields import GIVES, Answered, Asked, DoField, Given, NotYet, OneField, field_widget
from crisis_game.tui.widgets.key_line import KeyLine
from crisis_game.tui.widgets.key_words import pressing
from crisis_game.tui.widgets.pane import Pane

DO_IT = "do-it"
"""In place of the name of a field: the question that is left where no other one said all that will be done."""


class FormScreen(BesideScreen[None]):
    """One kind of command, filled in field by field; it is done by an Enter on words that say all of it.

    A field with one possible value is not asked; it is told with the value that leads to it. Where nothing was asked,
    or something was filled in untold, the form asks at the end whether it shall be done.

    Args:
        act: the kind of command.
        preset: values of fields that are known already, such as the text on which it was opened.
        surely: what is asked at the end in any case; empty where an answer that says all will do.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["beside.tcss", "form.tcss"]
    HEADING = "An act"
    ABOUT = (
        "What is asked stands below, with what you said so far, what is asked after it, and what it takes; the screen "
        "above stays, and {scroll_above_on} scrolls it. Escape leads back to the question before, and from the first "
        "one out of the form. Half-typed words stay on your desk until you send them. Nothing is done before the last "
        "Enter, and what it takes stands there before."
    )
    _surely: Msgid = ""

    def __init__(self, act: type[Act], preset: Chosen | None = None, surely: Msgid = "") -> None:
        super().__init__()
        self._act, self._surely = act, surely
        self._preset = dict(preset or {})
        self._offer: Offer | None = None
        self._chosen: dict[str, object] = {}
        self._asked: list[str] = []
        self._listed: frozenset[str] = frozenset()
        self._field: Widget | None = None
        self._question = ""

    def compose(self) -> ComposeResult:
        """What it is, what was chosen so far, the question, its field; what is asked then, and what it takes."""
        self.know_width()
        with Pane(self.say(self._act.name), self._keys(), id="form-box", classes="sheet"):
            yield Static(self.say(self._act.does), id="form-does", classes="muted")
            yield Static(id="form-chosen")
            yield Static(id="form-cost")
            yield Static(id="form-question")
            yield Vertical(id="form-field")
            yield Static(id="form-then", classes="muted")
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask the first question, or say why there is none."""
        self._offer = self.sight.offer(self._act)
        if self._offer is None:
            refusal = self._act.closed(self.sight.seen)
            because = refused(self.stage, refusal) if refusal else ""
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
        self._chosen = {
            name: value for name, value in self._chosen.items() if fields.index(name) < fields.index(back_to)
        }
        self._preset.pop(back_to, None)
        self.call_later(self._next)

    @on(Given)
    def take(self, event: Given) -> None:
        """A question was answered; the second of two quick answers to the same one counts for nothing."""
        event.stop()
        if event.by is self._field:
            self._field = None
            if isinstance(event.by, DoField):
                self.call_later(self._submit)
                return
            self._chosen[self._asked[-1]] = event.value
            self.call_later(self._next)

    @on(NotYet)
    def say_why(self, event: NotYet) -> None:
        """Say beside the question why its answer is not taken."""
        event.stop()
        self.query_one("#form-question", Static).update(
            Content.assemble(self._question, "  ", (event.sentence, "$warning"))
        )

    def tell(self, sentence: str) -> None:
        """Say it where the form was opened, which is before the reader once the form is gone."""
        if isinstance(self._above, MainPage):
            self._above.tell(sentence)
        else:
            super().tell(sentence)

    @on(OptionList.OptionHighlighted)
    def say_what_follows(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the value under the cursor leads to and what it takes, before it is taken."""
        if isinstance(event.option_list, OneField) and event.option_list is self._field:
            value = event.option_list.values[event.option_index]
            self._tell({**self._chosen, self._asked[-1]: value}, but=self._asked[-1])

    def _tell(self, chosen: Mapping[str, Any], but: str = "") -> None:
        """What is done with these values: those that need no question too, and what it takes.

        `but` is the field that is asked: its value is marked in its list.
        """
        if self._offer is None:
            return
        done = filled(self._offer, chosen, self._preset)
        self._listed = frozenset(done)
        terms = self._offer.act.terms(self.sight.seen, done)
        self.query_one("#form-cost", Static).update("\n".join(map(self.say, terms)))
        rows = self._rows({k: value for k, value in done.items() if k != but})
        self.query_one("#form-chosen", Static).update(rows)
        self.query_one("#form-chosen").display = bool(rows.plain)
        self.query_one("#form-cost").display = bool(terms)

    async def _next(self) -> None:
        """Ask the next question that has more than one answer; at the end submit what was said in full."""
        offer = self._offer
        if offer is None or self not in self.app.screen_stack:
            return
        self._chosen = filled(offer, self._chosen, self._preset)
        name = next((name for name in offer.fields if name not in self._chosen), None)
        if name is not None:
            await self._ask(offer, name)
        elif not self._surely and self._asked and self._listed.union(self._asked).issuperset(self._chosen):
            self._submit()
        else:
            await self._ask_to_do()

    async def _put_question(self, name: str, words: Text) -> Vertical:
        """The question above, and the empty place for its field."""
        self._asked.append(name)
        self._tell(self._chosen)
        self._make_room(name)
        self._tell_rest(name)
        self._question = self.say(words)
        self.query_one("#form-question", Static).update(self._question)
        holder = self.query_one("#form-field", Vertical)
        await holder.remove_children()
        return holder

    def _make_room(self, name: str) -> None:
        """What the act does stands over the first question; not where there is little room and more to say."""
        more = self.query_one("#form-chosen").display and self.has_class("-single") and name != DO_IT
        self.query_one("#form-does").display = len(self._asked) == 1 and not more

    def _tell_rest(self, name: str) -> None:
        """The fields that are asked after this one, as far as they have no value yet."""
        fields = self._offer.fields if self._offer is not None else ()
        after = fields[fields.index(name) + 1 :] if name in fields else ()
        rest = tuple(self._act.choice(field).question.words for field in after if field not in self._listed)
        then = self.query_one("#form-then", Static)
        then.display = bool(rest)
        then.update(" ".join((self.say("Then:"), *map(self.say, rest))))

    async def _ask_to_do(self) -> None:
        """The last question, where no other one said all that will be done."""
        question = Text(self._surely) if self._surely else Text("Shall it be done?")
        holder = await self._put_question(DO_IT, question)
        await self._put_field(holder, DoField(self.say(self._act.name)))

    async def _put_field(self, holder: Vertical, widget: Answered | EffectsField) -> None:
        """Show a field, with what its keys do; from now on it is the one that answers."""
        self.query_one("#form-box", Pane).entitle(self.say(self._act.name), self._keys(widget.HOW))
        await holder.mount(widget)
        self._field = widget
        if widget.can_focus:
            widget.focus()

    async def _ask(self, offer: Offer, name: str) -> None:
        holder = await self._put_question(name, offer.question(name).words)
        domain = offer.domain(name, self._chosen)
        if isinstance(domain, DraftDomain):
            terms = partial(self._terms_of_draft, offer, name)
            navigation.text_editor(self.stage, domain, terms, self._take_draft)
            return
        place = f"{self._act.kind}/{name}"
        unsent, begins = self.desk.unsent.get(place, ""), self._act.beginning(offer.seen, self._chosen)
        asked = Asked(offer.seen, self._act.choice(name), self.say, unsent, self._keeper(place), begins, self._chosen)
        widget = EffectsField(domain, asked) if isinstance(domain, Effects) else field_widget(domain, asked)
        await self._put_field(holder, widget)
        if isinstance(widget, OneField) and (first := self._first_due(name, widget.values)) is not None:
            widget.highlighted = first

    def _keys(self, how: str = "") -> Content:
        """What the keys do with the field that is asked; beside that, Escape leads back."""
        back = pressing(self.say("Escape: back"), "escape")
        return Content.assemble(self.say(how, key=spoken(GIVES)), " · ", back) if how else back

    def _first_due(self, name: str, values: Sequence[Any]) -> int | None:
        """The place of the first value that is still due: a claim without a grade, a text without a stand."""
        due: Collection[str] = ()
        if (self._act, name) == (GradeClaim, "claim"):
            due = [claim.id for claim in self.sight.view.claims if not claim.graded]
        elif (self._act, name) == (TakePosition, "text"):
            due = without_stand(self.game.sight)
        return next((place for place, value in enumerate(values) if value in due), None)

    def _keeper(self, place: str) -> Any:
        unsent = self.desk.unsent
        return lambda words: unsent.__setitem__(place, words)

    def _terms_of_draft(self, offer: Offer, name: str, draft: Draft) -> tuple[Text, ...]:
        """What the act takes with this text as it stands."""
        return offer.act.terms(offer.seen, {**self._chosen, name: draft})

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

    def _rows(self, chosen: Mapping[str, Any]) -> Content:
        """Fields with their values, one a row; of those that nobody was asked, what does nothing is left out."""
        seen = self.sight.seen
        told = [
            (self._act.choice(name).question, value)
            for name, value in chosen.items()
            if name in self._asked or not does_nothing(value)
        ]
        labels = [(asked.words, self.say(asked.label(seen, value, chosen))) for asked, value in told]
        rows = [
            Content.assemble((f"{self.say(words)} ", "$foreground-muted"), label) for words, label in labels if label
        ]
        return Content(" · " if self.has_class("-single") else "\n").join(rows)

    def _submit(self) -> None:
        """Do it, and go back to where the form was opened."""
        unsent, offer = self.desk.unsent, self._offer
        if offer is not None and self.submit(offer.act.filled(self._chosen)):
            for name in offer.fields:
                unsent.pop(f"{self._act.kind}/{name}", None)
        if self.is_current:
            self.dismiss(None)

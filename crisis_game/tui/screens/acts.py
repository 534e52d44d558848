"""All that can be done now, in groups with a heading, and why not what cannot."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from crisis_game.engine.act import Act, Offer
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.machine import offered
from crisis_game.pages.choices import GROUPS
from crisis_game.tui import navigation
from crisis_game.tui.keys import key_on
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.as_written import Option, OptionList
from crisis_game.tui.widgets.head import HeadRow
from crisis_game.tui.widgets.pane import Pane

CLOSED = "closed/"
"""Before the kind of an act that is not possible now."""

TEXT_FIELDS = ("text", "into")
"""Fields that name a text."""


class ActsScreen(GamePage[None]):
    """The menu of acts; of those about one text where it was opened on one.

    Args:
        text: the text it was opened on; None for all acts.
    """

    CSS_PATH = "acts.tcss"
    PAGE = "acts"
    HEADING = "All acts"
    ABOUT = (
        "Everything that your seat can do in this beat. Words and duties are free; initiatives cost attention; means "
        "cost money. What is not possible now stands there with its reason; Enter tells it in full."
    )

    def __init__(self, text: str | None = None) -> None:
        super().__init__()
        self._text = text

    def compose_body(self) -> ComposeResult:
        """The list."""
        title = "What can be done with {text:text}" if self._text else "What can be done now"
        with Pane(self.say(title, text=self._text or ""), id="acts-pane"):
            yield OptionList(id="acts")

    def on_mount(self) -> None:
        """Choose at once."""
        acts = self.query_one(OptionList)
        acts.add_options(self._options())
        listed = key_on("acts", "table")
        here = (due.aim for due in self.game.due if key_on(due.aim, "table") == listed)
        wanted = next((act.kind for act in here if not isinstance(act, str)), None)
        ids = [option.id for option in acts.options]
        if wanted is not None and wanted in ids:
            acts.highlighted = ids.index(wanted)
        else:
            acts.action_first()
        acts.focus()

    @on(OptionList.OptionSelected)
    def open_form(self, event: OptionList.OptionSelected) -> None:
        """The form of the act that was chosen, in place of the menu; of one that is not possible the reason."""
        kind = str(event.option_id)
        if kind.startswith(CLOSED):
            navigation.reason(self.stage, BY_KIND[kind.removeprefix(CLOSED)])
            return
        stage, preset = self.stage, dict.fromkeys(TEXT_FIELDS, self._text) if self._text else {}
        self.dismiss(None)
        navigation.form(stage, BY_KIND[kind], preset)

    def _options(self) -> list[Option]:
        """Group by group: a heading, what is possible, what is not."""
        acts = [act for act in offered(self.sight.seen) if act.group in GROUPS and self._fits(act)]
        options: list[Option] = []
        for group, heading in GROUPS.items():
            members = [act for act in acts if act.group == group]
            if members:
                options.append(HeadRow(self.say(heading)))
                options += [self._option(act) for act in sorted(members, key=self._is_closed)]
        return options

    def _is_closed(self, act: type[Act]) -> bool:
        return act.closed(self.sight.seen) is not None

    def _option(self, act: type[Act]) -> Option:
        name = self.say(act.name)
        refusal = act.closed(self.sight.seen)
        if refusal is not None:
            words = f"✗ {name}: {self.say(refusal.because)}"
            return Option(Content.styled(words, "$foreground-muted"), id=CLOSED + act.kind)
        least = act.least(self.sight.seen)
        words = "from {n} attention" if act.hangs_on else "{n} attention"
        cost = Content.styled("  " + self.say(words, n=least), "$warning") if least else Content("")
        meaning = Content.styled(f"\n  {self.say(act.does)}", "$foreground-muted")
        return Option(Content.assemble((name, "bold"), cost, meaning), id=act.kind)

    def _fits(self, act: type[Act]) -> bool:
        """Whether an act can be about the text on which the menu was opened."""
        if self._text is None:
            return True
        if act.closed(self.sight.seen) is not None or not act.choices:
            return False
        first = act.choices[0].name
        if first in TEXT_FIELDS:
            return Offer(act, self.sight.seen).domain(first, {}).admits(self._text)
        return any(field.name in TEXT_FIELDS for field in act.choices)

"""The history of one gauge as this seat may know it: its curve, its rounds, and what moved it in each."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Click

from crisis_game.pages.charts.gauges import seen_gauge
from crisis_game.pages.charts.model import GaugeChart, GaugeStep
from crisis_game.texts import Value
from crisis_game.tui.keys import bindings
from crisis_game.tui.screens.base import GamePage
from crisis_game.tui.widgets.as_written import Option, OptionList, Static
from crisis_game.tui.widgets.chart import ChartView
from crisis_game.tui.widgets.chart_cells import Cells, gauge_cells, point_at
from crisis_game.tui.widgets.gauge_tab import GaugeTab
from crisis_game.tui.widgets.lines import Item, Line, Lines
from crisis_game.tui.widgets.pane import Pane

KEPT = "gauges"
"""Under this name the desk keeps the gauge that was looked at last."""
RISING = {"good": "Higher is better.", "bad": "Higher is worse."}


class GaugesScreen(GamePage[None]):
    """One gauge at a time, round by round."""

    CSS_PATH = "gauges.tcss"
    PAGE = "gauges"
    HEADING = "What moved the gauges"
    ABOUT = (
        "Left and right turn to another gauge. Up and down, or a click on the curve, pick a round; below stands what "
        "moved the gauge in that round, and by how much. ▲ is up, ▼ down, ● unchanged; Page up and Page down scroll "
        "the causes. Of some only an estimate is known before the debrief, without causes. Escape leads back."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("gauges")

    def __init__(self, gauge: str = "") -> None:
        super().__init__()
        self._wanted = gauge
        self._charts: tuple[GaugeChart, ...] = ()

    def compose_body(self) -> ComposeResult:
        """The names, the curve, the rounds, the causes."""
        lines = self.sight.view.gauges
        with Horizontal(id="gauge-names"):
            for place, line in enumerate(lines):
                name = self.say(line.name)
                room = max(6, self.app.size.width // max(1, len(lines)) - 2)
                yield GaugeTab(name if len(name) <= room else f"{name[: room - 1]}…", place)
        yield Static(id="gauge-about")
        yield ChartView()
        with Horizontal(id="gauge-below"):
            with Pane(self.say("Round by round"), id="rounds-pane"):
                yield OptionList(id="gauge-rounds")
            with Pane(id="gauge-why"):
                yield Lines("gauge-causes")

    def on_mount(self) -> None:
        """Pick a round at once."""
        self.query_one("#gauge-rounds").focus()

    def draw(self) -> None:
        """Read what is known, and show the gauge that was wanted."""
        heard = [event for entry in self.game.session.own_log(self.game.seat) for event in entry.events]
        seen, view = self.sight.seen, self.sight.view
        blur = seen.numbers.deterrence_blur
        self._charts = tuple(seen_gauge(gauge, heard, seen.round, blur) for gauge in view.gauges)
        self._turn_to(self._wanted or self.desk.selected.get(KEPT, ""))

    def action_turn(self, by: int) -> None:
        """Turn to another gauge."""
        if self._charts:
            place = (self._charts.index(self._shown) + by) % len(self._charts)
            self._turn_to(self._charts[place].id)

    def action_scroll_why(self, by: int) -> None:
        """Scroll the causes, where there are more of them than fit."""
        self.query_one("#gauge-why").scroll_relative(y=4 * by, animate=False)

    def on_click(self, event: Click) -> None:
        """A click on a name turns to its gauge."""
        if isinstance(event.widget, GaugeTab):
            self._turn_to(self._charts[event.widget.place].id)

    @on(ChartView.Pointed)
    def point(self, event: ChartView.Pointed) -> None:
        """A click on the curve picks the nearest round."""
        count = len(self._shown.steps)
        if count:
            rounds = self.query_one("#gauge-rounds", OptionList)
            rounds.highlighted = max(0, point_at(event.column, event.columns, count + 1) - 1)
            rounds.focus()

    @on(OptionList.OptionHighlighted, "#gauge-rounds")
    def pick(self, event: OptionList.OptionHighlighted) -> None:
        """Show what moved it in the round that is picked."""
        chart = self._shown
        if event.option_index < len(chart.steps):
            self._curve(event.option_index + 1)
            step, why = chart.steps[event.option_index], self.query_one("#gauge-why", Pane)
            values: dict[str, Value] = {"round": step.round, "before": step.before, "after": step.after}
            why.entitle(self.say("What moved it in round {round}, from {before} to {after}", **values))
            why.scroll_home(animate=False)
            self.query_one("#gauge-causes", Lines).show(self._causes(chart, step))

    # ----------------------------------------------------------------------------------------------------------------

    @property
    def _shown(self) -> GaugeChart:
        return next((chart for chart in self._charts if chart.id == self._wanted), self._charts[0])

    def _turn_to(self, gauge: str) -> None:
        if not self._charts:
            self.query_one("#gauge-about", Static).update(self.say("There is no gauge that you may see."))
            return
        self._wanted = gauge if any(chart.id == gauge for chart in self._charts) else self._charts[0].id
        chart = self._shown
        self.desk.selected[KEPT] = chart.id
        for tab in self.query(GaugeTab):
            tab.set_class(self._charts[tab.place] is chart, "here")
        self.query_one("#gauge-about", Static).update(self._about(chart))
        rounds = self.query_one("#gauge-rounds", OptionList)
        rounds.clear_options()
        rounds.add_options(Option(self._row(step)) for step in chart.steps)
        self._curve(len(chart.steps))
        rounds.highlighted = len(chart.steps) - 1 if chart.steps else None

    def _curve(self, picked: int) -> None:
        chart = self._shown

        def make(columns: int, rows: int, plain: bool) -> Cells:
            return gauge_cells(chart, columns, rows, picked, plain=plain)

        self.query_one(ChartView).show(make)

    def _about(self, chart: GaugeChart) -> Content:
        line = next(gauge for gauge in self.sight.view.gauges if gauge.id == chart.id)
        known = self.say("An estimate, up to {n} off.", n=chart.blur) if chart.blur else ""
        rising = self.say(RISING[chart.rising_is]) if chart.rising_is in RISING else ""
        return Content.assemble(
            (f"{self.say(line.name)}: ", "bold"),
            self.say(line.meaning),
            (f" {rising} {known}".rstrip(), "$foreground-muted"),
        )

    def _row(self, step: GaugeStep) -> Content:
        sign = "▲" if step.change > 0 else "▼" if step.change < 0 else "●"
        moved = self.say("{n:signed}", n=step.change) if step.change else self.say("unchanged")
        values = f"{step.before:>4} → {step.after:<4}"
        return Content.assemble((f"{sign} ", "$accent"), self.say("Round {n}", n=step.round), values, (moved, "bold"))

    def _causes(self, chart: GaugeChart, step: GaugeStep) -> list[Line]:
        lines: list[Line] = []
        if chart.blur:
            lines.append(self.say("What moved it is told in the debrief; until then only an estimate is known."))
        elif not step.causes:
            lines.append(self.say("Nothing moved it in this round."))
        for cause in step.causes:
            mark = Content.assemble(("▲" if cause.amount > 0 else "▼", "$accent"), f" {cause.amount:<+4d}")
            lines.append(Item(self.say(cause.why), mark, 0))
        return lines

"""Where colours are taken away, gutter, signs and bold words still say where one is and what is good or bad."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.style import Style
from textual.pilot import Pilot

from crisis_game.law.finding import Verdict
from crisis_game.pages.parts import Line, Tone, run
from crisis_game.texts import Text
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.contrast import readable
from crisis_game.tui.rendering import content
from crisis_game.tui.theme import CONTRAST
from crisis_game.tui.tone_styles import STYLES
from crisis_game.tui.widgets.as_written import Static
from tests.tui.stage import act, painted

JUDGED: tuple[Tone | Verdict, ...] = ("good", "warning", "bad", "lawful", "contested", "unlawful", "insufficient-facts")
"""What is good, open or bad, and the verdicts."""


def styles(app: CrisisApp, words: str) -> Iterator[Style]:
    """The style of each run on the screen that is made of these words."""
    for strip in painted(app):
        yield from (style for text, style, _ in strip if text.strip() == words and style is not None)


def test_what_is_judged_is_as_bright_as_ink_and_bold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        tones: tuple[Tone | Verdict, ...] = ("plain", *JUDGED)
        for tone in tones:
            words = content(Line((run("as {tone}", tone, tone=Text(tone)),)), app.wording)
            await app.screen.mount(Static(words), before=0)
        await pilot.pause()
        (ink,) = styles(app, "as plain")
        for tone in JUDGED:
            (judged,) = styles(app, f"as {tone}")
            assert (judged.color, judged.bold) == (ink.color, True), tone

    act(play)


def test_asides_are_white_in_high_contrast() -> None:
    assert readable(CONTRAST).to_color_system().generate()["foreground-muted"].lower() == "#ffffff"


def test_every_tone_that_judges_is_bold() -> None:
    assert all("bold" in STYLES[tone] for tone in JUDGED)

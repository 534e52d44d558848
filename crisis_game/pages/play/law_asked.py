"""What the law will ask of a text: questions alone, read off what its measures are; no answer, and nothing of a case.

The answers come from counsel, who is asked after one's own opinion. So the questions are the same for every seat, and
whatever the facts are.
"""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.engine.seen import Seen
from crisis_game.pages.parts import Line, Part, item, line, run
from crisis_game.pages.play.text_page import listed
from crisis_game.scenario.draft import Draft, MeasureLine
from crisis_game.texts import Text

LITTLE = Text("little: words and help break no duty of ours")
"""What is asked of a text that does nothing which could break one."""


def law_asked(seen: Seen, draft: Draft) -> Iterator[Part]:
    """The questions under their heading, and the way to their answers; nothing for a text without measures."""
    questions = tuple(law_questions(seen, draft))
    if questions:
        yield from listed(Text("The law will ask"), iter(questions))
        yield line(run("Say what you think first; then counsel answers.", "aside"))


def law_questions(seen: Seen, draft: Draft) -> Iterator[Line]:
    """A line for each measure of which something is asked; one line where nothing is."""
    asking = [line for line in draft.lines if _asked(seen, line) is not None]
    for measure in asking:
        asked = _asked(seen, measure)
        if asked is not None:
            name = run("{measure:measure}: ", "strong", measure=measure.measure)
            yield item(name, asked, mark="□")
    if draft.lines and not asking:
        yield item(LITTLE, mark="□")


def _asked(seen: Seen, line: MeasureLine) -> Text | None:
    """What is asked of one measure."""
    measure = seen.measure(line.measure)
    values = {"state": line.target or "", "consent": measure.needs or ""}
    if measure.uses_force:
        return Text("may force be used at all, and how may it be used?")
    if measure.duty_owed and line.target:
        return Text("is a duty to {state:state} broken, and may it be?", values)
    if measure.use_of_force != "none":
        return Text("is that a threat of force?")
    if measure.needs:
        return Text("is there leave: {consent:consent}?", values)
    if measure.kind == "economic" and line.target:
        return Text("may states that were not wronged do it?")
    return None

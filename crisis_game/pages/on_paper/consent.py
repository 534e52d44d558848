"""The consent card: what is kept of whom, where and how long, and whether words may go into a file for research.

Its sentences on what is kept are those of docs/classroom.md; a test holds the two together.
"""

from __future__ import annotations

from crisis_game.pages.on_paper.blanks import dots
from crisis_game.pages.parts import Heading, Page, Part, item, line, quiet, run
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Text

KEPT = (
    Text("The exercise is kept with all that you do and every word that you type: votes, reasons, letters, notes."),
    Text("A file beside it holds your name, your seat, and your id and e-mail where the class list has them."),
    Text("Both lie in one folder on the host's computer. Nothing is sent anywhere else."),
    Text("They are kept until the folder is deleted. Names can be taken out before that; what was typed stays."),
    Text("The report for the class tells what each seat did. A page on you, with your grade, goes to you alone."),
)
"""What is kept, of whom, where, how long, and who reads it."""

RESEARCH = (
    Text("Where a file for research is made of this class, it holds what each person did, under a pseudonym."),
    Text("Words that you typed go into it only with your yes."),
    Text("A pseudonym is no anonymity: whoever sat in the room may know you again by what you did."),
)


def consent_pages(scenario: Scenario) -> tuple[Page, ...]:
    """One card, half a page, to be copied for each person."""
    parts: tuple[Part, ...] = (
        line(scenario.title),
        Heading(Text("What is kept"), 2),
        *(item(sentence) for sentence in KEPT),
        line(run("This class's folder is deleted on"), dots(24), run("  Ask"), dots(30)),
        Heading(Text("Research"), 2),
        *(item(sentence) for sentence in RESEARCH),
        line(run("May what I typed go into it?     ☐ yes     ☐ no", "strong")),
        quiet("Your answer changes neither your part nor your grade. You can take it back until the file is made."),
        line(run("Name"), dots(30), run("  Date"), dots(13), run("  Signature"), dots(28)),
        quiet("For the instructor: a yes goes into the column consent of the class list; all else there is no."),
    )
    return (Page("consent", Text("What is kept of you, and what you allow"), parts),)

"""A whole game of First Watch in lines, from the brief to the debrief: what docs/plain-transcript.md shows.

`UPDATE_TRANSCRIPT=1 pytest tests/plain/test_transcript.py` writes the page anew; read what has changed.
"""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

from crisis_game.exercise.session_opening import begin, read
from crisis_game.plain.console import WIDTH, Console
from crisis_game.plain.game import run
from crisis_game.texts import Wording

PAGE = Path(__file__).parents[2] / "docs" / "plain-transcript.md"
SEED = 7

ANSWERS = (
    # SITUATION
    "?", "Grade a claim", "Korrin's own service", "suspected",
    "Look something up", "How things stand", "The map in words",
    "Grade a claim", "The attack came out of Korrin", "established",
    "Ready",
    # TABLE
    "Listen",
    "Everything", "Alarm and help", "Request consultation", "Request consultation",
    "Everything", "What we know", "Share what we know", "all",
    "Everything", "Talk", "Ask where a member stands", "Dunmore", "The cold shoulder",
    "Make a move", "Co-sponsor a text", "The cold shoulder",
    "Everything", "Texts on the table", "Give our opinion", "lawful", "70",
    "Ready",
    # ORDERS
    "Vote", "The cold shoulder", "yes", "no",
    "Vote", "the chair's text", "abstain",
    "Deliver", "in full",
    "Everything", "Orders", "Report to the Security Council", "The attack came out of Korrin", "established",
    "Ready",
    # The debrief
    "More", "Aldermark", "More", "Default grades", "0",
    "Rulings", "r1, Cyber defence team", "How the judge came", "Decision rule", "Look it up", "0", "0", "0", "0", "0",
    "Legitimacy", "0",
    "0",
)  # fmt: skip
"""What is chosen, by its words; what is written stands here as it is typed."""


class Chooser:
    """Answers each question with the number of the choice that begins with the next words."""

    def __init__(self, answers: tuple[str, ...], said: io.StringIO) -> None:
        self._left = list(answers)
        self._said = said
        self._read = 0

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        """The next answer; the end of the input after the last."""
        asked = self._said.getvalue()[self._read :]
        if not self._left:
            return ""
        wanted = self._left.pop(0)
        numbers = re.findall(rf"^ *(\d+)  {re.escape(wanted)}", asked, re.MULTILINE) if wanted else []
        if numbers:
            self._read = len(self._said.getvalue())
        return f"{numbers[-1] if numbers else wanted}\n"


def play(folder: Path) -> str:
    """The game as it is read out."""
    said = io.StringIO()
    scenario, files = read("first-watch")
    session = begin(scenario, files, {"ALD": "person"}, SEED, folder / "transcript.crisis")
    run(session, "en", Console(Wording("en"), Chooser(ANSWERS, said), said))
    if session.save is not None:
        session.save.close()
    return RECEIPT.sub(r"\1 ABCD-EFGH-JKLM", said.getvalue())


RECEIPT = re.compile(r"(Receipt code of this game:) \S+")
"""It names one save, and no other has it."""

HEAD = """# A whole game in lines

`crisis-game play first-watch --plain`, as it is read out: every line that begins with `>` is what the player types. The
same words serve a screen reader, a pipe and a plain terminal. What is shown here is played anew by a test.

```text
"""


def test_the_page_shows_what_is_read_out(tmp_path: Path) -> None:
    page = HEAD + "\n".join(line.rstrip() for line in play(tmp_path).strip().splitlines()) + "\n```\n"
    if os.environ.get("UPDATE_TRANSCRIPT"):
        PAGE.write_text(page, encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page


def test_the_game_goes_to_the_end_of_the_debrief_in_short_lines_without_ids(tmp_path: Path) -> None:
    said = play(tmp_path)

    assert "== First page ==" in said
    assert said.rstrip().splitlines()[-1] == "> 0"
    assert "Answer with a number" not in said
    assert max(map(len, said.splitlines())) <= WIDTH
    assert not re.search(r"\b(?:bre|dun|cas|ald|chair)-1\b", said)

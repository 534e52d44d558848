"""Acts one below the other, a row each: round, what, who, the words of the law on resort and conduct, and one more."""

from __future__ import annotations

from crisis_game.law.finding import Judgement
from crisis_game.law.ruling import MANNERS
from crisis_game.law.ruling_model import SERIOUSNESS, WORDS
from crisis_game.pages.parts import NOTHING, Line, Run, Tone, line, run
from crisis_game.pages.verdicts import SIGNS
from crisis_game.texts import Prose, Text, counted

ROUND, NAME, WHO, RESORT, CONDUCT = 3, 20, 13, 13, 11
"""Letters of the columns; what comes last takes the rest of a line."""

GAP = run("  ")


def head_of_rows(last: Text | Prose) -> Line:
    """What stands in the columns; `last` names the last."""
    names = (
        (NOTHING.words, ROUND),
        (Text("act"), NAME),
        (Text("who"), WHO),
        (Text("resort"), RESORT),
        (Text("conduct"), CONDUCT),
    )
    return _row(*(Run(name, "heading", width=width) for name, width in names), Run(last, "heading"))


def row_of_act(
    round_: int, name: Text, who: tuple[str, ...], law: tuple[Run, Run], last: Run, tone: Tone = "strong"
) -> Line:
    """One act; `law` is what stands in the two columns of the law."""
    resort, conduct = law
    return _row(
        Run(Text("r{n}", {"n": round_}), "quiet", width=ROUND),
        Run(name, tone, width=NAME),
        Run(_names(who), width=WHO),
        Run(resort.words, resort.tone, resort.sign, RESORT),
        Run(conduct.words, conduct.tone, conduct.sign, CONDUCT),
        last,
    )


def law_of_act(judgement: Judgement) -> tuple[Run, Run]:
    """The words on resort and conduct; without force one word, and that there was none."""
    resort = judgement.resort or judgement.legality
    return Run(Text(WORDS[resort]), resort, SIGNS[resort]), _conduct(judgement)


def law_of_omission(judgement: Judgement) -> tuple[Run, Run]:
    """The word on what was left undone."""
    return law_of_act(judgement)[0], run("omission", "quiet")


def law_waiting(questions: int) -> tuple[Run, Run]:
    """How much of the law is open while rulings wait for the end."""
    if not questions:
        return run("nothing open", "quiet"), NOTHING
    return Run(counted("{n} question", "{n} questions", questions), "contested", SIGNS["contested"]), NOTHING


def _conduct(judgement: Judgement) -> Run:
    manner = judgement.manner
    if judgement.resort is None:
        return run("no force", "quiet")
    if manner is None:
        return run("not in play", "quiet")
    words = SERIOUSNESS[judgement.manner_severity or "procedural"] if manner == "unlawful" else MANNERS[manner]
    return Run(Text(words), manner, SIGNS[manner])


def _names(who: tuple[str, ...]) -> Text:
    """One by name, several as short as there is room for."""
    return Text("{seats:state}", {"seats": who}) if len(who) == 1 else Text("{seats:short}", {"seats": who})


def _row(first: Run, *cells: Run) -> Line:
    return line(first, *(run for cell in cells for run in (GAP, cell)))

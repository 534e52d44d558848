"""Where the facilitator finds otherwise than the judge: the acts to choose from, and how it is told with a ruling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from crisis_game.assessment.judged_acts import JudgedAct
from crisis_game.assessment.model import Overruling
from crisis_game.engine.acts.facilitator import OverruleFinding
from crisis_game.law.finding import Finding
from crisis_game.law.names_of_law import rule_verdict as verdict_words
from crisis_game.law.order import RULES
from crisis_game.pages.parts import Line, Page, Part, Run, item, line, quiet, run
from crisis_game.pages.rulings import words_of_act
from crisis_game.pages.verdicts import rule_verdict
from crisis_game.texts import Text


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding on an act.

    Attributes:
        command: the act by which it is overruled; its verdict and its reason are asked for.
        line: the rule, what the judge says, and what the facilitator set beside it.
    """

    command: OverruleFinding
    line: Line

    @property
    def key(self) -> str:
        """Stable, with no sign in it that a page's anchors lack."""
        return f"finding-{self.command.finding.replace('/', '-').replace(':', '-')}"


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act with its findings; `title` is what was done, `words` the judge's on it."""

    title: Line
    words: Line
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class OverrulingDesk:
    """All acts that were judged in a council, newest first."""

    acts: tuple[ActRow, ...]

    @property
    def page(self) -> Page:
        """To be read from above to below; each row can be overruled."""
        return Page("overrule", RULINGS, tuple(self._parts()))

    @property
    def rows(self) -> tuple[FindingRow, ...]:
        """The findings of all acts."""
        return tuple(row for act in self.acts for row in act.rows)

    def _parts(self) -> Iterator[Part]:
        for act in self.acts:
            yield act.title
            yield act.words
            yield from (row.line for row in act.rows)
        if not self.acts:
            yield NOTHING_JUDGED


RULINGS = Text("Rulings, to overrule")
NOTHING_JUDGED = quiet("No act of legal weight is on record yet.")
ABOUT = quiet(
    "Each act on what its actor knew. What you find stands beside the judge's finding, with your reason, "
    "wherever the ruling is told: in the debrief, and in play where rulings are told each round."
)
OVERRULE = Text("Find otherwise")


def overruling_desk(acts: Iterable[JudgedAct]) -> OverrulingDesk:
    """The acts, with their findings."""
    return OverrulingDesk(tuple(map(_act, acts)))


def _act(act: JudgedAct) -> ActRow:
    who = run("  {seats:state}, round {n}", "quiet", seats=act.participants, n=act.round)
    rows = (_row(finding, act.overruled.get(finding.rule)) for finding in act.findings)
    return ActRow(line(Run(act.title, "strong"), who), line(*words_of_act(act.tree.judgement)), tuple(rows))


def _row(finding: Finding, overruled: Overruling | None) -> FindingRow:
    return FindingRow(OverruleFinding(finding.id, "contested", ""), _finding(finding, overruled))


def _finding(finding: Finding, overruled: Overruling | None) -> Line:
    runs = [
        run("{rule}: ", rule=RULES[finding.rule].name),
        rule_verdict(finding.rule, finding.verdict, finding.severity),
    ]
    if overruled is not None:
        runs += [run("  you find: ", "quiet"), rule_verdict(finding.rule, overruled.verdict)]
        runs.append(run(" “{reason}”", "aside", reason=overruled.reason))
    return item(*runs)


# Told with a ruling -------------------------------------------------------------------------------------------------


def otherwise(overruled: Mapping[str, Overruling]) -> Iterator[Line]:
    """What the facilitator finds otherwise of an act, rule by rule."""
    for rule, other in overruled.items():
        sentence = "The facilitator finds otherwise. {rule}: {verdict}, because: {reason}"
        verdict = verdict_words(rule, other.verdict)
        yield line(run(sentence, "headline", rule=RULES[rule].name, verdict=verdict, reason=other.reason))

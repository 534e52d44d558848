"""The tables of the page for instructors, made from the rules and facts themselves."""

from __future__ import annotations

from collections.abc import Iterator

from crisis_game.law.indicators import INDICATORS, Indicator
from crisis_game.law.legitimacy import DIMENSIONS
from crisis_game.law.order import RULES, SPEAKERS
from crisis_game.law.rule import Rule
from crisis_game.law.vocabulary import FACTS


def rules_table() -> str:
    """All rules in the order in which they are read."""
    head = "| rule | asks | question | layer | status | breach | stands in |\n|---|---|---|---|---|---|---|"
    return "\n".join((head, *(_rule(rule) for rule in RULES.values())))


def _rule(rule: Rule) -> str:
    sources = "; ".join(source.cite for source in rule.sources)
    cells = (
        f"`{rule.id}`",
        rule.asks.msgid,
        rule.question,
        rule.layer,
        rule.status,
        rule.severity or "requirement",
        sources,
    )
    return f"| {' | '.join(cells)} |"


def questions_table() -> str:
    """Which rules answer which question; the first one that applies speaks."""
    head = "| question | answered by |\n|---|---|"
    rows = (f"| {question} | {', then '.join(f'`{rule}`' for rule in rules)} |" for question, rules in SPEAKERS.items())
    return "\n".join((head, *rows))


def facts_table() -> str:
    """All facts with their values."""
    return "\n".join(("| fact | values | says |\n|---|---|---|", *_facts()))


def _facts() -> Iterator[str]:
    for fact in FACTS.values():
        kinds = {"count": "a whole number", "name": "free words"}
        values = kinds.get(fact.kind, ", ".join(fact.values))
        marks = [mark for mark, holds in (("personal", fact.personal), ("semi-verdict", fact.semi_verdict)) if holds]
        says = fact.meaning.msgid + (f" ({', '.join(marks)})" if marks else "")
        yield f"| `{fact.name}` | {values} | {says} |"


def indicators_table() -> str:
    """The indicators of legitimacy with their anchors and weights, and the weights of the dimensions below."""
    head = (
        "| indicator | dimension | asks | 0 | 2 | 4 | weight | for members, region, world | literature |\n"
        "|---|---|---|---|---|---|---|---|---|"
    )
    weights = ", ".join(f"{name} {weight} %" for name, weight in DIMENSIONS.items())
    rows = "\n".join((head, *(_indicator(indicator) for indicator in INDICATORS)))
    return f"{rows}\n\nWeights of the dimensions: {weights}."


def _indicator(indicator: Indicator) -> str:
    anchors = (anchor.msgid for anchor in indicator.anchors)
    heard = ", ".join(str(times) for times in indicator.audiences)
    cells = (
        indicator.name.msgid,
        indicator.dimension,
        indicator.asks.msgid,
        *anchors,
        f"{indicator.weight} %",
        heard,
        indicator.literature,
    )
    return f"| {' | '.join(cells)} |"

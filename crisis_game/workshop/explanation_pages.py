"""The pages of `docs/problems`, one a code, and the same words for a terminal: written from the code, never by hand."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import wrap

from crisis_game.scenario.reading.explanation_examples import try_wrong
from crisis_game.scenario.reading.explanations import FAMILIES, Explanation, explanations
from crisis_game.scenario.reading.problem_lines import lines_of
from crisis_game.texts import Wording
from crisis_game.workshop.trials import trial_problems

_WIDTH = 79
_LONGEST = 200
"""Characters of a line that are shown; the file of an example that is too large has one of sixteen million."""


def pages() -> Mapping[str, str]:
    """The pages by file name, in Markdown."""
    return {"README.md": _index(), **{f"{code}.md": _page(explanation) for code, explanation in explanations().items()}}


def spoken(explanation: Explanation) -> str:
    """An explanation for a terminal."""
    example = explanation.example
    kind = "a warning: the scenario can be played" if explanation.is_warning else "an error: it must be mended"
    lines = [f"{explanation.code}  {explanation.what}", f"({kind})", "", *_filled(explanation.why), ""]
    lines += _filled(f"To mend: {explanation.mend}")
    wrong = ["Wrong:", *_indented(example.wrong), "", "What check says:", *_indented("\n".join(_answer(explanation)))]
    right = ["Right:", *_indented(example.right)]
    return "\n".join([*lines, "", *wrong, "", *right])


def listing() -> str:
    """All codes with their sentences, by family."""
    lines: list[str] = []
    for family, heading in FAMILIES.items():
        lines += [heading, *(f"  {explanation.code}  {explanation.what}" for explanation in _of(family)), ""]
    return "\n".join([*lines, "crisis-game explain CODE explains one, with a wrong and a right example."])


def _index() -> str:
    lines = [
        "# Problems",
        "",
        "What `crisis-game check` can tell, one page a code. In the terminal `crisis-game explain CODE` says the same.",
        "Codes with E are errors: the scenario cannot be used until they are mended. Codes with W are warnings.",
        "",
        "<!-- Written from the code by UPDATE_PAGES=1 pytest tests/workshop/test_explanations.py; do not edit. -->",
    ]
    for family, heading in FAMILIES.items():
        lines += ["", f"## {heading}", "", "| code | what |", "|---|---|"]
        lines += [
            f"| [{explanation.code}]({explanation.code}.md) | {explanation.what} |" for explanation in _of(family)
        ]
    return "\n".join([*lines, ""])


def _of(family: str) -> list[Explanation]:
    return [explanation for explanation in explanations().values() if explanation.family == family]


def _page(explanation: Explanation) -> str:
    kind = (
        "A warning: the scenario can be played all the same."
        if explanation.is_warning
        else "An error: it must be mended."
    )
    return "\n".join(
        [
            f"# {explanation.code}: {explanation.what}",
            "",
            f"{kind} Family: {FAMILIES[explanation.family]}. [All codes](README.md)",
            "",
            f"**Why it matters.** {explanation.why}",
            "",
            f"**How to mend it.** {explanation.mend}",
            "",
            "Wrong:",
            "",
            *_fenced("yaml", explanation.example.wrong),
            "",
            "What `check` says:",
            "",
            *_fenced("text", "\n".join(_answer(explanation))),
            "",
            "Right:",
            "",
            *_fenced("yaml", explanation.example.right),
            "",
        ]
    )


def _answer(explanation: Explanation) -> list[str]:
    """What the check says of the wrong example, without what follows from it, in lines that a page can hold."""
    tried = try_wrong(explanation.example, trial_problems)
    return [line[:_LONGEST].rstrip() for line in lines_of(tried.problems[0], tried.documents, Wording())]


def _fenced(language: str, words: str) -> list[str]:
    return [f"```{language}", *words.rstrip("\n").splitlines(), "```"]


def _filled(words: str) -> list[str]:
    return wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _indented(words: str) -> list[str]:
    return [f"  {line}".rstrip() for line in words.rstrip("\n").splitlines()]

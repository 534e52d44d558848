"""Problems of authors' files: those that a check found, and what each code means, with an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crisis_game.pages.parts import Heading, Page, Part, Sample, Table, coded, line, quiet, verbatim
from crisis_game.scenario.reading.check_file import Checked
from crisis_game.scenario.reading.explanation_examples import try_wrong
from crisis_game.scenario.reading.explanations import FAMILIES, Explanation, explanations
from crisis_game.scenario.reading.problem_lines import lines_of
from crisis_game.texts import Text, Value, Wording, counted
from crisis_game.workshop.idle_game import problems_in_play

_LONGEST = 200
"""Characters of a line that are shown; the file of an example that is too large has one of sixteen million."""


def problems_page(checked: Sequence[Checked], wording: Wording) -> Page:
    """Each problem with its place and remedy, how many each file has, and where more is said of a code.

    All of it stands as it is, so that a place is never broken: editors read it.
    """
    parts: list[Part] = []
    rows: list[str] = []
    for file in checked:
        for problem in file.problems:
            parts.append(Sample((*rows, *lines_of(problem, file.documents, wording))))
            rows = []
        rows.append(wording.say(_count(file)))
        rows += (wording.say(note) for note in _notes(file))
    first = next((problem.code for file in checked for problem in file.problems), None)
    if first is not None:
        hint = Text("crisis-game explain {code} says more of a code, with an example.", {"code": first})
        rows.append(wording.say(hint))
    return Page("problems", Text("Problems"), (*parts, Sample(tuple(rows))) if rows else ())


def explanation_page(explanation: Explanation) -> Page:
    """What a code means, why it matters, how to mend it, and an example that really runs."""
    title = Text("{code}: {what}", {"code": explanation.code, "what": explanation.what})
    return Page(explanation.code, title, tuple(_explained(explanation)))


def codes_page() -> Page:
    """All codes with their sentences, by family."""
    return Page("codes", Text("Problems"), tuple(_codes()))


def _count(checked: Checked) -> Text:
    errors = len(checked.errors)
    warnings = len(checked.problems) - errors
    counts = [counted("{n} error", "{n} errors", errors)] if errors else []
    counts += [counted("{n} warning", "{n} warnings", warnings)] if warnings else []
    if not counts:
        return Text("{file}: no problems", {"file": checked.name})
    if len(counts) == 1:
        return Text("{file}: {count}", {"file": checked.name, "count": counts[0]})
    values: dict[str, Value] = {"file": checked.name, "errors": counts[0], "warnings": counts[1]}
    return Text("{file}: {errors}, {warnings}", values)


def _notes(checked: Checked) -> Iterator[Text]:
    """What the author has noted in comments as still to be done, each with its place."""
    notes = checked.notes
    if notes:
        yield counted("{n} note to do:", "{n} notes to do:", len(notes))
    for note in notes:
        values: dict[str, Value] = {"file": note.file, "line": note.line, "words": note.words or "-"}
        yield Text("  {file}:{line}: {words}", values)


def _explained(explanation: Explanation) -> Iterator[Part]:
    if explanation.is_warning:
        yield quiet("A warning: the scenario can be played all the same.")
    else:
        yield quiet("An error: it must be mended.")
    yield coded(explanation.why)
    yield Heading(Text("To mend it"))
    yield coded(explanation.mend)
    yield Heading(Text("Wrong"))
    yield Sample(_lines(explanation.example.wrong), "yaml")
    yield Heading(Text("What check says"))
    tried = try_wrong(explanation.example, problems_in_play)
    answer = lines_of(tried.problems[0], tried.documents, Wording())
    yield Sample(tuple(row[:_LONGEST].rstrip() for row in answer))
    yield Heading(Text("Right"))
    yield Sample(_lines(explanation.example.right), "yaml")


def _codes() -> Iterator[Part]:
    yield line(Text("What a check can tell. crisis-game explain CODE explains one, with a wrong and a right example."))
    yield line(
        Text("Codes with E are errors: the scenario cannot be used until they are mended. Codes with W are warnings.")
    )
    for family, heading in FAMILIES.items():
        codes = [explanation for explanation in explanations().values() if explanation.family == family]
        yield Heading(verbatim(heading))
        yield Table(
            (Text("code"), Text("what")),
            tuple((verbatim(explanation.code), verbatim(explanation.what)) for explanation in codes),
        )


def _lines(words: str) -> tuple[str, ...]:
    return tuple(words.rstrip("\n").splitlines())

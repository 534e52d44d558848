"""`cases [ID]`: the casebook as a list, or one act with the judge's answers beside the record."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from crisis_game.cli.refusals import WrongUseError
from crisis_game.documents import nearest
from crisis_game.law.casebook import Act, Comparison, UnknownCaseError, case, compare, ids, library
from crisis_game.law.casebook.agreement import masked_loss
from crisis_game.texts import Wording, json_of


def register(subparsers: Any) -> None:
    """Add the verb `cases`."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "cases",
        description="The casebook: real acts, the verdicts on record, and what the judge says of them.",
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="show this act")
    parser.add_argument("--agreement", action="store_true", help="how often the judge and the record agree")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="form of the answer")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List all acts or show one.

    Raises:
        WrongUseError: if there is no such act.
    """
    wording = Wording(arguments.lang or "en")
    if arguments.agreement:
        print("\n".join(_agreement()))
        return 0
    if arguments.id is None:
        acts = library()
        print(json_of([_listed(act) for act in acts], indent=2) if _is_json(arguments) else _list(acts))
        return 0
    act = _case(arguments.id)
    if _is_json(arguments):
        print(json_of(_plain(compare(act)), indent=2))
        return 0
    from crisis_game.pages.library.cases import full_page
    from crisis_game.paper.plain_text import text

    page = full_page(act)
    print(text(page.title, (page,), wording), end="")
    return 0


def _is_json(arguments: argparse.Namespace) -> bool:
    return bool(arguments.format == "json")


def _case(id_: str) -> Act:
    try:
        return case(id_)
    except UnknownCaseError:
        near = nearest(id_, ids())
        hint = f"did you mean {near}?" if near else "crisis-game cases lists all"
        raise WrongUseError(f"the casebook has no act {id_}; {hint}") from None


def _listed(act: Act) -> dict[str, Any]:
    record = act.on_record
    return {
        "id": act.id,
        "title": act.title,
        "year": act.year,
        "actors": list(act.actors),
        "organisation": act.organisation,
        "legality": record.legality,
        "legitimacy": record.legitimacy,
    }


def _list(acts: tuple[Act, ...]) -> str:
    width = max(len(act.id) for act in acts)
    return "\n".join(f"{act.id:{width}}  {act.on_record.legality:9}  {act.title}" for act in acts)


def _plain(compared: Comparison) -> dict[str, Any]:
    act, record = compared.act, compared.act.on_record
    return {
        **_listed(act),
        "summary": act.summary,
        "lesson": act.lesson,
        "facts": dict(act.facts),
        "record": dict(act.record),
        "also_acceptable": list(record.also_acceptable),
        "legitimacy_also_acceptable": list(record.legitimacy_also_acceptable),
        "questions": dict(record.questions),
        "sources": list(act.sources),
        "disagreement": act.disagreement,
        "judged": {
            "legality": compared.judgement.legality,
            "legitimacy": compared.profile.band,
            "questions": {question.question: question.judged for question in compared.questions},
        },
    }


def _agreement() -> Iterator[str]:
    full, masked = masked_loss(library())
    for name, agreement in (("all facts", full), ("semi-verdicts withheld", masked)):
        yield f"{name}:"
        for asked, tally in (
            ("legality", agreement.legality),
            ("legitimacy", agreement.legitimacy),
            ("questions", agreement.questions),
        ):
            yield f"  {asked:10}  {tally.exact} of {tally.of} exact, {tally.within} within what a fair judge might say"
    yield "on record -> judge (all facts):"
    yield from (f"  {said} -> {judged}: {count}" for (said, judged), count in sorted(full.confusion.items()))
    yield "by question (all facts):"
    yield from (f"  {name}: {tally.exact} of {tally.of}" for name, tally in full.by_question.items())
    yield "outside what a fair judge might say: " + (", ".join(full.different) or "none")

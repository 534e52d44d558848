"""The page of the conformance suite, made from its data: `python -m tests.conformance.publish` writes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from string import Template
from typing import Any

from tests.conformance.suite import OPEN, Act, Case, Option, Section, acts, known_sources, sections

TEMPLATE = Path(__file__).parent / "page.md"
PAGE = Path(__file__).parents[2] / "docs" / "conformance.md"


def page() -> str:
    """The whole page."""
    all_sections = sections()
    cases = [case for section in all_sections for case in section.cases]
    disputed = [case for case in cases if case.options]
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        cases=len(cases),
        disputed=len(disputed),
        contents=_contents(all_sections),
        sections="\n\n".join(_section(section) for section in all_sections),
        acts="\n\n".join(_act(act) for act in acts().values()),
        disputed_cases=_disputed(disputed),
        sources=_sources(cases),
    )


def _contents(all_sections: tuple[Section, ...]) -> str:
    rows = (
        f"| {section.number} | {section.title} | {len(section.cases)} |"
        f" {sum(bool(case.options) for case in section.cases)} |"
        for section in all_sections
    )
    return "\n".join(("| section | about | cases | disputed |\n|---|---|---|---|", *rows))


def _section(section: Section) -> str:
    head = f"## {section.number}. {section.title}\n\n{section.about}"
    return "\n\n".join((head, *(_case(case) for case in section.cases)))


def _case(case: Case) -> str:
    lines = [
        f"### {case.number} {case.title}",
        case.situation,
        "\n".join((*_QUESTIONS[case.kind](case.question), f"- **Expected:** {_expected(case)}", _source_line(case))),
    ]
    if case.options:
        lines.append(_options(case))
    return "\n\n".join(lines)


def _source_line(case: Case) -> str:
    return f"- **Source:** {'; '.join(case.sources)}"


def _tally(question: Mapping[str, Any]) -> Iterator[str]:
    yield f"- **Rule:** `{_json(question['rule'])}`"
    yield f"- **Votes:** `{_json(question['votes'])}`"


def _organ(question: Mapping[str, Any]) -> Iterator[str]:
    yield f"- **Organ:** `{question['organ']}` of `{question['charter']}`, matter `{question['matter']}`"
    others = question.get("others", "absent")
    roles = f", roles `{_json(question['roles'])}`" if "roles" in question else ""
    yield f"- **Votes:** `{_json(question['votes'])}`, all others {others}{roles}"


def _judge(question: Mapping[str, Any]) -> Iterator[str]:
    facts = ", ".join(f"`{name}: {_word(value)}`" for name, value in question.get("facts", {}).items())
    unknown = ", ".join(f"`{name}`" for name in question.get("unknown", ()))
    yield f"- **Act:** `{question['act']}`" + (f", with {facts}" if facts else "")
    if unknown:
        yield f"- **Not known:** {unknown}"


def _play(question: Mapping[str, Any]) -> Iterator[str]:
    changed = f", the charter changed: `{_json(question['charter'])}`" if "charter" in question else ""
    yield f"- **Begins:** in the beat {question['beat'].upper()}{changed}"
    yield f"- **Moves:** {'; '.join(_move(move) for move in question['moves'])}"


def _move(move: Mapping[str, Any]) -> str:
    if "votes" in move:
        return f"votes on `{move['text']}`: " + ", ".join(f"{seat} {vote}" for seat, vote in move["votes"].items())
    more = {key: value for key, value in move.items() if key not in ("seat", "kind")}
    return f"{move.get('seat', 'the facilitator')} `{move['kind']}`" + (f" `{_json(more)}`" if more else "")


_QUESTIONS: Mapping[str, Callable[[Mapping[str, Any]], Iterator[str]]] = {
    "tally": _tally,
    "organ": _organ,
    "judge": _judge,
    "play": _play,
}


def _expected(case: Case) -> str:
    expected = "; ".join(_EXPECTED.get(name, _plainly)(name, value) for name, value in case.expect.items())
    return expected + ("; without these facts the same" if case.unchanged else "")


def _plainly(name: str, value: Any) -> str:
    listed = " ".join(value) if isinstance(value, list) else _word(value)
    return f"{name.replace('_', ' ')} {listed or 'nobody'}"


_BY_RULE = {
    "findings": "`{rule}` {told}",
    "severities": "the breach of `{rule}` is {told}",
    "missing": "for `{rule}` it is not known: {told}",
}


def _by_rule(name: str, value: Mapping[str, Any]) -> str:
    return ", ".join(_BY_RULE[name].format(rule=rule, told=verdict) for rule, verdict in value.items())


def _refused(_: str, value: str | None) -> str:
    return f"the last move is refused, `{value}`" if value else "every move is possible"


def _events(_: str, value: list[Mapping[str, Any]]) -> str:
    phrases = (f"`{event['kind']}`" + _values(event) for event in value)
    return "in this order " + ", ".join(phrases) if len(value) > 1 else "".join(phrases)


def _values(event: Mapping[str, Any]) -> str:
    more = {key: value for key, value in event.items() if key != "kind"}
    return f" `{_json(more)}`" if more else ""


def _without(_: str, value: list[str]) -> str:
    return "no " + ", ".join(f"`{kind}`" for kind in value)


def _on_record(_: str, value: Mapping[str, Any]) -> str:
    verdicts = (
        f"of the act `{act}` the judge says: {_by_rule('findings', expected['findings'])}"
        for act, expected in value.items()
    )
    return ", ".join(verdicts) or "no act is on record"


_EXPECTED: Mapping[str, Callable[[str, Any], str]] = {
    "legality": lambda _, value: f"the act as a whole is {value}",
    "severity": lambda _, value: f"its gravest breach is {value}",
    "findings": _by_rule,
    "severities": _by_rule,
    "missing": lambda name, value: _by_rule(name, {rule: ", ".join(facts) for rule, facts in value.items()}),
    "refused": _refused,
    "events": _events,
    "without": _without,
    "acts": _on_record,
}


def _options(case: Case) -> str:
    turns_on = f", on `{case.turns_on}`" if case.turns_on else ""
    taken = "both are told" if case.taken == OPEN else f"`{case.taken}` is taken"
    head = f"**Disputed**{turns_on}; {taken}: {case.why}"
    rows = (_option(option) for option in case.options)
    return "\n".join((head, "", "| option | says | held by | leads to |\n|---|---|---|---|", *rows))


def _option(option: Option) -> str:
    leads_to = "; ".join(_plainly(name, value) for name, value in option.expect.items() if name != "verdict")
    cells = (f"`{option.name}`", option.says, "; ".join(option.authority), option.expect.get("verdict", leads_to))
    return f"| {' | '.join(cells)} |"


def _act(act: Act) -> str:
    facts = ", ".join(f"`{name}: {_word(value)}`" for name, value in act.facts.items())
    return f"**{act.name}.** {act.title}. {facts}."


def _disputed(cases: list[Case]) -> str:
    head = "| case | options | taken |\n|---|---|---|"
    rows = (
        f"| {case.number} {case.title} | {', '.join(f'`{option.name}`' for option in case.options)} | `{case.taken}` |"
        for case in cases
    )
    return "\n".join((head, *rows))


def _sources(cases: list[Case]) -> str:
    cited = {
        cite
        for case in cases
        for cite in (*case.sources, *(authority for o in case.options for authority in o.authority))
    }
    known = known_sources()
    rows = (f"| {cite} | {'yes' if known[cite].checked else 'no'} |" for cite in sorted(cited))
    return "\n".join(("| source | article or paragraph read |\n|---|---|", *rows))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _word(value: Any) -> str:
    return value if isinstance(value, str) else _json(value)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

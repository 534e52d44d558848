"""A real act as pages to read: what happened, the facts, the record, the judge's answers, and where the two part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from crisis_game.law.casebook.case import Act
from crisis_game.law.casebook.compare import Agreement, Comparison, compare
from crisis_game.law.conduct import FactValue
from crisis_game.law.finding import Finding, Verdict
from crisis_game.law.mending_facts import changes
from crisis_game.law.names_of_law import band_name, finding_verdict, question_name, value_name, verdict_name
from crisis_game.law.order import RULES
from crisis_game.law.vocabulary import FACTS
from crisis_game.pages.library.rules import rule_link
from crisis_game.pages.parts import Heading, Line, Link, Page, Part, Run, item, line, quiet, run
from crisis_game.pages.rulings import words_of_act
from crisis_game.pages.verdicts import SIGNS
from crisis_game.texts import Msgid, Text, Value

RECORD: Mapping[str, Msgid] = {
    "unsc": "The Security Council",
    "unga": "The General Assembly",
    "unga_vote": "Votes there",
    "court": "A court or tribunal",
    "regional": "Regional bodies",
}
"""Who may have said something about an act, as the record has it."""

_AGREEMENTS: Mapping[Agreement, Msgid] = {
    "exact": "the same answer",
    "acceptable": "another answer that a fair judge might give",
    "different": "a different answer",
}
_MOST_WAYS = 2
_NOTHING = (None, "not-recorded")


def decade_of(act: Act) -> Text:
    """The heading under which an act is listed."""
    return Text("{year}s", {"year": act.year // 10 * 10})


def case_page(act: Act) -> Page:
    """An act in short: what happened, what it teaches, what was said of it."""
    return Page(act.id, case_title(act), (*story(act), *record(act)), case_links(act))


def case_title(act: Act) -> Text:
    """What it is called, with its year."""
    return Text("{title} ({year})", {"title": act.title, "year": act.year})


def case_label(act: Act) -> Text:
    """Its year and what it is called, for lists."""
    return Text("{year} {title}", {"year": act.year, "title": act.title})


def case_link(act: Act) -> Link:
    """The way to an act."""
    return Link("case", act.id, Text("Case: {title} ({year})", {"title": act.title, "year": act.year}))


def case_links(act: Act) -> tuple[Link, ...]:
    """The rules that answered what the record says of it."""
    speaking = compare(act).judgement.findings
    asked = act.on_record.questions
    return tuple(rule_link(finding.rule) for finding in speaking if finding.question in asked)


def story(act: Act) -> tuple[Part, ...]:
    """What happened, and what it teaches."""
    return (
        *_who(act),
        line(run("{summary}", summary=act.summary)),
        Heading(Text("What it teaches")),
        line(run("{lesson}", lesson=act.lesson)),
    )


def facts(act: Act) -> tuple[Part, ...]:
    """The facts that the judge is given; those that do not arise stand together at the end."""
    arising = {name: value for name, value in act.facts.items() if value != "n/a"}
    aside = tuple(FACTS[name].meaning for name, value in act.facts.items() if value == "n/a")
    rows = [
        item(run("{meaning}: {value}", meaning=FACTS[name].meaning, value=value_name(value)))
        for name, value in arising.items()
    ]
    beside = [quiet("Does not arise: {facts}.", facts=aside)] if aside else []
    return (quiet("The judge sees these facts alone: no name, no title, no year."), *rows, *beside)


def record(act: Act) -> tuple[Part, ...]:
    """The verdicts on record, the reactions, the sources."""
    return tuple(_record(act))


def judged(compared: Comparison) -> tuple[Part, ...]:
    """Every finding of the judge with its reason, both views where the law is open, and what would have changed it."""
    judgement = compared.judgement
    parts: list[Part] = [
        Heading(Text("The act as a whole")),
        item(run("The judge: "), *words_of_act(judgement)),
        Heading(Text("Rule by rule")),
    ]
    told_claims: set[Text] = set()
    for finding in judgement.findings:
        parts += _finding(compared.act, finding, told_claims)
    return tuple(parts)


def set_beside(compared: Comparison) -> tuple[Part, ...]:
    """The judge's answers beside the record, and why they part where they do."""
    return tuple(_beside(compared))


SECTIONS: tuple[tuple[Msgid, Callable[[Act], tuple[Part, ...]]], ...] = (
    ("What happened", story),
    ("Facts", facts),
    ("On record", record),
    ("The judge", lambda act: judged(compare(act))),
    ("Compared", lambda act: set_beside(compare(act))),
)
"""What can be read of an act, in the order in which one reads it."""


def full_page(act: Act) -> Page:
    """All of that on one page."""
    parts = (part for name, section in SECTIONS for part in (Heading(Text(name)), *section(act)))
    return Page(act.id, case_title(act), tuple(parts))


def _who(act: Act) -> Iterator[Part]:
    """Who acted, who else was concerned, and through which body."""
    yield quiet("Who acted: {actor}.", actor=act.actors[0])
    if act.actors[1:]:
        yield quiet("Concerned: {others}.", others=act.actors[1:])
    if act.organisation:
        yield quiet("Through: {organisation}.", organisation=act.organisation)


def _record(act: Act) -> Iterator[Part]:
    said = act.on_record
    yield Heading(Text("What was said of it"))
    yield _answer(run("The act as a whole: {verdict}", verdict=verdict_name(said.legality)), said.legality)
    if said.also_acceptable:
        others = tuple(verdict_name(verdict) for verdict in said.also_acceptable)
        yield quiet("A fair judge might also say: {others}.", others=others)
    yield item(run("Its legitimacy at the time: {band}", band=band_name(said.legitimacy)))
    for question, verdict in said.questions.items():
        answer = run("{question}: {verdict}", question=question_name(question), verdict=verdict_name(verdict))
        yield _answer(answer, verdict)
    reactions = [(name, value) for name, value in act.record.items() if value not in _NOTHING]
    if reactions:
        yield Heading(Text("Reactions"))
        yield from (_reaction(name, value) for name, value in reactions)
    yield Heading(Text("Sources"))
    yield from (item(run("{source}", source=source)) for source in act.sources)


def _reaction(name: str, value: FactValue) -> Part:
    said = Text("{words}", {"words": str(value)}) if name in ("court", "unga_vote") else value_name(value)
    return item(run("{who}: {said}", who=Text(RECORD[name]), said=said))


def _finding(act: Act, finding: Finding, told_claims: set[Text]) -> Iterator[Part]:
    """One finding; views that an earlier one has told, on which this one rests, are not told again."""
    rule = RULES[finding.rule]
    said: dict[str, Value] = {"name": rule.name, "verdict": finding_verdict(finding), "because": finding.because}
    unproven = finding.verdict == "insufficient-facts"
    sentence = Text("{name}: {because}" if unproven else "{name}: {verdict}. {because}", said)
    yield _answer(Run(sentence), finding.verdict, plea=rule.severity is None)
    claims = {view.claim for view in finding.views}
    if claims and claims <= told_claims:
        yield quiet("The views are those told above.")
    elif claims:
        told_claims.update(claims)
        yield from _views(finding)
    if finding.verdict == "unlawful" and finding.severity:
        for way in changes(act.conduct, finding)[:_MOST_WAYS]:
            yield quiet("It would have changed: {steps}", steps=tuple(step.advice for step in way))


def _answer(words: Run, verdict: Verdict, *, plea: bool = False) -> Line:
    """An answer behind the sign of its verdict; a requirement of a plea may not be met and is never broken."""
    return item(words, mark=SIGNS[verdict], tone="quiet" if plea and verdict == "unlawful" else verdict)


def _views(finding: Finding) -> Iterator[Part]:
    for view in finding.views:
        yield quiet(
            "One view: {claim} ({who}). On these facts: {verdict}.",
            claim=view.claim,
            who=tuple(source.cite for source in view.authority),
            verdict=verdict_name(view.verdict),
        )
    if finding.premise is not None:
        yield quiet("They part on this: {premise}", premise=finding.premise)


def _beside(compared: Comparison) -> Iterator[Part]:
    act, said = compared.act, compared.act.on_record
    judgement = compared.judgement
    yield Heading(Text("The act as a whole") if judgement.resort is None else Text("The resort to force"))
    whole = run(
        "On record {record}, the judge says {judge}: {agreement}.",
        record=verdict_name(said.legality),
        judge=verdict_name(judgement.legality),
        agreement=Text(_AGREEMENTS[compared.legality]),
    )
    yield _answer(whole, judgement.legality)
    profile = run(
        "Legitimacy: on record {record}, by the indicators {judge} ({index} of 100): {agreement}.",
        record=band_name(said.legitimacy),
        judge=band_name(compared.profile.band),
        index=round(compared.profile.index),
        agreement=Text(_AGREEMENTS[compared.legitimacy]),
    )
    yield item(profile)
    if compared.profile.warning:
        yield line(Run(compared.profile.warning, "quiet"))
    yield Heading(Text("Question by question"))
    for question in compared.questions:
        answer = run(
            "{question}: on record {record}, the judge says {judge}: {agreement}.",
            question=question_name(question.question),
            record=verdict_name(question.on_record),
            judge=verdict_name(question.judged),
            agreement=Text(_AGREEMENTS["exact" if question.agrees else "different"]),
        )
        yield _answer(answer, question.judged)
    yield Heading(Text("Where they part"))
    if act.disagreement:
        yield line(run("{why}", why=act.disagreement))
    else:
        yield line(Text(_why_not_told(compared)))


def _why_not_told(compared: Comparison) -> Msgid:
    whole = "different" not in (compared.legality, compared.legitimacy)
    if whole and all(question.agrees for question in compared.questions):
        return "Nowhere beyond what a fair judge might say."
    return "The casebook has no note on this difference; it stands as it is."

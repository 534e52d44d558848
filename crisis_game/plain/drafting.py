"""Writing a text in lines: start from a package or from nothing, change its parts, table it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crisis_game.engine.draft_rules import heard_claims, motions, targets_of
from crisis_game.engine.drafts import DraftDomain
from crisis_game.engine.menu import summary, switch_words
from crisis_game.engine.seen import Seen
from crisis_game.plain.console import Console
from crisis_game.scenario.draft import BASES, Draft, MeasureLine, Switch
from crisis_game.texts import Msgid, Prose, Text

DONE = Text("Done")
Editor = Callable[[Console, Seen, Draft], Draft]


def write_draft(console: Console, seen: Seen, domain: DraftDomain) -> Draft | None:
    """A draft that can be tabled; None if the writer went back."""
    draft = _start(console, seen, domain)
    while draft is not None:
        read_out(console, draft)
        fault = domain.fault(draft)
        if fault is not None:
            console.line(Text("Not ready: {because}", {"because": fault.because}))
        options = [Text(name) for name, _ in EDITORS]
        if fault is None:
            options.append(Text("Table it"))
        place = console.choose(Text("What next?"), options, Text("Throw it away"))
        if place is None:
            return None
        if place == len(EDITORS):
            return draft
        draft = EDITORS[place][1](console, seen, draft)
    return None


def read_out(console: Console, draft: Draft) -> None:
    """A draft in a few lines."""
    console.line(Text("The text: {summary}.", {"summary": summary(draft)}))
    values = {"aim": draft.aim or "-", "basis": draft.basis}
    console.line(Text("Aim: {aim:aim}. Basis: {basis:basis}.", values), indent=2)
    if draft.claims:
        console.line(Text("It rests on: {claims:claim}.", {"claims": draft.claims}), indent=2)


def _start(console: Console, seen: Seen, domain: DraftDomain) -> Draft | None:
    packages = [one for _, one in sorted(seen.packages.items())]
    if domain.emergency:
        packages = []
    rows = [Text("{name}: {pitch}", _said(console, one.name, one.pitch)) for one in packages]
    place = console.choose(Text("Start from which text?"), [*rows, Text("An empty page")], Text("Back"))
    if place is None:
        return None
    return packages[place].draft if place < len(packages) else Draft(aim=seen.aims[0] if seen.aims else "")


def _said(console: Console, name: Prose, pitch: Prose) -> dict[str, str]:
    return {"name": console.wording.say(name), "pitch": console.wording.say(pitch)}


def _measures(console: Console, seen: Seen, draft: Draft) -> Draft:
    lines = list(draft.lines)
    place = console.choose(
        Text("Put in or take out which measure?"),
        [_measure_row(console, seen, draft, one) for one in seen.played],
        DONE,
    )
    if place is None:
        return draft
    measure = seen.played[place]
    if draft.has(measure):
        return replace(draft, lines=tuple(line for line in lines if line.measure != measure))
    targets = targets_of(seen, measure)
    names = [Text("{state:state}", {"state": one}) if one else Text("nobody in particular") for one in targets]
    chosen = 0 if len(targets) == 1 else console.choose(Text("Against, or in aid of, whom?"), names) or 0
    return replace(draft, lines=(*lines, MeasureLine(measure, targets[chosen])))


def _measure_row(console: Console, seen: Seen, draft: Draft, measure: str) -> Text:
    sheet = seen.measure(measure)
    values = {"in": "in: " if draft.has(measure) else "", "measure": measure, "rung": sheet.rung, "cost": sheet.cost}
    said = console.wording.say(sheet.explains)
    return Text("{in}{measure:measure}, rung {rung}, costs {cost}. {said}", {**values, "said": said})


def _clauses(console: Console, seen: Seen, draft: Draft) -> Draft:
    known = list(seen.clauses.values())
    rows = []
    for clause in known:
        switch = draft.switch(clause.id)
        state = switch_words(clause.id, switch.value) if switch else Text("{id:clause}", {"id": clause.id})
        said = {"gives": console.wording.say(clause.gives), "costs": console.wording.say(clause.costs)}
        on = Text("on: ") if switch else Text("off: ")
        rows.append(Text("{on}{state}. Gives {gives} Costs {costs}", {"on": on, "state": state, **said}))
    place = console.choose(Text("Switch which clause?"), rows, DONE)
    if place is None:
        return draft
    clause = known[place]
    rest = tuple(one for one in draft.clauses if one.clause != clause.id)
    if draft.switch(clause.id):
        return replace(draft, clauses=rest)
    value = console.whole(Text("With which number?"), clause.low, clause.high) if clause.high else 0
    return replace(draft, clauses=(*rest, Switch(clause.id, value)))


def _claims(console: Console, seen: Seen, draft: Draft) -> Draft:
    heard = heard_claims(seen)
    rows = [
        Text("{claim:claim} ({grade:grade})", {"claim": one, "grade": seen.public_grade(one) or "rumoured"})
        for one in heard
    ]
    places = console.several(Text("On which claims does it rest?"), rows, 0, min(3, len(rows))) if rows else ()
    return replace(draft, claims=tuple(heard[one] for one in places))


def _aim(console: Console, seen: Seen, draft: Draft) -> Draft:
    place = console.choose(Text("What is it for?"), [Text("{aim:aim}", {"aim": one}) for one in seen.aims], DONE)
    return draft if place is None else replace(draft, aim=seen.aims[place])


def _basis(console: Console, _: Seen, draft: Draft) -> Draft:
    place = console.choose(
        Text("On which basis in law?"), [Text("{basis:basis}", {"basis": one}) for one in BASES], DONE
    )
    return draft if place is None else replace(draft, basis=BASES[place])


def _motion(console: Console, seen: Seen, draft: Draft) -> Draft:
    possible = motions(seen)
    rows = [
        Text("{kind:motion}", {"kind": one.kind})
        if one.subject is None
        else Text("{kind:motion}: {subject}", {"kind": one.kind, "subject": one.subject})
        for one in possible
    ]
    place = console.choose(Text("Which motion?"), [*rows, Text("none")], DONE)
    if place is None:
        return draft
    return replace(draft, motion=possible[place] if place < len(possible) else None)


def _own_words(console: Console, _: Seen, draft: Draft) -> Draft:
    return replace(draft, own_words=console.words(Text("Which words go with the aim?"), 0, 200))


EDITORS: tuple[tuple[Msgid, Editor], ...] = (
    ("Measures", _measures),
    ("Clauses", _clauses),
    ("Claims it rests on", _claims),
    ("Aim", _aim),
    ("Basis in law", _basis),
    ("Motion", _motion),
    ("Words of our own", _own_words),
)
"""The parts of a text, each with what changes it."""

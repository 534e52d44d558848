"""Writing a text in lines: start from a package or from nothing, change its parts, table it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from crisis_game.engine.draft_rules import heard_claims, targets_of
from crisis_game.engine.draft_words import motion_words, summary
from crisis_game.engine.drafts import DraftDomain
from crisis_game.engine.seen import Seen
from crisis_game.pages.play.drafting import Part, Row, sections, turned
from crisis_game.pages.play.motions import motion_groups
from crisis_game.pages.play.one_text import draft_parts
from crisis_game.plain.choosing import MOST_IN_VIEW, choose_of_many
from crisis_game.plain.console import Console
from crisis_game.plain.reading import say_parts
from crisis_game.scenario.draft import BASES, Draft, Motion
from crisis_game.texts import Msgid, Text, Value

DONE = Text("Done")
Editor = Callable[[Console, Seen, Draft], Draft]


def write_draft(console: Console, seen: Seen, domain: DraftDomain) -> Draft | None:
    """A draft that can be tabled; None if the writer went back."""
    draft = _start(console, seen, domain)
    while draft is not None:
        read_out(console, seen, draft)
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


def read_out(console: Console, seen: Seen, draft: Draft) -> None:
    """A draft as it stands."""
    console.line(Text("The text: {summary}.", {"summary": summary(draft, seen)}))
    say_parts(console, tuple(draft_parts(seen, draft)))


def _start(console: Console, seen: Seen, domain: DraftDomain) -> Draft | None:
    packages = [one for _, one in sorted(seen.packages.items())]
    if domain.emergency:
        packages = []
    say = console.wording.say
    rows = [f"{say(one.name)}: {say(one.pitch)}" for one in packages]
    place = console.choose(Text("Start from which text?"), [*rows, Text("An empty page")], Text("Back"))
    if place is None:
        return None
    return packages[place].draft if place < len(packages) else Draft(aim=seen.aims[0] if seen.aims else "")


def _measures(console: Console, seen: Seen, draft: Draft) -> Draft:
    row = _row(console, seen, draft, "measure", Text("Put in or take out which measure?"))
    if row is None:
        return draft
    changed, targets = turned(seen, draft, row, 0), targets_of(seen, row.id)
    if row.on or len(targets) == 1:
        return changed
    names = [Text("{state:state}", {"state": one}) if one else Text("nobody in particular") for one in targets]
    target = targets[console.choose(Text("Against, or in aid of, whom?"), names) or 0]
    lines = (replace(one, target=target) if one.measure == row.id else one for one in changed.lines)
    return replace(changed, lines=tuple(lines))


def _clauses(console: Console, seen: Seen, draft: Draft) -> Draft:
    row = _row(console, seen, draft, "clause", Text("Switch which clause?"))
    if row is None:
        return draft
    changed, clause = turned(seen, draft, row, 0), seen.clauses[row.id]
    if row.on or not clause.high:
        return changed
    value = console.whole(Text("With which number?"), clause.low, clause.high)
    switches = (replace(one, value=value) if one.clause == row.id else one for one in changed.clauses)
    return replace(changed, clauses=tuple(switches))


def _row(console: Console, seen: Seen, draft: Draft, part: Part, question: Text) -> Row | None:
    """One of the rows of a part, each with what it gives and costs."""
    rows = [row for _, found in sections(seen, draft) for row in found if row.part == part]
    said: list[Text] = []
    for row in rows:
        about = " ".join(console.wording.say(one) for one in row.about)
        values: dict[str, Value] = {"words": row.words, "about": about}
        said.append(Text("in: {words}. {about}", values) if row.on else Text("{words}. {about}", values))
    place = choose_of_many(console, question, said, DONE)
    return None if place is None else rows[place]


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
    groups = motion_groups(seen)
    rows = [*(heading for heading, _ in groups), Text("no motion")]
    place = console.choose(Text("Which kind of motion?"), rows, DONE)
    if place is None:
        return draft
    if place == len(groups):
        return replace(draft, motion=None)
    motion = _one_of_group(console, seen, *groups[place])
    return draft if motion is None else replace(draft, motion=motion)


def _one_of_group(console: Console, seen: Seen, heading: Text, found: tuple[Motion, ...]) -> Motion | None:
    """One of some motions; where they are many, first its kind, then what it is about."""
    kinds = tuple(dict.fromkeys(one.kind for one in found))
    if len(found) > MOST_IN_VIEW and len(kinds) > 1:
        place = console.choose(heading, [Text("{kind:motion}", {"kind": one}) for one in kinds], DONE)
        if place is None:
            return None
        found = tuple(one for one in found if one.kind == kinds[place])
    at = choose_of_many(console, Text("Which motion?"), [motion_words(one, seen) for one in found], DONE)
    return None if at is None else found[at]


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

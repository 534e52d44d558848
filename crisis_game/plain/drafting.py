"""Writing a text in lines: start from a package or from nothing, change its parts, table it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from crisis_game.engine.draft_rules import targets_of
from crisis_game.engine.draft_words import clause_words, motion_words
from crisis_game.engine.drafts import DraftDomain
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.pages.parts import line
from crisis_game.pages.play.draft_standing import standing
from crisis_game.pages.play.drafting import Part, Row, sections, turned
from crisis_game.pages.play.motions import motion_groups
from crisis_game.pages.play.part_columns import wishes
from crisis_game.pages.play.part_wishes import gives_way
from crisis_game.pages.play.text_page import draft_parts
from crisis_game.plain.console import BACK, Console, Group
from crisis_game.plain.page_lines import say_parts, words_of
from crisis_game.scenario.draft import BASES, Draft, Motion
from crisis_game.scenario.ids import ClauseId
from crisis_game.texts import Text, Value

DONE = Text("Done")
PARTS: tuple[tuple[Text, Text, tuple[Part, ...]], ...] = (
    (Text("Measures"), Text("Put in or take out which measure?"), ("measure",)),
    (Text("Clauses"), Text("Switch which clause?"), ("clause",)),
    (Text("Claims it rests on"), Text("Put in or take out which claim?"), ("claim",)),
    (Text("Aim, basis in law, words of our own"), Text("Change which?"), ("aim", "basis", "words")),
)
"""The parts of a text that have rows, each with the question that asks for one of them."""

MOTION = Text("Motion")


def write_draft(console: Console, seen: Seen, domain: DraftDomain) -> Draft | None:
    """A draft that can be tabled; None if the writer went back."""
    draft = _start(console, seen, domain)
    while draft is not None:
        read_out(console, seen, draft)
        fault = domain.fault(draft)
        if fault is not None:
            console.line(Text("Not ready: {because}", {"because": fault.because}))
        options = [*(name for name, _, _ in PARTS), MOTION]
        if fault is None:
            options.append(Text("Table it"))
        place = console.choose(Text("What next?"), options, Text("Throw it away"))
        if place is None:
            return None
        if place > len(PARTS):
            return draft
        if place == len(PARTS):
            draft = change_motion(console, seen, draft)
        else:
            _, question, parts = PARTS[place]
            draft = change_draft(console, seen, draft, question, parts)
    return None


def read_out(console: Console, seen: Seen, draft: Draft) -> None:
    """A draft as it stands."""
    console.line()
    console.line(Text("The text:"))
    parts = tuple(draft_parts(seen, draft)) or (line(Text("Nothing stands in it yet.")),)
    say_parts(console, (*parts, *standing(View(seen), draft)))


def _start(console: Console, seen: Seen, domain: DraftDomain) -> Draft | None:
    packages = [] if domain.emergency else [package for _, package in sorted(seen.packages.items())]
    say = console.wording.say
    rows = [f"{say(package.name)}: {say(package.pitch)}" for package in packages]
    place = console.choose(Text("Start from which text?"), [*rows, Text("An empty page")], BACK)
    if place is None:
        return None
    return packages[place].draft if place < len(packages) else Draft(aim=seen.aims[0] if seen.aims else "")


def change_draft(console: Console, seen: Seen, draft: Draft, question: Text, parts: Sequence[Part]) -> Draft:
    """The draft after one row of these parts was changed; as it was for who went back."""
    groups = [
        (heading, [row for row in rows if row.part in parts])
        for heading, rows in sections(seen, draft)
        if any(row.part in parts for row in rows)
    ]
    said = [(heading, [_said(console, seen, draft, row) for row in rows]) for heading, rows in groups]
    place = console.choose_in(question, said, DONE)
    if place is None:
        return draft
    row = [row for _, rows in groups for row in rows][place]
    changed = turned(seen, draft, row, 0, out=_out(console, seen, draft, row))
    match row.part:
        case "measure" if not row.on:
            return _aimed(console, seen, changed, row.id)
        case "clause" if not row.on and seen.clauses[row.id].high:
            value = console.whole(Text("With which number?"), seen.clauses[row.id].low, seen.clauses[row.id].high)
            switches = (
                replace(switch, value=value) if switch.clause == row.id else switch for switch in changed.clauses
            )
            return replace(changed, clauses=tuple(switches))
        case "aim":
            aim = console.choose(Text("What is it for?"), [Text("{aim:aim}", {"aim": id_}) for id_ in seen.aims], DONE)
            return draft if aim is None else replace(draft, aim=seen.aims[aim])
        case "basis":
            names = [Text("{basis:basis}", {"basis": basis}) for basis in BASES]
            basis = console.choose(Text("On which basis in law?"), names, DONE)
            return draft if basis is None else replace(draft, basis=BASES[basis])
        case "words":
            return replace(draft, own_words=console.words(Text("Which words go with the aim?"), 0, 200))
        case _:
            return changed


def _out(console: Console, seen: Seen, draft: Draft, row: Row) -> ClauseId:
    """The clause that goes out for one more, where there is no room for all; the one that is wanted least is named."""
    least = gives_way(seen, draft)
    if row.part != "clause" or row.on or least is None:
        return ""
    names = [clause_words(switch) for switch in draft.clauses]
    question = Text("Which clause goes out for it? {clause} is wanted least.", {"clause": clause_words(least)})
    return draft.clauses[console.choose(question, names) or 0].clause


def _said(console: Console, seen: Seen, draft: Draft, row: Row) -> Text:
    """A row with who asked for it, and what it gives and costs."""
    asked = (words_of(wish, console.wording) for wish in wishes(View(seen), draft, row))
    about = " ".join((*(f"{words[:1].upper()}{words[1:]}." for words in asked), *map(console.wording.say, row.about)))
    values: dict[str, Value] = {"words": row.words, "about": about}
    return Text("in: {words}. {about}", values) if row.on else Text("{words}. {about}", values)


def _aimed(console: Console, seen: Seen, draft: Draft, measure: str) -> Draft:
    """The draft with a measure that was just put in aimed at whom the writer chooses, where there is a choice."""
    targets = targets_of(seen, measure)
    if len(targets) == 1:
        return draft
    names = [Text("{state:state}", {"state": target}) if target else Text("nobody in particular") for target in targets]
    target = targets[console.choose(Text("Against, or in aid of, whom?"), names) or 0]
    lines = (replace(line, target=target) if line.measure == measure else line for line in draft.lines)
    return replace(draft, lines=tuple(lines))


def change_motion(console: Console, seen: Seen, draft: Draft) -> Draft:
    """First the group, then the kind where there are many, then what it is about."""
    groups = motion_groups(seen)
    rows = [*(heading for heading, _ in groups), Text("no motion")]
    place = console.choose(Text("Which kind of motion?"), rows, DONE)
    if place is None:
        return draft
    if place == len(groups):
        return replace(draft, motion=None)
    heading, motions = groups[place]
    chosen = console.choose_in(heading, _by_kind(seen, motions), DONE)
    return draft if chosen is None else replace(draft, motion=motions[chosen])


def _by_kind(seen: Seen, motions: Sequence[Motion]) -> list[Group]:
    return [
        (Text("{kind:motion}", {"kind": kind}), [motion_words(motion, seen) for motion in some])
        for kind, some in groupby(motions, key=lambda motion: motion.kind)
    ]

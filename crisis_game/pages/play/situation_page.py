"""The page of SITUATION: what is due, what happened, how the world stands; beside it members and measures."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from crisis_game.engine.authored import step_words
from crisis_game.engine.draft_words import aimed_words
from crisis_game.engine.events.actors import StepTaken
from crisis_game.engine.view import IncidentLine, LetterLine, MeasureLineInForce, MemberLine, View
from crisis_game.exercise.sitting import Sitting
from crisis_game.pages.measures import authority_words
from crisis_game.pages.parts import Fold, Heading, Line, Page, Part, Run, item, line, run, verbatim
from crisis_game.pages.play.gauges_now import uncovered_lines, world_parts
from crisis_game.pages.play.letters import letter_heading, letter_sender
from crisis_game.pages.play.round_answer import answer
from crisis_game.pages.play.situation import IN_FORCE, incident_lines, running
from crisis_game.pages.play.situation_due import due_lines, due_parts
from crisis_game.scenario.ids import SeatId
from crisis_game.scenario.model import Scenario
from crisis_game.texts import Prose, Text, counted

TOLD = ("news", "statement", "improvised")
"""Channels of letters that tell what happened; all others are for who is asked, or warned."""
MOST_TOLD = 3
SHORT = 120
"""Letters of the beginning of a letter that is told in short."""
CREDIT = 5

_SENTENCE = re.compile(r"(?<=[.!?”])\s+")


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened; `letter` is the letter that opens from it, if any.

    Attributes:
        new: whether nobody who has heard the ANSWER and the inbox knows of it.
    """

    line: Line
    letter: str = ""
    new: bool = True


def situation_page(sitting: Sitting, seat: SeatId) -> Page:
    """The whole page, as one seat may read it."""
    view = sitting.view(seat)
    parts = (*due_parts(view), *happened_parts(sitting, seat), *world_parts(view))
    beside = tuple(beside_situation(view, sitting.scenario(seat)))
    return Page("situation", Text("Situation"), parts, companion=beside)


def situation_aloud(sitting: Sitting, seat: SeatId, before: Collection[Line] = ()) -> Page:
    """The same for who listens, and has heard the ANSWER: what that told is left out, and so are members at rest.

    `before` is what was due when it was read last: what stands as it stood is counted.
    """
    view, first = sitting.view(seat), sitting.seen(seat).round == 1
    news = [_spoken(entry.line) for entry in happened(sitting, seat) if entry.new]
    at_rest = {member.seat for member in view.members if not _is_open(view, member)}
    members = [member for member in view.members if member.seat not in at_rest]
    due = [part for part in due_parts(view) if part not in before]
    still = len(due_lines(view)) - len([part for part in due if isinstance(part, Line)])
    parts: list[Part] = due
    if before and still > 0:
        parts.append(item(counted("{n} more, as it stood", "{n} more, as they stood", still)))
    if news:
        parts += [happened_heading(view), *news]
    parts += world_parts(view) if first else uncovered_lines(view)
    if members:
        parts += [_members_heading(), *(_member(view, member, "") for member in members)]
    return Page("situation", Text("Situation"), tuple(parts))


def _spoken(words: Line) -> Line:
    """A line whose name stands before a gap, with a colon there."""
    name, *rest = words.runs
    return replace(words, runs=(name, run(": "), *rest[1:])) if rest and rest[0] == run("  ") else words


# What happened ------------------------------------------------------------------------------------------------------


def happened_parts(sitting: Sitting, seat: SeatId) -> Iterator[Part]:
    """What the last round brought, in short, and what happened before behind a line that opens."""
    view = sitting.view(seat)
    yield happened_heading(view)
    yield from (entry.line for entry in happened(sitting, seat))
    yield from earlier(view)


def happened_heading(view: View) -> Heading:
    """What stands over it, with the round that is told."""
    last = view.seen.round - 1
    return Heading(Text("What happened"), note=Text("round {n}", {"n": last}) if last > 0 else None)


def happened(sitting: Sitting, seat: SeatId) -> Iterator[Happened]:
    """What those did who press, what has happened since, and the news of this round with its source."""
    view, before = sitting.view(seat), list[Happened]()
    if view.seen.round > 1:
        steps = answer(sitting.own_log(seat), seat, view.seen.round - 1).steps
        before += [Happened(_step(step, step_words(sitting.scenario(seat), step)), new=False) for step in steps]
    before += [Happened(_incident(incident)) for incident in _new(view)]
    news = [letter for letter in view.mail if letter.round == max(1, view.seen.round) and letter.channel in TOLD]
    before += [Happened(_news(letter), letter.id) for letter in news[-MOST_TOLD:]]
    yield from before or [Happened(line(run("Nothing has happened yet.", "quiet")))]
    if len(news) > MOST_TOLD:
        more = counted("{n} more in the inbox", "{n} more in the inbox", len(news) - MOST_TOLD)
        yield Happened(item(Run(more, "quiet"), mark="▾"), new=False)


def earlier(view: View) -> Iterator[Fold]:
    """Incidents of before, behind one line."""
    old = [incident for incident in view.incidents if incident not in _new(view)]
    if old:
        title = line(run("Before: {names:incident}", "quiet", names=tuple(incident.id for incident in reversed(old))))
        yield Fold(title, tuple(map(_incident, reversed(old))))


def _new(view: View) -> tuple[IncidentLine, ...]:
    """Incidents since the last ANSWER, newest first; at the start all that there are."""
    first = view.seen.round if view.seen.round > 1 else 0
    return tuple(incident for incident in reversed(view.incidents) if incident.round >= first)


def _incident(incident: IncidentLine) -> Line:
    """What it is called, its account, and when it was and to whom."""
    name, account = incident_lines(incident)
    return line(name.runs[0], run("  "), *account.runs, *name.runs[1:])


def _step(step: StepTaken, words: Prose) -> Line:
    """Who pressed, by what step, and what it looked like."""
    done = run("{actor:state}: {step:step}.", "strong", actor=step.actor, step=step.done)
    return line(done, run("  "), Run(in_short(words)))


def _news(letter: LetterLine) -> Line:
    """The name of a letter, else who sent it; how it begins, and its source."""
    named = letter_heading(letter) if letter.title or letter.sender else None
    head = (Run(named, "strong"), run("  ")) if named is not None else ()
    sender = letter_sender(letter) if letter.title else None
    source = (run("  "), Run(sender, "aside")) if sender else ()
    words = in_short(letter.words) if isinstance(letter.words, Prose) else letter.words
    return line(*head, Run(verbatim(words) if isinstance(words, str) else words), *source)


def in_short(words: Prose) -> Prose:
    """The first sentences of the first paragraph."""
    return Prose(tuple((code, _short(text)) for code, text in words.by_language))


def _short(text: str) -> str:
    sentences = _SENTENCE.split(" ".join(text.strip().partition("\n\n")[0].split()))
    taken = sentences[0]
    for sentence in sentences[1:]:
        if len(taken) + len(sentence) > SHORT:
            break
        taken += f" {sentence}"
    return f'{taken}"' if taken.count('"') % 2 else taken


# Beside it ----------------------------------------------------------------------------------------------------------


def beside_situation(view: View, scenario: Scenario) -> Iterator[Part]:
    """Members with their credit and what is open with them, measures in force, who is ready."""
    yield _members_heading()
    yield from (_member(view, member, scenario.states[member.seat].sign) for member in view.members)
    yield Heading(IN_FORCE)
    measures = running(view)
    yield from (_measure(view, measure) for measure in measures)
    if not measures:
        yield line(run("No measure is in force.", "quiet"))
    yield Heading(Text("Ready"))
    yield from _ready(view)


def _members_heading() -> Heading:
    return Heading(Text("Members"), note=Text("credit of {most} · what is open", {"most": CREDIT}))


def _is_open(view: View, member: MemberLine) -> bool:
    """Whether there is something to say of another member: what is open with it, or credit that it won or lost."""
    if member.seat == view.seen.seat:
        return False
    return member.credit != view.seen.numbers.credit_start or any(_open_with(view, member))


def _member(view: View, member: MemberLine, letter: str) -> Line:
    dots = "●" * member.credit + "○" * (CREDIT - member.credit)
    name = Run(member.name, "strong", width=9)
    notes: list[Run] = []
    for note in _open_with(view, member):
        notes += [run(" · " if notes else "  ", "quiet"), Run(note, "quiet")]
    credit = Run(Text("{n}", {"n": member.credit}), "plain", dots)
    return item(name, run(" "), credit, *notes, mark=letter, tone="quiet")


def _open_with(view: View, member: MemberLine) -> Iterator[Text]:
    """What stands open with a member, the weightiest first."""
    if member.seat == view.seen.seat:
        yield Text("you")
    if member.suspended:
        yield Text("suspended")
    if any(measure.authority is None and measure.author == member.seat for measure in running(view)):
        yield Text("acts alone")
    if member.red_line_declared:
        yield Text("red line declared")
    if member.pledges_due:
        yield Text("pledges kept {met} of {due}", {"met": member.pledges_met, "due": member.pledges_due})


def _measure(view: View, measure: MeasureLineInForce) -> Line:
    """A measure with who gives to it, by what right, and until when; `!` where nothing covers its force."""
    bare = measure.force is not None and measure.force.cover is None
    givers = tuple(seat for seat, level in measure.deliveries if level != "none")
    who = (run("  {seats:short}", "quiet", seats=givers),) if givers else ()
    right = run("  {right}", "quiet", right=authority_words(measure)) if measure.authority is None else None
    until = _until(view, measure.authority)
    rests = (run("  rests", "warning"),) if measure.status == "dormant" else ()
    lacks = (run("  uncovered", "bad"),) if bare else ()
    alone = (right,) if right is not None else ()
    return item(
        Run(aimed_words(measure.measure, measure.target), "strong"), *who, *alone, *until, *rests, *lacks,
        mark="!" if bare else "●", tone="bad" if bare else "advice",
    )  # fmt: skip


def _until(view: View, text: str | None) -> tuple[Run, ...]:
    """When what a text brought ends; in the beat in which it goes on by silence, that."""
    if text in view.seen.renewals:
        return (run("  goes on by silence", "warning"),)
    ends = view.seen.text(text).ends_round if text in view.seen.texts else None
    return (run("  ends r{n}", "quiet", n=ends),) if ends else ()


def _ready(view: View) -> Iterator[Line]:
    ready = tuple(member.seat for member in view.members if member.ready)
    if ready:
        yield item(run("ready: {seats:state}", "quiet", seats=ready), mark="●", tone="good")
    if waiting := view.table.waiting_for:
        yield item(run("waited for: {seats:state}", seats=waiting), mark="○", tone="quiet")

"""What is due in SITUATION, row by row: an ally's act, letters that ask with their fuse, claims with their grades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from crisis_game.conditions.grades import GRADES, Grade
from crisis_game.engine.act import Chosen
from crisis_game.engine.acts.ally import AnswerAlly
from crisis_game.engine.acts.knowledge import GradeClaim
from crisis_game.engine.state import AllyAct
from crisis_game.engine.view import ClaimLine, LetterLine, View
from crisis_game.pages.grades import grade_sign, graded
from crisis_game.pages.parts import Heading, Line, Part, Run, item, line, run
from crisis_game.pages.play.letters import letter_sender, letter_title
from crisis_game.pages.play.order_rows import Choice, Group
from crisis_game.scenario.ids import AllyWord
from crisis_game.texts import Msgid, Text

BEATS = ("situation", "table", "orders", "answer")
"""The beats of a round, in their order."""

BELIEFS: tuple[Grade | None, ...] = (None, *GRADES)
"""What one can say of a claim, from no view on."""

WORDS: Mapping[AllyWord, Msgid] = {
    "condition": "condition …",
    "endorse": "endorse",
    "disown": "disown",
    "report": "report",
    "silence": "silence",
}
"""What can be said of an ally's act. First a condition, which asks for its clause: Enter by mistake says nothing."""

FULL, EMPTY = "▮", "▯"
NOBODY_WAITS = line(run("Nothing is due from you here.", "quiet"))


@dataclass(frozen=True, slots=True)
class DueRow:
    """One thing that is asked of the seat, or was and is done.

    Attributes:
        key: stable, such as `claim/mine`; what stands before the slash is the kind of row.
        words: what it is. known: what is known of it, piece by piece.
        aside: until when it waits, or what one has said of it.
        group: what can be said of it in the row, where it can be said there.
        preset: fields of the act that a value without a command opens as a form.
        letter: the letter that opens from it.
        done: whether it was done.
    """

    key: str
    words: tuple[Run, ...]
    known: tuple[tuple[Run, ...], ...] = ()
    aside: Run | None = None
    group: Group | None = None
    preset: Chosen = field(default_factory=dict)
    letter: str = ""
    done: bool = False

    @property
    def kind(self) -> str:
        """The kind of row."""
        return self.key.partition("/")[0]

    @property
    def line(self) -> Line:
        """The row as a line of a page."""
        if self.kind == "ally" and self.group is not None:
            values = (Run(choice.words) for choice in self.group.choices)
            offered = (piece for value in values for piece in (run(" / ", "quiet"), value))
            return item(*self.words, *offered, mark="○", tone="good", aside=self.aside)
        known = (piece for place, some in enumerate(self.known) for piece in (run(" · " if place else "  "), *some))
        return item(*self.words, *known, mark="●" if self.done else "○", tone="good", aside=self.aside)


def due_rows(view: View) -> tuple[DueRow, ...]:
    """What waits first: acts of allies, then letters, then claims; after that what is done."""
    rows = (*_allies(view), *_letters(view), *_claims(view))
    return (*(row for row in rows if not row.done), *(row for row in rows if row.done))


def due_parts(view: View) -> Iterator[Part]:
    """The same as parts of a page."""
    rows = due_rows(view)
    yield due_heading(rows)
    yield from (row.line for row in rows)
    if not rows:
        yield NOBODY_WAITS


def due_lines(view: View) -> tuple[Line, ...]:
    """What is due in lines, without a heading."""
    return tuple(row.line for row in due_rows(view))


def due_heading(rows: tuple[DueRow, ...]) -> Heading:
    """What stands over the rows, with how many of them are done."""
    done = Text("{n} of {all} done", {"n": sum(row.done for row in rows), "all": len(rows)})
    return Heading(Text("Due from you"), note=done if rows else None)


def fuse(until: str | int, beat: str) -> Run:
    """Until when a letter waits, with a bar for each beat that is left; or how many seconds."""
    if isinstance(until, int):
        return Run(Text("{n} seconds", {"n": until}), "warning", FULL * len(BEATS))
    left = (BEATS.index(until) - BEATS.index(beat)) % len(BEATS) if beat in BEATS and until in BEATS else 0
    bars = left or len(BEATS)
    return Run(Text("by {beat:beat}", {"beat": until}), "warning", FULL * bars + EMPTY * (len(BEATS) - bars))


def _allies(view: View) -> Iterator[DueRow]:
    """What members did alone, on which this seat is asked for its word in this round, or has given it."""
    seen = view.seen
    due = seen.ally_acts_due
    words = tuple(word for word in WORDS if word != "condition" or seen.clauses)
    yield from (_ally(act, words) for act in due)
    for act in seen.ally_acts:
        own = act.answers.get(seen.seat)
        if act.asked == seen.round and own is not None:
            yield DueRow(f"ally/{act.conduct}", _deed(act), aside=run(WORDS[own.answer], "good"), done=True)


def _ally(act: AllyAct, words: tuple[AllyWord, ...]) -> DueRow:
    """An ally's act with all that can be said of it; nothing is said by silence."""
    command: dict[AllyWord, AnswerAlly] = {
        word: AnswerAlly(act.actor, act.conduct, word) for word in words if word != "condition"
    }
    choices = tuple(
        Choice(Text(WORDS[word]), command.get(word), leads_to=None if word in command else AnswerAlly) for word in words
    )
    preset = {"actor": act.actor, "act": act.conduct, "answer": "condition"}
    group = Group(choices, default=words.index("silence"))
    return DueRow(
        f"ally/{act.conduct}", (*_deed(act), run(" What do you say?")), tuple(_said(act)), run("by TABLE", "warning"),
        group, preset,
    )  # fmt: skip


def _deed(act: AllyAct) -> tuple[Run, ...]:
    values = {"actor": act.actor, "it": act.measure}
    words = Text("{actor:state} alone: {it:step}." if act.is_step else "{actor:state} alone: {it:measure}.", values)
    return (Run(words, "strong"), run(" No text carries it."))


def _said(act: AllyAct) -> Iterator[tuple[Run, ...]]:
    """What others have said of it."""
    for seat, answer in sorted(act.answers.items()):
        yield (run("{seat:state}: {word}", "quiet", seat=seat, word=Text(WORDS[answer.answer])),)


def _letters(view: View) -> Iterator[DueRow]:
    """Letters that wait for an answer of this seat, and those that it answered in this round."""
    for letter in view.mail:
        question = letter.question
        if question is None:
            continue
        own = [answer for answer in question.answers if answer.seat == view.seen.seat]
        if question.open:
            yield DueRow(f"letter/{letter.id}", _asks(letter), aside=fuse(question.fuse, view.seen.beat),
                         letter=letter.id)  # fmt: skip
        elif own and own[-1].round == view.seen.round:
            reply = Text("{reply:reply}", {"reply": f"{question.inject}/{own[-1].choice}"})
            yield DueRow(f"letter/{letter.id}", _asks(letter), aside=Run(reply, "good"), letter=letter.id, done=True)


def _asks(letter: LetterLine) -> tuple[Run, ...]:
    """What a letter is called, and who asks."""
    title = tuple(Run(piece.words, "strong") for piece in letter_title(letter).runs if isinstance(piece, Run))
    sender = letter_sender(letter)
    return (*title, run("  "), Run(sender, "quiet"), run(" asks you", "quiet")) if sender else title


def _claims(view: View) -> Iterator[DueRow]:
    """Every claim that one has heard of, with what all know, what one knows beyond that, and what one believes."""
    can_grade = GradeClaim.closed(view.seen) is None
    yield from (_claim(claim, can_grade=can_grade) for claim in view.claims)


def _claim(claim: ClaimLine, *, can_grade: bool) -> DueRow:
    choices = tuple(Choice(_belief(grade), GradeClaim(claim.id, grade), sign=grade_sign(grade)) for grade in BELIEFS)
    chosen = BELIEFS.index(claim.believed) if claim.graded else None
    group = Group(choices, chosen, None if claim.graded else BELIEFS.index(claim.own)) if can_grade else None
    return DueRow(
        f"claim/{claim.id}", (Run(claim.text, "law"),), tuple(_known(claim)), _believed(claim), group,
        done=claim.graded,
    )  # fmt: skip


def _belief(grade: Grade | None) -> Text:
    return Text("{grade:grade}", {"grade": grade}) if grade else Text("no view")


def _known(claim: ClaimLine) -> Iterator[tuple[Run, ...]]:
    """What all know; what one knows, where that is another thing; whether verifiers are at work."""
    if claim.public is None:
        yield (run("not all have heard of it", "quiet"),)
    else:
        yield run("all know ", "quiet"), graded(claim.public, "quiet")
    if claim.own != claim.public:
        yield run("you know ", "quiet"), graded(claim.own)
    if claim.under_way:
        yield (run("verification under way", "fact"),)


def _believed(claim: ClaimLine) -> Run:
    """What the seat has said to itself."""
    if not claim.graded:
        return run("you: not yet", "warning")
    if claim.believed is None:
        return Run(Text("you: no view"), "good", "●")
    return Run(Text("you: {grade:grade}", {"grade": claim.believed}), "good", f"● {grade_sign(claim.believed)}")

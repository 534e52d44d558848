"""A text under way as it stands now: votes told and with the change, the law's question, proof, lines, cost.

All of it is public or the writer's own: stands and wants as they were told, never what a seat values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.charter.sentences import needed_briefly
from crisis_game.conditions.grades import GRADES, Grade
from crisis_game.engine import decision_rules
from crisis_game.engine.delivery_costs import cost_of
from crisis_game.engine.seen import Seen
from crisis_game.engine.shared_values import Change, TextId
from crisis_game.engine.text_changes import changed
from crisis_game.engine.view import View
from crisis_game.pages.parts import Heading, Line, Part, Run, Tone, item, run
from crisis_game.pages.play.law_asked import LITTLE, law_questions
from crisis_game.pages.play.leading import VOTE_OF
from crisis_game.pages.play.table_moves import AFTER
from crisis_game.pages.play.table_texts import text_row
from crisis_game.pages.play.text_page import STANCES
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import SeatId, Vote
from crisis_game.texts import Text, Value, counted

NAME = 7
"""Cells of what a line is about."""


def standing(view: View, draft: Draft, base: TextId | None = None) -> Iterator[Part]:
    """How a text under way stands; `base` is the text on the table that it changes, None for a new one."""
    yield Heading(Text("As it stands now"))
    yield from _votes(view, draft, base)
    yield from _law(view.seen, draft)
    yield from _proof(view.seen, draft)
    yield from _lines(view.seen, draft)


def stands_with(view: View, draft: Draft, base: TextId) -> Mapping[SeatId, str | None]:
    """Where members would stand on a changed text: one step nearer who gets all it told it wants, else as told."""
    seen = view.seen
    stands = dict(text_row(seen, view.text(base)).stands)
    for seat in stands:
        held = seen.position(base, seat)
        near = held is not None and held.wants and not held.price and held.stance in AFTER
        if held is not None and near and all(has(seen, draft, want) for want in held.wants):
            stands[seat] = AFTER[held.stance]
    return stands


def has(seen: Seen, draft: Draft, want: Change) -> bool:
    """Whether a text is as somebody wants it: the change would change nothing more."""
    if want.part == "clause" and want.on:
        return draft.switch(want.id) is not None and (draft.switch(want.id) or want).value == want.value
    return changed(seen, draft, want) is None


def _votes(view: View, draft: Draft, base: TextId | None) -> Iterator[Line]:
    seen = view.seen
    if not draft.lines and draft.motion is None:
        return
    matter = decision_rules.matter_of(seen, draft)
    needed = needed_briefly(decision_rules.rule_of(seen, matter, draft), decision_rules.voting(seen))
    values: dict[str, Value] = {"needed": needed, "matter": matter}
    rule = Run(Text("needed {needed}, as {matter:matter}", values), "strong")
    if base is None:
        yield _named(Text("Votes"), rule)
        return
    before, after = text_row(seen, view.text(base)).stands, stands_with(view, draft, base)
    yield _named(Text("Votes"), rule, run("; told "), *_signs(before))
    short = Run(_short_of(seen, draft, after), "strong")
    if after != before:
        yield _named(Text("With it"), *_signs(after), run("; "), short)
    else:
        yield _named(Text("So far"), short)


def _signs(stands: Mapping[SeatId, str | None]) -> Iterator[Run]:
    first = True
    for stance, (sign, tone) in STANCES.items():
        seats = tuple(seat for seat, held in stands.items() if (held or "silent") == stance)
        if seats:
            words = Text("{stance:stance} {seats:short}", {"stance": stance, "seats": seats})
            if not first:
                yield run("  ")
            yield Run(words, tone, sign)
            first = False


def _short_of(seen: Seen, draft: Draft, stands: Mapping[SeatId, str | None]) -> Text:
    """How far it is from being adopted, if only those who told their support vote yes."""
    cast: dict[SeatId, Vote] = {
        seat: VOTE_OF[stance] for seat, stance in stands.items() if stance is not None and stance in VOTE_OF
    }
    matter = decision_rules.matter_of(seen, draft)

    def adopted(votes: Mapping[SeatId, Vote]) -> bool:
        return decision_rules.count(seen, matter, draft, votes).adopted

    if adopted(cast):
        return Text("it carries")
    others = [seat for seat in stands if cast.get(seat) != "yes"]
    if any(adopted({**cast, seat: "yes"}) for seat in others):
        return Text("one short of sure")
    return Text("more than one short of sure")


def _law(seen: Seen, draft: Draft) -> Iterator[Line]:
    force = any(seen.measure(line.measure).uses_force for line in draft.lines)
    runs: list[Run] = [run("force: two questions", "warning") if force else run("no force")]
    for number, question in enumerate(law_questions(seen, draft)):
        asked = [piece for piece in question.runs if isinstance(piece, Run)]
        little = asked[0].words == LITTLE
        runs.append(run("; ") if number else run("; will be asked ") if little else run("; will be asked: "))
        runs += asked
    if draft.lines:
        yield _named(Text("Law"), *runs)


def _proof(seen: Seen, draft: Draft) -> Iterator[Line]:
    grades = [seen.public_grade(claim) or "rumoured" for claim in draft.claims]
    gravest = max((seen.measure(line.measure) for line in draft.lines), key=lambda sheet: sheet.rung, default=None)
    if gravest is None:
        return
    wants: Grade | None = gravest.needs_grade
    weakest = min(grades, key=GRADES.index, default=None)
    rests = run("rests on {grade:grade}", grade=weakest) if weakest is not None else run("rests on no claim")
    if wants is None:
        yield _named(Text("Proof"), rests)
        return
    enough = weakest is not None and GRADES.index(weakest) >= GRADES.index(wants)
    tone: Tone = "good" if enough else "warning"
    said = Text("enough") if enough else Text("less than it takes")
    asks = run("; rung {n} wants {grade:grade}: ", n=gravest.rung, grade=wants)
    yield _named(Text("Proof"), rests, asks, Run(said, tone))


def _lines(seen: Seen, draft: Draft) -> Iterator[Line]:
    crosses = seen.crosses_red_line(draft)
    red = Run(Text("crosses your own red line"), "bad", "!") if crosses else run("crosses none of yours")
    declared = tuple(seat for seat in seen.members if seat != seen.seat and seen.red_line(seat) is not None)
    others = (run("; read those of {seats:state}", seats=declared),) if declared else ()
    yield _named(Text("Lines"), red, *others)
    cost = sum(cost_of(seen.measure(line.measure), "full") for line in draft.lines)
    price = counted(
        "you: {n} coin a round in full",
        "you: {n} coins a round in full",
        cost,
    )
    leave = tuple(need for line in draft.lines if (need := seen.measure(line.measure).needs) is not None)
    needs = (run("; needs {consents:consent}", consents=leave),) if leave else ()
    yield _named(Text("Cost"), Run(price), *needs)


def _named(name: Text, *runs: Run) -> Line:
    return item(Run(name, "quiet", width=NAME), *runs, mark=" ")

"""A text put on paper: what it says, what it needs, where members stand."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from crisis_game.engine.menu import summary
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import PositionLine, TextLine
from crisis_game.scenario.draft import Draft
from crisis_game.texts import Prose, Text, counted, visible
from crisis_game.tui.drafting import clause_words, differences, line_words, motion_words
from crisis_game.tui.widgets.glossed import glossed
from crisis_game.tui.widgets.signs import grade_sign
from crisis_game.tui.wording import capital

Say = Callable[[Text | Prose | str], str]

STANCES = {"support": "✓", "could-live-with": "~", "oppose": "✗", "silent": "·"}
"""A sign for each stance; its word stands beside it."""


def headline(line: TextLine, say: Say) -> Content:
    """Two lines for a list: whose it is, and what it says."""
    name = say(Text("{text:text}", {"text": line.id}))
    count = len(line.sponsors)
    sponsors = f" · {say(counted('{n} sponsor', '{n} sponsors', count))}" if count > 1 else ""
    return Content.assemble(
        (capital(name), "bold"),
        (f"  {say(Text('{status:status}', {'status': line.status}))}{sponsors}", "$foreground-muted"),
        (f" · {say('will not be put')}" if line.left_out else "", "$warning"),
        "\n",
        f"  {say(summary(line.draft))}",
    )


def _status(line: TextLine) -> Text:
    """What became of it."""
    return Text("{status:status}", {"status": line.status})


def body(seen: Seen, draft: Draft, say: Say) -> list[Content]:
    """What a text says: measures, motion, clauses, aim, basis, claims."""
    rows = [Content.assemble(("  ■ ", "$secondary"), say(line_words(one))) for one in draft.lines]
    if draft.motion is not None:
        rows.append(Content.assemble(("  ■ ", "$secondary"), say(motion_words(seen, draft.motion))))
    rows += [Content.assemble(("  + ", "$success"), say(clause_words(one))) for one in draft.clauses]
    if draft.aim:
        rows.append(_named(say, "Aim", Text("{aim:aim}", {"aim": draft.aim})))
    if draft.own_words:
        rows.append(Content.assemble("        ", visible(draft.own_words)))
    rows.append(_named(say, "Basis", Text("{basis:basis}", {"basis": draft.basis})))
    for claim in draft.claims:
        grade = seen.public_grade(claim)
        words = Text("{claim:claim} ({sign} {grade:grade})", _graded(claim, grade or "rumoured"))
        rows.append(_named(say, "Rests on", words))
    return rows


def whole(seen: Seen, line: TextLine, say: Say, against: TextLine | None = None) -> Content:
    """The whole sheet of a text; with what differs from another where one is given."""
    who = say(Text("{seats:state}", {"seats": line.sponsors})) if line.sponsors else say("the chair")
    matter = say(Text("{matter:matter}", {"matter": line.matter}))
    rows = [
        Content.styled(
            say(
                Text(
                    "By {who} · {status} · decided as {matter}",
                    _head(who, say(_status(line)), matter),
                )
            ),
            "$foreground-muted",
        ),
        Content.assemble((say("Needed: "), "bold $primary"), (say(line.needed), "bold")),
    ]
    if line.left_out is not None:
        rows.append(Content.styled(say(line.left_out), "$warning"))
    if line.result is not None:
        rows.append(Content.assemble((say("Result: "), "bold $primary"), say(line.result)))
    elif line.status in ("table", "put"):
        rows.append(Content.styled(say(_told(line)), "$foreground-muted"))
    rows += [Content(""), *body(seen, line.draft, say)]
    rows += _positions(line, say) + _pledges(line, say) + _votes(line, say)
    if against is not None:
        rows += _compared(seen, line, against, say)
    return Content("\n").join(rows)


def _head(who: str, status: str, matter: str) -> dict[str, str]:
    return {"who": who, "status": status, "matter": matter}


def _graded(claim: str, grade: str) -> dict[str, str]:
    from crisis_game.scenario.ids import GRADES

    known = next(one for one in GRADES if one == grade)
    return {"claim": claim, "grade": grade, "sign": grade_sign(known)}


def _named(say: Say, name: str, words: Text) -> Content:
    return Content.assemble((f"  {say(name)}: ", "$foreground-muted"), glossed(say(words)))


def _told(line: TextLine) -> Text:
    stances = [one.stance for one in line.positions]
    values = {name.replace("-", "_"): stances.count(name) for name in STANCES}
    return Text("Told so far: {support} support, {could_live_with} could live with it, {oppose} oppose.", values)


def _compared(seen: Seen, line: TextLine, against: TextLine, say: Say) -> list[Content]:
    found = differences(seen, line.draft, against.draft)
    heading = say(Text("Against {text:text} it has", {"text": against.id}))
    rows = [Content(""), Content.styled(heading, "bold $primary")]
    for sign, words in found:
        style = "$success" if sign == "+" else "$error"
        more = say("more: ") if sign == "+" else say("less: ")
        rows.append(Content.assemble((f"  {sign} {more}", style), say(words)))
    return rows if found else [*rows, Content(say("  nothing else; they are the same."))]


def _positions(line: TextLine, say: Say) -> list[Content]:
    if not line.positions:
        return []
    return [Content(""), Content.styled(say("Where members stand"), "bold $primary")] + [
        _position(one, say) for one in line.positions
    ]


def _position(one: PositionLine, say: Say) -> Content:
    colour = {"support": "$success", "oppose": "$error"}.get(one.stance, "$warning")
    words = say(Text("{seat:state}: {stance:stance}", {"seat": one.seat, "stance": one.stance}))
    parts: list[str | tuple[str, str]] = [(f"  {STANCES.get(one.stance, '·')} ", colour), words]
    if one.wants:
        parts.append((say(Text("; wants {wants}", {"wants": one.wants})), "$foreground-muted"))
    if one.price:
        parts.append((say(Text("; asks {n} of somebody's treasury", {"n": one.price})), "$warning"))
    return Content.assemble(*parts)


def _pledges(line: TextLine, say: Say) -> list[Content]:
    if not line.pledges:
        return []
    rows = [Content(""), Content.styled(say("Pledged"), "bold $primary")]
    for seat, measure, level in line.pledges:
        values = {"seat": seat, "measure": measure, "level": level}
        rows.append(Content("  " + say(Text("{seat:state}: {measure:measure} {level:delivery}", values))))
    return rows


def _votes(line: TextLine, say: Say) -> list[Content]:
    if not line.votes or line.result is None:
        return []
    rows = [Content(""), Content.styled(say("Votes"), "bold $primary")]
    reasons = {seat: words for seat, _, words in line.explanations}
    for seat, vote in line.votes:
        said = Text("{seat:state}: {vote:vote}", {"seat": seat, "vote": vote})
        why = f"  “{reasons[seat]}”" if reasons.get(seat) else ""
        rows.append(Content.assemble(f"  {say(said)}", (why, "italic $foreground-muted")))
    return rows

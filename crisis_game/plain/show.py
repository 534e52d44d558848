"""What a seat may see, read out in lines, section by section."""

from __future__ import annotations

from crisis_game.engine.menu import summary
from crisis_game.engine.view import GaugeLine, LetterLine, TextLine, View
from crisis_game.plain.console import Console
from crisis_game.texts import Prose, Text, Value

Values = dict[str, Value]


def heading(console: Console, view: View) -> None:
    """Where we stand: round, beat, the one question, what one has."""
    table, account = view.table, view.account
    values: Values = {"round": table.round, "rounds": table.rounds, "beat": table.beat, "seat": table.seat}
    console.heading(Text("Round {round} of {rounds}, {beat:beat}. You are {seat:state}.", values))
    console.line(table.question)
    if account:
        console.line(
            Text(
                "Attention {attention}, treasury {treasury}, home support {home}, credit {credit} of 5.",
                {
                    "attention": account.attention,
                    "treasury": account.treasury,
                    "home": account.home,
                    "credit": account.credit,
                },
            )
        )


def letters(console: Console, found: list[LetterLine]) -> None:
    """Letters with their words."""
    for one in found:
        console.line()
        console.line(_letter_head(console, one))
        console.line(one.words, indent=2)
        if one.asks:
            console.line(Text("Asked of you: {asks}", {"asks": console.wording.say(one.asks)}), indent=2)


def letter_words(console: Console, one: LetterLine) -> str:
    """All words of a letter, to search in."""
    say = console.wording.say
    words = one.words if isinstance(one.words, str) else say(one.words)
    return f"{say(_letter_head(console, one))}\n{words}"


def _letter_head(console: Console, one: LetterLine) -> Text:
    sender = console.wording.say(one.sender) if isinstance(one.sender, Prose) else one.sender
    title: Text | str = console.wording.say(one.title) if one.title else Text("What the other side may do")
    values: Values = {"channel": one.channel, "when": _when(one.round), "sender": sender, "title": title}
    head = Text("[{channel:channel}, {when}]", values)
    if one.channel != "hint" and sender:
        head = Text("{head} {sender:seat}.", {**values, "head": head})
    if one.title or one.channel == "hint":
        head = Text("{head} {title}", {**values, "head": head})
    return Text("{head} ({grade:grade})", {"head": head, "grade": one.grade}) if one.grade else head


def _when(round_: int) -> Text:
    return Text("round {round}", {"round": round_}) if round_ else Text("before the start")


def gauges(console: Console, view: View) -> None:
    """Each gauge with its word and the terms of its last move."""
    console.heading(Text("Gauges"))
    for one in view.gauges:
        console.line(_gauge(console, one))
        for move in [move for move in one.moves if move.round == one.moves[-1].round]:
            terms = tuple(Text("{n:signed} {why}", {"n": term.amount, "why": term.why}) for term in move.terms)
            values: Values = {"round": move.round, "before": move.before, "terms": terms, "after": move.after}
            console.line(Text("round {round}: {before} {terms} = {after}", values), indent=4)


def _gauge(console: Console, one: GaugeLine) -> Text:
    values: Values = {"name": console.wording.say(one.name), "value": one.value}
    about = Text("about ") if one.estimate else Text("")
    word = console.wording.say(one.word) if one.word else ""
    return Text("{name}: {about}{value} {word}", {**values, "about": about, "word": f"({word})" if word else ""})


def incidents(console: Console, view: View) -> None:
    """What has happened, and how surely each claim about it is known."""
    console.heading(Text("Incidents and claims"))
    for one in view.incidents:
        console.line(Text("{name} ({when})", {"name": console.wording.say(one.name), "when": _when(one.round)}))
        console.line(one.text, indent=2)
    for claim in view.claims:
        values: Values = {
            "text": console.wording.say(claim.text),
            "public": claim.public or "rumoured",
            "own": claim.own,
            "mine": claim.believed or "",
        }
        believed = Text("you believe: {mine:grade}", values) if claim.believed else Text("not graded by you yet")
        known = "- {text} Council: {public:grade}; you know: {own:grade}; {believed}."
        console.line(Text(known, {**values, "believed": believed}))


def texts(console: Console, view: View) -> None:
    """The texts on the table, and those adopted."""
    console.heading(Text("Texts"))
    shown = [one for one in view.texts if one.status in ("table", "put", "adopted")]
    for one in shown:
        text(console, one)
    if not shown:
        console.line(Text("There is no text on the table."))


def text(console: Console, one: TextLine) -> None:
    """One text with what it needs and where members stand."""
    who = Text("{seats:state}", {"seats": one.sponsors}) if one.sponsors else Text("the chair")
    values: Values = {"id": one.id, "summary": summary(one.draft), "who": who, "status": one.status}
    console.line()
    console.line(Text("{id:text} ({status:status}), by {who}: {summary}.", values))
    if one.draft.aim:
        console.line(Text("Aim: {aim:aim}", {"aim": one.draft.aim}), indent=2)
    basis: Values = {"basis": one.draft.basis, "grade": one.grade}
    console.line(Text("Basis: {basis:basis}. Evidence: {grade:grade}.", basis), indent=2)
    console.line(Text("Needed: {needed}", {"needed": one.needed}), indent=2)
    if one.left_out:
        console.line(one.left_out, indent=2)
    if one.result:
        console.line(Text("Result: {result}", {"result": one.result}), indent=2)
    for held in one.positions:
        said: Values = {"seat": held.seat, "stance": held.stance, "wants": held.wants, "price": held.price}
        told = Text("{seat:state}: {stance:stance}", said)
        if held.wants:
            told = Text("{told}; wants {wants}", {**said, "told": told})
        if held.price:
            told = Text("{told}; asks {price} of somebody's treasury", {**said, "told": told})
        console.line(Text("{told}.", {"told": told}), indent=2)
    for seat, measure, level in one.pledges:
        pledge: Values = {"seat": seat, "measure": measure, "level": level}
        console.line(Text("{seat:state} pledges {measure:measure} {level:level}.", pledge), indent=2)


def measures(console: Console, view: View) -> None:
    """Measures in force, with who gives what."""
    console.heading(Text("Measures in force"))
    running = [one for one in view.measures if one.status != "ended"]
    for one in running:
        given = tuple(
            Text("{seat:state} {level:level}", {"seat": seat, "level": level}) for seat, level in one.deliveries
        )
        values: Values = {"measure": one.measure, "began": one.began, "status": one.status, "given": given}
        console.line(Text("{measure:measure}, since round {began}, {status:status}: {given}.", values))
    if not running:
        console.line(Text("None."))


def members(console: Console, view: View) -> None:
    """What all may know of each member."""
    console.heading(Text("Members"))
    for one in view.members:
        values: Values = {"seat": one.seat, "credit": one.credit, "met": one.pledges_met, "due": one.pledges_due}
        console.line(Text("{seat:state}: credit {credit} of 5, pledges met {met} of {due}.", values))

"""The mock vote in lines: whose rule, the votes, the result with its reason, and two other rules."""

from __future__ import annotations

from crisis_game.exercise.mock_vote import QUESTION, Body, Lesson, Outcome, bodies, lesson, needed, quick, wording
from crisis_game.plain.console import Console, EndOfInputError
from crisis_game.texts import Text, Value, Wording

LONGEST = 200


def run(language: str = "en", console: Console | None = None) -> int:
    """Vote until nobody wants to vote again. The exit code."""
    console = console or Console(Wording(language))
    known = bodies()
    body = known[0]
    try:
        while True:
            _vote(console, body, known)
            place = console.choose(Text("Again?"), [Text("Vote again"), Text("By another organ's rule")], Text("Leave"))
            if place is None:
                return 0
            if place == 1:
                body = _choose(console, known, body)
    except EndOfInputError:
        return 0


def _choose(console: Console, known: tuple[Body, ...], body: Body) -> Body:
    say = console.wording.say
    rows = [Text("{organ}: {rule}", {"organ": say(one.organ), "rule": one.title}) for one in known]
    place = console.choose(Text("By whose rule?"), rows, Text("As before"))
    return body if place is None else known[place]


def _vote(console: Console, body: Body, known: tuple[Body, ...]) -> None:
    """One vote from the question to the lesson."""
    console.wording = wording(body, console.wording.language)
    say = console.wording.say
    console.heading(Text("Warm-up: a mock vote"))
    console.line(QUESTION)
    console.line(Text("{organ}, {treaty}", {"organ": say(body.organ), "treaty": say(body.treaty)}))
    console.line(Text("Needed: {needed}", {"needed": needed(body)}))
    console.line(Text("Members, in this order: {seats:state}.", {"seats": body.members}))
    votes = None
    while votes is None:
        asked = Text(
            "One letter a member: y yes, n no, a abstains, x absent; 9y is nine times yes; the rest is absent."
        )
        votes = quick(console.words(asked, 0, LONGEST), body.members)
        if votes is None:
            values = {"most": len(body.members)}
            console.line(
                Text("Write only y, n, a and x, with a number before a letter for several; at most {most}.", values)
            )
    _told(console, lesson(body, votes, known))


def _told(console: Console, found: Lesson) -> None:
    console.heading(Text("The count"))
    console.line(found.outcome.because)
    for one in found.turned:
        console.line(one)
    console.heading(Text("The same votes by other rules"))
    for other in found.others:
        console.line(_other(console, other))


def _other(console: Console, one: Outcome) -> Text:
    organ = console.wording.say(one.body.organ)
    values: dict[str, Value] = {"organ": organ, "rule": one.body.title, "because": one.because}
    return Text("{organ} ({rule}): {because}", values)

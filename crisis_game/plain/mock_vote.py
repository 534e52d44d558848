"""The mock vote in lines: whose rule, the votes, the result with its reason, and two other rules."""

from __future__ import annotations

from crisis_game.charter.rules import Vote
from crisis_game.exercise.mock_vote import Body, bodies, lesson, quick, wording
from crisis_game.pages.play.mock_vote import WHOSE_RULE, body_line, lesson_page, vote_page
from crisis_game.plain.console import Console, EndOfInputError
from crisis_game.plain.page_lines import say_page, words_of
from crisis_game.texts import Text, Wording

LONGEST = 200


def run(language: str = "en", console: Console | None = None) -> int:
    """Vote until nobody wants to vote again. The exit code."""
    console = console or Console(Wording(language))
    known = bodies()
    body = known[0]
    try:
        while True:
            console.wording = wording(body, language)
            say_page(console, vote_page(body))
            say_page(console, lesson_page(lesson(body, _votes(console, body), known)))
            place = console.choose(Text("Again?"), [Text("Vote again"), Text("By another organ's rule")], Text("Leave"))
            if place is None:
                return 0
            if place == 1:
                body = _choose(console, known, body)
    except EndOfInputError:
        return 0


def _choose(console: Console, known: tuple[Body, ...], body: Body) -> Body:
    place = console.choose(
        WHOSE_RULE, [words_of(body_line(known_body), console.wording) for known_body in known], Text("As before")
    )
    return body if place is None else known[place]


def _votes(console: Console, body: Body) -> dict[str, Vote]:
    """The votes of all members, asked for in one line."""
    console.line(Text("Members, in this order: {seats:state}.", {"seats": body.members}))
    asked = Text("One letter a member: y yes, n no, a abstains, x absent; 9y is nine times yes; the rest is absent.")
    wrong = Text(
        "Write only y, n, a and x, with a number before a letter for several; at most {most}.",
        {"most": len(body.members)},
    )
    while (votes := quick(console.words(asked, 0, LONGEST), body.members)) is None:
        console.line(wrong)
    return votes

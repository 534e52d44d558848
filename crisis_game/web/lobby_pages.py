"""Pages around play: joining, the waiting room, a recap for who comes late, what all may see, and when nothing goes."""

from __future__ import annotations

from dataclasses import dataclass

from crisis_game.paper.markup import Content, Html, element
from crisis_game.texts import Msgid, Prose, Text, Value, Wording, counted
from crisis_game.web.controls import section

LONGEST_NAME = 40
"""Letters of a person's name."""
CODE_LETTERS = 6


@dataclass(frozen=True, slots=True)
class SeatOffered:
    """A seat as who joins may choose it.

    Attributes:
        people: names of those who hold it already.
    """

    seat: str
    name: Text | Prose
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joining:
    """What the join page offers and remembers.

    Attributes:
        title: of the exercise.
        seats: those that can be chosen; none where the facilitator gives them out.
        code, name: as they were typed before.
        where, how_long: what is kept lies there, and until then, in the host's words.
        encrypted: whether others in the network can read along.
        token: of who comes in by this page, so that who presses twice, or whose answer is lost, comes in once.
        councils: those that can be chosen, by name, with how many are in; none where there is one alone.
    """

    title: Text | Prose
    seats: tuple[SeatOffered, ...]
    where: str
    how_long: str
    code: str = ""
    name: str = ""
    encrypted: bool = False
    token: str = ""
    councils: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody who is here.

    Attributes:
        seat: what that seat is called; None without one.
        away: whether their page is closed.
    """

    name: str
    seat: Text | Prose | None = None
    away: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """The waiting room as one person sees it.

    Attributes:
        you: who reads it.
        present: everybody who is here.
        policies: seats that computers play, if the game began now.
        council: in which they are; empty where there is one alone.
    """

    title: Text | Prose
    you: Present
    present: tuple[Present, ...]
    policies: tuple[Text | Prose, ...] = ()
    council: str = ""


def join_page(joining: Joining, wording: Wording) -> Html:
    """Code, name, seat or none; what is kept, where and how long."""
    say = wording.say
    code = element(
        "input", type="text", name="code", id="code", value=joining.code, required=True, maxlength=2 * CODE_LETTERS,
        autocomplete="off", autocapitalize="characters", spellcheck="false",
    )  # fmt: skip
    name = element(
        "input", type="text", name="name", id="name", value=joining.name, required=True, maxlength=LONGEST_NAME,
        autocomplete="nickname",
    )  # fmt: skip
    seats = [_seat(seat, wording) for seat in joining.seats]
    seats += [_radio("", say(Text("None yet: the facilitator gives me one")), not joining.seats)] if seats else []
    form = element(
        "form",
        element("input", type="hidden", name="token", value=joining.token),
        element("label", say(Text("Code on the board")), for_="code"),
        code,
        element("label", say(Text("Your name, as the others know you")), for_="name"),
        name,
        _councils(joining, wording) if joining.councils else None,
        element("fieldset", element("legend", say(Text("Your seat"))), *seats) if seats else None,
        element("button", say(Text("Join")), class_="wide"),
        method="post",
        action="/join",
    )
    return _alone(say(joining.title), form, _kept(joining, wording))


def waiting_page(waiting: Waiting, wording: Wording) -> Html:
    """Who is here, which seats they have, and that it begins by itself."""
    say = wording.say
    seat = waiting.you.seat
    yours = say(Text("You have no seat yet; the facilitator gives you one."))
    if seat is not None:
        yours = say(Text("You play {seat}.", {"seat": say(seat)}))
    if waiting.council:
        yours = f"{yours} {say(Text('Your council is {council}.', {'council': waiting.council}))}"
    here = element("ul", *(element("li", _present(person, wording)) for person in waiting.present))
    policies = None
    if waiting.policies:
        names = tuple(map(say, waiting.policies))
        policies = element("p", say(Text("Computers play {seats}.", {"seats": names})), class_="quiet")
    count = counted("{n} person", "{n} people", len(waiting.present))
    return _alone(
        say(waiting.title),
        element("p", say(Text("Welcome, {name}.", {"name": waiting.you.name})), " ", yours),
        element("p", say(Text("This page goes on by itself when the exercise begins. Keep it open."))),
        section(say(Text("Who is here")), here, policies, note=say(count)),
    )


def away_page(wording: Wording) -> Html:
    """The host is away."""
    words = Text("What you sent is kept. Leave this page open, or come back to it later.")
    return _alone(wording.say(Text("The host is away")), element("p", wording.say(words)))


def error_page(sentence: Text | Prose, wording: Wording, way: tuple[str, Text] | None = None) -> Html:
    """One sentence that says what is wrong, and where one goes from there."""
    back = element("p", element("a", wording.say(way[1]), href=way[0])) if way is not None else None
    return _alone(wording.say(Text("This does not go")), element("p", wording.say(sentence)), back)


# --------------------------------------------------------------------------------------------------------------------


def _alone(title: str, *content: Content) -> Html:
    """A page without what stands around pages of play."""
    return element("div", element("main", element("h1", title), *content, id="main", tabindex="-1"), class_="columns")


def _seat(seat: SeatOffered, wording: Wording) -> Html:
    people = wording.say(Text("with {names}", {"names": seat.people})) if seat.people else ""
    return _radio(seat.seat, wording.say(seat.name), chosen=False, note=people)


def _councils(joining: Joining, wording: Wording) -> Html:
    """Which council; who does not choose comes into the one with the fewest people."""
    say = wording.say
    rows = [
        _radio(name, name, chosen=False, note=say(counted("{n} person", "{n} people", people)), field="council")
        for name, people in joining.councils
    ]
    rows.append(_radio("", say(Text("Where the fewest are")), chosen=True, field="council"))
    return element("fieldset", element("legend", say(Text("Your council"))), *rows)


def _radio(value: str, words: str, chosen: bool, note: str = "", field: str = "seat") -> Html:
    radio = element("input", type="radio", name=field, value=value, checked=chosen)
    return element("label", radio, element("span", words, " ", element("small", note) if note else None), class_="mark")


def _present(person: Present, wording: Wording) -> Content:
    seat = wording.say(person.seat) if person.seat is not None else wording.say(Text("no seat yet"))
    away = wording.say(Text(", away")) if person.away else ""
    return (element("strong", person.name), f" · {seat}{away}")


def _kept(joining: Joining, wording: Wording) -> Html:
    """What is kept, where and how long."""
    say = wording.say
    values: dict[str, Value] = {"where": joining.where, "how_long": joining.how_long}
    sentences: list[Msgid] = [
        "Your name, your seat and all that you type and decide go into the record of the exercise, for good. The "
        "debrief is made from it, and everybody in the room may read it then.",
        "It lies {where}, {how_long}. Nothing is sent anywhere else; this page loads nothing from outside.",
        "A cookie keeps your place, so that you come back by yourself.",
    ]
    if not joining.encrypted:
        sentences.append("The connection is not encrypted: others in this network could read along.")
    paragraphs = [element("p", say(Text(sentence, values))) for sentence in sentences]
    return section(say(Text("What is kept")), *paragraphs)

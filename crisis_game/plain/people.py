"""Several people at one keyboard in lines: names, PINs and an order before the game, a curtain in it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from crisis_game.exercise.people import LONGEST_NAME, LONGEST_PIN, SHORTEST_PIN, Door, People, Person, Pin, tidy_name
from crisis_game.plain.console import Console
from crisis_game.scenario.ids import SeatId
from crisis_game.texts import Text

AS_IT_STANDS = Text("The rest in this order")


def ask_people(console: Console, seats: Sequence[SeatId]) -> People:
    """Names, PINs and the order of those who share the keyboard; none of it has to be given."""
    console.line(Text("A PIN keeps neighbours from peeking. Whoever has the file can still read it."))
    persons = {seat: _ask_person(console, seat) for seat in seats}
    order: list[SeatId] = []
    while len(left := [seat for seat in seats if seat not in order]) > 1:
        states = [Text("{seat:state}", {"seat": seat}) for seat in left]
        place = console.choose(
            Text("Who sits down as number {place}?", {"place": len(order) + 1}), states, AS_IT_STANDS
        )
        if place is None:
            break
        order.append(left[place])
    return People(tuple(persons[seat] for seat in (*order, *left)))


def lift_curtain(console: Console, person: Person, door: Door) -> None:
    """Put out of sight what was said, name the next person, and go on when they are there and know their PIN."""
    console.clear()
    console.line(Text("The curtain is down."))
    values = {"seat": person.seat, "name": person.name}
    who = Text("This is for {name}, {seat:state}, alone." if person.name else "This is for {seat:state} alone.", values)
    if person.pin is None:
        console.pause(Text("{who} Take the keyboard and press Enter.", {"who": who}))
        return
    console.line(Text("{who} Take the keyboard.", {"who": who}))
    while not door.opens(person, console.hidden(Text("Your PIN, then Enter; it is not shown."))):
        seconds = ceil(door.wait(person.seat))
        if seconds:
            console.line(Text("That was not the PIN. Try again in {seconds} s.", {"seconds": seconds}))
        else:
            console.line(Text("That was not the PIN. Try again."))


def _ask_person(console: Console, seat: SeatId) -> Person:
    asked = Text("Who plays {seat:state}? A name, or an empty line.", {"seat": seat})
    return Person(seat, tidy_name(console.words(asked, 0, LONGEST_NAME)), _ask_pin(console))


def _ask_pin(console: Console) -> Pin | None:
    values = {"least": SHORTEST_PIN, "most": LONGEST_PIN}
    while True:
        typed = console.hidden(
            Text("A PIN of {least} to {most} characters, or an empty line; it is not shown.", values)
        )
        if not typed:
            return None
        if not SHORTEST_PIN <= len(typed) <= LONGEST_PIN:
            console.line(Text("A PIN has {least} to {most} characters.", values))
        elif console.hidden(Text("The PIN once more.")) == typed:
            return Pin.of(typed)
        else:
            console.line(Text("The two PINs are not the same. Type it again."))

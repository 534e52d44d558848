"""Forms of the facilitator's acts, all fields of one below each other, and how they are read; they need no script.

A form holds an action with its act as JSON; each field is laid into that act by its name: `w.FIELD` words, `f.FIELD` a
value as JSON, `some.FIELD` one of several values, `thing.FIELD.N` and `amount.FIELD.N` an effect, `hand.SEAT` a vote.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from crisis_game.engine import codec
from crisis_game.engine.act import Act, Offer
from crisis_game.engine.domains import Domain, Whole, Words
from crisis_game.engine.free_moves import LARGEST, MOST_EFFECTS, Effects
from crisis_game.exercise.council import Council
from crisis_game.exercise.lesson_actions import Steer
from crisis_game.pages.choices import one_of, some_of
from crisis_game.pages.free_moves import effect_fields
from crisis_game.paper.fragments import Fragments
from crisis_game.paper.markup import Html, element, joined
from crisis_game.texts import Text

SHORT = 100
"""Characters of words that stand in one line."""


def laid_in(action: Any, pairs: Iterable[tuple[str, str]]) -> Any:
    """An action as it was written, with the fields of its form in its act. Raises ValueError for a faulty field."""
    if not isinstance(action, dict) or not isinstance(command := action.get("command"), dict):
        return action
    command = dict(command)
    effects: dict[str, dict[str, Any]] = {}
    for key, value in pairs:
        kind, _, name = key.partition(".")
        if kind == "w":
            command[name] = value.replace("\r\n", "\n")
        elif kind == "f":
            command[name] = json.loads(value)
        elif kind == "some":
            command[name] = [*_listed(command, name), json.loads(value)]
        elif kind == "hand" and value in ("yes", "no", "abstain"):
            command[value] = [*_listed(command, value), name]
        elif kind in ("thing", "amount"):
            effects.setdefault(name, {})[kind] = value
    for place, effect in effects.items():
        if effect.get("thing") and effect.get("amount"):
            name = place.partition(".")[0]
            kind, subject = json.loads(effect["thing"])
            written = {"kind": kind, "subject": subject, "amount": int(effect["amount"])}
            command[name] = [*_listed(command, name), written]
    return {**action, "command": command}


def _listed(command: dict[str, Any], name: str) -> list[Any]:
    """What stands in a field of several values; nothing where that is none."""
    values = command.get(name)
    return values if isinstance(values, list) else []


def desk_form(council: Council, page: str, command: Act, *content: Html | None, button: str) -> Html:
    """A form that does an act of the facilitator in a council, and then leads back to the page."""
    hidden = {"action": json.dumps(codec.write(Steer(command, council.name))), "marked": council.name, "page": page}
    return element(
        "form",
        *(element("input", type="hidden", name=name, value=value) for name, value in hidden.items()),
        *content,
        element("button", button, class_="wide"),
        method="post",
        action="/desk",
    )


def asked_fields(draw: Fragments, offer: Offer, known: dict[str, object], id_: str) -> Iterator[Html]:
    """Each field of an act that has more than one value, below its question.

    Args:
        draw: says it.
        offer: of the act.
        known: fields that have their value already, on which the others hang.
        id_: told apart by it from the same fields of another form on the page.
    """
    for name in offer.fields:
        if name not in known:
            domain = offer.domain(name, known)
            if (values := one_of(domain)) is None or len(values) > 1:
                yield _field(draw, offer, name, domain, f"{id_}-{name}")


def _field(draw: Fragments, offer: Offer, name: str, domain: Domain[object], id_: str) -> Html:
    question = draw.say(offer.question(name).words)
    if isinstance(domain, Effects):
        return _effects(draw, domain, name, question, id_)
    several = some_of(domain)
    if several is not None:
        return _several(draw, offer, name, several[0], question)
    label = element("label", question, for_=id_)
    if isinstance(domain, Words):
        return joined(label, _words(domain, name, id_))
    if isinstance(domain, Whole):
        middle = (domain.low + domain.high) // 2
        return joined(label, _number(f"f.{name}", id_, domain.low, domain.high, str(middle)))
    return joined(label, _one(draw, offer, name, one_of(domain) or (), id_))


def _words(domain: Words, name: str, id_: str) -> Html:
    if domain.most <= SHORT:
        return element("input", type="text", name=f"w.{name}", id=id_, maxlength=domain.most)
    return element(
        "textarea", "", name=f"w.{name}", id=id_, maxlength=domain.most, required=domain.least > 0, rows=2,
    )  # fmt: skip


def _number(name: str, id_: str, low: int, high: int, value: str, label: str | None = None) -> Html:
    return element(
        "input", type="number", name=name, id=id_, min=low, max=high, value=value, required=bool(value),
        aria_label=label,
    )  # fmt: skip


def _one(draw: Fragments, offer: Offer, name: str, values: tuple[Any, ...], id_: str) -> Html:
    """A list of which one is chosen; first the act's own default, where it has one."""
    default = offer.act.__dataclass_fields__[name].default
    options = [
        element(
            "option",
            draw.say(offer.question(name).label(offer.seen, value)),
            value=json.dumps(codec.write(value)),
            selected=value == default,
        )
        for value in values
    ]
    return element("select", *options, name=f"f.{name}", id=id_)


def _several(draw: Fragments, offer: Offer, name: str, values: tuple[Any, ...], question: str) -> Html:
    """Values of which some are marked; what none means is said."""
    boxes = [
        element(
            "label",
            element("input", type="checkbox", name=f"some.{name}", value=json.dumps(codec.write(value))),
            element("span", draw.say(offer.question(name).label(offer.seen, value))),
            class_="mark",
        )
        for value in values
    ]
    none = offer.question(name).label(offer.seen, ())
    note = element("p", draw.say(Text("Nobody marked: {none}.", {"none": none})), class_="quiet")
    return element("fieldset", element("legend", question), note, *boxes)


def _effects(draw: Fragments, domain: Effects, name: str, question: str, id_: str) -> Html:
    """Rows of a thing and by how much it goes up or down; a row with nothing in it does nothing."""
    fields = effect_fields(domain)
    things = [
        element("option", draw.say(field.words), value=json.dumps([field.kind, field.subject])) for field in fields
    ]
    most, what = max(LARGEST.values()), draw.say(Text("What"))
    rows = [
        element(
            "div",
            element(
                "select", element("option", "–", value=""), *things, name=f"thing.{name}.{place}",
                id=f"{id_}-{place}", aria_label=what,
            ),
            _number(f"amount.{name}.{place}", f"{id_}-{place}-n", -most, most, "", draw.say(Text("By how much"))),
            class_="effect",
        )
        for place in range(MOST_EFFECTS)
    ]  # fmt: skip
    bounds = element("p", draw.say(_BOUNDS), class_="quiet")
    return element("details", element("summary", question), bounds, *rows)


_BOUNDS = Text("A gauge or home by up to 20, a treasury by 3, credit by 2; with a minus it goes down.")

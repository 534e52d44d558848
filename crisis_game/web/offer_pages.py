"""An act filled in question by question: each on a page of its own, what was answered so far in the address.

The last page says all of it beside the button that does it. Words that are typed last are sent with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_type_hints

from crisis_game.engine import codec
from crisis_game.engine.act import Chosen, Offer, Refusal
from crisis_game.engine.acts import BY_KIND
from crisis_game.engine.acts.responses import ForceSheetDomain
from crisis_game.engine.domains import Domain, Whole, Words
from crisis_game.engine.drafts import DraftDomain
from crisis_game.pages.choices import (
    PRECAUTIONS,
    can_be_set_anew,
    does_nothing,
    filled,
    in_groups,
    one_of,
    some_of,
    target_lines,
)
from crisis_game.paper.markup import Content, Html, element, joined
from crisis_game.texts import Text
from crisis_game.web.addresses import CARES, DO, Address, field_key, link
from crisis_game.web.body import Body
from crisis_game.web.controls import WITH, command_button, field_query, posting, row, rows, section
from crisis_game.web.draft_pages import draft_editor
from crisis_game.web.filling import Filling, back_of, done_at
from crisis_game.web.viewer import Viewer

BUTTONS_MOST = 12
"""Whole numbers from which one is typed instead of pressed."""


def offer_page(viewer: Viewer, at: Address) -> Body:
    """The question that is next, or all that was answered with the button that does it."""
    act = BY_KIND[at.kind]
    above = (back_of(at), viewer.say("Back"))
    offer = viewer.sight.offer(act)
    if offer is None:
        return Body(viewer.word(act.name), _closed(viewer, act.closed(viewer.sight.seen)), above=above)
    filling = Filling(viewer, offer, _given(offer, at), at)
    if filling.given:
        above = (_one_back(filling), viewer.say("Back"))
    head = element("p", viewer.word(act.does), class_="quiet")
    ask = _ask(filling) if filling.asked else _do_it(filling)
    return Body(viewer.word(act.name), joined(head, _so_far(filling), ask), above=above)


# What was answered --------------------------------------------------------------------------------------------------


def _given(offer: Offer, at: Address) -> dict[str, Any]:
    """The answers in the address, field by field, as long as they are possible."""
    hints, given = get_type_hints(offer.act), dict[str, Any]()
    for name in offer.fields:
        if field_key(name) not in at.query:
            if name in (completed := filled(offer, given)):
                given[name] = completed[name]
                continue
            break
        value = _value(hints[name], at.query[field_key(name)])
        if not offer.domain(name, given).admits(value):
            break
        given[name] = value
    return {name: value for name, value in given.items() if field_key(name) in at.query}


def _value(kind: Any, said: str) -> Any:
    """A value of a type from JSON; an object that no domain admits where it is none."""
    try:
        return codec.read(kind, json.loads(said))
    except (ValueError, RecursionError):
        return object()


def _one_back(filling: Filling) -> str:
    """The address of the question before."""
    given = dict(filling.given)
    given.popitem()
    return link(filling.at.page, {**field_query(**given), "back": filling.at.query.get("back", "")})


def _so_far(filling: Filling) -> Html | None:
    """Each field that has a value, in words, and what it takes; what does nothing and was not asked is left out."""
    viewer, offer, chosen = filling.viewer, filling.offer, filling.chosen
    told = [
        (viewer.word(offer.question(name).words), viewer.word(offer.question(name).label(offer.seen, value, chosen)))
        for name, value in chosen.items()
        if name in filling.given or not does_nothing(value)
    ]
    answers = [joined(element("dt", question), element("dd", answer)) for question, answer in told]
    terms = [element("p", viewer.word(term), class_="terms") for term in offer.act.terms(offer.seen, chosen)]
    return joined(element("dl", *answers, class_="so-far") if answers else None, *terms)


# The next question --------------------------------------------------------------------------------------------------


def _ask(filling: Filling) -> Html:
    """The question with what stands already, and its field."""
    viewer, offer, name = filling.viewer, filling.offer, filling.asked
    question, stands = offer.question(name), offer.act.standing(offer.seen, filling.chosen)
    standing = None
    if name in stands:
        label = question.label(offer.seen, stands[name], filling.chosen)
        standing = element("p", viewer.word(Text("As it stands: {value}.", {"value": label})), class_="quiet")
    domain = offer.domain(name, filling.chosen)
    if isinstance(domain, DraftDomain):
        return draft_editor(filling, domain)
    wrong = None
    if field_key(name) in filling.at.query:
        wrong = element("p", viewer.word(offer.act.choice(name).because), class_="warning")
    return section(viewer.word(question.words), standing, wrong, _field(filling, domain), id_="question")


def _field(filling: Filling, domain: Domain[object]) -> Html:
    match domain:
        case Whole(low, high) if high - low < BUTTONS_MOST:
            return _options(filling, tuple(range(low, high + 1)))
        case Whole():
            return _whole(filling, domain)
        case Words():
            return _words(filling, domain)
        case ForceSheetDomain():
            return _sheet(filling, domain)
    several = some_of(domain)
    return _several(filling, several) if several is not None else _options(filling, one_of(domain) or ())


def _options(filling: Filling, values: tuple[Any, ...]) -> Html:
    """The values as rows under their headings; each says what it takes where that is not so for all of them."""
    viewer, offer, name = filling.viewer, filling.offer, filling.asked
    question = offer.question(name)
    takes = {place: _takes(filling, value) for place, value in enumerate(values)}
    common = {term for term in takes.get(0, ()) if all(term in some for some in takes.values())}
    stands = _standing(filling, NOWHERE)
    places = {id(value): place for place, value in enumerate(values)}
    listed: list[Content] = []
    for heading, some in in_groups(offer.seen, question, values):
        if heading != ALL:
            listed.append(element("h3", viewer.word(heading)))
        links = [
            _option(filling, value, [term for term in takes[places[id(value)]] if term not in common], value == stands)
            for value in some
        ]
        listed.append(rows(links))
    return joined(*(element("p", term, class_="terms") for term in sorted(common)), *listed)


ALL = Text("All")
NOWHERE = object()


def _standing(filling: Filling, nothing: Any) -> Any:
    """The value that stands in the field that is asked already."""
    return filling.offer.act.standing(filling.offer.seen, filling.chosen).get(filling.asked, nothing)


def _takes(filling: Filling, value: Any) -> tuple[str, ...]:
    """What a value leads to without a question, and what it takes, beyond what is told above."""
    viewer, offer, name = filling.viewer, filling.offer, filling.asked
    seen = offer.seen
    done = filled(offer, {**filling.chosen, name: value})
    led_to = (
        field for field in done if field not in filling.chosen and field != name and not does_nothing(done[field])
    )
    questions = ((offer.question(field), done[field]) for field in led_to)
    told = [
        Text("{question} {only}", {"question": question.words, "only": question.label(seen, only, done)})
        for question, only in questions
    ]
    before = {viewer.word(term) for term in offer.act.terms(seen, filling.chosen)}
    said = (viewer.word(words) for words in (*told, *offer.act.terms(seen, done)))
    return tuple(words for words in said if words not in before)


def _option(filling: Filling, value: Any, takes: list[str], stands: bool) -> Html:
    viewer, name = filling.viewer, filling.asked
    label = filling.offer.question(name).label(filling.offer.seen, value, filling.chosen)
    words = [element("span", viewer.word(label)), *(element("small", term) for term in takes)]
    aside = viewer.say("stands") if stands else None
    done = filled(filling.offer, {**filling.chosen, name: value})
    if _needs_no_second_question(filling.offer, done):
        command = filling.offer.act.filled(done)
        return posting(done_at(filling), command_button(command, *words, pressed=stands, class_="option"))
    return row(filling.link(**{name: value}), *words, aside=aside, class_="option")


def _needs_no_second_question(offer: Offer, done: Chosen) -> bool:
    """Whether an act is whole, takes nothing, and can be done anew if it was not meant."""
    whole = all(field in done for field in offer.fields)
    return whole and can_be_set_anew(offer.act) and not offer.act.terms(offer.seen, done)


def _several(filling: Filling, domain: tuple[tuple[Any, ...], int, int]) -> Html:
    """Values of which some are marked; where none means all, that is a row of its own."""
    viewer, name, (values, least, most) = filling.viewer, filling.asked, domain
    offer, question = filling.offer, filling.offer.question(name)
    stands = _standing(filling, ())
    listed: list[Content] = []
    for heading, some in in_groups(offer.seen, question, values):
        if heading != ALL:
            listed.append(element("h3", viewer.word(heading)))
        listed += [_mark(filling, value, value in stands) for value in some]
    bounds = Text("Mark at most {most}.", {"most": most})
    if least:
        bounds = Text("Mark {least} to {most}.", {"least": least, "most": most})
    empty = None
    if not least:
        nothing = question.label(offer.seen, ())
        empty = rows([row(filling.link(**{name: ()}), viewer.word(nothing), class_="option")])
    marker = element("input", type="hidden", name=f"some.{name}", value="")
    button = element("button", viewer.say("Those marked"), class_="wide")
    said = element("p", viewer.word(bounds), class_="quiet")
    form = _asking(filling, marker if not question.none_is_all else None, *listed, button)
    return joined(empty, said, form) if values else joined(empty)


def _mark(filling: Filling, value: Any, marked: bool) -> Html:
    name = filling.asked
    label = filling.viewer.word(filling.offer.question(name).label(filling.offer.seen, value, filling.chosen))
    written_value = json.dumps(codec.write(value), ensure_ascii=False)
    box = element("input", type="checkbox", name=f"some.{name}", value=written_value, checked=marked)
    return element("label", box, element("span", label), class_="mark")


def _whole(filling: Filling, domain: Whole) -> Html:
    viewer, name = filling.viewer, filling.asked
    stands = _standing(filling, domain.low)
    bounds = Text("From {low} to {high}.", {"low": domain.low, "high": domain.high})
    field = element(
        "input", type="number", name=field_key(name), id="number", min=domain.low, max=domain.high, value=str(stands),
        inputmode="numeric", required=True,
    )  # fmt: skip
    label = element("label", viewer.word(bounds), for_="number")
    return _asking(filling, label, field, element("button", viewer.say("Take it"), class_="wide"))


def _words(filling: Filling, domain: Words) -> Html:
    """Free words: sent with the act where they are its last field."""
    viewer, offer, name = filling.viewer, filling.offer, filling.asked
    before = _standing(filling, "")
    is_last = set(offer.fields) == {*filling.chosen, name}
    field_name = f"{WITH}{name}" if is_last else f"w.{name}"
    area = element(
        "textarea", str(before), name=field_name, id=f"words-{offer.kind}", maxlength=domain.most,
        minlength=domain.least or None, required=domain.least > 0, rows=4,
    )  # fmt: skip
    values = {"least": domain.least, "most": domain.most}
    bounds = Text("{least} to {most} characters.", values)
    label = element("label", viewer.word(bounds), for_=f"words-{offer.kind}")
    if not is_last:
        return _asking(filling, label, area, element("button", viewer.say("Go on"), class_="wide"))
    plain = {"kind": offer.kind, **{field: codec.write(value) for field, value in filling.chosen.items()}, name: ""}
    command = element("input", type="hidden", name="command", value=json.dumps(plain, ensure_ascii=False))
    return posting(filling.back, command, label, area, element("button", viewer.word(offer.act.name), class_="wide"))


def _sheet(filling: Filling, domain: ForceSheetDomain) -> Html:
    """A force sheet: a target, and the precautions that are taken."""
    viewer, name = filling.viewer, filling.asked
    stands = _standing(filling, None)
    target = stands.target if stands is not None else domain.targets[0]
    radios = [_target(filling, id_, id_ == target) for id_ in domain.targets]
    boxes = [
        element(
            "label",
            element(
                "input", type="checkbox", name=f"care.{name}", value=care,
                checked=stands is not None and bool(getattr(stands, care)),
            ),
            element("span", viewer.word(Text(PRECAUTIONS[place]))),
            class_="mark",
        )
        for place, care in enumerate(CARES)
    ]  # fmt: skip
    targets = element("fieldset", element("legend", viewer.say("Against which target?")), *radios)
    cares = element("fieldset", element("legend", viewer.say("With which precautions?")), *boxes)
    return _asking(filling, targets, cares, element("button", viewer.say("Go on"), class_="wide"))


def _target(filling: Filling, id_: str, chosen: bool) -> Html:
    lines = target_lines(filling.offer.seen.target(id_))
    radio = element("input", type="radio", name=f"sheet.{filling.asked}", value=id_, checked=chosen)
    words = element("span", *(element("span", filling.viewer.draw.line(told), class_="told") for told in lines))
    return element("label", radio, words, class_="mark")


def _asking(filling: Filling, *content: Content) -> Html:
    """A form that leads to the next question."""
    action = link(filling.at.page)
    return element("form", filling.hidden(), *content, method="get", action=action, class_="ask-form")


# The end ------------------------------------------------------------------------------------------------------------


def _do_it(filling: Filling) -> Html:
    """The last page: all was said above; one button does it."""
    viewer, offer = filling.viewer, filling.offer
    command = offer.act.filled(filling.chosen)
    refusal = command.refusal(offer.seen)
    if refusal is not None:
        return _closed(viewer, refusal)
    button = command_button(command, viewer.word(offer.act.name), class_="wide")
    return section(viewer.say("Shall it be done?"), posting(done_at(filling), button), id_="question")


def _closed(viewer: Viewer, refusal: Refusal | None) -> Html:
    """Why it is not possible now, where that is written, and what is possible instead."""
    if refusal is None:
        return element("p", viewer.say("This is possible now."))
    because = Text("Not possible now: {because}", {"because": refusal.because})
    article = None
    if refusal.article:
        words = viewer.say("Read Article {number}", number=refusal.article)
        article = row(link("law", {"kind": "article", "id": refusal.article}), words)
    instead = rows(_instead(viewer, refusal))
    return joined(element("p", viewer.word(because), class_="warning"), article, instead)


def _instead(viewer: Viewer, refusal: Refusal) -> Iterator[Html]:
    for act in refusal.instead:
        yield row(link(DO + act.kind), viewer.word(act.name))

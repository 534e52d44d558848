"""Addresses: what we made is read as it was made, anything else is refused in a sentence or leads to a page."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crisis_game.engine import codec
from crisis_game.engine.acts import BY_KIND
from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from crisis_game.web.addresses import DO, FORM, LONGEST, PAGES, Address, link
from crisis_game.web.filling import back_of
from crisis_game.web.region import region
from crisis_game.web.viewer import Viewer
from tests.web.reader import Seen
from tests.web.test_pages import at_stop

STRANGE = Draft(
    lines=(MeasureLine("no-such", "NOBODY"),),
    motion=Motion("lift", "x"),
    aim="no-aim",
    own_words="words",
    claims=("nothing",),
    clauses=(Switch("y", 9),),
)
PAGE = st.sampled_from((*PAGES, *(f"{DO}{kind}" for kind in BY_KIND)))
JUNK = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        ("[]", "{}", "null", "true", "1e999", "-1", "[" * 60, '"DEL"', '"chair-2"', '"support"', '"BRE"', "measure:x:0")
    ),
    st.just(json.dumps(codec.write(STRANGE))),
    st.builds(json.dumps, st.recursive(st.integers() | st.text(max_size=3), st.lists, max_leaves=4)),
)


@st.composite
def addresses(draw: st.DrawFn) -> Address:
    """Addresses of pages that there are, with whatever may stand in their query."""
    page = draw(PAGE)
    fields = [choice.name for choice in BY_KIND[page.removeprefix(DO)].choices] if page not in PAGES else []
    names = [*PAGES.get(page, FORM), *(f"f.{name}" for name in fields)]
    chosen = draw(st.lists(st.sampled_from(names), unique=True, max_size=4)) if names else []
    return Address(page, {name: draw(JUNK) for name in chosen})


@given(addresses())
def test_what_we_made_is_read_as_it_was_made(at: Address) -> None:
    full = {name: value for name, value in at.query.items() if value}
    assert Address.parse(at.path) == Address(at.page, full)


@given(st.text(max_size=60) | st.builds("/play/{}?{}".format, st.text(max_size=20), st.text(max_size=40)))
def test_whatever_is_typed_is_an_address_or_one_sentence(typed: str) -> None:
    at = None
    with suppress(OneSentence):
        at = _read(typed)
    assert at is None or Address.parse(at.path).page == at.page


class OneSentence(ValueError):  # noqa: N818
    """What a refused address is told by."""


def _read(typed: str) -> Address:
    try:
        return Address.parse(typed)
    except ValueError as fault:
        if str(fault).endswith("."):
            raise OneSentence(fault) from fault
        raise


@pytest.mark.parametrize(
    "typed",
    ["//x.y/play", "http://x.y/play", "/play/nowhere", "/play/inbox?what=1", "/play?f.x=1", f"/play?{'a' * LONGEST}"],
)
def test_what_we_never_made_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        Address.parse(typed)


def test_several_values_and_a_sheet_become_one_value() -> None:
    at = Address.parse('/play/do/say?some.to=&some.to="ARD"&some.to="BEL"&w.words=So+be+it.')
    assert at.query == {"f.to": '["ARD","BEL"]', "f.words": '"So be it."'}
    sheet = Address.parse("/play/do/fill-force-sheet?sheet.sheet=port&care.sheet=warn").query["f.sheet"]
    assert json.loads(sheet) == {
        "target": "port", "verify": False, "warn": True, "abort": False, "ends_when_attack_ends": False,
    }  # fmt: skip


@given(JUNK)
def test_nothing_leads_out_of_play(back: str) -> None:
    assert back_of(Address(f"{DO}say", {"back": back})).startswith("/play")


@settings(max_examples=150)
@example(Address("law", {"kind": "question", "id": "nothing"}), "table")
@example(Address("cases", {"verdict": "nothing", "question": "nothing", "kind": "nothing"}), "table")
@given(addresses(), st.sampled_from(("situation", "table", "orders")))
def test_every_address_leads_to_a_page(at: Address, beat: str) -> None:
    seen = Seen(region(Viewer(at_stop("first-watch", 1, beat), "BRE"), at))
    assert sum(tag == "h1" for tag, _ in seen.tags) == 1
    assert link() in [href for href, _ in seen.links]

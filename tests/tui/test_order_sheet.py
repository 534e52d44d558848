"""The sheet of ORDERS: made from offers alone, filled by keys alone, and silent about what others sealed."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from crisis_game.engine.act import Act
from crisis_game.engine.acts.ballots import CastVote
from crisis_game.engine.acts.responses import Deliver, deliverable
from crisis_game.engine.acts.texts import Pledge
from crisis_game.engine.acts.turns import SetReady
from crisis_game.exercise.opening import read
from crisis_game.exercise.session import Session
from crisis_game.exercise.sitting import Receipt
from crisis_game.scenario.ids import SeatId
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.due import still_due
from crisis_game.tui.game import Game
from crisis_game.tui.order_parts import Offers, Row
from crisis_game.tui.order_sheet import order_sheet
from crisis_game.tui.widgets.order_row import OrderRow
from tests.tui.stage import LARGE, act, grid, here, press, session

WRITTEN = {" ": "space", ":": "colon", "?": "question_mark"}
"""Keys whose name is not the sign."""
ONE_SHEET, SPLIT = "first-watch", "hesk-strait"


def at_the_sheet(name: str, seat: SeatId, phase: str, round_: int = 1) -> Game:
    """One person at the sheet, who has pledged all that could be pledged and votes yes on everything."""
    scenario, _ = read(name)
    game = Game(Session.start(scenario, {seat: "person"}, None, seed=3), "en", seat)
    while game.sight.seen.phase != phase or game.sight.seen.round < round_:
        assert not game.session.finished
        for command in (*_willing(game), SetReady()):
            game.submit(command)
    return game


def _willing(game: Game) -> list[Act]:
    offers = Offers(game)
    pledges = [
        Pledge(text, measure, "full")
        for text in offers.values(Pledge, "text")
        for measure in offers.values(Pledge, "measure", text=text)
    ]
    return [*pledges, *(CastVote(text, "yes") for text in offers.values(CastVote, "text"))]


@pytest.mark.parametrize(
    ("name", "seat", "phase", "round_"),
    [(ONE_SHEET, "ALD", "voting", 1), (SPLIT, "BEL", "voting", 2), (SPLIT, "BEL", "response", 1)],
)
def test_every_value_of_the_sheet_is_one_that_is_offered(name: str, seat: str, phase: str, round_: int) -> None:
    game = at_the_sheet(name, seat, phase, round_)
    choices = [choice for row in order_sheet(game).rows for choice in row.choices]
    assert choices
    assert all(any(offer.admits(one.command) for offer in game.sight.offers) for one in choices)


def test_the_response_shows_results_first_then_what_is_due_at_its_cost() -> None:
    game = at_the_sheet(SPLIT, "BEL", "response")
    sheet = order_sheet(game)
    kinds = [part.key.partition("/")[0] for part in sheet.parts]
    assert "vote" not in kinds
    assert kinds.index("text") < kinds.index("due") < kinds.index("deliver")
    due = next(row for row in sheet.rows if row.kind == "deliver")
    assert (due.chosen, due.choices[due.default or 0].words) == (None, due.choices[1].words), (
        "half where nothing is said"
    )
    before = sheet.cost
    command = due.choices[2].command
    assert isinstance(command, Deliver)
    assert isinstance(game.submit(command), Receipt)
    after = order_sheet(game)
    assert after.cost < before
    assert next(row for row in after.rows if row.key == due.key).chosen == 2


def test_what_others_sealed_does_not_stand_on_the_sheet() -> None:
    opened = _voting(session())
    game = Game(opened, "en", "AAA")
    before = order_sheet(game)
    for text in opened.seen("BBB").sheet:
        assert isinstance(opened.submit("BBB", CastVote(text, "no")), Receipt)
    assert order_sheet(Game(opened, "en", "AAA")) == before


def test_a_vote_its_reason_and_an_opinion_by_keys_alone() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        game = _game(app)
        text = game.sight.seen.sheet[0]
        await press(app, pilot, "left", "enter")
        assert game.sight.seen.votes(text) == {"AAA": "no"}
        assert _row(app).key == f"reason/{text}", "on to the next row"
        await press(app, pilot, "enter")
        assert here(app) == "Explain"
        await press(app, pilot, "enter", "f2", *"us")
        await press(app, pilot, "enter")
        assert here(app) == "Orders"
        cites, words = game.sight.seen.explanations(text)["AAA"]
        assert cites
        assert words.endswith("us")
        await press(app, pilot, "o", "right", "enter")
        assert [(one.answer, one.sure) for one in game.sight.seen.opinions] == [("lawful", 70)]

    act(play, opening=lambda: _voting(session("AAA")))


def test_each_answer_of_an_opinion_has_a_line_of_its_own() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "o")
        lines = [line for line in grid(app).splitlines() if line.count("○") == 3 and "○50" in line]
        assert [line.replace("│", " ").split()[-4] for line in lines] == ["lawful", "contested", "unlawful"]

    act(play, opening=lambda: _voting(session("AAA")))


def test_half_typed_reasons_survive_the_way_back() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "down", "enter", "tab", *"noted", "escape", "enter")
        assert "noted" in grid(app)

    act(play, opening=lambda: _voting(session("AAA")))


def _voting(opened: Session) -> Session:
    for beat in ("situation", "table"):
        for seat in opened.persons:
            assert opened.seen(seat).beat == beat
            assert isinstance(opened.submit(seat, SetReady()), Receipt)
    assert opened.seen(opened.persons[0]).phase == "voting"
    return opened


def _game(app: CrisisApp) -> Game:
    assert app.game is not None
    return app.game


def _row(app: CrisisApp) -> Row:
    assert isinstance(app.focused, OrderRow)
    return app.focused.row


def test_words_typed_arrive_in_the_line_for_words_also_while_the_list_has_the_focus() -> None:
    """Letters of the words were keys of the screen: the law library opened, and the text was lost."""

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "down", "enter")
        assert here(app) == "Explain"
        assert isinstance(app.focused, OptionList)
        words = "Help first: jobs?"
        await press(app, pilot, *(WRITTEN.get(one, one) for one in words))
        assert here(app) == "Explain"
        assert app.screen.query_one("#explain-words", Input).value == words
        await press(app, pilot, "ctrl+s")
        seen = _game(app).sight.seen
        assert [said for _, said in seen.explanations(seen.sheet[0]).values()] == [words]

    act(play, opening=lambda: _voting(session("AAA")))


def test_the_key_that_delivers_points_at_what_gives_something() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        game = _game(app)
        text, measure = next((text, one) for text, some in deliverable(game.sight.seen).items() for one in some)
        game.submit(CastVote(text, "yes"))
        assert Deliver in [due.aim for due in still_due(game)]
        await press(app, pilot, "escape", "4", "d")
        assert _row(app).kind == "deliver"
        await press(app, pilot, "enter")
        given = game.sight.seen.orders.deliveries
        assert given["ALD", text, measure] == "full"

    def opened() -> Session:
        scenario, _ = read(ONE_SHEET)
        return _voting(Session.start(scenario, {"ALD": "person"}, None, seed=3))

    act(play, opening=opened, size=LARGE)

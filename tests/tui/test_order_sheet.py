"""The sheet of ORDERS: made from offers alone, filled by keys alone, and silent about what others sealed."""

from __future__ import annotations

import re

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from crisis_game.engine.act import Act
from crisis_game.engine.acts.amendments import AnswerAmendment, ProposeAmendment
from crisis_game.engine.acts.ballots import CastVote, GiveOpinion
from crisis_game.engine.acts.responses import ActAlone, Deliver, deliverable
from crisis_game.engine.acts.texts import Pledge, TableText
from crisis_game.engine.acts.turns import SetReady
from crisis_game.engine.shared_values import Change
from crisis_game.exercise.session import Session
from crisis_game.exercise.session_opening import read
from crisis_game.exercise.sitting import Receipt
from crisis_game.pages.play.order_rows import Heading, Offers, Row
from crisis_game.pages.play.order_sheet import order_sheet
from crisis_game.scenario.draft import Draft
from crisis_game.scenario.ids import SeatId
from crisis_game.tui.app import CrisisApp
from crisis_game.tui.game import Game
from crisis_game.tui.widgets.order_row import OrderRow
from crisis_game.tui.wording import say
from tests.engine.builders import ESCORT_TEXT
from tests.engine.test_ballots import FORCE
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
    offers = Offers(game.sight)
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
    commands = [command for row in order_sheet(game.sight).rows for command in row.commands]
    assert commands
    assert all(any(offer.admits(command) for offer in game.sight.offers) for command in commands)


def test_the_response_shows_results_first_then_what_is_due_at_its_cost() -> None:
    game = at_the_sheet(SPLIT, "BEL", "response")
    sheet = order_sheet(game.sight)
    keys = [part.key for part in sheet.parts]
    kinds = [key.partition("/")[0] for key in keys]
    assert "vote" not in kinds
    due = next(row for row in sheet.rows if row.kind == "deliver")
    text = due.key.split("/")[1]
    assert game.sight.seen.text(text).status == "adopted"
    over = max(place for place in range(keys.index(due.key)) if isinstance(sheet.parts[place], Heading))
    assert keys[over] == f"text/{text}", "below the text that asks for it"
    assert (due.chosen, due.choices[due.default or 0].words) == (None, due.choices[1].words), (
        "half where nothing is said"
    )
    before = sheet.cost
    command = due.choices[2].command
    assert isinstance(command, Deliver)
    assert isinstance(game.submit(command), Receipt)
    after = order_sheet(game.sight)
    assert after.cost < before
    assert next(row for row in after.rows if row.key == due.key).chosen == 2


def test_what_others_sealed_does_not_stand_on_the_sheet() -> None:
    opened = _voting(session())
    game = Game(opened, "en", "AAA")
    before = order_sheet(game.sight)
    for text in opened.seen("BBB").sheet:
        assert isinstance(opened.submit("BBB", CastVote(text, "no")), Receipt)
    assert order_sheet(Game(opened, "en", "AAA").sight) == before


def test_a_vote_its_reason_and_an_opinion_by_keys_alone() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        game = _game(app)
        text = game.sight.seen.sheet[0]
        await press(app, pilot, "left", "enter")
        assert game.sight.seen.votes(text) == {"AAA": "no"}
        assert _row(app).key == f"opinion/{text}/escort/law", "on to the next row"
        await press(app, pilot, "right", "enter")
        assert [(opinion.text, opinion.answer, opinion.sure) for opinion in game.sight.seen.opinions] == [
            (text, "contested", 70)
        ]
        assert "● contested" in grid(app)
        assert "‹● 70›" in grid(app), "on to how sure one is"
        await press(app, pilot, "right", "enter")
        assert [(opinion.answer, opinion.sure) for opinion in game.sight.seen.opinions] == [("contested", 90)]
        assert _row(app).key == f"reason/{text}", "on to the next row"
        await press(app, pilot, "enter")
        assert here(app) == "Explain"
        await press(app, pilot, "enter", "f2", *"us")
        await press(app, pilot, "enter")
        assert here(app) == "Orders"
        cites, words = game.sight.seen.explanations(text)["AAA"]
        assert cites
        assert words.endswith("us")

    act(play, opening=lambda: _voting(session("AAA"), ESCORT_TEXT))


def test_the_answers_stand_in_one_row_with_how_sure_one_is_which_is_chosen_after_an_answer() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "o")
        assert _row(app).kind == "opinion"
        assert _line(app, "Law") == "▌ Law      ‹○ lawful› ○ contested  ○ unlawful     sure % ○ 50  ◎ 70  ○ 90"
        await press(app, pilot, "left")
        assert "‹○ unlawful›" in _line(app, "Law"), "nothing is sure before it is answered"
        await press(app, pilot, "enter")
        assert _line(app, "Law").endswith("● unlawful     sure % ○ 50 ‹● 70› ○ 90")

    act(play, opening=lambda: _voting(session("AAA"), ESCORT_TEXT))


def test_how_sure_one_was_stays_when_the_answer_is_changed() -> None:
    game = Game(_voting(session("AAA"), ESCORT_TEXT), "en", "AAA")
    assert isinstance(game.submit(GiveOpinion("aaa-1", "escort", "law", "unlawful", 90)), Receipt)
    lawful = _opinion(game).choices[0].command
    assert lawful == GiveOpinion("aaa-1", "escort", "law", "lawful", 90)


def test_both_questions_of_force_stand_with_their_vote_on_the_smallest_screen() -> None:
    """Head, what is needed and told, vote, resort, conduct and reason, without scrolling, from whichever row."""

    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        rows = [row for row in app.screen.query(OrderRow) if "/aaa-1" in row.row.key]
        kinds = [row.row.kind for row in rows]
        assert kinds == ["vote", "opinion", "opinion", "reason", "deliver", "force"]
        for _ in rows:
            lines = grid(app).splitlines()
            names = [line[2:11].strip() for line in lines]
            vote = names.index("Vote")
            assert [name for name in names[vote : vote + 5] if name] == ["Vote", "Resort", "Conduct", "Why"]
            head = next(place for place, line in enumerate(lines) if line.startswith("  1 "))
            assert re.search(r"needed .* · told 1✓ 0≈ 2✗", " ".join(lines[head : head + 2]))
            await press(app, pilot, "down")

    act(play, opening=lambda: _voting(session("AAA"), FORCE))


def test_the_foot_says_what_is_missing_and_leads_there() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        assert "BEFORE YOU SEAL" not in grid(app)
        await press(app, pilot, "end", "up")
        assert _line(app, "BEFORE YOU SEAL").endswith("0 of 3 done")
        assert _line(app, "To say") == "▌ To say   ‹▸ vote on 2 texts› ▸ opinion on 1 text  ▸ say why on 2 texts"
        await press(app, pilot, "right", "enter")
        assert _row(app).kind == "opinion"
        await press(app, pilot, "enter", "end", "up")
        assert _line(app, "BEFORE YOU SEAL").endswith("1 of 3 done")
        assert "✓ opinions" in _line(app, "To say")

    act(play, opening=lambda: _voting(session("AAA"), ESCORT_TEXT))


def test_what_stands_beside_is_the_marked_text_and_what_to_have_in_mind() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot)
        beside = [line.partition("│")[2] for line in grid(app).splitlines()]
        assert any("1 ESCORT" in line and "yours" in line for line in beside)
        assert any("By what was told" in line for line in beside)
        assert any("WHAT YOU PROMISED" in line for line in beside)
        await press(app, pilot, "down", "down", "down", "down")
        beside = [line.partition("│")[2] for line in grid(app).splitlines()]
        assert any("2 THE CHAIR'S TEXT" in line for line in beside)

    def pledged() -> Session:
        opened = _at_the_table(session("AAA"), ESCORT_TEXT)
        assert isinstance(opened.submit("AAA", Pledge("aaa-1", "escort", "full")), Receipt)
        return _voting(opened)

    act(play, opening=pledged, size=LARGE)


@pytest.mark.parametrize(("draft", "asked"), [(ESCORT_TEXT, ["Law"]), (FORCE, ["Resort", "Conduct"])])
def test_the_opinion_stands_between_the_vote_on_the_same_text_and_its_reason(draft: Draft, asked: list[str]) -> None:
    game = Game(_voting(session("AAA"), draft), "en", "AAA")
    rows = [row for row in order_sheet(game.sight).rows if row.kind in ("vote", "opinion", "reason")]
    mine = [row for row in rows if row.key.split("/")[1] == "aaa-1"]
    assert [row.kind for row in mine] == ["vote", *("opinion" for _ in asked), "reason"]
    assert [say(game.sight.wording, row.name) for row in mine[1:-1]] == asked
    others = [row.kind for row in rows if row.key.split("/")[1] != "aaa-1"]
    assert others == ["vote", "reason"], "the chair's text has no measures"


def test_where_the_text_was_changed_the_opinion_is_asked_again() -> None:
    opened = _at_the_table(session("AAA", "BBB"), ESCORT_TEXT)
    opinion = GiveOpinion("aaa-1", "escort", "law", "unlawful", 90)
    assert isinstance(opened.submit("AAA", opinion), Receipt)
    proposed = ProposeAmendment("aaa-1", Change("clause", "limits", False))
    assert isinstance(opened.submit("BBB", proposed), Receipt)
    assert isinstance(opened.submit("AAA", AnswerAmendment("aaa-1/bbb-1", True)), Receipt)
    game = Game(_voting(opened), "en", "AAA")
    row = _opinion(game)
    assert row.chosen is None
    assert say(game.sight.wording, row.note).startswith("◆ changed since you answered, so asked again")
    assert isinstance(game.submit(opinion), Receipt)
    row = _opinion(game)
    assert row.chosen is not None
    assert row.choices[row.chosen].command == opinion
    assert "◆" not in say(game.sight.wording, row.note)


def test_a_measure_of_ones_own_has_its_opinion_beside_it() -> None:
    game = Game(_voting(session("BBB")), "en", "BBB")
    assert not [row for row in order_sheet(game.sight).rows if row.kind == "opinion"]
    assert isinstance(game.submit(ActAlone("limited-force", "XXX", "self-defence", False)), Receipt)
    keys = [row.key for row in order_sheet(game.sight).rows]
    place = keys.index("alone/limited-force")
    asked = [f"opinion//limited-force/{question}" for question in ("resort", "conduct")]
    assert keys[place + 1 : place + 3] == asked


def test_half_typed_reasons_survive_the_way_back() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        await press(app, pilot, "down", "enter", "tab", *"noted", "escape", "enter")
        assert "noted" in grid(app)

    act(play, opening=lambda: _voting(session("AAA")))


def _voting(opened: Session, draft: Draft | None = None) -> Session:
    """On to the vote; with `draft`, on that as well, tabled by the first person."""
    _at_the_table(opened, draft)
    for seat in opened.persons:
        assert isinstance(opened.submit(seat, SetReady()), Receipt)
    assert opened.seen(opened.persons[0]).phase == "voting"
    return opened


def _at_the_table(opened: Session, draft: Draft | None = None) -> Session:
    if opened.seen(opened.persons[0]).beat == "situation":
        for seat in opened.persons:
            assert isinstance(opened.submit(seat, SetReady()), Receipt)
    assert opened.seen(opened.persons[0]).beat == "table"
    if draft is not None:
        assert isinstance(opened.submit(opened.persons[0], TableText(draft)), Receipt)
    return opened


def _line(app: CrisisApp, words: str) -> str:
    """The line of the screen in whose gutter, name or head these words stand."""
    return next(line for line in grid(app).splitlines() if line[2:].startswith(words)).rstrip("▁▂▃▄▅▆▇█ ")


def _opinion(game: Game) -> Row:
    (row,) = [row for row in order_sheet(game.sight).rows if row.kind == "opinion"]
    return row


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
        await press(app, pilot, *(WRITTEN.get(sign, sign) for sign in words))
        assert here(app) == "Explain"
        assert app.screen.query_one("#explain-words", Input).value == words
        await press(app, pilot, "ctrl+s")
        seen = _game(app).sight.seen
        assert [said for _, said in seen.explanations(seen.sheet[0]).values()] == [words]

    act(play, opening=lambda: _voting(session("AAA")))


def test_the_key_that_delivers_points_at_what_gives_something() -> None:
    async def play(app: CrisisApp, pilot: Pilot[int]) -> None:
        game = _game(app)
        text, measure = next((text, measure) for text, some in deliverable(game.sight.seen).items() for measure in some)
        game.submit(CastVote(text, "yes"))
        assert Deliver in [due.aim for due in game.due]
        await press(app, pilot, "escape", "4", "d")
        assert _row(app).kind == "deliver"
        await press(app, pilot, "enter")
        deliveries = game.sight.seen.orders.deliveries
        assert deliveries["ALD", text, measure] == "full"

    def opened() -> Session:
        scenario, _ = read(ONE_SHEET)
        return _voting(Session.start(scenario, {"ALD": "person"}, None, seed=3))

    act(play, opening=opened, size=LARGE)

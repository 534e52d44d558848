"""A Model UN Security Council: the charter of the United Nations, fifteen votes, and members that are not seated."""

from __future__ import annotations

from pathlib import Path

import pytest

from crisis_game.engine import decision_rules
from crisis_game.engine.seen import Seen
from crisis_game.engine.view import View
from crisis_game.pages.roll_call import roll_call
from crisis_game.paper.plain_text import body
from crisis_game.scenario.library import gather
from crisis_game.scenario.model import Scenario
from crisis_game.scenario.reading.load import load_scenario, read_scenario
from crisis_game.scenario.seat_dossier import names
from crisis_game.texts import Wording
from crisis_game.workshop.rehearsed_game import Game, play_through

FILE = Path(__file__).parents[1] / "data" / "model-council.yaml"
OTHERS = "others: {GRC: follows, DNK: follows, PAN: follows, SVN: abstain, KOR: yes, GUY: follows}"


@pytest.fixture(scope="module")
def council() -> Scenario:
    return load_scenario(gather(FILE))


@pytest.fixture(scope="module")
def game(council: Scenario) -> Game:
    return play_through(council, 4, dict.fromkeys(council.members, "statesman"))


def test_it_plays_to_its_end_with_nine_seats_and_fifteen_votes(council: Scenario, game: Game) -> None:
    assert game.state.table.ending in [ending.id for ending in council.endings]
    results = [text.result for text in game.state.council.texts.values() if text.result is not None]
    assert results
    for result in results:
        assert result.needed == 9
        assert result.in_favour + result.against + result.abstaining == 15


def test_members_without_a_seat_follow_the_seats_or_vote_by_their_line(council: Scenario, game: Game) -> None:
    seen = Seen(council, game.state, "facilitator")
    more = {"CHN": "yes", "FRA": "yes", "RUS": "no"}
    assert decision_rules.others(seen, more) == {
        "DNK": "yes", "GRC": "yes", "GUY": "yes", "KOR": "yes", "PAN": "yes", "SVN": "abstain",
    }  # fmt: skip
    fewer = decision_rules.others(seen, {"CHN": "no", "FRA": "abstain"})
    assert (fewer["DNK"], fewer["KOR"]) == ("no", "yes")
    assert decision_rules.others(seen, {"CHN": "no", "FRA": "yes"})["DNK"] == "abstain"


def test_the_roll_call_says_how_those_without_a_seat_voted(council: Scenario, game: Game) -> None:
    text = next(id_ for id_, text in game.state.council.texts.items() if text.result is not None)
    call = roll_call(View(Seen(council, game.state, "CHN")), text)
    assert "without a seat here, abstain: Slovenia" in body(call.end, Wording("en", names(council)))


@pytest.mark.parametrize(
    ("line", "word", "words"),
    [
        (OTHERS.replace("GUY: follows", "GUY: absent"), None, ""),
        (OTHERS.replace(", GUY: follows", ""), "GUY", "no state of this scenario"),
        (OTHERS.replace("GUY: follows", "GUY: maybe"), "maybe", "cannot stand"),
        (OTHERS.replace("GUY: follows", "GUY: follows, FRA: yes"), "FRA", "has a seat here"),
        (OTHERS.replace("GUY: follows", "GUY: follows, XXX: yes"), "XXX", "no member of the charter"),
    ],
)
def test_only_who_sits_in_the_organ_is_wanted_with_a_state_or_a_line(
    line: str, word: str | None, words: str, tmp_path: Path
) -> None:
    file = tmp_path / FILE.name
    file.write_text(FILE.read_text(encoding="utf-8").replace(OTHERS, line), encoding="utf-8")
    errors = [problem for problem in read_scenario(gather(file)).problems if problem.severity == "error"]
    said = [Wording().say(problem.message) for problem in errors]
    assert [word in sentence and words in sentence for sentence in said] == ([] if word is None else [True])

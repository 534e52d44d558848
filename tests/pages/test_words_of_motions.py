"""Motions say what they are about, wherever they stand, and are offered in groups that can be read out."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

import pytest

from crisis_game.engine.draft_rules import motions
from crisis_game.engine.draft_words import motion_words, summary
from crisis_game.engine.drafts import DraftDomain
from crisis_game.exercise.session import Session
from crisis_game.pages.names import wording_for
from crisis_game.pages.play.drafting import sections
from crisis_game.pages.play.motions import motion_groups
from crisis_game.pages.play.text_page import draft_parts
from crisis_game.plain.console import MOST_IN_VIEW, Console, Option
from crisis_game.plain.drafting import write_draft
from crisis_game.plain.page_lines import words_of
from crisis_game.scenario.draft import Draft, MeasureLine, Motion, Switch
from crisis_game.scenario.seat_dossier import dossier
from crisis_game.texts import Text, Wording
from tests.assessment.games import scenario

SESSION = Session.start(scenario("hesk-strait"), {"BEL": "person"}, None, seed=7)
SEEN = SESSION.seen("BEL")
WORDING = wording_for(SEEN, dossier(SESSION.authored, "BEL"), "en")
POSSIBLE = motions(SEEN)


def test_every_motion_says_what_it_is_about_and_no_two_look_the_same() -> None:
    said = [WORDING.say(motion_words(motion, SEEN)) for motion in POSSIBLE]
    assert len(set(said)) == len(said) > 20
    bare = [words for motion, words in zip(POSSIBLE, said, strict=True) if words.endswith(f": {motion.subject}")]
    assert {words.partition(":")[0] for words in bare} == {"Referral to the Security Council"}


@pytest.mark.parametrize(
    ("motion", "words"),
    [
        (Motion("inquiry", "lindis"), "Inquiry: Sinking of the Lindis"),
        (Motion("hearing", "TAL"), "Hearing: Tallis"),
        (Motion("opinion", "vosk-hand"), "Advisory opinion: Men in Vosk's pay laid the mine that sank the Lindis."),
    ],
)
def test_the_row_the_list_and_the_paper_say_the_same(motion: Motion, words: str) -> None:
    draft = Draft(motion=motion)
    (row,) = (row for _, rows in sections(SEEN, draft) for row in rows if row.part == "motion")
    assert WORDING.say(row.words) == f"Motion: {words}"
    assert WORDING.say(summary(draft, SEEN)) == words
    assert words_of(next(draft_parts(SEEN, draft)), WORDING) == words


def test_an_amendment_names_its_article() -> None:
    article = SEEN.charter.articles[0]
    said = WORDING.say(motion_words(Motion("amendment", article.number), SEEN))
    assert f"Article {article.number} ({WORDING.say(article.title)})" in said


def test_all_motions_stand_in_one_group_each() -> None:
    grouped = [motion for _, group in motion_groups(SEEN) for motion in group]
    assert sorted(map(repr, grouped)) == sorted(map(repr, POSSIBLE))


class Chooser(Console):
    """Takes the choice that begins with the next words, and keeps how many there were."""

    def __init__(self, *wanted: str) -> None:
        super().__init__(WORDING, StringIO(), StringIO())
        self._wanted = list(wanted)
        self.offered: list[int] = []

    def ask(self, question: Option, options: Sequence[Option], leave: Text | None) -> int | None:
        said = [option if isinstance(option, str) else self.wording.say(option) for option in options]
        self.offered.append(len(said))
        wanted = self._wanted.pop(0)
        return next(place for place, words in enumerate(said) if words.startswith(wanted))

    def whole(self, question: Text, low: int, high: int) -> int:
        return high


def test_lines_turn_the_rows_that_the_screen_turns() -> None:
    clauses = ("Clauses", "Way back", "Clauses", "Limits of area", "Clauses", "in: Limits of area")
    console = Chooser("An empty page", "Measures", "Words", "Note of protest", *clauses, "Table")
    draft = write_draft(console, SEEN, DraftDomain(SEEN))
    assert draft is not None
    assert draft.lines == (MeasureLine("protest", "VOS"),)
    assert draft.clauses == (Switch("off-ramp", SEEN.clauses["off-ramp"].high),)


def test_lines_offer_a_motion_in_steps_of_a_few_choices() -> None:
    console = Chooser("An empty page", "Motion", "Questions of law", "Advisory opinion", "More", "More", "Adv", "Table")
    draft = write_draft(console, SEEN, DraftDomain(SEEN))
    assert draft is not None
    assert draft.motion is not None
    assert draft.motion.kind == "opinion"
    assert max(console.offered[2:-1]) <= MOST_IN_VIEW


def test_of_many_options_a_few_are_read_out_and_each_can_be_chosen() -> None:
    options = [f"option {number}" for number in range(19)]
    for wanted in range(19):
        more = min(2, wanted // 6)
        answers = StringIO("7\n" * more + f"{wanted - 6 * more + 1}\n")
        assert Console(Wording(), answers, StringIO()).choose(Text("Which?"), options) == wanted

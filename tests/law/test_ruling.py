"""The tree and the ruling: each fault once, a point that turns, few words, and what follows from a breach."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.law import Conduct, judge
from crisis_game.law.casebook import case, ids
from crisis_game.law.consequences import consequences
from crisis_game.law.order import RULES
from crisis_game.law.ruling import DONE, Deed, Ruling, ruling
from crisis_game.law.tree import OPEN, Tree, tree
from crisis_game.law.vocabulary import FACTS
from crisis_game.texts import Text, Wording
from tests.law.conftest import ACTS, conduct_of

MOST_WORDS = 190
CONDUCTS = [*(conduct_of(name) for name in ACTS), *(case(id_).conduct for id_ in ids())]
IDS = [*ACTS, *ids()]

every_act = pytest.mark.parametrize("conduct", CONDUCTS, ids=IDS)


def issues(name: str, **changed: Any) -> Tree:
    """The tree of one of the suite's acts, with some facts changed."""
    return tree(conduct_of(name, **changed))


def ruled(name: str, **changed: Any) -> Ruling:
    """The ruling on one of the suite's acts, with some facts changed."""
    conduct = conduct_of(name, **changed)
    return ruling(conduct, tree(conduct), Deed())


def said(found: Ruling) -> str:
    """A ruling in words."""
    wording = Wording()
    return " ".join(wording.say(sentence) for sentence in found.sentences)


@every_act
def test_what_decides_gives_the_word(conduct: Conduct) -> None:
    found = tree(conduct)
    if found.judgement.legality != "lawful":
        assert found.deciding is not None
        assert found.deciding.verdict == found.judgement.legality or found.deciding.verdict == "contested"


@every_act
def test_the_point_on_which_an_open_act_turns_turns_it(conduct: Conduct) -> None:
    found = tree(conduct)
    if found.judgement.legality in OPEN:
        assert found.turning is not None
        assert found.if_met != found.if_not


@every_act
def test_a_ruling_reads_as_sentences(conduct: Conduct) -> None:
    words = said(ruling(conduct, tree(conduct), Deed()))
    wording = Wording()
    asked = {wording.say(Text("{asks:inline}", {"asks": rule.asks})) for rule in RULES.values()}
    assert not [question for question in asked if f"is {question}" in words]
    assert "Not proven. It is not known" not in words.partition("turns first on a fact")[2]


@every_act
def test_each_finding_stands_at_one_place_of_the_tree(conduct: Conduct) -> None:
    found = tree(conduct)
    heads = {finding.rule for finding in (found.deciding, found.turning) if finding}
    beside = [finding.rule for issue in found.beside for finding in (issue.finding, *issue.follows)]
    follows, kept = [one.rule for one in found.follows], [one.rule for one in found.kept]
    placed = [*heads, *beside, *follows, *kept]
    assert len(placed) == len(set(placed))
    assert set(placed) <= {finding.rule for finding in found.judgement.findings}


@every_act
def test_every_breach_is_told_somewhere(conduct: Conduct) -> None:
    found = tree(conduct)
    told = {finding.rule for finding in (found.deciding, found.turning, *found.follows) if finding}
    told |= {finding.rule for issue in found.beside for finding in (issue.finding, *issue.follows)}
    assert {finding.rule for finding in found.judgement.adverse} <= told


@every_act
def test_a_ruling_is_short_and_whole(conduct: Conduct) -> None:
    found = ruling(conduct, tree(conduct), Deed())
    words = said(found)
    assert len(words.split()) <= MOST_WORDS
    assert len(found.sentences) >= 2
    assert "{" not in words
    assert words.count(" .") == words.count("..") == 0


@every_act
def test_the_two_replies_are_the_words_found_by_trial(conduct: Conduct) -> None:
    found = tree(conduct)
    told = ruling(conduct, found, Deed())
    if told.replies:
        assert [reply.word for reply in told.replies] == [found.if_met, found.if_not]
        assert found.turning is not None
        assert told.question == RULES[found.turning.rule].asks


def test_faults_that_vanish_together_are_told_once() -> None:
    found = issues("strike")
    follows = {finding.rule for finding in found.follows}
    assert {"territorial-integrity", "pacific-first", "non-intervention"} <= follows
    assert not {"territorial-integrity", "pacific-first"} & {issue.finding.rule for issue in found.beside}


def test_a_breach_of_its_own_stands_beside() -> None:
    found = issues("defence", unsc_reported_art51=False, attributed_to_state="disputed")
    assert found.turning is not None
    assert (found.turning.rule, found.if_met, found.if_not) == ("attribution-state", "lawful", "unlawful")
    assert [issue.finding.rule for issue in found.beside] == ["report-unsc"]


def test_an_unlawful_act_is_told_where_the_plea_that_it_names_fails() -> None:
    found = issues("strike", claimed_basis="consent", consent_given_by="rival-claimant")
    assert found.turning is not None
    assert found.turning.rule == "invitation"


def test_after_the_first_question_the_next_is_named() -> None:
    found = issues("group", attack_gravity="disputed")
    assert found.turning is not None
    assert found.next is not None
    assert found.if_met in OPEN
    assert found.next.rule != found.turning.rule


def test_the_headline_has_two_words_where_there_was_force() -> None:
    wording = Wording()
    assert wording.say(ruled("defence").headline) == "Resort: lawful. Conduct: law kept."
    assert wording.say(ruled("defence", target_use="civil").headline) == "Resort: lawful. Conduct: grave breach."
    assert wording.say(ruled("countermeasure").headline) == "The act: lawful."


def test_a_lawful_defence_fought_against_the_law_is_no_lawful_act_in_one_word() -> None:
    judgement = judge(conduct_of("defence", target_use="civil"))
    assert (judgement.legality, judgement.manner, judgement.gravest) == ("lawful", "unlawful", "unlawful")


@pytest.mark.parametrize(
    ("act", "changed", "codes"),
    [
        ("defence", {}, ()),
        ("group", {}, ("own-risk",)),
        ("defence", {"unsc_reported_art51": False}, ("make-good",)),
        ("strike", {}, ("cease", "assure", "repair", "demand", "answer", "others-demand")),
        (
            "strike",
            {"territory_held": "annexed"},
            ("cease", "assure", "repair", "demand", "answer", "others-demand", "not-recognise"),
        ),
        ("patrol", {"prior_notice": False}, ("cease", "assure", "repair", "demand", "answer")),
        ("sanctions", {"civilian_harm": "heavy", "humanitarian_exemptions": False}, ("cease", "assure", "repair")),
        ("countermeasure", {"purpose": "punish"}, ("cease", "assure", "repair", "demand", "answer")),
    ],
)
def test_what_follows(act: str, changed: dict[str, Any], codes: tuple[str, ...]) -> None:
    follows = consequences(issues(act, **changed), ended=False, by_a_body=False)
    assert tuple(consequence.code for consequence in follows) == codes


def test_what_has_ended_need_not_be_ended_and_a_body_answers_for_its_text() -> None:
    follows = [one.code for one in consequences(issues("strike"), ended=True, by_a_body=True)]
    assert "cease" not in follows
    assert follows[-1] == "organisation-answers"


def test_the_deed_is_told_in_the_words_given_for_it() -> None:
    conduct = conduct_of("strike")
    deed = Deed(done=Text("Ardan shelled the port."))
    assert said(ruling(conduct, tree(conduct), deed)).startswith("Ardan shelled the port. Force was used")


def test_every_kind_of_act_has_words_for_what_was_done() -> None:
    assert set(DONE) == {*FACTS["response_kind"].words, *FACTS["omission"].words}


def test_steps_are_parted_by_whose_hands_they_lie_in() -> None:
    found = ruled("help", victim_requested_help=False, unsc_reported_art51=False)
    wording = Wording()
    assert [wording.say(step) for step in found.own] == ["Report the act to the Security Council at once."]
    assert [wording.say(step) for step in found.others] == ["Act only at the request of the state attacked."]
    assert found.safe


def test_what_was_left_undone_must_still_be_done_and_is_never_answered_by_force() -> None:
    conduct = conduct_of("unanswered", omission="pledge-broken", pledge="public", pledge_met=False)
    told = ruling(conduct, tree(conduct), Deed())
    assert [one.code for one in told.follows] == ["perform", "assure", "repair", "demand", "answer-omission"]
    assert said(told) == (
        "The actor did not keep its word. The promise was made to all; such a promise binds in good faith, and it was "
        "not kept. In the actor's own hands: give what was pledged, or pledge less. Now it must still be done, not be "
        "left undone again, and the harm be repaired (State Responsibility, Articles 30, 31). The state wronged may "
        "demand all this. It may answer with countermeasures, never with force."
    )


def test_a_step_of_procedure_left_out_must_be_made_good() -> None:
    conduct = conduct_of("unanswered", omission="intelligence-withheld", telling_asked="share", told_some=False)
    assert [one.code for one in ruling(conduct, tree(conduct), Deed()).follows] == ["make-good"]

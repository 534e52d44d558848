"""The tree and the ruling: each fault once, a point that turns, few words, and what follows from a breach."""

from __future__ import annotations

from typing import Any

import pytest

from crisis_game.law import Conduct, judge
from crisis_game.law.casebook import case, ids
from crisis_game.law.consequences import consequences
from crisis_game.law.order import RULES
from crisis_game.law.ruling import DONE, ruling
from crisis_game.law.ruling_model import Deed, Ruling
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


def said(decision: Ruling) -> str:
    """A ruling in words."""
    wording = Wording()
    return " ".join(wording.say(sentence) for sentence in decision.sentences)


@every_act
def test_what_decides_gives_the_word(conduct: Conduct) -> None:
    issue_tree = tree(conduct)
    if issue_tree.judgement.legality != "lawful":
        assert issue_tree.deciding is not None
        assert (
            issue_tree.deciding.verdict == issue_tree.judgement.legality or issue_tree.deciding.verdict == "contested"
        )


@every_act
def test_the_point_on_which_an_open_act_turns_turns_it(conduct: Conduct) -> None:
    issue_tree = tree(conduct)
    if issue_tree.judgement.legality in OPEN:
        assert issue_tree.turning is not None
        assert issue_tree.if_met != issue_tree.if_not


@every_act
def test_a_ruling_reads_as_sentences(conduct: Conduct) -> None:
    words = said(ruling(conduct, tree(conduct), Deed()))
    wording = Wording()
    asked = {wording.say(Text("{asks:inline}", {"asks": rule.asks})) for rule in RULES.values()}
    assert not [question for question in asked if f"is {question}" in words]
    assert "Not proven. It is not known" not in words.partition("turns first on a fact")[2]


@every_act
def test_each_finding_stands_at_one_place_of_the_tree(conduct: Conduct) -> None:
    issue_tree = tree(conduct)
    heads = {finding.rule for finding in (issue_tree.deciding, issue_tree.turning) if finding}
    beside = [finding.rule for issue in issue_tree.beside for finding in (issue.finding, *issue.follows)]
    follows, kept = [finding.rule for finding in issue_tree.follows], [finding.rule for finding in issue_tree.kept]
    placed = [*heads, *beside, *follows, *kept]
    assert len(placed) == len(set(placed))
    assert set(placed) <= {finding.rule for finding in issue_tree.judgement.findings}


@every_act
def test_every_breach_is_told_somewhere(conduct: Conduct) -> None:
    issue_tree = tree(conduct)
    covered = {finding.rule for finding in (issue_tree.deciding, issue_tree.turning, *issue_tree.follows) if finding}
    covered |= {finding.rule for issue in issue_tree.beside for finding in (issue.finding, *issue.follows)}
    assert {finding.rule for finding in issue_tree.judgement.adverse} <= covered


@every_act
def test_a_ruling_is_short_and_whole(conduct: Conduct) -> None:
    decision = ruling(conduct, tree(conduct), Deed())
    words = said(decision)
    assert len(words.split()) <= MOST_WORDS
    assert len(decision.sentences) >= 2
    assert "{" not in words
    assert words.count(" .") == words.count("..") == 0


@every_act
def test_the_two_replies_are_the_words_found_by_trial(conduct: Conduct) -> None:
    issue_tree = tree(conduct)
    decision = ruling(conduct, issue_tree, Deed())
    if decision.replies:
        assert [reply.word for reply in decision.replies] == [issue_tree.if_met, issue_tree.if_not]
        assert issue_tree.turning is not None
        assert decision.question == RULES[issue_tree.turning.rule].asks


def test_faults_that_vanish_together_are_told_once() -> None:
    issue_tree = issues("strike")
    follows = {finding.rule for finding in issue_tree.follows}
    assert {"territorial-integrity", "pacific-first", "non-intervention"} <= follows
    assert not {"territorial-integrity", "pacific-first"} & {issue.finding.rule for issue in issue_tree.beside}


def test_a_breach_of_its_own_stands_beside() -> None:
    issue_tree = issues("defence", unsc_reported_art51=False, attributed_to_state="disputed")
    assert issue_tree.turning is not None
    assert (issue_tree.turning.rule, issue_tree.if_met, issue_tree.if_not) == (
        "attribution-state",
        "lawful",
        "unlawful",
    )
    assert [issue.finding.rule for issue in issue_tree.beside] == ["report-unsc"]


def test_an_unlawful_act_is_told_where_the_plea_that_it_names_fails() -> None:
    issue_tree = issues("strike", claimed_basis="consent", consent_given_by="rival-claimant")
    assert issue_tree.turning is not None
    assert issue_tree.turning.rule == "invitation"


def test_after_the_first_question_the_next_is_named() -> None:
    issue_tree = issues("group", attack_gravity="disputed")
    assert issue_tree.turning is not None
    assert issue_tree.next is not None
    assert issue_tree.if_met in OPEN
    assert issue_tree.next.rule != issue_tree.turning.rule


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
    follows = [consequence.code for consequence in consequences(issues("strike"), ended=True, by_a_body=True)]
    assert "cease" not in follows
    assert follows[-1] == "organisation-answers"


def test_the_deed_is_told_in_the_words_given_for_it() -> None:
    conduct = conduct_of("strike")
    deed = Deed(done=Text("Ardan shelled the port."))
    assert said(ruling(conduct, tree(conduct), deed)).startswith("Ardan shelled the port. Force was used")


def test_every_kind_of_act_has_words_for_what_was_done() -> None:
    assert set(DONE) == {*FACTS["response_kind"].words, *FACTS["omission"].words}


def test_steps_are_parted_by_whose_hands_they_lie_in() -> None:
    decision = ruled("help", victim_requested_help=False, unsc_reported_art51=False)
    wording = Wording()
    assert [wording.say(step) for step in decision.own] == ["Report to the Security Council at once."]
    assert [wording.say(step) for step in decision.others] == ["Act only at the request of the state attacked."]
    assert decision.safe


def test_what_was_left_undone_must_still_be_done_and_is_never_answered_by_force() -> None:
    conduct = conduct_of("unanswered", omission="pledge-broken", pledge="public", pledge_met=False)
    decision = ruling(conduct, tree(conduct), Deed())
    assert [consequence.code for consequence in decision.follows] == [
        "perform",
        "assure",
        "repair",
        "demand",
        "answer-omission",
    ]
    assert said(decision) == (
        "The actor did not keep its word. The promise was made to all; such a promise binds in good faith, and it was "
        "not kept. In the actor's own hands: give what was pledged, or pledge less. Now it must still be done, not be "
        "left undone again, and the harm be repaired (State Responsibility, Articles 30, 31). The state wronged may "
        "demand all this. It may answer with countermeasures, never with force."
    )


def test_a_step_of_procedure_left_out_must_be_made_good() -> None:
    conduct = conduct_of("unanswered", omission="intelligence-withheld", telling_asked="share", told_some=False)
    assert [consequence.code for consequence in ruling(conduct, tree(conduct), Deed()).follows] == ["make-good"]

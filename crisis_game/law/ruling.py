"""The ruling on an act, as a lawyer would say it to a student: three to eight sentences made from its issue tree.

What was done; the question on which it turns, with both answers; what was wrong whatever the answer; what would have
made it safe; what follows now. Each part is left out where there is nothing to say.
"""

from __future__ import annotations

from dataclasses import replace

from crisis_game.law.conduct import Conduct
from crisis_game.law.consequences import consequences
from crisis_game.law.facts_in_reach import asks_others
from crisis_game.law.finding import FactChange, Finding, Judgement, Legality, View
from crisis_game.law.judge import judge
from crisis_game.law.mending_facts import changes
from crisis_game.law.order import RULES
from crisis_game.law.ruling_model import WORDS, Deed, Reply, Ruled, Ruling
from crisis_game.law.ruling_sentences import sentences
from crisis_game.law.tree import OPEN, Tree, tree
from crisis_game.texts import Msgid, Text

MOST_WRONGS = 3
"""Wrongs beside what decides that a ruling tells."""
MOST_STEPS = 3
"""Steps in one's own hands, and in those of others, that a ruling tells."""
MANNERS: dict[Legality, Msgid] = {
    "lawful": "law kept",
    "unlawful": "law broken",
    "contested": "open in law",
    "insufficient-facts": "not proven",
}
_BREACHES: dict[str, Msgid] = {
    "serious": "serious breach",
    "grave": "grave breach",
    "peremptory": "breach of the core of the law",
}
DONE: dict[str, Msgid] = {
    "consultation": "{actor} called for consultation.",
    "diplomatic": "{actor} took a diplomatic step towards {target}.",
    "retorsion": "{actor} took an unfriendly measure towards {target}.",
    "countermeasure": "{actor} left a duty towards {target} unperformed.",
    "sanctions": "{actor} imposed sanctions on {target}.",
    "suspension": "{actor} suspended {target}, or a treaty with it.",
    "technical-assistance": "{actor} gave technical help.",
    "arms-supply": "{actor} supplied arms.",
    "peacekeeping": "{actor} sent peacekeepers.",
    "show-of-force": "{actor} showed its forces to {target}.",
    "navigation": "{actor} sent a ship or aircraft on its way.",
    "threat": "{actor} threatened {target} with force.",
    "law-enforcement": "{actor} enforced its law.",
    "maritime-interdiction": "{actor} stopped ships at sea.",
    "blockade": "{actor} blockaded {target}.",
    "physical-barrier": "{actor} put up a barrier.",
    "intervention": "{actor} intervened in {target}.",
    "covert-operation": "{actor} acted covertly in {target}.",
    "cyber-operation": "{actor} reached into the systems of {target}.",
    "hostage-taking": "{actor} seized persons under protection.",
    "rescue": "{actor} went in to bring people out.",
    "force": "{actor} used armed force against {target}.",
    "occupation": "{actor} occupied land of {target}.",
    "regime-change": "{actor} removed a government of {target}.",
    "annexation": "{actor} took land of {target} for its own.",
    "help-refused": "{actor} refused the help that {target} had asked for.",
    "help-unanswered": "{actor} gave no answer when {target} asked for help.",
    "pledge-broken": "{actor} did not keep its word.",
    "intelligence-withheld": "{actor} kept to itself what it knew.",
    "not-reported": "{actor} did not report in time.",
    "not-notified": "{actor} gave no notice in time.",
    "not-consulted": "{actor} did not consult in time.",
    "dues-unpaid": "{actor} did not pay its dues in time.",
    "award-not-obeyed": "{actor} did not obey an award.",
    "wrong-not-repaired": "{actor} did not make good what it had done before.",
}
"""What was done or left undone, by its kind, where nobody has said it more exactly."""


def ruled_on(conduct: Conduct, deed: Deed, judged: Judgement | None = None) -> Ruled:
    """The tree of an act and the ruling on it: four to five times the work of judging it, so only when it is read."""
    issues = tree(conduct, judged)
    return Ruled(issues, ruling(conduct, issues, deed))


def ruling(conduct: Conduct, issues: Tree, deed: Deed) -> Ruling:
    """The ruling on a conduct, from its tree and what is told of the deed."""
    wrong = tuple(issue.finding for issue in issues.beside if issue.finding.severity)[:MOST_WRONGS]
    steps, safe = _mending(conduct, issues, wrong)
    own = tuple(dict.fromkeys(step.advice for step in steps if not asks_others(step.fact)))[:MOST_STEPS]
    others = tuple(dict.fromkeys(step.advice for step in steps if asks_others(step.fact)))[:MOST_STEPS]
    said = Ruling(
        headline=headline(issues),
        done=_done(conduct, deed),
        reason=_reason(issues),
        question=RULES[issues.turning.rule].asks if issues.turning and _turns(issues) else None,
        replies=_replies(issues) if _turns(issues) else (),
        wrong=wrong,
        own=own,
        others=others,
        safe=safe,
        follows=consequences(issues, ended=deed.ended, by_a_body=deed.by_a_body),
        sentences=(),
        in_short=_in_short(issues),
    )
    return replace(said, sentences=tuple(sentences(issues, said)))


def headline(issues: Tree) -> Text:
    """The word on an act; with force one on the resort to it and one on how it was used."""
    judgement = issues.judgement
    if judgement.resort is None:
        return Text("The act: {word}.", {"word": Text(WORDS[judgement.legality])})
    return Text(
        "Resort: {word}. Conduct: {manner}.", {"word": Text(WORDS[judgement.resort]), "manner": _manner(issues)}
    )


def _manner(issues: Tree) -> Text:
    judgement = issues.judgement
    if judgement.manner is None:
        return Text("nothing to judge")
    if judgement.manner == "unlawful" and judgement.manner_severity in _BREACHES:
        return Text(_BREACHES[str(judgement.manner_severity)])
    return Text(MANNERS[judgement.manner])


def _done(conduct: Conduct, deed: Deed) -> Text:
    if deed.done is not None:
        return deed.done
    kind = str(conduct.facts.get("omission", conduct.facts.get("response_kind")))
    if kind in DONE:
        return Text(DONE[kind], {"actor": deed.actor, "target": deed.target})
    return Text("What {actor:inline} did is not known.", {"actor": deed.actor})


def _reason(issues: Tree) -> Text:
    """What gives the word."""
    if issues.deciding is None:
        if issues.judgement.legality == "lawful":
            return Text("No rule of law forbade it.")
        return Text("Too little is known of it for any rule to speak.")
    if issues.judgement.legality == "lawful" and issues.deciding.verdict == "contested":
        return Text("{because} The view that allows it prevails.", {"because": issues.deciding.because})
    return issues.deciding.because


def _in_short(issues: Tree) -> Text:
    if issues.turning is not None and issues.judgement.legality in OPEN and issues.turning.premise is not None:
        return Text("It turns on this: {premise:inline}.", {"premise": issues.turning.premise})
    if issues.turning is not None:
        return issues.turning.because
    return _reason(issues)


def _turns(issues: Tree) -> bool:
    return issues.turning is not None and issues.if_met != issues.if_not


def _replies(issues: Tree) -> tuple[Reply, ...]:
    turning = issues.turning
    if turning is None or issues.if_met is None or issues.if_not is None:
        return ()
    left = _question_of(issues.next) if issues.next else None
    for_, against = _views(turning)
    met = _reply(issues.if_met, for_, turning, "lawful", left)
    return met, _reply(issues.if_not, against, turning, "unlawful", None)


def _reply(word: Legality, side: View | None, turning: Finding, verdict: str, left: Text | None) -> Reply:
    so_it_is = turning.verdict == verdict
    because = side.claim if side else turning.because if so_it_is else None
    authority = tuple(source.cite for source in side.authority) if side else ()
    return Reply(word, because, authority, so_it_is, left)


def _views(finding: Finding) -> tuple[View | None, View | None]:
    """The view on which the test is met, and the one on which it is not."""
    met = next((view for view in finding.views if view.verdict == "lawful"), None)
    return met, next((view for view in finding.views if view.verdict == "unlawful"), None)


def _question_of(finding: Finding) -> Text:
    """What is asked next, as the end of a sentence; a rule that asks a fact is called by its name."""
    if finding.verdict == "contested" and finding.premise is not None:
        return finding.premise
    return Text("that of {rule:inline}", {"rule": RULES[finding.rule].name})


def _mending(conduct: Conduct, issues: Tree, wrong: tuple[Finding, ...]) -> tuple[list[FactChange], bool]:
    """Steps that would have mended what decides and what was wrong beside it, and whether they carry the act."""
    head = None if issues.judgement.legality == "lawful" else issues.turning or issues.deciding
    facts, steps = dict(conduct.facts), []
    for finding in (head, *wrong) if head else wrong:
        now = replace(conduct, facts=facts)
        again = next((candidate for candidate in judge(now).findings if candidate.rule == finding.rule), None)
        ways = changes(now, again) if again is not None and again.verdict != "lawful" else ()
        for step in ways[0] if ways else ():
            facts[step.fact] = step.then
            steps.append(step)
    after = judge(replace(conduct, facts=facts))
    return steps, bool(steps) and after.gravest == "lawful"

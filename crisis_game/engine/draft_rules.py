"""What a draft must be to be tabled: one function for each rule, each with a refusal that says what to mend.

Only what all members may know is read, so that a text which is valid for one is valid for all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from crisis_game.engine.act import Refusal
from crisis_game.engine.decision_rules import AGAINST, decision_of, matter_of, organ_of
from crisis_game.engine.domains import Words
from crisis_game.engine.seen import Seen
from crisis_game.scenario.draft import BASES, Draft, Motion, MotionKind
from crisis_game.scenario.ids import ClaimId, MeasureId, StateId
from crisis_game.texts import Text, Value

MOST_CLAIMS = 3
"""Claims that a text can rest on."""

MOST_OWN_WORDS = 200
"""Characters added to the aim."""

PROVEN_RUNG = 3
"""From this rung a text rests on at least one claim, where the council has heard of any."""

EMERGENCY_LINES = 2
"""Measures in a text under the emergency procedure, which has no clauses and no motion."""

DEAR_MOTIONS: frozenset[MotionKind] = frozenset(("suspension", "opinion", "arbitration", "amendment", "referral"))
"""Motions that take two attention to table."""

Rule = Callable[[Seen, Draft], Refusal | None]


def why_invalid(seen: Seen, draft: Draft) -> Refusal | None:
    """What is wrong with a draft, the first thing found; None for one that can be tabled."""
    return next((refusal for rule in _RULES if (refusal := rule(seen, draft)) is not None), None)


def why_no_emergency(seen: Seen, draft: Draft) -> Refusal | None:
    """What is wrong with a draft for the emergency procedure."""
    if not 1 <= len(draft.lines) <= EMERGENCY_LINES or draft.motion is not None:
        sentence = "An emergency text has one or two measures and no motion."
        return Refusal("not-an-emergency-text", Text(sentence), _emergency_article(seen))
    if draft.clauses:
        return Refusal("no-clauses", Text("An emergency text has no clauses."), _emergency_article(seen))
    return why_invalid(seen, draft)


def attention_for(draft: Draft) -> int:
    """The attention that it takes to table a draft."""
    return 2 if draft.motion is not None and draft.motion.kind in DEAR_MOTIONS else 1


def targets_of(seen: Seen, measure: MeasureId) -> tuple[StateId | None, ...]:
    """Whom a measure can be aimed at, the likeliest first; None is nobody.

    Words, economic measures and force go against the adversary's state, help and presence go to nobody in particular
    or to a member; the author's packages may name others.
    """
    named = tuple(
        line.target for package in seen.packages.values() for line in package.draft.lines if line.measure == measure
    )
    usual = (seen.adversary,) if seen.measure(measure).kind in AGAINST else (None, *seen.members)
    return tuple(dict.fromkeys((*usual, *named)))


def is_the_organs(seen: Seen, measure: MeasureId) -> bool:
    """Whether a measure is the organ's alone to take, since it touches a member's part in the organisation."""
    return seen.measure(measure).matter == "suspension"


def own_targets_of(seen: Seen, measure: MeasureId) -> tuple[StateId | None, ...]:
    """Whom a member can aim a measure of its own at: as in a text, but nothing against itself.

    What touches a member's part in the organisation no member decides for itself.
    """
    if is_the_organs(seen, measure):
        return ()
    against = seen.measure(measure).kind in AGAINST
    return tuple(target for target in targets_of(seen, measure) if not (against and target == seen.seat))


def heard_claims(seen: Seen) -> tuple[ClaimId, ...]:
    """The claims that the council has heard of."""
    return tuple(claim for claim in seen.claims if seen.public_grade(claim) is not None)


def motions(seen: Seen) -> tuple[Motion, ...]:
    """All motions that can be tabled now."""
    open_motions: list[Motion] = []
    for kind, subjects in _SUBJECTS.items():
        open_motions.extend(Motion(kind, subject) for subject in subjects(seen))
    return tuple(open_motions)


def _parts(seen: Seen, draft: Draft) -> Refusal | None:
    if not draft.lines and draft.motion is None:
        return Refusal("empty-text", Text("A text needs a measure or a motion."))
    if len(draft.lines) > seen.numbers.lines:
        most = {"most": seen.numbers.lines}
        return Refusal("too-many-measures", Text("A text has at most {most} measures.", most))
    return None


def _measures(seen: Seen, draft: Draft) -> Refusal | None:
    known = seen.measures
    for line in draft.lines:
        if line.measure not in known:
            return Refusal("no-such-measure", Text("The catalogue has no measure {id}.", {"id": line.measure}))
        if line.target not in targets_of(seen, line.measure):
            named = {"measure": line.measure}
            return Refusal("wrong-target", Text("{measure:measure} cannot be aimed there.", named))
    if len({line.measure for line in draft.lines}) < len(draft.lines):
        return Refusal("measure-twice", Text("No measure stands in a text twice."))
    return None


def _motion(seen: Seen, draft: Draft) -> Refusal | None:
    motion = draft.motion
    subjects = _SUBJECTS.get(motion.kind) if motion is not None else None
    if motion is None or (subjects is not None and motion.subject in subjects(seen)):
        return None
    if motion.kind != "settlement":
        return Refusal("wrong-motion", Text("There is nothing now that this motion could be about."))
    first_round = min((terms.round for terms in seen.settlements.values()), default=0)
    if not first_round:
        return Refusal("nobody-to-settle-with", Text("There is nobody in this crisis with whom terms can be settled."))
    if seen.round < first_round:
        first = {"round": first_round}
        return Refusal("too-early-to-settle", Text("Terms can be settled from round {round} on.", first))
    if _offered(seen) and not seen.offer_open:
        return Refusal("force-uncovered", Text("Nothing can be settled while members use force that nothing covers."))
    return Refusal("no-offer-open", Text("Terms can be settled only while an adopted text keeps an off-ramp open."))


def _aim(seen: Seen, draft: Draft) -> Refusal | None:
    if draft.aim not in seen.aims and (draft.aim or (draft.lines and seen.aims)):
        return Refusal("no-such-aim", Text("Choose one of the aims of this scenario."))
    if not Words(MOST_OWN_WORDS).admits(draft.own_words):
        sentence = "Your own words on the aim have at most {most} characters."
        return Refusal("too-many-words", Text(sentence, {"most": MOST_OWN_WORDS}))
    return None


def _basis(_: Seen, draft: Draft) -> Refusal | None:
    return None if draft.basis in BASES else Refusal("no-such-basis", Text("Choose one of the legal bases."))


def _claims(seen: Seen, draft: Draft) -> Refusal | None:
    heard = heard_claims(seen)
    if len(draft.claims) > MOST_CLAIMS or len(set(draft.claims)) < len(draft.claims):
        most = {"most": MOST_CLAIMS}
        return Refusal("too-many-claims", Text("A text rests on at most {most} claims, none named twice.", most))
    if not set(draft.claims) <= set(heard):
        return Refusal("unheard-claim", Text("A text can rest only on claims that the council has heard of."))
    rung = max((seen.measure(line.measure).rung for line in draft.lines), default=0)
    if rung >= PROVEN_RUNG and heard and not draft.claims:
        sentence = "A text with a measure of rung {rung} or more must rest on a claim."
        return Refusal("rests-on-nothing", Text(sentence, {"rung": PROVEN_RUNG}))
    return None


def _clauses(seen: Seen, draft: Draft) -> Refusal | None:
    known = seen.clauses
    for switch in draft.clauses:
        clause = known.get(switch.clause)
        if clause is None:
            return Refusal("no-such-clause", Text("There is no clause {id}.", {"id": switch.clause}))
        if not clause.low <= switch.value <= clause.high:
            sentence = "{clause:clause} lies between {low} and {high}."
            values: dict[str, Value] = {"clause": clause.id, "low": clause.low, "high": clause.high}
            return Refusal("out-of-bounds", Text(sentence, values))
    if len({switch.clause for switch in draft.clauses}) < len(draft.clauses):
        return Refusal("clause-twice", Text("No clause stands in a text twice."))
    beyond = tuple(switch.clause for switch in draft.clauses[seen.numbers.switches :])
    if beyond:
        sentence = "A text has at most {most} clauses: take out {clauses:clause}, or others in their place."
        return Refusal("too-many-clauses", Text(sentence, {"most": seen.numbers.switches, "clauses": beyond}))
    return None


def _power(seen: Seen, draft: Draft) -> Refusal | None:
    if decision_of(seen, matter_of(seen, draft)) is None:
        organ = organ_of(seen)
        return Refusal("no-power", Text("The charter gives the organ no power to decide this."), organ.article)
    return None


_RULES: tuple[Rule, ...] = (_parts, _measures, _motion, _aim, _basis, _claims, _clauses, _power)


def _articles_and_claims(seen: Seen) -> tuple[str, ...]:
    return (*_articles(seen), *heard_claims(seen))


def _articles(seen: Seen) -> tuple[str, ...]:
    return tuple(article.number for article in seen.charter.articles)


def _amendments(seen: Seen) -> tuple[str, ...]:
    """Those that the charter lists and that are not adopted; its articles where it lists none."""
    listed = seen.charter.amendments
    return tuple(id_ for id_ in listed if id_ not in seen.amended) if listed else _articles(seen)


def _with_whom(seen: Seen) -> tuple[str | None, ...]:
    """With whom terms can be settled now; nobody is named where it could be no other."""
    if not seen.offer_open:
        return ()
    ready = tuple(id_ for id_, terms in seen.settlements.items() if seen.round >= terms.round)
    return (None,) if ready and len(seen.settlements) == 1 else ready


def _offered(seen: Seen) -> bool:
    """Whether an adopted text offers a way back, open or not."""
    return any(text.status == "adopted" and text.draft.switch("off-ramp") for text in seen.texts.values())


_SUBJECTS: Mapping[MotionKind, Callable[[Seen], tuple[str | None, ...]]] = {
    "consult": lambda _: (None,),
    "mediation": lambda _: (None,),
    "settlement": _with_whom,
    "inquiry": lambda seen: (*seen.incidents, *heard_claims(seen)),
    "hearing": lambda seen: seen.neighbours,
    "referral": lambda seen: seen.council_asks,
    "suspension": lambda seen: tuple(filter(seen.may_be_suspended, seen.members)),
    "reinstatement": lambda seen: tuple(sorted(seen.suspended)),
    "opinion": lambda seen: (*_articles_and_claims(seen), *seen.open_to_opinion),
    "arbitration": lambda seen: (*_articles_and_claims(seen), *seen.to_be_arbitrated),
    "amendment": _amendments,
    "lift": lambda seen: tuple(
        id_ for id_, text in seen.texts.items() if text.status == "adopted" and text.draft.lines
    ),
}
"""What each motion can be about now."""


def _emergency_article(seen: Seen) -> str | None:
    return seen.charter.emergency.article

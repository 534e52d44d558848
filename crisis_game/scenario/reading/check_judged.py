"""Acts of the script as the judge will read them: facts without which it could say nothing of them at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from crisis_game.law.conduct import Conduct
from crisis_game.law.derived import settled_facts
from crisis_game.law.judge import judge
from crisis_game.scenario.fact_rows import Fact, rows_of
from crisis_game.scenario.model import Incident, Step
from crisis_game.scenario.reading.sense import Sense

MANY_RULES = 8
"""A fact that so many rules miss is one on which nearly all hangs; a missing detail is left to the debrief."""

_BY_PLAY: Mapping[str, Fact] = {
    "actor_standing": "none",
    "unsc_authorisation": "none",
    "unsc_had_acted": False,
    "unsc_blocked_by_veto": False,
    "report_filed": False,
    "days_of_delay": 0,
}
"""Facts of a step that play gives it, as they are where nothing else has happened."""

_FIX = "Write it under `facts`; docs/authors/reference.md says what each fact means."


def check_judged(sense: Sense) -> None:
    """The judge can say something of every step that somebody answers for, and of every incident with an author."""
    if not sense.whole("incidents", "actors"):
        return
    for id_, actor in sense.file.actors.items():
        if actor.answers_for_it:
            for step in actor.steps:
                _check_step(sense, id_, step)
    for id_, incident in sense.file.incidents.items():
        if incident.author is not None:
            _check_incident(sense, id_, incident)


def _check_step(sense: Sense, actor: str, step: Step) -> None:
    missed = [_missed(facts) for facts in _variants(step.facts)]
    if missed[0] is not None and None not in missed:
        fact, rules = missed[0]
        message = "The judge could not say whether this step is lawful: {rules} of its rules would miss `{fact}`."
        path = ("actors", actor, "steps", step.id)
        sense.error_at_key(path, "W655", message, _FIX, rules=rules, fact=fact)


def _missed(facts: Mapping[str, Fact]) -> tuple[str, int] | None:
    """The fact that most rules miss, and how many do; None where few do, or the answer does not hang on it."""
    judgement = judge(Conduct("step", "step", {**_BY_PLAY, **facts}))
    missing = Counter(fact for finding in judgement.findings for fact in finding.missing)
    first = max(missing.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    return first if judgement.legality == "insufficient-facts" and first[1] >= MANY_RULES else None


def _check_incident(sense: Sense, id_: str, incident: Incident) -> None:
    """How grave it was, and who did it, is what every answer to an incident hangs on."""
    dead: dict[str, Fact] = {"deaths": incident.dead} if incident.dead else {}
    variants = [{**dead, **facts, **more} for facts in _variants(incident.facts) for more in _of_worlds(incident)]
    settled = [settled_facts(Conduct("incident", "incident", {**facts, **_SHOWN})) for facts in variants]
    for fact, written in (("attack_gravity", "damage"), ("attributed_to_state", "attack_author")):
        if all(facts.get(fact) is None for facts in settled):
            message = "The judge could not say what may be done about this incident: it would miss `{fact}`."
            sense.error_at_key(("incidents", id_), "W655", message, _FIX, fact=written)


_SHOWN: Mapping[str, Fact] = {"author_grade": "established"}
"""How well the author is shown is known in play; here it is taken for shown."""


def _of_worlds(incident: Incident) -> list[Mapping[str, Fact]]:
    return [facts for _, facts in incident.fact_variants] or [{}]


def _variants(facts: Mapping[str, Fact]) -> Iterator[dict[str, Fact]]:
    """The facts that always hold, and with each row over them."""
    yield dict(facts)
    yield from ({**facts, **row.facts} for row in rows_of(facts))

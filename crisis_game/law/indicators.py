"""The sixteen indicators of legitimacy: what each asks, how it is read, and its anchors from 0 to 4.

Four dimensions: who took part (input), how it was decided and reviewed (throughput), what it was for and what it did
(output), who carried the burden (solidarity). The literature stands with each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from crisis_game.law.legitimacy_facts import ProcessFacts
from crisis_game.law.names_of_law import verdict_name
from crisis_game.texts import Msgid, Text, counted

Dimension = Literal["input", "throughput", "output", "solidarity"]
Confidence = Literal["good", "fair", "low"]
_TOP = 4.0
_MIDDLE = 2.0
Reading = tuple[float, Text] | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One of the sixteen.

    Attributes:
        id: stable id.
        dimension: which of the four it belongs to.
        name: short name for people.
        asks: what it asks, as a question.
        anchors: what 0, 2 and 4 mean.
        literature: where the criterion comes from.
        confidence: how well it can be measured at all.
        weight: its weight within its dimension, in per cent.
        members: weight for the audience of members, region and world, in per cent of `weight`.
        read: value and evidence from the process facts; None where nothing is known.
    """

    id: str
    dimension: Dimension
    name: Text
    asks: Text
    anchors: tuple[Text, Text, Text]
    literature: str
    confidence: Confidence
    weight: int
    audiences: tuple[int, int, int]
    read: Callable[[ProcessFacts], Reading]


def _yes_no(value: bool | None, yes: Msgid, no: Msgid, low: float = 0.0) -> Reading:
    if value is None:
        return None
    return (_TOP, Text(yes)) if value else (low, Text(no))


def _share(value: int | None, evidence: Msgid) -> Reading:
    return None if value is None else (_TOP * value / 100, Text(evidence, {"share": value}))


def _less(reading: Reading, times: int | None, left_undone: Text) -> Reading:
    """One point less for each thing left undone; where nothing else is known, less than all."""
    if not times:
        return reading
    value, evidence = reading if reading is not None else (_TOP, None)
    words = left_undone if evidence is None else Text("{said} {next}", {"said": evidence, "next": left_undone})
    return max(0.0, value - times), words


def _consultation(seen: ProcessFacts) -> Reading:
    kept = counted("{n} thing known was kept back.", "{n} things known were kept back.", seen.kept_back or 0)
    return _less(_consulted(seen), seen.kept_back, kept)


def _consulted(seen: ProcessFacts) -> Reading:
    if seen.heard_share is not None:
        return _share(seen.heard_share if seen.consulted is not False else seen.heard_share // 2, _HEARD)
    return _yes_no(seen.consulted, "Members met and consulted before the act.", "The act came before any consultation.")


_HEARD: Msgid = "{share} per cent of the members spoke before the decision."


def _neighbours(seen: ProcessFacts) -> Reading:
    if seen.neighbours_heard is None:
        return _share(seen.neighbour_support, "{share} per cent of the region's stances were for the act.")
    return _yes_no(seen.neighbours_heard, "Neighbours were heard.", "Neighbours were not heard.")


def _support(seen: ProcessFacts) -> Reading:
    known = [value for value in (seen.member_support, seen.neighbour_support, seen.world_support) if value is not None]
    return _share(sum(known) // len(known), "Support stood at {share} per cent.") if known else None


def _reasons(seen: ProcessFacts) -> Reading:
    return _yes_no(seen.reasons_given, "Reasons were given beforehand or reported.", "No reasons were given.", 0.5)


def _verification(seen: ProcessFacts) -> Reading:
    if seen.acted_before_answer:
        return 0.5, Text("Coercion came before the verification that had been asked for.")
    return _share(seen.verification, "The facts were confirmed independently to {share} per cent.")


_ADHERENCE = {"lawful": _TOP, "contested": _MIDDLE, "insufficient-facts": 1.5, "unlawful": 0.0}
_PERHAPS = 1.0


def _fidelity(seen: ProcessFacts) -> Reading:
    value = _ADHERENCE[seen.legality] - _PERHAPS * min(seen.procedure_defects or 0, 2)
    if seen.legality == "unlawful" and seen.severity == "serious":
        value += _PERHAPS
    if seen.rule_disputed:
        value = min(value, _MIDDLE)
    return max(0.0, value), Text("Legality: {legality}.", {"legality": verdict_name(seen.legality)})


def _consistency(seen: ProcessFacts) -> Reading:
    if seen.unlike_treatment is None:
        return None
    return _share(100 - seen.unlike_treatment, "Like cases were treated alike to {share} per cent.")


def _review(seen: ProcessFacts) -> Reading:
    flags = [flag for flag in (seen.end_set, seen.review_set, seen.way_back) if flag is not None]
    if not flags:
        return None
    evidence = Text("{count} of {asked} safeguards stand: end, review, reversal.", _counted(flags))
    return _TOP * sum(flags) / len(flags), evidence


def _counted(flags: list[bool]) -> dict[str, int | str | Text | tuple[int, ...]]:
    return {"count": sum(flags), "asked": len(flags)}


def _accountability(seen: ProcessFacts) -> Reading:
    left = counted("{n} wrong was not made good.", "{n} wrongs were not made good.", seen.unrepaired or 0)
    return _less(_accounted(seen), seen.unrepaired, left)


def _accounted(seen: ProcessFacts) -> Reading:
    if seen.inquiry is None and seen.redress is None:
        return _share(seen.due_process, "Those targeted had reasons, hearing and review to {share} per cent.")
    if seen.harm_alleged is False:
        return None
    value = _MIDDLE * bool(seen.inquiry) + _MIDDLE * bool(seen.redress)
    return value, Text("Inquiry and redress as recorded.")


def _just_cause(seen: ProcessFacts) -> Reading:
    return _share(seen.cause, "What was answered weighs {share} per cent on the scale of gravity.")


def _last_resort(seen: ProcessFacts) -> Reading:
    if seen.no_time:
        return _TOP, Text("An armed attack under way left no time.")
    if seen.means_tried is None:
        return None
    return min(_TOP, float(seen.means_tried)), counted(
        "{n} peaceful means was tried.", "{n} peaceful means were tried.", seen.means_tried
    )


_PROPORTION = {"lawful": _TOP, "contested": _MIDDLE, "unlawful": 0.0}


def _proportion(seen: ProcessFacts) -> Reading:
    if seen.proportion in _PROPORTION:
        return _PROPORTION[seen.proportion], Text("Proportion: {answer}.", {"answer": verdict_name(seen.proportion)})
    if seen.excess is None:
        return None
    value = max(0.0, min(_TOP, _TOP - max(0, seen.excess)))
    return value, Text("Scale against harm answered: {steps:signed} steps.", {"steps": seen.excess})


def _prospects(seen: ProcessFacts) -> Reading:
    if seen.aim_reached is not None:
        return _yes_no(seen.aim_reached, "The aim was reached.", "The aim was not reached.", 1.0)
    if seen.lasting_hold is None:
        return None
    bounded = 3.0 if seen.end_set else 2.0
    value = 0.5 if seen.lasting_hold else bounded
    return value, Text("Read from its bounds: what it holds and how long.")


def _civilians(seen: ProcessFacts) -> Reading:
    if seen.civilian_harm is None:
        return None
    value = _TOP * (100 - seen.civilian_harm) / 100
    if seen.exemptions is False:
        value = max(0.0, value - 1.5)
    return value, Text("Civilian harm at {share} of 100.", {"share": seen.civilian_harm})


def _intention(seen: ProcessFacts) -> Reading:
    if seen.aim_worth is None:
        return None
    value = _TOP * seen.aim_worth / 100 - (_MIDDLE if seen.drifted else 0.0)
    return max(0.0, value), Text("The aim as conducted serves others to {share} per cent.", {"share": seen.aim_worth})


def _burden(seen: ProcessFacts) -> Reading:
    matched = None if seen.burden_gap is None else 100 - seen.burden_gap
    shared = _share(matched, "Burdens matched means to {share} per cent.")
    failed = counted("Help or a pledge failed {n} time.", "Help or a pledge failed {n} times.", seen.help_failed or 0)
    return _less(shared, seen.help_failed, failed)


def _indicator(
    id_: str,
    dimension: Dimension,
    name: Msgid,
    asks: Msgid,
    anchors: tuple[Msgid, Msgid, Msgid],
    literature: str,
    confidence: Confidence,
    weight: int,
    audiences: tuple[int, int, int],
    read: Callable[[ProcessFacts], Reading],
) -> Indicator:
    low, middle, top = anchors
    return Indicator(
        id_,
        dimension,
        Text(name),
        Text(asks),
        (Text(low), Text(middle), Text(top)),
        literature,
        confidence,
        weight,
        audiences,
        read,
    )


INDICATORS: tuple[Indicator, ...] = (
    _indicator(
        "consultation", "input", "Consultation", "Were members heard before the decision?",
        ("nobody was asked", "some members spoke, in haste", "all who wished spoke in time"),
        "Schmidt 2013 (openness); North Atlantic Treaty, Article 4", "good", 30, (200, 100, 50), _consultation,
    ),
    _indicator(
        "neighbours", "input", "Neighbours heard", "Were neighbours and those affected heard?",
        ("against the region's will", "the region was divided", "heard, answered and broadly in support"),
        "UN Charter, Articles 31, 32 and 44", "fair", 30, (50, 200, 100), _neighbours,
    ),
    _indicator(
        "support", "input", "Breadth of support", "How broad was the support, across blocs?",
        ("isolated or condemned", "divided or silent", "broad and across blocs"),
        "Hurd 2007; Voeten 2005", "fair", 40, (100, 100, 150), _support,
    ),
    _indicator(
        "reasons", "throughput", "Published reasons", "Were facts, basis, aim and limits published?",
        ("nothing was said", "a basis was named", "facts, basis, aim and limits were published"),
        "Kingsbury, Krisch and Stewart 2005", "good", 15, (100, 100, 150), _reasons,
    ),
    _indicator(
        "verification", "throughput", "Independent verification", "Were the facts verified before coercion?",
        ("asserted only, or refuted", "confirmed in part", "confirmed independently, dissent recorded"),
        "Buchanan and Keohane 2006 (epistemic virtues)", "fair", 15, (100, 100, 100), _verification,
    ),
    _indicator(
        "fidelity", "throughput", "Fidelity to the rules", "Were the law and the organ's own rules kept?",
        ("grave or peremptory breach", "contested", "law and procedure kept"),
        "Franck 1990 (adherence)", "good", 35, (100, 100, 100), _fidelity,
    ),
    _indicator(
        "consistency", "throughput", "Consistency", "Are like cases treated alike, ally or rival?",
        ("a rival pays, an ally does not", "uneven", "alike"),
        "Franck 1990 (coherence)", "fair", 15, (50, 100, 150), _consistency,
    ),
    _indicator(
        "review", "throughput", "End, review and reversal", "Are end and review set and used, and can it be undone?",
        ("open-ended and irreversible", "one safeguard", "bounded, reviewed and reversible"),
        "Security Council practice on sunset clauses", "good", 10, (100, 100, 100), _review,
    ),
    _indicator(
        "accountability", "throughput", "Accountability", "Was harm looked into, published, repaired?",
        ("denied", "an inquiry without redress", "independent inquiry and redress"),
        "One World Trust, Global Accountability Framework", "fair", 10, (50, 100, 150), _accountability,
    ),
    _indicator(
        "cause", "output", "Just cause", "How grave is what is answered?",
        ("no wrong came first", "a wrong of disputed weight", "an armed attack or mass atrocity, established"),
        "ICISS 2001; UN High-level Panel 2004", "fair", 20, (100, 100, 100), _just_cause,
    ),
    _indicator(
        "last-resort", "output", "Last resort", "Before force: were milder means tried or reasoned away?",
        ("nothing was tried", "some means", "peaceful means exhausted, or no time for them"),
        "ICISS 2001", "fair", 20, (50, 100, 150), _last_resort,
    ),
    _indicator(
        "proportion", "output", "Proportional means", "Does the weight of the act fit its aim?",
        ("far beyond its aim", "arguable", "no more than the aim asks"),
        "ICISS 2001; UN High-level Panel 2004", "fair", 15, (100, 100, 100), _proportion,
    ),
    _indicator(
        "prospects", "output", "Balance of consequences", "Was it likely to do more good than harm?",
        ("made things worse or stayed on", "open", "aim reached and ended"),
        "UN High-level Panel 2004", "low", 10, (100, 100, 50), _prospects,
    ),
    _indicator(
        "civilians", "output", "Civilian protection", "Were civilians spared and relief exempt?",
        ("heavy harm, no exemptions", "limited harm", "no harm, exemptions in place"),
        "Additional Protocol I; Security Council resolution 2664", "good", 15, (50, 100, 150), _civilians,
    ),
    _indicator(
        "intention", "output", "Right intention", "Do the acts fit the aim that is stated?",
        ("conquest or private gain", "mixed aims", "the stated aim, kept to the end"),
        "ICISS 2001; hard to measure", "low", 20, (100, 100, 100), _intention,
    ),
    _indicator(
        "burden", "solidarity", "Fair burdens", "Did burdens match means?",
        ("a few carried all", "uneven", "each by its means"),
        "Olson and Zeckhauser 1966; Sandler and Forbes 1980", "good", 100, (150, 100, 50), _burden,
    ),
)  # fmt: skip
"""All sixteen, by dimension. Weights within a dimension add up to 100."""

"""The law in the report: acts with both verdicts, their findings, and legitimacy beside legality."""

from __future__ import annotations

from dataclasses import replace

from crisis_game.debrief.blocks import Writer
from crisis_game.debrief.charts.making import profile_chart, quadrant_chart
from crisis_game.debrief.model import ActTold, FindingTold, Review, ViewTold
from crisis_game.debrief.report_charts import chart
from crisis_game.law.indicators import INDICATORS
from crisis_game.law.naming import confidence_name, severity_name, verdict_name
from crisis_game.texts import Text, Value

_NAMES = {one.id: one.name for one in INDICATORS}


def acts(writer: Writer, told: Review) -> None:
    """All acts in a table, then those with something to read up: breaches, open law, verdicts that part."""
    writer.heading(2, Text("Acts and verdicts"))
    if not told.acts:
        writer.paragraph(Text("No act of legal weight is on record."))
        return
    head = (Text("Round"), Text("Act"), Text("Who answers for it"), Text("As known"), Text("As it was"))
    rows = [
        (str(one.round), one.title, one.actor, verdict_name(one.known), verdict_name(one.true)) for one in told.acts
    ]
    writer.table(head, rows)
    for one in _together(told.acts):
        if one.parts or _worth_telling(one, one.findings) or _worth_telling(one, one.findings_true):
            act(writer, one, 3)


def act(writer: Writer, told: ActTold, level: int) -> None:
    """One act with the findings that count: breaches, and open points where the act itself is open."""
    values: dict[str, Value] = {"title": told.title, "round": told.round, "seats": told.participants}
    writer.heading(level, Text("{title} ({seats:state}, from round {round})", values))
    verdicts: dict[str, Value] = {"known": verdict_name(told.known), "true": verdict_name(told.true)}
    writer.paragraph(Text("On what was known: {known}. As it was: {true}.", verdicts), told.parts)
    if told.cured:
        writer.paragraph(Text("Made good later: {rules}.", {"rules": told.cured}))
    for one in _worth_telling(told, told.findings):
        _finding(writer, one)
    otherwise = _worth_telling(told, told.findings_true)
    if otherwise:
        writer.paragraph(Text("Otherwise as it was:"))
    for one in otherwise:
        _finding(writer, one)


def _worth_telling(told: ActTold, findings: tuple[FindingTold, ...]) -> list[FindingTold]:
    open_ = {told.known, told.true} != {"lawful"}
    return [
        one
        for one in findings
        if one.breach or one.overruled or (open_ and one.verdict in ("contested", "insufficient-facts"))
    ]


def _together(acts_: tuple[ActTold, ...]) -> list[ActTold]:
    """Acts by one text that differ in nothing but who carries them, as one."""
    found: dict[tuple[object, ...], ActTold] = {}
    for one in acts_:
        answers = tuple((finding.rule, finding.verdict) for finding in (*one.findings, *one.findings_true))
        key = (one.title, one.text or one.id, one.known, one.true, answers)
        before = found.get(key)
        seats = one.participants if before is None else (*before.participants, *one.participants)
        found[key] = replace(one, participants=tuple(sorted(set(seats))))
    return list(found.values())


def _finding(writer: Writer, one: FindingTold) -> None:
    verdict = Text(
        "{verdict}, {severity}",
        {"verdict": verdict_name(one.verdict), "severity": severity_name(one.severity)},
    )
    values: dict[str, Value] = {
        "name": one.name,
        "verdict": verdict if one.breach else verdict_name(one.verdict),
        "because": one.because,
        "sources": one.sources,
    }
    lines = [Text("{name}: {verdict}. {because} ({sources})", values)]
    lines += [_view(view) for view in one.views]
    if one.premise:
        lines.append(Text("The views part on this: {premise}", {"premise": one.premise}))
    lines += [Text("It would have changed with: {way}", {"way": way}) for way in one.would_change]
    if one.overruled:
        over: dict[str, Value] = {"verdict": verdict_name(one.overruled.verdict), "reason": one.overruled.reason}
        lines.append(Text("The facilitator finds {verdict}: {reason}", over))
    writer.bullets(lines)


def _view(view: ViewTold) -> Text:
    values: dict[str, Value] = {"claim": view.claim, "who": view.authority, "verdict": verdict_name(view.verdict)}
    return Text("One view: {claim} ({who}). Then: {verdict}.", values)


def legitimacy(writer: Writer, told: Review) -> None:
    """The quadrant, the profile, like cases, burdens."""
    organisation = told.organisation
    profile = organisation.profile
    writer.heading(2, Text("Legality and legitimacy, side by side"))
    writer.paragraph(organisation.name, "-", profile.quadrant)
    writer.paragraph(profile.warning)
    chart(writer, quadrant_chart(told))
    values: dict[str, Value] = {
        "index": round(profile.index),
        "low": round(profile.lowest),
        "high": round(profile.highest),
    }
    sentence = (
        "Index {index} of 100; between {low} and {high} with other weights, and what is not known set either way."
    )
    writer.paragraph(Text(sentence, values))
    rows = [
        (
            _NAMES[one.indicator],
            "-" if one.value is None else f"{one.value:.1f}",
            one.evidence,
            confidence_name(one.confidence),
        )
        for one in profile.scores
    ]
    chart(writer, profile_chart(told), told_beside=True)
    writer.table((Text("Indicator"), Text("0 to 4"), Text("Evidence"), Text("Confidence")), rows)
    _consistency(writer, told)
    _burdens(writer, told)


def _consistency(writer: Writer, told: Review) -> None:
    alike = told.consistency
    if alike.unlike is None or alike.pair is None:
        return
    values: dict[str, Value] = {"one": alike.pair[0], "other": alike.pair[1], "unlike": alike.unlike}
    sentence = "{one:incident} and {other:incident}: answered {unlike} of 100 apart, beyond what the cases explain."
    writer.paragraph(Text(sentence, values))


def _burdens(writer: Writer, told: Review) -> None:
    burdens = told.burdens
    if burdens.gap is None:
        return
    values: dict[str, Value] = {"gap": burdens.gap, "gini": burdens.gini or 0}
    writer.paragraph(Text("Burdens and means lie {gap} of 100 apart; Gini of burdens {gini} of 100.", values))
    rows = [
        (Text("{seat:state}", {"seat": one.seat}), f"{one.cost_share} %", f"{one.means_share} %")
        for one in burdens.members
    ]
    writer.table((Text("Member"), Text("Share of cost"), Text("Share of means")), rows)

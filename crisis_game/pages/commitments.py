"""Word given, and what went to the Security Council, in sentences: as far as one seat knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crisis_game.engine.bargain_words import told_gift
from crisis_game.engine.seen import Seen
from crisis_game.engine.state import Commitments
from crisis_game.pages.parts import Line, item, run
from crisis_game.texts import Msgid, Text, Value

Part = tuple[Text, tuple[Line, ...]]
"""A heading with its items."""

PROMISES: Mapping[str, Msgid] = {"open": "open", "kept": "kept", "broken": "broken", "void": "fallen away"}
"""What became of a promise."""


def word_given(seen: Seen, commitments: Commitments) -> tuple[Part, ...]:
    """What was declared, asked, promised, demanded and opened; parts without any sentence are left out."""
    parts: tuple[Part, ...] = (
        (Text("Declared"), tuple(_declared(seen, commitments))),
        (Text("Asked and answered"), tuple(map(item, _asked(commitments)))),
        (Text("Promises from and to you"), tuple(map(item, _promises(commitments)))),
        (Text("Demands and warnings"), tuple(map(item, _demands(commitments)))),
        (Text("Consents"), tuple(map(item, _consents(commitments)))),
    )
    return tuple(part for part in parts if part[1])


def to_the_council(commitments: Commitments) -> tuple[tuple[str, Text], ...]:
    """Reports, requests and answers, each with its sign: `✉` a report, `?` a request, `✓` or `✗` an answer."""
    return tuple(_council(commitments))


def _declared(seen: Seen, commitments: Commitments) -> Iterator[Line]:
    for seat, (round_, incident) in commitments.attacked.items():
        values: dict[str, Value] = {"seat": seat, "it": incident, "n": round_}
        yield item(Text("{seat:state} declared in round {n} that it was attacked: {it:incident}.", values))
    for trigger, (round_, seat, incident) in commitments.invoked.items():
        invocation: dict[str, Value] = {"seat": seat, "trigger": trigger, "it": incident, "n": round_}
        yield item(Text("{seat:state} invoked {trigger:trigger} in round {n}: {it:incident}.", invocation))
    for seat, round_ in commitments.red_lines.items():
        red_line = seen.red_line(seat)
        if red_line is not None:
            yield item(run("Red line of {seat:state}, round {n}: ", seat=seat, n=round_), red_line)


def _asked(commitments: Commitments) -> Iterator[Text]:
    for round_, seat in commitments.consultation:
        yield Text("{seat:state} asked for consultation in round {n}.", {"seat": seat, "n": round_})
    for seat, (round_, of) in commitments.help_asked.items():
        whom = Text("{of:state}", {"of": of}) if of else Text("all members")
        yield Text("{seat:state} asked {whom} for help in round {n}.", {"seat": seat, "whom": whom, "n": round_})
    for (seat, to), grants in commitments.help_answers.items():
        sentence = "{seat:state} grants help to {to:state}." if grants else "{seat:state} declines help to {to:state}."
        yield Text(sentence, {"seat": seat, "to": to})
    for round_ in sorted(set(commitments.mediation)):
        yield Text("Mediation was asked for in round {n}.", {"n": round_})
    for state, round_ in commitments.hearings.items():
        yield Text("{seat:state} was heard in round {n}.", {"seat": state, "n": round_})


def _promises(commitments: Commitments) -> Iterator[Text]:
    for promise in commitments.promises.values():
        values: dict[str, Value] = {
            "by": promise.by,
            "to": promise.to,
            "gives": told_gift(promise.gives),
            "text": promise.text or "",
            "status": Text(PROMISES[promise.status]),
        }
        if promise.text:
            yield Text("{by:state} to {to:state}, for a yes on {text:text}: {gives} ({status})", values)
        else:
            yield Text("{by:state} to {to:state}: {gives} ({status})", values)


def _demands(commitments: Commitments) -> Iterator[Text]:
    for demand in commitments.demands:
        values: dict[str, Value] = {"by": demand.by, "of": demand.of, "aim": demand.aim, "n": demand.by_round}
        yield Text("{by:state} demands of {of:state} by the end of round {n}: {aim:aim}", values)
    for round_, seat, to, measure in commitments.warnings:
        warning: dict[str, Value] = {"seat": seat, "to": to, "measure": measure, "n": round_}
        yield Text("{seat:state} warned {to:state} of {measure:measure} in round {n}.", warning)


def _consents(commitments: Commitments) -> Iterator[Text]:
    levels: dict[str, Msgid] = {
        "given": "open",
        "limited": "open only for {measures:measure}",
        "withdrawn": "withdrawn",
    }
    for id_, consent in commitments.consents.items():
        if consent.level in levels:
            words = Text(levels[consent.level], {"measures": consent.measures})
            yield Text("{consent:consent}: {words}", {"consent": id_, "words": words})


def _council(commitments: Commitments) -> Iterator[tuple[str, Text]]:
    for round_, seat, claim, grade in commitments.reports:
        report: dict[str, Value] = {"n": round_, "seat": seat, "claim": claim, "grade": grade}
        yield "✉", Text("Round {n}: {seat:state} reports: {claim:claim} ({grade:grade})", report)
    for round_, seat, ask in commitments.referrals:
        yield "?", Text("Round {n}: {seat:state} asks for a {ask:ask}", {"n": round_, "seat": seat, "ask": ask})
    for round_, ask, adopted, reason in commitments.council_results:
        result: dict[str, Value] = {"n": round_, "ask": ask, "reason": reason.text}
        yield ("✓" if adopted else "✗"), Text("Round {n}: {ask:ask}: {reason}", result)

"""What things are called where a seat chooses: kinds of command, their fields, and the values of a domain.

Menus of screens and of the line mode are made from offers with these words, so that both say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crisis_game.engine.commands import Change, ForceSheet, Gift
from crisis_game.engine.seen import Seen
from crisis_game.engine.wants import told_change, told_gift
from crisis_game.law.order import RULES
from crisis_game.scenario.draft import Draft, Motion
from crisis_game.texts import Msgid, Text, Value

GROUPS: Mapping[str, Msgid] = {
    "evidence": "What we know",
    "texts": "Texts on the table",
    "orders": "Orders",
    "talk": "Talk",
    "alarm": "Alarm and help",
    "consent": "Bases and consent",
    "settlement": "Ways to settle",
    "turns": "Turn",
    "facilitator": "Facilitator",
}
"""Headings of menus, in the order in which they are shown."""

ACTS: Mapping[str, tuple[Msgid, Msgid]] = {
    "say": ("Say something", "Free words, to all or to some. People read them; policies answer talk acts only."),
    "ask-position": ("Ask where a member stands", "It tells you what would bring it to yes."),
    "take-position": ("Say where we stand", "Support a text, live with it, or oppose it, and say what must change."),
    "make-offer": ("Make an offer", "Something in return for a yes on a text; due when that yes carries it."),
    "make-promise": ("Make a promise", "Something without a return; due in this round's orders."),
    "warn": ("Warn a state", "Say which measure follows if it goes on."),
    "ask-why": ("Ask a member why", "Its reasons about a text, in one sentence."),
    "give-reason": ("Answer why", "Your reasons, in one sentence."),
    "declare-red-line": (
        "Declare our red line",
        "All hear what you will not have; outvoting you on it costs cohesion.",
    ),
    "demand": ("Make a demand with a date", "Of whom, what, by when. One that passes unmet costs deterrence."),
    "notify": ("Give notice of a measure", "Notice with an offer to talk, before a measure of your own."),
    "request-consultation": ("Request consultation", "Members owe it to each other to consult when one asks."),
    "invoke-article": ("Invoke an article", "Name the article of the charter that the incident falls under."),
    "declare-attacked": ("Declare that we were attacked", "Help in self-defence rests on this, and on a request."),
    "request-help": ("Ask for help", "Ask members for help in self-defence."),
    "answer-help": ("Answer a request for help", "Grant it or decline it."),
    "set-consent": ("Set the terms of our base", "Give, limit or withdraw consent. It counts from the next answer on."),
    "grade-claim": ("Grade a claim", "Say to yourself how sure you are; nobody else sees it."),
    "share-evidence": ("Share what we know", "The council gains the evidence, its owner bears the risk."),
    "ask-verification": ("Ask for verification", "Neutral verifiers look into a claim; the answer comes next round."),
    "ask-mediation": ("Ask for mediation", "A mediator cools the crisis a little."),
    "ask-hearing": ("Hear a neighbour", "Those who live with the crisis are heard."),
    "ask-inquiry": ("Ask for an inquiry", "Into an incident, or into harm done by our own measures."),
    "open-back-channel": ("Open a back channel", "The adversary lets you hear what it weighs."),
    "sound-out": ("Sound out the Security Council", "A count of heads before asking; it may be off by one."),
    "refer-to-council": ("Ask the Security Council", "It answers at the start of the next round."),
    "table-text": ("Table a text", "Start from a package and change it; each seat has one on the table."),
    "revise-text": ("Change our text", "Free for its first sponsor."),
    "propose-amendment": ("Propose a change", "To another's text; its sponsor may take it over."),
    "answer-amendment": ("Answer an amendment", "Take a change into your text, or turn it down."),
    "put-amendment": ("Put an amendment to the ballot", "A refused change is voted on by those present."),
    "vote-amendment": ("Vote on an amendment", "More yes than no among those present carries it."),
    "cosponsor": ("Co-sponsor a text", "Texts with most support told to all are put to the vote."),
    "merge-texts": ("Merge a text into ours", "Its measures and clauses join yours, and it is withdrawn."),
    "withdraw-text": ("Withdraw our text", "It leaves the table."),
    "pledge": ("Pledge", "What you would deliver; due if the text is adopted with your yes."),
    "call-emergency": ("Call the emergency procedure", "Straight to the vote on one text of at most two measures."),
    "give-opinion": (
        "Give our opinion on the law",
        "Sealed, before any verdict: lawful, contested or unlawful, and how sure.",
    ),
    "ask-counsel": ("Ask counsel", "One question a round, after your own opinion."),
    "cast-vote": ("Vote", "Sealed until all votes are opened."),
    "explain": ("Explain our vote", "Name a line of your brief, a rule or a fact, and say it in your words."),
    "break-silence": ("Break silence", "Stop the renewal of a text, with a reason that all hear."),
    "deliver": ("Deliver", "In full, half or not: pledges that are met build credit."),
    "fill-force-sheet": ("Fill in a force sheet", "Target, precautions and end of a measure of force."),
    "act-alone": ("Act alone", "A measure of your own, at once or if the council fails."),
    "lift-own": ("End a measure of our own", "It ends at once."),
    "report-to-council": ("Report to the Security Council", "It fixes what you claim, and how surely."),
    "open-accounts": ("Open our books", "On what was pledged, given and done."),
    "offer-redress": ("Offer redress", "Pay for harm that our measures did."),
    "choose-reaction": ("Choose the order", "Between the two best-scored steps."),
    "set-ready": ("Ready", "You are done with this beat; it closes when all are."),
    "retract": ("Not ready after all", "You take it back."),
    "send-inject": ("Send an inject", "It arrives now."),
    "hold-inject": ("Hold an inject", "It waits until you let it go."),
    "change-inject": ("Reword an inject", "Your words instead of the author's."),
    "improvise": ("Send news of your own", "To all, or to some."),
    "pause": ("Stop the clock", "All timers stand."),
    "resume": ("Let the clock run", "Where it stood."),
    "lengthen": ("Give more time", "To this beat."),
    "advance": ("Close this beat", "Those who are not ready get the defaults."),
    "note-down": ("Keep a note", "For the debrief."),
    "overrule-finding": ("Overrule a finding", "With a reason; both are shown."),
    "reveal": ("Reveal", "The truth, the temperament or the scores, to all."),
    "end-exercise": ("End play", "After this beat; after orders, with the answer to them."),
    "hand-seat": ("Hand over a seat", "To a person or a policy."),
}
"""For each kind of command: what it is called, and what it does in one sentence."""

FIELDS: Mapping[str, Msgid] = {
    "to": "To whom?",
    "words": "In which words?",
    "text": "Which text?",
    "stance": "Where do we stand?",
    "wants": "What must change?",
    "price": "How much from a treasury? 0 is nothing.",
    "gives": "What do we give?",
    "measure": "Which measure?",
    "of": "Of whom?",
    "aim": "What for?",
    "by_round": "By the end of which round?",
    "trigger": "Which article?",
    "incident": "Over which incident?",
    "grants": "Do we grant it?",
    "asset": "Which base or asset?",
    "level": "How much?",
    "measures": "For which measures?",
    "claim": "Which claim?",
    "grade": "How sure?",
    "source": "Which source?",
    "neighbour": "Which neighbour?",
    "subject": "About what?",
    "ask": "What do we ask for?",
    "draft": "Which text?",
    "change": "Which change?",
    "amendment": "Which amendment?",
    "accepts": "Do we accept it?",
    "vote": "How do we vote?",
    "also": "Count this yes even if an earlier text is adopted?",
    "into": "Into which text?",
    "answer": "Is it lawful?",
    "sure": "How sure, in per cent?",
    "cites": "What does it rest on?",
    "sheet": "How is force used?",
    "target": "Against whom?",
    "basis": "On which basis?",
    "only_if_failed": "Only if no text is adopted?",
    "active": "Which one?",
    "amount": "How much?",
    "step": "Which step?",
    "inject": "Which inject?",
    "held": "Hold it?",
    "seconds": "How many seconds?",
    "finding": "Which finding (act/rule)?",
    "verdict": "Which verdict?",
    "reason": "Why?",
    "what": "What?",
    "seat": "Which seat?",
    "holder": "Held by whom?",
}
"""The question that each field asks."""

TABLE_OF: Mapping[str, str] = {
    "to": "state",
    "of": "state",
    "seat": "state",
    "neighbour": "state",
    "target": "state",
    "measure": "measure",
    "measures": "measure",
    "claim": "claim",
    "aim": "aim",
    "incident": "incident",
    "asset": "asset",
    "source": "source",
    "ask": "ask",
    "step": "step",
    "basis": "basis",
    "grade": "grade",
    "stance": "stance",
    "level": "level",
    "vote": "vote",
    "answer": "answer",
    "trigger": "trigger",
    "inject": "inject",
    "verdict": "answer",
}
"""The table of names in which the values of a field stand."""


CITED: Mapping[str, Msgid] = {
    "": "nothing named",
    "fits": "our mandate, what fits the alliance",
    "does-not-fit": "our mandate, what does not fit it",
    "red-line": "our red line",
    "dilemma": "our dilemma",
}
"""The lines of one's mandate, as one speaks of one's own when one explains a vote."""


def act_name(kind: str) -> Text:
    """What a kind of command is called."""
    return Text(ACTS[kind][0])


def act_meaning(kind: str) -> Text:
    """What a kind of command does, in one sentence."""
    return Text(ACTS[kind][1])


def question(field: str) -> Text:
    """The question that a field asks."""
    return Text(FIELDS[field])


def label(seen: Seen, field: str, value: Any) -> Text:
    """A value of a field, in words."""
    if value is None:
        return Text("no view") if field == "grade" else Text("nobody")
    if isinstance(value, bool):
        return Text("yes") if value else Text("no")
    if isinstance(value, tuple):
        return _listed(seen, field, value)
    if isinstance(value, Change):
        return told_change(value)
    if isinstance(value, Gift):
        return told_gift(value)
    if isinstance(value, Draft):
        return summary(value)
    if isinstance(value, ForceSheet):
        return _sheet(value)
    return _word(seen, field, value)


def summary(draft: Draft) -> Text:
    """A text in one line: its measures, its motion, its clauses."""
    parts: list[Value] = [_line(line.measure, line.target) for line in draft.lines]
    if draft.motion is not None:
        parts.append(_motion(draft.motion))
    head = Text("{parts}", {"parts": tuple(parts)}) if parts else Text("an empty text")
    if not draft.clauses:
        return head
    clauses = tuple(switch_words(one.clause, one.value) for one in draft.clauses)
    return Text("{head}; with {clauses}", {"head": head, "clauses": clauses})


def switch_words(clause: str, value: int) -> Text:
    """A clause that is on, with its value where it has one."""
    if value:
        return Text("{clause:clause} {value}", {"clause": clause, "value": value})
    return Text("{clause:clause}", {"clause": clause})


_SUBJECTS: Mapping[str, Msgid] = {
    "hearing": "{kind:motion} ({subject:state})",
    "suspension": "{kind:motion} ({subject:state})",
    "reinstatement": "{kind:motion} ({subject:state})",
    "referral": "{kind:motion} ({subject:ask})",
    "lift": "{kind:motion} ({subject:text})",
}
"""How motions are told that are about somebody or something with a short name."""


def _motion(motion: Motion) -> Text:
    sentence = _SUBJECTS.get(motion.kind, "{kind:motion}") if motion.subject else "{kind:motion}"
    return Text(sentence, {"kind": motion.kind, "subject": motion.subject or ""})


def _line(measure: str, target: str | None) -> Text:
    if target is None:
        return Text("{measure:measure}", {"measure": measure})
    return Text("{measure:measure} ({target:state})", {"measure": measure, "target": target})


def _listed(seen: Seen, field: str, values: tuple[Any, ...]) -> Text:
    if not values:
        return Text("all") if field in ("to", "of") else Text("none")
    return Text("{all}", {"all": tuple(label(seen, field, one) for one in values)})


def _sheet(sheet: ForceSheet) -> Text:
    cares: list[tuple[Msgid, bool]] = [("verify", sheet.verify), ("warn", sheet.warn), ("abort rule", sheet.abort)]
    cares.append(("ends with the attack", sheet.ends_when_attack_ends))
    chosen = tuple(Text(name) for name, on in cares if on)
    return Text("{target:target}: {cares}", {"target": sheet.target, "cares": chosen})


def _cited(value: str) -> Text:
    """What a vote is explained by: nothing, a line of one's mandate, a rule of law, or a claim."""
    if value in CITED:
        return Text(CITED[value])
    return RULES[value].name if value in RULES else Text("{value:claim}", {"value": value})


def _word(seen: Seen, field: str, value: str | int) -> Text:
    if field == "text" and value == "":
        return Text("none: a measure of your own")
    if field in ("text", "into") and isinstance(value, str) and value in seen.texts:
        return Text("{id:text}: {summary}", {"id": value, "summary": summary(seen.text(value).draft)})
    if field == "amendment" and isinstance(value, str) and value in seen.amendments:
        found = seen.amendments[value]
        values: dict[str, Value] = {"text": found.text, "seat": found.by, "change": told_change(found.change)}
        return Text("{seat:state} wants in {text:text}: {change}", values)
    if field == "subject":
        return Text("harm done by our own measures") if value == "own-harm" else Text("{it:incident}", {"it": value})
    if field == "active":
        running = next((one for one in seen.active if one.id == value), None)
        return _line(running.measure, running.target) if running else Text("{value}", {"value": value})
    if field == "cites" and isinstance(value, str):
        return _cited(value)
    table = TABLE_OF.get(field)
    return Text(f"{{value:{table}}}", {"value": value}) if table else Text("{value}", {"value": value})

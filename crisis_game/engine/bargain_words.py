"""Small values in words: changes to a text, what one seat gives another, what a free move does."""

from __future__ import annotations

from crisis_game.engine.shared_values import Change, Gift, MoveEffect, MoveEffectKind
from crisis_game.texts import Msgid, Text


def told_change(change: Change) -> Text:
    """A change to a text, as a part of a sentence: what is put in, or what is left out."""
    sentence = _CHANGES[change.part, change.on, change.on and change.value > 0]
    return Text(sentence, {"id": change.id, "value": change.value})


def told_gift(gift: Gift) -> Text:
    """What one seat gives another, as a part of a sentence."""
    return Text(_GIFTS[gift.kind], {"subject": gift.subject, "amount": gift.amount})


def told_effect(effect: MoveEffect) -> Text:
    """What a free move does, as a part of a sentence."""
    return Text("{what} {n:signed}", {"what": told_subject(effect.kind, effect.subject), "n": effect.amount})


def told_subject(kind: MoveEffectKind, subject: str) -> Text:
    """What a free move acts on."""
    return Text(_SUBJECTS[kind], {"subject": subject})


_SUBJECTS: dict[MoveEffectKind, Msgid] = {
    "gauge": "{subject:gauge}",
    "home": "support at home in {subject:state}",
    "treasury": "the treasury of {subject:state}",
    "credit": "the credit of {subject:state}",
}

_CHANGES: dict[tuple[str, bool, bool], Msgid] = {
    ("clause", True, False): "the clause {id:clause}",
    ("clause", True, True): "the clause {id:clause} ({value})",
    ("clause", False, False): "a text without the clause {id:clause}",
    ("measure", True, False): "{id:measure}",
    ("measure", False, False): "a text without {id:measure}",
    ("claim", True, False): "that it rest on the claim {id:claim}",
    ("claim", False, False): "that it not rest on the claim {id:claim}",
    ("aim", True, False): "the aim: {id:aim}",
    ("basis", True, False): "the basis: {id:basis}",
    ("motion", False, False): "a text without the motion {id:motion}",
}

_GIFTS: dict[str, Msgid] = {
    "pay": "{amount} of its treasury",
    "deliver": "{subject:measure} in full",
    "vote": "a yes on {subject:text}",
    "base": "the use of {subject:consent}",
    "clause": "the clause {subject:clause}",
}

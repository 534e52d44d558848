"""What planners call things: headings of columns, everybody, and the ways in which a message comes.

In English, French, German and Spanish, as lists of HSEEP, CISA, OpenAEV, PrepareDex, hospitals and fire brigades have
them. What has none of these spellings is asked for, or named with `--columns` and `--teams`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from unicodedata import combining, normalize

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W_]+")
_KEEPS_ITS_S = ("ss", "us", "is")
_SHORTEST_PLURAL = 4


def plain(words: str) -> str:
    """Words without what spellings differ by: case, accents, brackets, punctuation, plurals; `#` is `number`."""
    bare = _BRACKETS.sub(" ", words)
    text = "".join(sign for sign in normalize("NFKD", bare if _WORD.search(bare) else words) if not combining(sign))
    return " ".join(map(_singular, _WORD.findall(text.replace("#", " number ").casefold())))


def _singular(word: str) -> str:
    is_plural = len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith(_KEEPS_ITS_S)
    return word[:-1] if is_plural else word


def _spelt(names: str) -> frozenset[str]:
    return frozenset(map(plain, names.split(", ")))


HEADINGS: Mapping[str, frozenset[str]] = {
    "number": _spelt(
        "no, nr, #, number, event #, event no, event number, inject #, inject no, inject number, msel #, msel no, "
        "msel number, seq, seq no, sequence, sequence number, serial, serial no, serial number, item, item no, "
        "lfd nr, laufende nummer, nummer, einlage nr, "
        "n°, n.º, numéro, n° stimulus, núm, número, número de evento, n° inject"
    ),
    "id": _spelt("inject id, key"),
    "time": _spelt(
        "event time, inject time, real time, scheduled time, exercise time, scenario time, trigger time, "
        "time delivered, "
        "delivery time, planned time, start time, time of delivery, time of inject, date time, date time delivered, "
        "date and time, timeline, timing, when delivered, t, t min, t minute, t h, t hour, elapsed time, elapsed, "
        "zeit, uhrzeit, zeitpunkt, einspielzeit, übungszeit, "
        "heure, horaire, heure d'injection, moment, hora, hora prevista, tiempo, momento"
    ),
    "title": _spelt(
        "inject title, event title, event name, inject name, name, topic, short title, heading, "
        "titel, betreff, überschrift, thema, titre, objet, intitulé, título, asunto, nombre"
    ),
    "sender": _spelt(
        "sent by, sender from, originator from, source, inject from, injected by, simulated by, "
        "von, absender, de, émetteur, expéditeur, origine, remitente, emisor, origen"
    ),
    "to": _spelt(
        "recipient to, player, target, target audience, audience, team, target team, inject to, receiver, addressee, "
        "an, empfänger, adressat, teams, destinataire, pour, équipe, joueur, "
        "destinatario, para, receptor, equipo"
    ),
    "channel": _spelt(
        "method of delivery, delivery, delivery mode, delivery channel, medium, inject mode, inject method, "
        "communication method, mode of delivery, how delivered, type of delivery, "
        "mittel, übermittlungsart, übermittlung, kanal, meldeweg, moyen, canal, vecteur, medio, vía, método"
    ),
    "text": _spelt(
        "content, script, inject description, inject text, inject content, event content, event text, event inject, "
        "scenario inject, message text, message content, summary, details, narrative, "
        "einlage, einlagen, inhalt, meldung, nachricht, beschreibung, lage, "
        "stimulus, stimuli, contenu, texte, contenido, mensaje, texto, descripción, inyección"
    ),
    "asks": _spelt("decision asked, discussion question, frage, entscheidung, question posée, décision, pregunta"),
    "expected": _spelt(
        "expected response, expected outcome, expected result, expected player response, expected action of player, "
        "anticipated action, anticipated response, anticipated player action, expected outcome of player action, "
        "expectation, expected reaction, player action, expected decision, "
        "erwartete reaktion, erwartete maßnahme, erwartete maßnahmen, erwartetes handeln, "
        "erwartete reaktionen, erwartete handlung, soll reaktion, "
        "réaction attendue, action attendue, réponse attendue, résultat attendu, "
        "acción esperada, respuesta esperada, reacción esperada, resultado esperado"
    ),
    "when": _spelt("bedingung, condición, only when"),
    "grade": _spelt("credibility, zuverlässigkeit, fiabilité, fiabilidad"),
}
"""Plain spellings by the key of an inject, or by the heading of a column without a key; the column's own come first."""

MINUTES = _spelt("t min, t minute")
"""Headings above which a lone number counts minutes since the start."""

HOURS = _spelt("t h, t hour")
"""Headings above which a lone number counts hours since the start."""

EVERYBODY = _spelt(
    "all, everybody, everyone, all players, all participants, all teams, all states, all members, "
    "alle, tous, toutes, tous les joueurs, todos, todas"
)

_CHANNELS: Mapping[str, frozenset[str]] = {
    "news": _spelt(
        "news, tv, television, radio broadcast, newspaper, press, press release, media, social media, broadcast, "
        "website, web, twitter, blog, presse, presse écrite, zeitung, fernsehen, soziale medien, médias, "
        "réseaux sociaux, prensa, noticias, televisión, redes sociales"
    ),
    "cable": _spelt(
        "cable, email, e-mail, mail, phone, phone call, telephone, call, radio, message, chat, chat message, sms, fax, "
        "text message, telefon, anruf, funk, téléphone, appel, courriel, mél, teléfono, llamada, correo, "
        "correo electrónico"
    ),
    "letter": _spelt("letter, memo, handout, paper, document, printout, brief, schreiben, lettre, courrier, carta"),
    "statement": _spelt(
        "statement, verbal, in person, face to face, briefing, announcement, runner, mündlich, persönlich, oral, "
        "en personne, verbalement, en persona"
    ),
    "intelligence": _spelt("intelligence, intel, intelligence report, renseignement, inteligencia"),
    "hint": _spelt("hint, hinweis, indice, pista"),
}
CHANNELS = tuple(_CHANNELS)
"""The ways in which an inject comes, in the game's own words."""


def is_everybody(words: str) -> bool:
    """Whether a cell means all seats."""
    return plain(words) in EVERYBODY


def channel_of(words: str) -> str | None:
    """The way in which a message comes, by what planners call it: the whole of a cell, else its last known word."""
    whole = plain(words)
    for said in (whole, *reversed(whole.split())):
        for channel, names in _CHANNELS.items():
            if said in names:
                return channel
    return None


def column_by_spelling(own: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """The column that each plain spelling names.

    Args:
        own: the headings that a column itself has, by its name here; they win where two have the same spelling.
    """
    spelt = {words: name for name, spellings in HEADINGS.items() for words in spellings}
    return {**spelt, **{plain(words): name for name, headings in own.items() for words in headings}}

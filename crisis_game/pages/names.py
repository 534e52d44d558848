"""Words for one seat: the names in its dossier, and those of what it has learned since."""

from __future__ import annotations

from dataclasses import replace

from crisis_game.engine.authored import INJECT, REACTION
from crisis_game.engine.seen import Seen
from crisis_game.pages.text_names import text_names
from crisis_game.scenario.seat_dossier import Dossier
from crisis_game.texts import Prose, Wording, prose


def wording_for(seen: Seen, dossier: Dossier, language: str) -> Wording:
    """A wording with every name that the seat may know now."""
    learned = {
        "claim": {id_: seen.claim(id_).text for id_ in seen.claims},
        "source": {id_: source.name for id_, source in seen.sources.items()},
        "incident": {id_: seen.incident(id_).name for id_ in seen.incidents},
        "text": text_names(seen, Wording(language, dossier.names)),
        "inject": _injects(seen),
        "reaction": _reactions(seen),
        "reply": _replies(seen),
        "row": {**seen.row_reasons, **seen.home_reasons},
    }
    known = dossier.names
    return Wording(language, {**known, **{table: {**known.get(table, {}), **new} for table, new in learned.items()}})


def lettered(wording: Wording, dossier: Dossier) -> Wording:
    """The same where columns are narrow: states are called there by the letter that their author gave them."""
    letters = {id_: prose(state.sign) for id_, state in dossier.states.items()}
    return replace(wording, names={**wording.names, "short": letters})


def _injects(seen: Seen) -> dict[str, Prose]:
    """Injects by the titles under which this seat has read them."""
    titles = {mail.id.removeprefix(INJECT): seen.letter(mail)[1] for mail in seen.letters if mail.id.startswith(INJECT)}
    return {id_: title for id_, title in titles.items() if title}


def _reactions(seen: Seen) -> dict[str, Prose]:
    """What the world did by itself, by the headings under which this seat has read it."""
    titles = {mail.sender: seen.letter(mail)[1] for mail in seen.letters if mail.id.startswith(REACTION)}
    return {id_: title for id_, title in titles.items() if title}


def _replies(seen: Seen) -> dict[str, Prose]:
    """The answers that this seat could give to injects, each by the ids of both."""
    asked = [mail.id.removeprefix(INJECT) for mail in seen.letters if mail.id.startswith(INJECT)]
    questions = [question for inject in asked if (question := seen.question(inject)) is not None]
    return {f"{question.inject}/{reply.id}": reply.label for question in questions for reply in question.choices}

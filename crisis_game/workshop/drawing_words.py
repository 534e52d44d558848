"""Words as they stand in a drawing of a scenario: on one line, and in Mermaid with no sign that would end a label."""

from __future__ import annotations

from crisis_game.scenario.model import Effect

_ENTITIES = str.maketrans({"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "`": "#96;", "&": "#amp;"})


def one_line(words: str) -> str:
    """The words with one blank for any space between them."""
    return " ".join(words.split())


def escaped(words: str) -> str:
    """The words on one line, as they can stand in a label of Mermaid."""
    return one_line(words).translate(_ENTITIES)


def label(*lines: str) -> str:
    """A label of Mermaid."""
    return f'"{"<br>".join(map(escaped, lines))}"'


def effect_words(effect: Effect) -> str:
    """An effect in the words of the file, in short: `grip -3`, `home BRE +2`, `claim pretext probable`."""
    subject = effect.subject if effect.kind == "gauge" else f"{effect.kind} {effect.subject}"
    end = effect.grade or effect.level or (f"{effect.amount:+}" if effect.amount else "")
    return f"{subject} {end}".rstrip()

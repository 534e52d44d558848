"""Texts and prose put into the reader's language. The only place where a placeholder becomes words.

What comes out is safe to show: signs that nobody could see, or that a terminal would obey, are `visible` in it.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from crisis_game.texts.text import Counted, Prose, Text, Value, without_stop
from crisis_game.texts.visible import visible

Names = Mapping[str, Mapping[str, Prose]]
"""Names by table and id: `names["state"]["ARD"]`. Tables are the words after the colon in a placeholder."""

_PLACEHOLDER = re.compile(r"\{([a-z_]+)(?::([a-z-]+))?\}(\.?)")
"""A placeholder: its name, the table of names that it is filled from, and the full stop after it."""

_CLOSED = re.compile(r"[.!?\u2026][\"'\u2019\u201d)]*$")
"""Words that end a sentence, be it within quotation marks or brackets."""

_SENTENCES = ("claim", "aim")
"""Tables of names that are whole sentences; within one of ours they lose their full stop."""

_NO_NAMES: Names = {}


@dataclass(frozen=True)
class Wording:
    """Words in one language, with the names of one scenario.

    Attributes:
        language: code of the reader's language.
        names: names of the scenario's things; an id without a name is shown as it is.
    """

    language: str = "en"
    names: Names = field(default_factory=lambda: _NO_NAMES)

    def say(self, words: Text | Prose) -> str:
        """The words as one plain string; a sentence put in at the end of ours brings its own full stop."""
        if isinstance(words, Prose):
            return visible(words.in_language(self.language))
        sentence = _sentence(words, _translations(self.language))
        return _PLACEHOLDER.sub(lambda placeholder: self._fill(words, placeholder), sentence)

    def name(self, table: str, id_: str) -> str:
        """The name of a thing, or its id where it has none."""
        name = self.names.get(table, {}).get(id_)
        return visible(name.in_language(self.language) if name else id_)

    def _fill(self, words: Text, placeholder: re.Match[str]) -> str:
        value = words.values.get(placeholder[1])
        if value is None:
            return placeholder[0]
        filled = self._value(value, placeholder[2])
        rest = placeholder.string[placeholder.end() :]
        if (rest and placeholder[2] in _SENTENCES) or (_is_told(value) and rest.startswith((";", ","))):
            filled = without_stop(filled)
        return filled if _CLOSED.search(filled) else filled + placeholder[3]

    def _value(self, value: Value, table: str | None) -> str:
        if isinstance(value, tuple):
            parts = [self._value(item, table) for item in value]
            if _is_told(value):
                parts[:-1] = map(without_stop, parts[:-1])
            return self._listed(parts)
        if isinstance(value, Text):
            return _inline(value, self.say(value)) if table == "inline" else self.say(value)
        if isinstance(value, int) and table == "signed":
            return f"{value:+d}"
        return self.name(table, str(value)) if table else visible(str(value))

    def _listed(self, parts: list[str]) -> str:
        if not parts:
            return _translations(self.language).gettext("none")
        if len(parts) == 1:
            return parts[0]
        joined = _translations(self.language).gettext("{all} and {last}")
        return joined.replace("{all}", ", ".join(parts[:-1])).replace("{last}", parts[-1])


def _is_told(value: Value) -> bool:
    """Whether a value is words of ours or of an author's, which may be a sentence, and no name that ends in a stop."""
    return isinstance(value, Text) or (isinstance(value, tuple) and all(isinstance(item, Text) for item in value))


def _inline(words: Text, said: str) -> str:
    """A sentence of ours as a clause within another: no full stop, and no capital unless it begins with a name."""
    clause = said.removesuffix(".").removesuffix("?")
    begins_with_a_name = words.msgid.startswith("{") or clause[1:2].isupper()
    return clause if begins_with_a_name else clause[:1].lower() + clause[1:]


def _sentence(words: Text, translations: gettext.NullTranslations) -> str:
    """The sentence with its placeholders, in the form that its number asks for in the language."""
    if isinstance(words, Counted):
        return translations.ngettext(words.msgid, words.many, words.number)
    return translations.gettext(words.msgid)


_LOADED: dict[str, gettext.NullTranslations] = {}


def _translations(language: str) -> gettext.NullTranslations:
    """The message catalogue of a language; English msgids where there is none."""
    if language not in _LOADED:
        from importlib.resources import as_file, files

        with as_file(files(__package__) / "locale") as folder:
            _LOADED[language] = gettext.translation("crisis_game", folder, [language], fallback=True)
    return _LOADED[language]

"""Rules of style, read once: Textual reads all of them anew whenever a screen brings the first of its own."""

from __future__ import annotations

from typing import TypeAlias

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

Colours: TypeAlias = frozenset[tuple[str, str]]

_READ: LRUCache[tuple[Colours, str, CSSLocation, bool, int, str], list[RuleSet]] = LRUCache(256)
"""What was read, by the colours of the theme, the words, and where they stand: some 60 places under four themes."""


class StyleRules(Stylesheet):
    """The app's rules: what was read for one screen, or for one app, is not read again for the next."""

    def reparse(self) -> None:
        """Put together what all sources say, under the colours of now."""
        self.parse()

    def _parse_rules(
        self,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        key = (self._colours(), css, read_from, is_default_rules, tie_breaker, scope)
        rules = _READ.get(key)
        if rules is None:
            rules = _READ[key] = super()._parse_rules(css, read_from, is_default_rules, tie_breaker, scope)
        return rules

    def _colours(self) -> Colours:
        return frozenset(self._variables.items())

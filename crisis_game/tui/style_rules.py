"""Rules of style, read once and set once.

Textual reads all of them anew whenever a screen brings the first of its own, and sets each of them anew whenever the
focus moves.
"""

from __future__ import annotations

from typing import TypeAlias
from weakref import WeakKeyDictionary

from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.dom import DOMNode

Colours: TypeAlias = frozenset[tuple[str, str]]

_READ: LRUCache[tuple[Colours, str, CSSLocation, bool, int, str], list[RuleSet]] = LRUCache(256)
"""What was read, by the colours of the theme, the words, and where they stand: some 60 places under four themes."""

_SET: WeakKeyDictionary[DOMNode, RulesMap] = WeakKeyDictionary()
"""What was set last, by widget. Its own styles hold it in another form, so that Textual takes it for new each time."""


class StyleRules(Stylesheet):
    """The app's rules: what was read for one screen, or for one app, is not read again for the next."""

    @classmethod
    def replace_rules(cls, node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
        """Set the rules of a widget; where they are those that it has, only what it made of those above it is stale."""
        if _SET.get(node) == rules:
            node.notify_style_update()
        else:
            super().replace_rules(node, rules, animate)
            _SET[node] = rules

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

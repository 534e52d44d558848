"""What members do, by the word for it in an author's condition: the kinds of acts that leave an event of their own.

Votes, deliveries and measures have functions of their own in the conditions (`voted`, `delivers`, `alone`, `adopted`).
"""

from __future__ import annotations

from collections.abc import Mapping

DEEDS: Mapping[str, tuple[str, str]] = {
    "ally-answered": ("answer-ally", "seat"),
    "amendment-proposed": ("propose-amendment", "seat"),
    "article-invoked": ("invoke-article", "by"),
    "attack-declared": ("declare-attacked", "state"),
    "back-channel-opened": ("open-back-channel", "by"),
    "books-opened": ("open-accounts", "seat"),
    "consent-set": ("set-consent", "owner"),
    "consultation-requested": ("request-consultation", "by"),
    "cosponsored": ("cosponsor", "seat"),
    "council-asked": ("refer-to-council", "by"),
    "demanded": ("demand", "by"),
    "dues-paid": ("pay-dues", "seat"),
    "explained": ("explain", "seat"),
    "help-answered": ("answer-help", "by"),
    "help-requested": ("request-help", "by"),
    "inquiry-asked": ("ask-inquiry", "by"),
    "mediation-asked": ("ask-mediation", "by"),
    "member-heard": ("hear-member", "by"),
    "neighbour-heard": ("ask-hearing", "by"),
    "notice-given": ("notify", "by"),
    "opinion-given": ("give-opinion", "seat"),
    "position-taken": ("take-position", "seat"),
    "question-asked": ("ask-position", "by"),
    "red-line-declared": ("declare-red-line", "seat"),
    "redress-offered": ("offer-redress", "seat"),
    "reported": ("report-to-council", "seat"),
    "source-shared": ("share-evidence", "holder"),
    "text-tabled": ("table-text", "seat"),
    "verification-asked": ("ask-verification", "by"),
    "warned": ("warn", "by"),
    "withdrawal-announced": ("announce-withdrawal", "seat"),
}
"""By the kind of an event: the kind of the act that it tells of, and the event's field that names who did it."""

ACTS: tuple[str, ...] = tuple(sorted({act for act, _ in DEEDS.values()}))
"""The kinds of acts that `done` knows."""

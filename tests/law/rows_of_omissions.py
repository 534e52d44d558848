"""Ways to a verdict: what was left undone."""

from __future__ import annotations

from tests.law.rows import IF, NA, C, L, Row, U

PLEDGE = {"omission": "pledge-broken", "pledge": "treaty", "pledge_met": False}
KEPT_BACK = {"omission": "intelligence-withheld", "telling_asked": "share", "told_some": False}
UNREPAIRED = {"omission": "wrong-not-repaired", "act_before": "unlawful", "wrong_ended": True, "harm_left": True}

OMITTED: tuple[Row, ...] = (
    ("help-owed", C, "unanswered", {}, "each chooses its means, and none was chosen"),
    ("help-owed", C, "unanswered", {"omission": "help-refused"}, "refused is withheld as well"),
    ("help-owed", L, "unanswered", {"help_given": True}, "North Atlantic Treaty 1949, Article 5: by other means"),
    ("help-owed", L, "unanswered", {"help_due": "none"}, "no treaty"),
    ("help-owed", L, "unanswered", {"help_due": "together"}, "the organ decides on help"),
    ("help-owed", U, "unanswered", {"help_due": "all-means"}, "Treaty on European Union, Article 42(7): nothing"),
    ("help-owed", L, "unanswered", {"help_due": "all-means", "help_given": True}, "something was given"),
    ("help-owed", L, "unanswered", {"victim_requested_help": False}, "Rio Treaty 1947, Article 3(2): no request"),
    ("help-owed", L, "unanswered", {"victim_declared": False}, "no attack was declared"),
    ("help-owed", L, "unanswered", {"victim_declared": False, "help_due": "all-means"}, "no attack was declared"),
    ("help-owed", IF, "unanswered", {"help_given": ...}, "helped or not"),
    ("help-owed", IF, "unanswered", {"help_due": ...}, "which treaty"),
    ("help-owed", IF, "unanswered", {"victim_declared": ...}, "declared or not"),
    ("help-owed", NA, "unanswered", PLEDGE, "another thing was left undone"),
    ("help-owed", NA, "protest", {"help_due": "all-means", "help_given": False}, "nothing was left undone"),
    ("pledge-kept", U, "unanswered", PLEDGE, "Vienna Convention on the Law of Treaties, Article 26: due"),
    ("pledge-kept", U, "unanswered", PLEDGE | {"pledge": "public"}, "Nuclear Tests, ICJ 1974: said to all"),
    ("pledge-kept", C, "unanswered", PLEDGE | {"pledge": "private"}, "between two"),
    ("pledge-kept", L, "unanswered", PLEDGE | {"pledge_met": True}, "it was met"),
    ("pledge-kept", L, "unanswered", PLEDGE | {"pledge": "private", "pledge_met": True}, "it was met"),
    ("pledge-kept", IF, "unanswered", PLEDGE | {"pledge": ...}, "how it was given"),
    ("pledge-kept", IF, "unanswered", PLEDGE | {"pledge_met": ...}, "met or not"),
    ("pledge-kept", NA, "unanswered", {}, "help, no pledge"),
    ("knowledge-shared", U, "unanswered", KEPT_BACK, "the treaty asks to share"),
    ("knowledge-shared", C, "unanswered", KEPT_BACK | {"telling_asked": "consult"}, "to consult, no more"),
    ("knowledge-shared", L, "unanswered", KEPT_BACK | {"telling_asked": "none"}, "no treaty asks"),
    ("knowledge-shared", L, "unanswered", KEPT_BACK | {"told_some": True}, "told to one, guarded from others"),
    ("knowledge-shared", L, "unanswered", KEPT_BACK | {"told_some": True, "telling_asked": "consult"}, "told to one"),
    ("knowledge-shared", IF, "unanswered", KEPT_BACK | {"told_some": ...}, "told or not"),
    ("knowledge-shared", IF, "unanswered", KEPT_BACK | {"telling_asked": "unproven"}, "nobody can show it"),
    ("knowledge-shared", NA, "unanswered", {}, "help, no knowledge"),
    ("wrong-repaired", U, "unanswered", UNREPAIRED,
     "ILC Articles on State Responsibility 2001, Article 31: harm is left"),
    ("wrong-repaired", U, "unanswered", UNREPAIRED | {"wrong_ended": False, "harm_left": False},
     "ILC Articles on State Responsibility 2001, Article 30: it goes on"),
    ("wrong-repaired", U, "unanswered", UNREPAIRED | {"wrong_ended": False, "harm_left": ...}, "it goes on"),
    ("wrong-repaired", L, "unanswered", UNREPAIRED | {"harm_left": False}, "ended and repaired"),
    ("wrong-repaired", L, "unanswered", UNREPAIRED | {"act_before": "lawful"}, "no wrong"),
    ("wrong-repaired", C, "unanswered", UNREPAIRED | {"act_before": "contested"}, "perhaps no wrong"),
    ("wrong-repaired", C, "unanswered", UNREPAIRED | {"act_before": "contested", "wrong_ended": False}, "perhaps none"),
    ("wrong-repaired", L, "unanswered", UNREPAIRED | {"act_before": "contested", "harm_left": False}, "made good"),
    ("wrong-repaired", IF, "unanswered", UNREPAIRED | {"act_before": "unproven"}, "a wrong or not"),
    ("wrong-repaired", IF, "unanswered", UNREPAIRED | {"harm_left": ...}, "repaired or not"),
    ("wrong-repaired", NA, "unanswered", {}, "help, no wrong"),
)  # fmt: skip

"""Ways to a verdict: what was left undone."""

from __future__ import annotations

from tests.law.rows import IF, NA, C, L, Row, U

ALL = {"help_promised": "all-in-power"}
PLEDGE = {"omission": "pledge-broken", "pledge": "treaty", "pledge_met": False}
KEPT_BACK = {"omission": "intelligence-withheld", "telling_asked": "share", "told_some": False}
UNREPAIRED = {"omission": "wrong-not-repaired", "act_before": "unlawful", "wrong_ended": True, "harm_left": True}
LATE = {"omission": "not-reported", "duty_done": False}
AWARD = {"omission": "award-not-obeyed", "award_accepted": True}

OMITTED: tuple[Row, ...] = (
    ("mutual-help", U, "unanswered", {}, "each chooses its means, and to do nothing is none"),
    ("mutual-help", U, "unanswered", {"omission": "help-refused"}, "refused is withheld as well"),
    ("mutual-help", L, "unanswered", {"help_given": True}, "North Atlantic Treaty 1949, Article 5: by other means"),
    ("mutual-help", L, "unanswered", {"help_promised": "none"}, "no treaty"),
    ("mutual-help", L, "unanswered", {"help_promised": "together"}, "the organ decides on help"),
    ("mutual-help", U, "unanswered", ALL, "Treaty on European Union, Article 42(7): nothing"),
    ("mutual-help", U, "unanswered", ALL | {"help_given": True, "means_withheld": True}, "it could have done more"),
    ("mutual-help", L, "unanswered", ALL | {"help_given": True, "means_withheld": False}, "all in its power"),
    ("mutual-help", IF, "unanswered", ALL | {"help_given": True}, "whether it could have done more"),
    ("mutual-help", L, "unanswered", {"victim_requested_help": False}, "Rio Treaty 1947, Article 3(2): no request"),
    ("mutual-help", L, "unanswered", {"victim_declared": False}, "no attack was declared"),
    ("mutual-help", L, "unanswered", ALL | {"victim_declared": False}, "no attack was declared"),
    ("mutual-help", IF, "unanswered", {"help_given": ...}, "helped or not"),
    ("mutual-help", IF, "unanswered", {"help_promised": ...}, "which treaty"),
    ("mutual-help", NA, "unanswered", PLEDGE, "another thing was left undone"),
    ("mutual-help", NA, "protest", {"help_promised": "all-in-power", "help_given": False}, "nobody was attacked"),
    ("pledge-kept", U, "unanswered", PLEDGE, "Vienna Convention on the Law of Treaties, Article 26: due"),
    ("pledge-kept", U, "unanswered", PLEDGE | {"pledge": "public"}, "Nuclear Tests, ICJ 1974: said to all"),
    ("pledge-kept", C, "unanswered", PLEDGE | {"pledge": "private"}, "between two"),
    ("pledge-kept", L, "unanswered", PLEDGE | {"pledge_met": True}, "it was met"),
    ("pledge-kept", L, "unanswered", PLEDGE | {"pledge": "private", "pledge_met": True}, "it was met"),
    ("pledge-kept", IF, "unanswered", PLEDGE | {"pledge": ...}, "how it was given"),
    ("pledge-kept", IF, "unanswered", PLEDGE | {"pledge_met": ...}, "met or not"),
    ("pledge-kept", NA, "unanswered", {}, "help, no pledge"),
    ("pledge-kept", NA, "protest", {"pledge": "public", "pledge_met": False}, "nothing was left undone"),
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
    ("duty-in-time", U, "unanswered", LATE, "the day has passed"),
    ("duty-in-time", U, "unanswered", LATE | {"omission": "not-notified"}, "no notice of an act alone"),
    ("duty-in-time", U, "unanswered", LATE | {"omission": "not-consulted"}, "a request was not met"),
    ("duty-in-time", U, "unanswered", LATE | {"omission": "dues-unpaid"}, "in arrears"),
    ("duty-in-time", L, "unanswered", LATE | {"duty_done": True}, "done late"),
    ("duty-in-time", IF, "unanswered", LATE | {"duty_done": ...}, "done or not"),
    ("duty-in-time", NA, "unanswered", {}, "help, no day"),
    ("award-obeyed", U, "unanswered", AWARD, "it had accepted"),
    ("award-obeyed", L, "unanswered", AWARD | {"award_accepted": False}, "it had not accepted"),
    ("award-obeyed", IF, "unanswered", AWARD | {"award_accepted": ...}, "accepted or not"),
    ("award-obeyed", NA, "unanswered", {}, "help, no award"),
)  # fmt: skip

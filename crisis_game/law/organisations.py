"""Organisations and their members: whose act it is, credentials, promised help, and the constituent treaty itself."""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.norm import norm, requirement
from crisis_game.law.rule import Answer, Case, Rule, breach, contested, inherited, met, view, weakest_of

UN_ORGANS = ("council", "assembly", "secretary", "agency")
"""Organs of the United Nations and its agencies, whose powers come from the Charter or their own constitutions."""
_HELP = ("technical-assistance", "arms-supply", "force", "maritime-interdiction", "blockade")


@requirement(
    "attribution-act",
    "Whose act it is",
    "Was the act done by the actor's own organs, or by others under its effective control?",
    question="attribution",
    sources=(src.ARSIWA_BREACH, src.ARSIWA_ATTRIBUTION, src.ARIO_CONTROL, src.AL_JEDDA),
)
def attribution_act(case: Case) -> Answer | None:
    """Organs and those controlled; troops lent to an organisation are whose who controls them (ARIO; Al-Jedda 2011)."""
    author = case.fact("done_by")
    if author is None:
        return None
    if author in ("actor", "both"):
        return met("The act was done by the actor's own organs, or under its effective control.")
    if author == "organisation" and case.need("actor_standing") == "organisation":
        return met("The act was done by organs of the organisation, or by troops under its effective control.")
    return breach("The act was done by others, whom the actor did not control.")


@norm(
    "l3-credentials",
    "Credentials",
    "Was a member kept out by refusing the credentials of its delegates?",
    question="membership-measures",
    head="measure",
    owed_to="organisation",
    sources=(src.MEMBERSHIP, src.CREDENTIALS_COUNSEL, src.CREDENTIALS_RULING),
    layer="organisation",
)
def l3_credentials(case: Case) -> Answer | None:
    """Credentials show who speaks for a member; to refuse good ones is to suspend by another door."""
    if case.fact("credentials_refused") is not True:
        return None
    if case.need("credentials_in_form") is False:
        return met("The credentials were out of order, or another claimed the seat; the organ had to decide.")
    if case.fact("vote_outcome") == "failed":
        return breach("The organ had not adopted the refusal.")
    return contested(
        "Credentials in due form were refused because of the nature of the government that gave them.",
        view("That suspends a member past the rules on suspension.", "unlawful", src.CREDENTIALS_COUNSEL),
        view("An organ judges for itself who represents a member.", "lawful", src.CREDENTIALS_RULING),
        "whether credentials may be refused for what a government is",
    )


def _is_asked(case: Case) -> bool:
    """Whether help is in question: an ally is attacked, or what was left undone is to help one that asked."""
    if case.fact("omission") is not None:
        return case.fact("omission") in ("help-refused", "help-unanswered")
    return case.fact("help_promised") is not None and case.fact("attack_gravity") == "armed-attack"


@norm(
    "mutual-help",
    "Promised help",
    "Did an ally give the help that the alliance promises a member who is attacked?",
    question="treaty-law",
    head="measure",
    owed_to="group",
    engaged=_is_asked,
    sources=(src.NATO_HELP, src.EU_HELP, src.RIO_REQUEST, src.OWN_CHARTER, src.VCLT_KEPT),
    layer="organisation",
    speaks_of="both",
)
def mutual_help(case: Case) -> Answer:
    """Each ally takes such action as it deems necessary (NATO 5): the means are free, doing nothing is not."""
    promised = case.need("help_promised")
    if promised == "none":
        return met("No treaty promised help: to withhold it was free.")
    if case.need("victim_requested_help") is False:
        return met("The state attacked did not ask for help.")
    if case.fact("victim_declared") is False:
        return met("Help is owed to a state that says it was attacked, and it has not said so.")
    if promised == "together":
        return met("The treaty promises help by decision of its organ: alone none was owed.")
    if not _helps(case):
        return breach("An ally was attacked and asked for help, and was given none.")
    if promised == "as-deemed":
        return met("The ally helped; which means it takes, each ally deems for itself.")
    if case.need("means_withheld") is True:
        return breach("The alliance promises all help in a member's power, and help was kept back.")
    return met("The ally gave all the help in its power.")


def _helps(case: Case) -> bool:
    if case.fact("omission") is not None:
        return case.need("help_given") is True
    return case.fact("aid_given") not in (None, "none") or case.need("response_kind") in _HELP


def _is_passed_on(case: Case) -> bool:
    return case.fact("done_through") not in (None, "none")


@norm(
    "circumvention",
    "A duty gone round",
    "Did the actor have its organisation, or its members, do what a duty of its own forbids?",
    question="treaty-law",
    head="measure",
    owed_to="target",
    engaged=_is_passed_on,
    sources=(src.ARIO_ROUND, src.VCLT_KEPT),
    layer="organisation",
)
def circumvention(case: Case) -> Answer:
    """An organisation is no way round what its members owe, nor are these a way round what it owes (ARIO).

    What was not meant to avoid the duty does not go round it, be it wrong otherwise.
    """
    if case.need("own_duty_forbids") is False:
        return met("The actor was free to do by itself what it had done through others.")
    if case.need("meant_to_evade") is False:
        return met("What was done through others was not meant to avoid a duty of the actor's own.")
    if case.need("done_through") == "organisation":
        return breach("A state had its organisation do what the state itself had promised not to do.")
    return breach("An organisation had its members do what it was itself bound not to do.")


_BY_TREATY = (
    "unsc-decision-comply",
    "l3-credentials",
    "l3-suspension",
    "institutional-competence",
    "mutual-help",
    "circumvention",
    "inviolability",
)


def _by_treaty(case: Case) -> tuple[str, ...]:
    """The duties in play that a treaty lays down; immunity of high office and of the act is custom."""
    if case.fact("official_process") is None or case.fact("official_post") in ("high-office", "other"):
        return _BY_TREATY
    return (*_BY_TREATY, "official-immunity")


@requirement(
    "governing-treaty",
    "Treaty that governs",
    "Was the treaty kept that governs the matter: the UN Charter, an organisation's own, the Vienna Conventions?",
    question="treaty-law",
    sources=(src.VCLT_CONSTITUENT, src.VCLT_KEPT, src.PRIMACY, src.VIENNA_DIPLOMATIC),
)
def governing_treaty(case: Case) -> Answer | None:
    """A treaty that sets up an organisation is a treaty too (VCLT 5); what breaks a duty under it breaks it."""
    rules = _by_treaty(case)
    if all(case.answer(rule) is None for rule in rules):
        return None
    worst = weakest_of(case, rules)
    if worst is not None and worst.verdict != "lawful":
        return inherited(worst, worst.turns_on)
    return met("The duties under the treaty that governs the matter were kept.")


RULES: tuple[Rule, ...] = (attribution_act, l3_credentials, mutual_help, circumvention, governing_treaty)

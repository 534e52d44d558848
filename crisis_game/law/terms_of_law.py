"""The glossary's words of law: said as the law stands, or with the views where it is open.

A source is named with its article where that was read; of a judgment whose paragraph was not, the case and year alone.
"""

from __future__ import annotations

from crisis_game.law import sources as src
from crisis_game.law.term import Term, term

_FORCE = "Force and defence"
_ANSWERS = "Duties and answers"

TERMS_OF_LAW: tuple[Term, ...] = (
    term(
        _FORCE,
        "Use of force",
        "Armed force of one state against another: the Charter forbids it, and the threat of it, save in "
        "self-defence or on the authority of the Security Council.",
        src.FORCE_BAN,
        rules="force-prohibited force-threatened",
    ),
    term(
        _FORCE,
        "Armed attack",
        "A use of force among the gravest, told from lesser ones by its scale and effects; the right of self-defence "
        "arises from it, though some states hold that any unlawful force is enough.",
        src.SELF_DEFENCE,
        src.NICARAGUA,
        rules="armed-attack armed-attack-cyber accumulation nsa-attack",
    ),
    term(
        _FORCE,
        "Self-defence",
        "The right of a state that suffers an armed attack to answer with force that is necessary and proportionate, "
        "until the Security Council has taken the measures necessary to keep the peace.",
        src.SELF_DEFENCE,
        src.NICARAGUA,
        rules="self-defence sd-until",
    ),
    term(
        _FORCE,
        "Collective self-defence",
        "Force in defence of another state that has been attacked, has itself said so and has asked for help.",
        src.SELF_DEFENCE,
        src.NICARAGUA,
        rules="collective-self-defence csd-declaration csd-request",
    ),
    term(
        _FORCE,
        "Necessity",
        "Force in self-defence is necessary where no peaceful means left would have stopped the attack; the plea of "
        "necessity in the law of state responsibility is something else.",
        src.NICARAGUA,
        src.OIL_PLATFORMS,
        rules="sd-necessity",
    ),
    term(
        _FORCE,
        "Proportionality of self-defence",
        "The whole operation is measured against its aim, to halt and repel the attack; on the prevailing view not "
        "against the attacker's weapons or losses.",
        src.NICARAGUA,
        src.OIL_PLATFORMS,
        rules="sd-proportionality",
        also=("proportionality",),
    ),
    term(
        _FORCE,
        "Immediacy",
        "Self-defence comes while the attack or its continuing danger lasts; there is no fixed number of days, but "
        "what comes only afterwards is a reprisal.",
        src.NICARAGUA,
        rules="sd-immediacy",
    ),
    term(
        _FORCE,
        "Imminence",
        "How near a blow must be before force may forestall it: some states hold that an attack about to fall is "
        "near enough, others that it must have occurred; a danger that is only feared is not enough on the "
        "prevailing view.",
        src.CAROLINE,
        src.HIGH_LEVEL,
        rules="imminence",
    ),
    term(
        _FORCE,
        "Reprisal",
        "Force to punish or to pay back once the danger is over; armed reprisals are unlawful, even where the wrong "
        "they answer was real.",
        src.FRIENDLY_RELATIONS,
        rules="sd-immediacy cm-limits",
    ),
    term(
        _FORCE,
        "Blockade",
        "Shutting the ports or coasts of a state by armed force; it is itself a use of force and stands on the list "
        "of acts of aggression.",
        src.AGGRESSION,
        rules="force-prohibited law-of-the-sea",
    ),
    term(
        _FORCE,
        "Mandate",
        "What the Security Council has authorised: the aim, the actors, the means and the time that its resolution "
        "names; what goes beyond them is not covered.",
        src.COUNCIL_POWERS,
        src.KOSOVO,
        rules="unsc-authorised",
    ),
    term(
        _FORCE,
        "Enforcement",
        "Coercion for the sake of peace, by the Security Council or with its authorisation; a regional body needs "
        "that authorisation for force, and whether sanctions without force count as enforcement is disputed.",
        src.ENFORCEMENT,
        rules="regional-enforcement",
    ),
    term(
        _FORCE,
        "Report",
        "Measures taken in self-defence are reported to the Security Council at once; to be silent breaks that duty "
        "and speaks against the plea, but does not of itself make the force unlawful.",
        src.SELF_DEFENCE,
        src.NICARAGUA,
        rules="report-unsc",
    ),
    term(
        _FORCE,
        "Responsibility to protect",
        "A political commitment: each state protects its people from genocide, war crimes, ethnic cleansing and "
        "crimes against humanity, and where one manifestly fails to, others are prepared to act through the Security "
        "Council.",
        src.SUMMIT,
        rules="r2p-pathway humanitarian-force",
    ),
    term(
        _FORCE,
        "Proportionality of an attack",
        "In armed conflict no attack may be made if the harm to civilians that is to be expected would be excessive "
        "against the concrete and direct military advantage.",
        src.EXCESSIVE,
        rules="ihl-proportionality",
        also=("proportionality",),
    ),
    term(
        _FORCE,
        "Distinction",
        "In armed conflict attacks are aimed at military objectives alone, never at civilians or civilian objects.",
        src.DISTINCTION,
        rules="ihl-distinction",
    ),
    term(
        _ANSWERS,
        "Attribution",
        "The link that makes an act one of a state: its organs did it, or persons whom it instructed, directed or "
        "controlled, or it has adopted the act as its own.",
        src.ARSIWA_ATTRIBUTION,
        src.NICARAGUA_CONTROL,
        rules="attribution-state",
    ),
    term(
        _ANSWERS,
        "Due diligence",
        "The duty to do what one can against harm to other states that one knows to come from one's own territory.",
        src.CORFU,
        rules="due-diligence",
    ),
    term(
        _ANSWERS,
        "Non-intervention",
        "No state may coerce another in matters that are its own to decide freely.",
        src.NICARAGUA_COERCION,
        rules="non-intervention",
    ),
    term(
        _ANSWERS,
        "Retorsion",
        "An unfriendly act that leaves no duty unperformed, such as calling envoys home or ending voluntary aid.",
        src.NICARAGUA,
        rules="retorsion",
    ),
    term(
        _ANSWERS,
        "Countermeasure",
        "A duty left unperformed for a time, without force, by a state that was wronged, to bring the wrongdoer back "
        "to the law; a call to comply comes first, and it ends on compliance.",
        src.ARSIWA_AIM,
        src.ARSIWA_PROCEDURE,
        rules="countermeasure cm-basis cm-procedure cm-limits cm-temporary",
        also=("countermeasures",),
    ),
    term(
        _ANSWERS,
        "Proportionality of a countermeasure",
        "The measure is commensurate with the injury suffered, the rights in question being taken into account.",
        src.DANUBE,
        rules="cm-proportion",
        also=("proportionality",),
    ),
    term(
        _ANSWERS,
        "Sanction",
        "A measure of pressure without arms; whether it is lawful depends on what carries it: a decision of the "
        "Security Council, the organisation's own rules, a countermeasure, or that no duty is touched.",
        src.COUNCIL_POWERS,
        src.ARSIWA_AIM,
        rules="sanction sanction-proportion sanctions-due-process",
        also=("sanctions",),
    ),
    term(
        _ANSWERS,
        "Consent",
        "Leave given freely and beforehand by those who can speak for a state, for an act on its territory; the act "
        "stays within its limits, and it can be withdrawn without any set form.",
        src.ARSIWA_CONSENT,
        src.CONGO,
        rules="invitation base-terms",
    ),
    term(
        _ANSWERS,
        "Transit passage",
        "Navigation and overflight through a strait used for international navigation, without delay and for passage "
        "alone; ships and aircraft of all states have it, and coastal states may not suspend it.",
        src.UNCLOS,
        rules="law-of-the-sea",
    ),
    term(
        _ANSWERS,
        "Innocent passage",
        "Passage of ships through the territorial sea that does not prejudice the peace, good order or security of "
        "the coastal state.",
        src.UNCLOS,
        rules="law-of-the-sea",
    ),
    term(
        _ANSWERS,
        "Peaceful means",
        "Negotiation, inquiry, mediation, conciliation, arbitration, judicial settlement, resort to regional bodies, "
        "or other peaceful means of the parties' own choice.",
        src.MEANS,
        rules="pacific-first",
    ),
)
"""In the order in which they are listed."""

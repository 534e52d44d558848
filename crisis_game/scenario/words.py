"""The names of the game's own things, which no scenario gives: grades, votes, phases, beats, bases, motions, asks."""

from __future__ import annotations

from collections.abc import Mapping

from crisis_game.texts import Prose


def _table(**names: tuple[str, str]) -> Mapping[str, Prose]:
    """Names in English and German by id; an underscore in a keyword is a hyphen in the id."""
    return {id_.replace("_", "-"): Prose((("en", english), ("de", german))) for id_, (english, german) in names.items()}


GRADES = _table(
    rumoured=("rumoured", "Gerücht"),
    suspected=("suspected", "vermutet"),
    probable=("probable", "wahrscheinlich"),
    established=("established", "erwiesen"),
)
VOTES = _table(
    yes=("yes", "Ja"),
    no=("no", "Nein"),
    abstain=("abstain", "Enthaltung"),
    absent=("absent", "abwesend"),
    opt_out=("opt out", "beiseite treten"),
)
VOTING = _table(
    yes=("votes yes", "stimmt mit Ja"),
    no=("votes no", "stimmt mit Nein"),
    abstain=("abstains", "enthält sich"),
    absent=("is absent", "ist abwesend"),
    opt_out=("stands aside", "tritt beiseite"),
)
CASTING = _table(
    yes=("voting yes", "mit Ja"),
    no=("voting no", "mit Nein"),
    abstain=("abstaining", "mit Enthaltung"),
    absent=("absent", "abwesend"),
    opt_out=("standing aside", "beiseite"),
)
STANCES = _table(
    support=("support", "dafür"),
    could_live_with=("could live with it", "kann damit leben"),
    oppose=("oppose", "dagegen"),
    silent=("silent", "schweigt"),
)
DELIVERIES = _table(full=("in full", "voll"), half=("half", "halb"), none=("nothing", "nichts"))
CONSENTS = _table(
    none=("not asked", "nicht gefragt"),
    given=("given", "erteilt"),
    limited=("limited", "begrenzt"),
    withdrawn=("withdrawn", "entzogen"),
)
STATUSES = _table(
    table=("on the table", "auf dem Tisch"),
    put=("put to the vote", "zur Abstimmung gestellt"),
    adopted=("adopted", "angenommen"),
    failed=("not adopted", "nicht angenommen"),
    lapsed=("lapsed", "verfallen"),
    withdrawn=("withdrawn", "zurückgezogen"),
    ended=("ended", "beendet"),
    active=("in force", "in Kraft"),
    dormant=("at rest", "ruht"),
)
CHANNELS = _table(
    news=("news", "Nachricht"),
    cable=("cable", "Depesche"),
    intelligence=("intelligence", "Nachrichtendienst"),
    statement=("statement", "Erklärung"),
    letter=("letter", "Brief"),
    hint=("sign", "Anzeichen"),
    message=("message", "Mitteilung"),
    act=("talk", "Gespräch"),
    counsel=("counsel", "Rechtsrat"),
    improvised=("news", "Nachricht"),
)
ANSWERS = _table(
    lawful=("lawful", "rechtmäßig"), contested=("contested", "umstritten"), unlawful=("unlawful", "rechtswidrig")
)
PHASES = _table(
    lobby=("lobby", "Vorraum"),
    briefing=("briefing", "Lage"),
    consultation=("consultation", "Beratung"),
    drafting=("drafting", "Entwurf"),
    voting=("voting", "Abstimmung"),
    response=("response", "Ausführung"),
    consequences=("consequences", "Folgen"),
    review=("review", "Überprüfung"),
    hot_wash=("hot wash", "erstes Gespräch"),
    debrief=("debrief", "Nachbesprechung"),
    closed=("closed", "beendet"),
)
BEATS = _table(
    situation=("SITUATION", "LAGE"),
    table=("TABLE", "TISCH"),
    orders=("ORDERS", "WEISUNG"),
    answer=("ANSWER", "ANTWORT"),
)
ROLES = _table(member=("member", "Mitglied"), adversary=("adversary", "Gegenseite"), neighbour=("neighbour", "Nachbar"))
BASES = _table(
    charter=("the charter", "die Charta"),
    retorsion=("retorsion", "Retorsion"),
    countermeasures=("countermeasures", "Gegenmaßnahmen"),
    self_defence=("self-defence", "Selbstverteidigung"),
    collective_self_defence=("collective self-defence", "kollektive Selbstverteidigung"),
    council_mandate=("a mandate of the Security Council", "ein Mandat des Sicherheitsrats"),
    invitation=("invitation", "Einladung"),
    none_claimed=("no basis claimed", "keine Grundlage beansprucht"),
)
MOTIONS = _table(
    consult=("Consult, verify, appeal", "Beraten, prüfen, appellieren"),
    inquiry=("Inquiry", "Untersuchung"),
    mediation=("Call for mediation", "Ruf nach Vermittlung"),
    hearing=("Hearing", "Anhörung"),
    opinion=("Advisory opinion", "Gutachten"),
    arbitration=("Arbitration", "Schiedsverfahren"),
    suspension=("Suspension", "Suspendierung"),
    reinstatement=("Reinstatement", "Wiederaufnahme"),
    referral=("Referral to the Security Council", "Befassung des Sicherheitsrats"),
    amendment=("Amendment of the charter", "Änderung der Charta"),
    settlement=("Settlement", "Beilegung"),
    lift=("Lifting of a text", "Aufhebung eines Beschlusses"),
)
MATTERS = _table(
    procedure=("procedure", "Verfahren"),
    statement=("statement", "Erklärung"),
    budget=("budget", "Haushalt"),
    inquiry=("inquiry", "Untersuchung"),
    opinion=("advisory opinion", "Gutachten"),
    diplomatic=("diplomatic measures", "diplomatische Maßnahmen"),
    assistance=("assistance", "Beistand"),
    peaceful_settlement=("peaceful settlement", "friedliche Beilegung"),
    arbitration=("arbitration", "Schiedsverfahren"),
    referral=("referral", "Befassung"),
    retorsion=("retorsion", "Retorsion"),
    sanctions=("sanctions", "Sanktionen"),
    peacekeeping=("peacekeeping", "Friedenssicherung"),
    presence=("presence", "Präsenz"),
    suspension=("suspension", "Suspendierung"),
    armed_force=("armed force", "Waffengewalt"),
    amendment=("amendment", "Änderung"),
    any=("all other matters", "alle anderen Fragen"),
)
ASKS = _table(
    statement=("statement", "Erklärung"),
    demand=("demand", "Forderung"),
    sanctions=("sanctions", "Sanktionen"),
    mandate=("mandate", "Mandat"),
)
SEATS = _table(
    facilitator=("the facilitator", "die Leitung"),
    observer=("an observer", "jemand, der zuschaut"),
    verifiers=("the verifiers", "die Prüfer"),
    intelligence=("Intelligence", "Nachrichtendienst"),
    capital=("Our capital", "Unsere Hauptstadt"),
    security_council=("the Security Council", "der Sicherheitsrat"),
)
STEPS = _table(hold=("Hold", "Abwarten"), back=("Step back", "Zurückweichen"))

GAME_NAMES: Mapping[str, Mapping[str, Prose]] = {
    "grade": GRADES,
    "vote": VOTES,
    "voting": VOTING,
    "casting": CASTING,
    "stance": STANCES,
    "delivery": DELIVERIES,
    "consent": CONSENTS,
    "level": {**CONSENTS, **DELIVERIES},
    "status": STATUSES,
    "channel": CHANNELS,
    "answer": ANSWERS,
    "phase": PHASES,
    "beat": BEATS,
    "role": ROLES,
    "basis": BASES,
    "motion": MOTIONS,
    "matter": MATTERS,
    "ask": ASKS,
    "seat": SEATS,
    "step": STEPS,
}
"""Names by table and id, as a `Wording` wants them."""

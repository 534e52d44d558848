"""Where the rules stand: each source written once.

A paragraph or article is printed only where it was read in the text itself; elsewhere the case and the year stand
alone and the source says so by `checked`. Some stand here for the cases of the conformance suite alone, which may cite
nothing that is not known here.
"""

from __future__ import annotations

from crisis_game.law.finding import Source


def read(cite: str) -> Source:
    """A source whose article or paragraph was read in the text."""
    return Source(cite)


def named(cite: str) -> Source:
    """A source known by its name and year, without a pinpoint that was read."""
    return Source(cite, checked=False)


# UN Charter
PEACEFUL_SETTLEMENT = read("UN Charter, Article 2(3)")
FORCE_BAN = read("UN Charter, Article 2(4)")
DOMESTIC = read("UN Charter, Article 2(7)")
PURPOSES = read("UN Charter, Article 24(2)")
CARRY_OUT = read("UN Charter, Article 25")
COUNCIL_VOTE = read("UN Charter, Article 27")
MEANS = read("UN Charter, Article 33")
COUNCIL_POWERS = read("UN Charter, Articles 39 to 42")
OWN_FORCES = read("UN Charter, Article 43")
SELF_DEFENCE = read("UN Charter, Article 51")
REGIONAL = read("UN Charter, Articles 52 to 53")
ENFORCEMENT = read("UN Charter, Article 53(1)")
INFORM = read("UN Charter, Article 54")
PRIMACY = read("UN Charter, Article 103")
ASSEMBLY = read("UN Charter, Articles 10 to 14")
HEARD = read("UN Charter, Articles 31 and 32")

# courts
NICARAGUA = named("Nicaragua v. United States, ICJ 1986")
NICARAGUA_FORCE = read("Nicaragua v. United States, ICJ 1986, paras 189-190")
NICARAGUA_COERCION = read("Nicaragua v. United States, ICJ 1986, paras 202-204")
NICARAGUA_CONTROL = read("Nicaragua v. United States, ICJ 1986, para. 115")
OIL_PLATFORMS = named("Oil Platforms, ICJ 2003")
CONGO = named("Armed Activities (DRC v. Uganda), ICJ 2005")
WALL = read("Wall advisory opinion, ICJ 2004, para. 139")
WALL_NAMED = named("Wall advisory opinion, ICJ 2004")
NUCLEAR = named("Nuclear Weapons advisory opinion, ICJ 1996")
NAMIBIA = named("Namibia advisory opinion, ICJ 1971")
KOSOVO = named("Kosovo advisory opinion, ICJ 2010")
BOSNIA = named("Bosnia Genocide, ICJ 2007")
TADIC = named("Tadić appeal, ICTY 1999")
CORFU = named("Corfu Channel, ICJ 1949")
HOSTAGES = named("Tehran Hostages, ICJ 1980")
DANUBE = read("Gabčíkovo-Nagymaros, ICJ 1997, para. 85")
DANUBE_CALL = read("Gabčíkovo-Nagymaros, ICJ 1997, para. 84")
DANUBE_WRONG = read("Gabčíkovo-Nagymaros, ICJ 1997, para. 83")
AIR_SERVICES = named("Air Service Agreement award, 1978")
NAULILAA = named("Naulilaa award, 1928")
EXPENSES = named("Certain Expenses advisory opinion, ICJ 1962")
WHO_OPINION = named("Nuclear Weapons (WHO request), ICJ 1996")
SAIGA = named("M/V Saiga (No. 2), ITLOS 1999")
GUYANA = named("Guyana v. Suriname award, 2007")
IMMUNITIES = named("Jurisdictional Immunities, ICJ 2012")
KADI = named("Kadi, CJEU 2008 and 2013")
AL_DULIMI = named("Al-Dulimi v. Switzerland, ECtHR 2016")
NADA = named("Nada v. Switzerland, ECtHR 2012")

# state responsibility and treaties
ARSIWA_ATTRIBUTION = read("ILC Articles on State Responsibility 2001, Articles 4 to 11")
ARSIWA_COMPLICITY = named("ILC Articles on State Responsibility 2001, on aid or assistance")
ARSIWA_CONSENT = named("ILC Articles on State Responsibility 2001, on consent")
ARSIWA_STANDING = read("ILC Articles on State Responsibility 2001, Article 48")
ARSIWA_THIRD = read("ILC Articles on State Responsibility 2001, Article 54")
ARSIWA_AIM = read("ILC Articles on State Responsibility 2001, Article 49")
ARSIWA_LIMITS = read("ILC Articles on State Responsibility 2001, Article 50")
ARSIWA_PROCEDURE = read("ILC Articles on State Responsibility 2001, Article 52")
ARSIWA_REPARATION = read("ILC Articles on State Responsibility 2001, Article 31")
ARSIWA_CESSATION = read("ILC Articles on State Responsibility 2001, Article 30")
ARSIWA_INJURED = named("ILC Articles on State Responsibility 2001, on invocation by an injured state")
ARSIWA_SERIOUS = read("ILC Articles on State Responsibility 2001, Articles 40 and 41")
ARIO = named("ILC Articles on the Responsibility of International Organizations 2011")
VCLT_KEPT = read("Vienna Convention on the Law of Treaties, Article 26")
VCLT_READ = read("Vienna Convention on the Law of Treaties, Article 31")
VCLT_THIRD = read("Vienna Convention on the Law of Treaties, Article 34")
VCLT_BREACH = read("Vienna Convention on the Law of Treaties, Article 60(2)(a)")
AGGRESSION = read("General Assembly resolution 3314 (1974), Article 3")
FRIENDLY_RELATIONS = named("General Assembly resolution 2625 (1970)")
UNITING = named("General Assembly resolution 377 (V) (1950)")
SUMMIT = named("World Summit Outcome, General Assembly resolution 60/1 (2005)")
HUMANITARIAN = named("positions of the United Kingdom (1999, 2013, 2018) and of Belgium (1999)")
HIGH_LEVEL = named("UN High-level Panel on Threats, Challenges and Change, 2004")
AFTER_2001 = named("Security Council resolutions 1368 and 1373 (2001)")
SANCTIONS_1990 = named("Security Council resolution 661 (1990)")
OSIRAK = named("Security Council resolution 487 (1981)")
LIBERIA = named("Security Council resolution 788 (1992)")
CARVE_OUT = read("Security Council resolution 2664 (2022), para. 1")
CAROLINE = named("Caroline correspondence, 1837-1842")
CHATHAM = named("Chatham House Principles on Self-Defence, 2005")
TALLINN_SOVEREIGNTY = read("Tallinn Manual 2.0, 2017, rule 4 (expert restatement)")
UK_CYBER = named("position of the United Kingdom on cyberspace, Attorney General, 2018")
TALLINN = named("Tallinn Manual 2.0, 2017 (expert restatement)")
AU_ACT = named("Constitutive Act of the African Union, on intervention in a member")
ECOWAS = named("ECOWAS Protocol on conflict prevention, 1999")
RIO_REQUEST = read("Rio Treaty 1947, Article 3(2)")
RIO_VOTE = read("Rio Treaty 1947, Articles 17 to 19")
RIO_OWN_CONSENT = read("Rio Treaty 1947, Article 20")
NATO_CONSULT = read("North Atlantic Treaty 1949, Article 4")
OAS_SUSPEND = read("Charter of the Organization of American States, Article 9")
UNCLOS = named("UN Convention on the Law of the Sea, 1982")
SAN_REMO = named("San Remo Manual, 1994 (expert restatement)")
HAGUE_NEUTRALITY = named("Hague Conventions V and XIII, 1907")
OWN_CHARTER = named("the organisation's own charter")

# armed conflict
DISTINCTION = read("Additional Protocol I, Articles 48 and 52(2)")
EXCESSIVE = read("Additional Protocol I, Articles 51(5)(b) and 57")
PRECAUTIONS = read("Additional Protocol I, Articles 57 and 58")
RELIEF = read("Additional Protocol I, Article 70; Geneva Convention IV, Articles 23 and 59")
NATO_BOMBING = named("Final report to the Prosecutor on the NATO bombing campaign, ICTY 2000")
GALIC = named("Galić, ICTY Trial Chamber 2003")
SYRIA_RELIEF = named("Security Council resolution 2165 (2014)")
FISH_STOCKS = named("Fish Stocks Agreement, 1995")
COMPENSATION = read("Additional Protocol I, Article 91")
REMEDY = named("General Assembly resolution 60/147 (2005)")
HAGUE_OCCUPATION = named("Hague Regulations, 1907; Geneva Convention IV")
VIENNA_DIPLOMATIC = named("Vienna Convention on Diplomatic Relations, 1961")
FAIR_HEARING = read("International Covenant on Civil and Political Rights, Article 14")
ICESCR = named("International Covenant on Economic, Social and Cultural Rights, 1966")
CESCR8 = named("Committee on Economic, Social and Cultural Rights, General Comment 8 (1997)")
TADIC_1995 = read("Tadić, ICTY Appeals Chamber 1995, para. 70")

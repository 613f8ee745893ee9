"""When somebody's My Number Card and its electronic certificate expire, and until when they serve at a visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from actions.eligibility.calendar_arithmetic import add_months, age_on, birthday_in, nth_birthday_after
from actions.eligibility.card_validity import lapses_after, renewable_from, state_on, usable_until
from actions.eligibility.check import Check
from actions.eligibility.contradictions import OF_THE_CARD, Contradiction
from actions.eligibility.decision import Value
from actions.eligibility.explore import World
from actions.eligibility.facts import TERMS
from actions.eligibility.implications import ends
from actions.eligibility.parameters import parameters
from actions.eligibility.partial_date import PartialDate
from actions.eligibility.sources import (
    CARD_TERM,
    CERTIFICATE_TERM,
    COUNTER,
    EXPIRY,
    GET_CARD,
    GROUPS,
    MOVING,
    READER,
    RENEWAL,
    STEP1,
    STEP2,
    STEP3,
    TWO_TERMS,
)
from actions.eligibility.verdict import Verdict

MONTHS_A_YEAR = 12
# A birthday whose year nobody knows; it is in none of the dates, and adulthood is asked for itself.
SOME_LEAP_YEAR = 2000


@dataclass(frozen=True)
class Terms:
    """The last days of a card.

    Attributes:
        certificate: of the electronic certificate in it; None where only the card's is known.
        card: of the card itself, where it is known.
    """

    certificate: date | None
    card: date | None

    @property
    def together(self) -> bool:
        """Tell whether both run out on one day, as a minor's do."""
        return self.certificate == self.card


def _expiry(world: World, day: date) -> Verdict:
    if world.known.get("card") == "none":
        return Verdict().because("card_none", STEP1).then("get_card", GET_CARD).decided("no_card_yet")
    if until := world.date("electronic_certificate_until"):
        return _told(world, day, Terms(until, world.date("card_until")))
    if world.known.get("electronic_certificate") == "expired":
        return _expired_some_day(world, day)
    issued = world.known.get("issued_on")
    if isinstance(issued, PartialDate):
        return _computed(world, day, issued)
    return _unknown(world, day)


def _unknown(world: World, day: date) -> Verdict:
    """Say where the date stands: without the day of issue none can be computed."""
    verdict, rules, card_until = Verdict(), parameters(day), world.date("card_until")
    verdict.because("certificate_lasts", CERTIFICATE_TERM, birthdays=rules.certificate_birthdays)
    verdict.because("card_lasts", CARD_TERM, birthdays=rules.card_birthdays, minor=rules.minor_card_birthdays)
    if card_until:
        verdict.on("card_renewable_from", renewable_from(card_until)).on("card_until", card_until)
    if _may_be_void(world, verdict):
        return verdict
    if _told_card_over(world, day):
        return _card_over(verdict, card_until).decided("card_expired")
    # That it is valid is taken for granted here, and said to be.
    world.ask("electronic_certificate", TERMS)
    return verdict.then("read_date_on_card", STEP3).want("issued_on", "born_on").decided("read_date_on_card")


def _told_card_over(world: World, day: date) -> bool:
    until = world.date("card_until")
    return day > until if until else world.known.get("card_validity") == "expired"


def _expired_some_day(world: World, day: date) -> Verdict:
    """Say what an expired certificate means where nobody told since when: three months decide."""
    verdict = Verdict().because("certificate_over", EXPIRY)
    if _may_be_void(world, verdict):
        return verdict
    if _told_card_over(world, day):
        return _card_over(verdict, world.date("card_until")).decided("card_expired")
    verdict.then("renew_certificate_at_counter", COUNTER)
    if not world.known.get("in_use") and world.ask("expired_over_three_months", (False, True)):
        verdict.because("reader_refuses", READER).because("registration_lapsed", STEP3).then("register_again", STEP3)
        return verdict.decided("no_longer_usable")
    return verdict.because("eligibility_only", READER).decided("usable_eligibility_only")


def _told(world: World, day: date, terms: Terms) -> Verdict:
    """Say what dates mean that were read off the card."""
    verdict = Verdict().because("certificate_ends", CERTIFICATE_TERM, day=terms.certificate or day)
    _certificate_dates(verdict, terms)
    _card_dates(verdict, terms)
    return _meaning(world, day, terms, verdict)


def _computed(world: World, day: date, issued: PartialDate) -> Verdict:
    """Say what follows from issue and birth."""
    born = world.known.get("born_on")
    if not isinstance(born, PartialDate) or not (born.month and born.day):
        return _roughly(world, day, issued)
    birth = date(born.year or SOME_LEAP_YEAR, born.month, born.day)
    issue, rules = _issue(world, day, issued, birth), parameters(day)
    adult = world.ask("adult_at_issue", usual=True)
    count = rules.card_birthdays if adult else rules.minor_card_birthdays
    terms = Terms(
        nth_birthday_after(issue, birth.month, birth.day, rules.certificate_birthdays),
        world.date("card_until") or nth_birthday_after(issue, birth.month, birth.day, count),
    )
    verdict = _named(Verdict(), terms, day, adult=adult, renewed=_renewed(world, day, terms))
    return _doubt(_meaning(world, day, terms, verdict), issued, born, birth, issue)


def _roughly(world: World, day: date, issued: PartialDate) -> Verdict:
    """Say what holds whatever day the birthday is, and ask for it."""
    verdict, months = Verdict().want("born_on"), parameters(day).certificate_birthdays * MONTHS_A_YEAR
    first = add_months(issued.first, months - MONTHS_A_YEAR)
    last = add_months(min(issued.last, max(day, issued.first)), months)
    if _may_be_void(world, verdict):
        return verdict
    if _told_card_over(world, day):
        return _card_over(verdict, world.date("card_until")).decided("card_expired")
    if day >= renewable_from(first) and world.ask("certificate_renewed"):
        return verdict.because("certificate_renewed", STEP3).then("look_up_date", STEP3).open("look_up_date")
    verdict.because("certificate_between", CERTIFICATE_TERM, first=first, last=last).then("read_date_on_card", STEP3)
    if day < renewable_from(first):
        return verdict.decided("valid")
    return verdict.decided("no_longer_usable" if state_on(day, last) == "lapsed" else "birthday_decides")


def _issue(world: World, day: date, issued: PartialDate, birth: date) -> date:
    """Return a day of issue that stands for all that the known month or year leaves possible."""
    last = min(issued.last, max(day, issued.first))
    birthday = birthday_in(last.year, birth.month, birth.day)
    if not issued.first < birthday <= last:
        return last
    return last if world.ask("issued_after_birthday") else issued.first


def _renewed(world: World, day: date, terms: Terms) -> bool:
    """Before it can't have been renewed, and what has run out with its card matters no more."""
    assert terms.certificate and terms.card
    return renewable_from(terms.certificate) <= day <= terms.card and world.ask("certificate_renewed")


def _named(verdict: Verdict, terms: Terms, day: date, *, adult: bool, renewed: bool) -> Verdict:
    assert terms.certificate and terms.card
    if not renewed:
        verdict.because("certificate_fifth_birthday", CERTIFICATE_TERM, day=terms.certificate)
        _certificate_dates(verdict, terms)
    verdict.because("card_tenth_birthday" if adult else "minor_card_fifth_birthday", CARD_TERM, day=terms.card)
    return _card_dates(verdict, terms)


def _certificate_dates(verdict: Verdict, terms: Terms) -> None:
    assert terms.certificate
    until = terms.certificate
    verdict.on("renewable_from", renewable_from(until)).on("certificate_until", until)
    verdict.on("registration_lapses", lapses_after(until))
    # The three months at the reader are the certificate's; a minor's card runs out with it.
    if not terms.together:
        verdict.on("reader_until", usable_until(until))


def _card_dates(verdict: Verdict, terms: Terms) -> Verdict:
    if terms.card:
        verdict.on("card_renewable_from", renewable_from(terms.card)).on("card_until", terms.card)
    return verdict


def _meaning(world: World, day: date, terms: Terms, verdict: Verdict) -> Verdict:
    """Name the outcome that terms have on a day."""
    assert terms.certificate
    computed = "electronic_certificate_until" not in world.known
    if _may_be_void(world, verdict):
        return verdict
    if terms.card and day > terms.card:
        return _card_over(verdict, terms.card).decided("card_expired")
    if computed and _renewed(world, day, terms):
        return _after_renewal(verdict, day, terms)
    verdict.unless("certificate_renewed", "unfiled_change")
    if day > terms.certificate:
        return _run_out(verdict, day, terms)
    return _still_valid(verdict, day, terms, computed=computed)


def _may_be_void(world: World, verdict: Verdict) -> bool:
    """Say that a card may be void; then its dates mean little, save those that are printed on it."""
    if world.known.get("card") != "void" and not world.ask("unfiled_change"):
        return False
    verdict.dates = [entry for entry in verdict.dates if entry.name in ("certificate_until", "card_until")]
    verdict.because("unfiled_change", MOVING).then("ask_municipality", MOVING).open("may_be_void")
    return True


def _card_over(verdict: Verdict, card_until: date | None) -> Verdict:
    verdict.because("card_over", EXPIRY, **({"day": card_until} if card_until else {}))
    verdict.then("ask_municipality_about_both", READER).then("apply_for_new_card", GET_CARD)
    return verdict.then("certificate_meanwhile", GROUPS).then("register_if_not_registered", STEP2)


def _after_renewal(verdict: Verdict, day: date, terms: Terms) -> Verdict:
    """The renewed certificate's date isn't known from the card's issue; the card's own still is."""
    assert terms.card
    verdict.because("certificate_renewed", STEP3).then("look_up_date", STEP3).unless("unfiled_change")
    if day < renewable_from(terms.card):
        return verdict.open("look_up_date")
    return _renew_card(verdict, terms.card).decided("card_renewable_now")


def _renew_card(verdict: Verdict, card_until: date) -> Verdict:
    verdict.because("card_renewable", RENEWAL, day=renewable_from(card_until))
    return verdict.then("renew_card_three_ways", CARD_TERM)


def _still_valid(verdict: Verdict, day: date, terms: Terms, *, computed: bool) -> Verdict:
    assert terms.certificate
    if computed:
        verdict.then("look_up_date", STEP3)
    if day < renewable_from(terms.certificate):
        return verdict.then("renew_in_time", RENEWAL).decided("valid")
    verdict.because("renewable", RENEWAL, day=renewable_from(terms.certificate)).because("reader_warns", READER)
    if terms.card and terms.together:
        _renew_card(verdict, terms.card)
    else:
        verdict.then("renew_certificate_at_counter", CERTIFICATE_TERM)
    return verdict.decided("renewable_now")


def _run_out(verdict: Verdict, day: date, terms: Terms) -> Verdict:
    assert terms.certificate
    grace = state_on(day, terms.certificate) == "grace"
    verdict.because("eligibility_only" if grace else "reader_refuses", READER)
    if terms.card and day >= renewable_from(terms.card):
        _renew_card(verdict.then("ask_municipality_about_both", READER), terms.card)
    else:
        verdict.then("renew_certificate_at_counter", COUNTER)
    if day > lapses_after(terms.certificate):
        verdict.because("registration_lapsed", STEP3).then("register_again", STEP3)
        # On these days the leaflets differ: the reader still takes the card, one society has ended the registration.
        verdict.certainty = "open" if grace else "decided"
    verdict.outcome = "usable_eligibility_only" if grace else "no_longer_usable"
    return verdict


def _doubt(verdict: Verdict, issued: PartialDate, born: PartialDate, birth: date, issue: date) -> Verdict:
    """Mark as open what the leaflets don't settle; the date printed on the card does."""
    rules = parameters(issue)
    if (birth.month, birth.day) == (2, 29):
        verdict.because("born_on_29_february", CERTIFICATE_TERM)
    elif issued.whole and (birth.month, birth.day) == (issue.month, issue.day):
        verdict.because("issued_on_birthday", CERTIFICATE_TERM)
    elif born.year and rules.adult_age <= age_on(issue, birth) < rules.doubtful_age:
        verdict.because("adult_or_minor", TWO_TERMS)
    else:
        return verdict
    verdict.certainty = "open"
    return verdict.then("read_date_on_card", STEP3)


def _minor_and_adult(adult: bool, born: PartialDate, issued: PartialDate) -> bool:
    ages = {age_on(then, birth) for then in ends(issued) for birth in ends(born)} if born.year else set()
    return bool(ages) and adult not in {age >= parameters(issued.first).adult_age for age in ages}


CONTRADICTIONS: tuple[Contradiction, ...] = (
    *OF_THE_CARD,
    (("born_on", "issued_on"), lambda born, issued: bool(born.year and issued.last < born.first)),
    (("adult_at_issue", "born_on", "issued_on"), _minor_and_adult),
)


def _renewed_too_early(told: dict[str, Value], day: date) -> tuple[tuple[str, ...], ...]:
    """Return the facts of a renewal before there can have been one, on whatever day of the known time it was issued."""
    issued, born = told.get("issued_on"), told.get("born_on")
    if not (told.get("certificate_renewed") and isinstance(issued, PartialDate) and isinstance(born, PartialDate)):
        return ()
    if not (born.month and born.day):
        return ()
    count = parameters(day).certificate_birthdays
    earliest = nth_birthday_after(issued.first, born.month, born.day, count)
    return (("certificate_renewed", "issued_on"),) if day < renewable_from(earliest) else ()


CHECK = Check(
    name="check_expiry_dates",
    answers="when card and electronic certificate run out, and what that means",
    rule=_expiry,
    asks=("issued_on", "born_on", "issued_after_birthday", "expired_over_three_months"),
    contradictions=CONTRADICTIONS,
    past=("born_on", "issued_on"),
    excluded=_renewed_too_early,
    example={"born_on": "1970-09-15", "issued_on": "2021-03"},
    dates=("electronic_certificate_until", "card_until", "issued_on", "born_on"),
    about_dates=True,
    leads_to=("check_visit_document", "renewal", "reregistration"),
)

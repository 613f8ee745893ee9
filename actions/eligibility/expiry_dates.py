"""When somebody's My Number Card and its electronic certificate expire, and until when they serve at a visit."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from pydantic import Field

from actions.eligibility.calendar_arithmetic import age_on, birthday_in, nth_birthday_after
from actions.eligibility.card_validity import lapses_after, renewable_from, state_on, usable_until
from actions.eligibility.contradictions import Contradiction, contradicting, contradiction
from actions.eligibility.decision import Decision, Value
from actions.eligibility.explore import World, decide
from actions.eligibility.facts import Facts
from actions.eligibility.parameters import parameters
from actions.eligibility.partial_date import DatedPartly, PartialDate
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
    STEP2,
    STEP3,
    TWO_TERMS,
)
from actions.eligibility.verdict import Verdict

NAME = "check_expiry_dates"

# A birthday whose year nobody knows; it is in none of the dates, and adulthood is asked for itself.
SOME_LEAP_YEAR = 2000


class ExpiryFacts(Facts):
    """What decides when a card and its certificate expire."""

    born_on: PartialDate | None = Field(None, description="date of birth; `--MM-DD` where only the birthday is known")
    issued_on: DatedPartly | None = Field(None, description="the day on which the card was issued")
    adult_at_issue: bool | None = Field(None, description="whether the person was 18 or older on that day")
    certificate_renewed: bool | None = Field(None, description="whether the electronic certificate was renewed since")
    unfiled_change: bool | None = Field(
        None, description="whether address or name changed, or the person went abroad, without telling the municipality"
    )

    def known(self) -> dict[str, Value]:
        """Return the facts that are known: of birth month and day at least; the day of issue the rule reads itself."""
        known = super().known()
        if self.born_on and self.born_on.month and self.born_on.day:
            known["born_on"] = date(self.born_on.year or SOME_LEAP_YEAR, self.born_on.month, self.born_on.day)
        if self.born_on and self.born_on.year and self.issued_on:
            ages = {age_on(day, born) for day in _ends(self.issued_on) for born in _ends(self.born_on)}
            sides = {age >= parameters().adult_age.value for age in ages}
            known |= {"adult_at_issue": sides.pop()} if len(sides) == 1 else {}
        return known


CONTRADICTIONS: tuple[Contradiction, ...] = (
    (("born_on", "issued_on"), lambda born, issued: bool(born.year and issued.last < born.first)),
    (
        ("adult_at_issue", "born_on", "issued_on"),
        lambda adult, born, issued: bool(
            born.year
            and adult
            not in {age_on(day, day2) >= parameters().adult_age.value for day in _ends(issued) for day2 in _ends(born)}
        ),
    ),
)


def _ends(partial: PartialDate) -> tuple[date, date]:
    return partial.first, partial.last


def check_expiry_dates(facts: ExpiryFacts, day: date) -> Decision:
    """Return the dates of a card and what they mean on a day.

    Args:
        facts: the case.
        day: the day that it is looked at.
    """
    given = facts.told()
    names = contradicting(given, CONTRADICTIONS)
    names += tuple((name,) for name in ("born_on", "issued_on") if _in_future(given.get(name), day))
    if facts.certificate_renewed and _too_early_to_renew(facts, day):
        names = (*names, ("certificate_renewed", "issued_on"))
    if names:
        return contradiction(NAME, names)
    return decide(NAME, lambda world: _expiry(world, facts, day), facts.known())


def _in_future(told: Any, day: date) -> bool:
    return isinstance(told, PartialDate) and told.year is not None and told.first > day


def _too_early_to_renew(facts: ExpiryFacts, day: date) -> bool:
    """Tell whether a certificate can't have been renewed yet, on whatever day of the known time it was issued."""
    issued, born = facts.issued_on, facts.born_on
    if not (issued and born and born.month and born.day):
        return False
    earliest = nth_birthday_after(issued.first, born.month, born.day, parameters().certificate_birthdays.value)
    return day < renewable_from(earliest)


def _expiry(world: World, facts: ExpiryFacts, day: date) -> Verdict:
    if facts.issued_on is None:
        return _without_issue(world)
    issued, born, verdict = _issued(world, facts.issued_on, facts, day), _born(world, facts), Verdict()
    until = nth_birthday_after(issued, born.month, born.day, parameters().certificate_birthdays.value)
    adult = bool(world.ask("adult_at_issue"))
    card_until = _card_until(issued, born, adult=adult)
    # Before it can't have been renewed, and what has run out with its card matters no more.
    renewed = renewable_from(until) <= day <= card_until and bool(world.ask("certificate_renewed"))
    if day <= card_until and not renewed:
        _certificate_dates(verdict, until, card_until)
    verdict.because("card_tenth_birthday" if adult else "minor_card_fifth_birthday", CARD_TERM, day=card_until)
    verdict.on("card_renewable_from", renewable_from(card_until)).on("card_until", card_until)
    if world.ask("unfiled_change"):
        verdict.because("unfiled_change", MOVING).then("ask_municipality", MOVING).open("may_be_void")
    elif day > card_until:
        _card_over(verdict, card_until)
    elif renewed:
        _renewed(verdict, day, card_until)
    else:
        _name_outcome(verdict, day, until, card_until)
    return _doubt(verdict, facts, issued, born)


def _certificate_dates(verdict: Verdict, until: date, card_until: date) -> None:
    verdict.because("certificate_fifth_birthday", CERTIFICATE_TERM, day=until)
    verdict.on("renewable_from", renewable_from(until)).on("certificate_until", until)
    verdict.on("registration_lapses", lapses_after(until))
    # The three months at the reader are the certificate's; a minor's card runs out with it.
    if until < card_until:
        verdict.on("reader_until", usable_until(until))


def _without_issue(world: World) -> Verdict:
    """Without the day of issue no date can be told, only that it decides."""
    recent = world.ask("issued_on", ("recently", "long_ago")) == "recently"
    return Verdict().open("valid" if recent else "no_longer_usable")


def _issued(world: World, partial: PartialDate, facts: ExpiryFacts, day: date) -> date:
    """Return the day of issue, or each day that makes a difference in a month or year that is all one knows."""
    assert partial.year is not None
    last = min(partial.last, max(day, partial.first))
    days = {partial.first, last}
    if facts.born_on and facts.born_on.month and facts.born_on.day:
        birthday = birthday_in(partial.year, facts.born_on.month, facts.born_on.day)
        days |= {birthday} if partial.first <= birthday <= last else set()
    return cast(date, world.ask("issued_on", sorted(days)))


def _born(world: World, facts: ExpiryFacts) -> date:
    """Return the birthday, or the first and last that the known month or year leaves possible."""
    partial = facts.born_on
    whole_year = date(SOME_LEAP_YEAR, 1, 1), date(SOME_LEAP_YEAR, 12, 31)
    return cast(date, world.ask("born_on", _ends(partial) if partial and partial.year else whole_year))


def _card_until(issued: date, born: date, *, adult: bool) -> date:
    rules = parameters()
    count = rules.card_birthdays if adult else rules.minor_card_birthdays
    return nth_birthday_after(issued, born.month, born.day, count.value)


def _card_over(verdict: Verdict, card_until: date) -> None:
    verdict.because("card_over", EXPIRY, day=card_until).then("apply_for_new_card", GET_CARD)
    verdict.then("certificate_meanwhile", GROUPS).then("register_if_not_registered", STEP2).decided("card_expired")


def _renewed(verdict: Verdict, day: date, card_until: date) -> None:
    """The renewed certificate's date isn't known from the card's issue; the card's own still is."""
    verdict.because("certificate_renewed", STEP3).then("look_up_date", STEP3).unless("unfiled_change")
    if day < renewable_from(card_until):
        verdict.open("look_up_date")
    else:
        _renew_card(verdict, card_until).decided("card_renewable_now")


def _renew_card(verdict: Verdict, card_until: date) -> Verdict:
    verdict.because("card_renewable", RENEWAL, day=renewable_from(card_until))
    return verdict.then("renew_card_three_ways", CARD_TERM)


def _name_outcome(verdict: Verdict, day: date, until: date, card_until: date) -> None:
    verdict.unless("certificate_renewed", "unfiled_change")
    if day > until:
        _run_out(verdict, day, until, card_until)
        return
    verdict.then("look_up_date", STEP3)
    if day < renewable_from(until):
        verdict.decided("valid")
        return
    verdict.because("renewable", RENEWAL, day=renewable_from(until)).because("reader_warns", READER)
    if card_until == until:
        _renew_card(verdict, card_until)
    else:
        verdict.then("renew_certificate_at_counter", CERTIFICATE_TERM)
    verdict.decided("renewable_now")


def _run_out(verdict: Verdict, day: date, until: date, card_until: date) -> None:
    grace = state_on(day, until) == "grace"
    verdict.because("eligibility_only" if grace else "reader_refuses", READER)
    verdict.decided("usable_eligibility_only" if grace else "no_longer_usable")
    if day >= renewable_from(card_until):
        _renew_card(verdict.then("ask_municipality_about_both", READER), card_until)
    else:
        verdict.then("renew_certificate_at_counter", COUNTER)
    if day > lapses_after(until):
        verdict.because("registration_lapsed", STEP3).then("register_again", STEP3)
        # On these days the leaflets differ: the reader still takes the card, one society has ended the registration.
        verdict.certainty = "open" if grace else "decided"


def _doubt(verdict: Verdict, facts: ExpiryFacts, issued: date, born: date) -> Verdict:
    """Mark as open what the leaflets don't settle; the date printed on the card does."""
    rules = parameters()
    if (born.month, born.day) == (2, 29):
        verdict.because("born_on_29_february", CERTIFICATE_TERM)
    elif (born.month, born.day) == (issued.month, issued.day):
        verdict.because("issued_on_birthday", CERTIFICATE_TERM)
    elif (
        facts.born_on
        and facts.born_on.year
        and rules.adult_age.value <= age_on(issued, born) < rules.doubtful_age.value
    ):
        verdict.because("adult_or_minor", TWO_TERMS)
    else:
        return verdict
    verdict.certainty = "open"
    return verdict.then("read_date_on_card", STEP3)

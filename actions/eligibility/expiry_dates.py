"""When somebody's My Number Card and its electronic certificate expire, and until when they serve at a visit."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from pydantic import Field

from actions.eligibility.calendar_arithmetic import age_on, birthday_in, nth_birthday_after
from actions.eligibility.contradictions import Contradiction, contradicting, contradiction
from actions.eligibility.decision import Decision, Source, Value
from actions.eligibility.electronic_certificate import lapses_after, renewable_from, state_on, usable_until
from actions.eligibility.explore import World, decide
from actions.eligibility.facts import Facts
from actions.eligibility.parameters import parameters
from actions.eligibility.partial_date import PartialDate
from actions.eligibility.verdict import Verdict

NAME = "check_expiry_dates"

CERTIFICATE = Source(leaflet="society-notice", where="電子証明書の有効期限")
CARD = Source(leaflet="society-notice", where="マイナンバーカードの有効期限")
LOOK_UP = Source(leaflet="kokuyo-checklist", where="切替チェックリスト STEP3")
READER = Source(leaflet="mhlw-seminar", where="11ページ 顔認証付きカードリーダーの画面")
RENEWAL = Source(leaflet="society-notice", where="「有効期限通知書」が届いたら")
COUNTER = Source(leaflet="kokuyo-checklist", where="やることリスト3")
CHANGES = Source(leaflet="society-notice", where="引越しの際は")
TWO_WORDINGS = Source(leaflet="mhlw-seminar", where="10ページ 有効期限")

# A birthday whose year nobody knows; it is in none of the dates, and adulthood is asked for itself.
SOME_LEAP_YEAR = 2000


class ExpiryFacts(Facts):
    """What decides when a card and its certificate expire."""

    born_on: PartialDate | None = Field(None, description="date of birth; `--MM-DD` where only the birthday is known")
    issued_on: PartialDate | None = Field(None, description="the day on which the card was issued")
    adult_at_issue: bool | None = Field(None, description="whether the person was 18 or older on that day")
    certificate_renewed: bool | None = Field(None, description="whether the electronic certificate was renewed since")
    unfiled_change: bool | None = Field(
        None, description="whether address or name changed, or the person went abroad, without telling the municipality"
    )

    def known(self) -> dict[str, Value]:
        """Return the facts that are known; a date only if it is known whole, a birthday with month and day."""
        known = {name: value for name, value in super().known().items() if not isinstance(value, PartialDate)}
        if self.issued_on and self.issued_on.whole:
            known["issued_on"] = self.issued_on.first
        if self.born_on and self.born_on.month and self.born_on.day:
            known["born_on"] = date(self.born_on.year or SOME_LEAP_YEAR, self.born_on.month, self.born_on.day)
        if self.born_on and self.born_on.year and self.issued_on and self.issued_on.year:
            ages = {age_on(day, born) for day in _ends(self.issued_on) for born in _ends(self.born_on)}
            sides = {age >= parameters().adult_age.value for age in ages}
            known |= {"adult_at_issue": sides.pop()} if len(sides) == 1 else {}
        return known


CONTRADICTIONS: tuple[Contradiction, ...] = (
    (("born_on", "issued_on"), lambda born, issued: bool(born.year and issued.year and issued.last < born.first)),
    (
        ("adult_at_issue", "born_on", "issued_on"),
        lambda adult, born, issued: bool(
            born.year
            and issued.year
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
    given = Facts.known(facts)
    names = contradicting(given, CONTRADICTIONS)
    if facts.issued_on and facts.issued_on.year and facts.issued_on.first > day:
        names = (*names, ("issued_on",))
    if names:
        return contradiction(NAME, names)
    return decide(NAME, lambda world: _expiry(world, facts, day), facts.known())


def _expiry(world: World, facts: ExpiryFacts, day: date) -> Verdict:
    if facts.issued_on is None or facts.issued_on.year is None:
        return _without_issue(world)
    issued, born = _issued(world, facts.issued_on, facts, day), _born(world, facts)
    rules, verdict = parameters(), Verdict()
    until = nth_birthday_after(issued, born.month, born.day, rules.certificate_birthdays.value)
    verdict.because("certificate_fifth_birthday", CERTIFICATE, day=until)
    card_until = _card_until(world, verdict, issued, born)
    verdict.on("renewable_from", renewable_from(until)).on("certificate_until", until)
    verdict.on("registration_lapses", lapses_after(until)).on("reader_until", usable_until(until))
    verdict.on("card_until", card_until)
    _name_outcome(world, verdict, day, until, card_until)
    return _doubt(verdict, facts, issued, born)


def _without_issue(world: World) -> Verdict:
    """Without the day of issue no date can be told, only that it decides."""
    recent = world.ask("issued_on", ("recently", "long_ago")) == "recently"
    return Verdict().open("valid" if recent else "no_longer_usable")


def _issued(world: World, partial: PartialDate, facts: ExpiryFacts, day: date) -> date:
    """Return the day of issue, or each day that makes a difference in a month or year that is all one knows."""
    assert partial.year is not None
    days = {partial.first, min(partial.last, max(day, partial.first))}
    if facts.born_on and facts.born_on.month and facts.born_on.day:
        birthday = birthday_in(partial.year, facts.born_on.month, facts.born_on.day)
        days |= {near for near in (birthday - timedelta(days=1), birthday) if partial.first <= near <= max(days)}
    return cast(date, world.ask("issued_on", sorted(days)))


def _born(world: World, facts: ExpiryFacts) -> date:
    """Return the birthday, or the first and last that the known month or year leaves possible."""
    partial = facts.born_on
    year = partial.year if partial and partial.year else SOME_LEAP_YEAR
    first, last = _ends(partial) if partial and partial.year else (date(year, 1, 1), date(year, 12, 31))
    return cast(date, world.ask("born_on", (first, last)))


def _card_until(world: World, verdict: Verdict, issued: date, born: date) -> date:
    rules = parameters()
    if world.ask("adult_at_issue"):
        until = nth_birthday_after(issued, born.month, born.day, rules.card_birthdays.value)
        verdict.because("card_tenth_birthday", CARD, day=until)
    else:
        until = nth_birthday_after(issued, born.month, born.day, rules.minor_card_birthdays.value)
        verdict.because("minor_card_fifth_birthday", CARD, day=until)
    return until


def _name_outcome(world: World, verdict: Verdict, day: date, until: date, card_until: date) -> None:
    verdict.unless("certificate_renewed", "unfiled_change")
    if world.ask("unfiled_change"):
        verdict.because("unfiled_change", CHANGES).then("ask_municipality", CHANGES).open("may_be_void")
    elif day > card_until:
        verdict.because("card_over", CARD, day=card_until).then("apply_for_new_card", LOOK_UP).decided("card_expired")
    elif day <= until:
        _still_valid(verdict, day, until)
    elif world.ask("certificate_renewed"):
        verdict.because("certificate_renewed", LOOK_UP).then("look_up_date", LOOK_UP).open("look_up_date")
    else:
        _run_out(verdict, day, until)


def _still_valid(verdict: Verdict, day: date, until: date) -> None:
    verdict.then("look_up_date", LOOK_UP)
    if day < renewable_from(until):
        verdict.decided("valid")
        return
    verdict.because("renewable", RENEWAL, day=renewable_from(until))
    verdict.then("renew_certificate_at_counter", CERTIFICATE).then("renew_card_three_ways", CARD).decided(
        "renewable_now"
    )


def _run_out(verdict: Verdict, day: date, until: date) -> None:
    if state_on(day, until) == "grace":
        verdict.because("eligibility_only", READER)
        outcome = "usable_eligibility_only"
    else:
        verdict.because("reader_refuses", READER)
        outcome = "no_longer_usable"
    verdict.then("renew_certificate_at_counter", COUNTER)
    if day > lapses_after(until):
        verdict.because("registration_lapsed", LOOK_UP).then("register_again", LOOK_UP)
    verdict.decided(outcome)


def _doubt(verdict: Verdict, facts: ExpiryFacts, issued: date, born: date) -> Verdict:
    """Mark as open what the leaflets don't settle; the date printed on the card does."""
    rules = parameters()
    if (born.month, born.day) == (2, 29):
        verdict.because("born_on_29_february", CERTIFICATE)
    elif (born.month, born.day) == (issued.month, issued.day):
        verdict.because("issued_on_birthday", CERTIFICATE)
    elif (
        facts.born_on
        and facts.born_on.year
        and rules.adult_age.value <= age_on(issued, born) < rules.doubtful_age.value
    ):
        verdict.because("adult_or_minor", TWO_WORDINGS)
    else:
        return verdict
    verdict.certainty = "open"
    return verdict.then("read_date_on_card", LOOK_UP)

"""What follows from what a person told; what was told itself always stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from actions.eligibility.calendar_arithmetic import age_on
from actions.eligibility.decision import Value
from actions.eligibility.parameters import parameters
from actions.eligibility.partial_date import PartialDate

Known = dict[str, Value]
ANY = object()

# If the fact has the value (ANY: whatever it is), the other has that one, unless it was told to be another.
# What is usual implies nothing: saying it must change nothing.
IMPLIED: tuple[tuple[str, Any, str, Value], ...] = (
    ("situation", "lost", "card", "lost"),
    ("situation", "damaged", "card", "damaged"),
    ("situation", "first_card", "card", "none"),
    ("card", "lost", "situation", "lost"),
    ("card", "damaged", "situation", "damaged"),
    ("card", "on_phone_only", "card_on_phone", True),
    ("deregistered", True, "registered", False),
    ("in_use", True, "registered", True),
    *((fact, True, "card", "at_hand") for fact in ("registered", "deregistered", "forgotten", "certificate_renewed")),
    ("face_and_pin_work", False, "card", "at_hand"),
    ("electronic_certificate", "expired", "card", "at_hand"),
    ("card_validity", "expired", "card", "at_hand"),
    ("card_validity", "expired", "electronic_certificate", "expired"),
    *((fact, ANY, "card", "at_hand") for fact in ("electronic_certificate_until", "card_until", "issued_on")),
    ("certificate_from", ANY, "certificate", True),
    ("certificate_until", ANY, "certificate", True),
    ("certificate_copy", True, "certificate", False),
    ("old_card_until", ANY, "old_card", True),
    ("filed_on", ANY, "joining_now", True),
    ("insurer", "nippon_hatsujo", "scheme", "society"),
    ("insurer", "kokuyo", "scheme", "society"),
)


def implied(told: Mapping[str, Value], day: date) -> Known:
    """Return facts with all that follows from them.

    Args:
        told: facts by name.
        day: the day that they are looked at, for ages.
    """
    known = implied_whenever(told)
    for fact, value in _by_age(known, day):
        known.setdefault(fact, value)
    return implied_whenever(known)


def implied_whenever(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts with what follows from them on any day.

    Args:
        told: facts by name; dates may be in any form, for it is enough that there are any.
    """
    known = dict(told)
    for fact, holds, then, value in IMPLIED:
        if fact in known and holds in (ANY, known[fact]):
            known.setdefault(then, value)
    return known


def _by_age(known: Known, day: date) -> Iterator[tuple[str, Value]]:
    visit = known.get("visit_day")
    day = visit if isinstance(visit, date) else day
    rules, ages = parameters(day), ages_on(known, day)
    if ages and min(ages) >= rules.kouki_age:
        yield "scheme", "kouki"
    born, issued = known.get("born_on"), known.get("issued_on")
    if not isinstance(issued, PartialDate):
        return
    if isinstance(born, PartialDate) and born.year:
        sides = {age_on(then, birth) >= rules.adult_age for then in ends(issued) for birth in ends(born)}
        if len(sides) == 1:
            yield "adult_at_issue", sides.pop()
    elif ages and min(ages) - (day.year - issued.first.year) > rules.adult_age:
        yield "adult_at_issue", True


def ages_on(known: Mapping[str, Value], day: date) -> set[int]:
    """Return the youngest and oldest that somebody can be on a day; none where nothing is known of it."""
    born, age = known.get("born_on"), known.get("age")
    if isinstance(born, PartialDate) and born.year:
        return {age_on(day, birth) for birth in ends(born) if birth <= day}
    return {age} if isinstance(age, int) else set()


def ends(partial: PartialDate) -> tuple[date, date]:
    """Return the first and the last day that a date known in part can be; its year must be known."""
    return partial.first, partial.last

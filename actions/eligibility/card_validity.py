"""What the expiry of a card and of the electronic certificate in it means for a visit.

The reader takes a card for three months from the end of the month in which its electronic certificate expired, and
tells nothing but eligibility in that time (mhlw-seminar, page 11). One society says that the registration ends three
months after the day of expiry (kokuyo-checklist, STEP 3), which is up to a month earlier.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from actions.eligibility.calendar_arithmetic import add_months, end_of_month, nth_birthday_after
from actions.eligibility.explore import World
from actions.eligibility.facts import TERMS
from actions.eligibility.parameters import parameters
from actions.eligibility.partial_date import PartialDate

State = Literal["valid", "grace", "lapsed"]


def usable_until(expiry: date) -> date:
    """Return the last day on which the reader takes the card."""
    return end_of_month(add_months(expiry, parameters(expiry).grace_months))


def lapses_after(expiry: date) -> date:
    """Return the last day of the registration by the strictest leaflet."""
    return add_months(expiry, parameters(expiry).lapse_months)


def renewable_from(expiry: date) -> date:
    """Return the first day on which a card or certificate can be renewed."""
    return add_months(expiry, -parameters(expiry).renewable_months)


def state_on(day: date, expiry: date) -> State:
    """Return what the reader makes of the card on a day: all data, eligibility only, or nothing."""
    if day <= expiry:
        return "valid"
    return "grace" if day <= usable_until(expiry) else "lapsed"


def certificate_until(world: World) -> date | None:
    """Return the last day of the electronic certificate as it was told, or as it follows from issue and birth."""
    told, born, issued = world.date("electronic_certificate_until"), *_dates_of_issue(world)
    if told or born is None or issued is None or "electronic_certificate" in world.known:
        return told
    if world.ask("certificate_renewed"):
        return None
    count = parameters(issued).certificate_birthdays
    return nth_birthday_after(issued, born.month, born.day, count)


def _dates_of_issue(world: World) -> tuple[date | None, date | None]:
    dates = (world.known.get(fact) for fact in ("born_on", "issued_on"))
    born, issued = (day.first if isinstance(day, PartialDate) and day.whole else None for day in dates)
    return born, issued


def ask_state(world: World, day: date) -> State:
    """Return the state on a day; a certificate of which nothing was told is taken to be valid.

    A certificate is in its card and ends with it at the latest.
    """
    if expiry := certificate_until(world):
        return state_on(day, expiry)
    if (card_until := world.date("card_until")) and day > card_until:
        return state_on(day, card_until)
    if world.ask("electronic_certificate", TERMS) == "valid":
        return "valid"
    # A card that worked at a reader lately is in the three months.
    return (
        "lapsed" if not world.known.get("in_use") and world.ask("expired_over_three_months", (False, True)) else "grace"
    )


def ask_card_over(world: World, day: date) -> bool:
    """Tell whether the card itself has expired by a day."""
    if until := world.date("card_until"):
        return day > until
    return bool(world.ask("card_validity", TERMS) == "expired")

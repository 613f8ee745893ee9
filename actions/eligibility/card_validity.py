"""What the expiry of a card and of the electronic certificate in it means for a visit.

The reader takes a card for three months from the end of the month in which its electronic certificate expired, and
tells nothing but eligibility in that time (mhlw-seminar, page 11). One society says that the registration ends three
months after the day of expiry (kokuyo-checklist, STEP 3), which is up to a month earlier.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, cast

from actions.eligibility.calendar_arithmetic import add_months, end_of_month
from actions.eligibility.explore import World
from actions.eligibility.parameters import parameters

State = Literal["valid", "grace", "lapsed"]
STATES: tuple[State, ...] = ("valid", "grace", "lapsed")


def usable_until(expiry: date) -> date:
    """Return the last day on which the reader takes the card."""
    return end_of_month(add_months(expiry, parameters().grace_months.value))


def lapses_after(expiry: date) -> date:
    """Return the last day of the registration by the strictest leaflet."""
    return add_months(expiry, parameters().lapse_months.value)


def renewable_from(expiry: date) -> date:
    """Return the first day on which a card or certificate can be renewed."""
    return add_months(expiry, -parameters().renewable_months.value)


def state_on(day: date, expiry: date) -> State:
    """Return what the reader makes of the card on a day: all data, eligibility only, or nothing."""
    if day <= expiry:
        return "valid"
    return "grace" if day <= usable_until(expiry) else "lapsed"


def ask_state(world: World, day: date) -> State:
    """Return the state on a day; the rule is run for each state where the expiry is not known.

    A certificate is in its card and ends with it at the latest.
    """
    card_until = world.known.get("card_until")
    best = state_on(day, card_until) if isinstance(card_until, date) else "valid"
    expiry = world.ask("electronic_certificate_until", STATES[STATES.index(best) :])
    return state_on(day, expiry) if isinstance(expiry, date) else cast(State, expiry)


def ask_card_over(world: World, day: date) -> bool:
    """Tell whether the card itself has expired by a day."""
    until = world.ask("card_until", ("valid", "expired"))
    return day > until if isinstance(until, date) else until == "expired"

"""What the expiry of the electronic certificate means for a visit (mhlw-seminar, page 11; kokuyo-checklist, STEP 3)."""

from __future__ import annotations

from datetime import date
from typing import Literal, cast

from actions.eligibility.calendar_arithmetic import add_months, end_of_month
from actions.eligibility.explore import World
from actions.eligibility.parameters import parameters

State = Literal["valid", "grace", "lapsed"]
STATES: tuple[State, ...] = ("valid", "grace", "lapsed")


def usable_until(expiry: date) -> date:
    """Return the last day on which the reader takes the card: three months from the end of the month of expiry."""
    return end_of_month(add_months(end_of_month(expiry), parameters().grace_months.value))


def lapses_after(expiry: date) -> date:
    """Return the last day of the registration by the strictest leaflet: three months after expiry."""
    return add_months(expiry, parameters().lapse_months.value)


def renewable_from(expiry: date) -> date:
    """Return the first day on which it can be renewed."""
    return add_months(expiry, -parameters().renewable_months.value)


def state_on(day: date, expiry: date) -> State:
    """Return what the reader makes of the card on a day: all data, eligibility only, or nothing."""
    if day <= expiry:
        return "valid"
    return "grace" if day <= usable_until(expiry) else "lapsed"


def ask_state(world: World, day: date) -> State:
    """Return the state on a day; the rule is run for each state where the expiry is not known."""
    expiry = world.ask("electronic_certificate_until", STATES)
    return state_on(day, expiry) if isinstance(expiry, date) else cast(State, expiry)

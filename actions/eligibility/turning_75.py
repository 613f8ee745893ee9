"""The 75th birthday: from that day on one is in the scheme for older people, another insurer."""

from __future__ import annotations

from datetime import date

from actions.eligibility.calendar_arithmetic import add_months, birthday_in
from actions.eligibility.explore import World
from actions.eligibility.parameters import parameters
from actions.eligibility.partial_date import PartialDate
from actions.eligibility.sources import KOUKI
from actions.eligibility.verdict import Verdict

MONTHS_AHEAD = 12


def tell_75(world: World, day: date, verdict: Verdict) -> None:
    """Say that the insurer changes at 75, where that birthday comes within a year."""
    born = world.known.get("born_on")
    if not isinstance(born, PartialDate) or not born.whole:
        return
    first = born.first
    birthday = birthday_in(first.year + parameters(day).kouki_age, first.month, first.day)
    if day < birthday <= add_months(day, MONTHS_AHEAD):
        verdict.because("insurer_changes_at_75", KOUKI, day=birthday).on("kouki_from", birthday)

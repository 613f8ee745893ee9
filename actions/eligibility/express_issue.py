"""Whether somebody can have the express issue of a My Number Card (society-notice, Q&A)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, get_args

from pydantic import Field

from actions.eligibility.calendar_arithmetic import add_months, age_on
from actions.eligibility.contradictions import contradiction
from actions.eligibility.decision import Decision, Value
from actions.eligibility.explore import World, decide
from actions.eligibility.facts import Facts
from actions.eligibility.parameters import parameters
from actions.eligibility.partial_date import DatedPartly, PartialDate
from actions.eligibility.sources import EXPRESS, GROUPS, SUSPEND
from actions.eligibility.verdict import Verdict

NAME = "check_express_issue"

Situation = Literal["lost", "stolen", "damaged", "newborn", "from_abroad", "no_space", "renewal", "first_card", "other"]
Age = Literal["under_one", "older"]
AGES: tuple[Age, ...] = get_args(Age)
SITUATIONS: tuple[Situation, ...] = get_args(Situation)
LISTED: tuple[Situation, ...] = ("newborn", "lost", "stolen", "damaged", "from_abroad", "no_space")
WITH_FEE = ("lost", "stolen", "damaged")


class ExpressFacts(Facts):
    """What decides whether somebody can have the express issue."""

    situation: Situation | None = Field(None, description="why a card is needed")
    born_on: Age | DatedPartly | None = Field(
        None, description="date of birth of the child, for a newborn, or on which side of the first birthday it is"
    )


def check_express_issue(facts: ExpressFacts, day: date) -> Decision:
    """Return whether the express issue can be had, how long it takes and what it costs.

    Args:
        facts: the case.
        day: the day of the application.
    """
    born_on = facts.born_on
    if isinstance(born_on, PartialDate) and born_on.first > day:
        return contradiction(NAME, (("born_on",),))
    return decide(NAME, lambda world: _express(world, day), _known(facts, day))


def _known(facts: ExpressFacts, day: date) -> dict[str, Value]:
    """Return the facts with the date of birth as an age; a month or year that leaves both open is not known."""
    if not isinstance(facts.born_on, PartialDate):
        return facts.known()
    ages = {_age(born, day) for born in (facts.born_on.first, min(facts.born_on.last, day))}
    return facts.known() | ({"born_on": ages.pop()} if len(ages) == 1 else {})


def _age(born_on: date, day: date) -> Age:
    return "under_one" if age_on(day, born_on) < parameters().infant_years.value else "older"


def _express(world: World, day: date) -> Verdict:
    verdict, rules = Verdict(), parameters()
    situation = world.ask("situation", SITUATIONS)
    if situation in ("lost", "stolen"):
        verdict.then("stop_card", SUSPEND)
    if situation == "newborn" and world.ask("born_on", AGES) == "older":
        verdict.because("no_infant", EXPRESS, years=rules.infant_years.value)
        return _not_listed(verdict, day)
    if situation not in LISTED:
        return _not_listed(verdict.because("not_listed", EXPRESS), day)
    verdict.because(f"express_{situation}", EXPRESS)
    verdict.because("express_takes", EXPRESS, weeks=rules.express_weeks.value, months=rules.ordinary_months.value)
    verdict.then("apply_at_municipality", EXPRESS).on("express_about", day + timedelta(weeks=rules.express_weeks.value))
    return _fee(str(situation), verdict)


def _fee(situation: str, verdict: Verdict) -> Verdict:
    if situation in WITH_FEE:
        verdict.because("reissue_fee", EXPRESS, yen=parameters().reissue_fee.value)
        verdict.then("certificate_meanwhile", GROUPS)
        return verdict.decided("express_with_fee")
    return verdict.because("fee_not_named", EXPRESS).then("ask_municipality_about_fee", EXPRESS).decided("express")


def _not_listed(verdict: Verdict, day: date) -> Verdict:
    """The leaflet's list is not closed, so who is not on it asks."""
    months = parameters().ordinary_months.value
    verdict.because("ordinary_issue", EXPRESS, months=months).on("ordinary_about", add_months(day, months))
    return verdict.then("ask_municipality_about_express", EXPRESS).open("not_listed")

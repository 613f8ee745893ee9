"""Whether somebody can have the express issue of a My Number Card (society-notice, Q&A)."""

from __future__ import annotations

from datetime import date, timedelta

from actions.eligibility.calendar_arithmetic import add_months
from actions.eligibility.check import Check
from actions.eligibility.explore import World
from actions.eligibility.facts import SITUATIONS, Situation
from actions.eligibility.implications import ages_on
from actions.eligibility.parameters import parameters
from actions.eligibility.sources import EXPRESS, GROUPS, SUSPEND
from actions.eligibility.verdict import Verdict

LISTED: tuple[Situation, ...] = ("newborn", "lost", "damaged", "from_abroad", "no_space_left")
WITH_FEE: tuple[Situation, ...] = ("lost", "damaged")


def _express(world: World, day: date) -> Verdict:
    verdict, rules = Verdict(), parameters(day)
    situation = world.ask("situation", SITUATIONS)
    if situation == "lost":
        verdict.then("stop_card", SUSPEND)
    if situation == "newborn" and _too_old(world, day, verdict):
        verdict.because("no_infant", EXPRESS, years=rules.infant_years)
        return _not_listed(verdict, day)
    if situation not in LISTED:
        return _not_listed(verdict.because("not_listed", EXPRESS), day)
    verdict.because(f"express_{situation}", EXPRESS)
    verdict.because("express_takes", EXPRESS, weeks=rules.express_weeks, months=rules.ordinary_months)
    verdict.then("apply_at_municipality", EXPRESS).on("express_about", day + timedelta(weeks=rules.express_weeks))
    return _fee(situation, day, verdict)


def _too_old(world: World, day: date, verdict: Verdict) -> bool:
    """Tell whether a baby is one no longer; one whose age isn't told is under a year, as babies are."""
    ages = ages_on(world.known, day)
    if ages and min(ages) >= parameters(day).infant_years:
        return True
    if not ages or max(ages) >= parameters(day).infant_years:
        verdict.unless("baby_turned_one")
    return False


def _fee(situation: Situation, day: date, verdict: Verdict) -> Verdict:
    if situation in WITH_FEE:
        verdict.because("reissue_fee", EXPRESS, yen=parameters(day).reissue_fee)
        verdict.then("certificate_meanwhile", GROUPS)
        return verdict.decided("express_with_fee")
    return verdict.because("fee_not_named", EXPRESS).then("ask_municipality_about_fee", EXPRESS).decided("express")


def _not_listed(verdict: Verdict, day: date) -> Verdict:
    """The leaflet's list is not closed, so who is not on it asks."""
    months = parameters(day).ordinary_months
    verdict.because("ordinary_issue", EXPRESS, months=months).on("ordinary_about", add_months(day, months))
    return verdict.then("ask_municipality_about_express", EXPRESS).open("not_listed")


CHECK = Check(
    name="check_express_issue",
    answers="whether a card can be had in a week, and what it costs",
    rule=_express,
    asks=("situation",),
    contradictions=(),
    past=("born_on",),
    example={"situation": "lost"},
    dates=("born_on",),
    leads_to=("check_visit_document", "check_certificate", "lost_reissue"),
)

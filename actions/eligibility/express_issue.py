"""Whether somebody can have the express issue of a My Number Card (society-notice, Q&A)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from actions.eligibility.calendar_arithmetic import age_on
from actions.eligibility.contradictions import Contradiction, contradiction
from actions.eligibility.decision import Decision, Source
from actions.eligibility.explore import World, decide
from actions.eligibility.facts import Facts
from actions.eligibility.parameters import parameters
from actions.eligibility.verdict import Verdict

NAME = "check_express_issue"

EXPRESS = Source(leaflet="society-notice", where="Q&A 特急発行")
SUSPEND = Source(leaflet="society-notice", where="末尾（マイナンバー総合フリーダイヤル）")
MEANWHILE = Source(leaflet="mhlw-seminar", where="5ページ 資格確認書の様式等")

Situation = Literal["lost", "stolen", "damaged", "newborn", "from_abroad", "no_space", "renewal", "first_card", "other"]
LISTED: tuple[Situation, ...] = ("newborn", "lost", "stolen", "damaged", "from_abroad", "no_space")
WITH_FEE = ("lost", "stolen", "damaged")


class ExpressFacts(Facts):
    """What decides whether somebody can have the express issue."""

    situation: Situation | None = Field(None, description="why a card is needed")
    born_on: date | None = Field(None, description="date of birth of the child, for a newborn")


CONTRADICTIONS: tuple[Contradiction, ...] = ()


def check_express_issue(facts: ExpressFacts, day: date) -> Decision:
    """Return whether the express issue can be had, how long it takes and what it costs.

    Args:
        facts: the case.
        day: the day of the application.
    """
    known = facts.known()
    if facts.born_on and facts.born_on > day:
        return contradiction(NAME, (("born_on",),))
    return decide(NAME, lambda world: _express(world, day), known)


def _express(world: World, day: date) -> Verdict:
    verdict, rules = Verdict(), parameters()
    situation = world.ask("situation", (*LISTED, "renewal", "first_card", "other"))
    if situation in ("lost", "stolen"):
        verdict.then("stop_card", SUSPEND)
    if situation == "newborn" and not _infant(world, day):
        verdict.because("no_infant", EXPRESS, years=rules.infant_years.value)
        return _not_listed(verdict)
    if situation not in LISTED:
        return _not_listed(verdict.because("not_listed", EXPRESS))
    verdict.because(f"express_{situation}", EXPRESS)
    verdict.because("express_takes", EXPRESS, weeks=rules.express_weeks.value, months=rules.ordinary_months.value)
    verdict.then("apply_at_municipality", EXPRESS)
    return _fee(str(situation), verdict)


def _infant(world: World, day: date) -> bool:
    born_on = world.ask("born_on", ("under_one", "older"))
    if isinstance(born_on, date):
        return age_on(day, born_on) < parameters().infant_years.value
    return born_on == "under_one"


def _fee(situation: str, verdict: Verdict) -> Verdict:
    if situation in WITH_FEE:
        verdict.because("reissue_fee", EXPRESS, yen=parameters().reissue_fee.value)
        verdict.then("certificate_meanwhile", MEANWHILE)
        return verdict.decided("express_with_fee")
    return verdict.because("fee_not_named", EXPRESS).then("ask_municipality_about_fee", EXPRESS).decided("express")


def _not_listed(verdict: Verdict) -> Verdict:
    """The leaflet's list is not closed, so who is not on it asks."""
    verdict.because("ordinary_issue", EXPRESS, months=parameters().ordinary_months.value)
    return verdict.then("ask_municipality_about_express", EXPRESS).open("not_listed")

"""What somebody still has to do to switch: the three-step check (kokuyo-checklist)."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from actions.eligibility.card_validity import ask_card_over, lapses_after, renewable_from, state_on
from actions.eligibility.contradictions import OF_THE_CARD, Contradiction, contradicting, contradiction
from actions.eligibility.decision import Decision
from actions.eligibility.explore import World, decide
from actions.eligibility.facts import CARDS, Card, Facts
from actions.eligibility.sources import (
    CARD_TERM,
    CERTIFICATE_TERM,
    COUNTER,
    EXPRESS,
    GET_CARD,
    RENEWAL,
    STEP1,
    STEP2,
    STEP3,
    SUSPEND,
)
from actions.eligibility.verdict import Verdict

NAME = "switch_checklist"


class SwitchFacts(Facts):
    """What decides which steps are left."""

    card: Card | None = Field(None, description="where the My Number Card is")
    card_until: date | None = Field(None, description="the last day of the card itself")
    registered: bool | None = Field(None, description="whether it is registered as health insurance card")
    electronic_certificate_until: date | None = Field(None, description="the last day of its electronic certificate")


CONTRADICTIONS: tuple[Contradiction, ...] = OF_THE_CARD


def switch_checklist(facts: SwitchFacts, day: date) -> Decision:
    """Return the steps that are left, in order.

    Args:
        facts: the case.
        day: the day that it is looked at.
    """
    known = facts.known()
    if names := contradicting(known, CONTRADICTIONS):
        return contradiction(NAME, names)
    return decide(NAME, lambda world: _steps(world, day), known)


def _steps(world: World, day: date) -> Verdict:
    verdict, card = Verdict(), world.ask("card", CARDS)
    if card == "none":
        verdict.because("card_none", STEP1).then("get_card", GET_CARD).then("register", STEP2)
        return verdict.decided("get_card_and_register")
    if card == "lost":
        verdict.because("card_lost", STEP1).then("stop_card", SUSPEND).then("reissue_card", EXPRESS)
        return verdict.then("register_if_not_registered", STEP2).decided("replace_card")
    if card == "renewing":
        verdict.because("card_renewing", STEP1).then("wait_for_card", STEP1)
        return verdict.then("register_if_not_registered", STEP2).decided("wait_for_card")
    if ask_card_over(world, day):
        verdict.because("card_over", STEP1).then("apply_for_new_card", GET_CARD)
        return verdict.then("register_if_not_registered", STEP2).decided("renew_card")
    return _with_card(world, day, verdict.because("card_valid", STEP1))


def _with_card(world: World, day: date, verdict: Verdict) -> Verdict:
    registered, state = world.ask("registered"), _certificate(world, day)
    verdict.because("card_registered" if registered else "card_not_registered", STEP2)
    if state == "valid":
        return _valid(world, day, verdict, registered=bool(registered))
    verdict.because("certificate_over", STEP3).then("renew_certificate_at_counter", COUNTER)
    if registered and state == "expired":
        return verdict.decided("renew_certificate")
    if registered:
        verdict.because("registration_lapsed_three_months", STEP3)
    return verdict.then("register", STEP2).decided("renew_and_register")


def _certificate(world: World, day: date) -> str:
    """Return `valid`, `expired`, or `lapsed` where the registration went with it, three months on."""
    expiry = world.ask("electronic_certificate_until", ("valid", "expired", "lapsed"))
    if not isinstance(expiry, date):
        return str(expiry)
    if state_on(day, expiry) == "valid":
        return "valid"
    return "lapsed" if day > lapses_after(expiry) else "expired"


def _valid(world: World, day: date, verdict: Verdict, *, registered: bool) -> Verdict:
    verdict.because("certificate_valid", STEP3)
    if not registered:
        verdict.then("register", STEP2)
    _renew_in_time(world, day, verdict)
    return verdict.unless("certificate_expires").decided("nothing_left" if registered else "register")


def _renew_in_time(world: World, day: date, verdict: Verdict) -> None:
    """Name the dates that are known, and what can be renewed already."""
    card_until, expiry = world.known.get("card_until"), world.known.get("electronic_certificate_until")
    if isinstance(expiry, date):
        verdict.on("renewable_from", renewable_from(expiry)).on("certificate_until", expiry)
    if isinstance(card_until, date):
        verdict.on("card_renewable_from", renewable_from(card_until)).on("card_until", card_until)
    if isinstance(card_until, date) and day >= renewable_from(card_until):
        verdict.because("card_renewable", RENEWAL, day=renewable_from(card_until))
        verdict.then("renew_card_three_ways", CARD_TERM)
    elif isinstance(expiry, date) and day >= renewable_from(expiry):
        verdict.because("renewable", RENEWAL, day=renewable_from(expiry))
        verdict.then("renew_certificate_at_counter", CERTIFICATE_TERM)
    else:
        verdict.then("renew_in_time", RENEWAL)

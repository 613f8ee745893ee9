"""What somebody still has to do to switch: the three-step check (kokuyo-checklist)."""

from __future__ import annotations

from datetime import date

from actions.eligibility.card_validity import (
    ask_card_over,
    ask_state,
    certificate_until,
    lapses_after,
    renewable_from,
)
from actions.eligibility.check import Check
from actions.eligibility.contradictions import OF_THE_CARD
from actions.eligibility.explore import World
from actions.eligibility.facts import UNREGISTERED_CARDS, USABLE_CARDS
from actions.eligibility.old_card import tell_that_it_is_over
from actions.eligibility.sources import (
    CARD_TERM,
    CERTIFICATE_TERM,
    COUNTER,
    EXPRESS,
    GET_CARD,
    MOVING,
    RENEWAL,
    STEP1,
    STEP2,
    STEP3,
    SUSPEND,
)
from actions.eligibility.verdict import Verdict


def _steps(world: World, day: date) -> Verdict:
    verdict = Verdict()
    if world.known.get("old_card"):
        tell_that_it_is_over(world, day, verdict)
    card = world.known.get("card", "at_hand")
    # A card that is registered is there; one that isn't may turn out to be missing, and then is so from the start.
    if card == "at_hand" and not world.ask("registered"):
        world.ask("card", UNREGISTERED_CARDS)
    if card in USABLE_CARDS:
        return _over(verdict) if ask_card_over(world, day) else _with_card(world, day, verdict)
    return WITHOUT_CARD[str(card)](verdict)


def _none(verdict: Verdict) -> Verdict:
    verdict.because("card_none", STEP1).then("get_card", GET_CARD).then("register", STEP2)
    return verdict.decided("get_card_and_register")


def _lost(verdict: Verdict) -> Verdict:
    verdict.because("card_lost", STEP1).then("stop_card", SUSPEND).then("reissue_card", EXPRESS)
    return verdict.then("register_if_not_registered", STEP2).decided("replace_card")


def _damaged(verdict: Verdict) -> Verdict:
    verdict.because("card_damaged", EXPRESS).then("reissue_card", EXPRESS)
    return verdict.then("register_if_not_registered", STEP2).decided("replace_damaged_card")


def _renewing(verdict: Verdict) -> Verdict:
    verdict.because("card_renewing", STEP1).then("wait_for_card", STEP1)
    return verdict.then("register_if_not_registered", STEP2).decided("wait_for_card")


def _void(verdict: Verdict) -> Verdict:
    """How a void card is revived no leaflet says."""
    verdict.because("card_void", MOVING).then("ask_municipality", MOVING)
    return verdict.then("register_if_not_registered", STEP2).open("ask_about_void_card")


def _over(verdict: Verdict) -> Verdict:
    verdict.because("card_over", STEP1).then("apply_for_new_card", GET_CARD)
    return verdict.then("register_if_not_registered", STEP2).decided("renew_card")


WITHOUT_CARD = {"none": _none, "lost": _lost, "damaged": _damaged, "renewing": _renewing, "void": _void}


def _with_card(world: World, day: date, verdict: Verdict) -> Verdict:
    verdict.because("card_valid", STEP1)
    if world.ask("unfiled_change"):
        return verdict.because("unfiled_change", MOVING).then("ask_municipality", MOVING).open("report_change")
    registered, state = world.ask("registered"), _certificate(world, day)
    verdict.because("card_registered" if registered else "card_not_registered", STEP2)
    if state == "valid":
        return _valid(world, day, verdict, registered=registered)
    verdict.because("certificate_over", STEP3).then("renew_certificate_at_counter", COUNTER)
    if registered and state == "expired":
        return verdict.decided("renew_certificate")
    if registered:
        verdict.because("registration_lapsed_three_months", STEP3)
    return verdict.then("register", STEP2).decided("renew_and_register")


def _certificate(world: World, day: date) -> str:
    """Return `valid`, `expired`, or `lapsed` where the registration went with it, three months on."""
    if (expiry := certificate_until(world)) and day > expiry:
        return "lapsed" if day > lapses_after(expiry) else "expired"
    # Without registration there is none to lapse.
    if not world.ask("registered") and world.known.get("electronic_certificate") == "expired" and not expiry:
        return "expired"
    return {"valid": "valid", "grace": "expired", "lapsed": "lapsed"}[ask_state(world, day)]


def _valid(world: World, day: date, verdict: Verdict, *, registered: bool) -> Verdict:
    verdict.because("certificate_valid", STEP3)
    if not registered:
        verdict.then("register", STEP2)
    _renew_in_time(world, day, verdict)
    return verdict.unless("certificate_expires").decided("nothing_left" if registered else "register")


def _renew_in_time(world: World, day: date, verdict: Verdict) -> None:
    """Name the dates that are known, and what can be renewed already."""
    card_until, expiry = world.date("card_until"), certificate_until(world)
    if expiry:
        verdict.on("renewable_from", renewable_from(expiry)).on("certificate_until", expiry)
    if card_until:
        verdict.on("card_renewable_from", renewable_from(card_until)).on("card_until", card_until)
    if card_until and day >= renewable_from(card_until):
        verdict.because("card_renewable", RENEWAL, day=renewable_from(card_until))
        verdict.then("renew_card_three_ways", CARD_TERM)
    elif expiry and day >= renewable_from(expiry):
        verdict.because("renewable", RENEWAL, day=renewable_from(expiry))
        verdict.then("renew_certificate_at_counter", CERTIFICATE_TERM)
    else:
        verdict.then("renew_in_time", RENEWAL)


CHECK = Check(
    name="switch_checklist",
    answers="what is left to do to switch",
    rule=_steps,
    asks=("registered", "card", "expired_over_three_months"),
    contradictions=OF_THE_CARD,
    example={"card": "at_hand", "registered": True},
    dates=("electronic_certificate_until", "card_until"),
    leads_to=("check_visit_document", "check_expiry_dates", "register"),
)

"""Whether somebody gets an eligibility certificate (資格確認書), by itself or by applying."""

from __future__ import annotations

from datetime import date, timedelta

from actions.eligibility.card_validity import ask_card_over, ask_state
from actions.eligibility.check import Check
from actions.eligibility.contradictions import OF_THE_CARD
from actions.eligibility.explore import World
from actions.eligibility.facts import SCHEMES, UNREGISTERED_CARDS, USABLE_CARDS
from actions.eligibility.parameters import parameters, register
from actions.eligibility.sources import (
    CERTIFICATE_ISSUE,
    COPIES,
    GROUPS,
    HARDSHIP,
    JUST_IN_CASE,
    KOUKI,
    KOUKI_INTERIM,
    MOVING,
    PRINTED_DAY,
    SUSPEND,
    VALIDITY,
    WITHOUT_CARD,
)
from actions.eligibility.turning_75 import tell_75
from actions.eligibility.verdict import Verdict


def _certificate(world: World, day: date) -> Verdict:
    verdict, rules = Verdict(), parameters(day)
    if day < rules.new_cards_end:
        verdict.because("certificates_not_yet", VALIDITY, day=rules.new_cards_end)
        return verdict.on("certificates_start", rules.new_cards_end).decided("not_yet_issued")
    tell_75(world, day, verdict)
    interim_end = rules.kouki_certificates_end
    if day <= interim_end and world.ask("scheme", SCHEMES) == "kouki":
        verdict.because("kouki_interim_rule", KOUKI_INTERIM, day=interim_end).on("kouki_certificates_end", interim_end)
        if day <= rules.kouki_cards_end:
            verdict.because("old_card_meanwhile", KOUKI, day=rules.kouki_cards_end)
        return _given(world, day, verdict.then("ask_insurer_if_it_does_not_come", WITHOUT_CARD)).decided("automatic")
    return _by_card(world, day, verdict)


def _by_card(world: World, day: date, verdict: Verdict) -> Verdict:
    card = world.known.get("card", "at_hand")
    if card in USABLE_CARDS and world.ask("registered"):
        return _registered(world, day, verdict.because("card_registered", GROUPS))
    if card in USABLE_CARDS:
        verdict.because("card_not_registered", GROUPS)
        world.ask("card", UNREGISTERED_CARDS)
    if card in ("lost", "damaged", "renewing"):
        return _in_between(world, day, verdict, str(card))
    if card == "void":
        return _void(verdict)
    if card == "none":
        verdict.because("card_none", GROUPS)
    return _unless_joining(world, day, verdict)


def _in_between(world: World, day: date, verdict: Verdict, card: str) -> Verdict:
    verdict.because(f"card_{card}", GROUPS)
    if card == "lost":
        verdict.then("stop_card", SUSPEND)
    verdict.then("apply_to_insurer", GROUPS).then("proxy_possible", GROUPS).unless("card_was_not_registered")
    _given(world, day, verdict)
    # Lost and being renewed are on the ministry's list; damaged isn't, until its replacement is applied for.
    return verdict.open("by_application") if card == "damaged" else verdict.decided("by_application")


def _void(verdict: Verdict) -> Verdict:
    """A card that is void for want of a change of address is on none of the leaflets' lists."""
    verdict.because("card_void", MOVING).because("void_not_listed", GROUPS)
    return verdict.then("ask_municipality", MOVING).then("ask_insurer_for_certificate", GROUPS).open("ask_about_void")


def _unless_joining(world: World, day: date, verdict: Verdict) -> Verdict:
    """Say that it comes by itself; a society may want a word of new members on the joining form."""
    if world.ask("joining_now") and world.ask("scheme", SCHEMES) == "society":
        verdict.because("automatic", GROUPS).because("joining_form", CERTIFICATE_ISSUE).unless("registering_card")
        return _given(world, day, verdict.then("ask_on_joining_form", CERTIFICATE_ISSUE)).decided("apply_when_joining")
    return _automatic(world, day, verdict)


def _automatic(world: World, day: date, verdict: Verdict) -> Verdict:
    verdict.because("automatic", GROUPS).unless("registering_card")
    if day <= (end := parameters(day).old_cards_end):
        verdict.because("old_card_meanwhile", CERTIFICATE_ISSUE, day=end)
    return _given(world, day, verdict.then("ask_insurer_if_it_does_not_come", WITHOUT_CARD)).decided("automatic")


def _given(world: World, day: date, verdict: Verdict) -> Verdict:
    """Add what holds for every certificate: its term, its first day, no copies, and when to return it."""
    verdict.because("certificate_term", GROUPS, years=parameters(day).certificate_years)
    verdict.then("use_from_printed_day", PRINTED_DAY).then("no_copies", COPIES)
    verdict.then("return_when_leaving", CERTIFICATE_ISSUE)
    if world.known.get("applies_for") == "other" and not any(step.step == "proxy_possible" for step in verdict.steps):
        verdict.then("proxy_possible", GROUPS)
    return verdict


def _registered(world: World, day: date, verdict: Verdict) -> Verdict:
    if ask_card_over(world, day) or ask_state(world, day) != "valid":
        return _automatic(
            world, day, verdict.because("electronic_certificate_expired", GROUPS).then("or_renew", GROUPS)
        )
    if world.ask("hardship"):
        verdict.because("hardship", HARDSHIP).then("apply_to_insurer", HARDSHIP).then("proxy_possible", HARDSHIP)
        verdict.then("no_new_application_at_renewal", GROUPS)
        return _given(world, day, verdict).decided("by_application")
    # Until the interim rule ended the scheme was an ordinary question; since then it decides for few.
    if world.ask("scheme", SCHEMES, usual="society") == "kouki":
        return _kouki(day, verdict)
    verdict.because("not_just_in_case", JUST_IN_CASE)
    return verdict.unless("hardship_arises", "card_lost", "certificate_expires").decided("not_issued")


def _kouki(day: date, verdict: Verdict) -> Verdict:
    end = parameters(day).kouki_certificates_end
    verdict.past_horizon = register()["kouki_certificates_end"].past_horizon(day)
    verdict.because("kouki_interim_rule_over", KOUKI_INTERIM, day=end)
    verdict.then("ask_insurer_about_kouki", WITHOUT_CARD, day=end + timedelta(days=1))
    return verdict.open("kouki_interim_rule_over")


CHECK = Check(
    name="check_certificate",
    answers="whether one gets a 資格確認書, by itself or by applying",
    rule=_certificate,
    asks=("registered", "card", "scheme", "expired_over_three_months"),
    contradictions=OF_THE_CARD,
    example={"card": "none"},
    dates=("electronic_certificate_until", "born_on"),
    leads_to=("check_visit_document", "switch_checklist", "certificate_application"),
)

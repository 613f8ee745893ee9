"""Whether somebody gets an eligibility certificate (資格確認書), by itself or by applying."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from actions.eligibility.card_validity import state_on
from actions.eligibility.contradictions import OF_THE_CARD, Contradiction, contradicting, contradiction
from actions.eligibility.decision import Decision
from actions.eligibility.explore import World, decide
from actions.eligibility.facts import CARDS, SCHEMES, Card, Facts, Scheme
from actions.eligibility.parameters import parameters
from actions.eligibility.sources import (
    CERTIFICATE_ISSUE,
    COPIES,
    GROUPS,
    HARDSHIP,
    JUST_IN_CASE,
    KOUKI,
    KOUKI_INTERIM,
    PRINTED_DAY,
    SUSPEND,
    VALIDITY,
    WITHOUT_CARD,
)
from actions.eligibility.verdict import Verdict

NAME = "check_certificate"


class CertificateFacts(Facts):
    """What decides whether somebody gets a certificate."""

    scheme: Scheme | None = Field(
        None, description="society (健保組合・協会けんぽ・共済), kokuho (国保) or kouki (後期)"
    )
    card: Card | None = Field(None, description="where the My Number Card is")
    registered: bool | None = Field(
        None, description="whether it is registered as health insurance card; False once cancelled"
    )
    electronic_certificate_until: date | None = Field(None, description="the last day of its electronic certificate")
    hardship: bool | None = Field(
        None, description="whether using the card is hard: age, disability, or a care home or helper holds it"
    )
    joining_now: bool | None = Field(None, description="whether the person is just joining a new insurer")


CONTRADICTIONS: tuple[Contradiction, ...] = OF_THE_CARD


def check_certificate(facts: CertificateFacts, day: date) -> Decision:
    """Return whether somebody gets a certificate, and how.

    Args:
        facts: the case.
        day: the day that it is decided for.
    """
    known = facts.known()
    if names := contradicting(known, CONTRADICTIONS):
        return contradiction(NAME, names)
    return decide(NAME, lambda world: _certificate(world, day), known)


def _certificate(world: World, day: date) -> Verdict:
    verdict, rules = Verdict(), parameters()
    if day < rules.new_cards_end.value:
        verdict.because("certificates_not_yet", VALIDITY, day=rules.new_cards_end.value)
        return verdict.on("certificates_start", rules.new_cards_end.value).decided("not_yet_issued")
    interim_end = rules.kouki_certificates_end.value
    if day <= interim_end and world.ask("scheme", SCHEMES) == "kouki":
        verdict.because("kouki_interim_rule", KOUKI_INTERIM, day=interim_end).on("kouki_certificates_end", interim_end)
        if day <= rules.kouki_cards_end.value:
            verdict.because("old_card_meanwhile", KOUKI, day=rules.kouki_cards_end.value)
        return _given(verdict.then("ask_insurer_if_it_does_not_come", WITHOUT_CARD)).decided("automatic")
    return _by_card(world, day, verdict)


def _by_card(world: World, day: date, verdict: Verdict) -> Verdict:
    card = world.ask("card", CARDS)
    if card in ("lost", "renewing"):
        return _in_between(verdict, str(card))
    if card == "none":
        return _unless_joining(world, day, verdict.because("card_none", GROUPS))
    if not world.ask("registered"):
        return _unless_joining(world, day, verdict.because("card_not_registered", GROUPS))
    if _expired(world, day):
        return _automatic(day, verdict.because("electronic_certificate_expired", GROUPS).then("or_renew", GROUPS))
    return _registered(world, day, verdict.because("card_registered", GROUPS))


def _expired(world: World, day: date) -> bool:
    expiry = world.ask("electronic_certificate_until", ("valid", "expired"))
    return state_on(day, expiry) != "valid" if isinstance(expiry, date) else expiry == "expired"


def _in_between(verdict: Verdict, card: str) -> Verdict:
    verdict.because(f"card_{card}", GROUPS)
    if card == "lost":
        verdict.then("stop_card", SUSPEND)
    verdict.then("apply_to_insurer", GROUPS).then("proxy_possible", GROUPS).unless("card_was_not_registered")
    return _given(verdict).decided("by_application")


def _unless_joining(world: World, day: date, verdict: Verdict) -> Verdict:
    """Say that it comes by itself; of new members one society wants a word on the joining form."""
    if world.ask("joining_now"):
        verdict.because("automatic", GROUPS).because("joining_form", CERTIFICATE_ISSUE).unless("registering_card")
        return _given(verdict.then("ask_on_joining_form", CERTIFICATE_ISSUE)).decided("apply_when_joining")
    return _automatic(day, verdict)


def _automatic(day: date, verdict: Verdict) -> Verdict:
    verdict.because("automatic", GROUPS).unless("registering_card")
    if day <= (end := parameters().old_cards_end.value):
        verdict.because("old_card_meanwhile", CERTIFICATE_ISSUE, day=end)
    return _given(verdict.then("ask_insurer_if_it_does_not_come", WITHOUT_CARD)).decided("automatic")


def _given(verdict: Verdict) -> Verdict:
    """Add what holds for every certificate: its term, its first day, no copies, and when to return it."""
    verdict.because("certificate_term", GROUPS, years=parameters().certificate_years.value)
    verdict.then("use_from_printed_day", PRINTED_DAY).then("no_copies", COPIES)
    return verdict.then("return_when_leaving", CERTIFICATE_ISSUE)


def _registered(world: World, day: date, verdict: Verdict) -> Verdict:
    if world.ask("hardship"):
        verdict.because("hardship", HARDSHIP).then("apply_to_insurer", HARDSHIP).then("proxy_possible", HARDSHIP)
        return _given(verdict.then("no_new_application_at_renewal", GROUPS)).decided("by_application")
    interim_rule = parameters().kouki_certificates_end
    if world.ask("scheme", SCHEMES) == "kouki":
        verdict.past_horizon = interim_rule.past_horizon(day)
        verdict.because("kouki_interim_rule_over", KOUKI_INTERIM, day=interim_rule.value)
        return verdict.then("ask_insurer_about_kouki", WITHOUT_CARD).open("kouki_interim_rule_over")
    verdict.because("not_just_in_case", JUST_IN_CASE)
    return verdict.unless("hardship_arises", "card_lost", "certificate_expires").decided("not_issued")

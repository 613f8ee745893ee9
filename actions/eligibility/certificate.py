"""Whether somebody gets an eligibility certificate (資格確認書), by itself or by applying."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from actions.eligibility.contradictions import WITHOUT_CARD_REGISTERED, Contradiction, contradicting, contradiction
from actions.eligibility.decision import Decision, Source
from actions.eligibility.electronic_certificate import state_on
from actions.eligibility.explore import World, decide
from actions.eligibility.facts import SCHEMES, Card, Facts, Scheme
from actions.eligibility.parameters import parameters
from actions.eligibility.verdict import Verdict

NAME = "check_certificate"

GROUPS = Source(leaflet="mhlw-seminar", where="5ページ 資格確認書の様式等")
KOUKI = Source(leaflet="patient-leaflet", where="後期高齢者医療制度の注記")
HARDSHIP = Source(leaflet="patient-leaflet", where="マイナ保険証の利用が困難な方")
JOINING = Source(leaflet="nhkspring-guide", where="「資格確認書」の交付")
JUST_IN_CASE = Source(leaflet="society-notice", where="Q&A 念のため")
NEW_CARDS = Source(leaflet="mhlw-seminar", where="4ページ 患者の資格確認方法")


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


CONTRADICTIONS: tuple[Contradiction, ...] = (
    WITHOUT_CARD_REGISTERED,
    (("card", "registered"), lambda card, registered: card == "on_phone_only" and registered is False),
)


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
        verdict.because("certificates_not_yet", NEW_CARDS, day=rules.new_cards_end.value)
        return verdict.on("certificates_start", rules.new_cards_end.value).decided("not_yet_issued")
    interim_end = rules.kouki_certificates_end.value
    if day <= interim_end and world.ask("scheme", SCHEMES) == "kouki":
        verdict.because("kouki_interim_rule", KOUKI, day=interim_end)
        return verdict.on("kouki_certificates_end", interim_end).decided("automatic")
    return _by_card(world, day, verdict)


def _by_card(world: World, day: date, verdict: Verdict) -> Verdict:
    card = world.ask("card", ("none", "at_hand", "lost", "renewing", "on_phone_only"))
    if card in ("lost", "renewing"):
        return verdict.because(f"card_{card}", GROUPS).then("apply_to_insurer", GROUPS).decided("by_application")
    if card == "none":
        return _unless_joining(world, verdict.because("card_none", GROUPS))
    if card == "at_hand" and not world.ask("registered"):
        return _unless_joining(world, verdict.because("card_not_registered", GROUPS))
    if _expired(world, day):
        return _automatic(verdict.because("electronic_certificate_expired", GROUPS).then("or_renew", GROUPS))
    return _registered(world, day, verdict)


def _expired(world: World, day: date) -> bool:
    expiry = world.ask("electronic_certificate_until", ("valid", "expired"))
    return state_on(day, expiry) != "valid" if isinstance(expiry, date) else expiry == "expired"


def _unless_joining(world: World, verdict: Verdict) -> Verdict:
    """Say that it comes by itself; of new members one society wants a word on the joining form."""
    if world.ask("joining_now"):
        verdict.because("automatic", GROUPS).because("joining_form", JOINING).unless("registering_card")
        return verdict.then("ask_on_joining_form", JOINING).decided("apply_when_joining")
    return _automatic(verdict)


def _automatic(verdict: Verdict) -> Verdict:
    verdict.because("automatic", GROUPS).unless("registering_card")
    return verdict.then("ask_insurer_if_it_does_not_come", HARDSHIP).decided("automatic")


def _registered(world: World, day: date, verdict: Verdict) -> Verdict:
    verdict.because("card_registered", GROUPS)
    if world.ask("hardship"):
        verdict.because("hardship", HARDSHIP).then("apply_to_insurer", HARDSHIP).then("proxy_possible", HARDSHIP)
        return verdict.then("no_new_application_at_renewal", GROUPS).decided("by_application")
    interim_rule = parameters().kouki_certificates_end
    if world.ask("scheme", SCHEMES) == "kouki":
        verdict.past_horizon = interim_rule.past_horizon(day)
        verdict.because("kouki_interim_rule_over", KOUKI, day=interim_rule.value)
        return verdict.then("ask_insurer_about_kouki", KOUKI).open("kouki_interim_rule_over")
    verdict.because("not_just_in_case", JUST_IN_CASE).unless("hardship_arises", "card_lost")
    return verdict.decided("not_issued")

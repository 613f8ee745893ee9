"""What somebody still has to do to switch: the three-step check (kokuyo-checklist)."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from actions.eligibility.contradictions import WITHOUT_CARD_REGISTERED, Contradiction, contradicting, contradiction
from actions.eligibility.decision import Decision, Source
from actions.eligibility.electronic_certificate import lapses_after, renewable_from, state_on
from actions.eligibility.explore import World, decide
from actions.eligibility.facts import Card, Facts
from actions.eligibility.verdict import Verdict

NAME = "switch_checklist"

STEP1 = Source(leaflet="kokuyo-checklist", where="切替チェックリスト STEP1")
STEP2 = Source(leaflet="kokuyo-checklist", where="切替チェックリスト STEP2")
STEP3 = Source(leaflet="kokuyo-checklist", where="切替チェックリスト STEP3")
READER = Source(leaflet="patient-leaflet", where="利用登録をしておきましょう")
SUSPEND = Source(leaflet="society-notice", where="末尾（マイナンバー総合フリーダイヤル）")
REISSUE = Source(leaflet="society-notice", where="Q&A 特急発行")
RENEWAL = Source(leaflet="society-notice", where="「有効期限通知書」が届いたら")


class SwitchFacts(Facts):
    """What decides which steps are left."""

    card: Card | None = Field(None, description="where the My Number Card is")
    card_until: date | None = Field(None, description="the last day of the card itself")
    registered: bool | None = Field(None, description="whether it is registered as health insurance card")
    electronic_certificate_until: date | None = Field(None, description="the last day of its electronic certificate")


CONTRADICTIONS: tuple[Contradiction, ...] = (
    WITHOUT_CARD_REGISTERED,
    (("card", "card_until"), lambda card, until: card == "none"),
    (("card", "electronic_certificate_until"), lambda card, until: card == "none"),
)


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
    verdict = Verdict()
    card = world.ask("card", ("at_hand", "none", "lost", "renewing", "on_phone_only"))
    if card == "none":
        verdict.because("card_none", STEP1).then("get_card", STEP1).then("register", STEP2)
        return verdict.decided("get_card_and_register")
    if card == "lost":
        verdict.because("card_lost", STEP1).then("stop_card", SUSPEND).then("reissue_card", REISSUE)
        return verdict.then("register_if_not_registered", STEP2).decided("replace_card")
    if card == "renewing":
        return verdict.because("card_renewing", STEP1).then("wait_for_card", STEP1).decided("wait_for_card")
    if _card_over(world, day):
        verdict.because("card_over", STEP1).then("renew_card", STEP1).then("register_if_not_registered", STEP2)
        return verdict.decided("renew_card")
    return _with_card(world, day, verdict.because("card_valid", STEP1))


def _card_over(world: World, day: date) -> bool:
    until = world.ask("card_until", ("valid", "expired"))
    return day > until if isinstance(until, date) else until == "expired"


def _with_card(world: World, day: date, verdict: Verdict) -> Verdict:
    registered, state = world.ask("registered"), _certificate(world, day)
    verdict.because("card_registered" if registered else "card_not_registered", STEP2)
    if state == "valid":
        expiry = world.known.get("electronic_certificate_until")
        if isinstance(expiry, date):
            verdict.on("renewable_from", renewable_from(expiry)).on("certificate_until", expiry)
        if registered:
            return verdict.then("renew_in_time", RENEWAL).unless("certificate_expires").decided("nothing_left")
        return verdict.then("register", STEP2).decided("register")
    verdict.because("certificate_over", STEP3).then("renew_certificate_at_counter", STEP3)
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

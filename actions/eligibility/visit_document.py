"""What somebody shows at a visit on a day."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from actions.eligibility.contradictions import WITHOUT_CARD_REGISTERED, Contradiction, contradicting, contradiction
from actions.eligibility.decision import Decision, Source
from actions.eligibility.electronic_certificate import ask_state, renewable_from, usable_until
from actions.eligibility.explore import World, decide
from actions.eligibility.facts import SCHEMES, Card, Facts, Scheme
from actions.eligibility.parameters import parameters
from actions.eligibility.verdict import Verdict

NAME = "check_visit_document"

RECEPTION = Source(leaflet="nhkspring-guide", where="マイナ保険証での医療機関受診方法")
VALIDITY = Source(leaflet="mhlw-seminar", where="4ページ 患者の資格確認方法")
KOUKI = Source(leaflet="mhlw-seminar", where="6ページ 後期高齢者医療制度")
GROUPS = Source(leaflet="mhlw-seminar", where="5ページ 資格確認書の様式等")
READER = Source(leaflet="mhlw-seminar", where="11ページ 顔認証付きカードリーダーの画面")
REGISTER = Source(leaflet="patient-leaflet", where="利用登録をしておきましょう")
BY_SIGHT = Source(leaflet="patient-leaflet", where="目視での本人確認")
PHONE = Source(leaflet="society-notice", where="マイナ保険証のスマホ搭載")
NOTICE = Source(leaflet="nhkspring-guide", where="「資格情報のお知らせ」利用方法")
FIRST_VISIT = Source(leaflet="nhkspring-guide", where="受診前には登録情報の確認を")
NEW_DATA = Source(leaflet="nhkspring-guide", where="お願い")
TROUBLE = Source(leaflet="mhlw-seminar", where="9ページ 受付が出来ない場合")
CERTIFICATE_USE = Source(leaflet="nhkspring-guide", where="「資格確認書」の交付")
CERTIFICATE_DAYS = Source(leaflet="kokuyo-checklist", where="冒頭（交付日）")
OLD_CARD = Source(leaflet="nhkspring-guide", where="従来の健康保険証について")
SUSPEND = Source(leaflet="society-notice", where="末尾（マイナンバー総合フリーダイヤル）")


class VisitFacts(Facts):
    """What decides which document to show."""

    visit_day: date | None = Field(None, description="the day of the visit; today if not given")
    card: Card | None = Field(None, description="where the My Number Card is")
    registered: bool | None = Field(None, description="whether it is registered as health insurance card")
    electronic_certificate_until: date | None = Field(None, description="the last day of its electronic certificate")
    insurer_data: Literal["ready", "waiting"] | None = Field(
        None, description="waiting: the insurer changed and the new data is not yet in the system"
    )
    certificate: bool | None = Field(
        None, description="whether there is an eligibility certificate (資格確認書) at hand"
    )
    certificate_from: date | None = Field(None, description="its first day")
    certificate_until: date | None = Field(None, description="its last day")
    old_card: bool | None = Field(None, description="whether there is an old insurance card at hand")
    old_card_until: date | None = Field(None, description="the term printed on the old card")
    scheme: Scheme | None = Field(
        None, description="society (健保組合・協会けんぽ・共済), kokuho (国保) or kouki (後期)"
    )
    phone_accepted: bool | None = Field(None, description="whether the place takes the card on a smartphone")
    first_visit: bool | None = Field(None, description="whether it is the first visit to the place")
    reader_works: bool | None = Field(None, description="False: the reader or the network is down")


CONTRADICTIONS: tuple[Contradiction, ...] = (
    WITHOUT_CARD_REGISTERED,
    (("card", "registered"), lambda card, registered: card == "on_phone_only" and registered is False),
    (("certificate", "certificate_until"), lambda certificate, until: not certificate),
    (("certificate", "certificate_from"), lambda certificate, first: not certificate),
    (("certificate_from", "certificate_until"), lambda first, last: first > last),
    (("old_card", "old_card_until"), lambda old_card, until: not old_card),
)


def check_visit_document(facts: VisitFacts, day: date) -> Decision:
    """Return what to show at a visit.

    Args:
        facts: the case.
        day: today; the day of the visit where the facts don't name one.
    """
    known = facts.known()
    if names := contradicting(known, CONTRADICTIONS):
        return contradiction(NAME, names)
    return decide(NAME, lambda world: _show(world, facts.visit_day or day), known)


def _show(world: World, day: date) -> Verdict:
    """Try the documents in the order in which they serve best: card, certificate, old card."""
    verdict = Verdict()
    return (
        _card(world, day, verdict)
        or _certificate(world, day, verdict)
        or _old_card(world, day, verdict)
        or _nothing_yet(world, day, verdict)
    )


def _card(world: World, day: date, verdict: Verdict) -> Verdict | None:
    card = world.ask("card", ("at_hand", "none", "lost", "renewing", "on_phone_only"))
    if card == "at_hand":
        if not world.ask("registered"):
            verdict.because("card_not_registered", REGISTER)
            return None
    elif card != "on_phone_only":
        verdict.because(f"card_{card}", GROUPS)
        return None
    state = ask_state(world, day)
    if state == "lapsed":
        verdict.because("certificate_lapsed", READER).then("renew_at_municipality", READER)
        return None
    if world.ask("insurer_data", ("ready", "waiting")) == "waiting":
        verdict.because("data_waiting", NEW_DATA)
        return None
    return _show_card(world, day, verdict, in_grace=state == "grace", on_phone=card == "on_phone_only")


def _show_card(world: World, day: date, verdict: Verdict, *, in_grace: bool, on_phone: bool) -> Verdict:
    verdict.because("card_registered", RECEPTION)
    if in_grace:
        verdict.because("eligibility_only", READER).then("renew_at_municipality", READER)
    known = world.known
    expiry = known.get("electronic_certificate_until")
    if isinstance(expiry, date):
        verdict.on("renewable_from", renewable_from(expiry)).on("certificate_until", expiry)
        verdict.on("reader_until", usable_until(expiry))
    if known.get("reader_works") is False:
        verdict.because("reader_down", TROUBLE)
    verdict.then("notice_if_reader_down", NOTICE).then("by_sight_if_face_and_pin_fail", BY_SIGHT)
    verdict.unless("card_lost_or_not_registered", "certificate_expires", "insurer_changes")
    if on_phone:
        return _phone(world, verdict)
    if day <= parameters().old_cards_end.value:
        verdict.then("carry_old_card_at_first_use", FIRST_VISIT)
    return verdict.decided("show_registered_card")


def _phone(world: World, verdict: Verdict) -> Verdict:
    verdict.because("phone_where_equipped", PHONE)
    if world.ask("phone_accepted") and not world.ask("first_visit"):
        return verdict.decided("show_phone")
    return verdict.then("bring_card_too", PHONE).decided("bring_card_with_phone")


def _certificate(world: World, day: date, verdict: Verdict) -> Verdict | None:
    if day < parameters().new_cards_end.value or not world.ask("certificate"):
        return None
    if not _reached(world, "certificate_until", day, ended=True):
        verdict.because("certificate_ended", CERTIFICATE_USE)
        return None
    if not _reached(world, "certificate_from", day, ended=False):
        verdict.because("certificate_not_yet", CERTIFICATE_DAYS)
        return None
    verdict.because("certificate_serves", CERTIFICATE_USE).then("no_copies", CERTIFICATE_DAYS)
    return verdict.unless("certificate_ends", "card_registered_later").decided("show_certificate")


def _reached(world: World, fact: str, day: date, *, ended: bool) -> bool:
    """Tell whether a day lies on the good side of a date that may not be known."""
    value = world.ask(fact, (True, False))
    if isinstance(value, date):
        return day <= value if ended else value <= day
    return bool(value)


def _old_card(world: World, day: date, verdict: Verdict) -> Verdict | None:
    if day > parameters().old_cards_end.value:
        verdict.because("old_cards_ended", VALIDITY, day=parameters().old_cards_end.value)
        return None
    if not world.ask("old_card"):
        return None
    if world.ask("scheme", SCHEMES) == "kouki" and day > parameters().kouki_cards_end.value:
        verdict.because("kouki_cards_ended", KOUKI, day=parameters().kouki_cards_end.value)
        return None
    # Society cards print no term; the others' own term decides where they have one.
    if world.ask("scheme") != "society" and not _reached(world, "old_card_until", day, ended=True):
        verdict.because("old_card_term_over", VALIDITY)
        return None
    verdict.because("old_card_serves", OLD_CARD).on("old_cards_end", parameters().old_cards_end.value)
    return verdict.unless("leaving_insurer").decided("show_old_card")


def _nothing_yet(world: World, day: date, verdict: Verdict) -> Verdict:
    """Say what to do for somebody who holds nothing that serves on the day."""
    card = world.ask("card")
    if card == "at_hand" and not world.ask("registered"):
        verdict.then("register_at_reader", REGISTER).then("by_sight_if_face_and_pin_fail", BY_SIGHT)
        return verdict.unless("certificate_arrives").decided("register_at_reader")
    if card in ("lost", "renewing"):
        if card == "lost":
            verdict.then("stop_card", SUSPEND)
        return verdict.then("apply_for_certificate", GROUPS).decided("apply_for_certificate")
    if card == "none":
        return verdict.then("ask_insurer_for_certificate", GROUPS).decided("ask_insurer_for_certificate")
    if ask_state(world, day) == "lapsed":
        return verdict.then("ask_insurer_for_certificate", GROUPS).decided("renew_and_ask_for_certificate")
    verdict.then("tell_reception", TROUBLE).then("ask_insurer_about_data", NEW_DATA)
    return verdict.unless("data_arrives").open("tell_reception")

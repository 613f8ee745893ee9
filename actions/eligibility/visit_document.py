"""What somebody shows at a visit on a day."""

from __future__ import annotations

from datetime import date
from typing import Literal, cast

from pydantic import Field

from actions.eligibility.card_validity import (
    State,
    ask_card_over,
    ask_state,
    lapses_after,
    renewable_from,
    usable_until,
)
from actions.eligibility.contradictions import OF_THE_CARD, Contradiction, contradicting, contradiction
from actions.eligibility.decision import Decision, Source
from actions.eligibility.explore import World, decide
from actions.eligibility.facts import CARDS, SCHEMES, USABLE_CARDS, Card, Facts, Scheme
from actions.eligibility.parameters import parameters
from actions.eligibility.sources import (
    BY_SIGHT,
    CERTIFICATE_ISSUE,
    COPIES,
    EXPIRY,
    FIRST_USE,
    GET_CARD,
    GROUPS,
    KOUKI,
    KOUKI_INTERIM,
    NEW_DATA,
    NO_NEW_CARDS,
    NOTICE,
    OLD_CARDS,
    PHONE,
    PHONE_STEPS,
    PHONES_START,
    PRINTED_DAY,
    READER,
    RECEPTION,
    REGISTER_AT_READER,
    SMALL_CHILDREN,
    STEP3,
    SUSPEND,
    TROUBLE,
    VALIDITY,
)
from actions.eligibility.verdict import Verdict

NAME = "check_visit_document"

# What keeps a card from serving, and the reason that is given for it.
Obstacle = Literal["none", "lost", "renewing", "not_registered", "lapsed", "waiting"]
OBSTACLES: dict[str, tuple[str, Source]] = {
    "none": ("card_none", GROUPS),
    "lost": ("card_lost", GROUPS),
    "renewing": ("card_renewing", GROUPS),
    "not_registered": ("card_not_registered", REGISTER_AT_READER),
    "lapsed": ("certificate_lapsed", READER),
    "waiting": ("data_waiting", NEW_DATA),
}


class VisitFacts(Facts):
    """What decides which document to show."""

    visit_day: date | None = Field(None, description="the day of the visit; today if not given")
    card: Card | None = Field(None, description="where the My Number Card is")
    registered: bool | None = Field(
        None, description="whether it is registered as health insurance card; False once cancelled"
    )
    electronic_certificate_until: date | None = Field(None, description="the last day of its electronic certificate")
    card_until: date | None = Field(None, description="the last day of the card itself")
    insurer_data: Literal["ready", "waiting"] | None = Field(
        None, description="waiting: the insurer changed and the new data is not yet in the system"
    )
    certificate: bool | None = Field(
        None, description="whether there is an eligibility certificate (資格確認書) of the present insurer at hand"
    )
    certificate_from: date | None = Field(None, description="its first day")
    certificate_until: date | None = Field(None, description="its last day")
    old_card: bool | None = Field(
        None, description="whether there is an old insurance card of the present insurer at hand"
    )
    old_card_until: date | None = Field(None, description="the term printed on the old card")
    scheme: Scheme | None = Field(
        None, description="society (健保組合・協会けんぽ・共済), kokuho (国保) or kouki (後期)"
    )
    phone_accepted: bool | None = Field(None, description="whether the place takes the card on a smartphone")
    first_visit: bool | None = Field(None, description="whether it is the first visit to the place")
    reader_works: bool | None = Field(None, description="False: the reader or the network is down")
    face_and_pin_work: bool | None = Field(
        None, description="False: the face isn't recognised and the PIN is forgotten, locked or can't be typed"
    )
    small_child: bool | None = Field(None, description="whether the patient is a baby or small child")


CONTRADICTIONS: tuple[Contradiction, ...] = (
    *OF_THE_CARD,
    (("certificate", "certificate_until"), lambda certificate, until: not certificate),
    (("certificate", "certificate_from"), lambda certificate, first: not certificate),
    (("certificate_from", "certificate_until"), lambda first, last: first > last),
    (("old_card", "old_card_until"), lambda old_card, until: not old_card),
    # Societies' cards carry no term (kokuyo-checklist, note 2); whose card is it then?
    (("scheme", "old_card_until"), lambda scheme, until: scheme == "society" and until < _old_cards_end()),
    (("phone_accepted", "reader_works"), lambda accepted, works: accepted and not works),
)


def _old_cards_end() -> date:
    return parameters().old_cards_end.value


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
    verdict, obstacle = Verdict(), _obstacle(world, day)
    if obstacle is None:
        return _show_card(world, day, verdict)
    verdict.because(*OBSTACLES[obstacle])
    if obstacle == "lost":
        verdict.then("stop_card", SUSPEND)
    if obstacle == "lapsed":
        _renew(world, day, verdict)
    return (
        _certificate(world, day, verdict)
        or _old_card(world, day, verdict)
        or _nothing_yet(world, day, verdict, obstacle)
    )


def _obstacle(world: World, day: date) -> Obstacle | None:
    """Return what keeps the card from serving, or None if it serves."""
    card = world.ask("card", CARDS)
    if card not in USABLE_CARDS:
        return cast(Obstacle, card)
    if not world.ask("registered"):
        return "not_registered"
    if ask_state(world, day) == "lapsed":
        return "lapsed"
    return "waiting" if world.ask("insurer_data", ("ready", "waiting")) == "waiting" else None


def _renew(world: World, day: date, verdict: Verdict) -> None:
    """Say what to renew: the electronic certificate, or the card where that is known to be over too."""
    if "card_until" in world.known and ask_card_over(world, day):
        verdict.because("card_over", EXPIRY).then("apply_for_new_card", GET_CARD)
    else:
        verdict.then("renew_at_municipality", READER)


def _show_card(world: World, day: date, verdict: Verdict) -> Verdict:
    verdict.because("card_registered", RECEPTION)
    _tell_expiry(world, day, verdict, ask_state(world, day))
    if world.known.get("reader_works") is False:
        verdict.because("reader_down", TROUBLE)
    if world.known.get("certificate"):
        verdict.then("certificate_if_card_is_hard", CERTIFICATE_ISSUE)
    verdict.unless("card_lost_or_not_registered", "certificate_expires", "insurer_changes")
    if world.ask("card") == "on_phone_only":
        return _show_phone(world, day, verdict)
    if day <= _old_cards_end():
        verdict.then("carry_old_card_at_first_use", FIRST_USE)
    return _with_card(world, verdict).decided("show_registered_card")


def _tell_expiry(world: World, day: date, verdict: Verdict, state: State) -> None:
    if state == "grace":
        _renew(world, day, verdict.because("eligibility_only", READER))
    expiry = world.known.get("electronic_certificate_until")
    if not isinstance(expiry, date):
        return
    verdict.on("renewable_from", renewable_from(expiry)).on("certificate_until", expiry)
    verdict.on("reader_until", usable_until(expiry))
    if renewable_from(expiry) <= day <= expiry:
        verdict.because("reader_warns", READER).then("renew_at_municipality", READER)
    if day > lapses_after(expiry):
        verdict.because("registration_lapsed", STEP3).certainty = "open"


def _with_card(world: World, verdict: Verdict) -> Verdict:
    """Say what helps where the reader, the face or the PIN fails; all of it needs the card itself."""
    if world.known.get("face_and_pin_work") is False:
        verdict.because("face_and_pin_fail", BY_SIGHT)
    if world.known.get("small_child"):
        verdict.because("small_child", SMALL_CHILDREN)
    return verdict.then("notice_if_reader_down", NOTICE).then("by_sight_if_face_and_pin_fail", BY_SIGHT)


def _show_phone(world: World, day: date, verdict: Verdict) -> Verdict:
    if day < (start := parameters().phones_start.value):
        return _with_card(world, verdict.because("phones_not_yet", PHONES_START, day=start)).decided(
            "bring_card_itself"
        )
    verdict.because("phone_where_equipped", PHONE)
    if world.ask("phone_accepted") and not world.ask("first_visit"):
        return verdict.then("check_in_with_phone", PHONE_STEPS).decided("show_phone")
    return _with_card(world, verdict.then("bring_card_too", PHONE)).decided("bring_card_with_phone")


def _certificate(world: World, day: date, verdict: Verdict) -> Verdict | None:
    if day < parameters().new_cards_end.value or not world.ask("certificate"):
        return None
    if not _reached(world, "certificate_until", day, ended=True):
        verdict.because("certificate_ended", GROUPS)
        return None
    if not _reached(world, "certificate_from", day, ended=False):
        verdict.because("certificate_not_yet", PRINTED_DAY)
        return None
    verdict.because("certificate_serves", CERTIFICATE_ISSUE).then("no_copies", COPIES)
    _only_of_new_insurer(world, verdict, CERTIFICATE_ISSUE)
    return verdict.unless("certificate_ends", "insurer_changes", "card_registered_later").decided("show_certificate")


def _only_of_new_insurer(world: World, verdict: Verdict, source: Source) -> None:
    """Say to somebody between two insurers that what the former one gave must go back."""
    if world.known.get("insurer_data") == "waiting":
        verdict.because("only_of_new_insurer", source).then("return_to_former_insurer", source)


def _reached(world: World, fact: str, day: date, *, ended: bool) -> bool:
    """Tell whether a day lies on the good side of a date that may not be known."""
    value = world.ask(fact)
    if isinstance(value, date):
        return day <= value if ended else value <= day
    return bool(value)


def _old_card(world: World, day: date, verdict: Verdict) -> Verdict | None:
    if day > _old_cards_end():
        verdict.because("old_cards_ended", VALIDITY, day=_old_cards_end())
        return None
    if not world.ask("old_card"):
        return None
    scheme, kouki_end = world.ask("scheme", SCHEMES), parameters().kouki_cards_end.value
    if scheme == "kouki" and day > kouki_end:
        verdict.because("kouki_cards_ended", KOUKI, day=kouki_end)
        return None
    # Society cards print no term; the others' own term decides.
    if scheme != "society" and not _reached(world, "old_card_until", day, ended=True):
        verdict.because("old_card_term_over", VALIDITY)
        return None
    verdict.because("old_card_serves", OLD_CARDS).on(
        "old_cards_end", kouki_end if scheme == "kouki" else _old_cards_end()
    )
    _only_of_new_insurer(world, verdict, OLD_CARDS)
    return verdict.unless("leaving_insurer").decided("show_old_card")


def _nothing_yet(world: World, day: date, verdict: Verdict, obstacle: Obstacle) -> Verdict:
    """Say what to do for somebody who holds nothing that serves on the day."""
    if obstacle == "waiting":
        return _between_insurers(verdict)
    if obstacle == "not_registered":
        if ask_state(world, day) == "valid":
            return _register(world, verdict)
        _renew(world, day, verdict.because("certificate_over", EXPIRY))
    if day < (start := parameters().new_cards_end.value):
        verdict.because("cards_still_made", NO_NEW_CARDS, day=start)
        return verdict.then("ask_insurer_for_card", NO_NEW_CARDS).decided("ask_insurer_for_card")
    if obstacle in ("lost", "renewing") and not _everybody_gets_one(world, day, verdict):
        return verdict.then("apply_for_certificate", GROUPS).decided("apply_for_certificate")
    verdict.then("ask_insurer_for_certificate", GROUPS)
    return verdict.decided(
        "renew_and_ask_for_certificate" if obstacle in ("not_registered", "lapsed") else "ask_insurer_for_certificate"
    )


def _between_insurers(verdict: Verdict) -> Verdict:
    verdict.because("data_takes_days", NEW_DATA, days=parameters().new_data_days.value)
    verdict.then("tell_reception", TROUBLE).then("ask_insurer_about_data", NEW_DATA)
    return verdict.unless("data_arrives").open("tell_reception")


def _register(world: World, verdict: Verdict) -> Verdict:
    verdict.then("register_at_reader", REGISTER_AT_READER)
    if world.ask("card") == "on_phone_only":
        verdict.then("register_in_mynaportal", PHONE_STEPS)
    verdict.then("by_sight_if_face_and_pin_fail", BY_SIGHT)
    return verdict.unless("certificate_arrives").decided("register_at_reader")


def _everybody_gets_one(world: World, day: date, verdict: Verdict) -> bool:
    """Tell whether a certificate comes without applying, card or no card, as for those 75 and over in the interim."""
    end = parameters().kouki_certificates_end.value
    if day > end or world.ask("scheme", SCHEMES) != "kouki":
        return False
    verdict.because("kouki_interim_rule", KOUKI_INTERIM, day=end)
    return True

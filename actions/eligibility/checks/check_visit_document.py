"""What somebody shows at a visit on a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from actions.eligibility.card_validity import (
    State,
    ask_card_over,
    ask_state,
    certificate_until,
    lapses_after,
    renewable_from,
    usable_until,
)
from actions.eligibility.check import Check
from actions.eligibility.contradictions import OF_THE_CARD, OF_THE_CERTIFICATE, Contradiction
from actions.eligibility.decision import Source
from actions.eligibility.explore import World
from actions.eligibility.facts import CARDS, READERS, SCHEMES, UNREGISTERED_CARDS, USABLE_CARDS
from actions.eligibility.old_card import tell_that_it_is_over
from actions.eligibility.parameters import parameters
from actions.eligibility.sources import (
    BY_SIGHT,
    CERTIFICATE_ISSUE,
    COPIES,
    EXPIRY,
    EXPRESS,
    FIRST_USE,
    GET_CARD,
    GROUPS,
    HARDSHIP,
    KOUKI_INTERIM,
    MOVING,
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
    STEP2,
    STEP3,
    SUSPEND,
    TROUBLE,
)
from actions.eligibility.turning_75 import tell_75
from actions.eligibility.verdict import Verdict

# What keeps a card from serving, and the reason that is given for it.
Obstacle = Literal["none", "lost", "damaged", "renewing", "void", "forgotten", "not_registered", "lapsed", "waiting"]
OBSTACLES: dict[str, tuple[str, Source]] = {
    "none": ("card_none", GROUPS),
    "lost": ("card_lost", GROUPS),
    "damaged": ("card_damaged", TROUBLE),
    "renewing": ("card_renewing", GROUPS),
    "void": ("card_void", MOVING),
    "forgotten": ("card_forgotten", RECEPTION),
    "not_registered": ("card_not_registered", REGISTER_AT_READER),
    "lapsed": ("certificate_lapsed", READER),
    "waiting": ("data_waiting", NEW_DATA),
}


def _show(world: World, today: date) -> Verdict:
    day = world.date("visit_day") or today
    verdict = _document(world, day)
    tell_that_it_is_over(world, day, verdict)
    tell_75(world, day, verdict)
    return verdict


def _document(world: World, day: date) -> Verdict:
    """Try the documents in the order in which they serve best: card, certificate, old card."""
    verdict, obstacle = Verdict(), _obstacle(world, day)
    if obstacle is None:
        return _show_card(world, day, verdict)
    verdict.because(*OBSTACLES[obstacle])
    if obstacle == "lost":
        verdict.then("stop_card", SUSPEND)
    if obstacle == "void":
        verdict.then("ask_municipality", MOVING)
    if obstacle == "lapsed":
        _renew(world, day, verdict)
    return (
        _certificate(world, day, verdict)
        or _old_card(world, day, verdict)
        or _nothing_yet(world, day, verdict, obstacle)
    )


def _obstacle(world: World, day: date) -> Obstacle | None:
    """Return what keeps the card from serving, or None if it serves."""
    card: Obstacle | str = world.known.get("card", "at_hand")  # type: ignore[assignment]
    if card not in USABLE_CARDS:
        return card  # type: ignore[return-value]
    if not world.ask("registered"):
        return "not_registered"
    if ask_state(world, day) == "lapsed":
        return "lapsed"
    if _waiting(world, day):
        return "waiting"
    return "forgotten" if world.ask("forgotten") else None


def _waiting(world: World, day: date) -> bool:
    """Tell whether the new insurer's data isn't in yet; who handed in the form that many days ago can count."""
    if "insurer_data" not in world.known and (usable := _usable_from(world, day)):
        return day < usable
    if "insurer_data" not in world.known and world.known.get("joining_now"):
        return True
    return bool(world.ask("insurer_data", ("ready", "waiting")) == "waiting")


def _usable_from(world: World, day: date) -> date | None:
    """Return the day after the data of a new member is in, by the one society that tells how long it takes."""
    filed = world.date("filed_on")
    if filed is None or world.known.get("insurer", "nippon_hatsujo") != "nippon_hatsujo":
        return None
    return filed + timedelta(days=parameters(day).new_data_days + 1)


def _renew(world: World, day: date, verdict: Verdict) -> None:
    """Say what to renew: the electronic certificate, or the card where that is over too."""
    if _told_card_over(world, day):
        verdict.because("card_over", EXPIRY).then("apply_for_new_card", GET_CARD)
    else:
        verdict.then("renew_at_municipality", READER)


def _told_card_over(world: World, day: date) -> bool:
    return bool({"card_until", "card_validity"} & world.known.keys()) and ask_card_over(world, day)


def _show_card(world: World, day: date, verdict: Verdict) -> Verdict:
    verdict.because("card_registered", RECEPTION)
    _tell_expiry(world, day, verdict, ask_state(world, day))
    _tell_new_data(world, day, verdict)
    if world.ask("unfiled_change"):
        verdict.because("unfiled_change", MOVING).then("ask_municipality", MOVING).certainty = "open"
    if world.known.get("certificate"):
        verdict.then("certificate_if_card_is_hard", CERTIFICATE_ISSUE)
    elif world.known.get("hardship"):
        verdict.because("hardship", HARDSHIP).then("apply_to_insurer", HARDSHIP)
    verdict.unless("card_lost_or_not_registered", "certificate_expires", "insurer_changes")
    reader = world.ask("reader", READERS)
    if reader != "works":
        return _without_reader(world, verdict, reader)
    if world.ask("card", CARDS) == "on_phone_only":
        return _show_phone(world, day, verdict)
    if world.known.get("card_on_phone"):
        _show_both(day, verdict)
    if day <= parameters(day).old_cards_end:
        verdict.then("carry_old_card_at_first_use", FIRST_USE)
    return _with_card(world, verdict).decided("show_registered_card")


def _tell_expiry(world: World, day: date, verdict: Verdict, state: State) -> None:
    if state == "grace":
        _renew(world, day, verdict.because("eligibility_only", READER))
    # The three months are the certificate's; no leaflet says that the reader takes a card that is over itself.
    if _told_card_over(world, day):
        verdict.certainty = "open"
    expiry = certificate_until(world)
    if expiry is None:
        return
    verdict.on("renewable_from", renewable_from(expiry)).on("certificate_until", expiry)
    verdict.on("reader_until", usable_until(expiry))
    if renewable_from(expiry) <= day <= expiry:
        verdict.because("reader_warns", READER).then("renew_at_municipality", READER)
    if day > lapses_after(expiry):
        verdict.because("registration_lapsed", STEP3).certainty = "open"


def _tell_new_data(world: World, day: date, verdict: Verdict) -> None:
    """Say of data that should be in by now that only one society tells how long it takes."""
    if "insurer_data" not in world.known and (usable := _usable_from(world, day)):
        verdict.because("data_takes_days", NEW_DATA, days=parameters(day).new_data_days).on("data_usable", usable)
        verdict.then("ask_insurer_about_data", NEW_DATA).certainty = "open"


def _without_reader(world: World, verdict: Verdict, reader: str) -> Verdict:
    """Card and notice together; the notice alone is not enough."""
    verdict.because("no_reader" if reader == "none" else "reader_down", NOTICE).because("notice_not_alone", NOTICE)
    if world.ask("card", CARDS) == "on_phone_only":
        verdict.because("phone_needs_reader", PHONE)
    if world.known.get("notice") is False:
        return verdict.then("show_mynaportal_screen_too", NOTICE).decided("show_card_with_notice")
    return verdict.then("show_notice_too", NOTICE).decided("show_card_with_notice")


def _with_card(world: World, verdict: Verdict) -> Verdict:
    """Say what helps where the reader, the face or the PIN fails; all of it needs the card itself."""
    if world.known.get("face_and_pin_work") is False:
        verdict.because("face_and_pin_fail", BY_SIGHT)
    if world.known.get("small_child"):
        verdict.because("small_child", SMALL_CHILDREN)
    return verdict.then("notice_if_reader_down", NOTICE).then("by_sight_if_face_and_pin_fail", BY_SIGHT)


def _show_both(day: date, verdict: Verdict) -> None:
    """Say to somebody who has the card on a phone too that the phone serves where there is the equipment."""
    if day >= parameters(day).phones_start:
        verdict.because("phone_where_equipped", PHONE).then("bring_card_too", PHONE)


def _show_phone(world: World, day: date, verdict: Verdict) -> Verdict:
    if day < (start := parameters(day).phones_start):
        verdict.because("phones_not_yet", PHONES_START, day=start)
        return _with_card(world, verdict).decided("bring_card_itself")
    verdict.because("phone_where_equipped", PHONE)
    if world.ask("phone_accepted", (False, True)) and not world.ask("first_visit"):
        return verdict.then("check_in_with_phone", PHONE_STEPS).decided("show_phone")
    return _with_card(world, verdict.then("bring_card_too", PHONE)).decided("bring_card_with_phone")


def _certificate(world: World, day: date, verdict: Verdict) -> Verdict | None:
    if world.known.get("certificate_copy"):
        verdict.because("copy_does_not_serve", COPIES)
    if day < parameters(day).new_cards_end or not world.ask("certificate"):
        return None
    if (until := world.date("certificate_until")) and day > until:
        verdict.because("certificate_ended", GROUPS)
        return None
    if (first := world.date("certificate_from")) and day < first:
        verdict.because("certificate_not_yet", PRINTED_DAY)
        return None
    verdict.because("certificate_serves", CERTIFICATE_ISSUE).then("no_copies", COPIES)
    _only_of_new_insurer(world, verdict, CERTIFICATE_ISSUE)
    return verdict.unless("certificate_ends", "insurer_changes", "card_registered_later").decided("show_certificate")


def _only_of_new_insurer(world: World, verdict: Verdict, source: Source) -> None:
    """Say to somebody between two insurers that what the former one gave must go back."""
    if {world.known.get("insurer_data"), world.known.get("joining_now")} & {
        "waiting",
        True,
    } or "left_on" in world.known:
        verdict.because("only_of_new_insurer", source).then("return_to_former_insurer", source)


def _old_card(world: World, day: date, verdict: Verdict) -> Verdict | None:
    rules = parameters(day)
    if day > rules.old_cards_end:
        return None
    if not world.ask("old_card"):
        return None
    until = world.date("old_card_until")
    scheme = world.ask("scheme", [scheme for scheme in SCHEMES if not _carries_no_term(scheme, until)])
    if scheme == "kouki" and day > rules.kouki_cards_end:
        return None
    # Society cards print no term; the others' own term decides.
    if scheme != "society" and until and day > until:
        return None
    verdict.because("old_card_serves", OLD_CARDS)
    verdict.on("old_cards_end", rules.kouki_cards_end if scheme == "kouki" else rules.old_cards_end)
    _only_of_new_insurer(world, verdict, OLD_CARDS)
    return verdict.unless("leaving_insurer").decided("show_old_card")


def _carries_no_term(scheme: str, until: date | None) -> bool:
    """Tell whether an old card with this term can't be this scheme's: societies' carry none (kokuyo-checklist, 2)."""
    return scheme == "society" and until is not None and until < parameters(until).old_cards_end


def _nothing_yet(world: World, day: date, verdict: Verdict, obstacle: Obstacle) -> Verdict:
    """Say what to do for somebody who holds nothing that serves on the day."""
    if obstacle == "waiting":
        return _between_insurers(world, day, verdict)
    if obstacle == "forgotten":
        return verdict.then("fetch_card_or_tell_reception", RECEPTION).open("tell_reception_card_forgotten")
    if obstacle == "damaged":
        return _without_reader_for_damaged(world, verdict)
    if obstacle == "not_registered":
        # A card that turns out to be lost or void is an obstacle of its own; here it is at hand.
        world.ask("card", UNREGISTERED_CARDS)
        if ask_state(world, day) == "valid":
            return _register(world, verdict)
        _renew(world, day, verdict.because("certificate_over", EXPIRY))
    return _ask_for_one(world, day, verdict, obstacle)


def _ask_for_one(world: World, day: date, verdict: Verdict, obstacle: Obstacle) -> Verdict:
    """Say how a document is to be had."""
    if day < (start := parameters(day).new_cards_end):
        verdict.because("cards_still_made", NO_NEW_CARDS, day=start)
        return verdict.then("ask_insurer_for_card", NO_NEW_CARDS).decided("ask_insurer_for_card")
    if obstacle in ("lost", "renewing") and not _everybody_gets_one(world, day, verdict):
        return verdict.then("apply_for_certificate", GROUPS).decided("apply_for_certificate")
    verdict.then("ask_insurer_for_certificate", GROUPS)
    if obstacle == "void":
        return verdict.open("ask_about_void_card")
    return verdict.decided(
        "renew_and_ask_for_certificate" if obstacle in ("not_registered", "lapsed") else "ask_insurer_for_certificate"
    )


def _without_reader_for_damaged(world: World, verdict: Verdict) -> Verdict:
    """A broken chip is one of the cases in which card and notice are shown together."""
    verdict.because("notice_not_alone", NOTICE)
    verdict.then("show_notice_too" if world.known.get("notice") is not False else "show_mynaportal_screen_too", NOTICE)
    verdict.then("reissue_card", EXPRESS).then("apply_for_certificate", GROUPS)
    return verdict.decided("show_card_with_notice")


def _between_insurers(world: World, day: date, verdict: Verdict) -> Verdict:
    verdict.because("data_takes_days", NEW_DATA, days=parameters(day).new_data_days)
    if "insurer_data" not in world.known and (usable := _usable_from(world, day)):
        verdict.on("data_usable", usable)
    verdict.then("tell_reception", TROUBLE).then("ask_insurer_about_data", NEW_DATA)
    return verdict.unless("data_arrives").open("tell_reception")


def _register(world: World, verdict: Verdict) -> Verdict:
    if world.ask("reader", READERS) != "works":
        verdict.because("registering_needs_reader", STEP2).then("register", STEP2)
        return verdict.unless("certificate_arrives").decided("register_beforehand")
    verdict.then("register_at_reader", REGISTER_AT_READER)
    if world.ask("card", CARDS) == "on_phone_only":
        verdict.then("register_in_mynaportal", PHONE_STEPS)
    verdict.then("by_sight_if_face_and_pin_fail", BY_SIGHT)
    return verdict.unless("certificate_arrives").decided("register_at_reader")


def _everybody_gets_one(world: World, day: date, verdict: Verdict) -> bool:
    """Tell whether a certificate comes without applying, card or no card, as for those 75 and over in the interim."""
    end = parameters(day).kouki_certificates_end
    if day > end or world.ask("scheme", SCHEMES) != "kouki":
        return False
    verdict.because("kouki_interim_rule", KOUKI_INTERIM, day=end)
    return True


CONTRADICTIONS: tuple[Contradiction, ...] = (
    *OF_THE_CARD,
    *OF_THE_CERTIFICATE,
    (("old_card", "old_card_until"), lambda old_card, until: not old_card),
    (("scheme", "old_card_until"), _carries_no_term),
    (("phone_accepted", "reader"), lambda accepted, reader: accepted and reader != "works"),
)

CHECK = Check(
    name="check_visit_document",
    answers="what to show at a visit",
    rule=_show,
    asks=("registered", "certificate", "card", "phone_accepted", "expired_over_three_months", "old_card", "scheme"),
    contradictions=CONTRADICTIONS,
    example={"card": "at_hand", "registered": False},
    dates=("visit_day", "electronic_certificate_until", "certificate_until"),
    leads_to=("check_expiry_dates", "check_certificate", "reader_trouble"),
)

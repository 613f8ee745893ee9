"""The facts of somebody's case: one set for all checks, so that what was told stays when the question changes."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from actions.eligibility.decision import Kept
from actions.eligibility.partial_date import YEARS, DatedPartly, PartialDate

Kind = Literal["choice", "yes_no", "date", "number"]
Card = Literal["at_hand", "none", "lost", "damaged", "renewing", "void", "on_phone_only"]
Scheme = Literal["society", "kokuho", "kouki"]
Insurer = Literal["nippon_hatsujo", "kokuyo", "other"]
Reader = Literal["works", "down", "none"]
Situation = Literal["lost", "damaged", "newborn", "from_abroad", "no_space_left", "first_card", "renewal", "other"]
Term = Literal["valid", "expired"]

# The commonest value first: in this order cases are told.
CARDS: tuple[Card, ...] = get_args(Card)
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
READERS: tuple[Reader, ...] = get_args(Reader)
SITUATIONS: tuple[Situation, ...] = get_args(Situation)
TERMS: tuple[Term, ...] = get_args(Term)
USABLE_CARDS: tuple[Card, ...] = ("at_hand", "on_phone_only")
# Where somebody without a registered card may be: who takes only a phone says so.
UNREGISTERED_CARDS: tuple[Card, ...] = tuple(card for card in CARDS if card != "on_phone_only")
OLDEST = 130

# What is taken for granted where nobody said otherwise: a rule decides on it, says "unless …", and never asks for it.
USUAL: dict[str, Kept] = {
    "electronic_certificate": "valid",
    "insurer_data": "ready",
    "reader": "works",
    "unfiled_change": False,
    "card_validity": "valid",
    "forgotten": False,
    "hardship": False,
    "joining_now": False,
    "certificate_renewed": False,
    "first_visit": False,
    "card_on_phone": False,
    "certificate_copy": False,
    "deregistered": False,
    "face_and_pin_work": True,
    "small_child": False,
    "applies_for": "self",
}


class Facts(BaseModel):
    """Facts of a case; None is "not known". Unknown names and years that nobody lives in are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    card: Card | None = Field(None, description="the My Number Card; at_hand: there is one, wherever it lies now")
    card_on_phone: bool | None = Field(None, description="whether the card is on a smartphone too")
    forgotten: bool | None = Field(None, description="whether the card was left at home")
    registered: bool | None = Field(
        None, description="whether the card is registered as health insurance card; False once cancelled"
    )
    deregistered: bool | None = Field(None, description="whether the registration was cancelled on application")
    in_use: bool | None = Field(None, description="whether the registered card worked at a reader lately")
    electronic_certificate: Term | None = Field(
        None, description="the state of the electronic certificate in the card, where no date is known"
    )
    electronic_certificate_until: date | None = Field(None, description="the last day of the electronic certificate")
    expired_over_three_months: bool | None = Field(
        None,
        description="whether three months have passed since the end of the month in which the certificate expired",
    )
    card_validity: Term | None = Field(None, description="the state of the card itself, where no date is known")
    card_until: date | None = Field(None, description="the last day of the card itself")
    issued_on: DatedPartly | None = Field(None, description="the day on which the card was issued")
    issued_after_birthday: bool | None = Field(
        None, description="whether the card was issued on or after the birthday of that year"
    )
    born_on: PartialDate | None = Field(None, description="date of birth; `--MM-DD` where only the birthday is known")
    age: int | None = Field(None, ge=0, le=OLDEST, description="completed years today, where no date of birth is known")
    adult_at_issue: bool | None = Field(None, description="whether the person was 18 or older at issue")
    certificate_renewed: bool | None = Field(
        None, description="whether the electronic certificate was renewed since issue"
    )
    unfiled_change: bool | None = Field(
        None, description="whether address or name changed, or the person went abroad, without telling the municipality"
    )
    certificate: bool | None = Field(
        None, description="whether an eligibility certificate (資格確認書) of the present insurer is at hand"
    )
    certificate_from: date | None = Field(None, description="its first day")
    certificate_until: date | None = Field(None, description="its last day")
    certificate_copy: bool | None = Field(None, description="whether only a copy or photo of it is at hand")
    notice: bool | None = Field(None, description="whether a notice (資格情報のお知らせ) is at hand")
    old_card: bool | None = Field(None, description="whether an old insurance card of the present insurer is at hand")
    old_card_until: date | None = Field(None, description="the term printed on the old card")
    scheme: Scheme | None = Field(
        None, description="society (健保組合・協会けんぽ・共済), kokuho (国保) or kouki (後期)"
    )
    insurer: Insurer | None = Field(None, description="the insurer, where it is one of those whose leaflets are known")
    insurer_data: Literal["ready", "waiting"] | None = Field(
        None, description="waiting: the insurer changed and the new data is not yet in the system"
    )
    joining_now: bool | None = Field(
        None, description="whether the person is just joining a new insurer, its data or papers still to come"
    )
    joined_on: date | None = Field(None, description="the first day with the present insurer")
    filed_on: date | None = Field(None, description="the day on which the form for a new member was handed in")
    left_on: date | None = Field(None, description="the day on which the person left an insurer")
    hardship: bool | None = Field(
        None, description="whether using the card is hard: age, disability, or a care home or helper holds it"
    )
    applies_for: Literal["self", "other"] | None = Field(None, description="for whom somebody acts")
    visit_day: date | None = Field(None, description="the day of the visit; today if not given")
    first_visit: bool | None = Field(None, description="whether it is the first visit to the place")
    reader: Reader | None = Field(None, description="the reader at reception; none: the place has no reader")
    phone_accepted: bool | None = Field(None, description="whether the place takes the card on a smartphone")
    face_and_pin_work: bool | None = Field(
        None, description="False: neither the face nor the PIN works; one of them is enough for True"
    )
    small_child: bool | None = Field(None, description="whether the patient is a baby or small child")
    situation: Situation | None = Field(None, description="why a card is needed")

    @field_validator("*")
    @classmethod
    def _within_reach(cls, value: Any) -> Any:
        if isinstance(value, date) and value.year not in YEARS:
            raise ValueError(f"write a year from {YEARS[0]} to {YEARS[-1]}")
        return value

    @classmethod
    def takes(cls, fact: str, value: Any) -> bool:
        """Tell whether a value can be a fact's."""
        try:
            cls(**{fact: value})
        except ValidationError:
            return False
        return True

    @classmethod
    def kind(cls, fact: str) -> Kind:
        """Return what kind of answer a fact takes."""
        kinds = types_of(fact)
        if bool in kinds:
            return "yes_no"
        if int in kinds:
            return "number"
        return "date" if kinds & {date, PartialDate} else "choice"

    def told(self) -> dict[str, Any]:
        """Return the facts that were told, by name."""
        return {name: value for name in type(self).model_fields if (value := getattr(self, name)) is not None}


def types_of(fact: str) -> set[Any]:
    """Return the types that a fact takes, without None and what is annotated on them."""
    kinds = get_args(Facts.model_fields[fact].annotation)
    return {getattr(kind, "__origin__", kind) for kind in kinds} - {type(None)}


def values_of(fact: str) -> tuple[Kept, ...]:
    """Return every value of a fact that has few: yes and no, or its choices; none for dates and numbers."""
    if Facts.kind(fact) == "yes_no":
        return True, False
    if Facts.kind(fact) != "choice":
        return ()
    return tuple(value for kind in get_args(Facts.model_fields[fact].annotation) for value in get_args(kind))

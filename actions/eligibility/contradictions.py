"""Facts that exclude each other are named, not silently resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from actions.eligibility.decision import Decision, Value
from actions.eligibility.partial_date import PartialDate

# Names of facts, and a test of their values that holds where they exclude each other.
Contradiction = tuple[tuple[str, ...], Callable[..., bool]]

# Who has no card has none that is registered, and none that expires; a certificate ends with the card that holds it.
OF_THE_CARD: tuple[Contradiction, ...] = (
    (("card", "registered"), lambda card, registered: card == "none" and registered),
    (("card", "in_use"), lambda card, in_use: card == "none" and in_use),
    (("registered", "in_use"), lambda registered, in_use: in_use and not registered),
    (("card", "card_until"), lambda card, until: card == "none"),
    (("card", "issued_on"), lambda card, issued: card == "none"),
    (("card", "electronic_certificate_until"), lambda card, until: card == "none"),
    (("registered", "deregistered"), lambda registered, cancelled: registered and cancelled),
    (("card_until", "electronic_certificate_until"), lambda card_until, until: card_until < until),
)
OF_THE_CERTIFICATE: tuple[Contradiction, ...] = (
    (("certificate", "certificate_until"), lambda certificate, until: not certificate),
    (("certificate", "certificate_from"), lambda certificate, first: not certificate),
    (("certificate", "certificate_copy"), lambda certificate, copy: certificate and copy),
    (("certificate_from", "certificate_until"), lambda first, last: first > last),
)


def contradicting(told: dict[str, Value], table: Iterable[Contradiction]) -> tuple[tuple[str, ...], ...]:
    """Return the names of facts that exclude each other.

    Args:
        told: the facts by name.
        table: names of facts, with a test that holds when their values exclude each other.
    """
    complete = ((names, excludes) for names, excludes in table if all(name in told for name in names))
    return tuple(names for names, excludes in complete if excludes(*_values(told, names)))


def in_future(told: dict[str, Value], day: date, *facts: str) -> tuple[tuple[str, ...], ...]:
    """Return the facts that must be over and would only come after the day."""
    return tuple((fact,) for fact in facts if _first(told.get(fact)) > day)


def _first(value: Value | None) -> date:
    return value.first if isinstance(value, PartialDate) and value.year else date.min


def _values(told: dict[str, Value], names: Iterable[str]) -> list[Any]:
    return [told[name] for name in names]


def contradiction(check: str, names: tuple[tuple[str, ...], ...]) -> Decision:
    """Return the decision that asks which of the facts is so; they are missing as if unknown."""
    asked = tuple(dict.fromkeys(name for group in names for name in group))
    return Decision(check=check, outcome="contradiction", certainty="open", contradictions=names, missing=asked)

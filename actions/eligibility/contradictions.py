"""Facts that exclude each other are named, not silently resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from actions.eligibility.decision import Decision, Value

Contradiction = tuple[tuple[str, ...], Callable[..., bool]]

# Who has no card has none that is registered, and none that expires; a certificate ends with the card that holds it.
OF_THE_CARD: tuple[Contradiction, ...] = (
    (("card", "registered"), lambda card, registered: card == "none" and registered),
    (("card", "card_until"), lambda card, until: card == "none"),
    (("card", "electronic_certificate_until"), lambda card, until: card == "none"),
    (("card_until", "electronic_certificate_until"), lambda card_until, until: card_until < until),
)


def contradicting(known: dict[str, Value], table: Iterable[Contradiction]) -> tuple[tuple[str, ...], ...]:
    """Return the names of known facts that exclude each other.

    Args:
        known: the facts by name.
        table: names of facts, with a test that holds when their values exclude each other.
    """
    complete = ((names, excludes) for names, excludes in table if all(name in known for name in names))
    return tuple(names for names, excludes in complete if excludes(*_values(known, names)))


def _values(known: dict[str, Value], names: Iterable[str]) -> list[Any]:
    return [known[name] for name in names]


def contradiction(check: str, names: tuple[tuple[str, ...], ...]) -> Decision:
    """Return the decision that asks which of the facts is so; they are missing as if unknown."""
    asked = tuple(dict.fromkeys(name for group in names for name in group))
    return Decision(check=check, outcome="contradiction", certainty="open", contradictions=names, missing=asked)

"""What a reading of facts is worth: exact, and whether anything in it is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actions.eligibility.implications import implied_whenever
from bot.evaluation.labelled_message import FactsMessage

FACT = "fact"
Facts = dict[str, str]
BOOLEANS: dict[bool | str, bool | str] = {"yes": True, "no": False}


@dataclass(frozen=True)
class Noted:
    """What was read in a message that tells facts."""

    labelled: FactsMessage
    read: Facts

    @property
    def meant(self) -> Facts:
        """Return what it should have been, with what follows from it."""
        return with_implied(self.labelled.facts)

    @property
    def exact(self) -> bool:
        """Tell whether exactly these facts were read."""
        return with_implied(self.read) == self.meant

    @property
    def wrong(self) -> bool:
        """Tell whether a fact was read that was not said, or one with another value."""
        return bool(with_implied(self.read).items() - self.meant.items())


def named_facts(entities: Iterable[Mapping[str, Any]]) -> Facts:
    """Return the facts among a message's entities, the last of each name."""
    return {item["role"]: str(item["value"]) for item in entities if item["entity"] == FACT and item.get("role")}


def with_implied(facts: Mapping[str, bool | str]) -> Facts:
    """Return facts, as messages tell them or as labels do, with what follows from them, as messages tell them."""
    known = implied_whenever({fact: BOOLEANS.get(value, value) for fact, value in facts.items()})
    return {fact: _as_told(value) for fact, value in known.items()}


def mistakes(noted: Sequence[Noted]) -> Iterator[tuple[str, str]]:
    """Yield what each reading should have had and what it had instead, fact by fact; `–` where nothing."""
    for item in noted:
        read, meant = with_implied(item.read), item.meant
        for fact in sorted(read.keys() | meant.keys()):
            if read.get(fact) != meant.get(fact):
                yield _said(fact, meant), _said(fact, read)


def commonest(noted: Sequence[Noted], count: int) -> list[tuple[str, str, int]]:
    """Return the commonest mistakes: what was meant, what was read, how often."""
    return [(meant, read, times) for (meant, read), times in Counter(mistakes(noted)).most_common(count)]


def _as_told(value: bool | str) -> str:
    """Return a value as messages tell it."""
    return value if isinstance(value, str) else ("yes" if value else "no")


def _said(fact: str, facts: Facts) -> str:
    """Return a fact as a mistake is counted: dates are all alike."""
    if fact not in facts:
        return "–"
    value = facts[fact]
    return f"{fact}: date" if value[:1].isdigit() or value.startswith("--") else f"{fact}: {value}"

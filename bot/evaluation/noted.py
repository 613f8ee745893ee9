"""What a reading of facts is worth: exact, and whether anything in it is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from bot.content.files import read_as
from bot.evaluation.labelled_message import FactsMessage

FACT = "fact"
Facts = dict[str, str]


class Implication(BaseModel):
    """What follows from a fact.

    Attributes:
        fact: the fact it follows from.
        value: which value of it; None for any.
        then: the fact that follows.
        value_then: its value.
        unless: the values of it that stand against this.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    fact: str
    value: str | None = None
    then: str
    value_then: str = Field(alias="is")
    unless: tuple[str, ...] = ()


@dataclass(frozen=True)
class Noted:
    """What was read in a message that tells facts."""

    labelled: FactsMessage
    read: Facts

    @property
    def meant(self) -> Facts:
        """Return what it should have been, with what follows from it."""
        return implied({fact: _as_told(value) for fact, value in self.labelled.facts.items()})

    @property
    def exact(self) -> bool:
        """Tell whether exactly these facts were read."""
        return implied(self.read) == self.meant

    @property
    def wrong(self) -> bool:
        """Tell whether a fact was read that was not said, or one with another value."""
        return bool(implied(self.read).items() - self.meant.items())


def named_facts(entities: Iterable[Mapping[str, Any]]) -> Facts:
    """Return the facts among a message's entities, the last of each name."""
    return {item["role"]: str(item["value"]) for item in entities if item["entity"] == FACT and item.get("role")}


def implied(facts: Facts) -> Facts:
    """Return facts with what follows from them."""
    whole = dict(facts)
    for rule in _implications():
        holds = rule.fact in whole and rule.value in (None, whole[rule.fact])
        if holds and whole.get(rule.then) not in rule.unless:
            whole.setdefault(rule.then, rule.value_then)
    return whole


def mistakes(noted: Sequence[Noted]) -> Iterator[tuple[str, str]]:
    """Yield what each reading should have had and what it had instead, fact by fact; `–` where nothing."""
    for item in noted:
        read, meant = implied(item.read), item.meant
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


@lru_cache
def _implications() -> list[Implication]:
    return read_as(list[Implication], Path(__file__).with_name("implications.yml"))

"""What holds by case, in words: "if you have an eligibility certificate: …"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from actions.eligibility.decision import Case, Decision, Usual
from bot.answers.eligibility_texts import eligibility_texts, key_of, shown

INDENT = "  "
MOST_DATES = 2


def case_lines(decision: Decision, language: str) -> Iterator[str]:
    """Yield a line for each case, commonest first; what depends on further facts stands indented below its own."""
    return _lines(decision, decision.cases, language, 0)


def _lines(decision: Decision, cases: Iterable[Case], language: str, depth: int) -> Iterator[str]:
    texts = eligibility_texts(language)
    for case in cases:
        condition = condition_text(case.fact, case.values, language)
        line = texts.headings["case_line"].format(case=condition, outcome=_told(decision, case, language)).rstrip()
        yield f"{INDENT * depth}- {line}"
        if case.outcome is None or decision.settled:
            yield from _lines(decision, case.cases, language, depth + 1)


def _told(decision: Decision, case: Case, language: str) -> str:
    """Return what holds in a case: its outcome, or its first dates where the outcome is the same in every one."""
    texts = eligibility_texts(language)
    if case.outcome is None:
        return ""
    if not decision.settled:
        return texts.outcomes[decision.check][case.outcome].strip()
    dates = (f"{texts.dates[entry.name]} {shown(entry.day, language)}" for entry in case.dates[:MOST_DATES])
    return texts.headings["comma"].join(dates)


def condition_text(fact: str, values: Sequence[Any], language: str) -> str:
    """Return the condition that a fact has one of these values: "if the card is lost or broken"."""
    return eligibility_texts(language).headings["case"].format(clause=_either(fact, values, language))


def unless_lines(usually: Sequence[Usual], language: str) -> list[str]:
    """Return what would change a decision, of what was taken for granted."""
    return [f"- {_either(usual.fact, (usual.unless,), language)}" for usual in usually]


def _either(fact: str, values: Sequence[Any], language: str) -> str:
    texts = eligibility_texts(language)
    *others, last = (texts.facts[fact].clauses[key_of(value)] for value in values)
    return texts.headings["or"].join([texts.headings["comma"].join(others), last]) if others else last

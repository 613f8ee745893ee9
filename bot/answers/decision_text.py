"""A decision in words: the answer in one sentence, why, what next, dates, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from babel.lists import format_list
from pydantic import BaseModel

from actions.eligibility.decision import Decision, Possibility, Source
from bot.answers.eligibility_texts import eligibility_texts, fill, shown, value_label
from bot.content.language import known_languages

Lines = list[str]
MOST_CASES = 8


class DateText(BaseModel):
    """A date as a reader of a language sees it: what happens, the day for programs, and the day in words."""

    name: str
    day: date
    text: str


def sources_of(decision: Decision) -> list[Source]:
    """Return the sources of a decision's reasons and steps, each once."""
    sources = [reason.source for reason in decision.reasons] + [step.source for step in decision.steps]
    return list(dict.fromkeys(sources))


def decision_text(decision: Decision, language: str) -> str:
    """Return the text of a decision."""
    parts = [
        [outcome_text(decision.check, decision.outcome, language)],
        _open(decision, language),
        _contradictions(decision, language),
        _section("cases", _cases(decision, language), language),
        _section("why", [f"- {text}" for text in reason_texts(decision, language)], language),
        _section("next", [f"{n}. {text}" for n, text in enumerate(step_texts(decision, language), 1)], language),
        _section("dates", [f"- {entry.name}: {entry.text}" for entry in date_texts(decision, language)], language),
        _section("find_out", _hints(decision, language) if decision.outcome == "depends" else [], language),
        _section("changes", _changes(decision, language), language),
    ]
    return "\n".join(line for part in parts for line in part)


def outcome_text(check: str, outcome: str, language: str) -> str:
    """Return the answer in one sentence."""
    return eligibility_texts(language).outcomes[check][outcome].strip()


def reason_texts(decision: Decision, language: str) -> Lines:
    """Return the reasons in words."""
    texts = eligibility_texts(language).reasons
    return [fill(texts[reason.rule], reason.values, language) for reason in decision.reasons]


def step_texts(decision: Decision, language: str) -> Lines:
    """Return the next steps in words."""
    texts = eligibility_texts(language).steps
    return [fill(texts[step.step], step.values, language) for step in decision.steps]


def date_texts(decision: Decision, language: str) -> list[DateText]:
    """Return the dates with their names, in words."""
    names = eligibility_texts(language).dates
    return [
        DateText(name=names[entry.name], day=entry.day, text=shown(entry.day, language)) for entry in decision.dates
    ]


def _section(heading: str, lines: Lines, language: str) -> Lines:
    return ["", f"{eligibility_texts(language).headings[heading]}:", *lines] if lines else []


def _open(decision: Decision, language: str) -> Lines:
    settled = decision.certainty == "decided" or decision.outcome in ("depends", "contradiction")
    return [] if settled else [eligibility_texts(language).headings["open"]]


def _contradictions(decision: Decision, language: str) -> Lines:
    return [f"- {_joined((_label(fact, language) for fact in group), language)}" for group in decision.contradictions]


def _cases(decision: Decision, language: str) -> Lines:
    """Return each outcome with the first of the cases that lead to it."""
    first: dict[str, Possibility] = {}
    for possibility in decision.possible:
        first.setdefault(possibility.outcome, possibility)
    return [f"- {_case(decision.check, item, language)}" for item in list(first.values())[:MOST_CASES]]


def _case(check: str, possibility: Possibility, language: str) -> str:
    assumed = (
        f"{_label(fact, language)}: {value_label(fact, value, language)}"
        for fact, value in possibility.assumptions.items()
    )
    return f"{_joined(assumed, language)} → {outcome_text(check, possibility.outcome, language)}"


def _hints(decision: Decision, language: str) -> Lines:
    facts = eligibility_texts(language).facts
    return [f"- {_label(fact, language)}: {facts[fact].hint.strip()}" for fact in decision.missing[:3]]


def _changes(decision: Decision, language: str) -> Lines:
    texts = eligibility_texts(language).changes
    return [f"- {texts[change]}" for change in decision.would_change]


def _label(fact: str, language: str) -> str:
    return eligibility_texts(language).facts[fact].label


def _joined(items: Iterable[str], language: str) -> str:
    return format_list(list(items), "unit", known_languages()[language].locale)

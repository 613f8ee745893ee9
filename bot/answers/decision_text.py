"""A decision in words: the answer in one sentence, why, what next, dates, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from babel.lists import format_list
from pydantic import BaseModel

from actions.eligibility.decision import Decision, Source
from bot.answers.cases_text import case_lines, unless_lines
from bot.answers.eligibility_texts import eligibility_texts, fill, shown
from bot.content.language import known_languages

Lines = list[str]
MOST_UNLESS = 4


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
    """Return the text of a decision: the answer first, by case where it depends, then what to do, then exceptions."""
    parts = [
        [outcome_text(decision.check, decision.outcome, language)],
        _open(decision, language),
        _contradictions(decision, language),
        list(case_lines(decision, language)),
        to_do_lines(step_texts(decision, language), language),
        date_lines(date_texts(decision, language), language),
        _exceptions(decision, language),
        _section("why", [f"- {text}" for text in reason_texts(decision, language)], language),
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


def to_do_lines(steps: Sequence[str], language: str) -> Lines:
    """Return the lines in which a decision's text tells the next steps."""
    return _section("next", [f"{n}. {step}" for n, step in enumerate(steps, 1)], language)


def date_lines(dates: Iterable[DateText], language: str) -> Lines:
    """Return the lines in which a decision's text tells the dates."""
    return _section("dates", [f"- {entry.name}: {entry.text}" for entry in dates], language)


def _section(heading: str, lines: Lines, language: str) -> Lines:
    return ["", f"{eligibility_texts(language).headings[heading]}:", *lines] if lines else []


def _open(decision: Decision, language: str) -> Lines:
    settled = decision.certainty == "decided" or not decision.settled
    return [] if settled else [eligibility_texts(language).headings["open"]]


def _contradictions(decision: Decision, language: str) -> Lines:
    return [f"- {_joined((_label(fact, language) for fact in group), language)}" for group in decision.contradictions]


def _exceptions(decision: Decision, language: str) -> Lines:
    """Return what would change the decision now; where nothing was taken for granted, what would change it later."""
    if decision.usually:
        return _section("unless", unless_lines(decision.usually[:MOST_UNLESS], language), language)
    texts = eligibility_texts(language)
    return _section("changes", [f"- {texts.changes[change]}" for change in decision.would_change], language)


def _label(fact: str, language: str) -> str:
    return eligibility_texts(language).facts[fact].label


def _joined(items: Iterable[str], language: str) -> str:
    return format_list(list(items), "unit", known_languages()[language].locale)

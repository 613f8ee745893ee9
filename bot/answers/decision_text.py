"""A decision in words: the answer in one sentence, why, what next, dates, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import BaseModel, ConfigDict

from actions.eligibility.decision import Decision, Source
from bot.answers.cases_text import case_lines, unless_lines
from bot.answers.eligibility_texts import eligibility_texts, fill, shown

Lines = list[str]
MOST_UNLESS = 4


class Part(BaseModel):
    """A part of what is said about a decision: what it is, the words above it, and its lines.

    Attributes:
        kind: `noted`, `outcome`, `open`, `contradictions`, `cases`, `next`, `dates`, `unless`, `changes`, `why` or
            `question`.
        heading: none where its lines need none.
        lines: as in the text, with their bullets and numbers.
    """

    model_config = ConfigDict(frozen=True)

    kind: str
    heading: str | None = None
    lines: list[str]


class DateText(BaseModel):
    """A date as a reader of a language sees it: what happens, the day for programs, and the day in words."""

    name: str
    day: date
    text: str


def sources_of(decision: Decision) -> list[Source]:
    """Return the sources of a decision's reasons and steps, each once."""
    sources = [reason.source for reason in decision.reasons] + [step.source for step in decision.steps]
    return list(dict.fromkeys(sources))


def parts(decision: Decision, language: str) -> list[Part]:
    """Return what is said of a decision: the answer, by case where it depends, then what to do, then exceptions."""
    every = [
        Part(kind="outcome", lines=[outcome_text(decision.check, decision.outcome, language)]),
        Part(kind="open", lines=_open(decision, language)),
        Part(kind="contradictions", lines=_contradictions(decision, language)),
        Part(kind="cases", lines=list(case_lines(decision, language))),
        _headed("next", [f"{n}. {text}" for n, text in enumerate(step_texts(decision, language), 1)], language),
        _headed("dates", [_named(entry, language) for entry in date_texts(decision, language)], language),
        _exceptions(decision, language),
        _headed("why", [f"- {text}" for text in reason_texts(decision, language)], language),
    ]
    return [part for part in every if part.lines]


def decision_text(decision: Decision, language: str) -> str:
    """Return what is said of a decision, as one text."""
    return text_of(parts(decision, language), language)


def text_of(said: Iterable[Part], language: str) -> str:
    """Return parts as one text; what has words above it, or is asked or noted, stands apart."""
    return "\n".join(line for part in said for line in _as_text(part, language)).strip()


def _as_text(part: Part, language: str) -> Lines:
    if part.kind == "noted":
        return [*part.lines, ""]
    if part.kind == "question":
        return ["", *part.lines]
    return ["", colon(part.heading, "", language), *part.lines] if part.heading else list(part.lines)


def colon(name: str, text: str, language: str) -> str:
    """Return a name and what it is, with the colon of the language."""
    return eligibility_texts(language).headings["case_line"].format(case=name, outcome=text).rstrip()


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


def _headed(kind: str, lines: Lines, language: str) -> Part:
    return Part(kind=kind, heading=eligibility_texts(language).headings[kind], lines=lines)


def _named(entry: DateText, language: str) -> str:
    return f"- {colon(entry.name, entry.text, language)}"


def _open(decision: Decision, language: str) -> Lines:
    settled = decision.certainty == "decided" or not decision.settled
    return [] if settled else [eligibility_texts(language).headings["open"]]


def _contradictions(decision: Decision, language: str) -> Lines:
    texts = eligibility_texts(language)
    labels = [[texts.facts[fact].label for fact in group] for group in decision.contradictions]
    return [f"- {texts.headings['comma'].join(group)}" for group in labels]


def _exceptions(decision: Decision, language: str) -> Part:
    """Return what would change the decision now; where nothing was taken for granted, what would change it later."""
    if decision.usually:
        return _headed("unless", unless_lines(decision.usually[:MOST_UNLESS], language), language)
    texts = eligibility_texts(language)
    return _headed("changes", [f"- {texts.changes[change]}" for change in decision.would_change], language)

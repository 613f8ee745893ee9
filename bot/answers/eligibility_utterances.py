"""The utterances of the personal checks: a question for a fact, and the decision."""

from __future__ import annotations

from datetime import date
from typing import Any

from actions.eligibility.case import Case
from actions.eligibility.decision import Decision
from bot.answers.decision_text import date_texts, decision_text, sources_of, step_texts
from bot.answers.eligibility_texts import eligibility_texts, value_label
from bot.content.source import Source, cite

ASK = "utter_ask_"
DECISION = "utter_decision"
Utterance = dict[str, Any]


def question(case: Case, fact: str, language: str, day: date) -> Utterance:
    """Return the question for a fact, after what the latest message was understood to tell."""
    text = eligibility_texts(language).facts[fact]
    before = [*_remark(case, fact, language), *_understood(case, language), *_contradiction(case, language, day)]
    lines = [*before, text.question.strip()]
    return {
        "text": "\n".join(lines),
        "buttons": _buttons(case, fact, language),
        "custom": {
            "topic": case.check,
            "outcome": "asked",
            "sources": [],
            "asks": fact,
            "ask": {"fact": fact, "kind": case.rule.facts.kind(fact)},
        },
    }


def decision(case: Case | None, language: str, day: date) -> Utterance:
    """Return the decision on a case; a word of farewell where the person stopped it."""
    if case is None:
        stopped = eligibility_texts(language).headings["stopped"]
        return {"text": stopped, "buttons": [], "custom": {"topic": None, "outcome": "answered", "sources": []}}
    made = case.decide(day)
    cited = [cite(Source(**source.model_dump()), language).model_dump() for source in sources_of(made)]
    lines = [decision_text(made, language), "", *_understood_all(case, language)]
    return {
        "text": "\n".join(lines).strip(),
        "buttons": [],
        "custom": {
            "topic": case.check,
            "outcome": "decided",
            "sources": cited,
            "decision": _in_words(made, language),
        },
    }


def _in_words(made: Decision, language: str) -> dict[str, Any]:
    """Return a decision as data, with what a channel shows as a list and a table in words."""
    words = {
        "steps_text": step_texts(made, language),
        "dates_text": [entry.model_dump(mode="json") for entry in date_texts(made, language)],
    }
    return made.model_dump(mode="json") | words


def _remark(case: Case, fact: str, language: str) -> list[str]:
    """Return why the question is asked again, or how to find out what the person didn't know."""
    texts = eligibility_texts(language)
    if case.remark == "unknown" and case.unknown:
        return [texts.facts[case.unknown[-1]].hint.strip(), ""]
    if case.remark in texts.headings:
        return [texts.headings[case.remark], texts.facts[fact].hint.strip(), ""]
    return []


def _contradiction(case: Case, language: str, day: date) -> list[str]:
    made = case.decide(day)
    return [decision_text(made, language), ""] if made.outcome == "contradiction" else []


def _understood(case: Case, language: str) -> list[str]:
    return [f"✓ {_told(case, fact, language)}" for fact in case.understood]


def _understood_all(case: Case, language: str) -> list[str]:
    if not case.facts:
        return []
    heading = eligibility_texts(language).headings["understood"]
    return [f"{heading}:", *(f"- {_told(case, fact, language)}" for fact in case.facts)]


def _told(case: Case, fact: str, language: str) -> str:
    label = eligibility_texts(language).facts[fact].label
    return f"{label}: {value_label(fact, case.facts[fact], language)}"


def _buttons(case: Case, fact: str, language: str) -> list[dict[str, str]]:
    choices = _choices(case, fact, language) | {"unknown": eligibility_texts(language).headings["unknown"]}
    return [{"title": label, "payload": f'/answer{{"answer": "{value}"}}'} for value, label in choices.items()]


def _choices(case: Case, fact: str, language: str) -> dict[str, str]:
    """Return the answers to choose from; for a date those that the check takes in its place."""
    headings, text = eligibility_texts(language).headings, eligibility_texts(language).facts[fact]
    if case.rule.facts.kind(fact) == "yes_no":
        return {"yes": headings["yes"], "no": headings["no"]}
    return text.choices or {
        state: label for state, label in text.states.items() if case.rule.facts.takes(**{fact: state})
    }

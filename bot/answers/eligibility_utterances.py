"""The utterances of the personal checks: what was decided, with the next question where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actions.eligibility.case import Case
from actions.eligibility.decision import Decision
from actions.eligibility.facts import Facts, values_of
from bot.answers.buttons import Button, button
from bot.answers.decision_text import Part, colon, date_texts, parts, sources_of, step_texts, text_of
from bot.answers.eligibility_texts import eligibility_texts, key_of, partial_date_label, value_label
from bot.content.source import Source, cite

ASK = "utter_ask_"
# Rasa's name for what is asked once a check is decided: whether anything is to be corrected, which needs no words.
NEXT = f"{ASK}next"
OVER = "utter_check_over"
# Remarks that don't change what was decided; only the question is put again.
ASIDES = ("not_understood", "impossible", "unknown", "why", "which_date")
Utterance = dict[str, Any]


def question(case: Case, fact: str, language: str, *, interrupted: bool) -> Utterance:
    """Return what holds already and the question for a fact; in one short line after an interruption.

    Args:
        case: what was told and decided.
        fact: what is asked for.
        language: the reply's.
        interrupted: whether the message was a question of its own, which has been answered.
    """
    said = _asking(case, fact, language, interrupted=interrupted)
    return {
        "text": text_of(said, language),
        "buttons": _choices(case, fact, language),
        "custom": {
            "topic": case.check,
            "outcome": "asked",
            "sources": _cited(case.decided, language),
            "asks": fact,
            "ask": {"fact": fact, "kind": Facts.kind(fact)},
            "decision": _in_words(case, said, language),
        },
    }


def decision(case: Case, language: str) -> Utterance:
    """Return what was decided, and where it leads."""
    said = [*_noted(case, language), *parts(case.decided, language)]
    return {
        "text": text_of(said, language),
        "buttons": [*(button(name, language) for name in case.rule.leads_to), *_undo(case, language)],
        "custom": {
            "topic": case.check,
            "outcome": "decided",
            "sources": _cited(case.decided, language),
            "decision": _in_words(case, said, language),
        },
    }


def stopped(language: str) -> Utterance:
    """Return a word for a check that the person stopped."""
    text = eligibility_texts(language).headings["stopped"]
    return {"text": text, "buttons": [], "custom": {"topic": None, "outcome": "answered", "sources": []}}


def _asking(case: Case, fact: str, language: str, *, interrupted: bool) -> list[Part]:
    texts = eligibility_texts(language)
    asked = texts.facts[fact].question.strip()
    if interrupted:
        return [_question(f"{texts.headings['go_on']} {asked}")]
    if case.remark == "which_date":
        return [_question(_which_date(case, language))]
    if case.remark in ASIDES:
        return [Part(kind="open", lines=_remark(case, fact, language)), _question(asked)]
    return [*_noted(case, language), *parts(case.decided, language), _question(asked)]


def _question(text: str) -> Part:
    return Part(kind="question", lines=[text])


def _remark(case: Case, fact: str, language: str) -> list[str]:
    """Return why the question is asked again, or how to find out what the person didn't know."""
    texts = eligibility_texts(language)
    if case.remark == "why":
        return [texts.facts[fact].why or texts.headings["why_ask"]]
    if case.remark == "unknown":
        return [texts.facts[case.unknown[-1]].hint.strip()]
    return [texts.headings[str(case.remark)], texts.facts[fact].hint.strip()]


def _which_date(case: Case, language: str) -> str:
    day = partial_date_label(str(case.bare_date), language)
    return eligibility_texts(language).headings["which_date"].format(date=day)


def _noted(case: Case, language: str) -> list[Part]:
    """Return in one line what the latest message told, or that it was taken back."""
    texts = eligibility_texts(language)
    if case.remark == "undone":
        return [Part(kind="noted", lines=[texts.headings["undone"]])]
    told = [
        colon(texts.facts[fact].label, value_label(fact, case.facts[fact], language), language)
        for fact in case.understood
    ]
    lines = [f"✓ {texts.headings['comma'].join(told)}"] if told else []
    unused = [texts.headings["unused"].format(words=texts.headings["comma"].join(case.unused))] if case.unused else []
    heading = texts.headings["understood"] if told else None
    return [Part(kind="noted", heading=heading, lines=[*lines, *unused])] if lines or unused else []


def _cited(made: Decision, language: str) -> list[dict[str, Any]]:
    return [cite(Source(**source.model_dump()), language).model_dump() for source in sources_of(made)]


def _in_words(case: Case, said: Sequence[Part], language: str) -> dict[str, Any]:
    """Return a decision as data, with its facts, and in words what a channel shows part by part."""
    made = case.decided
    words = {
        "facts": case.facts,
        "parts": [part.model_dump() for part in said],
        "steps_text": step_texts(made, language),
        "dates_text": [entry.model_dump(mode="json") for entry in date_texts(made, language)],
    }
    return made.model_dump(mode="json") | words


def _choices(case: Case, fact: str, language: str) -> list[Button]:
    """Return the answers to choose from; for a date that nobody knows, what it may be."""
    headings = eligibility_texts(language).headings
    if case.remark == "which_date":
        return [
            _named(name, str(case.bare_date), eligibility_texts(language).facts[name].label) for name in case.rule.dates
        ]
    known = [_named(fact, key_of(value), value_label(fact, value, language)) for value in _open_values(case, fact)]
    return [*known, {"title": headings["unknown"], "payload": _answer("unknown")}, *_undo(case, language)]


def _open_values(case: Case, fact: str) -> Sequence[Any]:
    """Return the values that decide, in the order of the cases; every one where the fact is no case."""
    at_root = [value for entry in case.decided.cases if entry.fact == fact for value in entry.values]
    return at_root or values_of(fact)


def _undo(case: Case, language: str) -> list[Button]:
    if not (case.understood and case.before):
        return []
    return [{"title": eligibility_texts(language).headings["undo"], "payload": _answer("undo")}]


def _named(fact: str, value: str, title: str) -> Button:
    """Return a button that tells a fact whenever it is pressed, as buttons stay on the screen."""
    return {"title": title, "payload": f'/answer{{"fact": "{fact}={value}"}}'}


def _answer(word: str) -> str:
    return f'/answer{{"answer": "{word}"}}'

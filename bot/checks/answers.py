"""Are a language's answers whole: every question, every range of days, the same numbers, labels that fit a button?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from bot.checks.numbers import differences
from bot.content.answers import QuestionAnswer, TopicAnswers, answers
from bot.content.insurer import fill
from bot.content.language import default_language, known_languages, languages
from bot.content.short_titles import LONGEST_TITLE, characters
from bot.content.topic import Question, topics

SOON = timedelta(days=90)
# A lead is read at a glance, or read aloud in under a minute; Chinese characters and kana say more than letters.
LONGEST_LEAD, LONGEST_LEAD_IN_LETTERS = 250, 500


def answer_problems() -> Iterator[str]:
    """Yield the problems of the answers in every language."""
    for language in languages():
        yield from (f"{language} {problem}" for problem in _language(language))


def title_problem(title: str) -> str | None:
    """Return what is wrong with a button's label."""
    length = characters(title)
    return f"label of {length} characters: {title}" if length > LONGEST_TITLE else None


def ending_soon(day: date) -> Iterator[str]:
    """Yield the answers that change within three months of a day, so that somebody looks at them in time."""
    for name, topic in topics().items():
        for question, entry in topic.questions.items():
            yield from (f"{name}.{question}: changes on {start}" for start in entry.from_ if day < start <= day + SOON)


def _language(language: str) -> Iterator[str]:
    told = answers(language)
    yield from (f"{name}: no answers" for name in topics().keys() - told.keys())
    for name in topics().keys() & told.keys():
        yield from (f"{name}: {problem}" for problem in _topic(name, told[name], language))


def _topic(name: str, entry: TopicAnswers, language: str) -> Iterator[str]:
    topic, model = topics()[name], answers(default_language()).get(name)
    yield from filter(None, [title_problem(entry.title)])
    yield from _same_keys("question", topic.questions, entry.questions)
    yield from _texts("whole", entry.whole, topic.whole_from, model.whole if model else None, language)
    for key in topic.questions.keys() & entry.questions.keys():
        known = model.questions.get(key) if model else None
        found = _question(topic.questions[key], entry.questions[key], known, language)
        yield from (f"{key}: {problem}" for problem in found)


def _question(question: Question, entry: QuestionAnswer, model: QuestionAnswer | None, language: str) -> Iterator[str]:
    yield from filter(None, [title_problem(entry.title)])
    yield from _texts("lead", entry.lead, question.from_, model.lead if model else None, language)
    longest = LONGEST_LEAD if "han" in known_languages()[language].scripts else LONGEST_LEAD_IN_LETTERS
    lengths = ((day, len(fill(text, language).strip())) for day, text in entry.lead.items())
    yield from (f"lead from {day}: {length} characters" for day, length in lengths if length > longest)


def _texts(
    place: str, texts: dict[date, str], days: Iterable[date], model: dict[date, str] | None, language: str
) -> Iterator[str]:
    yield from _same_keys(f"{place} from", {date.min, *days}, texts)
    for day, text in texts.items():
        where = f"{place} from {day}"
        if not text.strip():
            yield f"{where}: empty"
        yield from placeholder_problems(where, text, language)
        if model and day in model:
            both = {default_language(): model[day], language: text}
            yield from (f"{where}: {difference}" for difference in differences(both))


def placeholder_problems(place: str, text: str, language: str) -> Iterator[str]:
    """Yield the placeholders of a text that nothing fills."""
    try:
        filled = fill(text, language)
    except KeyError as error:
        yield f"{place}: nothing fills the placeholder {error}"
    else:
        if "{" in filled or "}" in filled:
            yield f"{place}: a brace that belongs to no placeholder"


def _same_keys(what: str, expected: Iterable[Any], found: Iterable[Any]) -> Iterator[str]:
    wanted, had = set(expected), set(found)
    yield from (f"no {what} {key}" for key in sorted(wanted - had))
    yield from (f"unknown {what} {key}" for key in sorted(had - wanted))

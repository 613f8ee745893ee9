"""Does every button's label fit a messenger, by itself or by a short one that stands for it?"""

from __future__ import annotations

from collections.abc import Iterator

from actions.eligibility.checks import CHECKS
from actions.eligibility.facts import values_of
from bot.answers.eligibility_texts import eligibility_texts, value_label
from bot.content.dialogue import titles
from bot.content.essentials import essentials
from bot.content.language import known_languages, languages
from bot.content.short_titles import LONGEST_TITLE, characters
from bot.content.texts import read_texts


def short_title_problems() -> Iterator[str]:
    """Yield the labels that are too long and have none that is short, and short ones that are for nothing."""
    for language in known_languages():
        short = read_texts("short_titles", language)
        long = {title for title in button_titles(language) if characters(title) > LONGEST_TITLE}
        yield from (f"{language} short titles: none for '{title}'" for title in sorted(long - short.keys()))
        yield from (f"{language} short titles: no button '{title}'" for title in sorted(short.keys() - long))
        too_long = (title for title in short.values() if characters(title) > LONGEST_TITLE)
        yield from (f"{language} short titles: more than {LONGEST_TITLE} characters: {title}" for title in too_long)


def button_titles(language: str) -> Iterator[str]:
    """Yield what buttons are called in a language; those of answers are short by themselves."""
    yield from (spoken.name for spoken in known_languages().values())
    yield from essentials(language).titles.values()
    if language in languages():
        yield from titles(language).values()
        yield from _of_checks(language)


def _of_checks(language: str) -> Iterator[str]:
    texts = eligibility_texts(language)
    yield from (texts.headings[name] for name in ("unknown", "undo"))
    yield from (texts.facts[name].label for check in CHECKS.values() for name in check.dates)
    for fact in texts.facts:
        yield from (value_label(fact, value, language) for value in values_of(fact))

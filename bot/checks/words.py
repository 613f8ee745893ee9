"""Can the words be read by which messages are understood: dates, facts, concepts?"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from bot.content.files import ContentError
from bot.content.language import default_language, languages
from bot.nlu.concepts import lexicon
from bot.nlu.dates.vocabulary import vocabulary
from bot.nlu.facts import read_facts


def word_problems() -> Iterator[str]:
    """Yield the problems of the words in every language."""
    model = read_facts(default_language())
    for language in languages():
        try:
            vocabulary(language), lexicon(language)
            lacking = model.keys() - read_facts(language).keys()
        except (ContentError, ValidationError) as error:
            yield f"{language}: {error}"
        else:
            yield from (f"{language} facts.yml: no {section}" for section in sorted(lacking))

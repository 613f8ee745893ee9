"""Can the words be read by which messages are understood: dates, facts, concepts?"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from bot.content.files import ContentError
from bot.content.language import known_languages, languages
from bot.nlu.clause_examples import clause_examples, clauses_file
from bot.nlu.concepts import lexicon
from bot.nlu.dates.patterns import patterns
from bot.nlu.dates.vocabulary import dates_file
from bot.nlu.fact_kinds import kinds
from bot.nlu.grammar import grammar

# What clauses may tell besides a fact: a general yes or no, and that a date is none of a case.
REPLY, OTHER = "reply", "other"


def word_problems() -> Iterator[str]:
    """Yield the problems of the words in every language; one without answers may have its dates already."""
    for language in known_languages():
        try:
            if language in languages():
                patterns(language), lexicon(language), grammar(language), clause_examples(language)
                yield from _fact_problems(language)
            elif dates_file(language):
                patterns(language)
        except (ContentError, ValidationError) as error:
            yield f"{language}: {error}"


def _fact_problems(language: str) -> Iterator[str]:
    """Yield what a language's clauses name that is no fact, and what facts none of them tells."""
    file = clauses_file(language)
    told = {*file.facts, *file.answers, *file.dates} - {REPLY, OTHER}
    yield from (f"{language} clauses.yml: {fact} is no fact" for fact in sorted(told - kinds().keys()))
    yield from (f"{language} clauses.yml: nothing tells {fact}" for fact in sorted(kinds().keys() - told))

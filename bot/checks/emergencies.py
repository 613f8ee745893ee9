"""Can emergencies be found and answered in every known language?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.checks.answers import title_problem
from bot.checks.numbers import differences
from bot.content.emergencies import KINDS, EmergencyExample, emergency_examples
from bot.content.essentials import essentials
from bot.content.language import default_language, known_languages

# A language that falls back to another has that one's examples besides.
FEWEST = {"now": 20, "unsure": 5, "none": 30}


def essential_problems() -> Iterator[str]:
    """Yield what is not said in every language, or with other numbers."""
    model = essentials(default_language())
    for language in known_languages():
        told = essentials(language)
        for name in sorted({*model.says, *model.titles} ^ {*told.says, *told.titles}):
            yield f"{language} essentials: not in every language: {name}"
        for name in model.says.keys() & told.says.keys():
            both = {default_language(): model.says[name], language: told.says[name]}
            yield from (f"{language} essentials: {name}: {difference}" for difference in differences(both))
        yield from (f"{language} essentials: {found}" for found in map(title_problem, told.titles.values()) if found)


def emergency_problems() -> Iterator[str]:
    """Yield the languages with too few examples of emergencies, and the examples that stand twice."""
    yield from problems_of(list(emergency_examples()), known_languages())


def problems_of(examples: Sequence[EmergencyExample], languages: Iterable[str]) -> Iterator[str]:
    """Yield the problems of examples that these languages should have."""
    counts = Counter((example.language, example.kind) for example in examples)
    for language in languages:
        few = ((kind, counts[language, kind]) for kind in KINDS if counts[language, kind] < FEWEST[kind])
        yield from (f"{language} emergencies, {kind}: {count}, at least {FEWEST[kind]} needed" for kind, count in few)
    texts = Counter((example.language, example.text) for example in examples)
    yield from (f"{language} emergencies: twice: {text}" for (language, text), count in texts.items() if count > 1)

"""Are a language's texts whole: what the dialogue, the checks, the interfaces say, and what sources are called?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.answers.eligibility_texts import eligibility_texts
from bot.checks.answers import placeholder_problems, title_problem
from bot.checks.numbers import differences
from bot.checks.topics import source_problems, unknown_names
from bot.content.dialogue import response_texts, responses, titles
from bot.content.insurer import insurer
from bot.content.language import LANGUAGES, TEXTS, default_language, languages
from bot.content.source import leaflet_names, leaflets
from bot.content.texts import read_texts

PLACE = re.compile(r"\{\w+\}")
# The files with words of our own around the replies.
INTERFACES = ("widget", "messenger")
Flat = dict[str, str]


def text_problems() -> Iterator[str]:
    """Yield the problems of texts in every language."""
    yield from _response_problems()
    for name, fact in insurer().facts.items():
        yield from (f"insurer fact {name}: {problem}" for problem in source_problems((fact.source,)))
    for language in languages():
        yield from (f"{language} dialogue: {problem}" for problem in _dialogue(language))
        yield from (f"{language} titles: {problem}" for problem in _titles(language))
        yield from (f"{language} leaflets: {problem}" for problem in _keys(leaflets(), leaflet_names(language)))
        yield from (f"{language} eligibility: {problem}" for problem in _eligibility(language))
    for name in INTERFACES:
        yield from _interface(name)


def flat(entry: Any, name: str = "") -> Flat:
    """Return the texts of a tree by their paths: `facts.card.label`."""
    if not isinstance(entry, dict):
        return {name: str(entry)}
    return {
        path: text for key, below in entry.items() for path, text in flat(below, f"{name}.{key}".strip(".")).items()
    }


def _response_problems() -> Iterator[str]:
    for name, response in responses().items():
        yield from (f"{name}: button to nowhere: {lead}" for lead in unknown_names(response.buttons))
        yield from (f"{name}: {problem}" for problem in source_problems(response.sources))


def _dialogue(language: str) -> Iterator[str]:
    texts, model = response_texts(language), response_texts(default_language())
    yield from _keys(responses(), texts)
    for name, text in texts.items():
        yield from placeholder_problems(name, text, language)
        both = {default_language(): model.get(name, ""), language: text}
        yield from (f"{name}: {difference}" for difference in differences(both))


def _titles(language: str) -> Iterator[str]:
    yield from _keys(titles(default_language()), titles(language))
    yield from filter(None, map(title_problem, titles(language).values()))


def _eligibility(language: str) -> Iterator[str]:
    yield from _like_the_model(*map(_eligibility_texts, (default_language(), language)))


def _eligibility_texts(language: str) -> Flat:
    return flat(eligibility_texts(language).model_dump(exclude_defaults=True))


def _interface(name: str) -> Iterator[str]:
    """Yield the problems of an interface's words, in every language that has them."""
    model = read_texts(name, default_language())
    for path in sorted(LANGUAGES.glob(f"*/{TEXTS}/{name}.yml")):
        language = path.parents[1].name
        yield from (f"{language} {name}: {problem}" for problem in _like_the_model(model, read_texts(name, language)))


def _like_the_model(model: Flat, texts: Flat) -> Iterator[str]:
    yield from _keys(model, texts)
    for name in model.keys() & texts.keys():
        if sorted(PLACE.findall(model[name])) != sorted(PLACE.findall(texts[name])):
            yield f"{name}: other places to fill"


def _keys(expected: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    yield from (f"no {key}" for key in sorted(expected.keys() - found.keys()))
    yield from (f"unknown {key}" for key in sorted(found.keys() - expected.keys()))
    yield from (f"{key} is empty" for key, text in found.items() if isinstance(text, str) and not text.strip())

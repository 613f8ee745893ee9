"""Are the answers whole: every language, registered sources, dates without gap, follow-ups that exist?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from bot.answers.catalog import Catalog, read_topic
from bot.answers.insurer import insurer
from bot.answers.leaflets import Source, leaflets
from bot.answers.texts import texts, titles
from bot.answers.topic import Topic, Variant
from bot.checks.numbers import differences
from bot.content import ContentError
from bot.languages import languages
from bot.project import DATA

SOON = timedelta(days=90)


def read_topics(folder: Path = DATA / "answers") -> tuple[list[Topic], list[str]]:
    """Read every topic file; return those that have a topic's form, and a problem for each that has not."""
    topics, problems = [], []
    for path in sorted(folder.glob("*/*.yml")):
        try:
            topics.append(read_topic(path))
        except ContentError as error:
            problems.append(str(error))
            continue
        if topics[-1].topic != path.stem:
            problems.append(f"{path}: the file is named otherwise than its topic '{topics[-1].topic}'")
    return topics, problems


def topic_problems(topics: list[Topic]) -> Iterator[str]:
    """Yield the problems of the topics."""
    known = {topic.topic for topic in topics} | set(titles())
    names = [topic.topic for topic in topics]
    yield from (f"{name}: two files for one topic" for name in sorted({n for n in names if names.count(n) > 1}))
    for topic in topics:
        yield from (f"{topic.topic}: {problem}" for problem in _problems(topic, known))


def _problems(topic: Topic, known: set[str]) -> Iterator[str]:
    yield from _language_problems("title", topic.title)
    yield from (f"follow-up to nowhere: {name}" for name in topic.follow_ups if name not in known)
    yield from _source_problems(topic.sources)
    yield from _range_problems(topic.answers)
    for variant in topic.answers:
        place = f"answer from {variant.from_}"
        yield from _language_problems(place, variant.text)
        yield from _placeholder_problems(place, variant.text)
        yield from (f"{place}: {difference}" for difference in differences(variant.text))


def _language_problems(place: str, text: dict[str, str]) -> Iterator[str]:
    missing = [key for key in languages() if not text.get(key, "").strip()]
    unknown = [key for key in text if key not in languages()]
    yield from (f"{place}: no text in {key}" for key in missing)
    yield from (f"{place}: unknown language {key}" for key in unknown)


def _source_problems(sources: tuple[Source, ...]) -> Iterator[str]:
    yield from (f"unknown leaflet {source.leaflet}" for source in sources if source.leaflet not in leaflets())


def _range_problems(variants: tuple[Variant, ...]) -> Iterator[str]:
    if variants[0].from_ != date.min:
        yield f"nothing is said before {variants[0].from_}"
    if variants[-1].until != date.max:
        yield f"nothing is said after {variants[-1].until}"
    yield from (f"{variant.from_} comes after {variant.until}" for variant in variants if variant.from_ > variant.until)
    for earlier, later in pairwise(variants):
        if earlier.until >= later.from_:
            yield f"ranges overlap at {later.from_}"
        elif earlier.until + timedelta(days=1) != later.from_:
            yield f"nothing is said between {earlier.until} and {later.from_}"


def _placeholder_problems(place: str, text: dict[str, str]) -> Iterator[str]:
    for language, words in text.items():
        try:
            insurer().fill(words, language)
        except KeyError as error:
            yield f"{place}: nothing fills the placeholder {error} in {language}"


def text_problems() -> Iterator[str]:
    """Yield the problems of texts, titles, leaflets and the insurer's facts."""
    for name, text in texts().items():
        places = _language_problems("text", text.text), _source_problems(text.sources)
        yield from (f"{name}: {problem}" for problems in places for problem in problems)
        yield from (f"{name}: {problem}" for problem in _placeholder_problems("text", text.text))
        yield from (f"{name}: {difference}" for difference in differences(text.text))
    for name, title in titles().items():
        yield from (f"titles: {problem}" for problem in _language_problems(name, title))
    for name, leaflet in leaflets().items():
        yield from (f"leaflet {name}: {problem}" for problem in _language_problems("title", leaflet.title))
        yield from (f"leaflet {name}: {problem}" for problem in _language_problems("publisher", leaflet.publisher))
    for name, fact in insurer().facts.items():
        yield from (f"insurer fact {name}: {problem}" for problem in _source_problems((fact.source,)))
        yield from (f"insurer fact {name}: {problem}" for problem in _language_problems("by", fact.by))


def ending_soon(topics: Catalog, day: date) -> Iterator[str]:
    """Yield the answers that change within three months of a day, so that somebody looks at them in time."""
    for name, topic in topics.topics.items():
        until = topic.on(day).until
        if until != date.max and until - day <= SOON:
            yield f"{name}: today's answer holds until {until}"

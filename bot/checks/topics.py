"""Are the topics whole: registered sources, days in order, follow-ups that exist?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.content.dialogue import titles
from bot.content.language import default_language
from bot.content.source import Source, leaflets
from bot.content.topic import GENERAL, Question, Topic, is_question, topics

MOST_FOLLOW_UPS = 3


def topic_problems() -> Iterator[str]:
    """Yield the problems of the topic files."""
    for name, topic in topics().items():
        yield from (f"{name}: {problem}" for problem in _topic(topic))
        yield from (f"{name}: {problem}" for problem in _audience_problems(topic))
        for question, entry in topic.questions.items():
            yield from (f"{name}.{question}: {problem}" for problem in _question(entry))


def source_problems(sources: tuple[Source, ...]) -> Iterator[str]:
    """Yield the leaflets that are not registered."""
    yield from (f"unknown leaflet {source.leaflet}" for source in sources if source.leaflet not in leaflets())


def unknown_names(names: tuple[str, ...]) -> list[str]:
    """Return what is neither a topic, nor a question, nor an intent with a title."""
    return [name for name in names if not (name in topics() or is_question(name) or name in titles(default_language()))]


def _topic(topic: Topic) -> Iterator[str]:
    if next(iter(topic.questions)) != GENERAL:
        yield "the general question doesn't come first"
    yield from source_problems(topic.sources)
    yield from _follow_up_problems(topic.follow_ups)
    yield from _day_problems(topic.whole_from)


def _audience_problems(topic: Topic) -> Iterator[str]:
    """Yield the follow-ups that would lead a patient to what is written for staff."""
    names = [*topic.follow_ups, *(name for question in topic.questions.values() for name in question.follow_ups)]
    led_to = {name: topics()[name.partition(".")[0]] for name in names if name.partition(".")[0] in topics()}
    if topic.audience == "patient":
        yield from (f"leads patients to staff: {name}" for name, other in led_to.items() if other.audience == "staff")


def _question(question: Question) -> Iterator[str]:
    if not question.sources and question.says != "no":
        yield "no source"
    yield from source_problems(question.sources)
    yield from _follow_up_problems(question.follow_ups)
    yield from _day_problems(question.from_)


def _follow_up_problems(names: tuple[str, ...]) -> Iterator[str]:
    yield from (f"follow-up to nowhere: {name}" for name in unknown_names(names))
    if len(names) > MOST_FOLLOW_UPS:
        yield f"more than {MOST_FOLLOW_UPS} follow-ups"


def _day_problems(days: tuple[date, ...]) -> Iterator[str]:
    if list(days) != sorted(set(days)):
        yield "the days are not in order"

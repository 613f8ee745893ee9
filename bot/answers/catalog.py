"""The catalog: every topic, loaded once, asked by topic, language and day."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from bot.answers.insurer import insurer
from bot.answers.leaflets import Citation, cite
from bot.answers.topic import Topic
from bot.content import ContentError, read_yaml
from bot.project import DATA


@dataclass(frozen=True)
class Answer:
    """What is said about a topic: text, sources and the likeliest next topics."""

    topic: str
    text: str
    sources: list[Citation]
    follow_ups: tuple[str, ...]


class Catalog:
    """All topics by id."""

    def __init__(self, topics: dict[str, Topic]) -> None:
        self.topics = topics

    def answer(self, topic: str, language: str, day: date) -> Answer:
        """Return the answer on a topic, in a language, as of a day.

        Raises:
            KeyError: if there is no such topic, or not in that language.
        """
        entry = self.topics[topic]
        text = entry.on(day).text[language]
        facts = insurer().facts_in(text)
        sources = dict.fromkeys([*entry.sources, *(fact.source for fact in facts)])
        return Answer(
            topic=topic,
            text=insurer().fill(text, language).strip(),
            sources=[cite(source, language) for source in sources],
            follow_ups=entry.follow_ups,
        )


def read_topic(path: Path) -> Topic:
    """Read one topic file.

    Raises:
        ContentError: if the file doesn't have a topic's form; the message names file and field.
    """
    try:
        return Topic(**read_yaml(path))
    except (ValidationError, TypeError) as error:
        raise ContentError(f"{path}: {error}") from error


@lru_cache
def catalog(folder: Path = DATA / "answers") -> Catalog:
    """Return the catalog of every topic file below the folder."""
    topics = [read_topic(path) for path in sorted(folder.glob("*/*.yml"))]
    return Catalog({topic.topic: topic for topic in topics})

"""The catalog: what is said to a question or about a topic, in a language, as of a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.content.answers import answers, on
from bot.content.insurer import facts_in, fill
from bot.content.source import Citation, Source, cite
from bot.content.topic import question_named, topics


@dataclass(frozen=True)
class Answer:
    """What is said: the text, its sources and what is likely asked next.

    Attributes:
        name: the question as `topic.question`, or the topic that is told whole.
        silent: whether the leaflets don't settle the question, and the text says so.
        outcome: what a reply with it reports.
    """

    name: str
    text: str
    sources: list[Citation]
    follow_ups: tuple[str, ...]
    silent: bool
    outcome: str

    @property
    def topic(self) -> str:
        """The topic's id."""
        return self.name.partition(".")[0]

    @property
    def question(self) -> str | None:
        """The question as replies name it, `topic/question`; None for a topic told whole."""
        return self.name.replace(".", "/") if "." in self.name else None


def answer(name: str, language: str, day: date) -> Answer:
    """Return the answer to a question, `topic.question`, or a topic told whole, `topic`.

    Raises:
        KeyError: if there is no such topic or question.
    """
    return _to_question(name, language, day) if "." in name else _whole(name, language, day)


def _to_question(name: str, language: str, day: date) -> Answer:
    asked, (topic, _, question) = question_named(name), name.partition(".")
    text = on(answers(language)[topic].questions[question].lead, day)
    return Answer(
        name=name,
        text=fill(text, language),
        sources=_cited(asked.sources, text, language),
        follow_ups=asked.follow_ups,
        silent=asked.says == "no",
        outcome=asked.outcome,
    )


def _whole(topic: str, language: str, day: date) -> Answer:
    entry, text = topics()[topic], on(answers(language)[topic].whole, day)
    return Answer(
        name=topic,
        text=fill(text, language),
        sources=_cited(entry.sources, text, language),
        follow_ups=entry.follow_ups,
        silent=False,
        outcome="answered",
    )


def _cited(sources: Iterable[Source], text: str, language: str) -> list[Citation]:
    every = dict.fromkeys([*sources, *(fact.source for fact in facts_in(text))])
    return [cite(source, language) for source in every]

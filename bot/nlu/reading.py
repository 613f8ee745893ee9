"""What a message asks: by itself, in parts, or as a question that goes on from the one before."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.content.topic import GENERAL, topics
from bot.nlu.decision import UNCOVERED
from bot.nlu.question_model import QuestionModel
from bot.nlu.sentences import sentences
from bot.nlu.two_stages import Guess, Ranking

# So sure must each of two sentences be for both to be answered: the probability of its question, half by itself and
# half by the whole message. docs/decisions/questions.md has the figures.
SURE_PART = 0.5
# A message that is as sure as this by itself is not bent by what was said before.
STANDS_ALONE = 0.6
# What is added to the probability of the topic talked about, where a message can't stand alone.
HELD_TOPIC = 0.3
MOST_QUESTIONS = 3


@dataclass(frozen=True)
class Reading:
    """What a message may ask.

    Attributes:
        topics: topics and other intents with their probability, the likeliest first.
        questions: the questions of the likeliest topics with their probability within the topic, the likeliest first.
        parts: the questions that its sentences ask, surely, in order; where it asks several.
    """

    topics: list[Guess]
    questions: dict[str, list[Guess]]
    parts: list[str] = field(default_factory=list)

    def likeliest(self, topic: str) -> str:
        """Return the likeliest question of a topic, `topic.question`; an intent without questions as it is."""
        if topic not in topics():
            return topic
        ranking = self.questions.get(topic)
        return f"{topic}.{ranking[0][0] if ranking else GENERAL}"


def read(text: str, language: str, model: QuestionModel, before: str | None = None) -> Reading:
    """Return what a message asks.

    Args:
        text: what the person wrote.
        language: the language that it is in.
        model: ranks topics and questions.
        before: the question answered last, `topic.question`.
    """
    held = before.partition(".")[0] if before else None
    alone = model.rank(text, language, held)
    if held and alone.topics[0][1] < STANDS_ALONE:
        return _going_on(alone, held)
    return Reading(alone.topics, alone.questions, _parts(text, language, model, alone))


def _going_on(alone: Ranking, topic: str) -> Reading:
    """Return the reading of a message that can't stand alone: the topic talked about is likelier."""
    chances = dict(alone.topics)
    chances[topic] = chances.get(topic, 0.0) + HELD_TOPIC
    return Reading(sorted(chances.items(), key=lambda guess: -guess[1]), alone.questions)


def _parts(text: str, language: str, model: QuestionModel, alone: Ranking) -> list[str]:
    """Return the questions that the sentences ask, where they surely ask several."""
    asked, held = sentences(text, language), None
    if len(asked) < 2:
        return []
    whole, found = dict(alone.topics), dict[str, None]()
    for part in asked:
        if name := _surely(model.rank(part, language, held), whole):
            found[name], held = None, name.partition(".")[0]
    return list(found)[:MOST_QUESTIONS] if len(found) > 1 else []


def _surely(ranking: Ranking, whole: dict[str, float]) -> str | None:
    """Return the question that a sentence surely asks, beside what the whole message is about."""
    chance, topic = max(((chance + whole[topic]) / 2, topic) for topic, chance in ranking.topics)
    if topic not in topics() or topic == UNCOVERED:
        return None
    question, likely = ranking.questions.get(topic, [(GENERAL, 1.0)])[0]
    return f"{topic}.{question}" if chance * likely >= SURE_PART else None

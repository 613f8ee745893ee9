"""What a message asks: by itself, in parts, or as a question that goes on from the one before."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.content.topic import GENERAL, topics
from bot.nlu.decision import UNCOVERED
from bot.nlu.question_model import QuestionModel
from bot.nlu.sentences import sentences
from bot.nlu.two_stages import Guess, Ranking

# docs/decisions/questions.md has the figures of these.
# So sure must each of several sentences be for its question to be answered with the others': of its topic, more by the
# whole message than by itself, times its question within the topic; and of that question alone.
SURE_PART, SURE_QUESTION, BY_THE_WHOLE = 0.4, 0.5, 0.6
# How likely what can't stand alone asks about the topic of the answer before; a sentence, about the whole message's.
SAME_TOPIC, SAME_AS_THE_WHOLE = 0.9, 0.5
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
    follows = alone.follows if held in topics() else 0.0
    chances = _going_on(alone.topics, held, follows * SAME_TOPIC) if held else alone.topics
    return Reading(chances, alone.questions, _parts(text, language, model, alone) if follows < 1 / 2 else [])


def _going_on(alone: list[Guess], topic: str, goes_on: float) -> list[Guess]:
    """Return the chances of topics for a text that goes on from a topic with this probability."""
    chances = {name: chance * (1 - goes_on) for name, chance in alone}
    chances[topic] = chances.get(topic, 0.0) + goes_on
    return sorted(chances.items(), key=lambda guess: -guess[1])


def _parts(text: str, language: str, model: QuestionModel, alone: Ranking) -> list[str]:
    """Return the questions that the sentences ask, where they surely ask several."""
    asked = sentences(text, language)
    if len(asked) < 2:
        return []
    surely = (_surely(part, language, model, alone) for part in asked)
    found = list(dict.fromkeys(name for name in surely if name))
    return found[:MOST_QUESTIONS] if len(found) > 1 else []


def _surely(part: str, language: str, model: QuestionModel, whole: Ranking) -> str | None:
    """Return the question that a sentence surely asks, beside what the whole message is about; a greeting asks none."""
    (about, _), chances = whole.topics[0], dict(whole.topics)
    ranking = model.rank(part, language, about)
    if ranking.topics[0][0] not in topics() and ranking.follows < 1 / 2:
        return None
    bent = _going_on(ranking.topics, about, ranking.follows * SAME_AS_THE_WHOLE)
    chance, topic = max((BY_THE_WHOLE * chances[topic] + (1 - BY_THE_WHOLE) * chance, topic) for topic, chance in bent)
    if topic not in topics() or topic == UNCOVERED:
        return None
    question, likely = ranking.questions.get(topic, [(GENERAL, 1.0)])[0]
    return f"{topic}.{question}" if chance * likely >= SURE_PART and likely >= SURE_QUESTION else None

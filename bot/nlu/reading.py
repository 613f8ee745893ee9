"""What a message asks: by itself, in parts, or as a question that goes on from the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.content.topic import GENERAL, topics
from bot.nlu.asking import Piece, pieces
from bot.nlu.decision import UNCOVERED
from bot.nlu.question_models import QuestionModels
from bot.nlu.two_stages import Guess, Ranking

# docs/decisions/questions.md has the figures of these.
# So sure must each of several questions be to be answered with the others: of its topic, by the piece that asks it and,
# with this weight, by the whole message, times its question within the topic.
SURE_PART, BY_THE_WHOLE = 0.4, 0.4
# How much what asks, without its story, says of which question of a topic is meant.
BY_WHAT_ASKS = 0.4
# How likely what can't stand alone asks about the topic of the answer before; a sentence, about the whole message's.
SAME_TOPIC, SAME_AS_THE_WHOLE = 0.9, 0.5
MOST_QUESTIONS = 3
# So likely within its topic, the second question is answered with the first.
AS_WELL = 0.35


@dataclass(frozen=True)
class Reading:
    """What a message may ask.

    Attributes:
        topics: topics and other intents with their probability, the likeliest first.
        questions: the questions of the likeliest topics with their probability within the topic, the likeliest first.
        parts: the questions that its pieces ask, surely, in order; where it asks several.
    """

    topics: list[Guess]
    questions: dict[str, list[Guess]]
    parts: list[str] = field(default_factory=list)

    def asked(self, topic: str) -> list[str]:
        """Return the question of a topic that is asked; the two likeliest, where the second may as well be it."""
        if topic not in topics():
            return [topic]
        likely = [name for name, chance in self.questions.get(topic, [])[:2] if chance >= AS_WELL]
        return [f"{topic}.{name}" for name in likely] or [self.likeliest(topic)]

    def likeliest(self, topic: str) -> str:
        """Return the likeliest question of a topic, `topic.question`; an intent without questions as it is."""
        if topic not in topics():
            return topic
        ranking = self.questions.get(topic)
        return f"{topic}.{ranking[0][0] if ranking else GENERAL}"


def read(text: str, language: str, model: QuestionModels, before: str | None = None) -> Reading:
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
    found = pieces(text, language)
    parts = _parts(found, language, model, alone) if follows < 1 / 2 else []
    return Reading(chances, alone.questions if parts else _without_story(found, language, model, alone), parts)


def _going_on(alone: list[Guess], topic: str, goes_on: float) -> list[Guess]:
    """Return the chances of topics for a text that goes on from a topic with this probability."""
    chances = {name: chance * (1 - goes_on) for name, chance in alone}
    chances[topic] = chances.get(topic, 0.0) + goes_on
    return sorted(chances.items(), key=lambda guess: -guess[1])


def _parts(found: Sequence[Piece], language: str, model: QuestionModels, alone: Ranking) -> list[str]:
    """Return the questions that the pieces of a message surely ask, where they are several; a story goes with each."""
    asking = [place for place, piece in enumerate(found) if piece.asks]
    if len(asking) < 2:
        return []
    told = ([piece.text for piece in found[:place] if not piece.asks] for place in asking)
    texts = (" ".join([*story, found[place].text]) for story, place in zip(told, asking, strict=True))
    surely = list(dict.fromkeys(name for text in texts if (name := _surely(text, language, model, alone))))
    return surely[:MOST_QUESTIONS] if len(surely) > 1 else []


def _surely(part: str, language: str, model: QuestionModels, whole: Ranking) -> str | None:
    """Return the question that a part surely asks, beside what the whole message is about; a greeting asks none."""
    (about, _), chances = whole.topics[0], dict(whole.topics)
    ranking = model.rank(part, language, about)
    if ranking.topics[0][0] not in topics() and ranking.follows < 1 / 2:
        return None
    bent = _going_on(ranking.topics, about, ranking.follows * SAME_AS_THE_WHOLE)
    chance, topic = max(
        (BY_THE_WHOLE * chances[name] + (1 - BY_THE_WHOLE) * chance, name) for name, chance in bent if name in topics()
    )
    question, likely = ranking.questions.get(topic, [(GENERAL, 1.0)])[0]
    return f"{topic}.{question}" if topic != UNCOVERED and chance * likely >= SURE_PART else None


def _without_story(
    found: Sequence[Piece], language: str, model: QuestionModels, alone: Ranking
) -> dict[str, list[Guess]]:
    """Return the chances of the questions, where a message tells and asks: what asks says more of which is meant."""
    asking = " ".join(piece.text for piece in found if piece.asks)
    if not asking or all(piece.asks for piece in found):
        return alone.questions
    asked = model.rank(asking, language, alone.topics[0][0]).questions
    return {topic: _mixed(guesses, asked.get(topic, guesses)) for topic, guesses in alone.questions.items()}


def _mixed(whole: Sequence[Guess], asked: Sequence[Guess]) -> list[Guess]:
    chances = dict(asked)
    mixed = ((name, (1 - BY_WHAT_ASKS) * chance + BY_WHAT_ASKS * chances[name]) for name, chance in whole)
    return sorted(mixed, key=lambda guess: -guess[1])

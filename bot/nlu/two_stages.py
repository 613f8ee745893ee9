"""Topics first, then the questions of the likeliest topics: the cost grows with the topics that come into question."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from bot.nlu.linear_model import LinearModel

# Topics whose questions are looked at: so likely at least, and so many at most.
LIKELY, MOST_TOPICS = 0.02, 5
Guess = tuple[str, float]


@dataclass(frozen=True)
class Ranking:
    """What a message may be about.

    Attributes:
        topics: every topic or other intent with its probability, the likeliest first.
        questions: for the likeliest topics, their questions with their probability within the topic, the likeliest
            first.
        follows: the probability that it can't stand alone, were it written after an answer.
    """

    topics: list[Guess]
    questions: dict[str, list[Guess]]
    follows: float


def looked_at(topics: Sequence[Guess], held: str | None) -> list[str]:
    """Return the topics whose questions come into question: the likely ones, and the one that is talked about."""
    likely = [topic for topic, chance in topics[:MOST_TOPICS] if chance >= LIKELY]
    return list(dict.fromkeys([*likely, held] if held else likely))


class TwoStages:
    """A model over the topics, and one over the questions of each topic that has several."""

    def __init__(self, topics: LinearModel, questions: dict[str, LinearModel]) -> None:
        """Create the two stages from their models."""
        self._topics = topics
        self._questions = questions

    @classmethod
    def fit(cls, rows: csr_matrix, labels: list[str], alone: Sequence[bool], regularisation: float) -> TwoStages:
        """Learn from examples.

        Args:
            rows: one row of features an example.
            labels: the label of each: `topic.question`, or another intent.
            alone: whether each can stand alone; by the others no topic can be told, only its question.
            regularisation: the support vector machines' C.
        """
        topics = [label.partition(".")[0] for label in labels]
        standing = np.flatnonzero(alone)
        places: dict[str, list[int]] = defaultdict(list)
        for place, label in enumerate(labels):
            if "." in label:
                places[topics[place]].append(place)
        return cls(
            LinearModel.fit(rows[standing], [topics[place] for place in standing], regularisation),
            {
                # People who ask a topic as a whole write more of the examples than those who ask something particular.
                topic: LinearModel.fit(
                    rows[own], [labels[place].partition(".")[2] for place in own], regularisation, even=True
                )
                for topic, own in places.items()
                if len({labels[place] for place in own}) > 1
            },
        )

    def topics(self, row: csr_matrix) -> list[Guess]:
        """Return every topic with its probability for a message of this row, the likeliest first."""
        return self._topics.ranked(row)

    def questions(self, row: csr_matrix, topics: Iterable[str]) -> dict[str, list[Guess]]:
        """Return the questions of those of the topics that have several, with their probability within the topic."""
        return {topic: self._questions[topic].ranked(row) for topic in topics if topic in self._questions}

    def save(self, folder: Path) -> None:
        """Write the models into a folder."""
        self._topics.save(folder / "topics")
        for topic, model in self._questions.items():
            model.save(folder / topic)
        (folder / "questions.json").write_text(json.dumps(list(self._questions)), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> TwoStages:
        """Read back what `save` wrote."""
        names = json.loads((folder / "questions.json").read_text("utf-8"))
        return cls(LinearModel.load(folder / "topics"), {name: LinearModel.load(folder / name) for name in names})

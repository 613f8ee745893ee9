"""What the clauses of one language tell: facts, which fact a date is, and what answers a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
from scipy.sparse import csr_matrix

from bot.nlu.borders import Borders, Label
from bot.nlu.clause_examples import ClauseExample
from bot.nlu.features import features
from bot.nlu.grammar import grammar
from bot.nlu.tokenizer import forms, tokenize
from bot.nlu.vectorizer import Vectorizer

Taught: TypeAlias = tuple[Sequence[Collection[Label]], Sequence[bool]]

DATE_VALUE, REPLY = "date", "reply"
LEAST_CLAUSES = 2
# Dates beside which a clause tells nothing else: that a card was issued doesn't tell that it is at hand.
TELLING = ("visit_day", "issued_on", "born_on", "left_on")
# Of the clauses that tell other facts, an answer is told apart from every so many-th.
OTHERS_STEP = 4


class ClauseModel:
    """Borders for facts, for dates, for general replies, and for the answers to each question."""

    def __init__(
        self, language: str, vectorizer: Vectorizer, said: Borders, dates: Borders, answers: dict[str, Borders]
    ) -> None:
        """Create a model of a language; `answers` are by the fact asked for."""
        self._language = language
        self._vectorizer = vectorizer
        self._said = said
        self._dates = dates
        self._answers = answers

    @classmethod
    def fit(cls, examples: Sequence[ClauseExample], language: str) -> ClauseModel:
        """Learn from the clauses of a language."""
        # As a reader puts them.
        plain = grammar(language).rewritten
        seen = [list(clause_features(plain(item.text), language)) for item in examples]
        vectorizer = Vectorizer.fit(seen, LEAST_CLAUSES)
        rows = vectorizer.rows(seen, diluted=True)
        answered = sorted({item.asked for item in examples if item.asked})
        return cls(
            language,
            vectorizer,
            _fit(rows, *_saying(examples)),
            _fit(rows, *_dating(examples)),
            {asked: _fit(rows, *_answering(examples, asked)) for asked in answered},
        )

    def said(self, text: str) -> dict[Label, float]:
        """Return how far inside its border a clause lies for each fact's value."""
        return self._said.margins(self._row(text))

    def dates(self, text: str) -> dict[str, float]:
        """Return how far inside its border a clause with one `◆` lies for each fact that this date may be."""
        return {fact: margin for (fact, _), margin in self._dates.margins(self._row(text)).items()}

    def answers(self, text: str, asked: str) -> dict[Label, float]:
        """Return how far inside its border a clause lies for each value of the fact asked for."""
        return self._answers[asked].margins(self._row(text)) if asked in self._answers else {}

    def _row(self, text: str) -> csr_matrix:
        return self._vectorizer.transform(clause_features(text, self._language), diluted=True)

    def save(self, folder: Path) -> None:
        """Write the model into a folder, which is made."""
        folder.mkdir(parents=True)
        self._vectorizer.save(folder)
        self._said.save(folder / "said")
        self._dates.save(folder / "dates")
        for asked, borders in self._answers.items():
            borders.save(folder / "answers" / asked)

    @classmethod
    def load(cls, folder: Path) -> ClauseModel:
        """Read a model back that `save` wrote; the folder's name is its language."""
        answers = {path.name: Borders.load(path) for path in sorted((folder / "answers").iterdir())}
        said, dates = Borders.load(folder / "said"), Borders.load(folder / "dates")
        return cls(folder.name, Vectorizer.load(folder), said, dates, answers)


def clause_features(text: str, language: str) -> Iterator[str]:
    """Yield the features of a clause: those of any message, and each word with or without a "not"."""
    tokens = tokenize(text, language)
    yield from features(text, tokens, language)
    polarity = "not" if grammar(language).says("negated", text) else "so"
    yield from (f"n:{polarity} {word}" for token in tokens for word in forms(token))


def _fit(rows: csr_matrix, told: Sequence[Collection[Label]], taken: Iterable[bool]) -> Borders:
    """Learn from the rows that are taken."""
    kept = np.flatnonzero(list(taken))
    return Borders.fit(rows[kept], [told[place] for place in kept])


def _saying(examples: Sequence[ClauseExample]) -> Taught:
    """Return what each clause says whatever was asked: all that is said anywhere in the same words."""
    by_text = defaultdict[str, set[Label]](set)
    for item in examples:
        if item.fact and item.value and not item.asked:
            by_text[item.text].add((item.fact, item.value))
    taken = [not item.asked and (not item.dated or item.fact in TELLING) for item in examples]
    return [by_text.get(item.text, set()) for item in examples], taken


def _dating(examples: Sequence[ClauseExample]) -> Taught:
    """Return which fact the date of each clause is."""
    told = [{(item.fact, DATE_VALUE)} if item.fact and item.dated else set() for item in examples]
    return told, [item.dated for item in examples]


def _answering(examples: Sequence[ClauseExample], asked: str) -> Taught:
    """Return what each clause answers to a question; some of those that answer others are told apart from it."""
    told = [
        {(item.fact, item.value)} if item.fact and item.value and asked in (item.asked, item.fact) else set()
        for item in examples
    ]
    others = [item.asked is None and not item.dated and place % OTHERS_STEP == 0 for place, item in enumerate(examples)]
    return told, [bool(labels) or other for labels, other in zip(told, others, strict=True)]

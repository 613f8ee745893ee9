"""What the clauses of a message tell, each by itself or going on from the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.nlu.borders import Label
from bot.nlu.clause_examples import DATE
from bot.nlu.clause_model import ClauseModel
from bot.nlu.clauses import Clause
from bot.nlu.dates import number_value
from bot.nlu.fact_dates import BORN
from bot.nlu.fact_kinds import kinds
from bot.nlu.fact_model import fits_polarity
from bot.nlu.grammar import grammar
from bot.nlu.said import Said
from bot.nlu.told import NO, YES

# How far outside its border a clause may lie for a value: where nothing was asked, beside what is surer or the answer
# to another question, in answer to the question for it. docs/decisions/facts.md has the figures.
SURE, SURE_BESIDE, SURE_ANSWER = -0.1, 0.1, -0.4
# The same for a clause that goes on from what the one before was about, which must lie so near to be about it.
SURE_GOING_ON, ABOUT = -0.15, -0.5
# So far outside a value may lie where a clause is about its fact and only its polarity tells which value.
RELATED = -0.7
# A clause told without its date is the less sure.
DATELESS = 0.1
AGE, TODAY = "age", "today"
# An age answers the question for any of these.
AGED = (AGE, BORN)
# A clause of these moods tells nothing.
UNTOLD = {"supposed", "doubted", "retracted", "strangers"}


def answering(asked: str | None) -> set[str]:
    """Return the facts that answer the question for one: itself, the state of a date, an age for a birthday."""
    if asked is None:
        return set()
    state = kinds()[asked].state
    return {asked, *([state] if state else []), *(AGED if asked in AGED else [])}


class ClauseReader:
    """Reads what clauses tell."""

    def __init__(self, language: str, today: date, model: ClauseModel, asked: str | None) -> None:
        """Create a reader.

        Args:
            language: the language that the clauses are in.
            today: what "now" is.
            model: knows what clauses tell.
            asked: the fact that the person was just asked for.
        """
        self._language, self._today, self._model, self._asked = language, today, model, asked
        self._words = grammar(language)
        self._answering = answering(asked)
        # The fact that the clause before was about, and those that a clause of the message doubts.
        self._about = asked
        self._doubted: frozenset[str] = frozenset()

    def read(self, found: Sequence[Clause]) -> list[Said]:
        """Return what the clauses of a message tell, in their order."""
        self._doubted = frozenset(self._nearest(clause) for clause in found if "doubted" in clause.moods)
        return [item for place, clause in enumerate(found) for item in self._told(place, clause)]

    def _nearest(self, clause: Clause) -> str:
        """Return the fact that a clause is nearest to telling."""
        margins = self._model.said(self._words.rewritten(clause.masked))
        return max(margins, key=margins.__getitem__)[0]

    def _told(self, place: int, clause: Clause) -> list[Said]:
        """Return what a clause tells, by itself or going on from the one before it."""
        text = self._words.rewritten(clause.masked)
        margins = self._said(clause, text)
        empty = not any(map(str.isalnum, text))
        silent = bool(empty or clause.moods & UNTOLD or "asked" in clause.moods)
        told = [] if silent else list(self._by_clause(place, clause, text, margins))
        if not (told or silent or clause.dates) and self._about:
            told = list(self._going_on(place, clause, text, self._about))
        (fact, _), margin = max(margins.items(), key=lambda item: item[1])
        if margin > ABOUT:
            self._about = fact
        return told

    def _said(self, clause: Clause, text: str) -> dict[Label, float]:
        """Return how far inside its border a clause lies for each fact's value, with its dates or without."""
        margins = self._model.said(text)
        if not clause.dates:
            return margins
        bare = self._model.said(text.replace(DATE, " "))
        return {label: max(margin, bare[label] - DATELESS) for label, margin in margins.items()}

    def _by_clause(self, place: int, clause: Clause, text: str, margins: dict[Label, float]) -> Iterator[Said]:
        """Yield what a clause tells: one fact surely, more where they are surer, and the answer to what was asked."""
        ranked = sorted(self._surest(clause, margins), key=lambda item: -item[1])
        for rank, ((fact, value), margin) in enumerate(ranked):
            named = fact in self._answering or self._words.names(fact, value, text)
            if named and margin > (SURE_BESIDE if rank or (self._asked and fact not in self._answering) else SURE):
                yield Said(fact, value, margin, clause, place)
        for asked in sorted(self._answering):
            yield from self._answers(place, clause, text, asked, SURE_ANSWER)

    def _going_on(self, place: int, clause: Clause, text: str, about: str) -> Iterator[Said]:
        """Yield what a clause tells as an answer to what the one before was about: "I'd lost it, but it turned up"."""
        yield from self._answers(place, clause, text, about, SURE_GOING_ON)

    def _answers(self, place: int, clause: Clause, text: str, asked: str, sure: float) -> Iterator[Said]:
        """Yield what a clause answers; where another doubts it, only a correction does."""
        if asked in self._doubted and "corrected" not in clause.moods:
            return
        for (fact, value), margin in self._surest(clause, self._model.answers(text, asked)):
            if margin > sure:
                yield Said(fact, self._today.isoformat() if value == TODAY else value, margin, clause, place)

    def _surest(self, clause: Clause, margins: dict[Label, float]) -> Iterator[tuple[Label, float]]:
        """Yield of each fact that a clause of these moods can tell the surest value that fits its polarity.

        Where another value lies nearer, but doesn't fit, it still says what the clause is about.
        """
        by_fact: dict[str, list[Label]] = {}
        for label in margins:
            by_fact.setdefault(label[0], []).append(label)
        for fact, labels in by_fact.items():
            fitting = [label for label in labels if fits_polarity(label, "negated" in clause.moods, self._language)]
            if fitting and ("planned" not in clause.moods or kinds()[fact].planned):
                surest = self._by_age(clause, fact) or max(fitting, key=margins.__getitem__)
                about = max(margins[label] for label in labels)
                yield surest, about if margins[surest] > RELATED else margins[surest]

    def _by_age(self, clause: Clause, fact: str) -> Label | None:
        """Return the value that the age in a clause gives a fact: "I was seventeen"."""
        from_age, told = kinds()[fact].from_age, self._words.pattern("aged").search(clause.masked)
        age = number_value(told["age"], self._language) if told else None
        return None if from_age is None or age is None else (fact, YES if age >= from_age else NO)

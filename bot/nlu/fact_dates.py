"""Which fact each date of a message is: what the words of its own clause say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from bot.nlu.clause_examples import DATE
from bot.nlu.clause_model import ClauseModel
from bot.nlu.clauses import Clause
from bot.nlu.dates import DateMention
from bot.nlu.fact_kinds import kinds
from bot.nlu.grammar import Grammar

# How far outside its border a clause may lie for the fact that its date is, and where that fact was asked for.
SURE, SURE_ANSWER = -0.25, -0.8
OTHER, IMPOSSIBLE = "other", "impossible"
BORN, VISIT, UNTIL = "born_on", "visit_day", "_until"
Role = tuple[str | None, float]
NOWHERE = -9.0


@dataclass(frozen=True)
class DatedClause:
    """A date with the clause that it stands in, and the fact that it is; None where nothing says which."""

    mention: DateMention
    clause: Clause
    place: int
    fact: str | None
    margin: float


class DateReader:
    """Reads which facts the dates of one message are."""

    def __init__(self, found: Sequence[Clause], model: ClauseModel, words: Grammar, asked: str | None) -> None:
        """Create a reader.

        Args:
            found: the message's clauses.
            model: knows what clauses tell.
            words: the language's grammar.
            asked: the fact that was asked for.
        """
        self._found, self._model, self._words = found, model, words
        self._asked = asked if asked and kinds()[asked].date else None
        # What the clause before says, which may name what this one is about.
        self._beside = ""

    def read(self) -> Iterator[DatedClause]:
        """Yield every date with the fact that it is."""
        before: DatedClause | None = None
        for place, clause in enumerate(self._found):
            parts = self._parts(clause)
            for part in parts:
                subject = "" if part is parts[0] else _before_its_date(parts[0])
                self._beside = self._found[place - 1].masked if place else ""
                role, margin = self._role(part, place, before.fact if before else None, subject)
                taken = None if self._untold(clause, role) or self._taken_back(part) else role
                mention = _in_the_same_month(part.dates[0], before.mention if before else None)
                before = DatedClause(mention, part, place, role, margin)
                yield replace(before, fact=taken)

    def _parts(self, clause: Clause) -> list[Clause]:
        """Return a clause in parts of one date each: each with the words before it or each with those after it."""
        if len(clause.dates) < 2:
            return [clause] if clause.dates else []
        ends = [mention.end - clause.start for mention in clause.dates]
        starts = [mention.start - clause.start for mention in clause.dates]
        ways = [_split(clause, ends[:-1]), _split(clause, starts[1:])]
        return max(ways, key=lambda parts: sum(self._best(part.masked)[1] for part in parts))

    def _role(self, clause: Clause, place: int, before: str | None, subject: str) -> Role:
        """Return the fact that the one date of a clause is, and how surely.

        Args:
            clause: has one date.
            place: where among the clauses it stands.
            before: the fact of the date before it.
            subject: what the clause that it is part of began with.
        """
        if self._bare(clause):
            if subject and "corrected" not in clause.moods:
                return self._sure_role(f"{subject} {clause.masked}")
            return self._bare_role(clause, place, before)
        fact, margin = self._sure_role(clause.masked)
        if fact is None and subject:
            fact, margin = self._sure_role(f"{subject} {clause.masked}")
        if fact is None and before and "corrected" in clause.moods:
            return before, 0.0
        return fact, margin

    def _sure_role(self, text: str) -> Role:
        """Return the likeliest of the facts that a text names, or that was asked for, if it is sure."""
        best, surest = self._best(text)
        if self._asked and surest > SURE and not self._may_be(best, text):
            # "It ran out in March" tells when something ended: what was asked for.
            return self._asked, surest
        margins = {fact: margin for fact, margin in self._margins(text).items() if self._may_be(fact, text)}
        if not margins:
            return None, NOWHERE
        fact = max(margins, key=margins.__getitem__)
        if fact == OTHER or margins[fact] <= (SURE_ANSWER if fact == self._asked else SURE):
            return None, margins[fact]
        return fact, margins[fact]

    def _may_be(self, fact: str, text: str) -> bool:
        return fact in (OTHER, self._asked) or self._words.names(fact, None, f"{self._beside} {text}")

    def _bare_role(self, clause: Clause, place: int, before: str | None) -> Role:
        """Return the fact of a date alone: that of the date it corrects, the one asked for, or by a neighbour."""
        if before and "corrected" in clause.moods:
            return before, 0.0
        if self._asked:
            return self._asked, 0.0
        beside = [self._found[near] for near in (place + 1, place - 1) if 0 <= near < len(self._found)]
        texts = [_together(clause, other) for other in beside if not other.dates]
        fact, margin = max(map(self._best, texts), key=lambda role: role[1], default=(None, NOWHERE))
        return (fact, margin) if margin > SURE and fact != OTHER else (None, margin)

    def _best(self, text: str) -> tuple[str, float]:
        return max(self._margins(text).items(), key=lambda item: item[1])

    def _margins(self, text: str) -> dict[str, float]:
        return self._model.dates(self._words.rewritten(text))

    def _bare(self, clause: Clause) -> bool:
        """Tell whether a clause has nothing but its date and small words."""
        rest = clause.masked.replace(DATE, " ")
        for section in ("corrected", "fillers"):
            rest = self._words.pattern(section).sub(" ", rest)
        return not any(map(str.isalpha, rest))

    @staticmethod
    def _untold(clause: Clause, role: str | None) -> bool:
        """Tell whether a clause only doubts or supposes its date; "if I go on the 3rd" names the day of a visit."""
        return bool(clause.moods & {"doubted", "strangers"}) or ("supposed" in clause.moods and role != VISIT)

    def _taken_back(self, clause: Clause) -> bool:
        """Tell whether the date of a clause is taken back: "not on the 3rd"."""
        return any(DATE in match[0] for match in self._words.pattern("retracted").finditer(clause.masked))


def _split(clause: Clause, borders: Sequence[int]) -> list[Clause]:
    edges = [0, *borders, len(clause.text)]
    return [clause.part(start, end) for start, end in pairwise(edges)]


def _before_its_date(clause: Clause) -> str:
    return clause.masked.partition(DATE)[0].strip()


def _together(clause: Clause, other: Clause) -> str:
    first, second = sorted((clause, other), key=lambda item: item.start)
    return f"{first.masked} {second.masked}"


def _in_the_same_month(mention: DateMention, before: DateMention | None) -> DateMention:
    """Return a date told by its day alone in the month of the date before it: "12月3日、いや4日"."""
    if before is None or mention.month or mention.year or not mention.day:
        return mention
    return replace(mention, year=before.year, month=before.month)


def written(item: DatedClause, fact: str, today: date, words: Grammar) -> str | None:
    """Return a date as a fact takes it, its year found where it was left out; None where the fact can't take it."""
    mention, lies = item.mention, kinds()[fact].date
    if mention.impossible:
        return IMPOSSIBLE
    if fact.endswith(UNTIL) and mention.month is None and mention.day is None:
        # In which part of a year something ended can't be guessed.
        return None
    if fact == BORN:
        return _birth(item, today, words)
    over = lies == "past" or ("been" if lies == "next" else "past") in item.clause.moods
    completed = mention.over(today) if over else mention.to_come(today)
    return None if fact == VISIT and completed.month is None else completed.written


def _birth(item: DatedClause, today: date, words: Grammar) -> str | None:
    """Return a date of birth; one on which somebody turned 75 was so many years before."""
    mention, turned = item.mention, words.pattern("turned").search(item.clause.text)
    if turned and mention.month and mention.day:
        there = mention.over(today) if "past" in item.clause.moods else mention.to_come(today)
        return replace(there, year=(there.year or 0) - int(turned["age"])).written
    return mention.written if mention.day or mention.year else None

"""The facts of a case that a message tells, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.nlu.clause_model import REPLY, ClauseModel
from bot.nlu.clause_reader import AGE, AGED, UNTOLD, ClauseReader, answering
from bot.nlu.clauses import Clause, clauses
from bot.nlu.dates import age_in_years, find_dates
from bot.nlu.dates.numerals import plain
from bot.nlu.fact_dates import BORN, DatedClause, DateReader, written
from bot.nlu.fact_kinds import kinds
from bot.nlu.fact_model import FactModel
from bot.nlu.grammar import grammar
from bot.nlu.said import Said
from bot.nlu.settling import settled
from bot.nlu.spelling import straight
from bot.nlu.told import YES, FactReading, Told, Unused

# How far outside its border a clause may lie for a general yes or no.
SURE_REPLY = -0.4
# What a message may answer besides a fact.
EVASIONS = ("stop", "restart", "undo", "why", "unknown")
AMBIGUOUS, UNPLACED = "ambiguous", "unplaced"


def read_message(text: str, language: str, today: date, model: FactModel, asked: str | None = None) -> FactReading:
    """Return what a message tells.

    Args:
        text: what the person wrote.
        language: the language that it is in.
        today: what relative dates count from.
        model: knows what clauses tell.
        asked: the fact that the person was just asked for.
    """
    return _Reader(text, language, today, model.of(language), asked if asked in kinds() else None).read()


class _Reader:
    """Reads one message."""

    def __init__(self, text: str, language: str, today: date, model: ClauseModel, asked: str | None) -> None:
        self._language, self._today, self._model, self._asked = language, today, model, asked
        self._words = grammar(language)
        shown = self._words.pattern("numbers").sub(lambda match: "#" * len(match[0]), straight(plain(text)))
        shown = self._words.recast(shown)
        self._clauses = clauses(shown, find_dates(shown, language, today), self._words)
        self._dates = list(DateReader(self._clauses, self._model, self._words, self._asked).read())

    def read(self) -> FactReading:
        evasion = self._evasion()
        if evasion and len(self._clauses) == 1:
            return FactReading((Told(None, evasion),))
        said = ClauseReader(self._language, self._today, self._model, self._asked).read(self._clauses)
        told = settled(said, list(self._by_date()), self._clauses, self._today)
        if self._asked in AGED and (age := self._age()):
            told = [*(item for item in told if item.fact != AGE), age]
        if not told or (self._asked and not any(item.fact in answering(self._asked) for item in told)):
            told.extend(self._replies())
        return FactReading(tuple(told), tuple(_unused(self._dates)))

    def _age(self) -> Told | None:
        """Return the age that answers the question for a birthday: 生後5か月, "18 months old"."""
        for clause in self._clauses:
            told = not (clause.dates or clause.moods & {*UNTOLD, "negated"})
            years = age_in_years(clause.text, self._language) if told else None
            if years is not None:
                return Told(AGE, str(int(years)))
        return None

    def _by_date(self) -> Iterator[Said]:
        for item in self._on_birthdays(self._dates):
            if item.fact and not item.mention.ambiguous:
                value = written(item, item.fact, self._today, self._words)
                if value:
                    yield Said(item.fact, value, item.margin, item.clause, item.place)

    def _on_birthdays(self, dates: Sequence[DatedClause]) -> Iterator[DatedClause]:
        """Yield dates, those of "my birthday this year" with the day that the message tells of it."""
        born = next((item.mention for item in dates if item.fact == BORN and item.mention.day), None)
        for item in dates:
            mention = item.mention
            if born and item.fact != BORN and mention.month is None and self._words.says("birthday", item.clause.text):
                mention = replace(mention, month=born.month, day=born.day)
            yield replace(item, mention=mention)

    def _evasion(self) -> str | None:
        """Return how a message gets round the question: don't know, stop and the like."""
        text = "".join(clause.text for clause in self._clauses)
        return next((name for name in EVASIONS if self._words.says(name, text)), None)

    def _replies(self) -> Iterator[Told]:
        """Yield what a message answers in general: yes or no, don't know, stop and the like."""
        if evasion := self._evasion():
            yield Told(None, evasion)
            return
        replies = [(clause, reply) for clause in self._clauses if (reply := self._general_reply(clause))]
        corrected = [reply for clause, reply in replies if "corrected" in clause.moods]
        yield from (_reply(reply, self._asked) for reply in (corrected[-1:] or [reply for _, reply in replies[:1]]))

    def _general_reply(self, clause: Clause) -> str | None:
        if clause.moods & (UNTOLD | {"asked"}):
            return None
        text = self._words.rewritten(clause.masked)
        if not any(map(str.isalnum, text)):
            return None
        margins = self._model.answers(text, REPLY)
        (_, reply), margin = max(margins.items(), key=lambda item: item[1])
        return reply if margin > SURE_REPLY else None


def _reply(reply: str, asked: str | None) -> Told:
    """Return what a bare yes or no says, of the fact asked for where it takes one."""
    if asked is None or kinds()[asked].means_yes is None:
        return Told(None, reply)
    return Told(asked, str(kinds()[asked].means_yes if reply == YES else kinds()[asked].means_no))


def _unused(dates: Iterable[DatedClause]) -> Iterator[Unused]:
    for item in dates:
        if item.mention.ambiguous:
            yield Unused(item.mention.text, AMBIGUOUS)
        elif item.fact is None and not item.clause.moods & UNTOLD:
            yield Unused(item.mention.text, UNPLACED)

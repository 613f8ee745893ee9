"""The facts of a case that a message tells, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from bot.nlu.borders import Label
from bot.nlu.clause_examples import DATE, clause_examples
from bot.nlu.clause_model import REPLY, ClauseModel
from bot.nlu.clauses import Clause, clauses
from bot.nlu.dates import age_in_years, age_pattern, find_dates
from bot.nlu.dates.numerals import plain
from bot.nlu.fact_dates import DatedClause, DateReader, written
from bot.nlu.fact_kinds import kinds
from bot.nlu.fact_model import FactModel, fits_polarity
from bot.nlu.grammar import grammar
from bot.nlu.spelling import straight

# How far outside its border a clause may lie for a value: where nothing was asked, beside the answer to another
# question, in answer to the question for it, and for a general yes or no. docs/decisions/facts.md has the figures.
SURE, SURE_BESIDE, SURE_ANSWER, SURE_REPLY = -0.1, 0.1, -0.4, -0.4
# The same for a clause that goes on from what the one before was about, which must lie so near to be about it.
SURE_GOING_ON, ABOUT = -0.15, -0.5
# So far outside a value may lie where a clause is about its fact and only its polarity tells which value.
RELATED = -0.7
AGE, TODAY, APPLIES_FOR = "age", "today", "applies_for"
# A clause told without its date is the less sure.
DATELESS = 0.1
UNTIL, BORN, NEWBORN = "_until", "born_on", ("situation", "newborn")
# An age answers the question for any of these.
AGED = (AGE, BORN)
# What a message may answer besides a fact.
EVASIONS = ("stop", "restart", "undo", "why", "unknown")
YES, NO = "yes", "no"
# A clause of these moods tells nothing.
UNTOLD = {"supposed", "doubted", "retracted", "strangers"}
AMBIGUOUS, UNPLACED = "ambiguous", "unplaced"


@dataclass(frozen=True)
class Told:
    """Something that a message tells.

    Attributes:
        fact: the fact's name; None for a bare answer where nothing fitting was asked.
        value: a fact's value, `yes`, `no`, one of `EVASIONS`, or a date as far as it was given (2026-12-01,
            2021-03, 2021, --05-03, or `impossible`).
    """

    fact: str | None
    value: str


@dataclass(frozen=True)
class Unused:
    """A date that was seen and not taken for any fact.

    Attributes:
        text: the words.
        reason: `ambiguous`: it could be two days; `unplaced`: nothing says what it is.
    """

    text: str
    reason: str


@dataclass(frozen=True)
class FactReading:
    """What a message tells, and what of it could not be used."""

    told: tuple[Told, ...]
    unused: tuple[Unused, ...] = ()


@dataclass(frozen=True)
class _Said:
    """A fact with the clause that says it and how sure that is."""

    fact: str
    value: str
    margin: float
    clause: Clause
    place: int


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
        self._answering = answering(asked)
        self._about = asked
        shown = self._words.pattern("numbers").sub(lambda match: "#" * len(match[0]), straight(plain(text)))
        shown = self._words.recast(shown)
        self._clauses = clauses(shown, find_dates(shown, language, today), self._words)
        self._dates = list(DateReader(self._clauses, self._model, self._words, self._asked).read())

    def read(self) -> FactReading:
        evasion = self._evasion()
        if evasion and len(self._clauses) == 1:
            return FactReading((Told(None, evasion),))
        said = [item for place, clause in enumerate(self._clauses) for item in self._told(place, clause)]
        dated = list(self._by_date())
        told = _of_this_year(
            _settled(_of_the_case([*_without_states(said, dated), *dated], self._clauses)), self._today
        )
        if self._asked in AGED and (age := self._age()):
            told = [*(item for item in told if item.fact != AGE), age]
        if not told or (self._asked and not any(item.fact in self._answering for item in told)):
            told.extend(self._replies())
        return FactReading(tuple(told), tuple(_unused(self._dates)))

    def _told(self, place: int, clause: Clause) -> list[_Said]:
        """Return what a clause tells, by itself or going on from the one before it."""
        text = self._words.rewritten(clause.masked)
        margins = self._said(clause, text)
        silent = bool(clause.moods & UNTOLD or "asked" in clause.moods)
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

    def _by_clause(self, place: int, clause: Clause, text: str, margins: dict[Label, float]) -> Iterator[_Said]:
        """Yield what a clause tells: one fact surely, more where they are surer, and the answer to what was asked."""
        ranked = sorted(self._surest(clause, margins), key=lambda item: -item[1])
        for rank, ((fact, value), margin) in enumerate(ranked):
            named = fact in self._answering or self._words.names(fact, value, text)
            if named and margin > (SURE_BESIDE if rank or (self._asked and fact not in self._answering) else SURE):
                yield _Said(fact, value, margin, clause, place)
        for asked in sorted(self._answering):
            yield from self._answers(place, clause, text, asked, SURE_ANSWER)

    def _going_on(self, place: int, clause: Clause, text: str, about: str) -> Iterator[_Said]:
        """Yield what a clause tells as an answer to what the one before was about: "I'd lost it, but it turned up"."""
        yield from self._answers(place, clause, text, about, SURE_GOING_ON)

    def _answers(self, place: int, clause: Clause, text: str, asked: str, sure: float) -> Iterator[_Said]:
        for (fact, value), margin in self._surest(clause, self._model.answers(text, asked)):
            if margin > sure:
                yield _Said(fact, self._today.isoformat() if value == TODAY else value, margin, clause, place)

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
                surest = max(fitting, key=margins.__getitem__)
                about = max(margins[label] for label in labels)
                yield surest, about if margins[surest] > RELATED else margins[surest]

    def _age(self) -> Told | None:
        """Return the age that answers the question for a birthday: 生後5か月, "18 months old"."""
        for clause in self._clauses:
            told = not (clause.dates or clause.moods & {*UNTOLD, "negated"})
            years = age_in_years(clause.text, self._language) if told else None
            if years is not None:
                return Told(AGE, str(int(years)))
        return None

    def _by_date(self) -> Iterator[_Said]:
        for item in self._on_birthdays(self._dates):
            if item.fact and not item.mention.ambiguous:
                value = written(item, item.fact, self._today, self._words)
                if value:
                    yield _Said(item.fact, value, item.margin, item.clause, item.place)

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
        margins = self._model.answers(self._words.rewritten(clause.masked), REPLY)
        (_, reply), margin = max(margins.items(), key=lambda item: item[1])
        return reply if margin > SURE_REPLY else None


def answering(asked: str | None) -> set[str]:
    """Return the facts that answer the question for one: itself, the state of a date, an age for a birthday."""
    if asked is None:
        return set()
    state = kinds()[asked].state
    return {asked, *([state] if state else []), *(AGED if asked in AGED else [])}


def _of_the_case(said: Sequence[_Said], found: Sequence[Clause]) -> list[_Said]:
    """Return what is said of the person whose case it is: their own, where somebody else's is told apart from it."""
    told_apart = any("own" in clause.moods for clause in found)
    own = {item.fact for item in said if "others" not in item.clause.moods}
    return [
        item
        for item in said
        if "own" in item.clause.moods
        or "others" not in item.clause.moods
        or not (told_apart or (item.fact in own and item.fact != APPLIES_FOR))
    ]


def _settled(said: Sequence[_Said]) -> list[Told]:
    """Return one value a fact: the one that corrects, else the surest."""
    settled: dict[str, _Said] = {}
    for item in sorted(said, key=lambda item: item.place):
        before = settled.get(item.fact)
        if before is None or "corrected" in item.clause.moods or item.margin > before.margin:
            settled[item.fact] = item
    dated_states = {kinds()[fact].state for fact in settled}
    return [Told(fact, item.value) for fact, item in settled.items() if fact not in dated_states]


def _without_states(said: Sequence[_Said], dated: Sequence[_Said]) -> list[_Said]:
    """Return what is said without states told by clauses whose own date says what is over or valid until when."""
    ends = {item.place for item in dated if item.fact.endswith(UNTIL)}
    states = {kind.state for kind in kinds().values()}
    return [item for item in said if not (item.place in ends and item.fact in states)]


def _of_this_year(told: Sequence[Told], today: date) -> list[Told]:
    """Return what is told, a birthday without its year being the last one where somebody was just born."""
    if Told(*NEWBORN) not in told:
        return list(told)
    return [replace(item, value=_last(item.value, today)) if item.fact == BORN else item for item in told]


def _last(day: str, today: date) -> str:
    """Return the last such day where the year was left out: `--05-03`."""
    if not day.startswith("--"):
        return day
    year = today.year if day[2:] <= today.isoformat()[5:] else today.year - 1
    return f"{year}{day[1:]}"


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


def answers_plainly(text: str, language: str, asked: str) -> bool:
    """Tell whether a message is an answer to the question asked and nothing besides: "at home", "赤ちゃんです"."""
    if asked not in kinds():
        return False
    if asked in AGED:
        text = age_pattern(language).sub(" ", plain(text).lower(), count=1)
        if not _bare(text, language):
            return True
    return _bare(text, language) in _bare_answers(language, asked)


def _bare(text: str, language: str) -> str:
    """Return a message in its letters, without the small words."""
    rest = grammar(language).pattern("fillers").sub(" ", straight(plain(text)).casefold())
    return "".join(filter(str.isalnum, rest))


@lru_cache
def _bare_answers(language: str, asked: str) -> frozenset[str]:
    """Return the examples of answers to a question, and of clauses that tell its fact."""
    facts = answering(asked)
    texts = (_bare(item.text, language) for item in clause_examples(language) if item.fact in facts)
    return frozenset(filter(None, texts))

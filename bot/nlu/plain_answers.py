"""Is a message an answer to the question asked and nothing besides?"""

from __future__ import annotations

from functools import lru_cache

from bot.nlu.clause_examples import clause_examples
from bot.nlu.clause_reader import AGED, answering
from bot.nlu.dates import age_pattern
from bot.nlu.dates.numerals import plain
from bot.nlu.fact_kinds import kinds
from bot.nlu.grammar import grammar
from bot.nlu.spelling import straight


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

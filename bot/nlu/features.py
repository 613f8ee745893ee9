"""What the classifier sees of a message: a bag of named features, the same for every language.

Names start with the kind of feature: `w` a word, `b` two words in a row, `c` a piece of the writing, `r` a piece of the
reading (Japanese: so that 保健証 and ほけんしょう look like 保険証), `k` a concept, `p` a pair of concepts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from rasa.nlu.tokenizers.tokenizer import Token

from bot.content.language import known_languages
from bot.nlu.concepts import concepts_in
from bot.nlu.spelling import bare, fold
from bot.nlu.tokenizer import KANA, forms

# Every other length tells as much as every length, in half the features.
KANA_SIZES = (3, 5)


def features(text: str, tokens: list[Token], language: str) -> Iterator[str]:
    """Yield the features of a message, repeated as often as they occur."""
    written = [word for token in tokens for word in forms(token)]
    words = [bare(word) for word in written]
    yield from (f"w:{word}" for word in words)
    yield from (f"b:{first} {second}" for first, second in pairwise(words))
    yield from (f"c:{piece}" for piece in _pieces(bare(_plain(text)), known_languages()[language].piece_sizes))
    yield from (f"r:{piece}" for piece in _pieces(_kana(tokens), KANA_SIZES))
    concepts = sorted(concepts_in(written, language))
    yield from (f"k:{concept}" for concept in concepts)
    yield from (f"p:{first}+{second}" for first, second in combinations(concepts, 2))


def _plain(text: str) -> str:
    """Return the text in one spelling, its words set off by single blanks."""
    return f" {' '.join(fold(text).split())} "


def _kana(tokens: Iterable[Token]) -> str:
    return "".join(token.get(KANA) or "" for token in tokens)


def _pieces(text: str, sizes: Iterable[int]) -> Iterator[str]:
    return (text[start : start + size] for size in sizes for start in range(len(text) - size + 1))

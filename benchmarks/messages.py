"""What both assistants are asked: questions of all topics and a check, in conversations as people have them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import count

from bot.content.examples import examples

LANGUAGE = "en"
# How many questions one conversation asks.
TURNS = 10
QUESTION = "How do I apply for an eligibility certificate?"
CHECK = ("/check_visit_document", "yes", "no", "yes")

Said = tuple[str, str]
_numbers = count()


@lru_cache
def _texts() -> tuple[str, ...]:
    """Return all questions; they are read from many files."""
    asked = (entry for entry in examples() if entry.language == LANGUAGE and entry.intent.startswith("faq/"))
    return tuple(entry.text for entry in asked)


def questions(many: int) -> list[Said]:
    """Return conversation ids, never used before, and questions of all topics."""
    texts, run = _texts(), next(_numbers)
    return [(f"questions-{run}-{n // TURNS}", text) for n, text in enumerate(texts[:: len(texts) // many][:many])]


def checks(many: int) -> list[Said]:
    """Return conversation ids, never used before, and the messages of a check."""
    run = next(_numbers)
    return [(f"check-{run}-{n}", text) for n in range(many) for text in CHECK]


def mixed(user: int) -> Iterator[Said]:
    """Yield what a user says for as long as they are listened to: questions, and a check now and then."""
    run, texts = next(_numbers), _texts()
    for n in count():
        start = (user * 701 + n * 37) % (len(texts) - len(CHECK))
        said = CHECK if n % 3 == 2 else texts[start:][: len(CHECK)]
        yield from ((f"user-{run}-{user}-{n}", text) for text in said)

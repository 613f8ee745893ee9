"""What both assistants are asked: questions of all topics and a check, in conversations as people have them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from bot.content.examples import examples

LANGUAGE = "en"
# How many questions one conversation asks.
TURNS = 10
QUESTION = "How do I apply for an eligibility certificate?"
CHECK = ("/check_visit_document", "yes", "no", "yes")

Said = tuple[str, str]
_numbers = count()


def questions(many: int) -> list[Said]:
    """Return conversation ids, never used before, and questions of all topics."""
    texts = [entry.text for entry in examples() if entry.language == LANGUAGE and entry.intent.startswith("faq/")]
    run = next(_numbers)
    return [(f"questions-{run}-{n // TURNS}", text) for n, text in enumerate(texts[:: len(texts) // many][:many])]


def checks(many: int) -> list[Said]:
    """Return conversation ids, never used before, and the messages of a check."""
    run = next(_numbers)
    return [(f"check-{run}-{n}", text) for n in range(many) for text in CHECK]


def mixed(user: int) -> Iterator[Said]:
    """Yield what a user says for as long as they are listened to: questions, and a check now and then."""
    run, texts = next(_numbers), [text for _, text in questions(400)]
    for n in count():
        said = CHECK if n % 3 == 2 else texts[(user * 7 + n * 3) % 390 :][:4]
        yield from ((f"user-{run}-{user}-{n}", text) for text in said)

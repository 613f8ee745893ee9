"""What both assistants are asked: examples of all topics, in conversations of ten turns, as people have them."""

from __future__ import annotations

from benchmarks.stock import LANGUAGE
from bot.content.examples import examples

TURNS, WARM_UP = 200, 20


def messages() -> list[tuple[str, str]]:
    """Return conversation ids and messages; the first `WARM_UP` are not to be counted."""
    texts = [entry.text for entry in examples() if entry.language == LANGUAGE]
    step = len(texts) // (TURNS + WARM_UP)
    return [(f"bench-{number // 10}", text) for number, text in enumerate(texts[::step][: TURNS + WARM_UP])]

"""Has every kanji of every text a reading, and has somebody looked at each?"""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers.readings import KANJI, is_read, readings, readings_file
from bot.content.language import languages
from bot.review.renderings import texts_of


def reading_problems() -> Iterator[str]:
    """Yield the kanji that nothing reads, and the readings that nobody has looked at, each once."""
    for language in filter(is_read, languages()):
        found = (problem for text in texts_of(language).values() for problem in _of_text(text, language))
        yield from (f"{language} readings.yml: {problem}" for problem in dict.fromkeys(found))


def _of_text(text: str, language: str) -> Iterator[str]:
    proved, found = readings_file(language).proved, readings(text, language)
    for reading in found:
        piece = text[reading.start : reading.end]
        if reading.kana not in proved.get(piece, ()):
            yield f"nobody has looked at {piece} read {reading.kana}"
    covered = {place for reading in found for place in range(reading.start, reading.end)}
    unread = (match for match in KANJI.finditer(text) if match.start() not in covered)
    yield from (f"nothing reads {match[0]}" for match in unread)

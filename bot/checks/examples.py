"""Has every question examples in every language, none twice in those learnt together, every follow-up a question?"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bot.content.examples import LabelledText, examples, follow_ups, intent_of
from bot.content.language import languages, original
from bot.content.topic import topics

FEWEST = 8


def question_intents() -> list[str]:
    """Return the full names of the intents of all questions."""
    return [intent_of(name, question) for name, topic in topics().items() for question in topic.questions]


def example_problems(intents: Iterable[str]) -> Iterator[str]:
    """Yield the problems of the examples.

    Args:
        intents: the full name of every intent that a message can have.
    """
    yield from problems_of(list(examples()), intents, languages())
    yield from follow_up_problems(list(follow_ups()), languages())


def problems_of(texts: Sequence[LabelledText], intents: Iterable[str], spoken: Iterable[str]) -> Iterator[str]:
    """Yield intents without enough examples in a language, examples of unknown ones, and examples that stand twice."""
    expected = set(intents)
    for language in spoken:
        counts = Counter(entry.intent for entry in texts if entry.language == language)
        few = ((name, counts[name]) for name in sorted(expected) if counts[name] < FEWEST)
        yield from (f"{language} {name}: {count} examples, at least {FEWEST} are needed" for name, count in few)
        yield from (f"{language}: examples for an unknown intent: {name}" for name in sorted(counts.keys() - expected))
    yield from _repeated(texts)


def follow_up_problems(texts: Sequence[LabelledText], spoken: Iterable[str]) -> Iterator[str]:
    """Yield languages without follow-ups, and follow-ups of unknown questions."""
    known, present = set(question_intents()), {entry.language for entry in texts}
    yield from (f"{language}: there are no follow-ups" for language in spoken if language not in present)
    unknown = sorted({(entry.language, entry.intent) for entry in texts if entry.intent not in known})
    yield from (f"{language}: follow-ups of an unknown question: {name}" for language, name in unknown)


def _repeated(texts: Sequence[LabelledText]) -> Iterator[str]:
    places: dict[tuple[str, str], list[LabelledText]] = defaultdict(list)
    for entry in texts:
        places[original(entry.language), _folded(entry.text)].append(entry)
    for found in places.values():
        if len(found) > 1:
            where = ", ".join(f"{entry.language} {entry.intent}" for entry in found)
            yield f"the same example twice ({where}): {found[0].text}"


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(letter for letter in plain if letter.isalnum())
    return kept or plain

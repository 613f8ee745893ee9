"""Keep personal data out: masked before anything is classified, stored or logged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.privacy.my_number import my_number
from bot.privacy.recogniser import MASK, Recogniser, Span

RECOGNISERS: Sequence[Callable[[], Recogniser]] = (my_number,)


def mask(text: str) -> str:
    """Return the text with all personal data that we know replaced by a mask."""
    return without(text, found(text))


def found(text: str) -> list[Span]:
    """Return where personal data stands in a text."""
    return [span for recogniser in RECOGNISERS for span in recogniser().find(text)]


def may_hold(text: str) -> bool:
    """Tell whether a text can hold any part of personal data that we know, whatever was said before."""
    return any(recogniser().may_begin_or_go_on(text) for recogniser in RECOGNISERS)


def without(text: str, spans: Iterable[Span]) -> str:
    """Return a text with a mask in place of each span; spans that touch are one."""
    result, at = "", 0
    for start, end in _merged(sorted(spans)):
        result += text[at:start] + MASK
        at = end
    return result + text[at:]


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    whole: Span | None = None
    for span in spans:
        if whole and span.start <= whole.end:
            whole = Span(whole.start, max(whole.end, span.end))
            continue
        if whole:
            yield whole
        whole = span
    if whole:
        yield whole

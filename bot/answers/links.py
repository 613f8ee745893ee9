"""Where the texts link to."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.answers.eligibility_texts import eligibility_texts
from bot.content.answers import answers
from bot.content.dialogue import response_texts
from bot.content.language import languages

HOST = re.compile(r"https?://([A-Za-z0-9.-]+)")


@lru_cache
def link_hosts() -> list[str]:
    """Return the hosts that the reviewed texts name, in alphabetical order; a link to any other is not ours."""
    return sorted({host.lower() for text in _everything_said() for host in HOST.findall(text)})


def _everything_said() -> Iterator[str]:
    for language in languages():
        yield from (topic.model_dump_json() for topic in answers(language).values())
        yield from response_texts(language).values()
        yield eligibility_texts(language).model_dump_json()

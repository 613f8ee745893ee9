"""Where the texts link to."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.answers.catalog import catalog
from bot.answers.eligibility_texts import eligibility_texts
from bot.answers.texts import texts

HOST = re.compile(r"https?://([A-Za-z0-9.-]+)")


@lru_cache
def link_hosts() -> list[str]:
    """Return the hosts that the reviewed texts name, in alphabetical order; a link to any other is not ours."""
    return sorted({host.lower() for text in _everything_said() for host in HOST.findall(text)})


def _everything_said() -> Iterator[str]:
    for topic in catalog().topics.values():
        yield from (text for variant in topic.answers for text in variant.text.values())
    yield from (words for text in texts().values() for words in text.text.values())
    yield eligibility_texts().model_dump_json()

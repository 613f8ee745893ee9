"""Which code, content and libraries a component's model comes from."""

from functools import lru_cache

from bot.digest import digest

# What all learn by: the code, the languages with their features, the libraries.
LEARNT_BY = ("bot/nlu", "data/languages/*/language.yml", "data/languages/*/concepts.yml", "uv.lock")


@lru_cache
def version(learnt_from: tuple[str, ...] = ()) -> str:
    """Return the digest of all that, and of the content that is learnt from, as patterns of paths.

    Rasa keeps what it trained and takes it again where the configuration is the same; of our code and content it knows
    nothing, so a component tells it this.
    """
    return digest((*LEARNT_BY, *learnt_from))

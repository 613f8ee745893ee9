"""Which code, lexicon and libraries the features, the classifier and the judgement of emergencies come from."""

from functools import lru_cache

from bot.digest import digest

MADE_FROM = (
    "bot/nlu",
    "data/languages/*/language.yml",
    "data/languages/*/concepts.yml",
    "data/languages/*/emergencies.yml",
    "data/languages/*/examples",
    "data/languages/*/follow_ups",
    "data/languages/*/clauses.yml",
    "data/languages/*/facts.yml",
    "uv.lock",
)


@lru_cache
def version() -> str:
    """Return the digest of all that.

    Rasa keeps what it trained and takes it again where the configuration is the same; of our code and content it knows
    nothing, so a component tells it this.
    """
    return digest(MADE_FROM)

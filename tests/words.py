"""What people say in conversations that are the same in every language: `words.yml`."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.content.language import languages


@lru_cache
def words() -> dict[str, dict[str, Any]]:
    """Return by language what people say, by what it is for; a language that is spoken and isn't there is an error."""
    written = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))
    return {language: written[language] for language in languages()}

"""Rasa's own test stories, which `rasa test core` plays, are there for every language that is spoken."""

import pytest

from bot.content.language import languages
from bot.project import ROOT


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ["test_{}.yml", "test_checks_{}.yml"])
def test_a_language_that_is_spoken_has_stories(name, language):
    assert (ROOT / "tests" / "stories" / name.format(language)).exists()

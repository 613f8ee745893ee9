"""What tests of reading share."""

import pytest

from bot.content.language import languages
from bot.nlu.fact_model import FactModel


@pytest.fixture(scope="session")
def fact_model():
    """The model of clauses, learnt from the languages' examples."""
    return FactModel.fit(languages())

"""What differs by insurer gets into texts, with its source."""

from datetime import date

import pytest

from bot.answers.catalog import answer
from bot.content import insurer as insurer_module
from bot.content.insurer import Insurer, InsurerWords, fill, insurer
from bot.content.language import languages
from bot.content.source import leaflet_names

SOURCE = {"leaflet": "kokuyo-checklist", "where": "y"}
OWN = Insurer.model_validate(
    {
        "telephone": "03-0000-0000",
        "facts": {
            "days": {"value": 5, "source": SOURCE},
            "printed": {"value": date(2025, 12, 2), "source": SOURCE},
            "sent": {"source": SOURCE},
        },
    }
)
WORDS = {
    "ja": InsurerWords(name="見本健保", hours="平日", values={"sent": "8月下旬"}),
    "en": InsurerWords(name="Sample Society", hours="weekdays", values={"sent": "late August"}),
}


@pytest.fixture
def own(monkeypatch):
    monkeypatch.setattr(insurer_module, "insurer", lambda: OWN)
    monkeypatch.setattr(insurer_module, "insurer_words", WORDS.__getitem__)


@pytest.mark.parametrize(
    ("text", "language", "filled"),
    [
        ("{by.days}では{fact.days}日", "ja", "コクヨ健康保険組合では5日"),
        ("{fact.printed}から", "ja", "2025年12月2日から"),
        ("from {fact.printed}", "en", "from 2 December 2025"),
        ("in {fact.sent}", "en", "in late August"),
        ("ask {insurer_contact}", "en", "ask Sample Society (03-0000-0000)"),
        ("{insurer}", "ja", "見本健保"),
    ],
)
def test_placeholders_are_filled_in_the_language(own, text, language, filled):
    assert fill(text, language) == filled


def test_a_placeholder_that_nothing_fills_is_refused():
    with pytest.raises(KeyError):
        fill("{fact.nowhere}", "ja")


@pytest.mark.parametrize("language", languages())
def test_a_fact_of_one_insurer_brings_its_leaflet_along(language):
    source = insurer().facts["certificate_copies"].source
    told = answer("certificate_copy.general", language, date(2026, 11, 24))
    assert leaflet_names(language)[source.leaflet].publisher in {entry.publisher for entry in told.sources}

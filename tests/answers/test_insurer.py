"""What differs by insurer gets into texts, with its source."""

from datetime import date

import pytest

from bot.answers.catalog import catalog
from bot.answers.insurer import Insurer, insurer
from bot.languages import languages

OWN = Insurer.model_validate(
    {
        "name": {"ja": "見本健保", "en": "Sample Society"},
        "telephone": "03-0000-0000",
        "hours": {"ja": "平日", "en": "weekdays"},
        "facts": {
            "days": {
                "value": 5,
                "by": {"ja": "見本健保", "en": "Sample Society"},
                "source": {"leaflet": "x", "where": "y"},
            },
            "printed": {
                "value": date(2025, 12, 2),
                "by": {"ja": "見本健保", "en": "Sample Society"},
                "source": {"leaflet": "x", "where": "z"},
            },
        },
    }
)


@pytest.mark.parametrize(
    ("text", "language", "filled"),
    [
        ("{by.days}では{fact.days}日", "ja", "見本健保では5日"),
        ("{fact.printed}から", "ja", "2025年12月2日から"),
        ("from {fact.printed}", "en", "from 2 December 2025"),
        ("ask {insurer_contact}", "en", "ask Sample Society (03-0000-0000, weekdays)"),
        ("{insurer}", "ja", "見本健保"),
    ],
)
def test_placeholders_are_filled_in_the_language(text, language, filled):
    assert OWN.fill(text, language) == filled


def test_a_placeholder_that_nothing_fills_is_refused():
    with pytest.raises(KeyError):
        OWN.fill("{fact.nowhere}", "ja")


def test_the_facts_of_a_text_are_known_with_their_sources():
    assert [fact.source.where for fact in OWN.facts_in("{fact.days} {by.days} {insurer}")] == ["y"]


@pytest.mark.parametrize("topic", sorted(catalog().topics))
def test_an_insurer_is_named_by_placeholder_only_so_that_its_leaflet_is_a_source(topic):
    names = {name for fact in insurer().facts.values() for name in fact.by.values()}
    texts = [text for variant in catalog().topics[topic].answers for text in variant.text.values()]
    assert not [name for name in names for text in texts if name in text]


@pytest.mark.parametrize("language", languages())
def test_a_fact_of_one_insurer_brings_its_leaflet_along(language):
    answer = catalog().answer("certificate_copy", language, date(2026, 11, 24))
    assert insurer().facts["certificate_copies"].by[language] in answer.text
    assert {source.leaflet for source in answer.sources} == {"kokuyo-checklist"}

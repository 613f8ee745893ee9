"""Where a person is sent to a person, the numbers and hours are there; emergencies go to 119."""

from datetime import date

import pytest

from bot.answers.catalog import answer
from bot.content.dialogue import response_texts, responses
from bot.content.language import languages

TODAY = date(2026, 11, 24)
TOLL_FREE = ("0120-95-0178", "9:30", "20:00", "17:30")
INSTITUTIONS = ("0800-080-4583", "8:00", "18:00", "16:00")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ["utter_human_handoff", "utter_none_of_these"])
def test_who_wants_or_needs_a_person_gets_number_and_hours(name, language):
    assert all(part in response_texts(language)[name] for part in (*TOLL_FREE, "{insurer_contact}"))
    assert responses()[name].sources


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("topic", "parts"), [("contact", TOLL_FREE), ("staff_helpdesk", INSTITUTIONS)])
def test_the_contacts_have_number_and_hours(topic, parts, language):
    text = answer(topic, language, TODAY).text
    assert all(part in text for part in parts)


@pytest.mark.parametrize("language", languages())
def test_an_emergency_is_told_to_call_119_in_the_first_line(language):
    assert "119" in response_texts(language)["utter_medical_emergency"].splitlines()[0]


@pytest.mark.parametrize("name", ["utter_medical_emergency", "utter_medical_advice"])
def test_what_no_leaflet_says_has_no_source(name):
    assert not responses()[name].sources

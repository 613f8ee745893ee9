"""Where a person is sent to a person, the numbers and hours are there; emergencies go to 119."""

from datetime import date

import pytest

from bot.answers.catalog import catalog
from bot.answers.texts import texts
from bot.languages import languages

TODAY = date(2026, 11, 24)
TOLL_FREE = ("0120-95-0178", "9:30", "20:00", "17:30")
INSTITUTIONS = ("0800-080-4583", "8:00", "18:00", "16:00")
NOT_FROM_LEAFLETS = {"ja": "ちらしの情報ではありません", "en": "not from the leaflets"}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ["utter_human_handoff", "utter_none_of_these", "utter_uncovered"])
def test_who_wants_or_needs_a_person_gets_number_and_hours(name, language):
    text = texts()[name].text[language]
    assert all(part in text for part in (*TOLL_FREE, "{insurer_contact}"))
    assert texts()[name].sources


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("topic", "parts"), [("contact", TOLL_FREE), ("staff_helpdesk", INSTITUTIONS)])
def test_the_contacts_have_number_and_hours(topic, parts, language):
    text = catalog().answer(topic, language, TODAY).text
    assert all(part in text for part in parts)


@pytest.mark.parametrize("language", languages())
def test_an_emergency_is_told_to_call_119_in_the_first_line(language):
    assert "119" in texts()["utter_medical_emergency"].text[language].splitlines()[0]


@pytest.mark.parametrize("language", NOT_FROM_LEAFLETS)
@pytest.mark.parametrize("name", ["utter_medical_emergency", "utter_medical_advice"])
def test_what_is_no_leaflets_word_is_marked_so(name, language):
    assert NOT_FROM_LEAFLETS[language] in texts()[name].text[language]
    assert not texts()[name].sources

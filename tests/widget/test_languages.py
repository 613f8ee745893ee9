"""The languages: each in its own name, in the head; one that is lacking says so in itself."""

import pytest
from playwright.sync_api import expect

from bot.content.answers import answers
from bot.content.dialogue import titles
from bot.content.essentials import essentials
from bot.content.language import known_languages, languages, spoken
from tests.widget.conftest import WORDS
from tests.widget.test_accessibility import violations

OTHERS = [key for key in languages() if key not in WORDS]
LACKING = [key for key in known_languages() if spoken(key) is None]
english = pytest.mark.parametrize("words", ["en"], indirect=True)


@english
def test_every_language_is_offered_in_its_own_name(chat, words):
    chat.open()
    chat.press(words["language_button"])
    offered = chat.page.locator(".sheet .choices button")
    assert offered.all_inner_texts() == [entry.name for entry in languages().values()]
    assert [button.get_attribute("lang") for button in offered.all()] == [entry.tag for entry in languages().values()]


@english
def test_a_key_on_the_way_to_a_language_chooses_nothing(chat, words):
    chat.open()
    button = chat.page.get_by_role("button", name=words["language_button"])
    button.focus()
    for key in ("ArrowDown", "Enter", "ArrowDown", "Tab"):
        chat.page.keyboard.press(key)
    chat.page.wait_for_timeout(300)
    assert chat.page.locator(".panel").get_attribute("lang") == "en"
    assert chat.mine.count() == 0
    chat.press("日本語")
    expect(chat.page.locator(".panel")).to_have_attribute("lang", "ja")
    expect(chat.mine).to_have_count(1)


@english
@pytest.mark.parametrize("language", LACKING)
def test_a_language_that_is_lacking_says_so_in_itself(embed, page, language):
    embed({"language": language}, waits=False)
    page.locator(".launcher > span:not(:empty)").click()
    first = page.locator(".theirs").first
    own = known_languages()[language]
    expect(first.locator(".body")).to_have_attribute("lang", own.tag)
    assert first.locator(".body").inner_text() == essentials(language).says["utter_unspoken_language"].strip()
    assert first.locator(".choices button").all_inner_texts() == [entry.name for entry in languages().values()]
    assert own.name in page.locator(".pill").inner_text()
    first.get_by_role("button", name="English").click()
    expect(page.locator(".panel")).to_have_attribute("lang", "en")


def test_no_language_is_named_twice_in_the_head(chat, words):
    chat.open()
    chat.press(words["language_button"])
    assert "Language / Language" not in chat.page.locator(".panel").inner_text()


@pytest.mark.parametrize("words", ["ja"], indirect=True)
def test_japanese_has_no_half_width_colon(chat, words):
    chat.open()
    chat.say("/check_expiry_dates")
    for day in ("2024-06-10", "1980-11-02"):
        before = chat.messages.count()
        chat.page.locator(".date-entry input").fill(day)
        chat.press(words["use_date"])
        expect(chat.messages).to_have_count(before + 2)
    for folded in chat.page.locator("summary").all():
        folded.click()
    text = chat.page.locator(".panel").inner_text()
    assert "：" in text
    assert not any(
        line for line in text.splitlines() if ":" in line and not line.replace(":", "").isdigit() and "9:00" not in line
    )


@english
@pytest.mark.parametrize("language", OTHERS)
def test_a_language_with_answers_is_spoken_throughout(embed, page, language):
    embed({"language": language}, waits=False)
    page.locator(".launcher > span:not(:empty)").click()
    first, own = page.locator(".theirs").first, known_languages()[language]
    expect(first.locator(".body")).to_have_attribute("lang", own.tag)
    first.locator(".choices button").last.click()
    answer = page.locator(".theirs").nth(1)
    expect(answer.locator(".body")).to_have_attribute("lang", own.tag)
    pressed = page.locator(".mine").first.locator(".body").inner_text()
    assert pressed in {*(topic.title for topic in answers(language).values()), *titles(language).values()}
    assert violations(page) == []


def test_what_any_page_says_is_in_every_language():
    assert {*WORDS, *OTHERS} == set(languages())

"""Conversations in the widget, as a person has them."""

import re

import pytest
from playwright.sync_api import expect

SHADOW = "document.querySelector('madoguchi-chat').shadowRoot"
STORED = "Object.entries(sessionStorage).find(([key]) => key.startsWith('madoguchi:'))[1]"


def test_a_question_is_answered_in_its_language_with_source_and_day(chat, words):
    chat.open().ask()
    message = chat.theirs.last
    assert message.locator(".body").get_attribute("lang") == words["language"]
    message.get_by_text(words["sources"]).click()
    assert message.locator("cite").first.is_visible()
    assert "2026" in message.locator(".as-of").inner_text()


def test_a_follow_up_is_asked_by_its_button_and_then_gone(chat):
    chat.open().ask()
    first = chat.theirs.last.locator(".choices button").first
    title = first.inner_text()
    first.click()
    chat.mine.get_by_text(title).wait_for()
    chat.page.wait_for_function(f"{SHADOW}.querySelectorAll('.theirs').length > 2")
    assert chat.page.locator(".choices button", has_text=title).count() <= 1


def test_markup_in_a_message_stays_text(chat):
    chat.open().say("<img src=x onerror=alert(1)> **a** https://evil.example/ [b](javascript:alert(1))")
    chat.mine.get_by_text("<img src=x").wait_for()
    assert chat.mine.locator("img, a").count() == 0


def test_links_lead_only_to_the_leaflets_own_hosts_and_to_telephones(chat, words):
    chat.open().say("/faq/contact")
    links = chat.theirs.last.locator(".body a")
    links.first.wait_for()
    assert {link.get_attribute("href").split(":")[0] for link in links.all()} <= {"tel", "https"}
    assert "tel:0120950178" in {link.get_attribute("href") for link in links.all()}


def test_a_date_is_given_by_the_native_picker_and_the_decision_has_list_and_table(chat, words):
    chat.open().say("/check_expiry_dates")
    chat.page.locator(".date-entry input").wait_for()
    for day in ("2024-06-10", "1980-11-02"):
        before = chat.messages.count()
        chat.page.locator(".date-entry input").fill(day)
        chat.press(words["use_date"])
        expect(chat.messages).to_have_count(before + 2)
    assert chat.page.locator("table time").count() >= 3
    box = chat.page.locator(".to-do input").first
    box.check()
    chat.page.reload()
    assert chat.page.locator(".to-do input").first.is_checked()


def test_an_emergency_is_shown_in_red_with_the_number_to_call(chat, words):
    chat.open().say(words["emergency"])
    call = chat.page.get_by_role("link", name="119").first
    call.wait_for()
    assert call.get_attribute("href") == "tel:119"
    assert call.evaluate("a => getComputedStyle(a).backgroundColor") == "rgb(179, 0, 27)"


def test_an_opinion_is_given_with_a_reason_and_outlives_a_reload(chat, words):
    chat.open().ask()
    with chat.page.expect_response(re.compile("/feedback")) as sent:
        chat.theirs.last.locator(".feedback").get_by_role("button", name=words["unhelpful"]).click()
        chat.press(words["reason"])
    assert sent.value.status == 204
    chat.page.locator(".feedback").get_by_text(words["thanks"]).wait_for()
    chat.page.reload()
    chat.page.locator(".feedback").get_by_text(words["thanks"]).wait_for()


def test_an_answer_is_copied(chat, words):
    chat.open().ask()
    chat.theirs.last.get_by_role("button", name=words["copy"], exact=True).click()
    chat.page.get_by_text(words["copied"]).wait_for()
    assert words["answer"] in chat.page.evaluate("navigator.clipboard.readText()")


def test_an_answer_is_printed_alone(chat, words):
    chat.open().ask()
    chat.page.evaluate(
        f"() => {{ window.print = () => {{ window.onPaper = {SHADOW}.querySelector('.printing').innerText }} }}"
    )
    chat.theirs.last.get_by_role("button", name=words["print"], exact=True).click()
    assert words["answer"] in chat.page.evaluate("window.onPaper")
    assert chat.page.locator(".printing").count() == 0


def test_a_person_is_asked_for_in_the_menu(chat, words):
    chat.open()
    chat.press(words["menu"])
    chat.press(words["person"])
    chat.theirs.get_by_text("0120-95-0178").last.wait_for()


@pytest.mark.parametrize("words", ["ja"], indirect=True)
def test_the_language_is_changed_in_the_head(chat):
    chat.open()
    chat.press("言語 日本語")
    chat.press("English")
    chat.page.get_by_label("Write your question").wait_for()
    chat.page.get_by_label("Write your question").fill("資格確認書のコピーは使えますか")
    chat.page.keyboard.press("Enter")
    chat.theirs.get_by_text("copies are not accepted").wait_for()


def test_the_text_grows_and_stays_so(chat, words):
    chat.open()
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    before = chat.theirs.first.evaluate(size)
    for _ in range(2):
        chat.page.get_by_role("button", name=words["size"]).click()
    assert chat.theirs.first.evaluate(size) > before * 1.4
    chat.page.reload()
    chat.theirs.first.wait_for()
    assert chat.theirs.first.evaluate(size) > before * 1.4


def test_starting_over_begins_another_conversation(chat, words):
    chat.open().ask()
    chat.press(words["menu"])
    chat.press(words["start_over"])
    assert chat.mine.count() == 1
    chat.press(words["start_over"])
    expect(chat.mine).to_have_count(0)
    chat.theirs.get_by_text(words["greeting"]).first.wait_for()


def test_what_was_written_is_deleted_after_a_word_of_warning(chat, words):
    chat.open().ask()
    conversation = chat.page.evaluate(STORED)
    chat.press(words["menu"])
    chat.press(words["delete_mine"])
    assert chat.mine.count() == 1
    with chat.page.expect_response(lambda response: response.request.method == "DELETE") as deleted:
        chat.press(words["delete"])
    assert deleted.value.status == 204
    expect(chat.mine).to_have_count(0)
    chat.theirs.get_by_text(words["greeting"]).first.wait_for()
    assert chat.page.evaluate(STORED) != conversation


def test_a_refused_message_comes_back_to_be_written_anew(chat, words):
    chat.open()
    refusal = '{"error": {"code": "string_too_long", "message": "too long", "field": "message"}}'
    chat.page.route(
        "**/messages", lambda route: route.fulfill(status=422, body=refusal, content_type="application/json")
    )
    chat.say(words["question"])
    chat.page.locator(".notice").get_by_text(re.compile(".+")).wait_for()
    assert chat.field.input_value() == words["question"]
    assert chat.mine.count() == 0

"""Nothing is lost or doubled: reload, second tab, restart of the server, no network, no live connection, double tap."""

import re

import pytest
from playwright.sync_api import expect

QUESTION = "/faq/certificate_copy.general"


def questions(chat):
    return chat.mine.filter(has_text=chat.words["question"])


def answers(chat):
    return chat.theirs.filter(has_text=chat.words["answer"])


def test_a_reload_brings_everything_back_once(chat):
    chat.open().ask()
    chat.page.reload()
    expect(answers(chat)).to_have_count(1)
    expect(questions(chat)).to_have_count(1)


def test_a_draft_outlives_a_reload(chat):
    chat.open()
    chat.field.fill("half a qu")
    chat.page.reload()
    expect(chat.field).to_have_value("half a qu")


def test_a_double_tap_asks_once(chat):
    chat.open().ask()
    button = chat.theirs.last.locator(".choices button").first
    title = button.inner_text()
    # Until it can be pressed: the answer is still being scrolled to.
    button.click(trial=True)
    button.dblclick(force=True)
    expect(chat.mine.filter(has_text=title)).to_have_count(1)
    chat.page.wait_for_timeout(500)
    expect(chat.mine.filter(has_text=title)).to_have_count(1)


def test_enter_twice_asks_once(chat):
    chat.open()
    chat.field.fill(chat.words["question"])
    chat.field.press("Enter")
    chat.field.press("Enter")
    expect(answers(chat)).to_have_count(1)
    expect(questions(chat)).to_have_count(1)


def test_a_second_tab_of_the_conversation_sees_the_same(chat, embed, context):
    chat.open().ask()
    stored = chat.page.evaluate("JSON.stringify({...sessionStorage})")
    second = context.new_page()
    second.add_init_script(f"for (const [key, value] of Object.entries({stored})) sessionStorage.setItem(key, value)")
    second.goto(chat.page.url)
    other = type(chat)(second, chat.words)
    expect(answers(other)).to_have_count(1)
    other.say(QUESTION)
    expect(answers(chat)).to_have_count(2)
    expect(answers(other)).to_have_count(2)


def test_the_server_restarts_in_the_middle_of_a_conversation(chat, server):
    chat.open().ask()
    server.stop()
    chat.say(chat.words["question"])
    chat.page.get_by_text(chat.words["unsent"]).first.wait_for()
    server.start()
    chat.press(chat.words["again"])
    expect(answers(chat)).to_have_count(2)
    expect(questions(chat)).to_have_count(2)


def test_offline_a_message_waits_and_goes_out_once_when_the_network_is_back(chat, context):
    chat.open()
    context.set_offline(True)
    chat.say(chat.words["question"])
    chat.page.get_by_text(chat.words["unsent"]).first.wait_for()
    context.set_offline(False)
    expect(answers(chat)).to_have_count(1)
    expect(questions(chat)).to_have_count(1)


def test_an_unsent_message_outlives_a_reload(chat, context):
    chat.open()
    chat.page.route("**/messages", lambda route: route.abort())
    chat.say(chat.words["question"])
    chat.page.get_by_text(chat.words["unsent"]).first.wait_for()
    chat.page.unroute("**/messages")
    chat.page.reload()
    expect(answers(chat)).to_have_count(1)
    expect(questions(chat)).to_have_count(1)


def test_an_answer_that_got_lost_on_the_way_is_not_asked_for_twice(chat):
    chat.open()
    lost = []

    def lose_the_first(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch().status)
        return route.abort()

    chat.page.route("**/messages", lose_the_first)
    chat.say(chat.words["question"])
    expect(answers(chat)).to_have_count(1)
    expect(questions(chat)).to_have_count(1)
    assert lost == [200]


@pytest.mark.parametrize("words", ["en"], indirect=True)
def test_without_a_live_connection_the_history_is_asked_for(embed, context, page):
    context.route(re.compile("/events"), lambda route: route.fulfill(status=503))
    chat = embed().open()
    chat.ask()
    stored = chat.page.evaluate(
        "JSON.parse(Object.entries(sessionStorage).find(([key]) => key.startsWith('madoguchi:'))[1]).conversation"
    )
    address = chat.page.evaluate("document.querySelector('madoguchi-chat').getAttribute('server')")
    message = {"id": "b81b5f0e-95a6-4a43-9d70-6e6d5b8a9f11", "message": QUESTION}
    assert chat.page.request.post(f"{address}/api/chat/{stored}/messages", data=message).status == 200
    expect(answers(chat)).to_have_count(2)


def test_a_sleeping_page_catches_up_when_it_wakes(chat):
    chat.open().ask()
    chat.page.evaluate("() => { window.slept = true; dispatchEvent(new Event('online')) }")
    chat.page.evaluate("() => { document.dispatchEvent(new Event('visibilitychange')) }")
    chat.say(QUESTION)
    expect(answers(chat)).to_have_count(2)


def test_the_conversation_s_id_cannot_be_guessed_and_no_cookie_is_set(chat, context):
    chat.open().ask()
    stored = "JSON.parse(Object.entries(sessionStorage).find(([key]) => key.startsWith('madoguchi:'))[1]).conversation"
    assert re.fullmatch(r"[A-Za-z0-9_-]{32}", chat.page.evaluate(stored))
    assert context.cookies() == []
    assert chat.page.evaluate("localStorage.length") == 0

"""Opened without a network, or on a slow server: it says so, tries again, and fills itself."""

import time

from playwright.sync_api import expect


def test_opened_offline_it_says_so_and_opens_by_itself(chat, words, context):
    context.set_offline(True)
    chat.page.get_by_role("button", name=words["launcher"]).click()
    chat.page.locator(".word").get_by_text(words["offline"]).wait_for()
    context.set_offline(False)
    chat.theirs.get_by_text(words["greeting"]).first.wait_for()
    expect(chat.page.locator(".state")).to_be_empty()


def test_without_its_server_it_says_so_and_fills_itself(chat, words):
    chat.page.route("**/api/chat/**", lambda route: route.abort())
    chat.page.get_by_role("button", name=words["launcher"]).click()
    chat.page.locator(".state").get_by_text(words["offline"]).wait_for()
    chat.press(words["menu"])
    assert chat.page.locator(".sheet button").count() >= 3
    chat.page.keyboard.press("Escape")
    chat.page.unroute("**/api/chat/**")
    chat.theirs.get_by_text(words["greeting"]).first.wait_for()
    expect(chat.page.locator(".whose")).not_to_be_empty()


def test_on_a_slow_server_it_says_that_it_is_loading(chat, words):
    def slowly(route):
        time.sleep(1.5)
        route.continue_()

    chat.page.route("**/api/chat/config", slowly)
    chat.page.get_by_role("button", name=words["launcher"]).click()
    chat.page.locator(".state").get_by_text(words["loading"]).wait_for()
    chat.theirs.get_by_text(words["greeting"]).first.wait_for()


def test_a_message_written_before_there_is_a_network_is_answered_afterwards(chat, words):
    chat.page.route("**/api/chat/**", lambda route: route.abort())
    chat.page.get_by_role("button", name=words["launcher"]).click()
    chat.say(words["question"])
    chat.page.get_by_text(words["unsent"]).first.wait_for()
    chat.page.unroute("**/api/chat/**")
    chat.answer().wait_for()
    expect(chat.mine).to_have_count(1)

"""Whose counter it is, what it rests on, and that what was written can be taken away."""

import json
import re

import pytest
from playwright.sync_api import expect

from bot.content.insurer import insurer, insurer_words

STORED = "JSON.parse(Object.entries(sessionStorage).find(([key]) => key.startsWith('madoguchi:'))[1])"
PHONE = {"width": 390, "height": 780}


def test_the_insurer_is_named_in_the_head_and_where_a_person_is_offered(chat, words):
    own = insurer_words(words["language"])
    chat.open()
    for place in (".frame", ".sheet"):
        if place == ".sheet":
            chat.press(words["menu"])
        part = chat.page.locator(place)
        assert own.title in part.inner_text()
        assert own.hours in part.inner_text()
        assert part.locator(f"a[href='tel:{insurer().telephone.replace('-', '')}']").count() == 1


def test_the_sample_s_telephone_number_can_t_be_anybody_s():
    """No number in Japan goes on with 0 after its area code."""
    assert insurer().telephone == "03-0000-0000"


@pytest.mark.parametrize("width", [320, 360, 1000])
def test_telephone_numbers_can_be_tapped_and_never_break(chat, words, width):
    chat.page.set_viewport_size({"width": width, "height": 640})
    chat.open()
    for _ in range(2):
        chat.page.get_by_role("button", name=words["size"]).click()
    chat.say("/faq/contact")
    expect(chat.theirs).to_have_count(2)
    links = chat.theirs.last.locator(".body a[href^='tel:']")
    assert links.count() >= 1
    assert [link.evaluate("a => a.getClientRects().length") for link in links.all()] == [1] * links.count()
    text = chat.theirs.last.locator(".body").inner_text()
    assert text.count("0120-95-0178") == links.filter(has_text="0120-95-0178").count()


def test_a_step_s_telephone_number_can_be_tapped(chat, words):
    chat.open().say("/switch_checklist")
    expect(chat.theirs).to_have_count(2)
    said = {"ja": "カードをなくしました", "en": "I lost my card"}[words["language"]]
    chat.theirs.last.locator(".choices button").nth(1).click()
    expect(chat.theirs).to_have_count(3)
    chat.say(said)
    chat.theirs.last.locator(".to-do a[href='tel:0120950178']").first.wait_for()


@pytest.mark.parametrize("words", ["en"], indirect=True)
def test_a_source_with_an_address_is_a_link(embed, page, words):
    def with_addresses(route):
        answer = route.fetch()
        body = answer.json()
        for event in body["events"]:
            for source in event["custom"].get("sources", []):
                source["url"] = "https://leaflets.example/one.pdf"
        route.fulfill(response=answer, body=json.dumps(body))

    page.route("**/events*", lambda route: route.fulfill(status=503))
    page.route("**/messages", with_addresses)
    chat = embed().open()
    chat.ask()
    chat.theirs.last.get_by_text(words["sources"]).click()
    link = chat.theirs.last.locator(".sources a").first
    assert link.get_attribute("href") == "https://leaflets.example/one.pdf"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_all_that_was_written_is_deleted_and_it_says_so(chat, words, server):
    chat.open().ask()
    chat.press(words["menu"])
    chat.press(words["start_over"])
    chat.press(words["start_over"])
    expect(chat.mine).to_have_count(0)
    chat.theirs.get_by_text(words["greeting"]).first.wait_for()
    chat.ask()
    stored = chat.page.evaluate(STORED)
    ids = [*stored["earlier"], stored["conversation"]]
    assert len(ids) == 2
    chat.press(words["menu"])
    chat.press(words["delete_mine"])
    chat.press(words["delete"])
    chat.page.get_by_text(words["deleted"]).wait_for()
    for conversation in ids:
        history = chat.page.request.get(f"{server.address}/api/chat/{conversation}/history").json()
        assert history["events"] == []
    assert chat.page.evaluate(STORED)["earlier"] == []


@pytest.mark.parametrize("words", ["en"], indirect=True)
def test_what_can_t_be_deleted_now_is_not_forgotten(chat, words):
    chat.open().ask()
    conversation = chat.page.evaluate(STORED)["conversation"]
    chat.page.route(
        "**/api/chat/*", lambda route: route.abort() if route.request.method == "DELETE" else route.fallback()
    )
    chat.press(words["menu"])
    chat.press(words["delete_mine"])
    chat.press(words["delete"])
    chat.page.locator(".sheet").get_by_text(words["unsent"]).wait_for()
    assert chat.page.evaluate(STORED)["conversation"] == conversation


def test_paper_holds_title_insurer_answer_sources_and_day(chat, words):
    own = insurer_words(words["language"])
    chat.open().ask()
    chat.page.evaluate(
        "() => { window.print = () => { window.paper = document.querySelector('madoguchi-chat').shadowRoot.querySelector('.panel').innerText } }"
    )
    chat.page.emulate_media(media="print")
    chat.theirs.last.locator(".tools > button").nth(2).evaluate("button => button.click()")
    paper = chat.page.evaluate("window.paper")
    source = chat.theirs.last.locator("cite").first.text_content()
    day = chat.theirs.last.locator(".as-of").text_content()
    assert re.search({"ja": r"20\d\d年\d+月\d+日現在", "en": r"As of \d+ \w+ 20\d\d"}[words["language"]], day)
    for part in (own.title, own.hours, insurer().telephone, words["answer"], source, day):
        assert part in paper
    assert words["greeting"] not in paper
    chat.page.emulate_media(media="screen")
    assert chat.theirs.last.locator("details").get_attribute("open") is None


def test_a_phone_s_back_button_closes_what_fills_the_screen(chat, words):
    chat.page.set_viewport_size(PHONE)
    address = chat.page.url
    chat.open()
    chat.page.go_back()
    expect(chat.page.locator(".panel")).to_be_hidden()
    assert chat.page.url == address
    chat.open()
    chat.press(words["close"])
    chat.page.wait_for_timeout(300)
    assert chat.page.evaluate("history.state") is None


@pytest.mark.parametrize("words", ["en"], indirect=True)
def test_on_a_phone_another_page_is_not_covered(chat):
    chat.page.set_viewport_size(PHONE)
    chat.open()
    chat.page.goto(f"{chat.page.url}other")
    chat.page.get_by_role("button", name=chat.words["launcher"]).wait_for()
    chat.page.wait_for_timeout(300)
    assert chat.page.locator(".panel:not([hidden])").count() == 0

"""Read by ear, by keyboard, in large: what was said stays as it is, and is announced once."""

import pytest
from playwright.sync_api import expect

SHADOW = "document.querySelector('madoguchi-chat').shadowRoot"
HEARD = (
    "(kind) => { window[kind] = []; const place = " + SHADOW + ".querySelector(`[aria-live=${kind}]`);"
    " new MutationObserver((changes) => changes.forEach(({addedNodes}) => addedNodes.forEach((node) =>"
    " window[kind].push(node.textContent)))).observe(place, {childList: true}) }"
)
FOCUS_IS_INSIDE = "document.activeElement.localName === 'madoguchi-chat'"


def test_what_was_said_is_never_drawn_again(chat, words):
    chat.open().ask()
    chat.page.evaluate(f"() => {{ window.drawn = [...{SHADOW}.querySelectorAll('.message')] }}")
    chat.theirs.last.locator("summary").click()
    chat.theirs.last.get_by_role("button", name=words["unhelpful"]).click()
    chat.say(words["emergency"])
    chat.page.get_by_role("link", name="119").first.wait_for()
    chat.page.get_by_role("button", name=words["size"]).click()
    assert chat.page.evaluate("window.drawn.every((message) => message.isConnected)")
    assert chat.theirs.nth(1).locator("details").get_attribute("open") is not None
    chat.theirs.nth(1).get_by_role("button", name=words["reason"]).wait_for()


def test_an_emergency_is_announced_once_and_interrupts(chat, words):
    chat.open()
    chat.page.evaluate(HEARD, "assertive")
    chat.say(words["emergency"])
    chat.page.get_by_role("link", name="119").first.wait_for()
    chat.ask()
    chat.page.wait_for_timeout(300)
    assert len(chat.page.evaluate("window.assertive")) == 1
    assert chat.page.locator(".messages [role=alert]").count() == 0


def test_what_can_be_chosen_is_announced_too_and_no_bullet_is(chat, words):
    chat.open()
    chat.page.evaluate(HEARD, "polite")
    chat.say("/check_expiry_dates")
    chat.page.locator(".date-entry").wait_for()
    chat.page.wait_for_timeout(300)
    heard = chat.page.evaluate("window.polite").pop()
    assert chat.theirs.last.locator(".choices > button").first.inner_text() in heard
    assert not any(mark in heard for mark in ("✓", "1. ", "- "))


@pytest.mark.parametrize(("said", "group"), [("/check_expiry_dates", "choices_answer"), (None, "choices")])
def test_a_group_of_buttons_is_called_what_it_is(chat, words, said, group):
    names = {
        "ja": {"choices_answer": "答えを選ぶ", "choices": "次に聞けること"},
        "en": {"choices_answer": "Choose an answer", "choices": "What you can ask next"},
    }
    chat.open().say(said or words["question"])
    expect(chat.theirs).to_have_count(2)
    chat.theirs.last.get_by_role("group", name=names[words["language"]][group]).wait_for()


def helpful(chat):
    chat.theirs.last.locator(".feedback button").first.press("Enter")


def reason(chat):
    chat.theirs.last.get_by_role("button", name=chat.words["unhelpful"]).press("Enter")
    chat.theirs.last.get_by_role("button", name=chat.words["reason"]).press("Enter")
    chat.theirs.last.get_by_text(chat.words["thanks"]).wait_for()


def choice(chat):
    chat.theirs.last.locator(".choices button").first.press("Enter")
    expect(chat.theirs).to_have_count(3)


def send_again(chat):
    chat.page.route("**/messages", lambda route: route.abort())
    chat.say(chat.words["question"])
    again = chat.page.get_by_role("button", name=chat.words["again"])
    again.wait_for()
    chat.page.unroute("**/messages")
    again.press("Enter")
    expect(chat.theirs).to_have_count(3)


def language(chat):
    chat.page.get_by_role("button", name=chat.words["language_button"]).press("Enter")
    chat.page.locator(".sheet button").last.press("Enter")
    expect(chat.theirs).to_have_count(3)


def deletion(chat):
    chat.page.get_by_role("button", name=chat.words["menu"]).press("Enter")
    chat.page.get_by_role("button", name=chat.words["delete_mine"]).press("Enter")
    chat.page.get_by_role("button", name=chat.words["delete"], exact=True).press("Enter")
    chat.page.get_by_text(chat.words["deleted"]).wait_for()


@pytest.mark.parametrize(
    "deed", [helpful, reason, choice, send_again, language, deletion], ids=lambda deed: deed.__name__
)
def test_the_focus_never_falls_to_the_page(chat, deed):
    chat.open().ask()
    deed(chat)
    chat.page.wait_for_timeout(200)
    assert chat.page.evaluate(FOCUS_IS_INSIDE)
    chat.page.keyboard.press("Escape")
    expect(chat.page.locator(".panel")).to_be_hidden()


@pytest.mark.parametrize("words", ["en"], indirect=True)
def test_arrows_scroll_through_a_long_answer_before_they_leave_it(chat):
    chat.page.set_viewport_size({"width": 360, "height": 480})
    chat.open().ask()
    chat.theirs.last.evaluate("message => message.focus({preventScroll: true})")
    top = f"{SHADOW}.querySelector('.view').scrollTop"
    before = chat.page.evaluate(top)
    chat.page.keyboard.press("ArrowDown")
    chat.page.wait_for_function(f"before => {top} > before", arg=before)
    assert chat.page.evaluate(f"{SHADOW}.activeElement === [...{SHADOW}.querySelectorAll('.theirs')].at(-1)")


def test_an_answer_is_read_aloud_in_its_language_until_it_is_stopped(chat, words):
    names = {"ja": ("読み上げる", "ja-JP"), "en": ("Read aloud", "en-GB")}
    name, voice = names[words["language"]]
    chat.page.evaluate(
        "() => { window.voiced = []; speechSynthesis.speak = ({text, lang}) => window.voiced.push([text, lang]);"
        " speechSynthesis.cancel = () => window.voiced.push('silence') }"
    )
    chat.open().ask()
    button = chat.theirs.last.get_by_role("button", name=name)
    button.click()
    [[text, language]] = chat.page.evaluate("window.voiced")
    assert words["answer"] in text
    assert language == voice
    button.click()
    assert chat.page.evaluate("window.voiced.at(-1)") == "silence"


def test_what_is_more_is_told_and_shown(chat, words):
    chat.page.set_viewport_size({"width": 390, "height": 480})
    chat.open()
    chat.say("/check_expiry_dates")
    chat.page.locator(".date-entry").wait_for()
    more = chat.page.get_by_role("button", name=words["more"])
    for _ in range(12):
        if not more.is_visible():
            break
        more.click()
        chat.page.wait_for_timeout(50)
    expect(chat.theirs.last.locator(".choices > button").last).to_be_in_viewport()
    chat.page.locator(".view").evaluate("view => { view.scrollTop = 0 }")
    chat.page.get_by_role("button", name=words["latest"]).click()
    expect(chat.theirs.last.locator(".body > *").first).to_be_in_viewport()


def test_only_answers_can_be_judged_copied_and_printed(chat):
    chat.open()
    assert chat.theirs.last.locator(".tools").count() == 0
    chat.say("/check_expiry_dates")
    expect(chat.theirs).to_have_count(2)
    assert chat.theirs.last.locator(".tools").count() == 0
    chat.ask()
    assert chat.theirs.filter(has_text=chat.words["answer"]).locator(".tools").count() == 1

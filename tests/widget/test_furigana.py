"""Readings over kanji: on wish or from the start, for the eye only, and in place."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.widget.test_accessibility import violations

pytestmark = pytest.mark.parametrize("words", ["ja"], indirect=True)

GEOMETRY = Path(__file__).with_name("geometry.js").read_text(encoding="utf-8")
SHADOW = "document.querySelector('madoguchi-chat').shadowRoot"
# Changes in whatever is announced, wherever it stands.
LISTEN = (
    "() => { window.heard = []; const observer = new MutationObserver((changes) => window.heard.push(...changes.map("
    "({target}) => target.nodeName))); for (const place of "
    + SHADOW
    + ".querySelectorAll('[aria-live], [role=status], [role=alert]'))"
    " observer.observe(place, {childList: true, subtree: true, characterData: true}) }"
)
# Readings that lie on other characters, or out of the panel. Empty where all is well.
READINGS = """() => {
  const root = document.querySelector("madoguchi-chat").shadowRoot;
  const shown = (element) => element.checkVisibility() && !element.closest(".unseen");
  const panel = root.querySelector(".panel").getBoundingClientRect();
  const region = ({ node }) => node.parentElement.closest(".names, .talk, .sheet");
  const lines = [];
  const walker = document.createTreeWalker(root.querySelector(".view"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || !shown(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // A line is higher than the characters in it, whose body is a square.
    const blank = (box) => (box.height - parseFloat(getComputedStyle(node.parentElement).fontSize)) / 2;
    for (const box of range.getClientRects()) lines.push({ node, top: box.top + blank(box), bottom: box.bottom - blank(box), left: box.left, right: box.right });
  }
  const found = [];
  for (const one of lines.filter(({ node }) => node.parentElement.localName === "rt")) {
    if (one.left < panel.left - 1 || one.right > panel.right + 1) found.push(`cut: ${one.node.data}`);
    for (const other of lines) {
      // The names stay in view while the conversation goes on under them.
      if (one === other || region(one) !== region(other)) continue;
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 1 && down > 1) found.push(`${one.node.data} on ${other.node.data.slice(0, 20)}: ${across.toFixed(1)}, ${down.toFixed(1)}`);
    }
  }
  return found;
}"""


def switch(page: Page):
    return page.get_by_role("button", name="ふりがな", exact=True)


def ruby(place):
    return place.locator("ruby")


def decide(chat):
    chat.say("/check_expiry_dates")
    for day in ("2024-06-10", "1980-11-02"):
        field = chat.page.locator(".date-entry input")
        field.wait_for()
        before = chat.messages.count()
        field.fill(day)
        chat.page.locator(".date-entry button").click()
        expect(chat.messages).to_have_count(before + 2)
    for folded in chat.theirs.last.locator("summary").all():
        folded.click()


@pytest.fixture
def easy(embed, page):
    embed({"language": "ja-easy"}, waits=False)
    page.locator(".launcher ruby").first.wait_for()
    return page


def test_japanese_has_none_until_they_are_wished_for_and_then_keeps_them(chat):
    chat.open().ask()
    assert ruby(chat.page).count() == 0
    assert switch(chat.page).get_attribute("aria-pressed") == "false"
    switch(chat.page).click()
    expect(ruby(chat.theirs.last.locator(".body")).first).to_be_visible()
    chat.page.reload()
    expect(ruby(chat.theirs.last.locator(".body")).first).to_be_visible()
    assert switch(chat.page).get_attribute("aria-pressed") == "true"
    switch(chat.page).click()
    assert ruby(chat.page).count() == 0
    chat.page.reload()
    chat.answer().wait_for()
    assert ruby(chat.page).count() == 0


def test_easy_japanese_has_them_from_the_start_until_they_are_put_away(easy):
    launcher = easy.locator(".launcher")
    assert ruby(launcher).count() == 2
    launcher.click()
    expect(ruby(easy.locator(".theirs .body")).first).to_be_visible()
    assert ruby(easy.locator("h2")).count() == 2
    switch(easy).click()
    assert ruby(easy).count() == 0
    easy.reload()
    easy.locator(".theirs").first.wait_for()
    assert ruby(easy).count() == 0


def test_a_language_without_kana_offers_none(chat):
    chat.open()
    switch(chat.page).focus()
    chat.page.evaluate("document.querySelector('madoguchi-chat').setAttribute('language', 'en')")
    expect(chat.page.locator(".panel")).to_have_attribute("lang", "en")
    assert chat.page.locator(".furigana").is_hidden()
    assert chat.page.evaluate(f"{SHADOW}.activeElement.className") == "round size"


def test_every_text_of_a_reply_has_its_readings(chat):
    chat.open().ask()
    switch(chat.page).click()
    answer = chat.theirs.last
    answer.locator("summary").click()
    for part in (".body", ".sources summary", "cite", ".choices button"):
        expect(ruby(answer.locator(part).first).first).to_be_visible()
    decide(chat)
    for part in (".verdict", "h3", ".to-do li", "th", "td", ".folded summary", ".folded li"):
        expect(ruby(chat.theirs.last.locator(part)).first).to_be_visible()


def test_the_interface_has_its_readings_too(chat):
    chat.open()
    switch(chat.page).click()
    for part in ("h2", ".whose span:first-child", ".whose span:last-child"):
        assert ruby(chat.page.locator(part)).count() > 0 or chat.page.locator(part).is_hidden()
    chat.press(chat.words["menu"])
    assert chat.page.locator(".sheet button").evaluate_all("all => all.every((one) => one.querySelector('ruby'))")
    switch(chat.page).click()
    assert ruby(chat.page).count() == 0
    assert chat.page.locator(".sheet button").first.inner_text() == chat.words["person"]


@pytest.mark.parametrize("wished", [False, True])
def test_brackets_of_a_screen_s_names_are_no_readings(chat, wished):
    chat.open()
    if wished:
        switch(chat.page).click()
    chat.say("/faq/staff_home_device")
    body = chat.theirs.nth(1).locator(".body")
    expect(body).to_contain_text("《")
    said = body.evaluate(
        "e => { const copy = e.cloneNode(true); copy.querySelectorAll('rt').forEach((rt) => rt.remove());"
        " return copy.textContent }"
    )
    assert "《環境設定情報管理》から《環境設定情報更新》を" in said


def test_they_come_and_go_in_place_and_nothing_is_announced(chat):
    chat.open().ask()
    decide(chat)
    chat.theirs.last.locator(".to-do input").first.check()
    opened = chat.page.locator("details[open]").count()
    chat.page.wait_for_timeout(300)
    chat.page.evaluate(LISTEN)
    chat.page.evaluate(
        f"() => {{ window.drawn = [...{SHADOW}.querySelectorAll('.message, .message *:not(.read, .read *)')] }}"
    )
    chat.field.focus()
    for count in (1, 0):
        switch(chat.page).evaluate("button => button.click()")
        assert (ruby(chat.page).count() > 0) is bool(count)
        expect(chat.field).to_be_focused()
    switch(chat.page).focus()
    chat.page.keyboard.press("Enter")
    expect(switch(chat.page)).to_be_focused()
    chat.page.wait_for_timeout(300)
    assert chat.page.evaluate("window.heard") == []
    assert chat.page.evaluate("window.drawn.every((element) => element.isConnected)")
    assert chat.page.locator("details[open]").count() == opened > 0
    assert chat.theirs.last.locator(".to-do input").first.is_checked()


def test_what_is_heard_copied_printed_and_sent_has_none(chat):
    chat.page.evaluate("() => { window.voiced = []; speechSynthesis.speak = ({text}) => window.voiced.push(text) }")
    chat.open()
    switch(chat.page).click()
    chat.page.evaluate(
        f"() => {{ window.spoken = []; new MutationObserver((changes) => changes.forEach(({{addedNodes}}) => addedNodes.forEach("
        f"(node) => window.spoken.push(node.textContent)))).observe({SHADOW}.querySelector('[aria-live]'), {{childList: true}}) }}"
    )
    chat.say(chat.words["question"])
    expect(chat.theirs).to_have_count(2)
    answer = chat.theirs.last
    expect(ruby(answer).first).to_be_visible()
    answer.get_by_role("button", name="読み上げる").click()
    answer.get_by_role("button", name=chat.words["copy"], exact=True).click()
    chat.page.locator(".notice").get_by_text(chat.words["copied"]).wait_for()
    chat.page.wait_for_function("window.voiced.length && window.spoken.length")
    said = [
        *chat.page.evaluate("window.voiced"),
        *chat.page.evaluate("window.spoken"),
        chat.page.evaluate("navigator.clipboard.readText()"),
    ]
    assert len(said) >= 3
    assert not any(mark in text for text in said for mark in ("｜", "《", "しかくかくにんしょ"))
    assert all("資格確認書" in text for text in said)

    button = answer.locator(".choices button").first
    title = button.evaluate(
        "button => { const copy = button.cloneNode(true); copy.querySelectorAll('rt').forEach((one) => one.remove()); return copy.textContent }"
    )
    button.click()
    expect(chat.mine).to_have_count(2)
    assert chat.mine.last.locator(".body").inner_text() == title

    chat.page.emulate_media(media="print")
    assert chat.page.locator("rt").first.evaluate("e => getComputedStyle(e).display") == "none"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_them(chat, scheme):
    chat.page.emulate_media(color_scheme=scheme)
    chat.open().ask()
    switch(chat.page).click()
    chat.theirs.last.locator("summary").click()
    decide(chat)
    assert violations(chat.page) == []
    chat.press(chat.words["menu"])
    assert violations(chat.page) == []


@pytest.mark.parametrize("language", ["ja", "ja-easy"])
@pytest.mark.parametrize("size", [(320, 568), (320, 225), (1000, 800)], ids=["a small phone", "400 %", "a laptop"])
@pytest.mark.parametrize("text", [0, 2], ids=["normal", "largest"])
def test_no_reading_lies_on_anything(embed, page, size, text, language, words):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    chat = embed({"language": language}, waits=False)
    page.locator(".launcher > span:not(:empty)").click()
    page.locator(".theirs").first.wait_for()
    if language == "ja":
        switch(page).click()
    for _ in range(text):
        page.get_by_role("button", name=words["size"]).click()
    assert page.evaluate(GEOMETRY) == page.evaluate(READINGS) == []
    page.get_by_role("button", name=words["menu"]).click()
    assert page.evaluate(GEOMETRY) == page.evaluate(READINGS) == []
    page.keyboard.press("Escape")
    decide(chat)
    assert ruby(page).count() > 20
    assert page.evaluate(GEOMETRY) == page.evaluate(READINGS) == []


def test_a_reading_on_something_would_be_found(chat):
    chat.open().ask()
    switch(chat.page).click()
    assert chat.page.evaluate(READINGS) == []
    chat.page.evaluate(
        f"() => {{ const sheet = new CSSStyleSheet(); sheet.replaceSync('rt {{ position: relative; top: 1em }}'); {SHADOW}.adoptedStyleSheets.push(sheet) }}"
    )
    assert chat.page.evaluate(READINGS) != []

"""Every screen, every size of the text: nothing is cut, covered or out of reach, and an answer is seen from its beginning."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

GEOMETRY = Path(__file__).with_name("geometry.js").read_text(encoding="utf-8")
SIZES = {
    "1280 x 900 at 400 %": (320, 225),
    "a small phone": (320, 568),
    "a narrow phone": (360, 640),
    "an older phone": (375, 667),
    "a phone": (390, 844),
    "a large phone": (412, 915),
    "a phone on its side": (844, 390),
    "an older phone on its side": (667, 375),
    "1280 x 900 at 200 %": (640, 450),
    "1366 x 768 at 150 %": (911, 512),
    "a laptop": (1366, 768),
    "4K": (3840, 2160),
}
# Whether the first line of the last message can be seen.
FIRST_LINE = """() => {
  const root = document.querySelector("madoguchi-chat").shadowRoot;
  const message = [...root.querySelectorAll(".theirs")].at(-1);
  const range = document.createRange();
  range.selectNodeContents(document.createTreeWalker(message.querySelector(".alarm, .body"), NodeFilter.SHOW_TEXT).nextNode());
  const line = range.getClientRects()[0];
  const seen = (y) => message.contains(root.elementFromPoint(line.left + 4, y));
  return seen(line.top + 2) && seen(line.bottom - 2);
}"""


def sound(chat):
    assert chat.page.evaluate(GEOMETRY) == []


def begins_in_view(chat, theirs):
    expect(chat.theirs).to_have_count(theirs)
    chat.page.wait_for_function(FIRST_LINE, timeout=2000)


def give(chat, day):
    chat.page.locator(".date-entry input").fill(day)
    chat.press(chat.words["use_date"])


@pytest.mark.parametrize("words", ["ja"], indirect=True)
@pytest.mark.parametrize("text", [0, 1, 2], ids=["normal", "large", "largest"])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
def test_nothing_is_cut_covered_or_out_of_reach(embed, page, words, size, text):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    chat = embed().open()
    for _ in range(text):
        page.get_by_role("button", name=words["size"]).click()
    sound(chat)

    chat.say(words["question"])
    begins_in_view(chat, 2)
    sound(chat)

    for button in (words["language_button"], words["menu"]):
        chat.press(button)
        sound(chat)
    chat.press(words["delete_mine"])
    sound(chat)
    page.keyboard.press("Escape")

    chat.say("/check_expiry_dates")
    begins_in_view(chat, 3)
    sound(chat)
    give(chat, "2024-06-10")
    begins_in_view(chat, 4)
    give(chat, "1980-11-02")
    begins_in_view(chat, 5)
    for folded in page.locator(".theirs").last.locator("summary").all():
        folded.click()
    sound(chat)

    chat.say(words["emergency"])
    begins_in_view(chat, 6)
    sound(chat)


@pytest.mark.parametrize("words", ["en"], indirect=True)
@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        (".send { position: relative; left: 3rem }", "cut"),
        (".sheet { max-height: 5rem; overflow: auto }", "scrolls by itself"),
        (".names { width: 5rem; overflow: hidden; white-space: nowrap }", "clipped"),
        (".panel { margin-top: -4000px }", "out"),
        (".sheet .line { margin-bottom: -3rem }", "overlaps"),
        (".notice { background: red; inset: 0; position: absolute; z-index: 9 }", "covered"),
    ],
)
def test_a_fault_would_be_found(chat, fault, problem):
    chat.open()
    chat.press(chat.words["menu"]) if "sheet" in fault else None
    chat.page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
        " document.querySelector('madoguchi-chat').shadowRoot.adoptedStyleSheets.push(sheet) }",
        fault,
    )
    assert any(line.startswith(problem) for line in chat.page.evaluate(GEOMETRY))

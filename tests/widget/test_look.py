"""One scale of type and one of spacing, in every state."""

import pytest
from playwright.sync_api import expect

# `.call` has an automatic margin, which pushes what follows to the other side of the bar.
TYPE = [0.875, 1, 1.25, 1.5]
SPACING = [0, 0.25, 0.5, 0.75, 1, 1.5]
TOPS = "(body, parts) => parts.map((part) => body.querySelector(part).getBoundingClientRect().top)"
USED = """() => {
  const root = document.querySelector("madoguchi-chat").shadowRoot;
  const unit = parseFloat(getComputedStyle(root.querySelector(".panel")).fontSize);
  const all = [...root.querySelectorAll(".panel *:not(.unseen, .call, rt, rp, svg, path, option, i)")].filter((one) => one.getClientRects().length);
  const rounded = (length) => Math.round(parseFloat(length) / unit * 1000) / 1000 || 0;
  const sides = ["Top", "Right", "Bottom", "Left"];
  const spaces = (style) => [...sides.flatMap((side) => [style["padding" + side], style["margin" + side]]), style.rowGap, style.columnGap];
  const styles = all.map((one) => getComputedStyle(one));
  const set = (values) => [...new Set(values)].sort((one, other) => one - other);
  return {
    type: set(styles.map((style) => rounded(style.fontSize))),
    spacing: set(styles.flatMap(spaces).filter((length) => length.endsWith("px")).map(rounded)),
  };
}"""


def greeting(chat):
    pass


def answer(chat):
    chat.ask()
    chat.theirs.last.locator("summary").click()


def decision(chat):
    chat.say("/check_expiry_dates")
    for day in ("2024-06-10", "1980-11-02"):
        before = chat.messages.count()
        chat.page.locator(".date-entry input").fill(day)
        chat.press(chat.words["use_date"])
        expect(chat.messages).to_have_count(before + 2)


def menu(chat):
    chat.press(chat.words["menu"])
    chat.press(chat.words["delete_mine"])


def emergency(chat):
    chat.say(chat.words["emergency"])
    chat.page.get_by_role("link", name="119").first.wait_for()


@pytest.mark.parametrize("words", ["ja"], indirect=True)
@pytest.mark.parametrize("state", [greeting, answer, decision, menu, emergency], ids=lambda state: state.__name__)
def test_sizes_are_on_their_scales(chat, state):
    chat.open()
    state(chat)
    used = chat.page.evaluate(USED)
    assert [size for size in used["type"] if size not in TYPE] == []
    assert [size for size in used["spacing"] if size not in SPACING] == []


@pytest.mark.parametrize("words", ["ja"], indirect=True)
def test_a_decision_has_its_order_and_what_would_change_it_is_folded(chat):
    chat.open()
    decision(chat)
    body = chat.theirs.last.locator(".body")
    verdict, plain = (
        part.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        for part in (body.locator(".verdict"), body.locator(".to-do li").first)
    )
    assert verdict > plain
    order = [".verdict", ".to-do", ".folded", "table"]
    for part in order:
        body.locator(part).first.wait_for()
    # All at the same moment: it may still be scrolling.
    tops = body.evaluate(TOPS, order)
    assert tops == sorted(tops)
    assert body.locator("details[open]").count() == 0

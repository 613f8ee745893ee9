"""Without a mouse, with an input method, with a screen reader."""

from playwright.sync_api import expect

FOCUSED = "document.activeElement.shadowRoot?.activeElement"


def test_everything_is_done_by_keyboard(chat):
    page, words = chat.page, chat.words
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(chat.field).to_be_focused()
    page.keyboard.type(words["question"])
    page.keyboard.press("Enter")
    chat.answer().wait_for()
    expect(chat.field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name=words["launcher"])).to_be_focused()


def test_escape_closes_the_menu_first_and_gives_the_focus_back(chat):
    chat.open()
    chat.press(chat.words["menu"])
    chat.page.locator(".sheet button").last.focus()
    chat.page.keyboard.press("Escape")
    expect(chat.page.get_by_role("button", name=chat.words["menu"])).to_be_focused()
    expect(chat.page.locator(".sheet")).to_be_hidden()
    expect(chat.page.locator(".panel")).to_be_visible()


def test_shift_and_enter_make_a_new_line(chat):
    chat.open()
    chat.field.type("a")
    chat.field.press("Shift+Enter")
    chat.field.type("b")
    assert chat.field.input_value() == "a\nb"
    assert chat.mine.count() == 0


def test_enter_while_an_input_method_composes_sends_nothing(chat):
    chat.open()
    chat.field.focus()
    devtools = chat.page.context.new_cdp_session(chat.page)
    devtools.send("Input.imeSetComposition", {"text": "しかく", "selectionStart": 3, "selectionEnd": 3})
    chat.page.keyboard.press("Enter")
    chat.page.wait_for_timeout(300)
    assert chat.mine.count() == 0
    devtools.send("Input.insertText", {"text": chat.words["question"]})
    assert chat.words["question"] in chat.field.input_value()
    chat.field.press("Enter")
    chat.answer().wait_for()


def test_the_enter_that_ends_a_composition_sends_nothing(chat):
    """Safari ends the composition before it reports Enter, with the code of a composing key."""
    chat.open()
    chat.field.fill("資格")
    chat.field.evaluate(
        "e => e.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', keyCode: 229, bubbles: true, cancelable: true}))"
    )
    chat.page.wait_for_timeout(300)
    assert (chat.mine.count(), chat.field.input_value()) == (0, "資格")


def test_arrows_walk_through_the_history(chat):
    chat.open().ask()
    chat.page.locator(".talk").focus()
    chat.page.keyboard.press("ArrowUp")
    assert chat.page.evaluate(f"{FOCUSED}.classList.contains('theirs')")
    chat.page.keyboard.press("ArrowUp")
    assert chat.page.evaluate(f"{FOCUSED}.classList.contains('mine')")
    chat.page.keyboard.press("Home")
    assert chat.page.evaluate(f"{FOCUSED} === {FOCUSED}.parentElement.firstElementChild")
    chat.page.keyboard.press("End")
    assert chat.page.evaluate(f"{FOCUSED} === {FOCUSED}.parentElement.lastElementChild")


def test_an_arriving_message_moves_no_focus_and_is_spoken_once(chat):
    page = chat.page
    chat.open()
    page.evaluate(
        "() => { const place = document.querySelector('madoguchi-chat').shadowRoot.querySelector('[aria-live]'); window.spoken = [];"
        " new MutationObserver((changes) => changes.forEach(({addedNodes}) => addedNodes.forEach((node) =>"
        " window.spoken.push([node.lang, node.textContent])))).observe(place, {childList: true}) }"
    )
    chat.field.fill(chat.words["question"])
    chat.field.press("Enter")
    page.get_by_role("button", name=chat.words["close"]).focus()
    chat.answer().wait_for()
    expect(page.get_by_role("button", name=chat.words["close"])).to_be_focused()
    page.wait_for_timeout(300)
    spoken = [line for line in page.evaluate("window.spoken") if chat.words["answer"] in line[1]]
    assert [language for language, _ in spoken] == [chat.words["language"]]


def test_the_history_itself_is_no_live_region(chat):
    chat.open()
    assert chat.page.locator(".talk[aria-live], .talk[role=log], .messages[aria-live]").count() == 0


def test_what_was_said_before_is_not_spoken_again_after_a_reload(chat):
    chat.open().ask()
    chat.page.reload()
    chat.answer().wait_for()
    chat.page.wait_for_timeout(300)
    assert chat.page.locator("[aria-live=polite] p").count() == 0

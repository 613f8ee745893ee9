"""WCAG 2.2 AA: axe finds nothing in any state; small screens, large zoom, forced colours; targets that can be hit."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
LEAST_TARGET = 44
# Every tongue that the interface speaks and the assistant doesn't yet: its words must fit all the same.
OTHERS = ["ja-easy", "zh-Hans", "zh-Hant", "ko", "vi", "pt-BR", "es", "fil", "ne", "id"]


def violations(page):
    found = Axe().run(page, context="madoguchi-chat", options=RULES).response["violations"]
    return [(item["id"], [node["html"] for node in item["nodes"]]) for item in found]


def closed(chat):
    pass


def opened(chat):
    chat.open()


def conversation(chat):
    chat.open().ask()
    chat.theirs.last.locator("summary").click()


def asking_why(chat):
    chat.open().ask()
    chat.theirs.last.locator(".feedback").get_by_role("button", name=chat.words["unhelpful"]).click()


def form(chat):
    chat.open().say("/check_expiry_dates")
    chat.page.locator(".date-entry input").wait_for()


def menu(chat):
    chat.open()
    chat.press(chat.words["menu"])
    chat.press(chat.words["delete_mine"])


def emergency(chat):
    chat.open().say(chat.words["emergency"])
    chat.page.get_by_role("link", name="119").first.wait_for()


def failed(chat):
    chat.open()
    chat.page.route("**/messages", lambda route: route.abort())
    chat.say(chat.words["question"])
    chat.page.get_by_text(chat.words["unsent"]).first.wait_for()


def refused(chat):
    chat.open()
    chat.page.route("**/messages", lambda route: route.fulfill(status=422, body="{}", content_type="application/json"))
    chat.say(chat.words["question"])
    chat.page.locator(".notice:not(:empty)").wait_for()


STATES = [closed, opened, conversation, asking_why, form, menu, emergency, failed, refused]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing_in_light_and_dark(chat, state):
    state(chat)
    assert violations(chat.page) == []
    chat.page.emulate_media(color_scheme="dark")
    assert violations(chat.page) == []


def test_axe_would_find_something(chat):
    chat.open()
    chat.page.evaluate(
        "document.querySelector('madoguchi-chat').shadowRoot.querySelector('.send').replaceWith(document.createElement('button'))"
    )
    assert [name for name, _ in violations(chat.page)] == ["button-name"]


@pytest.mark.parametrize("state", [opened, conversation, form, menu], ids=lambda state: state.__name__)
def test_targets_are_large_enough(chat, state):
    state(chat)
    small = chat.page.evaluate(
        "least => [...document.querySelector('madoguchi-chat').shadowRoot.querySelectorAll('button, summary, .call a, .alarm a, input[type=date]')]"
        ".map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()]).filter(([, box]) => box.width && (box.height < least || box.width < least))"
        ".map(([html]) => html)",
        LEAST_TARGET,
    )
    assert small == []


def overflow(page):
    return page.evaluate(
        "() => { const root = document.querySelector('madoguchi-chat').shadowRoot; const width = document.documentElement.clientWidth;"
        " return [...root.querySelectorAll('.panel *:not(.unseen, .unseen *, rt, rp, path)')].filter(e => e.getClientRects().length)"
        ".filter(e => { const box = e.getBoundingClientRect(); return box.left < -1 || box.right > width + 1 }).map(e => e.outerHTML.slice(0, 80)) }"
    )


@pytest.mark.parametrize("size", [(320, 568), (320, 256)], ids=["a small phone", "400 % zoom"])
@pytest.mark.parametrize("state", [conversation, form, menu, emergency], ids=lambda state: state.__name__)
def test_nothing_runs_over_the_edge(chat, state, size):
    chat.page.set_viewport_size({"width": size[0], "height": size[1]})
    state(chat)
    assert overflow(chat.page) == []
    if not chat.field.is_visible():
        chat.page.keyboard.press("Escape")
    chat.field.scroll_into_view_if_needed()
    expect(chat.field).to_be_in_viewport()


def test_the_whole_conversation_works_at_400_percent(chat):
    chat.page.set_viewport_size({"width": 320, "height": 256})
    chat.open().ask()
    chat.theirs.last.locator(".choices button").first.scroll_into_view_if_needed()
    chat.theirs.last.locator(".choices button").first.click()
    expect(chat.mine).to_have_count(2)
    chat.page.keyboard.press("Escape")


@pytest.mark.parametrize("words", ["en"], indirect=True)
@pytest.mark.parametrize("language", OTHERS)
def test_other_tongues_fit_and_are_read_as_what_they_are(embed, page, language):
    chat = embed()
    chat.open().ask()
    tag = "ja" if language == "ja-easy" else language
    page.evaluate("language => document.querySelector('madoguchi-chat').setAttribute('language', language)", language)
    expect(page.locator(".panel")).to_have_attribute("lang", tag)
    page.set_viewport_size({"width": 320, "height": 640})
    assert overflow(page) == []
    page.locator(".bar button").first.click()
    assert overflow(page) == []
    assert violations(page) == []
    assert chat.theirs.last.locator(".body").get_attribute("lang") == "en"


@pytest.mark.parametrize("words", ["ja"], indirect=True)
def test_easy_japanese_has_readings_from_the_start(embed, page):
    embed({"language": "ja"})
    page.evaluate("document.querySelector('madoguchi-chat').setAttribute('language', 'ja-easy')")
    page.locator(".launcher ruby rt").first.wait_for()
    assert page.get_by_role("button", name="保険証").count() == 1


@pytest.mark.parametrize("words", ["en"], indirect=True)
def test_controls_are_dark_in_the_dark(chat):
    chat.page.emulate_media(color_scheme="dark")
    assert chat.page.locator(".launcher").evaluate("e => getComputedStyle(e).colorScheme") == "light dark"


@pytest.mark.parametrize("words", ["en"], indirect=True)
def test_forced_colours_keep_every_edge(chat):
    chat.page.emulate_media(forced_colors="active")
    conversation(chat)
    for selector in (".send", ".body"):
        assert chat.page.locator(selector).first.evaluate("e => parseFloat(getComputedStyle(e).borderTopWidth)") >= 1


@pytest.mark.parametrize("words", ["en"], indirect=True)
def test_nothing_moves_where_motion_is_not_wanted(chat):
    chat.page.emulate_media(reduced_motion="reduce")
    chat.open()
    moving = "document.querySelector('madoguchi-chat').shadowRoot.querySelectorAll('.typing i')"
    assert chat.page.evaluate(f"[...{moving}].every(e => getComputedStyle(e).animationName === 'none')")

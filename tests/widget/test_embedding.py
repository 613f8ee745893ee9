"""On any page: strict policies, hostile styles, frames, names that are taken, a site's own colour and events."""

from urllib.parse import urlsplit

import pytest

HOSTILE = (
    "<style>* { all: unset !important; font-size: 3px !important; display: inline !important; color: red !important }"
    " madoguchi-chat { display: none !important; position: static !important; opacity: .1 !important }</style>"
)
LISTEN = (
    "<script>window.told = []; for (const name of ['open', 'answer', 'feedback', 'close', 'error'])"
    " addEventListener(`madoguchi:${name}`, ({detail}) => window.told.push([name, detail]))</script>"
)
english = pytest.mark.parametrize("words", ["en"], indirect=True)


def test_the_strictest_policy_is_enough(embed, server, page):
    blocked = []
    page.on("console", lambda message: blocked.append(message.text) if message.type == "error" else None)
    policy = f"default-src 'none'; script-src {server.address}; connect-src {server.address}; img-src data:"
    embed(policy=policy).open().ask()
    assert blocked == []


def test_nothing_is_loaded_from_elsewhere(embed, server, page):
    hosts = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    embed().open().ask()
    assert hosts - {""} == {"insurer.test", urlsplit(server.address).netloc}


def test_hostile_styles_change_nothing(embed, page):
    chat = embed(head=HOSTILE).open()
    chat.ask()
    style = chat.theirs.last.locator(".body").evaluate(
        "e => (({fontSize, color, display}) => [parseFloat(fontSize) > 15, color, display])(getComputedStyle(e))"
    )
    assert style == [True, "rgb(22, 32, 42)", "block"]
    box = page.locator(".panel").bounding_box()
    assert box["x"] + box["width"] <= 1000
    assert box["width"] > 300


@english
def test_a_page_s_small_root_size_does_not_shrink_it(embed, page):
    chat = embed(head="<style>html { font-size: 62.5% }</style>").open()
    assert chat.theirs.first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") == 17


@english
def test_it_works_in_a_frame(embed, page, words):
    chat = embed()
    page.evaluate(
        "() => { const frame = document.body.appendChild(document.createElement('iframe')); frame.src = location.href; frame.style = 'width: 500px; height: 600px' }"
    )
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name=words["launcher"]).click()
    frame.get_by_label(words["write"]).fill(words["question"])
    frame.get_by_label(words["write"]).press("Enter")
    frame.locator(".theirs").get_by_text(words["answer"]).wait_for()
    assert chat.theirs.count() == 0


@english
def test_a_name_that_is_taken_is_no_trouble(embed, page, words):
    taken = "<script>customElements.define('madoguchi-chat', class extends HTMLElement {})</script>"
    embed(head=taken).open().ask()
    assert page.locator("madoguchi-chat-2").count() == 1


@english
def test_the_site_is_told_what_happens_but_not_what_is_written(embed, page, words):
    chat = embed(head=LISTEN).open()
    chat.ask()
    page.keyboard.press("Escape")
    told = page.evaluate("window.told")
    assert [name for name, _ in told] == ["open", "answer", "answer", "close"]
    assert told[2][1] == {"topic": "certificate_copy", "outcome": "answered", "language": "en"}
    assert words["question"] not in str(told)


@english
@pytest.mark.parametrize(
    ("colour", "accent", "on_accent"),
    [
        ("#ffd400", "rgb(255, 212, 0)", "rgb(0, 0, 0)"),
        ("#036", "rgb(0, 51, 102)", "rgb(255, 255, 255)"),
        ("red; display: none", "rgb(11, 90, 131)", "rgb(255, 255, 255)"),
    ],
)
def test_a_site_s_colour_can_be_read_upon(embed, page, colour, accent, on_accent):
    embed({"color": colour})
    style = page.locator(".launcher").evaluate(
        "e => (({backgroundColor, color}) => [backgroundColor, color])(getComputedStyle(e))"
    )
    assert style == [accent, on_accent]


@english
def test_attributes_open_place_and_greet(embed, page, words):
    embed({"position": "left", "greeting": "Welcome to Wakaba"})
    assert page.locator(".launcher").bounding_box()["x"] < 100
    page.evaluate("document.querySelector('madoguchi-chat').setAttribute('open', '')")
    page.get_by_text("Welcome to Wakaba").wait_for()
    page.evaluate("document.querySelector('madoguchi-chat').removeAttribute('open')")
    page.get_by_role("button", name=words["launcher"]).wait_for()


@english
def test_open_from_the_start_leaves_the_focus_on_the_page(embed, page, server, words):
    page.route(
        "https://insurer.test/open",
        lambda route: route.fulfill(
            body=f'<!doctype html><title>x</title><script src="{server.address}/widget.js" data-language="en" data-open defer></script><body>',
            content_type="text/html",
        ),
    )
    page.goto("https://insurer.test/open")
    page.locator(".theirs").first.wait_for()
    assert page.evaluate("document.activeElement === document.body")


@english
def test_a_page_of_another_origin_is_refused(embed, page, server, words):
    embed()
    status = page.evaluate(
        "address => fetch(address).then(() => 'read', () => 'refused')", f"{server.address}/api/chat/config"
    )
    assert status == "read"
    page.route(
        "https://stranger.test/**", lambda route: route.fulfill(body="<title>x</title>", content_type="text/html")
    )
    page.goto("https://stranger.test/")
    status = page.evaluate(
        "address => fetch(address).then(() => 'read', () => 'refused')", f"{server.address}/api/chat/config"
    )
    assert status == "refused"

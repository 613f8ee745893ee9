"""The page at `/`: the widget on a plausible insurer's page, and the line that embeds it."""

import pytest
from axe_playwright_python.sync_playwright import Axe


@pytest.fixture
def home(page, server):
    page.goto(server.address)
    page.get_by_role("button", name="保険証の質問").wait_for()
    page.wait_for_function("document.querySelector('#snippet').textContent")
    return page


def test_it_asks_from_the_page_s_own_button(home):
    home.get_by_role("button", name="質問する").click()
    home.get_by_label("質問を書く").wait_for()


def test_the_snippet_and_the_preview_follow_the_choices(home):
    home.get_by_label("言語 / Language").first.select_option("en")
    home.get_by_label("色 / Colour").fill("#7a1f5c")
    home.get_by_label("場所 / Position").select_option("left")
    home.get_by_label("はじめのことば / Greeting").fill('Hi "there" <b>')
    snippet = home.locator("#snippet").inner_text()
    for part in ('data-language="en"', 'data-color="#7a1f5c"', 'data-position="left"', "Hi &quot;there&quot; &lt;b>"):
        assert part in snippet
    launcher = home.get_by_role("button", name="Ask about insurance cards")
    launcher.wait_for()
    assert launcher.bounding_box()["x"] < 100
    assert launcher.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(122, 31, 92)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page(home, scheme):
    home.emulate_media(color_scheme=scheme)
    assert [item["id"] for item in Axe().run(home).response["violations"]] == []


def test_nothing_runs_over_the_edge_of_a_phone(home):
    home.set_viewport_size({"width": 320, "height": 640})
    assert home.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_interface_is_described_without_anybody_else(page, server):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server.address}/docs")
    page.get_by_text("/webhooks/rest/webhook").first.wait_for()
    assert [url for url in asked if not url.startswith((server.address, "data:"))] == []

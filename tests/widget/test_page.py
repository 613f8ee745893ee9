"""The page at `/`: the widget on a plausible insurer's page, and the line that embeds it."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from bot.content.language import known_languages, languages
from bot.project import ROOT


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
    home.get_by_label("言語 data-language").select_option("en")
    home.get_by_label("色 data-color").fill("#7a1f5c")
    home.get_by_label("場所 data-position").select_option("left")
    home.get_by_label("はじめのことば data-greeting").fill('Hi "there" <b>')
    home.get_by_label("data-open").check()
    home.get_by_label("data-remember").check()
    snippet = home.locator("#snippet").inner_text()
    for part in (
        'data-language="en"',
        'data-color="#7a1f5c"',
        'data-position="left"',
        "Hi &quot;there&quot; &lt;b>",
        " data-open ",
        'data-remember="device"',
    ):
        assert part in snippet
    launcher = home.get_by_role("button", name="Ask about insurance cards")
    launcher.wait_for()
    assert launcher.bounding_box()["x"] < 100
    assert launcher.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(122, 31, 92)"


def test_the_builder_offers_every_language_in_its_own_name_and_says_which_only_frame(home):
    offered = home.get_by_label("言語 data-language").locator("option").all_inner_texts()
    expected = [
        entry.name if key in languages() else f"{entry.name}（画面のことばだけ）"
        for key, entry in known_languages().items()
    ]
    assert offered == expected


def ratio(home, ink, paper):
    return home.evaluate(
        "([ink, paper]) => { const light = (colour) => colour.map((c) => c / 255)"
        ".map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);"
        " const of = (text) => light(text.match(/\\d+/g).slice(0, 3).map(Number));"
        " const [dark, bright] = [of(ink), of(paper)].sort((a, b) => a - b); return (bright + 0.05) / (dark + 0.05) }",
        [ink, paper],
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colour", ["#ffffff", "#ffd400", "#7fb3d5", "#000000", "#0b5a83"])
def test_any_colour_themes_all_of_the_chat_and_can_be_read(home, colour, scheme):
    home.emulate_media(color_scheme=scheme)
    home.get_by_label("色 data-color").fill(colour)
    home.get_by_role("button", name="質問する").click()
    home.locator(".choices button").first.wait_for()
    for selector in (".choices button", ".bar .pill", ".send", "#shades li"):
        element = home.locator(selector).first
        ink, paper = element.evaluate(
            "e => { let ground = e; while (getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;"
            " return [getComputedStyle(e).color, getComputedStyle(ground).backgroundColor] }"
        )
        assert ratio(home, ink, paper) >= 4.5, selector


def test_the_line_is_copied_without_a_clipboard_too(home):
    home.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    home.get_by_role("button", name="コピー", exact=True).click()
    home.get_by_text("コピーしました").wait_for()


def test_where_nothing_can_be_copied_it_says_so_and_selects_the_line(home):
    home.evaluate(
        "() => { Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false }"
    )
    home.get_by_role("button", name="コピー", exact=True).click()
    home.get_by_text("コピーできませんでした").wait_for()
    assert home.evaluate("getSelection().toString()") == home.locator("#snippet").inner_text()


def test_its_figures_are_those_of_the_readme(home):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in readme.splitlines()
        if " %" in line and line[0] == "|"
    ]
    shown = [row.locator("td").all_inner_texts() for row in home.locator("#accuracy tbody tr").all()]
    assert shown == [row[1:] for row in rows]


def test_its_links_lead_somewhere(home, server):
    for link in home.locator("main a").all():
        assert home.request.get(f"{server.address}/{link.get_attribute('href')}").ok
    assert home.request.get(f"{server.address}/documents/nothing.md").status == 404


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

"""The page at `/` in a real browser: a question, its answer with sources, a button."""

import shutil

import pytest

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (apt-get install chromium)"),
]


@pytest.fixture(scope="module")
def address(serve, sqlite):
    return serve(sqlite).address


@pytest.fixture
def page(address):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        opened = browser.new_page(viewport={"width": 360, "height": 740})
        opened.goto(address)
        opened.get_by_text("こんにちは。").wait_for()
        yield opened
        browser.close()


@pytest.mark.parametrize(
    ("question", "answer", "language"),
    [
        ("資格確認書のコピーで受診できますか", "いいえ、コピーは使えません", "ja"),
        ("Can I use a photocopy of the eligibility certificate?", "No, a copy is not accepted", "en"),
    ],
)
def test_a_question_is_answered_in_its_language_with_its_source(page, question, answer, language):
    page.get_by_label("質問").fill(question)
    page.keyboard.press("Enter")
    shown = page.get_by_text(answer)
    shown.wait_for()
    assert shown.get_attribute("lang") == language
    assert page.get_by_text("※").first.is_visible()


def test_a_button_asks_for_the_reader(page):
    page.get_by_role("button", name="わたしは何を見せる").click()
    page.get_by_text("マイナンバーカードは、いまどうなっていますか").wait_for()
    page.get_by_role("button", name="持っていない").click()
    page.get_by_text("資格確認書は手元にありますか").wait_for()


def test_nothing_runs_over_the_edge_of_a_phone(page):
    page.get_by_label("質問").fill("資格確認書とは何ですか")
    page.keyboard.press("Enter")
    page.get_by_text("※").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")

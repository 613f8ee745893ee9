"""The widget in a real Chromium, on an insurer's page of another origin."""

import shutil
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.served import Served

# As long as every other wait: a machine may be busy.
expect.set_options(timeout=15000)
CHROMIUM = shutil.which("chromium")
SITE = "https://insurer.test"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The insurer's page is made up, the server is on this machine; a real one is as public as the page.
    "--disable-features=LocalNetworkAccessChecks",
]
# What people say and see, in each language of the assistant.
WORDS = {
    "ja": {
        "launcher": "保険証の質問",
        "write": "質問を書く",
        "send": "送る",
        "close": "閉じる",
        "menu": "メニュー",
        "question": "資格確認書のコピーで受診できますか",
        "answer": "コピーは認められず",
        "greeting": "こんにちは",
        "emergency": "父が胸を押さえて倒れて、意識がありません",
        "sources": "出典",
        "again": "もう一度送る",
        "unsent": "まだ送れていません",
        "start_over": "最初からやり直す",
        "delete_mine": "書いたことを消す",
        "delete": "消す",
        "person": "人に聞く",
        "language_button": "言語 日本語",
        "size": "文字の大きさ",
        "unhelpful": "役に立たなかった",
        "reason": "分かりにくい",
        "thanks": "ありがとうございます",
        "use_date": "この日にする",
        "copy": "コピー",
        "print": "印刷",
        "copied": "コピーしました",
        "deleted": "書いたことを消しました",
        "offline": "つながりません",
        "loading": "読み込んでいます",
        "more": "続きがあります",
        "latest": "最新へ",
        "birth": "生まれた日",
    },
    "en": {
        "launcher": "Ask about insurance cards",
        "write": "Write your question",
        "send": "Send",
        "close": "Close",
        "menu": "Menu",
        "question": "Can I use a photocopy of the eligibility certificate?",
        "answer": "copies are not accepted",
        "greeting": "Hello",
        "emergency": "My father collapsed and is not breathing",
        "sources": "Sources",
        "again": "Send again",
        "unsent": "Not sent yet",
        "start_over": "Start over",
        "delete_mine": "Delete what I wrote",
        "delete": "Delete",
        "person": "Talk to a person",
        "language_button": "Language English",
        "size": "Text size",
        "unhelpful": "Not helpful",
        "reason": "Hard to understand",
        "thanks": "Thank you",
        "use_date": "Use this date",
        "copy": "Copy",
        "print": "Print",
        "copied": "Copied",
        "deleted": "What you wrote is deleted",
        "offline": "No connection",
        "loading": "Loading",
        "more": "More below",
        "latest": "To the latest",
        "birth": "date of birth",
    },
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    absent = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (apt-get install chromium)")
    for item in items:
        if "widget" in item.path.parts and "page" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            item.add_marker(absent)


# One for all pages: loading an engine takes longer than most of what is tested.
@pytest.fixture(scope="session")
def server(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    database = f"sqlite:///{tmp_path_factory.mktemp('pages') / 'conversations.db'}"
    served = Served(
        {"MADOGUCHI_DATABASE": database, "MADOGUCHI_ALLOWED_ORIGINS": SITE, "MADOGUCHI_TODAY": "2026-11-24"}
    )
    yield served
    served.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(
        viewport={"width": 1000, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    opened.set_default_timeout(15000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(params=WORDS)
def words(request) -> dict[str, str]:
    return WORDS[request.param] | {"language": request.param}


class Chat:
    """The widget as a person uses it."""

    def __init__(self, page: Page, words: dict[str, str]) -> None:
        self.page, self.words = page, words
        self.field = page.get_by_label(words["write"], exact=True)
        self.messages = page.locator(".message")
        self.theirs = page.locator(".message.theirs")
        self.mine = page.locator(".message.mine")

    def open(self) -> "Chat":
        self.page.get_by_role("button", name=self.words["launcher"]).click()
        self.theirs.get_by_text(self.words["greeting"]).first.wait_for()
        return self

    def say(self, text: str) -> None:
        self.field.fill(text)
        self.field.press("Enter")

    def ask(self) -> None:
        self.say(self.words["question"])
        self.answer().wait_for()

    def answer(self):
        return self.theirs.get_by_text(self.words["answer"]).last

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).last.click()


Embed = Callable[..., Chat]


@pytest.fixture
def embed(page: Page, server, words) -> Embed:
    """Return a function that opens the insurer's page with the widget on it."""

    def open_page(
        attributes: dict[str, str] | None = None,
        policy: str | None = None,
        head: str = "",
        on: Page = page,
        waits: bool = True,
    ) -> Chat:
        data = {"language": words["language"]} | (attributes or {})
        marks = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items())
        html = (
            f'<!doctype html><html lang="{words["language"]}"><head><meta charset="utf-8"><title>Insurer</title>'
            f'<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">{head}</head>'
            f'<body><main><h1>Insurer</h1><a href="#top">A link</a></main>'
            f'<script src="{server.address}/widget.js"{marks} defer></script></body></html>'
        )
        headers = {"Content-Security-Policy": policy} if policy else {}
        on.context.route(
            f"{SITE}/**", lambda route: route.fulfill(body=html, headers=headers, content_type="text/html")
        )
        on.goto(SITE)
        chat = Chat(on, words)
        if waits:
            on.get_by_role("button", name=words["launcher"]).wait_for()
        return chat

    return open_page


@pytest.fixture
def chat(embed: Embed) -> Chat:
    return embed()

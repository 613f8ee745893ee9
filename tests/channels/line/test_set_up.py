"""`madoguchi line setup`: the account is ready afterwards, and what LINE keeps to itself is told."""

from io import BytesIO

import pytest
from PIL import Image
from typer.testing import CliRunner

from bot.channels.line.menu import NoFontError, menu, picture, tiles
from bot.checks.topics import unknown_names
from bot.cli import app
from bot.content.language import default_language, languages
from bot.settings import settings
from tests.channels.line.conftest import environment

SITE = "https://help.example.jp"


@pytest.fixture
def run(platform, store, monkeypatch):
    for name, value in environment(platform, store).items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    yield lambda *words: CliRunner().invoke(app, ["line", "setup", *words])
    settings.cache_clear()


def drawn(language):
    try:
        return picture(language)
    except NoFontError as error:
        pytest.skip(str(error))


def test_the_account_is_ready_afterwards(run, platform):
    drawn(default_language())
    result = run(f"{SITE}/")
    assert result.exit_code == 0, result.output
    assert platform.webhook == f"{SITE}/line/webhook"
    assert {entry["name"] for entry in platform.menus.values()} == {f"madoguchi {key}" for key in languages()}
    assert all(entry["picture"] for entry in platform.menus.values())
    assert platform.menus[platform.default_menu]["name"] == f"madoguchi {default_language()}"
    assert "Use webhook" in result.output and "@madoguchi" in result.output
    assert platform.refused == []


def test_setting_up_again_leaves_one_menu_for_each_language(run, platform):
    drawn(default_language())
    run(SITE)
    before = set(platform.menus)
    run(SITE)
    assert len(platform.menus) == len(before) and not before & set(platform.menus)


def test_a_wrong_token_is_told(run, monkeypatch):
    monkeypatch.setenv("LINE_CHANNEL_ACCESS_TOKEN", "old")
    settings.cache_clear()
    result = run(SITE)
    assert result.exit_code == 1 and "LINE_CHANNEL_ACCESS_TOKEN" in result.output


@pytest.mark.parametrize("site", ["http://help.example.jp", "help.example.jp"])
def test_line_calls_no_address_that_anybody_can_listen_to(run, platform, site):
    result = run(site)
    assert result.exit_code == 1 and "https://" in result.output
    assert platform.calls == []


def test_without_an_account_it_says_what_to_set(monkeypatch):
    for name in ("LINE_CHANNEL_SECRET", "LINE_CHANNEL_ACCESS_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()
    result = CliRunner().invoke(app, ["line", "setup", SITE])
    assert result.exit_code == 1 and "LINE_CHANNEL_SECRET" in result.output


@pytest.mark.parametrize("language", languages())
def test_the_picture_is_of_the_size_that_the_menu_says(language):
    image, asked = Image.open(BytesIO(drawn(language))), menu(language).to_dict()
    assert image.size == (asked["size"]["width"], asked["size"]["height"]) == (2500, 1686)
    assert len(drawn(language)) < 1_000_000


@pytest.mark.parametrize("language", languages())
def test_the_tiles_cover_the_picture_and_send_what_their_buttons_send(language):
    areas = menu(language).to_dict()["areas"]
    assert sum(area["bounds"]["width"] * area["bounds"]["height"] for area in areas) == 2500 * 1686
    assert [area["action"]["data"].rsplit("/", 1)[-1] for area in areas] == [*tiles()]


def test_every_tile_leads_somewhere():
    assert unknown_names(tiles()) == []

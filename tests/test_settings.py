"""The settings: what can't be is refused with a sentence that names the variable."""

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from bot.app import create_app
from bot.settings import Settings, settings


@pytest.mark.parametrize(
    ("value", "origins"),
    [
        ("", ()),
        ("*", ("*",)),
        ("https://www.example.jp", ("https://www.example.jp",)),
        (" https://a.example , http://localhost:3000,", ("https://a.example", "http://localhost:3000")),
        ("http://[::1]:8080", ("http://[::1]:8080",)),
    ],
)
def test_origins_are_listed_with_commas(monkeypatch, value, origins):
    monkeypatch.setenv("MADOGUCHI_ALLOWED_ORIGINS", value)
    assert Settings().allowed_origins == origins


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MADOGUCHI_ALLOWED_ORIGINS", "www.example.jp"),
        ("MADOGUCHI_ALLOWED_ORIGINS", "https://www.example.jp/"),
        ("MADOGUCHI_ALLOWED_ORIGINS", "https://www.example.jp/chat"),
        ("MADOGUCHI_ALLOWED_ORIGINS", "https://WWW.example.jp"),
        ("MADOGUCHI_ALLOWED_ORIGINS", "https://*.example.jp"),
        ("MADOGUCHI_ALLOWED_ORIGINS", "https://a.example https://b.example"),
        ("MADOGUCHI_ALLOWED_ORIGINS", "null"),
        ("MADOGUCHI_DATABASE", "madoguchi.db"),
        ("MADOGUCHI_DATABASE", "mysql://localhost/madoguchi"),
        ("MADOGUCHI_DATABASE", "sqlite://"),
        ("MADOGUCHI_DATABASE", "sqlite:///:memory:"),
    ],
)
def test_a_value_that_can_t_be_is_refused(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError, match=name):
        Settings()


def allowed(monkeypatch, origins):
    monkeypatch.setenv("MADOGUCHI_ALLOWED_ORIGINS", origins)
    settings.cache_clear()
    client = TestClient(create_app())
    settings.cache_clear()
    return client.get("/health/live", headers={"Origin": "https://any.example"}).headers


def test_every_site_may_ask_where_a_star_allows_it(monkeypatch):
    headers = allowed(monkeypatch, "*")
    assert headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in headers


def test_no_other_site_may_ask_by_default(monkeypatch):
    assert "access-control-allow-origin" not in allowed(monkeypatch, "")

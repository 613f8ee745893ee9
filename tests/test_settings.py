"""The settings: what can't be is refused with a sentence that names the variable."""

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError
from sqlalchemy.engine import make_url

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
        ("REDIS_URL", "127.0.0.1:6379"),
        ("REDIS_URL", "http://127.0.0.1:6379"),
        ("MADOGUCHI_WORKERS", "0"),
    ],
)
def test_a_value_that_can_t_be_is_refused(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError, match=name):
        Settings()


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg2"])
def test_postgresql_is_named_as_its_hosts_do(monkeypatch, scheme):
    monkeypatch.setenv("MADOGUCHI_DATABASE", f"{scheme}://somebody:secret@db.example:5432/madoguchi?sslmode=require")
    url = make_url(Settings().database)
    assert (url.get_backend_name(), url.password, url.query) == ("postgresql", "secret", {"sslmode": "require"})


@pytest.mark.parametrize("url", ["redis://:hush@cache.example:6379/1", "rediss://cache.example", "unix:///run/redis"])
def test_redis_is_named_with_or_without_tls_and_its_password_does_not_show(monkeypatch, url):
    monkeypatch.setenv("REDIS_URL", url)
    assert Settings().redis_address == url
    assert "hush" not in repr(Settings())


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


LINE = ("LINE_CHANNEL_SECRET", "LINE_CHANNEL_ACCESS_TOKEN")


@pytest.mark.parametrize(
    ("secret", "secrets"), [("one", ("one",)), ("new,old", ("new", "old")), (" new , old \n", ("new", "old"))]
)
def test_two_secrets_of_line_serve_while_one_is_replaced(monkeypatch, secret, secrets):
    monkeypatch.setenv(LINE[0], secret)
    monkeypatch.setenv(LINE[1], "token")
    assert (Settings().line.secrets, Settings().line.access_token) == (secrets, "token")


def test_secrets_of_line_may_stand_in_files(monkeypatch, tmp_path):
    for name in LINE:
        (tmp_path / name).write_text(f"{name}-value\n")
        monkeypatch.setenv(f"{name}_FILE", str(tmp_path / name))
    assert Settings().line.secrets == ("LINE_CHANNEL_SECRET-value",)
    assert Settings().line.access_token == "LINE_CHANNEL_ACCESS_TOKEN-value"


def test_without_line_s_settings_there_is_no_account():
    assert Settings().line is None


@pytest.mark.parametrize("name", LINE)
def test_half_of_line_s_settings_is_refused(monkeypatch, name):
    monkeypatch.setenv(name, "a-secret-value")
    with pytest.raises(ValidationError, match="both LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN") as refused:
        Settings()
    assert "a-secret-value" not in str(refused.value)


def test_a_file_that_can_t_be_read_is_refused(monkeypatch):
    monkeypatch.setenv(f"{LINE[0]}_FILE", "/nowhere/secret")
    with pytest.raises(ValidationError, match="/nowhere/secret can't be read"):
        Settings()


def test_no_secret_of_line_shows(monkeypatch):
    for name in LINE:
        monkeypatch.setenv(name, "a-secret-value")
    assert "a-secret-value" not in f"{Settings()!r} {Settings().line!r}"

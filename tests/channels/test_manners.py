"""How every address behaves: HEAD, what is not allowed, trailing slashes, headers."""

import pytest
from fastapi.testclient import TestClient

from bot.app import app

client = TestClient(app, raise_server_exceptions=False, follow_redirects=False)  # no lifespan: no turn is taken


@pytest.mark.parametrize("path", ["/", "/widget.js", "/health/live", "/demo/demo.css"])
def test_head_tells_what_get_would_and_sends_nothing(path):
    head, get = client.head(path), client.get(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Type"] == get.headers["Content-Type"]


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/webhooks/rest/webhook", {"POST"}),
        ("PUT", "/api/eligibility/check_certificate", {"POST"}),
        ("POST", "/health/live", {"GET", "HEAD"}),
    ],
)
def test_a_refused_method_is_told_what_is_allowed(method, path, allowed):
    response = client.request(method, path)
    assert response.status_code == 405
    assert set(response.headers["Allow"].split(", ")) & allowed
    assert response.json()["error"]["code"] == "http_405"


@pytest.mark.parametrize("path", ["/docs/", "/health/live/", "/webhooks/rest/webhook/"])
def test_no_redirect_repeats_the_host_that_the_client_named(path):
    response = client.get(path, headers={"Host": "evil.example"})
    assert response.status_code == 404
    assert "evil.example" not in f"{response.headers}{response.text}"


@pytest.mark.parametrize("path", ["/", "/docs", "/docs/reference.js", "/health/live", "/nowhere"])
def test_no_answer_may_be_framed_by_others_or_run_what_is_not_ours(path):
    policy = client.get(path).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors" in policy
    assert "http" not in policy


def test_the_description_loads_nothing_from_others():
    page = client.get("/docs")
    assert page.status_code == 200
    assert "//" not in page.text
    for name in ("swagger-ui-bundle.js", "swagger-ui.css", "reference.js"):
        assert f'"docs/{name}"' in page.text
        assert client.get(f"/docs/{name}").status_code == 200
    assert client.get("/docs/redoc.standalone.js").status_code == 404
    assert client.get("/redoc").status_code == 404


def test_a_body_of_another_type_is_told_which_is_wanted():
    response = client.post("/webhooks/rest/webhook", content="sender=a", headers={"Content-Type": "text/plain"})
    assert response.json()["error"]["message"] == "'body' must be a JSON object, sent as application/json."

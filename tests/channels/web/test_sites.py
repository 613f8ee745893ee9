"""Other sites: those that are allowed may ask, no other."""

import pytest

from tests.channels.web.chat import SITE


def preflight(client, origin, method="POST", headers="content-type"):
    asked = {"Origin": origin, "Access-Control-Request-Method": method, "Access-Control-Request-Headers": headers}
    return client.options(f"/api/chat/{'a' * 32}/messages", headers=asked)


@pytest.mark.parametrize(
    ("method", "headers"), [("POST", "content-type"), ("GET", "last-event-id"), ("DELETE", "content-type")]
)
def test_a_site_that_is_allowed_may_ask(client, method, headers):
    response = preflight(client, SITE, method, headers)
    assert (response.status_code, response.headers["access-control-allow-origin"]) == (200, SITE)
    assert "access-control-allow-credentials" not in response.headers
    asked = client.get("/api/chat/config", headers={"Origin": "http://localhost:3000"})
    assert asked.headers["access-control-allow-origin"] == "http://localhost:3000"


@pytest.mark.parametrize(
    "origin", ["https://evil.example", SITE.replace("https", "http"), f"{SITE}.evil.example", "null"]
)
def test_another_site_may_not(client, origin):
    assert preflight(client, origin).status_code == 400
    for response in (preflight(client, origin), client.get("/api/chat/config", headers={"Origin": origin})):
        assert "access-control-allow-origin" not in response.headers


def test_a_live_connection_from_another_site(chat):
    assert chat.listen(headers={"Origin": SITE}).headers["access-control-allow-origin"] == SITE


@pytest.mark.parametrize(
    "path", ["/", "/nowhere", "/health/live", "/api/chat/config", "/widget/0/x.js", "/openapi.json"]
)
def test_every_response_carries_the_security_headers(client, path):
    headers = client.get(path).headers
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")

"""What comes from outside: refused with a sentence where it is wrong, and nothing is left of it."""

import pytest

KEY = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        (b"", 422, None),
        (b"{", 422, None),
        (b"[]", 422, None),
        (b'{"message": "a"}', 422, "id"),
        (b'{"id": "1", "message": "a"}', 422, "id"),
        (f'{{"id": "{KEY}"}}'.encode(), 422, "message"),
        (f'{{"id": "{KEY}", "message": 1}}'.encode(), 422, "message"),
        (f'{{"id": "{KEY}", "message": ""}}'.encode(), 422, "message"),
        (f'{{"id": "{KEY}", "message": "  "}}'.encode(), 422, "message"),
        (f'{{"id": "{KEY}", "message": "a\\u0000b"}}'.encode(), 422, "message"),
        (f'{{"id": "{KEY}", "message": "\\ud800"}}'.encode(), 422, "message"),
        (f'{{"id": "{KEY}", "message": "a", "shown": ""}}'.encode(), 422, "shown"),
        (f'{{"id": "{KEY}", "message": "a", "shown": "a\\u0000b"}}'.encode(), 422, "shown"),
        (f'{{"id": "{KEY}", "message": "a", "language": "xx"}}'.encode(), 422, "language"),
        (f'{{"id": "{KEY}", "message": "{"a" * 2001}"}}'.encode(), 422, "message"),
        (f'{{"id": "{KEY}", "message": "a", "shown": "{"a" * 2001}"}}'.encode(), 422, "shown"),
        (f'{{"id": "{KEY}", "message": "{"a" * 300_000}"}}'.encode(), 413, None),
    ],
)
def test_a_bad_message_is_refused_with_a_sentence_and_leaves_nothing(chat, body, status, field):
    response = chat.client.post(f"{chat.address}/messages", content=body, headers={"Content-Type": "application/json"})
    error = response.json()["error"]
    assert (response.status_code, error["field"]) == (status, field)
    assert error["message"].endswith(".")
    assert chat.history()["events"] == []


@pytest.mark.parametrize(
    "conversation", ["short", "a" * 31, "a" * 65, "a" * 31 + ".", "%E3%81%82" * 32, "a" * 32 + "%0A"]
)
@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/messages"), ("GET", "/events"), ("GET", "/history"), ("DELETE", ""), ("POST", "/feedback")],
)
def test_a_conversation_has_an_unguessable_id(client, conversation, method, path):
    body = {"id": KEY, "message": "a", "event": 1, "helpful": True}
    response = client.request(method, f"/api/chat/{conversation}{path}", json=body if method == "POST" else None)
    assert (response.status_code, response.json()["error"]["field"]) == (422, "conversation")


@pytest.mark.parametrize("number", ["-1", "x", str(2**31), "1.5"])
def test_a_number_that_can_t_be_is_refused(chat, number):
    assert chat.client.get(f"{chat.address}/history", params={"after": number}).status_code == 422
    assert chat.client.get(f"{chat.address}/events", params={"after": number}).status_code == 422
    assert chat.client.get(f"{chat.address}/events", headers={"Last-Event-ID": number}).status_code == 422


def test_the_longest_message_is_answered(chat):
    assert len(chat.say("あ" * 2000)) >= 2


def test_nothing_is_cached_and_no_cookie_is_set(chat):
    chat.say("/faq/contact")
    for response in (chat.post("/faq/contact"), chat.client.get(f"{chat.address}/history"), chat.clear()):
        assert response.headers["cache-control"] == "no-store"
        assert "set-cookie" not in response.headers


def test_the_configuration(client, on_day):
    on_day("2026-11-24")
    config = client.get("/api/chat/config").json()
    japanese = {"id": "ja", "name": "日本語", "tag": "ja", "locale": "ja-JP", "furigana": "wish"}
    assert config["languages"][0] == japanese
    assert (config["default_language"], config["today"]) == ("ja", "2026-11-24")
    assert {"name", "telephone", "hours", "ruby"} == set(config["contact"])
    assert "www.mhlw.go.jp" in config["links"]
    assert all("/" not in host for host in config["links"])

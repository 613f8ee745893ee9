"""The REST channel: stock Rasa's protocol, and bad input refused with a sentence that says what to change."""

import asyncio
import json
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bot.app import app
from bot.settings import settings

ADDRESS = "/webhooks/rest/webhook"


@pytest.fixture(scope="module")
def client(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MADOGUCHI_DATABASE", f"sqlite:///{tmp_path_factory.mktemp('store') / 'conversations.db'}")
        settings.cache_clear()
        with TestClient(app, raise_server_exceptions=False) as started:
            yield started
    settings.cache_clear()


def test_an_answer_has_the_contract_s_form(client):
    (reply,) = client.post(ADDRESS, json={"sender": "a", "message": "資格確認書のコピーで受診できますか"}).json()
    assert reply["recipient_id"] == "a"
    assert {"title", "payload"} == set(reply["buttons"][0])
    custom = reply["custom"]
    assert (custom["topic"], custom["outcome"], custom["language"]) == ("certificate_copy", "answered", "ja")
    assert {"leaflet", "publisher", "title", "date", "where"} == set(custom["sources"][0])
    assert 0 < custom["confidence"] <= 1


def test_a_button_answers_its_topic(client):
    (reply,) = client.post(
        ADDRESS, json={"sender": "b", "message": "/faq/contact", "metadata": {"language": "en"}}
    ).json()
    assert (reply["custom"]["topic"], reply["custom"]["language"]) == ("contact", "en")


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        (b"", 422, None),
        (b"{", 422, None),
        (b"[]", 422, None),
        (b'"text"', 422, None),
        (b'{"sender": "a"}', 422, "message"),
        (b'{"message": "a"}', 422, "sender"),
        (b'{"sender": "a", "message": 1}', 422, "message"),
        (b'{"sender": "a", "message": ""}', 422, "message"),
        (b'{"sender": "a", "message": "   "}', 422, "message"),
        (b'{"sender": "a", "message": "a\\u0000b"}', 422, "message"),
        (b'{"sender": "a", "message": "\\ud800"}', 422, "message"),
        (b'{"message": "\xff"}', 400, None),
        (b'{"sender": "a", "message": "a", "message_id": ""}', 422, "message_id"),
        (b'{"sender": "a", "message": "a", "message_id": 1}', 422, "message_id"),
        (b'{"sender": "a", "message": "a", "message_id": "' + b"1" * 65 + b'"}', 422, "message_id"),
        (b'{"message": "a", "sender": 5}', 422, "sender"),
        (b'{"message": "a", "sender": ""}', 422, "sender"),
        (b'{"sender": "a", "message": "a", "metadata": {"language": "xx"}}', 422, "metadata.language"),
        (b'{"sender": "a", "message": "a", "metadata": 7}', 422, "metadata"),
        (json.dumps({"message": "あ" * 100_000}).encode(), 413, None),
        (json.dumps({"sender": "a", "message": "a" * 100_000}).encode(), 422, "message"),
        (json.dumps({"sender": "a", "message": "a" * 2001}).encode(), 422, "message"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(client, body, status, field):
    response = client.post(ADDRESS, content=body, headers={"Content-Type": "application/json"})
    error = response.json()["error"]
    assert response.status_code == status
    assert error["field"] == field
    assert error["message"].endswith(".")
    assert "Traceback" not in response.text


def test_the_longest_message_is_answered(client):
    assert client.post(ADDRESS, json={"sender": "long", "message": "あ" * 2000}).status_code == 200


@hypothesis_settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_text_gets_a_reply_or_a_reason(client, text):
    response = client.post(ADDRESS, json={"sender": "any", "message": text})
    assert response.status_code in (200, 422)
    assert response.json()


def say(client, sender, message, **more):
    response = client.post(ADDRESS, json={"sender": sender, "message": message} | more)
    assert response.status_code == 200, response.text
    return response.json()


def test_a_message_with_an_id_is_answered_once(client):
    first = say(client, "once", "/check_certificate", message_id="1")
    assert say(client, "once", "/check_certificate", message_id="1") == first
    assert say(client, "once", "/faq/contact", message_id="1") == first
    (second,) = say(client, "once", "手元にあります", message_id="2")
    assert second["custom"]["asks"] == "registered"


def test_a_message_without_an_id_is_a_new_one(client):
    say(client, "new", "/check_certificate")
    asked = [say(client, "new", "手元にあります")[-1]["custom"]["asks"] for _ in range(2)]
    assert asked[0] == "registered"
    assert len(history(client, "new")) == 6


def history(client, sender):
    """Return what is kept of a conversation, as [author, text]."""
    page = asyncio.run(client.app.state.conversations.read(f"rest:{sender}"))
    return [(event.author, event.body["text"]) for event in page.events]


def test_senders_do_not_meet_the_web_chat(client):
    key = "a" * 32
    say(client, key, "英語で案内してください")
    response = client.post(f"/api/chat/{key}/messages", json={"id": str(uuid.uuid4()), "message": "/faq/contact"})
    *_, reply = response.json()["events"]
    assert (reply["n"], reply["custom"]["language"]) == (2, "ja")


def test_a_conversation_can_be_deleted(client):
    say(client, "gone/はい", "英語で案内してください")
    assert client.delete(ADDRESS, params={"sender": "gone/はい"}).status_code == 204
    assert history(client, "gone/はい") == []
    (reply,) = say(client, "gone/はい", "/faq/contact")
    assert reply["custom"]["language"] == "ja"
    assert client.delete(ADDRESS, params={"sender": "never seen"}).status_code == 204
    assert client.delete(ADDRESS).json()["error"]["field"] == "sender"


def test_nobody_is_answered_by_the_assistant_while_an_agent_speaks(client):
    say(client, "handed", "/faq/contact")
    asyncio.run(client.app.state.conversations.hand_to("rest:handed", "agent"))
    assert say(client, "handed", "/faq/contact") == []


def test_a_refused_message_leaves_the_conversation_as_it_was(client):
    client.post(ADDRESS, json={"sender": "kept", "message": "英語で案内してください"})
    client.post(ADDRESS, json={"sender": "kept", "message": ""})
    (reply,) = client.post(ADDRESS, json={"sender": "kept", "message": "/faq/contact"}).json()
    assert reply["custom"]["language"] == "en"


@pytest.mark.parametrize("path", ["/nowhere", "/webhooks/rest/nowhere"])
def test_an_unknown_address_has_the_same_error_shape(client, path):
    response = client.get(path)
    assert (response.status_code, response.json()["error"]["code"]) == (404, "http_404")


def test_health_and_description(client):
    assert client.get("/health/live").json() == {"status": "live"}
    assert client.get("/health/ready").json() == {"status": "ready"}
    assert ADDRESS in client.get("/openapi.json").json()["paths"]
    assert client.get("/docs").status_code == 200
    assert "<html" in client.get("/").text

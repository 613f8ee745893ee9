"""More messages than a process takes on: who finds no room is told at once when to come again, and is answered then."""

import uuid

import httpx
import pytest

REST = "/webhooks/rest/webhook"


@pytest.fixture(scope="module")
def narrow(serve, sqlite):
    return serve(sqlite, {"MADOGUCHI_PLACES": "1"})


def rest(site, person, **more):
    return httpx.post(f"{site}{REST}", json={"sender": person, "message": "/faq/contact"} | more)


def web(site, person, **more):
    said = {"id": str(uuid.UUID(person)), "message": "/faq/contact"} | more
    return httpx.post(f"{site}/api/chat/{person}/messages", json=said)


@pytest.mark.parametrize("say", [rest, web])
def test_whoever_finds_no_room_is_told_when_to_come_again_and_answered_then(narrow, say):
    person = uuid.uuid4().hex
    with narrow.app.state.conversations.room.place():
        refused = say(narrow.address, person)
        assert (refused.status_code, refused.json()["error"]["code"]) == (503, "busy")
        assert 1 <= int(refused.headers["Retry-After"]) <= 10
        assert httpx.get(f"{narrow.address}/health/ready").status_code == 200
    assert say(narrow.address, person).status_code == 200


@pytest.mark.parametrize("say", [rest, web])
def test_a_message_that_finds_no_room_is_not_even_read(narrow, say):
    with narrow.app.state.conversations.room.place():
        assert say(narrow.address, uuid.uuid4().hex, message=1).status_code == 503
    assert say(narrow.address, uuid.uuid4().hex, message=1).status_code == 422

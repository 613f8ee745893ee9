"""More messages than a process takes on: who finds no room is told at once when to come again, and is answered then."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

PEOPLE = 12
REST = "/webhooks/rest/webhook"


@pytest.fixture(scope="module")
def narrow(serve, sqlite):
    return serve(sqlite, {"MADOGUCHI_PLACES": "1"}).address


def rest(site, person):
    return httpx.post(f"{site}{REST}", json={"sender": person, "message": "/faq/contact"}, timeout=30)


def web(site, person):
    said = {"id": str(uuid.UUID(person)), "message": "/faq/contact"}
    return httpx.post(f"{site}/api/chat/{person}/messages", json=said, timeout=30)


@pytest.mark.parametrize("say", [rest, web])
def test_whoever_finds_no_room_is_told_when_to_come_again_and_answered_then(narrow, say):
    people = [uuid.uuid4().hex for _ in range(PEOPLE)]
    with ThreadPoolExecutor(PEOPLE) as pool:
        answers = list(pool.map(lambda person: say(narrow, person), people))
    refused = [answer for answer in answers if answer.status_code != 200]
    assert 0 < len(refused) < PEOPLE
    for answer in refused:
        assert (answer.status_code, answer.json()["error"]["code"]) == (503, "busy")
        assert 1 <= int(answer.headers["Retry-After"]) <= 10
    for person, answer in zip(people, answers, strict=True):
        if answer in refused:
            assert say(narrow, person).status_code == 200


def test_a_message_that_finds_no_room_is_not_even_read(narrow):
    with ThreadPoolExecutor(PEOPLE) as pool:
        talking = [pool.submit(rest, narrow, uuid.uuid4().hex) for _ in range(PEOPLE // 2)]
        answers = [httpx.post(f"{narrow}{REST}", json={"message": 1}).status_code for _ in range(5)]
        assert all(talk.result().status_code in (200, 503) for talk in talking)
    assert set(answers) <= {503, 422}
    assert 503 in answers

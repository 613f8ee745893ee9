"""The entrance: a closed channel, too much asked, no room. Each is told at once, with when to come again."""

import uuid

import httpx
import pytest

from bot.channels.limits import public_address

REST = "/webhooks/rest/webhook"
CHECK = "/api/eligibility/check_certificate"
# One conversation may have fewer messages than one address.
CONVERSATION, ADDRESS = 3, 5


@pytest.fixture(scope="module")
def narrow(serve, sqlite):
    settings = {
        "MADOGUCHI_PLACES": "1",
        "MADOGUCHI_LIMIT_CONVERSATION": f"{CONVERSATION}/hour",
        "MADOGUCHI_LIMIT_ADDRESS": f"{ADDRESS}/hour",
        "MADOGUCHI_TRUSTED_PROXIES": "127.0.0.1",
        "MADOGUCHI_CLOSED": "line",
    }
    return serve(sqlite, settings)


@pytest.fixture
def person():
    return uuid.uuid4().hex


@pytest.fixture
def address():
    """Return an address of the internet that nobody else in these tests has."""
    number = uuid.uuid4().int
    return f"11.{number % 256}.{number // 256 % 256}.{number // 65536 % 256}"


def rest(server, person, address="10.0.0.1", **more):
    headers = {"X-Forwarded-For": address}
    return httpx.post(f"{server.address}{REST}", json={"sender": person, "message": "/restart"} | more, headers=headers)


def web(server, person, address="10.0.0.1", **more):
    said = {"id": str(uuid.uuid4()), "message": "/restart"} | more
    headers = {"X-Forwarded-For": address}
    return httpx.post(f"{server.address}/api/chat/{person}/messages", json=said, headers=headers)


def told(answer):
    return answer.status_code, answer.json()["error"]["code"]


@pytest.mark.parametrize("say", [rest, web])
def test_whoever_finds_no_room_is_told_when_to_come_again_and_answered_then(narrow, person, say):
    with narrow.app.state.conversations.room.place():
        refused = say(narrow, person)
        assert told(refused) == (503, "busy")
        assert 1 <= int(refused.headers["Retry-After"]) <= 10
        assert httpx.get(f"{narrow.address}/health/ready").status_code == 200
    assert say(narrow, person).status_code == 200


@pytest.mark.parametrize("say", [rest, web])
def test_a_message_that_finds_no_room_is_not_even_read(narrow, person, say):
    with narrow.app.state.conversations.room.place():
        assert say(narrow, person, message=1).status_code == 503
    assert say(narrow, person, message=1).status_code == 422


@pytest.mark.parametrize("say", [rest, web])
def test_a_conversation_with_too_many_messages_is_told_to_wait_and_others_go_on(narrow, person, say):
    answers = [say(narrow, person) for _ in range(CONVERSATION + 1)]
    assert [answer.status_code for answer in answers] == [200] * CONVERSATION + [429]
    assert told(answers[-1]) == (429, "too_many")
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60 * 60
    assert say(narrow, uuid.uuid4().hex).status_code == 200


def test_an_address_that_asks_too_much_is_told_to_wait_in_every_channel_and_others_go_on(narrow, address):
    def check(who):
        return httpx.post(f"{narrow.address}{CHECK}", json={}, headers={"X-Forwarded-For": who})

    assert [check(address).status_code for _ in range(ADDRESS)] == [200] * ADDRESS
    assert told(check(address)) == told(rest(narrow, uuid.uuid4().hex, address)) == (429, "too_many")
    assert told(web(narrow, uuid.uuid4().hex, address)) == (429, "too_many")
    assert check("11.255.255.254").status_code == 200


def test_a_network_of_one_s_own_may_ask_as_much_as_it_likes(narrow):
    headers = {"X-Forwarded-For": "192.168.0.7"}
    answers = [httpx.post(f"{narrow.address}{CHECK}", json={}, headers=headers) for _ in range(ADDRESS * 2)]
    assert {answer.status_code for answer in answers} == {200}


@pytest.mark.parametrize(
    ("host", "counted"),
    [
        ("11.1.2.3", "11.1.2.3"),
        ("2400:4050:1:2:3::4", "2400:4050:1:2::/64"),
        ("127.0.0.1", None),
        ("10.1.2.3", None),
        ("100.64.0.1", None),
        ("fe80::1", None),
        ("testclient", None),
        ("", None),
    ],
)
def test_addresses_of_the_internet_are_counted_those_of_version_6_by_their_network(host, counted):
    assert public_address(host) == counted


def test_a_closed_channel_takes_nothing_and_the_others_do(narrow, person):
    refused = httpx.post(f"{narrow.address}/line/webhook", json={"events": []})
    assert told(refused) == (503, "closed")
    assert int(refused.headers["Retry-After"]) > 0
    assert rest(narrow, person).status_code == 200


def test_whose_word_on_addresses_isn_t_trusted_is_taken_for_who_asks(serve, sqlite, caplog):
    server = serve(sqlite, {"MADOGUCHI_LIMIT_ADDRESS": "1/hour"})
    answers = [
        httpx.post(f"{server.address}{CHECK}", json={}, headers={"X-Forwarded-For": "11.9.9.9"}) for _ in range(3)
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert [record.message for record in caplog.records].count(
        "requests come through a proxy that MADOGUCHI_TRUSTED_PROXIES doesn't name: no address is limited"
    ) == 1

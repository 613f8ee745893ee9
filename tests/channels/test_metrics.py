"""The metrics: told to who bears the token, of how much and how fast; never what was said, or by whom."""

import os
import subprocess
import sys
import uuid

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

REST = "/webhooks/rest/webhook"
TOKEN = "a-token-of-the-tests"


@pytest.fixture(scope="module")
def server(serve, sqlite):
    return serve(sqlite, {"MADOGUCHI_METRICS_TOKEN": TOKEN})


@pytest.fixture
def person():
    return uuid.uuid4().hex


def told(server, token=TOKEN):
    return httpx.get(f"{server.address}/metrics", headers={"Authorization": f"Bearer {token}"} if token else {})


def values(server):
    """Return every value that is told, by its name and labels."""
    families = text_string_to_metric_families(told(server).text)
    return {(entry.name, *sorted(entry.labels.values())): entry.value for one in families for entry in one.samples}


def grown(server, ask):
    """Return what grew by asking something, and by how much."""
    before = values(server)
    ask()
    return {key: value - before.get(key, 0) for key, value in values(server).items() if value > before.get(key, 0)}


def say(server, person, message, language="en"):
    body = {"sender": person, "message": message, "metadata": {"language": language}}
    return httpx.post(f"{server.address}{REST}", json=body, timeout=30)


@pytest.mark.parametrize("token", ["", "wrong", f"{TOKEN}x"])
def test_nobody_is_told_without_the_token(server, token):
    assert told(server, token).status_code == 404


def test_without_a_token_there_are_no_metrics(serve, sqlite):
    without = serve(sqlite)
    assert told(without).status_code == told(without, "").status_code == 404


def test_a_turn_is_counted_by_its_channel_language_and_outcome(server, person):
    more = grown(server, lambda: say(server, person, "/faq/contact"))
    assert more["madoguchi_turns_total", "answered", "en", "rest"] == 1
    assert more["madoguchi_turn_seconds_count", "rest"] == 1


def test_an_emergency_is_counted_as_one(server, person):
    more = grown(server, lambda: say(server, person, "My father is unconscious and not breathing"))
    assert more["madoguchi_turns_total", "emergency", "en", "rest"] == 1


def test_a_message_that_comes_again_is_no_turn(server):
    person, key = uuid.uuid4().hex, str(uuid.uuid4())

    def twice():
        for _ in range(2):
            httpx.post(f"{server.address}/api/chat/{person}/messages", json={"id": key, "message": "/faq/contact"})

    assert sum(count for key, count in grown(server, twice).items() if key[0] == "madoguchi_turns_total") == 1


def test_what_is_refused_is_counted_by_why(server, person):
    def ask():
        room = server.app.state.conversations.room
        places = [room.place() for _ in range(room.free)]
        for place in places:
            place.__enter__()
        say(server, person, "/faq/contact")
        for place in places:
            place.__exit__(None, None, None)

    assert grown(server, ask)["madoguchi_refused_total", "busy", "rest"] == 1


def test_an_opinion_is_counted_with_its_reason(server, person):
    said = {"id": str(uuid.uuid4()), "message": "/faq/contact"}
    events = httpx.post(f"{server.address}/api/chat/{person}/messages", json=said).json()["events"]
    opinion = {"event": events[-1]["n"], "helpful": False, "reason": "wrong"}
    more = grown(server, lambda: httpx.post(f"{server.address}/api/chat/{person}/feedback", json=opinion))
    assert more["madoguchi_opinions_total", "false", "wrong"] == 1


def test_nothing_waits_when_nobody_asks(server):
    assert values(server)["madoguchi_messages_waiting",] == values(server)["madoguchi_turns_under_way",] == 0


def test_neither_words_nor_people_are_told(server, person):
    say(server, person, "Do I need the zebra certificate?")
    assert "zebra" not in told(server).text
    assert person not in told(server).text


SUM = """
import sys
from bot.channels.metrics import _registry
from prometheus_client import generate_latest
print(generate_latest(_registry()).decode())
"""
WAIT_AND_DIE = """
import os
from bot import metrics
metrics.opinions.labels("true", "none").inc()
metrics.waiting.inc()
os._exit(9)
"""


def test_processes_of_one_machine_are_told_as_one_and_those_that_died_keep_nobody_waiting(tmp_path):
    def run(program):
        together = os.environ | {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path)}
        return subprocess.run([sys.executable, "-c", program], env=together, capture_output=True, text=True).stdout

    run(WAIT_AND_DIE)
    run(WAIT_AND_DIE)
    told = run(SUM).splitlines()
    assert 'madoguchi_opinions_total{helpful="true",reason="none"} 2.0' in told
    assert [line for line in told if line.startswith("madoguchi_messages_waiting") and not line.endswith(" 0.0")] == []

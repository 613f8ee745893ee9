"""The web chat: each message answered once, every event seen once, whatever breaks in between."""

import asyncio
import json
import queue
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

import httpx
import pytest
import sqlalchemy

from bot.store.conversations import Claim, ConversationStore
from bot.store.database import open_database

SITE = "https://www.example-insurer.jp"
REPLY_SECONDS = 15


@pytest.fixture(scope="module")
def served(serve, database):
    return serve(database, {"MADOGUCHI_ALLOWED_ORIGINS": f"{SITE}, http://localhost:3000"})


@pytest.fixture
def client(served):
    with httpx.Client(base_url=served.address, timeout=REPLY_SECONDS) as opened:
        yield opened


@pytest.fixture
def chat(client):
    return Chat(client, uuid.uuid4().hex)


class Chat:
    """A conversation as the widget has it."""

    def __init__(self, client, conversation):
        self.client, self.conversation = client, conversation
        self.address = f"/api/chat/{conversation}"
        self.id = f"web:{conversation}"

    def post(self, message, key=None, **more):
        body = {"id": key or str(uuid.uuid4()), "message": message} | more
        return self.client.post(f"{self.address}/messages", json=body)

    def say(self, message, key=None, **more):
        response = self.post(message, key, **more)
        assert response.status_code == 200, response.text
        return response.json()["events"]

    def history(self, after=0):
        return self.client.get(f"{self.address}/history", params={"after": after}).json()

    def clear(self):
        return self.client.delete(self.address)

    def judge(self, event, helpful, **more):
        return self.client.post(f"{self.address}/feedback", json={"event": event, "helpful": helpful} | more)

    def listen(self, **request):
        return Listener(self.client.base_url.join(f"{self.address}/events"), **request)


class Listener:
    """A live connection: its events in order, as (name, id, data)."""

    def __init__(self, address, **request):
        self._events = queue.Queue()
        self._closed = False
        self._thread = threading.Thread(target=self._read, args=(address, request), daemon=True)
        self.lines = []
        self.headers = {}
        self._thread.start()
        self._connected()

    def _read(self, address, request):
        with httpx.stream("GET", address, timeout=REPLY_SECONDS, **request) as response:
            self.headers = response.headers
            fields = {}
            for line in response.iter_lines():
                self.lines.append(line)
                name, _, value = line.partition(": ")
                if line:
                    fields[name] = value
                elif "data" in fields:
                    self._events.put((fields["event"], fields.get("id"), json.loads(fields["data"])))
                if not line:
                    fields = {}
                if self._closed:
                    return

    def _connected(self):
        deadline = time.monotonic() + REPLY_SECONDS
        while "retry: 2000" not in self.lines:
            assert time.monotonic() < deadline, "no live connection"
            time.sleep(0.01)

    def next(self):
        return self._events.get(timeout=REPLY_SECONDS)

    def texts(self, count):
        """Return the next messages as (n, text), whatever is sent besides."""
        found = []
        while len(found) < count:
            name, _, data = self.next()
            if name == "message":
                found.append((data["n"], data["text"]))
        return found

    def is_over(self, seconds=0.3):
        """Tell whether no more messages come."""
        time.sleep(seconds)
        return all(name == "typing" for name, *_ in self._events.queue)

    def ended(self):
        self._thread.join(REPLY_SECONDS)
        return not self._thread.is_alive()

    def close(self):
        self._closed = True


def rows(database, table, **columns):
    """Return the rows of a table, to see what is really kept."""
    engine = sqlalchemy.create_engine(database, future=True)
    where = " AND ".join(f"{name} = :{name}" for name in columns)
    with engine.connect() as connection:
        return connection.execute(sqlalchemy.text(f"SELECT * FROM {table} WHERE {where}"), columns).all()


def turns(database, chat):
    """Return how many messages of the conversation Rasa has seen."""
    return len(rows(database, "events", sender_id=chat.id, type_name="user"))


def texts(events):
    return [(event["n"], event["text"]) for event in events]


def slowly(monkeypatch, served, seconds=0.5):
    """Make answers take their time."""
    engine = served.app.state.engine
    answer = engine.answer

    async def slow(*arguments, **more):
        await asyncio.sleep(seconds)
        return await answer(*arguments, **more)

    monkeypatch.setattr(engine, "answer", slow)


def broken(monkeypatch, owner, name):
    """Make a method fail the first time that it is called."""
    method, left = getattr(owner, name), [RuntimeError("broken")]

    def fail(*arguments, **more):
        if left:
            raise left.pop()
        return method(*arguments, **more)

    monkeypatch.setattr(owner, name, fail)


# What a message gets


def test_a_message_gets_its_event_and_the_replies(chat):
    key = str(uuid.uuid4())
    said, reply = chat.say("資格確認書のコピーで受診できますか", key, language="ja")
    assert said == {
        "n": 1,
        "from": "person",
        "id": key,
        "text": "資格確認書のコピーで受診できますか",
        "at": said["at"],
        "buttons": [],
        "custom": {"language": "ja"},
    }
    assert (reply["n"], reply["from"], reply["id"]) == (2, "assistant", key)
    assert {"title", "payload"} == set(reply["buttons"][0])
    custom = reply["custom"]
    assert (custom["topic"], custom["outcome"], custom["language"]) == ("certificate_copy", "answered", "ja")
    assert {"leaflet", "publisher", "title", "date", "where"} == set(custom["sources"][0])
    assert said["at"].endswith("+09:00") and said["at"] <= reply["at"]


def test_a_pressed_button_is_shown_by_its_title(chat):
    said, reply = chat.say("/faq/contact", shown="Whom can I call?", language="en")
    assert said["text"] == "Whom can I call?"
    assert (reply["custom"]["topic"], reply["custom"]["language"]) == ("contact", "en")


def test_a_reply_is_the_same_as_in_the_rest_channel(chat):
    message = {"sender": uuid.uuid4().hex, "message": "/faq/contact", "metadata": {"language": "en"}}
    (rest,) = chat.client.post("/webhooks/rest/webhook", json=message).json()
    _, reply = chat.say("/faq/contact", language="en")
    assert {name: reply[name] for name in ("text", "buttons", "custom")} == {
        name: rest[name] for name in ("text", "buttons", "custom")
    }


@pytest.mark.parametrize(
    ("check", "facts", "field"),
    [
        ("/check_expiry_dates", ["10 March 2023", "15 September 1990", "no"], "dates"),
        ("/check_express_issue", ["I lost it"], "steps"),
    ],
)
def test_a_decision_has_its_steps_and_dates_in_words(chat, check, facts, field):
    chat.say(check, language="en")
    for fact in facts:
        *_, reply = chat.say(fact)
    decision = reply["custom"]["decision"]
    assert decision[field]
    assert len(decision["steps_text"]) == len(decision["steps"])
    assert all(step in reply["text"] for step in decision["steps_text"])
    assert [entry["day"] for entry in decision["dates_text"]] == [entry["day"] for entry in decision["dates"]]
    assert all(f"{entry['name']}: {entry['text']}" in reply["text"] for entry in decision["dates_text"])


def test_a_my_number_is_kept_nowhere(chat, database):
    said, _ = chat.say("私の番号は 1234-5678-9012 です", shown="１２３４５６７８９０１２")
    assert said["text"] == "[＊＊＊]"
    kept = [*rows(database, "conversation_events", conversation=chat.id)]
    kept += rows(database, "events", sender_id=chat.id)
    assert len(kept) > 2
    assert "9012" not in str(kept) and "９０１２" not in str(kept)


# Once


def test_the_same_id_has_no_second_effect(chat, database):
    key = str(uuid.uuid4())
    first = chat.say("/faq/contact", key)
    assert chat.say("/faq/contact", key) == first
    assert chat.say("/faq/renewal", key.upper()) == first
    assert chat.history()["events"] == first
    assert turns(database, chat) == 1


def test_double_taps_at_the_same_time_are_one_turn(chat, served, database, monkeypatch):
    slowly(monkeypatch, served)
    key = str(uuid.uuid4())
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: chat.say("/faq/contact", key), range(8)))
    assert all(answer == answers[0] for answer in answers)
    assert [event["from"] for event in answers[0]] == ["person", "assistant"]
    assert turns(database, chat) == 1


def test_messages_of_one_conversation_are_answered_one_after_another(chat, served, database, monkeypatch):
    slowly(monkeypatch, served, 0.05)
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(chat.say, ["/faq/contact", "/faq/renewal"] * 3))
    history = chat.history()["events"]
    assert [event["from"] for event in history] == ["person", "assistant"] * 6
    assert [event["n"] for event in history] == list(range(1, 13))
    assert sorted(chain(*answers), key=lambda event: event["n"]) == history
    assert turns(database, chat) == 6


def test_conversations_do_not_wait_for_each_other(chat, served, monkeypatch):
    slowly(monkeypatch, served, 1)
    others = [Chat(chat.client, uuid.uuid4().hex) for _ in range(4)]
    start = time.monotonic()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda other: other.say("/faq/contact"), others))
    assert time.monotonic() - start < 3


def test_a_message_stored_before_a_crash_is_answered_when_it_comes_again(chat, served, database):
    key, body = str(uuid.uuid4()), {"text": "窓口の電話", "buttons": [], "custom": {"language": None}}
    served.stop()
    dead = Claim("of a process that is gone", time.time() - 60, time.time() - 55)
    ConversationStore(open_database(database)).begin(chat.id, key, body, "2026-11-24T11:00:00+09:00", dead)
    served.start()
    assert texts(chat.history()["events"]) == [(1, "窓口の電話")]
    said, reply = chat.say("/faq/contact", key, shown="窓口の電話")
    assert (said["n"], said["at"], reply["n"]) == (1, "2026-11-24T11:00:00+09:00", 2)
    assert reply["custom"]["topic"] == "contact"
    assert turns(database, chat) == 1


def test_a_turn_that_was_not_stored_is_taken_again_as_if_for_the_first_time(chat, served, database, monkeypatch):
    (_, question) = chat.say("/check_certificate", language="ja")
    key = str(uuid.uuid4())
    broken(monkeypatch, served.app.state.conversations._store, "finish")
    assert chat.post("手元にあります", key).status_code == 500
    assert turns(database, chat) == 1
    said, *replies = chat.say("手元にあります", key)
    assert turns(database, chat) == 2
    asked = [question["custom"]["ask"]["fact"], replies[-1]["custom"]["ask"]["fact"]]
    assert asked == ["card", "registered"]
    assert said["n"] == 3 and [reply["n"] for reply in replies] == [4]
    assert replies[-1]["buttons"] and replies[-1]["custom"]["confidence"] > 0


def test_a_failure_is_told_and_the_message_can_be_sent_again(chat, served, monkeypatch):
    broken(monkeypatch, served.app.state.engine, "answer")
    key = str(uuid.uuid4())
    failed = chat.client.post(
        f"{chat.address}/messages", json={"id": key, "message": "/faq/contact"}, headers={"Origin": SITE}
    )
    assert (failed.status_code, failed.json()["error"]["code"]) == (500, "internal")
    assert failed.headers["access-control-allow-origin"] == SITE
    assert failed.headers["x-content-type-options"] == "nosniff"
    assert len(chat.say("/faq/contact", key)) == 2


# Live


def test_two_listeners_see_the_same(chat):
    listeners = [chat.listen(), chat.listen()]
    expected = texts(chat.say("/faq/contact") + chat.say("/faq/renewal"))
    assert [listener.texts(4) for listener in listeners] == [expected, expected]
    assert all(listener.is_over() for listener in listeners)


def test_a_live_event_is_the_event_and_carries_its_number(chat):
    listener = chat.listen()
    events = chat.say("/faq/contact")
    received = [event for event in (listener.next() for _ in range(2)) if event[0] == "message"]
    assert received == [("message", str(event["n"]), event) for event in events][: len(received)]
    assert listener.headers["content-type"].startswith("text/event-stream")
    assert listener.headers["cache-control"] == "no-store"


def test_typing_is_shown_while_an_answer_is_worked_on(chat, served, monkeypatch):
    slowly(monkeypatch, served)
    listener = chat.listen()
    chat.say("/faq/contact")
    (person, typing, reply, done) = (listener.next() for _ in range(4))
    assert person[2]["from"] == "person" and reply[2]["from"] == "assistant"
    assert (typing, done) == (("typing", None, {"on": True}), ("typing", None, {"on": False}))


def test_typing_ends_where_the_answer_fails(chat, served, monkeypatch):
    async def fail(*arguments, **more):
        await asyncio.sleep(0.3)
        raise RuntimeError("broken")

    monkeypatch.setattr(served.app.state.engine, "answer", fail)
    listener = chat.listen()
    assert chat.post("/faq/contact").status_code == 500
    assert [listener.next()[2] for _ in range(3)][1:] == [{"on": True}, {"on": False}]


@pytest.mark.parametrize(
    "request_",
    [
        {"headers": {"Last-Event-ID": "2"}},
        {"params": {"after": 2}},
        {"headers": {"Last-Event-ID": "2"}, "params": {"after": 0}},
    ],
)
def test_a_broken_connection_resumes_after_the_last_event(chat, request_):
    before, missed = chat.say("/faq/contact"), chat.say("/faq/renewal")
    assert [event["n"] for event in before + missed] == [1, 2, 3, 4]
    listener = chat.listen(**request_)
    assert listener.texts(2) == texts(missed)
    later = chat.say("/faq/contact")
    assert listener.texts(2) == texts(later)
    assert listener.is_over()
    assert chat.history(after=2)["events"][:2] == missed


def test_an_idle_conversation_leaves_nothing_in_memory(chat, served):
    listener = chat.listen()
    conversations = served.app.state.conversations
    assert chat.id in conversations.bells
    listener.close()
    chat.say("/faq/contact")
    deadline = time.monotonic() + REPLY_SECONDS
    while chat.id in conversations.bells and time.monotonic() < deadline:
        time.sleep(0.05)
    assert chat.id not in conversations.bells
    assert chat.id not in conversations.locks


# A restart


def test_a_restart_in_mid_conversation_loses_nothing(chat, served):
    key = str(uuid.uuid4())
    chat.say("/check_certificate", language="ja")
    before = chat.say("手元にあります", key)
    served.restart()
    assert chat.say("手元にあります", key) == before
    listener = chat.listen(headers={"Last-Event-ID": str(before[-1]["n"])})
    *_, reply = after = chat.say("まだ登録していません")
    assert listener.texts(len(after)) == texts(after)
    asked = [events[-1]["custom"]["ask"]["fact"] for events in (before, after)]
    assert asked[0] == "registered" != asked[1]
    assert [event["n"] for event in chat.history()["events"]] == list(range(1, reply["n"] + 1))


def test_open_connections_do_not_hold_up_a_restart(chat, served):
    listeners = [chat.listen() for _ in range(3)]
    seconds = served.stop()
    served.start()
    assert all(listener.ended() for listener in listeners)
    assert seconds < 3


# Deleting


def test_deleting_leaves_nothing(chat, database):
    chat.say("英語で案内してください")
    chat.say("/faq/contact")
    chat.judge(2, True)
    assert chat.clear().status_code == 204
    assert chat.history() == {"events": [], "cleared": False}
    for table, column in (
        ("conversation_events", "conversation"),
        ("turns", "conversation"),
        ("feedback", "conversation"),
        ("events", "sender_id"),
    ):
        assert rows(database, table, **{column: chat.id}) == []
    *_, reply = chat.say("/faq/contact")
    assert reply["custom"]["language"] == "ja"


def test_deleting_is_idempotent(chat, database):
    assert chat.clear().status_code == 204
    assert rows(database, "conversations", id=chat.id) == []
    chat.say("/faq/contact")
    assert [chat.clear().status_code for _ in range(2)] == [204, 204]


def test_other_tabs_are_told_and_go_on(chat):
    chat.say("/faq/contact")
    listener = chat.listen()
    listener.texts(2)
    chat.clear()
    name, number, _ = listener.next()
    assert (name, number) == ("cleared", "3")
    new = chat.say("/faq/renewal")
    assert listener.texts(2) == texts(new)


def test_who_was_away_while_it_was_deleted_is_told(chat):
    chat.say("/faq/contact")
    chat.clear()
    new = chat.say("/faq/renewal") + chat.say("/faq/contact")
    assert [event["n"] for event in new] == [4, 5, 6, 7]
    away = chat.listen(headers={"Last-Event-ID": "2"})
    assert away.next()[0] == "cleared"
    assert away.texts(4) == texts(new)
    assert chat.history(after=2) == {"events": new, "cleared": True}
    assert chat.history(after=4) == {"events": new[1:], "cleared": False}


def test_a_number_that_we_never_gave_starts_anew(chat):
    events = chat.say("/faq/contact")
    assert chat.history(after=99) == {"events": events, "cleared": True}


def test_deleting_waits_for_the_turn_under_way(chat, served, database, monkeypatch):
    slowly(monkeypatch, served)
    with ThreadPoolExecutor(1) as pool:
        turn = pool.submit(chat.say, "/faq/contact")
        time.sleep(0.2)
        assert chat.clear().status_code == 204
        assert len(turn.result()) == 2
    assert chat.history()["events"] == []
    assert turns(database, chat) == 0


def test_a_deleted_message_can_be_said_again(chat):
    key = str(uuid.uuid4())
    chat.say("/faq/contact", key)
    chat.clear()
    assert [event["n"] for event in chat.say("/faq/contact", key)] == [4, 5]


# Feedback


def test_feedback_is_kept_and_a_second_one_replaces_it(chat, database):
    _, reply = chat.say("/faq/contact")
    assert chat.judge(reply["n"], False, reason="too_long").status_code == 204
    assert chat.judge(reply["n"], True).status_code == 204
    (kept,) = rows(database, "feedback", conversation=chat.id)
    assert (kept.n, bool(kept.helpful), kept.reason) == (2, True, None)


def test_feedback_on_what_is_no_reply_is_refused(chat):
    said, _ = chat.say("/faq/contact")
    stranger = Chat(chat.client, uuid.uuid4().hex)
    refused = [chat.judge(said["n"], True), chat.judge(99, True), stranger.judge(2, True)]
    assert [(response.status_code, response.json()["error"]["code"]) for response in refused] == [(404, "http_404")] * 3


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"event": 1, "helpful": True, "reason": "rude"}, "reason"),
        ({"event": -1, "helpful": True}, "event"),
        ({"event": 2**31, "helpful": True}, "event"),
        ({"event": 1}, "helpful"),
        ({"helpful": True}, "event"),
    ],
)
def test_bad_feedback_is_refused_with_a_sentence(chat, body, field):
    response = chat.client.post(f"{chat.address}/feedback", json=body)
    assert (response.status_code, response.json()["error"]["field"]) == (422, field)


# What comes from outside

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
    assert config["languages"][0] == {"id": "ja", "name": "日本語", "tag": "ja"}
    assert (config["default_language"], config["today"]) == ("ja", "2026-11-24")
    assert {"name", "telephone", "hours"} == set(config["contact"])
    assert "www.mhlw.go.jp" in config["links"]
    assert all("/" not in host for host in config["links"])


# Other sites


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

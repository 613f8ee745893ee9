"""A message is answered once, and in order, whatever breaks in between."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

from bot.store.conversations import Claim, ConversationStore
from bot.store.database import open_database
from tests.channels.web.chat import SITE, Chat, broken, slowly, texts, turns


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
    assert chat.post("まだ登録していません", key).status_code == 500
    assert turns(database, chat) == 1
    said, *replies = chat.say("まだ登録していません", key)
    assert turns(database, chat) == 2
    asked = [question["custom"]["ask"]["fact"], replies[-1]["custom"]["ask"]["fact"]]
    assert asked == ["registered", "card"]
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

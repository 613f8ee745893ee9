"""What a person wrote can be deleted, and then it is gone."""

import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from tests.channels.web.chat import rows, slowly, texts, turns


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

"""What a message of the web chat gets: its event, the replies, nothing personal kept."""

import uuid

import pytest

from tests.channels.web.chat import rows


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
        ("/check_expiry_dates", ["10 March 2023", "15 September 1990"], "dates"),
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

"""What people think of a reply is kept, the latest of it."""

import uuid

import pytest

from tests.channels.web.chat import Chat, rows


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

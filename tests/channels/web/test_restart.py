"""A restart loses nothing and is not held up."""

import uuid

from tests.channels.web.chat import texts


def test_a_restart_in_mid_conversation_loses_nothing(chat, served):
    key = str(uuid.uuid4())
    chat.say("/check_certificate", language="ja")
    before = chat.say("まだ登録していません", key)
    served.restart()
    assert chat.say("まだ登録していません", key) == before
    listener = chat.listen(headers={"Last-Event-ID": str(before[-1]["n"])})
    *_, reply = after = chat.say("マイナンバーカードを持っていません")
    assert listener.texts(len(after)) == texts(after)
    assert before[-1]["custom"]["ask"]["fact"] == "card"
    assert after[-1]["custom"]["outcome"] == "decided"
    assert [event["n"] for event in chat.history()["events"]] == list(range(1, reply["n"] + 1))


def test_open_connections_do_not_hold_up_a_restart(chat, served):
    listeners = [chat.listen() for _ in range(3)]
    seconds = served.stop()
    served.start()
    assert all(listener.ended() for listener in listeners)
    assert seconds < 3

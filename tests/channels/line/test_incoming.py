"""What each event and message that LINE describes asks us to do."""

import os
from pathlib import Path

import pytest
import yaml
from linebot.v3 import webhooks
from linebot.v3.webhooks import Event

from bot.channels.line.incoming import HANDLED, PASSED_OVER, arrivals
from bot.channels.line.signature import is_signed, sign
from tests.channels.line.stand_in import BOT, StandIn

LINE = StandIn()
ANNA, GROUP, ROOM = "U" + "a" * 32, "C" + "1" * 32, "R" + "2" * 32
IN_GROUP = {"type": "group", "groupId": GROUP, "userId": ANNA}
IN_ROOM = {"type": "room", "roomId": ROOM, "userId": ANNA}
PROVIDER = {"type": "line"}


def mention(index, length, who=BOT, is_self=True):
    return {"index": index, "length": length, "type": "user", "userId": who, "isSelf": is_self}


def text(words, *mentionees, source=None):
    more = {"mention": {"mentionees": list(mentionees)}} if mentionees else {}
    return LINE.text(ANNA, words, source=source, **more)


def message(kind, **more):
    return LINE.event("message", ANNA, message={"type": kind, "id": "1", **more})


def postback(data, **more):
    return LINE.event("postback", ANNA, postback={"data": data, **more})


STICKER = {"packageId": "1", "stickerId": "2", "stickerResourceType": "STATIC", "quoteToken": "q"}
ASKED = {
    "a text": (text("お金は？"), "answer", "お金は？"),
    "a text of 2,000 characters": (text("あ" * 2000), "answer", "あ" * 2000),
    "a text of 2,001 characters": (text("あ" * 2001), "too_long", ""),
    "a text of spaces": (text("  \n"), "only_text", ""),
    "a text with a My Number": (text("123456789018です"), "answer", None),
    "a sticker": (message("sticker", **STICKER), "only_text", ""),
    "a picture": (message("image", contentProvider=PROVIDER, quoteToken="q"), "only_text", ""),
    "a film": (message("video", contentProvider=PROVIDER, quoteToken="q"), "only_text", ""),
    "a voice": (message("audio", contentProvider=PROVIDER, duration=1000), "only_text", ""),
    "a file": (message("file", fileName="a.pdf", fileSize=1), "only_text", ""),
    "a place": (message("location", latitude=35.0, longitude=139.0), "only_text", ""),
    "a button": (postback("/faq/card_lost"), "answer", "/faq/card_lost"),
    "a picked date": (
        postback("date:visit_day", params={"date": "2026-12-03"}),
        "answer",
        '/answer{"fact": "visit_day=2026-12-03"}',
    ),
    "a new friend": (LINE.event("follow", ANNA, follow={"isUnblocked": False}), "greet", ""),
    "a friend who left": (LINE.event("unfollow", ANNA, token=False), "forget", ""),
    "a message taken back": (LINE.event("unsend", ANNA, unsend={"messageId": "1"}, token=False), "forget", ""),
    "a group that we joined": (LINE.event("join", ANNA, source={"type": "group", "groupId": GROUP}), "greet", ""),
    "a group that we left": (
        LINE.event("leave", ANNA, source={"type": "group", "groupId": GROUP}, token=False),
        "forget_group",
        "",
    ),
    "a text to us in a group": (text("@窓口 お金は？", mention(0, 3), source=IN_GROUP), "answer", "お金は？"),
    "a text to us in a room": (text("お金は？ @窓口", mention(5, 3), source=IN_ROOM), "answer", "お金は？"),
    "a text to us after an emoji": (text("🍎@窓口 はい", mention(2, 3), source=IN_GROUP), "answer", "🍎 はい"),
    "nothing but our name": (text("@窓口", mention(0, 3), source=IN_GROUP), "only_text", ""),
}
MEMBERS = {"members": [{"type": "user", "userId": ANNA}]}
IGNORED = {
    "a text to others in a group": text("お金は？", source=IN_GROUP),
    "a text to another in a group": text("@花子 お金は？", mention(0, 3, ANNA, False), source=IN_GROUP),
    "a sticker in a group": LINE.event(
        "message", ANNA, source=IN_GROUP, message={"type": "sticker", "id": "1", **STICKER}
    ),
    "a new member": LINE.event("memberJoined", ANNA, source=IN_GROUP, joined=MEMBERS),
    "a film seen to its end": LINE.event("videoPlayComplete", ANNA, videoPlayComplete={"trackingId": "1"}),
    "a beacon": LINE.event("beacon", ANNA, beacon={"hwid": "1", "type": "enter"}),
    "an account link": LINE.event("accountLink", ANNA, link={"result": "ok", "nonce": "1"}),
    "a membership": LINE.event("membership", ANNA, membership={"type": "joined", "membershipId": 1}),
    "a module": LINE.event("module", ANNA, module={"type": "attached", "botId": BOT, "scopes": []}),
    "an activation": LINE.event("activated", ANNA, chatControl={"expireAt": 1}),
    "a deactivation": LINE.event("deactivated", ANNA),
    "a suspended account": LINE.event("botSuspended", ANNA),
    "a resumed account": LINE.event("botResumed", ANNA),
    "a delivered notice": LINE.event("delivery", ANNA, delivery={"data": "1"}),
    "an event of another's turn": LINE.text(ANNA, "お金は？") | {"mode": "standby"},
    "an unknown event": LINE.event("letter", ANNA),
    "an unknown message": message("hologram"),
    "an unknown source": LINE.text(ANNA, "お金は？", source={"type": "planet"}),
    "no source": {**LINE.text(ANNA, "お金は？"), "source": None},
    "nothing": {},
    "a list for a type": {"type": []},
}


@pytest.mark.parametrize("case", ASKED)
def test_what_an_event_asks(case):
    event, kind, words = ASKED[case]
    (arrival,) = arrivals([event])
    assert arrival.body["kind"] == kind
    assert arrival.id == event["webhookEventId"]
    assert arrival.said_at == event["timestamp"] / 1000
    assert arrival.body.get("reply_token") == event.get("replyToken")
    if words is not None:
        assert arrival.body.get("text", "") == words


@pytest.mark.parametrize("case", IGNORED)
def test_what_asks_nothing_is_passed_over(case):
    assert list(arrivals([IGNORED[case]])) == []


def test_what_is_unknown_keeps_nothing_else_from_being_taken():
    kept = text("一"), text("二")
    told = arrivals([kept[0], *IGNORED.values(), kept[1]])
    assert [arrival.id for arrival in told] == [event["webhookEventId"] for event in kept]


def test_a_my_number_is_masked_before_it_is_kept():
    (arrival,) = arrivals([text("123456789018です")])
    assert "123456789018" not in str(arrival)


def test_what_we_don_t_read_may_be_missing():
    event = text("お金は？")
    for name in ("mode", "deliveryContext"):
        del event[name]
    del event["message"]["quoteToken"]
    (arrival,) = arrivals([event])
    assert arrival.body["text"] == "お金は？"


def test_each_person_in_a_group_has_a_conversation_of_their_own():
    alone, in_group = arrivals([text("一"), text("@窓口 二", mention(0, 3), source=IN_GROUP)])
    assert (alone.conversation, alone.body["to"]) == (f"line:{ANNA}", ANNA)
    assert (in_group.conversation, in_group.body["to"]) == (f"line:{GROUP}:{ANNA}", GROUP)


def test_every_member_who_left_is_forgotten():
    event = LINE.event("memberLeft", ANNA, source=IN_GROUP, token=False, left={"members": [*MEMBERS["members"]] * 2})
    first, second = arrivals([event])
    assert first.conversation == second.conversation == f"line:{GROUP}:{ANNA}"
    assert first.body["kind"] == "forget" and first.id != second.id


def handled():
    return {*HANDLED, *PASSED_OVER}


def test_every_event_of_the_sdk_is_handled_or_passed_over_knowingly():
    known = Event._Event__discriminator_value_class_map.values()
    assert {getattr(webhooks, name) for name in known} == handled()
    assert not HANDLED.keys() & set(PASSED_OVER)


@pytest.mark.comparison
def test_every_event_of_the_description_is_too():
    if not (path := os.environ.get("TEST_LINE_WEBHOOK")):
        pytest.skip("no description of LINE's webhook at hand: TEST_LINE_WEBHOOK names its webhook.yml")
    schemas = yaml.safe_load(Path(path).read_text())["components"]["schemas"]
    named = {target.rsplit("/", 1)[-1] for target in schemas["Event"]["discriminator"]["mapping"].values()}
    assert named and named <= {kind.__name__ for kind in handled()}


@pytest.mark.parametrize(
    ("signature", "secrets", "known"),
    [
        (sign(b"body", "one"), ["one"], True),
        (sign(b"body", "one"), ["new", "one"], True),
        (sign(b"body", "new"), ["new", "one"], True),
        (sign(b"body", "other"), ["new", "one"], False),
        (sign(b"another body", "one"), ["one"], False),
        ("", ["one"], False),
        ("ä", ["one"], False),
        (sign(b"body", "one"), [], False),
    ],
)
def test_who_knows_a_secret_is_believed(signature, secrets, known):
    assert is_signed(b"body", signature, secrets) is known


def test_the_signature_is_line_s():
    # Base64 of HMAC-SHA256, as OpenSSL computes it.
    assert sign(b'{"events":[]}', "secret") == "pkK1lVPJPiJ+wPLziRD79xIxohl8AImYM8AEeM7IbzQ="

"""The webhook and the answers, on a platform that has the limits and the moods of LINE's."""

import time

import httpx
import pytest
from sqlalchemy import create_engine

from bot.channels.messenger import worker
from bot.content.language import known_languages
from tests.channels.line.conftest import environment, rows, served
from tests.channels.line.stand_in import SECRET, Moods, again, signed, tell
from tests.channels.line.test_incoming import ANNA, GROUP, IN_GROUP, STICKER, mention

BEN = "U" + "b" * 32
QUICK_SECONDS = 0.3
MENU = {"size": {"width": 2500, "height": 1686}, "selected": True, "chatBarText": "menu", "areas": []}


def post(account, **request):
    return httpx.post(f"{account}/line/webhook", **request)


def answered(platform, count=1):
    platform.wait_for(lambda: len(platform.sent) >= count)
    time.sleep(0.5)
    return platform.sent


def test_a_message_is_answered_by_one_reply(account, platform):
    assert tell(account, platform.text(ANNA, "お金は？")).status_code == 200
    (sent,) = answered(platform)
    assert (sent.to, sent.way, sent.messages) == (ANNA, "reply", [{"type": "text", "text": "お金は？ (ja)"}])


@pytest.mark.parametrize(
    ("request_of", "status"),
    [
        (lambda event: {"content": b'{"events": []}'}, 401),
        (lambda event: signed([event], "another-secret"), 401),
        (lambda event: signed([event]) | {"content": b'{"events": [ ]}'}, 401),
        (lambda event: signed([event], SECRET), 200),
        (lambda event: signed([event], "the-next-secret"), 200),
        (lambda event: signed([]), 200),
    ],
)
def test_only_what_line_signed_is_taken(account, platform, request_of, status, caplog):
    event = platform.text(ANNA, "秘密の質問")
    response = post(account, **request_of(event))
    assert response.status_code == status
    assert status == 200 or "signature" in response.json()["detail"]
    assert "秘密" not in caplog.text and "another-secret" not in caplog.text


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"events": 1}', b'{"events": [1]}', b"\xff", b"null"])
def test_a_signed_body_that_is_no_webhook_is_refused(account, body):
    from bot.channels.line.signature import HEADER, sign

    assert post(account, content=body, headers={HEADER: sign(body, SECRET)}).status_code == 400


def test_without_an_account_there_is_nothing_here(store):
    with served({"MADOGUCHI_DATABASE": store}) as address:
        assert post(address, **signed([])).status_code == 404


def test_the_webhook_doesn_t_wait_for_the_answer(account, platform):
    tell(account)
    start = time.perf_counter()
    assert tell(account, platform.text(ANNA, "slowly")).status_code == 200
    assert time.perf_counter() - start < QUICK_SECONDS
    assert platform.sent == []
    platform.wait_for(lambda: platform.sent)
    assert platform.loading == [ANNA]


def test_what_is_told_again_is_answered_once(account, platform):
    event = platform.text(ANNA, "一")
    for told in (event, event, again(event)):
        assert tell(account, told).status_code == 200
    answered(platform)
    tell(account, again(event), platform.text(ANNA, "二"))
    assert [sent.messages[0]["text"] for sent in answered(platform, 2)] == ["一 (ja)", "二 (ja)"]


def test_what_comes_in_disorder_is_answered_in_order(account, platform, monkeypatch):
    # So long that a slow machine sends both in the meantime.
    monkeypatch.setattr(worker, "SETTLE_SECONDS", 2)
    now = time.time()
    events = [platform.text(ANNA, str(place), said_at=now + place) for place in range(4)]
    tell(account, events[2], events[1])
    tell(account, events[3], events[0])
    assert [sent.messages[0]["text"][0] for sent in answered(platform, 4)] == ["0", "1", "2", "3"]


@pytest.mark.parametrize(
    ("profile", "language"), [("en", "en"), ("zh-TW", "zh-Hant"), ("th", "ja"), (None, "ja"), ("pt", "pt-BR")]
)
def test_the_language_is_that_of_the_profile(account, platform, profile, language):
    if profile:
        platform.languages[ANNA] = profile
    tell(account, platform.text(ANNA, "?"))
    assert answered(platform)[0].messages[0]["text"] == f"? ({language})"


def test_the_profile_is_asked_for_once(account, platform):
    platform.languages[ANNA] = "en"
    tell(account, platform.text(ANNA, "一"))
    answered(platform)
    tell(account, platform.text(ANNA, "二"))
    answered(platform, 2)
    assert platform.calls.count(f"GET /v2/bot/profile/{ANNA}") == 1


@pytest.mark.parametrize("language", known_languages())
def test_a_sticker_is_answered_in_words(account, platform, language):
    from bot.channels.messenger.words import word

    platform.languages[ANNA] = known_languages()[language].locale.replace("_", "-")
    tell(account, platform.event("message", ANNA, message={"type": "sticker", "id": "1", **STICKER}))
    spoken = {"ja-easy": "ja"}.get(language, language)
    assert platform.sent or answered(platform)
    assert platform.said(ANNA) == [word("only_text", spoken)]


@pytest.mark.parametrize(("profile", "greeting"), [("en", "/greet (en)"), ("ko", "/unspoken_language (ko)")])
def test_a_new_friend_is_greeted_in_their_language(account, platform, profile, greeting):
    from bot.content.language import languages

    if profile in languages():
        greeting = f"/greet ({profile})"
    platform.languages[ANNA] = profile
    tell(account, platform.event("follow", ANNA, follow={"isUnblocked": False}))
    answered(platform)
    assert platform.said(ANNA) == [greeting]


def test_the_menu_follows_the_language(account, platform):
    platform.menus = {key: {"richMenuId": key, **MENU, "name": f"madoguchi {key}"} for key in ("en", "ja")}
    platform.languages[ANNA] = "en"
    tell(account, platform.text(ANNA, "一"), platform.text(BEN, "一"))
    platform.wait_for(lambda: platform.links == {ANNA: "en", BEN: "ja"})
    answered(platform, 2)
    tell(account, platform.text(ANNA, "二"))
    answered(platform, 3)
    assert sum("/richmenu/en" in call for call in platform.calls) == 1


def test_who_leaves_is_forgotten(account, platform, store):
    tell(account, platform.text(ANNA, "秘密の質問"), platform.text(BEN, "別の質問"))
    answered(platform, 2)
    tell(account, platform.event("unfollow", ANNA, token=False))
    platform.wait_for(lambda: len(rows(store, "conversation_events")) == 2)
    kept = [str(row) for table in ("conversation_events", "events", "turns", "inbox") for row in rows(store, table)]
    assert not any("秘密" in row for row in kept)
    platform.wait_for(lambda: all(row["done"] for row in rows(store, "inbox")))
    assert not any(ANNA in str(row) for row in rows(store, "inbox"))


def test_a_message_taken_back_is_forgotten_with_all_that_followed(account, platform, store):
    tell(account, platform.text(ANNA, "秘密の質問"))
    answered(platform)
    tell(account, platform.event("unsend", ANNA, unsend={"messageId": "1"}, token=False))
    platform.wait_for(lambda: not rows(store, "conversation_events"))


def test_a_group_is_answered_where_it_talks_to_us_and_forgotten_when_we_leave(account, platform, store):
    words = {"mention": {"mentionees": [mention(0, 3)]}}
    tell(account, platform.text(ANNA, "内輪の話", source=IN_GROUP))
    tell(account, platform.text(ANNA, "@窓口 お金は？", source=IN_GROUP, **words))
    (sent,) = answered(platform)
    assert (sent.to, sent.messages[0]["text"]) == (GROUP, "お金は？ (ja)")
    assert not any("内輪" in str(row) for row in rows(store, "conversation_events"))
    tell(account, platform.event("leave", ANNA, source={"type": "group", "groupId": GROUP}, token=False))
    platform.wait_for(lambda: not rows(store, "conversation_events"))


@pytest.mark.parametrize(
    ("moods", "way"),
    [
        ({"refuses_tokens": 1}, "push"),
        ({"token_seconds": -1}, "push"),
        ({"fails": 0.5}, None),
        ({"forgets": 0.5}, None),
        ({"hangs": 0.5, "hang_seconds": 5.5}, None),
        ({"fails": 0.3, "forgets": 0.3}, None),
        ({"token_seconds": -1, "forgets": 0.5}, "push"),
        ({"most_a_second": 2}, None),
    ],
)
def test_an_answer_arrives_once_whatever_mood_line_is_in(account, platform, moods, way):
    platform.moods = Moods(**moods)
    people = [f"U{number:032x}" for number in range(6)]
    tell(account, *[platform.text(person, "一") for person in people])
    platform.wait_for(lambda: len(platform.sent) >= len(people), 60)
    platform.moods = Moods()
    tell(account, *[platform.text(person, "二") for person in people])
    platform.wait_for(lambda: len(platform.sent) >= 2 * len(people), 60)
    assert [platform.said(person) for person in people] == [["一 (ja)", "二 (ja)"]] * len(people)
    assert way is None or {sent.way for sent in platform.sent[: len(people)]} == {way}


def test_where_the_assistant_fails_it_says_so(account, platform):
    tell(account, platform.text(ANNA, "silence"))
    answered(platform)
    assert "119" in platform.said(ANNA)[0]


def test_what_was_accepted_is_answered_after_a_restart(platform, store):
    platform.moods = Moods(fails=1)
    with served(environment(platform, store)) as account:
        tell(account, platform.text(ANNA, "一"))
        platform.wait_for(lambda: any("reply" in call for call in platform.calls))
    assert platform.sent == []
    platform.moods = Moods()
    with served(environment(platform, store)):
        answered(platform)
    assert platform.said(ANNA) == ["一 (ja)"]


def test_a_wrong_access_token_loses_nothing(platform, store):
    with served(environment(platform, store) | {"LINE_CHANNEL_ACCESS_TOKEN": "old"}) as account:
        tell(account, platform.text(ANNA, "一"))
        platform.wait_for(lambda: any("reply" in call for call in platform.calls))
    with served(environment(platform, store)):
        answered(platform)
    assert platform.said(ANNA) == ["一 (ja)"]


def test_a_database_that_takes_nothing_is_told_to_line_which_tells_it_again(account, platform, store):
    database = create_engine(store)
    with database.connect() as connection:
        connection.exec_driver_sql("BEGIN EXCLUSIVE")
        assert (
            httpx.post(f"{account}/line/webhook", timeout=30, **signed([platform.text(ANNA, "一")])).status_code == 503
        )
        connection.exec_driver_sql("ROLLBACK")
    database.dispose()

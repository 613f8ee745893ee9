"""119 for emergencies only: found in every language, buried ones too; asked where it is open; and a way back."""

import pytest

from actions.eligibility.checks import CHECKS
from bot.content.language import known_languages, languages

BACK = "/no_emergency"


def outcome(replies):
    return replies[0].custom["outcome"]


def asks(replies):
    return replies[-1].custom["asks"]


def alarmed(replies):
    return outcome(replies) == "emergency" or replies[0].custom["asks"] == "emergency"


NOW = [
    ("ja", "夫が急に胸を押さえて倒れ、呼んでも返事がありません"),
    ("ja", "もう死にたい、薬を全部飲んだ"),
    ("ja-easy", "おかあさんが たおれて、いきを していません"),
    ("en", "My husband grabbed his chest, fell over and doesn't answer"),
    ("en", "I took all the pills, I don't want to live"),
    ("zh-Hans", "我老公突然倒下，叫他没有反应，好像没有呼吸"),
    ("zh-Hant", "我先生突然倒下，叫他沒有反應，好像沒有呼吸"),
    ("ko", "남편이 갑자기 쓰러져서 의식이 없고 숨을 안 쉬어요"),
    ("vi", "Chồng tôi đột nhiên ngã xuống, bất tỉnh và không thở"),
    ("pt-BR", "Meu marido caiu de repente, está inconsciente e não respira"),
    ("es", "Mi esposo se cayó de repente, está inconsciente y no respira"),
    ("fil", "Biglang natumba ang asawa ko, walang malay at hindi humihinga"),
    ("ne", "मेरो श्रीमान अचानक ढल्नुभयो, होस छैन र सास फेर्नु भएको छैन"),
    ("id", "Suami saya tiba-tiba jatuh, tidak sadar dan tidak bernapas"),
]


@pytest.mark.parametrize(("language", "message"), NOW)
def test_an_emergency_is_sent_to_119_in_its_language(ask, language, message):
    (reply,) = ask(message, language)
    assert (reply.custom["outcome"], reply.custom["language"]) == ("emergency", language)
    assert "119" in reply.text.splitlines()[0]
    assert [button.payload for button in reply.buttons] == [BACK]


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("ja", "資格確認書の期限を聞こうとしたら、隣の母が今けいれんし始めました"),
        ("en", "I wanted to ask about the renewal fee, but my mother has just started convulsing next to me"),
        ("ja-easy", "資格確認書の ことを ききたいです。でも 母が いま けいれんして います"),
        ("zh-Hans", "本来想问更新的手续费，可是我妈妈刚才突然在旁边抽搐起来了"),
        ("vi", "Tôi định hỏi phí gia hạn nhưng mẹ tôi vừa lên cơn co giật ngay bên cạnh"),
        ("pt-BR", "Eu queria saber da taxa de renovação, mas minha mãe começou a ter convulsões agora do meu lado"),
    ],
)
def test_a_buried_emergency_is_found(ask, language, message):
    (reply,) = ask(message, language)
    assert alarmed([reply])
    assert "119" in reply.text


CONTRASTS = [
    (
        "ja",
        "祖母はここ数年、自分では歩けないので代理で来ました",
        "祖母が急に歩けなくなり、顔の片側が下がっています",
    ),
    ("ja", "父は五年前に倒れて以来、右手が使えません", "父が今倒れて、右手が動かなくなりました"),
    ("ja", "請求書の額に心臓が止まるかと思いました", "父の心臓が止まっているみたいです"),
    (
        "en",
        "grandma has been unable to walk since 2019",
        "grandma suddenly can't walk and her face is drooping",
    ),
    ("en", "my dad lost his speech in a stroke five years ago", "my dad has just lost his speech, his mouth hangs"),
    ("en", "the price nearly stopped my heart", "I think his heart has stopped"),
    ("ja-easy", "ちちは 5年まえに たおれました。みぎてが つかえません", "ちちが いま たおれて、みぎてが うごきません"),
    ("zh-Hans", "我爸爸五年前中风，右手一直不能动", "我爸爸刚才突然倒下，右手动不了了"),
    (
        "vi",
        "Bố tôi bị đột quỵ 5 năm trước, tay phải không cử động được",
        "Bố tôi vừa ngã xuống, nói không được, méo miệng",
    ),
    (
        "pt-BR",
        "Meu pai teve um AVC há cinco anos e não mexe a mão direita",
        "Meu pai acabou de cair e não fala, a boca está torta",
    ),
]


@pytest.mark.parametrize(("language", "harmless", "emergency"), CONTRASTS)
def test_what_is_long_past_or_only_said_so_is_told_from_what_happens_now(ask, language, harmless, emergency):
    assert not alarmed(ask(harmless, language))
    assert alarmed(ask(emergency, language))


SCRAPS = {
    "ja": (
        "80歳です",
        "Tanaka",
        "妻に聞いて",
        "母が入院中",
        "電池が切れた",
        "カードが飲み込まれた",
        "カードはなくしていません",
        "父の分です",
        "明日、歯医者の予約があります",
        "去年脳梗塞をしました",
        "待ちくたびれて死にそう",
        "スマホが死んだ",
        "糖尿病です",
        "先月、祖母が亡くなりました",
        "救急車は有料ですか",
        "/help",
        "3人家族",
        "妊娠中です",
        "え？",
        "花粉症です",
    ),
    "en": (
        "I'm 80",
        "Tanaka",
        "ask my wife",
        "my mother is in hospital at the moment",
        "the battery died",
        "the machine swallowed my card",
        "I did not lose my card",
        "it's for my father",
        "I have a dentist appointment tomorrow",
        "I had a stroke last year",
        "dying of boredom here",
        "my phone is dead",
        "I'm diabetic",
        "my grandmother passed away last month",
        "does an ambulance cost money?",
        "/help",
        "family of three",
        "I'm pregnant",
        "huh?",
        "hay fever",
    ),
}


@pytest.mark.parametrize(("language", "scrap"), [(key, text) for key, texts in SCRAPS.items() for text in texts])
@pytest.mark.parametrize("check", CHECKS)
def test_a_scrap_inside_a_check_is_no_emergency_and_the_check_goes_on(ask, check, language, scrap):
    ask(f"/{check}", language)
    replies = ask(scrap, language)
    assert not alarmed(replies)
    assert replies[-1].custom["topic"] == check
    assert {reply.custom["language"] for reply in replies} == {language}


TALKS = pytest.mark.parametrize(
    ("language", "answer", "emergency"),
    [
        ("ja", "まだ登録していません", "母が倒れて息をしていません"),
        ("en", "It isn't registered", "My mother collapsed and isn't breathing"),
    ],
)


@TALKS
def test_after_the_box_the_check_goes_on_where_it_was(ask, language, answer, emergency):
    ask("/check_certificate", language)
    ask(answer, language)
    (reply,) = ask(emergency, language)
    assert reply.custom["outcome"] == "emergency"
    assert asks(ask(BACK, language)) == "card"


@TALKS
def test_after_the_box_an_answer_is_taken_too(ask, language, answer, emergency):
    ask("/check_certificate", language)
    ask(emergency, language)
    ask(emergency, language)
    assert asks(ask(answer, language)) == "card"


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("button", "result"), [(BACK, "asked"), ("/medical_emergency", "emergency")])
def test_where_it_is_open_it_is_asked_and_the_check_goes_on_with_either(ask, language, button, result):
    ask("/check_certificate", language)
    (reply,) = ask("/possible_emergency", language)
    assert (reply.custom["outcome"], reply.custom["asks"]) == ("asked", "emergency")
    assert "119" in reply.text
    assert "\n" not in reply.text
    assert [entry.payload for entry in reply.buttons] == ["/medical_emergency", BACK]
    assert outcome(ask(button, language)) == result
    assert asks(ask(BACK, language)) == "registered"


@pytest.mark.parametrize("language", languages())
def test_nobody_is_ill_outside_a_check(ask, language):
    ask("/medical_emergency", language)
    (reply,) = ask(BACK, language)
    assert (reply.custom["outcome"], reply.custom["language"]) == ("answered", language)


@pytest.mark.parametrize("language", known_languages())
@pytest.mark.parametrize("payload", ["/medical_emergency", "/possible_emergency", BACK])
def test_what_is_said_of_emergencies_is_said_in_every_language(ask, language, payload):
    (reply,) = ask(payload, language)
    assert reply.custom["language"] == language
    assert "119" in reply.text

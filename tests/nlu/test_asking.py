"""A message is parted into what asks and what only tells."""

import pytest

from bot.nlu.asking import pieces


@pytest.mark.parametrize(
    ("language", "text", "asks"),
    [
        ("ja", "手数料はいくらですか。何日かかりますか", ["手数料はいくらですか。", "何日かかりますか"]),
        ("ja", "手数料はいくらで、何日かかりますか", ["手数料はいくらで", "何日かかりますか"]),
        ("ja", "再発行の手数料と日数は？", ["再発行の手数料と", "日数は？"]),
        ("ja", "更新に必要なものと、費用を知りたいです", ["更新に必要なものと", "費用を知りたいです"]),
        ("ja", "カードと資格確認書の違いを教えてください", ["カードと資格確認書の違いを教えてください"]),
        ("ja", "更新って無料？ 予約いる？", ["更新って無料？", "予約いる？"]),
        ("ja", "こんにちは。先週カードをなくしました。手数料はいくらですか", ["手数料はいくらですか"]),
        ("ja", "カードを置いて、顔を見せて、それで終わりですか", ["それで終わりですか"]),
        ("ja", "いくらですか、再発行は", ["いくらですか、再発行は"]),
        ("en", "What does it cost? How long does it take?", ["What does it cost?", "How long does it take?"]),
        ("en", "what does it cost and how long does it take", ["what does it cost", "and how long does it take"]),
        ("en", "Can I choose between face and PIN?", ["Can I choose between face and PIN?"]),
        ("en", "I can’t go. Can my wife?", ["Can my wife?"]),
        ("en", "Hello, I lost my card and I'm ill. What now?", ["What now?"]),
        ("en", "the fee?", ["the fee?"]),
        ("en", "My card is lost", []),
        (
            "ja-easy",
            "てすうりょうは いくらですか。なんにち かかりますか",
            ["てすうりょうは いくらですか。", "なんにち かかりますか"],
        ),
        ("ja-easy", "カードを なくしました。おかねは いくらですか", ["おかねは いくらですか"]),
        ("ja-easy", "カードを なくしました", []),
        ("zh-Hans", "手续费多少钱？要几天？", ["手续费多少钱？", "要几天？"]),
        ("zh-Hans", "我上周把卡丢了。手续费是多少？", ["手续费是多少？"]),
        ("zh-Hans", "卡和资格确认书有什么区别？", ["卡和资格确认书有什么区别？"]),
        ("zh-Hans", "手续费和时间是多少？", ["手续费和", "时间是多少？"]),
        ("zh-Hans", "我的卡丢了", []),
        ("vi", "Lệ phí bao nhiêu? Mất mấy ngày?", ["Lệ phí bao nhiêu?", "Mất mấy ngày?"]),
        ("vi", "Tôi mất thẻ rồi. Làm lại hết bao nhiêu tiền?", ["Làm lại hết bao nhiêu tiền?"]),
        ("vi", "Thẻ với giấy xác nhận khác nhau thế nào?", ["Thẻ với giấy xác nhận khác nhau thế nào?"]),
        ("vi", "Tôi mất thẻ rồi", []),
        ("vi", "lệ phí bao nhiêu và mất bao lâu", ["lệ phí bao nhiêu", "và mất bao lâu"]),
        ("pt-BR", "Quanto custa? Quantos dias leva?", ["Quanto custa?", "Quantos dias leva?"]),
        ("pt-BR", "Perdi o cartão. Quanto custa outro?", ["Quanto custa outro?"]),
        (
            "pt-BR",
            "Qual a diferença entre o cartão e o comprovante?",
            ["Qual a diferença entre o cartão e o comprovante?"],
        ),
        ("pt-BR", "quanto custa e quanto tempo demora", ["quanto custa", "e quanto tempo demora"]),
        ("pt-BR", "Perdi o cartão", []),
        ("es", "Perdí la tarjeta. ¿Cuánto cuesta?", ["¿Cuánto cuesta?"]),
    ],
)
def test_the_pieces_that_ask(language, text, asks):
    assert [piece.text for piece in pieces(text, language) if piece.asks] == asks


def test_a_story_is_kept_as_what_is_told():
    assert [(piece.text, piece.asks) for piece in pieces("I moved, and I lost it. What now?", "en")] == [
        ("I moved", False),
        ("and I lost it.", False),
        ("What now?", True),
    ]

"""The places in the leaflets that the rules cite."""

from __future__ import annotations

from actions.eligibility.decision import Source

# The national leaflet for patients.
REGISTER_AT_READER = Source(leaflet="patient-leaflet", where="利用登録をしておきましょう")
BY_SIGHT = Source(leaflet="patient-leaflet", where="目視で本人確認を行うことができます")
HARDSHIP = Source(leaflet="patient-leaflet", where="マイナ保険証の利用が困難な方")
KOUKI_INTERIM = Source(leaflet="patient-leaflet", where="マイナ保険証の利用が困難な方（後期高齢者医療制度の注記）")
WITHOUT_CARD = Source(leaflet="patient-leaflet", where="マイナ保険証をお持ちでない方")

# NHK Spring's guide.
RECEPTION = Source(leaflet="nhkspring-guide", where="マイナ保険証での医療機関受診方法")
NOTICE = Source(leaflet="nhkspring-guide", where="「資格情報のお知らせ」利用方法")
FIRST_USE = Source(leaflet="nhkspring-guide", where="受診前には登録情報の確認を")
NEW_DATA = Source(leaflet="nhkspring-guide", where="お願い")
CERTIFICATE_ISSUE = Source(leaflet="nhkspring-guide", where="「資格確認書」の交付")
NO_NEW_CARDS = Source(leaflet="nhkspring-guide", where="冒頭（令和6年12月2日以降）")
OLD_CARDS = Source(leaflet="nhkspring-guide", where="従来の健康保険証について")

# Kokuyo's checklist.
PRINTED_DAY = Source(leaflet="kokuyo-checklist", where="冒頭（交付日）")
COPIES = Source(leaflet="kokuyo-checklist", where="注意点①")
DESTROY = Source(leaflet="kokuyo-checklist", where="注意点②")
PHONES_START = Source(leaflet="kokuyo-checklist", where="便利（スマホに搭載したマイナ保険証）")
STEP1 = Source(leaflet="kokuyo-checklist", where="切替チェックリスト STEP1")
STEP2 = Source(leaflet="kokuyo-checklist", where="切替チェックリスト STEP2")
STEP3 = Source(leaflet="kokuyo-checklist", where="切替チェックリスト STEP3")
GET_CARD = Source(leaflet="kokuyo-checklist", where="やることリスト1")
COUNTER = Source(leaflet="kokuyo-checklist", where="やることリスト3")

# The ministry's seminar.
VALIDITY = Source(leaflet="mhlw-seminar", where="4ページ 患者の資格確認方法")
GROUPS = Source(leaflet="mhlw-seminar", where="5ページ 資格確認書の様式等")
KOUKI = Source(leaflet="mhlw-seminar", where="6ページ 後期高齢者医療制度")
TROUBLE = Source(leaflet="mhlw-seminar", where="9ページ 受付が出来ない場合")
TWO_TERMS = Source(leaflet="mhlw-seminar", where="10ページ 有効期限")
READER = Source(leaflet="mhlw-seminar", where="11ページ 顔認証付きカードリーダーの画面")
SMALL_CHILDREN = Source(leaflet="mhlw-seminar", where="20ページ 医療機関・薬局からの声")
PHONE_STEPS = Source(leaflet="mhlw-seminar", where="24ページ スマートフォンでの保険証利用")

# The notice of a health insurance society.
PHONE = Source(leaflet="society-notice", where="マイナ保険証のスマホ搭載")
CERTIFICATE_TERM = Source(leaflet="society-notice", where="電子証明書の有効期限")
CARD_TERM = Source(leaflet="society-notice", where="マイナンバーカードの有効期限")
EXPIRY = Source(leaflet="society-notice", where="電子証明書・マイナンバーカードは更新が必要です")
MOVING = Source(leaflet="society-notice", where="引越しの際は")
RENEWAL = Source(leaflet="society-notice", where="「有効期限通知書」が届いたら")
JUST_IN_CASE = Source(leaflet="society-notice", where="Q&A 念のため")
EXPRESS = Source(leaflet="society-notice", where="Q&A 特急発行")
SUSPEND = Source(leaflet="society-notice", where="末尾（マイナンバー総合フリーダイヤル）")

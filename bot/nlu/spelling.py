"""Signs that keyboards write in several ways, written in one."""

import unicodedata

import regex

# Letters that Unicode doesn't take apart.
STROKED = {"đ": "d", "Đ": "D"}
LATIN = regex.compile(r"\p{Latin}")
# A phone writes “can’t”, a computer "can't", a hurried hand can`t.
STRAIGHT = str.maketrans("‘’ʼ＇`´“”", "''''''\"\"")


def straight(text: str) -> str:
    """Return a text with one kind of apostrophe and quotation mark, letter for letter."""
    return text.translate(STRAIGHT)


def fold(text: str) -> str:
    """Return a text in one width, in small letters and with straight quotation marks."""
    # NFKC takes an acute accent apart, so it comes second.
    return unicodedata.normalize("NFKC", straight(text)).casefold()


def bare(text: str) -> str:
    """Return a text whose Latin letters have lost their marks, as many people type them: không as khong."""
    return text if text.isascii() else text.translate(BARE)


class _Bare(dict[int, str]):
    """Letters by the number of their sign, each looked up once: Latin ones lose their marks, others stay."""

    def __missing__(self, number: int) -> str:
        letter = STROKED.get(chr(number), chr(number))
        self[number] = unicodedata.normalize("NFD", letter)[0] if LATIN.match(letter) else letter
        return self[number]


BARE = _Bare()

"""Signs that keyboards write in several ways, written in one."""

import unicodedata

import regex

LATIN = regex.compile(r"\p{Latin}")
# Letters that Unicode doesn't take apart.
STROKED = str.maketrans("đĐ", "dD")
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
    return LATIN.sub(_without_marks, text.translate(STROKED))


def _without_marks(letter: regex.Match[str]) -> str:
    return unicodedata.normalize("NFD", letter[0])[0]

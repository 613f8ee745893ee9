"""Signs that keyboards write in several ways, written in one."""

import unicodedata

# A phone writes “can’t”, a computer "can't", a hurried hand can`t.
STRAIGHT = str.maketrans("‘’ʼ＇`´“”", "''''''\"\"")


def straight(text: str) -> str:
    """Return a text with one kind of apostrophe and quotation mark, letter for letter."""
    return text.translate(STRAIGHT)


def fold(text: str) -> str:
    """Return a text in one width, in small letters and with straight quotation marks."""
    # NFKC takes an acute accent apart, so it comes second.
    return unicodedata.normalize("NFKC", straight(text)).casefold()

"""LINE's two ways of counting characters."""

import regex


def utf16_units(text: str) -> int:
    """Return a text's length in UTF-16 units: most characters have one, emoji and rare kanji two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def graphemes(text: str) -> int:
    """Return a text's length as people see characters: a family emoji is one."""
    return len(regex.findall(r"\X", text))


LENGTHS = {"utf16": utf16_units, "graphemes": graphemes}

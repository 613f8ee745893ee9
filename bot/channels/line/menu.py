"""The rich menu: six tiles under the chat, in each language, and the picture that shows them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from babel import Locale
from linebot.v3.messaging import PostbackAction, RichMenuArea, RichMenuBounds, RichMenuRequest, RichMenuSize
from PIL import Image, ImageDraw, ImageFont
from pydantic import BaseModel, ConfigDict, Field
from sudachipy import dictionary

from bot.answers.buttons import button
from bot.channels.line.platform import menu_name
from bot.channels.messenger.words import word
from bot.content.files import read_as
from bot.content.language import known_languages
from bot.project import DATA

WIDTH, HEIGHT, COLUMNS, ROWS = 2500, 1686, 3, 2
GAP, ROUNDED, MARGIN = 24, 48, 80
LARGEST, SMALLEST, STEP = 132, 60, 6
LINE_SPACING = 1.35
# What no line begins with: particles, endings, signs.
DEPENDENT = {"助詞", "助動詞", "接尾辞", "補助記号"}
GROUND, INK = "#FFFFFF", "#FFFFFF"
# White on each is easy to read (a contrast of at least 4.5), and neighbours differ.
COLOURS = ("#0B5E3C", "#14507A", "#6A3A7C", "#7A4A14", "#3D4C5C", "#8A2846")
Box = tuple[int, int, int, int]


class NoFontError(Exception):
    """No font of this machine has a language's characters; the message says which one is missing."""


class Menu(BaseModel):
    """What `data/line.yml` says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tiles: tuple[str, ...] = Field(min_length=COLUMNS * ROWS, max_length=COLUMNS * ROWS)


@dataclass(frozen=True)
class Font:
    """A font's file, and its place in the file."""

    file: str
    index: int

    def of_size(self, size: int) -> ImageFont.FreeTypeFont:
        """Return the font in a size, in pixels."""
        return ImageFont.truetype(self.file, size, self.index)


@lru_cache
def tiles() -> tuple[str, ...]:
    """Return what the tiles lead to."""
    return read_as(Menu, DATA / "line.yml").tiles


def menu(language: str) -> Any:
    """Return the menu in a language, as LINE takes it."""
    return RichMenuRequest(
        size=RichMenuSize(width=WIDTH, height=HEIGHT),
        selected=True,
        name=menu_name(language),
        chat_bar_text=word("menu", language),
        areas=[_area(name, box, language) for name, box in zip(tiles(), _boxes(), strict=True)],
    )


def picture(language: str) -> bytes:
    """Return the menu's picture in a language, a PNG file.

    Raises:
        NoFontError: if this machine has no font for the language.
    """
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    draw = ImageDraw.Draw(image)
    for name, box, colour in zip(tiles(), _boxes(), COLOURS, strict=True):
        left, top, right, bottom = box
        draw.rounded_rectangle((left + GAP, top + GAP, right - GAP, bottom - GAP), ROUNDED, fill=colour)
        _write(draw, button(name, language)["title"], language, box)
    file = BytesIO()
    image.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def _area(name: str, box: Box, language: str) -> Any:
    pressed = button(name, language)
    left, top, right, bottom = box
    action = PostbackAction(label=pressed["title"], data=pressed["payload"], display_text=pressed["title"])
    return RichMenuArea(bounds=RichMenuBounds(x=left, y=top, width=right - left, height=bottom - top), action=action)


def _boxes() -> Iterator[Box]:
    """Yield the tiles' corners: left, top, right, bottom."""
    across = [WIDTH * column // COLUMNS for column in range(COLUMNS + 1)]
    down = [HEIGHT * row // ROWS for row in range(ROWS + 1)]
    for row in range(ROWS):
        yield from ((across[column], down[row], across[column + 1], down[row + 1]) for column in range(COLUMNS))


def _write(draw: ImageDraw.ImageDraw, text: str, language: str, box: Box) -> None:
    """Write a text in the middle of a tile, as large as it fits."""
    left, top, right, bottom = box
    width, height = right - left - 2 * (GAP + MARGIN), bottom - top - 2 * (GAP + MARGIN)
    font, phrases = _font(text, language), _phrases(text, language)
    for size in range(LARGEST, SMALLEST - 1, -STEP):
        lettering = font.of_size(size)
        lines = _lines(phrases, lettering, width)
        if len(lines) * size * LINE_SPACING <= height and all(lettering.getlength(line) <= width for line in lines):
            break
    first = (top + bottom) / 2 - (len(lines) - 1) * size * LINE_SPACING / 2
    for place, line in enumerate(lines):
        middle = ((left + right) / 2, first + place * size * LINE_SPACING)
        draw.text(middle, line, INK, lettering, anchor="mm")


def _phrases(text: str, language: str) -> list[str]:
    """Return the parts of a text between which a line may end; Japanese particles stay with their word."""
    if " " in text:
        return [f"{word} " for word in text.split()]
    if known_languages()[language].tokenizer.library != "sudachi":
        return list(text)
    phrases: list[str] = []
    for token in dictionary.Dictionary().create().tokenize(text):
        if phrases and token.part_of_speech()[0] in DEPENDENT:
            phrases[-1] += token.surface()
        else:
            phrases.append(token.surface())
    return phrases


def _lines(phrases: Sequence[str], font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Return phrases in lines that are no wider than allowed; one that is wider by itself stays whole."""
    lines = [""]
    for phrase in phrases:
        if lines[-1] and font.getlength((lines[-1] + phrase).strip()) > width:
            lines.append("")
        lines[-1] += phrase
    return [line.strip() for line in lines]


def _font(text: str, language: str) -> Font:
    """Return a bold font of this machine that has a text's characters, as fontconfig knows it."""
    needed = sorted({ord(character) for character in text if not character.isspace()})
    locale = Locale.parse(known_languages()[language].locale)
    # Of fontconfig's languages only Chinese ones name a country.
    tag = f"{locale.language}-{locale.territory}".lower() if locale.language == "zh" else locale.language
    wanted = f"sans-serif:bold:lang={tag}:charset={' '.join(f'{code:x}' for code in needed)}"
    try:
        asked = ["fc-match", "-f", "%{file}\n%{index}\n%{charset}", wanted]
        file, index, known = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split("\n")
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        raise NoFontError("fontconfig (fc-match) is missing, which finds fonts") from error
    if not all(_has(known, code) for code in needed):
        raise NoFontError(f"no font has all characters of '{text}'; install Noto fonts (fonts-noto, fonts-noto-cjk)")
    return Font(file, int(index))


def _has(charset: str, code: int) -> bool:
    """Tell whether a character is in a set as fontconfig writes it: `20-7e a0-17f`."""
    ranges = (entry.partition("-") for entry in charset.split())
    return any(int(first, 16) <= code <= int(last or first, 16) for first, _, last in ranges)

"""Japanese eras and their years."""

# The year before each era's first, by its name and letter.
BEFORE_FIRST = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
LETTERS = {"m": "明治", "t": "大正", "s": "昭和", "h": "平成", "r": "令和"}
LATIN = {"meiji": "明治", "taisho": "大正", "showa": "昭和", "heisei": "平成", "reiwa": "令和"}
LAST = {"明治": 45, "大正": 15, "昭和": 64, "平成": 31}


def western_year(era: str, year: str) -> int | None:
    """Return the western year of an era's year; None if the era had no such year.

    Args:
        era: its name, in Japanese or Latin letters, or its letter, in any case.
        year: digits, or 元 for the first.
    """
    name = {**LETTERS, **LATIN}.get(era.lower(), era)
    count = 1 if year == "元" else int(year)
    if count < 1 or count > LAST.get(name, 99):
        return None
    return BEFORE_FIRST[name] + count

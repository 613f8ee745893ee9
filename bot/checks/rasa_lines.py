"""Would Rasa take a file of content for one of its own?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bot.project import DATA, ROOT

RULES = DATA / "rules"
# Rasa looks for these at the beginning of any line of any YAML file.
OWN = re.compile(r"^(nlu|rules|stories|responses|intents|slots|forms|actions|entities)\s*:", re.MULTILINE)


def rasa_line_problems(folder: Path = DATA) -> Iterator[str]:
    """Yield the lines that Rasa would take for its own, outside its folder of rules."""
    for path in sorted(folder.rglob("*.yml")):
        if RULES not in path.parents:
            text = path.read_text("utf-8")
            for match in OWN.finditer(text):
                yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: Rasa would take '{match[0]}' for its own"


def responses_in_rules() -> set[str]:
    """Return the names of the responses that the rules give."""
    lines = (path.read_text("utf-8") for path in sorted((ROOT / "data" / "rules").glob("*.yml")))
    return {name for text in lines for name in re.findall(r"action: (utter_\w+)", text)}

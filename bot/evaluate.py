"""How often the assistant is right: labelled messages in, fractions out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.content import ContentError
from bot.engine import Engine, Message, Reply

DECLINING = {"uncovered", "out_of_scope"}
EMERGENCY = "medical_emergency"
WORST = 15


class Example(BaseModel):
    """A message with the topic that it should be answered with."""

    model_config = ConfigDict(extra="ignore")

    lang: str
    text: str
    label: str
    also_ok: list[str] = []


class Judged(BaseModel):
    """What became of an example: `correct`, `offered`, `declined`, `wrong`, or `unhelped`.

    `unhelped` is a question back where the message should have been declined: not right, but no untruth.
    """

    example: Example
    verdict: str
    topic: str | None
    outcome: str


def read_examples(path: Path) -> list[Example]:
    """Read a file of one JSON object a line.

    Raises:
        ContentError: if a line is no such object; the message names file and line.
    """
    examples = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            examples.append(Example.model_validate_json(line))
        except ValidationError as error:
            raise ContentError(f"{path}:{number}: {error}") from error
    return examples


def judge(example: Example, reply: Reply) -> Judged:
    """Tell what a first reply is worth."""
    topic, outcome = reply.custom.get("topic"), reply.custom.get("outcome", "")
    offered = [button.payload.removeprefix("/").removeprefix("faq/") for button in reply.buttons[:3]]
    verdict = _verdict(example, topic, outcome, offered)
    return Judged(example=example, verdict=verdict, topic=topic, outcome=outcome)


def _verdict(example: Example, topic: str | None, outcome: str, offered: Sequence[str]) -> str:
    accepted = {example.label, *example.also_ok}
    if outcome == "declined":
        return "correct" if accepted & DECLINING else "declined"
    if outcome == "offered":
        return "unhelped" if example.label in DECLINING else "offered" if example.label in offered else "declined"
    return "correct" if topic in accepted else "wrong"


async def judge_all(engine: Engine, examples: Iterable[Example]) -> list[Judged]:
    """Ask every example in a conversation of its own, with its language set."""
    judged = []
    for number, example in enumerate(examples):
        replies = await engine.ask(Message(f"evaluate-{number}", example.text, example.lang))
        judged.append(judge(example, replies[0]))
    return judged


def summarise(judged: Sequence[Judged]) -> dict[str, Any]:
    """Return the fractions of one set; `emergency_recall` is None where it has no emergency."""
    verdicts = Counter(item.verdict for item in judged)
    emergencies = [item for item in judged if item.example.label == EMERGENCY]
    sent_to_119 = sum(item.outcome == "emergency" for item in emergencies)
    shares = {name: round(verdicts[name] / len(judged), 4) for name in ("correct", "offered", "declined", "wrong")}
    recall = round(sent_to_119 / len(emergencies), 4) if emergencies else None
    return {"n": len(judged), **shares, "emergency_recall": recall}


def report(judged: Sequence[Judged]) -> dict[str, dict[str, Any]]:
    """Return the fractions in all and by language."""
    by_language: dict[str, list[Judged]] = {}
    for item in judged:
        by_language.setdefault(item.example.lang, []).append(item)
    return {"all": summarise(judged), **{key: summarise(items) for key, items in by_language.items()}}


def confusions(judged: Sequence[Judged]) -> list[tuple[str, str, int]]:
    """Return the commonest mistakes: the label, what was answered instead, how often."""
    mistakes = Counter((item.example.label, item.topic or item.outcome) for item in judged if item.verdict != "correct")
    return [(label, answered, count) for (label, answered), count in mistakes.most_common(WORST)]

"""The assistant in a terminal."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from bot.engine import Button, Engine, Message, Reply
from bot.evaluation.report import Measured, confusions, report


def show(reply: Reply, console: Console) -> None:
    """Print a reply: text, numbered buttons, sources."""
    console.print(reply.text, markup=False, highlight=False)
    for number, button in enumerate(reply.buttons, 1):
        console.print(f"  [cyan]{number}[/cyan] {button.title}", highlight=False)
    for source in reply.custom.get("sources", []):
        line = f"  ※ {source['publisher']}「{source['title']}」({source['date']}) {source['where']}"
        console.print(line, style="dim", markup=False, highlight=False)


async def talk(engine: Engine, language: str | None, console: Console) -> None:
    """Chat until an empty line or the end of the input."""
    sender, buttons = uuid.uuid4().hex, list[Button]()
    text = "/greet"
    while text:
        replies = await engine.ask(Message(sender, _pressed(text, buttons), language))
        for reply in replies:
            show(reply, console)
        buttons = [button for reply in replies for button in reply.buttons]
        text = _read(console)


def _pressed(text: str, buttons: Sequence[Button]) -> str:
    number = int(text) if text.isascii() and text.isdigit() else 0
    return buttons[number - 1].payload if 1 <= number <= len(buttons) else text


def _read(console: Console) -> str:
    try:
        return console.input("[bold]> [/bold]").strip()
    except (EOFError, KeyboardInterrupt):
        return ""


def show_report(judged: Sequence[Measured], console: Console) -> None:
    """Print the fractions as a table, and the commonest mistakes."""
    shares = report(judged)
    names = list(shares["all"])
    table = Table("language", *(name.replace("_", " ") for name in names))
    for language, share in shares.items():
        table.add_row(language, *(("–" if share.get(name) is None else str(share[name])) for name in names))
    console.print(table)
    worst = Table("label", "instead", "times")
    for label, answered, count in confusions(judged):
        worst.add_row(label, answered, str(count))
    console.print(worst)

"""`madoguchi review`: how a language's texts stand, and sheets for those who review them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from bot import clock
from bot.content.files import ContentError
from bot.content.language import default_language, languages
from bot.review.record import read_record, recorded, state, write_record
from bot.review.renderings import Rendering, renderings

review = typer.Typer(no_args_is_help=True, help="See which texts of a language are reviewed, and have them reviewed.")
errors = Console(stderr=True)
Language = Annotated[str, typer.Argument(help="The language whose texts render those of the first.")]
Sheet = Annotated[Path, typer.Argument(help="The workbook (.xlsx).", dir_okay=False)]


@review.command("state")
def show_state(language: Language) -> None:
    """Count the texts by state; name those whose original has changed since."""
    known = read_record(_rendered(language))
    states = {place: state(rendering, known.get(place)) for place, rendering in renderings(language).items()}
    for place in (place for place, standing in sorted(states.items()) if standing == "stale"):
        print(f"stale: {place.file} {place.path}")
    print(", ".join(f"{name} {count}" for name, count in Counter(states.values()).most_common()))


@review.command()
def record(language: Language) -> None:
    """Note that what is new, or was reworded, renders the original as it is now."""
    found = renderings(_rendered(language))
    write_record(language, recorded(read_record(language), found))


@review.command()
def sheet(language: Language, file: Sheet) -> None:
    """Write every text beside its original, what needs a look first."""
    from bot.review.sheet import write_sheet

    write_sheet(file, language, renderings(_rendered(language)), read_record(language))


@review.command()
def take(language: Language, file: Sheet) -> None:
    """Take what a reviewer changed, and what is marked as reviewed; all of a sheet, or nothing."""
    from bot.review.returned import read_sheet, refusals, reviewed, reworded, write_texts

    found = renderings(_rendered(language))
    try:
        rows = read_sheet(file)
    except ContentError as error:
        _stop(str(error))
    if refused := refusals(rows, found):
        _stop("\n".join([*refused, "Nothing was taken."]))
    changed = reworded(rows, found)
    write_texts(language, changed)
    now = {place: Rendering(changed.get(place, known.text), known.original) for place, known in found.items()}
    write_record(language, reviewed(rows, now, recorded(read_record(language), now), clock.today()))
    print(f"{len(changed)} reworded, {sum(row.reviewed for row in rows)} reviewed.")


def _rendered(language: str) -> str:
    others = [key for key in languages() if key != default_language()]
    if language not in others:
        _stop(f"'{language}' is no language whose texts render another's. Use one of: {', '.join(others)}.")
    return language


def _stop(sentence: str) -> NoReturn:
    errors.print(f"[red]{sentence}[/red]", highlight=False, soft_wrap=True)
    raise typer.Exit(1)

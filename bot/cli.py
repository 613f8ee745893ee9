"""The `madoguchi` command."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console

from bot.later_imports import import_later
from bot.quiet import quiet
from bot.review.commands import review

if TYPE_CHECKING:
    from bot.engine import Engine, Reply

quiet()
import_later()
app = typer.Typer(no_args_is_help=True, add_completion=False)
console = Console()
errors = Console(stderr=True)
LEAVE_SECONDS = 10
# A worker that answers its supervisor no more is replaced; so long may it load the model. One that is killed while it
# is asked is missed only then: uvicorn keeps its end of the pipe open.
WORKER_SECONDS = 60
LanguageOption = Annotated[str | None, typer.Option(help="The language to answer in; else the one you write in.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.callback(help="Madoguchi: the counter that answers.")
def _settings() -> None:
    """Refuse settings that can't be before anything starts."""
    from pydantic import ValidationError

    from bot.settings import settings

    try:
        settings()
    except ValidationError as error:
        _stop(
            "\n".join(
                ": ".join(filter(None, [*map(str, problem["loc"]), problem["msg"]])) for problem in error.errors()
            )
        )


def _stop(sentence: str) -> NoReturn:
    errors.print(f"[red]{sentence}[/red]", highlight=False, soft_wrap=True)
    raise typer.Exit(1)


def _known(language: str | None) -> str | None:
    from bot.content.language import known_languages

    if language and language not in known_languages():
        _stop(f"Unknown language '{language}'. Use one of: {', '.join(known_languages())}.")
    return language


def _known_all(wanted: Iterable[str]) -> None:
    from bot.content.language import known_languages

    for language in set(wanted) - set(known_languages()):
        _stop(f"Unknown language '{language}'. Use one of: {', '.join(known_languages())}.")


def _engine() -> Engine:
    """Load the engine, training the model first if these files have none yet; conversations stay in memory."""
    with errors.status("Loading …"):
        from bot.engine import Engine
    model = _model()
    with errors.status("Loading the model …"):
        return Engine.load(model)


def _model() -> Path:
    """Return the model, trained now if these files have none yet."""
    from bot.model import NoSuchModelError, existing_model

    try:
        return existing_model() or _train()
    except NoSuchModelError as error:
        _stop(str(error))


def _train() -> Path:
    from bot.training import train as train_model

    with _progress() as tell:
        path, seconds = train_model(tell)
    errors.print(f"Trained {path.name} in {seconds:.0f} s.")
    return path


@contextmanager
def _progress() -> Iterator[Callable[[str], object]]:
    """Yield what tells a step: in place on a terminal, else line by line."""
    if errors.is_terminal:
        with errors.status("Training …") as status:
            yield lambda step: status.update(f"Training: {step} …")
    else:
        errors.print("Training the model; it takes minutes.")
        yield lambda step: errors.print(f"Training: {step} …", highlight=False)


@app.command()
def serve(
    workers: Annotated[
        int | None, typer.Option(min=1, help="How many processes serve; else MADOGUCHI_WORKERS, else one.")
    ] = None,
) -> None:
    """Serve the assistant over HTTP on HOST and PORT."""
    import uvicorn

    from bot.connection import LONGEST_HEADER, Connection, allow_connections
    from bot.counted_together import counted_together
    from bot.settings import settings

    if workers:
        # The workers read it as well.
        os.environ["MADOGUCHI_WORKERS"] = str(workers)
        settings.cache_clear()
    _model()
    if settings().workers > 1:
        _migrate()
    errors.print(f"Serving on http://{settings().host}:{settings().port}", highlight=False)
    allow_connections(settings().most_connections)
    folder = counted_together() if settings().metrics_bearer else nullcontext()
    with folder:
        # No channel uses WebSockets, and Rasa pins a websockets that uvicorn can't import.
        uvicorn.run(
            "bot.app:app",
            host=settings().host,
            port=settings().port,
            workers=settings().workers,
            timeout_worker_healthcheck=WORKER_SECONDS,
            ws="none",
            http=Connection,
            h11_max_incomplete_event_size=LONGEST_HEADER,
            limit_concurrency=settings().most_connections,
            # The application believes the proxies that the settings name, under any server.
            proxy_headers=False,
            server_header=False,
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=LEAVE_SECONDS,
        )


def _migrate() -> None:
    """Bring the database to its form before several open it; a failure is told once, not by each."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.settings import settings
    from bot.store.database import open_database

    try:
        open_database(settings().database).dispose()
    except SQLAlchemyError as error:
        _stop(f"The database of MADOGUCHI_DATABASE can't be opened ({type(error).__name__}).")


line = typer.Typer(no_args_is_help=True, help="LINE: the assistant as an official account.")
app.add_typer(line, name="line")
app.add_typer(review, name="review")


@line.callback()
def _line() -> None:
    """Keep `setup` a command of its own, though it is the only one."""


@line.command("setup")
def set_up_line(
    site: Annotated[str, typer.Argument(help="Where the assistant is served to the world: https://…")],
) -> None:
    """Set the LINE account up: check its token, set the webhook's address, make the rich menus."""
    from bot.channels.line.set_up import SetUpError, set_up
    from bot.settings import settings

    account = settings().line
    if account is None:
        _stop("Set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN (docs/line.md).")
    if not site.startswith("https://"):
        _stop("LINE calls addresses that begin with https:// only.")

    async def run() -> None:
        async for step in set_up(account, site):
            console.print(step, highlight=False, soft_wrap=True)

    try:
        asyncio.run(run())
    except SetUpError as error:
        _stop(str(error))


@app.command()
def train() -> None:
    """Train the model of the files as they are."""
    _train()


@app.command()
def talk(language: LanguageOption = None) -> None:
    """Chat in the terminal; a number presses a button, an empty line ends."""
    from bot.terminal import talk as talk_in_terminal

    asyncio.run(talk_in_terminal(_engine(), _known(language), console))


@app.command()
def ask(
    text: Annotated[str, typer.Argument(help="The question.")],
    language: LanguageOption = None,
    as_json: Json = False,
) -> None:
    """Ask one question and print the answer."""
    from bot.engine import Message

    replies = asyncio.run(_engine().ask(Message("ask", text, _known(language))))
    _print(replies, as_json)


def _print(replies: Sequence[Reply], as_json: bool) -> None:
    from bot.terminal import show

    if as_json:
        print(json.dumps([reply.body() for reply in replies], ensure_ascii=False, indent=2))
    else:
        for reply in replies:
            show(reply, console)


@app.command()
def forget(
    conversations: Annotated[
        list[str] | None, typer.Argument(help="Conversations to delete, as web:…, rest:… or line:…; else what is old.")
    ] = None,
) -> None:
    """Delete conversations: those named, or all in which nothing was said for MADOGUCHI_KEEP_DAYS."""
    from bot.conversation.upkeep import Upkeep
    from bot.settings import settings
    from bot.store.calls import Calls
    from bot.store.database import open_database
    from bot.store.retention import forget as forget_one
    from bot.store.retention import scrub

    database = open_database(settings().database)
    if conversations:
        unknown = [key for key in conversations if not forget_one(database, key)]
        scrub(database)
        if unknown:
            _stop(f"There is no conversation {', '.join(unknown)}.")
    else:
        count = asyncio.run(Upkeep(database, Calls(), settings().keep_days).forget_old())
        errors.print(f"{count} forgotten.")


@app.command()
def check() -> None:
    """Check all content: languages, sources, dates, numbers, examples."""
    from bot import clock
    from bot.checks.project import notices, project_problems

    problems = list(project_problems())
    for problem in problems:
        print(problem)
    for notice in notices(clock.today()):
        errors.print(f"[yellow]{notice}[/yellow]", highlight=False)
    if problems:
        _stop(f"{len(problems)} problem(s).")
    errors.print("All content is whole.")


@app.command()
def evaluate(
    files: Annotated[list[Path], typer.Argument(help="Files of labelled messages.", exists=True, dir_okay=False)],
    as_json: Json = False,
    bounds: Annotated[
        Path | None,
        typer.Option(help="A file of bounds; ends with 1 where one isn't kept.", exists=True, dir_okay=False),
    ] = None,
) -> None:
    """Measure how often the assistant is right."""
    from bot.content.files import ContentError
    from bot.evaluation.bounds import overstepped, read_bounds
    from bot.evaluation.labelled_message import read_messages
    from bot.evaluation.report import judge_all, report
    from bot.terminal import show_report

    try:
        messages = [message for file in files for message in read_messages(file)]
        wanted = read_bounds(bounds) if bounds else {}
    except ContentError as error:
        _stop(str(error))
    _known_all(message.lang for message in messages)
    judged = asyncio.run(judge_all(_engine(), messages))
    if as_json:
        json.dump(report(judged), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        show_report(judged, console)
    if missed := overstepped(report(judged), wanted):
        _stop("\n".join(missed))


if __name__ == "__main__":
    app()

"""Every environment variable, typed, in one place."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal, Self

from limits import RateLimitItem, parse_many
from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.project import ROOT

ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?|https?://\[[0-9a-f:]+\](:\d{1,5})?")

REDIS = re.compile(r"(rediss?|unix)://.")


def _listed(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, value.split(",")))) if isinstance(value, str) else value


def _origin(value: str) -> str:
    if value != "*" and not ORIGIN.fullmatch(value):
        raise ValueError(
            f"'{value}' is no origin; write it as https://www.example.jp, in small letters, without a path"
        )
    return value


def _database(value: str) -> str:
    # As many a host of PostgreSQL writes it.
    value = re.sub(r"^postgres(?=[:+])", "postgresql", value)
    try:
        url = make_url(value)
    except ArgumentError as error:
        raise ValueError("no SQLAlchemy URL; write it as sqlite:///madoguchi.db or postgresql://…") from error
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise ValueError("use SQLite (sqlite:///madoguchi.db) or PostgreSQL (postgresql://…)")
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise ValueError("name a file, as sqlite:///madoguchi.db; in memory, conversations can't be kept")
    return value


def _redis(value: SecretStr) -> SecretStr:
    if not REDIS.match(value.get_secret_value()):
        raise ValueError("write it as redis://host:6379, rediss://… with TLS, or unix://…")
    return value


def _rates(value: str | tuple[RateLimitItem, ...]) -> tuple[RateLimitItem, ...]:
    """Return the rates that are listed; none where the limit is off."""
    if not isinstance(value, str):
        return value
    try:
        rates = () if value.strip() == "off" else tuple(parse_many(value))
    except ValueError as error:
        raise ValueError("write it as 300/minute, or as several: 300/minute; 2000/hour; or off") from error
    if not all(rate.amount for rate in rates):
        raise ValueError("nothing could be asked; MADOGUCHI_CLOSED closes a channel")
    return rates


def _network(value: str) -> str:
    try:
        return str(ip_network(value))
    except ValueError as error:
        raise ValueError(f"'{value}' is no address or network; write it as 10.0.0.1 or 10.0.0.0/8") from error


Rates = Annotated[tuple[RateLimitItem, ...], NoDecode, BeforeValidator(_rates)]
Networks = Annotated[tuple[Annotated[str, AfterValidator(_network)], ...], NoDecode, BeforeValidator(_listed)]
Channels = Annotated[tuple[Literal["web", "rest", "line", "eligibility"], ...], NoDecode, BeforeValidator(_listed)]
Origins = Annotated[tuple[Annotated[str, AfterValidator(_origin)], ...], NoDecode, BeforeValidator(_listed)]


@dataclass(frozen=True)
class LineSettings:
    """A LINE official account.

    Attributes:
        secrets: the channel's secrets; two while one takes the other's place.
        access_token: the channel access token.
        address: LINE's Messaging API.
    """

    secrets: tuple[str, ...] = field(repr=False)
    access_token: str = field(repr=False)
    address: str


class Settings(BaseSettings):
    """How this process runs. Each value can be set by the environment variable in its description."""

    # A value that can't be may be a database's address with its password: errors don't repeat it.
    model_config = SettingsConfigDict(env_ignore_empty=True, hide_input_in_errors=True)

    today: date | None = Field(None, validation_alias="MADOGUCHI_TODAY", description="MADOGUCHI_TODAY: fixes today")
    database: Annotated[str, AfterValidator(_database)] = Field(
        f"sqlite:///{ROOT / 'madoguchi.db'}",
        validation_alias="MADOGUCHI_DATABASE",
        description="MADOGUCHI_DATABASE: where conversations are kept, an SQLAlchemy URL",
    )
    redis: Annotated[SecretStr, AfterValidator(_redis)] | None = Field(
        None,
        validation_alias="REDIS_URL",
        description="REDIS_URL: a Redis that all processes share; without it PostgreSQL carries live events",
    )
    workers: int = Field(
        1,
        ge=1,
        validation_alias="MADOGUCHI_WORKERS",
        description="MADOGUCHI_WORKERS: how many processes serve on this machine",
    )
    keep_days: int = Field(
        30,
        ge=1,
        validation_alias="MADOGUCHI_KEEP_DAYS",
        description="MADOGUCHI_KEEP_DAYS: after how many days without a message a conversation is deleted",
    )
    model: Path | None = Field(
        None, validation_alias="MADOGUCHI_MODEL", description="MADOGUCHI_MODEL: a trained model to use as it is"
    )
    allowed_origins: Origins = Field(
        (),
        validation_alias="MADOGUCHI_ALLOWED_ORIGINS",
        description="MADOGUCHI_ALLOWED_ORIGINS: the origins of sites that embed the widget, comma-separated; * for all",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "WARNING",
        validation_alias="MADOGUCHI_LOG_LEVEL",
        description="MADOGUCHI_LOG_LEVEL: DEBUG, INFO (a line for each request), WARNING or ERROR",
    )
    line_secret: SecretStr | None = Field(
        None,
        validation_alias="LINE_CHANNEL_SECRET",
        description="LINE_CHANNEL_SECRET: the LINE channel's secret; two, comma-separated, while it is replaced",
    )
    line_secret_file: Path | None = Field(
        None,
        validation_alias="LINE_CHANNEL_SECRET_FILE",
        description="LINE_CHANNEL_SECRET_FILE: a file that holds it instead",
    )
    line_token: SecretStr | None = Field(
        None,
        validation_alias="LINE_CHANNEL_ACCESS_TOKEN",
        description="LINE_CHANNEL_ACCESS_TOKEN: the LINE channel's access token",
    )
    line_token_file: Path | None = Field(
        None,
        validation_alias="LINE_CHANNEL_ACCESS_TOKEN_FILE",
        description="LINE_CHANNEL_ACCESS_TOKEN_FILE: a file that holds it instead",
    )
    line_address: Annotated[str, AfterValidator(_origin)] = Field(
        "https://api.line.me",
        validation_alias="LINE_API",
        description="LINE_API: where LINE's Messaging API is, or something that stands in for it",
    )
    trusted_proxies: Networks = Field(
        (),
        validation_alias="MADOGUCHI_TRUSTED_PROXIES",
        description="MADOGUCHI_TRUSTED_PROXIES: who may say for whom it asks: addresses or networks, comma-separated",
    )
    limit_conversation: Rates = Field(
        _rates("300/minute"),
        validation_alias="MADOGUCHI_LIMIT_CONVERSATION",
        description="MADOGUCHI_LIMIT_CONVERSATION: how many messages a conversation may have; off for no limit",
    )
    limit_address: Rates = Field(
        _rates("1200/minute"),
        validation_alias="MADOGUCHI_LIMIT_ADDRESS",
        description="MADOGUCHI_LIMIT_ADDRESS: how many messages and checks may come from an address of the internet",
    )
    limit_channel: Rates = Field(
        (),
        validation_alias="MADOGUCHI_LIMIT_CHANNEL",
        description="MADOGUCHI_LIMIT_CHANNEL: how many may come in each channel, from everybody",
    )
    closed: Channels = Field(
        (),
        validation_alias="MADOGUCHI_CLOSED",
        description="MADOGUCHI_CLOSED: channels that take nothing: web, rest, line, eligibility, comma-separated",
    )
    most_connections: int = Field(
        4000,
        ge=10,
        validation_alias="MADOGUCHI_MOST_CONNECTIONS",
        description="MADOGUCHI_MOST_CONNECTIONS: how many connections a process holds; each open chat is one",
    )
    metrics_token: SecretStr | None = Field(
        None,
        validation_alias="MADOGUCHI_METRICS_TOKEN",
        description="MADOGUCHI_METRICS_TOKEN: who bears it is told /metrics; without it there are none",
    )
    metrics_token_file: Path | None = Field(
        None,
        validation_alias="MADOGUCHI_METRICS_TOKEN_FILE",
        description="MADOGUCHI_METRICS_TOKEN_FILE: a file that holds it instead",
    )
    places: int = Field(
        64,
        ge=1,
        validation_alias="MADOGUCHI_PLACES",
        description="MADOGUCHI_PLACES: how many messages a process takes on at once; more are told to come again",
    )
    host: str = Field("127.0.0.1", validation_alias="HOST", description="HOST: the address to listen on")
    port: int = Field(8000, ge=1, le=65535, validation_alias="PORT", description="PORT: the port to listen on")

    @model_validator(mode="after")
    def _line_is_whole(self) -> Self:
        if bool(_read(self.line_secret, self.line_secret_file)) != bool(_read(self.line_token, self.line_token_file)):
            raise ValueError("LINE needs both LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN")
        return self

    @property
    def redis_address(self) -> str | None:
        """Redis's address; None where there is none."""
        return self.redis.get_secret_value() if self.redis else None

    @property
    def metrics_bearer(self) -> str:
        """The token for the metrics; "" where they are told to nobody."""
        return _read(self.metrics_token, self.metrics_token_file)

    @property
    def line(self) -> LineSettings | None:
        """The LINE account; None where there is none."""
        secrets, token = _read(self.line_secret, self.line_secret_file), _read(self.line_token, self.line_token_file)
        return LineSettings(_listed(secrets), token, self.line_address) if secrets and token else None


def _read(value: SecretStr | None, file: Path | None) -> str:
    """Return a secret from the environment, or from the file that it names; "" where there is neither.

    Raises:
        ValueError: if the file can't be read.
    """
    if value:
        return value.get_secret_value().strip()
    try:
        return file.read_text().strip() if file else ""
    except OSError as error:
        raise ValueError(f"{file} can't be read") from error


@lru_cache
def settings() -> Settings:
    """Return the settings, read once.

    Raises:
        pydantic.ValidationError: if a variable has a value that can't be; the message names it.
    """
    return Settings()

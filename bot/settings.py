"""Every environment variable, typed, in one place."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.project import ROOT


class Settings(BaseSettings):
    """How this process runs. Each value can be set by the environment variable in its description."""

    model_config = SettingsConfigDict(env_ignore_empty=True)

    today: date | None = Field(None, validation_alias="MADOGUCHI_TODAY", description="MADOGUCHI_TODAY: fixes today")
    database: str = Field(
        f"sqlite:///{ROOT / 'madoguchi.db'}",
        validation_alias="MADOGUCHI_DATABASE",
        description="MADOGUCHI_DATABASE: where conversations are kept, an SQLAlchemy URL",
    )
    model: Path | None = Field(
        None, validation_alias="MADOGUCHI_MODEL", description="MADOGUCHI_MODEL: a trained model to use as it is"
    )
    host: str = Field("127.0.0.1", validation_alias="HOST", description="HOST: the address to listen on")
    port: int = Field(8000, ge=1, le=65535, validation_alias="PORT", description="PORT: the port to listen on")


@lru_cache
def settings() -> Settings:
    """Return the settings, read once.

    Raises:
        pydantic.ValidationError: if a variable has a value that can't be; the message names it.
    """
    return Settings()

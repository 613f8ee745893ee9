"""A date known in part: "1970-05-03", "2021-03", "2021", or "--05-03" for a birthday without its year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

PATTERN = re.compile(
    r"(?:(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?|--(?P<month2>\d{2})-(?P<day2>\d{2}))"
)
LEAP_YEAR = 2000
YEARS = range(1850, 2201)


class PartialDate:
    """Year, month and day as far as they are known."""

    def __init__(self, text: str) -> None:
        """Read a date.

        Raises:
            ValueError: if it isn't written as above, or there is no such date.
        """
        match = PATTERN.fullmatch(text)
        if match is None:
            raise ValueError("write the date as YYYY-MM-DD, YYYY-MM, YYYY or --MM-DD")
        self.text = text
        self.year = int(match["year"]) if match["year"] else None
        self.month = int(match["month"] or match["month2"] or 0) or None
        self.day = int(match["day"] or match["day2"] or 0) or None
        if not self._exists(match):
            raise ValueError(f"there is no such date as {text}")

    def _exists(self, match: re.Match[str]) -> bool:
        written = match["month"] or match["month2"], match["day"] or match["day2"]
        if "00" in written or (self.month or 1) > 12 or (self.year is not None and self.year not in YEARS):
            return False
        return (self.day or 1) <= monthrange(self.year or LEAP_YEAR, self.month or 1)[1]

    @property
    def first(self) -> date:
        """Return the first day that it can be; the year must be known."""
        assert self.year is not None
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """Return the last day that it can be; the year must be known."""
        assert self.year is not None
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def whole(self) -> bool:
        """Tell whether year, month and day are known."""
        return None not in (self.year, self.month, self.day)

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        read = core_schema.no_info_after_validator_function(cls, core_schema.str_schema())
        return core_schema.union_schema(
            [core_schema.is_instance_schema(cls), read],
            serialization=core_schema.plain_serializer_function_ser_schema(lambda value: value.text),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": f"^(?:{PATTERN.pattern.replace('?P<', '?<')})$",
            "examples": ["1970-05-03", "2021-03"],
        }


def _with_year(told: PartialDate) -> PartialDate:
    if told.year is None:
        raise ValueError("write the year too: YYYY-MM-DD, YYYY-MM or YYYY")
    return told


# A date that comes once, unlike a birthday.
DatedPartly = Annotated[PartialDate, AfterValidator(_with_year)]

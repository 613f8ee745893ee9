"""The personal checks: one file each, which ends in its `CHECK`; adding a file adds a check."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from actions.eligibility.check import Check

_found: list[Check] = [import_module(f"{__name__}.{module.name}").CHECK for module in iter_modules(__path__)]
CHECKS: dict[str, Check] = {check.name: check for check in _found}

# Everything a fresh machine needs: Linux on x86-64, Python 3.11 and a network. uv is fetched where it is missing.
SHELL := /bin/bash
.DEFAULT_GOAL := help
export RASA_TELEMETRY_ENABLED := false
export UV_PYTHON_DOWNLOADS := never

UV := $(shell command -v uv 2>/dev/null && uv --version >/dev/null 2>&1 || echo .tools/bin/uv)
UV := $(lastword $(UV))
RUN := $(UV) run --no-sync
NO_PYTHON := Python 3.11 is missing. Install it (Debian 12: apt-get install python3.11-venv; elsewhere: uv python install 3.11, or pyenv install 3.11) and run make again.

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.tools/bin/uv:
	@python3 -c 'import venv' 2>/dev/null || { echo "$(NO_PYTHON)"; exit 1; }
	@python3 -m venv .tools && .tools/bin/pip install --quiet --disable-pip-version-check uv

.venv/.synced: uv.lock pyproject.toml $(filter .tools/bin/uv,$(UV))
	@$(UV) python find 3.11 >/dev/null 2>&1 || { echo "$(NO_PYTHON)"; exit 1; }
	@$(UV) sync --locked --no-dev --inexact
	@touch $@

# What serves has no tools of development, unless they are here already. Tests start so many processes that compiling first is
# quicker, all the more where Python may not keep what it compiles.
.venv/.synced-dev: .venv/.synced
	@$(UV) sync --locked --compile-bytecode
	@touch $@

setup: .venv/.synced-dev ## Install everything, the tools of development too

serve: .venv/.synced ## Train if needed and serve on PORT (8000)
	@$(RUN) madoguchi serve

train: .venv/.synced ## Train the model
	@$(RUN) madoguchi train

# Those in a browser apart: Playwright leaves an event loop running in the process that tested with it.
test: setup ## Run the tests, but for the slow ones
	@$(RUN) pytest -n auto --dist loadfile -m 'not browser and not slow'
	@$(RUN) pytest -m browser

test-slow: setup ## Run the slow tests: kills, failing stores, several processes, a language that is added
	@$(RUN) pytest -m slow

check: setup ## Check content, style and types
	@$(RUN) madoguchi check
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy
	@$(RUN) lint-imports

evaluate: .venv/.synced ## Measure on labelled messages: make evaluate FILES="a.jsonl b.jsonl"
	@$(RUN) madoguchi evaluate $(FILES)

bench: setup ## Measure speed against stock Rasa
	@$(RUN) python -m benchmarks.turn

mutate: setup ## Change the rules one by one and count what the cases notice; fails below 90 %
	@$(RUN) python -m benchmarks.mutation

bench-widget: setup ## Measure the widget in Chromium
	@$(RUN) python -m benchmarks.widget

bench-line: setup ## Measure the LINE webhook in a storm of messages
	@$(RUN) python -m benchmarks.line

pictures: setup ## Take the documentation's pictures anew
	@$(RUN) python -m benchmarks.pictures

.PHONY: help setup serve train test test-slow check evaluate bench mutate bench-widget bench-line pictures

print-run:
	@echo $(RUN)

print-model:
	@$(RUN) python -c 'from bot.model import model_path; print(model_path())'

# Every target sets up what it needs; a machine needs only Python 3.11+ and make.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && break; done)
BIN = .venv/bin
# PyTorch's own index has a CPU build; where it cannot be reached, the usual index serves
CPU_TORCH = --extra-index-url https://download.pytorch.org/whl/cpu --retries 0 --timeout 5
TORCH = $(shell grep '^torch==' constraints.txt)
PIP = $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: run test test-all lint audit evaluate bench clean

## run: index articles/, then talk: in Telegram where BOT_TOKEN is set, else here
run: .venv/kutip
	@$(BIN)/kutip articles add </dev/null || [ $$? -eq 1 ]
	@if [ -n "$$BOT_TOKEN" ] || grep -qs '^BOT_TOKEN=.' .env; \
		then $(BIN)/kutip bot; else $(BIN)/kutip chat --samples; fi
	@echo "Ask again: $(BIN)/kutip chat    All commands: $(BIN)/kutip --help"

## test: the tests, in minutes
test: .venv/dev
	$(BIN)/python -m pytest -q

## test-all: the slow ones too
test-all: .venv/dev
	$(BIN)/python -m pytest -q -m ""

## lint: style and types
lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

## audit: known vulnerabilities of what is installed
audit: .venv/dev
	$(BIN)/pip-audit --requirement constraints.txt --no-deps --disable-pip

## evaluate: quality on the project's own questions, and of the splitter; fails where it fell
evaluate: .venv/dev
	$(BIN)/python -m tests.evaluation --guard

## bench: speed and memory, printed as ratios against a peer
bench: .venv/dev
	$(BIN)/python -m tests.benchmarks
	$(BIN)/python -m tests.benchmarks.telegram --reindex

## clean: remove the environment; data/ stays
clean:
	rm -rf .venv

.venv/python:
	@[ -n "$(PYTHON)" ] || { echo "Kutip needs Python 3.11 or newer. Install it, or say where: make PYTHON=/path/to/python3" >&2; exit 2; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing. On Debian and Ubuntu: apt install python3-venv" >&2; exit 2; }
	@touch $@

.venv/torch: .venv/python constraints.txt
	@echo "Setting up .venv (a few minutes, once) …"
	@$(PIP) $(CPU_TORCH) $(TORCH) </dev/null 2>/dev/null || $(PIP) $(TORCH) </dev/null
	@touch $@

.venv/kutip: .venv/torch pyproject.toml
	@$(PIP) --editable . </dev/null
	@touch $@

.venv/dev: .venv/torch pyproject.toml
	@$(PIP) --editable '.[dev]' </dev/null
	@touch $@ .venv/kutip

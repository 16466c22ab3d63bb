# `make run` opens the program, `make test` passes its tests; each sets up what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check format docs benchmark lowest wheel clean

run: $(VENV)/run.stamp
	@$(BIN)/reader $(ARGS)

test: $(VENV)/test.stamp
	$(BIN)/python -m pytest $(ARGS)

check: $(VENV)/test.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(BIN)/python -m docs.build --check

format: $(VENV)/test.stamp
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

docs: $(VENV)/test.stamp
	$(BIN)/python -m docs.build

# The oldest versions that pyproject.toml allows.
lowest:
	$(PYTHON) -m venv .venvs/lowest
	.venvs/lowest/bin/python -m pip install --quiet --editable '.[test]' --constraint constraints/lowest.txt
	.venvs/lowest/bin/python -m pytest tests/core tests/properties tests/tui $(ARGS)

wheel: $(VENV)/test.stamp
	$(BIN)/python -m build --wheel

clean:
	rm -rf $(VENV) .venvs dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/python.stamp:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Release Reader needs Python 3.11 or later: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/run.stamp: $(VENV)/python.stamp pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/test.stamp: $(VENV)/python.stamp pyproject.toml constraints/tested.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]' --constraint constraints/tested.txt
	touch $@ $(VENV)/run.stamp

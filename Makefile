# The two commands of the README are `make demo` and `make test`; each sets everything up by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint types unit generate check-generated bench site fix clean

demo: $(READY)
	@$(BIN)/python -m tools.demo

test: lint types check-generated unit

lint: $(READY)
	$(BIN)/ruff format --check src tools tests bench
	$(BIN)/ruff check src tools tests bench

types: $(READY)
	$(BIN)/mypy

check-generated: $(READY)
	$(BIN)/python -m tools.generate --check

unit: $(READY)
	$(BIN)/python -m pytest -n auto

generate: $(READY)
	$(BIN)/python -m tools.generate

bench: $(READY)
	$(BIN)/python -m compileall -q src
	$(BIN)/python -m bench

site: $(READY)
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict

fix: $(READY)
	$(BIN)/ruff format src tools tests bench
	$(BIN)/ruff check --fix src tools tests bench

$(READY): requirements.lock pyproject.toml
	@PYTHON=$(PYTHON) sh tools/make_venv.sh $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-virtualenv -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src  # where PYTHONDONTWRITEBYTECODE is set, each start would compile all of it again
	@touch $(READY)

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

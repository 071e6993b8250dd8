# Everything is done from here: each target sets up what it needs, and does nothing twice. `make help` lists them.
# On a new machine python3 (3.11 or newer, with its venv module), make and git are enough.

PYTHON ?= python3
INPUT ?= input
OUTPUT ?= output
JOBS ?= $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
FLOORS := .venv-floors
STAMPS := $(VENV)/stamps
SCHEMAS := schemas/installed/.obtained
CHECKED := src tests scripts hatch_build.py

.DEFAULT_GOAL := help
.SUFFIXES:
.DELETE_ON_ERROR:
.PHONY: help jats test test-all test-floors lint types schemas setup docs measure train-references bench-references wheel lock clean distclean

help: ## list what can be made
	@echo "Usage: make [TARGET] [INPUT=folder] [OUTPUT=folder] [JOBS=number] [PYTHON=python3.12]"
	@sed -n 's/^\([a-z-]*\):[^#]*## /  \1\t/p' $(MAKEFILE_LIST) | expand -t 16

jats: $(STAMPS)/package $(SCHEMAS) ## build every article of INPUT (input) into OUTPUT (output)
	@$(BIN)/ries-jats build "$(INPUT)" --output "$(OUTPUT)" --jobs $(JOBS)

test: lint types $(STAMPS)/package $(SCHEMAS) ## check style and types, run the tests
	@echo "== tests (without the slow ones)"
	@$(BIN)/python -m pytest -m "not slow" -n $(JOBS)

test-all: lint types $(STAMPS)/package $(SCHEMAS) ## the same with the slow tests
	@echo "== tests (all)"
	@$(BIN)/python -m pytest -n $(JOBS)

test-floors: $(FLOORS)/stamp $(STAMPS)/package $(SCHEMAS) ## run the tests with the oldest versions that pyproject.toml admits
	@echo "== tests (oldest versions)"
	@$(FLOORS)/bin/python -m pytest -m "not slow" -n $(JOBS)

lint: $(STAMPS)/package
	@echo "== style"
	@$(BIN)/ruff check --quiet $(CHECKED)
	@$(BIN)/ruff format --check --quiet $(CHECKED)

types: $(STAMPS)/package
	@echo "== types"
	@$(BIN)/mypy

schemas: $(STAMPS)/package ## obtain the schemas that XML is judged by (once; then everything is offline)
	@$(BIN)/ries-jats schemas fetch
	@mkdir -p $(dir $(SCHEMAS)) && touch $(SCHEMAS)

setup: $(STAMPS)/package $(SCHEMAS) ## prepare everything without building anything

docs: $(STAMPS)/package $(SCHEMAS) ## write docs/findings.md and the example of README.md anew
	@$(BIN)/python -m scripts.make_docs

REFERENCES ?= ../shared/references/core.xml

train-references: $(STAMPS)/package ## train the model of references on REFERENCES (AnyStyle's core.xml) and made-up ones
	@$(BIN)/python -m ries_jats.references.training $(REFERENCES) --report docs/references-model.md

bench-references: $(STAMPS)/package ## print how well references are parsed; REFERENCES= leaves AnyStyle's out
	@$(BIN)/python -m ries_jats.references.training.bench $(if $(REFERENCES),--labelled $(REFERENCES))

measure: $(STAMPS)/package $(SCHEMAS) ## print the figures of README.md, measured now; WRITE=1 puts them there
	@$(BIN)/python -m scripts.measure $(if $(WRITE),--write)

wheel: $(STAMPS)/package $(SCHEMAS) ## build dist/*.whl, which carries the schemas
	@echo "== wheel"
	@$(BIN)/python -m build --no-isolation

lock: $(STAMPS)/package ## write requirements.lock anew from pyproject.toml; UPGRADE=--upgrade takes the newest versions
	@echo "== requirements.lock"
	@CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-build-isolation \
		--extra test --extra dev $(UPGRADE) --output-file requirements.lock pyproject.toml

clean: ## remove output/, dist/ and caches
	@echo "Removing output, dist and caches"
	@rm -rf output build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find src tests scripts -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## remove the environment and the schemas too
	@echo "Removing $(VENV), $(FLOORS) and schemas/installed"
	@rm -rf $(VENV) $(FLOORS) schemas/installed

# Set-up, one stamp a step: a step runs again when what it depends on is newer than its stamp.

$(STAMPS)/environment:
	@echo "== environment $(VENV) ($$($(PYTHON) --version 2>&1))"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 3; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "The venv module does not work (Debian: apt install python3-venv)."; rm -rf $(VENV); exit 3; }
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/dependencies: requirements.lock $(STAMPS)/environment
	@echo "== dependencies (requirements.lock, with hashes)"
	@$(PIP) install -qq --no-deps --require-hashes -r requirements.lock
	@touch $@

$(STAMPS)/package: pyproject.toml $(STAMPS)/dependencies
	@echo "== ries-jats"
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(SCHEMAS): schemas/schemas.lock.toml | $(STAMPS)/package
	@echo "== schemas"
	@$(BIN)/ries-jats schemas fetch
	@mkdir -p $(@D) && touch $@

$(FLOORS)/stamp: pyproject.toml scripts/floors.py
	@echo "== environment $(FLOORS), with the oldest versions"
	@$(PYTHON) -m venv --clear $(FLOORS)
	@$(PYTHON) scripts/floors.py > $(FLOORS)/floors.txt
	@$(FLOORS)/bin/python -m pip --disable-pip-version-check install -qq -r $(FLOORS)/floors.txt
	@$(FLOORS)/bin/python -m pip --disable-pip-version-check install -qq --no-deps --no-build-isolation --editable .
	@touch $@

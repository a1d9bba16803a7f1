# The commands that a person types. Two matter: `make run` and `make test`.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

PORT ?= 8000
VAR_DIR ?= var
PYTHON ?= python3
BIN := .venv/bin
DJANGO_SETTINGS_MODULE ?= config.settings.dev
export VAR_DIR DJANGO_SETTINGS_MODULE
# Node comes with the Python packages, for machines that have none.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

APPS := site/accounts site/common services_directory champions conversations home
MIGRATIONS := $(foreach app,$(APPS),$(wildcard $(app)/migrations/*.py))
ASSETS := $(shell find site/common/assets -type f 2>/dev/null) package-lock.json
LANDED := $(VAR_DIR)/.migrated

.PHONY: help run setup test check lint types migrations unit journeys bench audit drill drill-nodes drill-clients demo start-empty lock screenshots clean

help:
	@echo "make run          install, load the demo content, and start on port $(PORT)"
	@echo "make test         everything: lint, types, unit tests on SQLite and PostgreSQL, journeys in a browser"
	@echo "make check        the quick half of it"
	@echo "make demo         throw the demo content away and load it again"
	@echo "make start-empty  EMAIL=you@council.example: no demo content, and you as the first administrator"
	@echo "make bench        measure speed, as ratios inside one run"
	@echo "make drill        lose a database on purpose, and bring it back to one moment"
	@echo "make drill-nodes  two nodes that are restarted, killed and lost while people book"
	@echo "make drill-clients  clients that misbehave, and parts that can only be read"
	@echo "make audit        known faults of what is installed, and the list of it (SBOM)"
	@echo "make lint         style and templates       make lock   compile the dependency locks again"
	@echo "make screenshots  make the README's pictures again from the running demo"

# --- set-up: each step runs again only when what it reads has changed -------------------------------------------

$(BIN)/python:
	$(PYTHON) -m venv .venv

# The locks name every package, so nothing is resolved again: older pips would take a newer one than the lock holds.
INSTALL := $(BIN)/python -m pip install --quiet --no-deps --require-hashes

.venv/.run: requirements/run.txt | $(BIN)/python
	@echo "Installing what the platform needs (about a minute, once)."
	$(INSTALL) -r requirements/run.txt
	@touch $@

.venv/.test: requirements/test.txt .venv/.run
	@echo "Installing what the tests need (about a minute, once)."
	$(INSTALL) -r requirements/test.txt
	@touch $@

site/common/static/common/.built: $(ASSETS) .venv/.run
	$(BIN)/python site/common/assets/build.py
	@touch $@

$(LANDED): $(MIGRATIONS) .venv/.run
	@mkdir -p $(VAR_DIR)
	$(BIN)/python manage.py migrate --verbosity 0
	$(BIN)/python manage.py createcachetable
	@touch $@

$(VAR_DIR)/.demo: | $(LANDED)
	@test -f $(VAR_DIR)/.empty || { echo "$(BIN)/python manage.py load_demo"; $(BIN)/python manage.py load_demo; }
	@touch $@

setup: .venv/.run site/common/static/common/.built $(LANDED)

# --- run ---------------------------------------------------------------------------------------------------------

run: setup $(VAR_DIR)/.demo
	@export BASE_URL=http://localhost:$(PORT) DEMO=$(if $(wildcard $(VAR_DIR)/.empty),False,True); \
	$(BIN)/python manage.py run_worker --verbosity 0 & worker=$$!; \
	trap "kill $$worker 2>/dev/null || true" EXIT; \
	$(BIN)/gunicorn --config site/config/gunicorn.py --bind 0.0.0.0:$(PORT) config.wsgi

# The partnership's own words and pages, no demo content, and the first administrator. `make run` then shows that.
start-empty: setup
	@test -n "$(EMAIL)" || { echo "Say who the first administrator is: make start-empty EMAIL=you@council.example"; exit 1; }
	@test ! -f $(VAR_DIR)/.demo -o -f $(VAR_DIR)/.empty || { echo "There is demo content in $(VAR_DIR). Move that folder away first."; exit 1; }
	$(BIN)/python manage.py start_empty "$(EMAIL)"
	@touch $(VAR_DIR)/.empty

demo: setup
	@test ! -f $(VAR_DIR)/.empty || { echo "This was started empty, without demo content. It stays so."; exit 1; }
	$(BIN)/python manage.py load_demo --reset
	@touch $(VAR_DIR)/.demo

# --- test --------------------------------------------------------------------------------------------------------

PYTEST := $(BIN)/python -m pytest --quiet
TEST_SETTINGS := DJANGO_SETTINGS_MODULE=config.settings.test

test: lint types migrations unit journeys
	@echo "Everything passed."

check: lint types migrations unit

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint templates --lint --quiet

types: .venv/.test
	$(BIN)/mypy

migrations: .venv/.test
	$(BIN)/python manage.py makemigrations --check --dry-run

# Files in their own order: those that attack the whole demo come first, and no worker waits at the end for one of them.
IN_TWO := -n 2 --dist loadfile --no-loadscope-reorder

unit: .venv/.test site/common/static/common/.built
	$(TEST_SETTINGS) $(PYTEST) $(IN_TWO) -m "not postgres and not browser"

ON_POSTGRES := $(TEST_SETTINGS) $(BIN)/python tests/with_postgres.py $(PYTEST)

# The same tests once more on PostgreSQL; then those that only PostgreSQL can fail, alone, because they empty the
# database behind them; then the journeys in a browser.
journeys: .venv/.test site/common/static/common/.built
	bash tests/chromium.sh
	$(ON_POSTGRES) $(IN_TWO) -m "not browser and not postgres"
	$(ON_POSTGRES) -m postgres
	$(ON_POSTGRES) -m browser

# Speed, as ratios inside one run. Never a part of the tests: a machine that is busy is no defect.
bench: .venv/.test site/common/static/common/.built
	$(BIN)/python tests/with_postgres.py $(BIN)/python tests/bench/run.py

# Lose the database on purpose, and bring it back to one moment.
drill: .venv/.test site/common/static/common/.built
	$(BIN)/python tests/drills/restore.py

# Restart, kill and lose parts of two nodes while people read and book. Needs nginx and redis-server.
drill-nodes: .venv/.test site/common/static/common/.built
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/production.txt
	$(BIN)/python tests/drills/two_nodes.py

# Clients that misbehave, a database that takes no changes, files that are away: on the same two nodes.
drill-clients: .venv/.test site/common/static/common/.built
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/production.txt
	$(BIN)/python tests/drills/hard_times.py

# --- what is installed, and whether it has known faults ----------------------------------------------------------

.venv/.audit: requirements/audit.txt | $(BIN)/python
	@$(PYTHON) -m venv .venv/audit
	.venv/audit/bin/python -m pip install --quiet --no-deps --require-hashes -r requirements/audit.txt
	@touch $@

# Ruff looks for holes in our own code each time that `make lint` runs (its rules S).
audit: .venv/.audit
	$(BIN)/python tests/audit.py $(VAR_DIR)

# --- the rest ----------------------------------------------------------------------------------------------------

screenshots: .venv/.test setup $(VAR_DIR)/.demo
	bash tests/chromium.sh
	$(BIN)/python docs/screenshots.py

COMPILE = .tools/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --quiet \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

lock:
	@test -x .tools/bin/uv || { $(PYTHON) -m venv .tools && .tools/bin/pip install --quiet uv; }
	$(COMPILE) --group build --output-file requirements/run.txt
	$(COMPILE) --group build --group test --group sms --output-file requirements/test.txt
	$(COMPILE) --group production --group sms --output-file requirements/production.txt
	$(COMPILE) --group audit --output-file requirements/audit.txt

clean:
	rm -rf $(VAR_DIR) .venv node_modules site/common/static/common

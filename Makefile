# Each target makes what it needs; a fresh clone has nothing but Python, make and the package index.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# Tests start programs hundreds of times, and each would compile our modules anew where this is set.
unexport PYTHONDONTWRITEBYTECODE

SITE_STAMP := $(VENV)/.installed
TEST_STAMP := $(VENV)/.installed-for-tests

.PHONY: site test fast nightly serve bench lint types golden words clean screenshots audit locked lock

site: $(SITE_STAMP)  ## the checked and built site, in site/
	$(BIN)/dateline build

test: $(TEST_STAMP) browser lint types  ## everything a change needs
	$(BIN)/pytest

fast: $(TEST_STAMP) lint types  ## the tests without a browser
	$(BIN)/pytest --ignore tests/browser

nightly: $(TEST_STAMP) browser  ## the long forms: fuzz, kills, every hostile string in a browser
	$(BIN)/pytest -m nightly

lint: $(TEST_STAMP)
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/lint-imports

types: $(TEST_STAMP)
	$(BIN)/mypy
	$(BIN)/mypy tests

golden: $(TEST_STAMP)  ## write the expected pages of tests/sites anew; read the difference before you commit it
	$(BIN)/pytest tests/test_sites.py --golden

serve: $(SITE_STAMP)
	$(BIN)/dateline serve

bench: $(TEST_STAMP)  ## what is measured, against whom
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,bench]'
	$(BIN)/python bench/run.py

screenshots: site $(TEST_STAMP) browser  ## the pictures of the documentation anew, from the site as it is
	$(BIN)/python bench/screenshots.py

audit: site $(TEST_STAMP) browser  ## what axe finds and Lighthouse gives
	$(BIN)/python bench/audit.py

.PHONY: browser
browser: $(TEST_STAMP)  ## a browser to test with: as root Debian's, where there is none; else one that is there, or Playwright's
	@command -v chromium-headless-shell >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && timeout 120 apt-get update -qq \
	&& apt-get install -y -qq $$(command -v chromium >/dev/null || echo chromium) chromium-headless-shell >/dev/null; } \
	|| command -v chromium >/dev/null || command -v google-chrome >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get install -y -qq chromium >/dev/null; } \
	|| $(BIN)/playwright install --with-deps chromium || $(BIN)/playwright install chromium

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(SITE_STAMP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(TEST_STAMP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@ $(SITE_STAMP)

locked: | $(BIN)/python  ## everything for the tests, in just the versions and files of the lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement .ci/requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(TEST_STAMP) $(SITE_STAMP)

lock:  ## the lock anew, with today's releases (needs uv); then mend .ci/licences.tsv
	uv pip compile --quiet --upgrade --generate-hashes --universal --python-version 3.11 --extra test --no-annotate \
	  --no-header pyproject.toml .ci/build.in --output-file .ci/requirements.txt

clean:
	rm -rf $(VENV) site .dateline dist

# The catalogues of the interface's words, from what the code says now; a new language: `make words NEW=tg`.
LOCALE := generator/dateline/locale
SAID := -k say -k safe -k say_n:1,2 -k sayN:1,2 -k to_say -k to_count:1,2 -k Detail:1
words: $(SITE_STAMP)  ## the catalogues of what the interface says
	cd generator/dateline && $(abspath $(BIN))/pybabel -q extract -F ../../pyproject.toml --no-default-keywords $(SAID) \
		--sort-output --no-location --omit-header --no-wrap -o locale/dateline.pot .
	$(if $(NEW),$(BIN)/pybabel -q init -D dateline -i $(LOCALE)/dateline.pot -d $(LOCALE) -l $(NEW) --no-wrap)
	$(BIN)/pybabel -q update -D dateline -i $(LOCALE)/dateline.pot -d $(LOCALE) --no-fuzzy-matching --ignore-obsolete --no-wrap --ignore-pot-creation-date

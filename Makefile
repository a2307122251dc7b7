# make run   opens the app            make lint   style, types, layers
# make test  runs the tests           make docs   writes the generated pages of docs/
#                                     make bench  every measured claim, beside a peer
# make test-spark  the KPIs on a local Spark, which brings Java
# make fuzz  200,000 bent files through the reader of exports
# A narrower test run: make test TESTS=tests/model
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := run
.PHONY: run test test-spark fuzz lint docs bench runtime tools

TESTS ?=
BENCHMARKS ?= engine simulation reading live cold load reports

run: runtime
	@.venv/bin/python -m streamlit run app.py

test: tools
	@sh tools/ensure.sh browser
	@.venv/bin/python -m pytest -n auto --dist loadfile $(TESTS)

test-spark: tools
	@sh tools/ensure.sh spark
	@.venv/bin/python -m pytest -m spark tests/measure/test_spark.py

fuzz: tools
	CRMROI_FUZZ=200000 .venv/bin/python -m pytest tests/files/exports/test_fuzz.py

lint: tools
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

docs: runtime
	.venv/bin/python tools/docs.py

bench: tools
	@sh tools/ensure.sh browser
	@missed=; for name in $(BENCHMARKS); do \
		.venv/bin/python -m benchmarks.$$name || missed="$$missed $$name"; \
	done; [ -z "$$missed" ] || { echo "Not all bars are met:$$missed"; exit 1; }

runtime:
	@sh tools/ensure.sh runtime

tools:
	@sh tools/ensure.sh tests

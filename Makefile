# Everything a person does with this checkout, one word each. `make` alone lists the words.
#
# Building and running Heard needs Rust and make. Only the tests need more (a browser, PostgreSQL, a mail server,
# node's checkers of pages), and `make test` fetches that itself.

CARGO ?= cargo
# Figures are compared within one run; `quality` is measured on a benchmark's data, so it runs on its own.
BENCHES := $(basename $(notdir $(filter-out benches/quality.rs,$(sort $(wildcard benches/*.rs)))))
DATA ?= tests/data/text

.DEFAULT_GOAL := help
.PHONY: help demo test check bench quality test-tools format lint docs

help: ## list these words
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

demo: ## build Heard, make a ready town with illustrative responses and serve it
	$(CARGO) run --locked --release -- demo

test: test-tools ## fetch what the tests need, then run every test
	$(CARGO) test --locked

check: test-tools format lint docs ## everything a change must pass: format, lints, documentation, tests, bundled files
	$(CARGO) test --locked
	$(CARGO) run --locked --quiet -- check

bench: ## measure speed, beside this machine's own limits in the same run
	@for bench in $(BENCHES); do $(CARGO) bench --locked --bench $$bench || exit 1; done

quality: ## measure how good themes and codings are on data coded by people (DATA=folder)
	$(CARGO) bench --locked --bench quality -- $(abspath $(DATA))

test-tools: ## fetch what the tests need (chromium, PostgreSQL, Exim, node's checkers of pages)
	@sh tests/tools.sh

format: ## is the source formatted?
	$(CARGO) fmt --check

lint: ## no warning from clippy
	$(CARGO) clippy --locked --all-targets -- -D warnings

docs: ## no warning from the documentation
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps

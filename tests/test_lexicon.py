"""The data files: nothing stands in them twice, and what the findings are called is explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from grader.lexicon import load
from tests.conftest import ROOT

NAMES = sorted(path.stem for path in (ROOT / "grader/lexicon").glob("*.yaml"))


def lists(node: Any) -> Iterator[list[str]]:
    """Every list of words in a file."""
    if isinstance(node, dict):
        for inner in node.values():
            yield from lists(inner)
    elif isinstance(node, list) and all(isinstance(entry, str) for entry in node):
        yield node
    elif isinstance(node, list):
        for inner in node:
            yield from lists(inner)


@pytest.mark.parametrize("name", NAMES)
def test_no_list_has_a_word_twice(name: str) -> None:
    for entries in lists(load(name)):
        assert [entry for entry, times in Counter(entries).items() if times > 1] == []


def test_what_is_wrong_stands_in_one_file() -> None:
    """The same words in two files would be two rules for one thing."""
    homes = {
        "phrases": [wrong for group in load("phrases") for wrong in group["phrases"]],
        "prepositions": [wrong for group in load("prepositions")["phrases"] for wrong in group["phrases"]],
        "misspellings": list(load("misspellings")),
        "nouns": [*load("nouns")["uncountable"], *load("nouns")["doubled"]],
        "verbs": list(load("verbs")["nonwords"]),
    }
    times = Counter(wrong for wrongs in homes.values() for wrong in set(wrongs))
    assert [wrong for wrong, count in times.items() if count > 1] == []


def test_every_kind_in_the_data_has_its_heading() -> None:
    filters = load("engine_filters")
    kinds = {*filters["kinds"].values(), *filters["kinds_of_rules"], *(group["kind"] for group in load("phrases"))}
    assert sorted(kinds - set(load("patterns"))) == []

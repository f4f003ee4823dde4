"""Change the list or the citations, and exactly that mismatch appears."""

from __future__ import annotations

import pytest

from grader.context import Context, Task
from grader.segment import build
from tests.bench import list_essays


def mismatches(text: str) -> list[tuple[str, str]]:
    """Kind and words of every mismatch between text and list."""
    essay = build(text, "essay")
    found = Context(essay, Task()).measure("referencing.list-match")
    assert found.error is None
    return [(finding.kind, essay[finding.span]) for finding in found.findings]


@pytest.mark.parametrize("style", ["apa", "harvard", "ieee"])
def test_delete_an_entry_and_exactly_that_mismatch_appears(style: str) -> None:
    printed = list_essays.render(list_essays.plan(list_essays.works("held_back"), style, f"delete {style}"))
    assert mismatches(printed.text) == []
    for start, end in printed.entries[::4]:
        line = printed.text.rfind("\n", 0, start) + 1
        cut = printed.text[:line] + printed.text[end:].lstrip("\n")
        assert [kind for kind, _ in mismatches(cut)] == ["not listed"], printed.text[start:end]


@pytest.mark.parametrize("style", ["apa", "harvard", "ieee"])
def test_add_an_entry_and_it_is_the_one_never_cited(style: str) -> None:
    printed = list_essays.render(list_essays.plan(list_essays.works("held_back"), style, f"add {style}"))
    number = f"[{len(printed.entries) + 1}] " if style == "ieee" else ""
    entry = f"{number}Quarles, T. (2014). The tin harbour. Seaward Press."
    assert mismatches(f"{printed.text.rstrip()}\n\n{entry}\n") == [("not cited", entry)]

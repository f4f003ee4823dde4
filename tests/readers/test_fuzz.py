"""A slice of the spoilt files of ``tests/bench/fuzz.py`` over every reader: read or refused in a sentence, never a crash."""

from __future__ import annotations

import pytest

from tests.bench import fuzz
from tests.bench.mutate import PICTURES, SUFFIXES, spoilt

EACH = 43  # of seven formats: some 300


@pytest.mark.parametrize("suffix", [*SUFFIXES, *PICTURES])
def test_spoilt_files_are_read_or_refused(suffix: str) -> None:
    if suffix in PICTURES:
        pytest.importorskip("PIL", reason="pictures are read only with Pillow")
    found = fuzz.run(EACH, [suffix])
    assert not found[suffix].faults, "\n".join(fuzz.report(found))
    assert found[suffix].ends["read"] > 5, "most should come as far as the reader"
    assert sum(found[suffix].ends.values()) == EACH


def test_the_same_number_gives_the_same_file() -> None:
    assert [spoilt(suffix, 7) for suffix in SUFFIXES] == [spoilt(suffix, 7) for suffix in SUFFIXES]


def test_a_fault_is_found_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import grader.readers.plain as plain

    monkeypatch.setattr(plain, "text", lambda data, label: 1 / 0)
    assert fuzz._read(b"words", ".txt") == ("fault", "ZeroDivisionError at ?")

"""Runs of words that two texts share."""

from __future__ import annotations

from time import process_time

from grader.segment.overlap import plain_words, seeds, shared_runs

OURS = "the harbour board rebuilt three rotten quays in grey stone before the autumn floods came"


def shared(ours: str, theirs: str) -> list[str]:
    words = plain_words(ours)
    return [" ".join(words[run.start : run.end]) for run in shared_runs(words, seeds(words), plain_words(theirs), 6)]


def test_a_run_is_found_whatever_the_case_and_the_stops() -> None:
    assert shared(OURS, "Nobody doubts it: The Harbour-Board rebuilt THREE rotten quays, in grey stone.") == [
        "the harbour board rebuilt three rotten quays in grey stone"
    ]


def test_single_changed_words_are_bridged() -> None:
    for theirs in (
        OURS.replace("rotten", "old"),
        OURS.replace("rotten ", ""),
        OURS.replace("rotten", "very rotten"),
    ):
        assert shared(OURS, theirs) == [OURS]


def test_short_runs_and_other_orders_are_none() -> None:
    assert shared(OURS, "the harbour board rebuilt three bridges") == []
    assert shared(OURS, " ".join(reversed(OURS.split()))) == []


def test_long_and_monotonous_texts_take_little_time() -> None:
    started = process_time()
    words = plain_words(" ".join(f"{OURS} {i}" for i in range(200)))
    for theirs in (["the"] * 200_000, OURS.split() * 14_000, [f"w{i % 997}" for i in range(200_000)]):
        shared_runs(words, seeds(words), theirs, 6)
        shared_runs(["the"] * 5000, seeds(["the"] * 5000), theirs, 6)
        shared_runs(OURS.split(), seeds(OURS.split()), theirs, 6)
    assert process_time() - started < 10

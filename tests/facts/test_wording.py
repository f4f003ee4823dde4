"""Whether words stand in the order of English sentences."""

from __future__ import annotations

import pytest

from grader.facts.wording import class_of, wording
from tests import altered
from tests.conftest import ROOT
from tests.helpers import ANSWER, context_for

SAMPLES = sorted(path for path in (ROOT / "samples").glob("*.[mt]*") if path.suffix in (".md", ".txt"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_prose_lies_far_above_the_same_words_shuffled(path) -> None:  # type: ignore[no-untyped-def]
    text = path.read_text("utf-8")
    prose, shuffled = (context_for(one).fact(wording) for one in (text, altered.gibberish(text)))
    assert prose is not None and shuffled is not None
    assert prose > 0.15 and shuffled < -0.3


def test_learners_english_is_english() -> None:
    learner = "The peoples of city was very poor and they has no any work. So they goes to other countrys for earn the money. "
    found = context_for(learner * 3).fact(wording)
    assert found is not None and found > 0.1


def test_a_few_words_tell_nothing() -> None:
    assert context_for("The tax is old.").fact(wording) is None
    assert context_for(ANSWER).fact(wording) is not None


def test_classes() -> None:
    small = frozenset({"of"})
    assert [class_of(word, small) for word in ("of", "taxation", "gained", "1947", "gains", "gain")] == [
        "of",
        "-tion",
        "-ed",
        "0",
        "-s",
        "-",
    ]

"""The encoder, with the weights of the package."""

from __future__ import annotations

import numpy as np
import pytest

from grader.matching.encoder import LONGEST, Encoder, encoder, joined
from grader.matching.likeness import likeness


@pytest.fixture(scope="module")
def reader() -> Encoder:
    found = encoder()
    assert found is not None, "the package holds no weights"
    return found


def test_a_text_is_read_the_same_alone_and_among_others(reader: Encoder) -> None:
    texts = [
        "The rupee fell.",
        "A much longer sentence about quite another matter, with a few more words in it.",
        "No.",
    ]
    for alone, among in zip([reader.encode([text])[0] for text in texts], reader.encode(texts), strict=True):
        assert alone.count == among.count
        np.testing.assert_allclose(alone.total, among.total, rtol=1e-3, atol=1e-3)


def test_pieces_have_length_one_and_long_texts_are_cut(reader: Encoder) -> None:
    found = reader.encode(["word " * 300])[0]
    assert found.count == LONGEST
    np.testing.assert_allclose(np.linalg.norm(found.pieces, axis=1), 1, rtol=1e-4)


def test_two_texts_joined_hold_both(reader: Encoder) -> None:
    one, two = reader.encode(["The rupee fell.", "Prices rose."])
    both = joined([one, two])
    assert both.count == one.count + two.count
    np.testing.assert_allclose(both.total, one.total + two.total, rtol=1e-5)


def test_nothing_is_read_from_nothing(reader: Encoder) -> None:
    assert reader.encode([]) == []


def test_the_same_meaning_in_other_words_is_nearer_than_other_matters(reader: Encoder) -> None:
    point = reader.encode(["Smoking makes people ill."])
    near, far = likeness(
        reader,
        point,
        reader.encode(
            ["Cigarettes ruin the lungs of those who light them.", "The bridge was painted green in spring."]
        ),
    )[0]
    assert near > far + 1


def test_likeness_does_not_hang_on_the_company(reader: Encoder) -> None:
    points = reader.encode(["Smoking makes people ill.", "Bridges need paint."])
    texts = reader.encode(["Cigarettes ruin the lungs.", "The bridge was painted green.", "It rained."])
    whole = likeness(reader, points, texts)
    assert whole.shape == (2, 3)
    np.testing.assert_allclose(likeness(reader, points[1:], texts[1:2]), whole[1:, 1:2], rtol=1e-4)

"""Text in the encoder's pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grader.matching.wordpiece import WordPiece

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "tax", "##es", "re", "##ce", "##ipt", ",", "$", "4", "cafe"]


def pieces(text: str, longest: int = 64) -> list[str]:
    return [VOCABULARY[i] for i in WordPiece(VOCABULARY).encode(text, longest)]


def test_words_are_built_from_the_longest_pieces() -> None:
    assert pieces("The taxes") == ["[CLS]", "the", "tax", "##es", "[SEP]"]
    assert pieces("receipt") == ["[CLS]", "re", "##ce", "##ipt", "[SEP]"]


def test_what_cannot_be_built_is_unknown() -> None:
    assert pieces("the quay") == ["[CLS]", "the", "[UNK]", "[SEP]"]
    assert pieces("t" * 200) == ["[CLS]", "[UNK]", "[SEP]"]


def test_signs_stand_alone_and_accents_go() -> None:
    assert pieces("tax,the $4") == ["[CLS]", "tax", ",", "the", "$", "4", "[SEP]"]
    assert pieces("Café\u200b") == ["[CLS]", "cafe", "[SEP]"]


def test_a_long_text_is_cut_and_still_ends() -> None:
    assert pieces("the " * 50, 6) == ["[CLS]", "the", "the", "the", "the", "[SEP]"]


@given(st.text(max_size=80), st.integers(2, 20))
def test_any_text_has_pieces_within_its_length(text: str, longest: int) -> None:
    found = pieces(text, longest)
    assert len(found) <= longest
    assert (found[0], found[-1]) == ("[CLS]", "[SEP]")

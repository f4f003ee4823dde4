"""Look-alike and unseen characters make no word another, and what is right is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import InputError
from grader.readers import read_bytes
from grader.readers.characters import cleaned
from grader.readers.decode import decode
from tests.helpers import ANSWER


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("the oﬃce ﬁrst ﬂows", "the office first flows"),
        ("co\xadopera\u200btion\ufeff", "cooperation"),
        ("develop\xad\nment", "development"),
        ("Dr.\xa0Khan\u202f5\u2009%", "Dr. Khan 5 %"),
        ("well\u2011known", "well-known"),
        ("cafe\u0301", "café"),
        ("don´t, don`t, donʼt", "don’t, don’t, don’t"),
        ("don\x92t \x93so\x94\x85", "don’t “so”…"),
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        ("na\u200dive", "naive"),
        ("donâ€™t say â€œsoâ€\x9d â€“ itâ€™s Â£5 in a cafÃ©", "don’t say “so” – it’s £5 in a café"),
        ("donÃ¢â‚¬â„¢t", "don’t"),
        ("don‚Äôt", "don’t"),
        ("Ã¼ber", "über"),
    ],
)
def test_what_looks_alike_is_written_alike(seen: str, meant: str) -> None:
    assert cleaned(seen) == meant


@pytest.mark.parametrize(
    "right",
    [
        "café”… so",
        "naïve – and “old”",
        "José’s façade",
        "Â and Ã and â",
        "5′ 3″",
        "`code`",
        "می\u200cروم",
        "👩\u200d🏫",
        "“‘so’” — …",
        "Å, ‚so‘",
    ],
)
def test_what_is_right_is_left_alone(right: str) -> None:
    assert cleaned(right) == right


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once


def test_windows_1252_is_told_by_what_it_holds() -> None:
    text = "The café’s “old” quay – £5 … Élan"
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        "donÕt".encode("latin-1"),
        b"so \x81",
        "é".encode() + b" \xe9",
        "Łódź".encode("cp1250"),
        "Привет".encode("cp1251"),
    ],
)
def test_what_could_be_another_encoding_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="line 1 is not UTF-8 text"):
        decode(data, "a.txt")


def test_an_answer_with_all_of_them_has_the_same_words_and_spans() -> None:
    hard = (
        ANSWER.replace("first", "ﬁrst")
        .replace(" of ", "\xa0of\u200b ")
        .replace("district", "dis\xadtrict")
        .replace("quays", "qua\u200bys")
    )
    plain, essay = read_bytes(ANSWER.encode(), "a.txt"), read_bytes(hard.encode(), "a.txt")
    assert essay.words == plain.words
    assert [sentence.text for sentence in essay.sentences] == [sentence.text for sentence in plain.sentences]
    assert all(essay[token.span] == token.text for sentence in essay.sentences for token in sentence.tokens)

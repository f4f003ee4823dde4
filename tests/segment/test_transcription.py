"""Transcription marks and the views that look through them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from grader.model import Span
from grader.segment import build
from grader.segment.transcription import find_marks, view

MARKED = st.text(alphabet=st.sampled_from(list("ab ~^{}*_[](). \n")), max_size=80)


def shown(text: str) -> str:
    return view(text, Span(0, len(text)), find_marks(text).hidden).text


def test_struck_words_are_gone_and_insertions_stay() -> None:
    assert shown("The ~~old~~ new ^{stone} quay.") == "The new stone quay."


def test_a_gap_leaves_no_space_before_a_full_stop() -> None:
    assert shown("in the ^{harbour} ~~town~~. It") == "in the harbour. It"


def test_emphasis_and_links_are_looked_through() -> None:
    assert shown("A **very** *old* [quay](http://example.org/x) of _stone_.") == "A very old quay of stone."
    assert shown("2 * 3 * 4 and snake_case_names stay") == "2 * 3 * 4 and snake_case_names stay"


def test_marks_that_do_not_close_are_text() -> None:
    assert shown("He ~~said so.") == "He ~~said so."
    assert shown("a ~~b\n\nc~~ d") == "a ~~b c~~ d"


def test_a_view_leads_back_to_the_source() -> None:
    text = "The ~~old~~ new quay."
    quay = view(text, Span(0, len(text)), find_marks(text).hidden)
    start = quay.text.index("new quay")
    assert text[slice(*quay.source(start, start + 8))] == "new quay"
    across = quay.source(0, 7)  # "The new": its source holds the struck word
    assert text[slice(*across)] == "The ~~old~~ new"


@given(MARKED)
def test_every_view_character_stands_at_its_place(text: str) -> None:
    seen = view(text, Span(0, len(text)), find_marks(text).hidden)
    assert len(seen.text) == len(seen.offsets)
    assert list(seen.offsets) == sorted(set(seen.offsets))
    for char, place in zip(seen.text, seen.offsets, strict=True):
        assert char == text[place] or (char == " " and text[place].isspace())


@given(MARKED)
def test_hidden_stretches_are_in_order_and_apart(text: str) -> None:
    hidden = find_marks(text).hidden
    assert all(one.end < other.start for one, other in pairwise(hidden))


@given(st.text(max_size=300))
@example(">")
@example("# #")
@example("## ##")
@example("- ~~x~~")
@example("# İ\n\n" + "İ word " * 20)
def test_any_text_makes_an_essay_whose_spans_hold(text: str) -> None:
    essay = build(text)
    assert essay.text == text
    for block in essay.blocks:
        assert 0 <= block.span.start < block.span.end <= len(text)
        assert block.span.holds(block.label)
    for sentence in essay.sentences:
        assert essay[sentence.span].strip()
        for token in sentence.tokens:
            assert sentence.span.holds(token.span)


def test_words_broken_at_line_ends_are_whole_again() -> None:
    assert (
        shown("This answer ar-\ngues that the gov-\nernments agreed.")
        == "This answer argues that the governments agreed."
    )
    assert shown("a long-\nterm plan, a well-\nknown rule") == "a long- term plan, a well- known rule"
    assert shown("Long-\nterm plans of the govern-\nment") == "Long- term plans of the government"


def test_pictures_and_where_names_lead_are_not_shown() -> None:
    text = "The quay.\n\n![][image1]\n\n[image1]: <data:image/png;base64,iVBORw0KGgo=>\n[r1]: http://example.org/x\n\n[3]: https://example.org/y"
    assert shown(text).split() == ["The", "quay.", "[3]:", "https://example.org/y"]

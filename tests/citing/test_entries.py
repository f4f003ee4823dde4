"""Entries taken apart: invented works in the usual styles, and any text at all."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from grader.citing.entries import parse
from grader.citing.model import Name


def test_an_article_in_apa() -> None:
    entry = parse(
        "Khan, S. A., & Ali, B. (2019a). Water and power in rural Punjab. Journal of Asian Studies, 12(3), 45–67. "
        "https://doi.org/10.1000/jas.2019.12"
    )
    assert entry.authors == (Name("Khan", "S. A."), Name("Ali", "B."))
    assert (entry.year, entry.title) == ("2019a", "Water and power in rural Punjab")
    assert (entry.container, entry.volume, entry.issue, entry.pages) == ("Journal of Asian Studies", "12", "3", "45–67")
    assert (entry.doi, entry.kind) == ("10.1000/jas.2019.12", "article")


def test_a_numbered_article_in_vancouver() -> None:
    entry = parse(
        "4. Zia-ul-Haq M, Ahmed R, Siddiqui T, et al. Prevalence of anaemia in Sindh. J Pak Med Assoc. 2015;65(4):398-402."
    )
    assert entry.number == 4
    assert entry.et_al
    assert entry.authors == (Name("Zia-ul-Haq", "M"), Name("Ahmed", "R"), Name("Siddiqui", "T"))
    assert (entry.year, entry.volume, entry.issue, entry.pages) == ("2015", "65", "4", "398-402")


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_fields_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    entry = parse(text)
    last = 0
    for field in entry.fields:
        assert last <= field.start < field.end <= len(entry.text)
        last = field.end
    assert 0 <= entry.confidence <= 1
    assert parse(text) == entry


def test_a_very_long_text_is_no_trouble() -> None:
    parse("warm up")
    start = time.perf_counter()
    parse("Khan, S. (2019). " + "word " * 1000)
    parse("(" * 5000)
    assert time.perf_counter() - start < 2

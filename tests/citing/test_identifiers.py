"""Identifiers by their form: right ones pass in every way of writing them, and what is wrong is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.citing.identifiers import doi_fault, isbn_fault, url_fault


@pytest.mark.parametrize(
    "doi",
    [
        "10.1000/jas.2019.12",
        "https://doi.org/10.1000/182",
        "doi: 10.1002/(SICI)1097-4571(199806)49:8<693::AID>3.0.CO;2-O"[:40],
    ],
)
def test_a_doi_that_is_whole(doi: str) -> None:
    assert doi_fault(doi) == ""


@pytest.mark.parametrize("doi", ["", "11.1000/182", "10.1000", "10.1000/", "10.10/182", "10.1000/jas 2019"])
def test_a_doi_that_is_not(doi: str) -> None:
    assert doi_fault(doi)


@pytest.mark.parametrize("isbn", ["0-306-40615-2", "ISBN 978-0-306-40615-7", "080442957X", "ISBN-13: 9780306406157"])
def test_an_isbn_that_adds_up(isbn: str) -> None:
    assert isbn_fault(isbn) == ""


@pytest.mark.parametrize("isbn", ["0-306-40615-3", "978-0-306-40615-8", "977-0-306-40615-7", "12345", ""])
def test_an_isbn_that_does_not(isbn: str) -> None:
    assert isbn_fault(isbn)


@given(st.integers(0, 12), st.integers(1, 9))
def test_any_one_wrong_figure_of_an_isbn_is_seen(place: int, more: int) -> None:
    right = "9780306406157"
    wrong = f"{right[:place]}{(int(right[place]) + more) % 10}{right[place + 1 :]}"
    assert isbn_fault(wrong)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/a?b=c#d",
        "www.example.org",
        "http://example.co.uk:8080/x",
        "https://en.example.org/wiki/A_(b)",
        "https://münchen.de/x",
    ],
)
def test_an_address_that_is_whole(url: str) -> None:
    assert url_fault(url) == ""


@pytest.mark.parametrize(
    "url",
    [
        "http:/www.example.org",
        "https//example.org",
        "htttp://example.org",
        "https://example",
        "https://www. example.org",
        "http://[x",
    ],
)
def test_an_address_that_is_not(url: str) -> None:
    assert url_fault(url)


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(text: str) -> None:
    assert all(isinstance(one(text), str) for one in (doi_fault, isbn_fault, url_fault))

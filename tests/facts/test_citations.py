"""In-text citations."""

from __future__ import annotations

import pytest

from grader.facts.citations import citations
from tests.helpers import context_for


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents rose (IMF, 2024).", [("IMF", "2024")]),
        (
            "Rents rose (State Bank of Pakistan, 2023; Zaidi, 2015a).",
            [("State Bank of Pakistan", "2023"), ("Zaidi", "2015a")],
        ),
        ("Thirlwall (1979) explains it.", [("Thirlwall", "1979")]),
        ("It was so. Stiglitz (2002) adds that it fell.", [("Stiglitz", "2002")]),
        ("Besides, the World Bank (2023) agrees.", [("World Bank", "2023")]),
        ("Boxell et al. (2017) report it.", [("Boxell et al.", "2017")]),
        ("It fell (see also Khan, 2019, p. 4).", [("Khan", "2019")]),
        ("The war (1965) was short.", []),
        ("In 1971 (and later) it fell.", []),
        ("It fell (Article 14).", []),
        ("Ayub Khan (1958-69) ruled alone.", []),
        ("The tests (May 1998) changed it.", []),
        ("The corridor (Phase II, 2018) was late.", []),
        ("The Paris Agreement (2015) binds nobody.", []),
    ],
)
def test_in_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.author, one.year) for one in context_for(text).fact(citations)] == expected


def test_numeric() -> None:
    assert [one.number for one in context_for("It fell [1, 3–5].").fact(citations)] == [1, 3, 4, 5]


def test_citations_in_struck_words_and_in_the_question_do_not_count() -> None:
    assert context_for("Q. Discuss Khan (2019).\n\nIt ~~fell (IMF, 2024)~~ rose.").fact(citations) == ()


def test_the_essay_decides_between_styles() -> None:
    text = "It fell (Khan, 2019). It rose (Ali, 2020). The oldest of them wept (Tariq 34). Nobody spoke sharply (3)."
    assert [(one.author, one.year) for one in context_for(text).fact(citations)] == [("Khan", "2019"), ("Ali", "2020")]


def test_a_citation_is_said_as_a_reader_would() -> None:
    text = "Khan and Ali (2019) agree (Boxell, Gentzkow, & Shapiro, 2017). It rose.^{3} It fell (ibid.)."
    assert [(one.author, one.number) for one in context_for(text).fact(citations)] == [
        ("Khan and Ali", None),
        ("Boxell, Gentzkow & Shapiro", None),
        ("", 3),
    ]


def test_the_citation_at_the_end_of_a_block_quotation_counts_and_those_inside_do_not() -> None:
    text = "He says so.\n\n> It fell (Rao, 1990) and rose again (Khan, 2019, p. 4).\n\nSo he says."
    assert [one.author for one in context_for(text).fact(citations)] == ["Khan"]

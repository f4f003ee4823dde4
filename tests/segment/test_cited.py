"""Citations are read past: they are no words of the student's."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader import mark
from grader.result import Result
from grader.segment import build
from tests.conftest import ROOT
from tests.helpers import ANSWER

POINTS = ROOT / "samples/climate-water.points.yaml"
SAMPLE = ROOT / "samples/climate-water-middling.txt"


def cited(text: str, brackets: tuple[str, ...]) -> str:
    """The text with a bracket before the full stop of every sentence of its long paragraphs, the brackets in turn."""
    count = 0
    made = []
    for line in text.split("\n"):
        if len(line) > 200 and not line.startswith(("Q.", "#", ">")):
            parts = line.split(". ")
            for place, part in enumerate(parts):
                if part[-1:].islower():
                    parts[place] = part + brackets[count % len(brackets)]
                    count += 1
            line = ". ".join(parts)
        made.append(line)
    assert count > 5
    return "\n".join(made)


@pytest.mark.parametrize(
    "brackets",
    [
        (" (Khan, 2019)", " (World Bank, 2020; see also Ali & Raza, 2018a, p. 12)"),
        ("^{3}", " [1, 4-6]", " [3]", "[^2]", "²"),
    ],
)
def test_citations_change_no_words_and_no_sentences(brackets: tuple[str, ...]) -> None:
    plain, with_them = build(ANSWER), build(cited(ANSWER, brackets))
    assert len(with_them.cited) > 5
    assert (with_them.words, with_them.prose_words) == (plain.words, plain.prose_words)
    assert [sentence.text for sentence in with_them.sentences] == [sentence.text for sentence in plain.sentences]


def _content(result: Result) -> list[tuple[str, str, str]]:
    """What the language and coverage rooms find, by the words at the start of each place; a source does help a step."""
    return [
        (one.check, one.message, one.quote[:20])
        for one in result.findings
        if one.check.startswith(("language.", "coverage.")) and one.check != "coverage.development"
    ]


def _made(result: Result) -> list[tuple[str, str]]:
    """Each expected point and whether it is made; that a named source is evidence is what sources are for."""
    return [(one.id, one.state.replace("evidenced", "explained")) for one in result.points]


def test_citations_change_no_language_finding_and_no_coverage(tmp_path: Path) -> None:
    text = SAMPLE.read_text("utf-8")
    results = []
    for content in (text, cited(text, (" (Khan, 2019)", " (World Bank, 2020)"))):
        (tmp_path / "answer.txt").write_text(content, "utf-8")
        results.append(mark(tmp_path / "answer.txt", engine="own", points=POINTS))
    plain, with_them = results
    assert len(_content(plain)) > 5
    assert _content(with_them) == _content(plain)
    assert _made(with_them) == _made(plain)
    assert with_them.essay.words == plain.essay.words


def test_block_quotations_and_the_reference_list_are_no_words_either() -> None:
    more = "\n\n> The toll was a teh mistake, they says (Khan, 2019).\n\n"
    listed = "\n\nREFERENCES\n\nKhan, A. (2019). Teh tolls of the valley. Lahore: Vanguard.\n"
    first, rest = ANSWER.split("\n\n2. ", 1)
    plain, with_them = build(ANSWER), build(f"{first}{more}2. {rest}{listed}")
    assert [block.kind for block in with_them.blocks].count("quote") == 1
    assert [block.kind for block in with_them.blocks].count("reference") == 1
    assert with_them.prose_words == plain.prose_words
    assert with_them.words == plain.words + len(["REFERENCES"])
    assert [sentence.text for sentence in with_them.sentences] == [sentence.text for sentence in plain.sentences]
    assert [one.authors for one in with_them.cited] == [("Khan",), ("Harbour Board",)]


def test_a_citation_after_the_stop_belongs_to_its_sentence() -> None:
    essay = build("Tolls fell.[3] Rents rose.^{4} Nobody knew why. (Khan, 2019)")
    assert [essay[sentence.span] for sentence in essay.sentences] == [
        "Tolls fell.[3]",
        "Rents rose.^{4}",
        "Nobody knew why. (Khan, 2019)",
    ]
    assert [sentence.text for sentence in essay.sentences] == ["Tolls fell.", "Rents rose.", "Nobody knew why."]


def test_raised_digits_are_citations_and_inserted_words_are_not() -> None:
    essay = build("Tolls fell ^{very} fast in ^{25} towns.^{3}")
    assert [essay[span] for span in essay.marks.inserted] == ["^{very}", "^{25}"]
    assert essay.sentences[0].text == "Tolls fell very fast in 25 towns."
    assert [one.numbers for one in essay.cited] == [(3,)]


def test_struck_citations_are_none() -> None:
    essay = build("Tolls fell (Khan, ~~2018~~ 2019) and ~~rose (Ali, 2020)~~ fell.")
    assert [(one.authors, one.year) for one in essay.cited] == [(("Khan",), "2019")]


def test_et_al_without_its_year_is_no_missing_comma(tmp_path: Path) -> None:
    (tmp_path / "answer.txt").write_text(
        f"{ANSWER}\n\nIn a review of nearly five hundred studies, Lorenz-Spreen et al. (2023) found gains in the districts.\n"
    )
    result = mark(tmp_path / "answer.txt", engine="own")
    assert not [one for one in result.findings if one.check == "language.errors.commas"]

"""Scans: clean print is read with a note, anything else is refused with what to do. Tesseract's own reading runs where it is."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from grader.errors import InputError
from grader.marking import mark
from grader.readers import read, read_bytes, rendering, scan
from grader.readers.hocr import evened, recognised
from grader.readers.pdf import parts_of
from tests.helpers import ANSWER
from tests.readers.test_pdf import FILES, made

TESSERACT = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
PDF = FILES / "libraries-weasy-hyphens.pdf"


def hocr(*lines: tuple[int, str], sure: int = 96, slope: float = 0.0) -> str:
    """A page of 2480 by 3508 pixels (A4 at 300 dots) with lines of given heights."""
    found = "<div class='ocr_page' id='page_1' title='image \"stdin\"; bbox 0 0 2480 3508; ppageno 0'>"
    at = 300
    for height, text in lines:
        x, words = 300, ""
        for word in text.split():
            end = x + len(word) * height // 2
            words += f"<span class='ocrx_word' id='w' title='bbox {x} {at} {end} {at + height}; x_wconf {sure}'>{word}</span> "
            x = end + height // 3
        title = (
            f"bbox 300 {at} {x} {at + height}; baseline {slope} -10; x_size {height}; x_descenders 9; x_ascenders 10"
        )
        found += f"<span class='ocr_line' id='l' title=\"{title}\">{words}</span>"
        at += 2 * height
    return found + "</div>"


def test_words_stand_where_they_stood_and_uneven_sizes_are_one() -> None:
    page = recognised(hocr((90, "The Tax"), (44, "it rose &amp; fell"), (47, "and rose again")), 300)
    assert page.sureness[:3] == ((3, 96), (3, 96), (2, 96))
    assert [round(side) for side in (page.page.width, page.page.height)] == [595, 842]
    (even,) = evened([page.page])
    assert [word.text for word in even.words][2:6] == ["it", "rose", "&", "fell"]
    assert len({word.size for word in even.words[2:]}) == 1 and even.words[0].size > 1.5 * even.words[2].size


def test_a_page_that_lies_aslant_is_set_straight() -> None:
    page = recognised(hocr(*[(44, "the river tax has divided the valley")] * 3, slope=0.02), 300).page
    assert {word.y for word in page.words if word.text == "the"} == {word.y for word in page.words}


def test_the_words_are_read_as_a_pdfs_are() -> None:
    read = recognised(
        hocr((90, "The Tax"), *[(44, f"{word} river tax rose and fell") for word in ["The", "the", "the"]]), 300
    )
    assert [part.kind for part in parts_of(evened([read.page]))] == ["heading", "paragraph"]


def test_an_empty_page_has_no_words() -> None:
    assert recognised("", 300).sureness == () and evened([recognised("", 300).page])[0].words == ()


def given(monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: "/nowhere/tesseract")
    monkeypatch.setattr(scan, "_pages", lambda *_: [b""])
    monkeypatch.setattr(scan, "_hocr", lambda *_: page)


LINES = [(44, "the river tax has divided the old valley")] * 8


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (hocr(*LINES, sure=70), "cannot be read surely enough (handwriting, or a poor scan of print)"),
        (hocr(LINES[0]), "hardly any printed words"),
        ("", "hardly any printed words"),
    ],
)
def test_what_is_not_read_surely_is_refused_and_how_to_type_it_said(
    page: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, page)
    with pytest.raises(InputError) as error:
        scan.text(b"", ".png", "scripts/a.png")
    assert str(error.value).startswith("scripts/a.png: ") and why in str(error.value)
    assert "struck words as ~~so~~ and insertions as ^{so}" in str(error.value)


def test_without_tesseract_pictures_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    for name, data in (("a.png", rendering.png(2, 2, bytes(4))), ("a.pdf", made(1))):
        with pytest.raises(InputError, match=rf"{name}: a picture of its words; type the words into a text file"):
            read_bytes(data, name)


def test_a_file_that_is_no_picture_is_refused_by_its_content() -> None:
    for data, why in (
        (b"PK\x03\x04", "an archive"),
        (b"words", "damaged, or not a picture"),
        (b"%PDF-1.7", "a PDF by its content"),
    ):
        with pytest.raises(InputError, match=why):
            read_bytes(data, "a.png")


def test_pages_are_drawn_grey_and_counted() -> None:
    ((width, height, greys),) = rendering.pictures(made(1, width=72, height=36), ".pdf", "a.pdf")
    assert (width, height, greys) == (300, 150, b"\xff" * 45_000)
    with pytest.raises(InputError, match="21 pages of pictures; at most 20"):
        list(rendering.pictures(made(21), ".pdf", "a.pdf"))


def test_pictures_have_a_limit_and_may_be_damaged() -> None:
    pytest.importorskip("PIL", reason="Pillow is not installed")
    assert list(rendering.pictures(rendering.png(3, 2, b"abcdef"), ".png", "a.png")) == [(3, 2, b"abcdef")]
    for data, why in (
        (rendering.png(10_000, 10_000, b""), "100 million pixels; save the picture with at most 40 million"),
        (rendering.png(300, 300, bytes(90_000))[:-60], "damaged picture"),
        (b"\x89PNG\r\n\x1a\n", "not a picture that can be opened"),
    ):
        with pytest.raises(InputError, match=why):
            list(rendering.pictures(data, ".png", "a.png"))


@TESSERACT
def test_clean_print_is_read_with_a_note_and_a_wider_range(tmp_path: Path) -> None:
    (first, *_) = rendering.pictures(PDF.read_bytes(), ".pdf", "a.pdf")
    (tmp_path / "a.png").write_bytes(rendering.png(*first))
    pytest.importorskip("PIL", reason="Pillow is not installed")
    essay = read(tmp_path / "a.png")
    assert essay.notes == (scan.NOTE,)
    wanted = re.findall(r"\w+", read(PDF).text)
    found = set(re.findall(r"\w+", essay.text))
    page = wanted[: len(re.findall(r"\w+", essay.text))]
    assert sum(word in found for word in page) > 0.97 * len(page)


@TESSERACT
def test_a_picture_of_no_words_is_refused() -> None:
    with pytest.raises(InputError, match="hardly any printed words"):
        read_bytes(made(1), "a.pdf")


def test_marks_of_what_was_read_with_doubt_are_less_sure() -> None:
    plain = read_bytes(ANSWER.encode(), "a.txt")
    sure, doubtful = (mark(essay, engine="none") for essay in (plain, replace(plain, notes=("Read by a machine.",))))
    assert [flag.say for flag in doubtful.flags if flag.id == "read-with-doubt"] == ["Read by a machine."]
    assert sure.marks == doubtful.marks and sure.range and doubtful.range
    assert doubtful.range[1] - doubtful.range[0] > sure.range[1] - sure.range[0]

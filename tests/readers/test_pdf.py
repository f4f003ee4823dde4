"""PDFs: the essay beside each comes back block for block, and what is no essay of a readable size is refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from grader.errors import InputError
from grader.readers.pdf import parts
from grader.readers.pdf.blocks import gather
from grader.readers.pdf.furniture import without_furniture
from grader.readers.pdf.glyphs import MAX_PAGES, Page, Word
from grader.readers.pdf.lines import Line, read_lines
from grader.readers.pdf.markers import counts_on, marker
from grader.readers.pdf.measure import measure
from grader.readers.pdf.words import Vocabulary
from tests.bench.pdf import FILES, HELD_BACK, pieces, truth

PDFS = sorted(FILES.glob("*-*.pdf"))
COLUMNS = "libraries-weasy-columns.pdf"  # its table has cells of several lines, which are read as paragraphs
EM = 10.0


def line(text: str, y: float, *, x: float = 70.0, size: float = EM, bold: bool = False, page: int = 0) -> Line:
    """A line of words half as wide as high, on a page of one column."""
    words, at = [], x
    for word in text.split():
        words.append(Word(word, at, at + len(word) * size / 2, y, size, bold))
        at += (len(word) + 0.5) * size / 2
    return Line(tuple(words), page, page, y, size, bold, False)


def texts(lines: list[Line]) -> list[str]:
    return [block.text for block in gather(lines, measure(lines))]


@pytest.mark.parametrize("pdf", PDFS, ids=lambda path: path.stem)
def test_the_essay_comes_back_block_for_block(pdf: Path) -> None:
    essay = pdf.name.partition("-")[0]
    if essay in HELD_BACK:
        pytest.skip("held back: measured in the bench, never mended for")
    wanted, got = truth(FILES / f"{essay}.md"), pieces(parts(pdf.read_bytes(), pdf.name))
    if pdf.name == COLUMNS:
        wanted, got = (
            [one for one in side if one.kind in ("heading", "item", "quote", "note")] for side in (wanted, got)
        )
    assert got == wanted


def test_marks_of_notes_stand_where_they_stood() -> None:
    pdf = FILES / "libraries-weasy-book.pdf"
    found = parts(pdf.read_bytes(), pdf.name)
    marked = [part for part in found for run in part.runs if run.note]
    assert [run.note for part in marked for run in part.runs if run.note] == ["1", "2"]
    assert [part.runs[0].text[-10:] for part in marked] == ["y receive.", "by itself."]
    assert [part.label for part in found if part.kind == "note"] == ["1", "2"]


def test_the_same_twice() -> None:
    pdf = FILES / "libraries-weasy-book.pdf"
    assert parts(pdf.read_bytes(), "a") == parts(pdf.read_bytes(), "b")


def made(pages: int, *, width: float = 595, height: float = 842) -> bytes:
    """A PDF of empty pages."""
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(width, height)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not a PDF that can be opened"),
        (b"%PDF-1.7\n%broken", "not a PDF that can be opened"),
        (made(MAX_PAGES + 1), "61 pages; one answer of at most 60"),
    ],
)
def test_refusals_say_what_where_and_what_to_do(data: bytes, why: str) -> None:
    with pytest.raises(InputError) as error:
        parts(data, "a.pdf")
    assert str(error.value).startswith("a.pdf: ") and why in str(error.value) and "\n" not in str(error.value)


def test_pictures_hold_no_words_and_are_no_damage() -> None:
    assert parts(made(2), "a.pdf") == ()


def with_pictures(kinds: str) -> bytes:
    """A PDF of typed pages ("t") and pages that a picture fills ("p")."""
    import pypdfium2

    source = pypdfium2.PdfDocument((FILES / "libraries-weasy-book.pdf").read_bytes())
    document = pypdfium2.PdfDocument.new()
    for kind in kinds:
        if kind == "t":
            document.import_pages(source, [0])
            continue
        page = document.new_page(595, 842)
        picture = pypdfium2.PdfImage.new(document)
        picture.set_bitmap(pypdfium2.PdfBitmap.new_native(2, 2, pypdfium2.raw.FPDFBitmap_Gray))
        picture.set_matrix(pypdfium2.PdfMatrix().scale(595, 842))
        page.insert_obj(picture)
        page.gen_content()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("kinds", "read"), [("p", False), ("tpp", False), ("tttp", True), ("tt", True)])
def test_typed_pages_among_scanned_ones_are_not_taken_for_the_whole(kinds: str, read: bool) -> None:
    assert bool(parts(with_pictures(kinds), "a.pdf")) == read


def test_an_encrypted_file_is_refused_by_name() -> None:
    for name in ("locked.pdf", "restricted.pdf"):
        with pytest.raises(InputError, match="encrypted; save a copy without a password"):
            parts((FILES / name).read_bytes(), name)


BODY = "the river tax has divided the old valley for"  # a full line of 220 points


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ([(BODY, 700), (BODY, 688), ("many years.", 676), (BODY, 664)], 2),  # a last line with room left
        ([(BODY, 700), (BODY, 688), (BODY, 668), (BODY, 656)], 2),  # a gap
        ([(BODY, 700), (BODY, 688), (BODY, 676), (BODY, 664)], 1),
        ([(BODY, 700), (BODY, 688), (BODY, 673), (BODY, 661)], 1),  # a raised mark pushes its line down a little
        (
            [(BODY, 700), ("many years", 688), (BODY, 676), (BODY, 664)],
            1,
        ),  # goes on in small letters: a line broken by hand
    ],
)
def test_where_a_paragraph_ends(lines: list[tuple[str, float]], wanted: int) -> None:
    found = texts(
        [
            line(text.capitalize() if at == 2 and "." in lines[1][0] + lines[2][0] else text, y)
            for at, (text, y) in enumerate(lines)
        ]
    )
    assert len(found) == wanted


def test_a_paragraph_is_whole_across_pages() -> None:
    lines = [
        line(BODY, 700),
        line(BODY, 688),
        line(BODY, 676),
        line(BODY, 700, page=1),
        line("the trade.", 688, page=1),
    ]
    assert texts(lines) == [" ".join([BODY] * 4) + " the trade."]


def test_a_hanging_indent_is_one_entry() -> None:
    lines = [line("Harbour Board (2019). The river tax and its use,", 700), line("in twelve towns.", 688, x=90)]
    lines += [line("Marlowe, T. (2017). Borrowing in riverside towns", 676), line("of the coast.", 664, x=90)]
    assert len(texts([*lines, *(line(BODY, 600 - 12 * at) for at in range(6))])) == 3


def test_numbers_begin_items_and_no_sentences() -> None:
    listed = [line("1. Boats", 700, x=88), line("2. Quays", 688, x=88), line("3. Rents", 676, x=88)]
    prose = [line(BODY, 600), line("12. Only then was it paid out to everybody there", 588), line(BODY, 576)]
    assert len(texts([*listed, *prose])) == 4
    first, second = marker(listed[0]), marker(listed[1])
    assert first and second and counts_on(first, second) and not counts_on(second, first)
    assert marker(line("1960. The tax", 700)) is None


def words_at(text: str, x: float, y: float) -> list[Word]:
    return list(line(text, y, x=x).words)


def page_of(*rows: tuple[str, float, float]) -> Page:
    return Page(595, 842, tuple(word for text, x, y in rows for word in words_at(text, x, y)))


def test_running_heads_go_and_what_stands_further_in_stays() -> None:
    pages = [
        page_of(
            ("The river tax", 70, 800),
            (f"Table {figure}", 70, 690),
            (f"It fell {fall}.", 70, 678),
            (str(figure), 300, 40),
        )
        for figure, fall in ((1, "at first"), (2, "again"), (3, "in the end"), (4, "no more"))
    ]
    kept = [one.text for one in without_furniture(read_lines(pages), pages)]
    assert kept[:3] == ["Table 1", "It fell at first.", "Table 2"] and len(kept) == 8


def test_a_figure_that_counts_no_pages_stays() -> None:
    pages = [
        page_of((f"{['One', 'two', 'six'][at]} boats", 70, 740), (str(figure), 70, 50))
        for at, figure in enumerate((7, 7, 3))
    ]
    assert len(without_furniture(read_lines(pages), pages)) == 6


def test_two_columns_are_read_one_after_the_other() -> None:
    rows = [("left words of the first column here", 50, 700 - 12 * at) for at in range(12)]
    rows += [("right words of the second column now", 310, 700 - 12 * at) for at in range(12)]
    found = [
        one.text for one in read_lines([page_of(("The title over both of the columns of this page", 150, 740), *rows)])
    ]
    assert found[0].startswith("The title")
    assert [one.split()[0] for one in found[1:]] == ["left"] * 12 + ["right"] * 12


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the citi-", "zens of", "the citizens of"),
        ("a long-", "term plan", "a long-term plan"),
        ("the well-", "known case", "the well-known case"),
        ("from 2010-", "2016 it", "from 2010-2016 it"),
        ("two-", "and three-roomed", "two- and three-roomed"),
        ("the Indo-", "Pakistani wars", "the Indo-Pakistani wars"),
        ("the Zarqun-", "ables said", "the Zarqunables said"),  # a name that no dictionary has: parts that are no words
        ("the tax -", "which fell", "the tax - which fell"),
        ("house -", "holds", "households"),
        ("re\u2010", "signed", "resigned"),
        ("a co-", "operative bank", "a co-operative bank"),  # written so elsewhere in the document
        ("ended here", "and there", "ended here and there"),
    ],
)
def test_words_broken_at_the_end_of_a_line(before: str, after: str, joined: str) -> None:
    vocabulary = Vocabulary([line("the co-operative societies", 100), line("of the valley", 88)])
    assert vocabulary.join(before, after) == joined

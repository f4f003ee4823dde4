"""What is refused before any reader sees it, in one sentence; and that sound files pass."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import InputError
from grader.readers import preflight
from grader.readers.preflight.markup import xml_fault
from tests.readers import made


def why(data: bytes, suffix: str) -> str:
    reason = preflight.fault(data, suffix)
    assert "\n" not in reason
    assert not reason.endswith(".")
    return reason


@pytest.mark.parametrize("suffix", made.SOUND)
def test_sound_files_pass(suffix: str) -> None:
    assert preflight.fault(made.SOUND[suffix](), suffix) == ""


def test_a_refusal_names_the_file() -> None:
    with pytest.raises(InputError, match=r"^scripts/ali\.docx: damaged, or not a Word document; open it"):
        preflight.check(b"", ".docx", "scripts/ali.docx")


@pytest.mark.parametrize(
    ("data", "suffix", "reason"),
    [
        (made.ole(locked=False), ".docx", "an old Word file (.doc) by its content; save it as .docx"),
        (made.ole(locked=True), ".docx", "locked with a password; open it, take the password off"),
        (made.ole(locked=False), ".rtf", "save it as .docx"),
        (made.rtf(), ".docx", "an RTF file by its content; rename it so that its name ends in .rtf"),
        (made.rtf(), ".txt", "an RTF file by its content"),
        (made.pdf(), ".docx", "a PDF by its content"),
        (made.pdf(), ".txt", "a PDF by its content"),
        (made.html(), ".docx", "a web page by its content"),
        (made.docx(), ".txt", "a Word document by its content; rename it so that its name ends in .docx"),
        (made.docx(), ".odt", "a Word document by its content"),
        (made.docx(), ".pdf", "a Word document by its content"),
        (made.odt(), ".docx", "an OpenDocument text by its content; rename it so that its name ends in .odt"),
        (made.odt(), ".html", "an OpenDocument text by its content"),
        (made.zipped([("a.txt", b"words")]), ".docx", "an archive without a Word document in it"),
        (made.zipped([("a.txt", b"words")]), ".md", "an archive (zip) by its content"),
        (gzip.compress(b"words"), ".txt", "an archive by its content; unpack it"),
        (b"\x89PNG\r\n", ".docx", "a picture by its content; type its words"),
        (b"MIME-Version: 1.0\r\n", ".html", "save it as .docx"),
        (b"The towns gained.", ".docx", "damaged, or not a Word document"),
        (b"The towns gained.", ".rtf", "damaged, or not an RTF file"),
        (b"The towns gained.", ".pdf", "damaged, or not a PDF"),
        (made.docx()[:300], ".docx", "damaged, or not a Word document"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_not_what_its_name_says(data: bytes, suffix: str, reason: str) -> None:
    assert reason in why(data, suffix)


def test_text_that_speaks_of_formats_is_text() -> None:
    for text in (
        b"A file begins with %PDF- and that is that.",
        b"<p>The towns</p>",
        b"PK is a name.",
        b"\\rtf is a mark.",
    ):
        assert not why(text, ".txt")
        assert not why(text, ".html")


@pytest.mark.parametrize("bomb", [made.zip_bomb, made.lying_bomb])
def test_zip_bombs_are_counted_while_unpacked(bomb: object) -> None:
    reason = why(bomb(70_000_000), ".docx")  # type: ignore[operator]
    assert "unpacks to far more than an answer holds" in reason or "damaged" in reason


def test_one_member_listed_many_times() -> None:
    assert "damaged" in why(made.overlapping_bomb(), ".docx")


def test_many_members() -> None:
    data = made.zipped((f"{number}", b"") for number in range(2_100))
    assert "more than 2,000 packed files" in why(data, ".docx")


def test_archives_inside() -> None:
    assert "holds an archive inside it" in why(made.docx(inner_dot_zip=made.zipped([("a", b"b")])), ".docx")
    assert "holds an archive inside it" in why(made.docx(word__media__a_dot_png=gzip.compress(b"b")), ".docx")
    table = made.zipped([("xl/workbook.xml", b"<a/>")])
    assert not why(made.docx(word__embeddings__table_dot_xlsx=table), ".docx"), "a chart's own table"


@pytest.mark.parametrize("name", ["../../etc/cron.d/a", "/etc/a", "..\\a", "word/../../a", "C:/a"])
def test_paths_out_of_the_document(name: str) -> None:
    data = made.zipped([*made.docx_members().items(), (name, b"words")])
    assert "a path out of the document" in why(data, ".docx")


def test_two_members_of_one_name() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = made.zipped([*made.docx_members().items(), ("word/document.xml", b"<a/>")])
    assert "damaged" in why(data, ".docx")


def test_locked_members() -> None:
    data = bytearray(made.docx())
    data[data.find(b"PK\x01\x02") + 8] |= 1
    assert "locked with a password" in why(bytes(data), ".docx")
    members = made.odt_members()
    lock = b"<manifest:encryption-data/></manifest:manifest>"
    members["META-INF/manifest.xml"] = members["META-INF/manifest.xml"].replace(b"</manifest:manifest>", lock)
    assert "locked with a password" in why(made.zipped(members.items()), ".odt")
    assert "locked with a password" in why(
        made.zipped([*made.odt_members().items(), ("encrypted-package", b"")]), ".odt"
    )


@pytest.mark.parametrize("doctype", made.DOCTYPES.values(), ids=made.DOCTYPES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_and_entities(doctype: bytes, encoding: str) -> None:
    assert "declares entities" in why(made.with_doctype(doctype, encoding), ".docx")


def test_marks_hidden_in_an_encoding_of_their_own() -> None:
    for encoding in ("utf-7", "cp037", "utf-32"):
        assert "damaged" in why(made.with_doctype(made.DOCTYPES["external entity"], encoding), ".docx"), encoding


def test_an_old_document_type_of_a_part_that_is_not_read() -> None:
    members = made.odt_members()
    manifest = members["META-INF/manifest.xml"].removeprefix(made.HEAD)
    members["META-INF/manifest.xml"] = b'<!DOCTYPE manifest:manifest PUBLIC "-//A//B" "Manifest.dtd">' + manifest
    assert not why(made.zipped(members.items()), ".odt")
    members["META-INF/manifest.xml"] = b'<!DOCTYPE a [<!ENTITY b "c">]>' + manifest
    assert "declares entities" in why(made.zipped(members.items()), ".odt")


def test_depth_of_xml_and_too_many_marks() -> None:
    members = made.docx_members()
    for marks, reason in (
        (b"<a>" * 300 + b"</a>" * 300, "nested more than 256 deep"),
        (b"<a></a><b/>" * 1_000, ""),
        (b"<a/>" * 1_000 + b"<!-- b -->" * 1_000, ""),
    ):
        members["word/extra.xml"] = made.HEAD + b"<a>" + marks + b"</a>"
        found = why(made.zipped(members.items()), ".docx")
        assert reason in found if reason else not found
    assert "far more marks" in xml_fault(b"<a></a>" * 2_000_000, any_type=False, what="a Word document")


SHARES = (
    r"\\198.51.100.7\share\a.dotx",
    "file://198.51.100.7/share/a.dotx",
    "file:////198.51.100.7/share/a.dotx",
    r"file:///\\198.51.100.7\share\a.dotx",
    "//198.51.100.7/share/a.dotx",
    "file:///%5c%5c198.51.100.7/a",
    "&#92;&#92;198.51.100.7&#92;a",
    "smb://host/a",
)


@pytest.mark.parametrize("target", SHARES)
@pytest.mark.parametrize("role", ["attachedTemplate", "image", "oleObject"])
def test_links_to_a_network_share(role: str, target: str) -> None:
    assert "draws on a file on another computer" in why(made.docx(links=made.link(role, target)), ".docx")


def test_links_that_are_opened_with_the_document() -> None:
    for role in ("attachedTemplate", "oleObject", "subDocument", "frame"):
        link = made.link(role, "https://203.0.113.9/a.dotm")
        assert "draws on a file on another computer (https://203.0.113.9/a.dotm)" in why(made.docx(links=link), ".docx")


@pytest.mark.parametrize(
    ("role", "target"),
    [
        ("hyperlink", "https://www.dawn.com/news/1"),
        ("hyperlink", "//www.dawn.com/news/1"),
        ("hyperlink", r"\\server\notes"),
        ("hyperlink", "mailto:ali@example.org"),
        ("attachedTemplate", "file:///C:/Users/ali/Templates/Normal.dotm"),
        ("attachedTemplate", r"file:///C:\Users\ali\Normal.dotm"),
        ("attachedTemplate", "file:///home/ali/a.dotx"),
        ("attachedTemplate", "Normal.dotm"),
        ("image", "https://example.org/a.png"),
        ("image", "file://localhost/a.png"),
    ],
)
def test_links_that_honest_documents_have(role: str, target: str) -> None:
    assert not why(made.docx(links=made.link(role, target)), ".docx")


def test_macros_are_neither_run_nor_a_reason_to_refuse() -> None:
    assert not why(made.docx(word__vbaProject_dot_bin=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)), ".docx")


def test_depth_of_web_pages() -> None:
    page = made.html()
    for marks, reason in (
        (b"<div>" * 20_000, "nested more than 256 deep"),
        (b"<ul><li>" * 20_000, "nested more than 256 deep"),
        (b"<p>One<br>two<img src=a><li>three<td>four" * 1_000, ""),
        (b"<p>" * 5_000, ""),
        (b"<a id=b />" * 1_000, ""),
        (b"<!-- <div> -->" * 1_000 + b"<script>" + b"'<div>'" * 1_000 + b"</script>", ""),
        (b"<!--" * 100_000, ""),
        (b"<i></i>" * 300_000, "far more marks"),
    ):
        found = why(page.replace(b"<h1>", marks + b"<h1>"), ".html")
        assert reason in found if reason else not found
    assert "declares entities" in why(b'<!DOCTYPE html [<!ENTITY a "b">]>' + page, ".html")
    assert "nested" in why((b"<html>" + b"<div>" * 300).decode().encode("utf-16"), ".html")


def test_depth_and_raw_data_of_rtf() -> None:
    def with_marks(marks: bytes) -> bytes:
        return made.rtf().replace(b"The river", marks + b"The river")

    assert "nested more than 256 deep" in why(with_marks(b"{" * 20_000), ".rtf")
    assert "damaged" in why(with_marks(b"\\bin400000000 "), ".rtf")
    assert "damaged" in why(with_marks(b"\\bin1 a" * 20_000), ".rtf")
    assert not why(with_marks(b"{\\pict\\bin600 " + b"{\\\\" * 200 + b"}"), ".rtf")
    assert "wants to be opened" in why(with_marks(b"{\\object\\objautlink\\objupdate}"), ".rtf")
    assert not why(
        with_marks(b"\\{" * 1_000 + b"{a}" * 1_000 + b"\\\\bin5 {\\object{\\*\\objdata 0105}{\\result a}}"), ".rtf"
    )


@pytest.mark.parametrize(
    "hostile",
    [
        made.pdf(catalog=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
        made.pdf(catalog=b"/OpenAction<</S/J#61vaScript/J#53(app.alert\\(1\\))>>"),
        made.pdf(catalog=b"/AA<</O<</S/Launch/F(calc.exe)>>>>"),
        made.pdf().replace(
            b"endobj\n2 0",
            b"endobj\n9 0 obj\n" + made.stream(b"<</S/JavaScript/JS 5 0 R>>", b"/Type/ObjStm") + b"\nendobj\n2 0",
        ),
    ],
    ids=["script", "script in numbers", "program", "packed script"],
)
def test_pdf_that_runs_something(hostile: bytes) -> None:
    assert "holds a script or starts a program" in why(hostile, ".pdf")


def test_pdf_that_honest_programs_write() -> None:
    assert not why(made.pdf(catalog=b"/OpenAction[6 0 R/XYZ null null 0]"), ".pdf")
    assert not why(made.pdf(catalog=b"/Names<</EmbeddedFiles<</Names[]>>>>"), ".pdf")
    assert not why(made.pdf(catalog=b"/X[<</Type/Annot/Subtype/Link/A<</F(a.docx)/S/Launch>>>>]"), ".pdf")
    assert not why(b"\r\nmailed with thanks\r\n" + made.pdf(), ".pdf")
    assert not why(made.pdf(("He wrote /JS and /Encrypt and /JavaScript.",)), ".pdf")


def test_locked_bombed_and_endless_pdf() -> None:
    assert "locked" in why(made.pdf(trailer=b"/Encrypt 9 0 R"), ".pdf")
    assert "unpacks to far more" in why(made.pdf(more=made.zeros(200_000_000)), ".pdf")
    assert "more than 300 pages" in why(made.pdf(pages=10_000), ".pdf")
    assert "unpacks to far more" in why(b"%PDF-1.7\n" + b"stream\nendstream\n" * 100_000, ".pdf")


def test_size() -> None:
    assert "larger than 20 MB" in why(b"{\\rtf1 " + b"a" * 20_000_000, ".rtf")


@given(st.sampled_from(sorted(made.SOUND)), st.data())
def test_broken_files_are_refused_or_pass_and_never_crash(suffix: str, data: st.DataObject) -> None:
    sound = made.SOUND[suffix]()
    at = data.draw(st.integers(0, len(sound)))
    why(  # whose asserts hold for every reason
        sound[:at] + data.draw(st.binary(max_size=40)) + sound[at + data.draw(st.integers(0, 40)) :], suffix
    )

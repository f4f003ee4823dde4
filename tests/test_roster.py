"""The class list: every form that a spreadsheet writes it in, and which row is whose script."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.candidate import Candidate
from grader.errors import RosterError
from grader.roster import Entry, Roster, by_candidate, by_file, read_roster, remarks

LIST = "File,Name,Roll No\na.md,Sara Malik,117\nb.md,Zoe Baig,118\n"


def listed(folder: Path, content: str | bytes) -> list[tuple[str, str, str]]:
    path = folder / "list.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [(one.file, one.name, one.id) for one in read_roster(path).entries]


@pytest.mark.parametrize(
    "content",
    [
        LIST,
        LIST.replace(",", ";"),
        LIST.replace(",", "\t"),
        LIST.replace(",", "|"),
        "sep=;\r\n" + LIST.replace(",", ";").replace("\n", "\r\n"),
        b"\xef\xbb\xbf" + LIST.replace(",", ";").encode(),
        LIST.encode("utf-16"),
        LIST.replace("\n", "\r"),
        "Class XII-B\n\n" + LIST,
        LIST.replace("Name", "Candidate’s name (as registered)").replace("File", "FILE NAME").replace("Roll", "S.No,Roll")
        .replace("a.md,Sara Malik,", "a.md,Sara Malik,1,").replace("b.md,Zoe Baig,", "b.md,Zoe Baig,2,"),
        "File,First name,Surname,ID number,Identifier\na.md,Sara,Malik,117,Participant 5\nb.md,Zoe,Baig,118,Participant 6\n",
        LIST.replace("117", '"=""117"""'),
        LIST + "\n,,\n\n",
    ],
)  # fmt: skip
def test_a_list_is_read_in_every_form_that_spreadsheets_write(tmp_path: Path, content: str | bytes) -> None:
    assert listed(tmp_path, content) == [("a.md", "Sara Malik", "117"), ("b.md", "Zoe Baig", "118")]


def test_a_list_needs_a_name_or_an_id_and_no_more(tmp_path: Path) -> None:
    assert listed(tmp_path, "Name\nSara Malik\n") == [("", "Sara Malik", "")]
    assert listed(tmp_path, "Registration,Email\n117,s@example.org\n") == [("", "", "117")]


def test_cells_are_plain_text(tmp_path: Path) -> None:
    cells = listed(tmp_path, 'Name,ID\n"=HYPERLINK(""http://x"",""y"")",=1+1\n"Sara\nMalik\x1b",117\n')
    assert cells == [("", '=HYPERLINK("http://x","y")', "=1+1"), ("", "Sara Malik\ufffd", "117")]


def test_a_list_in_another_encoding_is_read_and_said_so(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Name,ID\nZoë Baig,118\n".encode("cp1252"))
    found = read_roster(path)
    assert found.entries[0].name == "Zoë Baig"
    assert found.notes == (
        f"{path}: not in UTF-8, so read as Windows-1252; if names look wrong, save it as “CSV UTF-8”",
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "no headings for name or id; head the columns “file”, “name” and “id”"),
        ("a.md,Sara Malik,117\n", "no headings for name or id"),
        ("File,Marks\na.md,12\n", "no headings for name or id"),
        ("S.No,Marks\n1,12\n", "no headings for name or id"),
        ("Name,ID\n", "no candidates under the headings"),
        (b"PK\x03\x04", "a spreadsheet's own format; save it as CSV first"),
        (b"Name,ID\n\x00,1\n", "not a text file"),
        (b"\x81\x8d", "not a text file"),
        ('Name,ID\n"' + "a" * 200_000, "not a CSV table"),
    ],
)
def test_a_list_that_cannot_be_used_gets_one_sentence(tmp_path: Path, content: str | bytes, why: str) -> None:
    with pytest.raises(RosterError, match=rf"^[^\n]*list\.csv: {why}[^\n]*$"):
        listed(tmp_path, content)
    with pytest.raises(RosterError, match="no such file"):
        read_roster(tmp_path / "none.csv")


def test_rows_given_twice_are_used_once_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST + "a.md,Sara  MALIK,0117\nb.md,Tom Lee,9\n,Ali Khan,5\n,Ali Khan,5\nc.md,Ali Khan,5\n")
    found = read_roster(path)
    assert [one.row for one in found.entries] == [2, 6, 8]
    assert [note.removeprefix(f"{path}: ") for note in found.notes] == [
        "given twice: rows 2 and 4, rows 6 and 7; once is enough",
        "given twice and not alike, so not used: rows 3 and 5",
    ]


def roster(*entries: tuple[str, str, str]) -> Roster:
    return Roster("list.csv", tuple(Entry(row, *entry) for row, entry in enumerate(entries, 2)))


def test_files_are_found_by_name_stem_or_folder(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("A.md", "b.docx", "x/c.md", "y/c.md", "d.md", "d.docx")]
    found, notes = by_file(
        roster(
            ("a.MD", "A", ""), ("b", "B", ""), ("x\\c.md", "X", ""), ("y/c", "Y", ""), ("d", "D", ""), ("e", "E", "")
        ),
        paths,
    )
    assert [found[path].name for path in paths] == ["A", "B", "X", "Y", "D", "D"]
    assert notes == []
    found, notes = by_file(roster(("c.md", "C", ""), ("../../A.md", "A", "")), paths)
    assert found == {}
    assert notes == ["list.csv: more than one file has the name of row 2; write the folder before it"]


def test_scripts_are_found_by_the_id_or_full_name_in_them() -> None:
    entries = roster(
        ("", "Sara Malik", "0117"), ("", "Ali Khan", "5"), ("", "Ali Khan", "6"), ("", "Zoe Baig", "12345")
    )

    def found(*said: Candidate, stem: str = "essay") -> str:
        entry = by_candidate(entries, said, stem)
        return f"{entry.name} {entry.id}" if entry else ""

    assert found(Candidate("", "117", ("first lines",))) == "Sara Malik 0117"
    assert found(Candidate("Sarah Mallik", "117", ("first lines",))) == "Sara Malik 0117"
    assert found(Candidate("Malik, Sara", "", ("first lines",))) == "Sara Malik 0117"
    assert found(stem="117") == "Sara Malik 0117"
    assert found(stem="sara_malik") == ""
    assert found(stem="sara malik") == "Sara Malik 0117"
    assert found(Candidate("Ali Khan")) == "", "two candidates of one name"
    assert found(Candidate("Sara Malik", "12345", ("file name",))) == "Sara Malik 0117", "a course's own number"
    assert found() == ""


def test_what_does_not_fit_is_said_in_one_sentence_each() -> None:
    entries = roster(("a.md", "A", ""), ("b.md", "B", ""), ("c.md", "C", ""))
    used = {"a.md": 2, **{f"z{i}.md": None for i in range(7)}}
    assert remarks(entries, used, ["a.md"]) == [
        "list.csv: in no row: z0.md, z1.md, z2.md, z3.md, z4.md and 2 more",
        "list.csv: no script for row 3, row 4",
        "list.csv: another candidate than the script itself names, for a.md; the list was believed",
    ]
    assert remarks(entries, {"a": 2, "b": 3, "c": 4}, []) == []

"""Slips in YAML itself: one sentence with the right line, the same from both builds of the parser."""

from __future__ import annotations

import time

import pytest
import yaml

from grader.errors import RubricError
from grader.rubric import read_rubric, slips, syntax
from grader.rubric.load import read_points
from grader.rubric.yamlfile import File

RUBRIC = """grader_rubric: 1
title: My class
total: 4
criteria: {structure: 4}
"""


@pytest.fixture(params=["libyaml", "python"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = getattr(yaml, "CSafeLoader", None)
    if request.param == "libyaml" and quick is None:
        pytest.skip("PyYAML without libyaml")
    for module in (slips, syntax):
        monkeypatch.setattr(module, "LOADER", quick if request.param == "libyaml" else yaml.SafeLoader)


def complaint(text: str | bytes) -> str:
    with pytest.raises(RubricError) as error:
        read_rubric(File(text.encode() if isinstance(text, str) else text, "my.yaml"))
    assert "\n" not in str(error.value)
    return str(error.value)


TITLE = "title: My class"
ALL = "criteria: {structure: 4}"
SLIPS = {
    "colon in a title": (
        (TITLE, "title: Water: a crisis"),
        'my.yaml:2: put the text in quotes, because it holds a colon: title: "Water: a crisis"',
    ),
    "colon in a text of a list": (
        (ALL, f"{ALL}\ngates:\n  - id: a\n    say: Too short: sorry"),
        'my.yaml:7: put the text in quotes, because it holds a colon: say: "Too short: sorry"',
    ),
    "colon in brackets": (
        (ALL, "criteria: [{id: structure,\n  title: One: two, marks: 4}]"),
        "my.yaml:5: put the text in quotes, because it holds a colon",
    ),
    "colon in a point": (
        (ALL, f"{ALL}\npoints:\n  - The tax: it helped"),
        "my.yaml:6: unknown key 'The tax' in a point; put quotes round a text that holds a colon",
    ),
    "no space after the dash, first": (
        (ALL, f"{ALL}\npoints:\n  -The tax\n  - The quay"),
        "my.yaml:6: put a space after the dash",
    ),
    "no space after the dash, later": (
        (ALL, f"{ALL}\npoints:\n  - The tax\n  -The quay"),
        "my.yaml:7: put a space after the dash",
    ),
    "a list line that is swallowed": (
        (ALL, f"{ALL}\npoints:\n  - The tax\n    - The quay"),
        "my.yaml:7: this line would be read as part of the text above it; put a space after its dash",
    ),
    "no space after the dash, all": (
        (ALL, f"{ALL}\npoints:\n  -The tax\n  -The quay"),
        "my.yaml:6: put a space after the dash",
    ),
    "no space after the colon": ((TITLE, "title:My class"), "my.yaml:2: put a space after the colon of 'title:'"),
    "tab": ((ALL, f"{ALL}\ntask:\n\tminutes: 3"), "my.yaml:6: the line begins with a tab; use spaces"),
    "quote left open": ((TITLE, 'title: "My class'), "my.yaml:2: the quote that opens in this line is never closed"),
    "quote closed by the next": (
        (f"{TITLE}\n", 'title: "My class\nnotice: "x: y"\n'),
        "my.yaml:2: the quote that opens in this line is closed only in line 3",
    ),
    "apostrophe in single quotes": (
        (TITLE, "title: 'Pakistan's water'"),
        "my.yaml:2: the text goes on after its closing quote; put double quotes",
    ),
    "text after quotes": (
        (TITLE, 'title: "Power" and peace'),
        "my.yaml:2: the text goes on after its closing quote; put single quotes",
    ),
    "backslash": ((TITLE, r'title: "C:\docs"'), "my.yaml:2: a backslash in double quotes"),
    "curly quotes": ((TITLE, "title: “My class”"), "my.yaml:2: curly quotes (“ ”) do not mark a text; use straight"),
    "curly quotes round a number": (("total: 4", "total: “4”"), "my.yaml:3: curly quotes"),
    "curly quotes round a colon": ((TITLE, "title: “My: class”"), "my.yaml:2: curly quotes"),
    "curly quotes round a comma": (
        (ALL, f"{ALL}\ngates: [{{id: a, say: “Short, sorry.”}}]"),
        "my.yaml:5: unknown key 'sorry.”' in a gate; use straight quotes",
    ),
    "brace left open": ((ALL, "criteria: {structure: 4\nnotice: x"), "my.yaml:4: the { opened in this line is not"),
    "bracket left open": ((ALL, f"{ALL}\npoints: [one, two"), "my.yaml:5: the [ opened in this line is not closed"),
    "the wrong bracket": ((ALL, "criteria: {structure: 4]"), "my.yaml:4: the { opened in line 4 is closed with ]"),
    "one bracket too many": ((ALL, f"{ALL}}}"), "my.yaml:4: } closes a bracket that was not opened"),
    "comma left out": ((ALL, 'criteria: [{id: structure marks: 4}]\nnotice: "x"'), "my.yaml:4: "),
    "indented too far": (
        (ALL, f"{ALL}\ntask:\n  minutes: 3\n   question: x"),
        "my.yaml:7: the line is indented under one that has a value already",
    ),
    "not indented enough": (
        (ALL, f"{ALL}\ntask:\n    minutes: 3\n  question: x"),
        "my.yaml:7: the line does not line up",
    ),
    "first line indented": (("grader_rubric", "  grader_rubric"), "my.yaml:2: the line does not line up"),
    "no colon": ((ALL, f"{ALL}\nnotice"), "my.yaml:5: neither a 'key: value' line"),
    "no colon in the line above": (("grader_rubric: 1", "grader_rubric 1"), "my.yaml:1: neither a 'key: value' line"),
    "stars for dashes": ((ALL, f"{ALL}\npoints:\n  * One\n  * Two"), "my.yaml:6: put quotes round a text that begins"),
    "a sign first": ((TITLE, "title: % of the marks"), "my.yaml:2: put quotes round a text that begins with a sign"),
    "list on the key's line": ((ALL, f"{ALL}\npoints: - One"), "my.yaml:5: a list begins on a line of its own"),
    "anchor": ((TITLE, "title: &a My class"), "my.yaml:2: references (&a) are not allowed"),
    "tag": ((TITLE, "title: !important"), "my.yaml:2: a text that begins with ! needs quotes"),
    "control character": ((TITLE, "title: My\x07 class"), "my.yaml:2: a control character (U+0007)"),
    "escaped control character": ((TITLE, r'title: "My\e class"'), "my.yaml:2: 'title' holds a character that cannot"),
}


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_gets_its_line_and_what_to_do(name: str) -> None:
    (old, new), said = SLIPS[name]
    assert old in RUBRIC
    assert complaint(RUBRIC.replace(old, new, 1)).startswith(said)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "my.yaml: the file is empty; 'grader rubric show"),
        (b"# only a remark\n", "my.yaml: the file is empty"),
        (b"PK\x03\x04 and so on", "my.yaml: this is a Word or zip file, not plain text; copy its words"),
        (b"\xd0\xcf\x11\xe0", "my.yaml: this is an old Word file"),
        (b"{\\rtf1 }", "my.yaml: this is an RTF file"),
        (b"%PDF-1.7", "my.yaml: this is a PDF file"),
        (b"a\x00b", "my.yaml: this is not a text file"),
        ("title: é".encode("latin-1"), "my.yaml:1: not UTF-8 text; save the file with encoding UTF-8"),
        (RUBRIC.encode("utf-16"), "my.yaml:1: not UTF-8 text"),
        (b"- grader_rubric: 1\n- title: x\n", "my.yaml:1: the rubric must be 'key: value' lines, not a list"),
        (b"only words", "my.yaml:1: the rubric must be 'key: value' lines, not the text 'only words'"),
        (b"x" * 1_000_001, "my.yaml: larger than 1 MB"),
    ],
)
def test_what_is_no_rubric_at_all(data: bytes, said: str) -> None:
    assert complaint(data).startswith(said)


@pytest.mark.parametrize(
    "title",
    [
        '"Water: a crisis"',
        "'Pakistan''s water'",
        "Pakistan's water",
        "‘Reform’ and the ‘street’",
        '"“My class”"',
        "10:30 class",
        "A & B * C",
        "C# - a title, with comma",
        '"one\n  two"',
        ">-\n  folded\n  - text",
    ],
)
@pytest.mark.usefixtures("loader")
def test_texts_that_only_look_like_slips_are_read(title: str) -> None:
    assert read_rubric(File(RUBRIC.replace("My class", title).encode(), "my.yaml")).title


def test_a_byte_order_mark_and_other_line_ends_are_fine() -> None:
    data = b"\xef\xbb\xbf" + RUBRIC.replace("\n", "\r\n").encode()
    assert read_rubric(File(data, "my.yaml")).total == 4


POINTS = "points:\n"
HOSTILE = {
    "20,000 points": (POINTS + "  - a point\n" * 20_000, "my.yaml:502: more than 500 entries in one list"),
    "10,000 words for a point": (
        f"{POINTS}  - text: a\n    aliases: [{', '.join(['word'] * 10_000)}]",
        "my.yaml:3: more than 500 entries",
    ),
    "10,000 references": ("a: &a x\n" + "b: *a\n" * 10_000, "my.yaml:1: references (&a) are not allowed"),
    "laughs": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "my.yaml:1: references (&a) are not allowed"),
    "a long text": (f"question: {'x' * 900_000}\npoints: [a]", "my.yaml:1: a text of 900,000 characters; 10,000"),
    "a long key": (f"{'x' * 900_000}: 1", "my.yaml:1: a text of 900,000 characters"),
    "a long quote": (f'question: "{"x y: " * 150_000}', "my.yaml:1: the quote that opens in this line is never closed"),
    "open brackets": ("[" * 900_000, "my.yaml:1: nested too deep"),
    "open braces": ("{a: " * 200_000, "my.yaml:1: nested too deep"),
    "dashes": ("- " * 400_000, "my.yaml:1: nested too deep"),
    "tabs": ("\t" * 900_000, "my.yaml:1: the line begins with a tab"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_quickly(name: str) -> None:
    text, said = HOSTILE[name]
    start = time.perf_counter()
    with pytest.raises(RubricError) as error:
        read_points(File(text.encode(), "my.yaml"))
    assert str(error.value).startswith(said)
    assert len(str(error.value)) < 300
    assert time.perf_counter() - start < 2

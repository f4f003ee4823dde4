"""RTF: what its control words say in many ways is read as the page shows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import InputError
from grader.readers.document import marked_text
from grader.readers.rtf import parts

STYLES = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\sbasedon1 Mine;}{\s3 Title;}{\s4 Intense Quote;}{\s5 toc 1;}{\*\cs6\b Strong;}}"


def text(body: str) -> str:
    data = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Cyr;}}" + STYLES + body + "}"
    return marked_text(parts(data.encode("latin-1"), "a.rtf")).removesuffix("\n")


def test_headings_by_style_or_outline_level() -> None:
    body = r"\pard\s3 The tax\par\pard\s1 One\par\pard\s2 Two\par\pard\outlinelevel2\b Three\b0\par\pard\s5 One 4\par\pard Text\par"
    assert text(body) == "# The tax\n\n## One\n\n## Two\n\n#### Three\n\nText"


def test_lists_are_numbered_as_the_file_spells_them_out() -> None:
    body = (
        r"{\listtext\f3 1.\tab}\pard\ls1 one\par{\listtext b)\tab}\pard\ls1\ilvl1 deep\par{\pntext\'b7\tab}\pard sign\par{\listtext o\tab}\pard sign\par"
        r"\pard{\pard\li360\fi-360\bullet\tx360\tab typed\par}{\pard\li720\fi-360 2.\tx360\tab deeper\par}{\listtext 3.\tab}\pard\s1 Head\par"
    )
    assert text(body) == "1. one\n  b) deep\n- sign\n- sign\n- typed\n  2. deeper\n\n# 3. Head"


def test_tracked_changes_and_looks() -> None:
    body = (
        r"\pard The {\deleted old }{\revised new }tax {\strike was }{\striked1 so }is {\v hidden }km{\super 2}, the 9{\super th}.\par"
        r"\pard{\b All {\i of it}}\par{\ul Lined\par}\b In \b0 part\par{\b Bold \plain not}\par"
    )
    assert text(body) == (
        "The ~~old~~ ^{new} tax ~~was so~~ is km², the 9th.\n\n**All of it**\n\n**Lined**\n\nIn part\n\nBold not"
    )


def test_signs_and_characters() -> None:
    body = (
        r"\pard \ldblquote caf\'e9\rdblquote\~it\rquote s \emdash{} co\-op well\_known \{\} \u8364?5 {\uc2\u233\'c3\'a9} {\f1\'cf\'f0} \u-10179?\u-8704?"
        "\r\n\\line two\\tab three\\page next\\\nlast"
    )
    assert text(body) == "“café” it’s — coop well-known {} €5 é Пр 😀\ntwo three\n\nnext\n\nlast"


def test_what_the_page_does_not_show_as_the_answer_is_left_out() -> None:
    body = (
        r"{\info{\title T}}{\header\pard h\par}{\*\generator G;}{\pict\bin5 }}}}}ff}{\*\unknown u}\pard Kept {\field{\*\fldinst PAGE}{\fldrslt 7}}"
        r"{\field{\*\fldinst HYPERLINK \"x\"}{\fldrslt{\ul a link}}}{\*\atnid K}{\*\annotation\pard note\par}{\object{\*\objdata ff}{\result r}}\par"
    )
    assert text(body) == "Kept a link"


def test_notes() -> None:
    body = (
        r"\pard Tax{\super\chftn{\footnote\pard\plain{\super\chftn} Khan.\par\pard More.}} is{\super\chftn}{\*\footnote\ftnalt\chftn\~Zaidi.}.\par"
        r"\pard Struck{\deleted{\footnote Gone.}}.\par"
    )
    assert text(body) == "Tax[^1] is[^2].\n\nStruck.\n\n[^1]: Khan. More.\n\n[^2]: Zaidi."


def test_quotes_tables_and_text_boxes() -> None:
    body = (
        r"\pard One.\par Two.\par\pard\li720\ri720 Set in.\par\pard\s4 Styled.\par\pard\li720 Left.\par"
        r"\trowd\pard\intbl Year\cell Boats\cell\row\trowd\pard\intbl 1990\cell 4\par\intbl or {\strike 5}\cell\row"
        r"\pard After{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt\pard In a box.\par}}{\shprslt\pard In a box.\par}} it.\par"
    )
    assert text(body) == (
        "One.\n\nTwo.\n\n> Set in.\n\n> Styled.\n\nLeft.\n\n| Year | Boats |\n| 1990 | 4 or ~~5~~ |\n\nAfter it.\n\nIn a box."
    )
    assert text(r"\trowd\pard\intbl\s1 Gains\par\intbl\s0 In a frame.\cell\row") == "# Gains\n\nIn a frame."


def test_a_code_page_that_nobody_knows() -> None:
    assert marked_text(parts(rb"{\rtf1\ansicpg1 caf\'e9}", "a.rtf")) == "café\n"


@pytest.mark.parametrize(("data", "why"), [(b"words", "not an RTF file"), (b"{\\rtf1" + b"{" * 20_000, "too deeply")])
def test_what_is_no_sound_file_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        parts(data, "a.rtf")


PIECES = [
    "{",
    "}",
    "\\",
    "*",
    "'",
    "a",
    "b1",
    "- ;\n",
    "\\par ",
    "\\cell ",
    "\\row ",
    "\\u-3000 ",
    "{\\footnote ",
    "{\\*\\",
    "\\'e9",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_anything_after_the_first_word_is_read_or_refused(body: str) -> None:
    text = refused = ""
    try:
        text = marked_text(parts(f"{{\\rtf1 {body}".encode(), "a.rtf"))
    except InputError as error:
        refused = str(error)
    assert refused.startswith("a.rtf: ") if refused else "\x00" not in text

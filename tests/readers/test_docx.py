"""Word files: what their XML says in many ways is read as the page shows it."""

from __future__ import annotations

import pytest

from grader.errors import InputError
from grader.readers.document import Part, Run, marked_text
from grader.readers.docx import parts
from tests.readers.archives import docx, zipped

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My head"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Deep"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Text"><w:name w:val="Text"/><w:basedOn w:val="berschrift1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Intense Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Bold"><w:name w:val="Bold"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:strike/></w:rPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=""/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def p(runs: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def styled(style: str, text: str) -> str:
    return p(r(text), f'<w:pStyle w:val="{style}"/>')


def listed(name: int, depth: int, text: str, style: str = "") -> str:
    return p(r(text), f'{style}<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr>')


def field(instruction: str, result: str) -> str:
    signs = [f'<w:r><w:fldChar w:fldCharType="{sign}"/></w:r>' for sign in ("begin", "separate", "end")]
    return f"{signs[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{signs[1]}{result}{signs[2]}"


def text(body: str, **members: str) -> str:
    return marked_text(parts(docx(body, **members), "a.docx")).removesuffix("\n")


def test_headings_by_style_name_outline_level_and_what_a_style_is_based_on() -> None:
    body = "".join(styled(style, style) for style in ("Titel", "berschrift1", "Mine", "Deep", "Text", "Standard"))
    assert text(body, styles=STYLES) == "# Titel\n\n## berschrift1\n\n## Mine\n\n#### Deep\n\nText\n\nStandard"
    assert text(styled("Heading2", "No styles at all")) == "## No styles at all"
    assert text(p(r("By itself"), '<w:outlineLvl w:val="1"/>')) == "## By itself"


def test_numbers_of_lists_and_headings_are_counted_as_word_counts_them() -> None:
    heading = '<w:pStyle w:val="berschrift1"/>'
    body = (
        listed(1, 0, "One", heading) + listed(1, 1, "Deep") + listed(1, 1, "Deeper") + listed(1, 0, "Two", heading)
        + listed(1, 1, "Again") + listed(2, 0, "Sign") + listed(2, 1, "Letter") + listed(2, 1, "Letter") + listed(3, 0, "Anew")
        + listed(0, 0, "None") + listed(9, 0, "Unknown")
    )  # fmt: skip
    # "I.1" is no number that any reader of the text knows: such an item is written as a bullet
    assert text(body, styles=STYLES, numbering=NUMBERING) == (
        "# I. One\n\n  - Deep\n  - Deeper\n\n# II. Two\n\n  - Again\n- Sign\n  c) Letter\n  d) Letter\nI. Anew\n\nNone\n\nUnknown"
    )


def test_tracked_changes_and_struck_words() -> None:
    body = p(
        r("The ") + '<w:del w:id="1"><w:r><w:delText>old </w:delText></w:r></w:del>'
        + '<w:ins w:id="2">' + r("new ") + "</w:ins>" + r("tax ") + r("was ", "<w:strike/>") + r("is ", '<w:strike w:val="0"/>')
        + r("and ", '<w:rStyle w:val="Gone"/>') + "<w:moveFrom>" + r("here ") + "</w:moveFrom><w:moveTo>" + r("there") + "</w:moveTo>"
        + '<w:ins><w:del><w:r><w:delText>both</w:delText></w:r></w:del></w:ins>' + r(".")
    )  # fmt: skip
    assert text(body, styles=STYLES) == "The ~~old~~ ^{new} tax ~~was~~ is ~~and here~~ ^{there}~~both~~."


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next() -> None:
    body = p(r("The tax "), "<w:rPr><w:del/></w:rPr>") + p(r("was kept.")) + p(r("Last"), "<w:rPr><w:del/></w:rPr>")
    assert text(body) == "The tax was kept.\n\nLast"
    assert text(p(r("T"), '<w:framePr w:dropCap="drop"/>') + p(r("he tax."))) == "The tax."


def test_what_the_page_does_not_show_as_the_answer_is_left_out() -> None:
    toc = field("TOC \\o", r("1 Introduction") + field("PAGEREF _1", r("3")))
    body = (
        styled("TOC1", "Gains 4") + p(toc) + p(r("Kept ") + r("hidden ", "<w:vanish/>") + r("words, "))
        + p(r("page ") + field(" PAGE ", r("7")) + field(' HYPERLINK "http://x.example" ', r("a link")) + '<w:fldSimple w:instr="NUMPAGES">' + r("9") + "</w:fldSimple>")
        + '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>' + p(r("Contents")) + "</w:sdtContent></w:sdt>"
        + "<w:sdt><w:sdtContent>" + p(r("Box")) + "</w:sdtContent></w:sdt>"
        + p('<w:commentRangeStart w:id="0"/>' + r("Noted") + '<w:r><w:commentReference w:id="0"/></w:r>')
    )  # fmt: skip
    assert text(body, styles=STYLES) == "Kept words,\n\npage a link\n\nBox\n\nNoted"


def test_breaks_hyphens_and_raised_figures() -> None:
    body = p(
        '<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>co</w:t><w:softHyphen/><w:t>op well</w:t><w:noBreakHyphen/><w:t>known</w:t></w:r>'
        + r("2", '<w:vertAlign w:val="superscript"/>') + r("th", '<w:vertAlign w:val="superscript"/>')
        + '<w:r><w:br w:type="page"/></w:r>' + r("Next page")
    )  # fmt: skip
    assert text(body) == "One\ntwo coop well-known²th\n\nNext page"


def test_notes_stand_at_the_end_with_their_marks_in_the_words() -> None:
    notes = '<w:footnote w:type="separator" w:id="0">{}</w:footnote><w:footnote w:id="2">{}{}</w:footnote>'
    found = parts(
        docx(
            p(r("Tax") + '<w:r><w:endnoteReference w:id="1"/></w:r>' + r(" and") + '<w:r><w:footnoteReference w:id="2"/><w:footnoteReference w:id="8"/></w:r>'),
            footnotes=notes.format(p(r("rule")), p("<w:r><w:footnoteRef/></w:r>" + r(" Khan.")), p(r("More."))),
            endnotes=f'<w:endnote w:id="1">{p(r("Zaidi."))}</w:endnote>',
        ),
        "a.docx",
    )  # fmt: skip
    assert marked_text(found) == "Tax[^e1] and[^1]\n\n[^e1]: Zaidi.\n\n[^1]: Khan. More.\n"


def test_quotes_by_style_or_by_both_indents() -> None:
    both, left = '<w:ind w:left="720" w:right="720"/>', '<w:ind w:left="720" w:hanging="720"/>'
    body = p(r("Plain.")) + p(r("Also.")) + p(r("Set in."), both) + p(r("Hanging."), left) + styled("Zitat", "Styled.")
    assert text(body, styles=STYLES) == "Plain.\n\nAlso.\n\n> Set in.\n\nHanging.\n\n> Styled."
    assert text(p(r("All of it."), both) * 3) == "All of it.\n\nAll of it.\n\nAll of it."


def test_bold_or_underlined_lines_are_left_to_be_judged() -> None:
    body = (
        p(r("In ", "<w:b/>") + r("full", '<w:u w:val="single"/>'))
        + p(r("In ", "<w:b/>") + r("part"))
        + styled("Bold", "By style")
    )
    assert [part.bold for part in parts(docx(body, styles=STYLES), "a.docx")] == [True, False, True]
    assert text(p(r("Not", '<w:u w:val="none"/>'))) == "Not"


def test_tables_and_frames_that_only_lay_out_the_page() -> None:
    def table(*rows: list[str]) -> str:
        return f"<w:tbl>{''.join('<w:tr>' + ''.join(f'<w:tc>{cell}</w:tc>' for cell in row) + '</w:tr>' for row in rows)}</w:tbl>"

    figures = table([p(r("Year")), p(r("Boats"))], [p(r("1990")), p(r("4")) + p(r("or 5", "<w:strike/>"))])
    assert text(figures) == "| Year | Boats |\n| 1990 | 4 ~~or 5~~ |"
    framed = styled("Heading1", "Gains") + p(r("The towns gained."))
    assert text(table([framed])) == "# Gains\n\nThe towns gained."
    assert text(table([p(r("")), framed + p(r("word " * 130))])).startswith("# Gains\n\nThe towns gained.\n\nword")


def test_text_boxes_are_read_once_and_after_their_paragraph() -> None:
    box = f"<w:txbxContent>{p(r('In a box.'))}</w:txbxContent>"
    drawn = f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    assert text(p(f"<w:r>{drawn}</w:r>" + r("Before it."))) == "Before it.\n\nIn a box."


def test_strict_files_and_other_paths_are_read() -> None:
    data = docx(p(r("Here.")), main="other/file.xml")
    assert marked_text(parts(data, "a.docx")) == "Here.\n"
    strict = zipped(
        {
            "word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>Strict.</w:t></w:r></w:p></w:body></w:document>'
        }
    )
    assert parts(strict, "a.docx") == (Part("paragraph", (Run("Strict."),)),)


ENTITY = '<!DOCTYPE d [<!ENTITY e "{}">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"no archive", "broken, or not a document"),
        (zipped({"a.txt": "words"}), "not a Word file"),
        (zipped({"word/document.xml": "<w:document"}), "broken"),
        (zipped({"word/document.xml": ENTITY.format("so")}), "document type"),
        (docx(p(r("words")))[:-40], "broken"),
        (docx("<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000), "broken|too deeply"),
    ],
)  # fmt: skip
def test_what_is_no_sound_word_file_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why) as error:
        parts(data, "a.docx")
    assert str(error.value).startswith("a.docx: ")

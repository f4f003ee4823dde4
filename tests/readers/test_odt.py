"""OpenDocument texts: what their XML says in many ways is read as the page shows it."""

from __future__ import annotations

import pytest

from grader.errors import InputError
from grader.readers.document import marked_text
from grader.readers.odt import parts
from tests.readers.archives import odt, zipped


def style(
    name: str, text: str = "", *, family: str = "text", parent: str = "", paragraph: str = "", more: str = ""
) -> str:
    based = f'style:parent-style-name="{parent}"' if parent else ""
    inner = f"<style:paragraph-properties {paragraph}/><style:text-properties {text}/>"
    return f'<style:style style:name="{name}" style:family="{family}" {based} {more}>{inner}</style:style>'


AUTOMATIC = (
    style("S", 'style:text-line-through-style="solid"') + style("H", 'text:display="none"') + style("B", 'fo:font-weight="bold"')
    + style("U", 'style:text-position="super 58%"') + style("P1", family="paragraph", parent="Quotations")
    + style("P2", family="paragraph", paragraph='fo:margin-left="1.27cm" fo:margin-right="0.5in"')
    + style("P3", family="paragraph", parent="Title") + style("P4", 'style:text-underline-style="solid"', family="paragraph")
    + '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:start-value="3"/></text:list-style>'
    '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
)  # fmt: skip
STYLES = style("My", family="paragraph", more='style:default-outline-level="3"') + (
    '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
)


def text(body: str, styles: str = "") -> str:
    return marked_text(parts(odt(body, automatic=AUTOMATIC, styles=styles), "a.odt")).removesuffix("\n")


def p(inside: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def h(level: int, inside: str) -> str:
    return f'<text:h text:outline-level="{level}">{inside}</text:h>'


def span(style: str, inside: str) -> str:
    return f'<text:span text:style-name="{style}">{inside}</text:span>'


def items(*inside: str, style: str = "L1", more: str = "") -> str:
    listed = "".join(f"<text:list-item>{one}</text:list-item>" for one in inside)
    return f'<text:list text:style-name="{style}" {more}>{listed}</text:list>'


def test_headings_with_their_numbers_and_the_title() -> None:
    body = p("The tax", "P3") + h(1, "One") + h(2, "Deep") + h(1, "Two") + h(2, "Deep") + p("By style", "My")
    assert text(body, STYLES) == "# The tax\n\n## 1. One\n\n### 1.1 Deep\n\n## 2. Two\n\n### 2.1 Deep\n\n#### By style"


def test_lists_are_counted_and_go_on_where_they_say_so() -> None:
    body = (
        items(p("one"), p("two") + items(p("deep"), p("deeper")), p("three") + p("Its second paragraph.")) + p("Between.")
        + items(p("four"), more='text:continue-numbering="true"') + items(p("sign"), style="L2")
    )  # fmt: skip
    assert text(body) == (
        "I. one\nII. two\n  c) deep\n  d) deeper\nIII. three\n\nIts second paragraph.\n\nBetween.\n\nIV. four\n- sign"
    )


def test_tracked_changes_and_struck_words() -> None:
    changes = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>old one</text:p></text:deletion></text:changed-region>'
        '<text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>'
    )
    body = p(
        'The <text:change text:change-id="c1"/> <text:change-start text:change-id="c2"/>new<text:change-end text:change-id="c2"/> tax '
        + span("S", f"was {span('B', 'so ')}") + "is."
    )  # fmt: skip
    assert text(changes + body) == "The ~~old one~~ ^{new} tax ~~was so~~ is."


def test_what_the_page_does_not_show_as_the_answer_is_left_out() -> None:
    body = (
        "<text:table-of-content><text:index-body>" + p("Gains 4") + "</text:index-body></text:table-of-content>"
        + p("Kept " + span("H", "hidden ") + "words, page <text:page-number>7</text:page-number>"
            "<office:annotation>" + p("A comment.") + "</office:annotation>, <text:a>a link</text:a>")
        + "<text:section>" + p("Part.") + "</text:section>"
    )  # fmt: skip
    assert text(body) == "Kept words, page , a link\n\nPart."


def test_spaces_breaks_and_raised_figures() -> None:
    body = p(
        f'One<text:line-break/>two<text:tab/>a<text:s text:c="3"/>b\n  c, 5 km{span("U", "2")} the 9{span("U", "th")}'
    )
    assert text(body) == "One\ntwo a b c, 5 km² the 9th"


def test_notes_quotes_bold_lines_tables_and_frames() -> None:
    def note(kind: str, inside: str) -> str:
        return f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation><text:note-body>{p(inside)}</text:note-body></text:note>'

    rows = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell>{p(cell)}</table:table-cell>' for cell in row)}</table:table-row>"
        for row in (("Year", "Boats"), ("1990", span("S", "4")))
    )
    body = (
        p("Tax" + note("footnote", "Khan.") + " and" + note("endnote", "Zaidi.")) + p("Plain.") + p("Styled.", "P1") + p("Set in.", "P2")
        + p(span("B", "All of it")) + p("Under a line", "P4") + p(span("B", "In") + " part") + f"<table:table>{rows}</table:table>"
        + p('<draw:frame><draw:text-box>' + p("In a box.") + "</draw:text-box></draw:frame>Before it.")
    )  # fmt: skip
    assert text(body) == (
        "Tax[^1] and[^e1]\n\nPlain.\n\n> Styled.\n\n> Set in.\n\n**All of it**\n\n**Under a line**\n\nIn part\n\n"
        "| Year | Boats |\n| 1990 | ~~4~~ |\n\nBefore it.\n\nIn a box.\n\n[^1]: Khan.\n\n[^e1]: Zaidi."
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"no archive", "broken, or not a document"),
        (zipped({"a.txt": "words"}), "not an OpenDocument text"),
        (zipped({"content.xml": "\x00\x01"}), "broken"),
        (zipped({"content.xml": '<!DOCTYPE d [<!ENTITY e "so">]><d>&e;</d>'}), "document type"),
        (odt(p("words"), manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"), "password"),
        (odt("<text:section>" * 3000 + "</text:section>" * 3000), "broken|too deeply"),
    ],
)  # fmt: skip
def test_what_is_no_sound_text_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        parts(data, "a.odt")

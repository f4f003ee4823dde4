"""HTML of people and programs: what a browser shows of the answer is read, and nothing else."""

from __future__ import annotations

import pytest

from grader.errors import InputError
from grader.readers.document import marked_text
from grader.readers.html import parts


def text(body: str, head: str = "") -> str:
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
    return marked_text(parts(page.encode(), "a.html")).removesuffix("\n")


def test_blocks_by_their_elements() -> None:
    body = (
        "Loose words<h1>The tax</h1><div>In a div<p>and a paragraph</div><ul><li>one<ul><li>deep</ul><li><p>two</p><p>More.</p></ul>"
        "<ol start=3 type=a><li>three<li value=7>seven</ol><blockquote><p>Quoted.</p></blockquote><hr><pre>kept\nlines</pre>"
        "<table><tr><th>Year<th>Boats<tr><td>1990<td><s>4</s></table><dl><dt>Term<dd>Meaning</dl>"
    )
    assert text(body) == (
        "Loose words\n\n# The tax\n\nIn a div\n\nand a paragraph\n\n- one\n  - deep\n- two\n\nMore.\n\nc. three\ng. seven\n\n> Quoted.\n\n"
        "kept\nlines\n\n| Year | Boats |\n| 1990 | ~~4~~ |\n\nTerm\n\nMeaning"
    )


def test_looks_of_words() -> None:
    body = (
        "<p>The <del>old</del> <ins>new</ins> tax <span style='text-decoration: line-through'>was <b>so</b></span> is<br>km<sup>2</sup> <q>so</q>"
        "<p><b>All <i>of it</i></b><p><span class=b>By class</span><p><u>Lined</u><p><b>In</b> part<p class=b>But <span style='font-weight:400'>not</span>"
    )
    assert text(body, "<style>.b{font-weight:700}</style>") == (
        "The ~~old~~ ^{new} tax ~~was so~~ is\nkm² “so”\n\n**All of it**\n\n**By class**\n\n**Lined**\n\nIn part\n\nBut not"
    )


def test_what_a_browser_does_not_show_is_left_out() -> None:
    body = (
        "<nav><p>Menu</nav><script>x()</script><p>Kept <span hidden>a</span><span style='display:none'>b</span><span class=h>c</span>words"
        "<!-- d --><template><p>e</template><div style='visibility:hidden'>f</div><footer>g</footer><div title='header'><p>h</div><button>i</button>"
    )
    head = (
        "<title>j</title><style>/* .p{display:none} */ .h{color:red;display:none} @media print{p{display:none}}</style>"
    )
    assert text(body, head) == "Kept words"


def test_quotes_by_class_or_by_both_margins() -> None:
    body = "<p>One.<p>Two.<p style='margin-left:.5in;margin-right:36pt'>Set in.<p style='margin-left:36pt'>Left.<p class=MsoQuote>Styled."
    assert text(body) == "One.\n\nTwo.\n\n> Set in.\n\nLeft.\n\n> Styled."


def test_line_breaks_that_part_paragraphs() -> None:
    assert text("One<br>two<br><br>Three") == "One\ntwo\n\nThree"


NOTES = {
    "pandoc": (
        "<p>Tax<a href='#fn1' id='fnref1'><sup>1</sup></a> is.</p><section class=footnotes><hr><ol><li id='fn1'><p>Khan.<a href='#fnref1'>↩︎</a></p><p>More.</p></li></ol></section>"
    ),
    "LibreOffice": (
        "<p>Tax<a class=sdfootnoteanc name=sdfootnote1anc href='#sdfootnote1sym'><sup>1</sup></a> is.</p>"
        "<div id=sdfootnote1><p><a class=sdfootnotesym name=sdfootnote1sym href='#sdfootnote1anc'>1</a> Khan.</p><p>More.</p></div>"
    ),
    "Google Docs": (
        "<p>Tax<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup> is.</p><hr><div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a> Khan.</p><p>More.</p></div>"
    ),
    "Word": (
        "<p>Tax<a href='#_ftn1' name='_ftnref1'><span><sup>[1]</sup></span></a> is.</p><div><br clear=all><hr>"
        "<div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' name='_ftn1'><sup>[1]</sup></a> Khan.</p><p>More.</p></div></div>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("program", NOTES)
def test_notes_of_every_program(program: str) -> None:
    assert text(NOTES[program]) == "Tax[^1] is.\n\n[^1]: Khan. More."


def test_links_that_are_no_notes_stay_words() -> None:
    assert (
        text("<p id=top>See <a href='#part'>below</a>.</p><p id=part>Here; <a href='#top'>back</a>.")
        == "See below.\n\nHere; back."
    )


def test_google_docs_export() -> None:
    head = (
        "<style>.lst-kix_a-1>li:before{content:'' counter(lst-ctn-kix_a-1,lower-latin) '. '}.c1{font-weight:700}"
        ".c2{text-decoration:line-through}ul.lst-kix_b-0{list-style-type:none}</style>"
    )
    body = (
        "<p class='c3 title'><span>The tax</span></p><p class='c3 subtitle'><span>By boat</span></p><p><span><a href='#h.x'>Gains</a></span></p><h1 id='h.x'>Gains</h1>"
        "<p><span class=c1>Bold line</span></p><p><span>It </span><span class=c2>was</span><sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup><span> is.</span></p>"
        "<ol class='lst-kix_a-0 start' start=1><li>one</li></ol><ol class='lst-kix_a-1 start' start=1><li>deep</li></ol><ol class='lst-kix_a-0' start=2><li>two</li></ol>"
        "<ul class='lst-kix_b-0 start'><li>sign</li></ul><div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>A comment.</span></p></div>"
    )  # fmt: skip
    assert text(body, head) == (
        "# The tax\n\nBy boat\n\n## Gains\n\n**Bold line**\n\nIt ~~was~~ is.\n\n1. one\n  a. deep\n2. two\n- sign"
    )


def test_words_filtered_html() -> None:
    gap = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"
    body = (
        "<p class=MsoTitle>The tax</p><p class=MsoToc1>Gains 4</p><h1>Gains</h1><p class=MsoNormal>The\ntowns <s>lost</s> gained.</p>"
        f"<p class=MsoListParagraphCxSpFirst style='margin-left:.5in;text-indent:-.25in'><span style='font-family:Symbol'>·{gap}</span>one</p>"
        f"<p class=MsoListParagraphCxSpLast style='margin-left:1.0in;text-indent:-.25in'>a.{gap}deep</p>"
        "<p class=MsoListParagraph>No sign at all.</p>"
    )
    assert text(body) == "# The tax\n\n## Gains\n\nThe towns ~~lost~~ gained.\n\n- one\n  a. deep\n\nNo sign at all."


def test_encodings() -> None:
    for name in ("utf-8", "windows-1252", "iso-8859-1"):
        page = f"<meta http-equiv=Content-Type content='text/html; charset={name}'><p>“café”</p>"
        assert marked_text(parts(page.encode("cp1252" if "8859" in name else name), "a.html")) == "“café”\n"
    assert marked_text(parts("\ufeff<p>café</p>".encode("utf-16"), "a.html")) == "café\n"
    assert (
        marked_text(parts(b"<?xml version='1.0' encoding='utf-8'?><p>&#x201c;a&nbsp;b&rdquo;</p>", "a.html"))
        == "“a b”\n"
    )


def test_a_page_nested_too_deeply_is_refused_not_cut() -> None:
    assert text("<div>" * 200 + "words" + "</div>" * 200) == "words"
    for depth in (300, 20_000):
        with pytest.raises(InputError, match="too deeply"):
            text("<div>" * depth + "words" + "</div>" * depth)


def test_no_words_are_no_parts() -> None:
    assert parts(b"<p></p>", "a.html") == ()
    assert parts(b"<!-- -->", "a.html") == ()

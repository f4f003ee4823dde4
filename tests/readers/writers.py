"""Parts -> files of each format, with the least that a word processor would write. For tests; nothing else writes these."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from grader.readers.document import Part, Run, marked_text
from tests.readers import archives

_DOCX_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/></w:style>'
    for name, shown in (
        ("Title", "Title"),
        ("Quote", "Quote"),
        *((f"H{level}", f"heading {level}") for level in range(1, 7)),
    )
)
_DOCX_LISTS = "".join(
    f'<w:abstractNum w:abstractNumId="{name}">'
    + "".join(f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/></w:lvl>' for depth in (0, 1))
    + "</w:abstractNum>"
    for name, form, sign in ((0, "bullet", "•"), (1, "decimal", "%1."))
) + "".join(f'<w:num w:numId="{name + 1}"><w:abstractNumId w:val="{name}"/></w:num>' for name in (0, 1))  # fmt: skip
_BY = 'w:author="A" w:date="2026-01-01T00:00:00Z"'


def docx(parts: Iterable[Part]) -> bytes:
    def run(one: Run) -> str:
        if one.note:
            return f'<w:r><w:footnoteReference w:id="{one.note}"/></w:r>'
        words = f'<w:t xml:space="preserve">{escape(one.text)}</w:t>'
        if one.style == "struck":
            return f'<w:del w:id="8" {_BY}><w:r>{words.replace("w:t", "w:delText")}</w:r></w:del>'
        return f'<w:ins w:id="9" {_BY}><w:r>{words}</w:r></w:ins>' if one.style == "inserted" else f"<w:r>{words}</w:r>"

    def paragraph(part: Part, properties: str = "") -> str:
        return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(map(run, part.runs))}</w:p>"

    body, notes = [], []
    for part in parts:
        if part.kind == "table":
            rows = (
                "".join(f"<w:tc>{paragraph(Part('paragraph', (Run(cell),)))}</w:tc>" for cell in row)
                for row in part.rows
            )
            body.append(f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
        elif part.kind == "note":
            notes.append(f'<w:footnote w:id="{part.label}">{paragraph(part)}</w:footnote>')
        else:
            style = {"heading": f"H{part.level}" if part.level else "Title", "quote": "Quote"}.get(part.kind)
            listed = (
                f'<w:numPr><w:ilvl w:val="{part.level - 1}"/><w:numId w:val="{2 if part.number else 1}"/></w:numPr>'
            )
            properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + (listed if part.kind == "item" else "")
            body.append(paragraph(part, properties))
    return archives.docx("".join(body), styles=_DOCX_STYLES, numbering=_DOCX_LISTS, footnotes="".join(notes))


def odt(parts: Iterable[Part]) -> bytes:
    parts = tuple(parts)
    notes = {part.label: part for part in parts if part.kind == "note"}
    regions: list[str] = []

    def run(one: Run) -> str:
        if one.note:
            body = "".join(map(run, notes[one.note].runs))
            return f'<text:note text:note-class="footnote"><text:note-citation>{one.note}</text:note-citation><text:note-body><text:p>{body}</text:p></text:note-body></text:note>'
        if one.style == "plain":
            return escape(one.text)
        name = f"c{len(regions)}"
        inside = (
            f"<text:deletion><text:p>{escape(one.text)}</text:p></text:deletion>"
            if one.style == "struck"
            else "<text:insertion/>"
        )
        regions.append(f'<text:changed-region text:id="{name}">{inside}</text:changed-region>')
        if one.style == "struck":
            return f'<text:change text:change-id="{name}"/>'
        return (
            f'<text:change-start text:change-id="{name}"/>{escape(one.text)}<text:change-end text:change-id="{name}"/>'
        )

    body = []
    for part in parts:
        words = "".join(map(run, part.runs))
        if part.kind == "heading" and part.level:
            body.append(f'<text:h text:outline-level="{part.level}">{words}</text:h>')
        elif part.kind == "item":
            goes_on = ' text:continue-numbering="true"' if part.number not in ("", "1.") else ""
            around = f'<text:list text:style-name="{"N" if part.number else "B"}"{goes_on}>'
            inside = f"<text:p>{words}</text:p>"
            for _ in range(part.level - 1):
                inside = f"<text:list><text:list-item>{inside}</text:list-item></text:list>"
            body.append(f"{around}<text:list-item>{inside}</text:list-item></text:list>")
        elif part.kind == "table":
            rows = (
                "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
                for row in part.rows
            )
            body.append(
                f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"
            )
        elif part.kind != "note":
            style = {"heading": "Title", "quote": "Quotations"}.get(part.kind, "Text_20_body")
            body.append(f'<text:p text:style-name="{style}">{words}</text:p>')
    lists = (
        '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>'
        '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
    )
    changes = f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"
    return archives.odt(changes + "".join(body), automatic=lists)


def rtf(parts: Iterable[Part]) -> bytes:
    parts = tuple(parts)
    notes = {part.label: part for part in parts if part.kind == "note"}

    def words(text: str) -> str:
        text = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        return "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in text)

    def run(one: Run) -> str:
        if one.note:
            return (
                rf"{{\super\chftn{{\footnote\pard\plain{{\super\chftn}} {''.join(map(run, notes[one.note].runs))}}}}}"
            )
        return {"struck": rf"{{\deleted {words(one.text)}}}", "inserted": rf"{{\revised {words(one.text)}}}"}.get(
            one.style, words(one.text)
        )

    body = []
    for part in parts:
        text = "".join(map(run, part.runs))
        if part.kind == "heading":
            body.append(rf"\pard\s{part.level + 1} {text}\par")
        elif part.kind == "item":
            body.append(
                rf"{{\listtext {part.number or chr(92) + 'bullet'}\tab}}\pard\ls1\ilvl{part.level - 1} {text}\par"
            )
        elif part.kind == "quote":
            body.append(rf"\pard\s9 {text}\par")
        elif part.kind == "table":
            body += [
                r"\trowd" + "".join(rf"\pard\intbl {words(cell)}\cell" for cell in row) + r"\row" for row in part.rows
            ]
        elif part.kind != "note":
            body.append(rf"\pard {text}\par")
    styles = (
        "".join(rf"{{\s{level + 1} {f'heading {level}' if level else 'Title'};}}" for level in range(7))
        + r"{\s9 Quote;}"
    )
    return (r"{\rtf1\ansi\ansicpg1252{\stylesheet{\s0 Normal;}" + styles + "}" + "\n".join(body) + "}").encode("ascii")


def html(parts: Iterable[Part]) -> bytes:
    def run(one: Run) -> str:
        if one.note:
            return f'<sup><a href="#ftnt{one.note}" id="ftnt_ref{one.note}">[{one.note}]</a></sup>'
        tag = {"struck": "del", "inserted": "ins"}.get(one.style, "span")
        return f"<{tag}>{escape(one.text)}</{tag}>"

    body, notes = [], []
    for part in parts:
        words = "".join(map(run, part.runs))
        if part.kind == "heading":
            body.append(f"<h{part.level}>{words}</h{part.level}>" if part.level else f'<p class="title">{words}</p>')
        elif part.kind == "item":
            tag, start = ("ol", f' start="{part.number.rstrip(".")}"') if part.number else ("ul", "")
            body.append(f"<{tag}{start}>" * part.level + f"<li>{words}</li>" + f"</{tag}>" * part.level)
        elif part.kind == "quote":
            body.append(f"<blockquote>{words}</blockquote>")
        elif part.kind == "table":
            body.append(
                f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in part.rows)}</table>"
            )
        elif part.kind == "note":
            notes.append(
                f'<div><p><a href="#ftnt_ref{part.label}" id="ftnt{part.label}">[{part.label}]</a> {words}</p></div>'
            )
        else:
            body.append(f"<p>{words}</p>")
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>{"".join(body)}<hr>{"".join(notes)}</body></html>'.encode()


def markdown(parts: Iterable[Part]) -> bytes:
    return marked_text(parts).encode()


WRITERS: dict[str, Callable[[Iterable[Part]], bytes]] = {"docx": docx, "odt": odt, "rtf": rtf, "html": html}

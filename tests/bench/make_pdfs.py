"""Makes the PDFs of tests/readers/pdfs from the essays beside them: ``python -m tests.bench.make_pdfs [NAME ...]``.

Needs pandoc, LibreOffice, WeasyPrint, Chromium, pdfLaTeX, groff and Ghostscript, which no test and no user needs: the PDFs are
kept. Those of ``calendar.md`` are held back: the reader was written without looking at them.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

FILES = Path(__file__).parent.parent / "readers/pdfs"

_PAGE = "@page { size: A4; margin: 25mm; @top-center { content: 'Public Libraries'; font-size: 9pt } @bottom-right { content: counter(page) } }"
_STYLES = {
    # justified and hyphenated, gaps between paragraphs
    "weasy-hyphens": _PAGE
    + "body { font: 11pt/1.4 'Liberation Serif'; text-align: justify; hyphens: auto } blockquote { margin: 0 30pt }",
    # a book's look: first lines indented, no gaps, double spaced
    "weasy-book": "@page { size: A4; margin: 30mm; @top-left { content: 'S. Candidate' } @top-right { content: 'Page ' counter(page) ' of ' counter(pages) } }"
    "body { font: 12pt/2 'Liberation Serif' } p { margin: 0; text-indent: 24pt } blockquote { margin: 0 36pt } blockquote p { text-indent: 0 }"
    "h1, h2, h3 { font-size: 12pt; margin: 6pt 0 } h1 { text-align: center } h3 { font-style: italic } li p { text-indent: 0 }",
    "weasy-columns": _PAGE
    + "body { font: 10pt/1.3 'Liberation Serif'; columns: 2; text-align: justify; hyphens: auto } h1 { column-span: all }",
    "chrome-docs": "@page { size: letter; margin: 1in } body { font: 11pt/1.15 Carlito } p { margin: 0 0 11pt }"
    "h1 { font: 20pt Carlito } h2 { font: 16pt Carlito } h3 { font: 14pt Carlito; color: #434343 } th { font-weight: normal } em { font-style: normal } td, th { border: 1px solid; padding: 5pt }",
    "chrome-printed": "body { font: 16px Caladea }",
    "chrome-hyphens": "@page { margin: 1in } body { font: 12pt/2 'Liberation Serif'; text-align: justify; hyphens: auto } h2, h3 { font-size: 12pt }",
}


def main() -> None:
    makers = {
        **{name: ("libraries", _weasy) for name in _STYLES if name.startswith("weasy")},
        "chrome-docs": ("libraries", _chrome),
        "chrome-printed": ("libraries", _chrome),
        "office-plain": ("libraries", _office),
        "office-hyphens": ("libraries", _office),
        "chrome-hyphens": ("calendar", _chrome),
        "latex-article": ("calendar", _latex),
        "latex-double": ("calendar", _latex),
        "groff": ("calendar", _groff),
        "office-word": ("calendar", _office),
        "office-cairo": ("calendar", _office),
    }
    for name in sys.argv[1:] or makers:
        essay, make = makers[name]
        with tempfile.TemporaryDirectory() as folder:
            pdf = make(essay, name, Path(folder))
            (FILES / f"{essay}-{name}.pdf").write_bytes(pdf.read_bytes())


def _run(*arguments: str | Path, **options: object) -> None:
    subprocess.run([str(one) for one in arguments], check=True, timeout=300, **options)  # type: ignore[call-overload]


def _html(essay: str, name: str, folder: Path) -> Path:
    body = subprocess.run(
        ["pandoc", "-t", "html", FILES / f"{essay}.md"], check=True, capture_output=True, text=True
    ).stdout
    path = folder / "essay.html"
    style = f"<style>{_STYLES[name]} .footnotes {{ font-size: 80% }}</style>"
    head = f"<meta charset='utf-8'><title>Public Libraries</title>{style}"
    path.write_text(f"<!doctype html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>")
    return path


def _weasy(essay: str, name: str, folder: Path) -> Path:
    _run("weasyprint", _html(essay, name, folder), folder / "essay.pdf")
    return folder / "essay.pdf"


def _chrome(essay: str, name: str, folder: Path) -> Path:
    heads = () if name == "chrome-printed" else ("--no-pdf-header-footer",)
    page = _html(essay, name, folder)
    _run(
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        *heads,
        f"--print-to-pdf={folder / 'essay.pdf'}",
        page.as_uri(),
    )
    return folder / "essay.pdf"


def _latex(essay: str, name: str, folder: Path) -> Path:
    header = folder / "header.tex"
    if name == "latex-article":
        header.write_text(
            "\\usepackage{fancyhdr}\\pagestyle{fancy}\\fancyhead[L]{The school year}\\fancyfoot[C]{\\thepage}"
        )
        options = ["-V", "fontsize=11pt", "-V", "papersize=a4"]
    else:
        header.write_text("\\usepackage{setspace}\\doublespacing\\setlength{\\parindent}{1.5em}")
        options = ["-V", "fontsize=12pt", "-V", "geometry=margin=1in", "-V", "indent=true"]
    _run("pandoc", FILES / f"{essay}.md", "-H", header, *options, "-V", "lang=en-GB", "-o", folder / "essay.pdf")
    return folder / "essay.pdf"


def _groff(essay: str, name: str, folder: Path) -> Path:
    _run("pandoc", FILES / f"{essay}.md", "-s", "-t", "ms", "-o", folder / "essay.ms")
    with (folder / "essay.pdf").open("wb") as out:
        _run("groff", "-ms", "-t", "-Tps", "-k", folder / "essay.ms", stdout=(folder / "essay.ps").open("wb"))
        _run("ps2pdf", folder / "essay.ps", "-", stdout=out)
    return folder / "essay.pdf"


def _office(essay: str, name: str, folder: Path) -> Path:
    if name == "office-word":
        _run("pandoc", FILES / f"{essay}.md", "-o", folder / "essay.docx")
        source = folder / "essay.docx"
    else:
        _run("pandoc", FILES / f"{essay}.md", "-o", folder / "plain.odt")
        source = folder / "essay.odt"
        _restyle(folder / "plain.odt", source, name)
    _run(
        "soffice",
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        source,
    )
    if name == "office-cairo":  # written again by another program, as a print to PDF does
        _run("pdftocairo", "-pdf", folder / "essay.pdf", folder / "again.pdf")
        return folder / "again.pdf"
    return folder / "essay.pdf"


def _restyle(source: Path, target: Path, name: str) -> None:
    """Gives pandoc's .odt a running head, a page number, a face and, for "office-hyphens", justified and hyphenated lines."""
    head = (
        "<style:header><text:p>Candidate 4711<text:tab/>Public libraries</text:p></style:header>"
        "<style:footer><text:p>Page <text:page-number/> of <text:page-count/></text:p></style:footer>"
    )
    look = {
        "office-plain": ('fo:margin-bottom="8pt" fo:line-height="115%"', 'fo:font-size="12pt" fo:hyphenate="false"'),
        "office-hyphens": (
            'fo:text-align="justify" fo:text-indent="14pt" fo:margin-top="0pt" fo:margin-bottom="0pt" fo:line-height="200%"',
            'fo:font-size="11pt" fo:hyphenate="true" fo:language="en" fo:country="GB" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"',
        ),
        "office-cairo": (
            'fo:text-align="justify" fo:margin-bottom="6pt" fo:line-height="150%"',
            'fo:font-size="12pt" fo:hyphenate="true" fo:language="en" fo:country="GB" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"',
        ),
    }[name]
    styles = ("Text_20_body", "First_20_paragraph")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "content.xml":  # one face fewer in the file
                data = data.replace(b'fo:font-style="italic"', b"")
            if item.filename == "styles.xml":
                text = (
                    data.decode().replace("Liberation Sans", "Liberation Serif").replace('fo:font-style="italic"', "")
                )
                text = re.sub(
                    r'(<style:style [^>]*style:name="Heading_20_3".*?fo:font-size=")[^"]*',
                    r"\g<1>12.5pt",
                    text,
                    flags=re.DOTALL,
                )
                text = re.sub(
                    r'(<style:master-page [^>]*style:name="Standard"[^>]*?)(?:/>|>.*?</style:master-page>)',
                    rf"\1>{head}</style:master-page>",
                    text,
                    flags=re.DOTALL,
                )
                for style in styles:
                    text = re.sub(
                        rf'(<style:style [^>]*style:name="{style}"[^>]*?)(?:/>|>.*?</style:style>)',
                        rf"\1><style:paragraph-properties {look[0]}/><style:text-properties {look[1]}/></style:style>",
                        text,
                        flags=re.DOTALL,
                    )
                text = re.sub(
                    r"(<style:page-layout [^>]*>.*?)(?=</style:page-layout>)",
                    r'\1<style:header-style><style:header-footer-properties fo:min-height="0cm" fo:margin-bottom="0.5cm"/></style:header-style>'
                    r'<style:footer-style><style:header-footer-properties fo:min-height="0cm" fo:margin-top="0.5cm"/></style:footer-style>',
                    re.sub(r"<style:(?:header|footer)-style\s*/>", "", text),
                    count=1,
                    flags=re.DOTALL,
                )
                data = text.encode()
            new.writestr(item, data)


if __name__ == "__main__":
    main()

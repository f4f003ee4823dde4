"""Zipped documents as word processors write them, from the XML of their blocks."""

from __future__ import annotations

import io
import zipfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def zipped(members: dict[str, str]) -> bytes:
    """An archive of text files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return file.getvalue()


def docx(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    endnotes: str = "",
    main: str = "word/document.xml",
) -> bytes:
    """A Word file; each argument is the XML inside the root of its member."""
    folder, _, file = main.rpartition("/")
    inside = {"styles": styles, "numbering": numbering, "footnotes": footnotes, "endnotes": endnotes}
    inside = {name: xml for name, xml in inside.items() if xml}
    types = "".join(
        f'<Override PartName="/{folder}/{name}.xml" ContentType="{_CONTENT}.{name}+xml"/>' for name in inside
    )
    relations = "".join(f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in inside)
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension='
            '"rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/{main}" ContentType="{_CONTENT}.document.main+xml"/>{types}</Types>',
            "_rels/.rels": _RELATIONS.format(f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="{main}"/>'),
            f"{folder}/_rels/{file}.rels": _RELATIONS.format(relations),
            main: f"<w:document {_W} {_MORE}><w:body>{body}</w:body></w:document>",
            **{f"{folder}/{name}.xml": f"<w:{name} {_W}>{xml}</w:{name}>" for name, xml in inside.items()},
        }
    )


_OD = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_SPACES = " ".join(
    f'xmlns:{short}="{_OD.format(name)}"'
    for short, name in {
        "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing", "fo": "xsl-fo-compatible",
        "manifest": "manifest",
    }.items()
)  # fmt: skip


def odt(body: str, *, automatic: str = "", styles: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text: the XML of its body, its automatic styles and its named ones."""
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {_SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {_SPACES}><office:styles>{styles}</office:styles></office:document-styles>",
    }
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", members["mimetype"]), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
    )
    members["META-INF/manifest.xml"] = f"<manifest:manifest {_SPACES}>{entries}{manifest}</manifest:manifest>"
    return zipped(members)

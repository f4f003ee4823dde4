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
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/></Relationships>'
)


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
    members = {
        "_rels/.rels": _RELATIONS.format(main),
        main: f"<w:document {_W} {_MORE}><w:body>{body}</w:body></w:document>",
    }
    folder = main.rpartition("/")[0]
    for name, root, xml in (
        ("styles", "styles", styles),
        ("numbering", "numbering", numbering),
        ("footnotes", "footnotes", footnotes),
        ("endnotes", "endnotes", endnotes),
    ):
        if xml:
            members[f"{folder}/{name}.xml"] = f"<w:{root} {_W}>{xml}</w:{root}>"
    return zipped(members)

"""Word files (.docx): their blocks in order, as the document shows them with its tracked changes.

Read by a walk of our own over the XML. A general converter (mammoth) was tried on the same files: it drops deletions, the
numbers of headings and of lists, and indents, and it would have needed each of them patched in before it ran.
"""

from __future__ import annotations

from grader.errors import InputError
from grader.readers.archive import local, opened, xml
from grader.readers.document import Part

_MAIN = "word/document.xml"


def parts(data: bytes, label: str) -> tuple[Part, ...]:
    """The blocks of a Word file; comments, heads and feet of pages, hidden text and tables of contents are left out.

    Raises:
        InputError: it is no Word file, broken, or protected.
    """
    from grader.readers.docx.body import Body
    from grader.readers.docx.numbering import Numbering
    from grader.readers.docx.styles import Styles

    with opened(data, label) as archive:
        main = _main(archive.namelist(), xml(archive, "_rels/.rels", label))
        root = xml(archive, main, label)
        if root is None:
            raise InputError(f"{label}: not a Word file, or a broken one; open it in Word and save it as .docx again")
        folder = main.rpartition("/")[0]
        styles, numbering, footnotes, endnotes = (
            xml(archive, f"{folder}/{name}.xml", label) for name in ("styles", "numbering", "footnotes", "endnotes")
        )
    body = Body(Styles(styles), Numbering(numbering), {"footnote": footnotes, "endnote": endnotes})
    try:
        return body.read(root)
    except RecursionError:
        raise InputError(f"{label}: nested too deeply for an essay; copy the answer into a new file") from None


def _main(names: list[str], relations: object) -> str:
    """The path of the member with the text, which the package's relations name."""
    for relation in relations if relations is not None else ():  # type: ignore[attr-defined]
        if local(relation.tag) == "Relationship" and relation.get("Type", "").endswith("/officeDocument"):
            target = relation.get("Target", "").lstrip("/")
            if target in names:
                return str(target)
    return _MAIN

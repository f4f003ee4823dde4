"""OpenDocument texts (.odt), as LibreOffice and Google Docs save them: a walk of our own over content.xml.

The libraries for it were tried: odfpy fails on sound files of pandoc, odfdo loses the signs of lists of LibreOffice.
"""

from __future__ import annotations

from grader.errors import InputError
from grader.readers.archive import local, opened, xml
from grader.readers.document import Part


def parts(data: bytes, label: str) -> tuple[Part, ...]:
    """The blocks of an OpenDocument text; comments, heads and feet of pages, hidden text and tables of contents are left out.

    Raises:
        InputError: it is none, broken, or protected.
    """
    from grader.readers.odt.body import Body
    from grader.readers.odt.styles import Styles

    with opened(data, label) as archive:
        manifest = xml(archive, "META-INF/manifest.xml", label)
        if manifest is not None and any(local(one.tag) == "encryption-data" for one in manifest.iter()):
            raise InputError(f"{label}: protected by a password; save it without one")
        content = xml(archive, "content.xml", label)
        styles = xml(archive, "styles.xml", label)
    if content is None:
        raise InputError(f"{label}: not an OpenDocument text, or a broken one; save it as .odt again")
    try:
        return Body(content, Styles(content, styles)).read()
    except RecursionError:
        raise InputError(f"{label}: nested too deeply for an essay; copy the answer into a new file") from None

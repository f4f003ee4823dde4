"""HTML (.html, .htm): pages of hand and editor, Google Docs' export, Word's “filtered HTML”, LibreOffice's and pandoc's.

Scripts, styles, navigation and hidden elements are left out; no link is followed and nothing is fetched.
"""

from __future__ import annotations

import re

from grader.errors import InputError
from grader.readers.document import Part

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w-]{1,40})|<\?xml[^>]{0,100}?encoding=["']([\w-]{1,40})""",
    re.IGNORECASE,
)
# Python knows more names, of what no page is written in.
_ENCODING = re.compile(
    r"utf-?8|(?:windows-|cp)125\d|iso-8859-\d{1,2}|latin-?1|us-ascii|macintosh|koi8-r|gb\w+|big5|shift_jis|euc-\w\w"
)


def parts(data: bytes, label: str) -> tuple[Part, ...]:
    """The blocks of an HTML file.

    Raises:
        InputError: no text, in an encoding that cannot be told, or nested too deeply.
    """
    from lxml import etree

    from grader.readers.html.body import Body

    text = _decoded(data, label)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    deep = f"{label}: nested too deeply for an essay; copy the answer into a new file"
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
        if any("xcessive depth" in error.message for error in parser.error_log):  # what lies deeper would be lost
            raise InputError(deep)
        return Body(root).read() if root is not None else ()
    except (etree.XMLSyntaxError, ValueError):
        raise InputError(f"{label}: no HTML that can be read; open it in a browser and save it again") from None
    except RecursionError:
        raise InputError(deep) from None


def _decoded(data: bytes, label: str) -> str:
    """The text by the encoding that the page declares, if it fits; otherwise as any text file."""
    from grader.readers.decode import decode

    declared = _CHARSET.search(data[:4096])
    name = (declared.group(1) or declared.group(2)).decode().lower() if declared else ""
    if _ENCODING.fullmatch(name) and b"\0" not in data:
        name = "cp1252" if name in ("iso-8859-1", "latin1", "us-ascii") else name  # as browsers read it
        try:
            return data.decode(name)
        except (LookupError, UnicodeError):
            pass
    return decode(data, label)

"""What is wrong with a DOI, an ISBN, an ISSN or a web address as written, in words; "" where nothing is.

Only the form is looked at, offline: that a number adds up or an address is whole says nothing about whether it exists. Check
digits: ISO 2108 (ISBN), ISO 3297 (ISSN); DOI syntax: DOI Handbook 2.2.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_DOI_LEAD = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)", re.IGNORECASE)
_DOI = re.compile(r"^10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]+$")
_HOST = re.compile(r"^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$", re.IGNORECASE)


def doi_fault(doi: str) -> str:
    """What is wrong with a DOI, with or without "doi:" or "https://doi.org/" before it."""
    bare = _DOI_LEAD.sub("", doi.strip()).rstrip(".,;")
    if not bare:
        return "the DOI is empty"
    if not bare.startswith("10."):
        return "a DOI begins with “10.”"
    if " " in bare:
        return "a DOI has no space in it"
    if "/" not in bare or bare.endswith("/"):
        return "a DOI has a slash after its first number and goes on after it"
    if not _DOI.match(bare):
        return "the number before the slash of a DOI has four figures or more"
    return ""


def isbn_fault(isbn: str) -> str:
    """What is wrong with an ISBN of ten or thirteen figures, hyphens or not."""
    bare = _digits(isbn, "ISBN")
    if len(bare) == 10 and re.fullmatch(r"\d{9}[\dX]", bare):
        total = sum((10 - i) * (10 if char == "X" else int(char)) for i, char in enumerate(bare))
        return "" if total % 11 == 0 else "the last figure of the ISBN does not fit the others: one of them is mistyped"
    if len(bare) == 13 and bare.isdigit():
        if not bare.startswith(("978", "979")):
            return "an ISBN of 13 figures begins with 978 or 979"
        total = sum(int(char) * (3 if i % 2 else 1) for i, char in enumerate(bare))
        return "" if total % 10 == 0 else "the last figure of the ISBN does not fit the others: one of them is mistyped"
    return f"an ISBN has 10 or 13 figures, this has {sum(char.isalnum() for char in bare)}"


def url_fault(url: str) -> str:
    """What is wrong with a web address; "http://" may be left out before "www."."""
    bare = url.strip().rstrip(".,;")
    if re.search(r"\s", bare):
        return "a web address has no space in it"
    if re.match(r"h[tps]{2,6}\b", bare, re.IGNORECASE) and not re.match(r"https?://[^/]", bare, re.IGNORECASE):
        return "a web address begins with “https://” or “http://”"
    if not re.match(r"https?://", bare, re.IGNORECASE):
        bare = f"https://{bare}"
    try:
        parts = urlsplit(bare)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "the web address is not well formed"
    foreign = not host.isascii() and "." in host
    if foreign or _HOST.match(host) or re.fullmatch(r"\d{1,3}(?:\.\d{1,3}){3}|localhost", host):
        return ""
    return "the name of the site in the web address is not whole"


def _digits(text: str, name: str) -> str:
    """Figures and a closing X, without what is written before and between them."""
    bare = re.sub(rf"^{name}(?:-1[03])?:?", "", text.strip(), flags=re.IGNORECASE)
    return re.sub(r"[\s‐–-]", "", bare).upper().rstrip(".,;")

"""What a reference style prints for an entry: Entry -> CSL-JSON -> citeproc-py -> plain text.

The styles are files of the Citation Style Language project in ``csl/`` (CC BY-SA 3.0, named in each file), unaltered.
What citeproc-py does not do itself is done here, once: American punctuation inside quotation marks, given names in
full where the style wants them, spaces that it loses.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from grader.citing.model import Entry, Name

# Short name of a style -> its file and how a reader knows it.
STYLES: Mapping[str, tuple[str, str]] = {
    "apa": ("apa", "APA 7"),
    "harvard": ("harvard-cite-them-right", "Harvard"),
    "mla": ("modern-language-association", "MLA 9"),
    "chicago-author-date": ("chicago-author-date-16th-edition", "Chicago (author-date)"),
    "chicago-notes": ("chicago-notes-bibliography-16th-edition", "Chicago (notes)"),
    "ieee": ("ieee", "IEEE"),
    "vancouver": ("nlm-citation-sequence", "Vancouver"),
}
SURE = (
    0.8  # of the parser: below this an entry is not printed anew, for a wrong part would be put in the student's mouth
)

_COMPLETE = {  # what an entry of a kind must have before it is printed; other kinds vary too much
    "article": ("authors", "year", "title", "container", "volume", "pages"),
    "book": ("authors", "year", "title", "publisher"),
    "chapter": ("authors", "year", "title", "container", "editors", "publisher", "pages"),
}
_TYPES = {"article": "article-journal", "book": "book", "chapter": "chapter"}
_UNKNOWN_YEAR = "1011"  # stands for a year that the student has to look up
_AMERICAN = {"mla", "chicago-author-date", "chicago-notes", "ieee"}
_FULL_NAMES = {"mla"}


def expected(entry: Entry, style: str, gap: str = "") -> str:
    """The entry as the style prints it; "" where the entry is not sure or not complete enough to say.

    Args:
        entry: a parsed entry of a reference list.
        style: a key of :data:`STYLES`.
        gap: the field that the entry lacks ("year", "container", "publisher"): printed as "[year]" and so on.
    """
    if gap == "year":
        return _expected(replace(entry, year=_UNKNOWN_YEAR), style).replace(_UNKNOWN_YEAR, "[year]")
    if gap == "container":
        return _expected(replace(entry, kind="article", container="[journal]"), style)
    if gap == "publisher":
        return _expected(replace(entry, kind="book", publisher="[publisher]"), style)
    return _expected(entry, style)


def _expected(entry: Entry, style: str) -> str:
    needed = _COMPLETE.get(entry.kind)
    if style not in STYLES or needed is None or entry.confidence < SURE or entry.et_al:
        return ""
    if not all(getattr(entry, name) for name in needed) or not re.fullmatch(r"\d{4}[a-z]?", entry.year):
        return ""
    if any(re.search(r"-[^\W\d_]", name.given) and not name.given.istitle() for name in entry.authors + entry.editors):
        return ""  # citeproc-py makes "S.-. jin" of "Soo-jin"
    if style in _FULL_NAMES and any(_only_initials(name) for name in entry.authors):
        return ""  # the given names are not in the entry: nobody can print them
    ((_, text),) = printed([_csl(entry)], style)
    return text


def printed(items: Sequence[Mapping[str, Any]], style: str, source: str = "") -> list[tuple[str, str]]:
    """(id, entry as printed) of CSL-JSON items, in the style's order; numbers in the list are left out.

    Args:
        items: works as CSL-JSON, each with an ``id``; in the order of citation. A ``year-suffix`` is set behind the year.
        style: a key of :data:`STYLES`, or any name if ``source`` is given.
        source: the path of a CSL file outside this package.
    """
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    plain = [{key: value for key, value in item.items() if key != "year-suffix"} for item in items]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py warns of every term and field that it does not know
        listed = CitationStylesBibliography(_style(style, source), CiteProcJSON(plain), formatter.plain)
        for item in items:
            listed.register(Citation([CitationItem(item["id"])]))
        listed.sort()
        texts = [str(text) for text in listed.bibliography()]
    suffixes = {str(item["id"]).lower(): str(item.get("year-suffix", "")) for item in items}
    names = {str(item["id"]).lower(): str(item["id"]) for item in items}
    return [
        (names[key], _lettered(_mended(text, style), suffixes[key]))
        for key, text in zip(listed.keys, texts, strict=True)
    ]


@cache
def _style(style: str, source: str) -> Any:
    from io import BytesIO

    from citeproc import CitationStylesStyle

    if source:
        return CitationStylesStyle(source, validate=False)
    data = files("grader.citing").joinpath("csl", f"{STYLES[style][0]}.csl").read_bytes()
    data = re.sub(rb' page-range-format="[^"]*"', b"", data, count=1)  # which it gets wrong: "1-24" becomes "1-4"
    if (
        style in _FULL_NAMES
    ):  # citeproc-py reads "initialize-with" of the whole style and not 'initialize="false"' of a name
        data = data.replace(b' initialize-with=". "', b"", 1)
    return CitationStylesStyle(BytesIO(data), locale="en-GB" if style == "harvard" else "en-US", validate=False)


def _mended(text: str, style: str) -> str:
    text = re.sub(r"^(?:\[\d+\]|\d+\.)\s*", "", text)
    text = re.sub(r"(?<=\d{4})([A-Z][a-z]{2})(?=\d)", r" \1 ", text)  # 2021Apr12
    text = text.replace("(ed.)", "(Ed.)").replace("(eds.)", "(Eds.)") if style == "apa" else text
    if style in _AMERICAN:
        text = re.sub(r"”([.,])", r"\1”", text)
    return re.sub(r"\s+", " ", text).strip()


def _lettered(text: str, letter: str) -> str:
    return re.sub(r"(?<!\d)((?:1[5-9]|20)\d\d)(?!\d)", rf"\g<1>{letter}", text, count=1) if letter else text


def _csl(entry: Entry) -> dict[str, Any]:
    fields = {
        "id": "entry",
        "type": _TYPES[entry.kind],
        "author": [_name(name) for name in entry.authors],
        "editor": [_name(name) for name in entry.editors],
        "issued": {"date-parts": [[int(entry.year[:4])]]},
        "year-suffix": entry.year[4:],
        "title": entry.title,
        "container-title": entry.container,
        "volume": entry.volume,
        "issue": entry.issue,
        "page": re.sub("[–—]", "-", entry.pages),
        "publisher": entry.publisher,
        "publisher-place": entry.place,
        "edition": entry.edition,
        "DOI": entry.doi,
        "URL": "" if entry.doi else entry.url,
    }
    return {key: value for key, value in fields.items() if value}


def _name(name: Name) -> dict[str, str]:
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def _only_initials(name: Name) -> bool:
    return bool(name.given) and not re.search(r"[^\W\d_]{2}", name.given)

"""What kind of source an entry names, from its fields and a few words."""

from __future__ import annotations

import re

from grader.citing.model import Entry, Kind
from grader.lexicon import phrase_pattern


def kind(entry: Entry) -> Kind:
    """The kind of source; "other" where nothing tells."""
    labels = {field.label for field in entry.fields}
    rest = entry.text.replace(entry.title, " ", 1) if entry.title else entry.text  # a title may be about theses
    if _speaks("thesis", rest):
        return "thesis"
    if _speaks("conference", entry.container) or _speaks("presented", rest):
        return "conference"
    if _speaks("unpublished", rest) or (_speaks("laws", entry.title) and not entry.publisher):
        return "other"
    first = entry.authors[0].family if entry.authors and not entry.authors[0].given else ""
    if not entry.volume and (_is_newspaper(entry.container) or (_is_newspaper(first) and not entry.publisher)):
        return "news"
    if "journal" in labels or (entry.container and entry.volume and not entry.publisher):
        return "article" if entry.volume or entry.pages or entry.doi or not entry.url else "web"
    if entry.container and (entry.editors or entry.publisher or entry.pages):
        return "chapter"
    if _speaks("report", entry.text) or (_speaks("bodies", first) and (entry.publisher or not entry.url)):
        return "report"
    if entry.publisher or entry.place:
        return "book"
    return "web" if entry.url else "other"


def _speaks(key: str, text: str) -> bool:
    return bool(text) and bool(phrase_pattern("referencing", key).search(text))


def _is_newspaper(container: str) -> bool:
    """The whole name is a newspaper's: "Dawn", not "Dawn of Empire"."""
    pattern = phrase_pattern("referencing", "newspapers")
    plain = re.sub(r"\s*[(\[].*|\s*,.*", "", container).strip(" .")
    return bool(pattern.fullmatch(plain) or pattern.fullmatch(plain.removeprefix("The ").removeprefix("Daily ")))

"""What kind of source an entry names, from its fields and a few words."""

from __future__ import annotations

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
    if _is_newspaper(entry.container) and not entry.volume:
        return "news"
    if "journal" in labels or (entry.container and entry.volume and not entry.publisher):
        return "article" if entry.volume or entry.pages or entry.doi or not entry.url else "web"
    if entry.container and (entry.editors or entry.publisher or entry.pages):
        return "chapter"
    body = bool(entry.authors) and not entry.authors[0].given and _speaks("bodies", entry.authors[0].family)
    if _speaks("report", entry.text) or (body and (entry.publisher or not entry.url)):
        return "report"
    if entry.publisher or entry.place:
        return "book"
    return "web" if entry.url else "other"


def _speaks(key: str, text: str) -> bool:
    return bool(text) and bool(phrase_pattern("referencing", key).search(text))


def _is_newspaper(container: str) -> bool:
    """The whole name is a newspaper's: "Dawn", not "Dawn of Empire"."""
    pattern = phrase_pattern("referencing", "newspapers")
    return bool(container) and bool(
        pattern.fullmatch(container.strip(" .,").removeprefix("The ").removeprefix("Daily "))
        or pattern.fullmatch(container.strip(" .,"))
    )

"""What kind of source an entry names, from its fields."""

from __future__ import annotations

from dataclasses import replace

from grader.citing.model import Entry, Kind
from grader.lexicon import phrase_pattern


def kind(entry: Entry) -> Entry:
    """The entry with its kind."""
    return replace(entry, kind=_kind(entry))


def _kind(entry: Entry) -> Kind:
    labels = {field.label for field in entry.fields}

    def speaks(key: str, text: str) -> bool:
        return bool(text) and bool(phrase_pattern("referencing", key).search(text))

    if speaks("thesis", entry.text):
        return "thesis"
    if speaks("conference", entry.container):
        return "conference"
    if speaks("newspapers", entry.container) and not entry.volume:
        return "news"
    if "journal" in labels or (entry.container and entry.volume and not entry.publisher):
        return "article"
    if entry.container and (entry.editors or entry.publisher):
        return "chapter"
    if speaks("report", entry.text):
        return "report"
    if entry.publisher or entry.place:
        return "book"
    if entry.url:
        return "web"
    return "other"

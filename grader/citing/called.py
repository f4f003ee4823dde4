"""What to call an entry or a citation in a message, so that a reader finds it at once."""

from __future__ import annotations

from collections.abc import Sequence

from grader.citing.model import Entry

_TITLE_WORDS = 6
_TEXT_WORDS = 8


def called(entry: Entry) -> str:
    """'Siddiqui, “The cost of an appeal” (2018b)'; the entry's first words where author or title were not read."""
    if not entry.authors or not entry.title:
        start = entry.text.split()
        return f"“{' '.join(start[:_TEXT_WORDS])}{' …' if len(start) > _TEXT_WORDS else ''}”"
    who = listed(entry)
    title = entry.title.split()
    shown = " ".join(title[:_TITLE_WORDS]).rstrip(",:;") + (" …" if len(title) > _TITLE_WORDS else "")
    return f"{who}, “{shown}”{f' ({entry.year})' if entry.year else ''}"


def listed(entry: Entry) -> str:
    """Surnames of an entry: "Khan", "Khan and Ali", "Khan et al."."""
    return names([name.family for name in entry.authors], entry.et_al)


def names(families: Sequence[str], et_al: bool = False) -> str:
    """Surnames in a row, three and more as the first with "et al."."""
    if not families:
        return ""
    if et_al or len(families) > 2:
        return f"{families[0]} et al."
    return " and ".join(families)

"""Which citation style an entry is written in, by its shape, and which most entries of a list share.

Every trait that an entry shows (where the year stands, how names are written, quotation marks, "vol." and "pp.", the place of
publication ...) is held against what each style allows (``lexicon/citation_styles.yaml``). Many entries fit several styles: a list is
said to have one only where one fits most entries and better than any other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.citing.model import Entry
from grader.lexicon import load

FITS = 0.99  # an entry with every trait allowed
CLEAR = 0.3  # so much nearer to another style than to the list's, and an entry is written in that one
FEWEST = 3  # entries, before a list has a style
_PARTS = ("author", "title", "date")
_INITIALS_AFTER = re.compile(r"^[^,]+, (?:[^\W\d_]\.[ -]?)+")
_RUN_ON = re.compile(r"^[^\W\d_][\w'’ -]+ [A-Z]{1,3}(?:[,.]|$)")
_INITIALS_BEFORE = re.compile(r"^(?:[^\W\d_]\.[ -]?)+ ?[^\W\d_]")
_GIVEN_AFTER = re.compile(r"^[^,]+, [^\W\d_][\w'’-]{2,}")
_GIVEN_BEFORE = re.compile(r"^[^\W\d_][\w'’-]+ (?:[^\W\d_]\. )?[^\W\d_][\w'’-]+(?:,| and |$)")


@dataclass(frozen=True, slots=True)
class ListStyle:
    """The style that most entries share ("" where none stands out), how many fit it, and which clearly have another.

    ``minority``: index of an entry and the style that it has instead.
    """

    style: str
    fitting: int
    minority: tuple[tuple[int, str], ...]


def name(style: str) -> str:
    """A style's name for readers."""
    return str(load("citation_styles")[style]["name"])


def traits(entry: Entry) -> dict[str, str]:
    """What an entry shows of each trait; traits that it does not show are left out."""
    found = {
        "date": _date(entry),
        "names": _names(entry),
        "join": _join(entry),
        "quoted": _quoted(entry),
        "counted": _counted(entry),
        "pages": _pages(entry),
        "access": _access(entry),
        "place": ("yes" if entry.place else "no") if entry.publisher and entry.kind in ("book", "chapter") else "",
    }
    return {trait: value for trait, value in found.items() if value}


def scores(entry: Entry) -> dict[str, float]:
    """For each style the share of the traits shown that it allows, 0 to 1; nothing where an entry shows fewer than three."""
    shown = traits(entry)
    if len(shown) < 3:
        return {}
    return {
        style: round(sum(value in allowed[trait] for trait, value in shown.items()) / len(shown), 3)
        for style, allowed in load("citation_styles").items()
    }


def best(held: Mapping[str, float]) -> tuple[str, ...]:
    """The styles that an entry fits best; several where it is ambiguous, none where it fits no style in full."""
    top = max(held.values(), default=0.0)
    return tuple(style for style, score in held.items() if score == top) if top >= FITS else ()


def of_list(entries: Sequence[Entry]) -> ListStyle:
    """The style of a list, and the entries that clearly have another.

    The list's style fits more than half of the entries that show enough, and more of them than any other style does.
    """
    held = [scores(entry) for entry in entries]
    judged = [one for one in held if one]
    counts = {style: sum(one[style] >= FITS for one in judged) for style in load("citation_styles")}
    ranked = sorted(counts, key=lambda style: -counts[style])
    top = counts[ranked[0]]
    if len(judged) < FEWEST or 2 * top <= len(judged) or counts[ranked[1]] == top:
        return ListStyle("", top, ())
    style = ranked[0]
    minority = tuple(
        (i, fitting[0])
        for i, one in enumerate(held)
        if (fitting := best(one)) and style not in fitting and one[style] <= one[fitting[0]] - CLEAR
    )
    return ListStyle(style, top, minority)


def _at(entry: Entry, *labels: str) -> tuple[int, int] | None:
    return next(((field.start, field.end) for field in entry.fields if field.label in labels), None)


def _date(entry: Entry) -> str:
    """Where the year stands: straight after the authors or late, and whether in brackets."""
    if not entry.year:
        return ""
    date, title = _at(entry, "date"), _at(entry, "title")
    if date is None:
        return "run-on" if re.search(r"\d{4};\s?\d", entry.text) else ""
    if re.match(r".{0,25}?\d{4};\s?\d", entry.text[date[0] :]):
        return "run-on"
    if title is None:
        return ""
    opened = entry.text.rfind("(", 0, date[1])
    bracket = opened > entry.text.rfind(")", 0, date[0]) and ")" in entry.text[date[0] :]
    if date[0] < title[0]:
        after = entry.text[date[1] :].lstrip(")] ")[:1]
        return ("bracket-stop" if after == "." else "bracket-open") if bracket else "plain-early"
    return "bracket-late" if bracket and _at(entry, "journal") else "late"


def _names(entry: Entry) -> str:
    """How the first person's name is written; nothing for bodies and one-word names."""
    span = _at(entry, "author")
    if span is None or not entry.authors or not entry.authors[0].given:
        return ""
    text = entry.text[span[0] : span[1]]
    for form, pattern in (
        ("initials-before", _INITIALS_BEFORE),
        ("run-on", _RUN_ON),
        ("initials-after", _INITIALS_AFTER),
        ("given-after", _GIVEN_AFTER),
        ("given-before", _GIVEN_BEFORE),
    ):
        if pattern.match(text):
            return form
    return ""


def _join(entry: Entry) -> str:
    span = _at(entry, "author")
    if span is None or len(entry.authors) < 2 or entry.et_al:
        return ""
    text = entry.text[span[0] : span[1]]
    return "&" if "&" in text else "and" if " and " in text else "comma"


def _quoted(entry: Entry) -> str:
    """Marks round the title of an article or chapter; a book's says nothing but that it has none."""
    span = _at(entry, "title")
    if span is None:
        return ""
    before = entry.text[max(0, span[0] - 2) : span[0] + 1]
    if re.search('[“"„«]', before):
        return "double"
    if re.search("[‘'`]", before):
        return "single"
    return "no" if entry.kind in ("article", "chapter", "news") else ""


def _counted(entry: Entry) -> str:
    """How volume and number of a journal are written."""
    span = _at(entry, "volume")
    if span is None or not _at(entry, "journal", "container-title"):
        return ""
    text = entry.text[span[0] : span[1]].lower()
    if re.search(r"\d{4};\s?\d|\d;\d|\)\s?:\s?\d", text) or entry.text[span[0] - 2 : span[0]].strip() == ";":
        return "run-on"
    if re.search(r"\bvol", text):
        return "vol-no" if re.search(r"\bno\b|\bissue\b", text) else "vol"
    if re.search(r"\d,? no\.", text):
        return "comma-no"
    if re.search(r"\d ?\((?!(?:1[5-9]|20)\d\d\b)", text):
        return "short"
    return "bare" if text.strip(" .,;:").isdigit() else ""


def _pages(entry: Entry) -> str:
    span = _at(entry, "pages")
    if span is None:
        return ""
    text = entry.text[span[0] : span[1]].lower().lstrip("( ")
    if text.startswith("pp"):
        return "pp" if entry.kind == "article" else "pp-chapter"
    if re.match(r"p\b", text):
        return "p"
    return "bare" if text[:1].isdigit() else ""


def _access(entry: Entry) -> str:
    """How a web address is brought in."""
    if not entry.url or re.search(r"doi\.org", entry.url):
        return ""
    before = entry.text[: entry.text.find(entry.url)].lower()
    if "[online]" in before:
        return "online"
    if re.search(r"available (?:at|from|online)", before):
        return "available"
    if re.search(r"retrieved\b", before):
        return "retrieved"
    return "accessed" if entry.accessed else "bare"

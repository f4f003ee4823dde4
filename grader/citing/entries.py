"""A reference-list entry as text -> :class:`Entry`: its fields by the model, then what each field says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from grader.citing.kinds import kind
from grader.citing.model import Entry, Field
from grader.citing.names import et_al, names, same_as_before
from grader.citing.tagger import shipped, tag
from grader.citing.tokens import tokens

LONGEST = 2000  # characters that are read; no entry is longer
_AROUND = ' \t\n.,;:*_"“”«»'
_INITIAL_AT_END = re.compile(r"(?<![^\W\d_])[^\W\d_](?=\.\W*$)")
_NUMBER = re.compile(
    r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|\^\{?(\d{1,3})\}?|(\d{1,3})[.)](?!\d)|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))\s*(?=\S)"
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_IBID = re.compile(r"(?:ibid(?:em)?|id(?:em)?)\b\.?", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?:[a-z](?![\w])|(?!\d))")
_UNDATED = re.compile(r"\b(?:n\.? ?d\.?|s\. ?d\.|undated|forthcoming|in press)(?!\w)", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_DOI = re.compile(r"\b10\.\d{4,9}/\S+")
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*((?:97[89][\s-]?)?\d[\d\s-]{7,14}[\dXx])", re.IGNORECASE)
_ACCESSED = re.compile(
    r"\b(?:last\s+)?(?:accessed|retrieved|viewed|visited|cited|downloaded|date of access)(?:\s+on)?:?\s+(?P<date>(?=[^,]*\d)"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]+\.?,?\s+\d{4}|[A-Z][a-z]+\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{4}\s+[A-Z][a-z]+\.?\s+\d{1,2}"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|[A-Z][a-z]+\.?\s+\d{4}))",
    re.IGNORECASE,
)
_ISSUE_IN_VOLUME = re.compile(
    r"(?:\bno|\bnr|\bnumber|\bissue|\biss|\bn°)\.?\s*(\d+[\w/–-]*)|\(\s*(?:no\.?\s*)?([^()]{1,20}?)\s*\)", re.IGNORECASE
)
_VOLUME = re.compile(r"(?:\b(?:vol|volume|vols|bd|band|tome)\b\.?\s*)?(\d+[a-z]?|[ivxlc]+\b)", re.IGNORECASE)
_PAGES = re.compile(r"[a-z]{0,2}\d+(?:\s*[-–—]\s*[a-z]{0,2}\d+)?|\b[ivxlc]+\b(?:\s*[-–—]\s*[ivxlc]+\b)?", re.IGNORECASE)
_RUN_TOGETHER = re.compile(  # Vancouver and the like: "2010;12(3):45-67", "12(3):45-67"
    r"^(?:(?P<year>(?:1[5-9]|20)\d\d)[^;:]*;)?\s*(?P<volume>\d*)\s*(?:\((?P<issue>[^)]*)\))?\s*:\s*(?P<pages>[a-z]?\d[\w–-]*)"
)


def parse(text: str, number: int | None = None) -> Entry:
    """One entry taken apart; a number in the list before it ("[3]", "3.") is set apart from its text.

    Args:
        text: the entry, without line breaks that matter.
        number: its number in the list where it is known already.
    """
    return _parsed([(text, number)])[0]


def parse_list(texts: Sequence[tuple[str, int | None]]) -> tuple[Entry, ...]:
    """Entries in the order of a list, with their numbers: dashes stand for the authors of the entry above, "ibid." for all of it."""
    found: list[Entry] = []
    for entry in _parsed(texts):
        if found and _IBID.match(entry.text):
            entry = replace(
                found[-1], text=entry.text, number=entry.number, fields=entry.fields, pages=_page_of(entry.text)
            )
        elif found and not entry.authors and same_as_before(entry.text.split(" ")[0]):
            entry = replace(entry, authors=found[-1].authors, et_al=found[-1].et_al)
        found.append(entry)
    return tuple(found)


def _parsed(texts: Sequence[tuple[str, int | None]]) -> list[Entry]:
    """Each for itself; the model reads them together, which is quicker."""
    apart = [_apart(text, number) for text, number in texts]
    spans = [tokens(text[:LONGEST]) for text, _ in apart]
    pieces = [[text[start:end] for start, end in held] for (text, _), held in zip(apart, spans, strict=True)]
    return [
        _entry(text, number, tuple(_fields(text, held, found)), sure)
        for (text, number), held, (found, sure) in zip(apart, spans, tag(pieces, shipped()), strict=True)
    ]


def _apart(text: str, number: int | None) -> tuple[str, int | None]:
    """An entry's text without the number before it, and that number."""
    lead = _NUMBER.match(text)
    if lead:
        number = (
            number if number is not None else int(next(part for part in lead.groups() if part).translate(_SUPERSCRIPTS))
        )
        text = text[lead.end() :]
    elif number is not None:
        text = re.sub(rf"^\s*{number}\s+", "", text)  # a raised number, read as plain
    return text.strip(), number


def _page_of(text: str) -> str:
    page = re.search(r"\d+(?:\s*[-–—]\s*\d+)?", text)
    return page.group() if page else ""


def _fields(text: str, spans: Sequence[tuple[int, int]], labels: Sequence[str]) -> Iterable[Field]:
    """Runs of one label, without the punctuation around them."""
    start = 0
    for i, label in enumerate(labels):
        if i + 1 < len(labels) and labels[i + 1] == label:
            continue
        a, b = spans[start][0], spans[i][1]
        trimmed = text[a:b].strip(_AROUND)
        if trimmed:
            a += text[a:b].index(trimmed)
            initial = _INITIAL_AT_END.search(text, a, b)  # "Khan, S.": the full stop is the name's
            yield Field(label, a, a + len(trimmed) + bool(initial and initial.start() == a + len(trimmed) - 1))
        start = i + 1


def _entry(text: str, number: int | None, fields: tuple[Field, ...], sure: float) -> Entry:
    def of(*labels: str) -> str:
        return next((text[one.start : one.end] for one in fields if one.label in labels), "")

    def every(label: str) -> list[str]:
        return [text[one.start : one.end] for one in fields if one.label == label]

    author = of("author") or ("" if of("editor") == "" or _before(fields, "title", "editor") else of("editor"))
    volume = of("volume")
    together = _RUN_TOGETHER.match(volume) or _RUN_TOGETHER.match(of("date"))
    issue = _ISSUE_IN_VOLUME.search(volume)
    of_issue = next((part for part in issue.groups() if part), "") if issue else ""
    if _YEAR.fullmatch(of_issue):  # "75 (1987)": the year of the volume
        of_issue = ""
    number_of = _VOLUME.search(volume)
    pages = _PAGES.search(re.sub(r"^\W*(?:pages?|pp?|pgs?|s)\b\.?\s*", "", of("pages"), flags=re.IGNORECASE))
    url = _URL.search(text)
    doi = _DOI.search(text)
    isbn = _ISBN.search(text)
    accessed = _ACCESSED.search(text)
    entry = Entry(
        text=text,
        number=number,
        fields=fields,
        authors=names(author),
        et_al=et_al(author),
        year=_year(every("date"), text) or (together["year"] or "" if together else ""),
        title=_plain(of("title")),
        container=_plain(re.sub(r"^(?:in|In)\s*:?\s+", "", of("container-title", "journal", "source"))),
        editors=() if author == of("editor") else tuple(name for one in every("editor") for name in names(one)),
        edition=of("edition").strip("() "),
        volume=together["volume"] if together else number_of[1] if number_of else "",
        issue=(together["issue"] or "") if together else of_issue,
        pages=together["pages"] if together else pages.group() if pages else "",
        publisher=of("publisher").strip("() "),
        place=of("location").strip("() "),
        doi=doi.group().rstrip(".,;)]>") if doi else "",
        isbn=isbn[1].strip() if isbn else "",
        url=url.group().rstrip(".,;)]>") if url else "",
        accessed=accessed["date"] if accessed else "",
        confidence=round(sure, 3),
    )
    return replace(entry, kind=kind(entry))


def _before(fields: tuple[Field, ...], one: str, other: str) -> bool:
    places = {field.label: field.start for field in reversed(fields)}
    return one in places and places[one] < places.get(other, -1)


def _plain(title: str) -> str:
    """Without quotation marks and emphasis around it."""
    return title.strip(" \t\n.,;:*_\"“”‘’'«»").strip()


def _year(dates: list[str], text: str) -> str:
    for date in dates:
        if year := _YEAR.search(date):
            return year.group()
        if undated := _UNDATED.search(date):
            return undated.group().lower()
    if dates:
        return ""
    bracketed = re.search(rf"\(({_YEAR.pattern}|n\.d\.)", text)
    return bracketed[1] if bracketed else ""

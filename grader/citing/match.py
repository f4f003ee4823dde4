"""Citations of a text held against the entries of its list. Pure: tuples in, one verdict for each citation and entry out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from grader.citing.model import Entry
from grader.citing.sameness import initials, keys, leads, nearly, plain, same
from grader.lexicon import words

Tie = Literal[
    "same",  # author and year (or number, or page) lead to an entry
    "letter",  # the year's letter is missing, or is another
    "year",  # the same authors, another year
    "name",  # nearly the same name, the same year
    "several",  # more than one entry fits
    "none",
]
Standing = Literal["cited", "possible", "not cited"]

_YEAR = re.compile(r"(?<![\d.])(?:1[4-9]|20)\d\d(?!\d)")
_OUTSIDE_YEARS = re.compile(r"(?:https?://|www\.|doi:?\s*|10\.\d{4})\S*|\b\d+\s*[-–]\s*\d+", re.IGNORECASE)
_LEADING = 60  # characters of an entry in which its author stands
_TITLE_WORDS = 2  # of a title, by which a short form is known


class Cited(Protocol):
    """What matching needs of a citation: see :class:`grader.citing.model.InText`."""

    @property
    def authors(self) -> tuple[str, ...]: ...
    @property
    def year(self) -> str: ...
    @property
    def numbers(self) -> tuple[int, ...]: ...
    @property
    def et_al(self) -> bool: ...
    @property
    def joined(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a citation leads to. ``entries`` are places in the list, the possible ones where ``tie`` is no plain "same".

    ``missing`` are the numbers of a numeric citation that the list does not have (``tie`` is then "none").
    """

    tie: Tie
    entries: tuple[int, ...] = ()
    missing: tuple[int, ...] = ()


def match(
    cited: Sequence[Cited],
    entries: Sequence[Entry],
    *,
    around: Sequence[str] = (),
    glossary: Mapping[str, str] | None = None,
) -> tuple[Verdict, ...]:
    """A verdict for each citation; one of authors that are not named ("ibid.") is the "same" as nothing.

    Args:
        cited: citations in the order of the text, by author or by number; footnote marks are :func:`match_note`'s.
        entries: entries in the order of the list.
        around: the sentence of each citation, where a title may say which of an author's works is meant.
        glossary: acronyms that the text explains.
    """
    glossary = glossary or {}
    numbers = _numbers(cited, entries)
    index = _index(entries)
    known: dict[tuple[tuple[str, ...], str, bool, str], Verdict] = {}
    found = []
    for i, one in enumerate(cited):
        if one.numbers:
            found.append(_by_number(one, numbers))
            continue
        sentence = around[i] if around else ""
        key = (one.authors, one.year, one.et_al, "" if one.year else sentence)
        if key not in known:
            known[key] = (
                _by_name(one, entries, index, sentence, glossary) if one.authors else _by_title(entries, sentence)
            )
        found.append(known[key])
    return tuple(found)


def standings(verdicts: Sequence[Verdict], count: int) -> tuple[Standing, ...]:
    """Of each of ``count`` entries: cited, possibly meant by a citation that does not quite fit, or not cited."""
    sure = {i for verdict in verdicts if verdict.tie in ("same", "letter", "several") for i in verdict.entries}
    maybe = {i for verdict in verdicts if verdict.tie in ("year", "name") for i in verdict.entries}
    return tuple("cited" if i in sure else "possible" if i in maybe else "not cited" for i in range(count))


def twins(entries: Sequence[Entry]) -> tuple[tuple[int, int], ...]:
    """Pairs of entries that are one work twice: the same DOI, or the same first author, year and title."""
    seen: dict[tuple[str, ...], int] = {}
    found = []
    for i, entry in enumerate(entries):
        title = plain(entry.title)
        author = plain(entry.authors[0].family) if entry.authors else ()
        marks: list[tuple[str, ...]] = [("doi", entry.doi.casefold())] if entry.doi else []
        if len(title) >= 3 and (author or len(title) >= 5):
            marks.append(("work", *author, entry.year[:4], "|", *title))
        marks.append(("text", *plain(entry.text)))
        first = next((seen[mark] for mark in marks if mark in seen), None)
        if first is not None and _no_other_doi(entries[first], entry):
            found.append((first, i))
        for mark in marks:
            seen.setdefault(mark, i)
    return tuple(found)


def _no_other_doi(one: Entry, other: Entry) -> bool:
    same_title = plain(one.title) == plain(other.title) or not one.title or not other.title
    return same_title and (not one.doi or not other.doi or one.doi.casefold() == other.doi.casefold())


def _numbers(cited: Sequence[Cited], entries: Sequence[Entry]) -> Mapping[int, int] | None:
    """Number of an entry -> its place. A list without numbers counts by place where most citations are numbers."""
    own = {entry.number: i for i, entry in reversed(list(enumerate(entries))) if entry.number is not None}
    if 2 * len(own) >= len(entries):
        return own
    by_number = sum(bool(one.numbers) for one in cited)
    return {i + 1: i for i in range(len(entries))} if 5 * by_number >= 4 * len(cited) else None


def _by_number(one: Cited, numbers: Mapping[int, int] | None) -> Verdict:
    if numbers is None:
        return Verdict("same")  # a stray number in an answer that cites by name: nothing can be said
    missing = tuple(number for number in one.numbers if number not in numbers)
    return Verdict(
        "none" if missing else "same",
        tuple(numbers[number] for number in one.numbers if number in numbers),
        missing,
    )


def _by_title(entries: Sequence[Entry], sentence: str) -> Verdict:
    """No author is named: a title in the sentence leads to its entry; "ibid." leads nowhere, and nothing is held against it."""
    return Verdict("same", tuple(i for i, entry in enumerate(entries) if names_title(sentence, entry)))


def _by_name(
    one: Cited, entries: Sequence[Entry], index: Mapping[str, list[int]], sentence: str, glossary: Mapping[str, str]
) -> Verdict:
    first = one.authors[0]
    wanted = {*plain(first), *keys(first), *initials(first), *plain(glossary.get(first, ""))}
    places = sorted({i for word in wanted for i in index.get(word, ())})
    fits = [(fit, i) for i in places if (fit := _tie(one, entries[i], glossary))]
    if not any(tie in ("same", "letter") for (_, tie), _ in fits):
        near = [i for i, entry in enumerate(entries) if entry.authors and nearly(first, entry.authors[0])]
        fits += [(fit, i) for i in near if i not in places and (fit := _tie(one, entries[i], glossary))]
    if not fits:
        return Verdict("none")
    best = max(rank for (rank, _), _ in fits)
    tie = next(tie for (rank, tie), _ in fits if rank == best)
    places = [i for (rank, _), i in fits if rank == best]
    if tie in ("same", "letter") and len(places) > 1:
        return _one_of(places, tie, one, entries, sentence)
    return Verdict(tie, tuple(places))


def _index(entries: Sequence[Entry]) -> dict[str, list[int]]:
    """Words by which an entry may be cited -> its place: of its author, its beginning, its title, its newspaper or body."""
    found: dict[str, list[int]] = {}
    unsaid = words("listing", "particles") | words("listing", "small")
    for i, entry in enumerate(entries):
        names = [name.family for name in (entry.authors or entry.editors)[:1]] + [entry.publisher]
        held = {
            *plain(entry.text[:_LEADING]),
            *plain(entry.title)[:_TITLE_WORDS],
            *plain(entry.container)[:_TITLE_WORDS],
        }
        for name in names:
            held |= {*plain(name), *keys(name), *initials(name)}
        for word in held - unsaid:
            found.setdefault(word, []).append(i)
    return found


def _tie(one: Cited, entry: Entry, glossary: Mapping[str, str]) -> tuple[int, Tie] | None:
    """How well a citation fits an entry, and in which way; None where it does not."""
    years = _years(one.year, entry)
    others = _others(one, entry, glossary)
    first = _first(one.authors[0], entry, glossary)
    if not one.year and starts_title(f" {one.joined} ".join(one.authors), entry):
        return (10, "same")  # "(Rural Roads 12)": a title in the author's place
    if first == "same":
        if others in ("same", "fewer"):
            rank = 1 if others == "same" else 0
            if years in ("same", "letter"):
                return (10 + rank, "same") if years == "same" else (8 + rank, "letter")
            return (3, "year") if others == "same" else None
        return ((6 if others == "near" else 2) + (years == "same"), "name") if years != "other" else None
    if first == "near" and others in ("same", "fewer") and years != "other":
        return (4 + (years == "same"), "name")
    return None


def _first(cited: str, entry: Entry, glossary: Mapping[str, str]) -> Literal["same", "near", ""]:
    names = entry.authors[:1] or entry.editors[:1]
    if names and same(cited, names[0], glossary):
        return "same"
    if leads(cited, entry, glossary):
        return "same"
    return "near" if names and nearly(cited, names[0]) else ""


def _others(one: Cited, entry: Entry, glossary: Mapping[str, str]) -> Literal["same", "fewer", "near", "other"]:
    """The authors after the first: all there, some left out without "et al.", one nearly the same, or others."""
    listed = entry.authors or entry.editors
    if len(one.authors) > 1 and _is_one_body(one.authors, entry):
        return "same"
    near = False
    for cited, name in zip(one.authors[1:], listed[1:], strict=False):
        if not same(cited, name, glossary):
            if not nearly(cited, name):
                return "other"
            near = True
    if len(one.authors) > max(len(listed), 1) and not entry.et_al:
        return "other"
    if near:
        return "near"
    alike = len(one.authors) == len(listed) or not listed or (one.et_al or entry.et_al)
    return "same" if alike and not (one.et_al and len(listed) == 1 and not entry.et_al) else "fewer"


def _is_one_body(authors: Sequence[str], entry: Entry) -> bool:
    """Whether what was read as several authors is the name of one: "Ministry of Housing, Communities and Local Government"."""
    whole, head = ([word for word in plain(text) if word != "and"] for text in (" ".join(authors), entry.text))
    return head[: len(whole)] == whole


def _years(cited: str, entry: Entry) -> Literal["same", "letter", "other"]:
    if not cited or cited == entry.year:
        return "same"
    digits, letter = _split(cited)
    listed, its_letter = _split(entry.year)
    if digits == listed:
        return "same" if letter == its_letter else "letter"
    if not entry.year or (not digits and not listed):
        return "same"  # "n.d." and "in press" are as undated as each other; an entry without a year contradicts nobody
    stated = _YEAR.findall(_OUTSIDE_YEARS.sub(" ", entry.text.replace(entry.accessed or "\0", " ")))
    if any(year in stated for year in _YEAR.findall(cited)):
        return "same"  # "1965/2019", or the year of the first edition further on in the entry
    return "other"


def _split(year: str) -> tuple[str, str]:
    parts = re.match(r"(\d{4})([a-z]?)", year)
    return (parts[1], parts[2]) if parts else ("", "")


def _one_of(places: list[int], tie: Tie, one: Cited, entries: Sequence[Entry], sentence: str) -> Verdict:
    """Several entries fit: the same work twice is one; else the whole name or a title in the sentence tells, or nothing does."""
    found = [entries[i] for i in places]
    if len(twins(found)) >= len(found) - 1:
        return Verdict(tie, tuple(places))
    whole = [i for i in places if any(keys(one.authors[0]) & keys(name.family) for name in entries[i].authors[:1])]
    if len(whole) == 1:
        return Verdict(tie, tuple(whole))  # "UNICEF", not "UNICEF Pakistan" of the same year
    if not one.year:
        titled = [i for i in places if names_title(sentence, entries[i])]
        if titled:
            return Verdict("same", tuple(titled))
    return Verdict("letter" if tie == "letter" else "several", tuple(places))


def names_title(text: str, entry: Entry) -> bool:
    """Whether a text has the first words of an entry's title in a row: two, or one before "of", "and" and the like."""
    lead = _lead(plain(entry.title))
    held = plain(text)
    if not lead or lead[0] not in held:
        return False
    return any(held[i : i + len(lead)] == lead for i in range(len(held) - len(lead) + 1))


def starts_title(cited: str, entry: Entry) -> bool:
    """Whether what is cited are two words or more with which an entry's title begins."""
    articles = words("listing", "articles")
    short, title = (
        part[1:] if part[:1] and part[0] in articles else part for part in (plain(cited), plain(entry.title))
    )
    return len(short) > 1 and title[: len(short)] == short


def _lead(title: tuple[str, ...]) -> tuple[str, ...]:
    if title[:1] and title[0] in words("listing", "articles"):
        title = title[1:]
    lead = title[:_TITLE_WORDS]
    return lead[:1] if len(lead) > 1 and lead[1] in words("listing", "small") and len(lead[0]) > 3 else lead

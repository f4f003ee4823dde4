"""The citations of the text and the entries of the list, held against each other.

Two kinds of lists: the reference list (or bibliography), and footnotes. Citations by name or number lead into the list;
footnote marks lead to notes, and what the notes name leads into the list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from grader.citing.match import Standing, Verdict, match, standings, twins
from grader.citing.model import Entry, InText
from grader.citing.notes import match_notes
from grader.citing.sameness import initials, keys, nearly
from grader.citing.second_look import by_number, by_page
from grader.context import Context
from grader.facts.references import Reference, references
from grader.lexicon import lines
from grader.model import PROSE, Essay, Sentence, Span
from grader.segment.lines import known_name

System = Literal["author-year", "author-page", "numeric", "notes", ""]

_NOTE_BEFORE = re.compile(r"\[\^[^\]\s]{1,20}\]:[ \t]*$")
_INTRODUCED = re.compile(r"((?:[\w&’'-]+ ){2,10})[\[(]([A-Z][A-Za-z&]{0,8}[A-Z])\b")
_NAME = re.compile(r"[A-Z][\w’'-]{4,}")
_MARKS = 12  # characters before a note that can hold its mark


@dataclass(frozen=True, slots=True)
class Listing:
    """Citations and entries with their verdicts; places in ``entries`` are those the verdicts speak of.

    ``verdicts`` go with ``cited``, ``noted`` with ``notes`` (None: a note that cites nothing), ``standings`` with ``entries``.
    ``twins`` are pairs of places of one work listed twice; ``slips`` are names in the prose that are nearly that of an entry nobody
    cites, with its place. ``system`` is how most citations of the answer lead to a source.
    """

    cited: tuple[InText, ...]
    notes: tuple[Reference, ...]
    entries: tuple[Reference, ...]
    verdicts: tuple[Verdict, ...]
    noted: tuple[Verdict | None, ...]
    standings: tuple[Standing, ...]
    twins: tuple[tuple[int, int], ...]
    slips: tuple[tuple[Span, int], ...]
    system: System

    def entry(self, place: int) -> Entry:
        """The entry at a place in the list."""
        return self.entries[place].entry


def listing(essay: Essay, context: Context) -> Listing:
    """Citations against the reference list; without a list every verdict is "same" and leads nowhere."""
    notes, entries = _parted(essay, context.fact(references))
    found = tuple(
        one
        for one in essay.cited
        if one.form != "passage" and not any(other.span.touches(span_of(one)) for other in essay.apart)
    )
    found = _as_marks(_looked_at_again(essay, found, entries), notes)
    cited = tuple(one for one in found if one.form != "note")
    slips: tuple[tuple[Span, int], ...] = ()
    if entries:
        around = _sentences(essay, cited)
        verdicts = match(cited, [one.entry for one in entries], around=around, glossary=_glossary(essay))
        noted = match_notes([one.entry.text for one in notes], [one.entry for one in entries])
        stand = standings([*verdicts, *(one for one in noted if one)], len(entries))
        stand = _mentioned(essay, cited, entries, stand)
        slips = tuple(_slips(essay, entries, stand))
        slipped = {place for _, place in slips}
        stand = tuple("possible" if i in slipped else standing for i, standing in enumerate(stand))
    else:
        verdicts, noted, stand = (Verdict("same"),) * len(cited), (None,) * len(notes), ()
    double = twins([one.entry for one in entries])
    return Listing(
        cited, notes, entries, verdicts, noted, stand, double, slips, _system(found) or ("notes" if notes else "")
    )


def _looked_at_again(essay: Essay, found: tuple[InText, ...], entries: tuple[Reference, ...]) -> tuple[InText, ...]:
    """With citations that only the list bears out, in answers that cite by numbers in round brackets or by page."""
    rounds = [one for one in found if one.numbers and essay.text[one.start] == "("]
    paged = [one for one in found if one.authors and not one.year]
    kept = tuple(one for one in found if one not in rounds)
    if any(one.entry.number for one in entries):
        if not rounds or _system(found) != "numeric":
            return found
        highest = max(one.entry.number or 0 for one in entries)
        again = [  # "Khan (3)" may have been read as a page
            _moved(one, sentence)
            for sentence in essay.sentences
            for one in by_number(essay[sentence.span], highest + 1)
        ]
        taken = {one.start for one in rounds}
        kept = tuple(one for one in found if one not in paged)
        found = (*kept, *(one for one in again if one.start not in taken))
    elif entries and paged:
        known = {key for one in entries for name in one.entry.authors[:1] for key in keys(name.family)}
        starts = [one.start for one in kept]
        again = [
            _moved(one, sentence)
            for sentence in essay.sentences
            if bisect_left(starts, sentence.span.start) == bisect_left(starts, sentence.span.end)
            and (one := by_page(essay[sentence.span], known))
        ]
        found = (*kept, *again)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _moved(one: InText, sentence: Sentence) -> InText:
    return replace(one, start=one.start + sentence.span.start, end=one.end + sentence.span.start)


def span_of(one: InText) -> Span:
    """Where a citation stands in the essay."""
    return Span(one.start, one.end)


def _parted(essay: Essay, found: tuple[Reference, ...]) -> tuple[tuple[Reference, ...], tuple[Reference, ...]]:
    """Footnotes and entries of the list: a note has its mark before it, "[^1]:", or its number under "Footnotes"."""
    notes: list[Reference] = []
    entries: list[Reference] = []
    headed = _under_notes(essay)
    for one in found:
        before = essay.text[max(0, one.span.start - _MARKS) : one.span.start]
        (notes if one.span in headed or _NOTE_BEFORE.search(before) else entries).append(one)
    return tuple(notes), tuple(entries)


def _under_notes(essay: Essay) -> frozenset[Span]:
    """Numbered entries under a heading that footnotes stand under."""
    found, notes = set(), False
    for block in essay.blocks:
        if block.kind == "heading":
            notes = known_name(essay.label_of(block), "notes")
        elif notes and block.kind == "reference" and block.number:
            found.add(block.span)
    return frozenset(found)


def _as_marks(found: tuple[InText, ...], notes: tuple[Reference, ...]) -> tuple[InText, ...]:
    """Raised and bracketed numbers lead to the notes where these have such numbers."""
    numbers = {one.entry.number for one in notes}
    return tuple(
        replace(one, form="note")
        if one.form in ("number", "superscript") and one.numbers and numbers.issuperset(one.numbers)
        else one
        for one in found
    )


def _system(cited: tuple[InText, ...]) -> System:
    count: Counter[System] = Counter()
    for one in cited:
        if one.form in ("number", "superscript"):
            count["numeric"] += 1
        elif one.form == "note":
            count["notes"] += 1
        else:
            count["author-year" if one.year else "author-page"] += 1
    return max(count, key=lambda system: (count[system], system)) if count else ""


def _sentences(essay: Essay, cited: tuple[InText, ...]) -> list[str]:
    """The sentence of each citation as written (its readable words leave citations out): both are in the order of the text."""
    found = []
    sentences = sorted((*essay.sentences, *essay.apart), key=lambda sentence: sentence.span)
    i = 0
    for one in cited:
        while i + 1 < len(sentences) and sentences[i].span.end <= one.start:
            i += 1
        found.append(essay[sentences[i].span] if _holds(sentences, i, one) else "")
    return found


def _holds(sentences: list[Sentence], i: int, one: InText) -> bool:
    return i < len(sentences) and sentences[i].span.touches(span_of(one))


def _glossary(essay: Essay) -> dict[str, str]:
    """Acronyms that the prose explains ("the Bureau of Labour (BL)") and the names they stand for."""
    found: dict[str, str] = {}
    for block in essay.blocks:
        if block.kind not in PROSE:
            continue
        for explained in _INTRODUCED.finditer(essay[block.span]):
            before, acronym = explained[1].split(), explained[2]
            for size in range(2, len(before) + 1):
                name = " ".join(before[-size:])
                if name[0].isupper() and acronym.casefold() in initials(name):
                    found.setdefault(acronym, name)
                    break
    return found


def _mentioned(
    essay: Essay, cited: tuple[InText, ...], entries: tuple[Reference, ...], stand: tuple[Standing, ...]
) -> tuple[Standing, ...]:
    """An entry whose author or title stands in the prose outside brackets is used there, with or without its year."""
    if "not cited" not in stand:
        return stand
    prose = _uncited_prose(essay, cited)
    held = {key for word in set(re.findall(r"[A-Z][\w’'-]+", prose)) for key in keys(word)}
    return tuple(
        "cited" if standing == "not cited" and _in_prose(one.entry, prose, held) else standing
        for one, standing in zip(entries, stand, strict=True)
    )


def _uncited_prose(essay: Essay, cited: tuple[InText, ...]) -> str:
    """The prose and its quotations without the citations."""
    found: list[str] = []
    i = 0
    for block, shown in zip(essay.blocks, essay.views, strict=True):
        if block.kind not in (*PROSE, "quote"):
            continue
        for char, at in zip(shown.text, shown.offsets, strict=True):
            while i < len(cited) and cited[i].end <= at:
                i += 1
            found.append(" " if i < len(cited) and cited[i].start <= at else char)
        found.append("\n")
    return "".join(found)


def _in_prose(entry: Entry, prose: str, held: set[str]) -> bool:
    if not entry.authors or len(entry.authors[0].family.split()) > 1:
        body = entry.authors[0].family if entry.authors else entry.text.split(".")[0]
        return (len(body.split()) > 1 and body in prose) or _title_in(prose, entry)
    return bool(keys(entry.authors[0].family) & held) or _title_in(prose, entry)


def _slips(essay: Essay, entries: tuple[Reference, ...], stand: tuple[Standing, ...]) -> Iterator[tuple[Span, int]]:
    """The first name in the prose that is a slip away from the author of an entry that nobody cites."""
    open_ones = [i for i, standing in enumerate(stand) if standing == "not cited" and entries[i].entry.authors]
    known = {key for one in entries for name in one.entry.authors for key in keys(name.family)}
    taken: set[int] = set()
    for block, shown in zip(essay.blocks, essay.views, strict=True):
        if block.kind not in PROSE or len(taken) == len(open_ones):
            continue
        for word in _NAME.finditer(shown.text):
            if keys(word.group()) & known or word.group().lower() in _common():
                continue
            for i in open_ones:
                name = entries[i].entry.authors[0]
                if i not in taken and name.given and nearly(word.group(), name):
                    taken.add(i)
                    yield shown.source(*word.span()), i


@cache
def _common() -> frozenset[str]:
    """Words that are no names, in small letters: "Where" is no slip for "Wheeler"."""
    return frozenset(word for line in lines("common_words") for word in line.split() if word.islower())


def _title_in(prose: str, entry: Entry) -> bool:
    return len(entry.title.split()) > 2 and entry.title.casefold() in prose.casefold()

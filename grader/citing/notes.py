"""Footnotes that name their source, held against the bibliography: the work in full, in short, or "ibid."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.citing.match import Tie, Verdict, names_title
from grader.citing.model import Entry
from grader.citing.sameness import distance, keys, plain
from grader.lexicon import phrase_pattern

_AWAY = re.compile(r"(?:https?://|www\.|doi:?\s*|10\.\d{4})\S*", re.IGNORECASE)
_IMPRINT = re.compile(r"\((?:[^()]*\D)?((?:1[4-9]|20)\d\d)[a-z]?\)")
_TITLED = re.compile(r"^\W*(?:[^\W\d_][\w'’.-]*[ ,]+){1,14}?(?:[“\"‘]|[A-Z])", re.UNICODE)
_SHORT_NOTE = 6  # words of a note that is no more than "Khan, 45."


def match_notes(notes: Sequence[str], entries: Sequence[Entry]) -> tuple[Verdict | None, ...]:
    """A verdict for each footnote, None for one that cites nothing as far as can be told (a remark, a law, a letter).

    "ibid." has the verdict of the note before it. A work counts as missing from the list only where the note gives it
    with its imprint, "(Lahore: A Press, 2015)" or "(2015)": what else may stand in notes alone is left to the style.
    """
    found: list[Verdict | None] = []
    for note in notes:
        if phrase_pattern("listing", "ibid").match(note.strip(" *_")):
            found.append(found[-1] if found else None)
        else:
            found.append(_match(note, entries))
    return tuple(found)


def _match(note: str, entries: Sequence[Entry]) -> Verdict | None:
    bare = _AWAY.sub(" ", note)
    held = plain(bare)
    ranked: list[tuple[int, Tie, int]] = []
    for i, entry in enumerate(entries):
        surname = entry.authors[0].family if entry.authors else ""
        named = bool(surname) and _holds(held, surname)
        titled = names_title(bare, entry)
        if titled and (named or not surname):
            ranked.append((4, "year" if _other_year(bare, entry) else "same", i))
        elif titled and len(plain(entry.title)) >= 2 and _holds_nearly(held, surname):
            ranked.append((3, "name", i))
        elif named and len(held) <= _SHORT_NOTE and held[0] in plain(surname):
            ranked.append((2, "same", i))
    if ranked:
        best = max(rank for rank, _, _ in ranked)
        places = [(tie, i) for rank, tie, i in ranked if rank == best]
        if best == 4 and any(tie == "same" for tie, _ in places):
            places = [place for place in places if place[0] == "same"]
        tie = "several" if best == 2 and len(places) > 1 else places[0][0]
        return Verdict(tie, tuple(i for _, i in places))
    return Verdict("none") if _IMPRINT.search(bare) and _TITLED.match(bare) else None


def _holds(held: tuple[str, ...], surname: str) -> bool:
    wanted = plain(surname)
    return any(held[i : i + len(wanted)] == wanted for i in range(len(held) - len(wanted) + 1))


def _holds_nearly(held: tuple[str, ...], surname: str) -> bool:
    """One of the first words is a slip away from the surname; so are two words for a surname of two."""
    size = len(plain(surname))
    runs = ["".join(held[i : i + size]) for i in range(min(len(held), 12))]
    return any(
        distance(run, key, 2) <= (0 if len(key) < 4 else 1 if len(key) < 7 else 2)
        for run in runs
        for key in keys(surname)
    )


def _other_year(note: str, entry: Entry) -> bool:
    imprints = _IMPRINT.findall(note)
    return bool(imprints and entry.year[:4].isdigit() and entry.year[:4] not in note)

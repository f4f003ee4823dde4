"""The reference list: found under its heading or, without one, at the very end; cut into its entries.

Only what looks like entries is taken: a conclusion's prose under the list, or at the end of an answer without one, stays the
student's. Under a name that has other uses ("Notes", "Sources") most of what stands there must look like entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from grader.segment.entry_shape import LIKELY, NUMBER, PLAIN, begins, complete, looks
from grader.segment.lines import Draft, holds_words, known_name

FEWEST = 3  # entries at the very end that need no heading
_TAKEN = ("paragraph", "list-item", "quote", "outline")
_BULLET = re.compile(r"(?:[-*+•▪●–>]|[oO](?=\s{2}))[ \t]+(?=\S)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_WRAPPED = 110  # columns; longer lines are not wrapped by hand


def mark_references(text: str, drafts: list[Draft]) -> list[Draft]:
    """Drafts with the entries of the reference list each a block of its own."""
    found: list[Draft] = []
    i = 0
    while i < len(drafts):
        found.append(drafts[i])
        i += 1
        if not _names_a_list(drafts[i - 1]):
            continue
        end = _end_of_list(drafts, i, drafts[i - 1].depth)
        cut = list(_listed(text, drafts[i:end]))
        held = [draft for draft in cut if draft.kind == "reference"]
        likely = [looks(one.text) >= LIKELY for one in held]
        name = drafts[i - 1]
        certain = _certain(name)
        if held and ((certain and name.kind == "heading") or _mostly(likely, sure=certain) or _notes(name, held)):
            name.kind, name.style = "heading", name.style or "plain"
            found += cut
            i = end
    if not any(draft.kind == "reference" and draft.style != "note" for draft in found):
        found = _without_heading(text, found)
    return found


def _mostly(likely: Sequence[bool], *, sure: bool) -> bool:
    """Whether a list's entries look like ones: the first of them under a name that lists have, most under another."""
    return bool(likely) and (likely[0] if sure else 2 * sum(likely) > len(likely))


def _notes(name: Draft, held: Sequence[Draft]) -> bool:
    """Whether these are footnotes set at the end: under such a name, counted from 1, and half of them with a year or the like (a
    law, a judgment and "Griffith (n 7)" look little like entries)."""
    counted = [draft.number for draft in held] == [str(i) for i in range(1, len(held) + 1)]
    named = known_name(name.label, "notes")
    return named and counted and len(held) > 1 and 2 * sum(looks(one.text) >= 1 for one in held) >= len(held)


def _names_a_list(draft: Draft) -> bool:
    if draft.kind not in ("heading", "paragraph", "list-item", "outline") or not draft.short:
        return False
    return _certain(draft) or known_name(draft.label, "references_maybe")


def _certain(draft: Draft) -> bool:
    return known_name(draft.label, "references") and not known_name(draft.label, "references_maybe")


def _end_of_list(drafts: Sequence[Draft], start: int, depth: int) -> int:
    """Where the list ends: at the next heading that is neither a part of the list ("Books") nor an entry in bold or capitals."""
    for i in range(start, len(drafts)):
        draft = drafts[i]
        if i > start and _certain(draft) and draft.short and draft.kind != "reference":
            return i  # a bibliography after the footnotes
        part = known_name(draft.label, "parts_of_references") or (depth and draft.depth > depth)
        ends = draft.kind in ("heading", "question", "remark", "title") and not _is_broken_off(draft)
        if ends and not part and looks(draft.text) < LIKELY:
            return i
        after = drafts[i + 1] if i + 1 < len(drafts) else None
        opens = draft.alone and draft.open_ended and draft.word_count <= 8 and after is not None and _is_prose(after)
        if opens and not part and looks(draft.text) < 1:
            return i  # the heading of what comes next: "Appendix"
        if draft.short and any(known_name(draft.label, key) for key in ("introduction", "conclusion", "outline")):
            return i
    return len(drafts)


def _listed(text: str, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts under a list's heading: runs of text cut anew into entries, all else as it is."""
    run: list[Draft] = []
    for draft in drafts:
        entry = draft.kind in _TAKEN or (
            draft.kind == "heading" and (_is_broken_off(draft) or looks(draft.text) >= LIKELY)
        )
        if (
            entry
            and not _is_prose(draft)
            and not known_name(draft.label, "parts_of_references")
            and draft.style != "note"
        ):
            run.append(draft)
            continue
        yield from entries(text, run)
        run = []
        if draft.kind != "heading" and known_name(draft.label, "parts_of_references"):
            draft = replace(draft, kind="heading", style="plain")
        yield draft
    yield from entries(text, run)


def _is_broken_off(draft: Draft) -> bool:
    """The end of a wrapped entry that looks like a heading: "HMSO, 1970."."""
    return draft.style == "capitals" and not draft.alone and not draft.number and draft.text.rstrip().endswith(".")


def _is_prose(draft: Draft) -> bool:
    """Plain prose that no entry could be: long, and of sentences."""
    return draft.word_count >= 30 and looks(draft.text) < 0


def entries(text: str, run: Sequence[Draft]) -> Iterator[Draft]:
    """One draft for each entry of a run of drafts, cut by its lines: at numbers, bullets, hanging indents, blank lines or, where
    nothing else tells, at a line that opens like an entry after one that is complete."""
    if not run:
        return
    start = text.rfind("\n", 0, run[0].start) + 1
    lines = list(_lines(text, start, run[-1].end))
    opened = _openings([line for _, line, _ in lines], [blank for *_, blank in lines])
    for i, first in enumerate(opened):
        if not first:
            continue
        last = next((j for j in range(i + 1, len(lines)) if opened[j]), len(lines)) - 1
        a, line, _ = lines[i]
        inner = line.lstrip()
        bullet = _BULLET.match(inner)
        a += len(line) - len(inner) + (bullet.end() if bullet else 0)
        b = lines[last][0] + len(lines[last][1].rstrip())
        draft = Draft("reference", a, b, "entry", last_line=lines[last][0], text=text[a:b])
        number = _number(draft.text)
        draft.number = str(number) if number is not None else ""
        yield draft


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str, bool]]:
    """Lines that hold words: where each begins, the line, and whether a blank line stands before it."""
    blank = True
    for line in text[start:end].splitlines(keepends=True):
        bare = line.rstrip()
        if bare and holds_words(bare.strip()):
            yield start, bare, blank
            blank = False
        else:
            blank = True
        start += len(line)


def _openings(lines: Sequence[str], blanks: Sequence[bool]) -> list[bool]:
    """Which lines begin an entry."""
    bare = [line.strip() for line in lines]
    numbered = _counted(bare)
    bulleted = [bool(_BULLET.match(line)) for line in bare]
    parted = sum(blanks) > 1
    for sign in (numbered, bulleted):
        if sign and sign[0] and (sum(sign) >= 2 or len(sign) == 1) and (sum(sign) >= sum(blanks) or not parted):
            return list(sign)
    indents = [len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip()) for line in lines]
    least = min(indents, default=0)
    if parted and _by_blanks(bare, blanks):
        return list(blanks)
    hanging = indents[:1] == [least] and any(indent > least + 1 for indent in indents)
    wrapped = max((len(line) for line in bare), default=0) <= _WRAPPED
    found: list[bool] = []
    held = ""
    for i, line in enumerate(bare):
        if i == 0:
            new = True
        elif _goes_on(line, held):
            new = False
        elif hanging:
            new = indents[i] <= least + 1 and (begins(line) or (complete(held) and _ends(held)))
        elif blanks[i]:
            new = True
        elif parted and all(not blanks[j] or j == 0 or complete(bare[j - 1]) for j in range(i)) and not begins(line):
            new = not wrapped and complete(held)
        elif wrapped:
            new = complete(held) and (begins(line) or (_ends(held) and looks(line) >= LIKELY))
        else:
            new = complete(held)
        found.append(new)
        held = line if new else f"{held} {line}"
    return found


def _by_blanks(lines: Sequence[str], blanks: Sequence[bool]) -> bool:
    """Whether every entry of a list wrapped by hand stands between blank lines: most of its lines but the last are full, or
    an address could not be broken, and few of the rest look like entries."""
    width = max((len(line) for line in lines if "://" not in line), default=_WRAPPED + 1)
    if width > _WRAPPED or sum(blanks) < FEWEST:
        return False
    broken = [(line, after) for line, after, new in zip(lines, lines[1:], blanks[1:], strict=False) if not new]
    full = sum(len(line) + len(after.split()[0]) >= 0.85 * width for line, after in broken)
    like = sum(begins(after) and looks(after) >= LIKELY for _, after in broken)
    return bool(broken) and full >= 0.6 * len(broken) and like <= 0.4 * len(broken)


def _number(line: str) -> int | None:
    """The number before an entry: "[3]", "3.", "3)", a raised 3."""
    lead = NUMBER.match(line)
    return int(next(part for part in lead.groups() if part).translate(_SUPERSCRIPTS)) if lead else None


def _counted(lines: Sequence[str]) -> list[bool]:
    """Which lines bear the next number of a list, so that "12. ..." at a wrapped line's head is not taken for one; Markdown lists may
    have the same number all through."""
    found, last = [], 0
    for i, line in enumerate(lines):
        number = _number(line)
        found.append(number is not None and (i == 0 or last <= number <= last + 3))
        last = number if found[-1] and number is not None else last
    return found


def _goes_on(line: str, held: str) -> bool:
    """Whether a line cannot begin an entry: small letter, address, "Retrieved from", or the entry so far breaks off."""
    if re.match(r"(?:https?://|www\.|doi|\(|\d{4}\)|[A-Z][a-z]+ \d{4}\))", line) or re.match(
        r"(?:retrieved|available|accessed)\b", line, re.IGNORECASE
    ):
        return True
    if line[:1].islower() and not begins(line):
        return True
    return held.rstrip().endswith((",", ":", " and", " &", " of", " the", "-")) and not NUMBER.match(line)


def _ends(text: str) -> bool:
    return text.rstrip(" *_”\"'’)").endswith(".") or bool(re.search(r"(?:https?://|www\.)\S+$", text))


def _without_heading(text: str, drafts: list[Draft]) -> list[Draft]:
    """Three or more plain entries at the very end are a list, though nothing says so."""
    end = len(drafts)
    while end and (drafts[end - 1].kind == "remark" or drafts[end - 1].style == "note"):
        end -= 1
    start = end
    while start and drafts[start - 1].kind in (*_TAKEN, "heading") and _plain_entries(text, drafts[start - 1]):
        start -= 1
    held = list(entries(text, drafts[start:end]))
    if len(held) < FEWEST or any(looks(one.text) < PLAIN for one in held):
        return drafts
    return [*drafts[:start], *held, *drafts[end:]]


def _plain_entries(text: str, draft: Draft) -> bool:
    held = list(entries(text, [draft]))
    return bool(held) and all(looks(one.text) >= PLAIN for one in held)

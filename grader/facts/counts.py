"""Numbers that are announced and then counted off: "three causes", and the causes one by one.

Counted only where the count is plain: a list under the sentence, a list after its colon, "first ... second ... third" at
the head of the sentences that follow, or sub-headings under a heading that names them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from grader.context import Context
from grader.facts.sections import BESIDE, Section, sections
from grader.lexicon import load, words
from grader.model import Essay, Sentence, Span

_NEAR = 3  # sentences from an announcement to the "first" that begins the count
_LONGEST = 12  # words of one member of a list after a colon
_MOST = 10


@dataclass(frozen=True, slots=True)
class Count:
    """An announced number (2 to 10) of things, and how many are given. ``span``: the words that announce it."""

    span: Span
    noun: str
    announced: int
    given: int


@dataclass(frozen=True, slots=True)
class _Announced:
    sentence: Sentence
    number: int
    noun: str
    start: int
    end: int


def counts(essay: Essay, context: Context) -> tuple[Count, ...]:
    """Announced numbers whose things are plainly counted off, in order."""
    found = context.fact(sections)
    result = []
    for index, section in enumerate(found):
        if section.role in BESIDE:
            continue
        said = essay.sentences_in(section.span)
        announced = [(k, one) for k, sentence in enumerate(said) if (one := _announced(sentence))]
        for k, one in announced:
            later = next((n for n, _ in announced if n > k), len(said))
            given = _after_colon(one)
            given = given or _listed(essay, one)
            given = given or _by_ordinals(said[k + 1 :], one.number, later - k - 1)
            given = given or _sub_headings(found, index, one)
            given = given or _named_later(essay.sentences, one)
            if given:
                span = _source(essay, one)
                result.append(Count(span, one.noun, one.number, given))
    return tuple(result)


def _announced(sentence: Sentence) -> _Announced | None:
    match = _pattern().search(sentence.text)
    if not match:
        return None
    before = sentence.text[: match.start()].split()
    between = match["between"].lower().split()
    if (before and before[-1].lower().strip(",;") in words("counts", "not_announcing")) or (
        set(between) & words("counts", "not_between")
    ):
        return None
    if len(_pattern().findall(sentence.text)) > 1:  # "three causes and two remedies": which is counted off is not plain
        return None
    return _Announced(sentence, _value(match["number"]), match["noun"].lower(), match.start(), match.end())


@cache
def _pattern() -> re.Pattern[str]:
    numbers, nouns = "|".join(load("counts")["numbers"]), "|".join(load("counts")["nouns"])
    return re.compile(
        rf"(?<![\w.,-])(?P<number>{numbers}|[2-9])\s+(?P<between>(?:[a-z-]+,?\s+){{0,2}})(?P<noun>{nouns})\b",
        re.IGNORECASE,
    )


def _value(number: str) -> int:
    return int(number) if number.isdigit() else load("counts")["numbers"].index(number.lower()) + 2


def _source(essay: Essay, one: _Announced) -> Span:
    view = essay.views[one.sentence.block]
    start = view.text.find(one.sentence.text)
    return view.source(start + one.start, start + one.end) if start >= 0 else one.sentence.span


def _after_colon(one: _Announced) -> int:
    """Members of "three causes: a; b; c" or "a, b, and c"; 0 where the list can be read in two ways."""
    lead, colon, rest = one.sentence.text[one.end :].partition(":")
    rest = rest.strip().rstrip(".")
    if not colon or not rest or len(lead.split()) > 6 or ":" in rest or "(" in rest:
        return 0
    if ";" in rest:
        return len([part for part in rest.split(";") if part.strip()])
    parts = [part.strip() for part in rest.split(",")]
    *firsts, last = parts
    if any(re.search(r"\b(?:and|or|but|which|who|as)\b", part) or len(part.split()) > _LONGEST for part in firsts):
        return 0
    joined, _, own = last.partition("and ")
    if not joined and firsts and not re.search(r"\b(?:and|or|which|who|but)\b", own):
        return len(parts)
    inner = re.split(r"\s+and\s+", last)
    if firsts and len(inner) == 2 and one.number > len(parts) and max(len(part.split()) for part in inner) <= _LONGEST:
        return len(parts) + 1  # "a, b and c" for more than two: "b and c" may be one, so that fewer cannot be told
    return 0


def _listed(essay: Essay, one: _Announced) -> int:
    """Items of the list that stands straight under the announcement."""
    block = one.sentence.block
    if essay.sentences_in(essay.blocks[block].span)[-1] != one.sentence or essay.blocks[block].kind == "list-item":
        return 0
    items = []
    for other in essay.blocks[block + 1 :]:
        if other.kind not in ("list-item", "outline"):
            break
        items.append(other)
    columns = {one.span.start - (essay.text.rfind("\n", 0, one.span.start) + 1) for one in items}
    return len(items) if len(items) > 1 and len(columns) == 1 else 0


def _by_ordinals(later: list[Sentence], announced: int, before_next: int) -> int:
    """How many are counted off by "first", "second" at the heads of sentences. A number too small is believed only where
    the count is closed by "lastly": the last one often comes without its number."""
    count, closed = 0, False
    for k, sentence in enumerate(later[:before_next]):
        head = _head(sentence.text)
        if count == 0 and k >= _NEAR:
            break
        if head == count + 1:
            count += 1
        elif head == _MOST + 1 and count:
            closed = True
            break
        elif head:
            break
    if count < 2:
        return 0
    if count >= announced:
        return count
    total = count + closed
    return total if total == announced or closed else 0


@cache
def _head_pattern() -> re.Pattern[str]:
    ordinals, nouns = "|".join(load("counts")["ordinals"]), "|".join(load("counts")["nouns"])
    singular = "|".join(noun.removesuffix("s") for noun in load("counts")["nouns"])
    last = "|".join(load("counts")["last"])
    return re.compile(
        rf"(?:(?P<bare>{ordinals}),|(?P<adverb>{ordinals})ly\b"
        rf"|The\s+(?P<named>{ordinals})\s+(?:[a-z-]+\s+){{0,2}}(?:{nouns}|{singular}|remedy)\b"
        rf"|(?P<last>{last})(?:,|\b(?=\s+but not)))",
        re.IGNORECASE,
    )


def _head(text: str) -> int:
    """1 for "Firstly", 2 for "The second cause" ..., 11 for "Lastly"; 0 for no such head."""
    match = _head_pattern().match(text)
    if not match:
        return 0
    if match["last"]:
        return _MOST + 1
    word = (match["bare"] or match["adverb"] or match["named"]).lower()
    return int(load("counts")["ordinals"].index(word)) + 1


def _sub_headings(found: tuple[Section, ...], index: int, one: _Announced) -> int:
    """Sub-headings straight under a heading that names what is announced."""
    parent = found[index]
    if not parent.heading or not re.search(rf"\b{one.noun}\b", parent.title, re.IGNORECASE):
        return 0
    below = []
    for other in found[index + 1 :]:
        if other.level <= parent.level:
            break
        below.append(other.level)
    return below.count(min(below)) if len(below) > 1 else 0


def _named_later(sentences: tuple[Sentence, ...], one: _Announced) -> int:
    """How many are counted off anywhere further down by their name: "the first step", "the second step", "the third step".
    Fewer than announced are not believed: the rest may go under other names."""
    singular = "remedy" if one.noun == "remedies" else one.noun.removesuffix("s")
    ordinals = load("counts")["ordinals"]
    named = re.compile(rf"\bthe\s+({'|'.join(ordinals)})\s+{singular}\b", re.IGNORECASE)
    seen = {
        ordinals.index(match[1].lower()) + 1
        for sentence in sentences
        if sentence.span.start > one.sentence.span.start
        for match in named.finditer(sentence.text)
    }
    count = next(n for n in range(1, _MOST + 2) if n not in seen) - 1
    return count if count >= max(2, one.number) else 0


def number_word(number: int) -> str:
    """ "two" for 2; figures from eleven on."""
    names = load("counts")["numbers"]
    return names[number - 2] if 2 <= number < len(names) + 2 else str(number)

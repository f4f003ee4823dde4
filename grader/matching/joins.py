"""Signs that one sentence of an essay follows another, opens a paragraph or closes one.

Entities that stay in view (Barzilay and Lapata 2008), the given before the new, "a tax" before "the tax" and openings
that point back (Elsner and Charniak 2008), years and counting words that rise, connectives, and how near the encoder
finds the two. The signs of all pairs make one table, so that any order of the sentences is weighed by looking up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.lexicon import compile_phrases, load, words
from grader.matching.encoder import Encoded
from grader.segment.tokens import WORD
from grader.words import is_stopword, stem

Table = NDArray[np.float64]

_TINY = 1e-6
_HEAD = 7  # words: where a sentence says what it is about
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
FUNCTIONS = ("addition", "contrast", "cause", "result", "example", "sequence", "concession", "summary")


@dataclass(frozen=True, slots=True)
class Seen:
    """One sentence as the signs see it: stems of its content words, of those at its head, of names, and so on."""

    stems: frozenset[str]
    head: frozenset[str]
    names: frozenset[str]
    new: frozenset[str]  # nouns after "a", "some"
    known: frozenset[str]  # nouns after "the", "this"
    years: tuple[int, ...]
    counted: int  # place said by a counting word at its opening, 0 without
    first: str
    alone: tuple[float, ...]  # the signs of ALONE


# Signs of one sentence alone.
ALONE = (
    "points back",
    "person",
    "plural",
    *FUNCTIONS,
    "leans",
    "length",
    "figures",
    "names",
    "asks",
    "calls",
    "counted",
)


def seen(text: str) -> Seen:
    """What the signs need of one sentence."""
    tokens = [match.group() for match in WORD.finditer(text)]
    lower = [token.lower().replace("’", "'") for token in tokens]
    stems = [stem(word) for word in lower]
    content = [not is_stopword(word) and not word[0].isdigit() for word in lower]
    names = {
        stems[i]
        for i, token in enumerate(tokens)
        if token[0].isupper() and content[i] and (i or token[1:] != token[1:].lower())
    }
    opening = _opening("opens_back").match(text)
    back = opening.group().lower() if opening else ""
    years = tuple(int(year) for year in _YEAR.findall(text))
    counted = _opening_count(text)
    alone = (
        float(bool(back)),
        float(back in words("coherence", "persons")),
        float(back in words("coherence", "plurals")),
        *(float(bool(_connectives(name).match(text))) for name in FUNCTIONS),
        min(3.0, sum(word in words("coherence", "leans") for word in lower[1:])),
        min(2.0, len(tokens) / 20),
        min(3.0, sum(token[0].isdigit() for token in tokens)),
        min(4.0, float(len(names))),
        float(text.rstrip("\"'”’) ").endswith("?")),
        min(2.0, sum(word in words("coherence", "calls") for word in lower)),
        float(counted > 1),
    )
    return Seen(
        frozenset(one for one, says in zip(stems, content, strict=True) if says),
        frozenset(one for one, says in list(zip(stems, content, strict=True))[:_HEAD] if says),
        frozenset(names),
        _after(lower, stems, content, "indefinite"),
        _after(lower, stems, content, "definite"),
        years,
        counted,
        lower[0] if lower else "",
        alone,
    )


def _after(lower: Sequence[str], stems: Sequence[str], content: Sequence[bool], which: str) -> frozenset[str]:
    """Stems of the content words within three places after an article of one kind."""
    found = set()
    for i, word in enumerate(lower):
        if word in words("coherence", which):
            for k in range(i + 1, min(i + 4, len(lower))):
                if not content[k]:
                    break
                found.add(stems[k])
    return frozenset(found)


@cache
def _opening(key: str) -> re.Pattern[str]:
    return compile_phrases(tuple(load("coherence")[key]))


@cache
def _connectives(function: str) -> re.Pattern[str]:
    return compile_phrases(tuple(load("connectives")["functions"][function]))


def _opening_count(text: str) -> int:
    found = compile_phrases(tuple(load("coherence")["counted"])).match(text)
    return int(load("coherence")["counted"][found.group().lower()]) if found else 0


# Signs of two sentences, the second somewhere after the first.
PAIR = (
    "near",
    "shared",
    "shared names",
    "taken up",
    "carried on",
    "a before the",
    "years rise",
    "count rises",
    "person named before",
    "back to something near",
    "same opening",
)
FOLLOWS = (*PAIR, *(f"second: {name}" for name in ALONE))
TOGETHER = ("near", "shared", "shared names")  # signs that two sentences stand in one paragraph
PLACE = (
    *ALONE,
    "near the essay",
    "shared with the essay",
    "near the rest",
    "shared with the rest",
    *("taken up after", "a before the", "years rise"),
)  # signs of a sentence's place in its paragraph


@dataclass(frozen=True, slots=True)
class Signs:
    """All signs of an essay of n sentences. ``pairs``: for every name of PAIR a table (first, second);
    ``alone``: (n, ALONE)."""

    pairs: dict[str, Table]
    alone: Table

    def follows(self, group: Sequence[int]) -> Table:
        """(first, second, FOLLOWS) of the sentences of one paragraph, less the paragraph's own mean."""
        square = np.ix_(group, group)
        second = np.broadcast_to(self.alone[list(group)][None], (len(group), len(group), len(ALONE)))
        table = np.concatenate([np.stack([self.pairs[name][square] for name in PAIR], axis=2), second], axis=2)
        found: Table = table - table[_others(len(group))].mean(0)
        return found

    def together(self) -> Table:
        """(first, second, TOGETHER) of the whole essay, less its mean."""
        table = np.stack([self.pairs[name] for name in TOGETHER], axis=2)
        found: Table = table - table[_others(len(table))].mean(0)
        return found

    def place(self, group: Sequence[int]) -> Table:
        """(sentence, PLACE) of the sentences of one paragraph, less the paragraph's own mean."""
        members = list(group)
        ours = np.ix_(members, members)

        def mean(table: Table) -> Table:  # of what a sentence has with each of the others
            rows: Table = (table * _others(len(table))).sum(1) / (len(table) - 1)
            return rows

        up = self.pairs["taken up"][ours]
        table = np.column_stack(
            [
                self.alone[members],
                mean(self.pairs["near"])[members],
                mean(self.pairs["shared"])[members],
                mean(self.pairs["near"][ours]),
                mean(self.pairs["shared"][ours]),
                mean(up - up.T),
                mean(self.pairs["a before the"][ours]),
                mean(self.pairs["years rise"][ours]),
            ]
        )
        found: Table = table - table.mean(0)
        return found


def _others(n: int) -> NDArray[np.bool_]:
    return ~np.eye(n, dtype=bool)


def signs(texts: Sequence[str], states: Sequence[Encoded] | None) -> Signs:
    """The signs of an essay's sentences, two or more, in any order; ``states`` None without the encoder's weights."""
    sentences = [seen(text) for text in texts]
    return Signs(_pairs(sentences, states), np.array([one.alone for one in sentences]))


def _pairs(sentences: Sequence[Seen], states: Sequence[Encoded] | None) -> dict[str, Table]:
    vocabulary = {one: i for i, one in enumerate(sorted({one for sentence in sentences for one in sentence.stems}))}

    def incidence(sets: Iterable[frozenset[str]]) -> Table:
        table = np.zeros((len(sentences), len(vocabulary)))
        for i, members in enumerate(sets):
            for one in members & vocabulary.keys():
                table[i, vocabulary[one]] = 1
        return table

    has = incidence(one.stems for one in sentences)
    rare = np.log((len(sentences) + 1) / (has.sum(0) + 0.5))  # a word in few sentences ties those few more closely
    head = incidence(one.head for one in sentences)
    names = incidence(one.names for one in sentences)
    new, known = incidence(one.new for one in sentences), incidence(one.known for one in sentences)
    introduced = (new * rare) @ (known * (1 - new)).T
    weighted = has * rare
    norms = np.sqrt((weighted * weighted).sum(1)) + _TINY
    shared = weighted @ weighted.T / np.outer(norms, norms)
    near = _spread(shared if states is None else _cosines(states))
    back, person = (np.array([one.alone[i] for one in sentences]) for i in (0, 1))
    named = np.array([float(bool(one.names)) for one in sentences])
    counted, first = np.array([one.counted for one in sentences]), np.array([one.first for one in sentences])
    carried = np.minimum(6.0, ((has - head) * rare) @ head.T) / 2
    return {
        "near": near,
        "shared": _spread(shared),
        "shared names": np.minimum(3.0, (names * rare) @ names.T),
        "taken up": np.minimum(6.0, weighted @ head.T) / 2,
        "carried on": carried - carried.T,
        "a before the": np.clip(introduced - introduced.T, -3, 3),
        "years rise": _years(sentences),
        "count rises": np.where(np.outer(counted, counted) > 0, np.sign(counted[None, :] - counted[:, None]), 0.0),
        "person named before": np.outer(2 * named - 1, person),
        "back to something near": near * back[None, :],
        "same opening": (first[:, None] == first[None, :]).astype(float),
    }


def _cosines(states: Sequence[Encoded]) -> Table:
    """How near the sentences are, what all of them share left out: that says nothing of their order."""
    return (rows := centred(np.stack([state.total / state.count for state in states]))) @ rows.T


def centred(states: Any) -> Table:
    """(texts, 384): each text's direction from the mean of all, of length 1."""
    rows = np.asarray(states, dtype=np.float64)
    rows = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    rows = rows - rows.mean(0)
    found: Table = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + _TINY)
    return found


def _spread(table: Table) -> Table:
    """How far each pair lies from the mean of all pairs, in standard deviations, -3 to 3."""
    others = table[_others(len(table))]
    found: Table = np.clip((table - others.mean()) / (others.std() + _TINY), -3, 3)
    return found


def _years(sentences: Sequence[Seen]) -> Table:
    """1 where all years of the second are later than those of the first or the same, -1 for the contrary."""
    low, high = (np.array([pick(one.years, default=0) for one in sentences]) for pick in (min, max))
    later = (high[:, None] <= low[None, :]).astype(float)
    found: Table = np.where(np.outer(low > 0, low > 0), later - later.T, 0.0)
    return found

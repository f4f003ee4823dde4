"""Headings whose sections speak of what another heading announces: two texts that changed places.

Headings are often figures of speech, so that a section without a word of its heading proves nothing. Two sections are
called out only together: neither has a word of its own heading, and each is clearly nearer to the other's, by the words
and by the encoder. Where most headings of the answer are figures, the words of each heading must come in the other text.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from grader.context import Context
from grader.facts.sections import Section, headed_sections
from grader.facts.taken_up import general_stems, likeness_table, own_stems, shares_a_word
from grader.model import Essay
from grader.segment.similarity import content_stems

# Set where no pair of 28 labelled answers is called out, and most plain headings with their texts exchanged are.
_FAR = 0.45  # cosine of a heading and the nearest sentence under it, from which it is taken up
_GAIN = 0.28  # by which each must be nearer to the other text: cosine and share of its words
_PLAIN = 0.6  # share of the other headings taken up in so many words: the answer's headings are plain
_NEAR = 0.4  # cosine that speaks for the other text without words
_FEWEST_WORDS = 20  # of a section whose text says what it is about
_MOST_SECTIONS = 40
_MOST_SENTENCES = 40  # of a section


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """One headed section of the body; ``other`` is the section whose heading fits its text, None where its own does."""

    section: Section
    other: Section | None


@dataclass(frozen=True, slots=True)
class _Heard:
    """How a text answers to a heading: the cosine of its nearest sentence, share of the heading's own stems, sentences
    that hold any."""

    near: float
    share: float
    holding: int

    @property
    def nearness(self) -> float:
        return self.near + self.share


def heading_matches(essay: Essay, context: Context) -> tuple[HeadingMatch, ...]:
    """Sections of the body that are long enough to tell, in order."""
    found = [one for one in context.fact(headed_sections) if one.role == "body" and one.words >= _FEWEST_WORDS]
    found = found[:_MOST_SECTIONS]
    general = context.fact(general_stems)
    own = [own_stems(one.title, general) for one in found]
    texts = [[sentence.text for sentence in essay.sentences_in(one.span)][:_MOST_SENTENCES] for one in found]
    stems = [[content_stems(text) for text in sentences] for sentences in texts]
    taken = [shares_a_word(mine, frozenset().union(*said)) for mine, said in zip(own, stems, strict=True)]
    odd = [i for i, mine in enumerate(own) if mine and not taken[i]]
    plain = [i for i, mine in enumerate(own) if mine]
    others: dict[int, int] = {}
    if len(odd) > 1:
        heard = _heard(found, own, texts, stems, odd)
        for i, j in combinations(odd, 2):
            rest = [k for k in plain if k not in (i, j)]
            mostly_plain = not rest or sum(taken[k] for k in rest) >= _PLAIN * len(rest)
            if _exchanged(heard, i, j, mostly_plain):
                others.setdefault(i, j)
                others.setdefault(j, i)
    return tuple(HeadingMatch(one, found[others[i]] if i in others else None) for i, one in enumerate(found))


def _heard(
    found: list[Section],
    own: list[frozenset[str]],
    texts: list[list[str]],
    stems: list[list[frozenset[str]]],
    odd: list[int],
) -> dict[tuple[int, int], _Heard]:
    """(heading, text) -> how it is heard there, for the headings that their own texts do not take up."""
    said = [(j, text) for j in odd for text in texts[j]]
    near = likeness_table([found[i].title for i in odd], [text for _, text in said])
    heard = {}
    for row, i in enumerate(odd):
        nearest = dict.fromkeys(odd, 0.0 if near is None else -1.0)
        for column, (j, _) in enumerate(said):
            if near is not None:
                nearest[j] = max(nearest[j], near[row][column])
        for j in odd:
            holding = [one for one in stems[j] if own[i] & one]
            share = len(own[i] & frozenset().union(*holding)) / len(own[i])
            heard[i, j] = _Heard(nearest[j], share, len(holding))
    return heard


def _exchanged(heard: dict[tuple[int, int], _Heard], i: int, j: int, mostly_plain: bool) -> bool:
    pairs = [(heard[i, i], heard[i, j]), (heard[j, j], heard[j, i])]
    if any(mine.near > _FAR for mine, _ in pairs):
        return False
    if mostly_plain and all(other.nearness - mine.nearness >= _GAIN for mine, other in pairs):
        return True
    return all(other.near - mine.near >= 0 and _spoken_of(other) for mine, other in pairs)


def _spoken_of(heard: _Heard) -> bool:
    return heard.share == 1 or (heard.share >= 1 / 2 and heard.holding > 1) or heard.near >= _NEAR

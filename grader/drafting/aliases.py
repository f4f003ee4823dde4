"""Aliases for drafted points: the noun phrases that a point's sources share and the other points do not have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from grader.drafting.model import Candidate
from grader.facts.question import Question
from grader.lexicon import lines, words
from grader.segment.similarity import content_stems
from grader.segment.tokens import count_words

_MOST = 6
_HEAD_WORDS = 4


def propose_aliases(
    points: Sequence[Sequence[Candidate]], found: Sequence[Candidate], asked: Question | None
) -> list[tuple[str, ...]]:
    """For each point, given by its members, up to six aliases; no two points get the same.

    First come those that several sources have, then those in the point's own wording or its heading, then those that its
    step repeats. One that the question's words make up, or that stands in a third of all steps, shows nothing.
    """
    terms = frozenset(asked.terms) if asked else frozenset()
    every = content_stems(asked.text) if asked else frozenset()
    steps = {one.around: content_stems(one.around) for one in found}
    spread: Counter[frozenset[str]] = Counter()
    ranked = []
    for members in points:
        ranks = _ranked(members, terms | every, list(steps.values()))
        ranked.append(ranks)
        spread.update({key for key, _ in ranks})
    result = []
    for ranks in ranked:
        taken: list[tuple[frozenset[str], str]] = []
        for key, phrase in ranks:
            if spread[key] == 1 and not any(key <= other or other <= key for other, _ in taken):
                taken.append((key, phrase))
        result.append(tuple(phrase for _, phrase in taken[:_MOST]))
    return result


def _ranked(
    members: Sequence[Candidate], question: frozenset[str], steps: Sequence[frozenset[str]]
) -> list[tuple[frozenset[str], str]]:
    own = [content_stems(f"{one.text} {one.head}") for one in members]
    wordings = {content_stems(one.text) for one in members}
    arounds = {one.around: content_stems(one.around) for one in members}
    phrases = [one.head for one in members if one.head and count_words(one.head) <= _HEAD_WORDS]
    phrases += [phrase for one in members for phrase in one.nouns]
    ranks: dict[frozenset[str], tuple[tuple[float, ...], str]] = {}
    for order, phrase in enumerate(phrases):
        key = content_stems(phrase)
        if (
            not key - question
            or key in ranks
            or key in wordings
            or "*" in phrase
            or phrase.split()[-1].lower() in words("sources", "documents")
        ):
            continue
        common = sum(key <= stems for stems in steps)
        if common > max(2, len(steps) / 3):
            continue
        shared = len({one.source for one in members if key <= arounds[one.around]})
        in_text = sum(key <= stems for stems in own)
        repeated = sum(one.around.lower().count(phrase.lower()) for one in members)
        if (
            shared < 2
            and not in_text
            and repeated < 2
            and (phrase.islower() or len(phrase.split()) < 2 or phrase in lines("institutions"))
        ):
            continue
        ranks[key] = ((-shared, -bool(in_text), -repeated, common, order), phrase)
    return [(key, phrase) for key, (_, phrase) in sorted(ranks.items(), key=lambda item: item[1][0])]

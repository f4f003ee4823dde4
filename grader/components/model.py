"""The likelihood of each part a sentence can play, by weights learned from labelled essays (``weights.json``)."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from grader.components.signs import Signs, signs, terms

COMPONENTS = ("major", "claim", "premise", "none")  # the position, a claim, a premise, none of these


@dataclass(frozen=True, slots=True)
class Weights:
    """``terms``: a term's inverse document frequency and its weight for each component; ``signs`` and ``base``: a weight for
    each component."""

    terms: Mapping[str, Sequence[float]]
    signs: Mapping[str, Sequence[float]]
    base: Sequence[float]


def likelihoods(paragraphs: Sequence[Sequence[str]], weights: Weights) -> list[dict[str, float]]:
    """For every sentence in order, the probability of each component; one inner sequence of sentences a paragraph."""
    texts = [text for paragraph in paragraphs for text in paragraph]
    return [_likelihood(text, shown, weights) for text, shown in zip(texts, signs(paragraphs), strict=True)]


def _likelihood(text: str, shown: Signs, weights: Weights) -> dict[str, float]:
    scores = list(weights.base)
    parts = [(value, weights.terms[term][1:]) for term, value in tfidf(terms(text), weights.terms).items()]
    parts += [(value, weights.signs[name]) for name, value in shown.items() if name in weights.signs]
    for value, row in parts:
        scores = [score + value * weight for score, weight in zip(scores, row, strict=True)]
    highest = max(scores)
    raised = [math.exp(score - highest) for score in scores]
    return {label: part / sum(raised) for label, part in zip(COMPONENTS, raised, strict=True)}


def tfidf(counts: Counter[str], known: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """Damped counts times inverse document frequency, of length 1; unknown terms are left out."""
    raw = {term: (1 + math.log(count)) * known[term][0] for term, count in counts.items() if term in known}
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {term: value / length for term, value in raw.items()} if length else {}


@cache
def shipped() -> Weights:
    """The weights that come with the package."""
    return Weights(**json.loads(files(__package__).joinpath("weights.json").read_text("utf-8")))

"""The whole line of a draft: sources -> candidates -> clusters -> points in their order, with what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from grader.drafting.aliases import propose_aliases
from grader.drafting.candidates import candidates
from grader.drafting.clauses import MOST_WORDS
from grader.drafting.clusters import clusters, medoid, own_stems, similarity
from grader.drafting.model import Candidate, Draft, Place, Proposal, Source
from grader.facts.question import Question, taken_apart
from grader.segment.similarity import title_similarity
from grader.segment.tokens import count_words

MOST_POINTS = 20
_PARAPHRASES = 3
_MOST_CANDIDATES = 1000  # each is held against each
_LAST = ("counter-view", "way_forward", "")  # groups at the end of an answer, whatever the question asks first
_SAME = 0.9
_TELLING = 3  # content words that make a heading a paraphrase: two of them stand in many a sentence


def draft(sources: Sequence[Source], question: str) -> Draft:
    """Proposes expected points for a question from model answers, outlines and readings.

    The same sources in the same order give the same draft; it has no points where the sources claim nothing.

    Raises:
        EngineError: the parser is not installed.
    """
    asked = taken_apart(question)
    every = candidates(sources, asked)
    best = sorted(range(len(every)), key=lambda i: (-every[i].score, i))[:_MOST_CANDIDATES]
    found = [every[i] for i in sorted(best)]
    labels = tuple(source.label for source in sources)
    if not found:
        return Draft(question, labels, (), ())
    terms = frozenset(asked.terms) if asked else frozenset()
    near = similarity(found, asked)
    groups = [_ordered(group, near, found) for group in clusters(found, asked)]
    groups.sort(key=lambda group: (-_sources(group, found), -_worth(group, found), group[0]))
    kept, rest = groups[:MOST_POINTS], groups[MOST_POINTS:]
    names = _group_order([found[group[0]] for group in kept], asked)
    kept.sort(key=lambda group: (names.index(found[group[0]].group), -_sources(group, found), group[0]))
    aliases = propose_aliases([[found[i] for i in group] for group in kept], found, asked)
    points: list[Proposal] = []
    texts: set[str] = set()
    for group, known in zip(kept, aliases, strict=True):
        text = found[group[0]].text.casefold()
        if text in texts:  # no two points may have one text
            continue
        texts.add(text)
        taken = {text for point in points for text in point.paraphrases}
        points.append(_proposal(len(points) + 1, [found[i] for i in group], known, labels, terms, taken))
    left = [found[group[0]] for group in rest] + [every[i] for i in sorted(set(range(len(every))) - set(best))]
    return Draft(question, labels, tuple(points), tuple((one.text, _place(one, labels)) for one in left))


def _ordered(group: list[int], near: Any, found: Sequence[Candidate]) -> list[int]:
    """The medoid, then the others, the nearest to it first."""
    first = medoid(group, near, found)
    others = sorted((i for i in group if i != first), key=lambda i: (-float(near[first, i]), i))
    return [first, *others]


def _sources(group: Sequence[int], found: Sequence[Candidate]) -> int:
    return len({found[i].source for i in group})


def _worth(group: Sequence[int], found: Sequence[Candidate]) -> float:
    return round(max(found[i].score for i in group), 6)


def _group_order(firsts: Sequence[Candidate], asked: Question | None) -> list[str]:
    """Groups in the order of an answer: the question's parts, others as the sources have them, then those of the end."""
    parts = [part.name.replace(" ", "_") for part in asked.parts] if asked else []
    found = [one.group for one in sorted(firsts, key=lambda one: (one.source, one.line))]
    return [*dict.fromkeys(name for name in (*parts, *found) if name not in _LAST), *_LAST]


def _proposal(
    number: int,
    members: Sequence[Candidate],
    aliases: tuple[str, ...],
    labels: tuple[str, ...],
    terms: frozenset[str],
    taken: set[str],
) -> Proposal:
    """A cluster as a point; what is ``taken`` is another point's paraphrase, such as a heading that both stand under."""
    first, others = members[0], list(members[1:])
    wordings = [text for one in members for text in one.wordings]
    wordings += [
        one.text for one in others if own_stems(one.text, terms) & own_stems(f"{first.text} {first.head}", terms)
    ]
    wordings += [one.head for one in members if one.head and len(own_stems(one.head, terms)) >= _TELLING]
    paraphrases: list[str] = []
    for text in wordings:
        if (
            text not in taken
            and count_words(text) <= MOST_WORDS
            and all(title_similarity(text, one) < _SAME for one in (first.text, *paraphrases))
        ):
            paraphrases.append(text)
    return Proposal(
        id=f"p{number:02}",
        text=first.text,
        group=first.group,
        paraphrases=tuple(paraphrases[:_PARAPHRASES]),
        aliases=aliases,
        places=tuple(dict.fromkeys(_place(one, labels) for one in members)),
        sources=len({one.source for one in members}),
        needs_claim=first.headline,
    )


def _place(one: Candidate, labels: tuple[str, ...]) -> Place:
    return Place(labels[one.source], one.line, "" if one.headline else one.head)

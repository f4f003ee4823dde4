"""Whether the sentences hang together in the order they stand in, and the sections stand under their own headings.

A reader follows an argument because each sentence takes up the one before it. Held against the same sentences shuffled, so
that neither topic nor style counts: 0 is no better than shuffled, 1 as well ordered as clean prose. Seen are shared words
and names, openings that point back, connectives, years and counting words in order, and how near the encoder finds
sentences and headings. Authority: Barzilay and Lapata, Modeling Local Coherence (2008), and Elsner and Charniak (2008) for
the signs; examiners' complaint of "no flow of ideas". A style manual's rule for the finding: a heading is no part of the text,
so a pronoun may not lean on it.

Good: "The tax fell on grain. Grain grew dear, and the towns rose against it."
Bad: "Heading: Teachers. They are badly paid." And any paragraph whose sentences may change places unnoticed.
"""

import re
from collections.abc import Iterator
from functools import cache

from grader.context import Context
from grader.facts.coherence import LEAST_JOINS, LEAST_SENTENCES, Stray, coherence, strays
from grader.lexicon import compile_phrases, load
from grader.model import Essay, Finding, Measurement, Sentence

TITLE = "Coherence"
LOW = (
    0.12  # of 56 labelled answers two lie at 0.15, none lower, and most shuffled ones do; only then are sentences named
)
MOST_FINDINGS = 3


def check(essay: Essay, context: Context) -> Measurement:
    """0 (as good as shuffled) to 1 (as ordered as clean prose); None for fewer than 8 sentences or 3 joins."""
    found = context.fact(coherence)
    if found is None:
        return Measurement(
            None, note=f"fewer than {LEAST_SENTENCES} sentences, or {LEAST_JOINS} that follow another in a paragraph"
        )
    note = f"{_words(found.value)}, judged on {found.joins} sentences that follow another in their paragraph"
    if found.placed is not None and found.placed < 0:
        note += "; the sections do not fit their headings"
    leaning = [one for one in _after_headings(essay) if _leans().match(one.text)]
    astray = context.fact(strays) if found.value < LOW else ()
    findings = [
        *map(_leans_on_heading, leaning),
        *(_stray(one) for one in astray if one.sentence not in leaning),
    ][:MOST_FINDINGS]
    findings.sort(key=lambda finding: finding.span)
    return Measurement(round(found.value, 2), "0 shuffled to 1 ordered", note, tuple(findings))


def _words(value: float) -> str:
    if value < LOW:
        return "the sentences could as well stand in another order"
    return "the sentences follow on one another" if value >= 0.35 else "the sentences follow on one another loosely"


def _after_headings(essay: Essay) -> Iterator[Sentence]:
    """The first sentence of the answer, and of every paragraph straight under a heading."""
    before = -1
    for sentence in essay.sentences:
        under = sentence.block > 0 and essay.blocks[sentence.block - 1].kind == "heading"
        if before < 0 or (under and sentence.block != before):
            yield sentence
        before = sentence.block


@cache
def _leans() -> re.Pattern[str]:
    """A pronoun that stands for something named before, or "this", "these" with the verb straight after it."""
    lists = load("coherence")["leans_back"]
    alone, pointing, verbs, unless = (
        compile_phrases(tuple(lists[key])).pattern for key in ("alone", "pointing", "verbs", "unless_before")
    )
    return re.compile(rf"(?:{alone}(?!\s+(?:{unless}))|{pointing}\s+{verbs})", re.IGNORECASE)


def _leans_on_heading(sentence: Sentence) -> Finding:
    return Finding(
        sentence.span,
        f"The paragraph opens with “{sentence.tokens[0].text}”, and nothing before it in the text says who or what is meant.",
        "Name it: a heading is no part of the sentence below it.",
        kind="opening points back",
    )


def _stray(stray: Stray) -> Finding:
    first = " ".join(token.text for token in stray.nearer.tokens[:6])
    return Finding(
        stray.sentence.span,
        f"This sentence is nearer to the paragraph that begins “{first} …” than to its own.",
        "Move it there, or say in a word what ties it to the sentence before it.",
        kind="sentence out of place",
    )

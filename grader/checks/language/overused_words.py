"""A common word that comes back too often.

A topic has its words, and they return; but a reader who meets "relationship" in every third line stops seeing it. Looked
at are words in small letters that carry meaning, all their forms together; names and acronyms may come as often as they must.
Advice only.

Good: "relationship", "ties", "the two capitals", "it".
Bad: "relationship" thirty-three times in a thousand words.
"""

from collections import defaultdict

from grader.context import Context
from grader.facts.prose import prose
from grader.facts.question import question
from grader.model import Essay, Finding, Measurement, Span
from grader.segment.tokens import WORD
from grader.words import is_stopword, stem

TITLE = "Words used too often"
LEAST_WORDS = 300  # in a shorter text every share is large
OFTEN = 0.025  # of the prose's words: edited prose hardly has a word above it but names and the topic's own
OFTEN_IF_ASKED = 0.03  # a word of the question has to return
LEAST_TIMES = 12


def check(essay: Essay, context: Context) -> Measurement:
    """Number of words used too often; None for fewer than 300 words of prose."""
    if essay.prose_words < LEAST_WORDS:
        return Measurement(None, note=f"fewer than {LEAST_WORDS} words of prose")
    places: dict[str, list[Span]] = defaultdict(list)
    for passage in context.fact(prose):
        for match in WORD.finditer(passage.text):
            word = match.group()
            if word.islower() and word.isalpha() and not is_stopword(word):
                places[stem(word)].append(passage.span(*match.span()))
    asked = context.fact(question)
    own = asked.terms if asked else ()
    often = sorted(
        (
            spans
            for word, spans in places.items()
            if len(spans) >= max(LEAST_TIMES, (OFTEN_IF_ASKED if word in own else OFTEN) * essay.prose_words)
        ),
        key=lambda spans: (-len(spans), spans),
    )
    findings = tuple(sorted((_finding(essay, spans) for spans in often), key=lambda finding: finding.span))
    note = ", ".join(f"“{essay[spans[0]]}” {len(spans)} times" for spans in often[:3]) or "no word used too often"
    return Measurement(float(len(often)), "words", note, findings)


def _finding(essay: Essay, spans: list[Span]) -> Finding:
    word = essay[spans[0]]
    message = f"“{word}” and its forms stand {len(spans)} times in {essay.prose_words:,} words."
    return Finding(spans[0], message, "Use a pronoun or another word for every third one.", kind="overused word")

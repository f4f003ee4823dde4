"""Linking words: enough to show how one thought hangs on the next, and none for show.

"However" and "as a result" tell the reader what a sentence does to the one before it. Examiners ask for them, and mark
down answers that string them together: a linking word with nothing to link is noise. Clean prose and good answers have 0.4
to 3 in a hundred words. Authority: IELTS band descriptors, coherence and cohesion ("uses a range of cohesive devices
appropriately, although there may be some under-/over-use"); Halliday and Hasan, Cohesion in English (1976).

Good: "Exports fell. As a result, the rupee lost a tenth of its value."
Bad: "Moreover, furthermore, in addition, exports fell."
"""

import re
from collections import defaultdict
from functools import cache

from grader.context import Context
from grader.facts.prose import Passage, matches
from grader.facts.sections import body_units
from grader.lexicon import compile_phrases, load, words
from grader.model import Essay, Finding, Measurement, Span

TITLE = "Linking words"
LEAST_WORDS = 300  # in a shorter text a rate says little of the writer's habit
FEW = 0.4  # per 100 words; one in twenty blocks of clean prose has fewer
OFTEN, OFTEN_SHARE = 4, 1 / 150  # the same one so often, and in more than so many words
IN_A_ROW = 3
MOST_FINDINGS = 3


def check(essay: Essay, context: Context) -> Measurement:
    """Linking words per 100 words of prose, repeats and strings of them included; None without prose."""
    if not essay.prose_words:
        return Measurement(None, note="no prose to look at")
    found = list(matches(_any(), essay, context))
    rate = 100 * len(found) / essay.prose_words
    count = f"{len(found)} linking word{'s' * (len(found) != 1)} in {essay.prose_words:,} words"
    findings = [*_strings(found)[:MOST_FINDINGS], *_too_often(essay, found)[:MOST_FINDINGS]]
    if rate < FEW and essay.prose_words >= LEAST_WORDS:
        findings += _few(context, count)
    return Measurement(rate, "per 100 words", count, tuple(sorted(findings, key=lambda finding: finding.span)))


@cache
def _any() -> re.Pattern[str]:
    return compile_phrases(tuple(phrase for phrases in load("connectives")["functions"].values() for phrase in phrases))


def _strings(found: list[tuple[Passage, re.Match[str]]]) -> list[Finding]:
    """Three or more in a row with nothing but commas and "and" between them."""
    runs: list[list[tuple[Passage, re.Match[str]]]] = []
    for passage, match in found:
        if runs and runs[-1][-1][0] is passage and _nothing_between(passage, runs[-1][-1][1].end(), match.start()):
            runs[-1].append((passage, match))
        else:
            runs.append([(passage, match)])
    return [
        Finding(
            run[0][0].span(run[0][1].start(), run[-1][1].end()),
            f"{len(run)} linking words in a row link nothing.",
            "Keep the one that says how this sentence hangs on the last; strike the others.",
            kind="linking words",
        )
        for run in runs
        if len(run) >= IN_A_ROW
    ]


def _nothing_between(passage: Passage, start: int, end: int) -> bool:
    return passage.text[start:end].replace(",", " ").replace(".", " ").strip().lower() in ("", "and")


def _too_often(essay: Essay, found: list[tuple[Passage, re.Match[str]]]) -> list[Finding]:
    """The same one again and again, most often first; those that join the parts of one sentence aside."""
    places: dict[str, list[Span]] = defaultdict(list)
    for passage, match in found:
        places[" ".join(match.group().lower().split())].append(passage.span(*match.span()))
    often = [
        (name, spans)
        for name, spans in places.items()
        if len(spans) >= OFTEN
        and len(spans) > OFTEN_SHARE * essay.prose_words
        and name not in words("connectives", "within_a_sentence")
    ]
    return [
        Finding(
            spans[0],
            f"“{name}” stands {len(spans)} times in {essay.prose_words:,} words.",
            "Strike it where the link is plain without it; elsewhere say which link you mean: contrast, cause, result.",
            kind="linking word too often",
        )
        for name, spans in sorted(often, key=lambda entry: (-len(entry[1]), entry[1]))
    ]


def _few(context: Context, count: str) -> list[Finding]:
    """Shown at the opening of the body."""
    body = context.fact(body_units)
    if not body:
        return []
    advice = "Where one sentence is the cause, the result or the limit of the last, say so in a word."
    return [Finding(body[0].sentences[0].span, f"Only {count}.", advice, kind="few linking words")]
